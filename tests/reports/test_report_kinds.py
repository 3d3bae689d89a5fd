"""Many findings of one kind on a page are told together, and what is said alike of several projects is told once."""

import json
import re

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from publicity_check.reports import ReportOptions, render
from publicity_check.reports.kinds import by_kind
from publicity_check.results import Kind, Outcome, Result
from publicity_check.values.message import Quote
from report_samples import defective, publication, report, result, span_of

PLACES = [
    "176 680,75 EUR",
    "150 187,64 EUR",
    "85 %",
    "LLI-999",
    "citāts",
    "www.latlit.eu",
    "šeit",
    "Projekta",
    "kopējās",
]


def figure(number: int) -> Result:
    text = publication()
    place = text.evidence(span_of(PLACES[number % len(PLACES)]))
    return result(
        "budget",
        Outcome.FAILED,
        kind=Kind.CONFLICTING,
        code="figure-unreadable",
        values={"figure": Quote(f"EUR-{number}-")},
        evidence=(place,),
    )


MANY = tuple(figure(number) for number in range(312))


def written(form: str, results: tuple[Result, ...], language: str = "en") -> str:
    return render(form, report(defective(results=results)), ReportOptions(language=language))


@pytest.mark.parametrize(
    ("language", "more"),
    [("en", "309 more findings of this kind."), ("lv", "Vēl 309 šādi atradumi."), ("lt", "Dar 309 tokie radiniai.")],
)
def test_of_many_findings_of_one_kind_a_few_are_told_and_the_others_counted(language: str, more: str) -> None:
    text = written("text", MANY, language)
    assert len(re.findall("EUR-[0-9]+-", text)) == 3
    assert text.count(more) == 1
    assert "312" in text.splitlines()[0]
    places = text.partition(more)[2].partition("\n\n")[0]
    assert places.count("> ") == 5
    page = LexborHTMLParser(written("html", MANY, language))
    assert len(page.css("article.card")) == 3
    (told,) = page.css("p.more")
    assert told.text().strip() == more


def test_lists_for_people_count_and_lists_for_tools_stay_whole() -> None:
    assert len(re.findall("^::error", written("github", MANY), re.MULTILINE)) == 3
    assert "309 more findings of this kind." in written("github", MANY)
    rows = [line for line in written("markdown", MANY).splitlines() if line.startswith("| Budget")]
    assert len(rows) == 3
    assert "309 more findings of this kind." in rows[-1]
    assert len(json.loads(written("json", MANY))["publications"][0]["results"]) == 312
    assert len(json.loads(written("sarif", MANY))["runs"][0]["results"]) == 312
    assert len(json.loads(written("gitlab", MANY))) == 312
    assert written("concise", MANY).count("budget/figure-unreadable") == 312
    assert written("statistics", MANY).startswith("312\t1\t")


def test_few_findings_of_one_kind_are_all_told_in_full() -> None:
    assert [t.more for t in by_kind(MANY[:3])] == [(), (), ()]
    assert "more finding" not in written("text", MANY[:3])
    assert "1 more finding of this kind." in written("text", MANY[:4])


@pytest.mark.parametrize("field", ["requirement", "code", "project", "baselined"])
def test_other_checks_codes_projects_and_known_ones_are_told_apart(field: str) -> None:
    other = {"requirement": "other/budget", "code": "share-slip", "project": "LLI-888", "baselined": True}[field]
    changed = tuple(replace(r, **{field: other}) for r in MANY[3:6])
    assert [t.more for t in by_kind((*MANY[:3], *changed))] == [()] * 6


def test_what_is_said_alike_of_several_projects_is_told_and_counted_once() -> None:
    missing = result("emblem", Outcome.FAILED, kind=Kind.MISSING, code="emblem-missing", values={})
    several = tuple(replace(missing, project=f"LLI-{n}") for n in range(1, 6))
    text = written("text", (*several, MANY[0]))
    assert text.startswith("1 thing is missing, 1 figure does not agree.")
    assert text.count("emblem of the European Union is missing") == 1
    assert "EU emblem (project LLI-1, LLI-2, LLI-3 …)" in text
    assert text.count("Add the emblem") == 1
    assert len(LexborHTMLParser(written("html", (*several, MANY[0]))).css("article.card")) == 2
    assert len(json.loads(written("json", several))["publications"][0]["results"]) == 5
