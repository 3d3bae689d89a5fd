"""Statements that stand in a draft and are not said: to be taken out, in quotation marks, over, denied, another's."""

import tomllib
from pathlib import Path

import pytest

from publicity_check import check

CASES = tomllib.loads((Path(__file__).parent.parent / "data" / "statements_in_drafts.toml").read_text("utf-8"))
LABELS = CASES["labels"]
SPOILT = [(kind, code) for kind in ("draft", "ended", "denied", "another") for code in CASES[kind]]
MARKS = ["“{}”", "„{}.“", "«{}»", "« {} »", "»{}«", '"{}."', "‘{}’", "”{}”."]


def statement(body: str, language: str) -> tuple[str, str]:
    """Return outcome and code of the funding statement of a short page of the European Social Fund Plus."""
    page = (
        f'<html lang="{language}"><body><main><h1>Mill</h1>'
        f'<img src="eu.png" alt="EU emblem" width="200" height="133">{body}</main></body></html>'
    )
    report = check(page.encode(), name="page.html", rules=["esf-plus-2021-2027"]).publications[0]
    (result,) = (r for r in report.results if r.check == "funding-statement")
    return str(result.outcome), result.code


@pytest.mark.parametrize(("kind", "language"), SPOILT)
def test_what_is_not_said_does_not_pass(kind: str, language: str) -> None:
    passed = [text for text in CASES[kind][language] if statement(f"<p>{text}</p>", language)[0] == "passed"]
    assert passed == []


@pytest.mark.parametrize("language", LABELS)
@pytest.mark.parametrize("around", MARKS)
def test_a_statement_alone_in_quotation_marks_is_asked_about(language: str, around: str) -> None:
    told = statement(f"<p>{around.format(LABELS[language])}</p>", language)
    assert told == ("needs_review", "statement-in-marks")


@pytest.mark.parametrize("language", LABELS)
def test_a_statement_without_marks_passes_beside_one_within(language: str) -> None:
    label = LABELS[language]
    assert statement(f"<p>“{label}”</p><p>{label}</p>", language) == ("passed", "statement-present")


@pytest.mark.parametrize("language", CASES["said"])
def test_what_lasts_until_a_year_or_is_new_today_is_said(language: str) -> None:
    told = {text: statement(f"<p>{text}</p>", language)[0] for text in CASES["said"][language]}
    assert set(told.values()) == {"passed"}, told


@pytest.mark.parametrize("line", ["(Delete this line if it is not true.)", "[Remove if not needed]"])
@pytest.mark.parametrize("where", ["<p>{0}</p><p>{1}</p>", "<p>{1}</p><p>{0}</p>"])
def test_a_line_beside_that_asks_to_take_it_out_is_heard(line: str, where: str) -> None:
    label = "Co-funded by the European Union"
    assert statement(where.format(label, line), "en")[0] == "needs_review"
    assert statement(where.format(label, "The mill turns again."), "en")[0] == "passed"
