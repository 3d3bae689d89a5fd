"""The command line as its users call it: what it prints, what it writes, how it exits."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from command_line import run
from pages import STATEMENT, latvian


@pytest.fixture
def site(folder: Path) -> Path:
    (folder / "good.html").write_bytes(latvian())
    (folder / "bad.html").write_bytes(latvian(disclaimer=""))
    (folder / "other.html").write_bytes(b"<html lang=en><body><p>Opening hours: nine to five.</p></body></html>")
    return folder


@pytest.mark.parametrize(
    ("files", "status"),
    [
        (["good.html"], 0),
        (["other.html"], 0),
        (["bad.html"], 1),
        (["good.html", "bad.html"], 1),
        (["missing.html"], 2),
        (["bad.html", "missing.html"], 2),
    ],
)
@pytest.mark.usefixtures("site")
def test_the_exit_status_tells_the_worst(capsys: pytest.CaptureFixture[str], files: list[str], status: int) -> None:
    assert run(capsys, "check", *files)[0] == status


@pytest.mark.usefixtures("site")
def test_readable_files_are_reported_even_where_another_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "check", "--format", "json", "bad.html", "missing.html")
    report = json.loads(out)
    assert status == 2
    assert [(p["path"], p["outcome"]) for p in report["publications"]] == [
        ("bad.html", "failed"),
        ("missing.html", "error"),
    ]
    assert "missing.html" in report["publications"][1]["error"]


@pytest.mark.usefixtures("site")
def test_strict_counts_what_only_a_person_can_tell(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "unsure.html").write_bytes(latvian(statement=f'<img src="s.png" alt="{STATEMENT}">'))
    assert run(capsys, "check", "unsure.html")[0] == 0
    assert run(capsys, "check", "--strict", "unsure.html")[0] == 1


@pytest.mark.usefixtures("site")
def test_a_folder_is_searched_for_publications(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "check", "--format", "json", ".")
    assert [p["path"] for p in json.loads(out)["publications"]] == ["bad.html", "good.html", "other.html"]


def test_a_folder_without_publications_is_an_error_and_the_others_are_checked(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    (site / "empty").mkdir()
    status, out, _ = run(capsys, "check", "--format", "json", "empty", "good.html")
    assert status == 2
    assert [(p["path"], p["outcome"]) for p in json.loads(out)["publications"]] == [
        ("empty", "error"),
        ("good.html", "passed"),
    ]


@pytest.mark.usefixtures("folder")
def test_a_page_is_read_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Input:
        class buffer:  # noqa: N801  the name that sys.stdin has
            read = staticmethod(lambda: latvian(disclaimer=""))

    monkeypatch.setattr(sys, "stdin", Input)
    status, out, _ = run(capsys, "check", "--stdin-name", "draft.html", "--format", "json", "-")
    assert status == 1
    assert json.loads(out)["publications"][0]["path"] == "draft.html"


@pytest.mark.usefixtures("folder")
def test_a_word_document_on_standard_input_is_known_without_a_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = Path(__file__).parents[2] / "examples" / "draft-with-defects.docx"

    class Input:
        class buffer:  # noqa: N801  the name that sys.stdin has
            read = staticmethod(draft.read_bytes)

    monkeypatch.setattr(sys, "stdin", Input)
    status, out, _ = run(capsys, "check", "--format", "json", "-")
    assert status == 1
    assert json.loads(out)["publications"][0]["format"] == "docx"


@pytest.mark.usefixtures("site")
def test_several_reports_are_written_in_one_run(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    status, out, _ = run(
        capsys, "check", "--output", "json=out.json", "--output", "sarif=out.sarif", "--output", "text", "bad.html"
    )
    assert status == 1
    assert "bad.html" in out
    assert json.loads((folder / "out.json").read_text())["publications"][0]["outcome"] == "failed"
    assert json.loads((folder / "out.sarif").read_text())["version"] == "2.1.0"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--rules", "interreg-latvia-lithuania-2014"], "did you mean"),
        (["--output", "pdf=x.pdf"], "no format"),
        (["--output", "json=nowhere/x.json"], "make the folder first"),
        (["--config", "none.toml"], "none.toml"),
        (["--config", "none.toml", "--isolated"], "exclude each other"),
        (["--baseline", "none.json"], "none.json"),
        (["--today", "tomorrow"], "no date"),
        (["--rules-folder", "nofolder"], "nofolder"),
        (["--changed-since", "HEAD"], "--changed-since"),
    ],
)
@pytest.mark.usefixtures("site")
def test_wrong_use_is_one_sentence_and_status_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    status, _, err = run(capsys, "check", *arguments, "good.html")
    assert status == 2
    assert says in err
    assert "Traceback" not in err


def test_reports_are_the_same_in_any_order_and_with_any_number_of_processes(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    for i in range(60):
        (folder / f"{i:02}.html").write_bytes(latvian(number=f"LLI-{100 + i * 3}"))
    names = [f"{i:02}.html" for i in range(60)]
    _, one, _ = run(capsys, "check", "--no-cache", "--jobs", "1", "--format", "json", *names)
    _, two, _ = run(capsys, "check", "--no-cache", "--jobs", "2", "--format", "json", *reversed(names))
    assert one == two


def test_a_second_run_remembers_and_says_the_same(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    for i in range(12):
        (folder / f"{i}.html").write_bytes(latvian())
    first = run(capsys, "check", "--format", "json", ".")
    assert run(capsys, "check", "--format", "json", ".") == first
    (folder / "3.html").write_bytes(latvian(disclaimer=""))
    changed = json.loads(run(capsys, "check", "--format", "json", ".")[1])
    assert [p["outcome"] for p in changed["publications"]].count("failed") == 1


def test_only_what_git_says_has_changed_is_checked(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=site, check=True, capture_output=True)  # noqa: S603, S607

    git("init", "-q")
    git("add", "good.html", "bad.html")
    git("commit", "-qm", "pages")
    (site / "good.html").write_bytes(latvian(statement=""))
    status, out, err = run(capsys, "check", "--changed-since", "HEAD", "--format", "json", ".")
    assert [p["path"] for p in json.loads(out)["publications"]] == ["good.html", "other.html"]
    assert status == 1
    assert "not compared" in err


def test_help_and_version_import_no_parser_and_no_language_profiles() -> None:
    code = (
        "import sys\nfrom publicity_check.cli import main\nsys.argv=['publicity-check', sys.argv[1]]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy={'selectolax','lxml','docx','bs4','langdetect','babel','jinja2'}\n"
        "print(sorted(m for m in heavy if m in sys.modules), file=sys.stderr)"
    )
    for option in ("--help", "--version"):
        done = subprocess.run([sys.executable, "-c", code, option], capture_output=True, text=True, check=True)  # noqa: S603
        assert done.stderr.strip() == "[]"
        assert done.stdout.strip()


def loaded(page: Path, modules: Sequence[str]) -> list[str]:
    """Return which of some modules are loaded when a page is checked in a process of its own."""
    code = (
        "import sys\nfrom publicity_check.cli import main\npage, *modules = sys.argv[1:]\n"
        "sys.argv=['publicity-check', 'check', '--jobs', '1', page]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*(m for m in modules if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, page, *modules], capture_output=True, text=True, check=True)  # noqa: S603
    assert page.name in done.stdout
    return done.stdout.splitlines()[-1].split()


def test_a_page_without_a_picture_at_hand_is_checked_without_what_opens_pictures(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(latvian())
    assert loaded(page, ["cv2", "numpy", "PIL", "resvg_py", "langdetect"]) == []


def test_what_a_page_does_not_call_for_is_not_loaded(tmp_path: Path) -> None:
    facts = [f"publicity_check.facts.{room}.find" for room in ("money", "numbers", "images")]
    modules = [*facts, "publicity_check.facts.statements.find", "multiprocessing", "publicity_check.readers.docx.read"]
    page = tmp_path / "page.html"
    page.write_bytes(b"<!DOCTYPE html><title>Page</title><p>Hello world.</p>")
    assert loaded(page, modules) == ["publicity_check.facts.statements.find"]
    page.write_bytes(latvian())
    assert loaded(page, modules) == [*facts, "publicity_check.facts.statements.find"]
