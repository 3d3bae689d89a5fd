"""Stretches of a text: those that are taken, where whoever comes first keeps his place, and those that meet others."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

_Thing = TypeVar("_Thing")


class Taken:
    """Stretches from a first to a last position, none of which overlaps another."""

    def __init__(self) -> None:
        self._stretches: list[tuple[int, int]] = []

    def take(self, first: int, last: int) -> bool:
        """Take a stretch, its ends included, and say whether it was still free.

        >>> taken = Taken()
        >>> [taken.take(*stretch) for stretch in [(3, 5), (5, 7), (6, 6), (0, 9), (0, 2)]]
        [True, False, True, False, True]
        """
        after = bisect_left(self._stretches, (first, last))
        if after and self._stretches[after - 1][1] >= first:
            return False
        if after < len(self._stretches) and self._stretches[after][0] <= last:
            return False
        insort(self._stretches, (first, last))
        return True


class Stretches(Generic[_Thing]):
    """Things with a first and a last position each, which may overlap."""

    def __init__(self, things: Iterable[tuple[int, int, _Thing]]) -> None:
        self._things = sorted(things, key=lambda thing: thing[:2])
        self._firsts = [first for first, _, _ in self._things]
        self._reach = list(accumulate((last for _, last, _ in self._things), max))
        """The last position of each thing and of all before it."""

    def meeting(self, first: int, last: int) -> Iterator[_Thing]:
        """Yield the things that share a position with a stretch, its ends included, from the last to the first.

        >>> stretches = Stretches([(0, 9, "a"), (2, 3, "b"), (5, 6, "c")])
        >>> list(stretches.meeting(4, 5)), list(stretches.meeting(10, 12))
        (['c', 'a'], [])
        """
        at = bisect_right(self._firsts, last) - 1
        while at >= 0 and self._reach[at] >= first:
            if self._things[at][1] >= first:
                yield self._things[at][2]
            at -= 1

    def meets(self, first: int, last: int) -> bool:
        """Say whether a thing shares a position with a stretch."""
        at = bisect_right(self._firsts, last) - 1
        return at >= 0 and self._reach[at] >= first
