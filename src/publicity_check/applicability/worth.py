"""What a statement, a number or an amount is worth as a sign: whether it says by itself that a project is funded."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from publicity_check.applicability.passages import elsewhere
from publicity_check.applicability.standing import claims, disowned, instructed, region_of, unsaid
from publicity_check.facts.model import Amount, Facts, ProjectMention, ProjectNumber, Statement
from publicity_check.publication import Publication, Region, Span
from publicity_check.text.words import more_words, words

REGIONS_OF_TEXT = frozenset({Region.MAIN, Region.TABLE, Region.TEXT_BOX, Region.FOOTNOTE})
SHORT_TEXT = 2_600
"""Letters of a text so short (some 400 words) that what is said anywhere in it belongs together."""
_LONG_TEXT = 4_000
"""Letters of a text so long (some 600 words) that one clause in its middle does not tell what it is about."""
_AROUND = 3
"""Blocks on either side of a statement in a longer text among which the project has to be named."""
_ENDS = 3
"""Blocks at the beginning and at the end of a long text where it says who paid."""
_LABEL = 8
"""Words up to which a statement is short."""
RUNNING = 12
"""Words that a block of running text has beside a short statement."""
_BESIDE = 3
"""Words that a block may have beside a statement that stands by itself."""
_BESIDE_NUMBER = 6
"""Words that a block may have beside a number that stands by itself: its label, an acronym."""
_OPENING = 2
"""Words before a project at the beginning of a sentence that presents its number."""
_FIRST = 4
"""Words at the beginning of a sentence among which the project stands that it is about."""
_LABELS = 3
"""Blocks before an amount among which its label stands: the cells of its row."""
_NEAR = 0.8
"""Coverage below which a reworded disclaimer may be anybody's."""
_OF_THE_PAGE = frozenset({Region.HEADER, Region.FOOTER})


class Text(NamedTuple):
    """The text of a publication apart from what surrounds it: the indexes of its blocks, and its letters."""

    blocks: tuple[int, ...]
    places: Mapping[int, int]
    """Where each of them is in ``blocks``."""
    size: int


def running_text(publication: Publication, _facts: Facts) -> Text:
    """Return the text of a publication without what surrounds it."""
    blocks = [b for b in publication.blocks if b.region in REGIONS_OF_TEXT]
    indexes = tuple(b.index for b in blocks)
    return Text(indexes, {index: i for i, index in enumerate(indexes)}, sum(len(b.text) for b in blocks))


def speaks_of_any_project(publication: Publication, facts: Facts) -> bool:
    """Say whether the text speaks of a project somewhere, by a word that means nothing else."""
    return any(m.one and m.plain and region_of(publication, m.span) in REGIONS_OF_TEXT for m in facts.project_nouns)


def projects_in(facts: Facts, blocks: Iterable[int | None]) -> Iterator[ProjectMention]:
    """Yield where some blocks speak of a project, one of them."""
    placed = facts.placed(facts.project_nouns)
    return (m for block in blocks if block is not None for m in placed.in_block(block) if m.one)


def says_outright(publication: Publication, facts: Facts, statement: Statement, *, label: bool) -> bool:
    """Say whether a statement that claims funding does so for sure; with ``label``, only one that stands by itself."""
    if loose(statement) or in_passing(publication, facts, statement) or _reworded(statement):
        return False
    if elsewhere(publication, facts, statement.span):
        return False
    if statement.part == "disclaimer" or statement.image is not None:
        return True
    return not (label and not _stands_alone(publication, statement)) and not instructed(facts, statement.span)


def stands_by_itself(publication: Publication, facts: Facts, statement: Statement) -> bool:
    """Say whether a statement needs nothing beside it: it is its block, or with the project begins its sentence."""
    if statement.part == "disclaimer" or statement.image is not None or _stands_alone(publication, statement):
        return True
    if region_of(publication, statement.span) in _OF_THE_PAGE:
        return True
    sentence = facts.sentence(statement.span)
    text = publication.blocks[sentence.first].text
    before = text[sentence.start : statement.span.start]
    if before.count("(") > before.count(")"):
        return False
    start = sentence.start + max(before.rfind(mark) for mark in ":–—|") + 1
    numbers = (n.span.end for n in facts.placed(facts.project_numbers).within(sentence) if n.role == "own")
    if any(not more_words(_OPENING, text, end, statement.span.start) for end in numbers if end <= statement.span.start):
        return True
    if not more_words(_BESIDE, text, start, statement.span.start):
        return True
    nouns = (m for m in facts.placed(facts.project_nouns).within(sentence) if m.one)
    begins = any(not more_words(_FIRST, text, start, m.span.start) for m in nouns if m.span.start >= start)
    return begins or any(m.kind == "ours" for m in facts.placed(facts.moods).within(sentence))


def presented(publication: Publication, facts: Facts, number: ProjectNumber) -> bool:
    """Say whether a sentence presents a number as that of what it is about: it begins with the project, or says "our".

    So does one that names the programme beside the number and its label ("grant agreement No"), or that gives the
    money of "project LLI-263".
    """
    sentence = facts.sentence(number.span)
    text = publication.blocks[sentence.first].text
    start = sentence.start + text[sentence.start : number.span.start].rfind(":") + 1
    nouns = [m.span for m in facts.placed(facts.project_nouns).within(sentence) if m.one]
    if any(n.start >= start and not more_words(_OPENING, text, start, n.start) for n in nouns):
        return True
    if any(n.start >= number.span.end and not more_words(1, text, number.span.end, n.start) for n in nouns):
        return True
    called = any(n.end <= number.span.start and not more_words(0, text, n.end, number.span.start) for n in nouns)
    if called and any(facts.placed(facts.amounts).within(sentence)):
        return True
    named = any(facts.placed(facts.programmes).within(sentence)) or any(facts.placed(facts.funds).within(sentence))
    if named and number.introduced_by:
        return True
    return any(m.kind == "ours" for m in facts.placed(facts.moods).within(sentence))


def labelled(publication: Publication, facts: Facts, number: ProjectNumber) -> bool:
    """Say whether a number stands by itself: behind its label, in a title, a row or a footer, or with a statement."""
    block = publication.blocks[number.span.first]
    if block.kind in ("title", "heading") or block.cell is not None or block.region in _OF_THE_PAGE:
        return True
    size = len(words(publication.quote(number.span)))
    if not more_words(size + _BESIDE_NUMBER, block.text):
        return True
    sentence = facts.sentence(number.span)
    label = block.text[sentence.start : number.span.start]
    if label.rstrip().endswith(":") and len(words(label)) <= _BESIDE_NUMBER:
        return True
    if number.introduced_by and not more_words(size + _BESIDE, block.text, sentence.start, sentence.end):
        return True
    beside = facts.placed(facts.statements).beginning(sentence.first, sentence.start, sentence.end)
    return any(claims(publication, facts, s) and stands_by_itself(publication, facts, s) for s in beside)


def _stands_alone(publication: Publication, statement: Statement) -> bool:
    """Say whether a statement is all that its block says, but for a few words."""
    size = len(words(publication.quote(statement.span)))
    return bool(statement.wordings) and not more_words(size + _BESIDE, publication.blocks[statement.span.first].text)


def in_passing(publication: Publication, facts: Facts, statement: Statement) -> bool:
    """Say whether a short statement stands amid running text that does not speak of a project there.

    "The new trains were co-financed by the Union" may stand in any newspaper. In a long text, that a project is
    mentioned somewhere else is not enough; in its title or a heading it is.
    """
    block = publication.blocks[statement.span.first]
    size = len(words(publication.quote(statement.span)))
    if statement.part != "funding-statement" or statement.image is not None or size > _LABEL:
        return False
    text = block.region in REGIONS_OF_TEXT and block.kind == "paragraph"
    running = text and more_words(size + RUNNING - 1, block.text)
    return running and not project_near(publication, facts, statement)


def project_near(publication: Publication, facts: Facts, statement: Statement) -> bool:
    """Say whether a project is spoken of near a statement: in its block, in a short text, in a heading."""
    if any(projects_in(facts, [statement.span.first])):
        return True
    text = facts.once(running_text, publication)
    if text.size <= SHORT_TEXT:
        return facts.once(speaks_of_any_project, publication)
    here = text.places.get(statement.span.first, 0)
    near = text.blocks[max(0, here - _AROUND) : here + _AROUND + 1]
    return facts.once(_headed_by_project, publication) or any(m.plain for m in projects_in(facts, near))


def _headed_by_project(publication: Publication, facts: Facts) -> bool:
    """Say whether a title or heading speaks of a project, by a word that means nothing else."""
    heads = (b.index for b in publication.blocks if b.kind in ("heading", "title"))
    return any(m.plain for m in projects_in(facts, heads))


def buried(publication: Publication, facts: Facts, span: Span) -> bool:
    """Say whether what is said in passing is one clause in the middle of a long text that speaks of no project."""
    text = facts.once(running_text, publication)
    inner = _ENDS <= text.places.get(span.first, -1) < len(text.blocks) - _ENDS
    return inner and text.size > _LONG_TEXT and not facts.once(speaks_of_any_project, publication)


def loose(statement: Statement) -> bool:
    """Say whether a statement only speaks of support and abbreviates the Union, or is said of a programme."""
    support = not statement.wordings and "union-abbreviated" in statement.codes
    return support or "of-programme" in statement.codes


def _reworded(statement: Statement) -> bool:
    """Say whether a disclaimer only resembles a prescribed one: that authors' views are their own, many sites say."""
    changed = statement.codes & {"words-changed", "words-missing"}
    resembles = "key-phrase-missing" in statement.codes or (bool(changed) and statement.coverage < _NEAR)
    return statement.part == "disclaimer" and (bool(statement.says) or resembles)


def of_a_funded_project(publication: Publication, facts: Facts, amount: Amount) -> bool:
    """Say whether a share is called the Union's or a fund's by name, and the text speaks of a project, one of them.

    "The fund gave 2 million" may be any foundation's, and "3 million come from EU funds" may be a town's budget.
    """
    if not amount.visible or amount.scope not in ("project", "partner"):
        return False
    if disowned(publication, facts, amount.span) or elsewhere(publication, facts, amount.span):
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
        return named and any(projects_in(facts, (block.index, block.heading, *_head(publication))))
    return named and (any(projects_in(facts, near)) or facts.once(speaks_of_any_project, publication))


def _head(publication: Publication) -> Iterator[int]:
    """Yield the title and the headings of the highest level."""
    heads = [b for b in publication.blocks if b.kind in ("heading", "title")]
    yield from (b.index for b in heads if b.kind == "title" or b.heading is None)
