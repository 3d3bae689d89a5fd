"""Words for a project, years, periods: what a publication is judged by, beside what it says of money."""

import pytest

from publicity_check import check, find_facts, read
from publicity_check.facts.model import Facts
from publicity_check.publication import Span


def facts_of(text: str, language: str = "en") -> Facts:
    return find_facts(f'<html lang="{language}"><body>{text}</body></html>'.encode(), name="page.html")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The project and other projects.", [("project", "one", True), ("projects", "several", False)]),
        ("lv", "Projektā piedalās skolas.", [("Projektā", "one", True)]),
        ("lv", "Projekti sākas pavasarī.", [("Projekti", "several", False)]),
        ("de", "Das Vorhaben läuft bis Mai.", [("Vorhaben", "either", True)]),
        ("de", "Viele Projekte laufen.", [("Projekte", "several", False)]),
        ("es", "La operación termina en mayo.", [("operación", "one", False)]),
        ("it", "La operación termina.", []),
        ("el", "Η πράξη και το έργο.", [("πράξη", "one", False), ("έργο", "one", True)]),
        ("fi", "Hankkeessa rakennetaan silta.", [("Hankkeessa", "one", True)]),
        ("en", "A projector, a projection.", []),
    ],
)
def test_a_project_is_spoken_of(language: str, text: str, expected: list[tuple[str, str, bool]]) -> None:
    found = facts_of(f"<p>{text}</p>", language).project_nouns
    assert [(m.word, m.number, m.plain) for m in found] == expected
    assert [m.one for m in found] == [number != "several" for _, number, _ in expected]


@pytest.mark.parametrize(
    ("text", "years", "periods"),
    [
        ("Built in 2017 and 2019.", [2017, 2019], []),
        ("The programme 2014–2020 ended.", [2014, 2020], ["2014-2020"]),
        ("The programme 2014-2020 ended.", [2014], ["2014-2020"]),
        ("From 2021 to 2027", [2021, 2027], ["2021-2027"]),
        ("Between 2007 and 2020", [2007, 2020], []),
        ("On 05.12.2024 for 2 024,00 euro, No 12024 of 1999 and 2040.", [], []),
    ],
)
def test_years_and_periods_are_named(text: str, years: list[int], periods: list[str]) -> None:
    found = facts_of(f"<p>{text}</p>")
    assert [m.year for m in found.years] == years
    assert [m.period for m in found.periods] == periods


def test_what_is_not_seen_is_marked_so() -> None:
    found = facts_of("<p hidden>The project of 2019, 2014–2020.</p>")
    mentions = [*found.project_nouns, *found.periods, found.years[0]]
    assert [m.visible for m in mentions] == [False, False, False]


def test_a_span_stands_in_a_sentence_of_its_block() -> None:
    page = "<p>Dr. Ozola came. The project ended. All left.</p>"
    found = facts_of(page)
    text = read(page.encode(), name="page.html").blocks[0].text
    (project,) = found.project_nouns
    sentence = found.sentence(project.span)
    assert text[sentence.start : sentence.end] == "The project ended. "
    assert found.sentence(project.span, after=1).end == len(text)
    assert sentence.holds(project.span)
    assert not sentence.holds(Span.within(0, 0, 3))
    assert not sentence.holds(Span(0, sentence.start, 1, 2))


TRAINS = "<p>The new trains, which the whole region has been waiting for, were co-funded by the European Union.</p>"


@pytest.mark.parametrize(("site_footer", "headline"), [((), ""), ((".everywhere",), "perhaps-funded")])
def test_a_project_named_on_every_page_of_a_site_makes_no_page_one_of_a_project(
    site_footer: tuple[str, ...], headline: str
) -> None:
    page = f'<html lang="en"><body>{TRAINS}<p class="everywhere">About the project</p></body></html>'.encode()
    publication = read(page, name="page.html", site_footer=site_footer)
    assert check(publication).publications[0].headline == headline
