"""The model of a publication: blocks of text in labelled regions, links, pictures, and where they are.

A reader turns bytes into a :class:`Publication`; everything after it works on this model alone.
Text is kept as written. A :class:`Span` names a piece of it; :meth:`Publication.evidence` turns a
span into a quote with its place. Places in HTML are looked up only when asked for.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Literal, get_args

import msgspec
from msgspec.structs import replace

from publicity_check.values.message import Message


class Region(StrEnum):
    """Where in a publication a block stands."""

    MAIN = "main"
    HEADER = "header"
    FOOTER = "footer"
    NAVIGATION = "navigation"
    ASIDE = "aside"
    TABLE = "table"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text-box"
    COMMENT = "comment"
    METADATA = "metadata"
    ALT_TEXT = "alt-text"
    NOSCRIPT = "noscript"
    HIDDEN = "hidden"
    DELETED = "deleted"

    @property
    def visible(self) -> bool:
        """Whether a reader of the publication sees what stands here."""
        return self not in _UNSEEN


_UNSEEN = frozenset({Region.COMMENT, Region.METADATA, Region.ALT_TEXT, Region.NOSCRIPT, Region.HIDDEN, Region.DELETED})

Sight = Literal["text", "links", "pictures", "hidden"]
"""What a reader may find: text, targets of links, pictures, and which of it is hidden from people."""

EVERYTHING: frozenset[Sight] = frozenset(get_args(Sight))

BlockKind = Literal["paragraph", "heading", "list-item", "cell", "caption", "title", "alt", "other"]


class Locator(msgspec.Struct, frozen=True, gc=False):
    """Where something is, so that a person can go there. What a format does not have is ``None``.

    HTML: ``line``, ``column`` (both from 1) and ``path`` (the elements from the root).
    DOCX: ``part`` ("body", "footer", "footnotes" …), ``paragraph`` (from 1 within the part) and
    ``heading``, the nearest one before. Plain text: ``line`` and ``paragraph``.
    """

    line: int | None = None
    column: int | None = None
    path: str | None = None
    part: str | None = None
    paragraph: int | None = None
    heading: str | None = None


class Cell(msgspec.Struct, frozen=True, gc=False):
    """The place of a block in a table: which table, row and column (from 0), and whether it heads them."""

    table: int
    row: int
    column: int
    header: bool = False


class Block(msgspec.Struct, frozen=True, gc=False):
    """A run of text that a reader sees as one piece.

    ``text`` is NFC, its white space collapsed to single blanks (no-break and thin spaces stay as
    written), a forced line break is a line feed. ``language`` is what the source declares for this
    block, in lower case ("lv", "pt-br"), or ``None``. ``list_level`` is 0 outside lists.
    """

    index: int
    text: str
    region: Region = Region.MAIN
    kind: BlockKind = "paragraph"
    language: str | None = None
    heading: int | None = None
    """Index of the nearest heading block before this one."""
    cell: Cell | None = None
    list_level: int = 0
    quoted: bool = False
    """Whether the source marks the block as a quotation (``blockquote``, ``q``)."""
    rank: int = 0
    """1 to 6 for headings that head those of lower ranks (``h1``, ``h2``); 0 where the source tells none."""


class Span(msgspec.Struct, frozen=True, gc=False):
    """A piece of a publication: from offset ``start`` of block ``first`` to offset ``end`` of block ``last``."""

    first: int
    start: int
    last: int
    end: int

    @classmethod
    def within(cls, block: int, start: int, end: int) -> "Span":
        """Make a span inside one block."""
        return cls(block, start, block, end)

    def holds(self, other: "Span") -> bool:
        """Say whether another span lies in this one."""
        begins = (self.first, self.start) <= (other.first, other.start)
        return begins and (other.last, other.end) <= (self.last, self.end)


class Link(msgspec.Struct, frozen=True, gc=False):
    """A hyperlink: its target as written, the text shown for it and where that text stands.

    ``span`` is ``None`` for a link without text (a linked picture); ``block`` is then the nearest block.
    """

    target: str
    text: str
    block: int
    span: Span | None = None
    visible: bool = True


class Image(msgspec.Struct, frozen=True, gc=False):
    """A picture: the names of its files, what describes it, its size as declared (CSS pixels).

    ``names`` are file names or addresses as written (``src``, ``srcset``, ``data-src``, CSS background,
    part names in DOCX); ``alt`` joins nothing: it is the alternative text alone; ``labels`` are other
    descriptions (title, aria-label, SVG title, caption, DOCX name). ``block`` is the alt-text block, if
    there is one, else the nearest block.
    """

    names: tuple[str, ...]
    alt: str
    labels: tuple[str, ...]
    block: int
    width: float | None = None
    height: float | None = None
    visible: bool = True
    link: str | None = None
    """Target of the hyperlink around the picture."""
    inside: str = ""
    """The picture itself as a ``data:`` address, where the page holds it and no file does."""


Effect = Literal["grey", "recoloured", "faded", "turned", "mirrored", "squeezed"]
"""What may be done to a picture where it is shown: its colours taken or changed, it is turned, drawn out."""


class Appearance(msgspec.Struct, frozen=True, gc=False):
    """How a picture is shown: its size in CSS pixels, what is cut off its edges, what is done to it.

    A side that is ``None`` follows from the other, or from the file where both are; with ``known`` false it depends on
    what is around it. ``fitted`` says that the picture keeps its proportions in whatever box it is given.
    ``cropped`` are the shares cut off left, top, right and bottom.
    """

    width: float | None = None
    height: float | None = None
    known: bool = True
    fitted: bool = False
    cropped: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    effects: frozenset[Effect] = frozenset()


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """A quote as written, a little text before and after it, its region and its place.

    ``span`` says which piece of the publication was quoted, for reports that show the whole text.
    """

    quote: str
    before: str
    after: str
    region: Region
    locator: Locator
    span: Span | None = None
    source: str = ""
    """The publication's path, where a result speaks of several publications."""


Locate = Callable[[int, int], Locator]
"""Gives the place of an offset in a block."""


Open = Callable[[str], bytes | None]
"""Gives what an address in a publication means that is at hand: a file beside it, a part of it."""


def nowhere(_block: int, _offset: int) -> Locator:
    """Give no place."""
    return Locator()


def nothing(_address: str) -> bytes | None:
    """Give nothing: no file is at hand."""
    return None


_LOWEST_RANK = 6
"""The rank of the lowest headings, ``h6``."""
CONTEXT = 60
"""Characters of text shown before and after a quote."""


class Publication(msgspec.Struct, frozen=True, dict=True):
    """One publication as read: nothing dropped, everything labelled."""

    name: str
    format: str
    """The name of its format ("html"), as the registry of the readers has it."""
    sha256: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    language: str | None = None
    """What the source declares for the whole, or ``None``."""
    unread: tuple[Message, ...] = ()
    """What could not be read, an entry each."""
    unstyled: tuple[Message, ...] = ()
    """What could not be read that may hide what is taken for visible; it is told of a publication that is judged."""
    drawn_by_script: bool = False
    """Whether the page holds no text of its own because a script draws it."""
    furniture: frozenset[int] = frozenset()
    """Indexes of the blocks that the user declared to stand on every page of the site."""
    furnished: tuple[str, ...] = ()
    """The selectors of these that mean something in it."""
    comments: tuple[tuple[int, str], ...] = ()
    """HTML comments: the index of the block that follows, and the comment's text."""
    locate: Locate = nowhere
    nearby: Open = nothing
    """Gives the bytes of a picture by one of its ``names``, ``None`` where its file is not at hand."""
    appearances: Callable[[int], Appearance | None] | None = None
    """Gives how a picture is shown, by its index; without it nothing more is known than its declared size."""
    paged: bool = False
    """Whether it is laid out on pages: sizes of its pictures are those on paper."""
    seen: frozenset[Sight] = EVERYTHING
    """What its reader found, if it was there."""
    lacks: frozenset[Sight] = frozenset()
    """What a publication of its format has none of. What is neither here nor in ``seen`` may be there unseen."""

    def without_places(self) -> "Publication":
        """Return a copy that holds no more than text: it can leave its process, but finds no places and no files."""
        return replace(self, locate=nowhere, nearby=nothing, appearances=None)

    def files_of(self, image: int) -> Iterator[bytes]:
        """Yield the files of a picture that are at hand, by its index."""
        shown = self.images[image]
        opened = (self.nearby(name) for name in (*shown.names, shown.inside) if name)
        return (data for data in opened if data is not None)

    def appearance(self, image: int) -> Appearance:
        """Return how a picture is shown, by its index."""
        found = None if self.appearances is None else self.appearances(image)
        shown = self.images[image]
        return found or Appearance(shown.width, shown.height)

    def visible_blocks(self) -> Iterator[Block]:
        """Yield the blocks that a reader sees."""
        return (block for block in self.blocks if block.region.visible)

    def headings_over(self, block: Block) -> Iterator[Block]:
        """Yield the headings that a block stands under, from the nearest to the highest, as far as ranks tell."""
        index = block.heading
        if index is not None and not self.blocks[index].rank and not block.rank:
            yield self.blocks[index]
            return
        index = self._over(index, block.rank or _LOWEST_RANK + 1, self._above)
        while index is not None:
            yield self.blocks[index]
            index = self._above.get(index)

    def _over(self, index: int | None, rank: int, above: Mapping[int, int | None]) -> int | None:
        """Return the first heading of a rank above ``rank`` among a heading and those that it stands under."""
        while index is not None and not 0 < self.blocks[index].rank < rank:
            index = above.get(index)
        return index

    @cached_property
    def _above(self) -> Mapping[int, int | None]:
        """For each heading the nearest before it of a higher rank; for one without rank, of any."""
        above: dict[int, int | None] = {}
        heads = {block.heading for block in self.blocks}
        for block in self.blocks:
            if block.index in heads:
                above[block.index] = self._over(block.heading, block.rank or _LOWEST_RANK + 1, above)
        return above

    def quote(self, span: Span) -> str:
        """Return the text of a span as written; several blocks are joined by line feeds."""
        if span.first == span.last:
            return self.blocks[span.first].text[span.start : span.end]
        middle = (block.text for block in self.blocks[span.first + 1 : span.last])
        first, last = self.blocks[span.first].text[span.start :], self.blocks[span.last].text[: span.end]
        return "\n".join((first, *middle, last))

    def evidence(self, span: Span) -> Evidence:
        """Return the quote of a span with its surroundings and place."""
        first, last = self.blocks[span.first], self.blocks[span.last]
        return Evidence(
            quote=self.quote(span),
            before=first.text[max(0, span.start - CONTEXT) : span.start],
            after=last.text[span.end : span.end + CONTEXT],
            region=first.region,
            locator=self.locate(span.first, span.start),
            span=span,
        )
