"""How a sentence about funding stands: as the publication's own claim, or as something else.

A sentence that says what must be written, what might be, what was asked for or refused, what another has, or what is
only quoted fulfils no duty and funds nothing. What tells it are words (the facts' moods) in the same sentence,
quotation marks around it, an answer behind it, and the kind of page.
"""

import re
from collections.abc import Iterator

from publicity_check.facts.model import Facts, MoodMention, Statement
from publicity_check.publication import Block, Publication, Region, Span
from publicity_check.text.words import words

_OPENING = '"“”„«»‚‹›‘’‟'
_CLOSING = '"”“»«’›‹‘'
_FIRST = 5
"""Words at the beginning of a sentence among which it is told whose it is."""
_NEAR = 3
"""Words before something among which it is called an example."""
_IN_SENTENCE = frozenset({"applied", "refused", "denied", "planned"})
_BESIDE = 6
"""Words between a statement and what tells that another union or its opponents are meant."""
_CLOSED = 2014
"""Years before this one are of periods whose rules are not known: what was funded then is closed."""
_AT_FIRST = frozenset({"others", "past"})
_CLAUSE = re.compile(r"(?:^|[,;:–—(!?.…\"“„«])\s*\Z")
"""What stands before the first word of a clause."""
_GOODS = 2
"""Words of shops by which a page is one, if prices stand there too; and of newspapers."""
_PRICES = 2


def disowned(publication: Publication, facts: Facts, span: Span, *, alone: bool = False) -> bool:
    """Say whether what stands at a span is not said of the publication's own project.

    With ``alone`` its own words are those of a prescribed sentence and tell nothing.
    """
    block = publication.blocks[span.first]
    if block.quoted or in_marks(block, span) or _answered_no(publication, facts, span):
        return True
    if _introduced(publication, facts, block) or _among_news(publication, facts, span):
        return True
    sentence = facts.sentence(span)
    text = publication.quote(sentence)
    return (
        _closed(block, facts, span, sentence)
        or text.rstrip(" »”)").endswith("?")
        or any(
            _applies(block, mood, span, sentence, facts)
            for mood in _within(facts, sentence)
            if not (alone and span.holds(mood.span)) or mood.kind == "namesakes"
        )
    )


def _closed(block: Block, facts: Facts, span: Span, sentence: Span) -> bool:
    """Say whether a sentence begins with a year of a time long past: "In 2012 the school ..."."""
    years = (y for y in facts.years if sentence.holds(y.span) and y.span.start < span.start)
    return any(
        y.year < _CLOSED and len(words(block.text[sentence.start : y.span.start])) < _FIRST for y in years
    ) and not any(sentence.holds(p.span) for p in facts.periods)


def _within(facts: Facts, place: Span) -> Iterator[MoodMention]:
    return (m for m in facts.moods if place.holds(m.span))


def _applies(block: Block, mood: MoodMention, span: Span, sentence: Span, facts: Facts) -> bool:
    """Say whether a word turns what stands at a span into no claim."""
    before = block.text[sentence.start : mood.span.start]
    kinds = {m.kind for m in _within(facts, sentence)}
    if mood.kind == "applied" and "granted" in kinds and not kinds & {"refused", "denied", "planned"}:
        return False
    if _parted(block, mood, span, facts):
        return False
    if mood.kind in _IN_SENTENCE:
        return True
    if mood.kind == "namesakes":
        between = block.text[min(mood.span.end, span.end) : max(mood.span.start, span.start)]
        return len(words(between)) <= _BESIDE
    if mood.kind == "press":
        return mood.span.start >= span.end
    if mood.kind in _AT_FIRST:
        return len(words(before)) < _FIRST and mood.span.start < span.start
    if mood.kind == "example":
        between = block.text[mood.span.end : span.start]
        return mood.span.end <= span.start and (len(words(before)) < _NEAR or len(words(between)) <= _NEAR)
    if mood.kind == "conditional":
        return _CLAUSE.search(before) is not None or len(words(mood.word)) > 1
    return mood.kind == "instructed" and "writing" in kinds


def _parted(block: Block, mood: MoodMention, span: Span, facts: Facts) -> bool:
    """Say whether a colon parts a condition, or another's name, from what is said of a project behind it."""
    if mood.kind not in ("conditional", "others") or mood.span.end > span.start:
        return False
    colon = block.text.rfind(":", mood.span.end, span.start)
    behind = Span.within(block.index, colon, span.end)
    return colon >= 0 and any(behind.holds(noun.span) for noun in facts.project_nouns)


def instructed(facts: Facts, span: Span) -> bool:
    """Say whether a sentence says what has to be, which a project's own sentence may do too."""
    sentence = facts.sentence(span)
    return any(m.kind == "instructed" and m.span.start <= span.start for m in _within(facts, sentence))


def in_marks(block: Block, span: Span) -> bool:
    """Say whether quotation marks stand around a span, within a block that says more."""
    if span.last != span.first:
        return False
    before, after = block.text[: span.start].rstrip(), block.text[span.end :].lstrip(" .…!,")
    if before[-1:] not in _OPENING or not before or not after or after[:1] not in _CLOSING:
        return False
    return bool(words(before) or words(after))


def _answered_no(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether a field of a form is answered with "no": behind a colon or question mark, or in the next cell."""
    block = publication.blocks[span.last]
    rest = block.text[span.end :]
    noes = [m.span for m in facts.moods if m.kind == "no"]
    mark = max(rest.rfind(sign) for sign in ":?(")
    if mark >= 0 and words(rest[mark + 1 :]):
        answer = span.end + mark + 1
        return any(no.first == block.index and 0 <= no.start - answer <= _NEAR for no in noes)
    if len(words(rest)) > _NEAR:
        return False
    following = publication.blocks[block.index + 1 : block.index + 2]
    return any(
        no.first == b.index and no.start <= 1 and len(words(b.text)) <= _answer_words(block, b)
        for b in following
        for no in noes
    )


def _answer_words(field: Block, answer: Block) -> int:
    """Return how many words of a block may be the answer to a field before it: more in a cell of its row."""
    in_row = field.cell and answer.cell and (field.cell.table, field.cell.row) == (answer.cell.table, answer.cell.row)
    return _NEAR if in_row else 0 if answer.cell else 1


def _introduced(publication: Publication, facts: Facts, block: Block) -> bool:
    """Say whether the block before ends in a colon and calls what follows an example or says what to write."""
    if block.index == 0:
        return False
    before = publication.blocks[block.index - 1]
    if not before.text.rstrip().endswith(":"):
        return False
    kinds = {m.kind for m in facts.moods if m.span.first == before.index}
    return "example" in kinds or {"instructed", "writing"} <= kinds


def _among_news(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether a heading over what others do ("other news") stands over running text that holds a span."""
    block = publication.blocks[span.first]
    news = {m.span.first for m in facts.moods if m.kind == "news"}
    if not news or block.region in _OF_THE_PAGE:
        return False
    under = any(heading.index in news for heading in publication.headings_over(block))
    return under and len(words(block.text)) - len(words(publication.quote(span))) > _LABEL


_OF_THE_PAGE = frozenset({Region.HEADER, Region.FOOTER, Region.NAVIGATION})
_LABEL = 3
"""Words beside a statement that stands by itself, whatever is written over it."""


def calls(publication: Publication, facts: Facts) -> bool:
    """Say whether a title or main heading is that of a call, a tender or a guide."""
    heads = {b.index for b in publication.blocks if b.kind == "title"}
    heads |= {next((b.index for b in publication.blocks if b.kind == "heading" and b.region == Region.MAIN), -1)}
    return any(m.kind == "call" and m.span.first in heads for m in facts.moods)


def sells(facts: Facts) -> bool:
    """Say whether a page offers goods: several words of shops, and prices."""
    goods = {m.word.casefold() for m in facts.moods if m.kind == "goods" and m.visible}
    if len(goods) < _GOODS:
        return False
    return sum(a.visible for a in facts.amounts) >= _PRICES


def of_the_press(facts: Facts) -> bool:
    """Say whether a page is of a newspaper or an encyclopaedia, by several words of such."""
    return len({m.word.casefold() for m in facts.moods if m.kind == "press" and m.visible}) >= _GOODS


def claims(publication: Publication, facts: Facts, statement: Statement) -> bool:
    """Say whether a statement claims funding for this publication: neither denied, quoted, deleted nor of others."""
    if statement.codes & {"negated", "quoted"} or region_of(publication, statement.span) in _GONE:
        return False
    if statement.part == "disclaimer" or statement.image is not None:
        return True
    if _of_another_project(facts, statement):
        return False
    return not disowned(publication, facts, statement.span, alone=bool(statement.wordings))


def _of_another_project(facts: Facts, statement: Statement) -> bool:
    """Say whether a statement stands in the sentence of numbers that are merely cited, and of no own one."""
    beside = [n for n in facts.project_numbers if n.span.first == statement.span.first]
    if all(n.role == "own" for n in beside):
        return False
    sentence = facts.sentence(statement.span)
    return {n.role for n in beside if sentence.start <= n.span.start < sentence.end} == {"cited"}


_GONE = frozenset({Region.DELETED, Region.COMMENT})


def region_of(publication: Publication, span: Span) -> Region:
    """Return the region in which a span begins."""
    return publication.blocks[span.first].region
