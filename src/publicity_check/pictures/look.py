"""What is seen in a picture, remembered by its digest."""

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import msgspec

from publicity_check.pictures.shown import Box, Emblem

if TYPE_CHECKING:
    from publicity_check.pictures.pixels import Pixels

Shows = Literal["emblem", "perhaps", "nothing", "unopened", "broken"]
Cropped = tuple[float, float, float, float]
"""Shares of a picture that are cut off left, top, right and bottom."""
WHOLE: Cropped = (0.0, 0.0, 0.0, 0.0)
PIXEL = 8
"""A picture of no more pixels than this a side shows nothing."""
_TOO_SMALL = 32
"""Of a picture of fewer pixels a side nobody can say that it shows no emblem."""
_STRIPE = 40
"""A picture so many times wider than high, or the reverse, is a line."""
_EDGE, _EDGE_SHARE = 2, 0.06
"""Pixels, and the share of its height, up to which a line around the emblem may be wide."""
_ONE_COLOUR = 40
"""Parts of colours (0 to 255) that differ by less are one colour that was compressed."""
_REMEMBERED = 2_000
_METAFILES = (b"\x01\x00\x00\x00", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"%!PS")
"""How pictures begin that only the program that made them can draw: EMF, WMF, EPS."""


class Look(msgspec.Struct, frozen=True, gc=False):
    """What a picture shows: the emblem, perhaps the emblem, nothing of the kind; or it could not be opened.

    ``width`` and ``height`` are in pixels of the file (0 if unopened); ``sha256`` is the digest of the file.
    """

    shows: Shows
    sha256: str
    width: int = 0
    height: int = 0
    emblem: Emblem | None = None
    bare: bool = False
    """Whether nothing but the emblem stands in the picture: no words, no other sign."""


def look(data: bytes, cropped: Cropped = WHOLE) -> Look:
    """Say what a picture shows, its edges ``cropped`` by some shares of it; any bytes will do."""
    return _looked(hashlib.sha256(data).hexdigest(), Held(data), cropped)


class Held:
    """Bytes that are all alike to a memory whose key is their digest."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=_REMEMBERED)
def _looked(sha256: str, held: Held, cropped: Cropped) -> Look:
    from publicity_check.pictures.emblem import find_emblem
    from publicity_check.pictures.pixels import pixels_of

    data, held.data = held.data, b""
    pixels = pixels_of(data)
    if pixels is None:
        return Look("unopened" if data.startswith(_METAFILES) else "broken", sha256)
    pixels = _within(pixels, cropped)
    height, width = pixels.shape[:2]
    if min(height, width) <= PIXEL or max(height, width) > _STRIPE * min(height, width):
        return Look("nothing", sha256, width, height)
    emblem = find_emblem(pixels)
    shows: Shows = "nothing" if emblem is None else "emblem" if emblem.sure else "perhaps"
    if shows == "nothing" and min(height, width) < _TOO_SMALL:
        shows = "perhaps"
    bare = emblem is not None and emblem.sure and _nothing_around(pixels, emblem.box)
    return Look(shows, sha256, width, height, emblem, bare)


def small(data: bytes, cropped: Cropped = WHOLE) -> bytes:
    """Return a picture as a small JPEG, empty where it cannot be opened."""
    from publicity_check.pictures.pixels import pixels_of, thumbnail

    pixels = pixels_of(data)
    return b"" if pixels is None else thumbnail(_within(pixels, cropped))


def _within(pixels: "Pixels", cropped: Cropped) -> "Pixels":
    """Return what is left of a picture whose edges are cut off left, top, right and bottom."""
    if cropped == WHOLE:
        return pixels
    height, width = pixels.shape[:2]
    left, top, right, bottom = (max(0.0, share) for share in cropped)
    down = slice(round(top * height), max(round(height * (1 - bottom)), round(top * height) + 1))
    return pixels[down, round(left * width) : max(round(width * (1 - right)), round(left * width) + 1)]


def _nothing_around(pixels: "Pixels", box: Box) -> bool:
    """Say whether all that stands around a box is of one colour, but for an edge around the box."""
    left, top, width, height = box
    edge = max(_EDGE, round(height * _EDGE_SHARE))
    sides = (
        pixels[: max(0, top - edge)],
        pixels[top + height + edge :],
        pixels[:, : max(0, left - edge)],
        pixels[:, left + width + edge :],
    )
    around = [side.reshape(-1, 3) for side in sides if side.size]
    if not around:
        return True
    ground = around[0][0].astype(int)
    return all(bool((abs(side.astype(int) - ground).max(axis=1) < _ONE_COLOUR).all()) for side in around)
