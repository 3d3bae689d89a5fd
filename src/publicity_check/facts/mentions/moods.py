"""Words that tell how a sentence is meant: as a claim, a condition, a duty, an application, of somebody else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import get_args

from publicity_check.facts.model import MoodMention
from publicity_check.publication import Publication, Span
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.languages import Grammar
from publicity_check.rulebook.moods import Mood
from publicity_check.text.phrases import Phrases
from publicity_check.text.words import WORD, Words

_KINDS: tuple[Mood, ...] = get_args(Mood)

_OF_OTHER_TABLES: Mapping[Mood, Callable[[Grammar], tuple[str, ...]]] = {
    "without": lambda grammar: grammar.words.without,
    "harmless": lambda grammar: grammar.funding.harmless,
    "earlier": lambda grammar: grammar.citing.earlier,
    "ended": lambda grammar: grammar.citing.ended,
    "theirs": lambda grammar: grammar.citing.theirs,
    "former": lambda grammar: grammar.citing.former,
    "former_after": lambda grammar: grammar.citing.former_after,
}
"""Moods whose words stand in other tables of a language than ``[moods]``."""


class MoodFinder:
    """Finds the words for moods in publications."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._phrases: dict[str, Phrases[tuple[Mood, str]]] = {
            code: Phrases((text, (kind, text)) for kind in _KINDS for text in _words(data.grammar, kind))
            for code, data in rulebook.languages.items()
        }

    def find(
        self, publication: Publication, words: Words, language: str = "", blocks: Mapping[int, str] | None = None
    ) -> tuple[MoodMention, ...]:
        """Return the words for moods, in reading order.

        Each block is read in its own language (``blocks``), or in ``language``, that of the publication.
        """
        spoken = {language, *(blocks or {}).values()} & self._phrases.keys()
        found = [m for code in sorted(spoken) for m in self._mentions(publication, words, code, language, blocks or {})]
        return tuple(sorted(found, key=lambda m: (m.span.first, m.span.start, m.span.end)))

    def _mentions(
        self, publication: Publication, words: Words, code: str, language: str, blocks: Mapping[int, str]
    ) -> Iterator[MoodMention]:
        for first, end, (kind, phrase) in self._phrases[code].find(words):
            block = publication.blocks[words.block[first]]
            if words.block[end - 1] != block.index or blocks.get(block.index, language) != code:
                continue
            start, stop = words.start[first], words.end[end - 1]
            if not _so_written(block.text[start:stop], phrase):
                continue
            span = Span.within(block.index, start, stop)
            yield MoodMention(kind, block.text[start:stop], span, block.region.visible)


def _words(grammar: Grammar, kind: Mood) -> Iterable[str]:
    """Return the words of a language for a mood; those that deny are the negators, and prefixes of words of paying."""
    if kind in _OF_OTHER_TABLES:
        return _OF_OTHER_TABLES[kind](grammar)
    if kind != "not":
        listed: tuple[str, ...] = getattr(grammar.moods, kind)
        return listed
    joined = (
        f"{p}{word}" for p in grammar.funding.negating_prefixes for word in grammar.moods.paying if " " not in word
    )
    return (*grammar.funding.negators, *joined)


def _so_written(text: str, phrase: str) -> bool:
    """Say whether a text has the phrase's diacritics ("würden", not "wurden"); capitals may stand without."""
    if text.isupper():
        return True
    asked = phrase.casefold().split()
    pieces = [(word, piece.endswith("*")) for piece in asked for word in WORD.findall(piece)]
    found = WORD.findall(text.casefold())
    return len(found) == len(pieces) and all(
        word.startswith(begin) if open_ else word == begin for word, (begin, open_) in zip(found, pieces, strict=True)
    )
