"""Whether a publication shows any sign that its project is funded by the Union."""

import re
from collections.abc import Sequence

from publicity_check.facts.lexicon.nouns import ProjectWords, nouns
from publicity_check.facts.model import Amount, Facts, Statement
from publicity_check.publication import Block, Publication, Region, Span
from publicity_check.results import Reason
from publicity_check.rulebook import Rulebook
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import words
from publicity_check.values.message import Money, Quote

_GONE = frozenset({Region.DELETED, Region.COMMENT})


def region_of(publication: Publication, span: Span) -> Region:
    """Return the region in which a span begins."""
    return publication.blocks[span.first].region


def claims(publication: Publication, statement: Statement) -> bool:
    """Say whether a statement claims funding for this publication: neither negated, quoted nor deleted."""
    return not statement.codes & {"negated", "quoted"} and region_of(publication, statement.span) not in _GONE


def signs(publication: Publication, facts: Facts, sentences: Sentences, rulebook: Rulebook) -> tuple[Reason, ...]:
    """Return what shows that the publication's project is funded by the Union, strongest first.

    A statement or disclaimer that claims it, the project's own number, the Union's share in its budget, the emblem or
    a funding logo. That a programme, a fund or one of their sites is mentioned is none: news about a call do so too.
    ``sentences`` are those of its blocks; ``rulebook`` knows what the Union and a project are called in its language.
    """
    project = nouns(rulebook).one(facts.language.code)
    found = [
        Reason("sign-statement", {"quote": Quote(publication.quote(s.span))}, publication.evidence(s.span))
        for s in facts.statements
        if claims(publication, s) and not _loose(s) and not _in_passing(publication, s, project) and not _reworded(s)
    ]
    found += [
        Reason("names-number", {"number": n.value}, publication.evidence(n.span))
        for n in facts.project_numbers
        if n.role == "own" and n.visible and n.sign
    ]
    found += [
        Reason("sign-amount", {"amount": Money(a.value, a.currency, a.as_written)}, publication.evidence(a.span))
        for a in _amounts(facts)
        if a.share == "eu" and a.certain and _of_a_funded_project(publication, facts, a, sentences, rulebook)
    ]
    found += [
        Reason("sign-image", {"picture": Quote(i.because)}, publication.evidence(i.span))
        for i in facts.images
        if i.role in ("emblem", "funding-logo")
    ]
    return tuple(found)


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


def _in_passing(publication: Publication, statement: Statement, project: ProjectWords) -> bool:
    """Say whether a short statement stands amid running text that does not speak of a project there.

    "The new trains were co-financed by the Union" may stand in any newspaper. In a long text, that a project is
    mentioned somewhere else is not enough; in its title or a heading it is.
    """
    block = publication.blocks[statement.span.first]
    size = len(words(publication.quote(statement.span)))
    if statement.part != "funding-statement" or statement.image is not None or size > _LABEL:
        return False
    running = (
        block.region in _REGIONS_OF_TEXT and block.kind == "paragraph" and len(words(block.text)) - size >= _RUNNING
    )
    return running and not _project_near(publication, statement, project)


def _project_near(publication: Publication, statement: Statement, project: ProjectWords) -> bool:
    text = _running_text(publication)
    if not project.all.isdisjoint(words(publication.blocks[statement.span.first].text)):
        return True
    if _size(text) <= _SHORT_TEXT:
        return _speaks_of_any_project(publication, project)
    here = next((i for i, b in enumerate(text) if b.index == statement.span.first), 0)
    near = [*text[max(0, here - _AROUND) : here + _AROUND + 1]]
    near += [b for b in publication.blocks if b.kind in ("heading", "title")]
    return any(not project.plain.isdisjoint(words(b.text)) for b in near)


def _buried(publication: Publication, statement: Statement, project: ProjectWords) -> bool:
    """Say whether a statement in passing is one clause in the middle of a long text that speaks of no project."""
    text = _running_text(publication)
    inner = {b.index for b in text[_ENDS:-_ENDS]}
    long = statement.span.first in inner and _size(text) > _LONG_TEXT
    return long and not _speaks_of_any_project(publication, project)


def _running_text(publication: Publication) -> list[Block]:
    return [b for b in publication.blocks if b.region in _REGIONS_OF_TEXT]


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(b.text) for b in blocks)


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
    return statement.part == "disclaimer" and ("reworded" in statement.codes or resembles)


def _says_so(statement: Statement) -> bool:
    """Say whether a disclaimer in other words names the Union: such are mostly, not only, of funded projects."""
    return statement.part == "disclaimer" and "reworded" in statement.codes


def _speaks_of_any_project(publication: Publication, project: ProjectWords) -> bool:
    return any(not project.plain.isdisjoint(words(b.text)) for b in _running_text(publication))


_REGIONS_OF_TEXT = frozenset({Region.MAIN, Region.TABLE, Region.TEXT_BOX, Region.FOOTNOTE})
_LABELS = 3
"""Blocks before an amount among which its label stands: the cells of its row."""


def _of_a_funded_project(
    publication: Publication, facts: Facts, amount: Amount, sentences: Sentences, rulebook: Rulebook
) -> bool:
    """Say whether a share is called the Union's or a fund's by name, and the text speaks of a project, one of them.

    "The fund gave 2 million" may be any foundation's, and "3 million come from EU funds" may be a town's budget.
    """
    if not amount.visible or amount.scope not in ("project", "partner"):
        return False
    last = amount.span.last
    block = publication.blocks[last]
    sentence = sentence_of(publication, amount.span, sentences)
    alone = block.kind == "paragraph" and len(words(sentence)) > _LABEL
    near = range(last, last + 1) if alone else range(max(0, last - _LABELS), last + 2)
    named = amount.fund is not None or any(f.span.first in near for f in facts.funds if f.visible)
    language = rulebook.languages.get(facts.language.code)
    if not named and language is not None:
        text = sentence if alone else " ".join(b.text for b in publication.blocks[near.start : near.stop])
        names = (language.names.union.name, *language.names.union.forms, *language.names.union.abbreviations, "EU")
        named = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)
    project = nouns(rulebook).one(facts.language.code)
    beside = any(
        not project.all.isdisjoint(words(publication.blocks[i].text)) for i in near if i < len(publication.blocks)
    )
    return named and (beside or _speaks_of_any_project(publication, project))


def hints(publication: Publication, facts: Facts, sentences: Sentences, rulebook: Rulebook) -> tuple[Reason, ...]:
    """Return what hints that a publication may be of a funded project, though it does not say so.

    A statement in passing, a disclaimer in other words, money of one of the Union's funds, or a programme or fund
    named in one sentence with a project: such a page is for a person to judge.
    """
    project = nouns(rulebook).one(facts.language.code)
    said = tuple(
        Reason("hint-statement", {"quote": Quote(publication.quote(s.span))}, publication.evidence(s.span))
        for s in facts.statements
        if claims(publication, s) and (_hints(publication, s, project) or _says_so(s))
    )
    said += tuple(
        Reason("hint-amount", {"amount": Money(a.value, a.currency, a.as_written)}, publication.evidence(a.span))
        for a in _amounts(facts)
        if a.share == "eu" and a.fund is not None and a.visible and a.scope in ("project", "partner")
    )
    named = [
        *((m.name, m.span, False) for m in facts.programmes if m.visible),
        *((f.name, f.span, True) for f in facts.funds if f.visible and not f.abbreviated),
    ]
    return said + tuple(
        Reason("hint-programme", {"name": Quote(name)}, publication.evidence(span))
        for name, span, fund in named
        if _speaks_of_a_project(publication, span, sentences, project, block=fund)
    )


def _hints(publication: Publication, statement: Statement, project: ProjectWords) -> bool:
    """Say whether a statement hints at a funded project.

    One in passing, one that is said of a programme, or one of support where a project is named.
    """
    if "of-programme" in statement.codes:
        return True
    if _loose(statement):
        return _project_near(publication, statement, project)
    return _in_passing(publication, statement, project) and not _buried(publication, statement, project)


_SHORT_BLOCK = 600
"""Letters of a block so short that it speaks of one thing."""


def sentence_of(publication: Publication, span: Span, sentences: Sentences, after: int = 0) -> str:
    """Return the sentence in which a span begins, and so many after it in the same block."""
    start, end = sentences.around(span.first, span.start, after)
    return publication.blocks[span.first].text[start:end]


def _speaks_of_a_project(
    publication: Publication, span: Span, sentences: Sentences, project: ProjectWords, *, block: bool
) -> bool:
    """Say whether a project, one of them, stands in the same sentence or the next.

    With ``block``, anywhere in a short block or its heading: a box of facts names a fund in a line of its own.
    """
    here = publication.blocks[span.first]
    near = sentence_of(publication, span, sentences, after=1)
    if block and len(here.text) <= _SHORT_BLOCK:
        near = here.text if here.heading is None else f"{publication.blocks[here.heading].text}\n{here.text}"
    return not project.all.isdisjoint(words(near))
