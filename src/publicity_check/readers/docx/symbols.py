"""Characters that Word writes as a place in a symbol font (``w:sym``) instead of in Unicode."""

_SYMBOL = {
    0x2D: "\u2212",
    0xA0: "€",
    0xA3: "≤",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
    0xE2: "®",
    0xE3: "©",
    0xE4: "™",
} | {code: chr(code) for code in b"!#%&()+,./0123456789:;<=>?[]_{|}"}
"""The font Symbol, after https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt"""

_WINGDINGS = {
    0x28: "☎",
    0x2A: "✉",
    0x6E: "■",
    0x6F: "□",
    0x6C: "●",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xE0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}

_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}

_PLACES = (range(0x100), range(0xF000, 0xF100))
"""Where a place in a font's own table is told from: as it is, or in the private area (ISO 29500, w:sym)."""
_CHARACTERS = (range(0x20, 0xD800), range(0xF900, 0xFFFE))
"""What is a character of Unicode: no control, no surrogate, not private."""


def symbol(font: str, code: str) -> str:
    """Return the character of a ``w:sym`` (its font and hexadecimal code), or "" if it is not known.

    >>> symbol("Symbol", "F0A0"), symbol("Arial", "2013"), symbol("Webdings", "F041")
    ('€', '–', '')
    """
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if table := _FONTS.get(font.lower()):
        return table.get(place & 0xFF, "") if any(place in span for span in _PLACES) else ""
    return chr(place) if any(place in span for span in _CHARACTERS) else ""
