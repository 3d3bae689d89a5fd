"""The roles that a figure may have, and what is known of a problem before it is read."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

import msgspec

from publicity_check.facts.model import Scope, Share
from publicity_check.facts.money.figures import Figure, Percent, Relation
from publicity_check.facts.money.relations import proven

_SUMMED = 1.0
"""How sure a sum must be for its figures to be several values of one share."""
_CLOSED = 3.0
"""How sure a sum must be for other parts elsewhere to be somebody else's."""
_PARTS_OF_ONE = 40


class Role(NamedTuple):
    """Whose sum a figure is, and which; ``None`` is a piece of no kind of its own (an item, an instalment, a tax)."""

    scope: Scope
    share: Share | None


_SHARES: tuple[Share | None, ...] = ("total", "eligible", "grant", "eu", "national", "own", "private", None)
ROLES: tuple[Role, ...] = (
    *(Role("project", share) for share in _SHARES),
    *(Role("partner", share) for share in _SHARES),
    Role("programme", None),
    Role("other", None),
)
"""All roles; a reading is a tuple of indexes into them."""
INDEX: Mapping[Role, int] = {role: i for i, role in enumerate(ROLES)}
OUTSIDE = INDEX[Role("other", None)]
PROGRAMME = INDEX[Role("programme", None)]
PARTNER = len(_SHARES)

_PIECE = INDEX[Role("project", None)]
_SAID = 1.0
"""By how much words must speak for a payer's share rather than for a mere piece."""
_NAMED = -2.05
"""How near words must bring a figure to be some partner's for it to count as named: an organisation beside it."""
WHOLES = frozenset({"total", "eligible", "grant"})
PARTS = frozenset({"eu", "national", "own", "private"})
SINGLE = frozenset({"total", "eligible", "grant", "eu"})
"""Shares of which an account has one value."""
BELOW: Mapping[str, frozenset[str]] = {
    "total": frozenset({"eligible", "grant", "eu", "national", "own", "private"}),
    "eligible": frozenset({"eu"}),
    "grant": frozenset({"eu"}),
}
"""Which shares cannot be above a whole."""
MADE_OF: Mapping[str | None, frozenset[str | None]] = {
    "total": frozenset({"eligible", "grant", "eu", "national", "own", "private", None}),
    "eligible": frozenset({"grant", "eu", "national", "own", "private", None}),
    "grant": frozenset({"eu", "national", "own", None}),
    "eu": frozenset({"eu", None}),
    "national": frozenset({"national", None}),
    "own": frozenset({"own", "private", "national", None}),
    "private": frozenset({"private", None}),
    None: frozenset({None}),
}
"""Which shares may be the parts of a sum."""


class Evidence(msgspec.Struct, frozen=True):
    """What words and places say of one figure.

    ``scores`` speak for roles, as :data:`ROLES` are numbered. ``cluster`` tells figures that would be one partner's,
    ``vat`` and ``fund`` what forbids to take two figures for one.
    """

    scores: tuple[float, ...]
    cluster: int = 0
    fund: str = ""
    vat: str = ""
    item: int = -1
    """The item of a list that it stands in: two items may be of two projects."""


class Closed(NamedTuple):
    """What makes a whole: the values of its parts, and of theirs, and the places where they stand."""

    values: set[Decimal]
    places: set[int]


class Problem(msgspec.Struct, frozen=True, dict=True):
    """Figures and rates, what words say of them, and what arithmetic proves.

    ``leans`` says for each rate which share words give it, with a weight.
    """

    figures: tuple[Figure, ...]
    percents: tuple[Percent, ...]
    evidence: tuple[Evidence, ...]
    relations: tuple[Relation, ...]
    leans: tuple[Mapping[Share, float], ...] = ()
    bases: tuple[Share | None, ...] = ()
    """The base that each rate names: "85 % of the eligible costs"."""

    @cached_property
    def proven(self) -> tuple[float, ...]:
        """For each figure, how sure the surest relation is that it stands in."""
        best = [0.0] * len(self.figures)
        for relation in self.relations:
            for i in (relation.whole, *relation.parts):
                best[i] = max(best[i], relation.digits)
        return tuple(best)

    @cached_property
    def exact(self) -> frozenset[int]:
        """Figures that stand in a share or sum that holds."""
        return proven(self.relations)

    @cached_property
    def payers(self) -> frozenset[int]:
        """Figures of which words say which payer's they are, rather than that they are a partner's."""
        half = PARTNER
        ours = [INDEX[Role("project", share)] for share in ("eu", "national", "own", "private")]
        return frozenset(
            i
            for i, e in enumerate(self.evidence)
            if max(e.scores[r] for r in ours) > max(0.5, *(e.scores[half:PROGRAMME]))
        )

    @cached_property
    def paid(self) -> frozenset[int]:
        """Figures of which words say who pays them, be they the project's or a partner's."""
        return frozenset(
            i
            for i, e in enumerate(self.evidence)
            if any(e.scores[INDEX[Role("project", s)]] - e.scores[_PIECE] > _SAID for s in ("eu", "national"))
        )

    @cached_property
    def named(self) -> frozenset[int]:
        """Figures beside which a partner or an organisation is named."""
        piece = INDEX[Role("partner", None)]
        return frozenset(i for i, e in enumerate(self.evidence) if e.scores[piece] - e.scores[OUTSIDE] > _NAMED)

    @cached_property
    def doubtful(self) -> frozenset[int]:
        """Figures of which one slip would make something hold."""
        near = (r for r in self.relations if r.near and (r.digits > _SUMMED or r.kind == "same"))
        return frozenset(i for r in near for i in (r.whole, *r.parts)) - self.exact

    @cached_property
    def summands(self) -> frozenset[int]:
        """Figures that stand in what holds, or would but for a slip."""
        return self.exact | self.doubtful

    @cached_property
    def closed(self) -> Mapping[int, Closed]:
        """For each whole of a sum that holds, which values make it, and where they stand."""
        found: dict[int, Closed] = {}
        for r in sorted(self.relations, key=lambda r: (r.whole, r.parts)):
            if r.kind == "sum" and not r.near and r.digits > _CLOSED:
                mine = found.setdefault(r.whole, Closed(set(), set()))
                mine.values.update(self.figures[i].value for i in r.parts)
                mine.places.update(self.figures[i].place for i in (r.whole, *r.parts))
        for r in self.relations:
            for mine in found.values():
                if r.kind == "sum" and not r.near and r.digits > _SUMMED and self.figures[r.whole].value in mine.values:
                    mine.values.update(self.figures[i].value for i in r.parts)
        return found

    @cached_property
    def slipped(self) -> frozenset[tuple[int, int]]:
        """Pairs of figures of which one is the other but for a slip: seldom chance, so no reason to part them."""
        near = ((r.whole, r.parts[0]) for r in self.relations if r.near and r.kind == "same")
        return frozenset(pair for i, j in near for pair in ((i, j), (j, i)))

    @cached_property
    def mistyped(self) -> frozenset[int]:
        """Figures of which another one is a slip, or that are slips of another."""
        return frozenset(i for pair in self.slipped for i in pair)

    @cached_property
    def summed(self) -> frozenset[tuple[int, int]]:
        """Pairs of figures of which one is a part of the other, in a sum."""
        sums = (r for r in self.relations if r.kind == "sum" and not r.near and r.digits > _SUMMED)
        return frozenset(pair for r in sums for i in r.parts for pair in ((i, r.whole), (r.whole, i)))

    @cached_property
    def siblings(self) -> frozenset[tuple[int, int]]:
        """Pairs of figures that are parts of one sum."""
        sums = (r for r in self.relations if r.kind == "sum" and not r.near and r.digits > _SUMMED)
        short = (r for r in sums if len(r.parts) <= _PARTS_OF_ONE)
        return frozenset((i, j) for r in short for i in r.parts for j in r.parts if i != j)
