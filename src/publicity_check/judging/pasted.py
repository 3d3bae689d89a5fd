"""A publication as it is once advice was followed: texts put in the place of others, or added at its end."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from publicity_check.publication import Block, Link, Publication, Span, nowhere

_Edit = tuple[int, int, str]


def with_texts(publication: Publication, instead: Mapping[Span, str], added: Iterable[str]) -> Publication:
    """Return a publication with texts in the place of what stands at some spans, and with further paragraphs.

    What stands at a span is replaced wherever it stands: a wrong number in a heading, too. Links of what was replaced
    are gone, as they are when one types over them.
    """
    edits: dict[int, list[_Edit]] = {}
    for span, text in instead.items():
        if span.first == span.last:
            for block, start, end in _places(publication, publication.quote(span)):
                edits.setdefault(block, []).append((start, end, text))
        else:
            _over_blocks(publication, span, text, edits)
    blocks = [_edited(b, edits[b.index]) if b.index in edits else b for b in publication.blocks]
    blocks += [Block(len(blocks) + number, text) for number, text in enumerate(added)]
    links = tuple(moved for link in publication.links if (moved := _moved(link, edits)) is not None)
    return replace(publication, locate=nowhere, blocks=tuple(blocks), links=links if edits else publication.links)


def _places(publication: Publication, quote: str) -> Iterable[tuple[int, int, int]]:
    for block in publication.blocks if quote else ():
        start = block.text.find(quote)
        while start >= 0:
            end = start + len(quote)
            around = block.text[max(0, start - 1) : start], block.text[end : end + 1]
            if not any(c.isalnum() for c in around):
                yield block.index, start, end
            start = block.text.find(quote, end)


def _over_blocks(publication: Publication, span: Span, text: str, edits: dict[int, list[_Edit]]) -> None:
    for index in range(span.first, span.last + 1):
        start = span.start if index == span.first else 0
        end = span.end if index == span.last else len(publication.blocks[index].text)
        edits.setdefault(index, []).append((start, end, text if index == span.first else ""))


def _edited(block: Block, edits: Iterable[_Edit]) -> Block:
    text, least = block.text, len(block.text)
    for start, end, new in sorted(edits, reverse=True):
        if end <= least:
            text, least = text[:start] + new + text[end:], start
    return replace(block, text=text)


def _moved(link: Link, edits: Mapping[int, list[_Edit]]) -> Link | None:
    span = link.span
    if span is None or not (span.first in edits or span.last in edits):
        return link
    start, end = _offset(span.start, edits.get(span.first, ())), _offset(span.end, edits.get(span.last, ()))
    return None if start is None or end is None else replace(link, span=Span(span.first, start, span.last, end))


def _offset(offset: int, edits: Iterable[_Edit]) -> int | None:
    """Return where an offset is after the edits, ``None`` if it lies in what was replaced."""
    shift = 0
    for start, end, new in edits:
        if end <= offset:
            shift += len(new) - (end - start)
        elif start <= offset:
            return None
    return offset + shift
