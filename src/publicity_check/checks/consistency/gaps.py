"""Were gaps of a template left open where the text speaks of the project, its number or its money?"""

import re
from collections.abc import Iterator
from functools import cache

from publicity_check.checks.interface import Case
from publicity_check.publication import Block, Span
from publicity_check.results import Finding, Outcome
from publicity_check.rulebook import Rulebook
from publicity_check.text.phrases import Phrase, Phrases
from publicity_check.text.words import Words
from publicity_check.values.message import Quote, Values

_BRACKETS = re.compile(r"\[[^\[\]]{2,80}\]|<[^<>]{2,80}>|\{[^{}]{2,80}\}")
_SIGNS = re.compile(r"_{4,}|\bX{2,}(?:[-./]X{2,})+\b|\bX{4,}\b|\bTB[CD]\b|\blorem ipsum\b", re.IGNORECASE)
_UNSURE = re.compile(r"tb[cd]|x+", re.IGNORECASE)
"""Signs that are gaps in capitals only."""
_SHOWN = 5
"""Gaps that are shown."""


def left_open(case: Case) -> Iterator[Finding]:
    """Yield one question for all gaps: bracketed words of a template anywhere, rows of X and lines beside figures.

    What a statement leaves open is told with the statement.
    """
    statements = {b for s in case.facts.statements for b in range(s.span.first, s.span.last + 1)}
    about = {
        fact.span.first
        for kind in ("project_nouns", "project_numbers", "amounts")
        for fact in getattr(case.facts, kind)
    }
    spans = [
        Span.within(block.index, start, end)
        for block in case.publication.visible_blocks()
        if block.index not in statements
        for start, end in _gaps(case, block, near=block.index in about)
    ]
    if spans:
        values: Values = {"text": Quote(case.publication.quote(spans[0])), "count": len(spans)}
        yield Finding(Outcome.NEEDS_REVIEW, "gap-open", values=values, evidence=case.evidence(*spans[:_SHOWN]))


def _gaps(case: Case, block: Block, *, near: bool) -> Iterator[tuple[int, int]]:
    for match in _BRACKETS.finditer(block.text):
        if any(True for _ in _words(case.rulebook).find(Words.of([(block.index, match[0])]))):
            yield match.span()
    bracketed = _BRACKETS.search(block.text) is not None
    for match in _SIGNS.finditer(block.text) if near or bracketed or _has_currency(case, block) else ():
        if not _UNSURE.match(match[0]) or match[0].isupper():
            yield match.span()


def _has_currency(case: Case, block: Block) -> bool:
    return any(code in block.text for code in case.rulebook.currencies.codes) or "€" in block.text


@cache
def _words(rulebook: Rulebook) -> Phrases[str]:
    """Return the words of gaps in all languages: in brackets they mean nothing else."""
    found: Phrases[str] = Phrases()
    for code, data in rulebook.languages.items():
        for gap in data.grammar.gaps:
            found.add(Phrase.of(gap), code)
    return found
