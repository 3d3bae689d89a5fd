"""Disclaimers in a publication's own words: whose views they are not, and who is not answerable for them.

Two sentences in a row make one, in either order: one names the Union or the Commission, speaks of views and denies;
the other speaks of who is responsible. Whether they say what is prescribed, only a person can tell. The words are data
of each language (:class:`publicity_check.rulebook.languages.Disclaiming`).
"""

from collections.abc import Iterable, Iterator

import msgspec

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.statements.free import Grammar
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import fold, words

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
        self._denials: dict[str, list[list[str]]] = {}
        for code, data in rulebook.languages.items():
            self._views[code] = tuple(fold(w) for w in data.grammar.disclaiming.views)
            self._answers[code] = tuple(fold(w) for w in data.grammar.disclaiming.answers)
            self._denials[code] = [words(w) for w in data.grammar.disclaiming.denials]
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
                if not keys[word].startswith(stems):
                    continue
                reach = self._with_views(clauses, first, last, language)
                if reach is not None and reach[0] > done:
                    done = reach[1]
                    yield OwnWords(*reach, language)
                    break

    def _with_views(self, clauses: Clauses, first: int, last: int, language: str) -> tuple[int, int] | None:
        """Return where sentences about answering and views begin and end: the one before, the same or the next."""
        if first > 0:
            start = clauses.start_of(first - 1, _LONGEST)
            if self._not_its_views(clauses, start, first - 1, language):
                return start, last
        if self._not_its_views(clauses, first, last, language):
            return first, last
        if last + 1 < len(clauses.words):
            end = clauses.end_of(last + 1, _LONGEST)
            if self._not_its_views(clauses, last + 1, end, language):
                return first, end
        return None

    def _not_its_views(self, clauses: Clauses, first: int, last: int, language: str) -> bool:
        keys, views = clauses.words.keys, self._views[language]
        if not any(k.startswith(views) for k in keys[first : last + 1]) or not self._denies(
            keys, first, last, language
        ):
            return False
        names = (n for w in range(first, last + 1) for n in self._grammar.names.at(clauses, w))
        return any(n.kind in ("union", "commission") and n.language == language for n in names)

    def _denies(self, keys: list[str], first: int, last: int, language: str) -> bool:
        said = keys[first : last + 1]
        if any(self._grammar.denies(k, language) for k in said):
            return True
        phrases = self._denials[language]
        return any(said[i : i + len(p)] == p for p in phrases for i, k in enumerate(said) if k == p[0])
