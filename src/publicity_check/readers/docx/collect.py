"""Gathers the blocks, links and pictures of a Word document, and where each block stands."""

import hashlib
from typing import NamedTuple

from publicity_check.publication import (
    Appearance,
    Block,
    BlockKind,
    Cell,
    Image,
    Link,
    Locator,
    Open,
    Publication,
    Region,
    Span,
)
from publicity_check.readers.colors import WHITE, Color
from publicity_check.readers.docx.drawings import Picture
from publicity_check.readers.docx.paragraph import Fate
from publicity_check.readers.docx.styles import PLAIN, Look
from publicity_check.readers.docx.text import TextBuilder
from publicity_check.values.message import Message, once


class Place(NamedTuple):
    """Where blocks stand that are added: what is the same for all of a paragraph."""

    part: str
    region: Region
    fate: Fate = Fate()
    paragraph: int | None = None
    heading: int | None = None
    cell: Cell | None = None
    ground: Color | None = WHITE
    """What lies behind letters here; ``None`` where it cannot be told."""
    around: Look = PLAIN
    """What the style of a table around says of letters."""

    def of(self, fate: Fate) -> "Place":
        """Return this place for something that was deleted or is hidden."""
        return self._replace(fate=Fate(self.fate.deleted or fate.deleted, self.fate.hidden or fate.hidden))

    def boxed(self, *, hidden: bool) -> "Place":
        """Return this place for what stands in a box that hangs here."""
        region = Region.COMMENT if self.region is Region.COMMENT else Region.TEXT_BOX
        return self.of(Fate(hidden=hidden))._replace(region=region, cell=None, ground=None, around=PLAIN)

    @property
    def shown_as(self) -> Region:
        """The region of a block here."""
        if self.fate.deleted:
            return Region.DELETED
        return Region.HIDDEN if self.fate.hidden else self.region


class Collector:
    """Grows a publication block by block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.appearances: list[Appearance] = []
        self.unread: list[Message] = []
        self._places: list[Place] = []

    def add(
        self,
        text: str,
        place: Place,
        kind: BlockKind = "paragraph",
        language: str | None = None,
        list_level: int = 0,
        *,
        quoted: bool = False,
    ) -> int:
        """Add a block and return its index."""
        index = len(self.blocks)
        self.blocks.append(
            Block(index, text, place.shown_as, kind, language, place.heading, place.cell, list_level, quoted)
        )
        self._places.append(place)
        return index

    def add_plain(self, text: str | None, place: Place, kind: BlockKind = "other") -> int | None:
        """Add a block of text that has no parts of its own and return its index, ``None`` if it is blank."""
        builder = TextBuilder()
        builder.add(text or "")
        return self.add(builder.text, place, kind) if builder.text else None

    def add_link(self, target: str, block: int, start: int, end: int) -> None:
        """Add a link on the text from ``start`` to ``end`` of a block."""
        whole = self.blocks[block]
        text = whole.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        span = Span.within(block, start, start + len(text)) if text else None
        self.links.append(Link(target, text, block, span, whole.region.visible))

    def add_picture(self, picture: Picture, place: Place, target: str | None) -> None:
        """Add a picture, its description as a block, and a link if it carries one."""
        place = place.of(Fate(hidden=picture.hidden))
        visible = place.shown_as.visible
        described = self.add_plain(picture.alt, place._replace(region=Region.ALT_TEXT), "alt")
        block = max(0, len(self.blocks) - 1) if described is None else described
        link = target or picture.link
        self.images.append(
            Image(picture.names, picture.alt, picture.labels, block, picture.width, picture.height, visible, link)
        )
        done = picture.done
        self.appearances.append(Appearance(picture.width, picture.height, cropped=done.cropped, effects=done.effects))
        if link:
            self.links.append(Link(link, "", block, None, visible))

    def publication(self, data: bytes, name: str, language: str | None, opens: Open) -> Publication:
        """Return what was gathered; ``opens`` gives the files of pictures by the names of their parts."""
        if not self.blocks and (self.links or self.images):
            self.add("", Place("body", Region.MAIN, paragraph=1), "other")
        blocks, places = tuple(self.blocks), tuple(self._places)

        def locate(block: int, _offset: int) -> Locator:
            place = places[block]
            heading = None if place.heading is None else blocks[place.heading].text
            return Locator(part=place.part, paragraph=place.paragraph, heading=heading)

        return Publication(
            name=name,
            format="docx",
            sha256=hashlib.sha256(data).hexdigest(),
            blocks=blocks,
            links=tuple(self.links),
            images=tuple(self.images),
            language=language,
            unread=once(self.unread),
            locate=locate,
            nearby=opens,
            appearances=tuple(self.appearances).__getitem__,
            paged=True,
        )
