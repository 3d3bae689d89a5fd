"""What stands around project numbers: signs for "number", words that join two numbers, words that make one money."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from publicity_check.rulebook import Rulebook
from publicity_check.text.stems import Stems
from publicity_check.text.words import fold, words

_BRACKETS = r"(?:\s?\([^()\n]{1,60}\))?"


class NumberWords:
    """The words of all languages that stand beside numbers."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        signs = [sign for language in rulebook.languages.values() for sign in language.names.numbers.signs]
        self.signs = frozenset(key for sign in signs for key in words(sign)) | frozenset(map(fold, signs))
        """Folded words for "number"."""
        written = {w.rstrip(".") for sign in signs for w in (sign, sign.lower(), sign[:1].upper() + sign[1:])}
        self._written = _any(written)

    @cached_property
    def of_project(self) -> Stems:
        """Folded words for a project in a label."""
        return Stems(w for language in self._rulebook.languages.values() for w in language.names.numbers.projects)

    @cached_property
    def of_file(self) -> Stems:
        """Folded words for an agreement, a decision, an application or a case file in a label."""
        numbers = (language.names.numbers for language in self._rulebook.languages.values())
        return Stems(w for n in numbers for w in (*n.agreements, *n.files, *n.labels))

    @cached_property
    def chain(self) -> re.Pattern[str]:
        """What stands between two numbers of one list, each perhaps with its acronym in brackets."""
        joining = _any(word for language in self._rulebook.languages.values() for word in language.grammar.words.and_)
        return re.compile(rf"{_BRACKETS}(?:\s?(?:[,;&/]|{joining})\s?)+(?:(?:{self._written})\s?[.°º]?\s?)?")

    @cached_property
    def only_signs(self) -> re.Pattern[str]:
        """What may stand before a number in its own cell, behind the cell of its label."""
        return re.compile(rf"(?:{self._written}|[\s№#.:º°(–-])*", re.IGNORECASE)

    @cached_property
    def currency(self) -> re.Pattern[str]:
        """What makes bare digits before it an amount or a percentage."""
        currencies = self._rulebook.currencies
        languages = self._rulebook.languages.values()
        short = (word for name in currencies.short for word in name.written)
        names = (n for language in languages for found in language.money.currencies.values() for n in found)
        money = {*currencies.codes, *short, *(n for n in names if " " not in n)}
        return re.compile(rf"\s?(?:[€$£%]|(?:{_any(w.rstrip('.') for w in money)})\b)")


def _any(words_: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(word) for word in words_ if word}, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=4)
def number_words(rulebook: Rulebook) -> NumberWords:
    """Return the words around numbers of a rulebook, made once."""
    return NumberWords(rulebook)
