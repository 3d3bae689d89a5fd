"""What is told of the fund that a page names, under which condition."""

from typing import Any

import pytest
from judged_pages import cases, told, wanted

from publicity_check import check

CASES = cases("funds")


@pytest.mark.parametrize("case", CASES, ids=[case["condition"] for case in CASES])
def test_a_fund_is_judged(case: dict[str, Any]) -> None:
    assert told(case) == wanted(case)


DENIED = {
    "en": (
        "The path is paid by the town, not from the European Regional Development Fund.",
        "The path is paid not only from the European Regional Development Fund.",
    ),
    "de": (
        "Der Weg wird nicht aus dem Europäischen Fonds für regionale Entwicklung bezahlt.",
        "Der Weg wird nicht nur aus dem Europäischen Fonds für regionale Entwicklung bezahlt.",
    ),
    "pl": (
        "Drogę opłaca gmina, a nie Europejski Fundusz Rozwoju Regionalnego.",
        "Drogę opłaca nie tylko Europejski Fundusz Rozwoju Regionalnego.",
    ),
}


@pytest.mark.parametrize("language", DENIED)
def test_a_fund_that_is_denied_is_not_named_as_the_one_that_pays(language: str) -> None:
    outcomes = []
    for text in DENIED[language]:
        page = f"<html lang={language}><p>{text}</p>".encode()
        results = check(page, name="page.html", rules=["interreg-latvia-lithuania-2014-2020"]).publications[0].results
        outcomes += [(r.outcome.value, r.code) for r in results if r.check == "fund-name"]
    assert outcomes == [("failed", "fund-not-named"), ("passed", "fund-named")]
