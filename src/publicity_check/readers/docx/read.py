"""Reads Word documents (``.docx``, ``.docm``, ``.dotx``, Transitional and Strict; ISO/IEC 29500).

Every part that holds text is read and labelled: the body with its tables and text boxes, headers and footers,
footnotes, endnotes, comments, descriptions of pictures and the properties of the document. A tab is a blank, as any
other white space. Paragraphs are counted from 1 within their part; empty ones do not count, and what stands in a
text box has the number of the paragraph that the box hangs on.
"""

from collections import Counter
from typing import NamedTuple

from publicity_check.errors import ReadError
from publicity_check.publication import Publication, Region
from publicity_check.readers.colors import WHITE
from publicity_check.readers.docx.collect import Collector, Place
from publicity_check.readers.docx.colors import hexadecimal, theme_of
from publicity_check.readers.docx.package import Package
from publicity_check.readers.docx.page import background_of, page_of
from publicity_check.readers.docx.paragraph import Fate
from publicity_check.readers.docx.part import Called, Story, Tables
from publicity_check.readers.docx.sections import PageMargin, page_margins
from publicity_check.readers.docx.styles import Styles
from publicity_check.readers.docx.xml import Element, w
from publicity_check.values.message import Term

_PROPERTIES = (
    ("{http://purl.org/dc/elements/1.1/}title", "title"),
    ("{http://purl.org/dc/elements/1.1/}subject", "subject"),
    ("{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords", "keywords"),
    ("{http://purl.org/dc/elements/1.1/}description", "description"),
)
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_UNWRITTEN = ("separator", "continuationSeparator", "continuationNotice")
AUTHOR = "publicity-check"
"""Who writes the comments in a draft that is given back; they are no part of the publication."""
_OTHERS = {"workbook": "a spreadsheet", "presentation": "a presentation"}


def read(data: bytes, name: str) -> Publication:
    """Read a Word document.

    Args:
        data: the bytes of the file.
        name: its name, for messages.

    Returns:
        the publication; what could not be read of it is listed in its ``unread``.

    Raises:
        ReadError: if the file is no Word document, damaged, protected by a password, or made to do harm.

    """
    return _opened(data, name).publication(data)


class Origin(NamedTuple):
    """Where the text of a block stands in its file: the part's name, and which of its ``w:p`` elements, from 0."""

    part: str
    paragraph: int


def origins(data: bytes, name: str) -> tuple[str, tuple[Origin | None, ...]]:
    """Return the name of the main part of a Word document, and where the text of each of its blocks comes from.

    The blocks are those that :func:`read` returns; ``None`` is for one that is no paragraph (a property, a
    description). Raises what :func:`read` raises.
    """
    reading = _opened(data, name, keeping=True)
    reading.publication(data)
    return reading.main, reading.origins()


def _opened(data: bytes, name: str, *, keeping: bool = False) -> "_Reading":
    package = Package(data, name)
    main = _main_part(package)
    document = package.required(main)
    if document.tag != w("document"):
        kind = _OTHERS.get(document.tag.rpartition("}")[2], "something else")
        raise ReadError(f"{name} is not a Word document but {kind}. Save the text as .docx or .html and check that.")
    return _Reading(package, main, document, keeping=keeping)


def _main_part(package: Package) -> str:
    related = package.related("", "officeDocument")
    if related is not None and package.has(related):
        return related
    if package.has("word/document.xml"):
        return "word/document.xml"
    if package.has("mimetype") and package.has("content.xml"):
        raise ReadError(f"{package.name} is an OpenDocument file. Save it as .docx and check that copy.")
    raise ReadError(
        f"{package.name} is a ZIP archive without a Word document inside. Check the .docx itself, not an archive of it."
    )


class _Reading:
    """One document while it is read."""

    def __init__(self, package: Package, main: str, document: Element, *, keeping: bool) -> None:
        self._package, self.main, self._document = package, main, document
        self._paragraphs: dict[int, tuple[str, Element]] | None = {} if keeping else None
        self._collector = Collector()
        self._collector.unread = package.unread
        self._settings = self._part("settings")
        theme = theme_of(self._part("theme"))
        self._styles = Styles(self._part("styles"), self._settings, theme, page_of(document))
        self._paper = hexadecimal(background_of(document, self._settings)) or WHITE
        self._tables = Tables()

    def publication(self, data: bytes) -> Publication:
        """Read all parts, in the order in which a reader meets them."""
        margins = page_margins(self._document, self._settings, self._package.relations(self.main))
        self._read_properties()
        for margin in margins:
            if margin.is_header and margin.in_use:
                self._read_margin(margin)
        main = self._story(self.main)
        main.read(self._document, Place("body", Region.MAIN, ground=self._paper))
        for kind, item in _NOTES:
            self._read_notes(kind, item, main.called)
        for margin in sorted(margins, key=lambda margin: not margin.in_use):
            if not (margin.is_header and margin.in_use):
                self._read_margin(margin)
        self._read_notes("comments", "comment", main.called)
        return self._collector.publication(data, self._package.name, self._language(), self._package.picture)

    def origins(self) -> tuple[Origin | None, ...]:
        """Return where the text of each block comes from, once all parts are read and if paragraphs were kept."""
        found = self._paragraphs or {}
        roots = {part: element.getroottree().getroot() for part, element in found.values()}
        numbers = {
            (part, element): number for part, root in roots.items() for number, element in enumerate(root.iter(w("p")))
        }
        return tuple(
            Origin(found[index][0], numbers[found[index]]) if index in found else None
            for index in range(len(self._collector.blocks))
        )

    def _story(self, part: str) -> Story:
        return Story(self._package, part, self._styles, self._tables, self._collector, self._paragraphs)

    def _part(self, kind: str) -> Element | None:
        part = self._package.related(self.main, kind)
        return None if part is None else self._package.optional(part, Term("word-part", kind))

    def _read_properties(self) -> None:
        part = self._package.related("", "core-properties")
        root = None if part is None else self._package.optional(part, Term("word-part", "properties"))
        if root is None:
            return
        for tag, label in _PROPERTIES:
            place = Place(f"document properties, {label}", Region.METADATA)
            self._collector.add_plain(root.findtext(tag), place, "title" if label == "title" else "other")

    def _read_margin(self, margin: PageMargin) -> None:
        root = self._package.optional(margin.part, Term("word-part", "header" if margin.is_header else "footer"))
        if root is not None:
            region = Region.HEADER if margin.is_header else Region.FOOTER
            self._story(margin.part).read(
                root, Place(margin.label, region, Fate(hidden=not margin.in_use), ground=self._paper)
            )

    def _read_notes(self, kind: str, item: str, called: dict[tuple[str, str], Called]) -> None:
        part = self._package.related(self.main, kind)
        root = None if part is None else self._package.optional(part, Term("word-part", kind))
        if part is None or root is None:
            return
        story = self._story(part)
        region = Region.COMMENT if kind == "comments" else Region.FOOTNOTE
        for note in root.iterchildren(w(item)):
            if note.get(w("type")) in _UNWRITTEN or (kind == "comments" and note.get(w("author")) == AUTHOR):
                continue
            caller = called.get((item, note.get(w("id"), "")))
            # A note that nothing refers to any more stays in the file and is on no page.
            fate = caller.fate if caller else Fate(hidden=True)
            fate = Fate() if region is Region.COMMENT else fate
            story.read(note, Place(kind, region, fate, heading=caller.heading if caller else None, ground=self._paper))

    def _language(self) -> str | None:
        """Return the language that most of the visible text declares, else the document's default."""
        declared: Counter[str | None] = Counter()
        for block in self._collector.blocks:
            if block.region.visible:
                declared[block.language] += len(block.text)
        most = declared.most_common(1)[0][0] if declared else None
        return most or self._styles.language
