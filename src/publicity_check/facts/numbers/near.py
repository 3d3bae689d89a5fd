"""Which programmes a publication names or links to near its numbers."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from publicity_check.facts.model import FundMention, LinkFact, ProgrammeMention

NEAR_BLOCKS = 2
"""Blocks between a bare number and a programme that is still near it."""
NEAR_CHARACTERS = 40
"""Characters between the name of a programme and a bare number without an introducing word."""


_NOWHERE: frozenset[int] = frozenset()


class Near:
    """Which programmes a publication names or links to, and where."""

    def __init__(
        self,
        domains: Mapping[str, list[str]],
        programmes: Iterable[ProgrammeMention],
        links: Iterable[LinkFact],
        funds: Iterable[FundMention] = (),
    ) -> None:
        self._funds = [(mention.span.first, mention.fund.rstrip("+")) for mention in funds]
        self._blocks: dict[str, set[int]] = {}
        self._ends: dict[tuple[str, int], list[int]] = {}
        self._naming = {mention.span.last for mention in programmes}
        for mention in programmes:
            for pack in mention.packs:
                self._blocks.setdefault(pack, set()).add(mention.span.first)
                self._ends.setdefault((pack, mention.span.last), []).append(mention.span.end)
        for ends in self._ends.values():
            ends.sort()
        for host in {link.host for link in links}:
            labels = host.split(".")
            for i in range(len(labels) - 1):
                for pack in domains.get(".".join(labels[i:]), ()):
                    self._blocks.setdefault(pack, set())

    def names(self, block: int) -> bool:
        """Say whether a block names a programme."""
        return block in self._naming

    def anywhere(self, packs: Iterable[str]) -> bool:
        """Say whether one of the packs' programmes is named or linked to."""
        return any(p in self._blocks for p in packs)

    def block(self, packs: Iterable[str], block: int) -> bool:
        """Say whether one of the packs' programmes is named in a block or near it."""
        near = range(block - NEAR_BLOCKS, block + NEAR_BLOCKS + 1)
        return any(not self._blocks.get(p, _NOWHERE).isdisjoint(near) for p in packs)

    def other_fund(self, funds: frozenset[str], block: int) -> bool:
        """Say whether funds are named near a block, or else anywhere, and none of them is one of ``funds``."""
        near = range(block - NEAR_BLOCKS, block + NEAR_BLOCKS + 1)
        named = {fund for at, fund in self._funds if at in near} or {fund for _, fund in self._funds}
        return bool(funds and named) and named.isdisjoint(funds)

    def fund_in(self, block: int, reach: int = 0) -> bool:
        """Say whether a fund that pays projects, or a programme, is named in a block, or so many away from it."""
        near = range(block - reach, block + reach + 1)
        return any(at in near for at in self._naming) or any(at in near for at, _ in self._funds)

    def beside(self, packs: Iterable[str], block: int, start: int) -> bool:
        """Say whether the name of one of the packs' programmes stands directly before a place."""
        for pack in packs:
            ends = self._ends.get((pack, block), [])
            last = bisect_right(ends, start) - 1
            if last >= 0 and start - ends[last] <= NEAR_CHARACTERS:
                return True
        return False
