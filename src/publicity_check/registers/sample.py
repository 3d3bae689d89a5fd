"""Draws a sample that another auditor draws again: from the same population and seed comes the same selection.

Chance is the SHA-256 of the seed, a zero byte and a unit's name, so that each step can be done by hand. *Simple*: the
units whose digests are smallest. *Stratified*: the same in each stratum, which gets its part of the size in proportion
to its units (largest remainders; one at least where the size allows). *Monetary*: the units in the order of their
digests are laid end to end by their amounts, and one is hit at each interval from a start that the seed gives; a unit
that is longer than the interval is hit more than once and checked once.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from publicity_check.errors import ConfigError

Method = Literal["simple", "stratified", "monetary"]
METHODS: tuple[Method, ...] = ("simple", "stratified", "monetary")


class Unit(msgspec.Struct, frozen=True):
    """What may be drawn: an operation by its number, or a publication by its path; amounts are in cents."""

    id: str
    stratum: str = ""
    cents: int = 0
    operation: str = ""
    register: str = ""
    line: int = 0


class Population(msgspec.Struct, frozen=True):
    """What a sample was drawn from. ``sha256`` is of its units, a line each: name, stratum, cents, in their order."""

    units: int
    cents: int
    sha256: str
    strata: dict[str, int]
    registers: dict[str, str]
    """The registers' files with their digests."""
    left_out: int = 0
    """Publications that no register knows, or units without the amount that is drawn by."""


class Sample(msgspec.Struct, frozen=True):
    """A sample as it is written down: what was asked, what it was drawn from, and the units drawn, by name.

    ``of`` says whether these are operations or publications.
    """

    of: Literal["operations", "publications"]
    method: Method
    seed: str
    size: int
    stratify: str
    population: Population
    selection: tuple[Unit, ...]


def draw(units: Sequence[Unit], method: Method, seed: str, size: int) -> tuple[Unit, ...]:
    """Return the units drawn, in the order of their names; raises :class:`ConfigError` for a size that cannot be."""
    ordered = sorted(units, key=lambda unit: _chance(seed, unit.id))
    if not 0 < size <= len(ordered):
        raise ConfigError(f"a sample of {size} cannot be drawn from {len(ordered)} units; ask for 1 to {len(ordered)}")
    if method == "simple":
        found = ordered[:size]
    elif method == "stratified":
        parts = _parts(Counter(unit.stratum for unit in ordered), size)
        found = [u for stratum, part in parts.items() for u in [u for u in ordered if u.stratum == stratum][:part]]
    else:
        found = _monetary(ordered, seed, size)
    return tuple(sorted(found, key=lambda unit: unit.id))


def _chance(seed: str, name: str) -> str:
    return hashlib.sha256(f"{seed}\0{name}".encode()).hexdigest()


def _parts(strata: Counter[str], size: int) -> dict[str, int]:
    """Return how many units each stratum gives."""
    least = 1 if size >= len(strata) else 0
    spare = size - least * len(strata)
    room = {stratum: count - least for stratum, count in sorted(strata.items())}
    whole = sum(room.values()) or 1
    exact = {stratum: Fraction(spare * count, whole) for stratum, count in room.items()}
    parts = {stratum: int(part) for stratum, part in exact.items()}
    rest = sorted(exact, key=lambda stratum: (parts[stratum] - exact[stratum], stratum))
    for stratum in rest[: spare - sum(parts.values())]:
        parts[stratum] += 1
    return {stratum: least + part for stratum, part in parts.items()}


def _monetary(ordered: Sequence[Unit], seed: str, size: int) -> list[Unit]:
    """Return the units that are hit, each once."""
    interval = Fraction(sum(unit.cents for unit in ordered), size)
    if not interval:
        raise ConfigError("no unit has an amount to draw by; choose another method")
    point = interval * Fraction(int(_chance(seed, ""), 16), 1 << 256)
    found, reached = [], 0
    for unit in ordered:
        reached += unit.cents
        if point < reached:
            found.append(unit)
            point += interval * ((reached - point) // interval + 1)
    return found


def population(units: Sequence[Unit], registers: dict[str, str], left_out: int) -> Population:
    """Return what is written down of the units that a sample is drawn from."""
    lines = sorted(f"{unit.id}\t{unit.stratum}\t{unit.cents}\n" for unit in units)
    strata = Counter(unit.stratum for unit in units)
    return Population(
        len(units),
        sum(unit.cents for unit in units),
        hashlib.sha256("".join(lines).encode()).hexdigest(),
        dict(sorted(strata.items())),
        registers,
        left_out,
    )
