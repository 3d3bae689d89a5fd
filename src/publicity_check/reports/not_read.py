"""What was found and not read, the files of one reason together."""

from collections.abc import Iterable

import msgspec

from publicity_check.messages import Sentences
from publicity_check.paths import shown_path
from publicity_check.results import Report


class NotRead(msgspec.Struct, frozen=True, gc=False):
    """Files and folders that were not read for one reason, and what to do about them ("" if nothing)."""

    reason: str
    next_step: str
    paths: tuple[str, ...]


def not_read(report: Report, say: Sentences) -> tuple[NotRead, ...]:
    """Return what a run left aside, by reasons in the order in which they are met."""
    found: dict[tuple[str, str], list[str]] = {}
    for skipped in report.skipped:
        told = say.message(skipped), say.next_step(skipped)
        found.setdefault(told, []).append(shown_path(skipped.path))
    return tuple(NotRead(reason, step, tuple(paths)) for (reason, step), paths in found.items())


def shortened(paths: Iterable[str], most: int, say: Sentences) -> list[str]:
    """Return the first paths, and how many more there are."""
    every = list(paths)
    if len(every) <= most + 1:
        return every
    return [*every[:most], say.counted("count-more", len(every) - most)]
