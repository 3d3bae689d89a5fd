"""Whether a publication shows any sign that its project is funded by the Union."""

import re

from publicity_check.checks.model import Reason
from publicity_check.facts.model import Amount, Facts, Statement
from publicity_check.facts.project_words import PROJECT
from publicity_check.publication import Publication, Region, Span
from publicity_check.rulebook.languages import LanguageData
from publicity_check.text import words

_GONE = frozenset({Region.DELETED, Region.COMMENT})


def region_of(publication: Publication, span: Span) -> Region:
    """Return the region in which a span begins."""
    return publication.blocks[span.first].region


def claims(publication: Publication, statement: Statement) -> bool:
    """Say whether a statement claims funding for this publication: neither negated, quoted nor deleted."""
    return not statement.codes & {"negated", "quoted"} and region_of(publication, statement.span) not in _GONE


def signs(publication: Publication, facts: Facts, language: LanguageData | None = None) -> tuple[Reason, ...]:
    """Return what shows that the publication's project is funded by the Union, strongest first.

    A statement or disclaimer that claims it, the project's own number, the Union's share in its budget, the emblem or
    a funding logo. That a programme, a fund or one of their sites is mentioned is none: news about a call do so too.
    ``language`` knows how the Union is called in the publication's language.
    """
    found = [
        Reason("sign-statement", {"quote": publication.quote(s.span)}, publication.evidence(s.span))
        for s in facts.statements
        if claims(publication, s) and not _in_passing(publication, s) and not _reworded(s)
    ]
    found += [
        Reason("sign-number", {"number": n.value}, publication.evidence(n.span))
        for n in facts.project_numbers
        if n.role == "own" and n.visible and n.sign
    ]
    found += [
        Reason("sign-amount", {"amount": a.as_written}, publication.evidence(a.span))
        for a in facts.amounts
        if a.share == "eu" and a.certain and _of_a_funded_project(publication, facts, a, language)
    ]
    found += [
        Reason("sign-image", {"picture": i.because}, publication.evidence(i.span))
        for i in facts.images
        if i.role in ("emblem", "funding-logo")
    ]
    return tuple(found)


_LABEL = 8
"""Words up to which a statement is short."""
_RUNNING = 12
"""Words that a block of running text has beside a short statement."""


def _in_passing(publication: Publication, statement: Statement) -> bool:
    """Say whether a short statement stands amid running text of a publication that speaks of no project at all.

    "The new trains were co-financed by the Union" may stand in any newspaper.
    """
    block = publication.blocks[statement.span.first]
    size = len(words(publication.quote(statement.span)))
    if statement.part != "funding-statement" or statement.image is not None or size > _LABEL:
        return False
    running = (
        block.region in _REGIONS_OF_TEXT and block.kind == "paragraph" and len(words(block.text)) - size >= _RUNNING
    )
    return running and not _speaks_of_any_project(publication)


_NEAR = 0.8
"""Coverage below which a reworded disclaimer may be anybody's."""


def _reworded(statement: Statement) -> bool:
    """Say whether a disclaimer only resembles a prescribed one: that authors' views are their own, many sites say."""
    changed = statement.codes & {"words-changed", "words-missing"}
    resembles = "key-phrase-missing" in statement.codes or (bool(changed) and statement.coverage < _NEAR)
    return statement.part == "disclaimer" and ("reworded" in statement.codes or resembles)


def _says_so(statement: Statement) -> bool:
    """Say whether a disclaimer in other words names the Union: such are mostly, not only, of funded projects."""
    return statement.part == "disclaimer" and "reworded" in statement.codes


def _speaks_of_any_project(publication: Publication) -> bool:
    return any(not PROJECT.isdisjoint(words(b.text)) for b in publication.blocks if b.region in _REGIONS_OF_TEXT)


_REGIONS_OF_TEXT = frozenset({Region.MAIN, Region.TABLE, Region.TEXT_BOX, Region.FOOTNOTE})
_LABELS = 3
"""Blocks before an amount among which its label stands: the cells of its row."""


def _of_a_funded_project(publication: Publication, facts: Facts, amount: Amount, language: LanguageData | None) -> bool:
    """Say whether a share is called the Union's or a fund's by name, and the text speaks of a project, one of them.

    "The fund gave 2 million" may be any foundation's, and "3 million come from EU funds" may be a town's budget.
    """
    if not amount.visible or amount.scope not in ("project", "partner"):
        return False
    last = amount.span.last
    near = range(max(0, last - _LABELS), last + 2)
    named = amount.fund is not None or any(f.span.first in near for f in facts.funds if f.visible)
    if not named and language is not None:
        text = " ".join(b.text for b in publication.blocks[near.start : near.stop])
        names = (language.union.name, *language.union.forms, *language.union.abbreviations, "EU")
        named = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)
    return named and _speaks_of_any_project(publication)


def hints(publication: Publication, facts: Facts) -> tuple[Reason, ...]:
    """Return what hints that a publication may be of a funded project, though it does not say so.

    A statement in passing, a disclaimer in other words, money of one of the Union's funds, or a programme or fund
    named in one sentence with a project: such a page is for a person to judge.
    """
    said = tuple(
        Reason("hint-statement", {"quote": publication.quote(s.span)}, publication.evidence(s.span))
        for s in facts.statements
        if claims(publication, s) and (_in_passing(publication, s) or _says_so(s))
    )
    said += tuple(
        Reason("hint-amount", {"amount": a.as_written}, publication.evidence(a.span))
        for a in facts.amounts
        if a.share == "eu" and a.fund is not None and a.visible and a.scope in ("project", "partner")
    )
    named = [(m.name, m.span) for m in facts.programmes if m.visible]
    named += [(f.name, f.span) for f in facts.funds if f.visible and not f.abbreviated]
    return said + tuple(
        Reason("hint-programme", {"name": name}, publication.evidence(span))
        for name, span in named
        if _speaks_of_a_project(publication, span)
    )


_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[^\s\da-zа-яα-ω])")


def _speaks_of_a_project(publication: Publication, span: Span) -> bool:
    """Say whether a project, one of them, stands in the same sentence."""
    text = publication.blocks[span.first].text
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
    start = max((e for e in ends if e <= span.start), default=0)
    end = min((e for e in ends if e > span.start), default=len(text))
    return not PROJECT.isdisjoint(words(text[start:end]))
