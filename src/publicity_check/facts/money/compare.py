"""Comparing figures: whether two agree as far as they are written, and how one may be a slip of the other."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from publicity_check.facts.model import Amount

Slip = Literal["swapped", "digit", "dropped", "extra", "separator"]
"""What happened to a figure: neighbouring digits swapped, a digit wrong, lost or added, the decimal sign moved."""

CENT = Decimal("0.01")


def agree(one: Amount, other: Amount) -> bool:
    """Say whether two amounts can be the same sum, each taken as precisely as it is written.

    "1,2 million" agrees with 1 234 567.89, "about 300 000" with 296 400, and 70 619 with 70 619.30 (cut or rounded);
    two figures written to the cent agree only if they are equal. Other readings of an ambiguous figure count.
    """
    if one.currency != other.currency and one.currency and other.currency:
        return False
    loose = max(one.precision, other.precision)
    exact = one.precision == other.precision and not (one.approximate or other.approximate)
    return any(
        abs(a - b) < loose if not exact else a == b
        for a in (one.value, *one.alternatives)
        for b in (other.value, *other.alternatives)
    )


def to_unit(value: Decimal, precision: Decimal) -> Decimal:
    """Round a value to whole units of a precision, halves up."""
    return (value / precision).quantize(Decimal(1), ROUND_HALF_UP) * precision


def slip(written: Decimal, right: Decimal, precision: Decimal = CENT) -> Slip | None:
    """Say by which single slip ``right`` may have become ``written``; ``None`` if by none.

    Both are taken in units of ``precision``, the value of the last digit written.

    >>> slip(Decimal("150187.64"), Decimal("150178.64")), slip(Decimal("1500"), Decimal("150"), Decimal(1))
    ('swapped', 'extra')
    """
    if written == right:
        return None
    a, b = (format((v / precision).quantize(Decimal(1), ROUND_HALF_UP), "f") for v in (written, right))
    if a == b:
        return None
    if len(a) == len(b):
        differing = [i for i in range(len(a)) if a[i] != b[i]]
        if len(differing) == 1:
            return "digit"
        if len(differing) == 2 and differing[1] == differing[0] + 1:
            i, j = differing
            if a[i] == b[j] and a[j] == b[i]:
                return "swapped"
        return None
    if len(a) + 1 == len(b) and a in _shortened(b):
        return "dropped"
    if len(b) + 1 == len(a) and b in _shortened(a):
        return "extra"
    if a.rstrip("0") == b.rstrip("0") or a.lstrip("0").rstrip("0") == b.rstrip("0"):
        return "separator"
    return None


def telling(value: Decimal) -> int:
    """Return how many digits of a figure carry meaning: those before its closing zeros.

    >>> telling(Decimal("176680.75")), telling(Decimal("20000"))
    (8, 1)
    """
    return len(format(value.normalize(), "f").replace(".", "").strip("0"))


def _shortened(digits: str) -> Iterator[str]:
    return (digits[:i] + digits[i + 1 :] for i in range(len(digits)))
