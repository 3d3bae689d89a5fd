"""Broken claims as findings: what is wrong, what would be right, and which slip explains it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from publicity_check.checks.budget.figures import (
    conflict,
    listed,
    money,
    per_cent,
    seen,
    share_name,
    slip_name,
    told_apart,
)
from publicity_check.checks.interface import Case
from publicity_check.facts.model import Amount, Breach, Rate, Slip
from publicity_check.results import Finding
from publicity_check.values.message import Message, Several, Values
from publicity_check.values.slips import to_unit

_HUNDRED = Decimal(100)
_ORDER = (
    "rate",
    "near-rate",
    "sum",
    "rows",
    "sum-above",
    "above",
    "repeat",
    "rest",
    "partners",
    "sum-below",
    "unplaced",
)
"""Which claim tells most about a slip that breaks several."""
_ALTERNATIVES = 2
"""Ways to put a sum right that are shown."""


def breaches(case: Case) -> Iterator[Finding]:
    """Yield what the publication's figures break, each slip once."""
    found = [b for b in case.facts.budget.breaches if all(seen(case, a) for a in (b.whole, *b.parts))]
    found.sort(key=lambda b: (not b.sure, _ORDER.index(b.kind)))
    told: set[tuple[Amount, Decimal]] = set()
    for breach in found:
        main = breach.slips[0] if breach.slips else None
        if main is not None and (main.wrong, main.right) in told:
            continue
        told.update((s.wrong, s.right) for s in breach.slips)
        yield _FINDINGS[breach.kind](case, breach)


def _slip_of(breach: Breach) -> Slip | None:
    """Return the slip that mends most, ``None`` if no slip explains the breach."""
    return breach.slips[0] if breach.slips else None


def _sides(breach: Breach) -> tuple[Amount | Rate, ...]:
    stated = () if breach.stated is None else (breach.stated,)
    return (breach.whole, *breach.parts, *stated)


def _rate(case: Case, breach: Breach) -> Finding:
    base, (share,) = breach.whole, breach.parts
    rate, style = breach.rate or Decimal(0), share.number_style
    slip = next((s for s in breach.slips if s.wrong in {base, share}), None)
    if slip is not None:
        values: Values = {
            "share": money(share),
            "base": money(base),
            "rate": per_cent(rate, style),
            "wrong": money(slip.wrong),
            "right": money(slip.wrong, slip.right),
            "slip": slip_name(slip.how),
        }
        code = "share-slip" if slip.wrong == share else "base-slip"
        return conflict(case, code, values, _sides(breach), sure=breach.sure)
    true = share.value / base.value * _HUNDRED if base.value else Decimal(0)
    expected = to_unit(base.value * rate / _HUNDRED, min(share.precision, Decimal(1)))
    values = {
        "share": money(share),
        "share_name": share_name(share, "eu"),
        "base": money(base),
        "base_name": share_name(base),
        "rate": per_cent(rate, style),
        "true_rate": per_cent(told_apart(true, rate), style),
        "expected": money(share, expected),
    }
    return conflict(case, "rate-does-not-fit", values, _sides(breach), sure=breach.sure)


def _repeat(case: Case, breach: Breach) -> Finding:
    (other,) = breach.parts
    one, other = sorted((breach.whole, other), key=lambda a: (a.span.first, a.span.start))
    slip = _slip_of(breach)
    values: Values = {"one": money(one), "other": money(other), "name": share_name(one)}
    values["slip"] = slip_name(slip.how if slip else "")
    code = "repeated-slip" if slip else "repeated-differs"
    return conflict(case, code, values, (one, other), sure=breach.sure)


def _unplaced(case: Case, breach: Breach) -> Finding:
    (other,) = breach.parts
    slip = _slip_of(breach)
    values: Values = {"one": money(breach.whole), "other": money(other), "name": share_name(breach.whole)}
    values["slip"] = slip_name(slip.how if slip else "digit")
    return conflict(case, "repeated-slip", values, _sides(breach), sure=False)


def _above(case: Case, breach: Breach) -> Finding:
    (part,) = breach.parts
    values: Values = {
        "part": money(part),
        "part_name": share_name(part, "eu"),
        "total": money(breach.whole),
        "total_name": share_name(breach.whole),
    }
    return conflict(case, "part-above-total", values, _sides(breach), sure=breach.sure)


def _sum(case: Case, breach: Breach) -> Finding:
    total = sum((p.value for p in breach.parts), Decimal(0))
    values: Values = {
        "parts": listed(breach.parts),
        "sum": money(breach.whole, total),
        "total": money(breach.whole),
        "total_name": share_name(breach.whole),
    }
    partners = all(p.scope == "partner" for p in breach.parts) and breach.whole.scope == "project"
    slips = [s for s in breach.slips if s.mends == breach.slips[0].mends][:_ALTERNATIVES]
    if slips:
        fixes = (
            Message("sum-fix", {"right": money(s.wrong, s.right), "wrong": money(s.wrong), "slip": slip_name(s.how)})
            for s in slips
        )
        values["fixes"] = Several(tuple(fixes), " / ")
        code = "sum-slip"
    elif breach.kind == "rows" and not partners and breach.sure:
        code = "rows-differ"
    else:
        way = "above" if total > breach.whole.value else "below"
        whose = "partners" if partners and (breach.sure or way == "above") else "parts"
        code = f"{whose}-{way}-total"
    return conflict(case, code, values, _sides(breach), sure=breach.sure)


def _rest(case: Case, breach: Breach) -> Finding:
    if not breach.sure:
        return _sum(case, breach)
    *others, rest = breach.parts
    expected = breach.whole.value - sum((p.value for p in others), Decimal(0))
    values: Values = {
        "rest": money(rest),
        "total": money(breach.whole),
        "parts": listed(others),
        "expected": money(rest, expected),
    }
    return conflict(case, "rest-differs", values, _sides(breach), sure=breach.sure)


_FINDINGS: Mapping[str, Callable[[Case, Breach], Finding]] = MappingProxyType(
    {
        "rate": _rate,
        "near-rate": _rate,
        "repeat": _repeat,
        "unplaced": _unplaced,
        "above": _above,
        "sum": _sum,
        "sum-above": _sum,
        "sum-below": _sum,
        "partners": _sum,
        "rows": _sum,
        "rest": _rest,
    }
)


def broken(facts: Iterable[Breach]) -> set[Amount]:
    """Return the amounts that stand in a broken claim."""
    return {a for b in facts for a in (b.whole, *b.parts)}
