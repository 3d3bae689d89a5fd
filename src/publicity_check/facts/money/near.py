"""What would hold among figures but for one slip.

That too is seldom chance: it tells that figures belong together, and which claim is broken.
"""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from math import log10

from msgspec.structs import replace

from publicity_check.facts.money.figures import (
    Figure,
    Percent,
    Relation,
    by_group,
    certainty,
    share_fits,
    tolerance,
)
from publicity_check.values.slips import slip, slip_of_digits, telling, to_unit

_HUNDRED = 100
MOST_TRIED = 140
"""Figures that are tried pair by pair."""
_SUBSETS = 12
"""Figures of a group that are tried as a sum, or with rates that nobody states."""
_LEAST = 3
"""Figures of the smallest sum: two parts and their whole."""
_LONGEST = 6
"""Neighbours of the longest run that is tried."""
_SHORT = 8
"""Figures of a paragraph up to which any of them may be the sum of some neighbours."""
_VARIANTS = 2.0
"""Digits of certainty that it costs to allow one slip: a figure has about a hundred."""
_IN_SUMS = 2.6
"""The same for a sum, of which any figure may be the one that slipped."""
_SWAPPED = 1.8
"""The same where two digits would have changed places: of that there are few ways."""
_ENDS = 2
"""Figures of a line that may be the sum of all others: its first and its last."""


def compared_exactly(figures: Sequence[Figure]) -> list[int]:
    """Return the figures in which a slip of one digit would show: given in full; of very many, each sum once."""
    exact = [i for i, f in enumerate(figures) if f.value > 0 and not f.loose and f.unit <= 1]
    if len(exact) <= MOST_TRIED:
        return exact
    first: dict[tuple[Decimal, str], int] = {}
    for i in exact:
        first.setdefault((figures[i].value, figures[i].currency), i)
    return list(first.values())


def near(
    figures: Sequence[Figure], percents: Sequence[Percent], followed: Sequence[Decimal], proven: Collection[int]
) -> Iterator[Relation]:
    """Yield what would hold but for one slip: one figure twice, a stated rate, a column or sentence as a sum.

    ``followed`` are rates that other figures follow, ``proven`` figures that stand in what holds: they did not slip.
    """
    exact = compared_exactly(figures)[:MOST_TRIED]
    tried = log10(max(len(exact), 1))
    digits_of = {i: str(int(figures[i].value * _HUNDRED)) for i in exact}
    exactly: dict[int, list[int]] = {}
    for i in exact:
        exactly.setdefault(figures[i].group, []).append(i)
    for i, j in combinations(exact, 2):
        a, b = figures[i], figures[j]
        if a.currency != b.currency or a.value == b.value or (i in proven and j in proven):
            continue
        if slip_of_digits(digits_of[i], digits_of[j]):
            digits = min(telling(a.value), telling(b.value)) - _VARIANTS - tried
            yield Relation("same", i, (j,), digits, near=True)
    for p, percent in enumerate(percents):
        group = exactly.get(percent.group, [])
        if len(group) > MOST_TRIED:
            continue
        parts = [percent.beside] if percent.beside in group else group if len(group) < _SUBSETS else []
        for part in parts:
            for whole in exact if percent.beside >= 0 else group:
                if not (whole in proven and part in proven):
                    yield from _near_share(figures, whole, part, percent.value, p, log10(max(len(parts), 1)))
    known = set(exact)
    for group in by_group(figures).values():
        if len(group) <= _SUBSETS:
            pairs = [(i, j) for i in group for j in group if i != j and i in known and j in known]
            pairs = [(i, j) for i, j in pairs if not (i in proven and j in proven)]
            for whole, part in pairs:
                for rate in followed:
                    yield from _near_share(figures, whole, part, rate, -1, log10(len(pairs)))
    yield from _near_sums(figures, known, proven)


def _near_share(
    figures: Sequence[Figure], whole: int, part: int, rate: Decimal, percent: int, tried: float
) -> Iterator[Relation]:
    a, b = figures[part], figures[whole]
    if part == whole or a.currency != b.currency or not 0 < rate < _HUNDRED or b.value <= 0 or share_fits(a, b, rate):
        return
    exact = b.value * rate / _HUNDRED
    right = next((r for r in (to_unit(exact, a.unit), exact // a.unit * a.unit) if slip(a.value, r, a.unit)), None)
    base = to_unit(a.value * _HUNDRED / rate, b.unit)
    if right is not None:
        told = min(telling(a.value), telling(right))
    elif slip(b.value, base, b.unit) and share_fits(a, replace(b, value=base), rate):
        told = min(telling(b.value), telling(base))
    else:
        return
    yield Relation("share", whole, (part,), told - _VARIANTS - tried, rate, percent, near=True)


def _near_sums(figures: Sequence[Figure], exact: set[int], proven: Collection[int]) -> Iterator[Relation]:
    groups = by_group(figures)
    for members in groups.values():
        lines: dict[tuple[str, int, str], list[int]] = {}
        for i in members:
            if i in exact:
                lines.setdefault(("column", figures[i].column, figures[i].currency), []).append(i)
                if figures[i].row >= 0:
                    lines.setdefault(("row", figures[i].row, figures[i].currency), []).append(i)
        for line in lines.values():
            if len(line) <= _SUBSETS:
                yield from _in_line(figures, line, proven)
                yield from _led(figures, line, exact, proven)


def _in_line(figures: Sequence[Figure], line: Sequence[int], proven: Collection[int]) -> Iterator[Relation]:
    """Yield runs of neighbours that another figure of their line is the sum of, but for a slip."""
    runs = [line[a:b] for a in range(len(line)) for b in range(a + _LEAST - 1, min(a + _LONGEST, len(line)) + 1)]
    tables = figures[line[0]].row >= 0
    for run in runs:
        first, last = line.index(run[0]), line.index(run[-1])
        beside = [line[at] for at in (first - 1, last + 1, 0, -1) if -1 <= at < len(line) and (at != -1 or first)]
        wholes = beside if tables or len(line) > _SHORT else line
        for whole in dict.fromkeys(w for w in wholes if w not in run):
            tried = _ENDS if len(run) == len(line) - 1 else len(runs)
            yield from _near_sum(figures, whole, run, tried, proven)
    for whole in line[1:-1] if _LEAST < len(line) <= _SHORT else ():
        yield from _near_sum(figures, whole, [i for i in line if i != whole], len(line), proven)


def _led(
    figures: Sequence[Figure], line: Sequence[int], exact: set[int], proven: Collection[int]
) -> Iterator[Relation]:
    """Yield a whole list or column of which a figure elsewhere is the sum, but for a slip: that of its lead."""
    if len(line) < _LEAST - 1:
        return
    group, currency = figures[line[0]].group, figures[line[0]].currency
    wholes: dict[Decimal, int] = {}
    for i in sorted(exact):
        if figures[i].group != group and figures[i].currency == currency:
            wholes.setdefault(figures[i].value, i)
    if len(wholes) <= _SUBSETS:
        for whole in wholes.values():
            yield from _near_sum(figures, whole, line, len(wholes), proven)


def _near_sum(
    figures: Sequence[Figure], whole: int, parts: Sequence[int], tried: int, proven: Collection[int]
) -> Iterator[Relation]:
    missing = figures[whole].value - sum((figures[i].value for i in parts), Decimal(0))
    every = [figures[whole], *(figures[i] for i in parts)]
    slack = tolerance(*every)
    if abs(missing) <= slack:
        return
    rights = [(i, figures[i].value + missing) for i in parts] + [(whole, figures[whole].value - missing)]
    slips = {slip(figures[i].value, right, figures[i].unit) for i, right in rights if i not in proven and right > 0}
    if slips != {None} and slips:
        cost = _SWAPPED if "swapped" in slips else _IN_SUMS
        digits = certainty(every, figures[whole].value, slack / 5) - cost - log10(tried)
        yield Relation("sum", whole, tuple(parts), digits, near=True)
