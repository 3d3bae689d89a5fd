"""A programme's name taken apart: its core, and the words that may be bent, left out or stand elsewhere."""

import re

import msgspec

from publicity_check.rulebook import Rulebook
from publicity_check.text import WORD, alike, fold

INTERREG = "interreg"
GENERATIONS = {"iii": "2000-2006", "iv": "2007-2013", "v": "2014-2020", "vi": "2021-2027"}
"""Generations of Interreg and their periods (Regulations (EU) No 1299/2013 and (EU) 2021/1059)."""

_STRANDS = frozenset("a b c d va vb via vib iva ivb".split())
_YEAR = re.compile(r"(?:19|20)\d\d$")
_INFLECTED = 5
"""Shared words longer than this are known in all their forms."""


class Core(msgspec.Struct, frozen=True, gc=False):
    """What must be there of a name: its own words.

    ``needs_shared`` is set where words that names share were taken off: one of them must stand beside the core.
    ``needs_interreg`` is set where that word must be "Interreg", since the core is a single common word.
    ``capitals`` is set where it is a single word in capitals (LIFE), which would be another one in small letters.
    """

    words: tuple[str, ...]
    needs_shared: bool = False
    needs_interreg: bool = False
    capitals: bool = False


class NameWords:
    """Knows the words that programmes' names share: "programme", "cross-border", "cooperation"."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._shared: set[str] = {INTERREG}
        self._small: set[str] = set()
        self._by_start: dict[str, list[str]] = {}
        for language in rulebook.languages.values():
            self._shared.update(fold(w) for phrase in language.programmes.shared for w in WORD.findall(phrase))
            self._small.update(fold(w) for w in language.programmes.small)
        for word in sorted(self._shared):
            if len(word) > _INFLECTED:
                self._by_start.setdefault(word[:4], []).append(word)
        self._known: dict[str, bool] = {}

    def shared(self, key: str) -> bool:
        """Say whether a folded word is one that programmes' names share, in any form ("programmas")."""
        known = self._known.get(key)
        if known is None:
            forms = self._by_start.get(key[:4], ()) if len(key) > _INFLECTED else ()
            known = key in self._shared or any(alike(key, form) for form in forms)
            self._known[key] = known
        return known

    def small(self, key: str) -> bool:
        """Say whether a folded word is an article or a preposition that may stand in a name."""
        return key in self._small

    def core(self, name: str) -> Core | None:
        """Take a programme's name apart; ``None`` if no word of its own is left."""
        written = WORD.findall(name)
        keys = [fold(w) for w in written]
        periods = {i for i, k in enumerate(keys) if is_year(k) and _beside_year(keys, i)}
        interreg = INTERREG in keys
        common = {i for i, key in enumerate(keys) if self.shared(key) or (interreg and is_label(key))}
        own = [i for i in range(len(keys)) if i not in periods and i not in common]
        while own and self.small(keys[own[0]]):
            own.pop(0)
        while own and self.small(keys[own[-1]]):
            own.pop()
        if not own:
            return None
        inside = [i for i in range(own[0], own[-1] + 1) if i not in periods]
        single = len(inside) == 1
        return Core(
            words=tuple(keys[i] for i in inside),
            needs_shared=not common <= set(inside),
            needs_interreg=interreg and single,
            capitals=single and written[inside[0]].isupper(),
        )

    def whole(self, name: str) -> Core:
        """Return a name as a core of all its words."""
        return Core(tuple(fold(w) for w in WORD.findall(name)))


def is_year(key: str) -> bool:
    """Say whether a word is a year."""
    return len(key) == 4 and _YEAR.match(key) is not None


def is_label(key: str) -> bool:
    """Say whether a word names a generation or strand of Interreg ("V", "A", "VI")."""
    return key in GENERATIONS or key in _STRANDS


def _beside_year(keys: list[str], i: int) -> bool:
    return (i > 0 and is_year(keys[i - 1])) or (i + 1 < len(keys) and is_year(keys[i + 1]))
