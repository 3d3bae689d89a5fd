"""Figures that real publications carried, in sentences of our own: each must come out as a careful reader sees it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from budget_cases import judge, say

CASES = tomllib.loads((Path(__file__).parents[1] / "data/budget/real_figures.toml").read_text("utf-8"))["case"]
ORDER = ("failed", "needs_review", "passed", "inapplicable")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_real_figures_are_judged_as_a_careful_reader_would(case: dict[str, Any]):
    parts = [*case["text"], *([case["table"]] if "table" in case else [])]
    findings = judge(*parts, language=case["language"], lists=case.get("list", False), maximum={})
    outcome = min((f.outcome.value for f in findings), key=ORDER.index)
    assert outcome in case["outcome"], [say(f) for f in findings]
