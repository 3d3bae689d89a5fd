"""Finds where prescribed sentences may stand, at a cost that does not grow with their number.

Each sentence is known by its rarest runs of three words (two, where slots leave no more). A text is gone
through once: most of its words are the rare word of no run and cost one look-up.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

import msgspec

from publicity_check.facts.statements.prescribed import Number, Sentence, Token

_RUNS = 8
"""Runs by which a sentence is known."""

_PAIRS = 2
"""Further runs of two words, apart from the Union's name: for the case that another stands in its place."""
_COMMON = 12
"""Sentences that may share such a pair; one that is in more says nothing."""

_LONG_WORD = 5
"""A pair of words is known by one of so many letters; two short ones stand in every text."""
_RUN = 3
"""Words of a run; two where slots leave no more."""

Gram = tuple[str, ...]


class Candidate(msgspec.Struct):
    """A sentence that may stand around the words ``first`` to ``last``: where they agree with which tokens."""

    sentence: Number
    hits: list[tuple[int, int]] = []
    """(index of a token, index of the word)"""
    runs: set[Gram] = set()
    """The runs that agree."""

    @property
    def first(self) -> int:
        """Return the first word known to agree."""
        return self.hits[0][1]

    @property
    def last(self) -> int:
        """Return the first word of the last run known to agree."""
        return self.hits[-1][1]

    def window(self, tokens: Sequence[Token], end: int) -> tuple[int, int]:
        """Return the words among which the whole sentence must be, of a text with ``end`` words."""
        (first_token, first), (last_token, last) = self.hits[0], self.hits[-1]
        before = sum(t.room for t in tokens[:first_token]) + 3
        after = sum(t.room for t in tokens[last_token:]) + 3
        return max(0, first - before), min(end, last + after)


_Shape = tuple[int, int]
"""The offset of the rare word in a run, and how many words the run has."""


class WordingIndex:
    """Runs of words and the sentences they belong to.

    ``common`` are words of every text ("the", "un"): runs are not looked up by them where it can be helped.
    """

    def __init__(self, common: Set[str] = frozenset()) -> None:
        self._common = common
        self._places: dict[Gram, list[tuple[Number, int]]] = {}
        self._reach: dict[Number, int] = {}
        self._known_by: Counter[Number] = Counter()
        self.heads: dict[str, tuple[dict[str, list[_Shape]], dict[str, list[_Shape]]]] = {}
        """Rare words, and the runs they are in: by the word after, and by the word before where they are the last."""

    def add(self, sentences: Mapping[Number, Sentence]) -> None:
        """Add all sentences of a language; what is rare is told by them alone."""
        common = self._common
        grams = {number: _once(_grams(s.tokens)) for number, s in sentences.items()}
        pairs = {number: _once(_pairs(s)) for number, s in sentences.items()}
        spread = Counter(gram for known in (*grams.values(), *pairs.values()) for gram in known)
        rank = Counter(key for s in sentences.values() for key in s.words)
        for word in common & rank.keys():
            rank[word] += len(sentences)
        self._reach |= {number: _reach(s.tokens) for number, s in sentences.items()}
        for number, known in grams.items():
            rarest = sorted(
                (g[0] in common and g[1] in common and g[-1] in common, spread[g], place, g)
                for g, place in known.items()
            )[:_RUNS]
            rarest += sorted((False, spread[p], at, p) for p, at in pairs[number].items() if spread[p] <= _COMMON)[
                :_PAIRS
            ]
            for _, _, place, gram in rarest:
                places = self._places.get(gram)
                if places is None:
                    places = self._places[gram] = []
                    ranks = [rank[word] for word in gram]
                    self._add_head(gram, ranks.index(min(ranks)))
                if not places or places[-1][0] != number:
                    places.append((number, place))
                    self._known_by[number] += 1

    def _add_head(self, gram: Gram, offset: int) -> None:
        after, before = self.heads.setdefault(gram[offset], ({}, {}))
        last = offset == len(gram) - 1
        shapes = (before if last else after).setdefault(gram[offset - 1 if last else offset + 1], [])
        if (offset, len(gram)) not in shapes:
            shapes.append((offset, len(gram)))

    def candidates(self, keys: Sequence[str], positions: Iterable[int]) -> list[Candidate]:
        """Return what may stand in a text, most promising first.

        ``positions`` are the indexes of the words that are in ``heads``, ascending.
        """
        places, heads, end = self._places, self.heads, len(keys) - 1
        hits: set[tuple[int, Gram]] = set()
        for position in positions:
            after, before = heads[keys[position]]
            shapes = after.get(keys[position + 1], ()) if position < end else ()
            for offset, size in (*shapes, *(before.get(keys[position - 1], ()) if position else ())):
                start = position - offset
                gram = tuple(keys[start : start + size]) if start >= 0 else ()
                if gram in places:
                    hits.add((start, gram))
        found: dict[Number, list[Candidate]] = {}
        for start, gram in sorted(hits):
            for sentence, token in places[gram]:
                known = found.setdefault(sentence, [])
                if not known or gram in known[-1].runs or start - known[-1].last > self._reach[sentence]:
                    known.append(Candidate(sentence))
                known[-1].hits.append((token, start))
                known[-1].runs.add(gram)
        ranked = [candidate for known in found.values() for candidate in known]
        ranked.sort(key=lambda c: (-self.share(c), -len(c.hits), c.first, c.sentence))
        return ranked

    def share(self, candidate: Candidate) -> float:
        """Return how many of the runs by which a sentence is known agree at a place."""
        return len(candidate.hits) / self._known_by[candidate.sentence]


def _reach(tokens: Sequence[Token]) -> int:
    return len(tokens) + 5 + sum(t.room for t in tokens if not t.key)


def _once(grams: Iterable[tuple[Gram, int]]) -> dict[Gram, int]:
    """Return the runs that stand only once in their sentence; if all are repeated, all."""
    places: dict[Gram, int] = {}
    repeated: set[Gram] = set()
    for gram, index in grams:
        if places.setdefault(gram, index) != index:
            repeated.add(gram)
    if repeated and len(repeated) < len(places):
        for gram in repeated:
            del places[gram]
    return places


def _pairs(sentence: Sentence) -> Iterator[tuple[Gram, int]]:
    for index, (first, second) in enumerate(itertools.pairwise(sentence.tokens)):
        if (
            first.key
            and second.key
            and not (first.optional or second.optional)
            and max(len(first.key), len(second.key)) >= _LONG_WORD
            and not sentence.union & {index, index + 1}
        ):
            yield (first.key, second.key), index


def _grams(tokens: Sequence[Token]) -> Iterator[tuple[Gram, int]]:
    """Yield the runs of a sentence with the index of their first token: with and without its optional words."""
    optional = any(t.optional for t in tokens)
    for keep in (False, True)[: 1 + optional]:
        keys: list[str] = []
        indexes: list[int] = []
        for index, token in enumerate((*tokens, _END)):
            if token.key:
                if keep or not token.optional:
                    keys.append(token.key)
                    indexes.append(index)
                continue
            size = _RUN if len(keys) >= _RUN else _RUN - 1
            for start in range(len(keys) - size + 1):
                yield tuple(keys[start : start + size]), indexes[start]
            keys, indexes = [], []


_END = Token("", "", slot="end")
