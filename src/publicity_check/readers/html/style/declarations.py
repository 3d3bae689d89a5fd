"""Declarations of CSS: short forms written out, invalid ones left aside, and which of them may hide something.

Only properties are known here that bear on whether a reader sees a text or picture.
"""

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from publicity_check.readers.html.style.shapes import (
    hides_by_clip,
    hides_by_filter,
    hides_by_mask,
    hides_by_transform,
    recolours,
)
from publicity_check.readers.html.style.values import color, number, pixels

FAR = 900.0
"""Pixels: what is moved so far to the left or up is off the screen."""
TINY = 3.0
"""Pixels: letters that are not so high cannot be read."""
FLAT = 2.0
"""Pixels: a box that is not larger shows nothing of what is in it."""


class Declaration(NamedTuple):
    """What is said of one property."""

    name: str
    value: str
    important: bool


_STRING = r'"(?:[^"\\]|\\.)*+"|\'(?:[^\'\\]|\\.)*+\''
_PIECE = re.compile(rf"(?:{_STRING}|\((?:[^()\"']|{_STRING}|\([^()]*\))*+\)|[^;\"'(]|[\"'(])++", re.DOTALL)
_IMPORTANT = re.compile(r"\s*!\s*important\s*\Z", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_SURROGATES = (0xD800, 0xDFFF)
_NAME = re.compile(r"\s*(-?[a-z_-][\w-]*)\s*\Z", re.IGNORECASE)

_DISPLAYS = frozenset(
    "none inline block inline-block flex inline-flex grid inline-grid table inline-table table-row table-cell "
    "table-row-group table-header-group table-footer-group table-column table-column-group table-caption list-item "
    "contents flow-root run-in ruby ruby-text math -webkit-box -webkit-inline-box -webkit-flex".split()
)
GLOBAL = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
"""Words that every property knows."""
_KEYWORDS = {
    "display": _DISPLAYS,
    "visibility": frozenset({"visible", "hidden", "collapse"}),
    "position": frozenset({"static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky"}),
    "overflow-x": frozenset({"visible", "hidden", "clip", "scroll", "auto", "overlay"}),
    "overflow-y": frozenset({"visible", "hidden", "clip", "scroll", "auto", "overlay"}),
    "content-visibility": frozenset({"visible", "hidden", "auto"}),
    "float": frozenset({"none", "left", "right", "inline-start", "inline-end"}),
}
_COLORS = frozenset({"color", "background-color", "fill", "stroke", "-webkit-text-fill-color"})
_MOVES = frozenset({"left", "top", "right", "bottom", "margin-left", "margin-top", "margin-right", "text-indent"})
_SIZES = frozenset({"width", "height", "max-width", "max-height"})
_LENGTHS = (
    _MOVES | _SIZES | {"min-width", "min-height", "padding-top", "padding-bottom", "padding-left", "padding-right"}
)
_LENGTH_WORDS = frozenset({"auto", "none", "normal", "min-content", "max-content", "fit-content", "stretch"})
_SIDES = ("top", "right", "bottom", "left")
_LOGICAL = {
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "margin-inline-start": "margin-left",
    "margin-inline-end": "margin-right",
    "margin-block-start": "margin-top",
    "block-size": "height",
    "inline-size": "width",
    "max-block-size": "max-height",
    "max-inline-size": "max-width",
    "min-block-size": "min-height",
    "min-inline-size": "min-width",
    "overflow-block": "overflow-y",
    "overflow-inline": "overflow-x",
    "-webkit-transform": "transform",
    "-ms-transform": "transform",
    "-webkit-clip-path": "clip-path",
    "-webkit-filter": "filter",
    "-webkit-opacity": "opacity",
    "-webkit-background-clip": "background-clip",
    "-webkit-animation": "animation",
    "text-decoration-line": "text-decoration",
    "background-image": "background-picture",
    "mask": "mask-image",
    "-webkit-mask": "mask-image",
    "-webkit-mask-image": "mask-image",
}
_OTHERS = frozenset(
    "opacity font-size clip clip-path transform translate scale rotate filter animation animation-name transition "
    "animation-fill-mode text-decoration background-picture background-clip text-shadow -webkit-text-stroke "
    "line-height z-index fill-opacity zoom contain transition-property object-fit mask-image "
    "isolation".split()
)
KNOWN = frozenset({*_KEYWORDS, *_COLORS, *_LENGTHS, *_OTHERS})
"""The properties that are looked at, short forms aside."""
_SIZE_WORDS = frozenset("xx-small x-small small medium large x-large xx-large xxx-large smaller larger math".split())


@lru_cache(maxsize=8192)
def declarations(body: str) -> tuple[Declaration, ...]:
    """Return what the declarations between two braces, or in a ``style`` attribute, say of the properties known here.

    >>> [d[:2] for d in declarations("inset: 0 auto; font: 1px a; color: nonsense; DISPLAY:/*x*/none")]
    [('top', '0'), ('right', 'auto'), ('bottom', '0'), ('left', 'auto'), ('font-size', '1px'), ('display', 'none')]
    """
    if "/*" in body:
        body = _COMMENT.sub("", body)
    found = []
    for piece in _PIECE.findall(body):
        name, colon, value = piece.partition(":")
        if "\\" in name:
            name = _ESCAPE.sub(_unescaped, name)
        said = _NAME.match(name)
        if not colon or not said:
            continue
        name, value = said[1], value.strip()
        important = False
        if value.endswith(("t", "T")) and "!" in value:
            value, count = _IMPORTANT.subn("", value)
            important = bool(count)
        if name.startswith("--"):
            found.append(Declaration(name, value, important))
            continue
        if "\\" in value:
            value = _ESCAPE.sub(_unescaped, value)
        value = _SPACE.sub(" ", value).lower().strip()
        if value:
            found += (Declaration(n, v, important) for n, v in written_out(name.lower(), value))
    return tuple(found)


def _unescaped(found: "re.Match[str]") -> str:
    if not found[1]:
        return found[2]
    return letter(int(found[1], 16))


def letter(code: int) -> str:
    """Return the letter that an escape means; no letter at all is shown as U+FFFD."""
    return chr(code) if 0 < code <= sys.maxunicode and not _SURROGATES[0] <= code <= _SURROGATES[1] else "\ufffd"


def written_out(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield what a declaration says of each of the properties known here; nothing where it is invalid."""
    name = _LOGICAL.get(name, name)
    if "var(" in value:
        yield from _open(name, value)
    elif name in {"margin", "padding", "inset"}:
        sides = value.split(" ")
        four = (sides * 4)[:4] if len(sides) < 3 else (*sides, sides[1])[:4]  # noqa: PLR2004
        for side, size in zip(_SIDES, four, strict=True):
            yield from written_out(side if name == "inset" else f"{name}-{side}", size)
    elif name == "overflow":
        both = value.split(" ")
        yield from written_out("overflow-x", both[0])
        yield from written_out("overflow-y", both[-1])
    elif name in {"inset-inline", "margin-inline"}:
        first, *rest = value.split(" ")
        yield from written_out(f"{name}-start", first)
        yield from written_out(f"{name}-end", (rest or [first])[0])
    elif name == "font":
        yield from _font(value)
    elif name == "background":
        yield from _background(value)
    elif name == "all":
        for each in sorted(KNOWN):
            yield each, value
    elif name in KNOWN and (value in GLOBAL or is_valid(name, value)):
        yield name, value


def _open(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield a declaration that can only be written out once its variables are known."""
    short = {
        "margin": tuple(f"margin-{side}" for side in _SIDES[:2] + _SIDES[3:]),
        "padding": tuple(f"padding-{side}" for side in _SIDES),
        "inset": _SIDES,
        "overflow": ("overflow-x", "overflow-y"),
        "font": ("font-size",),
        "background": ("background-color", "background-picture"),
    }
    for each in short.get(name, (name,) if name in KNOWN else ()):
        yield each, f"{name}:{value}"


_FONT_SIZE = re.compile(
    r"(?:^|\s)((?:[\d.]+(?:[a-z]+|%)?)|xx?-small|small|medium|x*-?large|smaller|larger)(?:\s*/|\s+\S)"
)


def _font(value: str) -> Iterator[tuple[str, str]]:
    if value in GLOBAL:
        yield "font-size", value
        return
    sizes = [s for s in _FONT_SIZE.findall(value) if number(s) is None or s == "0"]
    if sizes:
        yield "font-size", sizes[0]
        after = re.search(rf"{re.escape(sizes[0])}\s*/\s*(\S+)", value)
        if after and is_valid("line-height", after[1]):
            yield "line-height", after[1]


_LAYER_WORD = re.compile(r"(?:[a-z-]+)?\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|[^\s,/]+")


def _background(value: str) -> Iterator[tuple[str, str]]:
    if value in GLOBAL:
        yield "background-color", value
        yield "background-picture", value
        return
    words = _LAYER_WORD.findall(value)
    colors = [word for word in words if color(word) is not None or word == "currentcolor"]
    pictures = [word for word in words if word.startswith(("url(", "image", "-webkit-image")) or "gradient(" in word]
    yield "background-color", colors[-1] if colors else "transparent"
    yield "background-picture", " ".join(pictures) if pictures else "none"
    if "text" in words:
        yield "background-clip", "text"


def is_valid(name: str, value: str) -> bool:
    """Say whether a browser takes a value for a property; of the rarer ones every value is taken."""
    if name in _KEYWORDS:
        return value in _KEYWORDS[name] or (name == "display" and all(w in _DISPLAYS | {"flow"} for w in value.split()))
    if name in _COLORS:
        known = color(value) is not None or value in {"currentcolor", "none"} or "(" in value
        return known or (name in {"fill", "stroke"} and value.startswith("context-"))
    if name in _LENGTHS:
        return value in _LENGTH_WORDS or value.startswith("fit-content(") or pixels(value, whole=1.0) is not None
    if name in {"opacity", "fill-opacity"}:
        return number(value) is not None or "(" in value
    if name == "font-size":
        return value in _SIZE_WORDS or ((size := pixels(value, whole=1.0)) is not None and size >= 0)
    if name == "line-height":
        return value == "normal" or pixels(value, whole=1.0) is not None
    return True


@lru_cache(maxsize=8192)
def may_hide(name: str, value: str) -> bool:  # noqa: C901 - a row for each property
    """Say whether a value of a property, alone or with others, may keep a reader from seeing something.

    Colours are compared with those they stand on, and are not judged here.
    """
    if "var(" in value:
        return name not in _NOT_BY_VARIABLE
    if name == "display":
        return value == "none"
    if name == "visibility":
        return value in {"hidden", "collapse"}
    if name == "content-visibility":
        return value == "hidden"
    if name in {"opacity", "fill-opacity"}:
        return (share := number(value)) is None or share < _PALE
    if name == "font-size":
        return (size := pixels(value, whole=16.0)) is not None and size < 2 * TINY
    if name in _SIZES:
        return (size := pixels(value, whole=1280.0)) is not None and size <= FLAT
    if name == "line-height":
        return ((share := number(value)) is not None and share < TINY / 16) or value in {"0px", "0em"}
    if name in _MOVES:
        return (size := pixels(value, whole=1280.0)) is not None and abs(size) >= FAR
    if name in {"transform", "translate", "scale", "rotate"}:
        return hides_by_transform(name, value)
    if name in {"clip", "clip-path"}:
        return hides_by_clip(name, value)
    if name == "filter":
        return hides_by_filter(value) or recolours(value)
    if name == "mask-image":
        return hides_by_mask(value)
    if name == "z-index":
        return value.startswith("-")
    if name == "text-decoration":
        return "line-through" in value
    if name == "animation":
        return value != "none"
    if name == "zoom":
        return (share := number(value)) is not None and share < TINY / 16
    return name == "contain" and ("strict" in value or "size" in value)


_PALE = 0.4
"""The share of its colour below which a thing may, with others around it, not be seen."""
_NOT_BY_VARIABLE = _COLORS | frozenset(
    "text-shadow transition transition-property z-index background-clip background-picture line-height float position "
    "overflow-x overflow-y padding-top padding-bottom padding-left padding-right margin-right min-width "
    "min-height".split()
)
