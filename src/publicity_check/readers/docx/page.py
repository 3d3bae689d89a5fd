"""Where paragraphs, rows and tables of a Word document lie, and whether that is on a page.

Distances are those of the file: twentieths of a point (twips).
"""

from typing import NamedTuple

from publicity_check.readers.docx.xml import Element, number, w

FLAT = 80
"""Twips: a line or row of exactly that height (4 pt) shows nothing that can be read of what stands on it."""
NARROW = 60
"""Twips: a column or frame of exactly that width holds no letter."""
_MARGIN = 1_000
"""Twips that a page keeps free at its edge at least, so that what begins nearer to it has no room."""


class Page(NamedTuple):
    """The largest page of a document."""

    width: int = 12_240
    height: int = 15_840

    def is_beside(self, place: int | None) -> bool:
        """Say whether what begins so far from the left edge, or from a margin, is on no page."""
        return place is not None and (place >= self.width - _MARGIN or place <= -self.width)

    def is_below(self, place: int | None) -> bool:
        """Say whether what begins so far from the top is on no page."""
        return place is not None and (place >= self.height or place <= -self.height // 2)


def page_of(document: Element) -> Page:
    """Return the largest page that the sections of a document ask for."""
    sizes = list(document.iter(w("pgSz")))
    widths, heights = ([n for size in sizes if (n := number(size.get(w(key)))) and n > 0] for key in "wh")
    usual = Page()
    return Page(max(widths, default=usual.width), max(heights, default=usual.height))


def is_flat(properties: Element) -> bool | None:
    """Say whether a paragraph's properties make its lines no higher than nothing; ``None`` where they say nothing."""
    spacing = properties.find(w("spacing"))
    line = None if spacing is None else number(spacing.get(w("line")))
    if spacing is None or line is None:
        return None
    return spacing.get(w("lineRule")) == "exact" and line <= FLAT


def is_indented_off(properties: Element, page: Page) -> bool | None:
    """Say whether a paragraph's indents leave it no room on the page; ``None`` where they say nothing."""
    indent = properties.find(w("ind"))
    if indent is None:
        return None
    names = ("left", "start", "right", "end", "firstLine", "hanging")
    sides = [number(indent.get(w(name))) or 0 for name in names]
    return any(page.is_beside(side) for side in (*sides, sides[0] + sides[1] + sides[2] + sides[3]))


def is_framed_off(properties: Element, page: Page) -> bool | None:
    """Say whether a paragraph's frame lies on no page or has no size; ``None`` where it has no frame."""
    frame = properties.find(w("framePr"))
    if frame is None:
        return None
    x, y, wide, high = (number(frame.get(w(name))) for name in ("x", "y", "w", "h"))
    if page.is_beside(x) or page.is_below(y):
        return True
    flat = frame.get(w("hRule")) == "exact" and high is not None and high <= FLAT
    return flat or (wide is not None and 0 < wide <= NARROW and frame.get(w("hRule")) == "exact")


def is_flat_row(properties: Element | None) -> bool:
    """Say whether a row's properties (``w:trPr``) make it no higher than nothing."""
    height = None if properties is None else properties.find(w("trHeight"))
    if height is None or height.get(w("hRule")) != "exact":
        return False
    size = number(height.get(w("val")))
    return size is not None and size <= FLAT


def is_table_off(properties: Element | None, page: Page) -> bool:
    """Say whether a table's properties (``w:tblPr``) put it beside every page."""
    if properties is None:
        return False
    placed, indent = properties.find(w("tblpPr")), properties.find(w("tblInd"))
    if placed is not None and (
        page.is_beside(number(placed.get(w("tblpX")))) or page.is_below(number(placed.get(w("tblpY"))))
    ):
        return True
    return indent is not None and indent.get(w("type"), "dxa") == "dxa" and page.is_beside(number(indent.get(w("w"))))


def is_unseen_cell(table: Element | None, cell: Element | None) -> bool:
    """Say whether nothing is seen of a cell: it is merged into the one above it, or no wider than nothing."""
    if cell is None:
        return False
    merged = cell.find(w("vMerge"))
    if merged is not None and merged.get(w("val"), "continue") == "continue":
        return True
    layout, width = (None if table is None else table.find(w("tblLayout"))), cell.find(w("tcW"))
    if layout is None or layout.get(w("type")) != "fixed" or width is None or width.get(w("type"), "dxa") != "dxa":
        return False
    size = number(width.get(w("w")))
    return size is not None and 0 < size <= NARROW


def background_of(document: Element, settings: Element | None) -> str:
    """Return the colour that a document gives its pages on the screen, in hexadecimal digits; "" for paper."""
    shown = None if settings is None else settings.find(w("displayBackgroundShape"))
    background = document.find(w("background"))
    if background is None or shown is None or _is_off(shown):
        return ""
    return background.get(w("color"), "")


def _is_off(element: Element) -> bool:
    return element.get(w("val"), "true").lower() in {"0", "false", "off"}
