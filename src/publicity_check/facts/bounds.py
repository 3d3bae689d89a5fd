"""What was not looked at as a whole, since there is too much of it: told, so that nothing is bounded in silence."""

from collections.abc import Callable, Iterator, Sequence

from publicity_check.facts.items import Bounded, BoundKind, MoodMention, ProjectNumber, Statement
from publicity_check.facts.placed import Placed, near_part
from publicity_check.publication import Span

_TURNING = frozenset({"applied", "refused", "denied", "planned"})
"""Moods that turn what their sentence says into no claim, wherever in it they stand."""


def unheard(
    facts: Sequence[Statement | ProjectNumber],
    sentence: Callable[[Span], Span],
    moods: Callable[[], Placed[MoodMention]],
) -> Iterator[Bounded]:
    """Yield how many statements or numbers stand in so long a sentence that a word of it was not held against them."""
    found = [fact for fact in facts if _is_beyond(sentence(fact.span), fact.span, moods)]
    if found:
        kind: BoundKind = "statement-in-long-sentence" if isinstance(found[0], Statement) else "number-in-long-sentence"
        yield Bounded(kind, len(found), found[0].span)


def _is_beyond(sentence: Span, span: Span, moods: Callable[[], Placed[MoodMention]]) -> bool:
    near = near_part(sentence, span)
    if near == sentence:
        return False
    before = moods().beginning(sentence.first, sentence.start, near.start)
    behind = moods().beginning(sentence.first, near.end, sentence.end)
    return any(m.kind in _TURNING for side in (before, behind) for m in side)
