"""How a sentence about funding stands: as the publication's own claim, or as something else.

A sentence that says what must be written, what might be, what was asked for or refused, what another has, or what is
only quoted fulfils no duty and funds nothing. What tells it are words (the facts' moods) in the same sentence,
quotation marks around it, an answer behind it, and the kind of page.
"""

import itertools
import re
from collections.abc import Sequence, Set
from functools import partial

from publicity_check.applicability.ended import has_ended, to_take_out
from publicity_check.applicability.former import of_former_project
from publicity_check.applicability.quoting import answered_no, cited, in_marks, introduced
from publicity_check.facts.denials import all_paying_denied
from publicity_check.facts.model import Facts, MoodMention, Statement
from publicity_check.facts.placed import near_part
from publicity_check.publication import Block, Publication, Region, Span
from publicity_check.rulebook.moods import Mood
from publicity_check.text.words import more_words, words

_FIRST = 5
"""Words at the beginning of a sentence among which it is told whose it is."""
_AT_THE_END = 20
"""Letters at the end of a sentence among which its mark stands, with what closes behind it."""
_NEAR = 3
"""Words before something among which it is called an example."""
_IN_SENTENCE = frozenset({"applied", "refused", "denied", "planned"})
_BESIDE = 6
"""Words between a statement and what tells that another union or its opponents are meant."""
_CLOSED = 2014
"""Years before this one are of periods whose rules are not known: what was funded then is closed."""
_AT_FIRST = frozenset({"others", "past"})
_OF_SENTENCES = frozenset(
    {*_IN_SENTENCE, *_AT_FIRST, "granted", "namesakes", "press", "example", "conditional", "instructed", "writing"}
)
"""The moods that tell how what stands in their sentence is said."""
_CLAUSE = re.compile(r"(?:^|[,;:–—(!?.…\"“„«])\s*\Z")
"""What stands before the first word of a clause."""
_QUOTED = re.compile(r"[“„«\"”][^“”„«»\"]{1,100}[”“»\"]")
_LONGEST_QUOTE = 100
"""Characters of a quotation at most in which a name may stand."""
_TITLE = 4
"""Words of a project's name among which a word tells nothing."""
_GOODS = 2
"""Words of shops by which a page is one, if prices stand there too; and of newspapers."""
_PRICES = 2


def disowned(publication: Publication, facts: Facts, span: Span, *, alone: bool = False) -> bool:
    """Say whether what stands at a span is not said of the publication's own project.

    With ``alone`` its own words are those of a prescribed sentence and tell nothing.
    """
    block = publication.blocks[span.first]
    if block.quoted or in_marks(block, span) or answered_no(publication, facts, span):
        return True
    if introduced(publication, facts, block) or _among_news(publication, facts, span):
        return True
    if to_take_out(publication, facts, span) or has_ended(publication, facts, span):
        return True
    sentence = facts.sentence(span)
    if _closed(block, facts, span, sentence) or of_former_project(publication, facts, span):
        return True
    if block.text[max(sentence.start, sentence.end - _AT_THE_END) : sentence.end].rstrip(" »”)").endswith("?"):
        return True
    near = near_part(sentence, span)
    if facts.once(of_the_press, publication) and _told_of(facts, near, span):
        return True
    moods = [m for m in facts.placed(facts.moods).within(near) if m.kind in _OF_SENTENCES]
    kinds = {m.kind for m in moods}
    return any(
        _applies(block, mood, kinds, span, sentence, facts)
        for mood in moods
        if not (alone and span.holds(mood.span)) or mood.kind == "namesakes"
    )


def _closed(block: Block, facts: Facts, span: Span, sentence: Span) -> bool:
    """Say whether a sentence begins with a year of a time long past: "In 2012 the school ..."."""
    first = itertools.takewhile(
        lambda y: y.span.start < span.start and not more_words(_FIRST - 1, block.text, sentence.start, y.span.start),
        facts.placed(facts.years).within(sentence),
    )
    return any(y.year < _CLOSED for y in first) and not any(facts.placed(facts.periods).within(sentence))


def _applies(block: Block, mood: MoodMention, kinds: Set[Mood], span: Span, sentence: Span, facts: Facts) -> bool:
    """Say whether a word turns what stands at a span into no claim; ``kinds`` are those of its whole sentence."""
    at_first = partial(_words_among, block.text, sentence.start, mood.span.start)
    if mood.kind in ("applied", "refused") and _granted_behind(facts, sentence):
        return False
    if mood.kind == "applied" and "granted" in kinds and not kinds & {"refused", "denied", "planned"}:
        return False
    if mood.kind in _AT_FIRST and _ours_between(facts, mood, span):
        return False
    if _parted(block, mood, span, facts) or _between_marks(block, mood, span):
        return False
    if mood.kind in _AT_FIRST and _titled(block, mood, sentence, facts):
        return False
    if mood.kind in _IN_SENTENCE:
        return True
    if mood.kind == "namesakes":
        return _words_among(block.text, min(mood.span.end, span.end), max(mood.span.start, span.start), _BESIDE)
    if mood.kind == "press":
        return mood.span.start >= span.end
    if mood.kind in _AT_FIRST:
        return at_first(_FIRST - 1) and mood.span.start < span.start
    if mood.kind == "example":
        near = at_first(_NEAR - 1) or _words_among(block.text, mood.span.end, span.start, _NEAR)
        return mood.span.end <= span.start and near
    if mood.kind == "conditional":
        before = block.text[max(sentence.start, mood.span.start - _AT_THE_END) : mood.span.start]
        return _CLAUSE.search(before) is not None or len(words(mood.word)) > 1
    return mood.kind == "instructed" and "writing" in kinds


def _granted_behind(facts: Facts, sentence: Span) -> bool:
    """Say whether a refusal is followed by what was granted: "the first was rejected, the second approved"."""
    moods = list(facts.placed(facts.moods).within(sentence))
    refused = [m.span.end for m in moods if m.kind == "refused"]
    return bool(refused) and any(m.span.start >= max(refused) for m in approvals(moods))


def approvals(moods: Sequence[MoodMention]) -> list[MoodMention]:
    """Return of some moods those of what was granted, without those inside a refusal ("not approved")."""
    refused = [m.span for m in moods if m.kind == "refused"]
    return [m for m in moods if m.kind == "granted" and not any(span.holds(m.span) for span in refused)]


def _ours_between(facts: Facts, mood: MoodMention, span: Span) -> bool:
    """Say whether a sentence comes back from another's to its own project before a span."""
    between = Span.within(span.first, mood.span.end, span.start) if mood.span.end < span.start else None
    return between is not None and any(m.kind == "ours" for m in facts.placed(facts.moods).within(between))


def _words_among(text: str, start: int, end: int, most: int) -> bool:
    """Say whether there are at most so many words in a stretch of a text; in none that ends before it starts."""
    return end <= start or not more_words(most, text, start, end)


def _told_of(facts: Facts, near: Span, span: Span) -> bool:
    """Say whether somebody's words are told in a sentence, before a span: "The town reports that …"."""
    return any(m.kind == "told" and m.span.start < span.start for m in facts.placed(facts.moods).within(near))


def _titled(block: Block, mood: MoodMention, sentence: Span, facts: Facts) -> bool:
    """Say whether a word is part of a project's name: behind a noun for a project, where a capital begins the name.

    "The project Good Neighbours is co-funded" tells of no neighbour; nor does a word in quotation marks.
    """
    nouns = facts.placed(facts.project_nouns).within(near_part(sentence, mood.span))
    before = [m.span.end for m in nouns if m.span.end <= mood.span.start]
    name = block.text[max(before) : mood.span.end].strip() if before else ""
    return bool(name) and name[:1].isupper() and len(words(name)) <= _TITLE


def _between_marks(block: Block, mood: MoodMention, span: Span) -> bool:
    """Say whether a word stands in quotation marks that do not stand around a span, too."""
    low, high = max(0, mood.span.start - _LONGEST_QUOTE), mood.span.end + _LONGEST_QUOTE
    for found in _QUOTED.finditer(block.text, low, high):
        if found.start() <= mood.span.start and mood.span.end <= found.end():
            return not (found.start() <= span.start and span.end <= found.end())
    return False


def _parted(block: Block, mood: MoodMention, span: Span, facts: Facts) -> bool:
    """Say whether a colon parts a condition, or another's name, from what is said of a project behind it.

    It introduces what another says where it stands right behind his name: "a book by another publisher: ...".
    """
    if mood.kind not in ("conditional", "others") or mood.span.end > span.start:
        return False
    colon = block.text.rfind(":", mood.span.end, span.start)
    if mood.kind == "others" and not block.text[mood.span.end : max(colon, mood.span.end)].strip():
        return False
    behind = Span.within(block.index, colon, span.end)
    return colon >= 0 and any(facts.placed(facts.project_nouns).within(behind))


def unsaid(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether the sentence of a name or an amount only supposes, asks or denies that anything is paid.

    "If your firm has received money from the fund", "whether the fund could pay", "the fund does not pay". Of a
    statement proper only its own moods tell (:func:`disowned`).
    """
    sentence = facts.sentence(span)
    block = publication.blocks[span.first]
    moods = list(facts.placed(facts.moods).within(near_part(sentence, span)))
    if any(m.kind == "asked" and m.span.start < span.start for m in moods):
        return True
    if any(m.kind == "supposed" and not more_words(0, block.text, sentence.start, m.span.start) for m in moods):
        return True
    return unpaid(publication, facts, span)


def unpaid(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether all that the sentence of a name, number or amount says of paying is denied: "was not supported"."""
    moods = facts.placed(facts.moods).within(near_part(facts.sentence(span), span))
    return all_paying_denied(publication.blocks[span.first].text, moods, span)


def turned_down(publication: Publication, facts: Facts) -> bool:
    """Say whether a text tells that an application to the Union, a fund or a programme was refused.

    The refusal stands in a block with a name of theirs.
    """
    told = [m.span for m in facts.moods if m.kind == "refused" and m.visible]
    blocks = publication.blocks
    return any(
        _refuses(facts, near_part(Span.within(span.first, 0, len(blocks[span.first].text)), span)) for span in told
    )


def _refuses(facts: Facts, near: Span) -> bool:
    """Say whether the Union, a fund, a programme or an application is named in what tells of a refusal alone."""
    if approvals(list(facts.placed(facts.moods).within(near))):
        return False
    return (
        any(facts.placed(facts.union_names).within(near))
        or any(facts.placed(facts.funds).within(near))
        or any(facts.placed(facts.programmes).within(near))
        or any(m.kind == "applied" for m in facts.placed(facts.moods).within(near))
    )


def is_topic(publication: Publication, span: Span) -> bool:
    """Say whether a name is all that a title or heading says: such a page is about the fund or programme itself."""
    block = publication.blocks[span.first]
    return block.kind in ("heading", "title") and len(words(block.text)) - len(words(publication.quote(span))) <= 1


def instructed(facts: Facts, span: Span) -> bool:
    """Say whether a sentence says what has to be, which a project's own sentence may do too."""
    sentence = facts.sentence(span)
    moods = facts.placed(facts.moods).within(near_part(sentence, span))
    return any(m.kind == "instructed" and m.span.start <= span.start for m in moods)


def _among_news(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether a heading over what others do ("other news") stands over running text that holds a span."""
    block = publication.blocks[span.first]
    news = facts.once(_news, publication)
    if not news or block.region in _OF_THE_PAGE:
        return False
    under = any(heading.index in news for heading in publication.headings_over(block))
    return under and more_words(len(words(publication.quote(span))) + _LABEL, _first_sentence(facts, block, span))


def _first_sentence(facts: Facts, block: Block, span: Span) -> str:
    """Return the sentence of a span if it begins its block, or else the text of the block.

    A label may stand before a disclaimer; behind a sentence about others it is said of them.
    """
    sentence = facts.sentence(span)
    begins = span.first == span.last and not block.text[: sentence.start].strip()
    return block.text[sentence.start : sentence.end] if begins else block.text


def _news(_publication: Publication, facts: Facts) -> frozenset[int]:
    """Return the blocks that hold words of headings over what others do."""
    return frozenset(m.span.first for m in facts.moods if m.kind == "news")


_OF_THE_PAGE = frozenset({Region.HEADER, Region.FOOTER, Region.NAVIGATION})
_LABEL = 3
"""Words beside a statement that stands by itself, whatever is written over it."""


def calls(publication: Publication, facts: Facts) -> bool:
    """Say whether a title or main heading is that of a call or a tender."""
    return _headed(publication, facts, "call")


def advises(publication: Publication, facts: Facts) -> bool:
    """Say whether a page advises how to tell of money of the Union.

    Its title says so, and it quotes a statement, says what has to be written, gives an example or names its clients.
    """
    if not facts.once(headed_by_advice, publication):
        return False
    if any("quoted" in s.codes or in_marks(publication.blocks[s.span.first], s.span) for s in facts.statements):
        return True
    heads = {b.index for b in publication.blocks if b.kind == "heading" and b.rank != 1}
    if any(m.kind in ("clients", "example") and m.span.first in heads for m in facts.moods):
        return True
    writing = (m.span for m in facts.moods if m.kind == "writing" and m.visible)
    return any(instructed(facts, span) for span in writing)


def headed_by_advice(publication: Publication, facts: Facts) -> bool:
    """Say whether a title or main heading is that of a guide, of questions and answers."""
    return _headed(publication, facts, "advice")


def _headed(publication: Publication, facts: Facts, kind: Mood) -> bool:
    """Say whether a title or the main heading holds a word of a kind."""
    heads = {b.index for b in publication.blocks if b.kind == "title"}
    heads |= {next((b.index for b in publication.blocks if b.kind == "heading" and b.region == Region.MAIN), -1)}
    return any(m.kind == kind and m.span.first in heads for m in facts.moods)


def sells(_publication: Publication, facts: Facts) -> bool:
    """Say whether a page offers goods: several words of shops, and prices."""
    goods = {m.word.casefold() for m in facts.moods if m.kind == "goods" and m.visible}
    if len(goods) < _GOODS:
        return False
    return sum(a.visible for a in facts.amounts) >= _PRICES


def of_the_press(publication: Publication, facts: Facts) -> bool:
    """Say whether a page is of a newspaper or an encyclopaedia, by several words of such."""
    said = (m for m in facts.moods if m.kind == "press")
    shown = {m.word.casefold() for m in said if m.visible or publication.blocks[m.span.first].kind == "title"}
    return len(shown) >= _GOODS


def claims(publication: Publication, facts: Facts, statement: Statement) -> bool:
    """Say whether a statement claims funding for this publication: neither denied, quoted, deleted nor of others."""
    known = facts.once(_claimed, publication)
    if id(statement) not in known:
        known[id(statement)] = statement, _claims(publication, facts, statement)
    return known[id(statement)][1]


def _claimed(_publication: Publication, _facts: Facts) -> dict[int, tuple[Statement, bool]]:
    """Return what is remembered of the statements that were asked for: many checks ask."""
    return {}


def _claims(publication: Publication, facts: Facts, statement: Statement) -> bool:
    if statement.codes & {"negated", "quoted"} or region_of(publication, statement.span) in _GONE:
        return False
    if statement.image is not None:
        return True
    if statement.part == "disclaimer":
        return not cited(publication, facts, statement.span)
    if _of_another_project(facts, statement):
        return False
    return not disowned(publication, facts, statement.span, alone=bool(statement.wordings))


def _of_another_project(facts: Facts, statement: Statement) -> bool:
    """Say whether a statement stands in the sentence of numbers that are merely cited, and of no own one."""
    sentence = facts.sentence(statement.span)
    beside = facts.placed(facts.project_numbers).beginning(sentence.first, sentence.start, sentence.end)
    return {n.role for n in beside} == {"cited"}


_GONE = frozenset({Region.DELETED, Region.COMMENT})


def region_of(publication: Publication, span: Span) -> Region:
    """Return the region in which a span begins."""
    return publication.blocks[span.first].region
