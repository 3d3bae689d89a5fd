"""Does a picture show the emblem of the European Union: twelve stars in a ring on a rectangular field?

Colours and proportions: Regulation (EU) 2021/1060 Annex IX (Reflex Blue and Yellow; a one-colour version in blue, or
in black) and the graphics guide to the European emblem (1996).
"""

import colorsys
from collections.abc import Iterable, Iterator

import cv2
import numpy as np

from publicity_check.pictures.flags import flag_in_small
from publicity_check.pictures.pixels import Pixels
from publicity_check.pictures.rings import STARS, Floats, Ring, rings
from publicity_check.pictures.shown import Box, Emblem, Fault, Version

_YELLOWS = (112, 140, 168, 196)
_GREYS = (70, 110, 150, 190)
_YELLOW = 150
"""A picture whose yellowest pixel is below this (0 to 255) has no yellow stars."""
WORK = 700_000
"""Pixels looked at: a larger picture is made smaller first."""
_SMALL = 170
"""A picture of fewer pixels high or wide is made larger first, so that stars of two pixels have a shape."""
_ENLARGED, _AGAIN, _WORTH = 4.0, 2.2, 1.4
_MOST_RINGS = 12
_SPREAD = 26.0
"""The field is of one colour: nine of ten places in it are so near to its colour (0 to 255)."""
_POINTED, _CLEARLY = 0.35, 0.5
"""How five-pointed stars must look to be believed."""
_POINTS_SEEN = 11.0
"""Stars of so many pixels show their points."""
_DOTS = 14.0
"""Spots of so many pixels that show no points are no stars."""
_UPRIGHT = 9.0
"""Degrees by which stars may be turned before that is a fault."""
_SQUEEZES = (0.75, 1.33)
"""An emblem that is stretched more than this is a question."""
_OF_THE_FIELD = 48
"""A pixel is of the field's colour if no part of it is further away."""
_FILLED = 0.72
"""Share of its rectangle that the field fills between the stars."""


def find_emblem(pixels: Pixels) -> Emblem | None:
    """Return the emblem that a picture shows, the surest if there are several, or ``None``."""
    best: Emblem | None = None
    for scale in _scales(pixels.shape[0], pixels.shape[1]):
        at_scale = resized(pixels, scale)
        for ring, light in _candidates(at_scale):
            best = _better(best, _judge(at_scale, ring, light=light, scale=scale))
            if best is not None and best.sure and not best.faults:
                return best
        if best is not None and best.sure:
            return best
    scale = min(1.0, (WORK / (pixels.shape[0] * pixels.shape[1])) ** 0.5)
    small = flag_in_small(resized(pixels, scale))
    if small is not None:
        best = _better(best, Emblem(small.version, _scaled(small.box, scale), (), small.sure))
    return best


def resized(pixels: Pixels, scale: float) -> Pixels:
    """Return a picture in another size."""
    if scale == 1:
        return pixels
    size = max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale))
    shape = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    return np.asarray(shape, dtype=np.uint8)


def _better(one: Emblem | None, other: Emblem | None) -> Emblem | None:
    if one is None or other is None:
        return one or other
    return other if (other.sure, -len(other.faults)) > (one.sure, -len(one.faults)) else one


def _scales(height: int, width: int) -> tuple[float, ...]:
    area, short = height * width, min(height, width)
    wanted = min(_ENLARGED, _SMALL / short) if short < _SMALL else 1.0
    first = min(wanted, (WORK / area) ** 0.5)
    second = min(first * _AGAIN, (2 * WORK / area) ** 0.5)
    return (first, second) if second > first * _WORTH else (first,)


def _candidates(pixels: Pixels) -> Iterator[tuple[Ring, bool]]:
    """Yield rings of stars and whether these are lighter than their ground: yellow on blue, light on dark, reverse."""
    red, green, blue = (pixels[..., i].astype(np.int16) for i in range(3))
    yellow = np.clip(((red + green) // 2 - blue + 255) // 2, 0, 255).astype(np.uint8)
    if int(yellow.max()) > _YELLOW:
        yield from ((r, True) for r in _distinct(rings(yellow, _YELLOWS)))
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    yield from ((r, True) for r in _distinct(rings(grey, _GREYS)))
    yield from ((r, False) for r in _distinct(rings(255 - grey, _GREYS)))


def _distinct(found: Iterable[list[Ring]]) -> Iterator[Ring]:
    """Leave out rings that were found again in another brightness."""
    kept: list[Ring] = []
    for ring in (ring for by_threshold in found for ring in by_threshold):
        fuller = (k for k in kept if abs(ring.x - k.x) + abs(ring.y - k.y) <= k.radius / 2)
        if len(kept) < _MOST_RINGS and all((ring.stars, ring.points) > (k.stars, k.points) for k in fuller):
            kept.append(ring)
            yield ring


def _judge(pixels: Pixels, ring: Ring, *, light: bool, scale: float) -> Emblem | None:
    """Say which emblem a ring of stars is part of, ``None`` if its colours are no emblem's."""
    field, spread = _field_colour(pixels, ring)
    stars = _star_colour(pixels, ring, field)
    version = _version(stars, field)
    if version is None:
        return None
    box = _field_box(pixels, ring, field)
    pointed = ring.points > _POINTED or ring.star_size < _POINTS_SEEN
    outlined = version != "monochrome" or light or ring.points >= _CLEARLY
    believed = ring.stars == STARS and spread < _SPREAD and pointed and outlined
    shaped = box is not None and (_proportioned(ring, box) or _nearly(ring, box))
    sure = believed and shaped and _SQUEEZES[0] < ring.squeeze < _SQUEEZES[1]
    faults = tuple(_faults(ring, version, stars, field, box))
    return Emblem(version, _scaled(box or _usual_box(ring), scale), faults, sure)


def _faults(ring: Ring, version: Version, stars: Floats, field: Floats, box: Box | None) -> Iterator[Fault]:
    if ring.stars < STARS:
        yield "missing-stars"
    if ring.points <= _POINTED and ring.star_size >= _DOTS:
        yield "no-stars"
    if ring.squeeze != 1.0:
        yield "stretched"
    if ring.points > _CLEARLY and ring.turned > _UPRIGHT:
        yield "turned-stars"
    if version == "colour" and not _right_colours(stars, field):
        yield "colours"
    if box is None or not _proportioned(ring, box):
        yield "proportion"


def _usual_box(ring: Ring) -> Box:
    left, top = ring.x - ring.radius * 2.25, ring.y - ring.radius * 1.5
    return round(left), round(top), round(ring.radius * 4.5), round(ring.radius * 3)


def _scaled(box: Box, scale: float) -> Box:
    left, top, width, height = (round(side / scale) for side in box)
    return left, top, width, height


def _samples(ring: Ring, factors: tuple[float, ...], shift: float) -> list[tuple[float, float]]:
    """Return twelve places each on circles around a ring's middle, given as parts of its radius."""
    angles = np.arange(STARS) * (2 * np.pi / STARS) + shift
    return [
        (ring.x + f * ring.radius * ring.squeeze * np.cos(a), ring.y + f * ring.radius * np.sin(a))
        for f in factors
        for a in angles
    ]


def _field_colour(pixels: Pixels, ring: Ring) -> tuple[Floats, float]:
    """Return the colour of the ground inside and around a ring, and how far from it the ground is."""
    height, width = pixels.shape[:2]
    inner, between = _samples(ring, (0.2, 0.5, 0.7), 0.0), _samples(ring, (1.0, 1.25), np.pi / STARS)
    places = [(round(y), round(x)) for x, y in ((ring.x, ring.y), *inner, *between)]
    found = np.array([pixels[y, x] for y, x in places if 0 <= y < height and 0 <= x < width], dtype=float)
    middle = np.median(found, axis=0)
    return middle, float(np.percentile(np.abs(found - middle).mean(axis=1), 90))


def _star_colour(pixels: Pixels, ring: Ring, field: Floats) -> Floats:
    """Return the colour of the stars: at each place that of the pixel which differs most from the field."""
    reach = max(1, int(ring.radius * 0.06))
    found = []
    for x, y in _samples(ring, (1.0,), 0.0):
        top, left = max(0, round(y) - reach), max(0, round(x) - reach)
        patch = pixels[top : round(y) + reach + 1, left : round(x) + reach + 1].reshape(-1, 3).astype(float)
        if len(patch):
            found.append(patch[np.abs(patch - field).sum(axis=1).argmax()])
    return np.asarray(np.median(np.array(found), axis=0), dtype=float)


def _hue_saturation_value(colour: Floats) -> tuple[float, float, float]:
    hue, saturation, value = colorsys.rgb_to_hsv(*(float(c) / 255 for c in colour))
    return hue * 360, saturation, value


def _version(stars: Floats, field: Floats) -> Version | None:
    """Say which version the colours of stars and field make, ``None`` for none that exists."""
    star_hue, star_saturation, star_value = _hue_saturation_value(stars)
    hue, saturation, value = _hue_saturation_value(field)
    blue = 195 <= hue <= 255 and saturation > 0.3 and value > 0.15  # noqa: PLR2004
    if blue and 30 <= star_hue <= 68 and star_saturation > 0.3 and star_value > 0.5:  # noqa: PLR2004
        return "colour"
    if blue and star_saturation < 0.35 and star_value > 0.7:  # noqa: PLR2004
        return "one-colour"
    if value > 0.85 and saturation < 0.12 and 195 <= star_hue <= 255 and star_saturation > 0.4:  # noqa: PLR2004
        return "one-colour"
    without_colour = all(s < 0.2 or v < 0.2 for s, v in ((star_saturation, star_value), (saturation, value)))  # noqa: PLR2004
    return "monochrome" if without_colour and abs(star_value - value) > 0.35 else None  # noqa: PLR2004


def _right_colours(stars: Floats, field: Floats) -> bool:
    """Say whether colours are those prescribed (003399 and FFCC00 on screen), with room for print and compression."""
    star_hue, star_saturation, star_value = _hue_saturation_value(stars)
    hue, saturation, value = _hue_saturation_value(field)
    return (
        208 <= hue <= 245  # noqa: PLR2004
        and saturation > 0.55  # noqa: PLR2004
        and 0.3 < value < 0.85  # noqa: PLR2004
        and 40 <= star_hue <= 62  # noqa: PLR2004
        and star_saturation > 0.6  # noqa: PLR2004
        and star_value > 0.75  # noqa: PLR2004
    )


def _field_box(pixels: Pixels, ring: Ring, field: Floats) -> Box | None:
    """Return the rectangle of the field's colour around a ring, ``None`` if it is no rectangle."""
    x0, y0 = max(0, int(ring.x - ring.radius * 3.6)), max(0, int(ring.y - ring.radius * 2.6))
    x1, y1 = int(ring.x + ring.radius * 3.6) + 1, int(ring.y + ring.radius * 2.6) + 1
    part = pixels[y0:y1, x0:x1].astype(np.int16)
    near = (np.abs(part - field.astype(np.int16)).max(axis=2) < _OF_THE_FIELD).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=4)
    y, x = round(ring.y) - y0, round(ring.x) - x0
    if not (0 <= y < labels.shape[0] and 0 <= x < labels.shape[1]) or not labels[y, x]:
        return None
    left, top, width, height, area = (int(v) for v in stats[labels[y, x]])
    return (left + x0, top + y0, width, height) if area >= _FILLED * width * height else None


def _proportioned(ring: Ring, box: Box) -> bool:
    """Say whether a field is three to two, the ring in its middle and of a third of its height."""
    left, top, width, height = box
    return (
        abs(width / height / 1.5 - 1) < 0.09  # noqa: PLR2004
        and abs(ring.radius * 3 / height - 1) < 0.12  # noqa: PLR2004
        and abs(left + width / 2 - ring.x) < 0.06 * width
        and abs(top + height / 2 - ring.y) < 0.06 * height
    )


def _nearly(ring: Ring, box: Box) -> bool:
    """Say whether a field is still that of a flag, though not as prescribed."""
    left, top, width, height = box
    return (
        1.2 < width / height < 1.9  # noqa: PLR2004
        and 2.3 < height / ring.radius < 4.2  # noqa: PLR2004
        and abs(left + width / 2 - ring.x) < 0.12 * width
        and abs(top + height / 2 - ring.y) < 0.12 * height
    )
