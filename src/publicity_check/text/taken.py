"""Stretches of a text that are taken: whoever comes first keeps his place."""

from bisect import bisect_left, insort


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
