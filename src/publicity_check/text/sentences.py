"""Where sentences end: the one answer for all that ask.

A full stop ends a sentence, or it abbreviates, makes an ordinal or parts an initial from a name. Which words are
abbreviated is data of the languages; it is passed in. The words of all languages hold in every text: a publication
names people and firms of its neighbours, and its own language may not be known yet.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from publicity_check.text.words import WORD, fold

_END = re.compile(
    r"(?P<mark>[.!?…]+|(?<=[\u0370-\u03ff\u1f00-\u1fff»”\")]);)"
    r"(?:[\"'”’“»›)\]]|[\u00a0\u202f ]»(?=\s))*\s+"
    r"|\n[^\S\n]*\n\s*"
)
"""A mark with the quotes and brackets that it closes, or an empty line. A semicolon asks behind Greek letters alone."""
_OPENING = re.compile(r"[\s\"'“”„«»‚‘›‹(\[¿¡–—•·*-]*")
"""What may stand before the first letter of a sentence."""
_WORD = re.compile(r"[\w.]*\w\Z")
"""The word before a full stop, with the full stops inside it ("S.p.A")."""
_LONGEST = 3
"""Words of the longest abbreviation ("sp. z o.o.")."""
_LOOK_BACK = 40
"""Characters before a full stop among which its abbreviation stands."""
_LISTED = re.compile(r"\W*(?:\d{1,3}\.)*(?:\d{1,3}|[IVXL]+|\w)\Z")
"""All that stands before the full stop behind the number of a heading or a point of a list."""
_BEFORE_INITIALS = frozenset(["", *' \n\u00a0\u202f.("“„«'])
"""What stands before the initial of a name, a single character."""
_ROMAN = re.compile(r"[IVXLC]+")
_TOKEN = re.compile(r"\S+")
_DAY = re.compile(r"\d{1,2}\.")
_DIGIT = re.compile(r"[\d№#§]")
_SHORT_NUMBER = 2
"""Digits of an ordinal: a day, a month, a century."""
_YEAR = 4
"""Digits of a year."""


_SHORT, _REMEMBERED = 1_000, 4_000
"""Characters of a text up to which its sentences are remembered, and of how many texts: pages of a site repeat them."""


class SentenceEnds:
    """Tells where the sentences of a text end, by the abbreviations of all languages, written with their full stops.

    ``abbreviations`` go on before small letters, numbers and signs ("etc.", "Nr. 5"), ``before_words`` before capital
    letters too ("Dr."). ``after_ordinals`` are words with a capital letter behind an ordinal ("12. Mai").
    """

    def __init__(
        self, abbreviations: Iterable[str] = (), before_words: Iterable[str] = (), after_ordinals: Iterable[str] = ()
    ) -> None:
        self._listed = tuple(abbreviations), tuple(before_words), tuple(after_ordinals)
        self._remembered: dict[str, tuple[int, ...]] = {}

    @cached_property
    def _known(self) -> dict[str, bool]:
        """Return the letters of each abbreviation and whether any word may follow; languages that differ say yes."""
        abbreviations, before_words, _ = self._listed
        return dict.fromkeys(map(_letters, abbreviations), False) | dict.fromkeys(map(_letters, before_words), True)

    @cached_property
    def _begun(self) -> frozenset[str]:
        """Return the beginnings of abbreviations of several words: behind the first full stop of "z. B." comes more."""
        parts = (abbreviation.split(".") for abbreviation in self._known)
        return frozenset(".".join(part[:size]) for part in parts for size in range(2, len(part) + 1))

    @cached_property
    def _after_ordinals(self) -> frozenset[str]:
        return frozenset(fold(word.removesuffix(".")) for word in self._listed[2])

    def find(self, text: str) -> tuple[int, ...]:
        """Return where each sentence of a text ends.

        An end is an offset behind the mark and the white space that follows it; the last one is where the text ends.
        The sentences are the pieces between: together they are the text.

        >>> SentenceEnds(before_words=["Dr."]).find("Dr. Linde spricht. Alle hören zu.")
        (19, 33)
        """
        known = self._remembered.get(text)
        if known is None:
            known = self._found(text)
            if len(text) <= _SHORT:
                if len(self._remembered) >= _REMEMBERED:
                    self._remembered.clear()
                self._remembered[text] = known
        return known

    def _found(self, text: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        for match in _END.finditer(text):
            if self._ends(text, start, match):
                start = match.end()
                found.append(start)
        if start < len(text):
            found.append(len(text))
        return tuple(found)

    def _ends(self, text: str, start: int, match: re.Match[str]) -> bool:
        opening = _OPENING.match(text, match.end())
        token = _TOKEN.match(text, opening.end() if opening else match.end())
        if token is None:
            return False
        mark, following = match["mark"], token[0]
        if mark is None:
            return True
        before = text[match.start() - 1 : match.start()] if match.start() > start else ""
        if not before or before in "([" or ((len(mark) > 1 or mark == "…") and before.isspace()):
            return False
        abbreviated = self._abbreviates(text, start, match, following) if mark == "." else False
        if following[0].islower() and not following[1:2].isupper():
            return "\n" in match[0] and not abbreviated
        return not abbreviated

    def _abbreviates(self, text: str, start: int, stop: re.Match[str], following: str) -> bool:
        """Say whether a full stop ends no sentence, by the word before and the token behind it."""
        end = stop.start()
        found = _WORD.search(text, max(start, end - _LOOK_BACK), end)
        if found is None:
            return False
        if _LISTED.match(text, start, end):
            return True
        word = found[0].rpartition(".")[2]
        before = text[max(start, end - len(word) - 1) : end - len(word)]
        if word.isdigit():
            return self._is_ordinal(before, word, following)
        if self._goes_on(word, following):
            return True
        before_any = self._before_any(text[max(start, end - _LOOK_BACK) : found.start()], found[0], following)
        if before_any is not None:
            return before_any or text.startswith("(", stop.end()) or self._goes_behind(following)
        if len(word) == 1 and word.isupper():
            return before in _BEFORE_INITIALS or text[end - 3 : end - 1] == ".-"
        return _ROMAN.fullmatch(word) is not None and self._follows_ordinal(following)

    def _goes_on(self, word: str, following: str) -> bool:
        """Say whether a word and the next are the first two of an abbreviation."""
        next_word, stop, _ = following.partition(".")
        return bool(stop) and _letters(f"{word}.{next_word}") in self._begun

    def _goes_behind(self, token: str) -> bool:
        """Say whether a token goes on behind any abbreviation: a number or sign, or another such ("Reg. Nr.")."""
        another = token.endswith(".") and self._known.get(_letters(token)) is False
        numbered = _DIGIT.search(token) is not None or _ROMAN.fullmatch(token.rstrip(".,;:)")) is not None
        return another or numbered or not token[0].isalpha()

    def _before_any(self, before: str, word: str, following: str) -> bool | None:
        """Say whether any word may follow the longest abbreviation that ends with a word; ``None`` if there is none.

        ``before`` is the text before the word.
        Capitals abbreviate what is written in small letters only among capitals or before a number ("NR. 5"): an
        "ID" is no "id.". A capital letter alone is an initial.
        """
        pieces = before.split()[1 - _LONGEST :] if before[-1:].isspace() else []
        for first in range(len(pieces)):
            known = self._known.get(_letters(" ".join((*pieces[first:], word)).strip("(„“”«\"'")))
            if known is not None:
                return known
        capitals = len(following) > 1 and following.isupper()
        if word.isupper() and (len(word) == 1 or not (capitals or "." in word or _DIGIT.search(following))):
            return None
        return self._known.get(_letters(word))

    def _is_ordinal(self, before: str, number: str, following: str) -> bool:
        """Say whether a number with a full stop is an ordinal or part of a date ("12. Mai", "2021. 05. 12.")."""
        if following[0].isdigit():
            dated = len(number) == _YEAR and _DAY.fullmatch(following) is not None
            return dated or len(number) <= _SHORT_NUMBER
        return len(number) <= _SHORT_NUMBER and before not in {",", "."} and self._follows_ordinal(following)

    def _follows_ordinal(self, following: str) -> bool:
        word = WORD.match(following)
        return word is not None and fold(word[0]) in self._after_ordinals


def _letters(abbreviation: str) -> str:
    """Return an abbreviation so that its spellings are the same: "z. B.", "z.B", "Z.b".

    >>> _letters("z. B."), _letters("Prof")
    ('z.b', 'prof')
    """
    return "".join(abbreviation.split()).removesuffix(".").casefold()


def sentence_around(ends: Sequence[int], offset: int, after: int = 0) -> tuple[int, int]:
    """Return start and end of the sentence in which an offset of a text stands, with so many that follow it.

    ``ends`` are where the sentences of the text end (see :meth:`SentenceEnds.find`).

    >>> sentence_around((19, 33), 5), sentence_around((19, 33), 5, after=1), sentence_around((19, 33), 20)
    ((0, 19), (0, 33), (19, 33))
    """
    at = min(bisect_right(ends, offset), max(0, len(ends) - 1))
    last = min(at + after, len(ends) - 1)
    return (ends[at - 1] if at else 0), (ends[last] if ends else 0)


class Sentences:
    """The sentences of numbered texts; a text is cut when it is first asked for."""

    __slots__ = ("_ends", "_known", "_text")

    def __init__(self, ends: SentenceEnds, text: Callable[[int], str]) -> None:
        self._ends, self._text = ends, text
        self._known: dict[int, tuple[int, ...]] = {}

    def ends(self, number: int) -> tuple[int, ...]:
        """Return where the sentences of a text end (see :meth:`SentenceEnds.find`)."""
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = self._ends.find(self._text(number))
        return known

    def around(self, number: int, offset: int, after: int = 0) -> tuple[int, int]:
        """Return start and end of the sentence in which an offset of a text stands, with so many that follow it."""
        return sentence_around(self.ends(number), offset, after)

    def part(self, number: int, start: int, end: int) -> bool:
        """Say whether a sentence ends between two offsets of a text, the first in it or behind, the other after."""
        ends = self.ends(number)
        return bisect_left(ends, start) < bisect_right(ends, end)
