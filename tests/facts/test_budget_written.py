"""Budgets in order as people write them: what each figure is, and that nothing is called wrong."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from publicity_check import Facts, check, find_facts, read

DATA = Path(__file__).parents[1] / "data/budget"
CASES = tomllib.loads((DATA / "written.toml").read_text("utf-8"))["case"]
SLIPS = tomllib.loads((DATA / "slips.toml").read_text("utf-8"))["case"]
TWO_TOTALS = tomllib.loads((DATA / "slips.toml").read_text("utf-8"))["two-totals"]


def facts_of(page: str) -> Facts:
    return find_facts(read(page.encode(), name="page.html"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['language']}: {case['why']}" for case in CASES])
def test_a_budget_in_order_is_read(case):
    page = f"<html lang={case['language']}><body><main>{case['page']}</main></body></html>"
    found = facts_of(page)
    roles = {Decimal(value): role for value, role in case["roles"].items()}
    told = {a.value: f"{a.scope} {a.share or ''}" for a in found.amounts if a.value in roles}
    assert {value: role[: len(roles[value])] for value, role in told.items()} == roles
    assert not [b.kind for b in found.budget.breaches]


@pytest.mark.parametrize("case", SLIPS, ids=[f"{case['language']}: {case['why']}" for case in SLIPS])
def test_a_slip_is_found_though_words_say_little(case):
    page = f"<html lang={case['language']}><body><main>{case['page']}</main></body></html>"
    found = facts_of(page)
    assert Decimal(case["right"]) in {slip.right for b in found.budget.breaches for slip in b.slips}


@pytest.mark.parametrize("case", TWO_TOTALS, ids=[case["language"] for case in TWO_TOTALS])
def test_two_totals_of_one_project_that_no_rounding_explains_are_asked_about(case):
    page = f"<html lang={case['language']}><body><main>{case['page']}</main></body></html>"
    (report,) = check(page.encode(), name="page.html", funded=True).publications
    (said,) = [r for r in report.results if r.check == "budget"]
    assert (said.outcome.value, said.code) == ("needs_review", "repeated-differs-unsure")
    assert facts_of(page.replace("300", "234")).budget.breaches == ()
