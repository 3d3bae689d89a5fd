"""Slips: how one figure may have become another, and how many digits of a figure tell anything."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Slip = Literal["swapped", "digit", "dropped", "extra", "separator"]
"""What happened to a figure: two digits swapped, a digit wrong, lost or added, the decimal sign moved."""

_SWAPPED = 2
"""Digits that differ where two are swapped."""
CENT = Decimal("0.01")


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
    return slip_of_digits(*(format((v / precision).quantize(Decimal(1), ROUND_HALF_UP), "f") for v in (written, right)))


def slip_of_digits(a: str, b: str) -> Slip | None:
    """Say by which single slip digits may have become others."""
    if a == b or (abs(len(a) - len(b)) > 1 and a.rstrip("0") != b.rstrip("0")):
        return None
    if len(a) == len(b):
        differing = [i for i in range(len(a)) if a[i] != b[i]]
        if len(differing) == 1:
            return "digit"
        if len(differing) == _SWAPPED:
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


def one_slip_apart(a: str, b: str) -> bool:
    """Say whether two numbers differ by one typing slip: a character changed, added, lost, or two neighbours swapped.

    Runs of numbers given one after the other (LLI-263 and LLI-264) differ by a slip too: their last characters
    are successive, and that is taken for two projects.

    >>> one_slip_apart("LLI-263", "LLI-236"), one_slip_apart("LLI-263", "LLI-463"), one_slip_apart("LLI-263", "LLI-268")
    (True, True, True)
    >>> one_slip_apart("LLI-263", "LLI-264"), one_slip_apart("LLI-263", "LLI-425")
    (False, False)
    """
    if len(a) == len(b):
        differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(differing) == 1:
            x, y = a[differing[0]], b[differing[0]]
            successive = differing[0] == len(a) - 1 and x.isdigit() and y.isdigit() and abs(int(x) - int(y)) == 1
            return not successive
        first, last = (differing[0], differing[-1]) if differing else (0, 0)
        return differing == [first, first + 1] and a[first] == b[last] and a[last] == b[first]
    shorter, longer = sorted((a, b), key=len)
    return len(longer) - len(shorter) == 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
