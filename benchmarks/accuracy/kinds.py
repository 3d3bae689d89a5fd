"""What a kind of planted defect or harmless twin is, and what a careful reader decides about it."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks.accuracy.document import Draft

Change = Callable[[Draft, Random], Draft]
Applies = Callable[[Draft], bool]

FAILED = ("failed",)
REVIEW = ("needs_review",)
EITHER = ("failed", "needs_review")


@dataclass(frozen=True)
class Kind:
    """One kind of change to a publication that was in order.

    ``check`` is the check that must not pass afterwards, "" where nothing may fail. ``outcomes`` are those that the
    documentation promises; any of ``failed`` and ``needs_review`` counts as found. ``formats`` are those in which
    such a thing can be written. ``watched`` is the one check that must not fail, where only that counts.
    """

    name: str
    check: str
    change: Change
    applies: Applies
    outcomes: tuple[str, ...] = EITHER
    formats: tuple[str, ...] = ("html", "docx")
    watched: str = ""


def always(_draft: Draft) -> bool:
    """Apply to every publication."""
    return True


def with_item(*roles: str) -> Applies:
    """Apply where the publication has these parts."""
    return lambda draft: draft.has(*roles)


def with_duty(duty: str, *roles: str) -> Applies:
    """Apply where the programme asks for something and the publication has these parts."""
    return lambda draft: duty in draft.programme.duties and draft.has(*roles)


def family(*names: str) -> Applies:
    """Apply to the programmes of some families."""
    return lambda draft: draft.programme.family in names
