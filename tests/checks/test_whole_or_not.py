"""What is left out where nothing speaks of the Union decides nothing: reports without facts say the same."""

from pathlib import Path

import pytest

from publicity_check.facts.finder import finder_for
from publicity_check.judging.evaluate import Options
from publicity_check.readers import read_bytes
from publicity_check.results import Outcome, PublicationReport
from publicity_check.rulebook import builtin
from publicity_check.run import Run

EXAMPLES = sorted(
    p for p in Path(__file__).parents[2].joinpath("examples").rglob("*.*") if p.suffix in {".html", ".docx"}
)
TOWN = b"<p>The new pool cost 2 000 000 EUR, of which the town paid 85 %.</p>"
TOWN_OF_A_PROJECT = b"<p>The project costs 200 000 EUR in all. Of this, 85 % or 180 000 EUR is the grant.</p>"
UNION = b"<p>The project costs 200 000 EUR; 85 %, 170 000 EUR, come from the European Union.</p>"


def report(data: bytes, name: str, *, facts: bool) -> PublicationReport:
    return Run(Options(keep_facts=facts)).check_bytes(data, name)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_an_example_is_judged_alike_with_and_without_its_facts_in_the_report(path: Path):
    data = path.read_bytes()
    told, untold = (report(data, path.name, facts=facts) for facts in (True, False))
    assert (told.outcome, told.results, told.said) == (untold.outcome, untold.results, untold.said)


def test_figures_of_a_page_that_names_no_union_are_read_only_for_a_report_that_shows_them():
    finder, page = finder_for(builtin()), read_bytes(TOWN, "pool.html")
    assert finder.find(page, whole=False).amounts == ()
    assert [a.value for a in finder.find(page).amounts] == [2_000_000]


def test_figures_of_a_page_that_names_the_union_are_always_read():
    page = read_bytes(UNION, "share.html")
    assert [a.value for a in finder_for(builtin()).find(page, whole=False).amounts] == [200_000, 170_000]


def test_a_page_that_is_said_to_be_funded_has_its_figures_read():
    options = {"told": Options(keep_facts=False, funded=True), "untold": Options(keep_facts=False)}
    said = {name: Run(o).check_bytes(TOWN_OF_A_PROJECT, "pool.html") for name, o in options.items()}
    assert said["untold"].outcome is Outcome.INAPPLICABLE
    assert {r.outcome for r in said["told"].results if r.check == "budget"} == {Outcome.FAILED}
