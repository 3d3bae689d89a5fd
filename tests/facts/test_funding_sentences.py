"""Funding sentences as each country writes them, and general ones that claim nothing of their publication."""

import tomllib
from pathlib import Path

import pytest
from statement_help import find

from publicity_check.facts.model import Statement

SENTENCES = tomllib.loads((Path(__file__).parent.parent / "data" / "funding_sentences.toml").read_text("utf-8"))


def _claims(text: str, language: str) -> list[Statement]:
    found = find(text, language=language)
    return [s for s in found if s.part == "funding-statement" and not s.codes & {"negated", "quoted", "union-replaced"}]


@pytest.mark.parametrize("language", SENTENCES)
def test_sentences_that_say_who_funds_are_found(language: str) -> None:
    missed = [text for text in SENTENCES[language]["claims"] if not _claims(text, language)]
    assert missed == []


@pytest.mark.parametrize("language", SENTENCES)
def test_sentences_about_projects_in_general_questions_and_denials_claim_nothing(language: str) -> None:
    taken = [text for text in SENTENCES[language]["none"] if _claims(text, language)]
    assert taken == []


def test_words_of_a_menu_before_a_statement_do_not_make_it_general() -> None:
    assert _claims("Home | Projects | Co-funded by the European Union", "en")


def test_one_project_among_many_is_still_funded() -> None:
    assert _claims("Among our projects, the project Tidal Loom is co-funded by the European Union.", "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This project is not only co-funded by the European Union but also by the town."),
        ("pl", "Młyn ma nowe koło; zapłacono za nie z pieniędzy Unii Europejskiej."),
        ("en", "Without the project, co-funded by the European Union, the mill would stand still."),
    ],
)
def test_a_negator_that_denies_something_else_does_not_deny_the_funding(language: str, text: str) -> None:
    assert _claims(text, language)


def test_funding_denied_is_found_and_marked_so() -> None:
    (denied,) = find("L’Unione europea non cofinanzia questo progetto.", language="it")
    assert "negated" in denied.codes
