"""What each language calls a project, several of them, and a programme: what a sentence is about."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from publicity_check.rulebook import Rulebook
from publicity_check.text.words import words

_PLACE = "{project}"
"""Stands in phrases of the rules for any noun of the language for a project."""


class ProjectWords(NamedTuple):
    """Words for one project, folded: ``plain`` ones mean nothing else, ``all`` are those and the others."""

    plain: frozenset[str]
    all: frozenset[str]


class Nouns:
    """The nouns of all languages of a rulebook, folded.

    A plain word for a project ("projekts", "hanke") counts in texts of every language, since pages mix them; a word
    that means other things too ("operation", "investment") counts in its own language, where the money is spoken of.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._nouns = {code: data.grammar.nouns for code, data in rulebook.languages.items()}
        self._everywhere = _folded(form for nouns in self._nouns.values() for form in nouns.project)
        self._known: dict[str, ProjectWords] = {}

    def project(self, language: str) -> frozenset[str]:
        """Return all words for one project in texts of a language."""
        return self.one(language).all

    def one(self, language: str) -> ProjectWords:
        """Return the words for one project in texts of a language ("" where it is not known).

        A form that is one project elsewhere and several in this language ("projekte") is left out.
        """
        known = self._known.get(language)
        if known is None:
            own = self._nouns.get(language)
            known = ProjectWords(self._everywhere, self._everywhere)
            if own is not None:
                plain = (self._everywhere - _folded(own.projects)) | _folded(own.project)
                known = ProjectWords(plain, plain | _folded(own.operation))
            self._known[language] = known
        return known

    def any_number(self, language: str) -> frozenset[str]:
        """Return the words for one project or several in a language alone."""
        own = self._nouns.get(language)
        return _folded((*own.project, *own.projects, *own.operation, *own.operations)) if own else frozenset()

    def several(self, language: str) -> tuple[str, ...]:
        """Return the words that mean several projects in a language, as written.

        One that differs from a word for one project in diacritics alone ("projektů", "projektu") tells nothing.
        """
        own = self._nouns.get(language)
        one = self.project(language)
        return tuple(w for w in (*own.projects, *own.operations) if one.isdisjoint(words(w))) if own else ()

    def either(self, language: str) -> frozenset[str]:
        """Return the words that mean one project or several in a language ("Vorhaben")."""
        own = self._nouns.get(language)
        return self.project(language) & _folded((*own.projects, *own.operations)) if own else frozenset()

    def programme(self, language: str) -> frozenset[str]:
        """Return the words for a programme in a language."""
        own = self._nouns.get(language)
        return _folded(own.programme) if own else frozenset()

    def filled(self, phrases: Iterable[str], language: str) -> Iterator[str]:
        """Yield phrases; one that holds "{project}" is yielded with each of the language's words for a project."""
        own = self._nouns.get(language)
        for phrase in phrases:
            if _PLACE not in phrase:
                yield phrase
            elif own is not None:
                yield from (phrase.replace(_PLACE, form) for form in (*own.project, *own.operation))


def _folded(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(key for form in forms for key in words(form))


@lru_cache(maxsize=4)
def nouns(rulebook: Rulebook) -> Nouns:
    """Return the nouns of a rulebook, compiled once."""
    return Nouns(rulebook)
