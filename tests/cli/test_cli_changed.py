"""``--changed-since``: git is asked once, and what it is told to ignore is never called unchanged."""

import json
import subprocess
from pathlib import Path

import pytest

from command_line import run
from pages import latvian
from publicity_check.cli import changed


def git(where: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=where, check=True, capture_output=True)  # noqa: S603, S607


@pytest.fixture
def repository(folder: Path) -> Path:
    git(folder, "init", "-q")
    for number in range(4):
        (folder / "site" / f"n{number}").mkdir(parents=True)
        (folder / "site" / f"n{number}" / "index.html").write_bytes(latvian())
    (folder / ".gitignore").write_text("public/\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "pages")
    return folder


def test_built_pages_that_git_ignores_are_refused(capsys: pytest.CaptureFixture[str], repository: Path) -> None:
    (repository / "public").mkdir()
    (repository / "public" / "page.html").write_bytes(latvian(disclaimer=""))
    status, out, err = run(capsys, "check", "--changed-since", "HEAD", "public")
    assert (status, out) == (2, "")
    assert "public/page.html is ignored by git" in err


def test_git_is_asked_once_for_a_repository_however_many_folders_it_has(
    capsys: pytest.CaptureFixture[str], repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    ask = changed._git

    def counting(folder: Path, arguments: list[str], **more: object) -> str:
        asked.append(arguments[0])
        return ask(folder, arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(changed, "_git", counting)
    (repository / "site" / "n2" / "index.html").write_bytes(latvian(disclaimer=""))
    (repository / "site" / "n2" / "žurnāls.html").write_bytes(latvian())
    status, out, _ = run(capsys, "check", "--changed-since", "HEAD", "--format", "json", "site")
    assert status == 1
    assert [p["path"] for p in json.loads(out)["publications"]] == ["site/n2/index.html", "site/n2/žurnāls.html"]
    assert sorted(asked) == ["check-ignore", "diff", "ls-files", "rev-parse"]


def test_the_users_own_settings_of_git_change_nothing(
    capsys: pytest.CaptureFixture[str], repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "config", "diff.relative", "true")
    (repository / "site" / "n2" / "index.html").write_bytes(latvian(disclaimer=""))
    monkeypatch.chdir(repository / "site" / "n2")
    assert run(capsys, "check", "--changed-since", "HEAD", "index.html")[0] == 1


def test_where_nothing_has_changed_nothing_is_checked_and_that_is_in_order(
    capsys: pytest.CaptureFixture[str], repository: Path
) -> None:
    status, _, err = run(capsys, "check", "--changed-since", "HEAD", str(repository / "site"))
    assert status == 0
    assert "0 changed" in err
    assert run(capsys, "check", "--changed-since", "nowhere", "site")[0] == 2
    assert run(capsys, "check", "--changed-since", "--help", "site")[0] == 2
