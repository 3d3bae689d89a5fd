"""Were gaps of a template left open where the text speaks of the project, its number or its money?"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from publicity_check.checks.interface import Case
from publicity_check.facts.model import Facts
from publicity_check.publication import Block, Publication, Span
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
    possible = case.everything.once(_finder(case.rulebook), case.publication)
    if not possible:
        return
    statements = {b for s in case.facts.statements for b in range(s.span.first, s.span.last + 1)}
    about = {
        fact.span.first
        for kind in ("project_nouns", "project_numbers", "amounts")
        for fact in getattr(case.facts, kind)
    }
    spans = [gap.span for gap in possible if gap.span.first not in statements and (gap.sure or gap.span.first in about)]
    if spans:
        values: Values = {"text": Quote(case.publication.quote(spans[0])), "count": len(spans)}
        yield Finding(Outcome.NEEDS_REVIEW, "gap-open", values=values, evidence=case.evidence(*spans[:_SHOWN]))


class _Gap(NamedTuple):
    """What may be a gap, and whether it is one even where nothing of the project stands beside it."""

    span: Span
    sure: bool


@cache
def _finder(rulebook: Rulebook) -> Callable[[Publication, Facts], tuple[_Gap, ...]]:
    """Return what finds everything in a publication that may be a gap."""

    def find(publication: Publication, _facts: Facts) -> tuple[_Gap, ...]:
        return tuple(gap for block in publication.visible_blocks() for gap in _gaps(rulebook, block))

    return find


def _gaps(rulebook: Rulebook, block: Block) -> Iterator[_Gap]:
    for match in _BRACKETS.finditer(block.text):
        if any(True for _ in _words(rulebook).find(Words.of([(block.index, match[0])]))):
            yield _Gap(Span.within(block.index, *match.span()), sure=True)
    signs = [m for m in _SIGNS.finditer(block.text) if not _UNSURE.match(m[0]) or m[0].isupper()]
    if signs:
        sure = _BRACKETS.search(block.text) is not None or _has_currency(rulebook, block)
        yield from (_Gap(Span.within(block.index, *match.span()), sure) for match in signs)


def _has_currency(rulebook: Rulebook, block: Block) -> bool:
    return any(code in block.text for code in rulebook.currencies.codes) or "€" in block.text


@cache
def _words(rulebook: Rulebook) -> Phrases[str]:
    """Return the words of gaps in all languages: in brackets they mean nothing else."""
    found: Phrases[str] = Phrases()
    for code, data in rulebook.languages.items():
        for gap in data.grammar.gaps:
            found.add(Phrase.of(gap), code)
    return found
