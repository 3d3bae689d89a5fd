"""When, and of which project: "our previous project was funded", "the project will be funded"."""

import re

from publicity_check.facts.model import Facts
from publicity_check.facts.placed import near_part
from publicity_check.publication import Publication, Span
from publicity_check.text.words import WORD

_AWAY = 1
"""Words between two words that belong together."""
_SMALL = 4
"""Letters of the longest small word ("ни", "mūsų")."""
_PARTING = re.compile(r"[,;:.!?()|–—“”„«»\"]")


def not_yet(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether a verb stands right behind words by which it will be so only: "the project will be funded"."""
    text = publication.blocks[span.first].text
    moods = facts.placed(facts.moods).within(near_part(facts.sentence(span), span))
    return any(
        m.kind == "future" and m.span.start < span.end and _joins(text[min(m.span.end, span.start) : span.start])
        for m in moods
    )


def of_former_project(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether the project spoken of is one that was before, or another's: by a word right beside its noun.

    It is the nearest before a span, or else behind it. Between the two words may stand a name ("previous LIFE project")
    or one word ("proiectul nostru anterior").
    """
    near = near_part(facts.sentence(span), span)
    former = [m for m in facts.placed(facts.moods).within(near) if m.kind in ("former", "former_after")]
    nouns = list(facts.placed(facts.project_nouns).within(near)) if former else []
    if not nouns:
        return False
    before = [n for n in nouns if n.span.start < span.end]
    noun = before[-1].span if before else nouns[0].span
    text = publication.blocks[span.first].text
    return any(
        m.span.end <= noun.start and _joins(text[m.span.end : noun.start], named=True)
        if m.kind == "former"
        else noun.end <= m.span.start and _joins(text[noun.end : m.span.start])
        for m in former
    )


def _joins(between: str, *, named: bool = False) -> bool:
    """Say whether what stands between two words joins them: a word at most, no marks; ``named``: a name, or "our"."""
    found = WORD.findall(between)
    joined = len(found) <= _AWAY and not _PARTING.search(between)
    return joined and not (named and any(word[:1].islower() and len(word) > _SMALL for word in found))
