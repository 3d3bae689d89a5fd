"""Claims of rates: a stated rate is the rate of its share, wherever the two stand."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from publicity_check.facts.money.figures import ROUNDED, Percent, rounds_to, share_fits, tolerance
from publicity_check.facts.money.ledger import Book, Ledger
from publicity_check.facts.money.roles import PARTS, ROLES, WHOLES
from publicity_check.facts.money.slipped import slip_of_share, weight, whole_rate
from publicity_check.facts.money.told import Break

_HUNDRED = Decimal(100)
_UNMISTAKABLE = 7
"""Digits a figure needs before it is called a slip of a rate that is not stated."""
_FEW_CENTS = Decimal("0.2")
"""By less than this a share may miss its rate because the shares of many partners were cut down and added."""
_USUAL = tuple(Decimal(rate) for rate in (40, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95))
"""Rates at which the Union's funds usually pay."""
_HIGHEST_TAX = 27
"""The highest rate of value added tax in the Union, that of Hungary (Directive 2006/112/EC sets no maximum)."""
_EXPLAINED = 3.0
"""How sure a rate of two figures must be for it to be held against no others."""
_ENOUGH = 4
"""Totals of the project that a partner's rate is held against."""


_MOST = 120
"""Figures of one account that a rate is held against: of more, those that stand nearest."""


def _nearest(i: int, members: Sequence[int]) -> Sequence[int]:
    """Return the figures that stand nearest to one, in their order, where an account has very many."""
    if len(members) <= _MOST:
        return members
    at = bisect_left(members, i)
    first = max(0, min(at - _MOST // 2, len(members) - _MOST))
    return members[first : first + _MOST]


class RateClaims(Ledger):
    """The claims of a text about its rates."""

    def _rates(self, book: Book) -> Iterator[Break]:
        wholes = self._exactly(self._of(book, "total", "eligible", "grant"))
        members = set(book.members)
        for p, percent in enumerate(self.problem.percents):
            if percent.value <= 0:
                continue
            if percent.beside >= 0:
                if percent.beside in members:
                    yield from self._beside(book, p, percent, wholes)
            elif book.scope == "project":
                yield from self._free(book, p, percent, wholes)
        yield from self._near_rates(book)

    def _beside(self, book: Book, p: int, percent: Percent, wholes: Sequence[int]) -> Iterator[Break]:
        """Hold the rate beside a figure against every whole it may be a rate of, and the figure as a whole itself."""
        i = percent.beside
        share = self.role(i).share
        if book.scope == "partner" and not wholes:
            project = (b for b in self._books if b.scope == "project")
            wholes = [j for b in project for j in self._of(b, "total", "eligible", "grant")]
        bases = _nearest(i, [j for j in wholes if j != i and self.role(j).share != share])
        named = (
            [j for j in bases if self.problem.bases[p] in {None, self.role(j).share}] if self.problem.bases else bases
        )
        known = {i, *bases}
        nested = [
            j
            for j in _nearest(i, book.members)
            if j not in known
            and self.figures[j].group == self.figures[i].group
            and not self.figures[j].loose
            and self.figures[j].unit <= 1
        ]
        if book.scope == "partner":
            nested += self._totals[:_ENOUGH]
        if any(self._fits(i, j, percent) for j in bases) or any(self._exact(i, j, percent) for j in nested):
            return
        if any(self._on_top(i, j, percent.value) for j in _nearest(i, book.members) if j != i):
            return
        if share in WHOLES:
            inside = [j for j in _nearest(i, book.members) if self.role(j).share not in {"total", share}]
            if any(self._exact(j, i, percent) for j in inside) or percent.value == _HUNDRED or share == "total":
                return
        if percent.value == _HUNDRED and not any(self._slipped(i, j, percent.value) for j in bases):
            return
        unnamed = bool(self.problem.bases) and self.problem.bases[p] is not None and not named
        base = sorted(named or bases, key=lambda j: (-self._rated(j, percent.group), bases.index(j)))
        lines = self._lines_of_whole(i, percent)
        base = [j for j in base if not lines or self.problem.evidence[j].cluster in lines][:1]
        if base and share is not None:
            near = self.figures[base[0]].group == self.figures[i].group
            loose = self.figures[i].loose or self.figures[base[0]].loose
            weak = loose or (share in WHOLES and not near) or (unnamed and not self._slipped(i, base[0], percent.value))
            yield Break("rate", base[0], (i,), p, percent.value, weak=weak)

    def _lines_of_whole(self, i: int, percent: Percent) -> set[int]:
        """Return the lines of the whole that a figure has its rate of, where it converts another figure of its line."""
        cluster, currency = self.problem.evidence[i].cluster, self.figures[i].currency
        twins = [
            q.beside
            for q in self.problem.percents
            if q.beside >= 0 and q.value == percent.value and self.problem.evidence[q.beside].cluster == cluster
        ]
        return {
            self.problem.evidence[j].cluster
            for k in twins
            if self.figures[k].currency != currency and self.roles[k] == self.roles[i]
            for j, role in enumerate(self.roles)
            if ROLES[role].share in WHOLES and self.figures[j].currency == self.figures[k].currency
            if j != k and self._fits(k, j, percent)
        }

    def _on_top(self, i: int, j: int, rate: Decimal) -> bool:
        """Say whether two figures are one sum without and with a tax of a rate."""
        low, high = sorted((self.figures[i], self.figures[j]), key=lambda f: f.value)
        if rate > _HIGHEST_TAX or low.currency != high.currency or low.loose or high.loose:
            return False
        return abs(low.value * (_HUNDRED + rate) / _HUNDRED - high.value) <= tolerance(low, high)

    def _slipped(self, part: int, whole: int, rate: Decimal) -> bool:
        return slip_of_share(self.figures[part], self.figures[whole], rate)

    def _rated(self, whole: int, group: int) -> int:
        """Return of how many rates of a group a figure is the base: rates that stand together have one."""
        remembered = self.own if self.changed else self.known
        known = remembered.rated.get((whole, group))
        if known is None:
            known = remembered.rated[whole, group] = sum(
                p.beside >= 0 and p.beside != whole and share_fits(self.figures[p.beside], self.figures[whole], p.value)
                for p in self.problem.percents
                if p.group == group
            )
        return known

    def _fits(self, part: int, whole: int, percent: Percent) -> bool:
        key = part, whole, id(percent)
        remembered = self.known_of(part, whole).fits
        known = remembered.get(key)
        if known is None:
            a, b = self.figures[part], self.figures[whole]
            known = remembered[key] = share_fits(a, b, percent.value) or (
                rounds_to(a, b, percent)
                and (not slip_of_share(a, b, percent.value) or self._rounded_before(part, whole, percent.value))
            )
        return known

    def _rounded_before(self, part: int, whole: int, rate: Decimal) -> bool:
        """Say whether a share misses its rate by few units, while it makes its whole with others: no single slip."""
        a, b = self.figures[part], self.figures[whole]
        few = abs(a.value - b.value * rate / _HUNDRED) <= ROUNDED * max(a.unit, b.unit)
        return few and any(
            r.kind == "sum" and part in r.parts and not r.near and self._still(r.whole, r.parts)
            for r in self.problem.relations
        )

    def _exact(self, part: int, whole: int, percent: Percent) -> bool:
        key = part, whole, id(percent)
        remembered = self.known_of(part, whole).exact
        known = remembered.get(key)
        if known is None:
            a, b = self.figures[part], self.figures[whole]
            known = remembered[key] = share_fits(a, b, percent.value) or (rounds_to(a, b, percent) and percent.unit < 1)
        return known

    def _free(self, book: Book, p: int, percent: Percent, wholes: Sequence[int]) -> Iterator[Break]:
        """Hold a rate that stands beside no figure against the figures of the share it speaks of."""
        leans = self.problem.leans[p] if self.problem.leans else {}
        shares = [s for s in leans if s in PARTS or s == "grant"]
        if len(shares) != 1 or percent.value == _HUNDRED:
            return
        parts = self._of(book, shares[0])
        if shares[0] == "eu" and not parts:
            parts = self._of(book, "grant")
        bases = [j for j in wholes if self.role(j).share != shares[0]]
        if not parts or not bases or any(self._fits(i, j, percent) for i in parts for j in bases):
            return
        if any(r.percent == p and not r.near and r.digits >= _EXPLAINED for r in self.problem.relations):
            return
        others = [q for q, lean in zip(self.problem.percents, self.problem.leans, strict=True) if shares[0] in lean]
        if any(self._fits(i, j, q) for q in others for i in parts for j in bases):
            return
        i, j = parts[0], next((j for j in bases if self.figures[j].group == self.figures[parts[0]].group), bases[0])
        together = percent.group in {self.figures[i].group, self.figures[j].group}
        loose = self.figures[i].loose or self.figures[j].loose
        yield Break("rate", j, (i,), p, percent.value, weak=loose or not together or shares[0] != "eu")

    def _near_rates(self, book: Book) -> Iterator[Break]:
        """Hold a Union share against rates that nobody states: those of other accounts, those usually paid."""
        parts = self._distinct(self._of(book, "eu")) or self._distinct(self._of(book, "grant"))
        bases = self._distinct(self._of(book, "total", "eligible")) or self._distinct(
            i for i in self._of(book, "grant") if i not in parts
        )
        if not parts or not bases or any(whole_rate(self.figures[i], self.figures[j]) for i in parts for j in bases):
            return
        if self._adds_up(book):
            return
        known = self._known_rates(book)
        for i in parts:
            if any(percent.beside == i for percent in self.problem.percents):
                continue
            for j in bases:
                for rate in known:
                    if slip_of_share(self.figures[i], self.figures[j], rate) and not self._rounded_before(i, j, rate):
                        yield Break("near-rate", j, (i,), -1, rate)
                        return
            if book.scope == "project" and len(bases) == 1 and not known:
                found = [r for r in _USUAL if slip_of_share(self.figures[i], self.figures[bases[0]], r)]
                if len(found) == 1:
                    digits, missed = weight(self.figures[i], self.figures[bases[0]], found[0])
                    if digits >= _UNMISTAKABLE and missed >= _FEW_CENTS:
                        weak = digits == _UNMISTAKABLE or missed < 1
                        yield Break("near-rate", bases[0], (i,), -1, found[0], weak=weak)

    def _known_rates(self, book: Book) -> list[Decimal]:
        """Return the rates that the Union pays elsewhere in the publication: stated, or followed by other accounts."""
        found: dict[Decimal, None] = {}
        for percent, leans in zip(self.problem.percents, self.problem.leans, strict=False):
            if percent.beside < 0 and ("eu" in leans or not leans):
                found[percent.value] = None
        for other in self._books:
            if other is not book:
                for i in self._of(other, "eu")[:1]:
                    for j in self._of(other, "total", "eligible"):
                        rate = whole_rate(self.figures[i], self.figures[j])
                        if rate:
                            found[rate] = None
        return list(found)
