"""Where an element lies and how large its box is: whether it is off the screen, or cut off until nothing is left."""

from collections.abc import Mapping

from publicity_check.readers.html.style.declarations import FAR, FLAT
from publicity_check.readers.html.style.shapes import hides_by_clip, hides_by_transform
from publicity_check.readers.html.style.values import SCREEN_WIDTH, pixels

Values = Mapping[str, str]
"""What holds of an element, by property."""

_INLINE = frozenset({"inline", "contents", "ruby", "ruby-text", "run-in", "math"})
_WITHOUT_SIZE = _INLINE | {
    "table",
    "inline-table",
    "table-cell",
    "table-row",
    "table-row-group",
    "table-header-group",
    "table-footer-group",
    "table-column",
}
FIXED = frozenset({"absolute", "fixed"})
_CUTS = frozenset({"hidden", "clip", "auto", "scroll", "overlay"})


def is_out(values: Values, display: str, em: float) -> bool:
    """Say whether an element is moved off the screen, or made nothing large."""
    if display != "inline" and any(
        hides_by_transform(name, values[name])
        for name in ("transform", "translate", "scale", "rotate")
        if name in values
    ):
        return True
    position = values.get("position", "static")
    if position in FIXED or position == "relative":
        left, top, right = (_length(values, side, em) for side in ("left", "top", "right"))
        if left is not None:
            if left <= -FAR or left >= 3 * FAR:
                return True
        elif right is not None and (right <= -FAR or right >= 3 * FAR):
            return True
        if top is not None and top <= -FAR:
            return True
    return any(
        (size := _length(values, name, em)) is not None and size <= -FAR for name in ("margin-left", "margin-top")
    )


def _length(values: Values, name: str, em: float) -> float | None:
    said = values.get(name)
    return None if said is None else pixels(said, em, SCREEN_WIDTH if said.endswith("%") and "-" not in said else None)


def is_cut(values: Values, display: str, em: float, *, drawn: bool) -> bool:
    """Say whether nothing is left of an element: it is clipped away, or its box is flat and cut off at its edges."""
    if values.get("position") in FIXED and hides_by_clip("clip", values.get("clip", "")):
        return True
    if hides_by_clip("clip-path", values.get("clip-path", "")):
        return True
    if drawn or display in _WITHOUT_SIZE:
        return False
    if values.get("content-visibility") == "hidden":
        return True
    across, down = values.get("overflow-x", "visible"), values.get("overflow-y", "visible")
    if (down in _CUTS or across in _CUTS - {"clip"}) and _is_flat(values, "height", "padding-bottom", em):
        return True
    if (across in _CUTS or down in _CUTS - {"clip"}) and _is_flat(values, "width", "padding-right", em):
        return True
    return _is_strict(values)


def _is_strict(values: Values) -> bool:
    said = values.get("contain", "").split()
    empty = "strict" in said or ("size" in said and "paint" in said)
    return empty and values.get("height", "auto") == "auto" and "min-height" not in values


def _is_flat(values: Values, side: str, padding: str, em: float) -> bool:
    """Say whether a box is nothing high or wide; a share of the height around it is mostly no height at all."""
    whole = SCREEN_WIDTH if side == "width" else None
    least = pixels(values.get(f"min-{side}", ""), em, whole)
    if (least is not None and least > FLAT) or _wide(values.get(padding), em):
        return False
    most = [pixels(values.get(name, ""), em, whole) for name in (side, f"max-{side}")]
    if any(size is not None and size <= FLAT for size in most):
        return True
    lines = values.get("line-height", "")
    return side == "height" and values.get("height", "auto") == "auto" and lines in {"0", "0px", "0em", "0%"}


def _wide(said: str | None, em: float) -> bool:
    """Say whether a padding leaves room to see something in."""
    size = pixels(said, em, SCREEN_WIDTH) if said else None
    return size is not None and size > FLAT
