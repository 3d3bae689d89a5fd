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
            here = (other for head in heads for other in self._values.get(head, ()))
            self._alone[key] = all(self.one_project(number.value, other) for other in here)
        return self._alone[key]

    def with_statement(self, number: ProjectNumber) -> bool:
        """Say whether a number stands alone under a heading among others, with a funding statement, in no list."""
        head = self._block(number).heading
        if head is None or head not in self.stated or self.in_entry(number):
            return False
        return self._ranks[self._around.publication.blocks[head].rank] > 1 and self.alone(number)

    def one_project(self, a: str, b: str) -> bool:
        """Say whether two numbers may be one project's: equal, a slip apart, or of two kinds that a programme gives."""
        one, other = self._numbers[a][0], self._numbers[b][0]
        if one.kind == other.kind:
            return self.slip(a, b)
        return bool(set(one.packs) & set(other.packs))

    def slip(self, a: str, b: str) -> bool:
        """Say whether two numbers are equal, or are of one kind and a typing slip apart."""
        one, other = self._numbers[a][0], self._numbers[b][0]
        return a == b or (one.kind == other.kind and one_slip_apart(a, b))

    @cached_property
    def _ranks(self) -> Counter[int]:
        """How many headings of each rank the text has."""
        blocks = self._around.publication.blocks
        return Counter(b.rank for b in blocks if b.kind == "heading" and b.region is Region.MAIN)

    @cached_property
    def _values(self) -> Mapping[int | None, Iterable[str]]:
        """The numbers that stand under each heading, nearest to them."""
        found: dict[int | None, set[str]] = {}
        for value, places in self._numbers.items():
            for number in places:
                found.setdefault(self._block(number).heading, set()).add(value)
        return found

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
