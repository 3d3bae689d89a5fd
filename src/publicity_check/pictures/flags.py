"""Emblems of a few pixels, in which no star has a shape: a rectangle with a wave of twelve around its middle."""

from collections.abc import Iterator
from typing import Literal

import cv2
import msgspec
import numpy as np
import numpy.typing as npt

from publicity_check.pictures.pixels import Pixels

_HEIGHTS = (16, 60)
"""Pixels: smaller ones cannot be told from other flags, in larger ones stars are found by their shape."""
_PROPORTIONS = (1.3, 1.75)
_FILLED = 0.6
_CROP = (135, 90)
_RADII = (28.0, 30.0, 32.0)
_SHIFTS = (-2, 0, 2)
_ROUND = 240
_WAVE, _SURE = 0.25, 0.62
"""Share of the twelfth and twenty-fourth harmonic in the ring's brightness: as found, and sure."""
_ABOVE = 0.12
"""The ring is lighter than the middle by this share of all contrast at least."""
_HOUR = 0.7
"""Cosine of how far the wave may be off the hours of a clock."""


class Small(msgspec.Struct, frozen=True, gc=False):
    """A small emblem: its version and box (pixels), and whether it is sure."""

    version: Literal["colour", "monochrome"]
    box: tuple[int, int, int, int]
    sure: bool


def flag_in_small(pixels: Pixels) -> Small | None:
    """Return the small emblem on a blue or black field that a picture shows, or ``None``."""
    colours = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV)
    hue, saturation, value = colours[..., 0], colours[..., 1], colours[..., 2]
    blue = (hue > 97) & (hue < 128) & (saturation > 76) & (value > 38)  # noqa: PLR2004  OpenCV's scales: 180, 255, 255
    black = value < 60  # noqa: PLR2004
    best: Small | None = None
    for mask, version in ((blue, "colour"), (black, "monochrome")):
        for row in _regions(mask.astype(np.uint8)):
            left, top, width, height, area = (int(v) for v in row)
            if not _HEIGHTS[0] <= height <= _HEIGHTS[1] or area < _FILLED * width * height:
                continue
            if _PROPORTIONS[0] < width / height < _PROPORTIONS[1]:
                wave = _wave(pixels[top : top + height, left : left + width])
                if wave > _WAVE and (best is None or (wave > _SURE) > best.sure):
                    kind: Literal["colour", "monochrome"] = "colour" if version == "colour" else "monochrome"
                    best = Small(kind, (left, top, width, height), wave > _SURE)
    return best


def _regions(mask: Pixels) -> Iterator[npt.NDArray[np.int32]]:
    """Yield left, top, width, height and area of what hangs together, as it is and with stars and gaps closed."""
    for shapes in (mask, cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))):
        yield from cv2.connectedComponentsWithStats(shapes, connectivity=4)[2][1:]


def _wave(part: Pixels) -> float:
    """Return how much the ring of a flag is one wave of twelve on the hours of a clock (0 to 1)."""
    crop = np.asarray(cv2.resize(part, _CROP, interpolation=cv2.INTER_CUBIC), dtype=np.float32)
    yellow, grey = (crop[..., 0] + crop[..., 1]) / 2 - crop[..., 2], crop.mean(axis=2)
    return max(_wave_of(np.asarray(plane, dtype=np.float32)) for plane in (yellow, grey))


def _wave_of(plane: npt.NDArray[np.float32]) -> float:
    smooth = cv2.blur(plane, (5, 5))
    middle, contrast = float(plane[35:55, 55:80].mean()), float(plane.max() - plane.min())
    angles = np.arange(_ROUND) * (2 * np.pi / _ROUND)
    best = 0.0
    for dy in _SHIFTS:
        for dx in _SHIFTS:
            for radius in _RADII:
                xs = (_CROP[0] / 2 + dx + radius * np.sin(angles)).astype(np.float32)[None, :]
                ys = (_CROP[1] / 2 + dy - radius * np.cos(angles)).astype(np.float32)[None, :]
                line = np.asarray(cv2.remap(smooth, xs, ys, cv2.INTER_LINEAR)[0], dtype=float)
                waves = np.fft.rfft(line - line.mean())
                power = np.abs(waves) ** 2
                on_the_hours = np.cos(np.angle(waves[12])) > _HOUR
                if on_the_hours and line.mean() - middle > _ABOVE * contrast:
                    best = max(best, float(power[12] + power[24]) / (float(power[1:40].sum()) or 1.0))
    return best
