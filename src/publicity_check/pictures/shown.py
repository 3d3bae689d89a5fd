"""An emblem as it is shown: its version, its place, its faults. What finds it is loaded when a picture is opened."""

from typing import Literal

import msgspec

Version = Literal["colour", "one-colour", "monochrome"]
Fault = Literal["colours", "proportion", "turned-stars", "missing-stars", "no-stars", "stretched"]
Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels."""


class Emblem(msgspec.Struct, frozen=True, gc=False):
    """An emblem in a picture: its version, where it is, what is wrong with it.

    ``box`` is its left, top, width and height in pixels. ``sure`` is false where something is there that looks like an
    emblem, but not so clearly that it counts.
    """

    version: Version
    box: Box
    faults: tuple[Fault, ...]
    sure: bool
