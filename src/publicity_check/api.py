"""The library's front door: read a publication, find its facts, check it."""

from collections.abc import Iterable
from pathlib import Path

from publicity_check.checks.model import Report
from publicity_check.facts.model import Facts
from publicity_check.publication import Publication

Source = str | Path | bytes


def read(source: Source, *, name: str | None = None) -> Publication:
    """Read one publication; bytes need a ``name`` whose ending tells the format."""
    raise NotImplementedError


def find_facts(source: Source, *, name: str | None = None) -> Facts:
    """Find what one publication says."""
    raise NotImplementedError


def check(source: Source | Iterable[Source], *, name: str | None = None) -> Report:
    """Check publications."""
    raise NotImplementedError
