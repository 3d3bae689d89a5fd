"""Which rules the table of pages chooses: evidence of all kinds against evidence of others, in many languages."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from publicity_check import check

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
