"""Which programmes a publication names or links to near its numbers."""

from collections.abc import Iterable, Mapping

from publicity_check.facts.model import LinkFact, ProgrammeMention

NEAR_BLOCKS = 2
"""Blocks between a bare number and a programme that is still near it."""
NEAR_CHARACTERS = 40
"""Characters between the name of a programme and a bare number without an introducing word."""


class Near:
    """Which programmes a publication names or links to, and where."""

    def __init__(
        self, domains: Mapping[str, list[str]], programmes: Iterable[ProgrammeMention], links: Iterable[LinkFact]
    ) -> None:
        self._blocks: dict[str, set[int]] = {}
        self._ends: dict[tuple[str, int], list[int]] = {}
        self._naming = {mention.span.last for mention in programmes}
        for mention in programmes:
            for pack in mention.packs:
                self._blocks.setdefault(pack, set()).add(mention.span.first)
                self._ends.setdefault((pack, mention.span.last), []).append(mention.span.end)
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
        return any(abs(b - block) <= NEAR_BLOCKS for p in packs for b in self._blocks.get(p, ()))

    def beside(self, packs: Iterable[str], block: int, start: int) -> bool:
        """Say whether the name of one of the packs' programmes stands directly before a place."""
        return any(0 <= start - end <= NEAR_CHARACTERS for p in packs for end in self._ends.get((p, block), ()))
