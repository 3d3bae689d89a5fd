"""Phrases looked up among the words of a text, and names in a run of letters.

Many phrases are looked for at once, at a cost that does not grow with their number. Each word of a phrase stands as it
is, with any ending, or inflected; a name in a run of letters is a word that may end in any way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, Literal, TypeVar

import msgspec

from publicity_check.text.words import Words, alike, inflects, words

Ending = Literal["", "any", "alike"]
"""How a word may end: as it does, in any way, or as its inflected forms do (:func:`.words.alike`)."""

_Meaning = TypeVar("_Meaning")
_REMEMBERED = 50_000
"""Words remembered at most."""
_HEAD = 4
"""First letters by which words that may end otherwise are listed: all inflected forms share them."""


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """The folded words of a phrase, each with how it may end; without ``endings`` all stand as they are."""

    words: tuple[str, ...]
    endings: tuple[Ending, ...] = ()

    @classmethod
    def of(cls, text: str) -> "Phrase":
        """Read a phrase of a language's data: words, of which one that ends in a star stands for any ending.

        >>> Phrase.of("Co-funded project*")
        Phrase(words=('co', 'funded', 'project'), endings=('', '', 'any'))
        """
        keys: list[str] = []
        endings: list[Ending] = []
        for piece in text.split():
            found = words(piece)
            keys += found
            endings += [""] * len(found)
            if found and piece.endswith("*"):
                endings[-1] = "any"
        return cls(tuple(keys), tuple(endings) if any(endings) else ())

    @classmethod
    def inflected(cls, keys: Iterable[str]) -> "Phrase":
        """Make a phrase of folded words each of which may be inflected."""
        found = tuple(keys)
        endings: list[Ending] = ["alike"] * len(found)
        return cls(found, tuple(endings))

    def at(self, keys: Sequence[str], place: int) -> bool:
        """Say whether the phrase stands at a place of a sequence."""
        end = place + len(self.words)
        if place < 0 or end > len(keys):
            return False
        if not self.endings:
            return tuple(keys[place:end]) == self.words
        for word, found, ending in zip(self.words, keys[place:end], self.endings, strict=True):
            if word != found and not (ending and _agree(word, ending, found)):
                return False
        return True


def _agree(word: str, ending: Ending, found: str) -> bool:
    return found.startswith(word) if ending == "any" else alike(word, found)


def _head(word: str, ending: Ending) -> str:
    """Return under what a word is listed: itself, or its first letters if it may end otherwise."""
    return word[:_HEAD] if ending == "any" or (ending and inflects(word)) else word


_Entry = tuple[Phrase, _Meaning]


class _Table(Generic[_Meaning]):
    """Phrases that begin alike, by the heads of their second words, "" where there is none."""

    __slots__ = ("_by_second", "_lengths")

    def __init__(self, entries: Iterable[_Entry[_Meaning]]) -> None:
        self._by_second: dict[str, list[_Entry[_Meaning]]] = {}
        lengths: set[int] = set()
        for entry in entries:
            words, endings = entry[0].words, entry[0].endings
            head = words[1] if len(words) > 1 else ""
            if endings and head:
                head = _head(head, endings[1])
                lengths.add(len(head))
            self._by_second.setdefault(head, []).append(entry)
        self._lengths = sorted(lengths, reverse=True)

    def followed_by(self, key: str) -> Iterator[_Entry[_Meaning]]:
        """Yield the phrases that may go on with a word, and those of one word; "" is none."""
        by_second = self._by_second
        for head in dict.fromkeys((key, *(key[:length] for length in self._lengths), "")):
            yield from by_second.get(head, ())

    def alone(self) -> Sequence[_Entry[_Meaning]]:
        """Return the phrases of one word."""
        return self._by_second.get("", ())

    def goes_on(self, key: str) -> bool:
        """Say whether a phrase may go on with a word, or is one of a single word; "" is none."""
        by_second = self._by_second
        return "" in by_second or key in by_second or any(key[:length] in by_second for length in self._lengths)


class _Index(Generic[_Meaning]):
    """Phrases by the heads of their first words; those that begin alike are taken apart when a text begins so."""

    def __init__(self, phrases: Iterable[_Entry[_Meaning]]) -> None:
        self._listed: dict[str, list[_Entry[_Meaning]]] = {}
        self.sizes: set[int] = set()
        """How many words phrases have."""
        lengths: set[int] = set()
        for entry in phrases:
            words, endings = entry[0].words, entry[0].endings
            if words:
                head = words[0]
                if endings:
                    head = _head(head, endings[0])
                    lengths.add(len(head))
                self._listed.setdefault(head, []).append(entry)
                self.sizes.add(len(words))
        self.lengths = sorted(lengths, reverse=True)
        """How many letters the heads have that may be no whole words, most first."""
        self.firsts = frozenset(self._listed)
        """Under what phrases are listed."""
        self._tables: dict[str, _Table[_Meaning]] = {}
        self.beginning = _Beginnings(self)
        """The phrases that may begin with a word."""

    def table(self, head: str) -> _Table[_Meaning] | None:
        """Return the phrases listed under a head; they are taken apart once."""
        known = self._tables.get(head)
        if known is None and head in self._listed:
            known = self._tables[head] = _Table(self._listed[head])
        return known

    def at(self, keys: Sequence[str], place: int) -> Iterator[tuple[int, _Meaning]]:
        """Yield where each phrase ends that begins at a place among words, and what it means."""
        tables = self.beginning[keys[place]]
        if not tables:
            return
        following = keys[place + 1] if place + 1 < len(keys) else ""
        for table in tables:
            for phrase, meaning in table.followed_by(following):
                if phrase.at(keys, place):
                    yield place + len(phrase.words), meaning

    def find(self, text: Words) -> Iterator[tuple[int, int, _Meaning]]:
        """Yield (first word, word after the last, meaning) of every phrase found, in reading order."""
        beginning, keys = self.beginning, text.keys
        likely = {key for key in text.distinct if beginning[key]}
        for place in [p for p, key in enumerate(keys) if key in likely] if likely else ():
            following = keys[place + 1] if place + 1 < len(keys) else ""
            if any(table.goes_on(following) for table in beginning[keys[place]]):
                for end, meaning in self.at(keys, place):
                    yield place, end, meaning


class _Beginnings(dict[str, tuple[_Table[_Meaning], ...]]):
    """Remembers with which phrases a text may go on at a word."""

    def __init__(self, index: _Index[_Meaning]) -> None:
        self._index = index

    def __missing__(self, key: str) -> tuple[_Table[_Meaning], ...]:
        if len(self) > _REMEMBERED:
            self.clear()
        heads = dict.fromkeys((key, *(key[:length] for length in self._index.lengths)))
        found = (self._index.table(head) for head in heads)
        self[key] = tables = tuple(table for table in found if table is not None)
        return tables


class Phrases(Generic[_Meaning]):
    """Phrases with what they mean; they are taken apart when first looked for. One without words is never found."""

    def __init__(self, phrases: Iterable[tuple[Phrase | str, _Meaning]] = ()) -> None:
        self._listed = list(phrases)

    @classmethod
    def of_names(cls, names: Mapping[str, _Meaning]) -> "Phrases[_Meaning]":
        """Make phrases of names that are looked for in runs of letters (:meth:`first_in`)."""
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        return cls((Phrase((name,), ("any",)), names[name]) for name in longest_first)

    def add(self, phrase: Phrase | str, meaning: _Meaning) -> None:
        """Add a phrase; a text is read as :meth:`Phrase.of` does."""
        self._listed.append((phrase, meaning))
        self.__dict__.pop("_index", None)

    @cached_property
    def _index(self) -> _Index[_Meaning]:
        return _Index((Phrase.of(p) if isinstance(p, str) else p, meaning) for p, meaning in self._listed)

    def at(self, keys: Sequence[str], place: int) -> Iterator[tuple[int, _Meaning]]:
        """Yield where each phrase ends that begins at a place among words, and what it means."""
        return self._index.at(keys, place) if 0 <= place < len(keys) else iter(())

    def begins_at(self, keys: Sequence[str], place: int) -> bool:
        """Say whether a phrase begins at a place."""
        return next(self.at(keys, place), None) is not None

    def stands_in(self, keys: Sequence[str]) -> bool:
        """Say whether a phrase stands among words."""
        return any(True for _ in self.among(keys))

    def among(self, keys: Sequence[str]) -> Iterator[_Meaning]:
        """Yield what the phrases mean that stand among words, in reading order."""
        index = self._index
        for place in [place for place, key in enumerate(keys) if index.beginning[key]]:
            for _, meaning in index.at(keys, place):
                yield meaning

    def ends_before(self, keys: Sequence[str], place: int) -> bool:
        """Say whether a phrase ends right before a place."""
        return any(end == place for size in self._index.sizes for end, _ in self.at(keys, place - size))

    def find(self, text: Words) -> Iterator[tuple[int, int, _Meaning]]:
        """Yield (first word, word after the last, meaning) of every phrase found, in reading order."""
        return self._index.find(text)

    def first_in(self, letters: str) -> _Meaning | None:
        """Return what the first name in a run of letters means; of several that begin there, the longest counts."""
        index = self._index
        lengths = index.lengths
        starts = {p for length in lengths for p in range(len(letters)) if letters[p : p + length] in index.firsts}
        for place in sorted(starts):
            for length in lengths:
                table = index.table(letters[place : place + length])
                for phrase, meaning in table.alone() if table else ():
                    if letters.startswith(phrase.words[0], place):
                        return meaning
        return None
