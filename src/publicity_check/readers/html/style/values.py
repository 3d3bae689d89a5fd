"""Values of CSS: lengths in pixels, numbers, colours and how far two of them can be told apart.

A value is a text in lower case with single blanks, as :mod:`.declarations` makes it.
"""

import math
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from publicity_check.readers.colors import BLACK, WHITE, Color
from publicity_check.readers.html.style.shades import in_srgb, made

SCREEN_WIDTH, SCREEN_HEIGHT = 1280, 800
"""The screen, in CSS pixels, on which a page is looked at: a common size of a notebook's window."""
FONT = 16.0
"""The size of letters for which nothing is said, in pixels."""

_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
    "vw": SCREEN_WIDTH / 100,
    "vh": SCREEN_HEIGHT / 100,
    "vi": SCREEN_WIDTH / 100,
    "vb": SCREEN_HEIGHT / 100,
    "vmin": SCREEN_HEIGHT / 100,
    "vmax": SCREEN_WIDTH / 100,
    "rem": FONT,
}
_OF_FONT = {"em": 1.0, "ex": 0.5, "ch": 0.5, "lh": 1.2, "ic": 1.0, "cap": 0.7}
_NUMBER = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)")
_TOKEN = re.compile(rf"\s*(?:({_NUMBER.pattern})|(calc|min|max|clamp)?\(|([-+*/),]))")
_DEEPEST = 20


def pixels(value: str, em: float = FONT, whole: float | None = None) -> float | None:
    """Return a length in pixels; ``None`` if the value is none, or a share (%) of a ``whole`` that is not known.

    >>> pixels("-9999px"), pixels("2em", 10), pixels("50%", whole=300), pixels("auto"), pixels("calc(1px - 100vw)")
    (-9999.0, 20.0, 150.0, None, -1279.0)
    """
    found = _NUMBER.fullmatch(value)
    if found:
        return _in_pixels(found[1], found[2], em, whole)
    return _Sum(value, em, whole).result() if "(" in value else None


def _in_pixels(number: str, unit: str, em: float, whole: float | None) -> float | None:
    size = float(number)
    if not math.isfinite(size):
        return None
    if unit == "%":
        return None if whole is None else size * whole / 100
    if unit in _OF_FONT:
        return size * _OF_FONT[unit] * em
    for prefix in ("s", "l", "d"):
        if unit not in _UNITS and unit.startswith(prefix):
            unit = unit[1:]
    return size * _UNITS[unit] if unit in _UNITS else None


_FUNCTIONS: dict[str, Callable[[Sequence[float]], float]] = {
    "calc": lambda given: given[0],
    "min": min,
    "max": max,
    "clamp": lambda given: max(given[0], min(given[1], given[-1])),
}


class _Sum:
    """A ``calc()`` while it is worked out; multiplication and division count before the rest."""

    def __init__(self, text: str, em: float, whole: float | None) -> None:
        self._text, self._at, self._em, self._whole = text, 0, em, whole

    def result(self) -> float | None:
        try:
            found = self._value(0)
        except (ValueError, ZeroDivisionError, IndexError):
            return None
        return found if self._at == len(self._text) and math.isfinite(found) else None

    def _next(self) -> "re.Match[str]":
        found = _TOKEN.match(self._text, self._at)
        if found is None:
            raise ValueError(self._text)
        self._at = found.end()
        return found

    def _value(self, depth: int) -> float:
        found = self._next()
        if found[1]:
            size = _in_pixels(found[2], found[3], self._em, self._whole)
            if size is None:
                raise ValueError(found[1])
            return size
        if found[5] or depth > _DEEPEST:
            raise ValueError(self._text)
        given = [self._sum(depth + 1)]
        while self._text[self._at - 1] == ",":
            given.append(self._sum(depth + 1))
        return _FUNCTIONS[found[4] or "calc"](given)

    def _sum(self, depth: int) -> float:
        """Return what stands up to the next comma or bracket, which is passed."""
        terms, sign = [0.0], 1.0
        value = self._value(depth)
        while True:
            operator = self._next()
            mark = operator[5]
            if mark == "*":
                value *= self._value(depth)
            elif mark == "/":
                value /= self._value(depth)
            elif mark in {"+", "-"}:
                terms.append(sign * value)
                sign = 1.0 if mark == "+" else -1.0
                value = self._value(depth)
            elif operator[1]:
                # "1px -2px": the sign was taken for a part of the number.
                terms.append(sign * value)
                sign, self._at = 1.0, operator.start(1)
                value = self._value(depth)
            else:
                return sum(terms) + sign * value


def number(value: str) -> float | None:
    """Return a number or a percentage as a number.

    >>> number(".5"), number("20%"), number("1px")
    (0.5, 0.2, None)
    """
    found = _NUMBER.fullmatch(value)
    if not found or found[2] not in {"", "%"}:
        return None
    return float(found[1]) / (100 if found[2] else 1)


LINK = Color(0, 0, 0.933)
INVISIBLE = Color(0, 0, 0, 0)


@lru_cache(maxsize=4096)
def color(value: str) -> Color | None:
    """Return the colour that a value names; ``None`` if it names none that can be told.

    >>> color("#fff"), color("transparent"), color("currentcolor")
    (Color(red=1.0, green=1.0, blue=1.0, alpha=1.0), Color(red=0.0, green=0.0, blue=0.0, alpha=0.0), None)
    """
    from tinycss2.color5 import parse_color

    if value in _SYSTEM:
        return _SYSTEM[value]
    try:
        found = parse_color(value)
        if found is None:
            return made(value, color) if "(" in value else None
        if found == "currentcolor":
            return None
        alpha = float(found.alpha)
        if found.space not in _PLAIN:
            return in_srgb(found.space, found.coordinates, alpha)
        red, green, blue = (min(1.0, max(0.0, float(c or 0))) for c in found.to("srgb").coordinates)
        return Color(red, green, blue, alpha)
    except (ValueError, NotImplementedError, AttributeError, TypeError, RecursionError, OverflowError):
        return None


_SYSTEM = {
    "canvas": WHITE,
    "field": WHITE,
    "canvastext": BLACK,
    "fieldtext": BLACK,
    "buttontext": BLACK,
    "linktext": LINK,
}
"""Colours that the system gives, as a light theme has them."""
_PLAIN = frozenset({"srgb", "hsl", "hwb"})
