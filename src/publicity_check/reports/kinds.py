"""What is told once on a page: what is said alike of several projects, and many findings of one kind."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from publicity_check.publication import Evidence
from publicity_check.results import Result

FULLY = 3
"""So many findings of one kind are told in full; of further ones only the places."""
_PLACES = 5
"""Places that are named of what is not told in full."""
_PROJECTS = 3
"""Projects that are named of those of which a finding is said alike."""


class Told(msgspec.Struct, frozen=True, gc=False):
    """A result as it is told, the one it was made of, and further ones of its kind of which only places are told."""

    result: Result
    first: Result
    more: tuple[Result, ...] = ()

    @property
    def more_places(self) -> tuple[Evidence, ...]:
        """Return the first places of those that are not told in full."""
        return tuple(r.evidence[0] for r in self.more if r.evidence)[:_PLACES]


def by_kind(results: Iterable[Result]) -> tuple[Told, ...]:
    """Return results of one page as they are told: those of one kind together, in the order of the first of each.

    What is equal but for its project is one that names the projects; of more than a few of one code, check and project
    the last that is told in full has the others with it.
    """
    kinds: dict[tuple[str, ...], list[tuple[Result, ...]]] = {}
    for same in said_alike(results):
        one = same[0]
        accepted = f"{one.baselined} {one.suppressed}"
        kind = (one.requirement, one.check, one.code, one.outcome.value, one.project or "", accepted)
        kinds.setdefault(kind, []).append(same)
    told = []
    for of_kind in kinds.values():
        told += [Told(_of_all(same), same[0]) for same in of_kind[:FULLY]]
        told[-1] = replace(told[-1], more=tuple(same[0] for same in of_kind[FULLY:]))
    return tuple(told)


def said_alike(results: Iterable[Result]) -> list[tuple[Result, ...]]:
    """Return results in their order, those together that differ in nothing but the project."""
    results = list(results)
    if len({r.project for r in results}) <= 1:
        return [(result,) for result in results]
    alike: dict[str, list[Result]] = {}
    for result in results:
        alike.setdefault(repr(replace(result, project=None)), []).append(result)
    return [tuple(same) for same in alike.values()]


def _of_all(same: tuple[Result, ...]) -> Result:
    """Return one result for all projects of which it is said."""
    projects = list(dict.fromkeys(r.project for r in same if r.project))
    if not projects[1:]:
        return same[0]
    named = ", ".join(projects[:_PROJECTS]) + (" …" if projects[_PROJECTS:] else "")
    return replace(same[0], project=named)
