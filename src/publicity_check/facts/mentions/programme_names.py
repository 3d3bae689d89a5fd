"""A programme's name taken apart: its core, and the words that may be bent, left out or stand elsewhere."""

import re
from collections.abc import Callable, Iterator, Set

import msgspec

from publicity_check.rulebook import Rulebook
from publicity_check.text.words import WORD, alike, fold, words

INTERREG = "interreg"
GENERATIONS = {"iii": "2000-2006", "iv": "2007-2013", "v": "2014-2020", "vi": "2021-2027"}
"""Generations of Interreg and their periods (Regulations (EU) No 1299/2013 and (EU) 2021/1059)."""

_STRANDS = frozenset("a b c d va vb via vib iva ivb".split())
_PAIR = re.compile(r"\w ?[-–—] ?[^\W\d]+\Z")
"""Two areas at the end of a name, joined by a dash."""
_YEAR_WRITTEN = re.compile(r"(?:19|20)\d\d$")
_SHARED, _SMALL, _LABEL, _YEAR = 1, 2, 4, 8
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
    pair: bool = False
    """Whether it is two areas that a dash joins."""


_REMEMBERED = 100_000
"""Words remembered at most."""
_DIGITS_OF_YEAR = 4


class _Marks(dict[str, int]):
    """Remembers what each word may be in a name."""

    def __init__(self, is_shared: Callable[[str], bool], small: Set[str]) -> None:
        self._is_shared, self._small = is_shared, small

    def __missing__(self, key: str) -> int:
        mark = _SHARED * self._is_shared(key) + _SMALL * (key in self._small)
        mark += _LABEL * is_label(key) + _YEAR * is_year(key)
        if len(self) > _REMEMBERED:
            self.clear()
        self[key] = mark
        return mark


class NameWords:
    """Knows the words that programmes' names share: "programme", "cross-border", "cooperation"."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._shared: set[str] = {INTERREG}
        self._small: set[str] = set()
        self._by_start: dict[str, list[str]] = {}
        for language in rulebook.languages.values():
            self._shared.update(fold(w) for phrase in language.names.programmes.shared for w in WORD.findall(phrase))
            self._small.update(fold(w) for w in language.names.programmes.small)
        for word in sorted(self._shared):
            if len(word) > _INFLECTED:
                self._by_start.setdefault(word[:4], []).append(word)
        self._marks = _Marks(self._is_shared, self._small)

    def shared(self, key: str) -> bool:
        """Say whether a folded word is one that programmes' names share, in any form ("programmas")."""
        return bool(self._marks[key] & _SHARED)

    def _is_shared(self, key: str) -> bool:
        forms = self._by_start.get(key[:4], ()) if len(key) > _INFLECTED else ()
        return key in self._shared or any(alike(key, form) for form in forms)

    def small(self, key: str) -> bool:
        """Say whether a folded word is an article or a preposition that may stand in a name."""
        return key in self._small

    def cores(self, name: str) -> Iterator[Core]:
        """Take a programme's name apart: yield the words of its own, if any are left, and all its words."""
        keys = words(name)
        marks = [self._marks[key] for key in keys]
        interreg = INTERREG in keys
        common = _SHARED | _LABEL if interreg else _SHARED
        years = [i for i, mark in enumerate(marks) if mark & _YEAR and _beside_year(keys, i)]
        own = [i for i, mark in enumerate(marks) if not mark & common and i not in years]
        while own and marks[own[0]] & _SMALL:
            del own[0]
        while own and marks[own[-1]] & _SMALL:
            del own[-1]
        if own:
            first, end = own[0], own[-1] + 1
            inside = [key for i, key in enumerate(keys[first:end], first) if i not in years]
            single = len(inside) == 1
            outside = [*marks[:first], *marks[end:], *(marks[i] for i in years)]
            yield Core(
                words=tuple(inside),
                needs_shared=any(mark & common for mark in outside),
                needs_interreg=interreg and single,
                pair=interreg and len(inside) == _AREAS and _PAIR.search(name) is not None,
                capitals=single and WORD.findall(name)[first].isupper(),
            )
        yield Core(tuple(keys))


_AREAS = 2
"""Areas in the names of most programmes across a border."""


def turned(core: Core) -> Core:
    """Return a name of two areas the other way round: either side of a border names its own first."""
    return msgspec.structs.replace(core, words=core.words[::-1]) if core.pair else core


def is_year(key: str) -> bool:
    """Say whether a word is a year."""
    return len(key) == _DIGITS_OF_YEAR and _YEAR_WRITTEN.match(key) is not None


def is_label(key: str) -> bool:
    """Say whether a word names a generation or strand of Interreg ("V", "A", "VI")."""
    return key in GENERATIONS or key in _STRANDS


def _beside_year(keys: list[str], i: int) -> bool:
    return (i > 0 and is_year(keys[i - 1])) or (i + 1 < len(keys) and is_year(keys[i + 1]))
