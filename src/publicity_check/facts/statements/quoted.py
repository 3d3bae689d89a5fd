"""Whether a statement is the publication's own, or quoted by a page that explains how to write one."""

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.model import Note
from publicity_check.facts.statements.free import Grammar

_OPENING = "\"“„”«»‘'‹›"
_MARKS = frozenset("\"“”„«»‹›‘’'‚‟")
_CLOSING = "\"”“»«’'›‹"
_BEFORE = 25
"""Words before a quotation among which it is introduced."""
_SAME_SENTENCE = 12


def of_quotation(
    clauses: Clauses, grammar: Grammar, first: int, last: int, language: str, *, alone: bool = False
) -> list[Note]:
    """Return the note that the words ``first`` to ``last`` are quoted; ``alone``: or stand alone in quotation marks.

    A disclaimer in quotation marks is often one's own, a label is not.
    """
    if quoted(clauses, grammar, first, last, language):
        return [Note("quoted")]
    return [Note("in-marks")] if alone and _alone_in_marks(clauses, first, last) else []


def _alone_in_marks(clauses: Clauses, first: int, last: int) -> bool:
    """Say whether words are all that a block says, with quotation marks around them."""
    words = clauses.words
    index = words.block[first]
    if words.block[last] != index:
        return False
    text = clauses.publication.blocks[index].text
    before, behind = text[: words.start[first]].strip(), text[words.end[last] :].strip(" .…!,;")
    return before[-1:] in _MARKS and behind[:1] in _MARKS and len(before) == len(behind) == 1


def quoted(clauses: Clauses, grammar: Grammar, first: int, last: int, language: str) -> bool:
    """Say whether the words ``first`` to ``last`` are quoted: marked so by the source, or as an example or rule."""
    words = clauses.words
    keys = words.keys
    block = clauses.publication.blocks[words.block[first]]
    if block.quoted:
        return True
    sentence = clauses.start_of(first, _SAME_SENTENCE)
    if sentence < first and grammar.rule(keys, sentence, first, language):
        return True
    begin = first
    while begin > 0 and first - begin < _BEFORE and words.block[begin - 1] == words.block[first]:
        begin -= 1
    lead = clauses.gap(first - 1) if begin < first else block.text[: words.start[first]]
    marked = _in_marks(clauses, last, lead)
    if marked and grammar.rule(keys, last + 1, clauses.end_of(last, _SAME_SENTENCE) + 1, language):
        return True
    if begin < first:
        introduced = marked or ":" in lead
        return introduced and grammar.rule(keys, begin, first, language)
    if begin > 0:
        before = clauses.publication.blocks[words.block[begin - 1]]
        if before.text.rstrip().endswith(":") or marked:
            return grammar.rule(keys, max(0, begin - _BEFORE), begin, language)
    return False


def _in_marks(clauses: Clauses, last: int, lead: str) -> bool:
    if not lead.rstrip()[-1:] or lead.rstrip()[-1] not in _OPENING:
        return False
    return any(c in _CLOSING for c in clauses.gap(last)[:3])
