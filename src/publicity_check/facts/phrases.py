"""Phrases of a language's data, looked up at a word of a text."""

from collections.abc import Iterable
from functools import cached_property

import msgspec

from publicity_check.text.words import WORD, fold


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """Words of a phrase; each with whether any ending will do."""

    words: tuple[tuple[str, bool], ...]

    @classmethod
    def of(cls, text: str) -> "Phrase":
        """Read a phrase: words, of which one that ends in a star stands for any ending."""
        found = []
        for piece in text.split():
            parts = WORD.findall(piece)
            found += [(fold(w), piece.endswith("*") and w == parts[-1]) for w in parts]
        return cls(tuple(found))

    def at(self, keys: list[str], word: int) -> bool:
        """Say whether the phrase stands at a word."""
        if word + len(self.words) > len(keys) or word < 0:
            return False
        return all(
            keys[word + k].startswith(stem) if open_ else keys[word + k] == stem
            for k, (stem, open_) in enumerate(self.words)
        )


class Phrases:
    """Phrases looked up by their first word; they are taken apart when first looked for."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def _phrases(self) -> tuple[Phrase, ...]:
        return tuple(map(Phrase.of, self._texts))

    @cached_property
    def _sizes(self) -> frozenset[int]:
        return frozenset(len(phrase.words) for phrase in self._phrases)

    @cached_property
    def _first(self) -> dict[str, list[Phrase]]:
        found: dict[str, list[Phrase]] = {}
        for phrase in self._phrases:
            stem, open_ = phrase.words[0]
            if not open_:
                found.setdefault(stem, []).append(phrase)
        return found

    @cached_property
    def _open(self) -> tuple[Phrase, ...]:
        return tuple(phrase for phrase in self._phrases if phrase.words[0][1])

    def ends_before(self, keys: list[str], word: int) -> bool:
        """Say whether a phrase ends right before a word."""
        return any(self.size_at(keys, word - size) == size for size in self._sizes if size <= word)

    def size_at(self, keys: list[str], word: int) -> int:
        """Return how many words the phrase at a word has, 0 if there is none."""
        if word >= len(keys):
            return 0
        for phrase in self._first.get(keys[word], ()):
            if phrase.at(keys, word):
                return len(phrase.words)
        return next((len(p.words) for p in self._open if p.at(keys, word)), 0)


NONE = Phrases(())
