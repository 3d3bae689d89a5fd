"""Conditions in style sheets: what a screen with a mouse, a light theme and no wish for less motion fulfils."""

import re
from collections.abc import Callable
from functools import lru_cache

from publicity_check.readers.html.style.values import SCREEN_HEIGHT, SCREEN_WIDTH, number, pixels

_SIZES = {"width": SCREEN_WIDTH, "height": SCREEN_HEIGHT, "inline-size": SCREEN_WIDTH, "block-size": SCREEN_HEIGHT}
_WORDS = {
    "orientation": {"landscape"},
    "prefers-color-scheme": {"light"},
    "prefers-reduced-motion": {"no-preference"},
    "prefers-contrast": {"no-preference"},
    "prefers-reduced-transparency": {"no-preference"},
    "forced-colors": {"none"},
    "inverted-colors": {"none"},
    "hover": {"hover"},
    "any-hover": {"hover"},
    "pointer": {"fine"},
    "any-pointer": {"fine"},
    "scripting": {"enabled"},
    "update": {"fast"},
    "display-mode": {"browser"},
    "overflow-block": {"scroll"},
    "overflow-inline": {"scroll"},
    "scan": {"progressive"},
    "color-gamut": {"srgb"},
    "dynamic-range": {"standard"},
}
_NUMBERS = {"color": 8.0, "monochrome": 0.0, "grid": 0.0, "color-index": 0.0, "resolution": 1.0, "aspect-ratio": 1.6}
_RESOLUTIONS = {"dppx": 1.0, "x": 1.0, "dpi": 1 / 96, "dpcm": 2.54 / 96}
_RANGE = re.compile(r"(?:([^<>=]+?)\s*([<>]=?|=)\s*)?([a-z-]+)(?:\s*([<>]=?|=)\s*([^<>=]+))?")
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
_FOREIGN = ("-moz-", "-ms-", "-o-", "-khtml-")
_DEEPEST = 10


@lru_cache(maxsize=2048)
def on_screen(query: str) -> bool:
    """Say whether a list of media queries means a screen (Media Queries Level 4).

    >>> [on_screen(q) for q in ("screen", "print", "", "print, (min-width: 600px)", "not print", "(400px <= width)")]
    [True, False, True, True, True, True]
    """
    queries = _split(query.lower().strip(), ",")
    return not query.strip() or any(_of_media(one.strip()) for one in queries)


def _of_media(query: str) -> bool:
    found = re.match(r"(?:(not|only)\s+)?([a-z-]+)\b(?!\()(?:\s+and\s+|\s*$)", query)
    if not found or found[2] in {"not", "and", "or"}:
        return _holds(query, _feature) is True
    rest = query[found.end() :]
    holds = found[2] in {"screen", "all"} and (not rest or _holds(rest, _feature) is True)
    return not holds if found[1] == "not" else holds


@lru_cache(maxsize=1024)
def supported(condition: str) -> bool:
    """Say whether a browser of today supports what ``@supports`` asks for.

    >>> supported("(display: grid)"), supported("not (display: grid)"), supported("(-ms-ime-align: auto)")
    (True, False, False)
    """
    return _holds(condition.lower().strip(), _known) is True


@lru_cache(maxsize=1024)
def in_container(condition: str) -> bool:
    """Say whether ``@container`` holds, taking every container for one as wide as the screen."""
    start = condition.find("(")
    return start >= 0 and _holds(condition[start:].lower().strip(), _feature) is True


def _known(inside: str) -> bool | None:
    name, colon, value = (piece.strip() for piece in inside.partition(":"))
    if not colon or not value:
        return None
    return not name.startswith(_FOREIGN) and not value.startswith(_FOREIGN)


def _holds(condition: str, tell: Callable[[str], bool | None], depth: int = 0) -> bool | None:
    """Work out a condition of ``not``, ``and``, ``or`` and brackets; ``None`` where it cannot be told."""
    condition = condition.strip()
    if depth > _DEEPEST or not condition:
        return None
    if condition.startswith("not"):
        inner = _holds(condition[3:], tell, depth + 1)
        return None if inner is None else not inner
    for word, decide in (("or", any), ("and", all)):
        pieces = _split(condition, f" {word} ")
        if len(pieces) > 1:
            return decide(_holds(piece, tell, depth + 1) is True for piece in pieces)
    if condition.startswith("selector("):
        return True
    if condition.startswith("(") and condition.endswith(")"):
        inside = condition[1:-1].strip()
        if inside.startswith(("(", "not ", "not(")):
            return _holds(inside, tell, depth + 1)
        return tell(inside)
    return None


def _split(text: str, mark: str) -> list[str]:
    """Cut a text at a mark that stands in no brackets."""
    pieces, depth, start = [], 0, 0
    flat = text.replace(")and", ") and").replace("and(", "and (") if mark.strip() in {"and", "or"} else text
    at = 0
    while at < len(flat):
        if flat[at] == "(":
            depth += 1
        elif flat[at] == ")":
            depth -= 1
        elif depth == 0 and flat.startswith(mark, at):
            pieces.append(flat[start:at])
            start = at = at + len(mark)
            continue
        at += 1
    return [*pieces, flat[start:]]


def _feature(inside: str) -> bool | None:
    name, colon, value = (piece.strip() for piece in inside.partition(":"))
    if colon:
        for prefix, sign in (("min-", ">="), ("max-", "<=")):
            bare = name.removeprefix("-webkit-")
            if bare.startswith(prefix):
                return _compare(bare.removeprefix(prefix), sign, value)
        if name in _WORDS:
            return value in _WORDS[name]
        return _compare(name, "=", value)
    if name in _WORDS:
        return bool(_WORDS[name] - {"none", "no-preference"})
    if name in _SIZES:
        return True
    if name in _NUMBERS:
        return bool(_NUMBERS[name])
    found = _RANGE.fullmatch(inside)
    if not found or not (found[2] or found[4]):
        return None
    left = _compare(found[3], _MIRRORED[found[2]], found[1]) if found[2] else True
    right = _compare(found[3], found[4], found[5]) if found[4] else True
    return None if left is None or right is None else left and right


def _compare(name: str, sign: str, value: str) -> bool | None:
    name = name.removeprefix("device-").removeprefix("-webkit-device-")
    have: float | None
    if name in _SIZES:
        have, asked = float(_SIZES[name]), pixels(value)
    elif name in {"pixel-ratio", "resolution"}:
        unit = value.lstrip("0123456789.")
        digits = number(value.removesuffix(unit))
        have, asked = 1.0, None if digits is None else digits * _RESOLUTIONS.get(unit, 1.0)
    elif name == "aspect-ratio":
        above, _, below = (piece.strip() for piece in value.partition("/"))
        first, second = number(above), number(below or "1")
        have, asked = _NUMBERS[name], first / second if first is not None and second else None
    else:
        have, asked = _NUMBERS.get(name), number(value)
    if have is None or asked is None:
        return None
    return {"<": have < asked, "<=": have <= asked, ">": have > asked, ">=": have >= asked, "=": have == asked}[sign]
