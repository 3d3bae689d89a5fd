"""Amounts in running text: where they are, in which currency, and how precisely they are written."""

from decimal import Decimal

import pytest
from babel.numbers import format_currency
from hypothesis import given, settings
from hypothesis import strategies as st

from budget_cases import amounts, find, finders, publication
from publicity_check.publication import Block, Publication, Region

LANGUAGES = sorted(finders()[0].languages)


@pytest.mark.parametrize(
    ("language", "text", "value", "currency"),
    [
        ("lv", "Kopējās izmaksas ir 197,8 tūkst. EUR.", "197800", "EUR"),
        ("lv", "Kopējās izmaksas ir 7,75 milj.eiro.", "7750000", "EUR"),
        ("lv", "Kopējās izmaksas: EUR 11 354 188,46 EUR", "11354188.46", "EUR"),
        ("cs", "Celkové náklady činí 12 345 678,- Kč.", "12345678", "CZK"),
        ("pl", "Koszt całkowity: 4 945 189,79 zł", "4945189.79", "PLN"),
        ("hu", "A projekt összköltsége 574 638 821 Ft.", "574638821", "HUF"),
        ("ro", "Valoarea totală este de 23.855.619,84 de lei.", "23855619.84", "RON"),
        ("bg", "Общата стойност е 774 224,43 лв.", "774224.43", "BGN"),
        ("sv", "Den totala kostnaden är 12,5 Mkr.", "12500000", "SEK"),
        ("da", "Det samlede budget er 6,9 mio. kroner.", "6900000", "DKK"),
        ("fi", "Kokonaisbudjetti on 1,75 miljoonaa euroa.", "1750000", "EUR"),
        ("it", "Il costo totale è di 6 milioni 567 mila 963 euro.", "6567963", "EUR"),
        ("pt", "O custo total é de 1,5 mil milhões de euros.", "1500000000", "EUR"),
        ("es", "El coste total es de 392 000 millones de euros.", "392000000000", "EUR"),
        ("en", "The total budget is €3,2m.", "3200000", "EUR"),
        ("en", "The total budget is MEUR 237.", "237000000", "EUR"),
        ("en", "The total budget is k€ 250.", "250000", "EUR"),
        ("mt", "Il-baġit totali huwa €18-il miljun.", "18000000", "EUR"),
        ("fr", "Le coût total est de 475 000€TTC.", "475000", "EUR"),
        ("fr", "Le coût total est de 41,5 millions d’euros.", "41500000", "EUR"),
        ("sl", "Vrednost projekta znaša pa36.517.765,78 €.", "36517765.78", "EUR"),
        ("it", "Il costo totale è di 1.250 milioni di euro.", "1250000000", "EUR"),
        ("it", "Il costo totale è di 1,250 milioni di euro.", "1250000", "EUR"),
        ("en", "The total budget is 1,250 million euro.", "1250000000", "EUR"),
        ("en", "The total budget is 1.250 million euro.", "1250000", "EUR"),
        ("pt", "Custo total do projeto, em euros: 5.400.000,00 MZN.", "5400000", "MZN"),
        ("en", "The total budget is 3 000 000 MAD.", "3000000", "MAD"),
        ("fr", "Le budget du projet est de 65 595 700 XOF.", "65595700", "XOF"),
        ("hr", "Ukupna vrijednost projekta je 11.716.000 RSD.", "11716000", "RSD"),
        ("bg", "Проектът струва 500 000 турски лири.", "500000", "TRY"),
        ("en", "The total budget is ₺5 million.", "5000000", "TRY"),
        ("nl", "Het project kreeg in 2021 € 90.000 van de provincie.", "90000", "EUR"),
        ("de", "Die Gemeinde gab im Jahr 2021 EUR 90.000 dazu.", "90000", "EUR"),
    ],
)
def test_currencies_and_scale_words_are_understood(language: str, text: str, value: str, currency: str):
    (found,) = amounts(text, language=language)
    assert (found.value, found.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("lt", "Parke gyvena apie 8000 žmonių, plotas – 1,38 ha."),
        ("pt", "Foram aprovados 4.180 projetos."),
        ("de", "24.847 Menschen nahmen teil. Insgesamt 277209"),
        ("fr", "62 000 km2 et 500 m de sentiers"),
        ("ro", "1 = 2 + 5 + 6"),
        ("en", "Call 555 0134 before 2019. 148 million of inhabitants"),
        ("it", "CUP 2024 e TOP 10: ALL 27 members, 12 CUP"),
        ("en", "In 2024 ALL 27 schools had 5 TOP teams, 2024 PEN awards and 12 % more."),
    ],
)
def test_what_is_no_money_is_no_amount(language: str, text: str):
    assert amounts(text, language=language) == ()


def test_a_project_number_or_a_year_before_an_amount_is_not_part_of_it():
    values = [a.value for a in amounts("Projekts LLI-263 176 680,75 EUR", "Gadā 2019 150 000 EUR", language="lv")]
    assert values == [Decimal("176680.75"), Decimal(150000)]


def test_a_range_is_one_amount_with_two_ends_and_no_budget():
    (found,) = amounts("Stipendija ir no 14,23 līdz 28,46 euro mēnesī.", language="lv")
    assert (found.value, found.upper, found.scope) == (Decimal("14.23"), Decimal("28.46"), "other")


def test_about_makes_an_amount_approximate_to_its_last_digit():
    (found,) = amounts("Das Projekt kostet insgesamt rund 300.000 Euro.", language="de")
    assert found.approximate
    assert found.precision == 100_000


def test_bare_figures_in_a_table_take_the_currency_of_their_column():
    table = [["Total budget", "Amount (EUR)"], ["ERDF co-financing", "150 178,64"]]
    (found,) = amounts(table)
    assert (found.value, found.currency, found.share) == (Decimal("150178.64"), "EUR", "eu")


def test_a_currency_in_the_next_cell_belongs_to_the_figure():
    (found,) = amounts([["Total budget", "176 680,75", "EUR"]])
    assert (found.currency, found.share) == ("EUR", "total")


@pytest.mark.parametrize(
    ("language", "head", "cell", "wanted"),
    [
        ("hr", "Trošak, EUR (kn)", "100.000,00 (753.450,00)", [("100000", "EUR"), ("753450", "HRK")]),
        ("bg", "Сума, лв. / евро", "195 583,00 / 100 000,00", [("195583", "BGN"), ("100000", "EUR")]),
        ("cs", "Částka (tis. Kč / tis. EUR)", "2 500 / 100", [("2500000", "CZK"), ("100000", "EUR")]),
        ("en", "Budget in £ (€)", "85,000 (100,000)", [("85000", "GBP"), ("100000", "EUR")]),
    ],
)
def test_two_figures_in_a_cell_are_in_the_two_currencies_of_the_head(
    language: str, head: str, cell: str, wanted: list[tuple[str, str]]
):
    found = amounts([["Partner", head], ["Luka", cell]], language=language)
    assert [(a.value, a.currency) for a in found] == [(Decimal(value), code) for value, code in wanted]


def test_an_exchange_rate_is_no_amount_of_the_project():
    (found,) = amounts("Curs: 1 Euro = 4.4125 RON", language="ro")
    assert (found.value, found.currency, found.per, found.scope) == (Decimal("4.4125"), "RON", "EUR", "other")


def test_what_is_deleted_or_a_comment_is_not_looked_at():
    blocks = tuple(
        Block(i, "Total budget: 100 EUR", region=region) for i, region in enumerate((Region.DELETED, Region.COMMENT))
    )
    assert find(Publication("a", "text", "", blocks, language="en"))[:2] == ((), ())


def test_quotes_are_as_written():
    read = publication("Kopējās izmaksas ir 176\u00a0680,75 EUR.", language="lv")
    (found,) = find(read)[0]
    assert read.quote(found.span) == found.as_written == "176\u00a0680,75 EUR"


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=15, deadline=None)
@given(cents=st.integers(100_000, 10**11))
def test_an_amount_in_the_format_of_any_language_is_read_back_exactly(language: str, cents: int):
    value = Decimal(cents) / 100
    (found,) = amounts(f"Projekt: {format_currency(value, 'EUR', locale=language)}", language=language)
    assert (found.value, found.currency) == (value, "EUR")


@pytest.mark.parametrize("text", ["Projekt: 475000EUR", "Progetto: 700mila euro", "Projekt: 5€"])
def test_a_currency_glued_to_its_figure_is_seen(text: str):
    assert len(amounts(text, language="it")) == 1
