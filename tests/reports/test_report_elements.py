"""For each element of a publication: what is found, is it asked for, is it right? One small table, in every report."""

import json
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from pages import latvian
from publicity_check import Report, ReportOptions, check, render

INTERREG = "interreg-latvia-lithuania-2014-2020"
PAGE = b"""<html lang=en><body><p>The project Bridges (No 101077777) pays for a new path, and people walk along the
river all year. More on <a href="https://europa.eu/">europa.eu</a>.</p><p>Co-funded by the European Union. Views and
opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or
EACEA. Neither the European Union nor EACEA can be held responsible for them.</p></body></html>"""


def rows(report: Report) -> dict[str, dict[str, Any]]:
    found = json.loads(render(report, "json"))["publications"][0]["elements"]
    return {row["check"]: row for row in found}


def test_each_element_is_found_asked_for_and_judged() -> None:
    found = rows(check(latvian(disclaimer="", number="LLI-422"), name="page.html"))
    assert len(found) == 11
    assert found["disclaimer"] == {
        "check": "disclaimer",
        "project": "LLI-422",
        "asked": "must",
        "verdict": "missing",
        "found": found["disclaimer"]["found"],
    }
    assert (found["project-number"]["found"], found["project-number"]["verdict"]) == (["LLI-422"], "passed")
    assert found["emblem"]["asked"] == "must"


@pytest.mark.parametrize(
    ("rules", "name", "asked"),
    [
        ("horizon-europe-2021-2027", "eu-link", "not-known"),
        ("horizon-europe-2021-2027", "disclaimer", "must"),
        ("interreg-romania-bulgaria-2021-2027", "disclaimer", "not-known"),
        ("interreg-romania-bulgaria-2021-2027", "programme-name", "must"),
        (INTERREG, "eu-link", "must"),
        (INTERREG, "language", "should"),
    ],
)
def test_not_asked_and_not_known_are_two_things(rules: str, name: str, asked: str) -> None:
    assert rows(check(PAGE, name="page.html", rules=[rules]))[name]["asked"] == asked


def test_what_is_there_is_shown_though_it_is_not_asked_for() -> None:
    report = check(PAGE, name="page.html", rules=["interreg-romania-bulgaria-2021-2027"])
    found = rows(report)
    assert (found["eu-link"]["found"], found["eu-link"]["verdict"]) == (["europa.eu"], "inapplicable")
    assert found["disclaimer"]["found"]
    (result,) = [r for r in report.publications[0].results if r.check == "eu-link"]
    assert [e.quote for e in result.evidence] == ["europa.eu"]


def test_what_the_rules_differ_in_that_may_hold_is_undecided() -> None:
    report = check(b"<html lang=en><p>Our project is co-funded by the European Union.</p></html>", name="page.html")
    assert rows(report)["disclaimer"]["asked"] == "undecided"
    assert rows(report)["emblem"]["asked"] == "must"


@pytest.mark.parametrize(
    ("language", "head", "cells"),
    [
        ("en", ("Element", "Found", "Asked for", "Verdict"), ("Disclaimer", "–", "not known", "–")),
        ("lv", ("Elements", "Atrasts", "Prasīts", "Vērtējums"), ("Atruna par atbildību", "–", "nav zināms", "–")),
        ("lt", ("Elementas", "Rasta", "Reikalaujama", "Vertinimas"), ("Atsakomybės apribojimas", "–", "nežinoma", "–")),
    ],
)
def test_the_table_is_written_for_people_in_their_language(
    language: str, head: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    page = b"<html lang=en><p>Co-funded by the European Union.</p></html>"
    report = check(page, name="page.html", rules=["interreg-romania-bulgaria-2021-2027"])
    assert head[1] not in render(report, "text", ReportOptions(language=language)).split()
    lines = render(report, "text", ReportOptions(language=language, verbose=True)).splitlines()
    first = next(
        n for n, line in enumerate(lines) if tuple(line.split("  ")[:1]) and head[0] in line and head[3] in line
    )
    assert all(len(line) <= 88 for line in lines[first : first + 11])
    assert lines[first + 2].split("  ")[1].strip() == cells[0]
    assert cells[2] in lines[first + 2]
    html = LexborHTMLParser(render(report, "html", ReportOptions(language=language)))
    (table,) = html.css("details.elements table")
    assert tuple(cell.text() for cell in table.css("thead th")) == head
    assert tuple(cell.text() for cell in table.css("tbody tr")[1].css("th, td")) == cells


def test_a_page_of_two_projects_has_a_table_for_each() -> None:
    page = latvian(more="<h2>Otrs</h2><p>Projekts “Kalni un lejas” Nr. LLI-111.</p>")
    report = check(page, name="page.html")
    found = json.loads(render(report, "json"))["publications"][0]["elements"]
    assert [row["project"] for row in found] == ["LLI-422"] * 11 + ["LLI-111"] * 11
    titles = [s.text() for s in LexborHTMLParser(render(report, "html")).css("details.elements summary")]
    assert ["LLI-422" in titles[0], "LLI-111" in titles[1]] == [True, True]


def test_what_was_not_judged_has_no_table() -> None:
    report = check(b"<html lang=en><p>Opening hours: nine to five.</p></html>", name="page.html")
    assert rows(report) == {}
    assert "details class" not in render(report, "html")
