"""Which rules the table of pages chooses: evidence of all kinds against evidence of others, in many languages."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from publicity_check import check
from publicity_check.applicability.evidence import gather
from publicity_check.applicability.weigh import weigh
from publicity_check.facts.finder import finder_for
from publicity_check.facts.model import Facts
from publicity_check.publication import Publication
from publicity_check.readers import read_bytes
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.evidence import EvidenceKind, EvidenceWeights
from publicity_check.rulebook.load import builtin

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "data" / "choice.toml").read_text("utf-8"))[
    "case"
]
EMBLEM = '<img src="eu.png" alt="EU emblem">'


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['about']}")
def test_the_rules_are_those_that_most_speaks_for(case: dict[str, Any]) -> None:
    body = case["html"].replace("{E}", EMBLEM)
    page = f'<html lang="{case["language"]}"><body>{body}</body></html>'.encode()
    chosen = check(page, name="page.html").publications[0].rule_packs
    assert len(chosen) == 1
    found = {chosen[0].id} if chosen[0].certain else set(chosen[0].candidates)
    if case.get("undecided"):
        assert not chosen[0].certain
        assert set(case["among"]) <= found
    else:
        assert found <= set(case["packs"].split(" | "))


def test_the_table_speaks_many_languages() -> None:
    assert len({case["language"] for case in CASES}) >= 20


RULES = builtin()
STEP = 0.15
"""How far a weight may be from where it was set without another choice."""


@cache
def found_in(language: str, html: str) -> tuple[Publication, Facts]:
    body = html.replace("{E}", EMBLEM)
    publication = read_bytes(f'<html lang="{language}"><body>{body}</body></html>'.encode(), "page.html")
    return publication, finder_for(RULES).find(publication)


def chosen_with(case: dict[str, Any], rules: Rulebook) -> set[str]:
    return set(weigh(gather(*found_in(case["language"], case["html"]), rules), rules).candidates)


def is_right(case: dict[str, Any], found: set[str]) -> bool:
    return set(case["among"]) <= found if case.get("undecided") else found <= set(case["packs"].split(" | "))


@pytest.mark.parametrize("factor", [1 - STEP, 1 + STEP])
@pytest.mark.parametrize("kind", sorted(RULES.evidence.kind))
def test_no_weight_is_set_on_an_edge(kind: EvidenceKind, factor: float) -> None:
    weights = RULES.evidence.joined(EvidenceWeights(kind={kind: RULES.evidence.kind[kind] * factor}))
    rules = replace(RULES, evidence=weights)
    wrong = [case["html"] for case in CASES if not is_right(case, chosen_with(case, rules))]
    assert wrong == []
