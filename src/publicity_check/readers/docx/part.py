"""Reads one part of a Word document from its first paragraph to its last: body, header, footnotes …"""

from collections.abc import Iterator
from typing import NamedTuple

from publicity_check.publication import BlockKind, Cell, Region
from publicity_check.readers.docx.collect import Collector, Place
from publicity_check.readers.docx.colors import shade_of
from publicity_check.readers.docx.drawings import Drawings, DrawnText, Picture, outside_targets
from publicity_check.readers.docx.letters import Ground
from publicity_check.readers.docx.package import Package
from publicity_check.readers.docx.page import is_flat_row, is_table_off, is_unseen_cell
from publicity_check.readers.docx.paragraph import SEEN, SILENT, Drawn, Fate, Field, Paragraph, alternative, content_of
from publicity_check.readers.docx.styles import PLAIN, Look, Styles
from publicity_check.readers.docx.xml import MC, VML, WP, Element, number, r, switch, value, w
from publicity_check.values.message import Message, Quote

_PARAGRAPH, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
_DELETED = {w("del"), w("moveFrom")}
_ALTERNATIVE = f"{{{MC}}}AlternateContent"


class Called(NamedTuple):
    """From where a note or comment was referred to."""

    heading: int | None
    fate: Fate


class Tables:
    """Counts the tables of a document, across its parts."""

    def __init__(self) -> None:
        self._next = 0

    def number(self) -> int:
        """Return the next table's number, from 0."""
        self._next += 1
        return self._next - 1


class Story:
    """One part of a document, read into a collector.

    ``called`` tells, after reading, which notes and comments the part referred to, and from where. ``paragraphs``,
    where it is given, gathers the part and the element that each block was read from.
    """

    def __init__(
        self,
        package: Package,
        part: str,
        styles: Styles,
        tables: Tables,
        collector: Collector,
        paragraphs: dict[int, tuple[str, Element]] | None = None,
    ) -> None:
        self.called: dict[tuple[str, str], Called] = {}
        relations = package.relations(part)
        self._package, self._relations, self._styles, self._tables = package, relations, styles, tables
        self._targets = outside_targets(relations)
        self._drawings = Drawings(package, part, styles.theme, styles.page)
        self._collector = collector
        self._part, self._origins = part, paragraphs
        self._fields: list[Field] = []
        self._paragraphs = 0
        self._boxes = 0
        self._heading: int | None = None
        self._paper: Ground = None
        self._lone = False
        """Whether one thing at most is drawn in the part, so that nothing lies behind it."""

    def read(self, root: Element, place: Place) -> None:
        """Read everything inside an element; ``place`` names the part and its region.

        Paragraphs are counted on from what was read before.
        """
        self._heading, self._paper = place.heading, place.ground
        self._lone = sum(1 for _ in root.iter(f"{{{WP}}}docPr", f"{{{VML}}}imagedata")) <= 1
        self._read(root, place if _nothing_behind(root) else place._replace(ground=None))

    def _read(self, parent: Element, place: Place) -> None:
        for element in parent:
            tag = element.tag
            if tag == _PARAGRAPH:
                self._paragraph(element, place)
            elif tag == _TABLE:
                self._table(element, place)
            elif tag in SILENT:
                continue
            elif tag in _DELETED:
                self._read(element, place.of(Fate(deleted=True)))
            elif tag in (w("altChunk"), w("subDoc")):
                relation = self._relations.get(element.get(r("id"), ""))
                told = Message("unread-inserted", {"part": Quote(relation.target)} if relation else {"part": "?"})
                self._package.unread.append(told)
            elif (inside := _inside(element)) is not None:
                self._read(inside, place)

    def _paragraph(self, element: Element, place: Place) -> None:
        if not len(element):
            return
        paragraph = Paragraph(element, self._styles, self._targets, self._fields, place.ground, place.around)
        if not self._boxes:
            seen = place.fate == SEEN and any(
                fate == SEEN for fate in (*paragraph.texts, *(d.fate for d in paragraph.drawn))
            )
            self._paragraphs += seen
            place = place._replace(paragraph=max(1, self._paragraphs), heading=self._heading)
        blocks = {fate: self._block(paragraph, fate, place) for fate in sorted(paragraph.texts)}
        if self._origins is not None:
            self._origins |= {index: (self._part, element) for index in blocks.values() if index is not None}
        for link in paragraph.links:
            block = blocks.get(link.fate)
            if block is not None:
                self._collector.add_link(link.anchor.target, block, link.start, link.end)
        for note in paragraph.notes:
            fate = place.of(note.fate).fate
            self.called.setdefault((note.kind, note.id), Called(self._heading, fate))
        for drawn in paragraph.drawn:
            self._draw(drawn, place)

    def _block(self, paragraph: Paragraph, fate: Fate, place: Place) -> int | None:
        builder, look = paragraph.texts[fate], paragraph.look
        text = builder.text
        if not text:
            return None
        place = place.of(fate)
        kind: BlockKind = "paragraph"
        if look.heading:
            kind = "heading"
        elif look.caption:
            kind = "caption"
        elif look.list_level:
            kind = "list-item"
        elif place.cell is not None:
            kind = "cell"
        index = self._collector.add(text, place, kind, builder.language, look.list_level or 0, quoted=bool(look.quoted))
        if kind == "heading" and place.fate == SEEN and not self._boxes:
            self._heading = index
        return index

    def _draw(self, drawn: Drawn, place: Place) -> None:
        place = place.of(drawn.fate)
        for thing in self._drawings.look(drawn.element):
            if isinstance(thing, Picture):
                self._collector.add_picture(thing, place, drawn.link.target if drawn.link else None)
                continue
            boxed = place.boxed(hidden=thing.hidden)
            if isinstance(thing, DrawnText):
                self._collector.add_plain(thing.text, boxed, "paragraph")
            else:
                behind = self._paper if thing.open and self._lone else thing.ground
                boxed = boxed._replace(ground=behind)
                self._boxes += 1
                fields, self._fields = self._fields, []
                self._read(thing.content, boxed)
                self._fields = fields
                self._boxes -= 1

    def _ground(self, properties: Element | None, around: Ground) -> Ground:
        """Return what lies behind letters in a table or cell; ``around`` holds if its properties say nothing."""
        shade, patterned = shade_of(properties, self._styles.theme)
        return None if patterned else shade or around

    def _table(self, table: Element, place: Place) -> None:
        count = self._tables.number()
        properties = table.find(w("tblPr"))
        style = value(properties, "tblStyle")
        look = PLAIN if style is None else self._styles.look(style)
        around = Look(hidden=look.hidden, letters=look.letters)
        of_table = None if look.shades else place.ground
        of_table = self._ground(properties, of_table)
        heads = bool(look.heads_table) and _first_row_on(properties)
        place = place.of(Fate(hidden=is_table_off(properties, self._styles.page)))._replace(
            around=around.over(place.around)
        )
        for row, (line, line_fate) in enumerate(_wrapped(table, _ROW, SEEN)):
            settings = line.find(w("trPr"))
            deleted = settings is not None and settings.find(w("del")) is not None
            hidden = bool(switch(settings, "hidden")) or is_flat_row(settings)
            header = bool(switch(settings, "tblHeader")) or (heads and row == 0)
            column = number(value(settings, "gridBefore")) or 0
            of_line = place.of(line_fate).of(Fate(deleted, hidden))
            for cell, cell_fate in _wrapped(line, _CELL, SEEN):
                about = cell.find(w("tcPr"))
                gone = about is not None and about.find(w("cellDel")) is not None
                where = (
                    of_line.of(cell_fate)
                    .of(Fate(gone, is_unseen_cell(properties, about)))
                    ._replace(cell=Cell(count, row, column, header))
                )
                ground = self._ground(about, of_table)
                self._read(cell, where._replace(region=_tabled(place.region), ground=ground))
                column += max(1, min(number(value(about, "gridSpan")) or 1, 1000))


def _nothing_behind(root: Element) -> bool:
    """Say whether no picture or shape lies behind the text of a part."""
    return not any(anchor.get("behindDoc") in {"1", "true"} for anchor in root.iter(f"{{{WP}}}anchor")) and not any(
        "z-index:-" in shape.get("style", "").replace(" ", "") for shape in root.iter(f"{{{VML}}}shape")
    )


def _inside(element: Element) -> Element | None:
    """Return where the content of a wrapper stands: the element itself but for controls and alternatives."""
    if element.tag == w("sdt"):
        return content_of(element)
    return alternative(element) if element.tag == _ALTERNATIVE else element


def _wrapped(parent: Element, wanted: str, fate: Fate) -> Iterator[tuple[Element, Fate]]:
    """Yield rows of a table or cells of a row, also those in content controls and tracked changes."""
    for element in parent:
        if element.tag == wanted:
            yield element, fate
        elif element.tag not in SILENT and element.tag not in (_PARAGRAPH, _TABLE):
            inside = _inside(element)
            if inside is not None:
                yield from _wrapped(
                    inside, wanted, Fate(deleted=True, hidden=fate.hidden) if element.tag in _DELETED else fate
                )


def _first_row_on(properties: Element | None) -> bool:
    look = None if properties is None else properties.find(w("tblLook"))
    if look is None:
        return False
    bits = look.get(w("val"), "0")
    return look.get(w("firstRow"), "0") in ("1", "true") or bool(number(bits) is not None and int(bits, 16) & 0x20)


def _tabled(region: Region) -> Region:
    return Region.TABLE if region is Region.MAIN else region
