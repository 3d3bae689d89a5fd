"""Many phrases looked for at once among the words of a text."""

from collections.abc import Container, Iterator
from typing import Generic, TypeVar

from publicity_check.text.words import Words, alike, words

_Meaning = TypeVar("_Meaning")
_REMEMBERED = 50_000
"""Words remembered at most."""
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
