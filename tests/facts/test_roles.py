"""Roles: what an amount is the amount of, by the words and the structure around it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from budget_cases import amounts, find
from publicity_check.publication import Block, Publication

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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lin Sp. z o.o., kapitał zakładowy 75 000 zł", "pl"),
        ("Hafen GmbH, Stammkapital 75.000 Euro", "de"),
        ("S.A.S. au capital de 75 000 €", "fr"),
        ("Capitale sociale 75.000,00 euro interamente versato", "it"),
        ("The VAT is not eligible: another EUR 19,000.00 is paid by the foundation.", "en"),
        ("L'IVA non è ammissibile: 19.000,00 euro.", "it"),
        ("It-taxxa mhijiex eliġibbli: 19,000 EUR.", "mt"),
        ("DPH není způsobilým výdajem: 19 000 Kč.", "cs"),
    ],
)
def test_share_capital_and_what_is_not_eligible_are_no_budget(text: str, language: str):
    assert all(scope in {"other", None} for scope, _ in roles(text, language=language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Projekta vienreizējais maksājums ir 34 500 eiro.", "lv"),
        ("The school has received a lump sum of EUR 34,500 for its project.", "en"),
        ("Projekt dostal jednorazovú sumu 34 500 eur.", "sk"),
        ("Das Projekt erhält einen Pauschalbetrag von 34.500 Euro.", "de"),
        ("Le projet reçoit un montant forfaitaire de 34 500 €.", "fr"),
    ],
)
def test_a_lump_sum_is_a_grant(text: str, language: str):
    assert roles(text, language=language) == [("project", "grant")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Projekt bude stát 2 000 000 Kč.", "cs"),
        ("Projekt bude celkem stát 2 000 000 Kč.", "cs"),
        ("Projekt bude stáť 2 000 000 eur.", "sk"),
    ],
)
def test_what_a_project_will_cost_is_no_share_of_the_state(text: str, language: str):
    assert roles(text, language=language) == [("project", "total")]


@pytest.mark.parametrize(
    ("language", "lead", "items", "share"),
    [
        (
            "sk",
            "Grant vo výške 60 000 EUR je rozdelený takto:",
            ["SOŠ Lúky – 24 510 EUR", "Escola – 19 240 EUR", "Ametikool – 16 250 EUR"],
            "grant",
        ),
        (
            "lt",
            "Europos Sąjungos dotacija siekia 148 665,00 Eur. Ji paskirstyta taip:",
            ["Miestelis – 62 010,00 Eur;", "biedrībai „Skaļāk“ – 46 655,00 Eur;", "Praça Viva – 40 000,00 Eur."],
            "eu",
        ),
        (
            "de",
            "Die EU-Förderung von 91.230 Euro teilt sich so auf:",
            ["Hafen Au – 41.115 Euro", "Mühle Berg – 30.010 Euro", "Club Cap – 20.105 Euro"],
            "eu",
        ),
        (
            "fr",
            "Le budget total du projet est de 91 230 € :",
            ["Port Cap – 41 115 €", "Moulin – 30 010 €", "Club – 20 105 €"],
            "total",
        ),
    ],
)
def test_names_under_a_sum_that_they_make_are_partners(language: str, lead: str, items: list[str], share: str):
    blocks = [Block(0, lead), *(Block(i, text, kind="list-item", list_level=1) for i, text in enumerate(items, 1))]
    found = find(Publication("a", "text", "", tuple(blocks), language=language))[0]
    assert [(a.scope, a.share) for a in found[1:]] == [("partner", share)] * 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "It comes to €684,702.65. Brussels chips in €581,997.25, that is 85%, the other €102,705.40 follow.",
        ),
        (
            "de",
            "Es macht 684.702,65 Euro. Brüssel gibt 581.997,25 Euro, also 85 %, die übrigen 102.705,40 Euro fehlen.",
        ),
        (
            "es",
            "Todo sale por 684.702,65 €. Bruselas manda 581.997,25 €, o sea 85 %, y los otros 102.705,40 € los juntan.",
        ),
        ("fi", "Koko lysti tekee 684 702,65 €. Bryssel panee 581 997,25 € eli 85 %, muut 102 705,40 € kootaan."),
    ],
)
def test_arithmetic_gives_roles_where_no_word_does(language: str, text: str):
    found = roles(text, language=language)
    assert [scope for scope, _ in found] == ["project"] * 3
    assert found[0][1] in {"total", "eligible"}
    assert found[1][1] in {"eu", "grant"}


def test_running_text_before_a_label_is_not_part_of_it():
    text = "The price of a ticket will not rise Total project cost: EUR 400 000.00 EU contribution: EUR 430 000.00"
    assert roles(text) == [("project", "total"), ("project", "eu")]


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
