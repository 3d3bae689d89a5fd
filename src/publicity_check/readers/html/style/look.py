"""What a reader sees of a thing, worked out from what is around it and what is said of it itself."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from publicity_check.readers.colors import BLACK, FAINT, WHITE, Color, differ
from publicity_check.readers.html.style.boxes import FIXED, Values, is_cut, is_out
from publicity_check.readers.html.style.declarations import FAR, GLOBAL, TINY, Declaration, written_out
from publicity_check.readers.html.style.shapes import (
    hides_by_filter,
    hides_by_mask,
    hides_by_transform,
    recoloured,
    recolours,
)
from publicity_check.readers.html.style.values import FONT, INVISIBLE, color, number, pixels


class Look(NamedTuple):
    """How letters in an element look.

    ``gone`` says that nothing inside is seen, whatever is said further in. ``ground`` is ``None`` where a picture, or
    what else cannot be told, lies behind.
    """

    gone: bool = False
    invisible: bool = False
    size: float = FONT
    color: Color = BLACK
    ground: Color | None = WHITE
    share: float = 1.0
    """How much of its colours is seen."""
    struck: bool = False
    edged: bool = False
    """Whether letters have a shadow or an outline, which is seen whatever their own colour."""
    fill: Color | None = None
    """The colour of letters where it is set apart from the colour of text."""
    stroked: bool = False
    """Whether the letters of a drawing are drawn by their outline."""
    aside: bool = False
    """Whether the lines of text begin far off the screen; a picture behind them is seen."""
    backed: bool = False
    """Whether something around, that is no layer of its own, paints a ground over what is put behind it."""
    through: str = ""
    """The filters through which letters are seen here, those nearest first; the ground is as seen through them."""
    variables: Mapping[str, str] = {}

    @property
    def pictures_seen(self) -> bool:
        """Whether a reader sees a picture here."""
        return not (self.gone or self.invisible or self.share < FAINT)

    @property
    def text_seen(self) -> bool:
        """Whether a reader sees letters here, struck through or not."""
        return not (self.gone or self.invisible or self.aside or self.size < TINY) and self._stands_out()

    def _stands_out(self) -> bool:
        if self.share < FAINT:
            return False
        if self.edged or self.stroked:
            return True
        letters = self.fill or self.color
        return stands_out(recoloured(self.through, letters) if self.through else letters, self.share, self.ground)


@lru_cache(maxsize=4096)
def stands_out(letters: Color, share: float, ground: Color | None) -> bool:
    """Say whether letters of which a share is seen can be told from the ground behind them."""
    letters = letters.fainter(share)
    if letters.alpha < FAINT:
        return False
    return ground is None or differ(letters.over(ground), ground) >= FAINT


_SMALLEST = 6.0
"""Pixels: browsers make letters no smaller whose size is a share of what is around them."""
_INLINE_TAGS = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike "
    "strong sub sup time tt u var wbr output blink ruby rb rt rtc".split()
)
_SIZES = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
    "xxx-large": 48.0,
}


def after(outer: Look, tag: str, values: Values, frames: Mapping[str, tuple[Declaration, ...]], *, drawn: bool) -> Look:
    """Return the look inside an element.

    ``values`` hold of it, variables included; ``frames`` are the last of each animation; ``drawn`` says whether the
    element is a part of a drawing (SVG).
    """
    if not values:
        return outer
    variables = _variables(outer.variables, values)
    values = _resolved(values, variables)
    values = _animated(values, frames)
    size = _font_size(values, outer.size)
    display = values.get("display") or ("inline" if tag in _INLINE_TAGS else "block")
    display = _as_block(display, values)
    gone = outer.gone or display == "none"
    if not (gone or _PLACED.isdisjoint(values)):
        gone = hides_by_transform("transform", values.get("transform", "")) if drawn else is_out(values, display, size)
    if not (gone or _CUTTING.isdisjoint(values)):
        gone = is_cut(values, display, size, drawn=drawn)
    gone = gone or (outer.backed and _is_behind(values))
    look = outer._replace(
        gone=gone,
        backed=outer.backed and not _is_layer(values),
        invisible=_invisible(values, outer),
        size=size,
        share=outer.share * _opacity(values),
        aside=_is_aside(values, display, size, outer),
        struck=outer.struck or "line-through" in values.get("text-decoration", ""),
        variables=variables,
    )
    return look if _PAINTED.isdisjoint(values) else _painted(look, tag, values, outer, drawn=drawn)


_PLACED = frozenset("transform translate scale rotate left top right margin-left margin-top".split())
_CUTTING = frozenset("clip clip-path content-visibility overflow-x overflow-y contain".split())
_PAINTED = frozenset(
    "color background-color background-picture background-clip -webkit-text-fill-color text-shadow -webkit-text-stroke "
    "position z-index covered filter fill fill-opacity stroke".split()
)


def _invisible(values: Values, outer: Look) -> bool:
    said = values.get("visibility")
    if said is None or said in {"inherit", "unset"}:
        return outer.invisible
    return said in {"hidden", "collapse"}


def _as_block(display: str, values: Values) -> str:
    if display.startswith("inline") and (
        values.get("position") in FIXED or values.get("float", "none") not in {"none", *GLOBAL}
    ):
        return display.removeprefix("inline-").replace("inline", "block")
    return "inline" if display in GLOBAL else display


def _opacity(values: Values) -> float:
    said = values.get("opacity")
    share = number(said) if said else None
    share = 1.0 if share is None else min(1.0, max(0.0, share))
    gone = hides_by_filter(values.get("filter", "")) or hides_by_mask(values.get("mask-image", ""))
    return 0.0 if gone else share


def _is_behind(values: Values) -> bool:
    """Say whether an element is put behind what is around it."""
    return values.get("z-index", "").startswith("-") and values.get("position", "static") not in {"static", *GLOBAL}


def _is_layer(values: Values) -> bool:
    """Say whether an element is a layer of its own, behind which nothing inside it can be put."""
    placed = values.get("position", "static") not in {"static", *GLOBAL}
    if placed and (values.get("z-index", "auto") != "auto" or values["position"] in {"fixed", "sticky"}):
        return True
    share = number(values.get("opacity", "1"))
    return (
        values.get("isolation") == "isolate"
        or (share is not None and share < 1)
        or any(values.get(name, "none") != "none" for name in ("transform", "filter", "mask-image"))
    )


def _font_size(values: Values, outer: float) -> float:
    said = values.get("font-size")
    size = outer
    if said == "initial":
        size = FONT
    elif said in {"smaller", "larger"}:
        size = outer / 1.2 if said == "smaller" else outer * 1.2
    elif said and said not in GLOBAL:
        found = _SIZES.get(said, pixels(said, outer, outer))
        size = outer if found is None else found
        if 0 < size < _SMALLEST <= outer and said.endswith(("em", "%")):
            size = _SMALLEST
    zoom = number(values.get("zoom", ""))
    return size if zoom is None or zoom == 0 else size * zoom


def _is_aside(values: Values, display: str, em: float, outer: Look) -> bool:
    if display == "inline" or values.get("text-indent", "inherit") in GLOBAL:
        return outer.aside
    if outer.aside and display.startswith("inline"):
        return True
    indent = pixels(values["text-indent"], em)
    return indent is not None and abs(indent) >= FAR


def _painted(look: Look, tag: str, values: Values, outer: Look, *, drawn: bool) -> Look:
    """Return a look with the colours of letters and of the ground behind them."""
    letters = _color(values.get("color"), outer.color, BLACK)
    filled = values.get("-webkit-text-fill-color")
    fill = outer.fill if filled is None else _color(filled, letters, letters)
    edged = outer.edged
    for name in ("text-shadow", "-webkit-text-stroke"):
        if (said := values.get(name)) and said not in GLOBAL:
            edged = said not in {"none", "0"} and not said.startswith("0 ") if name != "text-shadow" else said != "none"
    ground = _ground(values, outer, letters)
    backed = tag not in _PAGE and not _is_layer(values) and _paints_all(values)
    own = values.get("filter", "")
    own = own if own and recolours(own) else ""
    if own or outer.through:
        all_through = f"{own} {outer.through}".strip()
        ground = ground if ground is None or ground is outer.ground else recoloured(all_through, ground)
        look = look._replace(through=all_through)
    if values.get("background-clip") == "text":
        edged = True
    stroked = outer.stroked
    if drawn:
        ground = None
        if (said := values.get("fill")) is not None:
            fill = INVISIBLE if said == "none" else _color(said, outer.fill or BLACK, BLACK)
        if (said := values.get("fill-opacity")) is not None and (share := number(said)) is not None:
            fill = (fill or BLACK).fainter(share)
        if (said := values.get("stroke")) is not None and said not in GLOBAL:
            stroked = said not in {"none", "transparent"}
    if backed:
        look = look._replace(backed=True)
    if letters is outer.color and fill is outer.fill and ground is outer.ground and edged is outer.edged:
        return look if stroked is outer.stroked else look._replace(stroked=stroked)
    return look._replace(color=letters, fill=fill, ground=ground, edged=edged, stroked=stroked)


_PAGE = frozenset({"html", "body"})


def _paints_all(values: Values) -> bool:
    """Say whether an element paints its whole ground in one colour through which nothing is seen."""
    painted = color(values.get("background-color", "transparent"))
    return painted is not None and painted.alpha >= 1


def _color(said: str | None, outer: Color, first: Color) -> Color:
    """Return a colour as said; where it cannot be told, one that stands out from everything."""
    if said is None or said in {"inherit", "unset", "currentcolor", "revert", "revert-layer"}:
        return outer
    if said == "initial":
        return first
    found = color(said)
    return _UNKNOWN if found is None else found


_UNKNOWN = Color(-1.0, -1.0, -1.0)
"""A colour that cannot be told; it differs from all."""


def _ground(values: Values, outer: Look, letters: Color) -> Color | None:
    ground = outer.ground
    if "covered" in values or values.get("position") in FIXED or values.get("z-index", "auto") not in {"auto", *GLOBAL}:
        ground = None
    said = values.get("background-color")
    painted = None
    if said is not None and said not in GLOBAL:
        painted = letters if said == "currentcolor" else color(said)
        if painted is None:
            ground = None
        elif painted.alpha >= 1:
            ground = painted
        elif painted.alpha > 0:
            ground = None if ground is None else painted.over(ground)
    picture = values.get("background-picture", "none")
    if picture in {"none", *GLOBAL}:
        return ground
    return _of_gradient(picture)


_COLOR_WORD = re.compile(r"#[0-9a-f]{3,8}\b|(?:rgba?|hsla?|hwb)\([^()]*\)|\b[a-z]{3,20}\b(?![-(])")


@lru_cache(maxsize=1024)
def _of_gradient(picture: str) -> Color | None:
    """Return the colour of a gradient that is of one colour all through; ``None`` for any other picture."""
    if "url(" in picture or "gradient(" not in picture:
        return None
    named = {found for word in _COLOR_WORD.findall(picture) if (found := color(word)) is not None}
    only = named.pop() if len(named) == 1 else None
    return only if only is not None and only.alpha >= 1 else None


def _animated(values: Values, frames: Mapping[str, tuple[Declaration, ...]]) -> Values:
    """Return what holds once an animation has come to its end and stays there."""
    said = values.get("animation", "")
    name = values.get("animation-name", "")
    words = said.split() + name.split()
    shown = next((word for word in words if word.strip("\"',") in frames), None)
    if shown is None:
        return values
    stays = {"forwards", "both", "infinite"} & {*words, *values.get("animation-fill-mode", "").split()}
    last = frames[shown.strip("\"',")] if stays else ()
    return {**values, **{d.name: d.value for d in last}} if last else values


_USE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_TURNS = 8
_LONGEST = 2_000


def _variables(outer: Mapping[str, str], values: Values) -> Mapping[str, str]:
    own = {name: value for name, value in values.items() if name.startswith("--")}
    return {**outer, **own} if own else outer


def _resolved(values: Values, variables: Mapping[str, str]) -> Values:
    """Return values with variables put in; a declaration whose variable is not known counts for nothing."""
    if not any("var(" in value for value in values.values()):
        return values
    made: dict[str, str] = {}
    for name, value in values.items():
        if name.startswith("--") or "var(" not in value:
            made[name] = value
            continue
        short, colon, text = value.partition(":")
        full = _put_in(text if colon else value, variables)
        if full is not None:
            made |= {n: v for n, v in written_out(short, " ".join(full.lower().split())) if n == name}
    return made


def _put_in(text: str, variables: Mapping[str, str]) -> str | None:
    for _ in range(_TURNS):
        found = _USE.search(text)
        if not found:
            return text
        value = variables.get(found[1], found[2])
        if value is None or len(text) + len(value) > _LONGEST:
            return None
        text = text[: found.start()] + value.strip() + text[found.end() :]
    return None if "var(" in text else text
