"""``publicity-check fix``: where drafts go, what is said, and that nothing is lost."""

import subprocess
from pathlib import Path

import pytest

from command_line import run
from fixing.drafts import BUDGET, DISCLAIMER, LINKS, OPENING, STATEMENT, comments, draft, text_of
from pages import latvian

_HALF = draft("Zaļā upe", OPENING, BUDGET, DISCLAIMER, LINKS)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.docx").write_bytes(_HALF)
    (tmp_path / "page.html").write_bytes(latvian(statement=""))
    return tmp_path


def fix(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    return run(capsys, "fix", *arguments)


def test_a_copy_stands_beside_the_draft_and_the_draft_is_untouched(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = fix(capsys, "draft.docx", "--lang", "en")
    assert status == 1
    assert out.startswith(
        "draft.docx: 3 comments, 1 tracked change, written to draft.checked.docx. 2 findings are left"
    )
    assert (here / "draft.docx").read_bytes() == _HALF
    assert len(comments((here / "draft.checked.docx").read_bytes())) == 3


def test_the_comments_are_in_the_language_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = fix(capsys, "draft.docx", "--lang", "lv")
    assert "3 komentāri" in out
    assert any("nav 85 %" in told for told in comments((here / "draft.checked.docx").read_bytes()))


def test_what_exists_is_not_replaced(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "draft.checked.docx").write_bytes(b"mine")
    status, _, err = fix(capsys, "draft.docx")
    assert status == 2
    assert "draft.checked.docx exists already: move it away, or name another file with --output" in err
    assert (here / "draft.checked.docx").read_bytes() == b"mine"


def test_the_draft_is_not_its_own_copy(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = fix(capsys, "draft.docx", "--output", "draft.docx")
    assert (status, "use --in-place for that" in err) == (2, True)
    assert (here / "draft.docx").read_bytes() == _HALF


def test_the_copy_goes_where_it_is_wanted(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fix(capsys, "draft.docx", "--output", "out.docx", "--comments-only")
    assert text_of((here / "out.docx").read_bytes()) == text_of(_HALF)
    assert not (here / "draft.checked.docx").exists()


def test_a_dry_run_shows_the_difference_and_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(here.iterdir())
    status, out, _ = fix(capsys, "page.html", "draft.docx", "--dry-run", "--lang", "en")
    assert status == 1
    assert f'+<p class="eu-publicity">{STATEMENT}</p>' in out.splitlines()
    assert f"+ {STATEMENT}" in out.splitlines()
    assert sorted(here.iterdir()) == before


def test_a_page_in_order_afterwards_is_status_0(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = fix(capsys, "page.html", "--lang", "en")
    assert status == 0
    assert out == "page.html: 1 change, written to page.checked.html.\n"
    assert fix(capsys, "page.checked.html", "--lang", "en")[:2] == (0, "page.checked.html: nothing to write.\n")


def test_in_place_a_file_that_git_does_not_know_is_kept(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fix(capsys, ".", "--in-place", "--only", "statement")[0] == 0
    assert (here / "page.html.orig").read_bytes() == latvian(statement="")
    assert STATEMENT in (here / "page.html").read_text(encoding="utf-8")
    (here / "page.html").write_bytes(latvian(statement=""))
    status, _, err = fix(capsys, "page.html", "--in-place")
    assert (status, "page.html.orig exists already" in err) == (2, True)
    assert (here / "page.html").read_bytes() == latvian(statement="")


def test_in_place_git_keeps_what_was_there(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for arguments in (["init", "-q"], ["add", "page.html"], ["commit", "-qm", "page"]):
        subprocess.run([*git, *arguments], check=True, capture_output=True)  # noqa: S603 - arguments are the test's
    fix(capsys, "page.html", "--in-place")
    assert not (here / "page.html.orig").exists()
    assert STATEMENT in (here / "page.html").read_text(encoding="utf-8")


def test_a_folder_asks_what_is_to_be_done(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = fix(capsys, str(here))
    assert (status, "--dry-run or --in-place" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["draft.docx", "--only", "links"], 'there is no check "links"'),
        (["draft.docx", "--dry-run", "--in-place"], "exclude each other"),
        (["draft.docx", "page.html", "--output", "x.docx"], "--output names one file"),
        (["none.docx"], "none.docx"),
    ],
)
def test_a_wrong_call_is_one_sentence(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    status, _, err = fix(capsys, *arguments)
    assert (status, sentence in err) == (2, True)
    assert not list(here.glob("*checked*"))


def test_one_broken_file_does_not_stop_the_others(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "broken.docx").write_bytes(b"PK\x03\x04")
    status, out, err = fix(capsys, "broken.docx", "page.html", "--lang", "en")
    assert status == 2
    assert "broken.docx is a damaged or cut-off file" in err
    assert "page.html: 1 change" in out


def test_only_the_checks_named_by_a_word_are_gone_into(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = fix(capsys, "draft.docx", "--only", "link,budget", "--lang", "en")
    assert (status, out.startswith("draft.docx: 1 comment, written to")) == (1, True)


def test_what_a_link_leads_to_is_kept_where_git_does_not_know_it(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = here / "outside"
    outside.mkdir()
    (outside / "p.html").write_bytes(latvian(statement=""))
    (here / "link.html").symlink_to(outside / "p.html")
    fix(capsys, "link.html", "--in-place")
    assert (outside / "p.html.orig").read_bytes() == latvian(statement="")
    assert (here / "link.html").is_symlink()


def test_a_copy_is_read_by_nobody_who_may_not_read_the_draft(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "draft.docx").chmod(0o600)
    fix(capsys, "draft.docx")
    assert (here / "draft.checked.docx").stat().st_mode & 0o777 == 0o600


def test_an_error_in_the_program_is_told_and_the_others_are_gone_through(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from publicity_check.fixing.docx import draft as module

    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(module.Draft, "__init__", broken)
    status, out, err = fix(capsys, "draft.docx", "page.html", "--lang", "en")
    assert status == 2
    assert "draft.docx: could not be given back because of an error in the program (KeyError: 'x')" in err
    assert "page.html: 1 change" in out


def test_a_dry_run_shows_what_would_go(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = STATEMENT.replace("Eiropas Savienības", "ES")
    (here / "other.docx").write_bytes(draft("Zaļā upe", OPENING, wrong, DISCLAIMER, LINKS))
    _, out, _ = fix(capsys, "other.docx", "--dry-run", "--lang", "en")
    assert out.splitlines()[1:] == ["- ES", "+ Eiropas Savienības"]
