"""Gaps of a wording that were never filled, though nothing in brackets stands in them any more."""

from functools import cache

from publicity_check.checks.interface import Case
from publicity_check.facts.model import Statement
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import words

_NAMED = frozenset({"authority", "authority_short", "beneficiary", "partner"})
"""Gaps for the name of somebody."""
_GAPS = [list(words(name)) for name in sorted(_NAMED)]
_FEW = 5
"""Words of a description at most; what is longer names somebody."""


def unfilled(case: Case, statement: Statement) -> dict[str, str]:
    """Return the gaps that hold what the template says of them ("beneficiary", "name of the partner"), with that."""
    return {
        slot: value.strip()
        for slot, value in statement.slots.items()
        if slot in _NAMED and _describes(case.rulebook, value, statement.language)
    }


def _describes(rulebook: Rulebook, value: str, language: str) -> bool:
    """Say whether a text is the name of a gap, or a few words that begin or end with the word for a name."""
    said = words(value)
    if said in _GAPS:
        return True
    if not 1 < len(said) <= _FEW:
        return False
    ends = {said[0], said[-1], *(said[1:2] if value.islower() else ())}
    return not ends.isdisjoint(_names(rulebook, language))


@cache
def _names(rulebook: Rulebook, language: str) -> frozenset[str]:
    known = rulebook.languages.get(language)
    return frozenset(word for name in known.grammar.gap_names for word in words(name)) if known else frozenset()
