"""A publication's text cut into pieces to be shown, every found element and every quoted place marked.

A piece is one block, or the blocks of one row of a table. Marks may overlap: each block is cut where a mark begins or
ends, and every segment knows all the marks that cover it.
"""

from collections.abc import Iterable, Sequence

import msgspec

from publicity_check.publication import Block, Publication, Region, Span

_ALIKE = 3
"""So many pieces beside the main text, with nothing found in them, are folded away."""


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A span to be marked: its style names, and the name of its place in the page ("" if nothing links to it)."""

    span: Span
    style: str
    anchor: str = ""


class Segment(msgspec.Struct, frozen=True, gc=False):
    """A run of text under the same marks; ``anchors`` are the places that begin with it."""

    text: str
    styles: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


class Line(msgspec.Struct, frozen=True, gc=False):
    """One block as it is shown."""

    block: Block
    segments: tuple[Segment, ...]


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Blocks that are shown as one; ``marked`` says whether anything was found in them."""

    region: Region
    lines: tuple[Line, ...]
    marked: bool

    @property
    def blocks(self) -> range:
        """The indexes of its blocks."""
        return range(self.lines[0].block.index, self.lines[-1].block.index + 1)


class Stretch(msgspec.Struct):
    """Pieces that follow each other; ``folded`` ones hold nothing of interest."""

    region: Region
    folded: bool
    pieces: list[Piece] = []


def pieces_of(publication: Publication, marks: Iterable[Mark]) -> list[Piece]:
    """Return the text of a publication in pieces, marked."""
    by_block: dict[int, list[tuple[int, int, Mark]]] = {}
    for mark in marks:
        for index, start, end in _ranges(publication, mark.span):
            by_block.setdefault(index, []).append((start, end, mark))
    pieces: list[Piece] = []
    for row in _rows(publication.blocks):
        marked = any(block.index in by_block for block in row)
        lines = tuple(Line(b, _segments(b.text, by_block.get(b.index, ()), b.index)) for b in row)
        if marked or any(block.text for block in row):
            pieces.append(Piece(row[0].region, lines, marked))
    return pieces


def stretches(pieces: Sequence[Piece]) -> list[Stretch]:
    """Return pieces in stretches: such as tell nothing and stand beside the main text are folded."""
    runs: list[Stretch] = []
    for piece in pieces:
        dull = not piece.marked and piece.region is not Region.MAIN
        if not runs or runs[-1].folded != dull or (dull and runs[-1].region is not piece.region):
            runs.append(Stretch(piece.region, dull))
        runs[-1].pieces.append(piece)
    joined: list[Stretch] = []
    for run in runs:
        folded = run.folded and len(run.pieces) >= _ALIKE
        if joined and not folded and not joined[-1].folded:
            joined[-1].pieces.extend(run.pieces)
        else:
            joined.append(Stretch(run.region, folded, run.pieces))
    return joined


def _ranges(publication: Publication, span: Span) -> Iterable[tuple[int, int, int]]:
    for index in range(span.first, span.last + 1):
        text = publication.blocks[index].text
        yield index, span.start if index == span.first else 0, span.end if index == span.last else len(text)


def _rows(blocks: Sequence[Block]) -> Iterable[list[Block]]:
    row: list[Block] = []
    for block in blocks:
        if row and not _same_row(row[-1], block):
            yield row
            row = []
        row.append(block)
    if row:
        yield row


def _same_row(one: Block, other: Block) -> bool:
    if one.cell is None or other.cell is None:
        return False
    return (one.cell.table, one.cell.row, one.region) == (other.cell.table, other.cell.row, other.region)


def _segments(text: str, marks: Sequence[tuple[int, int, Mark]], index: int) -> tuple[Segment, ...]:
    if not marks:
        return (Segment(text),) if text else ()
    begun: dict[int, list[int]] = {}
    for number, (start, _, _) in enumerate(marks):
        begun.setdefault(start, []).append(number)
    segments: list[Segment] = []
    covering: list[int] = []
    first = 0
    styles: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    for start in sorted({0, len(text), *(place for mark in marks for place in mark[:2])}):
        here = begun.get(start, [])
        covering = sorted(n for n in (*covering, *here) if marks[n][1] > start)
        beginning = (marks[n][2] for n in here)
        found = tuple(dict.fromkeys(m.anchor for m in beginning if m.anchor and m.span.first == index))
        covered = tuple(dict.fromkeys(word for n in covering for word in marks[n][2].style.split()))
        if covered != styles or found or start == 0:
            if first < start or anchors:
                segments.append(Segment(text[first:start], styles, anchors))
            first, styles, anchors = start, covered, found
    if first < len(text) or anchors:
        segments.append(Segment(text[first:], styles, anchors))
    return tuple(segments)
