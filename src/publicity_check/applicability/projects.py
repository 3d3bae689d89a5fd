"""Which projects a publication speaks of, told by their numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from publicity_check.config.model import Project
from publicity_check.facts.model import UNKNOWN, Bounded, Facts, ProjectNumber
from publicity_check.publication import Publication, Region
from publicity_check.text.words import fold, words
from publicity_check.values.slips import one_slip_apart

_ACRONYM = re.compile(r"\b[^\W\d_a-z]{4,}(?:[ -]?(?:[IVX]+|\d{1,2}))?\b")
"""What a project may be called by, in capitals; what follows it may be another ("WETLANDS II")."""
_LABEL = re.compile(r"[\s:.#]*")
"""What stands between a label and its number: letters right before a number are no acronym ("SMIS 312450")."""
_TWO = 2
_BARE = 4
"""Words beside a number that are a label and nothing more."""

MOST_PROJECTS = 100
"""Project numbers of a publication that are judged: one with more is a list, and is no project's own."""


class ProjectGroup(msgspec.Struct, frozen=True, gc=False):
    """One project of a publication: its numbers as found and the packs that all of them may belong to.

    One without a number has a ``title``, the heading of its section.
    """

    numbers: tuple[ProjectNumber, ...]
    packs: frozenset[str]
    title: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """The project's numbers in compact form, each once, in the order of the publication."""
        return tuple(dict.fromkeys(n.value for n in self.numbers))

    @property
    def name(self) -> str:
        """The number by which the project is called, or else its title."""
        whole = [n for n in self.numbers if not n.damage] or self.numbers
        return whole[0].value if whole else self.title


def first_projects(publication: Publication, facts: Facts, profiles: Sequence[Project]) -> tuple[Facts, int]:
    """Return facts of no more of the publication's own projects than are judged, and how many there are by number.

    Kept are the first of them and those of declared projects. What stands in the blocks, rows and under the headings
    of others alone is theirs. The count is 0 where none is left out.
    """
    own = [n for n in facts.project_numbers if n.role == "own"]
    values = list(dict.fromkeys(n.value for n in own))
    if len(values) <= MOST_PROJECTS:
        return facts, 0
    kept = {v for i, v in enumerate(values) if i < MOST_PROJECTS or any(p.carries(v) for p in profiles)}
    mine, theirs = (_places(publication, (n for n in own if (n.value in kept) == judged)) for judged in (True, False))
    others = theirs - mine
    return facts.only(lambda fact: isinstance(fact, Bounded) or fact.span.first not in others), len(values)


def _places(publication: Publication, numbers: Iterable[ProjectNumber]) -> set[int]:
    """Return the blocks that are of some numbers: theirs, those of their rows, those under headings with them."""
    blocks = publication.blocks
    own = {n.span.first for n in numbers}
    rows = {(cell.table, cell.row) for b in own if (cell := blocks[b].cell) is not None}
    under = {b.index for b in blocks if b.heading in own or (b.cell and (b.cell.table, b.cell.row) in rows)}
    return own | under


def group_projects(facts: Facts, publication: Publication | None = None) -> tuple[ProjectGroup, ...]:
    """Sort a publication's own project numbers into projects, in the order in which they appear.

    Numbers of different kinds belong together if one programme may have given both (a LIFE code and its grant
    number). Numbers of one kind belong together if they are equal, one typing slip apart, or stand with one title.
    In a ``publication``, two projects are one whose numbers disagree if both stand with one acronym, or if the number
    of the second stands behind a label alone, in the section of the first.
    """
    groups: list[list[ProjectNumber]] = []
    homes: dict[str, list[ProjectNumber]] = {}
    apart = _Entries(publication, facts) if publication is not None else None
    for number in facts.project_numbers:
        if number.role != "own":
            continue
        home = homes.get(number.value) or next((g for g in groups if _belongs(number, g, apart)), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(number)
        homes[number.value] = home
    if publication is not None and len(groups) == _TWO and _one_told_twice(publication, facts, *groups):
        groups = [[*groups[0], *groups[1]]]
    return tuple(ProjectGroup(tuple(g), _common_packs(g)) for g in groups)


def _one_told_twice(
    publication: Publication, facts: Facts, first: list[ProjectNumber], second: list[ProjectNumber]
) -> bool:
    """Say whether two numbers are one project's: they share an acronym, or the second is a bare label's."""
    if any(n.damage or n.kind == UNKNOWN for n in (*first, *second)):
        return False
    alike = {n.kind for n in first} & {n.kind for n in second}
    if alike and shared_acronyms(publication, facts, first, second):
        return True
    if alike and _of_the_page(publication, facts, first, second):
        return True
    blocks = publication.blocks
    heads = {n.span.first for n in first if blocks[n.span.first].kind in ("heading", "title")}
    titled = heads or {n.span.first for n in first if n.project_title}
    several = any(m.number == "several" and m.visible for m in facts.project_nouns)
    if several or not titled or any(n.project_title for n in second):
        return False
    return all(_bare(publication, n) and _under(publication, n, titled) for n in second)


_OF_THE_PAGE = frozenset({Region.HEADER, Region.FOOTER})


def _of_the_page(
    publication: Publication, facts: Facts, first: list[ProjectNumber], second: list[ProjectNumber]
) -> bool:
    """Say whether one of two numbers stands in header or footer beside an acronym that the text uses."""
    blocks = publication.blocks
    framed = [{blocks[n.span.first].region in _OF_THE_PAGE for n in numbers} == {True} for numbers in (first, second)]
    if framed[0] == framed[1]:
        return False
    frame, text = (first, second) if framed[0] else (second, first)
    called = shared_acronyms(publication, facts, frame, frame)
    other = shared_acronyms(publication, facts, text, text)
    said = {a for b in publication.visible_blocks() if b.region is Region.MAIN for a in _ACRONYM.findall(b.text)}
    return bool(called & said) and not other - called


def _bare(publication: Publication, number: ProjectNumber) -> bool:
    """Say whether nothing but a label stands beside a number, outside headings and lists."""
    block = publication.blocks[number.span.first]
    beside = len(words(block.text)) - len(words(publication.quote(number.span)))
    return block.kind in ("paragraph", "other") and beside <= _BARE and block.region in (Region.MAIN, Region.FOOTER)


def _under(publication: Publication, number: ProjectNumber, titled: set[int]) -> bool:
    """Say whether a number stands in the section in which one of some blocks stands or which it heads."""
    block = publication.blocks[number.span.first]
    nearest = block.heading
    return nearest is None or nearest in titled or any(publication.blocks[t].heading == nearest for t in titled)


def shared_acronyms(
    publication: Publication, facts: Facts, first: Iterable[ProjectNumber], second: Iterable[ProjectNumber]
) -> set[str]:
    """Return what may be the acronym of two projects in one: words in capitals beside both that name no programme."""
    one, other = ({a for n in numbers for a in _acronyms(publication, facts, n)} for numbers in (first, second))
    return (one & other) - facts.once(_programmes_in_capitals, publication) if one & other else set()


def _programmes_in_capitals(_publication: Publication, facts: Facts) -> frozenset[str]:
    """Return the words in capitals of the names of programmes and funds."""
    names = {*(m.name for m in facts.programmes), *(m.name for m in facts.funds)}
    return frozenset(word for name in names for word in _ACRONYM.findall(name))


def _acronyms(publication: Publication, facts: Facts, number: ProjectNumber) -> set[str]:
    """Return the words in capitals in the block of a number, without those right before it and its own."""
    block, start = number.span.first, number.span.start
    known = facts.once(_capitals, publication)
    if block not in known:
        text = publication.blocks[block].text
        known[block] = () if text.isupper() else tuple((m[0], m.end()) for m in _ACRONYM.finditer(text))
    text, own = publication.blocks[block].text, _ACRONYM.findall(number.as_written)
    return {word for word, end in known[block] if word not in own and not _LABEL.fullmatch(text, end, start)}


def _capitals(_publication: Publication, _facts: Facts) -> dict[int, tuple[tuple[str, int], ...]]:
    """Return what is remembered of blocks that were asked for: words in capitals, and where they end."""
    return {}


class _Entries:
    """Tells numbers that stand in entries of their own: rows of a table, items of a list, headings of many projects."""

    def __init__(self, publication: Publication, facts: Facts) -> None:
        self._blocks, self._facts = publication.blocks, facts
        self._named = facts.placed(facts.programmes)
        values = {(n.kind, n.value) for n in facts.project_numbers if n.role == "own"}
        self._times = Counter(kind for kind, _ in values)

    def apart(self, a: ProjectNumber, b: ProjectNumber) -> bool:
        """Say whether two numbers of one kind are of two entries."""
        one, other = self._entry(a), self._entry(b)
        return one[0] == other[0] and one[0] != "" and one != other

    def of_two_sections(self, a: ProjectNumber, b: ProjectNumber) -> bool:
        """Say whether two numbers stand under headings side by side, each of which says who pays, and are no slip."""
        heads = [self._blocks[n.span.first].heading for n in (a, b)]
        if None in heads or heads[0] == heads[1] or one_slip_apart(a.value, b.value):
            return False
        beside = len({self._blocks[head].rank for head in heads if head is not None}) == 1
        return beside and all(head in self._paid for head in heads)

    @cached_property
    def _paid(self) -> frozenset[int | None]:
        """The headings under which a statement, a fund or a programme stands."""
        facts = self._facts
        said = (s.span for s in facts.statements if s.part == "funding-statement" and s.image is None)
        named = (m.span for m in facts.programmes if m.visible)
        paying = (f.span for f in facts.funds if f.visible)
        return frozenset(self._blocks[span.first].heading for span in (*said, *named, *paying))

    def of_two_programmes(self, number: ProjectNumber, members: Iterable[ProjectNumber]) -> bool:
        """Say whether a number and some others are of programmes that have nothing in common.

        The programmes of a number of a form that is not known are those named in its block.
        """
        mine = self._programmes(number)
        theirs = {p for m in members for p in self._programmes(m)}
        return bool(mine) and bool(theirs) and not mine & theirs

    def _programmes(self, number: ProjectNumber) -> set[str]:
        if number.packs:
            return set(number.packs)
        return {p for m in self._named.in_block(number.span.first) for p in m.packs}

    def _entry(self, number: ProjectNumber) -> tuple[str, int, int]:
        block = self._blocks[number.span.first]
        if block.cell is not None:
            return f"row of {block.cell.table}", block.cell.row, 0
        if block.kind == "list-item":
            return "item", block.index, 0
        heading = block.index if block.kind == "heading" else block.heading
        many = self._times[number.kind] > _TWO
        return ("heading", heading, 0) if many and heading is not None else ("", 0, 0)


def _belongs(number: ProjectNumber, group: Iterable[ProjectNumber], entries: _Entries | None) -> bool:
    members = list(group)
    same_kind = [m for m in members if m.kind == number.kind]
    if same_kind and entries is not None and all(entries.apart(number, m) for m in same_kind):
        return False
    if number.kind == UNKNOWN or all(m.kind == UNKNOWN for m in members):
        if entries is not None and (
            entries.of_two_programmes(number, members) or all(entries.of_two_sections(number, m) for m in members)
        ):
            return False
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
