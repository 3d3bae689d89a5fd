"""The highest rates of a programme: no Union share may be above them."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from publicity_check.checks.budget.figures import conflict, distinct, money, per_cent, share_name, slip_name, told_apart
from publicity_check.checks.interface import Case
from publicity_check.facts.model import Amount
from publicity_check.results import Finding
from publicity_check.values.message import Values
from publicity_check.values.slips import CENT, slip, telling, to_unit

_HUNDRED = Decimal(100)
_TELLING = 5
_FEW_CENTS = Decimal("0.05")


def above_limits(
    case: Case, amounts: Collection[Amount], limits: Mapping[str, Decimal], known: Collection[Amount]
) -> Iterator[Finding]:
    """Yield Union shares above the highest rate of their fund; ``known`` are amounts that are known to be wrong."""
    inside = [a for a in amounts if a.scope == "project"]
    bases = distinct(a for a in inside if a.share in {"total", "eligible"})
    for union in distinct(a for a in inside if a.share == "eu"):
        limit = _limit(limits, union.fund)
        whole = [b for b in bases if b.currency == union.currency]
        if limit is None or not whole or union in known:
            continue
        base = max(whole, key=lambda b: b.value)
        highest = base.value * limit / _HUNDRED
        slack = max(_FEW_CENTS, union.precision, base.precision if base.precision > CENT else Decimal(0))
        if union.value > base.value or union.value <= highest + slack:
            continue
        yield _above(case, union, base, limit, sure=bool(union.fund or len(set(limits.values())) == 1))


def _above(case: Case, union: Amount, base: Amount, limit: Decimal, *, sure: bool) -> Finding:
    style = union.number_style
    right = to_unit(base.value * limit / _HUNDRED, union.precision)
    how = slip(union.value, right, union.precision)
    sure = sure and union.certain and base.certain and not (union.approximate or base.approximate)
    if how and min(telling(union.value), telling(right)) >= _TELLING:
        values: Values = {
            "share": money(union),
            "base": money(base),
            "rate": per_cent(limit, style),
            "wrong": money(union),
            "right": money(union, right),
            "slip": slip_name(how),
        }
        return conflict(case, "share-slip", values, (base, union), sure=sure)
    values = {
        "share": money(union),
        "base": money(base),
        "base_name": share_name(base),
        "rate": per_cent(told_apart(union.value / base.value * _HUNDRED, limit), style),
        "maximum": per_cent(limit, style),
        "highest": money(union, to_unit(base.value * limit / _HUNDRED, CENT)),
    }
    return conflict(case, "above-maximum", values, (base, union), sure=sure)


def _limit(limits: Mapping[str, Decimal], fund: str | None) -> Decimal | None:
    if fund and fund in limits:
        return limits[fund]
    if "" in limits:
        return limits[""]
    return None if fund or not limits else max(limits.values())
