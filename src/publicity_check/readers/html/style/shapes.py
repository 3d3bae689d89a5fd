"""Transforms, clips and filters of CSS: which of them leave nothing to see of an element."""

import re
from functools import lru_cache

from publicity_check.readers.colors import Color
from publicity_check.readers.html.style.values import color, number, pixels

_FAR = 900.0
_FLAT = 0.1
"""A scale below which nothing can be read."""
_FAINT = 0.08
_SMEARED = 6.0
"""Pixels: letters that are blurred so much cannot be read."""
_FUNCTION = re.compile(r"([a-z0-9-]+)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")
_ANGLE = re.compile(r"([+-]?[\d.]+)(deg|rad|turn|grad)?")
_DEGREES = {"deg": 1.0, "rad": 57.29578, "turn": 360.0, "grad": 0.9, None: 1.0}
_EDGE = 0.6
"""Degrees: how near to a right angle a thing must be turned away to be seen from its edge."""


def functions(value: str) -> list[tuple[str, str]]:
    """Return the functions in a value, each with what stands between its brackets.

    >>> functions("scale(2) rotate(calc(1deg + 2deg))")
    [('scale', '2'), ('rotate', 'calc(1deg + 2deg)')]
    """
    return _FUNCTION.findall(value)


@lru_cache(maxsize=4096)
def hides_by_transform(name: str, value: str) -> bool:
    """Say whether a transform makes an element nothing large, or takes it off the screen.

    >>> [hides_by_transform("transform", v) for v in ("translate(-50%, -50%)", "scale(0)", "translatex(-9999px)")]
    [False, True, True]
    >>> hides_by_transform("rotate", "y 90deg"), hides_by_transform("scale", "1 0")
    (True, True)
    """
    if name == "scale":
        return _by_scale("scale", value.split())
    if name == "translate":
        return _by_move("translate", value.split(" "))
    if name == "rotate":
        axis, _, angle = value.rpartition(" ")
        return axis in {"x", "y"} and _on_edge(angle)
    for function, inside in _FUNCTION.findall(value):
        given = [piece.strip() for piece in re.split(r",(?![^(]*\))", inside)] if "," in inside else inside.split()
        if function.startswith("scale") and _by_scale(function, given):
            return True
        if function.startswith("translate") and _by_move(function, given):
            return True
        if function in {"rotatex", "rotatey"} and given and _on_edge(given[0]):
            return True
        if function.startswith("matrix") and _by_matrix(function, given):
            return True
    return False


def _by_scale(function: str, given: list[str]) -> bool:
    if function == "scalez":
        return False
    return any((share := number(piece)) is not None and abs(share) < _FLAT for piece in given[:2])


def _by_move(function: str, given: list[str]) -> bool:
    if function == "translatez":
        return False
    across = pixels(given[0], whole=100.0) if given and function != "translatey" else 0.0
    down = (
        pixels(given[-1 if function == "translatey" else 1], whole=100.0)
        if function == "translatey" or given[1:]
        else 0.0
    )
    return abs(across or 0.0) >= _FAR or (down or 0.0) <= -_FAR


def _by_matrix(function: str, given: list[str]) -> bool:
    numbers = [number(piece) for piece in given]
    if None in numbers or len(numbers) not in {6, 16}:
        return False
    known = [n or 0.0 for n in numbers]
    a, b, c, d, x, y = known if function == "matrix" else (known[0], known[1], known[4], known[5], known[12], known[13])
    return abs(a * d - b * c) < _FLAT * _FLAT or abs(x) >= _FAR or y <= -_FAR


def _on_edge(angle: str) -> bool:
    found = _ANGLE.fullmatch(angle)
    return found is not None and abs(abs(float(found[1]) * _DEGREES[found[2]]) % 180 - 90) < _EDGE


@lru_cache(maxsize=4096)
def hides_by_clip(name: str, value: str) -> bool:
    """Say whether a clip leaves nothing of an element.

    >>> hides_by_clip("clip", "rect(0 0 0 0)"), hides_by_clip("clip", "rect(1px, 1px, 1px, 1px)")
    (True, True)
    >>> [hides_by_clip("clip-path", v) for v in ("inset(50%)", "inset(10px)", "circle(0)", "polygon(0 0, 0 0, 0 0)")]
    [True, False, True, True]
    """
    found = _FUNCTION.search(value)
    if not found:
        return False
    shape = found[1]
    given = found[2].replace(",", " ").split()
    if shape == "rect" and name == "clip":
        top, right, bottom, left = ([*map(pixels, given)] + [None] * 4)[:4]
        narrow = right is not None and right - (left or 0.0) <= 1
        return narrow or (bottom is not None and bottom - (top or 0.0) <= 1)
    if shape == "inset":
        sides = [pixels(piece, whole=1000.0) for piece in found[2].partition("round")[0].split()]
        top, right, bottom, left = (sides * 4)[:4] if len(sides) < 3 else (*sides, sides[1])[:4]  # noqa: PLR2004
        whole = 1000.0 if "%" in found[2] else 5000.0
        return _sum(top, bottom) >= whole or _sum(left, right) >= whole
    if shape in {"circle", "ellipse"}:
        radii = found[2].partition("at")[0].split()
        return any((size := pixels(piece, whole=1000.0)) is not None and size < 1 for piece in radii)
    if shape == "polygon":
        return _area(found[2]) < 1
    return shape in {"xywh", "rect"} and _empty(shape, [pixels(piece, whole=1000.0) for piece in given])


def _sum(one: float | None, other: float | None) -> float:
    return (one or 0.0) + (other or 0.0)


def _empty(shape: str, sizes: list[float | None]) -> bool:
    if len(sizes) < 4 or None in sizes[:4]:  # noqa: PLR2004
        return False
    first, second, third, fourth = (size or 0.0 for size in sizes[:4])
    return min(third, fourth) < 1 if shape == "xywh" else third - first < 1 or second - fourth < 1


def _area(points: str) -> float:
    """Return the area of a polygon, shares taken of a box of a thousand pixels; the endless where it is not known."""
    corners = []
    for point in points.split(","):
        pair = [pixels(piece, whole=1000.0) for piece in point.split()][-2:]
        if len(pair) < 2 or None in pair:  # noqa: PLR2004
            if point.strip() in {"evenodd", "nonzero"}:
                continue
            return float("inf")
        corners.append((pair[0] or 0.0, pair[1] or 0.0))
    twice = sum(x * v - u * y for (x, y), (u, v) in zip(corners, corners[1:] + corners[:1], strict=True))
    return abs(twice) / 2


RECOLOURING = frozenset({"brightness", "contrast", "invert"})
"""Functions of a filter that may make letters and ground alike; the others leave them as far apart as they were."""


@lru_cache(maxsize=1024)
def recoloured(value: str, colour: Color) -> Color:
    """Return a colour as it is shown through a filter.

    >>> recoloured("brightness(0) invert(1)", Color(0.5, 0.2, 0.1))
    Color(red=1.0, green=1.0, blue=1.0, alpha=1.0)
    """
    for function, inside in functions(value):
        share = number(inside.strip() or "1")
        if share is None or function not in RECOLOURING:
            continue
        if function == "brightness":
            channels = [c * share for c in colour[:3]]
        elif function == "contrast":
            channels = [c * share + 0.5 - 0.5 * share for c in colour[:3]]
        else:
            channels = [c * (1 - min(share, 1.0)) + (1 - c) * min(share, 1.0) for c in colour[:3]]
        red, green, blue = (min(1.0, max(0.0, c)) for c in channels)
        colour = Color(red, green, blue, colour.alpha)
    return colour


@lru_cache(maxsize=1024)
def recolours(value: str) -> bool:
    """Say whether a filter may make letters and ground alike."""
    return any(function in RECOLOURING for function, _ in functions(value))


_COLOUR_WORD = re.compile(r"#[0-9a-f]{3,8}\b|[a-z-]+\((?:[^()]|\([^()]*\))*\)|\b[a-z]{3,20}\b")


@lru_cache(maxsize=1024)
def hides_by_mask(value: str) -> bool:
    """Say whether a mask is a gradient through which nothing is seen, or a colour that lets nothing through.

    >>> [hides_by_mask(f"linear-gradient({c})") for c in ("transparent, transparent", "#000, transparent", "#0000 10%")]
    [True, False, True]
    """
    found = re.search(r"gradient\((.*)\)", value)
    if found is None or "url(" in value:
        return False
    named = [shade for word in _COLOUR_WORD.findall(found[1]) if (shade := color(word)) is not None]
    return bool(named) and all(shade.alpha < _FAINT for shade in named)


@lru_cache(maxsize=1024)
def hides_by_filter(value: str) -> bool:
    """Say whether a filter leaves nothing to read.

    >>> [hides_by_filter(v) for v in ("opacity(0)", "blur(2px)", "blur(20px)", "grayscale(1)")]
    [True, False, True, False]
    """
    for function, inside in _FUNCTION.findall(value):
        share = number(inside.strip())
        if function == "opacity" and share is not None and share < _FAINT:
            return True
        if function == "blur" and (pixels(inside.strip()) or 0.0) >= _SMEARED:
            return True
    return False
