"""What hints that a publication may be of a funded project, though it does not say so: a person has to judge."""

from collections.abc import Iterator

from publicity_check.applicability.against import denied
from publicity_check.applicability.funded import amounts, of_another_kind, of_others, own_numbers, shows_a_scene
from publicity_check.applicability.passages import elsewhere
from publicity_check.applicability.standing import (
    claims,
    instructed,
    is_topic,
    of_the_press,
    turned_down,
    unsaid,
)
from publicity_check.applicability.worth import (
    REGIONS_OF_TEXT,
    RUNNING,
    SHORT_TEXT,
    buried,
    in_passing,
    loose,
    project_near,
    projects_in,
    running_text,
    says_outright,
    speaks_of_any_project,
)
from publicity_check.facts.model import Amount, Facts, FundMention, Statement, UnionMention
from publicity_check.facts.placed import near_part
from publicity_check.publication import Publication, Span
from publicity_check.results import Reason
from publicity_check.text.words import more_words
from publicity_check.values.message import Money, Quote


def hint(publication: Publication, facts: Facts) -> Reason | None:
    """Return what hints best that a publication may be of a funded project, though it does not say so.

    A statement in passing, a disclaimer in other words, money of one of the Union's funds, or a programme or fund
    named in one sentence with a project: such a page is for a person to judge. ``None`` if nothing does.
    """
    if not (
        facts.statements
        or facts.project_numbers
        or facts.programmes
        or facts.funds
        or facts.union_names
        or facts.images
    ):
        return None
    return next(_hinted(publication, facts), None)


def _hinted(publication: Publication, facts: Facts) -> Iterator[Reason]:
    """Yield what hints at a funded project, strongest first; of calls, advice and shops statements and numbers alone.

    Where money of the Union is denied, no name of a programme or fund hints at it.
    """
    other = facts.once(of_another_kind, publication)
    doubted = facts.once(denied, publication)
    for s in facts.statements:
        if claims(publication, facts, s) and not elsewhere(publication, facts, s.span):
            outright = says_outright(publication, facts, s, label=other)
            if outright or _hints(publication, facts, s, other=other):
                quote = Quote(publication.quote(s.span))
                yield Reason("hint-statement", {"quote": quote}, publication.evidence(s.span))
    for n in own_numbers(publication, facts):
        yield Reason("names-number", {"number": n.value}, publication.evidence(n.span))
    if other or facts.once(turned_down, publication):
        return
    for a in amounts(facts):
        if _is_share(publication, facts, a, doubted=doubted):
            yield Reason(
                "hint-amount", {"amount": Money(a.value, a.currency, a.as_written)}, publication.evidence(a.span)
            )
    if not doubted:
        yield from _named(publication, facts)


def _is_share(publication: Publication, facts: Facts, amount: Amount, *, doubted: bool) -> bool:
    """Say whether an amount is a fund's share in a project; if ``doubted``, in a line that says nothing else."""
    if amount.share != "eu" or amount.fund is None or not amount.visible:
        return False
    if amount.scope not in ("project", "partner"):
        return False
    if doubted and amount.certain and _opens_with_project(publication, facts, amount.span):
        return not of_others(publication, facts, amount.span)
    if doubted and more_words(RUNNING, publication.blocks[amount.span.first].text):
        return False
    return not (of_others(publication, facts, amount.span) or unsaid(publication, facts, amount.span))


def _opens_with_project(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether the sentence of a span begins with the project that it is about."""
    sentence = facts.sentence(span)
    text = publication.blocks[sentence.first].text
    nouns = (m.span for m in facts.placed(facts.project_nouns).within(sentence) if m.one and m.plain)
    return any(not more_words(_OPENING, text, sentence.start, noun.start) for noun in nouns)


_OPENING = 3
"""Words before a project with which a sentence opens."""


def _named(publication: Publication, facts: Facts) -> Iterator[Reason]:
    """Yield the programmes, funds and logos that are named as if they paid for a project."""
    news = facts.once(of_the_press, publication)
    named = [
        *((m.name, m.span, "") for m in facts.programmes if m.visible),
        *((f.name, f.span, f.fund) for f in _telling_funds(publication, facts)),
    ]
    for name, span, fund in named:
        if not (of_others(publication, facts, span) or unsaid(publication, facts, span)) and (
            _speaks_of_a_project(publication, facts, span, block=bool(fund))
            or (not news and _pays(publication, facts, span))
            or (fund == _INSTRUMENT and _stands_by_itself(publication, span))
        ):
            yield Reason("hint-programme", {"name": Quote(name)}, publication.evidence(span))
    for m in facts.union_names if not news else ():
        if not m.visible or m.abbreviated:
            continue
        other = of_others(publication, facts, m.span) or unsaid(publication, facts, m.span)
        if not other and _pays(publication, facts, m.span, project=True):
            yield Reason("hint-programme", {"name": Quote(m.name)}, publication.evidence(m.span))
    if not news:
        yield from _money_of_theirs(publication, facts)
    for i in facts.images:
        if i.role == "emblem" and shows_a_scene(publication, i) and facts.once(speaks_of_any_project, publication):
            yield Reason("sign-image", {"picture": Quote(i.because)}, publication.evidence(i.span))
        if i.role == "programme-logo" and _thanked(publication, facts):
            yield Reason("sign-image", {"picture": Quote(i.because)}, publication.evidence(i.span))


def _money_of_theirs(publication: Publication, facts: Facts) -> Iterator[Reason]:
    """Yield where a short text calls money the Union's or a fund's, however it is abbreviated: "with EU funds"."""
    if facts.once(running_text, publication).size > _SHORT_BLOCK:
        return
    named: tuple[UnionMention | FundMention, ...] = (*facts.union_names, *facts.funds)
    for m in named:
        if not m.visible or of_others(publication, facts, m.span) or unsaid(publication, facts, m.span):
            continue
        sentence = facts.sentence(m.span)
        spoken = publication.blocks[m.span.first].text[sentence.start : sentence.end].lstrip()[:1] in _MARKS
        if not spoken and _pays(publication, facts, m.span) and _beside_money(publication, facts, m.span):
            yield Reason("hint-programme", {"name": Quote(m.name)}, publication.evidence(m.span))


_MARKS = frozenset('“„«»"')
"""What somebody's own words begin with."""


def _beside_money(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether a word of money or paying stands apart from a name ("EU-funded" is one word), a word away at most."""
    text = publication.blocks[span.first].text
    moods = (m for m in facts.placed(facts.moods).within(facts.sentence(span)) if m.kind == "paying")
    gaps = ((min(span.end, m.span.end), max(span.start, m.span.start)) for m in moods)
    return any(text[start : start + 1].isspace() and not more_words(1, text, start, end) for start, end in gaps)


def _telling_funds(publication: Publication, facts: Facts) -> Iterator[FundMention]:
    """Yield the funds by which a page may tell who paid: named in full, or beside the Union; not the page's topic."""
    topics = {f.fund for f in facts.funds if is_topic(publication, f.span)}
    for fund in facts.funds:
        sentence = facts.sentence(fund.span)
        full = not fund.abbreviated or any(facts.placed(facts.union_names).within(sentence))
        if full and fund.visible and fund.fund not in topics:
            yield fund


def _thanked(publication: Publication, facts: Facts) -> bool:
    """Say whether the text speaks of a project or of who paid, in few words: "With the help of:"."""
    return facts.once(running_text, publication).size <= SHORT_TEXT and (
        facts.once(speaks_of_any_project, publication) or any(m.kind == "paying" and m.visible for m in facts.moods)
    )


_INSTRUMENT = "NGEU"
"""The instrument whose one name stands in statements of every language."""


def _stands_by_itself(publication: Publication, span: Span) -> bool:
    """Say whether NextGenerationEU ends a line of few words, which says who paid in whatever language."""
    block = publication.blocks[span.first]
    return block.kind not in ("heading", "title") and not more_words(RUNNING, block.text)


def _says_so(statement: Statement) -> bool:
    """Say whether a disclaimer in other words names the Union: such are mostly, not only, of funded projects."""
    return statement.part == "disclaimer" and bool(statement.says)


def _hints(publication: Publication, facts: Facts, statement: Statement, *, other: bool) -> bool:
    """Say whether a statement hints at a funded project.

    One in passing, one that is said of a programme, a disclaimer in other words, or one of support where a project is
    named. On a page that is a call or a shop (``other``), only one in whose sentence a project is named.
    """
    if other:
        sentence = near_part(facts.sentence(statement.span), statement.span)
        return any(m.one for m in facts.placed(facts.project_nouns).within(sentence))
    if "of-programme" in statement.codes or _says_so(statement):
        return True
    if loose(statement):
        return not facts.once(of_the_press, publication) and project_near(publication, facts, statement)
    passing = in_passing(publication, facts, statement) and not facts.once(of_the_press, publication)
    said = instructed(facts, statement.span) or passing
    return said and not (buried(publication, facts, statement.span) or unsaid(publication, facts, statement.span))


def _pays(publication: Publication, facts: Facts, span: Span, *, project: bool = False) -> bool:
    """Say whether a fund or programme stands in running text in one sentence with a word of paying.

    With ``project``, one project has to stand there too. Not so in a sentence about several projects alone, about a
    duty or with a statement that claims nothing, in one of a long text about something else, nor in menus and headings.
    """
    block = publication.blocks[span.first]
    if block.region not in REGIONS_OF_TEXT or block.kind in ("heading", "title"):
        return False
    sentence = near_part(facts.sentence(span), span)
    nouns = list(facts.placed(facts.project_nouns).within(sentence))
    general = not any(m.one for m in nouns) and (project or bool(nouns))
    if general or span.first in facts.once(_unclaimed, publication) or buried(publication, facts, span):
        return False
    kinds = {m.kind for m in facts.placed(facts.moods).within(sentence)}
    return "paying" in kinds and not kinds & {"instructed", "writing"}


def _unclaimed(publication: Publication, facts: Facts) -> frozenset[int]:
    """Return the blocks with a statement that claims nothing for the publication."""
    return frozenset(s.span.first for s in facts.statements if not claims(publication, facts, s))


_SHORT_BLOCK = 600
"""Letters of a block so short that it speaks of one thing."""


def _speaks_of_a_project(publication: Publication, facts: Facts, span: Span, *, block: bool) -> bool:
    """Say whether a project, one of them, stands in the same sentence or the next.

    With ``block``, anywhere in a short block or its heading: a box of facts names a fund in a line of its own.
    """
    here = publication.blocks[span.first]
    if block and len(here.text) <= _SHORT_BLOCK:
        return any(not unsaid(publication, facts, m.span) for m in projects_in(facts, (here.index, here.heading)))
    near = near_part(facts.sentence(span, after=1), span)
    return any(m.one for m in facts.placed(facts.project_nouns).within(near))
