"""Colours, and whether a reader can tell letters from the ground they stand on."""

from typing import NamedTuple

FAINT = 0.08
"""The share of its colour below which nothing is seen of a thing; two colours that differ by less are one."""


class Color(NamedTuple):
    """A colour: red, green, blue and how opaque it is, each from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, ground: "Color") -> "Color":
        """Return what is seen of this colour on an opaque ground."""
        mixed = (a * self.alpha + b * (1 - self.alpha) for a, b in zip(self[:3], ground[:3], strict=True))
        return Color(*mixed)

    def fainter(self, share: float) -> "Color":
        """Return this colour when only a share of it is seen."""
        return self._replace(alpha=self.alpha * share)


BLACK, WHITE = Color(0.0, 0.0, 0.0), Color(1.0, 1.0, 1.0)


def differ(one: Color, other: Color) -> float:
    """Return how far two opaque colours are apart, from 0 to 1, in the channel in which they differ most."""
    return max(abs(a - b) for a, b in zip(one[:3], other[:3], strict=True))
