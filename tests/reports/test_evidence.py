"""Evidence of a run: a bag that holds what was judged and by what, and tells whether it is still what it was."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from command_line import run

PAGE = '<html lang="en"><p>Project LLI-263 is co-funded by the European Union. Its budget is 120 000,00 EUR.</p></html>'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("site").mkdir()
    Path("site", "a.html").write_text(PAGE, "utf-8")
    Path("site", "none.html").write_text("<html lang=en><p>We planted trees.</p></html>", "utf-8")
    Path("list.csv").write_text("Operation ID;Operation name;Total cost\nLLI-263;Rivers;100 000,00\n", "utf-8")
    Path("publicity-check.toml").write_text('register = [{ file = "list.csv" }]\n', "utf-8")
    return tmp_path


def kept(capsys: pytest.CaptureFixture[str], target: str, *arguments: str) -> None:
    status, _, error = run(capsys, "check", "--lang", "en", "--evidence", target, *(arguments or ("site",)))
    assert (status, error) == (1, "")


def test_a_bag_holds_what_was_judged_what_was_said_and_by_what(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(capsys, "bag")
    names = {p.relative_to("bag").as_posix() for p in Path("bag").rglob("*") if p.is_file()}
    assert names == {
        *("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"),
        *("data/publications/site/a.html", "data/publications/site/none.html"),
        *("data/texts/site/a.html.txt", "data/texts/site/none.html.txt"),
        *("data/report.json", "data/report.html", "data/audit.xlsx", "data/rules/rules.json"),
        *("data/registers/1-1-list.csv", "data/configuration/1-publicity-check.toml"),
    }
    assert Path("bag/data/publications/site/a.html").read_bytes() == Path("site/a.html").read_bytes()
    for line in Path("bag/manifest-sha256.txt").read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(Path("bag", name).read_bytes()).hexdigest() == digest
    text = Path("bag/data/texts/site/a.html.txt").read_text("utf-8")
    assert "120 000,00 EUR⟧" in text
    assert "failed" in text
    assert run(capsys, "verify", "bag")[:2] == (0, "All 14 files are as they were.\n")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("data/publications/site/a.html", b"other", "data/publications/site/a.html was changed"),
        ("data/report.json", None, "data/report.json is missing"),
        ("data/more.txt", b"x", "data/more.txt was added"),
        ("manifest-sha256.txt", b"", "manifest-sha256.txt was changed"),
        ("bagit.txt", None, "bagit.txt is missing or changed"),
    ],
)
def test_what_was_changed_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, said: str
) -> None:
    kept(capsys, "bag")
    Path("bag", name).unlink() if data is None else Path("bag", name).write_bytes(data)
    status, out, _ = run(capsys, "verify", "bag")
    assert status == 1
    assert said in out


def test_a_run_by_other_paths_keeps_the_same_bytes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(capsys, "one.zip", "site")
    kept(capsys, "two.zip", "--root", str(folder), str(folder / "site" / "none.html"), str(folder / "site" / "a.html"))
    with zipfile.ZipFile("one.zip") as one, zipfile.ZipFile("two.zip") as two:
        assert one.namelist() == two.namelist()
        for name in one.namelist():
            assert one.read(name) == two.read(name), name
    assert run(capsys, "verify", "two.zip")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--evidence", "site", "site"], "site: is there already; name a new folder"),
        (["check", "--evidence", "none/bag.zip", "site"], "there is no folder none"),
        (["check", "--evidence", "bag", "-"], "--evidence keeps files"),
        (["verify", "list.csv"], "list.csv: is no evidence that can be read"),
        (["verify", "none.zip"], "none.zip: is no evidence that can be read"),
    ],
)
def test_what_cannot_be_kept_or_read_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    status, _, error = run(capsys, *arguments)
    assert status == 2
    assert said in error
