"""How a publication presents the project of a number: in a heading, a statement or a section of its own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from publicity_check.facts.items import ProjectNumber, Statement
from publicity_check.facts.numbers.surroundings import Surroundings
from publicity_check.facts.placed import Placed
from publicity_check.publication import Block, Region
from publicity_check.values.slips import one_slip_apart

_OWN_REGIONS = frozenset({Region.FOOTER, Region.HEADER})
"""Parts of a page that speak of its own project."""
_OWN_KINDS = frozenset({"heading", "title"})
_ENTRIES = frozenset({"list-item", "cell"})
_CLAIMS_NOTHING = frozenset({"negated", "quoted"})


class Company:
    """Numbers among which it is asked for those of another project."""

    def __init__(self, numbers: Iterable[ProjectNumber]) -> None:
        self._values: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
        for number in numbers:
            self._values.setdefault((number.kind, number.packs), {})[number.value] = None

    def holds_other(self, number: ProjectNumber, *, kinds_apart: bool = False) -> bool:
        """Say whether there is a number of another project: of its kind and no slip apart, or of another programme.

        Numbers of two kinds that one programme gives may be one project's, unless ``kinds_apart``.
        """
        mine = set(number.packs)
        for (kind, packs), values in self._values.items():
            if kind == number.kind:
                if any(v != number.value and not one_slip_apart(v, number.value) for v in values):
                    return True
            elif kinds_apart or mine.isdisjoint(packs):
                return True
        return False


class Presented:
    """Tells how the numbers of one publication are presented."""

    def __init__(self, numbers: Mapping[str, Sequence[ProjectNumber]], around: Surroundings) -> None:
        self._numbers, self._around = numbers, around
        self._alone: dict[tuple[str, int | None], bool] = {}
        self.statements: Placed[Statement] = Placed(s for s in around.statements if s.image is None)

    def _block(self, number: ProjectNumber) -> Block:
        return self._around.publication.blocks[number.span.first]

    def of_the_page(self, number: ProjectNumber) -> bool:
        """Say whether a number stands where a page speaks of its own project: title, heading, header, footer."""
        block = self._block(number)
        return block.kind in _OWN_KINDS or block.region in _OWN_REGIONS

    def beside_statement(self, number: ProjectNumber) -> bool:
        """Say whether a number stands in the sentence of a statement, or behind its label in the next one."""
        start, end = self._around.sentence(number)
        if start and number.introduced_by:
            start, _ = self._around.sentences.around(number.span.first, start - 1)
        return any(self.statements.beginning(number.span.first, start, end))

    def before_statement(self, number: ProjectNumber) -> bool:
        """Say whether the sentence right behind that of a number, in its paragraph, says who pays."""
        _, end = self._around.sentence(number)
        text = self._block(number).text
        if end >= len(text):
            return False
        start, last = self._around.sentences.around(number.span.first, end)
        return any(s.part == "funding-statement" for s in self.statements.beginning(number.span.first, start, last))

    def told(self, number: ProjectNumber) -> bool:
        """Say whether the text, not its frame, says in the sentence of a number who pays."""
        return not self.of_the_page(number) and self.beside_statement(number)

    def in_entry(self, number: ProjectNumber) -> bool:
        """Say whether a number stands in an item of a list or a row of a table."""
        return self._block(number).kind in _ENTRIES or self._block(number).cell is not None

    def in_list(self, number: ProjectNumber) -> bool:
        """Say whether a number stands in an item of a list."""
        return self._block(number).kind == "list-item"

    def alone(self, number: ProjectNumber) -> bool:
        """Say whether no other project's number stands in the text that is right under a heading over a number."""
        block = self._block(number)
        key = number.value, block.heading
        if key not in self._alone:
            heads = {block.heading, *(head.index for head in self._around.publication.headings_over(block))}
            here = (self._values[head] for head in heads if head in self._values)
            self._alone[key] = not any(group.holds_other(number) for group in here)
        return self._alone[key]

    def with_statement(self, number: ProjectNumber) -> bool:
        """Say whether a number stands alone under a heading among others, with a funding statement, in no list."""
        head = self._block(number).heading
        if head is None or head not in self.stated or self.in_entry(number):
            return False
        return self._ranks[self._around.publication.blocks[head].rank] > 1 and self.alone(number)

    @cached_property
    def _ranks(self) -> Counter[int]:
        """How many headings of each rank the text has."""
        blocks = self._around.publication.blocks
        return Counter(b.rank for b in blocks if b.kind == "heading" and b.region is Region.MAIN)

    @cached_property
    def _values(self) -> Mapping[int | None, "Company"]:
        """The numbers that stand under each heading, nearest to them."""
        found: dict[int | None, list[ProjectNumber]] = {}
        for places in self._numbers.values():
            for number in places:
                found.setdefault(self._block(number).heading, []).append(number)
        return {head: Company(numbers) for head, numbers in found.items()}

    @cached_property
    def stated(self) -> frozenset[int | None]:
        """The headings under which it says who paid."""
        blocks = self._around.publication.blocks
        return frozenset(
            blocks[s.span.first].heading
            for s in self._around.statements
            if s.part == "funding-statement" and s.image is None and not s.codes & _CLAIMS_NOTHING
            if blocks[s.span.first].region.visible and blocks[s.span.first].region not in _OWN_REGIONS
        )
