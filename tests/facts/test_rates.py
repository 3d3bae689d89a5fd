"""Percentages: whose share they are, and of what."""

from decimal import Decimal

import pytest

from budget_cases import find, publication
from publicity_check.facts.model import Rate


def rates(text: str, language: str = "en") -> tuple[Rate, ...]:
    return find(publication(text, language=language))[1]


@pytest.mark.parametrize(
    ("text", "language", "value", "share"),
    [
        ("ERDF co-financing: 85 000 EUR (85 %)", "en", "85", "eu"),
        ("The project is co-funded by 85% from the European Union.", "en", "85", "eu"),
        ("ES dalis – 85 proc.", "lt", "85", "eu"),
        ("sofinancira EU, 57 –odstotni delež", "sl", "57", "eu"),
        ("Der EU-Anteil beträgt 43,6 Prozent.", "de", "43.6", "eu"),
        ("Dofinansowanie UE: 84,99999910978 %", "pl", "84.99999910978", "eu"),
        ("Own contribution: 15 %", "en", "15", "own"),
        ("Projekto vertė 486 000 EUR, iš jų 85 proc. – 413 100 EUR – Europos Sąjungos lėšos.", "lt", "85", "eu"),
        ("Koszt projektu: 486 000 zł, z czego 85 proc. – 413 100 zł – to wkład Unii Europejskiej.", "pl", "85", "eu"),
        ("Projektet koster 486.000 kr., heraf 85 pct. – 413.100 kr. – fra EU.", "da", "85", "eu"),
    ],
)
def test_percentages_are_found_with_their_share(text: str, language: str, value: str, share: str):
    (rate,) = rates(text, language)
    assert (rate.value, rate.share) == (Decimal(value), share)


def test_the_base_of_a_rate_is_kept():
    (rate,) = rates("EU funding covers 85 % of the eligible costs.")
    assert (rate.share, rate.base) == ("eu", "eligible")


def test_the_precision_of_a_rate_is_that_of_its_last_digit():
    (rate,) = rates("EU funding: 43,6 %")
    assert rate.precision == Decimal("0.1")
