"""What speaks against funding by the Union: sentences that deny it, or name others that pay.

"There is no EU money in it", "the Union does not pay for the works", "without money from Europe". No such sentence is
"without it there would be no pool", which thanks for it, nor one about others, or about what may be.
"""

import re
from collections.abc import Iterator, Sequence

from publicity_check.facts.model import Facts, Statement
from publicity_check.publication import Publication, Region, Span
from publicity_check.rulebook.moods import Mood
from publicity_check.text.words import more_words, words

_NEXT = 2
"""Words between "European" and the money that it tells of."""
_PAID = 8
"""Words between the name of the Union or a fund and a word of paying that tells of its money."""
_DENIED = 5
"""Words between such money and what denies it."""
_LONG = 600
"""Letters on either side of a name within which its sentence is read."""
_DENYING = frozenset({"not", "nothing", "denied"})
_OPEN = frozenset({"conditional", "supposed", "asked", "planned", "instructed", "others", "contrast", "harmless"})
"""Moods of sentences that deny nothing of the publication's own: what may be, what others have, "not only"."""
_NUMBER = re.compile(r"[°º]|[.:\s]*\d")
"""A number behind "No", which then denies nothing."""
_BESIDE = 7
"""Words that a block may have beside a statement that it is."""
_ANSWER = 3
"""Words of a sentence that only says no."""
_ANSWERED = re.compile(r"[.:;!–—]")
_REGIONS = frozenset({Region.MAIN, Region.TABLE, Region.TEXT_BOX, Region.FOOTNOTE, Region.FOOTER, Region.HEADER})


def denials(publication: Publication, facts: Facts) -> tuple[Span, ...]:
    """Return the sentences that deny that the Union or a fund pays for what the publication tells of."""
    if not any(m.kind in _DENYING for m in facts.moods):
        return ()
    disclaimers = {s.span.first for s in facts.statements if s.part == "disclaimer" or _is_block(publication, s)}
    found: dict[Span, None] = {}
    for money in _european(publication, facts):
        block = publication.blocks[money.first]
        if block.region not in _REGIONS or money.first in disclaimers:
            continue
        sentence = _around(facts, money)
        if sentence not in found and _denied(publication, facts, money, sentence):
            found[sentence] = None
    named = [*(m.span for m in facts.union_names), *(m.span for m in facts.moods if m.kind == "european")]
    for span in named:
        answer = _answer(publication, facts, span)
        if answer is not None and answer.first not in disclaimers and _says_no(publication, facts, answer):
            found[answer] = None
    return tuple(found)


def _is_block(publication: Publication, statement: Statement) -> bool:
    """Say whether a statement is all of its block: such a one, denied, is no text about money but a wrong statement."""
    size = len(words(publication.quote(statement.span)))
    return bool(statement.wordings) and not more_words(size + _BESIDE, publication.blocks[statement.span.first].text)


def denied(publication: Publication, facts: Facts) -> bool:
    """Say whether the text denies money of the Union."""
    return bool(facts.once(denials, publication))


def paid_otherwise(publication: Publication, facts: Facts) -> bool:
    """Say whether others than the Union are said to pay: for all of something, or as they pay for projects.

    That is less than a denial: of many projects of the Union some part is paid by the town alone.
    """
    return facts.once(_paid_by_others, publication) or facts.once(_paid_at_home, publication)


def _paid_by_others(_publication: Publication, facts: Facts) -> bool:
    """Say whether others that pay for projects (Norway, Switzerland) are named with a word of paying."""
    payers = [m.span for m in facts.moods if m.kind == "payers" and m.visible]
    return any(_moods(facts, _around(facts, span), ("paying",)) for span in payers)


def _paid_at_home(publication: Publication, facts: Facts) -> bool:
    """Say whether a sentence without the Union says that state, town or own money pays for all of it."""
    for mood in facts.moods:
        if mood.kind != "wholly" or publication.blocks[mood.span.first].region not in _REGIONS:
            continue
        sentence = _around(facts, mood.span)
        kinds = {m.kind for m in facts.placed(facts.moods).within(sentence)}
        if kinds & _OPEN or any(facts.placed(facts.union_names).within(sentence)):
            continue
        if not any(_near(publication, mood.span, span) for span in _moods(facts, sentence, ("domestic",))):
            continue
        if "paying" in kinds or any(facts.placed(facts.amounts).within(sentence)):
            return True
    return False


def _near(publication: Publication, one: Span, other: Span) -> bool:
    return _between(publication.blocks[one.first].text, one, other) <= _NEXT


def _european(publication: Publication, facts: Facts) -> Iterator[Span]:
    """Yield where money of the Union is spoken of: from its name, or the word "European", to the word of paying."""
    named = [*((m.span, _PAID) for m in facts.union_names), *((f.span, _PAID) for f in facts.funds)]
    named += [(m.span, _NEXT) for m in facts.moods if m.kind == "european"]
    for span, most in named:
        text = publication.blocks[span.first].text
        paying = _moods(facts, _around(facts, span), ("paying", "denied"))
        before = max((word for word in paying if word.start < span.start), key=lambda word: word.end, default=None)
        behind = min((word for word in paying if word.start >= span.start), key=lambda word: word.start, default=None)
        for word in (before, behind):
            if word is not None and _between(text, span, word) <= most:
                yield _widened(
                    text, Span.within(span.first, min(span.start, word.start), max(span.end, word.end)), paying
                )


def _widened(text: str, money: Span, paying: Sequence[Span]) -> Span:
    """Return money with the words of paying that go right before it: "receives funding of the Union"."""
    for word in sorted(paying, key=lambda word: -word.start):
        if word.end <= money.start and not text[word.end : money.start].strip():
            money = Span.within(money.first, word.start, money.end)
    return money


def _around(facts: Facts, span: Span) -> Span:
    """Return the sentence of a span, of a very long one what stands near it."""
    sentence = facts.sentence(span)
    start, end = max(sentence.start, span.start - _LONG), min(sentence.end, span.end + _LONG)
    return Span.within(sentence.first, start, max(start, end))


def _moods(facts: Facts, place: Span, kinds: Sequence[Mood]) -> list[Span]:
    return [m.span for m in facts.placed(facts.moods).within(place) if m.kind in kinds]


def _denied(publication: Publication, facts: Facts, money: Span, sentence: Span) -> bool:
    """Say whether money of the Union is denied in a sentence about the publication's own."""
    text = publication.blocks[money.first].text
    moods = list(facts.placed(facts.moods).within(sentence))
    if {m.kind for m in moods} & _OPEN or text[: sentence.end].rstrip(" »”)").endswith("?"):
        return False
    denying = [m for m in moods if m.kind in _DENYING and not _NUMBER.match(text, m.span.end)]
    without = [m.span for m in moods if m.kind == "without"]
    if any(_between(text, money, span) <= _NEXT for span in without):
        return all(m.span in without for m in denying)
    paying = [m.span for m in moods if m.kind == "paying" and not money.holds(m.span)]
    near = (m.span for m in denying if _between(text, money, m.span) <= _DENIED)
    return any(not any(_stands_between(money, word, no) for word in paying) for no in near)


def _answer(publication: Publication, facts: Facts, span: Span) -> Span | None:
    """Return the sentence behind the one of a span; behind a question that ends its block, in the next one."""
    block = publication.blocks[span.first]
    sentence = facts.sentence(span)
    if not block.region.visible or block.region not in _REGIONS:
        return None
    if block.text[sentence.end :].strip():
        return facts.sentence(Span.within(block.index, sentence.end, sentence.end))
    following = block.index + 1
    if not block.text.rstrip().endswith(("?", ";")) or following >= len(publication.blocks):
        return None
    return facts.sentence(Span.within(following, 0, 0))


def _says_no(publication: Publication, facts: Facts, answer: Span) -> bool:
    """Say whether a sentence says that what was said before is not so: "That is false", "No.", "It is not: …"."""
    text = publication.blocks[answer.first].text
    begins = Span.within(answer.first, answer.start, answer.start)
    if any(_between(text, begins, m) <= _NEXT for m in _moods(facts, answer, ("denied",))):
        return True
    return any(_short_answer(text, answer, m) for m in _moods(facts, answer, ("not", "nothing", "no")))


def _short_answer(text: str, answer: Span, no: Span) -> bool:
    """Say whether a sentence is "It is not", or begins so before a mark."""
    end = _ANSWERED.search(text, no.end, answer.end)
    return end is not None and len(words(text[answer.start : end.start()])) <= _ANSWER


def _stands_between(one: Span, middle: Span, other: Span) -> bool:
    """Say whether a word stands between two stretches of a text: "paid by the fund, own money was not needed"."""
    return one.end <= middle.start < other.start or other.end <= middle.start < one.start


def _between(text: str, one: Span, other: Span) -> int:
    """Return how many words stand between two stretches of a text; none where they overlap."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    return len(words(text[start:end])) if start < end else 0
