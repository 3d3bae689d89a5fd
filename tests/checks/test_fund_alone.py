"""Where any sentence will do, one that names only the fund does so only beside the name of the Union."""

import pytest

from publicity_check import check
from publicity_check.results import Outcome

FUND = {
    "hr": "Projekt Tihi mlin sufinanciran je iz Europskog socijalnog fonda.",
    "el": "Το έργο «Ήσυχος Μύλος» συγχρηματοδοτείται κατά 80% από το Ευρωπαϊκό Κοινωνικό Ταμείο.",
    "es": "El proyecto Molino Quieto está cofinanciado por el Fondo Social Europeo.",
}
BESIDE = {
    "hr": '<img src="/eu.png" alt="Europska unija">',
    "el": "<p>Ευρωπαϊκή Ένωση</p>",
    "es": '<img src="/eu.png" alt="Unión Europea">',
}


def statement(language: str, more: str = "") -> tuple[Outcome, str]:
    page = f'<html lang="{language}"><body><main><p>{FUND[language]}</p>{more}</main></body></html>'
    report = check(page.encode(), name="page.html", rules=["esf-2014-2020"]).publications[0]
    (result,) = [r for r in report.results if r.check == "funding-statement"]
    return result.outcome, result.code


@pytest.mark.parametrize("language", FUND)
def test_a_sentence_that_names_only_the_fund_is_for_a_person_to_judge(language: str) -> None:
    assert statement(language) == (Outcome.NEEDS_REVIEW, "statement-fund-only")


@pytest.mark.parametrize("language", FUND)
def test_beside_the_name_of_the_union_it_is_enough(language: str) -> None:
    assert statement(language, BESIDE[language])[0] is Outcome.PASSED


def test_the_union_in_hidden_text_is_not_beside_it() -> None:
    hidden = '<p style="display:none">Unión Europea</p>'
    assert statement("es", hidden)[0] is Outcome.NEEDS_REVIEW
