"""What a publication says, before any rule, for a person: the answer of ``publicity-check facts``."""

from collections.abc import Iterable
from typing import Any

from publicity_check.facts.model import Amount, Facts, ProjectNumber, Rate, Statement
from publicity_check.publication import Evidence, Publication
from publicity_check.reports.clean import one_line, shortened, shown_path
from publicity_check.reports.fact_data import LISTS, figure
from publicity_check.reports.language import Sentences, sentences
from publicity_check.reports.layout import Page
from publicity_check.reports.options import ReportOptions
from publicity_check.reports.places import place
from publicity_check.reports.words import FACT_NAMES, SCOPE_NAMES, SHARE_NAMES, STATEMENT_NAMES


def render_facts(found: Iterable[tuple[Publication, Facts]], options: ReportOptions) -> str:
    """Return what publications say, grouped by kind, each with its quote and place."""
    say = sentences(options.language)
    page = Page(options.width, options.color)
    for publication, facts in found:
        page.gap()
        page.rule(shown_path(publication.name))
        page.paragraph(say("Language: {language}", language=facts.language.code or say("unknown")))
        for name in LISTS:
            _list(name, publication, getattr(facts, name), say, page)
        if publication.unread:
            page.gap()
            page.paragraph(say("Not read"), style="bold")
            for piece in publication.unread:
                page.paragraph(say(one_line(piece)), indent=2, first="- ")
    return page.text()


def _list(name: str, publication: Publication, facts: tuple[Any, ...], say: Sentences, page: Page) -> None:
    page.gap()
    page.paragraph(say(FACT_NAMES[name]), style="bold")
    if not facts:
        page.paragraph(say("none found"), indent=2, style="dim")
    for fact in facts:
        page.paragraph(_line(fact, publication.evidence(fact.span), say), indent=2, first="- ")


def _line(fact: Any, evidence: Evidence, say: Sentences) -> str:
    where = place(evidence, say)
    pieces = [_what(fact, evidence, say), _role(fact, say)]
    told = ", ".join(piece for piece in pieces if piece)
    return f"{told} ({where})" if where else told


def _what(fact: Any, evidence: Evidence, say: Sentences) -> str:
    quote = shortened(evidence.quote)
    if isinstance(fact, Amount):
        return f"{one_line(fact.as_written)} = {figure(fact.value)} {fact.currency}"
    if isinstance(fact, Rate):
        return one_line(fact.as_written)
    if isinstance(fact, ProjectNumber):
        return fact.value if fact.value == fact.as_written else f"{fact.value}, {quote}"
    if isinstance(fact, Statement):
        return f"{say(STATEMENT_NAMES[fact.part])}: {say('“{quote}”', quote=quote)}"
    return one_line(getattr(fact, "target", "") or getattr(fact, "because", "") or quote)


def _role(fact: Any, say: Sentences) -> str:
    if isinstance(fact, Amount | Rate):
        words = [say(SCOPE_NAMES[fact.scope]) if fact.scope else "", say(SHARE_NAMES[fact.share]) if fact.share else ""]
        words += [fact.partner or "", fact.project or "", fact.fund or ""]
        return ", ".join(filter(None, words))
    return getattr(fact, "fund", "") or ""
