"""What is told of the links to the programme's site and the Union's, under which condition."""

from typing import Any

import pytest
from judged_pages import cases, short_page, told, wanted

from publicity_check import check, find_facts, read
from publicity_check.checks.interface import Case
from publicity_check.checks.links.verdict import judge
from publicity_check.results import Finding
from publicity_check.rulebook import builtin

CASES = cases("links")


@pytest.mark.parametrize("case", CASES, ids=[case["condition"] for case in CASES])
def test_a_link_is_judged(case: dict[str, Any]) -> None:
    assert told(case) == wanted(case)


def judged(*paragraphs: str) -> Finding:
    """Return what is told of a page's links where "mill.eu" is asked for and "oldmill.com" was the site before."""
    publication = read(short_page(list(paragraphs)), name="page.html")
    facts = find_facts(publication)
    pack = builtin().pack("interreg-latvia-lithuania-2014-2020")
    requirement = next(r for r in pack.requirement if r.check == "programme-link")
    (finding,) = judge(Case(publication, facts, facts, pack, builtin()), requirement, ["mill.eu"], ["oldmill.com"])
    return finding


def test_the_former_site_of_another_name_counts_with_a_note() -> None:
    found = judged('<a href="https://oldmill.com/">mill</a>')
    assert (found.outcome, found.code) == ("passed", "link-present")
    assert [note.code for note in found.notes] == ["link-former-site"]


def test_the_present_site_is_told_before_the_former_one_even_where_it_stands_as_text() -> None:
    found = judged('<a href="https://oldmill.com/">mill</a>', "mill.eu")
    assert (found.evidence[0].quote, found.notes) == ("mill.eu", ())


THE_SITE = {
    "ro": (
        "Proiectul este implementat prin Programul Interreg VI-A România-Bulgaria 2021-2027.",
        "site-ul programului",
    ),
    "de": ("Das Projekt gehört zu Interreg Bayern-Österreich 2021–2027.", "Website des Programms"),
    "sv": ("Projektet ingår i Interreg Sverige-Norge 2021–2027.", "programmets webbplats"),
    "pl": ("Projekt realizowany w ramach Programu Interreg VI-A Polska–Słowacja 2021-2027.", "strona programu"),
    "lv": ("Projekts īstenots Interreg VI-A Latvijas–Lietuvas programmā 2021.–2027. gadam.", "programmas vietne"),
}


@pytest.mark.parametrize("language", THE_SITE)
def test_a_link_that_calls_itself_the_programmes_and_leads_to_another_is_asked_about(language: str) -> None:
    said, called = THE_SITE[language]
    body = f'<p>{said}</p><p><a href="https://www.interreg-rohu.eu">{{}}</a></p>'
    for text, asked in ((called, True), ("Oradea", False)):
        page = f"<html lang={language}><body>{body.format(text)}".encode()
        results = check(page, name="page.html", funded=True).publications[0].results
        assert ("link-of-other-programme" in {r.code for r in results}) is asked
