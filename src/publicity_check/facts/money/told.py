"""What a text claims of its figures in words, and claims that are broken."""

from decimal import Decimal
from typing import Literal

import msgspec

BreakKind = Literal[
    "rate", "near-rate", "repeat", "above", "sum-above", "sum-below", "sum", "rest", "partners", "rows", "unplaced"
]


class Told(msgspec.Struct, frozen=True, gc=False):
    """What words claim beside rates.

    ``rows`` is a column and its total row, ``rest`` what remains of a whole, ``more`` what comes on top, ``within``
    what is part of what stands before it.
    """

    kind: Literal["rest", "rows", "more", "within"]
    figures: tuple[int, ...]
    whole: int = -1


class Break(msgspec.Struct, frozen=True, gc=False):
    """A claim that a reading breaks: the whole, its parts, the stated rate. ``weak`` claims are not said outright."""

    kind: BreakKind
    whole: int
    parts: tuple[int, ...]
    percent: int = -1
    rate: Decimal | None = None
    weak: bool = False
