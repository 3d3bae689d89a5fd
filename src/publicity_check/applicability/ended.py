"""Sentences that a draft still asks to take out, and money that has come to an end."""

import re

from publicity_check.facts.model import Facts, MoodMention
from publicity_check.publication import Block, Publication, Span
from publicity_check.text.words import more_words

_SHORT = 14
"""Words of what a draft says behind a sentence about taking it out, to the end of its block."""
_BESIDE = 2
"""Words between the one for "until" and its year."""
_BRACKETS = re.compile(r"[\s.]{0,3}[(\[]([^()\[\]]{1,200})[)\]]")
"""A remark in brackets right behind a sentence."""
_SOON = 1
"""Words between the end of what was and the word for "since then"."""


def to_take_out(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether a draft asks, right behind what stands at a span or around it, to take it out or to confirm it.

    "Delete this line if it is not true" stands at the end of the same block, or alone in the one before or behind.
    """
    block = publication.blocks[span.last]
    moods = facts.placed(facts.moods)
    behind = [m for m in moods.in_block(block.index) if m.kind == "form" and m.span.start >= span.end]
    if behind and not more_words(_SHORT, block.text, span.end):
        return True
    if _in_brackets(block, facts, span):
        return True
    beside = (publication.blocks[n] for n in (span.first - 1, span.last + 1) if 0 <= n < len(publication.blocks))
    return any(_asks(block, other, facts) for other in beside)


def _in_brackets(block: Block, facts: Facts, span: Span) -> bool:
    """Say whether brackets right behind a span hold a condition: "(to go if the grant is refused)"."""
    found = _BRACKETS.match(block.text, span.end)
    if found is None:
        return False
    inside = Span.within(span.last, found.start(1), found.end(1))
    return any(m.kind in ("conditional", "supposed") for m in facts.placed(facts.moods).within(inside))


def _asks(block: Block, other: Block, facts: Facts) -> bool:
    """Say whether a short block beside another in its region begins with what says to take a line out."""
    first = (m for m in facts.placed(facts.moods).in_block(other.index) if m.kind == "form")
    said = any(not more_words(_SOON, other.text, 0, m.span.start) for m in first)
    return said and other.region == block.region and not other.cell and not more_words(_SHORT, other.text)


def has_ended(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether what stands at a span was so until some year, and others are said to pay since.

    "Until 2019 it was funded by the Union; since then the county pays alone." Without the year it takes a word of
    paying behind "since then", and one that says that all of it is paid so.
    """
    text = publication.blocks[span.last].text
    sentence = facts.sentence(span)
    moods = [m for m in facts.placed(facts.moods).in_block(span.last) if m.kind in _KINDS]
    since = next((m for m in moods if m.kind == "since" and m.span.start >= span.end), None)
    if since is None or not _turns(text, span, since, facts):
        return False
    behind = Span.within(span.last, since.span.end, len(text))
    if any(facts.placed(facts.union_names).within(behind)) or any(facts.placed(facts.funds).within(behind)):
        return False
    told = {m.kind for m in moods if m.span.start >= since.span.end}
    if any(m.kind == "until" and sentence.holds(m.span) and _of_year(text, m, facts) for m in moods):
        return bool(told & {"paying", "domestic"})
    return {"paying", "wholly"} <= told


_KINDS = frozenset({"until", "since", "paying", "wholly", "domestic"})


def _turns(text: str, span: Span, since: MoodMention, facts: Facts) -> bool:
    """Say whether a word for "since then" begins a clause, in the sentence of a span or the next one."""
    between = text[span.end : since.span.start].rstrip()
    if more_words(_SOON, between.rpartition(";")[2].rpartition(".")[2].rpartition(",")[2]):
        return False
    following = facts.sentence(Span.within(span.last, since.span.start, since.span.end))
    return following.start <= span.start or not more_words(0, text, facts.sentence(span).end, following.start)


def _of_year(text: str, mood: MoodMention, facts: Facts) -> bool:
    """Say whether a year stands right beside a word for "until"."""
    years = (y.span for y in facts.placed(facts.years).in_block(mood.span.first))
    return any(
        not more_words(_BESIDE - 1, text, min(y.end, mood.span.end), max(y.start, mood.span.start)) for y in years
    )
