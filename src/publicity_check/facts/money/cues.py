"""What words say of a figure: each cue speaks for roles with a weight; no cue is certain.

How much a cue weighs depends on where it stands: in the figure's own clause, further off in its sentence, in the label
of its row, in the head of its column. The weights stand in :mod:`publicity_check.facts.money.weights`.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from publicity_check.facts.model import Share
from publicity_check.facts.money.labels import Place
from publicity_check.facts.money.roles import ROLES, Role
from publicity_check.facts.money.weights import CUES, FIRST, TOGETHER
from publicity_check.rulebook.languages import Cue

CARRIED: frozenset[Cue] = frozenset({"programme", "call", "partner", "organisation", "requested", "within"})
"""Cues that hold for the figures that follow: "the partner has 100 EUR, of which 85 EUR from the Fund"."""
Said = tuple[Sequence[Place], float]
"""Cues of one place beside a figure, and how much that place counts."""


def _named(key: str) -> list[int]:
    """Return the roles that a key of the weights means: ``P.eu``, ``Q.*``, ``*.own``, ``M``, ``Z``."""
    if key in {"M", "Z"}:
        return [ROLES.index(Role("programme" if key == "M" else "other", None))]
    account, _, share = key.partition(".")
    scopes = {"P": {"project"}, "Q": {"partner"}, "*": {"project", "partner"}}[account]
    return [
        i for i, role in enumerate(ROLES) if role.scope in scopes and (share == "*" or share == (role.share or "piece"))
    ]


@cache
def _vectors() -> Mapping[str, tuple[tuple[int, float], ...]]:
    return {name: _vector(weights) for name, weights in CUES.items()}


@cache
def _together() -> tuple[tuple[frozenset[str], frozenset[str], tuple[tuple[int, float], ...]], ...]:
    return tuple((frozenset(has), frozenset(lacks), _vector(weights)) for has, lacks, weights in TOGETHER)


def _vector(weights: Mapping[str, float]) -> tuple[tuple[int, float], ...]:
    found: dict[int, float] = {}
    for key, weight in weights.items():
        for role in _named(key):
            found[role] = found.get(role, 0.0) + weight
    return tuple(found.items())


@cache
def _first() -> tuple[float, ...]:
    found = [0.0] * len(ROLES)
    for role, weight in _vector(FIRST):
        found[role] += weight
    return tuple(found)


def scores(said: Iterable[Said], more: Iterable[tuple[str, float]] = ()) -> tuple[float, ...]:
    """Return what cues say for each role; ``more`` are further names of :data:`CUES` ("aside", "small")."""
    found = list(_first())
    vectors = _vectors()
    for places, factor in said:
        cues = {place.cue for place in places}
        for cue in sorted(cues):
            for role, weight in vectors.get(cue, ()):
                found[role] += weight * factor
        for has, lacks, vector in _together():
            if has <= cues and not lacks & cues:
                for role, weight in vector:
                    found[role] += weight * factor
    for name, factor in more:
        for role, weight in vectors[name]:
            found[role] += weight * factor
    return tuple(found)


def leaning(said: Iterable[Said]) -> dict[Share, float]:
    """Return the shares that cues speak for, whoever's they are: what a rate is the rate of."""
    told = scores(said)
    found: dict[Share, float] = {}
    for role, score, nothing in zip(ROLES, told, _first(), strict=True):
        if role.scope == "project" and role.share and score - nothing > 1.0:
            found[role.share] = score - nothing
    best = max(found.values(), default=0.0)
    return {share: score for share, score in found.items() if score >= best - 0.5}
