"""Whether the frame of something drawn lies on a page of a Word document, and has room for what is in it."""

import re
from collections.abc import Sequence

from publicity_check.readers.docx.page import Page
from publicity_check.readers.docx.xml import VML, WP, Element, local, number

_EXTENT, _OFFSET = f"{{{WP}}}extent", f"{{{WP}}}posOffset"
_ACROSS = f"{{{WP}}}positionH"
_EMU_PER_TWIP = 635
_SPECK = 12_700
"""English Metric Units: in a frame of one point nothing is seen."""
_LOW = 64_000
"""English Metric Units: a text box of five points that does not grow shows no line."""
_STYLED = re.compile(
    r"(?:^|;)\s*(width|height|margin-left|margin-top|left|top)\s*:"
    r"\s*(-?[0-9]{1,6}(?:\.[0-9]{1,6})?)\s*(pt|in|cm|mm|px|pc|)\b"
)
_POINTS = {"pt": 96 / 72, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "px": 1.0, "pc": 16.0, "": 1.0}
_FAR_IN_PIXELS = 900.0
_SPECK_IN_PIXELS = 1.5


def is_nowhere(elements: Sequence[Element], page: Page) -> bool:
    """Say whether what is drawn has no size, or lies beside every page."""
    for element in elements:
        tag = element.tag
        if tag == _EXTENT:
            sides = (number(element.get("cx")), number(element.get("cy")))
            if any(side is not None and side <= _SPECK for side in sides):
                return True
        elif tag == _OFFSET:
            far = number(element.text)
            twips = None if far is None else far // _EMU_PER_TWIP
            parent = element.getparent()
            across = parent is not None and parent.tag == _ACROSS
            if page.is_beside(twips) if across else page.is_below(twips):
                return True
        elif tag.startswith(f"{{{VML}}}") and tag != f"{{{VML}}}shapetype":
            sizes = {
                key: float(n) * _POINTS.get(u, 1.0) for key, n, u in _STYLED.findall(element.get("style", "").lower())
            }
            if any(sizes.get(key, 9.0) <= _SPECK_IN_PIXELS for key in ("width", "height")):
                return tag != f"{{{VML}}}line"
            if any(sizes.get(key, 0.0) <= -_FAR_IN_PIXELS for key in ("margin-left", "margin-top", "left", "top")):
                return True
    return False


def is_too_low(content: Element, elements: Sequence[Element]) -> bool:
    """Say whether a text box, which does not grow with its text, has no room for a line of it."""
    if any(local(element) == "spAutoFit" for element in elements):
        return False
    heights = [number(element.get("cy")) for element in elements if element.tag == _EXTENT]
    alone = sum(element.tag == content.tag for element in elements) == 1
    return alone and any(height is not None and height <= _LOW for height in heights)
