"""Chooses the reading of a budget, by charity: a claim counts as broken only if every good reading breaks it."""

from collections import deque
from collections.abc import Sequence
from itertools import combinations

import msgspec

from publicity_check.facts.money.claims import Claims
from publicity_check.facts.money.figures import Relation
from publicity_check.facts.money.mend import Fix, fixes
from publicity_check.facts.money.reading import Reading, Search, fulfils
from publicity_check.facts.money.roles import OUTSIDE, ROLES, Problem
from publicity_check.facts.money.told import Break, Told
from publicity_check.facts.money.weights import WEIGHTS

_TRIED = 10
"""Readings, best first, whose claims are looked at."""
_TRIALS = 12_000
"""Figures that are looked at in all other readings together: of a very long list fewer others are tried."""
_FEWEST = 12
_REPAIRED = 12
"""Figures of broken claims for which other roles are tried."""
FROM_ROLES = frozenset({"above", "repeat"})
"""Claims that rest on the roles alone; no rate, row or sum is stated in so many words."""
_REMEMBERED = 8
"""Problems that are remembered: a publication is judged again with the wordings that it is advised to use."""
_CERTAIN = 1.0
"""What words must say for a role before it is certain."""


class Judged(msgspec.Struct, frozen=True):
    """The best reading: roles, which of them are certain, what holds, what is broken and what would mend it."""

    roles: tuple[int, ...]
    certain: tuple[bool, ...]
    proofs: tuple[Relation, ...]
    breaks: tuple[Break, ...]
    sure: bool
    fixes: tuple[Fix, ...]
    said_outside: tuple[float, ...] = ()
    """What words say for each figure to be somebody else's."""


class _Candidate(msgspec.Struct, frozen=True):
    value: float
    roles: tuple[int, ...]
    breaks: tuple[Break, ...]


_remembered: deque[tuple[Problem, Sequence[Told], Judged]] = deque(maxlen=_REMEMBERED)


def judge(problem: Problem, told: Sequence[Told]) -> Judged:
    """Return the best reading of a problem; those judged last are remembered."""
    for known, said, judged in tuple(_remembered):
        if known == problem and said == told:
            return judged
    judged = _judge(problem, told)
    _remembered.append((problem, told, judged))
    return judged


def _judge(problem: Problem, told: Sequence[Told]) -> Judged:
    search = Search(problem)
    found = [_candidate(problem, told, reading) for reading in search.best()[:_TRIED]]
    found.sort(key=lambda c: (-c.value, c.roles))
    if found[0].breaks:
        found += _others(search, told, found[0])
        found.sort(key=lambda c: (-c.value, c.roles))
    best = found[0]
    claims = Claims(problem, told, best.roles)
    good = [c for c in found if c.value >= best.value - WEIGHTS["margin"]]
    sure = all(any(not b.weak for b in c.breaks) for c in good)
    return Judged(
        best.roles,
        tuple(_certain(problem, found, i) for i in range(len(problem.figures))),
        tuple(_proofs(problem, best.roles)),
        best.breaks,
        bool(best.breaks) and sure,
        tuple(fixes(claims, best.breaks)) if best.breaks else (),
        tuple(e.scores[OUTSIDE] for e in problem.evidence),
    )


def _candidate(problem: Problem, told: Sequence[Told], reading: Reading) -> _Candidate:
    breaks = tuple(Claims(problem, told, reading.roles).breaks())
    return _Candidate(reading.score - _cost(problem, breaks), reading.roles, breaks)


def _cost(problem: Problem, breaks: Sequence[Break]) -> float:
    """Return what broken claims cost: one slip often breaks several, so further ones cost little."""
    if not breaks:
        return 0.0
    strong = sum(not b.weak for b in breaks)
    first = WEIGHTS["broken"] if strong else WEIGHTS["broken"] / 2
    slipped = {i for r in problem.relations if r.near for i in (r.whole, *r.parts)}
    unexplained = sum(not b.weak and b.kind in FROM_ROLES and slipped.isdisjoint((b.whole, *b.parts)) for b in breaks)
    return first + WEIGHTS["broken-more"] * (len(breaks) - 1) + WEIGHTS["unexplained"] * unexplained


def _others(search: Search, told: Sequence[Told], best: _Candidate) -> list[_Candidate]:
    """Try other roles for the figures of broken claims: one at a time, and two that would be one partner's."""
    problem = search.problem
    involved = sorted({i for b in best.breaks for i in (b.whole, *b.parts)})[:_REPAIRED]
    moves: list[tuple[tuple[int, int], ...]] = [
        ((i, role),) for i in involved if i < len(search.domains) for role in (*search.domains[i], OUTSIDE)
    ]
    for i, j in combinations(involved, 2):
        if problem.evidence[i].cluster == problem.evidence[j].cluster:
            moves += _to_partner(best.roles, (i, j))
    tried = {best.roles}
    found = []
    for move in moves[: max(_FEWEST, _TRIALS // len(best.roles))]:
        roles = list(best.roles)
        for i, role in move:
            roles[i] = role
        key = tuple(roles)
        if key not in tried:
            tried.add(key)
            score = search.score(key)
            if score >= best.value - WEIGHTS["margin"]:
                found.append(_candidate(problem, told, Reading(score, key)))
    return found


def _to_partner(roles: Sequence[int], pair: tuple[int, int]) -> list[tuple[tuple[int, int], ...]]:
    half = (len(ROLES) - 2) // 2
    if all(roles[i] < half for i in pair):
        return [tuple((i, roles[i] + half) for i in pair), tuple((i, OUTSIDE) for i in pair)]
    return []


def _certain(problem: Problem, found: Sequence[_Candidate], i: int) -> bool:
    """Say whether words give a figure its role and no good reading gives it another."""
    best = found[0]
    role = best.roles[i]
    if problem.evidence[i].scores[role] < _CERTAIN or role == OUTSIDE:
        return False
    return all(c.roles[i] == role or c.value < best.value - WEIGHTS["certain"] for c in found)


def _proofs(problem: Problem, roles: Sequence[int]) -> list[Relation]:
    """Return the relations that hold under a reading, surest first, each sum once."""
    kept: dict[tuple[object, ...], Relation] = {}
    holding = (r for r in problem.relations if not r.near)
    for relation in sorted(holding, key=lambda r: (-r.digits, r.percent < 0)):
        key_roles = tuple(roles[i] for i in (relation.whole, *relation.parts))
        if ROLES[key_roles[0]].scope in {"other", "programme"} or fulfils(problem, relation, key_roles) <= 0:
            continue
        figures = problem.figures
        values = (figures[relation.whole].value, *sorted(figures[i].value for i in relation.parts))
        if relation.kind in {"share", "sum"}:
            kept.setdefault((relation.kind, values), relation)
    return list(kept.values())
