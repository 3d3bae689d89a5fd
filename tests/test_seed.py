"""The press release this project began with, in three formats; only its developers have it, beside the checkout."""

from pathlib import Path

import pytest

from publicity_check import check, find_facts, next_step, say
from publicity_check.facts.model import Facts

SEED = Path(__file__).parents[2] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the seed press release is not on this machine")
FORMATS = ("txt", "html", "docx")


@pytest.fixture(scope="module")
def facts() -> dict[str, Facts]:
    return {f: find_facts(SEED / f"lli-263.{f}") for f in FORMATS}


@pytest.mark.parametrize("format_", FORMATS)
def test_the_seed_gives_its_number_amounts_and_disclaimer(facts: dict[str, Facts], format_: str) -> None:
    found = facts[format_]
    assert {n.value for n in found.project_numbers} == {"LLI-263"}
    amounts = {(str(a.value), a.scope, a.share) for a in found.amounts}
    assert {
        ("176680.75", "project", "total"),
        ("150178.64", "project", "eu"),
        ("37710.27", "partner", "total"),
        ("32053.72", "partner", "eu"),
    } <= amounts
    disclaimer = next(s for s in found.statements if s.part == "disclaimer")
    assert disclaimer.slots["beneficiary"] == "Jēkabpils pilsētas pašvaldība"
    assert "ERDF" in {f.fund for f in found.funds}
    assert found.language.code == "lv"


def test_the_three_formats_say_the_same(facts: dict[str, Facts]) -> None:
    def said(found: Facts) -> tuple[object, ...]:
        return (
            sorted(n.value for n in found.project_numbers),
            [(a.value, a.scope, a.share, a.partner) for a in found.amounts],
            [(s.part, s.wordings, s.coverage) for s in found.statements],
            sorted((f.fund, f.name) for f in found.funds),
            sorted({link.host for link in found.links if "." in link.host}),
        )

    assert said(facts["html"]) == said(facts["txt"]) == said(facts["docx"])


@pytest.mark.parametrize("format_", FORMATS)
def test_the_seed_lacks_only_the_emblem(format_: str) -> None:
    report = check(SEED / f"lli-263.{format_}").publications[0]
    assert {r.check for r in report.results if r.outcome == "failed"} == (set() if format_ == "txt" else {"emblem"})
    notes = {n.code for r in report.results if r.check == "budget" for n in r.notes}
    assert notes == {"cent-rounding", "mixed-number-styles"}


def test_two_swapped_digits_are_named_with_the_figure_that_would_fit() -> None:
    text = (SEED / "lli-263.txt").read_text(encoding="utf-8").replace("150 178,64", "150 187,64")
    report = check(text.encode(), name="press-release.txt").publications[0]
    budget = next(r for r in report.results if r.check == "budget" and r.outcome == "failed")
    assert budget.kind == "conflicting"
    assert "150 178,64" in say(budget) + next_step(budget)
    assert {"150 187,64 EUR", "176 680,75 EUR"} <= {e.quote for e in budget.evidence}
