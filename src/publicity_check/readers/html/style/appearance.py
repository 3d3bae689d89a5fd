"""How the pictures of a page are shown: their sizes by sheets and attributes, filters and transforms.

It is worked out when it is first asked for, for all pictures of the page at once.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from publicity_check.publication import Appearance, Effect
from publicity_check.readers.html.style.cascade import (
    FROM_HINTS,
    FROM_STYLE,
    FROM_STYLE_IMPORTANT,
    Priority,
    priority,
    uses_of,
)
from publicity_check.readers.html.style.declarations import declarations
from publicity_check.readers.html.style.shapes import functions
from publicity_check.readers.html.style.sheets import Sheets
from publicity_check.readers.html.style.values import number, pixels

_SIZED = frozenset({"width", "height", "max-width", "max-height", "object-fit"})
_CHANGED = frozenset({"filter", "transform", "scale", "rotate"})
_FITTED = frozenset({"contain", "scale-down", "none", "cover"})
_NO_SIZE = frozenset({"auto", "none", "initial", "unset", "revert", "revert-layer"})
_SQUEEZED = 1.15
"""A scale of one side over the other from which on a picture is drawn out."""
_TURNED = 3.0
"""Degrees that are seen."""
_GREY, _HUE = 0.5, 15.0
"""The share of its colours that a grey picture has lost; degrees by which colours become others."""
_LIGHTS = (0.4, 2.5)
"""How much darker and lighter colours may be made and still be told."""
_ANGLES = {"deg": 1.0, "rad": 180 / math.pi, "turn": 360.0, "grad": 0.9}
_ANGLE = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))(deg|rad|turn|grad)?")

Values = Mapping[str, str]


class Appearances:
    """Knows how the pictures of one page are shown; ``origins`` are their elements, ``None`` for those without."""

    def __init__(self, parser: LexborHTMLParser, source: str, sheets: Sheets, origins: Sequence[object]) -> None:
        self._parser, self._source, self._sheets = parser, source, sheets
        self._origins = origins
        self._known: dict[int, Appearance | None] = {}

    def __call__(self, image: int) -> Appearance | None:
        """Return how a picture is shown, by its index; ``None`` for one that is no element."""
        if image not in self._known:
            self._known[image] = self._look(image)
        return self._known[image]

    def __reduce__(self) -> tuple[object, ...]:
        """Go to another process as what is known of each picture: the tree of the page stays."""
        return getattr, ({image: self(image) for image in range(len(self._origins))}, "get")

    def _look(self, image: int) -> Appearance | None:
        node = self._origins[image]
        if not isinstance(node, LexborNode):
            return None
        own = self._values(node)
        effects = {e for one in _chain(node) for e in _effects(self._values(one), own=one.mem_id == node.mem_id)}
        width, height = _side(own, "width"), _side(own, "height")
        known = not (isinstance(width, str) or isinstance(height, str))
        return Appearance(
            width=None if isinstance(width, str) else width,
            height=None if isinstance(height, str) else height,
            known=known and not self._sheets.unread,
            fitted=own.get("object-fit") in _FITTED,
            effects=frozenset(effects),
        )

    @cached_property
    def _said(self) -> dict[int, list[tuple[Priority, str, str]]]:
        """What sheets say of the pictures and of what they stand in."""
        pictures = {node.mem_id for node in self._origins if isinstance(node, LexborNode)}
        around = {one.mem_id for node in self._origins if isinstance(node, LexborNode) for one in _chain(node)}
        said: dict[int, list[tuple[Priority, str, str]]] = {}
        for use in uses_of(self._sheets.known, self._source, scripted="<script" in self._source):
            names = {d.name for d in use.rule.said}
            meant = pictures if _CHANGED.isdisjoint(names) else around
            if use.selector.beside or (_SIZED | _CHANGED).isdisjoint(names):
                continue
            try:
                nodes = self._parser.css(use.selector.text)
            except SelectolaxError:
                continue
            for node in nodes:
                if node.mem_id in meant:
                    said.setdefault(node.mem_id, []).extend(
                        (priority(use, important=d.important), d.name, d.value) for d in use.rule.said
                    )
        return said

    def _values(self, node: LexborNode) -> Values:
        attributes = node.attributes
        given: list[tuple[Priority, str, str]] = [
            ((FROM_HINTS, (), (0, 0, 0), 0), name, value.strip())
            for name in ("width", "height")
            if (value := attributes.get(name))
        ]
        given += self._said.get(node.mem_id, ())
        for order, (name, value, important) in enumerate(declarations(attributes.get("style") or "")):
            level = FROM_STYLE_IMPORTANT if important else FROM_STYLE
            given.append(((level, (), (0, 0, 0), order), name, value))
        return {name: value for _, name, value in sorted(given, key=lambda one: one[0])}


def _chain(node: LexborNode) -> Iterator[LexborNode]:
    """Yield an element and those that it stands in."""
    one: LexborNode | None = node
    while one is not None and one.tag != "-undef":
        yield one
        one = one.parent


def _side(values: Values, name: str) -> float | str | None:
    """Return a side in pixels, ``None`` where it follows from the other, or a text that depends on what is around."""
    said, most = values.get(name, "auto"), values.get(f"max-{name}", "none")
    limit = None if most in _NO_SIZE else pixels(most)
    if said in _NO_SIZE:
        return None
    size = pixels(said)
    if size is None:
        return said
    return size if limit is None else min(size, limit)


def _effects(values: Values, *, own: bool) -> Iterator[Effect]:
    """Yield what is done to a picture by what holds of it, or of something that it stands in."""
    yield from (effect for one in functions(values.get("filter", "")) if (effect := _by_filter(*one)) is not None)
    if not own:
        return
    across, down, turned = _transformed(values)
    if abs(across) != abs(down) and max(abs(across), abs(down)) > _SQUEEZED * min(abs(across), abs(down)):
        yield "squeezed"
    if across * down < 0:
        yield "mirrored"
    if min(turned % 360, -turned % 360) > _TURNED:
        yield "turned"


def _by_filter(name: str, inside: str) -> Effect | None:
    """Say what one function of a filter does to colours, ``None`` for what nobody minds."""
    share = number(inside.strip() or "1")
    lost = 0.0 if share is None else 1 - share if name in {"saturate", "contrast", "opacity"} else share
    if name in {"grayscale", "saturate"} and lost >= _GREY:
        return "grey"
    if (name in {"sepia", "invert"} and lost >= _GREY) or (name == "hue-rotate" and abs(_degrees(inside)) > _HUE):
        return "recoloured"
    dark = name == "brightness" and share is not None and not _LIGHTS[0] < share < _LIGHTS[1]
    return "faded" if dark or (name in {"contrast", "opacity"} and lost > _GREY) else None


def _transformed(values: Values) -> tuple[float, float, float]:
    """Return how much a picture is drawn out in width and in height, and by how many degrees it is turned."""
    across, down, turned = 1.0, 1.0, 0.0
    scales = [("scale", values.get("scale", "").replace(" ", ",")), ("rotate", values.get("rotate", ""))]
    for name, inside in (*functions(values.get("transform", "")), *scales):
        given = [n for piece in inside.split(",") if (n := number(piece.strip())) is not None]
        if name in {"scale", "scalex"} and given:
            across *= given[0]
        if name in {"scale", "scaley"} and given:
            down *= given[-1]
        if name in {"rotate", "rotatez"}:
            turned += _degrees(inside)
        if name == "matrix" and len(given) == 6:  # noqa: PLR2004
            across *= math.hypot(given[0], given[1])
            down *= math.hypot(given[2], given[3])
            turned += math.degrees(math.atan2(given[1], given[0]))
    return across, down, turned


def _degrees(value: str) -> float:
    found = _ANGLE.fullmatch(value.strip())
    return float(found[1]) * _ANGLES.get(found[2] or "deg", 1.0) if found else 0.0
