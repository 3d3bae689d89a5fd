"""Shares and rates: whether the EU share is what the rate makes of its base, and not above the maximum."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from publicity_check.checks.budget.accounts import Account, conflict, money, per_cent, share_name, slip_name, tolerance
from publicity_check.checks.interface import Case
from publicity_check.facts.model import Amount, Note, Rate, Share
from publicity_check.facts.money.compare import CENT, Slip, slip, telling, to_unit
from publicity_check.results import Finding
from publicity_check.values.message import Values

_BASES: tuple[Share, ...] = ("total", "eligible", "grant")
_HUNDRED = Decimal(100)
_USUAL = Decimal(20)
"""Below this rate in per cent, a whole rate is rather chance than meant."""
_TELLING = 5
"""Digits a figure needs before a slip is named: with fewer, some figure is always near."""
_UNMISTAKABLE = 7
"""Digits a figure, or what it should be, needs before a slip of a rate that is not stated is named."""
_CENTS = Decimal("0.2")
"""By less than this a share may miss its rate because the shares of many partners were cut down and added."""
_PAID = tuple(Decimal(rate) for rate in (40, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95))
"""Rates at which the Union's funds usually pay."""


class Judged(msgspec.Struct, frozen=True, gc=False):
    """What was decided of an account: a finding, a note, and the account with slips put right."""

    account: Account
    finding: Finding | None = None
    note: Note | None = None


def check_rates(case: Case, account: Account, limits: Mapping[str, Decimal], known: set[Decimal]) -> Iterator[Judged]:
    """Yield what is to be said of the shares of an account.

    ``limits`` are the highest EU shares per fund in per cent, ``known`` the rates that other accounts of the project
    follow exactly.
    """
    for share in ("eu", "grant", "national", "own", "private"):
        for amount in account.distinct(share):
            if share == "eu":
                outcome = _union_share(case, account, amount, limits, known)
            else:
                outcome = _stated(case, account, amount)
            if outcome is None and share in {"eu", "grant"}:
                outcome = _untold(case, account, amount)
            if outcome is not None:
                yield outcome
                account = outcome.account


def implied_rate(account: Account) -> Decimal | None:
    """Return the whole rate that the EU share of an account follows to the cent, if it does."""
    union, total = account.one("eu"), account.one("eligible") or account.one("total")
    if union is None or total is None or not total.value or union.approximate or total.approximate:
        return None
    rate = (union.value / total.value * _HUNDRED).quantize(Decimal(1), ROUND_HALF_UP)
    return rate if abs(union.value - rate * total.value / _HUNDRED) <= tolerance(union, total) else None


def _whole_rate(union: Amount, base: Amount) -> bool:
    """Say whether a share follows some whole rate to the cent: it is then no slip of another one."""
    if not base.value:
        return False
    rate = (union.value / base.value * _HUNDRED).quantize(Decimal(1), ROUND_HALF_UP)
    return _USUAL <= rate <= _HUNDRED and _fits(union, base, rate)


def _bases(account: Account, share: Share) -> list[Amount]:
    return [a for base in _BASES if base != share for a in account.distinct(base)]


def _union_share(
    case: Case, account: Account, union: Amount, limits: Mapping[str, Decimal], known: set[Decimal]
) -> Judged | None:
    limit = _limit(limits, union.fund)
    stated = _stated(case, account, union)
    if stated is not None and stated.finding is not None:
        return stated
    bases = _bases(account, "eu")
    whole = [b for b in bases if b.share in {"total", "eligible"}]
    candidates = {r for r in (limit, *known) if r is not None}
    follows = any(_whole_rate(union, base) for base in whole)
    for base in whole if not follows else ():
        for rate in sorted(candidates):
            found = _slip(union, base, rate)
            if found and not any(_fits(union, other, rate) for other in whole for rate in candidates):
                return _slipped(case, account, union, base, rate, found, sure=True)
    if limit is not None and whole:
        base = max(whole, key=lambda b: b.value)
        if union.value - union.precision * union.approximate > _part(base, limit) + tolerance(union, base) and (
            union.value <= base.value
        ):
            rate = union.value / base.value * _HUNDRED
            values: Values = {
                "share": money(union),
                "base": money(base),
                "base_name": share_name(base),
                "rate": per_cent(_shown(rate, limit), union.number_style),
                "maximum": per_cent(limit, union.number_style),
                "highest": money(union, to_unit(_part(base, limit), CENT)),
            }
            sure = (
                union.certain
                and base.certain
                and not (union.approximate or base.approximate)
                and bool(union.fund or len(set(limits.values())) == 1)
            )
            return Judged(account, conflict(case, "above-maximum", values, (base, union), sure=sure))
    if stated is not None:
        return stated
    for base in whole:
        for rate in sorted(candidates):
            note = _note(union, base, rate)
            if note:
                return Judged(account, note=note)
    return None


def _stated(case: Case, account: Account, amount: Amount) -> Judged | None:
    """Hold an amount against the rates that the publication states for its share."""
    rates = [
        r for r in account.rates if r.share == amount.share and (not r.fund or not amount.fund or r.fund == amount.fund)
    ]
    bases = _bases(account, amount.share or "eu")
    if not rates or not bases:
        return None
    pairs = [(r, b) for r in rates for b in bases]
    for rate, base in pairs:
        if _fits(amount, base, rate.value):
            note = _note(amount, base, rate.value)
            return Judged(account, note=note) if note else None
    for rate, base in pairs:
        found = _slip(amount, base, rate.value)
        if found:
            sure = amount.certain and base.certain
            return _slipped(case, account, amount, base, rate.value, found, sure=sure, stated=rate)
    if any(_rounds_to(amount, base, rate) for rate, base in pairs):
        return None
    rate, base = next(((r, b) for r, b in pairs if r.base == b.share), pairs[0])
    if not base.value:
        return None
    true = amount.value / base.value * _HUNDRED
    values: Values = {
        "share": money(amount),
        "share_name": share_name(amount, "eu"),
        "base": money(base),
        "base_name": share_name(base),
        "rate": per_cent(rate.value, amount.number_style),
        "true_rate": per_cent(_shown(true, rate.value), amount.number_style),
        "expected": money(amount, to_unit(_part(base, rate.value), min(amount.precision, Decimal(1)))),
    }
    near = any(r.group == amount.group for r in rates) or len(rates) == 1
    sure = amount.certain and base.certain and near and not amount.approximate and not base.approximate
    sure = sure and not (amount.share != "eu" and rate.group != amount.group)
    return Judged(account, conflict(case, "rate-does-not-fit", values, (base, amount, rate), sure=sure))


def _untold(case: Case, account: Account, amount: Amount) -> Judged | None:
    """Hold a share against rates that no word ties to it: those beside it, and those that programmes usually pay.

    Only a slip counts: a figure that one digit keeps from making the rate to the cent.
    """
    bases = [b for b in _bases(account, amount.share or "eu") if b.share in {"total", "eligible"}]
    if amount.approximate or _adds_up(account) or any(_whole_rate(amount, base) for base in bases):
        return None
    beside = [r.value for r in account.loose if r.group == amount.group]
    if amount.share == "grant":
        beside += [r.value for r in account.rates if r.share == "eu"]
    for base in bases:
        for rate in beside:
            found = _slip(amount, base, rate)
            if found:
                return _slipped(case, account, amount, base, rate, found, sure=amount.certain and base.certain)
    if account.partner or len(bases) != 1 or any(r.share == amount.share for r in account.rates):
        return None
    base = bases[0]
    found_usual = [(rate, found) for rate in _PAID if (found := _slip(amount, base, rate)) is not None]
    if len(found_usual) != 1:
        return None
    rate, found = found_usual[0]
    wrong, right, _ = found
    digits = max(telling(wrong.value), telling(right))
    missed = abs(wrong.value - right)
    if digits < _UNMISTAKABLE or missed < _CENTS:
        return None
    sure = amount.certain and base.certain and digits > _UNMISTAKABLE and missed >= 1
    return _slipped(case, account, amount, base, rate, found, sure=sure)


def _adds_up(account: Account) -> bool:
    """Say whether the parts of an account make its total: none of them is then mistyped."""
    parts = [a for share in ("eu", "national", "own", "private") for a in account.distinct(share)]
    total = sum((p.value for p in parts), Decimal(0))
    bases = (*account.distinct("total"), *account.distinct("eligible"))
    return len(parts) > 1 and any(abs(total - b.value) <= tolerance(b, *parts, partners=len(parts)) for b in bases)


def _slipped(
    case: Case,
    account: Account,
    amount: Amount,
    base: Amount,
    rate: Decimal,
    found: tuple[Amount, Decimal, Slip],
    *,
    sure: bool,
    stated: Rate | None = None,
) -> Judged:
    wrong, right, how = found
    values: Values = {
        "share": money(amount),
        "base": money(base),
        "rate": per_cent(rate, amount.number_style),
        "wrong": money(wrong),
        "right": money(wrong, right),
        "slip": slip_name(how),
    }
    sides: tuple[Amount | Rate, ...] = (base, amount) if stated is None else (base, amount, stated)
    code = "share-slip" if wrong is amount else "base-slip"
    return Judged(account.corrected(wrong, right), conflict(case, code, values, sides, sure=sure))


def _slip(amount: Amount, base: Amount, rate: Decimal) -> tuple[Amount, Decimal, Slip] | None:
    """Return which of two figures a slip explains, its right value and the slip, if the rate is missed by one."""
    if amount.approximate or base.approximate or amount.precision > 1 or base.precision > 1 or not rate:
        return None
    if _fits(amount, base, rate):
        return None
    exact = _part(base, rate)
    for right in (to_unit(exact, amount.precision), _cut(exact, amount.precision)):
        how = slip(amount.value, right, amount.precision)
        if how and telling(amount.value) >= _TELLING and telling(right) >= _TELLING:
            return amount, right, how
    whole = to_unit(amount.value * _HUNDRED / rate, base.precision)
    for right in (whole, whole - base.precision, whole + base.precision):
        how = slip(base.value, right, base.precision)
        if how and telling(base.value) >= _TELLING and telling(right) >= _TELLING:
            return base, right, how
    return None


def _fits(amount: Amount, base: Amount, rate: Decimal) -> bool:
    slack = base.precision * rate / _HUNDRED if base.precision > 1 or base.approximate else Decimal(0)
    return any(
        abs(a - b * rate / _HUNDRED) <= tolerance(amount) + slack
        for a in (amount.value, *amount.alternatives)
        for b in (base.value, *base.alternatives)
    )


def _rounds_to(amount: Amount, base: Amount, rate: Rate) -> bool:
    if not base.value:
        return False
    low = (amount.value - _slack(amount)) / (base.value + _slack(base)) * _HUNDRED
    high = (amount.value + _slack(amount)) / max(base.value - _slack(base), CENT) * _HUNDRED
    unit = rate.precision if rate.approximate else rate.precision / 2
    return low <= rate.value + unit and rate.value - unit <= high


def _slack(amount: Amount) -> Decimal:
    return amount.precision if amount.approximate or amount.precision > 1 else Decimal(0)


def _note(amount: Amount, base: Amount, rate: Decimal) -> Note | None:
    """Return the note on a share that misses its rate by cents, with the exact value."""
    exact = _part(base, rate)
    missed = abs(amount.value - to_unit(exact, CENT))
    if not 0 < missed <= tolerance(amount, base) or amount.precision > CENT or base.precision > CENT:
        return None
    style = amount.number_style
    return Note(
        "cent-rounding",
        {
            "share": money(amount),
            "rate": per_cent(rate, style),
            "base": money(base),
            "exact": money(amount, exact),
        },
    )


def _part(base: Amount, rate: Decimal) -> Decimal:
    return base.value * rate / _HUNDRED


def _cut(value: Decimal, precision: Decimal) -> Decimal:
    return value // precision * precision


def _limit(limits: Mapping[str, Decimal], fund: str | None) -> Decimal | None:
    if fund and fund in limits:
        return limits[fund]
    if "" in limits:
        return limits[""]
    return None if fund or not limits else max(limits.values())


def _shown(rate: Decimal, beside: Decimal) -> Decimal:
    """Return a rate with as many digits as it takes to tell it from another one, at least two."""
    for digits in range(2, 8):
        shown = rate.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        if shown != beside:
            return shown
    return rate
