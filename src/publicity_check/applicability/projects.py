"""Which projects a publication speaks of, told by their numbers."""

from collections.abc import Iterable, Sequence

import msgspec

from publicity_check.config.model import Project
from publicity_check.facts.model import UNKNOWN, Facts, ProjectNumber
from publicity_check.text.words import fold

MOST_PROJECTS = 100
"""Project numbers of a publication that are judged: one with more is a list, and is no project's own."""


class ProjectGroup(msgspec.Struct, frozen=True, gc=False):
    """One project of a publication: its numbers as found and the packs that all of them may belong to."""

    numbers: tuple[ProjectNumber, ...]
    packs: frozenset[str]

    @property
    def values(self) -> tuple[str, ...]:
        """The project's numbers in compact form, each once, in the order of the publication."""
        return tuple(dict.fromkeys(n.value for n in self.numbers))

    @property
    def name(self) -> str:
        """The number by which the project is called."""
        whole = [n for n in self.numbers if not n.damage]
        return (whole or self.numbers)[0].value


def first_projects(facts: Facts, profiles: Sequence[Project]) -> tuple[Facts, int]:
    """Return facts with no more of the publication's own project numbers than are judged, and how many there are.

    Kept are the first of them and those of declared projects. The count is 0 where none is left out.
    """
    values = list(dict.fromkeys(n.value for n in facts.project_numbers if n.role == "own"))
    if len(values) <= MOST_PROJECTS:
        return facts, 0
    kept = {v for i, v in enumerate(values) if i < MOST_PROJECTS or any(p.carries(v) for p in profiles)}
    numbers = tuple(n for n in facts.project_numbers if n.role != "own" or n.value in kept)
    return facts.having(project_numbers=numbers), len(values)


def group_projects(facts: Facts) -> tuple[ProjectGroup, ...]:
    """Sort a publication's own project numbers into projects, in the order in which they appear.

    Numbers of different kinds belong together if one programme may have given both (a LIFE code and its grant
    number). Numbers of one kind belong together if they are equal, one typing slip apart, or stand with one title.
    """
    groups: list[list[ProjectNumber]] = []
    homes: dict[str, list[ProjectNumber]] = {}
    for number in facts.project_numbers:
        if number.role != "own":
            continue
        home = homes.get(number.value) or next((g for g in groups if _belongs(number, g)), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(number)
        homes[number.value] = home
    return tuple(ProjectGroup(tuple(g), _common_packs(g)) for g in groups)


def _belongs(number: ProjectNumber, group: Iterable[ProjectNumber]) -> bool:
    members = list(group)
    same_kind = [m for m in members if m.kind == number.kind]
    if number.kind == UNKNOWN or all(m.kind == UNKNOWN for m in members):
        titles = {fold(m.project_title) for m in members if m.project_title}
        return not (titles and number.project_title) or fold(number.project_title) in titles
    if same_kind:
        return any(_one_project(number, m) for m in same_kind)
    return any(set(m.packs) & set(number.packs) for m in members) or not number.packs


def _one_project(a: ProjectNumber, b: ProjectNumber) -> bool:
    if a.project_title and b.project_title:
        return fold(a.project_title) == fold(b.project_title)
    return one_slip_apart(a.value, b.value)


def _common_packs(numbers: Iterable[ProjectNumber]) -> frozenset[str]:
    sets = [frozenset(n.packs) for n in numbers if n.packs]
    common = frozenset.intersection(*sets) if sets else frozenset()
    return common or (sets[0] if sets else frozenset())


def one_slip_apart(a: str, b: str) -> bool:
    """Say whether two numbers differ by one typing slip: a character changed, added, lost, or two neighbours swapped.

    Runs of numbers given one after the other (LLI-263 and LLI-264) differ by a slip too: their last characters
    are successive, and that is taken for two projects.

    >>> one_slip_apart("LLI-263", "LLI-236"), one_slip_apart("LLI-263", "LLI-463"), one_slip_apart("LLI-263", "LLI-268")
    (True, True, True)
    >>> one_slip_apart("LLI-263", "LLI-264"), one_slip_apart("LLI-263", "LLI-425")
    (False, False)
    """
    if len(a) == len(b):
        differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(differing) == 1:
            x, y = a[differing[0]], b[differing[0]]
            successive = differing[0] == len(a) - 1 and x.isdigit() and y.isdigit() and abs(int(x) - int(y)) == 1
            return not successive
        first, last = (differing[0], differing[-1]) if differing else (0, 0)
        return differing == [first, first + 1] and a[first] == b[last] and a[last] == b[first]
    shorter, longer = sorted((a, b), key=len)
    return len(longer) - len(shorter) == 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
