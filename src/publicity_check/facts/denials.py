"""What a sentence denies: words of paying, or of what was granted, beside a word that denies them."""

from collections.abc import Iterable

from publicity_check.facts.items import MoodMention
from publicity_check.publication import Span
from publicity_check.text.words import words

_DENIES = 3
"""Words between one that denies and one of paying that it denies."""


def all_paying_denied(text: str, moods: Iterable[MoodMention], span: Span) -> bool:
    """Say whether moods of one sentence of a block's text speak of paying, and each such word is denied.

    What stands at ``span`` is the name, number or amount that is told of: it may stand between the two words, and its
    own words tell nothing. "Without the money there would be no pool" denies nothing.
    """
    paying, denying, without = [], [], []
    for mood in moods:
        if mood.kind == "paying" and not span.holds(mood.span):
            paying.append(mood.span)
        elif mood.kind == "not":
            denying.append(mood.span)
        elif mood.kind == "without":
            without.append(mood.span)
    if without and len(denying) > len(without):
        return False
    return bool(paying) and all(any(_denies(text, no, word, span) for no in denying) for word in paying)


def refused(text: str, moods: Iterable[MoodMention]) -> bool:
    """Say whether moods of one sentence of a block's text tell of a refusal, and of nothing that was granted.

    "Our application was not approved" grants nothing.
    """
    found = list(moods)
    refusals = [m.span for m in found if m.kind == "refused"]
    denying = [m.span for m in found if m.kind == "not"]
    granted = [m.span for m in found if m.kind == "granted" and not any(r.holds(m.span) for r in refusals)]
    denied = [g for g in granted if any(_denies(text, no, g, no) for no in denying)]
    if len(denied) < len(granted):
        return False
    return bool(refusals) or (bool(denied) and any(m.kind == "applied" for m in found))


def _denies(text: str, no: Span, word: Span, name: Span) -> bool:
    """Say whether a word denies one of paying near it; the name of who pays may stand between them."""
    first, last = min(no.end, word.end), max(no.start, word.start)
    inside = len(words(text[name.start : name.end])) if first <= name.start and name.end <= last else 0
    return len(words(text[first:last])) - inside < _DENIES
