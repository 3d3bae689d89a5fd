"""What stands around project numbers: signs for "number", words that join two numbers, words that make one money."""

import re
from collections.abc import Iterable
from functools import lru_cache

from publicity_check.rulebook import Rulebook
from publicity_check.text.words import fold, words

_BRACKETS = r"(?:\s?\([^()\n]{1,60}\))?"


class NumberWords:
    """The words of all languages that stand beside numbers."""

    def __init__(self, rulebook: Rulebook) -> None:
        languages = rulebook.languages.values()
        signs = [sign for language in languages for sign in language.names.numbers.signs]
        self.signs = frozenset(key for sign in signs for key in words(sign)) | frozenset(map(fold, signs))
        """Folded words for "number"."""
        joining = {word for language in languages for word in language.grammar.words.and_}
        written = {w.rstrip(".") for sign in signs for w in (sign, sign.lower(), sign[:1].upper() + sign[1:])}
        self.chain = re.compile(
            rf"{_BRACKETS}(?:\s?(?:[,;&/]|{_any(joining)})\s?)+(?:(?:{_any(written)})\s?[.°º]?\s?)?"
        )
        """What stands between two numbers of one list, each perhaps with its acronym in brackets."""
        self.only_signs = re.compile(rf"(?:{_any(written)}|[\s№#.:º°(–-])*", re.IGNORECASE)
        """What may stand before a number in its own cell, behind the cell of its label."""
        short = (word for name in rulebook.currencies.short for word in name.written)
        names = (n for language in languages for found in language.money.currencies.values() for n in found)
        money = {*rulebook.currencies.codes, *short, *(n for n in names if " " not in n)}
        self.currency = re.compile(rf"\s?(?:[€$£%]|(?:{_any(w.rstrip('.') for w in money)})\b)")
        """What makes bare digits before it an amount or a percentage."""


def _any(words_: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(word) for word in words_ if word}, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=4)
def number_words(rulebook: Rulebook) -> NumberWords:
    """Return the words around numbers of a rulebook, compiled once."""
    return NumberWords(rulebook)
