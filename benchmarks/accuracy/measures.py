"""Counts of right and wrong, and how sure a rate from so many cases is."""

from dataclasses import dataclass, field
from math import sqrt

Z = 1.959964
"""The normal quantile of a two-sided 95 % interval."""


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a rate; of nothing, (0, 1).

    >>> [round(edge, 3) for edge in wilson(3, 3)]
    [0.438, 1.0]
    """
    if not of:
        return 0.0, 1.0
    rate, spread = hits / of, Z * Z / of
    middle = (rate + spread / 2) / (1 + spread)
    half = Z * sqrt(rate * (1 - rate) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass
class Count:
    """True and false positives and negatives of one measure."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0

    def add(self, verdict: str) -> None:
        """Count one verdict: "tp", "fp", "fn" or "tn"."""
        setattr(self, verdict, getattr(self, verdict) + 1)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right, or ``None`` if nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found, or ``None`` if nothing is there."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall, or ``None`` if there is neither."""
        whole = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / whole if whole else None


@dataclass(frozen=True)
class Verdict:
    """What was decided about one element of one publication, and whether that is right.

    ``result`` is "tp", "fp", "fn" or "tn"; ``detail`` says what was expected and found, ``place`` where.
    """

    measure: str
    result: str
    publication: str
    language: str
    format: str
    family: str
    detail: str = ""
    place: str = ""

    @property
    def wrong(self) -> bool:
        """Whether tool and label disagree."""
        return self.result in {"fp", "fn"}


@dataclass
class Board:
    """Counts per measure, and per measure and language, format and family."""

    verdicts: list[Verdict] = field(default_factory=list)

    def by(self, *keys: str) -> dict[tuple[str, ...], Count]:
        """Return the counts grouped by attributes of the verdicts ("measure", "language" …)."""
        counts: dict[tuple[str, ...], Count] = {}
        for verdict in self.verdicts:
            key = tuple(str(getattr(verdict, name)) for name in keys)
            counts.setdefault(key, Count()).add(verdict.result)
        return counts

    def wrong(self) -> list[Verdict]:
        """Return the disagreements."""
        return [verdict for verdict in self.verdicts if verdict.wrong]
