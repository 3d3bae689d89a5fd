"""What a reader sees in each element of a page: sheets, attributes and what browsers do of themselves put together."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from publicity_check.readers.colors import BLACK
from publicity_check.readers.html.style.cascade import (
    FROM_HINTS,
    FROM_STYLE,
    FROM_STYLE_IMPORTANT,
    Cascade,
    Priority,
)
from publicity_check.readers.html.style.declarations import declarations, may_hide, written_out
from publicity_check.readers.html.style.look import Look, after
from publicity_check.readers.html.style.sheets import Sheets

Attributes = Mapping[str, str | None]
Values = dict[str, str]

BEARING = frozenset({"hidden", "style", "popover", "bgcolor", "background", "color", "text"})
"""Attributes of any element that bear on what is seen of it."""
_STRUCK: Values = {"text-decoration": "line-through"}
_LEFT_OUT: Values = {"display": "none"}
_BUTTON: Values = {"background-color": "#efefef", "color": "#000000", "display": "inline-block"}
_FIELD: Values = {"background-color": "#ffffff", "color": "#000000", "display": "inline-block"}
_GAUGE: Values = {"display": "inline-block", "content-visibility": "hidden"}
_BY_TAG: dict[str, Values] = {
    **dict.fromkeys(("del", "s", "strike"), _STRUCK),
    **dict.fromkeys(("rp", "annotation", "annotation-xml", "noframes"), _LEFT_OUT),
    **dict.fromkeys(("button", "select"), _BUTTON),
    **dict.fromkeys(("textarea", "input"), _FIELD),
    **dict.fromkeys(("meter", "progress"), _GAUGE),
    "mphantom": {"visibility": "hidden"},
    "mark": {"background-color": "#ffff00", "color": "#000000"},
}
"""What browsers do of themselves."""
SPECIAL = frozenset({*_BY_TAG, "a", "dialog", "svg"})
_DISPLAY = {
    **dict.fromkeys(("img", "svg", "video", "canvas"), "inline-block"),
    **dict.fromkeys(("table", "td", "th"), "table"),
    **dict.fromkeys(("tr",), "table-row"),
    **dict.fromkeys(("thead", "tbody", "tfoot"), "table-row-group"),
}
_DRAWN = frozenset(
    "display visibility opacity fill fill-opacity stroke font-size clip-path transform text-decoration filter".split()
)
"""Properties that parts of drawings (SVG) may have as attributes."""
_GLIDES = re.compile(r"\b(?:all|opacity|visibility|transform|translate|scale)\b|^[\d.]+m?s")
_REVEALED = frozenset({"opacity", "visibility", "transform", "translate", "scale", "filter"})
_REVEALED_NAMES = frozenset(
    {"wow", "elementor-invisible", "reveal", "aos-init", "animate-on-scroll", "js-reveal", "fade-in"}
)
_REVEALED_ATTRIBUTES = frozenset(
    {"data-aos", "data-sal", "data-scroll", "data-wow-delay", "data-animate", "data-animation"}
)
_SHEETED = frozenset({"display", "position", "clip", "clip-path", "visibility"})


_ON_DRAWINGS = _DRAWN | {"style", "x", "y", "dx", "dy"}


_KEYED = BEARING | _ON_DRAWINGS | {"open", "width", "height"}
"""Attributes whose values bear on how things look in an element."""


class Sight:
    """Knows of one page what its sheets say; :meth:`inside` tells how things look in an element."""

    def __init__(self, parser: LexborHTMLParser, source: str, sheets: Sheets) -> None:
        self.scripted = bool(_SCRIPT.search(source))
        self._cascade = Cascade(parser, source, sheets.known, scripted=self.scripted)
        self.said = self._cascade.said
        self.shadows = "shadowrootmode" in source
        """Whether elements draw something else in the place of what stands in them."""
        self._known: dict[tuple[object, ...], tuple[Look, Look]] = {}
        self._plain: dict[int, Values] = {}
        """What sheets say of elements, without its priorities, by the identity of what the cascade holds."""
        self._partly = bool(sheets.unread)
        self.first = Look(ground=None) if sheets.unread else Look()
        """The look of the page before anything is said."""

    def decided(self, node: int) -> bool:
        """Say whether sheets tell whether an element is shown, so that its class names need not be guessed at."""
        said = self.said.get(node)
        return said is not None and not _SHEETED.isdisjoint(said)

    def inside(self, node: int, tag: str, attributes: Attributes, outer: Look, *, drawn: bool) -> Look:
        """Return the look inside an element; ``drawn`` says whether it is a part of a drawing."""
        if node not in self.said:
            if drawn:
                if _ON_DRAWINGS.isdisjoint(attributes) and tag not in {"metadata", "foreignObject"}:
                    return outer
            elif outer is self.first and _is_plain(tag, attributes):
                return outer
        revealed = self.scripted and (node in self._cascade.alike or _is_revealed_by_name(attributes))
        about = [item for item in attributes.items() if item[0] in _KEYED] if attributes else []
        key = (id(outer), tag, drawn, revealed, id(self.said.get(node)), "href" in attributes, *about)
        known = self._known.get(key)
        if known is None:
            # The look around is kept with it, so that its id means nothing else.
            known = self._known[key] = outer, self._inside(node, tag, attributes, outer, drawn=drawn, revealed=revealed)
        return known[1]

    def _inside(self, node: int, tag: str, attributes: Attributes, outer: Look, *, drawn: bool, revealed: bool) -> Look:
        values = self._values(node, tag, attributes, drawn=drawn)
        if tag == "svg":
            outer = outer._replace(ground=None, fill=outer.fill or BLACK)
        if not values:
            return outer
        lone = not drawn and self._is_lone(values, tag, attributes)
        if self.scripted:
            if tag in {"html", "body"}:
                # What hides the whole page is taken away by a script as soon as it is drawn, or there would be no page.
                values = {k: v for k, v in values.items() if k not in _REVEALED and k != "display"}
            elif not _REVEALED.isdisjoint(values) and (revealed or _glides(values)):
                values = {k: v for k, v in values.items() if k not in _REVEALED}
        if tag in _DISPLAY and "display" not in values:
            values["display"] = _DISPLAY[tag]
        look = after(outer, tag, values, self._cascade.frames, drawn=drawn and tag != "svg")
        return look._replace(ground=None) if lone else look

    def _is_lone(self, values: Values, tag: str, attributes: Attributes) -> bool:
        """Say whether a colour is set here whose ground, or a ground whose letters, may be another than is known.

        So it is where a sheet is not at hand, or where a script may paint: what one says for both can be believed, and
        where all sheets are known what stands in the page itself.
        """
        if not (self._partly or self.scripted):
            return False
        letters, ground = "color" in values, "background-color" in values or "background-picture" in values
        if letters == ground or tag == "mark":
            return False
        css = attributes.get("style") or "" if attributes else ""
        return self._partly or not ("color" in css or "background" in css or tag in {"font", "body"})

    def _values(self, node: int, tag: str, attributes: Attributes, *, drawn: bool) -> Values:
        values = {} if drawn or tag == "svg" else _own(tag, attributes)
        if tag == "metadata":
            values["display"] = "none"
        said = self.said.get(node)
        css = attributes.get("style") if attributes else None
        hints = dict(_hints(tag, attributes, drawn=drawn)) if attributes else {}
        if css:
            merged: dict[str, tuple[Priority, str]] = {k: ((FROM_HINTS, (), (0, 0, 0), 0), v) for k, v in hints.items()}
            merged |= said or {}
            for order, (name, value, important) in enumerate(declarations(css)):
                level = FROM_STYLE_IMPORTANT if important else FROM_STYLE
                priority: Priority = (level, (), (0, 0, 0), order)
                if name not in merged or merged[name][0] <= priority:
                    merged[name] = priority, value
            return {**values, **{name: value for name, (_, value) in merged.items()}}
        if said:
            plain = self._plain.get(id(said))
            if plain is None:
                plain = self._plain[id(said)] = {name: value for name, (_, value) in said.items()}
            return {**values, **hints, **plain}
        return {**values, **hints} if hints else values


def _is_plain(tag: str, attributes: Attributes) -> bool:
    """Say whether an element changes nothing of the look that a page begins with."""
    if not attributes:
        return tag not in SPECIAL
    if tag in SPECIAL and tag != "a":
        return False
    css = attributes.get("style")
    return _BEARING_ALONE.isdisjoint(attributes) and (not css or _says_nothing(css))


@lru_cache(maxsize=4096)
def _says_nothing(css: str) -> bool:
    return not any(name in _PAINTING or may_hide(name, value) for name, value, _ in declarations(css))


_BEARING_ALONE = BEARING - {"style"}
_PAINTING = frozenset(
    "color background-color background-picture -webkit-text-fill-color position z-index opacity filter".split()
)
_SCRIPT = re.compile(r"<script\b(?![^>]*\b(?:ld\+json|importmap|speculationrules))", re.IGNORECASE)


def _own(tag: str, attributes: Attributes) -> Values:
    """Return what a browser says of an element before any sheet."""
    values = dict(_BY_TAG.get(tag, ()))
    if not attributes:
        if tag == "dialog":
            values["display"] = "none"
        return values
    if "hidden" in attributes:
        if (attributes["hidden"] or "").strip().lower() == "until-found":
            values["content-visibility"] = "hidden"
        else:
            values["display"] = "none"
    if "popover" in attributes or (tag == "dialog" and "open" not in attributes):
        values["display"] = "none"
    if tag == "a" and "href" in attributes:
        values["color"] = "#0000ee"
    return values


def _hints(tag: str, attributes: Attributes, *, drawn: bool) -> Iterator[tuple[str, str]]:
    """Yield what attributes other than ``style`` say of an element."""
    if drawn or tag == "svg":
        for name in _DRAWN:
            if said := attributes.get(name):
                yield from written_out(name, " ".join(said.lower().split()))
        if tag in {"text", "tspan", "g"} and _far(attributes):
            yield "display", "none"
        if tag.lower() in {"svg", "foreignobject"} and "0" in {
            _bare(attributes.get("width")),
            _bare(attributes.get("height")),
        }:
            yield "display", "none"
        return
    if ground := attributes.get("bgcolor"):
        yield from written_out("background-color", _legacy(ground))
    if attributes.get("background"):
        yield "background-picture", "url()"
    shade = attributes.get("color") if tag == "font" else attributes.get("text") if tag == "body" else None
    if shade:
        yield from written_out("color", _legacy(shade))


def _bare(size: str | None) -> str:
    return (size or "").strip().removesuffix("px").removesuffix("%")


def _far(attributes: Attributes) -> bool:
    for side in ("x", "y", "dx", "dy"):
        first = (attributes.get(side) or "").replace(",", " ").split()
        if first and re.fullmatch(r"-\d{4,}(?:\.\d+)?(?:px)?", first[0]):
            return True
    return False


@lru_cache(maxsize=512)
def _legacy(shade: str) -> str:
    """Return a colour of the attributes of old pages as CSS has it."""
    shade = shade.strip().lower()
    return f"#{shade}" if re.fullmatch(r"[0-9a-f]{3}|[0-9a-f]{6}", shade) else shade


def _glides(values: Values) -> bool:
    """Say whether what is faded or moved out at first is to come in step by step."""
    said = f"{values.get('transition', '')} {values.get('transition-property', '')}".strip()
    return "none" not in said and _GLIDES.search(said) is not None


def _is_revealed_by_name(attributes: Attributes) -> bool:
    """Say whether an element bears the marks of a script that shows what is faded or moved out at first."""
    if not attributes:
        return False
    names = attributes.get("class")
    return not _REVEALED_ATTRIBUTES.isdisjoint(attributes) or bool(
        names and not _REVEALED_NAMES.isdisjoint(names.split())
    )
