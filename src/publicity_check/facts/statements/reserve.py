"""What stands with a disclaimer and may take it back: an exception, "partly", a clause hung on, the opposite next."""

import re
from collections.abc import Iterable, Mapping

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.statements.content import Disclaimers
from publicity_check.rulebook import Rulebook
from publicity_check.text.phrases import Phrases

_LONGEST = 60
"""Words of the longest sentence that is looked through."""
_NEXT = 25
"""Words of the longest sentence behind a disclaimer that may say its opposite."""
_MORE = 4
"""Words of the shortest clause that is hung on a disclaimer."""
_MARKS = re.compile(r"[,;(–—]")
"""Marks behind which a clause is hung on a sentence."""
_HELD = frozenset({"union-answers", "union-views", "union-named"})
"""What says that the Union answers for a text or holds the views in it."""


class Reserves:
    """Finds what takes disclaimers back, by the words of each language."""

    def __init__(self, rulebook: Rulebook, disclaimers: Disclaimers) -> None:
        self._disclaimers = disclaimers
        self._limits: Mapping[str, Phrases[None]] = {
            code: Phrases((text, None) for text in data.grammar.disclaiming.limits)
            for code, data in rulebook.languages.items()
        }

    def of(self, clauses: Clauses, sentences: Iterable[tuple[int, int]], own: frozenset[int], language: str) -> str:
        """Return what takes a disclaimer back, as written; "" if nothing does.

        ``sentences`` are the first and last words of its sentences, ``own`` the words that are prescribed.
        """
        places = [_stretch(clauses, *place) for place in sorted(sentences)]
        for (start, last), (_, end) in zip(places, sorted(sentences), strict=True):
            limit = self._limit(clauses, start, last, own, language)
            if limit:
                return limit
            if last - end >= _MORE and _MARKS.search(clauses.gap(end)):
                return clauses.text(end + 1, last + 1)
        if not places:
            return ""
        return self._opposite(clauses, min(places)[0], max(last for _, last in places), language)

    def _limit(self, clauses: Clauses, first: int, last: int, own: frozenset[int], language: str) -> str:
        keys = clauses.words.keys
        for word in range(first, last + 1):
            for end, _ in self._limits[language].at(keys, word):
                if end <= last + 1 and own.isdisjoint(range(word, end)):
                    return clauses.text(word, min(max(end, word + _SHOWN), last + 1))
        return ""

    def _opposite(self, clauses: Clauses, first: int, last: int, language: str) -> str:
        """Return the sentence before or behind that says that the Union answers for a text or holds its views.

        The one behind may stand in the next block, the one before in the same.
        """
        around: list[tuple[int, int]] = []
        if last + 1 < len(clauses.words):
            around.append((last + 1, clauses.end_of(last + 1, _NEXT)))
        if first > 0 and clauses.words.block[first - 1] == clauses.words.block[first]:
            around.append((clauses.start_of(first - 1, _NEXT), first - 1))
        for start, end in around:
            says = self._disclaimers.says(clauses, start, end, language)
            keys = clauses.words.keys[start : end + 1]
            if says & _HELD and "union-not-answerable" not in says and self._disclaimers.of_content(keys, language):
                return clauses.text(start, end + 1)
        return ""


_SHOWN = 6
"""Words that are shown of an exception."""


def _stretch(clauses: Clauses, first: int, last: int) -> tuple[int, int]:
    """Return the first and last word of the whole sentence around words, beyond its semicolons."""
    start, end = clauses.start_of(first, _LONGEST), clauses.end_of(last, _LONGEST)
    while ";" in clauses.gap(end) and "\n" not in clauses.gap(end):
        end = clauses.end_of(end + 1, _LONGEST)
    return start, end
