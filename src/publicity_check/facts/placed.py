"""Facts by where they stand, so that what is at a place is found without looking at all others."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from sys import maxsize
from typing import Generic, Protocol, TypeVar

from publicity_check.publication import Span

LONG_SENTENCE = 1_200
"""Letters of a sentence so long that it is a list, or none: a word tells of what stands near it alone."""


def near_part(sentence: Span, span: Span) -> Span:
    """Return a sentence, or what of a very long one stands near a span."""
    if sentence.end - sentence.start <= LONG_SENTENCE:
        return sentence
    start, end = max(sentence.start, span.start - LONG_SENTENCE), min(sentence.end, span.end + LONG_SENTENCE)
    return Span.within(sentence.first, start, max(start, end))


class _WithSpan(Protocol):
    @property
    def span(self) -> Span: ...


_Fact = TypeVar("_Fact", bound=_WithSpan)


class Placed(Generic[_Fact]):
    """The facts of one kind in one publication by the blocks and offsets at which they begin."""

    __slots__ = ("_blocks", "_starts")

    def __init__(self, found: Iterable[_Fact]) -> None:
        self._blocks: dict[int, list[_Fact]] = {}
        for fact in found:
            self._blocks.setdefault(fact.span.first, []).append(fact)
        for here in self._blocks.values():
            here.sort(key=lambda fact: fact.span.start)
        self._starts: dict[int, list[int]] = {}

    def in_block(self, block: int) -> Sequence[_Fact]:
        """Return the facts that begin in a block, in reading order."""
        return self._blocks.get(block, ())

    def beginning(self, block: int, start: int, end: int) -> Iterator[_Fact]:
        """Yield the facts that begin in a block from offset ``start`` up to ``end``, in reading order."""
        here = self._blocks.get(block)
        if not here:
            return
        starts = self._starts.get(block)
        if starts is None:
            starts = self._starts[block] = [fact.span.start for fact in here]
        for at in range(bisect_left(starts, start), bisect_left(starts, end)):
            yield here[at]

    def within(self, place: Span) -> Iterator[_Fact]:
        """Yield the facts that a place holds, in reading order."""
        for block in range(place.first, place.last + 1):
            start = place.start if block == place.first else 0
            end = place.end + 1 if block == place.last else maxsize
            yield from (fact for fact in self.beginning(block, start, end) if place.holds(fact.span))
