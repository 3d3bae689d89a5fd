"""A page is judged alike whichever noun of its language it uses for its project."""

import tomllib
from pathlib import Path

import pytest

from publicity_check import check
from publicity_check.results import Outcome
from publicity_check.rulebook import builtin

PAGES = tomllib.loads((Path(__file__).parents[1] / "data" / "nouns.toml").read_text(encoding="utf-8"))


def verdict(language: str, text: str) -> tuple[Outcome, list[tuple[str, Outcome, str]]]:
    html = f'<html lang="{language}"><h1>Velo 2024</h1>{text}'
    (report,) = check(html.encode(), name="page.html").publications
    return report.outcome, [(r.check, r.outcome, r.code) for r in report.results]


@pytest.mark.parametrize(
    ("language", "kind", "noun"),
    [(code, kind, noun) for code, page in PAGES.items() for kind in ("money", "news") for noun in page["nouns"]],
)
def test_a_page_is_judged_alike_whichever_noun_it_uses_for_its_project(language, kind, noun) -> None:
    page = PAGES[language]
    outcome, results = verdict(language, page[kind].replace("{}", noun))
    assert outcome == Outcome.FAILED
    assert (outcome, results) == verdict(language, page[kind].replace("{}", page["nouns"][0]))


def test_the_table_holds_all_languages_of_the_union_and_three_nouns_of_most() -> None:
    assert PAGES.keys() == builtin().languages.keys()
    assert sum(len(page["nouns"]) > 2 for page in PAGES.values()) > 18


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "Die Bürgerinitiative plant viele Maßnahmen. Maßnahmen werden von der Europäischen Union gefördert.",
            "inapplicable",
        ),
        ("Viele Vorhaben werden von der Europäischen Union gefördert.", "inapplicable"),
    ],
)
def test_projects_in_general_are_no_project(text: str, outcome: str) -> None:
    assert verdict("de", f"<p>{text} Das sagte der Sprecher der Stadt am Montag im Rathaus.</p>")[0] == outcome
