"""Finds any of many names in a run of letters, such as a file's name."""

from collections import Counter
from collections.abc import Mapping
from itertools import chain
from typing import Generic, TypeVar

_Meaning = TypeVar("_Meaning")
_PIECE = 4
"""Letters of the pieces by which texts without any name are told."""


class AnyOf(Generic[_Meaning]):
    """Finds the first of several names in a text, at a cost that does not grow with their number."""

    def __init__(self, meanings: Mapping[str, _Meaning]) -> None:
        self._key = min(map(len, meanings), default=1)
        self._by_start: dict[str, list[tuple[str, _Meaning]]] = {}
        for name in sorted(meanings, key=lambda n: (-len(n), n)):
            self._by_start.setdefault(name[: self._key], []).append((name, meanings[name]))
        self._pieces = _pieces(meanings)

    def first_in(self, text: str) -> _Meaning | None:
        """Return what the first name in a text means; of several that begin there, the longest counts."""
        if not any(piece in text for piece in self._pieces):
            return None
        for start in range(len(text) - self._key + 1):
            for name, meaning in self._by_start.get(text[start : start + self._key], ()):
                if text.startswith(name, start):
                    return meaning
        return None


def _pieces(names: Mapping[str, object]) -> tuple[str, ...]:
    """Return few pieces of names of which each name has one: most names hold that of the Union."""
    of_name = {name: [name[i : i + _PIECE] for i in range(max(1, len(name) - _PIECE + 1))] for name in names}
    spread = Counter(chain.from_iterable(map(dict.fromkeys, of_name.values())))
    return tuple(dict.fromkeys(max(pieces, key=spread.__getitem__) for pieces in of_name.values()))
