"""Comparing sums of money as precisely as they are written."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol


class Written(Protocol):
    """A sum as a publication writes it: ``precision`` is the value of one unit of the last digit written."""

    @property
    def value(self) -> Decimal:
        """The sum meant."""

    @property
    def currency(self) -> str:
        """Its currency, "" if none stands beside it."""

    @property
    def precision(self) -> Decimal:
        """The value of one unit of its last digit."""

    @property
    def approximate(self) -> bool:
        """Whether it is hedged ("about")."""

    @property
    def alternatives(self) -> Sequence[Decimal]:
        """Other ways to read it."""


def agree(one: Written, other: Written) -> bool:
    """Say whether two figures can be the same sum, each taken as precisely as it is written.

    "1,2 million" agrees with 1 234 567.89, "about 300 000" with 296 400, and 70 619 with 70 619.30 (cut or rounded);
    two figures written to the cent agree only if they are equal. Other readings of an ambiguous figure count.
    """
    if one.currency != other.currency and one.currency and other.currency:
        return False
    loose = max(one.precision, other.precision)
    exact = one.precision == other.precision and not (one.approximate or other.approximate)
    return any(
        a == b if exact else abs(a - b) < loose
        for a in (one.value, *one.alternatives)
        for b in (other.value, *other.alternatives)
    )
