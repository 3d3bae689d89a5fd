"""Which figures stand apart from an account that closes: in another section, and tied to it by nothing.

A page tells of several projects, and of money that is nobody's budget. Where the figures of a section make an account
of their own, to the cent, and nothing ties them to the account of another section, they are another project's; and a
single figure that stands in another section, tied to nothing, is rather somebody else's than part of the account.
"""

from collections.abc import Callable, Iterable, Sequence

from publicity_check.facts.model import ProjectNumber
from publicity_check.facts.money.figures import Figure, Relation
from publicity_check.facts.money.relations import proven
from publicity_check.publication import Block, Publication, Region
from publicity_check.values.slips import telling

Path = tuple[int, ...]
"""The headings over a block, the highest first."""
_CLOSED = 2.5
"""How sure a sum or a stated rate must be for its figures to make an account."""
_TIES = 1.0
"""How sure a relation must be to tie two sections together."""
_OF_THE_TEXT = frozenset({Region.MAIN, Region.TABLE, Region.TEXT_BOX})
_SAME = 4
"""Digits of a figure that is taken for the same sum elsewhere."""


class Sections:
    """The headings over the blocks of a publication, without its title: that is over all of them."""

    def __init__(self, publication: Publication, numbers: Iterable[ProjectNumber]) -> None:
        self._publication = publication
        heads = [b for b in publication.blocks if b.kind == "heading" and b.region in _OF_THE_TEXT]
        highest = min((b.rank for b in heads if b.rank), default=0)
        titles = [b.index for b in heads if b.rank == highest]
        self._title = titles[0] if titles and (len(titles) == 1 or not highest) else -1
        self._known: dict[int | None, Path] = {None: ()}
        own = (publication.blocks[n.span.first] for n in numbers if n.role == "own")
        self._numbered = {self.path(block) for block in own}

    def path(self, block: Block) -> Path:
        """Return the headings over a block, the highest first."""
        if block.rank:
            return self._over(block)
        found = self._known.get(block.heading)
        if found is None:
            found = self._known[block.heading] = self._over(block)
        return found

    def numbered(self, place: Path) -> bool:
        """Say whether a number of an own project stands in a section."""
        return place in self._numbered

    def _over(self, block: Block) -> Path:
        over = tuple(reversed([head.index for head in self._publication.headings_over(block)]))
        return over[1:] if over[:1] == (self._title,) else over


def beside(one: Path, other: Path) -> bool:
    """Say whether two sections stand beside each other: neither holds the other."""
    shorter = min(len(one), len(other))
    return one[:shorter] != other[:shorter]


def accounts(
    paths: Sequence[Path], figures: Sequence[Figure], held: Iterable[Relation], funded: Sequence[bool]
) -> list[int]:
    """Return for each figure the number of its account: 0, but where several sections each hold one, and one closes.

    Sections that any relation ties together, be it but for a slip, are of one account. ``funded`` tells figures beside
    which the Union or an own project is named: an account of other money is none of the publication's.
    """
    relations = list(held)
    joined: dict[Path, Path] = {p: p for p in paths}

    def root(place: Path) -> Path:
        while joined[place] != place:
            place = joined[place]
        return place

    for one in joined:
        for other in joined:
            if one and other and not beside(one, other):
                joined[root(one)] = root(other)
    for relation in relations:
        if _ties(relation, figures):
            for i in relation.parts:
                joined[root(paths[i])] = root(paths[relation.whole])
    paid = {root(p) for p, named in zip(paths, funded, strict=True) if named}
    sure: dict[Path, bool] = {}
    for relation in relations:
        place = root(paths[relation.whole])
        if _holds(relation) and place in paid:
            sure[place] = sure.get(place, False) or _closes(relation)
    closed = list(sure) if any(sure.values()) else []
    if len(closed) <= 1:
        return [0] * len(figures)
    numbers = {place: n for n, place in enumerate(sorted(closed, key=lambda c: _first(paths, c, root)))}
    return [numbers.get(root(p), 0) for p in paths]


def _first(paths: Sequence[Path], place: Path, root: Callable[[Path], Path]) -> int:
    return next(i for i, p in enumerate(paths) if root(p) == place)


def _holds(relation: Relation) -> bool:
    return relation.kind in {"sum", "share"} and not relation.near and relation.digits >= _TIES


def _closes(relation: Relation) -> bool:
    stated = relation.kind == "sum" or relation.percent >= 0
    return _holds(relation) and stated and relation.digits >= _CLOSED


def _ties(relation: Relation, figures: Sequence[Figure]) -> bool:
    if relation.kind in {"same", "exchange"}:
        return relation.kind == "exchange" or telling(figures[relation.whole].value) >= _SAME or not relation.near
    return relation.digits >= _TIES


def elsewhere(paths: Sequence[Path], figures: Sequence[Figure], held: Iterable[Relation]) -> frozenset[int]:
    """Return the figures that stand beside the sections of an account that closes, and are tied to it by nothing."""
    relations = list(held)
    core = proven(r for r in relations if _closes(r))
    if not core:
        return frozenset()
    inside = {paths[i] for i in core}
    tied = {i for r in relations if _ties(r, figures) for i in (r.whole, *r.parts)}
    return frozenset(
        i
        for i, place in enumerate(paths)
        if i not in core and i not in tied and all(beside(place, other) for other in inside)
    )
