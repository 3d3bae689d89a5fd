"""Names of those who fund, as they stand in a text: the Union, its abbreviations, the Commission, funds, programmes."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec

from publicity_check.facts.clauses import Clauses
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import WORD, fold

NameKind = Literal["union", "abbreviation", "commission", "fund", "programme"]


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name found: words ``first`` up to ``end``. ``language`` is empty for names used in all; ``fund`` is an id."""

    kind: NameKind
    first: int
    end: int
    language: str
    fund: str = ""


_NO_WORD = 4
"""A name of one word is a name from so many letters on; shorter ones may be any word."""


class _Entry(NamedTuple):
    keys: tuple[str, ...]
    kind: NameKind
    language: str
    fund: str
    written: tuple[str, ...]
    """The words as they have to be written, for abbreviations: "ES" is the Union in Latvian, "es" is none."""


class Names:
    """All names of a rulebook, looked up by their first two words."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._listed: dict[str, list[tuple[str, NameKind, str, str, bool]]] = {}
        """Names as listed, by their first word; they are taken apart when a text first holds that word."""
        self._by_first: dict[str, dict[str, dict[_Entry, None]]] = {}
        for code, data in rulebook.languages.items():
            self._add("union", code, (data.names.union.name, *data.names.union.forms))
            self._add("abbreviation", code, data.names.union.abbreviations, exact=True)
            self._add("commission", code, data.names.union.commission)
            for fund, names in data.names.funds.items():
                self._add("fund", code, (names.name, *names.forms, *names.misspellings), fund=fund)
                self._add("fund", code, names.abbreviations, fund=fund, exact=True)
        self._add("fund", "", ("NextGenerationEU", "Next Generation EU"), fund="NGEU")
        for pack in rulebook.packs.values():
            self._add("programme", "", pack.short_names)
            for code, names_of in pack.names.items():
                self._add("programme", code, names_of)

    def _add(self, kind: NameKind, language: str, names: Iterable[str], fund: str = "", *, exact: bool = False) -> None:
        for name in names:
            first = WORD.search(name)
            if first is not None:
                self._listed.setdefault(fold(first[0]), []).append((name, kind, language, fund, exact))

    def _beginning(self, first: str) -> dict[str, dict[_Entry, None]]:
        """Return the names that begin with a word, by their second word."""
        known = self._by_first.get(first)
        if known is None:
            known = {}
            for name, kind, language, fund, exact in self._listed[first]:
                written = tuple(WORD.findall(name))
                keys = tuple([fold(w) for w in written])
                if len(keys) > 1 or exact or len(keys[0]) >= _NO_WORD:
                    entry = _Entry(keys, kind, language, fund, written if exact else ())
                    known.setdefault(keys[1] if len(keys) > 1 else "", {})[entry] = None
            self._by_first[first] = known
        return known

    def begins(self, key: str) -> bool:
        """Say whether a name may begin with a word."""
        return key in self._listed

    def at(self, clauses: Clauses, word: int) -> list[Name]:
        """Return the names that begin at a word, longest first."""
        keys = clauses.words.keys
        if keys[word] not in self._listed:
            return []
        by_second = self._beginning(keys[word])
        found: list[Name] = []
        following = keys[word + 1] if word + 1 < len(keys) else ""
        if following not in by_second and "" not in by_second:
            return found
        for entry in (*by_second.get(following, ()), *(by_second.get("", ()) if following else ())):
            end = word + len(entry.keys)
            if tuple(keys[word:end]) == entry.keys and not any(
                clauses.written(word + k) != w for k, w in enumerate(entry.written)
            ):
                found.append(Name(entry.kind, word, end, entry.language, entry.fund))
        found.sort(key=lambda n: -n.end)
        return found
