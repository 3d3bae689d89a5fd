"""Tells which languages' prescribed sentences a text may hold, so that the others need not be taken apart.

No prescribed sentence is recognised without two of its words side by side. Pairs of neighbours are quickly gathered
from all wordings as they are written; a language is called for by the first of its pairs that a text holds.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from publicity_check.facts.statements.prescribed import written_forms
from publicity_check.rulebook import template
from publicity_check.rulebook.wordings import WordingPart
from publicity_check.text.words import words


class Calls:
    """Pairs of neighbouring words, and the languages in whose wordings they stand."""

    def __init__(self, parts: Iterable[WordingPart]) -> None:
        self._pairs: dict[str, set[tuple[str, str]]] = {}
        for part in parts:
            pairs = self._pairs.setdefault(part.language, set())
            for piece in _pieces(part.text):
                pairs.update(pairwise(words(piece)))
        self._following: dict[str, dict[str, list[str]]] = {}
        for language, pairs in self._pairs.items():
            for first, second in pairs:
                self._following.setdefault(first, {}).setdefault(second, []).append(language)

    def begins(self, key: str) -> bool:
        """Say whether a pair may begin with a word."""
        return key in self._following

    def languages(self, keys: Sequence[str], positions: Iterable[int]) -> set[str]:
        """Return the languages that a text calls for; ``positions`` are those at which a pair may begin."""
        found: set[str] = set()
        end = len(keys) - 1
        for position in positions:
            following = self._following.get(keys[position])
            if following is not None and position < end:
                found.update(following.get(keys[position + 1], ()))
        return found

    def forget(self, language: str) -> None:
        """Leave out a language that is known already."""
        for first, second in self._pairs.pop(language, ()):
            following = self._following[first]
            following[second].remove(language)
            if not following[second]:
                del following[second]
            if not following:
                del self._following[first]


def _pieces(text: str) -> Iterator[str]:
    """Yield runs of words as they may stand where a text is written out."""
    for form in written_forms(text):
        yield from template.runs(form)
