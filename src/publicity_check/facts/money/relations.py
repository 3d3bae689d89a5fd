"""What arithmetic proves among figures and rates, without reading a word.

A relation is the surer the more digits had to agree and the fewer combinations were tried: neighbours (one sentence,
list, table) are few, a page has many. Zeros at the end of a figure tell nothing: 150 178.64 = 85 % of 176 680.75
agrees in eight digits, 50 000 = 50 % of 100 000 in one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from heapq import nsmallest
from itertools import combinations, pairwise
from math import log10

from publicity_check.facts.money.figures import (
    CENT,
    Figure,
    Percent,
    Relation,
    by_group,
    certainty,
    share_fits,
    tolerance,
)
from publicity_check.facts.money.near import near
from publicity_check.values.sums import agree

_HUNDRED = 100
MOST_NEIGHBOURS = 140
"""Figures of a group among which every run is tried as a sum."""
_SUBSETS = 12
"""Figures of a group among which all small subsets are tried."""
_ENDS = 6
"""Figures at both ends of a large group that are tried as wholes for all its rates."""
_LEAST = 3
"""Figures of the smallest sum: two parts and their whole."""
_TRIPLES = 16
"""Figures of a page up to which sums of three parts are tried across it."""
_SCALED = 1000
"""From this value of the last digit on, a figure is a rounded one ("1,2 million")."""
_PAGE = 40
"""Figures of a page that are tried pair by pair."""
_FOLLOWED = 2.0
"""How sure a rate must be before others are held against it though nobody states it."""
_SURE = 3.0
"""How sure a sum or a stated rate must be for its figures to be proven."""
_SURER = 4.0
"""The same for a rate that nobody states."""
_COPIES = 8
"""Figures of about one value that are tried: of a sum that is given more often, those nearest by."""
MOST_PAIRS = 30_000
"""Pairs of a rate and a figure that are tried over a whole page."""
_FIXED: Mapping[str, Decimal] = {
    "BGN": Decimal("1.95583"),
    "HRK": Decimal("7.53450"),
    "LTL": Decimal("3.45280"),
    "LVL": Decimal("0.702804"),
    "EEK": Decimal("15.6466"),
    "SKK": Decimal("30.1260"),
}
"""Units of a currency for one euro, as the Council fixed them (Regulation (EC) No 2866/98 and its amendments)."""
_WHOLE_RATES = tuple(Decimal(rate) for rate in (*range(30, 100, 5), 51, 72, 43))
"""Rates that are tried where the page states none; each one costs certainty."""


def relations(figures: Sequence[Figure], percents: Sequence[Percent]) -> list[Relation]:
    """Return everything that holds among figures and rates; the same whatever their order."""
    found: dict[tuple[object, ...], Relation] = {}
    for relation in (*_shares(figures, percents), *_sums(figures), *_same(figures), *_exchanged(figures)):
        _keep(found, relation)
    followed = {r.rate for r in found.values() if r.kind == "share" and r.rate and r.digits > _FOLLOWED}
    held = {frozenset((r.whole, *r.parts)) for r in found.values() if r.kind == "share" and r.digits > 1}
    for relation in near(figures, percents, sorted(followed), proven(found.values())):
        if relation.kind != "share" or frozenset((relation.whole, *relation.parts)) not in held:
            _keep(found, relation)
    return list(found.values())


def proven(found: Iterable[Relation]) -> frozenset[int]:
    """Return the figures that stand in a share or sum that holds to so many digits that it is no chance."""
    return frozenset(
        i
        for r in found
        if not r.near
        and r.kind in {"share", "sum"}
        and r.digits >= (_SURE if r.percent >= 0 or r.rate is None else _SURER)
        for i in (r.whole, *r.parts)
    )


def _keep(found: dict[tuple[object, ...], Relation], relation: Relation) -> None:
    key = (relation.kind, relation.whole, relation.parts, relation.rate)
    if relation.digits > 0 and (key not in found or found[key].digits < relation.digits):
        found[key] = relation


class _Values:
    """Figures by value, to find those near a value."""

    def __init__(self, figures: Sequence[Figure], members: Sequence[int]) -> None:
        self._sorted = sorted((figures[i].value, i) for i in members)
        self._keys = [value for value, _ in self._sorted]
        self._unit = max((figures[i].unit for i in members), default=Decimal("0.01"))

    def near(self, value: Decimal, beside: int) -> list[int]:
        """Return the figures near a value; of very many those that stand nearest to one."""
        slack = max(self._unit, Decimal("0.1"))
        first, end = bisect_left(self._keys, value - slack), bisect_right(self._keys, value + slack)
        found = [i for _, i in self._sorted[first:end]]
        return found if len(found) <= _COPIES else nsmallest(_COPIES, found, key=lambda i: abs(i - beside))


def _shares(figures: Sequence[Figure], percents: Sequence[Percent]) -> Iterator[Relation]:
    everywhere = len(figures) * len(percents) <= MOST_PAIRS
    groups = by_group(figures)
    values = {g: _Values(figures, members) for g, members in groups.items()}
    page = _Values(figures, range(len(figures)))
    for p, percent in enumerate(percents):
        if not 0 < percent.value < _HUNDRED:
            continue
        close_by = groups.get(percent.group, [])
        in_group = sum(q.group == percent.group for q in percents) if len(close_by) < MOST_NEIGHBOURS else len(close_by)
        wholes: Sequence[int] = range(len(figures))
        if not everywhere:
            wholes = close_by if len(close_by) <= MOST_NEIGHBOURS else _beside(figures, close_by, percent)
        for whole in wholes:
            expected = figures[whole].value * percent.value / _HUNDRED
            place = page if everywhere else values[percent.group]
            for part in place.near(expected, whole):
                beside = percent.beside == part or (percent.beside == whole and figures[part].group == percent.group)
                close = figures[whole].group == figures[part].group == percent.group
                tried = 2 if beside else len(close_by) * in_group if close else len(figures) * len(percents)
                yield from _share(figures, whole, part, percent.value, p, tried)
    follow = {_HUNDRED - p.value for p in percents}
    unsaid = [rate for rate in _WHOLE_RATES if rate not in follow]
    for group, members in groups.items():
        if len(members) <= MOST_NEIGHBOURS:
            yield from _unsaid(figures, members, values[group], len(members), unsaid, apart=False)
    if len(figures) <= _PAGE:
        yield from _unsaid(figures, range(len(figures)), page, len(figures) ** 2 // 4, unsaid, apart=True)


def _unsaid(
    figures: Sequence[Figure],
    members: Sequence[int],
    values: "_Values",
    tried: int,
    rates: Sequence[Decimal],
    *,
    apart: bool,
) -> Iterator[Relation]:
    """Yield shares at whole rates that nobody states: within a group, or between figures that stand apart."""
    for whole in members:
        for rate in rates:
            for part in values.near(figures[whole].value * rate / _HUNDRED, whole):
                if not apart or figures[part].group != figures[whole].group:
                    yield from _share(figures, whole, part, rate, -1, max(tried, 1) * len(_WHOLE_RATES))


def _beside(figures: Sequence[Figure], near: Sequence[int], percent: Percent) -> list[int]:
    """Return the figures of a large table that a rate may be a rate of: those of its row, and the first and last."""
    if percent.beside < 0:
        return [*near[:_ENDS], *near[-_ENDS:]]
    row = figures[percent.beside].row
    around = range(max(0, percent.beside - _ENDS), min(len(figures), percent.beside + _ENDS + 1))
    mine = [i for i in around if figures[i].group == percent.group and (row < 0 or figures[i].row == row)]
    return [*mine, *near[:_ENDS], *near[-_ENDS:]]


def _share(
    figures: Sequence[Figure], whole: int, part: int, rate: Decimal, percent: int, tried: int
) -> Iterator[Relation]:
    one, other = figures[part], figures[whole]
    if part == whole or one.currency != other.currency or one.loose or other.loose:
        return
    if not share_fits(one, other, rate):
        return
    missed = abs(one.value - other.value * rate / _HUNDRED)
    slack = (tolerance(one) / 5 if missed <= tolerance(one) else missed) + (
        other.unit * rate / _HUNDRED if other.unit > 1 else Decimal(0)
    )
    digits = certainty((one, other), other.value * rate / _HUNDRED, slack) - log10(max(tried, 1))
    yield Relation("share", whole, (part,), digits, rate, percent)


def _sums(figures: Sequence[Figure]) -> Iterator[Relation]:
    for members in by_group(figures).values():
        exact = [i for i in members if figures[i].value > 0 and not figures[i].loose]
        finest: Decimal = min((figures[i].unit for i in exact), default=CENT)
        exact = [i for i in exact if figures[i].unit <= max(finest, Decimal(1))]
        columns: dict[tuple[int, str], list[int]] = {}
        rows: dict[int, list[int]] = {}
        for i in exact:
            if figures[i].column >= 0:
                columns.setdefault((figures[i].column, figures[i].currency), []).append(i)
                rows.setdefault(figures[i].row, []).append(i)
        lines = [*columns.values(), *(r for r in rows.values() if len(r) >= _LEAST)] if columns else [exact]
        for line in lines:
            yield from _runs(figures, line)
            if _LEAST <= len(line) <= _SUBSETS:
                yield from _subsets(figures, line, line, 4)
                yield from _whole_line(figures, line)
    everyone = [i for i, f in enumerate(figures) if _written_out(f)]
    if len({f.group for f in figures}) > 1 and _LEAST <= len(everyone) <= _PAGE:
        yield from _subsets(figures, _distinct(figures, everyone), everyone, 3 if len(everyone) <= _TRIPLES else 2)


def _whole_line(figures: Sequence[Figure], line: Sequence[int]) -> Iterator[Relation]:
    """Yield a figure elsewhere that a whole list or column makes: what a lead says of all that it lists."""
    first = figures[line[0]]
    if len({figures[i].currency for i in line}) > 1:
        return
    total = sum((figures[i].value for i in line), Decimal(0))
    for whole, figure in enumerate(figures):
        made = abs(figure.value - total) <= CENT * len(line) and figure.currency == first.currency
        if made and figure.group != first.group and _written_out(figure):
            yield _sum(figures, whole, tuple(line), len(figures))


def _written_out(figure: Figure) -> bool:
    """Say whether a figure is written to four digits or more, though it may be counted in thousands or millions."""
    return figure.value > 0 and not figure.loose and (figure.unit <= 1 or figure.value >= figure.unit * _SCALED)


def _distinct(figures: Sequence[Figure], members: Sequence[int]) -> list[int]:
    first: dict[tuple[Decimal, str], int] = {}
    for i in members:
        first.setdefault((figures[i].value, figures[i].currency), i)
    return list(first.values())


def _runs(figures: Sequence[Figure], line: Sequence[int]) -> Iterator[Relation]:
    """Yield sums of neighbours before or after a figure; parts of what was found are then left out, and so on."""
    left = list(line)
    for _ in range(3):
        inner: set[int] = set()
        for position, whole in enumerate(left):
            for step in (-1, 1):
                parts = _run(figures, left, position, step)
                if parts is None:
                    continue
                inner.update(parts)
                yield _sum(figures, whole, parts, 2 * len(left))
        if not inner or len(left) > MOST_NEIGHBOURS:
            return
        left = [i for i in left if i not in inner]


def _run(figures: Sequence[Figure], line: Sequence[int], position: int, step: int) -> tuple[int, ...] | None:
    target = figures[line[position]]
    total, parts = Decimal(0), []
    most = Decimal(max(target.unit, Decimal("0.05")))
    at = position + step
    while 0 <= at < len(line):
        figure = figures[line[at]]
        if figure.currency != target.currency:
            return None
        total += figure.value
        parts.append(line[at])
        most = max(most, figure.unit)
        slack = max(most, len(parts) * Decimal("0.01"))
        if total > target.value + slack:
            return None
        if len(parts) > 1 and abs(total - target.value) <= slack:
            return tuple(sorted(parts))
        at += step
    return None


def _subsets(figures: Sequence[Figure], members: Sequence[int], wholes: Sequence[int], most: int) -> Iterator[Relation]:
    values = _Values(figures, wholes)
    tried = 0
    found: list[tuple[int, tuple[int, ...]]] = []
    for size in range(2, min(most, len(members) - 1) + 1):
        for parts in combinations(members, size):
            tried += 1
            total = sum((figures[i].value for i in parts), Decimal(0))
            found += [(whole, parts) for whole in values.near(total, parts[0]) if whole not in parts]
    for whole, parts in found:
        if len({figures[i].currency for i in (whole, *parts)}) > 1:
            continue
        slack = tolerance(figures[whole], *(figures[i] for i in parts))
        if min(figures[i].value for i in parts) <= slack:
            continue
        if abs(sum((figures[i].value for i in parts), Decimal(0)) - figures[whole].value) <= slack:
            yield _sum(figures, whole, parts, max(tried // 2, 1))


def _sum(figures: Sequence[Figure], whole: int, parts: tuple[int, ...], tried: int) -> Relation:
    every = [figures[whole], *(figures[i] for i in parts)]
    digits = certainty(every, figures[whole].value, tolerance(*every) / 5) - log10(max(tried, 1))
    return Relation("sum", whole, parts, digits)


def _exchanged(figures: Sequence[Figure]) -> Iterator[Relation]:
    """Yield sums given in two currencies whose rate is fixed by law for good."""
    fixed = [i for i, f in enumerate(figures) if f.currency in _FIXED][:MOST_NEIGHBOURS]
    euros = [i for i, f in enumerate(figures) if f.currency == "EUR"][: MOST_NEIGHBOURS * 4]
    for i in fixed:
        for j in euros:
            expected = figures[j].value * _FIXED[figures[i].currency]
            slack = tolerance(figures[i]) / 5 + figures[j].unit * _FIXED[figures[i].currency] / 2
            if abs(figures[i].value - expected) <= slack:
                digits = certainty((figures[i],), expected, slack) - log10(len(figures))
                yield Relation("exchange", j, (i,), digits)


def _same(figures: Sequence[Figure]) -> Iterator[Relation]:
    """Yield figures given twice, and rounded ones beside what they round."""
    by_value: dict[tuple[Decimal, str], list[int]] = {}
    for i, figure in enumerate(figures):
        by_value.setdefault((figure.value, figure.currency), []).append(i)
    for (value, _), members in by_value.items():
        for one, other in pairwise(members):
            digits = certainty((figures[one],), value, Decimal("0.01")) - log10(len(figures))
            yield Relation("same", one, (other,), digits)
    rounded = [i for i, f in enumerate(figures) if f.loose or f.unit >= _SCALED][:_PAGE]
    for i in rounded:
        exact = (
            j
            for j, f in enumerate(figures[: MOST_NEIGHBOURS * 4])
            if not f.loose and f.unit < figures[i].unit and f.unit <= 1
        )
        for j in exact:
            if figures[i].currency == figures[j].currency and agree(figures[i], figures[j]):
                digits = log10(max(float(figures[i].value / max(figures[i].unit, Decimal(1))), 1.0)) + 0.5
                yield Relation("same", j, (i,), digits - log10(len(figures)) / 2)
