"""What would mend broken claims: the one figure that, put right, makes most of them true."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice

import msgspec

from publicity_check.facts.money.claims import Claims
from publicity_check.facts.money.slipped import rights, whole_rate
from publicity_check.facts.money.told import Break
from publicity_check.values.slips import Slip, slip, telling

_TRIALS = 6_000
"""Figures that are looked at in all mended readings together: of a very long list fewer are tried."""
_FEWEST = 12
_NAMED = 3
"""Digits a figure needs before a slip of it is named."""


class Fix(msgspec.Struct, frozen=True, gc=False):
    """One figure put right: its right value, what slip explains the wrong one, and how many claims it mends."""

    figure: int
    right: Decimal
    how: Slip
    mends: int


def fixes(claims: Claims, found: Sequence[Break]) -> list[Fix]:
    """Return the single figures that, put right, mend most of what is broken; surest first."""
    candidates: dict[tuple[int, Decimal], Slip] = {}
    for one in found:
        for i, right in rights(claims.figures, one):
            how = slip(claims.figures[i].value, right, claims.figures[i].unit)
            if how and right > 0:
                candidates.setdefault((i, right), how)
    before = len(found)
    made = []
    for (i, right), how in islice(candidates.items(), max(_FEWEST, _TRIALS // len(claims.figures))):
        if min(telling(claims.figures[i].value), telling(right)) < _NAMED:
            continue
        mended = before - len(claims.with_figure(i, right).breaks())
        if mended > 0:
            made.append(Fix(i, right, how, mended))
    proofs = {fix: _proofs(claims, fix, found) for fix in made}
    missed = {fix: claims.with_figure(fix.figure, fix.right).missed(found) for fix in made}
    exact = claims.problem.exact
    made.sort(key=lambda fix: (-fix.mends, fix.figure in exact, -proofs[fix], missed[fix], fix.figure))
    return made


def _proofs(claims: Claims, fix: Fix, found: Sequence[Break]) -> int:
    """Return how much holds to the cent once a figure is put right: broken claims, whole rates, the same figure again.

    A claim may also be mended by mere rounding; that proves nothing.
    """
    mended = claims.with_figure(fix.figure, fix.right)
    same = sum(
        f.value == fix.right and r == claims.roles[fix.figure]
        for f, r in zip(claims.figures, claims.roles, strict=True)
    )
    exact = sum(mended.exactly(one) for one in found)
    union = [i for i, f in enumerate(mended.figures) if claims.role(i).share in {"eu", "grant"}]
    wholes = [i for i, f in enumerate(mended.figures) if claims.role(i).share in {"total", "eligible"}]
    touched = [(i, j) for i in union for j in wholes if fix.figure in {i, j}]
    whole_rates = any(whole_rate(mended.figures[i], mended.figures[j]) for i, j in touched)
    return 3 * _supported(claims, fix, mended) + 2 * exact + 2 * same + whole_rates


def _supported(claims: Claims, fix: Fix, mended: Claims) -> int:
    """Return how many stated rates and sums, that a slip keeps from holding, hold once a figure is put right."""
    near = (r for r in claims.problem.relations if r.near and r.kind in {"share", "sum"})
    mine = [r for r in near if fix.figure in {r.whole, *r.parts} and (r.kind == "sum" or r.percent >= 0)]
    found = {
        (r.kind, r.whole, r.parts, r.rate)
        for r in mine
        if mended.exactly(Break("rate" if r.kind == "share" else "sum", r.whole, r.parts, r.percent, r.rate))
    }
    return len(found)
