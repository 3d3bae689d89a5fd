"""Which project a figure belongs to, and whose role an undecided figure takes over."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from publicity_check import Facts, Outcome, Project, check, find_facts, read

CASES = tomllib.loads((Path(__file__).parents[1] / "data/budget/projects.toml").read_text(encoding="utf-8"))["case"]
DECLARED = [Project(number="LLI-263", total=Decimal(100_000)), Project(number="LLI-422", total=Decimal(200_000))]
NAMED = "<p>Projects LLI-263 and LLI-422 are co-funded by the European Union.</p>"
ORDERS = {
    "figure first, sentences": "<p>100 000 EUR is the total budget of project LLI-263. "
    "200 000 EUR is the total budget of project LLI-422.</p>",
    "number first, sentences": "<p>The total budget of project LLI-263 is 100 000 EUR. "
    "The total budget of project LLI-422 is 200 000 EUR.</p>",
    "figure first, list": "<ul><li>100 000 EUR: total budget of project LLI-263</li>"
    "<li>200 000 EUR: total budget of project LLI-422</li></ul>",
    "number first, list": "<ul><li>Project LLI-263: total budget 100 000 EUR</li>"
    "<li>Project LLI-422: total budget 200 000 EUR</li></ul>",
    "figure first, table": "<table><tr><th>Total budget</th><th>Project</th></tr><tr><td>100 000 EUR</td>"
    "<td>LLI-263</td></tr><tr><td>200 000 EUR</td><td>LLI-422</td></tr></table>",
    "number first, table": "<table><tr><th>Project</th><th>Total budget</th></tr><tr><td>LLI-263</td>"
    "<td>100 000 EUR</td></tr><tr><td>LLI-422</td><td>200 000 EUR</td></tr></table>",
}


def page(body: str) -> bytes:
    return f'<html lang="en"><body><main><h1>News</h1>{body}</main></body></html>'.encode()


def facts(body: str) -> Facts:
    return find_facts(read(page(body), name="page.html"))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_figure_belongs_to_the_project_that_its_surroundings_name(case):
    found = facts(case["page"])
    figures = sorted((*found.amounts, *found.rates), key=lambda figure: (figure.span.first, figure.span.start))
    assert [[figure.as_written, figure.project or ""] for figure in figures] == case["figures"]


@pytest.mark.parametrize("body", ORDERS.values(), ids=ORDERS)
def test_right_totals_of_two_projects_agree_with_their_profiles_and_without(body: str):
    for projects in ([], DECLARED):
        publication = check(page(body + NAMED), name="page.html", projects=projects).publications[0]
        budgets = {r.project: (r.outcome, r.code) for r in publication.results if r.check == "budget"}
        assert budgets == dict.fromkeys(("LLI-263", "LLI-422"), (Outcome.PASSED, "single-figure"))


@pytest.mark.parametrize("body", ORDERS.values(), ids=ORDERS)
def test_totals_of_two_projects_in_each_others_place_fail(body: str):
    swapped = body.replace("100 000", "x").replace("200 000", "100 000").replace("x", "200 000")
    publication = check(page(swapped + NAMED), name="page.html", projects=DECLARED).publications[0]
    failed = {(r.project, r.outcome) for r in publication.results if r.check == "budget"}
    assert failed == {("LLI-263", Outcome.FAILED), ("LLI-422", Outcome.FAILED)}


TOTAL = "<p>Project LLI-263.</p><p>The total budget is {}.</p><p>{}</p>"


@pytest.mark.parametrize(
    ("total", "sentence", "role"),
    [
        ("123 456 EUR", "The park got 123 456 EUR.", ("project", "total")),
        ("123 400 EUR", "The park got 123 400 EUR.", ("project", "total")),
        ("123 000 EUR", "The park got 123 000 EUR.", (None, None)),  # a round figure may be any other
        ("123 456 EUR", "The park got 123 457 EUR.", (None, None)),
        ("123 456 EUR", "The park got 123 456.40 EUR.", (None, None)),  # agrees, but is not the same
        ("123 456 EUR", "The park got 123 456 PLN.", (None, None)),
        ("123 456 EUR", "The ticket price is 123 456 EUR.", ("other", None)),
        ("123 456 EUR", "The ERDF gave 123 456 EUR.", ("project", "eu")),
    ],
)
def test_an_undecided_figure_takes_the_role_of_the_same_figure(total, sentence, role):
    amount = facts(TOTAL.format(total, sentence)).amounts[-1]
    assert (amount.scope, amount.share) == role
    assert ("the same figure" in amount.reasons) == (role == ("project", "total"))


def test_with_the_role_of_the_same_figure_go_its_fund_and_partner():
    body = "<p>Project LLI-263.</p><p>The ERDF contribution of the partner Harbour Museum is 123 456 EUR.</p>"
    one, other = facts(body + "<p>The park got 123 456 EUR.</p>").amounts
    assert (other.scope, other.share, other.fund, other.partner) == ("partner", "eu", "ERDF", one.partner)
    assert one.partner == "Harbour Museum"


def test_the_same_figure_of_another_project_tells_nothing():
    body = "<p>The total budget of project LLI-263 is 123 456 EUR.</p><p>The park LLI-422 got 123 456 EUR.</p>"
    assert [(a.project, a.share) for a in facts(body).amounts] == [("LLI-263", "total"), ("LLI-422", None)]


def test_an_undecided_figure_beside_an_undecided_one_stays_so():
    body = "<p>Project LLI-263.</p><p>The park got 123 456 EUR.</p><p>The road got 123 456 EUR.</p>"
    assert [(a.share, a.reasons) for a in facts(body).amounts] == [(None, ()), (None, ())]
