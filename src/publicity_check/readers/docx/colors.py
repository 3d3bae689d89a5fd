"""Colours in a Word document: of a theme, of a shade behind letters, and those that a fill or an outline paints."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from publicity_check.readers.colors import BLACK, WHITE, Color
from publicity_check.readers.docx.xml import A, Element, local, number, w

Theme = Mapping[str, Color]
"""The colours of a document's theme, by their names in the file ("lt1", "accent1")."""
UNKNOWN = Color(-1.0, -1.0, -1.0)
"""A colour that cannot be told; it differs from all."""

_NAMED = {
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
    "bg1": "lt1",
    "text1": "dk1",
    "dark1": "dk1",
    "tx1": "dk1",
    "background2": "lt2",
    "light2": "lt2",
    "bg2": "lt2",
    "text2": "dk2",
    "dark2": "dk2",
    "tx2": "dk2",
    "hyperlink": "hlink",
    "followedhyperlink": "folHlink",
}
_AUTOMATIC = "auto"
_WHOLE = 100_000


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


def named(said: str) -> Color | None:
    """Return the colour that a word of markers and of VML, or digits behind a "#", name; ``None`` for another.

    >>> named("#fff") == named("white") == named("#FFFFFF [3212]"), named("none")
    (True, None)
    """
    word = (said.lower().split() or [""])[0]
    digits = _NAMED.get(word) or word.removeprefix("#")
    return hexadecimal("".join(sign * 2 for sign in digits) if len(digits) == 3 else digits)  # noqa: PLR2004


def theme_of(root: Element | None) -> Theme:
    """Return the colours of a theme; those of an office's paper where there is none."""
    known = {"lt1": WHITE, "dk1": BLACK}
    scheme = None if root is None else root.find(f"{{{A}}}themeElements/{{{A}}}clrScheme")
    for element in () if scheme is None else scheme:
        inside = next(iter(element), None)
        said = "" if inside is None else inside.get("lastClr") or inside.get("val") or ""
        if (color := hexadecimal(said)) is not None:
            known[local(element)] = color
    return known


def themed(theme: Theme, name: str) -> Color | None:
    """Return the colour that a theme has under a name."""
    return theme.get(_THEME_NAMES.get(name.lower(), name))


def said_color(element: Element | None, name: str, theme: Theme) -> tuple[Color | None, bool | None]:
    """Return the colour that an attribute or a theme gives, and whether it is left to Word."""
    if element is None:
        return None, None
    prefix = "theme" if name in {"val", "color"} else "themeFill"
    of_theme = element.get(w("themeColor" if prefix == "theme" else "themeFill"), "").lower()
    changed = element.get(w(f"{prefix}Tint")) or element.get(w(f"{prefix}Shade"))
    if of_theme and not changed and (found := themed(theme, of_theme)) is not None:
        return found, None
    said = element.get(w(name), "").lower()
    return (None, True) if said in {_AUTOMATIC, ""} else (hexadecimal(said), None)


_PATTERN = re.compile(r"pct(\d{1,2})")
_HALF = 50


def shade_of(properties: Element | None, theme: Theme) -> tuple[Color | None, bool | None]:
    """Return the colour of a shade (``w:shd``), and whether it is a pattern whose colour cannot be told.

    A pattern of two colours is taken for what they are together.
    """
    shade = None if properties is None else properties.find(w("shd"))
    if shade is None:
        return None, None
    kind = (shade.get(w("val")) or "clear").lower()
    if kind in {"nil", "none"}:
        return None, None
    drawn, own = said_color(shade, "color", theme)
    fill, _ = said_color(shade, "fill", theme)
    if kind == "clear":
        return fill, None
    drawn = BLACK if own else drawn
    if kind == "solid":
        return drawn, None
    if drawn is None:
        return None, True
    found = _PATTERN.fullmatch(kind)
    share = int(found[1]) if found else _HALF
    return drawn.fainter(share / 100).over(fill or WHITE), None


def paints(fill: Element | None, theme: Theme) -> tuple[Color, ...] | None:
    """Return the colours that a fill, an outline or a shadow paints; none for no fill, ``None`` where there is none.

    DrawingML says it in the same words as the effects of Word 2010, but for how opaque a colour is: there ``alpha``
    says how much of it is let through.
    """
    if fill is None:
        return None
    kinds = {local(element) for element in fill.iter()}
    if "noFill" in kinds:
        return ()
    known = tuple(_painted(element, theme) for element in fill.iter() if local(element) in {"srgbClr", "schemeClr"})
    return known or (UNKNOWN,)


def _painted(element: Element, theme: Theme) -> Color:
    said = _attribute(element, "val")
    color = hexadecimal(said) if local(element) == "srgbClr" else themed(theme, said)
    if color is None:
        return UNKNOWN
    for change in element:
        share = (number(_attribute(change, "val")) or 0) / _WHOLE
        color = _changed(color, local(change), share, lets_through=not str(change.tag).startswith(f"{{{A}}}"))
    return color


def _changed(color: Color, how: str, share: float, *, lets_through: bool) -> Color:
    channels: Iterator[float] = iter(color[:3])
    if how == "alpha":
        return color.fainter(max(0.0, 1 - share if lets_through else share))
    if how in {"lumMod", "shade"}:
        channels = (c * share for c in color[:3])
    elif how == "lumOff":
        channels = (c + share for c in color[:3])
    elif how == "tint":
        channels = (c * share + 1 - share for c in color[:3])
    red, green, blue = (min(1.0, max(0.0, c)) for c in channels)
    return Color(red, green, blue, color.alpha)


def _attribute(element: Element, name: str) -> str:
    """Return an attribute, whatever its namespace."""
    return next((str(said) for key, said in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
