"""Whether a publication shows any sign that its project is funded by the Union."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from publicity_check.applicability.standing import (
    calls,
    claims,
    disowned,
    instructed,
    is_topic,
    of_the_press,
    region_of,
    sells,
    turned_down,
    unpaid,
    unsaid,
)
from publicity_check.facts.model import Amount, Facts, FundMention, ProjectMention, Statement, UnionMention
from publicity_check.facts.placed import near_part
from publicity_check.publication import Publication, Region, Span
from publicity_check.results import Reason
from publicity_check.text.words import more_words, words
from publicity_check.values.message import Money, Quote


def sign(publication: Publication, facts: Facts) -> Reason | None:
    """Return what shows best that the publication's project is funded by the Union, ``None`` if nothing does.

    A statement or disclaimer that claims it, the project's own number, the Union's share in its budget, the emblem or
    a funding logo. That a programme, a fund or one of their sites is mentioned is none: news about a call do so too.
    """
    if not (facts.statements or facts.project_numbers or facts.images or _amounts(facts)):
        return None
    other = facts.once(calls, publication) or facts.once(sells, publication)
    said = next(_said(publication, facts, label=other), None)
    if said is not None or other or _claimed_of_nobody(publication, facts) or _illustrated(publication, facts):
        return said
    pictures = (i for i in facts.images if i.role in ("emblem", "funding-logo"))
    shown = (Reason("sign-image", {"picture": Quote(i.because)}, publication.evidence(i.span)) for i in pictures)
    return next(shown, None)


def _said(publication: Publication, facts: Facts, *, label: bool) -> Iterator[Reason]:
    """Yield what says that a project is funded, strongest first; with ``label``, of statements only a label does."""
    for s in facts.statements:
        if claims(publication, facts, s) and _says_outright(publication, facts, s, label=label):
            quote = Quote(publication.quote(s.span))
            yield Reason("sign-statement", {"quote": quote}, publication.evidence(s.span))
    for n in facts.project_numbers:
        if n.role == "own" and n.visible and n.sign and not _not_paid(publication, facts, n.span):
            yield Reason("names-number", {"number": n.value}, publication.evidence(n.span))
    for a in () if label or facts.once(turned_down, publication) else _amounts(facts):
        if a.share == "eu" and a.certain and _of_a_funded_project(publication, facts, a):
            yield Reason(
                "sign-amount", {"amount": Money(a.value, a.currency, a.as_written)}, publication.evidence(a.span)
            )


def _not_paid(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether what stands at a span is said of no project of the publication, or all paying for it is denied."""
    return disowned(publication, facts, span) or unpaid(publication, facts, span)


def _says_outright(publication: Publication, facts: Facts, statement: Statement, *, label: bool) -> bool:
    """Say whether a statement that claims funding does so for sure; with ``label``, only one that stands by itself."""
    if _loose(statement) or _in_passing(publication, facts, statement) or _reworded(statement):
        return False
    if statement.part == "disclaimer" or statement.image is not None:
        return True
    return not (label and not _stands_alone(publication, statement)) and not instructed(facts, statement.span)


def _stands_alone(publication: Publication, statement: Statement) -> bool:
    """Say whether a statement is all that its block says, but for a few words."""
    size = len(words(publication.quote(statement.span)))
    return bool(statement.wordings) and not more_words(size + _BESIDE, publication.blocks[statement.span.first].text)


_BESIDE = 3
"""Words that a block may have beside a statement that stands by itself."""


def _claimed_of_nobody(publication: Publication, facts: Facts) -> bool:
    """Say whether funding is spoken of, but nowhere claimed: an emblem beside it is no claim either."""
    said = [s for s in facts.statements if s.part == "funding-statement" and region_of(publication, s.span).visible]
    return bool(said) and not any(claims(publication, facts, s) for s in said)


def _illustrated(publication: Publication, facts: Facts) -> bool:
    """Say whether a flag only illustrates a text that has the Union in a heading and speaks of no one project."""
    topical = any(
        publication.blocks[m.span.first].kind in ("heading", "title") and not m.abbreviated for m in facts.union_names
    )
    return topical and not facts.funds and not facts.once(_speaks_of_any_project, publication)


def _amounts(facts: Facts) -> tuple[Amount, ...]:
    """Return the amounts that may show who pays: none are looked for where neither the Union nor a fund is named."""
    return facts.amounts if facts.union_names or facts.funds else ()


_LABEL = 8
"""Words up to which a statement is short."""
_RUNNING = 12
"""Words that a block of running text has beside a short statement."""


_SHORT_TEXT = 2_600
"""Letters of a text so short (some 400 words) that what is said anywhere in it belongs together."""
_AROUND = 3
"""Blocks on either side of a statement in a longer text among which the project has to be named."""
_LONG_TEXT = 4_000
"""Letters of a text so long (some 600 words) that one clause in its middle does not tell what it is about."""
_ENDS = 3
"""Blocks at the beginning and at the end of a long text where it says who paid."""


def _in_passing(publication: Publication, facts: Facts, statement: Statement) -> bool:
    """Say whether a short statement stands amid running text that does not speak of a project there.

    "The new trains were co-financed by the Union" may stand in any newspaper. In a long text, that a project is
    mentioned somewhere else is not enough; in its title or a heading it is.
    """
    block = publication.blocks[statement.span.first]
    size = len(words(publication.quote(statement.span)))
    if statement.part != "funding-statement" or statement.image is not None or size > _LABEL:
        return False
    text = block.region in _REGIONS_OF_TEXT and block.kind == "paragraph"
    running = text and more_words(size + _RUNNING - 1, block.text)
    return running and not _project_near(publication, facts, statement)


def _project_near(publication: Publication, facts: Facts, statement: Statement) -> bool:
    if any(_projects_in(facts, [statement.span.first])):
        return True
    text = facts.once(_running_text, publication)
    if text.size <= _SHORT_TEXT:
        return facts.once(_speaks_of_any_project, publication)
    here = text.places.get(statement.span.first, 0)
    near = text.blocks[max(0, here - _AROUND) : here + _AROUND + 1]
    return facts.once(_headed_by_project, publication) or any(m.plain for m in _projects_in(facts, near))


def _headed_by_project(publication: Publication, facts: Facts) -> bool:
    """Say whether a title or heading speaks of a project, by a word that means nothing else."""
    heads = (b.index for b in publication.blocks if b.kind in ("heading", "title"))
    return any(m.plain for m in _projects_in(facts, heads))


def _buried(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether what is said in passing is one clause in the middle of a long text that speaks of no project."""
    text = facts.once(_running_text, publication)
    inner = _ENDS <= text.places.get(span.first, -1) < len(text.blocks) - _ENDS
    return inner and text.size > _LONG_TEXT and not facts.once(_speaks_of_any_project, publication)


def _projects_in(facts: Facts, blocks: Iterable[int | None]) -> Iterator[ProjectMention]:
    """Yield where some blocks speak of a project, one of them."""
    placed = facts.placed(facts.project_nouns)
    return (m for block in blocks if block is not None for m in placed.in_block(block) if m.one)


class _Text(NamedTuple):
    """The text of a publication apart from what surrounds it: the indexes of its blocks, and its letters."""

    blocks: tuple[int, ...]
    places: Mapping[int, int]
    """Where each of them is in ``blocks``."""
    size: int


def _running_text(publication: Publication, _facts: Facts) -> _Text:
    blocks = [b for b in publication.blocks if b.region in _REGIONS_OF_TEXT]
    indexes = tuple(b.index for b in blocks)
    return _Text(indexes, {index: i for i, index in enumerate(indexes)}, sum(len(b.text) for b in blocks))


def _loose(statement: Statement) -> bool:
    """Say whether a statement only speaks of support and abbreviates the Union, or is said of a programme."""
    support = not statement.wordings and "union-abbreviated" in statement.codes
    return support or "of-programme" in statement.codes


_NEAR = 0.8
"""Coverage below which a reworded disclaimer may be anybody's."""


def _reworded(statement: Statement) -> bool:
    """Say whether a disclaimer only resembles a prescribed one: that authors' views are their own, many sites say."""
    changed = statement.codes & {"words-changed", "words-missing"}
    resembles = "key-phrase-missing" in statement.codes or (bool(changed) and statement.coverage < _NEAR)
    return statement.part == "disclaimer" and (bool(statement.says) or resembles)


def _says_so(statement: Statement) -> bool:
    """Say whether a disclaimer in other words names the Union: such are mostly, not only, of funded projects."""
    return statement.part == "disclaimer" and bool(statement.says)


def _speaks_of_any_project(publication: Publication, facts: Facts) -> bool:
    """Say whether the text speaks of a project somewhere, by a word that means nothing else."""
    return any(m.one and m.plain and region_of(publication, m.span) in _REGIONS_OF_TEXT for m in facts.project_nouns)


_REGIONS_OF_TEXT = frozenset({Region.MAIN, Region.TABLE, Region.TEXT_BOX, Region.FOOTNOTE})
_LABELS = 3
"""Blocks before an amount among which its label stands: the cells of its row."""


def _of_a_funded_project(publication: Publication, facts: Facts, amount: Amount) -> bool:
    """Say whether a share is called the Union's or a fund's by name, and the text speaks of a project, one of them.

    "The fund gave 2 million" may be any foundation's, and "3 million come from EU funds" may be a town's budget.
    """
    if not amount.visible or amount.scope not in ("project", "partner") or disowned(publication, facts, amount.span):
        return False
    if unsaid(publication, facts, amount.span):
        return False
    last = amount.span.last
    sentence = facts.sentence(amount.span)
    block = publication.blocks[last]
    alone = block.kind == "paragraph" and more_words(_LABEL, block.text, sentence.start, sentence.end)
    near = range(last, last + 1) if alone else range(max(0, last - _LABELS), last + 2)
    named = amount.fund is not None or any(f.visible for b in near for f in facts.placed(facts.funds).in_block(b))
    union = facts.placed(facts.union_names)
    named = named or any(union.within(sentence) if alone else (m for b in near for m in union.in_block(b)))
    if alone:
        return named and any(_projects_in(facts, (block.index, block.heading, *_head(publication))))
    return named and (any(_projects_in(facts, near)) or facts.once(_speaks_of_any_project, publication))


def _head(publication: Publication) -> Iterator[int]:
    """Yield the title and the headings of the highest level."""
    heads = [b for b in publication.blocks if b.kind in ("heading", "title")]
    yield from (b.index for b in heads if b.kind == "title" or b.heading is None)


def hint(publication: Publication, facts: Facts) -> Reason | None:
    """Return what hints best that a publication may be of a funded project, though it does not say so.

    A statement in passing, a disclaimer in other words, money of one of the Union's funds, or a programme or fund
    named in one sentence with a project: such a page is for a person to judge. ``None`` if nothing does.
    """
    if not (facts.statements or facts.programmes or facts.funds or facts.union_names or facts.images):
        return None
    other = facts.once(calls, publication) or facts.once(sells, publication)
    return next(_hinted(publication, facts, other=other), None)


def _hinted(publication: Publication, facts: Facts, *, other: bool) -> Iterator[Reason]:
    """Yield what hints at a funded project, strongest first; of calls and shops (``other``) statements alone."""
    for s in facts.statements:
        if claims(publication, facts, s) and _hints(publication, facts, s, other=other):
            quote = Quote(publication.quote(s.span))
            yield Reason("hint-statement", {"quote": quote}, publication.evidence(s.span))
    if other or facts.once(turned_down, publication):
        return
    news = facts.once(of_the_press, publication)
    for a in _amounts(facts):
        ours = a.share == "eu" and a.fund is not None and a.visible and a.scope in ("project", "partner")
        if ours and not (disowned(publication, facts, a.span) or unsaid(publication, facts, a.span)):
            yield Reason(
                "hint-amount", {"amount": Money(a.value, a.currency, a.as_written)}, publication.evidence(a.span)
            )
    named = [
        *((m.name, m.span, "") for m in facts.programmes if m.visible),
        *((f.name, f.span, f.fund) for f in _telling_funds(publication, facts)),
    ]
    for name, span, fund in named:
        if not (disowned(publication, facts, span) or unsaid(publication, facts, span)) and (
            _speaks_of_a_project(publication, facts, span, block=bool(fund))
            or (not news and _pays(publication, facts, span))
            or (fund == _INSTRUMENT and _stands_by_itself(publication, span))
        ):
            yield Reason("hint-programme", {"name": Quote(name)}, publication.evidence(span))
    for m in facts.union_names if not news else ():
        if not m.visible or m.abbreviated:
            continue
        other = disowned(publication, facts, m.span) or unsaid(publication, facts, m.span)
        if not other and _pays(publication, facts, m.span, project=True):
            yield Reason("hint-programme", {"name": Quote(m.name)}, publication.evidence(m.span))
    if not news:
        yield from _money_of_theirs(publication, facts)
    for i in facts.images:
        if i.role == "programme-logo" and _thanked(publication, facts):
            yield Reason("sign-image", {"picture": Quote(i.because)}, publication.evidence(i.span))


def _money_of_theirs(publication: Publication, facts: Facts) -> Iterator[Reason]:
    """Yield where a short text calls money the Union's or a fund's, however it is abbreviated: "with EU funds"."""
    if facts.once(_running_text, publication).size > _SHORT_BLOCK:
        return
    named: tuple[UnionMention | FundMention, ...] = (*facts.union_names, *facts.funds)
    for m in named:
        if not m.visible or disowned(publication, facts, m.span) or unsaid(publication, facts, m.span):
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
    return facts.once(_running_text, publication).size <= _SHORT_TEXT and (
        facts.once(_speaks_of_any_project, publication) or any(m.kind == "paying" and m.visible for m in facts.moods)
    )


_INSTRUMENT = "NGEU"
"""The instrument whose one name stands in statements of every language."""


def _stands_by_itself(publication: Publication, span: Span) -> bool:
    """Say whether NextGenerationEU ends a line of few words, which says who paid in whatever language."""
    block = publication.blocks[span.first]
    return block.kind not in ("heading", "title") and not more_words(_RUNNING, block.text)


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
    if _loose(statement):
        return not facts.once(of_the_press, publication) and _project_near(publication, facts, statement)
    passing = _in_passing(publication, facts, statement) and not facts.once(of_the_press, publication)
    said = instructed(facts, statement.span) or passing
    return said and not (_buried(publication, facts, statement.span) or unsaid(publication, facts, statement.span))


def _pays(publication: Publication, facts: Facts, span: Span, *, project: bool = False) -> bool:
    """Say whether a fund or programme stands in running text in one sentence with a word of paying.

    With ``project``, one project has to stand there too. Not so in a sentence about several projects alone, about a
    duty or with a statement that claims nothing, in one of a long text about something else, nor in menus and headings.
    """
    block = publication.blocks[span.first]
    if block.region not in _REGIONS_OF_TEXT or block.kind in ("heading", "title"):
        return False
    sentence = near_part(facts.sentence(span), span)
    nouns = list(facts.placed(facts.project_nouns).within(sentence))
    general = not any(m.one for m in nouns) and (project or bool(nouns))
    if general or span.first in facts.once(_unclaimed, publication) or _buried(publication, facts, span):
        return False
    kinds = {m.kind for m in facts.placed(facts.moods).within(sentence)}
    return "paying" in kinds and "instructed" not in kinds


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
        return any(not unsaid(publication, facts, m.span) for m in _projects_in(facts, (here.index, here.heading)))
    near = near_part(facts.sentence(span, after=1), span)
    return any(m.one for m in facts.placed(facts.project_nouns).within(near))
