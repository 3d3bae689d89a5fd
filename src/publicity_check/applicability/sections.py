"""The sections of a publication: what stands under each heading, down to the next one of its rank."""

from collections.abc import Sequence

import msgspec

from publicity_check.publication import Block, Publication, Region

_LOWEST = 7
"""The rank of headings that have none: below all others."""
_OF_THE_TEXT = frozenset({Region.MAIN, Region.TABLE, Region.TEXT_BOX})


class Section(msgspec.Struct, frozen=True, gc=False):
    """A heading and the blocks under it, from ``start`` up to ``end``; ``parent`` is the section it is part of."""

    heading: int
    rank: int
    start: int
    end: int
    parent: int | None

    def holds(self, block: int) -> bool:
        """Say whether a block stands in the section."""
        return self.start <= block < self.end


def sections(publication: Publication) -> tuple[Section, ...]:
    """Return the sections of a publication's text in reading order, each before those it holds."""
    heads = [b for b in publication.blocks if b.kind == "heading" and b.region in _OF_THE_TEXT]
    ends = _ends(heads, len(publication.blocks))
    found: list[Section] = []
    open_: list[int] = []
    for place, head in enumerate(heads):
        rank = head.rank or _LOWEST
        while open_ and found[open_[-1]].rank >= rank:
            open_.pop()
        end = ends[place]
        found.append(Section(head.index, rank, head.index, end, open_[-1] if open_ else None))
        open_.append(place)
    return tuple(found)


def _ends(heads: Sequence[Block], last: int) -> list[int]:
    """Return for each heading the block of the next one of its rank or a higher one, ``last`` where there is none."""
    ends = [last] * len(heads)
    open_: list[int] = []
    for place, head in enumerate(heads):
        while open_ and (heads[open_[-1]].rank or _LOWEST) >= (head.rank or _LOWEST):
            ends[open_.pop()] = head.index
        open_.append(place)
    return ends
