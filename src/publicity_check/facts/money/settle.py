"""What figures settle where words leave it open: whose rate a rate is, and which rounded figures are strangers."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from publicity_check.facts.money.figures import ROUNDED, Figure, Relation, certainty, share_fits
from publicity_check.facts.money.mentions import Mention, RateMention
from publicity_check.facts.money.relations import proven

_HUNDRED = 100
_SURE = 3.0
"""Digits that have to agree for arithmetic to go before the order of words."""
_SCALED = 1000
"""From this value of the last digit on, a figure is a rounded one ("1,2 million")."""
_PAIRED = 1.5
"""The same for the rate of a second pair of figures, that a first pair follows for sure."""
_MOST = 60
"""Figures of a group among which a whole is looked for."""


def settle(rates: Sequence[RateMention], mentions: Sequence[Mention], figures: Sequence[Figure]) -> None:
    """Give each rate of running text to its other neighbour, if it is the rate of that one alone.

    "Brussels sends 850 EUR, that is 85 %, the other 150 EUR are ours": the rate is that of the figure before it.
    """
    for rate in rates:
        if len(rate.beside) != 1 or mentions[rate.beside[0]].row >= 0:
            continue
        mine = rate.beside[0]
        before, behind = _neighbours(rate, mentions, mine)
        other = behind if mine == before else before
        if other is not None and not _holds(rate, mine, figures) and _holds(rate, other, figures):
            if rate.said == mentions[mine].said:
                rate.said = list(mentions[other].said)
            rate.beside = [other]


def strangers(figures: Sequence[Figure], held: Sequence[Relation], rated: Collection[int]) -> frozenset[int]:
    """Return the rounded figures that round nothing of an account which holds to the cent, and stand apart from it.

    ``rated`` are figures with a rate beside them, which is theirs.
    """
    sure = proven(held)
    exact = {i for i in sure if figures[i].unit <= 1 and not figures[i].loose}
    places = {figures[i].place for i in exact}
    same = {i for r in held if r.kind in {"same", "exchange"} and not r.near for i in _rounds(figures, r)}
    return frozenset(
        i
        for i, f in enumerate(figures)
        if exact
        and i not in sure
        and (f.loose or f.unit >= _SCALED)
        and f.place not in places
        and i not in same
        and i not in rated
    )


def nested(held: Sequence[Relation]) -> dict[int, int]:
    """Return for the parts of parts the part that they make: they would be the same partner's, wherever they stand."""
    sums = [r for r in held if r.kind == "sum" and not r.near and r.digits >= _SURE]
    wholes = {r.whole for r in sums}
    parts = {i for r in sums for i in r.parts if r.whole != i} & wholes
    inner = [r for r in sums if r.whole in parts]
    outer = {i: {*r.parts, r.whole} for r in sums for i in r.parts if i in parts}
    return {i: r.whole for r in inner for i in r.parts if i not in outer[r.whole]}


def two_accounts(figures: Sequence[Figure], held: Sequence[Relation]) -> tuple[frozenset[int], ...]:
    """Return a whole with its paid part, and the wholes and paid parts of running text that follow the same rate.

    "The project costs 684 310.75 EUR, of which the fund pays 547 448.60. Our share is 231 900, of it 185 520": the rate
    that both follow tells, without a word, that the second pair is the account of one of those who share the first.
    All are empty where there is but one pair.
    """
    shares = [r for r in held if r.kind == "share" and not r.near and r.digits >= _PAIRED]
    first = max(
        (r for r in shares if r.digits >= _SURE), key=lambda r: (figures[r.whole].value, r.digits), default=None
    )
    if first is None:
        return frozenset(), frozenset(), frozenset()
    large = {figures[first.whole].value, figures[first.parts[0]].value}
    summed = {i for r in held if r.kind == "sum" and not r.near and r.digits >= _PAIRED for i in (r.whole, *r.parts)}
    found = [
        (r.whole, r.parts[0])
        for r in shares
        if r.rate == first.rate
        and summed.isdisjoint((r.whole, r.parts[0]))
        and figures[r.whole].place == figures[r.parts[0]].place
        and figures[r.whole].row < 0
        and figures[r.whole].currency == figures[first.whole].currency
        and large.isdisjoint((figures[r.whole].value, figures[r.parts[0]].value))
    ]
    same = frozenset(i for i, f in enumerate(figures) if found and f.value in large)
    return same, frozenset(whole for whole, _ in found), frozenset(part for _, part in found)


def _rounds(figures: Sequence[Figure], relation: Relation) -> tuple[int, ...]:
    """Return the figures of a relation, if one rounds the other as one rounds: up or down to the nearest."""
    a, b = figures[relation.whole], figures[relation.parts[0]]
    near = a.loose or b.loose or abs(a.value - b.value) * 2 <= max(a.unit, b.unit)
    return (relation.whole, *relation.parts) if near or relation.kind == "exchange" else ()


def _neighbours(rate: RateMention, mentions: Sequence[Mention], mine: int) -> tuple[int | None, int | None]:
    at, sentence = rate.found.start, mentions[mine].sentence
    near = [
        i
        for i in range(max(0, mine - 1), min(len(mentions), mine + 2))
        if mentions[i].block is rate.block and mentions[i].sentence == sentence
    ]
    before = [i for i in near if mentions[i].found.start < at]
    behind = [i for i in near if mentions[i].found.start > at]
    return (before[-1] if before else None), (behind[0] if behind else None)


def _holds(rate: RateMention, part: int, figures: Sequence[Figure]) -> bool:
    one = figures[part]
    value = rate.found.figure.value
    group = [f for f in figures if f.group == one.group and f.currency == one.currency][:_MOST]
    return any(
        share_fits(one, whole, value) and certainty((one, whole), one.value, one.unit * ROUNDED) >= _SURE
        for whole in group
        if whole is not one and 0 < value < _HUNDRED and whole.unit <= max(one.unit, Decimal(1))
    )
