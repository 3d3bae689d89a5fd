"""Whether letters in a Word document can be read: their colour on their ground, their size, the lines they stand on.

Sizes are those of the file: half-points of letters, twentieths of a point (twips) of lines and distances.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from publicity_check.readers.colors import BLACK, FAINT, WHITE, Color, differ
from publicity_check.readers.docx.xml import WORD_2010, A, Element, number, switch, value, w

TINY = 2
"""Half-points: letters of one point cannot be read."""
NARROW = 5
"""Per cent of their width at which letters are a line."""
FLAT = 40
"""Twips: a line or row of exactly that height shows nothing of what stands on it."""
FAR = 14_000
"""Twips: what is moved so far (25 cm) is on no page."""

Ground = Color | None
"""What letters stand on; ``None`` where it cannot be told."""
Theme = Mapping[str, Color]
"""The colours of a document's theme, by their names in the file ("lt1", "accent1")."""

_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000ff",
    "cyan": "00ffff",
    "green": "00ff00",
    "magenta": "ff00ff",
    "red": "ff0000",
    "yellow": "ffff00",
    "white": "ffffff",
    "darkblue": "000080",
    "darkcyan": "008080",
    "darkgreen": "008000",
    "darkmagenta": "800080",
    "darkred": "800000",
    "darkyellow": "808000",
    "darkgray": "808080",
    "lightgray": "c0c0c0",
}
_THEME_NAMES = {
    "background1": "lt1",
    "light1": "lt1",
    "text1": "dk1",
    "dark1": "dk1",
    "background2": "lt2",
    "light2": "lt2",
    "text2": "dk2",
    "dark2": "dk2",
    "hyperlink": "hlink",
    "followedhyperlink": "folHlink",
}
_AUTOMATIC = "auto"


class Letters(msgspec.Struct, frozen=True, gc=False):
    """How letters are printed, as far as it is said; ``None`` where nothing is said."""

    color: Color | None = None
    automatic: bool | None = None
    """Whether Word chooses black or white, whichever stands out from the ground."""
    ground: Color | None = None
    patterned: bool | None = None
    """Whether the ground is a pattern, whose colour cannot be told."""
    size: int | None = None
    width: int | None = None
    struck: bool | None = None
    empty: bool | None = None
    """Whether letters are not filled at all."""
    outlined: bool | None = None

    def over(self, base: "Letters") -> "Letters":
        """Return these, completed by what others say."""
        if base == PLAIN:
            return self
        if self == PLAIN:
            return base
        mine = msgspec.structs.asdict(self)
        made = {key: getattr(base, key) if said is None else said for key, said in mine.items()}
        if self.color is not None or self.automatic:
            made["color"], made["automatic"] = self.color, self.automatic
        if self.ground is not None or self.patterned:
            made["ground"], made["patterned"] = self.ground, self.patterned
        return Letters(**made)

    def can_be_read(self, behind: Ground) -> bool:
        """Say whether a reader sees letters on a ground, struck through or not."""
        if (self.size is not None and self.size <= TINY) or (self.width is not None and self.width <= NARROW):
            return False
        if self.outlined:
            return True
        if self.empty:
            return False
        ground = None if self.patterned else (self.ground or behind)
        if ground is None:
            return True
        if self.automatic or self.color is None:
            # By itself Word sets letters off from a shade behind the paragraph; from a marker it does not.
            return self.ground is None or not self.marked or differ(BLACK, ground) >= FAINT
        if self.color.alpha < FAINT:
            return False
        return differ(self.color.over(ground), ground) >= FAINT

    marked: bool | None = None
    """Whether the ground is that of a marker (``w:highlight``)."""


PLAIN = Letters()


def letters_of(properties: Element | None, theme: Theme) -> Letters:
    """Return what the properties of a run (``w:rPr``) say of its letters."""
    if properties is None or not len(properties):
        return PLAIN
    color, automatic = _color(properties.find(w("color")), "val", theme)
    shade, patterned = shade_of(properties, theme)
    marker = (value(properties, "highlight") or "none").lower()
    if marker in _HIGHLIGHTS:
        shade, patterned = hexadecimal(_HIGHLIGHTS[marker]), None
    struck = [switch(properties, name) for name in ("strike", "dstrike")]
    filled = properties.find(f"{{{WORD_2010}}}textFill")
    empty = None if filled is None else filled.find(f"{{{WORD_2010}}}noFill") is not None
    if filled is not None and (own := _solid(filled)) is not None:
        color, automatic = own, None
    outline = properties.find(f"{{{WORD_2010}}}textOutline")
    return Letters(
        color=color,
        automatic=automatic,
        ground=shade,
        patterned=patterned,
        marked=True if marker in _HIGHLIGHTS else None,
        size=_digits(value(properties, "sz")),
        width=_digits(value(properties, "w")),
        struck=True if any(struck) else None if struck == [None, None] else False,
        empty=empty,
        outlined=_is_painted(outline, filled),
    )


def _is_painted(outline: Element | None, filled: Element | None) -> bool | None:
    """Say whether letters are drawn by an outline or in several colours, so that they stand out from any ground."""
    if filled is not None and filled.find(f"{{{WORD_2010}}}gradFill") is not None:
        return True
    return None if outline is None else outline.find(f"{{{WORD_2010}}}noFill") is None


def shade_of(properties: Element | None, theme: Theme) -> tuple[Color | None, bool | None]:
    """Return the colour of a shade (``w:shd``), and whether it is a pattern whose colour cannot be told."""
    shade = None if properties is None else properties.find(w("shd"))
    if shade is None:
        return None, None
    kind = (shade.get(w("val")) or "clear").lower()
    if kind in {"nil", "none"}:
        return None, None
    color, _ = _color(shade, "color" if kind == "solid" else "fill", theme)
    if kind not in {"clear", "solid"}:
        return None, True
    if kind == "solid" and color is None:
        return BLACK, None
    return color, None


def _color(element: Element | None, name: str, theme: Theme) -> tuple[Color | None, bool | None]:
    """Return the colour that an attribute or a theme gives, and whether it is left to Word."""
    if element is None:
        return None, None
    prefix = "theme" if name in {"val", "color"} else "themeFill"
    themed = element.get(w("themeColor" if prefix == "theme" else "themeFill"), "").lower()
    changed = element.get(w(f"{prefix}Tint")) or element.get(w(f"{prefix}Shade"))
    if themed and not changed:
        found = theme.get(_THEME_NAMES.get(themed, themed))
        if found is not None:
            return found, None
    said = element.get(w(name), "").lower()
    return (None, True) if said in {_AUTOMATIC, ""} else (hexadecimal(said), None)


@lru_cache(maxsize=1024)
def hexadecimal(said: str) -> Color | None:
    """Return the colour that six hexadecimal digits name.

    >>> hexadecimal("FFFFFF")
    Color(red=1.0, green=1.0, blue=1.0, alpha=1.0)
    """
    if not re.fullmatch(r"[0-9a-fA-F]{6}", said):
        return None
    red, green, blue = (int(said[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return Color(red, green, blue)


def _solid(filled: Element) -> Color | None:
    """Return the colour that a fill of Word 2010 gives letters."""
    named = filled.find(f"{{{WORD_2010}}}solidFill/{{{WORD_2010}}}srgbClr")
    if named is None:
        return None
    color = hexadecimal(named.get(f"{{{WORD_2010}}}val", ""))
    alpha = named.find(f"{{{WORD_2010}}}alpha")
    through = number(alpha.get(f"{{{WORD_2010}}}val")) if alpha is not None else None
    return color if color is None or through is None else color.fainter(1 - min(through, 100_000) / 100_000)


_DIGITS = re.compile(r"(\d+(?:\.\d+)?)(pt|%)?")


def _digits(said: str | None) -> int | None:
    """Return a size in half-points or per cent; Strict documents write a unit behind it."""
    found = _DIGITS.fullmatch(said or "")
    if not found:
        return None
    return round(float(found[1]) * (2 if found[2] == "pt" else 1))


def theme_of(root: Element | None) -> Theme:
    """Return the colours of a theme; those of an office's paper where there is none."""
    known = {"lt1": WHITE, "dk1": BLACK}
    scheme = None if root is None else root.find(f"{{{A}}}themeElements/{{{A}}}clrScheme")
    for element in () if scheme is None else scheme:
        inside = next(iter(element), None)
        said = "" if inside is None else inside.get("lastClr") or inside.get("val") or ""
        if (color := hexadecimal(said)) is not None:
            known[str(element.tag).rpartition("}")[2]] = color
    return known


def is_off_page(properties: Element | None) -> bool:
    """Say whether a paragraph's properties (``w:pPr``) leave nothing of it on a page."""
    if properties is None:
        return False
    spacing, indent, frame = (properties.find(w(name)) for name in ("spacing", "ind", "framePr"))
    if spacing is not None and spacing.get(w("lineRule")) == "exact":
        line = number(spacing.get(w("line")))
        if line is not None and line <= FLAT:
            return True
    if indent is not None:
        sides = [number(indent.get(w(name))) for name in ("left", "start", "right", "end", "firstLine", "hanging")]
        if any(side is not None and abs(side) >= FAR for side in sides):
            return True
    return frame is not None and _frame_is_off(frame)


def _frame_is_off(frame: Element) -> bool:
    x, y = (number(frame.get(w(name))) for name in ("x", "y"))
    if any(place is not None and (place <= -FAR // 2 or place >= 2 * FAR) for place in (x, y)):
        return True
    height = number(frame.get(w("h")))
    return frame.get(w("hRule")) == "exact" and height is not None and height <= FLAT


def is_flat_row(properties: Element | None) -> bool:
    """Say whether a row's properties (``w:trPr``) make it no higher than nothing."""
    height = None if properties is None else properties.find(w("trHeight"))
    if height is None or height.get(w("hRule")) != "exact":
        return False
    size = number(height.get(w("val")))
    return size is not None and size <= FLAT
