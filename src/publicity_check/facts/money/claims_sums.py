"""Claims of sums: parts said to make a whole make it, a column its total row, the rest is what remains."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from publicity_check.facts.money.figures import Relation, share_fits, tolerance
from publicity_check.facts.money.ledger import Book, Ledger
from publicity_check.facts.money.reading import fulfils
from publicity_check.facts.money.roles import MADE_OF, OUTSIDE, PARTS, WHOLES
from publicity_check.facts.money.slipped import residual_slips
from publicity_check.facts.money.told import Break
from publicity_check.values.sums import agree

_HUNDRED = Decimal(100)
_MOST = 250
"""Figures of a sentence, list or table that are taken for parts of one sum."""
_SEVERAL = 2
"""Parts of the smallest sum."""
_SURE_SUM = 3.0
"""How sure a sum must be for further parts beside it to be none of it."""
_SURE_SLIP = 1.3
"""How sure a sum but for a slip must be for its parts to be parts though no word says so."""
_FITTING = 0.3
"""How well roles must fit a sum for a slip in it to be a broken claim."""


class SumClaims(Ledger):
    """The claims of a text about its sums."""

    def _sums(self, book: Book) -> Iterator[Break]:
        """Yield a breakdown whose parts do not make their whole."""
        bases = self._distinct(self._of(book, "total", "eligible"))
        if not bases:
            return
        parts = self._breakdown(book)
        if len(parts) < _SEVERAL or any(self.figures[i].loose for i in (*parts, *bases)):
            return
        if self._overstated(parts, bases):
            yield Break("sum-above", max(bases, key=lambda i: self.figures[i].value), tuple(parts))
            return
        once = [
            i for n, i in enumerate(parts) if self.figures[i].value not in {self.figures[k].value for k in parts[:n]}
        ]
        if self._made(book, parts, bases) or (len(once) < len(parts) and self._made(book, once, bases)):
            return
        total = sum((self.figures[i].value for i in parts), Decimal(0))
        largest = max(bases, key=lambda i: self.figures[i].value)
        slack = tolerance(*(self.figures[i] for i in (*parts, largest)))
        together = len({self.figures[i].group for i in (*parts, largest)}) == 1
        if total > self.figures[largest].value + slack:
            if self._settled(parts, self._of(book, "total", "eligible")):
                return
            several = len({self.role(i).share for i in parts}) == len(parts)
            yield Break("sum-above", largest, tuple(parts), weak=not (together or several))
            return
        for base in bases:
            if residual_slips(self.figures, base, parts):
                yield Break("sum", base, tuple(parts))
                return
        if self._complete(parts):
            yield Break("sum-below", largest, tuple(parts))
        elif together and self.figures[largest].row >= 0 and len({self.role(i).share for i in parts} & PARTS) > 1:
            yield Break("sum-below", largest, tuple(parts), weak=True)

    def _overstated(self, parts: Sequence[int], bases: Sequence[int]) -> bool:
        """Say whether each part of a breakdown is its stated rate of one whole, and the rates make over a hundred."""
        rates = {p.beside: p.value for p in self.problem.percents if p.beside in parts}
        several = len({self.role(i).share for i in parts}) == len(parts) == len(rates)
        inner = {i for told in self.told if told.kind == "within" for i in told.figures}
        if not several or sum(rates.values()) < _HUNDRED + 1 or not inner.isdisjoint(parts[1:]):
            return False
        if len({self.figures[i].group for i in parts}) > 1:
            return False
        return any(all(share_fits(self.figures[i], self.figures[base], rates[i]) for i in parts) for base in bases)

    def _settled(self, parts: Sequence[int], wholes: Sequence[int]) -> bool:
        """Say whether parts that stand together with their whole make it: further ones elsewhere are none of it."""
        for whole in wholes:
            beside = [i for i in parts if self.figures[i].group == self.figures[whole].group]
            if _SEVERAL <= len(beside) < len(parts) and self._still(whole, beside):
                return True
        return False

    def _breakdown(self, book: Book) -> list[int]:
        """Return the parts of the breakdown that says most: those of one group, or one of each share."""
        best: list[int] = []
        groups: dict[int, list[int]] = {}
        inner = self._inner(book)
        shares = self._of(book, "eu", "national", "own", "private")
        pieces = [i for i in book.members if self.role(i).share is None and self.figures[i].row >= 0]
        public = {"eu", "national"} & {self.role(i).share for i in shares}
        grants = [] if public else self._of(book, "grant")
        for i in sorted({*shares, *pieces, *grants} - inner):
            groups.setdefault(self.figures[i].group, []).append(i)
        for members in groups.values():
            kept: list[int] = []
            for i in members[:_MOST]:
                if not any(self._again(i, k) for k in kept):
                    kept.append(i)
            if len(kept) > len(best):
                best = kept
        single = []
        for share in ("eu", "national", "own", "private"):
            found = self._distinct(self._of(book, share))
            single += found if len(found) == 1 else []
        return single if len({self.role(i).share for i in single}) > len({self.role(i).share for i in best}) else best

    def _again(self, i: int, k: int) -> bool:
        """Say whether a figure gives another one again, in the same role: to the cent, or rounded."""
        funds = {f for f in (self.problem.evidence[i].fund, self.problem.evidence[k].fund) if f}
        if self.roles[i] != self.roles[k] or len(funds) > 1:
            return False
        return self._same(i, k) and not self._rows_apart(i, k)

    def _rows_apart(self, i: int, k: int) -> bool:
        """Say whether two figures stand in two rows of a column, or in two items of a list: each counts."""
        a, b = self.figures[i], self.figures[k]
        items = self.problem.evidence[i].item, self.problem.evidence[k].item
        rows = a.row != b.row and a.column == b.column >= 0
        return a.group == b.group and (rows or (items[0] != items[1] and min(items) >= 0))

    def _same(self, i: int, k: int) -> bool:
        """Say whether two figures are one, written out or rounded."""
        a, b = self.figures[i], self.figures[k]
        return a.value == b.value or (max(a.unit, b.unit) > 1 and a.unit != b.unit and agree(a, b))

    def _inner(self, book: Book) -> set[int]:
        """Return the figures that only split another figure of the same share: by year, by instalment."""
        members = set(book.members)
        return {
            i
            for r in self.problem.relations
            if r.kind == "sum" and not r.near and r.whole in members and self._still(r.whole, r.parts)
            for i in r.parts
            if i in members and self.role(i).share in {self.role(r.whole).share, None}
        }

    def _made(self, book: Book, parts: Sequence[int], bases: Sequence[int]) -> bool:
        """Say whether parts make some whole: total, eligible cost or grant, alone or with the grant or pieces."""
        grants = self._distinct(self._of(book, "grant"))
        pieces = self._distinct(i for i in book.members if self.role(i).share is None)[:6]
        own = [i for i in parts if self.role(i).share in {"own", "private"}]
        public = [i for i in parts if self.role(i).share in {"eu", "national"}]
        options = [list(parts), public, *([g, *own] for g in grants if own)]
        inside = {*parts, *grants}
        if any(
            r.kind == "sum"
            and not r.near
            and r.digits > _SURE_SUM
            and r.whole in bases
            and inside.issuperset(r.parts)
            and self._still(r.whole, r.parts)
            for r in self.problem.relations
        ):
            return True
        if len(parts) > _SEVERAL:
            options += [[i for i in parts if i != left] for left in parts if self._nested(left, parts)]
        options += [[*parts, *some] for n in (1, 2, 3) for some in combinations(pieces, n)]
        return any(self._still(base, option) for base in (*bases, *grants) for option in options if option)

    def _nested(self, left: int, parts: Sequence[int]) -> bool:
        return any(
            r.kind == "sum" and not r.near and left in r.parts and r.whole in parts for r in self.problem.relations
        )

    def _complete(self, parts: Sequence[int]) -> bool:
        """Say whether rates that make a hundred say that the parts are all."""
        rates = {}
        for percent in self.problem.percents:
            if percent.beside in parts:
                rates[percent.beside] = percent.value
        return len(rates) == len(parts) and sum(rates.values()) == _HUNDRED

    def _rows(self) -> Iterator[Break]:
        """Yield columns that do not make their total row, and rests that are not what remains."""
        for told in self.told:
            if told.kind == "rest":
                yield from self._rest(told.figures[0])
            elif told.kind == "more":
                yield from self._more(told.figures[0])
            if told.whole < 0 or self.role(told.whole).scope not in {"project", "partner"}:
                continue
            parts = [i for i in told.figures if self.role(i).scope in {"project", "partner"}]
            if len(parts) < _SEVERAL or self._column_made(told.whole, parts) or self._still(told.whole, told.figures):
                continue
            if self._steps(told.whole, parts):
                continue
            total = sum((self.figures[i].value for i in parts), Decimal(0))
            if total != self.figures[told.whole].value:
                yield Break("rows", told.whole, tuple(parts))

    def _steps(self, whole: int, parts: Sequence[int]) -> bool:
        """Say whether rows are no summands: what is eligible of a whole, what is paid of that, all of it by one."""
        shares = {self.role(i).share for i in parts if self.role(i).scope == "project"}
        inner = "total" in shares or ("eligible" in shares and shares & {"grant", *PARTS}) or {"grant", "eu"} <= shares
        return bool(inner) or any(self.figures[i].value == self.figures[whole].value for i in parts)

    def _more(self, i: int) -> Iterator[Break]:
        """Hold money that comes on top of a grant, and the grant, against the whole."""
        book = next((b for b in self._books if i in b.members), None)
        if book is None or self.role(i).share in {"total", "eligible"}:
            return
        wholes = self._of(book, "total", "eligible")
        first = [j for j in self._of(book, "grant", "eu") if j < i]
        if wholes and first:
            largest = max(wholes, key=lambda j: self.figures[j].value)
            figures = [self.figures[j] for j in (first[-1], i, largest)]
            together = figures[0].value + figures[1].value
            if together > figures[2].value + tolerance(*figures) and figures[1].value <= figures[2].value:
                yield Break("sum-above", largest, (first[-1], i), weak=any(f.loose for f in figures))

    def _near_sums(self) -> Iterator[Break]:
        """Yield sums that a slip keeps from holding, where their figures are a whole and its parts.

        A part of which words say nothing may stand outside: that is where a slip puts it.
        """
        for r in self.problem.relations:
            if r.kind != "sum" or not r.near or r.digits < 1 or self._still(r.whole, r.parts):
                continue
            if self.role(r.whole).scope not in {"project", "partner"} or self.role(r.whole).share is None:
                continue
            fitting = fulfils(self.problem, r, tuple(self.roles[i] for i in (r.whole, *r.parts))) > _FITTING
            if not fitting and not self._left_out(r):
                continue
            if residual_slips(self.figures, r.whole, r.parts):
                yield Break("sum", r.whole, r.parts, weak=not fitting and r.digits < _SURE_SLIP)

    def _left_out(self, r: Relation) -> bool:
        """Say whether a sum but for a slip would hold if figures of which no word says anything were parts of it."""
        scores = {i: self.problem.evidence[i].scores for i in r.parts}
        outside = [i for i in r.parts if self.roles[i] == OUTSIDE or scores[i][self.roles[i]] <= 0]
        unsaid = all(scores[i][OUTSIDE] <= 0 for i in outside)
        inside = [self.role(i).share for i in r.parts if i not in outside]
        return bool(outside) and unsaid and all(share in MADE_OF[self.role(r.whole).share] for share in inside)

    def _rest(self, i: int) -> Iterator[Break]:
        """Hold what remains of a whole against the parts that stand before it."""
        book = next((b for b in self._books if i in b.members), None)
        if book is None or book.scope != "project" or self.role(i).share in WHOLES:
            return
        group = self.figures[i].group
        wholes = [j for j in self._of(book, "total", "eligible") if self.figures[j].group == group]
        others = [j for j in self._of(book, "eu", "national", "own", "private") if j != i]
        others = [j for j in others if self.figures[j].group == group][:6]
        rounded = any(self.figures[j].loose or self.figures[j].unit > 1 for j in (i, *wholes, *others))
        if not wholes or not others or rounded:
            return
        made = any(
            self._still(whole, (i, *some))
            for whole in wholes
            for n in range(1, len(others) + 1)
            for some in combinations(others, n)
        )
        if not made:
            yield Break("rest", wholes[0], (*others, i))

    def _column_made(self, whole: int, parts: Sequence[int]) -> bool:
        if self._still(whole, parts):
            return True
        if len(parts) > _SEVERAL and any(
            self._still(whole, parts[k:]) or self._still(whole, parts[:k]) for k in range(len(parts))
        ):
            return True
        return any(
            r.kind == "sum" and r.whole == whole and self._still(whole, r.parts) and set(r.parts) <= set(parts)
            for r in self.problem.relations
        )

    def _partners(self) -> Iterator[Break]:
        """Yield partners whose figures make more than the project's."""
        projects = [b for b in self._books if b.scope == "project"]
        partners = [b for b in self._books if b.scope == "partner"]
        for project in projects:
            for share in ("total", "eu"):
                wholes = self._distinct(self._of(project, share))
                parts = [found[0] for b in partners if (found := self._of(b, share))]
                parts = [i for i in parts if self.figures[i].currency == self.figures[project.members[0]].currency]
                if len(wholes) != 1 or not parts:
                    continue
                if self._settled(parts, self._of(project, share)):
                    continue
                total = sum((self.figures[i].value for i in self._distinct_rows(parts)), Decimal(0))
                every = [self.figures[i] for i in (*parts, wholes[0])]
                if total > self.figures[wholes[0]].value + tolerance(*every) or (
                    len(parts) > 1 and residual_slips(self.figures, wholes[0], parts)
                ):
                    yield Break("partners", wholes[0], tuple(parts), weak=any(f.loose for f in every))

    def _distinct_rows(self, parts: Sequence[int]) -> list[int]:
        """Leave out a partner's figure that is given again: in prose and in a table."""
        kept: list[int] = []
        for i in parts:
            if not any(self._same(i, j) and self.figures[i].group != self.figures[j].group for j in kept):
                kept.append(i)
        return kept
