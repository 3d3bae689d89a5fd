"""Sections of a page: accounts that each close are projects of their own, and money of other sections is others'."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from publicity_check import Facts, find_facts, read

CASES = tomllib.loads((Path(__file__).parents[1] / "data/budget/sections.toml").read_text("utf-8"))
accounts = pytest.mark.parametrize("case", CASES["account"], ids=[case["language"] for case in CASES["account"]])


def facts(language: str, *parts: str) -> Facts:
    page = f"<html lang={language}><body><main>{''.join(parts)}</main></body></html>"
    return find_facts(read(page.encode(), name="page.html"))


def slipped(text: str, right: str, wrong: str) -> str:
    """Return a text with a slip in the first three digits behind a group of a figure."""
    return text.replace(right, wrong).replace(right.replace(" ", "."), wrong.replace(" ", "."))


@accounts
def test_two_sections_that_each_close_are_two_projects(case: Mapping[str, str]):
    found = facts(case["language"], case["one"], case["other"])
    totals = [str(a.value) for a in found.amounts if a.scope == "project" and a.share == "total"]
    assert totals == ["486213.40", "96400.00"]
    assert not found.budget.breaches


@accounts
def test_a_slip_in_the_second_account_is_found(case: Mapping[str, str]):
    found = facts(case["language"], case["one"], slipped(case["other"], "53 984", "58 984"))
    assert "53984.00" in {str(slip.right) for b in found.budget.breaches for slip in b.slips}


@accounts
def test_the_account_of_one_project_may_stand_in_several_sections(case: Mapping[str, str]):
    """The total in one section and the parts in another are one account: a slip in either is found."""
    head, _, parts = case["one"].partition(": 4")
    split = f"{head}.</p><h2>2.</h2><p>4{parts}"
    assert not facts(case["language"], split).budget.breaches
    assert facts(case["language"], slipped(split, "486 213", "468 213")).budget.breaches


@pytest.mark.parametrize("case", CASES["elsewhere"], ids=[case["language"] for case in CASES["elsewhere"]])
def test_money_of_another_section_is_not_the_budget_that_closes(case: Mapping[str, str]):
    table = "<h2>LLI-263</h2><table>" + "".join(
        f"<tr><td>{name}</td><td>{figure} EUR</td></tr>"
        for name, figure in (("EU 85 %", "413281,39"), ("15 %", "72932,01"), ("100 %", "486213,40"))
    )
    found = facts(case["language"], "<h1>A</h1>", table + "</table>", case["text"])
    (other,) = [a for a in found.amounts if str(a.value) == case["value"]]
    assert other.scope in {"other", None}
    assert not found.budget.breaches
