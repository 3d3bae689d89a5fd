"""Figures and rates as arithmetic sees them, and when they agree: as precisely as they are written."""

from collections.abc import Sequence
from decimal import Decimal
from math import log10
from typing import Literal

import msgspec

CENT = Decimal("0.01")
ROUNDED = 10
"""Units as written by which a share may miss its rate because others were rounded before it."""
_WHOLE_ONES = 2
"""The same for figures without decimals of which no other is rounded."""
_HUNDRED = 100
_FEW_CENTS = Decimal("0.05")
Kind = Literal["share", "sum", "same", "exchange"]
"""``share``: a rate times the whole is the part. ``sum``: parts make the whole. ``same``: one sum given twice, or
rounded. ``exchange``: one sum in two currencies."""


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A figure as arithmetic sees it: value, the value of its last digit, and where it stands.

    ``group`` is the sentence run, list or table, ``row`` and ``column`` its place in a table (-1 outside),
    ``place`` the paragraph or item, or the table.
    """

    value: Decimal
    unit: Decimal = Decimal("0.01")
    loose: bool = False
    currency: str = "EUR"
    group: int = 0
    row: int = -1
    column: int = -1
    alternatives: tuple[Decimal, ...] = ()
    place: int = 0

    @property
    def precision(self) -> Decimal:
        """The value of its last digit."""
        return self.unit

    @property
    def approximate(self) -> bool:
        """Whether it is hedged."""
        return self.loose


class Percent(msgspec.Struct, frozen=True, gc=False):
    """A rate: its value, the value of its last digit, its group, and the figure it stands beside (-1: none)."""

    value: Decimal
    unit: Decimal = Decimal(1)
    group: int = 0
    beside: int = -1
    loose: bool = False


class Relation(msgspec.Struct, frozen=True, gc=False):
    """A relation: which figure is the whole and which are parts; ``digits`` say how sure it is.

    ``percent`` is the index of the stated rate, -1 for a rate that no word states.
    """

    kind: Kind
    whole: int
    parts: tuple[int, ...]
    digits: float
    rate: Decimal | None = None
    percent: int = -1
    near: bool = False
    """Whether it holds but for one slip: that too is seldom chance, and tells that the figures belong together."""


def tolerance(*figures: Figure) -> Decimal:
    """Return by how much a sum may miss: a cent each, at least five, or a unit as written.

    The Interreg monitoring system cuts each partner's share down to the cent and adds; pages with whole units round.
    """
    unit = max(f.unit for f in figures)
    return max(Decimal("0.05"), len(figures) * Decimal("0.01"), unit if unit > Decimal("0.01") else Decimal(0))


def rounding(part: Figure, whole: Figure) -> Decimal:
    """Return by how much a share may miss its rate because figures are rounded: whole ones by one more than they show.

    Where one of the two is a round figure, or hedged, others were rounded before it.
    """
    if part.unit > 1:
        return part.unit
    round_ones = any(f.loose or f.value % _HUNDRED == 0 for f in (part, whole))
    return (ROUNDED if round_ones else _WHOLE_ONES if part.unit == 1 else 0) * part.unit


def share_fits(part: Figure, whole: Figure, rate: Decimal) -> bool:
    """Say whether a part is a rate of a whole, as precisely as the two are written, but for what was rounded before."""
    slack = max(tolerance(part), rounding(part, whole)) + (
        whole.unit * rate / _HUNDRED if whole.unit > 1 or whole.loose else 0
    )
    expected = whole.value * rate / _HUNDRED
    if abs(part.value - expected) <= slack:
        return True
    if not part.alternatives and not whole.alternatives:
        return False
    return any(
        abs(a - b * rate / _HUNDRED) <= slack
        for a in (part.value, *part.alternatives)
        for b in (whole.value, *whole.alternatives)
    )


def rounds_to(part: Figure, whole: Figure, percent: Percent) -> bool:
    """Say whether the true rate of two figures rounds to the stated one: 43.604 is rightly given as 43.6 %."""
    if not whole.value:
        return False
    a, b = (f.unit if f.loose or f.unit > 1 else Decimal(0) for f in (part, whole))
    low = (part.value - a) / (whole.value + b) * _HUNDRED
    high = (part.value + a) / max(whole.value - b, Decimal("0.01")) * _HUNDRED
    unit = percent.unit if percent.loose else percent.unit / 2
    return low <= percent.value + unit and percent.value - unit <= high


def certainty(figures: Sequence[Figure], whole: Decimal, slack: Decimal) -> float:
    """Return how many digits of some figures had to agree for a whole to be met within a slack."""
    if whole <= 0:
        return 0.0
    finest = min(_finest(f.value, f.unit) for f in figures)
    return max(0.0, log10(float(whole / max(finest, slack))))


def _finest(value: Decimal, unit: Decimal) -> Decimal:
    """Return the place of the last digit that is no zero: 0.01 for 150 178.64, 1000 for 85 000."""
    if not value:
        return unit
    return max(Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)), Decimal("0.01"))


def by_group(figures: Sequence[Figure]) -> dict[int, list[int]]:
    """Return the figures of each sentence run, list and table."""
    groups: dict[int, list[int]] = {}
    for i, figure in enumerate(figures):
        groups.setdefault(figure.group, []).append(i)
    return groups
