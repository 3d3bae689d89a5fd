"""Finds any of many names in a run of letters, such as a file's name."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Generic, TypeVar

_Meaning = TypeVar("_Meaning")
_FIND = re.compile("(?=(.{4}))")
"""Pieces by which texts without any name are told."""
_LOOKED_AT = 16
"""Names among which the most frequent piece is chosen."""


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


def _pieces(names: Iterable[str]) -> tuple[str, ...]:
    """Return few pieces of names of which each name has one: most names hold that of the Union."""
    chosen: list[str] = []
    left = list(names)
    while left:
        pieces = (dict.fromkeys(_FIND.findall(name)) or (name,) for name in left[:_LOOKED_AT])
        chosen.append(Counter(chain.from_iterable(pieces)).most_common(1)[0][0])
        left = [name for name in left if chosen[-1] not in name]
    return tuple(chosen)
