"""Comparing figures: agreement as precisely as written, and the slip that parts two figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.facts.model import Amount
from publicity_check.publication import Span
from publicity_check.values.slips import slip
from publicity_check.values.sums import agree


def amount(value: str, precision: str = "0.01", *, approximate: bool = False, currency: str = "EUR") -> Amount:
    return Amount(Decimal(value), currency, value, Span.within(0, 0, 1), Decimal(precision), approximate)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (amount("1200000", "100000"), amount("1234567.89"), True),
        (amount("1200000", "100000"), amount("1334567.89"), False),
        (amount("70619", "1"), amount("70619.30"), True),
        (amount("176680.75"), amount("176680.75"), True),
        (amount("176680.75"), amount("176680.76"), False),
        (amount("300000", "100000", approximate=True), amount("296400.10"), True),
        (amount("100.00"), amount("100.00", currency="PLN"), False),
    ],
)
def test_figures_agree_as_precisely_as_they_are_written(one: Amount, other: Amount, same: bool):
    assert agree(one, other) is same
    assert agree(other, one) is same


@pytest.mark.parametrize(
    ("written", "right", "how"),
    [
        ("150187.64", "150178.64", "swapped"),
        ("150278.64", "150178.64", "digit"),
        ("15178.64", "150178.64", "dropped"),
        ("1501788.64", "150178.64", "extra"),
        ("150178.64", "150178.64", None),
        ("999999.99", "150178.64", None),
    ],
)
def test_a_single_slip_is_named(written: str, right: str, how: str | None):
    assert slip(Decimal(written), Decimal(right)) == how


@given(st.integers(1000, 10**10), st.data())
def test_two_neighbouring_digits_swapped_are_always_seen(cents: int, data: st.DataObject):
    digits = str(cents)
    at = data.draw(st.integers(1, len(digits) - 2))
    swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    expected = None if swapped == digits else {"swapped"}
    found = slip(Decimal(swapped) / 100, Decimal(digits) / 100)
    assert found is None if expected is None else found in expected
