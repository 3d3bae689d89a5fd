"""Words of a text, folded so that they can be compared; the text itself stays as written.

Folding is the one normalisation of this library. It takes away what a reader does not see or does
not mind: case, diacritics, soft hyphens, zero-width characters, the shape of quotes and dashes
(they are no words at all). What was folded away and matters (a lost diacritic) is found again by
comparing the texts as written.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from typing import Generic, Literal, TypeVar

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that stand inside words without being seen: soft hyphen, zero-width space and joiners."""

WORD = re.compile(rf"\w[\w{INVISIBLE}]*")
"""A word: a letter or digit, and what follows of letters, digits and what is invisible between them."""

_DIGIT = re.compile(r"\d")

_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ς": "σ"} | dict.fromkeys(INVISIBLE)
)
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


@lru_cache(maxsize=4_000)
def _keys_of_short(text: str) -> list[str]:
    """Return the folded words of a text, remembered: menus and footers are the same on all pages of a site."""
    return words(text)


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
            in_text = _keys_of_short(text) if len(text) <= _SHORT else words(text)
            keys += in_text
            block += [number] * len(in_text)
        places.count = len(keys)
        return found

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


def alike(word: str, other: str) -> bool:
    """Say whether two folded words are forms of one word: the same but for an ending.

    At most four letters may differ at the end, and at least four (or two thirds) must agree.

    >>> alike("latvijas", "latvija"), alike("programmas", "programma"), alike("latvija", "lietuva")
    (True, True, False)
    """
    if word == other:
        return True
    shorter = min(len(word), len(other))
    longer = max(len(word), len(other))
    if shorter < 4 or word.isdigit() or other.isdigit():
        return False
    same = 0
    while same < shorter and word[same] == other[same]:
        same += 1
    return same >= 4 and longer - same <= 4 and 3 * same >= 2 * shorter


_Meaning = TypeVar("_Meaning")
_FORMS_SHARE = 4
"""First letters that all forms of a word share (see :func:`alike`)."""


class _Likely(dict[str, bool]):
    """Remembers which words may begin a phrase."""

    def __init__(self, firsts: Container[str], heads: Container[str]) -> None:
        self._firsts, self._heads = firsts, heads

    def __missing__(self, key: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        self[key] = likely = key in self._firsts or key[:_FORMS_SHARE] in self._heads
        return likely


class PhraseIndex(Generic[_Meaning]):
    """Finds any of many phrases among words, at a cost that does not grow with their number.

    A phrase is a sequence of words, each of which may be inflected where ``inflected`` is set.
    """

    def __init__(self) -> None:
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], bool, _Meaning]]]] = {}
        self._heads: set[str] = set()
        """First letters of words that may be inflected."""
        self._likely = _Likely(self._by_first, self._heads)

    def add(self, phrase: str, meaning: _Meaning, *, inflected: bool = False) -> None:
        """Remember a phrase and what it means; a phrase without words is ignored."""
        self.add_words(tuple(words(phrase)), meaning, inflected=inflected)

    def add_words(self, keys: tuple[str, ...], meaning: _Meaning, *, inflected: bool = False) -> None:
        """Remember a phrase given as folded words."""
        if keys:
            first, second = keys[0], keys[1] if len(keys) > 1 else ""
            if inflected:
                first, second = first[:_FORMS_SHARE], second[:_FORMS_SHARE]
                self._heads.add(first)
            self._likely.clear()
            self._by_first.setdefault(first, {}).setdefault(second, []).append((keys, inflected, meaning))

    def find(self, text: Words) -> Iterator[tuple[int, int, _Meaning]]:
        """Yield (first word, word after the last, meaning) of every phrase found, in reading order."""
        keys, by_first, likely_words = text.keys, self._by_first, self._likely
        likely = {key for key in text.distinct if likely_words[key]}
        if not likely:
            return
        for position in [position for position, key in enumerate(keys) if key in likely]:
            key = keys[position]
            following = keys[position + 1] if position + 1 < len(keys) else ""
            for first in dict.fromkeys((key, key[:_FORMS_SHARE])):
                by_second = by_first.get(first)
                if by_second is None:
                    continue
                for second in dict.fromkeys((following, following[:_FORMS_SHARE], "")):
                    for phrase, inflected, meaning in by_second.get(second, ()):
                        end = position + len(phrase)
                        if _agree(phrase, keys[position:end], inflected=inflected):
                            yield position, end, meaning


def _agree(phrase: tuple[str, ...], found: list[str], *, inflected: bool) -> bool:
    if len(phrase) != len(found):
        return False
    if not inflected:
        return list(phrase) == found
    return all(a == b or alike(a, b) for a, b in zip(phrase, found, strict=True))
