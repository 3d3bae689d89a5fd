"""Whether a publication shows any sign that its project is funded by the Union."""

import re

from publicity_check.checks.model import Reason
from publicity_check.facts.model import Facts, Statement
from publicity_check.facts.project_words import PROJECT
from publicity_check.publication import Publication, Region, Span
from publicity_check.text import words

_GONE = frozenset({Region.DELETED, Region.COMMENT})


def region_of(publication: Publication, span: Span) -> Region:
    """Return the region in which a span begins."""
    return publication.blocks[span.first].region


def claims(publication: Publication, statement: Statement) -> bool:
    """Say whether a statement claims funding for this publication: neither negated, quoted nor deleted."""
    return not statement.codes & {"negated", "quoted"} and region_of(publication, statement.span) not in _GONE


def signs(publication: Publication, facts: Facts) -> tuple[Reason, ...]:
    """Return what shows that the publication's project is funded by the Union, strongest first.

    A statement or disclaimer that claims it, the project's own number, the Union's share in its budget, the emblem or
    a funding logo. That a programme, a fund or one of their sites is mentioned is none: news about a call do so too.
    """
    found = [
        Reason("sign-statement", {"quote": publication.quote(s.span)}, publication.evidence(s.span))
        for s in facts.statements
        if claims(publication, s)
    ]
    found += [
        Reason("sign-number", {"number": n.value}, publication.evidence(n.span))
        for n in facts.project_numbers
        if n.role == "own" and n.visible and n.sign
    ]
    found += [
        Reason("sign-amount", {"amount": a.as_written}, publication.evidence(a.span))
        for a in facts.amounts
        if a.share == "eu" and a.scope in ("project", "partner") and a.visible
    ]
    found += [
        Reason("sign-image", {"picture": i.because}, publication.evidence(i.span))
        for i in facts.images
        if i.role in ("emblem", "funding-logo")
    ]
    return tuple(found)


def hints(publication: Publication, facts: Facts) -> tuple[Reason, ...]:
    """Return what hints that a publication may be of a funded project, though it does not say so.

    A programme or fund named in one sentence with a project: such a page is for a person to judge.
    """
    named = [(m.name, m.span) for m in facts.programmes if m.visible]
    named += [(f.name, f.span) for f in facts.funds if f.visible and not f.abbreviated]
    return tuple(
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
