"""What a text claims of its figures under a reading, and which of its claims are broken.

A stated rate is the rate of its share; parts said to make a whole make it; one account has one total, one Union share;
no part is above its whole. A claim about figures that a reading leaves outside is none.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec.structs import replace

from publicity_check.facts.model import Share
from publicity_check.facts.money.claims_rates import RateClaims
from publicity_check.facts.money.claims_sums import SumClaims
from publicity_check.facts.money.clashes import above, differ
from publicity_check.facts.money.figures import Figure
from publicity_check.facts.money.ledger import Book, different
from publicity_check.facts.money.roles import INDEX, OUTSIDE, Role
from publicity_check.facts.money.slipped import TELLING
from publicity_check.facts.money.told import Break
from publicity_check.facts.money.weights import CUES
from publicity_check.values.slips import slip, telling
from publicity_check.values.sums import agree

_SAID = 0.5
"""What words must say for a figure to be called a total."""
_CALLED = 1.5
"""What words must say for a figure to be called the project's total though a reading leaves it outside."""
_MOST_TOTALS = 8
"""Totals with which such a figure is compared."""
_ROUNDED = 1000
"""From this value of the last digit on, a figure is a rounded one ("1.46 million")."""
_LEAD = 3
"""Digits that a rounded figure needs before two of them are called swapped."""
_PLAIN = 2.0
"""How sure a near repetition must be before a figure of no known role is shown."""
MOST_COMPARED = 120
"""Different figures of one account that are compared with each other."""


class Claims(RateClaims, SumClaims):
    """Judges one reading: which claims it breaks, and which single figure would mend them."""

    def breaks(self) -> list[Break]:
        """Return the broken claims."""
        found: list[Break] = []
        for book in self._books:
            found += self._rates(book)
            found += self._pairs(book)
            found += self._sums(book)
        found += self._rows()
        found += self._partners()
        found += self._near_sums()
        found += self._unplaced()
        found += self._swapped_leads()
        found += self._called_total()
        return self._once(found)

    def _once(self, found: Sequence[Break]) -> list[Break]:
        """Leave out what is broken again by figures that are given twice."""
        kept: dict[tuple[object, ...], Break] = {}
        for one in sorted(found, key=lambda b: b.weak):
            parts = frozenset(self.figures[i].value for i in one.parts)
            kept.setdefault((one.kind in {"rate", "near-rate"}, self.figures[one.whole].value, parts), one)
        once = set(kept.values())
        return [b for b in found if b in once]

    def with_figure(self, i: int, value: Decimal) -> "Claims":
        """Return the same claims with one figure put right, wherever it is repeated."""
        other = Claims(self.problem, self.told, self.roles)
        old = self.figures[i]
        other.figures = [
            replace(f, value=value, alternatives=()) if f.value == old.value and self.roles[j] == self.roles[i] else f
            for j, f in enumerate(self.figures)
        ]
        other.changed = frozenset(j for j, f in enumerate(other.figures) if f is not self.figures[j])
        return other

    def _pairs(self, book: Book) -> Iterator[Break]:
        """Yield two values of what has only one, and parts above their whole."""
        members = different(self.problem, self.roles, book.members)[:MOST_COMPARED]
        seen: set[tuple[Share | None, Decimal, Decimal]] = set()
        for i, j in combinations(members, 2):
            one, other = self.role(i).share, self.role(j).share
            a, b = self.figures[i], self.figures[j]
            if one == other:
                key = (one, min(a.value, b.value), max(a.value, b.value))
                pair = (i, j)
                if pair in self.problem.summed or pair in self.problem.siblings or key in seen:
                    continue
                slipped = (i, j) in self.problem.slipped and one in {"total", "eu"} and not agree(a, b)
                if slipped or differ(self.problem, i, j, one, other, a, b):
                    seen.add(key)
                    first, second = self.problem.evidence[i].item, self.problem.evidence[j].item
                    items = first >= 0 and second >= 0 and first != second and not slipped
                    yield Break("repeat", i, (j,), weak=a.loose or b.loose or items)
            elif (i, j) in self.problem.summed:
                continue
            elif above(a, one, b, other):
                yield Break("above", j, (i,), weak=a.loose or b.loose)
            elif above(b, other, a, one):
                yield Break("above", i, (j,), weak=a.loose or b.loose)
            elif (
                {one, other} == {"total", "eligible"}
                and self._unsaid(i if one == "eligible" else j)
                and not agree(a, b)
            ):
                yield Break("repeat", i, (j,), weak=True)
            elif {one, other} == {"eu", "grant"} and a.value != b.value and self._twin(a, b):
                yield Break("repeat", i, (j,))

    def _unsaid(self, i: int) -> bool:
        """Say whether a figure is called a total by words, and an eligible cost by no word and no arithmetic."""
        role = self.role(i)
        scores = self.problem.evidence[i].scores
        as_total = scores[INDEX[Role(role.scope, "total")]]
        return as_total > _SAID and scores[self.roles[i]] < as_total - 1 and i not in self.problem.exact

    @staticmethod
    def _twin(a: Figure, b: Figure) -> bool:
        """Say whether a grant and a Union share are one figure but for a slip."""
        unit = max(a.unit, b.unit)
        return min(telling(a.value), telling(b.value)) > TELLING and slip(a.value, b.value, unit) is not None

    def _called_total(self) -> Iterator[Break]:
        """Yield figures that words call the project's total, and that a reading leaves outside beside another total."""
        totals = [i for i in self._totals if not self.figures[i].loose][:_MOST_TOTALS]
        total = INDEX[Role("project", "total")]
        for i, role in enumerate(self.roles):
            scores = self.problem.evidence[i].scores
            if role != OUTSIDE or scores[OUTSIDE] > 0 or scores[total] < _CALLED or i in self.problem.exact:
                continue
            figure = self.figures[i]
            other = [j for j in totals if self.figures[j].currency == figure.currency]
            if other and not any(agree(figure, self.figures[j]) for j in other):
                yield Break("repeat", other[0], (i,), weak=True)

    def _unplaced(self) -> Iterator[Break]:
        """Yield figures of no known role that look like a slip of a known one: a person has to look."""
        for r in self.problem.relations:
            if r.kind != "same" or not r.near or r.digits < _PLAIN:
                continue
            for known, other in ((r.whole, r.parts[0]), (r.parts[0], r.whole)):
                placed = self.role(known).scope in {"project", "partner"} and self.role(known).share is not None
                if placed and self.roles[other] == OUTSIDE and self.problem.evidence[other].scores[OUTSIDE] <= 0:
                    yield Break("unplaced", known, (other,), weak=True)

    def _swapped_leads(self) -> Iterator[Break]:
        """Yield rounded figures of no known role that are the project's total but for two digits: a slip in a lead."""
        totals = [i for i in self._totals if not self.figures[i].loose and self.figures[i].unit <= 1][:_MOST_TOTALS]
        for i, role in enumerate(self.roles if totals else ()):
            one = self.figures[i]
            said = self.problem.evidence[i].scores[OUTSIDE]
            if role != OUTSIDE or one.unit < _ROUNDED or telling(one.value) < _LEAD or said > CUES["stranger"]["Z"]:
                continue
            alike = (j for j in totals if self.figures[j].currency == one.currency)
            known = next((j for j in alike if slip(one.value, self.figures[j].value, one.unit) == "swapped"), None)
            if known is not None:
                yield Break("unplaced", known, (i,), weak=True)
