"""What is remembered of a file is forgotten when anything that decides has changed; trouble with the store is none."""

import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import run
from pages import latvian
from publicity_check import cache as cache_module
from publicity_check import check
from publicity_check.cache import Cache, decoded, encoded, program
from publicity_check.run import Run

BUDGET = "<p>Kopējās izmaksas ir 312 460,40 EUR, no tām ERAF 265 951,34 EUR (85 %). Projekts LLI-263.</p>"


def test_a_library_that_was_edited_decides_anew(tmp_path: Path) -> None:
    (tmp_path / "checks").mkdir()
    module = tmp_path / "checks" / "emblem.py"
    module.write_text("ASKED = True\n", encoding="utf-8")
    before = program(tmp_path)
    os.utime(module, (0, 0))
    assert program(tmp_path) == before
    module.write_text("ASKED = 1234\n", encoding="utf-8")
    edited = program(tmp_path)
    (tmp_path / "new.py").touch()
    assert len({before, edited, program(tmp_path), program()}) == 4


@pytest.mark.parametrize(
    "page",
    [
        latvian(),
        latvian(disclaimer=""),
        latvian().replace(b"</body>", BUDGET.encode() + b"</body>"),
        b"<html lang=en><body><p>Opening hours: nine to five.</p></body></html>",
        b"",
    ],
)
def test_a_report_is_remembered_whole(page: bytes) -> None:
    report = check(page, name="page.html").publications[0]
    assert decoded(encoded(report)) == report


@pytest.fixture
def site(folder: Path) -> list[Path]:
    files = [folder / f"{number:02}.html" for number in range(12)]
    for number, file in enumerate(files):
        file.write_bytes(latvian(disclaimer="") if number % 2 else latvian())
    return files


def _store() -> Path:
    return Path(os.environ["XDG_CACHE_HOME"]) / "publicity-check" / "verdicts.sqlite"


def _kept() -> int:
    with sqlite3.connect(_store()) as store:
        return int(store.execute("SELECT count(*) FROM verdicts").fetchone()[0])


class _Harmful:
    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch harmed",)


@pytest.mark.parametrize(
    "row",
    [
        b"",
        b"garbage",
        pickle.dumps(_Harmful()),
        b"\x80",
        b"\x81\xa4path\x01",
        encoded(check(b"x", name="x.txt").publications[0])[:-9],
    ],
)
@pytest.mark.usefixtures("site")
def test_a_row_that_is_no_verdict_is_decided_anew(capsys: pytest.CaptureFixture[str], folder: Path, row: bytes) -> None:
    expected = run(capsys, "check", ".")
    assert _kept() == 12
    with sqlite3.connect(_store()) as store:
        store.execute("UPDATE verdicts SET report = ?", (row,))
    assert run(capsys, "check", ".") == expected
    assert not (folder / "harmed").exists()


@pytest.mark.usefixtures("site")
def test_a_locked_store_is_waited_for_once(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    expected = run(capsys, "check", ".")
    tries = []

    class Counted(sqlite3.Connection):
        def execute(self, *arguments: object) -> sqlite3.Cursor:  # type: ignore[override]
            tries.append(arguments)
            return super().execute(*arguments)  # type: ignore[arg-type]

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **k, factory=Counted))
    monkeypatch.setattr(cache_module, "SECONDS", 0.01)
    blocking = connect(_store(), isolation_level=None)
    blocking.execute("BEGIN EXCLUSIVE")
    assert run(capsys, "check", ".") == expected
    blocking.close()
    assert len(tries) == 1


def test_what_was_decided_before_a_run_was_stopped_is_remembered(site: list[Path], tmp_path: Path) -> None:
    store = Cache(tmp_path / "store")
    stopped = Run(cache=store).check_files(site)
    first = [next(stopped) for _ in range(5)]
    stopped.close()
    again = Run(cache=Cache(tmp_path / "store"))
    known = [again._remembered(file) for file in site]
    assert known == [*first, *[None] * 7]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="Linux tells the children of a process")
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_ended_leaves_no_process(folder: Path, ending: signal.Signals) -> None:
    for number in range(400):
        (folder / f"{number}.html").write_bytes(latvian().replace(b"</body>", BUDGET.encode() * 50 + b"</body>"))
    tool = str(Path(sys.executable).with_name("publicity-check"))
    started = subprocess.Popen(  # noqa: S603
        [tool, "check", "--jobs", "2", "."], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    children = Path(f"/proc/{started.pid}/task/{started.pid}/children")
    workers: list[str] = []
    while len(workers) < 2 and started.poll() is None:
        workers = children.read_text("ascii").split()
        time.sleep(0.05)
    started.send_signal(ending)
    _, err = started.communicate(timeout=60)
    assert started.returncode == (143 if ending is signal.SIGTERM else -signal.SIGKILL)
    assert err.decode() == ("Stopped.\n" if ending is signal.SIGTERM else "")
    for _ in range(200):
        if not any(map(_lives, workers)):
            break
        time.sleep(0.1)
    assert [w for w in workers if _lives(w)] == []


def _lives(process: str) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}
