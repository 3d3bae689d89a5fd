"""Roles: what an amount is the amount of, by the words and the structure around it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from budget_cases import amounts

TEXTS = tomllib.loads((Path(__file__).parents[1] / "data" / "budget" / "sentences.toml").read_text("utf-8"))


def roles(*parts: Any, language: str = "en", lists: bool = False) -> list[tuple[str | None, str | None]]:
    return [(a.scope, a.share) for a in amounts(*parts, language=language, lists=lists)]


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_total_union_share_and_own_part_are_told_apart_in_every_language(language: str):
    sentence = TEXTS[language]["breakdown"].format(total="100 000 EUR", eu="85 000 EUR", own="15 000 EUR")
    assert roles(sentence, language=language) == [("project", "total"), ("project", "eu"), ("project", "own")]


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_labels_of_a_list_are_understood_in_every_language(language: str):
    items = [f"{label}: 10 000 EUR" for label in TEXTS[language]["labels"]]
    assert [share for _, share in roles(*items, language=language, lists=True)] == ["total", "eu", "own"]


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_the_part_of_a_partner_is_not_the_projects(language: str):
    sentence = TEXTS[language]["partner"].format(ptotal="37 710 EUR", peu="32 053 EUR")
    assert roles(sentence, language=language) == [("partner", "total"), ("partner", "eu")]


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_prices_and_the_programmes_budget_are_not_the_projects_money(language: str):
    found = roles(TEXTS[language]["noise"].format(price="12 EUR"), language=language)
    assert all(scope in {"other", "programme"} or share is None for scope, share in found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The call has a total budget of 5 000 000 EUR.", "en"),
        ("Grants of up to 200 000 EUR are possible.", "en"),
        ("The municipality has requested 50 000 EUR.", "en"),
        ("Salaries of 1 200 EUR per month are paid.", "en"),
        ("The rent is 15 EUR/m2.", "en"),
        ("Finantskorrektsioon summas 1982,77 eurot", "et"),
        ("a decontat facturi în valoare de 67.031.515,37 de lei", "ro"),
    ],
)
def test_money_that_is_no_budget_does_not_count(text: str, language: str):
    assert roles(text, language=language) == [("other", None)]


def test_words_after_an_amount_count_where_those_before_leave_it_open():
    assert roles("150 178,64 EUR is ERDF funding.") == [("project", "eu")]


def test_value_first_and_label_after_a_dash():
    text = "947 742,57 PLN – całkowita wartość projektu, 494 647,00 PLN – kwota dofinansowania"
    assert roles(text, language="pl") == [("project", "total"), ("project", "grant")]


def test_union_and_state_money_in_one_figure_is_a_grant_not_the_union_share():
    assert roles("EU and national funding: 95 000 EUR") == [("project", "grant")]


def test_rows_of_a_table_are_partners_where_the_column_is_a_budget():
    table = [["Partner", "Budget (EUR)"], ["Harbour Museum", "49 156,00"], ["Total", "60 000,00"]]
    found = amounts(table)
    assert [(a.scope, a.share, a.partner) for a in found] == [
        ("partner", "total", "Harbour Museum"),
        ("project", "total", None),
    ]


def test_a_bare_cost_is_not_taken_for_the_projects_total():
    assert roles("The playground cost 12 000 EUR.") == [(None, None)]


def test_a_total_that_comes_from_a_programme_is_not_the_programmes():
    text = "Całkowity budżet wynosi 100 000 EUR i w całości pochodzi z programu."
    assert roles(text, language="pl") == [("project", "total")]
    assert roles("Całkowity budżet to 100 000 EUR dla programu.", language="pl") == [("programme", None)]


def test_an_abbreviated_currency_ends_no_sentence_before_the_share_in_brackets():
    text = "Общата стойност на проекта е 200 лв., от които 150 лв. (75 %) европейско и 50 лв. (25 %) национално."
    assert roles(text, language="bg") == [("project", "total"), ("project", "eu"), ("project", "national")]
