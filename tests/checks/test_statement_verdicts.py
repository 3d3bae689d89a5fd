"""What is told of a funding statement and a disclaimer, under which condition."""

from typing import Any

import pytest
from judged_pages import cases, told, wanted

from publicity_check import check
from publicity_check.rulebook import builtin

CASES = cases("statements")


@pytest.mark.parametrize("case", CASES, ids=[case["condition"] for case in CASES])
def test_a_statement_is_judged(case: dict[str, Any]) -> None:
    assert told(case) == wanted(case)


NEITHER = {
    "pl": (
        "Unia Europejska ani organ przyznający dotację nie ponoszą za nie odpowiedzialności",
        "Unia Europejska i organ przyznający dotację ponoszą za nie odpowiedzialność",
    ),
    "en": (
        "Neither the European Union nor the granting authority can be held responsible for them",
        "Both the European Union and the granting authority can be held responsible for them",
    ),
    "it": (
        "Né l'Unione europea né l'amministrazione erogatrice possono esserne ritenute responsabili",
        "L'Unione europea e l'amministrazione erogatrice possono esserne ritenute responsabili",
    ),
    "fr": (
        "Ni l'Union européenne ni l'autorité chargée de l'octroi ne peuvent en être tenues pour responsables",
        "L'Union européenne et l'autorité chargée de l'octroi peuvent en être tenues pour responsables",
    ),
}


@pytest.mark.parametrize("language", NEITHER)
def test_a_disclaimer_that_makes_the_union_answer_says_the_opposite(language: str) -> None:
    denied, affirmed = NEITHER[language]
    text = next(part.text for part in builtin().wordings["mga-17-3"].part if part.language == language)
    text = text.replace("{authority_short}", "REA").replace("{authority}", "REA")
    first = text.rpartition(". ")[0]
    for said, outcome in ((denied, "passed"), (affirmed, "failed")):
        page = f"<html lang={language}><p>Grant agreement No 101098765. {first}. {said}.</p>"
        report = check(page.encode(), name="page.html", rules=["horizon-europe-2021-2027"]).publications[0]
        assert [r.outcome.value for r in report.results if r.check == "disclaimer"] == [outcome]
