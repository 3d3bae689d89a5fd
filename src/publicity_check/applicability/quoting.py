"""Whether words are a publication's own, or stand in quotation marks, behind "for example:" or in a form."""

import re
from functools import lru_cache

from publicity_check.facts.model import Facts
from publicity_check.publication import Block, Publication, Span
from publicity_check.text.words import more_words

_OPENING = '"“”„«»‚‹›‘’‟'
_CLOSING = '"”“»«’›‹‘'
_INK_BEFORE = re.compile(r"(\S)\s*\Z")
_BEHIND = re.compile(r"[ .…!,]{0,50}(.)", re.DOTALL)
_BLANKS = 50
"""Blanks at most before what stands in quotation marks."""
_OF_OTHERS = frozenset({"others", "past", "former", "former_after"})
"""Moods by which somebody else is meant."""
_NEAR = 3
"""Words before something among which it is called an example."""
_BESIDE = 2
"""Words beside a disclaimer in quotation marks that stands by itself."""


def in_marks(block: Block, span: Span) -> bool:
    """Say whether quotation marks stand around a span, within a block that says more."""
    if span.last != span.first:
        return False
    before = _INK_BEFORE.search(block.text, max(0, span.start - _BLANKS), span.start)
    after = _BEHIND.match(block.text, span.end)
    if before is None or after is None or before[1] not in _OPENING or after[1] not in _CLOSING:
        return False
    return more_words(0, block.text, 0, span.start) or more_words(0, block.text, span.end)


def answered_no(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether a field of a form is answered with "no": behind a colon or question mark, or in the next cell."""
    block = publication.blocks[span.last]
    moods = facts.placed(facts.moods)
    mark, answered = _last_mark(block.text)
    if mark >= span.end and answered:
        return any(m.kind == "no" for m in moods.beginning(block.index, mark + 1, mark + 2 + _NEAR))
    if more_words(_NEAR, block.text, span.end):
        return False
    return any(
        m.kind == "no" and not more_words(_answer_words(block, b), b.text)
        for b in publication.blocks[block.index + 1 : block.index + 2]
        for m in moods.beginning(b.index, 0, 2)
    )


@lru_cache(maxsize=64)
def _last_mark(text: str) -> tuple[int, bool]:
    """Return where the last colon, question mark or bracket of a text is, and whether words stand behind it."""
    mark = max(text.rfind(sign) for sign in ":?(")
    return mark, mark >= 0 and more_words(0, text, mark + 1)


def _answer_words(field: Block, answer: Block) -> int:
    """Return how many words of a block may be the answer to a field before it: more in a cell of its row."""
    in_row = field.cell and answer.cell and (field.cell.table, field.cell.row) == (answer.cell.table, answer.cell.row)
    return _NEAR if in_row else 0 if answer.cell else 1


def introduced(publication: Publication, facts: Facts, block: Block) -> bool:
    """Say whether the block before ends in a colon and calls what follows an example or says what to write."""
    if block.index == 0:
        return False
    before = publication.blocks[block.index - 1]
    if not before.text.rstrip().endswith(":"):
        return False
    kinds = {m.kind for m in facts.placed(facts.moods).in_block(before.index)}
    return "example" in kinds or {"instructed", "writing"} <= kinds


def cited(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether a disclaimer is quoted in a text that says more, or introduced as what others write."""
    block = publication.blocks[span.first]
    if block.quoted or introduced(publication, facts, block):
        return True
    if in_marks(block, span) and more_words(_BESIDE, block.text[: span.start] + block.text[span.end :]):
        return True
    lead = block.text[: span.start].rstrip(_OPENING + " ")
    end, told = span.start, block
    if not lead and block.index > 0:
        told = publication.blocks[block.index - 1]
        lead, end = told.text.rstrip(), len(told.text)
    others = (m for m in facts.placed(facts.moods).in_block(told.index) if m.kind in _OF_OTHERS)
    return lead.endswith(":") and any(m.span.end <= end for m in others)
