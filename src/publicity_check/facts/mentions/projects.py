"""Nouns for a project or several, as the language of a publication has them."""

from typing import Literal

from publicity_check.facts.lexicon.nouns import Nouns, nouns
from publicity_check.facts.model import ProjectMention
from publicity_check.publication import Publication, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import Words, fold

_Kind = tuple[Literal["one", "several", "either"], bool]
"""How many projects a word means, and whether it means nothing else."""


class ProjectFinder:
    """Finds the words for a project in publications."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._known: dict[str, dict[str, _Kind]] = {}

    def find(self, publication: Publication, words: Words, language: str = "") -> tuple[ProjectMention, ...]:
        """Return where a project is spoken of, or several are, in reading order; ``language`` is the publication's."""
        known = self._words(language)
        if known.keys().isdisjoint(words.distinct):
            return ()
        many = self._many(language)
        found = ((word, known[key]) for word, key in enumerate(words.keys) if key in known)
        return tuple(self._mention(publication, words, word, kind, many) for word, kind in found)

    def _many(self, language: str) -> frozenset[str]:
        """Return the words before a noun that make it several: "viele Vorhaben"."""
        data = self._rulebook.languages.get(language)
        return frozenset(fold(word) for word in data.grammar.funding.others) if data else frozenset()

    def _words(self, language: str) -> dict[str, _Kind]:
        known = self._known.get(language)
        if known is None:
            known = self._known[language] = _kinds(nouns(self._rulebook), language)
        return known

    def _mention(
        self, publication: Publication, words: Words, word: int, kind: _Kind, many: frozenset[str]
    ) -> ProjectMention:
        block, start, end = publication.blocks[words.block[word]], words.start[word], words.end[word]
        number, plain = kind
        if number != "several" and word and _is_count(words.keys[word - 1]) and words.block[word - 1] == block.index:
            counted = block.text[words.end[word - 1] : start].isspace()
            number = "several" if counted else number
        if number == "either" and word and words.block[word - 1] == words.block[word] and words.keys[word - 1] in many:
            number = "several"
        return ProjectMention(
            block.text[start:end], Span.within(block.index, start, end), number, plain, block.region.visible
        )


def _is_count(word: str) -> bool:
    """Say whether a word is a count above one, with which many languages use the singular; a year is none."""
    return word.isdecimal() and 1 < int(word) < _FIRST_YEAR


_FIRST_YEAR = 1900


def _kinds(known: Nouns, language: str) -> dict[str, _Kind]:
    one, either = known.one(language), known.either(language)
    found: dict[str, _Kind] = {}
    for word in known.any_number(language):
        found[word] = ("several", False)
    for word in one.all:
        found[word] = ("either" if word in either else "one", word in one.plain)
    return found
