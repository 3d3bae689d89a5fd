"""What a publication says of each of its projects: by section, row, block and sentence.

What stands under a heading of one project alone, in its row, its paragraph or its sentence is that project's. What
stands anywhere else, in a header or a footer, or is said of several projects, is for all of them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from publicity_check.applicability.evidence import packs_meant
from publicity_check.applicability.projects import ProjectGroup
from publicity_check.applicability.sections import Section, sections
from publicity_check.applicability.standing import claims, disowned
from publicity_check.facts.model import Amount, Facts, ProjectNumber, Rate, Statement
from publicity_check.publication import Publication, Region, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import words

_FOR_ALL = frozenset({Region.HEADER, Region.FOOTER, Region.NAVIGATION, Region.METADATA})
"""Parts of a page that speak of all of it."""
_ENTRY = 3
"""Blocks of a cell up to which it is an entry of a table; one with more is a column of a page."""
_FIRST = 3
"""Words before a number up to which it is an entry of its own, not a word in a text."""
_ONE_PROJECTS = ("statements", "programmes", "funds", "periods", "years")
"""Facts that are one project's where they stand with it."""


class Dossiers:
    """Tells which project of a publication something is said of; ``groups`` are its projects, in reading order."""

    def __init__(
        self, publication: Publication, facts: Facts, groups: Sequence[ProjectGroup], rulebook: Rulebook
    ) -> None:
        self._publication, self._facts = publication, facts
        self._sections = sections(publication) if groups or facts.statements else ()
        self._places = [[n for n in g.numbers if n.visible and self._own_place(n)] for g in groups]
        self._in_block: dict[int, set[int]] = {}
        """The projects that have numbers in a block."""
        self._in_sentences: dict[Span, set[int]] = {}
        """The projects that have numbers in a sentence."""
        for position, places in enumerate(self._places):
            for number in places:
                self._in_block.setdefault(number.span.first, set()).add(position)
                sentence = facts.sentence(number.span)
                if sentence.holds(number.span):
                    self._in_sentences.setdefault(sentence, set()).add(position)
        self._numbered = sorted(self._in_block)
        self._owners: dict[Span, int | None] = {}
        unnumbered = self._unnumbered(rulebook) if len(groups) <= 1 else []
        self.groups = (*groups, *(group for group, _ in unnumbered))
        self._blocks: dict[int, int] = {}
        """The project of each block that is one's alone."""
        self._rows: dict[tuple[int, int], int] = {}
        self._for_all: set[Span] = set()
        if len(self.groups) > 1:
            self._share_out([section for _, section in unnumbered])
            self._for_all = set(self._released())

    def owner(self, span: Span) -> int | None:
        """Return the place in ``groups`` of the project of which something is said; ``None``: of all of them."""
        if len(self.groups) <= 1 or span in self._for_all:
            return None
        if span not in self._owners:
            self._owners[span] = self._owner(span)
        return self._owners[span]

    def _owner(self, span: Span) -> int | None:
        block = self._publication.blocks[span.first]
        if block.region in _FOR_ALL:
            return None
        beside = self._in_block.get(span.first, set())
        if len(beside) > 1:
            return self._in_sentence(span)
        if beside:
            return next(iter(beside))
        if block.cell is not None and (row := self._rows.get((block.cell.table, block.cell.row))) is not None:
            return row
        return self._blocks.get(span.first)

    def facts_of(self, facts: Facts, group: ProjectGroup | None) -> Facts:
        """Return the facts of one project, and those that are of all or of none in particular."""
        if group is None:
            return facts
        mine = self.groups.index(group)
        values = set(group.values)

        def of_mine(figure: Amount | Rate) -> bool:
            owner = self.owner(figure.span)
            if owner is None:
                return figure.project is None or figure.project in values
            if owner == mine:
                return not values or figure.project is None or figure.project in values
            return figure.project in values and bool(self.groups[owner].numbers)

        kept = {
            kind: tuple(f for f in getattr(facts, kind) if self._concerns(f.span, mine, kind)) for kind in _ONE_PROJECTS
        }
        return facts.having(
            **kept,
            project_numbers=tuple(n for n in facts.project_numbers if n.value in values or n.role != "own"),
            amounts=lambda: tuple(filter(of_mine, facts.amounts)),
            rates=lambda: tuple(filter(of_mine, facts.rates)),
            budget=lambda: facts.budget.only(of_mine),
        )

    def _concerns(self, span: Span, mine: int, kind: str) -> bool:
        owner = self.owner(span)
        framed = mine < len(self._places) and not self._places[mine]
        return owner in (None, mine) or framed or (kind == "statements" and not self._is_entry(mine))

    def _is_entry(self, position: int) -> bool:
        """Say whether a project has a place of its own: a heading, a cell, a short line; no word in a text."""
        blocks = self._publication.blocks
        places = self._places[position] if position < len(self._places) else ()
        return position >= len(self._places) or any(
            blocks[n.span.first].kind == "heading" or len(words(blocks[n.span.first].text[: n.span.start])) <= _FIRST
            for n in places
        )

    def _own_place(self, number: ProjectNumber) -> bool:
        return self._publication.blocks[number.span.first].region not in _FOR_ALL

    def _in_sentence(self, span: Span) -> int | None:
        named = self._in_sentences.get(self._facts.sentence(span), set())
        return next(iter(named)) if len(named) == 1 else None

    def _share_out(self, unnumbered: Sequence[Section]) -> None:
        """Give each block to the project that alone is spoken of in the widest section around it, and each row."""
        for section in self._sections:
            if section.start in self._blocks:
                continue
            own = self._only_in(section, unnumbered)
            if own is not None:
                self._blocks.update(dict.fromkeys(range(section.start, section.end), own))
        blocks = self._publication.blocks
        sizes = Counter(block.cell for block in blocks if block.cell is not None)
        rows: dict[tuple[int, int], set[int]] = {}
        for position, places in enumerate(self._places):
            for number in places:
                cell = blocks[number.span.first].cell
                if cell is not None and sizes[cell] <= _ENTRY:
                    rows.setdefault((cell.table, cell.row), set()).add(position)
        self._rows = {row: next(iter(own)) for row, own in rows.items() if len(own) == 1}

    def _only_in(self, section: Section, unnumbered: Sequence[Section]) -> int | None:
        """Return the only project that has a number in a section, or whose whole section lies in it."""
        first = len(self._places)
        found = {first + i for i, other in enumerate(unnumbered) if section.holds(other.start)}
        for at in range(bisect_left(self._numbered, section.start), bisect_left(self._numbered, section.end)):
            found |= self._in_block[self._numbered[at]]
            if len(found) > 1:
                return None
        return found.pop() if len(found) == 1 else None

    def _released(self) -> Iterable[Span]:
        """Yield statements that stand in one project's section and are for all.

        One about several projects; and one at the very end, behind all that is said of the last project, where no other
        project has a statement of its own.
        """
        said = [s for s in self._facts.statements if self.owner(s.span) is not None]
        for statement in said:
            sentence = self._facts.sentence(statement.span)
            nouns = self._facts.placed(self._facts.project_nouns).within(sentence)
            if any(m.number == "several" for m in nouns):
                yield statement.span
        last = max((n.span.first for places in self._places for n in places), default=-1)
        for part in ("funding-statement", "disclaimer"):
            owners = {self.owner(s.span) for s in said if s.part == part}
            if len(owners) == 1:
                yield from (s.span for s in said if s.part == part and self._closes(s, last))

    def _closes(self, statement: Statement, last: int) -> bool:
        """Say whether a statement stands behind the last number, in a block and under a heading of no number."""
        heading = self._publication.blocks[statement.span.first].heading
        return statement.span.first > last and (heading is None or heading <= last)

    def _unnumbered(self, rulebook: Rulebook) -> list[tuple[ProjectGroup, Section]]:
        """Return projects without a number: sections side by side that each say who paid, each by another programme."""
        numbered = [n.span.first for places in self._places for n in places]
        found: list[tuple[ProjectGroup, Section]] = []
        paid = sorted(
            {
                s.span.first
                for s in self._facts.statements
                if s.part == "funding-statement" and claims(self._publication, self._facts, s)
            }
        )
        under: dict[int | None, list[Section]] = {}
        for section in self._sections if paid else ():
            under.setdefault(section.parent, []).append(section)
        for beside in under.values():
            saying = [s for s in beside if bisect_left(paid, s.start) < bisect_left(paid, s.end)]
            named = {s: self._packs_in(s, rulebook) for s in saying} if len(saying) > 1 else {}
            named = {s: packs for s, packs in named.items() if packs}
            if len(named) <= 1 or not all(_apart(a, b, rulebook) for a, b in combinations(named.values(), 2)):
                continue
            for section, packs in named.items():
                if not any(section.holds(block) for block in numbered):
                    title = self._publication.blocks[section.heading].text
                    found.append((ProjectGroup((), packs, title), section))
        return found

    def _packs_in(self, section: Section, rulebook: Rulebook) -> frozenset[str]:
        """Return the packs of the programmes that a section names, or else of those that give its number."""
        named = frozenset(
            pack
            for block in range(section.start, section.end)
            for m in self._facts.placed(self._facts.programmes).in_block(block)
            if m.visible and not disowned(self._publication, self._facts, m.span)
            for pack in packs_meant(m, rulebook)
        )
        numbers = (n for places in self._places for n in places if section.holds(n.span.first))
        return named or frozenset(pack for n in numbers for pack in n.packs)


def _apart(one: frozenset[str], other: frozenset[str], rulebook: Rulebook) -> bool:
    """Say whether no pack of one set is, or extends, a pack of another, whatever their periods."""
    families = [
        {member.family for pack in packs for member in rulebook.lineage(rulebook.packs[pack])} for packs in (one, other)
    ]
    named = [{rulebook.packs[pack].family for pack in packs} for packs in (one, other)]
    return not (families[0] & named[1] or families[1] & named[0])
