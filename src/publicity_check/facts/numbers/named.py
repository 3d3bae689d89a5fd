"""Which programmes and funds a publication names, and whether they are others than a number's."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate

from publicity_check.facts.items import ProjectNumber
from publicity_check.facts.numbers.surroundings import Position, Surroundings
from publicity_check.publication import Span
from publicity_check.rulebook import Rulebook

OWN_KINDS = frozenset({"heading", "title"})
"""Kinds of blocks that speak of a publication's own project."""


class Named:
    """The packs of the programmes and funds that a publication names, by their places."""

    def __init__(
        self,
        rulebook: Rulebook,
        fund_packs: Mapping[str, tuple[str, ...]],
        numbers: Sequence[ProjectNumber],
        around: Surroundings,
    ) -> None:
        self._rulebook, self._fund_packs = rulebook, fund_packs
        self._numbers, self._around = numbers, around
        self._packs: dict[tuple[str, ...], set[str]] = {}
        for number in numbers:
            self._packs.setdefault(number.packs, set()).add(number.value)

    def foreign(self, places: Sequence[ProjectNumber], *, stated: bool) -> bool:
        """Say whether other programmes than a number's are named outside its sentences.

        With ``stated``, in titles, headings and statements; else anywhere, and such as fit another number.
        """
        named = self._stated if stated else self._everywhere(places)
        packs = {p for n in places for p in n.packs}
        if not packs or not named or self._lineages(packs) & named or packs & self._lineages(named):
            return False
        if stated:
            return True
        value = places[0].value
        theirs = (packs for packs, values in self._packs.items() if len(values) > (value in values))
        return any(not packs or self._lineages(packs) & named for packs in theirs)

    def anything_in(self, block: int) -> bool:
        """Say whether a programme or fund is named in a block."""
        return block in self._blocks

    def _lineages(self, packs: Iterable[str]) -> set[str]:
        """Return packs with the frameworks they belong to."""
        return {a.id for p in packs for a in self._rulebook.lineage(self._rulebook.packs[p])}

    def _everywhere(self, places: Sequence[ProjectNumber]) -> Set[str]:
        """Return the packs of all programmes, funds and wordings named outside the sentences of a number."""
        sentences = {(n.span.first, self._around.sentence(n)[0]) for n in places}
        if sentences.isdisjoint(self._in_sentences):
            return self._anywhere.keys()
        here = sum((self._in_sentences.get(sentence, Counter()) for sentence in sentences), Counter())
        return {pack for pack, times in self._anywhere.items() if times > here[pack]}

    @cached_property
    def _named(self) -> list[tuple[Span, tuple[str, ...]]]:
        found = [(m.span, m.packs) for m in self._around.programmes if m.visible]
        found += [(f.span, self._fund_packs.get(f.fund, ())) for f in self._around.funds if f.visible]
        return found

    @cached_property
    def _blocks(self) -> frozenset[int]:
        return frozenset(span.first for span, _ in self._named)

    @cached_property
    def _anywhere(self) -> Counter[str]:
        """How often the packs of all programmes and funds are named."""
        return sum(self._in_sentences.values(), Counter())

    @cached_property
    def _in_sentences(self) -> dict[Position, Counter[str]]:
        """How often packs are named in each sentence, by its block and start."""
        found: dict[Position, Counter[str]] = {}
        for span, packs in self._named:
            start, _ = self._around.sentences.around(span.first, span.start)
            found.setdefault((span.first, start), Counter()).update(packs)
        return found

    @cached_property
    def _stated(self) -> set[str]:
        """Return the packs of programmes and funds named in titles, headings and the sentences of statements."""
        blocks = self._around.publication.blocks
        own = {n.span.first: self._around.sentence(n) for n in self._numbers}
        starts, ends = self._statements
        packs: set[str] = set()
        for span, named in self._named:
            low, high = own.get(span.first, (0, 0))
            if packs.issuperset(named) or low <= span.start < high:
                continue
            before = bisect_right(starts, (span.first, span.start))
            inside = before > 0 and ends[before - 1] >= (span.last, span.end)
            if inside or blocks[span.first].kind in OWN_KINDS:
                packs.update(named)
        return packs

    @cached_property
    def _statements(self) -> tuple[list[Position], list[Position]]:
        """Where the sentences of statements start, in order, and the furthest end of those up to each."""
        around = self._around.sentences.around
        stretches = sorted(
            ((s.span.first, around(s.span.first, s.span.start)[0]), (s.span.last, around(s.span.last, last)[1]))
            for s in self._around.statements
            for last in [max(s.span.end - 1, 0)]
        )
        return [start for start, _ in stretches], list(accumulate((end for _, end in stretches), max))
