"""What a publication says, before any rule, for a person: the answer of ``publicity-check facts``."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from publicity_check.facts.model import (
    Amount,
    Bounded,
    Fact,
    Facts,
    FundMention,
    ImageFact,
    LinkFact,
    MoodMention,
    PeriodMention,
    ProgrammeMention,
    ProjectMention,
    ProjectNumber,
    Rate,
    Statement,
    UnionMention,
    YearMention,
)
from publicity_check.messages import Sentences, sentences
from publicity_check.paths import shown_path
from publicity_check.publication import Evidence, Publication
from publicity_check.reports.clean import one_line, shortened
from publicity_check.reports.facts import figure
from publicity_check.reports.layout import Page
from publicity_check.reports.options import ReportOptions
from publicity_check.reports.places import place
from publicity_check.values.message import Message


def render_facts(found: Iterable[tuple[Publication, Facts]], options: ReportOptions) -> str:
    """Return what publications say, grouped by kind, each with its quote and place."""
    say = sentences(options.language)
    page = Page(options.width, options.color)
    for publication, facts in found:
        page.gap()
        page.rule(shown_path(publication.name))
        page.paragraph(say("language", language=facts.language.code or say("unknown")))
        for name, listed in facts.lists():
            _list(name, publication, listed, say, page)
        if publication.unread:
            page.gap()
            page.paragraph(say("not-read"), style="bold")
            for piece in publication.unread:
                page.paragraph(one_line(say.message(piece)), indent=2, first="- ")
    return page.text()


def _list(name: str, publication: Publication, facts: Sequence[Fact], say: Sentences, page: Page) -> None:
    page.gap()
    page.paragraph(say.term("facts", name), style="bold")
    if not facts:
        page.paragraph(say("none-found"), indent=2, style="dim")
    for fact in facts:
        page.paragraph(_line(fact, publication.evidence(fact.span), say), indent=2, first="- ")


def _line(fact: Fact, evidence: Evidence, say: Sentences) -> str:
    where = place(evidence, say)
    pieces = [_what(fact, evidence.quote, say), told_of(fact, say)]
    told = ", ".join(dict.fromkeys(filter(None, pieces)))
    return f"{told} ({where})" if where else told


def told_of(fact: Fact, say: Sentences) -> str:
    """Return what a fact says, without its quote: the role of an amount, the kind of a statement; "" if no more."""
    words: list[str]
    match fact:
        case Amount() | Rate():
            words = [
                say.term("scope", fact.scope) if fact.scope else "",
                say.term("share", fact.share) if fact.share else "",
            ]
            words += [fact.partner or "", fact.project or "", fact.fund or ""]
        case Statement():
            words = [say.term("statement", fact.part)]
        case ProjectNumber():
            words = [fact.value] if fact.value != fact.as_written else []
        case LinkFact():
            words = [fact.host]
        case FundMention():
            words = [fact.fund]
        case UnionMention() | ProjectMention() | YearMention() | PeriodMention() | MoodMention():
            words = []
        case ProgrammeMention():
            words = [fact.name]
        case ImageFact():
            words = [say.term("image", fact.role)]
        case Bounded():
            words = [say.message(Message(fact.kind, {"count": fact.count}))]
        case _:
            assert_never(fact)
    return one_line(", ".join(filter(None, words)))


def _what(fact: Fact, quote: str, say: Sentences) -> str:
    match fact:
        case Amount():
            return f"{one_line(fact.as_written)} = {figure(fact.value)} {fact.currency}"
        case Statement():
            return say("quote", quote=shortened(quote))
        case LinkFact():
            return one_line(fact.target)
        case ImageFact():
            return shortened(fact.because)
        case _:
            return shortened(quote)
