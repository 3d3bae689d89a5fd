"""Roles that a relation gives to all its figures at once.

A search that gives roles one by one misses what only pays together: three figures of which no word says anything, and
which make the total. Each relation proposes the roles under which it would hold, the likeliest by words.
"""

from collections.abc import Iterator, Sequence

from publicity_check.facts.model import Scope, Share
from publicity_check.facts.money.figures import Relation
from publicity_check.facts.money.roles import INDEX, MADE_OF, ROLES, Problem, Role

Move = tuple[tuple[int, int], ...]
"""Figures with the roles that they would get."""
_WHOLES: tuple[Share, ...] = ("total", "eligible", "grant", "eu", "national", "own")
_PAYERS: tuple[Share | None, ...] = ("eu", "national", "own", "private", None)
_SPLIT = frozenset({"total", "eligible", "grant", "eu"})
"""Shares that partners have parts of."""


def moves(problem: Problem, relation: Relation, roles: Sequence[int]) -> Iterator[Move]:
    """Yield the roles that would fulfil a relation, under a reading."""
    if relation.kind in {"same", "exchange"}:
        pair = (relation.whole, relation.parts[0])
        for i, j in (pair, pair[::-1]):
            if ROLES[roles[i]].share is not None and roles[i] != roles[j]:
                yield ((j, roles[i]),)
        return
    for whole in _wholes(problem, relation, roles):
        yield from _parts(problem, relation, roles, whole)


def _wholes(problem: Problem, relation: Relation, roles: Sequence[int]) -> list[int]:
    """Return the roles that the whole of a relation may have: the one it has, and the best by words."""
    mine = ROLES[roles[relation.whole]]
    scores = problem.evidence[relation.whole].scores
    found = [roles[relation.whole]] if mine.scope in {"project", "partner"} and mine.share in _WHOLES else []
    scopes: tuple[Scope, ...] = ("project", "project", "partner")
    for scope, shares in zip(scopes, (_WHOLES[:3], _WHOLES[3:], _WHOLES), strict=True):
        known = [INDEX[Role(scope, share)] for share in shares]
        found.append(max(known, key=lambda r: (scores[r], -r)))
    return list(dict.fromkeys(found))


def _parts(problem: Problem, relation: Relation, roles: Sequence[int], whole: int) -> Iterator[Move]:
    role = ROLES[whole]
    if relation.kind == "share":
        part = relation.parts[0]
        every: tuple[Share, ...] = ("eu", "grant", "national", "own", "private")
        shares = [s for s in every if s in MADE_OF[role.share] and s != role.share]
        if shares:
            best = _best(problem, part, role.scope, shares)
            yield ((relation.whole, whole), (part, best))
        return
    if role.scope == "project" and role.share in _SPLIT:
        partner = INDEX[Role("partner", role.share)]
        yield ((relation.whole, whole), *((i, partner) for i in relation.parts))
    yield ((relation.whole, whole), *_split(problem, relation, roles, role))
    if role.scope == "project" and problem.payers.isdisjoint(relation.parts):
        piece = INDEX[Role("project", None)]
        yield ((relation.whole, whole), *((i, piece) for i in relation.parts))


def _split(problem: Problem, relation: Relation, roles: Sequence[int], role: Role) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sum as payers' shares: each once where an account has one, pieces where nobody is known."""
    left: list[Share | None] = [s for s in _PAYERS if s in MADE_OF[role.share]]
    if role.share == "total" and any(ROLES[roles[i]].share == "grant" for i in relation.parts):
        left = ["grant", "own", "private", None]
    by_words = sorted(relation.parts, key=lambda i: -max(problem.evidence[i].scores[INDEX[Role(role.scope, "eu")]], 0))
    for i in by_words:
        best = _best(problem, i, role.scope, left)
        yield i, best
        if ROLES[best].share in {"eu", "grant"} and not problem.evidence[i].fund:
            left = [s for s in left if s != ROLES[best].share]


def _best(problem: Problem, i: int, scope: Scope, shares: Sequence[Share | None]) -> int:
    scores = problem.evidence[i].scores
    return max((INDEX[Role(scope, s)] for s in shares), key=lambda r: (scores[r], -r))


def worthwhile(problem: Problem, roles: Sequence[int], move: Move, worth: float) -> bool:
    """Say whether a move may pay: what its relation is worth against what words say against it."""
    lost = sum(problem.evidence[i].scores[roles[i]] - problem.evidence[i].scores[role] for i, role in move)
    return worth > lost and any(roles[i] != role for i, role in move)
