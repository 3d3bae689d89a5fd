"""What evidence weighs for the choice of rules: one file, ``evidence.toml``."""

from collections.abc import Mapping
from typing import Literal

from publicity_check.rulebook.common import Data

EvidenceKind = Literal[
    "number-strong",
    "number-medium",
    "number-weak",
    "name",
    "name-misspelt",
    "wording",
    "wording-shared",
    "fund",
    "site",
    "portal",
    "picture",
    "authority",
    "period",
    "year",
    "language",
]
"""What may tell of a programme."""

EvidencePlace = Literal[
    "title", "own", "text", "table", "header", "footer", "aside", "menu", "picture", "unseen", "cited"
]
"""Where it may stand."""


class EvidenceWeights(Data, frozen=True, kw_only=True):
    """``evidence.toml``: the weight of each kind of evidence and the factor of each place.

    Packs that weigh less than the likeliest by ``margin`` or more are no candidates.
    """

    margin: float = 1.0
    kind: Mapping[EvidenceKind, float] = {}
    place: Mapping[EvidencePlace, float] = {}

    def weight(self, kind: EvidenceKind, place: EvidencePlace) -> float:
        """Return what a piece of evidence weighs."""
        return self.kind.get(kind, 0.0) * self.place.get(place, 1.0)

    def joined(self, more: "EvidenceWeights") -> "EvidenceWeights":
        """Return these weights with those that another file gives in their place."""
        return EvidenceWeights(margin=more.margin, kind={**self.kind, **more.kind}, place={**self.place, **more.place})
