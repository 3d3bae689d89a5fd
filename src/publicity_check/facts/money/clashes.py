"""What figures break together under their roles: two totals, a part above its whole, parts without a whole."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from publicity_check.facts.model import Share
from publicity_check.facts.money.figures import Figure, tolerance
from publicity_check.facts.money.roles import (
    BELOW,
    INDEX,
    PARTNER,
    PARTS,
    PROGRAMME,
    ROLES,
    SINGLE,
    WHOLES,
    Problem,
    Role,
)
from publicity_check.facts.money.weights import WEIGHTS
from publicity_check.values.sums import agree

_SEVERAL = 2
"""Parts of the smallest sum."""
_ACROSS = frozenset({"total", "eu"})
"""Shares of which a partner has not more than the project."""
_OTHERS = frozenset({"national", "own", "private"})
_REMEMBERED = 60
_NEIGHBOURS = 16
"""Figures of partners before a figure that may be of its own account."""
_FAR_ABOVE = 2
"""From how many times its whole on a part is rather somebody else's than mistyped."""
_ROLES = len(ROLES)
_MEETS_BOTH = tuple(role.share in _ACROSS for role in ROLES)


class Inside(NamedTuple):
    """The figures that a partial reading gives to the project, and to partners, those last that may clash.

    Each stands for itself and its role (:meth:`Clashes.code`). ``unlike`` are those that clash with a further one:
    of the same sum in the same role the first.
    """

    project: tuple[int, ...] = ()
    partner: tuple[int, ...] = ()
    unlike_project: tuple[int, ...] = ()
    unlike_partner: tuple[int, ...] = ()


NOTHING_INSIDE = Inside()


class Clashes:
    """What two figures break together under two roles; remembered, since a beam asks again and again."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._known: dict[int, dict[int, float]] = {}
        """For each figure in a role what it breaks with each other."""
        values: dict[tuple[Decimal, str], int] = {}
        self.first = [values.setdefault((f.value, f.currency), i) for i, f in enumerate(problem.figures)]
        """For each figure the first that gives the same sum: what is given twice clashes once."""
        self._again = {first for i, first in enumerate(self.first) if first != i}

    @staticmethod
    def code(i: int, role: int) -> int:
        """Return one number for a figure in a role."""
        return i * _ROLES + role

    @staticmethod
    def figure(code: int) -> int:
        """Return the figure that a number stands for."""
        return code // _ROLES

    def joined(self, inside: Inside, i: int, role: int) -> Inside:
        """Return what is inside once a figure has got its role."""
        if role >= PROGRAMME:
            return inside
        code = self.code(i, role)
        again = self.first[i] in self._again
        project, partner, unlike_project, unlike_partner = inside
        if role < PARTNER:
            window = project = (*project, code)[-_REMEMBERED:]
            new = not again and len(window) < _REMEMBERED
            unlike_project = (*unlike_project, code) if new else self._unlike(window)
        else:
            partner = (*partner, code)[-_REMEMBERED:]
            window = partner[-_NEIGHBOURS:]
            new = not again and len(window) < _NEIGHBOURS
            unlike_partner = (*unlike_partner, code) if new else self._unlike(window)
        return Inside(project, partner, unlike_project, unlike_partner)

    def _unlike(self, codes: Sequence[int]) -> tuple[int, ...]:
        """Return the first of each sum in each role."""
        found: dict[int, int] = {}
        for code in codes:
            i, role = divmod(code, _ROLES)
            found.setdefault(self.code(self.first[i], role), code)
        return tuple(found.values())

    def inside(self, roles: Sequence[int], without: Sequence[int] = ()) -> Inside:
        """Return what a reading has inside, some figures left out, in their order."""
        left = frozenset(without)
        codes = [self.code(i, role) for i, role in enumerate(roles) if role < PROGRAMME and i not in left]
        project = tuple([c for c in codes if c % _ROLES < PARTNER][-_REMEMBERED:])
        partner = tuple([c for c in codes if c % _ROLES >= PARTNER][-_REMEMBERED:])
        return Inside(project, partner, self._unlike(project), self._unlike(partner[-_NEIGHBOURS:]))

    def with_all(self, i: int, role: int, inside: Inside) -> float:
        """Return what a figure breaks together with those that a partial reading has inside already."""
        found = self._joins(i, inside.partner) if role >= PARTNER else 0.0
        known = self._known.setdefault(self.code(i, role), {})
        both = _MEETS_BOTH[role]
        for codes in (
            inside.unlike_project if role < PARTNER or both else (),
            inside.unlike_partner if role >= PARTNER or both else (),
        ):
            for code in codes:
                value = known.get(code)
                if value is None:
                    j, other = divmod(code, _ROLES)
                    value = known[code] = self._of(i, ROLES[role], j, ROLES[other])
                found += value
        return found

    def _joins(self, i: int, partners: Sequence[int]) -> float:
        """Return what is given back where a partner has an account already: an account has its price once."""
        mine = self._problem.evidence[i].cluster
        near = partners[-_NEIGHBOURS:]
        return WEIGHTS["account"] if any(self._cluster(code) == mine for code in near) else 0.0

    def _cluster(self, code: int) -> int:
        return self._problem.evidence[code // _ROLES].cluster

    def _of(self, i: int, one: Role, j: int, other: Role) -> float:
        problem = self._problem
        a, b = problem.figures[i], problem.figures[j]
        if a.currency != b.currency or (i, j) in problem.slipped:
            return 0.0
        slipped = i in problem.doubtful or j in problem.doubtful
        if one.scope != other.scope:
            return 0.0 if slipped else _partner_above(a, one, b, other)
        if one.scope == "partner" and problem.evidence[i].cluster != problem.evidence[j].cluster:
            return 0.0
        lost = 0.0
        if (i, j) not in problem.summed and differ(problem, i, j, one.share, other.share, a, b):
            lost += WEIGHTS["repeated"]
            siblings = (i, j) in problem.siblings
            proven = 0 if siblings else (problem.proven[i] > 1) + (problem.proven[j] > 1)
            if proven == 1:
                lost += WEIGHTS["unproven"]
            elif proven and one.share in _ACROSS - WHOLES:
                lost += WEIGHTS["rival"]
        if self._outside(i, one, j, other) or self._outside(j, other, i, one):
            lost += WEIGHTS["beside-closed"]
        if not slipped and (above(a, one.share, b, other.share) or above(b, other.share, a, one.share)):
            far = a.group != b.group and max(a.value, b.value) > min(a.value, b.value) * _FAR_ABOVE
            lost += WEIGHTS["far-above" if far else "above"]
        return -lost

    def _outside(self, i: int, one: Role, j: int, other: Role) -> bool:
        """Say whether a part stands elsewhere than the parts that make its whole already."""
        if one.share not in PARTS or other.scope != "project" or other.share not in {"total", "eligible"}:
            return False
        closed = self._problem.closed.get(j)
        if closed is None:
            return False
        figure = self._problem.figures[i]
        return figure.place not in closed.places and figure.value not in closed.values


def differ(
    problem: Problem, i: int, j: int, one: Share | None, other: Share | None, a_figure: Figure, b_figure: Figure
) -> bool:
    """Say whether two figures of one account are two values of what has only one."""
    if one != other or one not in SINGLE or agree(a_figure, b_figure):
        return False
    a, b = problem.evidence[i], problem.evidence[j]
    return a.vat == b.vat and not (a.fund and b.fund and a.fund != b.fund)


def above(part: Figure, share: Share | None, whole: Figure, of: Share | None) -> bool:
    """Say whether a part is more than its whole."""
    if of is None or share not in BELOW.get(of, frozenset()):
        return False
    return part.value > whole.value + tolerance(part, whole) + _slack(part) + _slack(whole)


def _slack(figure: Figure) -> Decimal:
    return figure.unit if figure.loose or figure.unit > 1 else Decimal(0)


def _partner_above(a: Figure, one: Role, b: Figure, other: Role) -> float:
    part, whole = (a, b) if one.scope == "partner" else (b, a)
    if one.share != other.share or one.share not in {"total", "eu"}:
        return 0.0
    within = part.value < whole.value * _FAR_ABOVE and part.row >= 0 and part.group == whole.group
    if part.value <= whole.value + _slack(part) + _slack(whole) or within:
        return 0.0
    return -WEIGHTS["partner-above" if part.value < whole.value * _FAR_ABOVE else "far-above"]


def whole_missing(problem: Problem, roles: Sequence[int]) -> float:
    """Return what it costs a reading to have parts of the project but no whole, though words speak of one."""
    inside = [ROLES[r].share for r in roles if ROLES[r].scope == "project"]
    lost = WEIGHTS["lone-partner"] * _lone_partners(problem, roles) + WEIGHTS["overfull"] * _overfull(problem, roles)
    if sum(share in PARTS for share in inside) < _SEVERAL or WHOLES & set(inside):
        return -lost
    wholes = (INDEX[Role("project", share)] for share in ("total", "eligible", "grant"))
    said = any(e.scores[w] > 0 for w in wholes for e in problem.evidence)
    return -lost - (WEIGHTS["no-whole"] if said else 0.0)


def _overfull(problem: Problem, roles: Sequence[int]) -> int:
    """Return how many parts, that no word calls so, are more than the Union share leaves of the total; slips apart."""
    figures = problem.figures
    mine = [(i, ROLES[r].share) for i, r in enumerate(roles) if r < PARTNER]
    found = 0
    for currency in {figures[i].currency for i, _ in mine}:
        here = [(i, share) for i, share in mine if figures[i].currency == currency]
        wholes = [i for i, share in here if share == "total"]
        union = [i for i, share in here if share == "eu"]
        if not wholes or not union:
            continue
        whole = max(wholes, key=lambda i: figures[i].value)
        part = max(union, key=lambda i: figures[i].value)
        left = figures[whole].value - figures[part].value
        if whole in problem.doubtful or part in problem.doubtful:
            continue
        found += sum(
            figures[i].value > left + tolerance(figures[i], figures[whole], figures[part]) + _slack(figures[i])
            for i, share in here
            if share in _OTHERS and i not in problem.doubtful and problem.evidence[i].scores[roles[i]] <= 0
        )
    return found


def _lone_partners(problem: Problem, roles: Sequence[int]) -> int:
    """Return how many partners of running text have a part but no whole, nor a sum that the part belongs to."""
    shares: dict[int, set[Share | None]] = {}
    for i, index in enumerate(roles):
        if ROLES[index].scope == "partner" and problem.figures[i].row < 0 and i not in problem.summands:
            shares.setdefault(problem.evidence[i].cluster, set()).add(ROLES[index].share)
    return sum(not WHOLES & found for found in shares.values())
