"""The figures of a reading in order: an account for the project in each currency, one for each partner."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from publicity_check.facts.model import Share
from publicity_check.facts.money.figures import share_fits, tolerance
from publicity_check.facts.money.roles import INDEX, ROLES, Problem, Role
from publicity_check.facts.money.told import Break, Told
from publicity_check.values.sums import agree

_HUNDRED = Decimal(100)
_FEW = 60
"""Figures of an account up to which all are compared as they stand."""


class Book(msgspec.Struct, frozen=True):
    """The figures of one account under a reading, in one currency."""

    scope: str
    cluster: int
    members: tuple[int, ...]


def books(problem: Problem, roles: Sequence[int]) -> list[Book]:
    """Sort the figures of a reading into accounts: the project's in each currency, then each partner's."""
    found: dict[tuple[str, int, str], list[int]] = {}
    for i, index in enumerate(roles):
        role = ROLES[index]
        if role.scope in {"project", "partner"}:
            cluster = problem.evidence[i].cluster if role.scope == "partner" else 0
            found.setdefault((role.scope, cluster, problem.figures[i].currency), []).append(i)
    ordered = sorted(found.items(), key=lambda item: (item[0][0] != "project", item[1]))
    return [Book(scope, cluster, tuple(members)) for (scope, cluster, _), members in ordered]


def different(problem: Problem, roles: Sequence[int], members: Sequence[int]) -> list[int]:
    """Return the figures of an account that have a share; of very many each once, in all that tells."""
    shared = [i for i in members if ROLES[roles[i]].share is not None]
    if len(shared) <= _FEW:
        return shared
    kept: dict[tuple[object, ...], int] = {}
    for i in shared:
        figure, evidence = problem.figures[i], problem.evidence[i]
        told = figure.value, figure.unit, figure.loose, figure.alternatives
        kept.setdefault((roles[i], *told, evidence.fund, evidence.vat, evidence.item), i)
    return list(kept.values())


class Known:
    """What is known of figures whatever their roles: of which other a figure is a stated rate."""

    def __init__(self) -> None:
        self.fits: dict[tuple[int, int, int], bool] = {}
        self.exact: dict[tuple[int, int, int], bool] = {}
        self.rated: dict[tuple[int, int], int] = {}


class Ledger:
    """A reading of a problem: the roles of its figures, and its accounts."""

    def __init__(self, problem: Problem, told: Sequence[Told], roles: Sequence[int]) -> None:
        self.problem = problem
        self.told = told
        self.roles = roles
        self.figures = list(problem.figures)
        self._books = books(problem, roles)
        self.changed: frozenset[int] = frozenset()
        """Figures that are other ones than the problem's."""
        self.own = Known()
        """What is known of these."""
        self.known: Known = problem.__dict__.setdefault("_known", Known())
        total = INDEX[Role("project", "total")]
        self._totals = [j for j, r in enumerate(roles) if r == total]

    def exactly(self, one: Break) -> bool:
        """Say whether a claim holds to the cent."""
        if one.kind in {"rate", "near-rate"} and one.rate:
            return share_fits(self.figures[one.parts[0]], self.figures[one.whole], one.rate)
        if one.kind in {"repeat", "unplaced"}:
            return self.figures[one.whole].value == self.figures[one.parts[0]].value
        return one.kind != "above" and self._still(one.whole, one.parts)

    def missed(self, found: Sequence[Break]) -> Decimal:
        """Return by how much the rates and sums of claims are missed in all; cents are no break, but tell."""
        total = Decimal(0)
        for one in found:
            if one.kind in {"rate", "near-rate"} and one.rate:
                exact = self.figures[one.whole].value * one.rate / _HUNDRED
                total += abs(self.figures[one.parts[0]].value - exact)
            elif one.kind not in {"above", "repeat", "unplaced"}:
                parts = sum((self.figures[i].value for i in one.parts), Decimal(0))
                total += abs(parts - self.figures[one.whole].value)
        return total

    def known_of(self, *figures: int) -> Known:
        """Return what is known of figures: of those that are changed, apart."""
        return self.known if self.changed.isdisjoint(figures) else self.own

    def role(self, i: int) -> Role:
        """Return the role of a figure."""
        return ROLES[self.roles[i]]

    def _of(self, book: Book, *shares: Share) -> list[int]:
        return [i for i in book.members if self.role(i).share in shares]

    def _distinct(self, members: Iterable[int]) -> list[int]:
        found = sorted(members, key=lambda i: (self.figures[i].loose, self.figures[i].unit, i))
        widest = max((self.figures[i].precision for i in found), default=Decimal(0))
        many = any(self.figures[i].alternatives for i in found)
        kept: list[tuple[Decimal, int]] = []
        for i in found:
            value = self.figures[i].value
            low = 0 if many else bisect_left(kept, (value - widest, -1))
            high = len(kept) if many else bisect_right(kept, (value + widest, len(self.figures)))
            if not any(agree(self.figures[i], self.figures[j]) for _, j in kept[low:high]):
                insort(kept, (value, i))
        return sorted(i for _, i in kept)

    def _exactly(self, members: Sequence[int]) -> list[int]:
        """Leave out rounded figures of which the exact ones are given too."""
        exact = [i for i in members if not self.figures[i].loose and self.figures[i].unit <= 1]
        return exact or list(members)

    def _adds_up(self, book: Book) -> bool:
        inside = set(book.members)
        return any(
            r.kind == "sum"
            and not r.near
            and r.digits > 1
            and {r.whole, *r.parts} <= inside
            and self._still(r.whole, r.parts)
            for r in self.problem.relations
        )

    def _still(self, whole: int, parts: Sequence[int]) -> bool:
        total = sum((self.figures[i].value for i in parts), Decimal(0))
        slack = tolerance(self.figures[whole], *(self.figures[i] for i in parts))
        return abs(total - self.figures[whole].value) <= slack
