"""Gaps of a wording that were never filled, though nothing in brackets stands in them any more."""

from functools import cache

from publicity_check.checks.interface import Case
from publicity_check.facts.model import Statement
from publicity_check.rulebook import Rulebook
from publicity_check.text.phrases import Phrases
from publicity_check.text.words import words

_NAMED = frozenset({"authority", "authority_short", "beneficiary", "partner"})
"""Gaps for the name of somebody."""
_GAPS = [list(words(name)) for name in sorted(_NAMED)]
_FEW = 5
"""Words of a description at most; what is longer names somebody."""
_MORE = 7
"""Words of one that says what is to be done, or who awards a grant."""


def unfilled(case: Case, statement: Statement) -> dict[str, str]:
    """Return the gaps that hold what the template says of them ("beneficiary", "name of the partner"), with that.

    The model grant agreement names the granting authority first and calls it so afterwards, in ``authority_short``.
    """
    return {
        slot: value.strip()
        for slot, value in statement.slots.items()
        if slot in _NAMED and _describes(case.rulebook, value, statement.language, body=slot == "authority")
    }


def _describes(rulebook: Rulebook, value: str, language: str, *, body: bool) -> bool:
    """Say whether a text is the name of a gap, or a few words that begin or end with the word for a name.

    With ``body`` what templates call who awards a grant is no name either.
    """
    said = words(value)
    if said in _GAPS:
        return True
    if not said or len(said) > _MORE or language not in rulebook.languages:
        return False
    open_ = _open(rulebook, language, body=body)
    if any(True for place in range(len(said)) for _ in open_.at(said, place)):
        return True
    if len(said) > _FEW:
        return False
    ends = {said[0], said[-1], *(said[1:2] if value.islower() else ())}
    return not ends.isdisjoint(_names(rulebook, language))


@cache
def _open(rulebook: Rulebook, language: str, *, body: bool) -> Phrases[None]:
    """Return the words of what is still to be filled in, and with ``body`` of who awards a grant."""
    known = rulebook.languages[language].grammar
    return Phrases((text, None) for text in (*known.gaps, *(known.gap_bodies if body else ())))


@cache
def _names(rulebook: Rulebook, language: str) -> frozenset[str]:
    return frozenset(word for name in rulebook.languages[language].grammar.gap_names for word in words(name))
