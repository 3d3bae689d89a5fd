"""The reading of a budget: the roles under which figures fulfil most, by arithmetic and by words.

A reading gives each figure a role: of the project, of a partner, of the programme, or none of these. Its score is the
sum of what words say for the roles, of the relations that hold under them, less what they break. The search keeps the
best readings of the figures so far (a beam), so its cost grows with the number of figures, not with that of readings.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from publicity_check.facts.money.clashes import NOTHING_INSIDE, Clashes, Inside, whole_missing
from publicity_check.facts.money.figures import Relation
from publicity_check.facts.money.joint import Move, moves, worthwhile
from publicity_check.facts.money.roles import MADE_OF, OUTSIDE, PARTNER, PARTS, PROGRAMME, ROLES, WHOLES, Problem, Role
from publicity_check.facts.money.weights import WEIGHTS

_CLEAR = 0.5
"""What words must say for a figure to be read before those that stand in the dark."""
_HOPEFUL = 60
"""Figures up to which the search looks ahead."""
_WIDTHS = ((12, 24), (24, 14), (60, 9))
"""How many readings are kept at each figure, by the number of figures."""
_ROLES_TRIED = ((16, 8), (40, 6))
_FEWEST = 3
"""How many roles are tried for each figure, by the number of figures, and at least."""
_PAIR = 2
_LISTED = 3
"""Parts of the longest sum that is found in any figures of a page; longer ones are lists."""
_SPLITS = 2.5
"""How sure a sum must be for its parts to be somebody's, or something's, though no word says whose."""
_ROUNDS = 4
"""How often a reading is bettered by what relations propose."""
_TRIED = 60
"""Relations, surest first, that propose roles for all their figures."""
_TELLING = 0.8
"""What a relation must be worth to propose roles."""
_BONUS = 4.0
"""How many times its worth a relation may gain at most."""
_WORK = 9_000
_LEAST_WORK = 10
"""How many other readings are scored: fewer the more figures there are."""
_GAIN = 1e-9
MOST = 2000
"""Figures that are read; what is beyond is left outside, and said."""


class Reading(NamedTuple):
    """A reading and its score."""

    score: float
    roles: tuple[int, ...]


class Search:
    """The search for the best readings of one problem; also scores any other reading of it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._count = min(len(problem.figures), MOST)
        self.domains = [_domain(problem, i) for i in range(self._count)]
        self._order = sorted(range(self._count), key=lambda i: (_said(problem, i) <= _CLEAR, i))
        self._factors = _factors(problem, self._order)
        self._clashes = Clashes(problem)
        every = (f for later in self._factors for f in later if f.worth > _TELLING)
        self._joint = sorted(every, key=lambda f: (-f.worth, f.members))[:_TRIED]
        self._left = 0

    def _hopes(self) -> list[dict[int, float]]:
        """Return for each step what the figures read so far may still gain: by relations that end at later ones.

        Without it, a whole that stands last finds its parts given up already.
        """
        if self._count > _HOPEFUL:
            return []
        found: list[dict[int, float]] = []
        for step in range(self._count):
            hope: dict[int, float] = {}
            for later in self._factors[step + 1 :]:
                for factor in later:
                    for i in factor.members:
                        hope[i] = max(hope.get(i, 0.0), factor.worth / len(factor.members))
            found.append(hope)
        return found

    def score(self, roles: tuple[int, ...]) -> float:
        """Return the score of a reading."""
        found: float = 0.0
        inside = NOTHING_INSIDE
        for i in self._order:
            role = roles[i]
            found += self.problem.evidence[i].scores[role]
            if role < PROGRAMME:
                found += self._clashes.with_all(i, role, inside)
                inside = self._clashes.joined(inside, i, role)
            for factor in self._factors[i]:
                found += factor.gain(roles)
        return found + whole_missing(self.problem, roles)

    def best(self) -> list[Reading]:
        """Return the best readings, best first."""
        problem, count = self.problem, self._count
        width = next((kept for most, kept in _WIDTHS if count <= most), max(2, 900 // count))
        first = [OUTSIDE] * len(problem.figures)
        hopes = self._hopes()
        beam: list[tuple[float, list[int], Inside]] = [(0.0, first, NOTHING_INSIDE)]
        for step, i in enumerate(self._order):
            scores = problem.evidence[i].scores
            hope = hopes[step] if hopes else {}
            grown: list[tuple[float, list[int], float, Inside]] = []
            for score, roles, inside in beam:
                gains = _gains(hope, i, inside)
                for role in self.domains[i]:
                    longer = roles.copy()
                    longer[i] = role
                    value = score + scores[role]
                    if role < PROGRAMME:
                        value += self._clashes.with_all(i, role, inside)
                    for factor in self._factors[i]:
                        value += factor.gain(longer)
                    gain = gains[(role >= PARTNER) + (role >= PROGRAMME)]
                    grown.append((-value - gain, longer, value, inside))
            grown.sort()
            beam = [
                (value, roles, self._clashes.joined(inside, i, roles[i])) for _, roles, value, inside in grown[:width]
            ]
        found = [Reading(score + whole_missing(problem, roles), tuple(roles)) for score, roles, _ in beam]
        found.sort(key=lambda r: (-r.score, r.roles))
        return self._improved(found)

    def _improved(self, found: list[Reading]) -> list[Reading]:
        """Give figures their roles together where that pays: what relations propose, or what better stays outside."""
        self._left = _WORK // max(1, self._count) + _LEAST_WORK
        seen = {r.roles: r for r in found}
        best = found[0]
        for _ in range(_ROUNDS):
            before = best
            for move in self._outward(best.roles):
                best = self._tried(best, move, seen)
            for factor in self._joint:
                for move in self._proposed(factor, best.roles):
                    best = self._tried(best, move, seen)
            if best is before or self._left <= 0:
                break
        return sorted(seen.values(), key=lambda r: (-r.score, r.roles))

    def _tried(self, best: Reading, move: Move, seen: dict[tuple[int, ...], Reading]) -> Reading:
        """Return the better of a reading and the same after a move."""
        roles = list(best.roles)
        for i, role in move:
            roles[i] = role
        key = tuple(roles)
        if key in seen or self._left <= 0:
            return best
        self._left -= 1
        reading = seen[key] = Reading(self.score(key), key)
        return reading if reading.score > best.score + _GAIN else best

    def _proposed(self, factor: "_Factor", roles: tuple[int, ...]) -> Iterator[Move]:
        """Yield the roles that a relation proposes for all its figures, where that may pay."""
        gain = factor.gain(roles)
        held = gain - factor.split(roles)
        if held > factor.worth or (held == factor.worth and factor.relation.kind != "sum"):
            return
        for move in moves(self.problem, factor.relation, roles):
            if worthwhile(self.problem, roles, move, factor.worth * _BONUS - gain):
                yield move

    def _outward(self, roles: tuple[int, ...]) -> Iterator[Move]:
        """Yield the sums that would better be left outside: they break more with the others than speaks for them."""
        same: dict[tuple[int, int], list[int]] = {}
        for i in range(self._count):
            if roles[i] < PROGRAMME:
                same.setdefault((self._clashes.first[i], roles[i]), []).append(i)
        held: dict[int, float] = {}
        for later in self._factors:
            for factor in later:
                gain = factor.gain(roles)
                for i in factor.members:
                    held[i] = held.get(i, 0.0) + gain
        for (_, role), members in same.items():
            lost = self._clashes.with_all(members[0], role, self._clashes.inside(roles, members))
            if not lost:
                continue
            scores = (self.problem.evidence[i].scores for i in members)
            said = sum(s[role] - s[OUTSIDE] for s in scores)
            if said + sum(held.get(i, 0.0) for i in members) + lost < 0:
                yield tuple((i, OUTSIDE) for i in members)


def _gains(hope: Mapping[int, float], i: int, inside: Inside) -> tuple[float, float, float]:
    """Return what the figures inside may still gain: with one more of the project's, of a partner's, of neither."""
    if not hope:
        return 0.0, 0.0, 0.0
    project = 0.0
    for code in inside.project:
        project += hope.get(Clashes.figure(code), 0.0)
    own = hope.get(i, 0.0)
    both, neither = project + own, project
    for code in inside.partner:
        gain = hope.get(Clashes.figure(code), 0.0)
        both += gain
        neither += gain
    return both, neither + own, neither


def readings(problem: Problem) -> list[Reading]:
    """Return the best readings of a problem, best first."""
    return Search(problem).best()


def _said(problem: Problem, i: int) -> float:
    """Return what words say at most for a figure that counts: those of which they say much are read first."""
    return max(problem.evidence[i].scores[:PROGRAMME])


def _domain(problem: Problem, i: int) -> tuple[int, ...]:
    """Return the roles a figure may have: those near the best by words, and all if arithmetic proves something."""
    scores = problem.evidence[i].scores
    reach = WEIGHTS["reach"] + min(problem.proven[i], 4.0) * WEIGHTS["proof"]
    best = max(scores)
    kept = [r for r, score in enumerate(scores) if score >= best - reach]
    kept.sort(key=lambda r: -scores[r])
    most = next((kept for most, kept in _ROLES_TRIED if len(problem.figures) <= most), _FEWEST)
    kept = kept[:most]
    return tuple(kept if OUTSIDE in kept else [*kept, OUTSIDE])


class _Factor:
    """A relation as part of the score: what it is worth under the roles of its figures."""

    __slots__ = ("_cache", "_problem", "members", "named", "relation", "splits", "worth")

    def __init__(self, problem: Problem, relation: Relation, worth: float) -> None:
        self._problem, self.relation, self.worth = problem, relation, worth
        self.members = (relation.whole, *relation.parts)
        self.splits = (
            relation.kind == "sum"
            and not relation.near
            and relation.digits >= _SPLITS
            and len(relation.parts) > _PAIR
            and problem.paid.isdisjoint(relation.parts)
        )
        self.named = self.splits and not problem.named.isdisjoint(self.members)
        self._cache: dict[tuple[int, ...], float] = {}

    def gain(self, roles: Sequence[int]) -> float:
        key = tuple([roles[i] for i in self.members])
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self.worth * fulfils(self._problem, self.relation, key) + self.split(roles)
        return found

    def split(self, roles: Sequence[int]) -> float:
        """Return what it is worth that a sure sum splits a whole among partners, or into pieces, that no word names."""
        relation = self.relation
        if not self.splits:
            return 0.0
        whole, parts = ROLES[roles[relation.whole]], [ROLES[roles[i]] for i in relation.parts]
        if whole.scope != "project":
            return 0.0
        if self.named and all(p.scope == "partner" and p.share == whole.share for p in parts):
            return WEIGHTS["split-partners"] * len(relation.parts)
        if all(p == ("project", None) for p in parts):
            return WEIGHTS["split-pieces"] * len(relation.parts)
        return 0.0


def _factors(problem: Problem, order: Sequence[int]) -> list[list[_Factor]]:
    """Return the relations by the last figure each needs; what is proven many times over counts once in all."""
    same: dict[tuple[object, ...], int] = {}
    keys = []
    for relation in problem.relations:
        values = (problem.figures[relation.whole].value, *sorted(problem.figures[i].value for i in relation.parts))
        keys.append((relation.kind, values, relation.rate))
        same[keys[-1]] = same.get(keys[-1], 0) + 1
    found: list[list[_Factor]] = [[] for _ in order]
    place = {i: at for at, i in enumerate(order)}
    for key, relation in zip(keys, problem.relations, strict=True):
        members = (relation.whole, *relation.parts)
        if all(i in place for i in members) and not _of_others(problem, relation):
            last = max(members, key=place.__getitem__)
            worth = WEIGHTS["proof"] * min(relation.digits, WEIGHTS["sure"])
            if relation.kind == "same":
                rounded = problem.figures[relation.whole].unit != problem.figures[relation.parts[0]].unit
                worth = WEIGHTS["rounded"] if rounded and not relation.near else worth * WEIGHTS["same"]
                worth *= WEIGHTS["near-same"] / WEIGHTS["same"] if relation.near else 1.0
            if relation.percent < 0 and relation.kind == "share":
                worth *= WEIGHTS["unsaid"]
            if relation.near:
                worth *= WEIGHTS["near"]
            found[last].append(_Factor(problem, relation, worth / same[key] ** 0.5))
    return found


def _of_others(problem: Problem, relation: Relation) -> bool:
    """Say whether a list elsewhere makes a sum that words call somebody else's: what is asked for in a whole call."""
    scores = problem.evidence[relation.whole].scores
    apart = problem.figures[relation.whole].group != problem.figures[relation.parts[0]].group
    listed = relation.kind == "sum" and len(relation.parts) > _LISTED and apart
    return listed and scores[OUTSIDE] > max(scores[:PROGRAMME])


def fulfils(problem: Problem, relation: Relation, roles: Sequence[int]) -> float:
    """Say how well a relation is fulfilled by the roles of its whole and its parts: 0 not at all, 1 wholly."""
    whole, parts = ROLES[roles[0]], [ROLES[r] for r in roles[1:]]
    scopes = {whole.scope, *(p.scope for p in parts)}
    if scopes <= {"other", "programme"}:
        return WEIGHTS["outside-proof"] if len(scopes) == 1 else 0.0
    if scopes & {"other", "programme"}:
        return 0.0
    if relation.kind in {"same", "exchange"}:
        if whole == parts[0]:
            return 1.0
        if relation.near and {whole.share, parts[0].share} in (
            {"total", "grant"},
            {"eu", "grant"},
            {"total", "eligible"},
        ):
            return 0.6
        return 0.3 if whole.share == parts[0].share else 0.0
    clusters = {problem.evidence[i].cluster for i in (relation.whole, *relation.parts)}
    if relation.kind == "share":
        return _share(problem, relation, whole, parts[0], one=len(clusters) == 1)
    members = (relation.whole, *relation.parts)
    told = any(i in problem.payers for i in relation.parts) or problem.named.isdisjoint(members)
    return _sum(whole, parts, clusters=len(clusters), told=told)


def _share(problem: Problem, relation: Relation, whole: Role, part: Role, *, one: bool) -> float:
    if whole.scope != part.scope:
        return 0.3 if whole == ("project", "total") and part == ("partner", "total") else 0.0
    if part.share in WHOLES and part.share != "grant" and not (whole.share == "total" and part.share == "eligible"):
        return 0.0
    if part.share not in MADE_OF[whole.share] or part.share == whole.share:
        return 0.0
    fit = 1.0 if whole.share in WHOLES and part.share is not None else 0.4
    if whole.scope == "partner" and not one:
        fit *= 0.5
    if relation.percent < 0:
        paid = part.share == "eu" or (part.share == "grant" and relation.parts[0] not in problem.payers)
        return fit if paid else fit * 0.4
    beside = problem.percents[relation.percent].beside
    if beside >= 0 and problem.figures[beside].value == problem.figures[relation.whole].value:
        fit *= WEIGHTS["beside-whole"]
    leans = problem.leans[relation.percent] if problem.leans else {}
    if leans and part.share in PARTS:
        if part.share in leans:
            return fit + 0.3
        return fit * (0.5 if leans.keys() & PARTS else 1.0)
    return fit


def _sum(whole: Role, parts: Sequence[Role], *, clusters: int, told: bool) -> float:
    if whole.scope == "project":
        if all(p.scope == "partner" for p in parts):
            same = all(p.share == whole.share for p in parts)
            each = WEIGHTS["payers" if told else "partners" if len(parts) > _PAIR else "two-partners"]
            return 1.0 + each * len(parts) if same and whole.share in WHOLES | {"eu"} else 0.0
        if any(p.scope == "partner" for p in parts):
            return 0.0
    elif any(p.scope != "partner" for p in parts) or clusters > 1:
        return 0.0
    shares = [p.share for p in parts]
    if not all(share in MADE_OF[whole.share] for share in shares) or shares.count("eligible") > 1:
        return 0.0
    if whole.share in shares:
        return 0.5 if whole.share in {"eu", "national", "own", "private"} else 0.0
    if "grant" in shares and {"eu", "national"} & set(shares):
        return 0.3
    if "eligible" in shares and {"eu", "grant"} & set(shares):
        return 0.3
    pieces = shares.count(None)
    if whole.share is None:
        return 0.3
    return (1.0 if whole.share in WHOLES or pieces < len(shares) else 0.6) - 0.3 * pieces / len(shares)
