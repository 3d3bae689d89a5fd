"""What contradicts itself is told whatever the rules ask, and counts; what only looks so is left alone."""

from typing import Any

import pytest
from judged_pages import cases
from test_messages import checked, rows

from publicity_check import PublicationReport, Result, check, read, render


def judged(body: str, language: str, **options: Any) -> PublicationReport:
    page = f"<html lang={language}><head><meta charset=utf-8></head><body>{body}</body></html>".encode()
    (found,) = check([read(page, name="page.html")], **options).publications
    return found


def contradictions(report: PublicationReport) -> list[Result]:
    return [r for r in report.results if r.basis == "consistency"]


@pytest.mark.parametrize("case", cases("contradictions"), ids=lambda case: case["condition"])
def test_what_contradicts_itself_is_told_and_what_does_not_is_not(case: dict[str, Any]) -> None:
    report = judged(case["body"], case["language"])
    told = contradictions(report)
    assert [[r.check, r.code, r.outcome.value] for r in told] == case.get("told", [])
    assert {r.level for r in told} <= {"must"}
    for result in told:
        assert report.outcome.value in {result.outcome.value, "failed"}
        same = [r for r in report.results if (r.check, r.project) == (result.check, result.project)]
        assert "passed" not in {r.outcome.value for r in same}


@pytest.mark.parametrize("rules", ["interreg-2021-2027", "esf-plus-2021-2027", "horizon-europe-2021-2027"])
def test_a_contradiction_is_told_once_whether_or_not_a_duty_asks_for_the_element(rules: str) -> None:
    disclaimer = (
        "Views and opinions expressed are however those of the author(s) only and do necessarily reflect those of the "
        "European Union or the European Research Executive Agency (REA). Neither the European Union nor REA can be "
        "held responsible for them."
    )
    report = judged(f"<p>Funded by the European Union. {disclaimer}</p>", "en", rules=[rules])
    assert [r.code for r in report.results if r.check == "disclaimer"].count("statement-negated") == 1


def test_a_contradiction_is_in_the_headline_and_decides_the_exit_status() -> None:
    body = (
        "<p>Cofinanțat de Uniunea Europeană. Programul Regional Nord-Vest 2021-2027, cod SMIS 312450.</p>"
        '<p>Cod SMIS 312540</p><img src="eu.png" alt="EU emblem">'
    )
    page = f"<html lang=ro><meta charset=utf-8>{body}</html>".encode()
    report = check([read(page, name="page.html")])
    text = render(report, "text")
    assert report.exit_code == 1
    assert "Nothing is missing or wrong" not in text
    assert "Recommended\n" not in text


def test_nothing_asked_and_nothing_known_are_two_things() -> None:
    known, unknown = (
        {r.check: r.code for r in judged("<p>Co-funded by the European Union</p>", "en", rules=[pack]).results}
        for pack in ("interreg-latvia-lithuania-2014-2020", "interreg-2021-2027")
    )
    assert unknown["disclaimer"] == "duty-not-known"
    assert unknown["language"] == "no-requirement"
    assert known["disclaimer"] == "statement-missing-beside"


@pytest.mark.parametrize(
    "row", [r for r in rows() if r["code"].startswith("above-maximum")], ids=lambda row: row["code"]
)
def test_more_than_the_programme_pays_breaks_a_rule_and_contradicts_nothing(row: dict[str, Any]) -> None:
    told = [r for p in checked(row).publications for r in p.results if r.code == row["code"]]
    assert told
    assert "consistency" not in {r.basis for r in told}
