"""What is left out where nothing speaks of the Union decides nothing: reports without facts say the same."""

from pathlib import Path
from typing import Any

import pytest

from publicity_check.facts.money.find import AmountFinder
from publicity_check.judging.evaluate import Options
from publicity_check.publication import Publication
from publicity_check.results import Outcome, PublicationReport
from publicity_check.run import Run

EXAMPLES = sorted(
    p for p in Path(__file__).parents[2].joinpath("examples").rglob("*.*") if p.suffix in {".html", ".docx"}
)
TOWN = b"<p>The new pool cost 2 000 000 EUR, of which the town paid 85 %.</p>"
TOWN_OF_A_PROJECT = b"<p>The project costs 200 000 EUR in all. Of this, 85 % or 180 000 EUR is the grant.</p>"
CALL = b"<p>Projects of Interreg Latvia - Lithuania cost 2 000 000 EUR.</p>"
UNION = b"<p>The project costs 200 000 EUR; 85 %, 170 000 EUR, come from the European Union.</p>"


def report(data: bytes, name: str, *, facts: bool) -> PublicationReport:
    return Run(Options(keep_facts=facts)).check_bytes(data, name)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_an_example_is_judged_alike_with_and_without_its_facts_in_the_report(path: Path):
    data = path.read_bytes()
    told, untold = (report(data, path.name, facts=facts) for facts in (True, False))
    assert (told.outcome, told.results, told.said) == (untold.outcome, untold.results, untold.said)


def test_figures_of_a_page_that_names_no_union_are_read_only_for_a_report_that_shows_them(
    monkeypatch: pytest.MonkeyPatch,
):
    asked: list[str] = []
    find = AmountFinder.find

    def counted(self: AmountFinder, page: Publication, *others: Any) -> Any:
        asked.append(page.name)
        return find(self, page, *others)

    monkeypatch.setattr(AmountFinder, "find", counted)
    report(TOWN, "pool.html", facts=False)
    report(CALL, "call.html", facts=False)
    assert asked == []
    report(UNION, "share.html", facts=False)
    facts = report(TOWN, "pool.html", facts=True).facts
    assert list(dict.fromkeys(asked)) == ["share.html", "pool.html"]
    assert facts is not None
    assert [a.value for a in facts.amounts] == [2_000_000]


def test_a_page_that_is_said_to_be_funded_has_its_figures_read():
    options = {"told": Options(keep_facts=False, funded=True), "untold": Options(keep_facts=False)}
    said = {name: Run(o).check_bytes(TOWN_OF_A_PROJECT, "pool.html") for name, o in options.items()}
    assert said["untold"].outcome is Outcome.INAPPLICABLE
    assert {r.outcome for r in said["told"].results if r.check == "budget"} == {Outcome.FAILED}
