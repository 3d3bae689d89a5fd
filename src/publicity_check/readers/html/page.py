"""The page as it is put together while an HTML tree is walked: text gathers into blocks, links and pictures.

White space is collapsed as a browser does; a block takes its place in the order of its first letter.
"""

import re
from collections.abc import Iterable

from publicity_check.publication import Block, BlockKind, Cell, Image, Link, Region, Span
from publicity_check.readers.encoding import nfc
from publicity_check.readers.html.style.look import Look
from publicity_check.values.message import Message, once

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SOURCE = re.compile(r"</?(?:[abip]|br|div|em|footer|h[1-6]|header|img|li|section|small|span|strong|ul)\b[^<>]*>")
"""Markup that a reader sees as such: an example of how to write something."""


class Table:
    """A table while it is read. A table that only lays out a page has no cells worth the name."""

    __slots__ = ("_busy", "column", "layout", "number", "row")

    def __init__(self, number: int, *, layout: bool) -> None:
        self.number, self.layout = number, layout
        self.row, self.column = -1, 0
        self._busy: dict[int, int] = {}

    @property
    def real(self) -> bool:
        """Whether this is a table for a reader: it does not lay out the page and has more than one cell."""
        return not self.layout and (self.row > 0 or self.column > 1)

    def begin_row(self) -> None:
        """Go to the next row."""
        self.row, self.column = self.row + 1, 0

    def take_cell(self, columns: int, rows: int, *, header: bool) -> Cell:
        """Give the next free place of the row to a cell that is so many columns wide and rows high."""
        row = max(self.row, 0)
        while self._busy.get(self.column, -1) >= row:
            self.column += 1
        cell = Cell(self.number, row, self.column, header)
        for column in range(self.column, self.column + min(max(columns, 1), 100)):
            if rows > 1:
                self._busy[column] = row + rows - 1
        self.column += min(max(columns, 1), 100)
        return cell


class Figure:
    """A picture frame: the pictures in it and the blocks of its caption."""

    __slots__ = ("captions", "images")

    def __init__(self) -> None:
        self.images: list[ImageDraft] = []
        self.captions: list[Draft] = []


class Setting:
    """What an element hands down to the text in it. It is copied where an element changes something."""

    region = Region.MAIN
    seen = True
    shown_around = True
    """Whether what stands around an element that is not seen is seen."""
    kind: BlockKind = "paragraph"
    language: str | None = None
    block_language: str | None = None
    """The language declared for the block around elements that stand inside words."""
    quoted = False
    pre = False
    article = False
    level = 0
    rank = 0
    table: Table | None = None
    cell: Cell | None = None
    head_row = False
    link: "LinkDraft | None" = None
    figure: Figure | None = None
    image: "ImageDraft | None" = None
    """The drawing around its parts."""
    picture: list[str] | None = None
    """The files of the picture around its sources."""
    after_picture = False
    """Whether this stands in a ``noscript`` right after a picture."""
    stands_in = Region.MAIN
    """The region of what a reader sees here; of what is hidden, the one it would have."""
    look = Look()
    """What a reader sees of letters and pictures here."""
    apart: Look | None = None
    """The look of what is shown all the same in an element that hides the rest: the summary of closed details."""
    lays_out = False
    """Whether the elements right inside are boxes set apart: words end where they end."""
    derived: "dict[str, Setting] | None" = None
    """The settings of elements inside that carry no attributes of weight, by tag."""

    @property
    def shows_pictures(self) -> bool:
        """Whether a reader sees a picture here: letters that are nothing high hide no picture."""
        return self.look.pictures_seen and self.stands_in is not Region.NOSCRIPT

    def show(self, look: Look) -> None:
        """Take on a look, and the region that goes with it."""
        self.look = look
        if self.stands_in is Region.NOSCRIPT:
            self.region, self.seen = Region.NOSCRIPT, False
        elif not look.text_seen:
            self.region, self.seen = Region.HIDDEN, False
        else:
            self.region, self.seen = (Region.DELETED, False) if look.struck else (self.stands_in, True)

    def copy(self) -> "Setting":
        """Return a setting that starts out the same."""
        new = Setting()
        new.__dict__.update(self.__dict__)
        new.derived = None
        return new


class LinkDraft:
    """A hyperlink while its text is read."""

    __slots__ = ("first", "last", "near", "seen", "target", "visible")

    def __init__(self, target: str, near: int, *, visible: bool) -> None:
        self.target, self.near, self.visible = target, near, visible
        self.first: tuple[int, int] | None = None
        self.last = (0, 0)
        self.seen = False
        """Whether anything at all stands in the link: text, a picture, an icon."""

    def take(self, draft: "Draft", text: str) -> None:
        """Take note of a piece of the link's text that is about to be added to a block."""
        stripped = text.strip()
        if stripped:
            start = draft.length + text.index(stripped)
            if self.first is None:
                self.first = (draft.index, start)
            self.last = (draft.index, start + len(stripped))
            self.seen = True


class ImageDraft:
    """A picture while what belongs to it is read."""

    __slots__ = ("alt", "block", "figure", "height", "inside", "labels", "link", "names", "origin", "visible", "width")

    def __init__(self, block: int, *, visible: bool, link: LinkDraft | None) -> None:
        self.block, self.visible, self.link = block, visible, link
        self.names: list[str] = []
        self.alt = ""
        self.inside = ""
        self.labels: list[str] = []
        self.width: float | None = None
        self.height: float | None = None
        self.figure: Figure | None = None
        self.origin: object = None
        """The element that it was read from, where that is a picture itself."""


class Draft:
    """A block while its text is read."""

    __slots__ = ("heading", "index", "kind", "length", "mixed", "origin", "parts", "quoted", "region", "setting")

    def __init__(self, index: int, setting: Setting, heading: int | None, origin: object) -> None:
        self.index, self.setting, self.heading, self.origin = index, setting, heading, origin
        self.region, self.kind = setting.region, setting.kind
        self.parts: list[str] = []
        self.length = 0
        self.mixed = False
        self.quoted = setting.quoted


class Page:
    """Gathers text, links and pictures in reading order."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.links: list[LinkDraft] = []
        self.images: list[ImageDraft] = []
        self.comments: list[tuple[int, str]] = []
        self.unread: list[Message] = []
        self.tables = 0
        self.draft: Draft | None = None
        """The block that is being read."""
        self.inside: object = None
        """Where all that is read stands, while that is a tree of its own which need not be kept."""
        self._breaks = 0
        self._gap = False
        self._heading: int | None = None
        self._flows: list[tuple[Draft | None, int, bool]] = []

    def add_lines(self, text: str, setting: Setting, origin: object) -> None:
        """Add a piece of text whose line ends are kept."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.line_break()
            self.add(line, setting, origin)

    def add(self, text: str, setting: Setting, origin: object) -> None:
        """Add a piece of text to the block that is being read; begin one where there is none."""
        draft = self.draft
        if draft is None:
            text = text.lstrip()
            if not text:
                return
        if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:
            text = _SPACE.sub(" ", text)
        if draft is None:
            draft = self._begin(setting, origin)
        else:
            if self._breaks or draft.parts[-1][-1] == " ":
                text = text.lstrip(" ")
                if not text:
                    return
            elif not text:
                return
            if self._breaks or self._gap:
                self._join(draft, text)
            if setting is not draft.setting:
                draft.mixed = draft.mixed or setting.language != draft.setting.language
                draft.quoted = draft.quoted and setting.quoted
        if setting.link is not None:
            setting.link.take(draft, text)
        draft.parts.append(text)
        draft.length += len(text)

    def _begin(self, setting: Setting, origin: object) -> Draft:
        draft = self.draft = Draft(len(self.drafts), setting, self._heading, self.inside or origin)
        self.drafts.append(draft)
        self._breaks, self._gap = 0, False
        if setting.kind == "heading":
            self._heading = draft.index
        if setting.figure is not None and setting.kind == "caption":
            setting.figure.captions.append(draft)
        return draft

    def _join(self, draft: Draft, text: str) -> None:
        """Put between two pieces what separates them: a line feed, or a blank where words would run together."""
        last = draft.parts[-1]
        if self._breaks:
            if last[-1] == " ":
                draft.parts[-1] = last[:-1]
                draft.length -= 1
            draft.parts.append("\n")
            draft.length += 1
        elif last[-1].isalnum() and text[0].isalnum():
            draft.parts.append(" ")
            draft.length += 1
        self._breaks, self._gap = 0, False

    def line_break(self) -> None:
        """End a line; two line ends in a row end the block."""
        self._breaks += 1
        if self._breaks > 1:
            self.end_block()

    def gap(self) -> None:
        """Separate the words before from those after (a superscript, a picture)."""
        self._gap = True

    def end_block(self) -> None:
        """End the block that is being read, if any."""
        self.draft = None
        self._breaks, self._gap = 0, False

    def begin_flow(self) -> None:
        """Read text that stands beside the current block (hidden inside a sentence) as blocks of its own."""
        self._flows.append((self.draft, self._breaks, self._gap))
        self.end_block()

    def end_flow(self) -> None:
        """Go back to the block that was being read."""
        self.draft, self._breaks, self._gap = self._flows.pop()

    def beside(self, text: str, setting: Setting, region: Region, kind: BlockKind, origin: object) -> int | None:
        """Add a whole block that does not interrupt the text around it; return its index, if it has a text."""
        text = _SPACE.sub(" ", text).strip()
        if not text:
            return None
        draft = Draft(len(self.drafts), setting, self._heading, self.inside or origin)
        draft.region, draft.kind = region, kind
        draft.parts.append(text)
        self.drafts.append(draft)
        return draft.index

    def ends_at(self, place: tuple[int, int]) -> bool:
        """Say whether the text read so far ends at an offset of a block."""
        return self.draft is not None and place == (self.draft.index, self.draft.length)

    def near(self) -> int:
        """Return the index of the block that is being read, or else of the last one."""
        return self.draft.index if self.draft is not None else max(len(self.drafts) - 1, 0)

    def finish(self) -> "Finished":
        """Make the blocks, links and pictures."""
        if not self.drafts and (self.links or self.images):
            setting = Setting()
            setting.region = Region.METADATA
            self.drafts.append(Draft(0, setting, None, None))
        raw = ["".join(draft.parts).rstrip() for draft in self.drafts]
        blocks = tuple(_block(draft, text) for draft, text in zip(self.drafts, raw, strict=True))
        links = tuple(_link(link, blocks, raw) for link in self.links)
        images = tuple(_image(image, blocks) for image in self.images)
        last = max(len(blocks) - 1, 0)
        comments = tuple((min(index, last), text) for index, text in self.comments)
        return Finished(blocks, links, images, comments, once(self.unread))


class Finished:
    """What became of a page."""

    __slots__ = ("blocks", "comments", "images", "links", "unread")

    def __init__(
        self,
        blocks: tuple[Block, ...],
        links: tuple[Link, ...],
        images: tuple[Image, ...],
        comments: tuple[tuple[int, str], ...],
        unread: tuple[Message, ...],
    ) -> None:
        self.blocks, self.links, self.images, self.comments, self.unread = blocks, links, images, comments, unread


def _block(draft: Draft, text: str) -> Block:
    setting, region, kind = draft.setting, draft.region, draft.kind
    cell = None
    if setting.table is not None and setting.table.real:
        cell = setting.cell
        if region is Region.MAIN:
            region = Region.TABLE
        if cell is not None and kind == "paragraph":
            kind = "cell"
    return Block(
        index=draft.index,
        text=nfc(text),
        region=region,
        kind=kind,
        language=setting.block_language if draft.mixed else setting.language,
        heading=draft.heading,
        cell=cell,
        list_level=setting.level,
        quoted=draft.quoted or ("<" in text and _SOURCE.search(text) is not None),
        rank=setting.rank,
    )


def _link(link: LinkDraft, blocks: tuple[Block, ...], raw: list[str]) -> Link:
    if link.first is None:
        return Link(link.target, "", min(link.near, len(blocks) - 1), None, link.visible and link.seen)
    (first, start), (last, end) = link.first, link.last
    if blocks[first].text is not raw[first] or blocks[last].text is not raw[last]:
        start, end = len(nfc(raw[first][:start])), len(nfc(raw[last][:end]))
    span = Span(first, start, last, end)
    region = blocks[first].region
    between = (block.text for block in blocks[first + 1 : last] if block.region is region)
    if first == last:
        text = blocks[first].text[start:end]
    else:
        text = _flat((blocks[first].text[start:], *between, blocks[last].text[:end]))
    return Link(link.target, text.replace("\n", " "), first, span, link.visible)


def _flat(texts: Iterable[str]) -> str:
    return " ".join(text.strip() for text in texts)


def _tidy(text: str) -> str:
    return nfc(_SPACE.sub(" ", text).strip())


def _image(image: ImageDraft, blocks: tuple[Block, ...]) -> Image:
    labels = list(image.labels)
    if image.figure is not None:
        labels += [blocks[draft.index].text for draft in image.figure.captions]
    return Image(
        names=tuple(dict.fromkeys(image.names)),
        alt=_tidy(image.alt) if image.alt else "",
        labels=tuple(dict.fromkeys(map(_tidy, labels))) if labels else (),
        block=min(image.block, len(blocks) - 1),
        width=image.width,
        height=image.height,
        visible=image.visible,
        link=image.link.target if image.link is not None else None,
        inside=image.inside,
    )
