"""Letters and what they are taken for: characters of alphabets, no words of any language."""

from collections.abc import Mapping
from types import MappingProxyType

STROKES: Mapping[str, str] = MappingProxyType({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ς": "σ"})
"""Small letters with a stroke (and a form at the end of a word), which Unicode does not take apart, with plain ones."""

CYRILLIC_IN_CODES: Mapping[str, str] = MappingProxyType(
    dict(zip("АВЕКМНОРСТХІЈЅаеорсухіј", "ABEKMHOPCTXIJSaeopcyxij", strict=True))
)
GREEK_IN_CODES: Mapping[str, str] = MappingProxyType(dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΔο", "ABEZHIKMNOPTYXDo", strict=True)))
"""Letters that are typed for Latin ones in codes; a Greek delta stands for D, whose key it shares."""

LOOK_ALIKE: Mapping[str, str] = MappingProxyType(
    {
        **dict(zip("авекмнорстухіјѕԁ", "abekmhopctyxijsd", strict=True)),
        **dict(zip("αβεικνορτυχ", "abeikvoptux", strict=True)),
        "ı": "i",
        "ł": "l",
        "0": "o",
        "1": "l",
    }
)
"""Small letters and digits that a reader of an address may take for a Latin letter."""

CROSSES = frozenset("xXхХ")
"""Letters typed where something is to be filled in, Latin and Cyrillic."""

DASHES = "‐‑‒–—―−﹣-"
BLANKS = "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\n\t"
"""Blanks and ends of lines that are typed for a plain blank."""


def is_greek(character: str) -> bool:
    """Say whether a character is a letter of the Greek alphabet."""
    return "\u0370" <= character <= "\u03ff"
