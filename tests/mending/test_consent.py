"""Each code says whether its findings are put right unasked, with consent, or by a person."""

import pytest

from checks.test_messages import judged, page, rows
from publicity_check.mending.consent import SAFE, UNSAFE, consent
from publicity_check.messages import catalogue
from publicity_check.reports.checks import explanation
from publicity_check.results import Outcome


def test_every_code_of_the_tables_is_one_that_is_said() -> None:
    said = {code for code, _ in catalogue.english().sentences}
    assert said >= SAFE | UNSAFE
    assert not SAFE & UNSAFE


@pytest.mark.parametrize("row", [row for row in rows() if "body" in row], ids=lambda row: row["code"])
def test_what_is_offered_with_a_wording_says_whether_it_is_safe(row: dict[str, object]) -> None:
    report = judged(row, page(row, str(row["body"])))
    for result in (result for publication in report.publications for result in publication.results):
        if result.outcome is Outcome.FAILED and result.suggestion and result.check != "budget":
            assert consent(result.code), result.code
        if result.outcome is Outcome.NEEDS_REVIEW and result.suggestion:
            assert consent(result.code) == "unsafe", result.code


@pytest.mark.parametrize(
    ("check", "code", "told"),
    [
        ("funding-statement", "statement-union-abbreviated", "puts it right (safe)"),
        ("funding-statement", "statement-negated", "puts it right with --unsafe"),
        ("fund-name", "fund-other", "puts it right with --unsafe"),
        ("budget", "share-slip", "leaves it to a person"),
        ("emblem", "emblem-missing", "leaves it to a person"),
    ],
)
def test_rules_explain_says_it(check: str, code: str, told: str) -> None:
    said = explanation(check)
    at = said.index(f"\n{code}: ")
    assert told in said[at : said.find("\n\n", at)]
