"""``publicity-check statement``: the texts that a publication needs, ready to paste."""

from pathlib import Path

import pytest

from command_line import run
from publicity_check import check, read

PACK = "interreg-latvia-lithuania-2014-2020"
FILLED = ("--beneficiary", "Upes novada pašvaldība", "--number", "LLI-422")


@pytest.mark.usefixtures("folder")
def test_the_texts_satisfy_the_rules_they_were_written_for(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "statement", "--rules", PACK, "--lang", "lv", *FILLED)
    assert status == 0
    report = check(out.encode(), name="texts.txt").publications[0]
    assert report.outcome == "passed"
    assert report.rule_packs[0].id == PACK


@pytest.mark.usefixtures("folder")
def test_a_gap_that_nothing_fills_stays_a_gap(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "statement", "--rules", PACK, "--lang", "lv")
    assert "[finansējuma saņēmēja nosaukums]" in out
    report = check(out.encode(), name="texts.txt").publications[0]
    assert report.outcome == "failed"


@pytest.mark.usefixtures("folder")
def test_where_no_wording_is_known_the_english_one_is_given_and_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "statement", "--rules", PACK, "--lang", "fi")
    assert "No verified wording is known in this language: Finnish" in out
    assert "financial assistance of the European Union" in out


def test_a_word_document_is_written_that_can_be_read_again(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    target = folder / "texts.docx"
    status, _, _ = run(
        capsys, "statement", "--rules", PACK, "--lang", "lt", *FILLED, "--format", "docx", "--output", str(target)
    )
    assert status == 0
    text = "\n".join(block.text for block in read(target).blocks)
    assert "Ši informacija parengta naudojant Europos Sąjungos finansinę paramą." in text
    assert "Upes novada pašvaldība" in text
    assert read(target).language == "lt"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--rules", PACK, "--lang", "lv", "--format", "docx"), "--output"),
        (("--rules", "no-such-pack", "--lang", "lv"), "no rule pack"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_use_is_told(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str) -> None:
    status, _, err = run(capsys, "statement", *arguments)
    assert status == 2
    assert says in err


@pytest.mark.parametrize("format_", ["text", "json"])
def test_facts_shows_what_is_said_and_goes_on_where_a_file_is_missing(
    capsys: pytest.CaptureFixture[str], folder: Path, format_: str
) -> None:
    (folder / "a.txt").write_text("Projekts LLI-422. Līdzfinansē Eiropas Savienība.", encoding="utf-8")
    status, out, err = run(capsys, "facts", "--format", format_, "missing.txt", "a.txt")
    assert status == 2
    assert "missing.txt" in err
    assert "LLI-422" in out
    assert "Līdzfinansē Eiropas Savienība" in out
