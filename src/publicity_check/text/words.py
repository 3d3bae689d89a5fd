"""Words of a text, folded so that they can be compared; the text itself stays as written.

Folding is the one normalisation of this library. It takes away what a reader does not see or does
not mind: case, diacritics, soft hyphens, zero-width characters, the shape of quotes and dashes
(they are no words at all). What was folded away and matters (a lost diacritic) is found again by
comparing the texts as written.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from sys import maxsize
from typing import Literal

from publicity_check.text.letters import STROKES

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that stand inside words without being seen: soft hyphen, zero-width space and joiners."""

WORD = re.compile(rf"\w[\w{INVISIBLE}]*")
"""A word: a letter or digit, and what follows of letters, digits and what is invisible between them."""

_DIGIT = re.compile(r"\d")

_STROKES = str.maketrans({**STROKES, **dict.fromkeys(INVISIBLE)})
_STROKED = frozenset(map(chr, _STROKES))
_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
"""The marks of Latin, Greek and Cyrillic letters."""
_LAST_PLAIN = "\u0482"
"""Behind this letter there are marks of other alphabets."""


_REMEMBERED = 50_000
"""Words remembered at most."""


class _Folded(dict[str, str]):
    """Remembers the folded form of each word met."""

    def __missing__(self, word: str) -> str:
        if word.isascii():
            folded = word.lower()
        else:
            folded = word.casefold()
            if not _STROKED.isdisjoint(folded):
                folded = folded.translate(_STROKES)
            folded = _MARKS.sub("", unicodedata.normalize("NFD", folded))
            if not folded.isascii() and max(folded) > _LAST_PLAIN:
                folded = "".join(c for c in folded if not unicodedata.combining(c))
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = folded
        return folded


_folded = _Folded()


def fold(word: str) -> str:
    """Return the form of a word in which it is compared.

    >>> fold("Līdzfinansē"), fold("ΕΥΡΩΠΑΪΚΉ"), fold("UNI\u00adÓN")
    ('lidzfinanse', 'ευρωπαικη', 'union')
    """
    return _folded[word]


def words(text: str) -> list[str]:
    """Return the folded words of a text.

    >>> words("Co-funded by the European Union")
    ['co', 'funded', 'by', 'the', 'european', 'union']
    """
    return [_folded[w] for w in WORD.findall(text)]


def more_words(count: int, text: str, start: int = 0, end: int = maxsize) -> bool:
    """Say whether a text, or a stretch of it, holds more words than so many; no more of it is read than tells that.

    >>> more_words(2, "Co-funded by the Union"), more_words(3, "Co-funded by the Union", 0, 12)
    (True, False)
    """
    return next(islice(WORD.finditer(text, start, end), count, None), None) is not None


def is_name(word: str, key: str) -> bool:
    """Say whether a word stands in capitals, as abbreviations and names do; ``key`` is its folded form."""
    return len(key) > 1 and word.isupper()


class _Places:
    """Where the words of texts stand. A text is looked through when asked for: most hold nothing to be shown."""

    __slots__ = ("_spans", "count", "firsts", "texts")

    def __init__(self) -> None:
        self.count = 0
        """How many words there are."""
        self.texts: list[str] = []
        self.firsts: list[int] = []
        """The index of each text's first word."""
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def __getitem__(self, word: int) -> tuple[int, int]:
        if word < 0:
            word += self.count
        text = bisect_right(self.firsts, word) - 1
        spans = self._spans.get(text)
        if spans is None:
            spans = self._spans[text] = [found.span() for found in WORD.finditer(self.texts[text])]
        return spans[word - self.firsts[text]]

    def gap(self, before: int) -> tuple[int, int]:
        """Return where a word ends, and where the next one of its text begins."""
        end = self[before][1]
        text = bisect_right(self.firsts, before) - 1
        return end, self._spans[text][before + 1 - self.firsts[text]][0]


class _Offsets:
    """The offsets of words in their texts, by the words' index: where they start (0) or end (1)."""

    __slots__ = ("_places", "_side")

    def __init__(self, places: _Places, side: Literal[0, 1]) -> None:
        self._places, self._side = places, side

    def __getitem__(self, word: int) -> int:
        return self._places[word][self._side]

    def __len__(self) -> int:
        return self._places.count

    def __iter__(self) -> Iterator[int]:
        return map(self.__getitem__, range(len(self)))


_SHORT = 1_000
"""Characters of a text up to which its words are remembered."""


def words_but_names(text: str) -> list[str]:
    """Return the folded words of a text without those in capitals.

    >>> words_but_names("Das ist NATO in A")
    ['das', 'ist', 'in', 'a']
    """
    return _read(text)[1]


def remembered_words(text: str) -> Sequence[str]:
    """Return the folded words of a text that is likely to be asked for again; not to be changed."""
    return _read(text)[0]


def _read(text: str) -> tuple[list[str], list[str]]:
    """Return the folded words of a text, and those that do not stand in capitals."""
    return _read_short(text) if len(text) <= _SHORT else _read_anew(text)


def _read_anew(text: str) -> tuple[list[str], list[str]]:
    written = WORD.findall(text)
    keys = [_folded[word] for word in written]
    if not any(map(str.isupper, written)):
        return keys, keys
    return keys, [key for word, key in zip(written, keys, strict=True) if not is_name(word, key)]


_read_short = lru_cache(maxsize=4_000)(_read_anew)
"""What is short is remembered: menus and footers are the same on all pages of a site."""


class Words:
    """The words of several texts in reading order."""

    __slots__ = ("_distinct", "_numbered", "_places", "block", "end", "keys", "start")

    def __init__(self) -> None:
        self.keys: list[str] = []
        """Folded words."""
        self.block: list[int] = []
        """Index of the text a word stands in."""
        self._distinct: frozenset[str] | None = None
        self._numbered: frozenset[int] | None = None
        self._places = _Places()
        self.start = _Offsets(self._places, 0)
        """Offset of a word's first character in its text."""
        self.end = _Offsets(self._places, 1)
        """Offset after a word's last character."""

    @classmethod
    def of(cls, texts: Iterable[tuple[int, str]]) -> "Words":
        """Take the words out of numbered texts."""
        found = cls()
        places, keys, block = found._places, found.keys, found.block
        for number, text in texts:
            places.firsts.append(len(keys))
            places.texts.append(text)
            in_text = _read(text)[0]
            keys += in_text
            block += [number] * len(in_text)
        places.count = len(keys)
        return found

    def gap(self, before: int) -> tuple[int, int]:
        """Return where a word ends, and where the next one, of the same text, begins."""
        return self._places.gap(before)

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """Yield the number of each text with words, the index of its first word and that after its last."""
        for first, end in pairwise((*self._places.firsts, len(self.keys))):
            if first < end:
                yield self.block[first], first, end

    @property
    def distinct(self) -> frozenset[str]:
        """The folded words, each once."""
        if self._distinct is None:
            self._distinct = frozenset(self.keys)
        return self._distinct

    @property
    def numbered(self) -> frozenset[int]:
        """The indexes of the texts that hold digits."""
        if self._numbered is None:
            telling = {key for key in self.distinct if not key.isalpha() and _DIGIT.search(key)}
            pairs = zip(self.keys, self.block, strict=True) if telling else ()
            self._numbered = frozenset(block for key, block in pairs if key in telling)
        return self._numbered

    def __len__(self) -> int:
        return len(self.keys)


_STEM = 4
"""Letters in which two forms of a word agree at least."""
_ENDING = 4
"""Letters of an ending at most."""


def inflects(word: str) -> bool:
    """Say whether a folded word may have other forms: one of a few letters or of digits has none."""
    return len(word) >= _STEM and not word.isdigit()


def alike(word: str, other: str) -> bool:
    """Say whether two folded words are forms of one word: the same but for an ending.

    At most four letters may differ at the end, and at least four (or two thirds) must agree.

    >>> alike("latvijas", "latvija"), alike("programmas", "programma"), alike("latvija", "lietuva")
    (True, True, False)
    """
    if word == other:
        return True
    if not (inflects(word) and inflects(other)):
        return False
    shorter, longer = sorted((len(word), len(other)))
    same = 0
    while same < shorter and word[same] == other[same]:
        same += 1
    return same >= _STEM and longer - same <= _ENDING and 3 * same >= 2 * shorter
