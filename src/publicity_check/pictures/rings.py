"""Twelve stars in a ring, found in a plane of brightness by shape and place, whatever the colours.

The geometry is that of the emblem's construction (Council of Europe and Commission, "Graphics guide to the European
emblem", 1996): the centres of the stars lie on a circle of a third of the flag's height, as the hours on a clock, and
each upright five-pointed star fits a circle of an eighteenth of that height.
"""

from collections.abc import Iterator

import cv2
import msgspec
import numpy as np
import numpy.typing as npt

Plane = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.intp]

STARS = 12
MISSING = 2
"""A ring with more stars missing than this is none."""
_STAR_TO_RING = 1.902 / 6
"""Width of a star over the radius of the ring: 2 cos 18° times a sixth."""
_WIDTHS = (0.62, 1.5)
"""How far a star's width may be from that, as a factor: compression makes stars wider, thresholds narrower."""
STAR_ASPECT = 1.0515
"""Width over height of an upright star."""
_UNSQUEEZED = (0.9, 1.12)
"""Stars whose width over height is so near to right are not stretched: they are few pixels wide."""
_MOST_SPOTS = 1_500
"""More spots than this are a pattern or a photograph."""
_NEAR = 0.11
"""A star may lie so far from its place, in radii of the ring (0.26 is half of the way to the next)."""
_NEAR_PIXELS = 1.2
_ALIKE = 1.9
"""The largest of the twelve has at most so many times the area of the smallest."""
_SPOT_AREA, _SPOT_SIDE, _SPOT_ASPECTS, _SPOT_FULL = 4, 2, (0.55, 1.9), 0.2
_SPOT_SHARE = 6
"""A star is at most a sixth of the picture wide."""
_OFF_THE_HOUR = 6.0
"""Degrees by which the ring may be turned."""
_TELLING = 7.0
"""Pixels of width from which on the shape of a star can be told."""
_DRAWN = 96
_FIVE, _FIVE_FOLD = 0.05, 0.12
"""Share of the fifth harmonic in a star's outline that tells five points, and the lead over others that is certain."""


class Ring(msgspec.Struct, frozen=True, gc=False):
    """A ring of stars: its middle and radius down the picture (pixels), and what its stars are like.

    ``squeeze`` is its width over its height; ``stars`` counts those found on the twelve places; ``points`` says how
    much they look five-pointed (0 to 1; 0 also where they are too small to tell), ``turned`` by how many degrees they
    are turned from upright; ``star_size`` is their width in pixels.
    """

    x: float
    y: float
    radius: float
    squeeze: float
    stars: int
    star_size: float
    points: float = 0.0
    turned: float = 0.0


class _Spots(msgspec.Struct, frozen=True):
    """The spots of a picture that may be stars."""

    index: Indexes
    middles: Floats
    widths: Floats
    heights: Floats
    areas: Floats
    stats: npt.NDArray[np.int32]
    labels: npt.NDArray[np.int32]


def rings(plane: Plane, thresholds: tuple[int, ...]) -> Iterator[list[Ring]]:
    """Yield the rings of light stars on darker ground by each threshold in a plane of brightness, the fullest first.

    A threshold that parts the plane as the one before it did is left out.
    """
    before = -1
    for threshold in thresholds:
        mask = (plane > threshold).astype(np.uint8)
        light = cv2.countNonZero(mask)
        if light not in (0, before, mask.size):
            yield sorted(_in_mask(mask), key=lambda ring: (-ring.stars, -ring.points))
        before = light


def _in_mask(mask: Plane) -> Iterator[Ring]:
    spots = _spots(mask)
    if not STARS - MISSING <= len(spots.index) <= _MOST_SPOTS:
        return
    taken: set[int] = set()
    for first in np.argsort(-spots.areas):
        if int(first) in taken:
            continue
        alike = (spots.areas < spots.areas[first] * _ALIKE) & (spots.areas > spots.areas[first] / _ALIKE)
        if alike.sum() >= STARS - MISSING:
            ring = _around(int(first), alike, spots, taken)
            if ring is not None:
                yield ring


def _spots(mask: Plane) -> _Spots:
    _, labels, stats, middles = cv2.connectedComponentsWithStats(mask, connectivity=4)
    width, height, area = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_AREA]
    aspect = width / np.maximum(height, 1)
    usable = (area >= _SPOT_AREA) & (np.minimum(width, height) >= _SPOT_SIDE) & (area > _SPOT_FULL * width * height)
    usable &= (aspect > _SPOT_ASPECTS[0]) & (aspect < _SPOT_ASPECTS[1]) & (width < mask.shape[1] / _SPOT_SHARE)
    usable[0] = False
    index = np.flatnonzero(usable)
    return _Spots(
        index,
        np.asarray(middles[index], dtype=float),
        width[index].astype(float),
        height[index].astype(float),
        area[index].astype(float),
        np.asarray(stats, dtype=np.int32),
        np.asarray(labels, dtype=np.int32),
    )


def _around(first: int, alike: npt.NDArray[np.bool_], spots: _Spots, taken: set[int]) -> Ring | None:
    """Look for a ring on which a spot stands: its middle lies half-way to the spot that stands opposite."""
    squeeze = float(np.clip(np.median(spots.widths[alike] / spots.heights[alike]) / STAR_ASPECT, 0.5, 2.0))
    if _UNSQUEEZED[0] < squeeze < _UNSQUEEZED[1]:
        squeeze = 1.0
    points = spots.middles * np.array([1.0 / squeeze, 1.0])
    expected = spots.widths[first] / squeeze / _STAR_TO_RING
    halves = np.hypot(*(points - points[first]).T) / 2
    opposite = np.flatnonzero(alike & (halves > expected * _WIDTHS[0]) & (halves < expected * _WIDTHS[1]))
    names = np.flatnonzero(alike)
    best: tuple[int, Floats, float, Indexes] | None = None
    for other in opposite:
        middle, radius = (points[first] + points[other]) / 2, float(halves[other])
        members = _on_the_hours(points[first], middle, radius, points[names])
        if members is not None and (best is None or len(members) > best[0]):
            best = len(members), middle, radius, names[members]
            if best[0] == STARS:
                break
    if best is None:
        return None
    stars, middle, radius, which = best
    taken.update(int(m) for m in which)
    size = float(np.median(spots.widths[which])) / squeeze
    ring = Ring(float(middle[0] * squeeze), float(middle[1]), radius, squeeze, stars, size)
    return _described(ring, spots, which) if size >= _TELLING else ring


def _on_the_hours(first: Floats, middle: Floats, radius: float, points: Floats) -> Indexes | None:
    """Return which points stand on the twelve places of a clock, ``None`` if too few do."""
    start = np.arctan2(first[1] - middle[1], first[0] - middle[0])
    hour = 360 / STARS
    if abs((np.degrees(start) + hour / 2) % hour - hour / 2) > _OFF_THE_HOUR:
        return None
    angles = start + np.arange(STARS) * np.radians(hour)
    places = middle + radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    gaps = np.hypot(places[:, None, 0] - points[None, :, 0], places[:, None, 1] - points[None, :, 1])
    nearest = gaps.argmin(axis=1)[gaps.min(axis=1) < max(_NEAR * radius, _NEAR_PIXELS)]
    return nearest if len(nearest) >= STARS - MISSING and len(set(nearest.tolist())) == len(nearest) else None


def _described(ring: Ring, spots: _Spots, members: Indexes) -> Ring:
    """Add how five-pointed and how upright the stars of a ring are, by the harmonics of their outlines."""
    outlines = np.array([_harmonics(spots, int(spots.index[member])) for member in members])
    sizes = np.median(np.abs(outlines), axis=0)
    five, others = float(sizes[5]), float(max(sizes[k] for k in (2, 3, 4, 6)))
    points = float(np.clip((five - others) / _FIVE_FOLD, 0.0, 1.0)) if five > _FIVE else 0.0
    fifth = 360 / 5
    phase = float(np.degrees(np.angle(outlines[:, 5].sum())) / 5)
    return msgspec.structs.replace(ring, points=points, turned=abs((phase + 18 + fifth / 2) % fifth - fifth / 2))


def _harmonics(spots: _Spots, label: int) -> npt.NDArray[np.complex128]:
    """Return the first harmonics of a spot's outline around its middle, as shares of its size."""
    x, y, width, height = (int(v) for v in spots.stats[label, :4])
    spot = (spots.labels[y : y + height, x : x + width] == label).astype(np.uint8) * 255
    drawn = cv2.resize(spot, (round(_DRAWN * STAR_ASPECT), _DRAWN), interpolation=cv2.INTER_LINEAR) // 128
    outlines, _ = cv2.findContours(drawn, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    moments = cv2.moments(drawn, binaryImage=True)
    if not outlines or not moments["m00"]:
        return np.zeros(7, dtype=np.complex128)
    middle = np.array([moments["m10"], moments["m01"]]) / moments["m00"]
    away = max(outlines, key=len)[:, 0, :].astype(float) - middle
    angle = np.arctan2(-away[:, 1], away[:, 0])
    order = np.argsort(angle)
    grid = np.linspace(-np.pi, np.pi, 180, endpoint=False)
    profile = np.interp(grid, angle[order], np.hypot(away[:, 0], away[:, 1])[order], period=2 * np.pi)
    power = np.fft.rfft(profile)[:7] * np.exp(-1j * np.pi * np.arange(7))
    return np.asarray(power / (abs(power[0]) or 1.0), dtype=np.complex128)
