"""Words that a duty asks for, as they stand: a slogan, a mark of a period, "Interreg"."""

from collections.abc import Iterator, Sequence

from publicity_check.checks.interface import Case
from publicity_check.checks.seen import may_carry_text
from publicity_check.facts.model import ImageFact
from publicity_check.publication import Region, Span
from publicity_check.text.phrases import Phrases
from publicity_check.text.words import Words

PICTURED = frozenset({"emblem", "funding-logo", "programme-logo", "may-carry-text"})
"""Pictures that may show such words."""


def stands(case: Case, terms: Sequence[str]) -> Iterator[Span]:
    """Yield where one of the words stands: in the open first, then in what describes pictures, then unseen."""
    if not terms:
        return
    phrases = Phrases[str]((term, term) for term in terms)
    blocks = case.publication.blocks
    found = []
    for first, end, _ in phrases.find(text := Words.of((block.index, block.text) for block in blocks)):
        if text.block[first] == text.block[end - 1]:
            found.append(Span.within(text.block[first], text.start[first], text.end[end - 1]))
    yield from sorted(found, key=lambda span: _ORDER.get(blocks[span.first].region, 0))


_ORDER = {
    Region.ALT_TEXT: 1,
    Region.METADATA: 2,
    Region.HIDDEN: 3,
    Region.NOSCRIPT: 3,
    Region.COMMENT: 4,
    Region.DELETED: 4,
}
"""Places from best to worst; all others come first."""


def in_the_open(case: Case, terms: Sequence[str]) -> Span | None:
    """Return where one of the words stands in the text that readers see; ``None`` if it does nowhere."""
    span = next(stands(case, terms), None) if terms else None
    return span if span is not None and case.publication.blocks[span.first].region.visible else None


def picture_for(case: Case) -> ImageFact | None:
    """Return a picture that readers see and that may show such words."""
    images = case.publication.images
    shown = (i for i in case.facts.images if i.role in PICTURED and images[i.image].visible)
    return next((i for i in shown if may_carry_text(case, i)), None)
