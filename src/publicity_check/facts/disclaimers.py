"""Disclaimers in a publication's own words: whose views they are not, and who is not answerable for them.

Two sentences in a row make one: the first names the Union, speaks of views and denies; the second speaks of who is
responsible and denies. Whether they say what is prescribed, only a person can tell. The words are data of each
language (:class:`publicity_check.rulebook.languages.Disclaiming`).
"""

from collections.abc import Iterable, Iterator

import msgspec

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.grammar import Grammar
from publicity_check.rulebook import Rulebook
from publicity_check.text import fold

_LONGEST = 60
"""Words of the longest sentence that is looked through."""


class OwnWords(msgspec.Struct, frozen=True, gc=False):
    """A disclaimer found: its first and last word and its language."""

    first: int
    last: int
    language: str


class Disclaimers:
    """Finds disclaimers that no wording prescribes word by word."""

    def __init__(self, rulebook: Rulebook, grammar: Grammar) -> None:
        self._grammar = grammar
        self._views: dict[str, tuple[str, ...]] = {}
        self._answers: dict[str, tuple[str, ...]] = {}
        for code, data in rulebook.languages.items():
            self._views[code] = tuple(fold(w) for w in data.disclaiming.views)
            self._answers[code] = tuple(fold(w) for w in data.disclaiming.answers)
        self._any_answer = tuple({stem for stems in self._answers.values() for stem in stems})

    def begins(self, key: str) -> bool:
        """Say whether a word speaks of being responsible."""
        return key.startswith(self._any_answer)

    def find(self, clauses: Clauses, positions: Iterable[int]) -> Iterator[OwnWords]:
        """Yield the disclaimers whose word for "responsible" stands at one of ``positions``."""
        keys = clauses.words.keys
        done = -1
        for word in positions:
            if word <= done:
                continue
            first, last = clauses.start_of(word, _LONGEST), clauses.end_of(word, _LONGEST)
            for language, stems in self._answers.items():
                if not keys[word].startswith(stems) or not self._denies(keys, first, last, language):
                    continue
                start = self._before(clauses, first, last, language)
                if start is not None:
                    done = last
                    yield OwnWords(start, last, language)
                    break

    def _before(self, clauses: Clauses, first: int, last: int, language: str) -> int | None:
        """Return where the sentence about views begins: the one before, or the same one."""
        if first > 0:
            start = clauses.start_of(first - 1, _LONGEST)
            if self._not_its_views(clauses, start, first - 1, language):
                return start
        return first if self._not_its_views(clauses, first, last, language) else None

    def _not_its_views(self, clauses: Clauses, first: int, last: int, language: str) -> bool:
        keys, views = clauses.words.keys, self._views[language]
        if not any(k.startswith(views) for k in keys[first : last + 1]) or not self._denies(
            keys, first, last, language
        ):
            return False
        names = (n for w in range(first, last + 1) for n in self._grammar.names.at(clauses, w))
        return any(n.kind == "union" and n.language == language for n in names)

    def _denies(self, keys: list[str], first: int, last: int, language: str) -> bool:
        return any(self._grammar.denies(k, language) for k in keys[first : last + 1])
