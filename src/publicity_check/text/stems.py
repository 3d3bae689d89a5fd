"""Words listed by their stems: a star before or behind one stands for any letters."""

import re
from collections.abc import Iterable

from publicity_check.text.words import fold


class Stems:
    """Listed words, of which a star stands for any letters: ``projekt*``, ``*nummer``, ``*aftale*``, ``*o*nr``.

    >>> listed = Stems(["projekt*", "*nummer", "*aftale*", "akcija"])
    >>> [listed.fit(key) for key in ("projekta", "fordernummer", "tilskudsaftalen", "akcijas", "akcija")]
    [True, True, True, False, True]
    """

    def __init__(self, listed: Iterable[str]) -> None:
        whole: set[str] = set()
        beginnings: set[str] = set()
        ends: set[str] = set()
        inner: set[str] = set()
        self._others: list[re.Pattern[str]] = []
        for word in {fold(word) for word in listed if word}:
            stem = word.strip("*")
            if "*" in stem:
                self._others.append(re.compile(r"\w*".join(map(re.escape, word.split("*")))))
            else:
                lists = ((whole, beginnings), (ends, inner))
                lists[word[0] == "*"][word[-1] == "*"].add(stem)
        self._whole, self._inner = frozenset(whole), tuple(sorted(inner))
        self._beginnings, self._ends = tuple(sorted(beginnings)), tuple(sorted(ends))

    def fit(self, key: str) -> bool:
        """Say whether a folded word is one of those listed."""
        if key in self._whole or key.startswith(self._beginnings) or key.endswith(self._ends):
            return True
        for stem in self._inner:
            if stem in key:
                return True
        return any(pattern.fullmatch(key) for pattern in self._others)
