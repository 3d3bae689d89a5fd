"""Whether a passage speaks of somebody else: what is told before goes on to hold, until the text comes back.

"Our application was rejected. Its number was …": the second sentence is of the application, too. The same goes for a
heading over a section ("Example"), for a quotation from a board, and for what follows "there it is different".
"""

import re
from collections.abc import Set

from publicity_check.applicability.against import denials, denied
from publicity_check.applicability.standing import advises, approvals, claims
from publicity_check.facts.model import Facts, MoodMention
from publicity_check.facts.placed import near_part
from publicity_check.publication import Block, Publication, Region, Span
from publicity_check.rulebook.moods import Mood
from publicity_check.text.words import more_words

_TURNING = frozenset({"contrast", "theirs"})
_SOUGHT = frozenset({"applied", "refused"})
_HEADING = 4
"""Words of a heading that says what its section is: "Model text", "Our clients"."""
_BEGINNING = 2
"""Words at the beginning of a paragraph among which it is called an example."""
_SAYS = 3
"""Words between what is called an application and its number."""
_MARKS = re.compile(r"[“„«»”\"‘’‚‹›]")
_BEFORE = "([–—-:/"
_LONGEST = 400
"""Characters on either side of something among which quotation marks are looked for."""
_INVENTED = re.compile(r"(?:\D0{3,}|0{5,})\Z")
"""The end of a number that nobody has: nothing but naughts."""


def elsewhere(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether the passage in which a span stands speaks of no project of the publication."""
    block = publication.blocks[span.first]
    return (
        _carried(facts, block, span)
        or _in_section(publication, facts, block)
        or _in_example(facts, block)
        or _on_a_board(publication, facts, block, span)
        or _after_denial(publication, facts, span)
        or _of_clients(publication, facts, span)
        or _proposed(facts, block, span)
        or _beside_another(publication, facts, span)
        or _one_of_several(facts, span)
    )


def invented(number: str) -> bool:
    """Say whether a number is one of an example: it ends in naughts alone ("SMIS 000000")."""
    return _INVENTED.search(number) is not None


def _sentences(facts: Facts, block: Block, end: int) -> list[Span]:
    """Return the sentences of a block that end before an offset."""
    found, start = [], 0
    for stop in facts.sentence_ends[block.index]:
        if stop > end:
            break
        found.append(Span.within(block.index, start, stop))
        start = stop
    return found


def _moods(facts: Facts, place: Span) -> list[MoodMention]:
    return list(facts.placed(facts.moods).within(place))


def _kinds(facts: Facts, place: Span) -> Set[Mood]:
    """Return the moods of a place; what is granted is not part of a refusal ("not approved")."""
    moods = _moods(facts, place)
    kinds = {m.kind for m in moods} - {"granted"}
    return kinds | {"granted"} if approvals(moods) else kinds


def _carried(facts: Facts, block: Block, span: Span) -> bool:
    """Say whether sentences before speak of an application or of others, and the one of a span goes on with it."""
    sentence = facts.sentence(span)
    here = _kinds(facts, near_part(sentence, span))
    if "granted" in here or _own(facts, sentence):
        return False
    if "theirs" in here or {"earlier", "ended"} <= here:
        return True
    if len(block.text) <= _LONGEST and any(m.kind == "theirs" for m in facts.placed(facts.moods).in_block(block.index)):
        return True
    state: Mood | None = None
    for before in _sentences(facts, block, sentence.start):
        kinds = _kinds(facts, before)
        if "granted" in kinds:
            state = None
        elif kinds & _SOUGHT:
            state = "applied"
        elif kinds & _TURNING or ("others" in kinds and _of_money(facts, before)):
            state = "others"
    if state == "applied":
        nouns = facts.placed(facts.project_nouns).within(sentence)
        return not any(m.one and m.plain and m.span.start < span.start for m in nouns)
    return state == "others"


def _of_money(facts: Facts, place: Span) -> bool:
    """Say whether the Union, a fund, a programme or a project's number is named in a place, or paying spoken of."""
    named = (facts.union_names, facts.funds, facts.programmes, facts.project_numbers)
    return any(any(facts.placed(found).within(place)) for found in named) or "paying" in _kinds(facts, place)


def _own(facts: Facts, sentence: Span) -> bool:
    """Say whether a sentence comes back to the own: "our project"."""
    if not any(m.kind == "ours" for m in _moods(facts, sentence)):
        return False
    return any(m.one for m in facts.placed(facts.project_nouns).within(sentence))


def _in_section(publication: Publication, facts: Facts, block: Block) -> bool:
    """Say whether a heading of few words calls its section an example, or says that something was refused."""
    if block.region in (Region.HEADER, Region.FOOTER, Region.NAVIGATION):
        return False
    for heading in publication.headings_over(block):
        kinds = {m.kind for m in facts.placed(facts.moods).in_block(heading.index)}
        if "theirs" in kinds:
            return True
        if heading.rank == 1 or more_words(_HEADING, heading.text):
            continue
        if kinds & {"example", "refused"} and "granted" not in kinds:
            return True
        if "clients" in kinds and facts.once(advises, publication):
            return True
    return False


def _in_example(facts: Facts, block: Block) -> bool:
    """Say whether a block begins with a word that calls it an example: "Sample. Project …"."""
    moods = facts.placed(facts.moods).in_block(block.index)
    return any(m.kind == "example" and not more_words(_BEGINNING - 1, block.text, 0, m.span.start) for m in moods)


def _on_a_board(publication: Publication, facts: Facts, block: Block, span: Span) -> bool:
    """Say whether what stands at a span is quoted from a board or a text: signs are spoken of before it.

    A statement that is quoted within a text is nobody's, unless somebody speaks of a project in the same words.
    """
    quotation = _quotation(block.text, span)
    if quotation is None:
        return False
    if facts.once(denials, publication):
        return True
    sentence = facts.sentence(Span.within(block.index, quotation, quotation))
    told = Span.within(block.index, sentence.start, max(sentence.start, quotation))
    stated = any(s.span == span for s in facts.placed(facts.statements).in_block(block.index))
    inside = Span.within(block.index, quotation, max(quotation, facts.sentence(span).end))
    if stated and not any(facts.placed(facts.project_nouns).within(inside)) and not _own(facts, told):
        return more_words(0, block.text, 0, quotation)
    before = Span.within(block.index, max(0, quotation - _LONGEST), quotation)
    return "writing" in _kinds(facts, before) and not _own(facts, told)


def _quotation(text: str, span: Span) -> int | None:
    """Return where the quotation begins in which a span stands, ``None`` if it stands in none."""
    marks = [m.start() for m in _MARKS.finditer(text, max(0, span.start - _LONGEST), span.start)]
    for at in reversed(marks):
        if _opens(text, at):
            closing = (m.start() for m in _MARKS.finditer(text, span.end, span.end + _LONGEST))
            return at if any(_shuts(text, c) for c in closing) else None
        if _shuts(text, at):
            return None
    return None


def _opens(text: str, at: int) -> bool:
    """Say whether a quotation mark opens: a blank or nothing stands before it, and a word or a French blank behind."""
    before, behind = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in _BEFORE) and (not behind.isspace() or text[at] in "«")


def _shuts(text: str, at: int) -> bool:
    """Say whether a quotation mark closes: no letter stands behind it."""
    return not text[at + 1 : at + 2].isalnum()


def _after_denial(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether the text denied money of the Union right before, in the same block."""
    if not any(d.first == span.first and d.end <= span.start for d in facts.once(denials, publication)):
        return False
    sentence = facts.sentence(span)
    text = publication.blocks[span.first].text
    nouns = (m for m in facts.placed(facts.project_nouns).within(sentence) if m.one and m.plain)
    begins = any(not more_words(_BEGINNING, text, sentence.start, m.span.start) for m in nouns)
    return not (begins and any(s.span == span for s in facts.placed(facts.statements).within(sentence)))


def _of_clients(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether the sentence speaks of clients, on a page that gives advice or denies own money of the Union."""
    if not (facts.once(advises, publication) or facts.once(denials, publication)):
        return False
    before = near_part(facts.sentence(span), span)
    return any(m.kind == "clients" and m.span.start < span.start for m in _moods(facts, before))


def _proposed(facts: Facts, block: Block, span: Span) -> bool:
    """Say whether a number is called that of an application: "proposal 101113267"."""
    sentence = facts.sentence(span)
    moods = _moods(facts, sentence)
    if approvals(moods):
        return False
    before = (m.span.end for m in moods if m.kind == "proposal" and m.span.end <= span.start)
    return any(not more_words(_SAYS, block.text, end, span.start) for end in before)


def _beside_another(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether what stands at a span shares its sentence with a statement that is quoted from another's board.

    Where the text denies money of the Union, with any statement that claims nothing.
    """
    sentence = near_part(facts.sentence(span), span)
    beside = list(facts.placed(facts.statements).within(sentence))
    if not beside or any(s.span == span or claims(publication, facts, s) for s in beside):
        return False
    block = publication.blocks[span.first]
    return facts.once(denied, publication) or all(_on_a_board(publication, facts, block, s.span) for s in beside)


def _one_of_several(facts: Facts, span: Span) -> bool:
    """Say whether one number is named of several projects: "projects such as LIFE04 …"."""
    sentence = near_part(facts.sentence(span), span)
    numbers = {n.value for n in facts.placed(facts.project_numbers).within(sentence)}
    nouns = [m for m in facts.placed(facts.project_nouns).within(sentence) if m.span.end <= span.start]
    if len(numbers) != 1 or not nouns or any(m.kind == "ours" for m in _moods(facts, sentence)):
        return False
    return all(m.number == "several" for m in nouns)
