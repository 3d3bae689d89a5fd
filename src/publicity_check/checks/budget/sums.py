"""Sums: whether the parts make the total, no part is above it, and the partners' budgets make the project's."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from publicity_check.checks.budget.accounts import Account, conflict, money, share_name, slip_name, tolerance
from publicity_check.checks.budget.rates import Judged
from publicity_check.checks.interface import Case
from publicity_check.facts.model import Amount, Note, Share
from publicity_check.facts.money.compare import CENT, Slip, slip, telling
from publicity_check.values.message import Message, Several, Term, Values

_PARTS: tuple[Share, ...] = ("eu", "national", "own", "private")
_TELLING = 5
_NEARLY = Decimal("0.7")
"""The share of a total from which on parts are likely to be meant as all of it."""


def check_sums(case: Case, account: Account) -> Iterator[Judged]:
    """Yield what is to be said of the parts of an account: above the total, not adding up, or off by cents."""
    bases = [*account.distinct("total"), *account.distinct("eligible")]
    if not bases:
        return
    largest = max(bases, key=lambda a: a.value)
    above = [a for share in ("eu", "grant", *_PARTS[1:]) for a in account.distinct(share) if a.value > _most(largest)]
    above = [a for a in above if a.certain or a.group == largest.group]
    for part in above:
        values: Values = {
            "part": money(part),
            "part_name": share_name(part, "eu"),
            "total": money(largest),
            "total_name": share_name(largest),
        }
        together = part.group == largest.group or part.share in {"eu", "grant"}
        sure = part.certain and largest.certain and together and not part.approximate and not largest.approximate
        yield Judged(account, conflict(case, "part-above-total", values, (largest, part), sure=sure))
    if above:
        return
    for extra in account.additional:
        first = account.one(extra.share or "grant")
        if first and first.value + extra.value > _most(largest) and extra.value <= largest.value:
            values = {"total": money(largest), "total_name": share_name(largest)}
            values |= {"sum": money(largest, first.value + extra.value), "parts": _listed([first, extra])}
            sure = first.certain and largest.certain and not any(a.approximate for a in (first, extra, largest))
            yield Judged(account, conflict(case, "parts-above-total", values, (largest, first, extra), sure=sure))
            return
    parts = _parts(account)
    if len(parts) < 2:
        return
    judged = _breakdown(case, account, parts, bases)
    if judged is not None:
        yield judged


def check_partners(case: Case, project: Account, partners: Sequence[Account], named_all: bool) -> Iterator[Judged]:
    """Yield what is to be said of the partners' budgets beside the project's: above it, or not adding up to it."""
    for share in ("total", "eu"):
        whole = project.one(share)
        if whole is None:
            continue
        parts = [a for account in partners for a in account.distinct(share)[:1]]
        if not parts:
            continue
        slack = tolerance(whole, *parts, partners=max(len(parts), 1))
        total = sum((p.value for p in parts), Decimal(0))
        if abs(total - whole.value) <= slack:
            continue
        found = _residual_slips(whole, parts, slack) if len(parts) > 1 else []
        values: Values = {"total": money(whole), "total_name": Term("share", share), "sum": money(whole, total)}
        values["parts"] = _listed(parts)
        sure = whole.certain and all(p.certain or p.partner for p in parts)
        sure = sure and not any(p.approximate for p in (whole, *parts))
        if found:
            yield _slipped(case, project, whole, parts, found, sure=sure)
        elif total > whole.value + slack:
            yield Judged(project, conflict(case, "partners-above-total", values, (whole, *parts), sure=sure))
        elif named_all or _one_table(project.every(share), parts):
            yield Judged(
                project, conflict(case, "partners-below-total", values, (whole, *parts), sure=sure and named_all)
            )


def _one_table(wholes: Sequence[Amount], parts: Sequence[Amount]) -> bool:
    """Say whether partners stand in one table with the project's figure: its last row is then their sum."""
    tables = {p.group for p in parts}
    return len(parts) > 1 and len(tables) == 1 and any(w.group in tables and w.group < -1 for w in wholes)


def _most(amount: Amount) -> Decimal:
    return amount.value + (amount.precision if amount.approximate or amount.precision > 1 else tolerance(amount))


def _parts(account: Account) -> list[Amount]:
    """Return the parts of the breakdown that says most; of several figures of one share, those of one group."""
    best: list[Amount] = []
    for _, members in groupby(sorted(account.every(*_PARTS), key=lambda a: a.group), key=lambda a: a.group):
        parts = list(_unrepeated(list(members)))
        if len(parts) > len(best):
            best = parts
    single = [a for share in _PARTS if (a := account.one(share)) is not None and a.certain]
    if len({a.share for a in single}) > len({a.share for a in best}):
        best = single
    return best


def _unrepeated(amounts: Sequence[Amount]) -> Iterator[Amount]:
    seen: set[tuple[Share | None, str | None, Decimal]] = set()
    for a in amounts:
        key = (a.share, a.fund, a.value)
        if key not in seen:
            seen.add(key)
            yield a


def _breakdown(case: Case, account: Account, parts: list[Amount], bases: list[Amount]) -> Judged | None:
    total = sum((p.value for p in parts), Decimal(0))
    grants = account.distinct("grant")
    slack = tolerance(*parts, *bases, partners=len(parts))
    public = sum((p.value for p in parts if p.share in {"eu", "national"}), Decimal(0))
    rest = [p for p in parts if p.share in {"own", "private"}]
    for base in (*bases, *grants):
        if abs(total - base.value) <= slack:
            missed = total - base.value
            if missed and not any(a.approximate or a.precision > CENT for a in (base, *parts)):
                values: Values = {"total": money(base), "sum": money(base, total), "parts": _listed(parts)}
                return Judged(account, note=Note("cents-apart", values))
            return None
    for grant in grants:
        if any(abs(grant.value + sum((p.value for p in rest), Decimal(0)) - b.value) <= slack for b in bases) and rest:
            return None
        if abs(public - grant.value) <= slack and not rest:
            return None
    largest = max(bases, key=lambda a: a.value)
    sure = all(p.certain for p in parts) and largest.certain
    sure = sure and not any(a.approximate for a in (*parts, *bases))
    beside = _ineligible(case, parts)
    if beside and any(abs(total + sum(b.value for b in beside) - base.value) <= slack for base in bases):
        return None
    for base in bases:
        for summands in (parts, [*parts, *beside]) if beside else (parts,):
            found = _residual_slips(base, summands, slack)
            if found:
                return _slipped(case, account, base, summands, found, sure=sure)
    if total > largest.value + slack:
        values = {
            "total": money(largest),
            "total_name": share_name(largest),
            "sum": money(largest, total),
            "parts": _listed(parts),
        }
        together = len({p.group for p in parts}) == 1 or len({p.share for p in parts}) == len(parts)
        return Judged(account, conflict(case, "parts-above-total", values, (largest, *parts), sure=sure and together))
    rates = [r for r in account.rates if any(r.group == p.group and r.share == p.share for p in parts)]
    if len(rates) == len(parts) and sum((r.value for r in rates), Decimal(0)) == 100 and not any(b.vat for b in bases):
        values = {"total": money(largest), "sum": money(largest, total), "parts": _listed(parts)}
        values["total_name"] = share_name(largest)
        return Judged(account, conflict(case, "parts-below-total", values, (largest, *parts), sure=sure))
    plain = len(bases) == 1 and not grants and not beside and not any(b.vat for b in bases)
    if plain and _complete(parts, largest):
        values = {"total": money(largest), "sum": money(largest, total), "parts": _listed(parts)}
        values["total_name"] = share_name(largest)
        return Judged(account, conflict(case, "parts-below-total", values, (largest, *parts), sure=False))
    return None


def _ineligible(case: Case, parts: Sequence[Amount]) -> list[Amount]:
    """Return what stands in the same breakdown and is no part of the eligible costs, but of the total."""
    groups = {p.group for p in parts}
    return [a for a in case.facts.amounts if a.scope == "other" and "other" in a.reasons and a.group in groups]


def _complete(parts: Sequence[Amount], whole: Amount) -> bool:
    """Say whether parts look like all of a total: the Union's and the beneficiary's own, in one breakdown with it."""
    together = {p.group for p in parts} == {whole.group} and not any(p.approximate for p in (*parts, whole))
    nearly = sum((p.value for p in parts), Decimal(0)) >= whole.value * _NEARLY
    return together and nearly and {"eu", "own"} <= {p.share for p in parts}


def _residual_slips(base: Amount, parts: Sequence[Amount], slack: Decimal) -> list[tuple[Amount, Decimal, Slip]]:
    """Return the figures, part or total, that a single slip may keep from adding up, with their right values."""
    if any(a.approximate or a.precision > 1 for a in (base, *parts)):
        return []
    total = sum((p.value for p in parts), Decimal(0))
    found: list[tuple[Amount, Decimal, Slip]] = []
    exact = min(a.precision for a in (base, *parts))
    for wrong, right in ((base, total), *((p, base.value - (total - p.value)) for p in parts)):
        if right <= 0 or telling(wrong.value) < _TELLING or telling(right) < _TELLING:
            continue
        for near in (right, right - exact, right + exact):
            how = slip(wrong.value, near, exact) if abs(near - right) <= slack else None
            if how:
                found.append((wrong, near, how))
                break
    return found


def _slipped(
    case: Case,
    account: Account,
    base: Amount,
    parts: Sequence[Amount],
    found: Sequence[tuple[Amount, Decimal, Slip]],
    *,
    sure: bool,
) -> Judged:
    fixes = (
        Message("sum-fix", {"right": money(wrong, right), "wrong": money(wrong), "slip": slip_name(how)})
        for wrong, right, how in found
    )
    values: Values = {
        "total": money(base),
        "total_name": share_name(base),
        "sum": money(base, sum((p.value for p in parts), Decimal(0))),
        "parts": _listed(parts),
        "fixes": Several(tuple(fixes), " / "),
    }
    wrong, right, _ = found[0]
    fixed = account.corrected(wrong, right) if len(found) == 1 else account
    return Judged(fixed, conflict(case, "sum-slip", values, (base, *parts), sure=sure))


def _listed(parts: Sequence[Amount]) -> Several:
    return Several(tuple(money(p) for p in parts))
