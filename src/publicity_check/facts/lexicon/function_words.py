"""Tells languages by their function words ("un", "ir", "no"): those of 24 languages, weighed by how many share them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from publicity_check.rulebook import Rulebook
from publicity_check.text.words import words

_LEAST = 0.06
"""Share of a text's words that function words of its language make up at least."""
_LETTER = 0.4
"""What a letter of a language counts, a function word being 1."""
_AHEAD = 1.35
"""How far a language must be ahead of the next."""
_FAR_AHEAD = 2.0
"""How far a language must be ahead of one that is declared."""
_SURE = 3.0
"""What a few words must weigh to be sure of their language: a handful that hardly any other language has."""

_SPELT = 2
"""Words with letters that a declared language has not from which on they outvote it, however short the text is."""
_WORD = re.compile(r"\w{2,}")


class FunctionWords:
    """The function words of all languages of a rulebook."""

    def __init__(self, lists: Mapping[str, Sequence[str]], letters: Mapping[str, str]) -> None:
        spread = Counter(letter for found in letters.values() for letter in found)
        self._letters: dict[str, list[tuple[str, float]]] = {}
        for code, own in letters.items():
            for letter in own:
                self._letters.setdefault(letter, []).append((code, _LETTER / spread[letter]))
        shared: dict[str, dict[str, float]] = {}
        for code, found in lists.items():
            for key in {key for word in found for key in words(word)}:
                shared.setdefault(key, {})[code] = 0.0
        self._weights = {
            key: tuple((code, 1.0 / len(codes)) for code in sorted(codes)) for key, codes in shared.items()
        }
        self._known = frozenset(self._weights)
        self._alphabets = {code: frozenset(own) for code, own in letters.items()}

    def scores(self, keys: Sequence[str], text: str) -> dict[str, float]:
        """Return how much of each language is in folded words and their text: its function words and letters.

        What several languages share counts less.
        """
        found: dict[str, float] = {}
        for key, times in Counter(filter(self._known.__contains__, keys)).items():
            for code, weight in self._weights[key]:
                found[code] = found.get(code, 0.0) + times * weight
        for letter in sorted(self._letters.keys() & set(text)):
            times = text.count(letter)
            for code, weight in self._letters[letter]:
                found[code] = found.get(code, 0.0) + times * weight
        return found

    def told(self, scores: Mapping[str, float], size: int) -> str:
        """Return the language that is clearly ahead in a text of ``size`` words, else ""."""
        if not scores:
            return ""
        ranked = sorted(scores.items(), key=lambda s: (-s[1], s[0]))
        code, best = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        return code if best >= _LEAST * size and best >= _AHEAD * second else ""

    def far_ahead(self, scores: Mapping[str, float], code: str, other: str) -> bool:
        """Say whether a language is so far ahead of another, declared one that the declaration must be wrong."""
        return scores.get(code, 0.0) >= _FAR_AHEAD * scores.get(other, 0.0)

    def spelt(self, scores: Mapping[str, float], text: str, code: str, other: str) -> bool:
        """Say whether words of a text, names apart, are spelt with letters of one language that another has not.

        Two words do, or one where the other language has no word in the text at all.
        """
        letters = self._alphabets.get(code, frozenset()) - self._alphabets.get(other, frozenset())
        found = {word for word in _WORD.findall(text) if word[0].islower() and not letters.isdisjoint(word)}
        return len(found) >= (_SPELT if scores.get(other) else 1)

    def sure(self, scores: Mapping[str, float], code: str) -> bool:
        """Say whether the words of a text, however few, are surely of a language."""
        best = scores.get(code, 0.0)
        return best >= _SURE and all(best >= _FAR_AHEAD * s for c, s in scores.items() if c != code)


@lru_cache(maxsize=4)
def function_words(rulebook: Rulebook) -> FunctionWords:
    """Return the function words of a rulebook, compiled once."""
    languages = rulebook.languages.items()
    return FunctionWords(
        {code: data.grammar.function_words for code, data in languages},
        {code: data.grammar.letters for code, data in languages},
    )
