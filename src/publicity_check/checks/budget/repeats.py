"""Repetitions: the same scope and share has one value everywhere in a publication, and in the project's profile."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from publicity_check.checks.budget.accounts import Account, conflict, money, per_cent, slip_name
from publicity_check.checks.budget.rates import Judged
from publicity_check.checks.interface import Case
from publicity_check.config.model import Partner, Project
from publicity_check.facts.model import Amount, Share
from publicity_check.facts.money.compare import CENT, agree, slip, telling
from publicity_check.text.words import alike, words
from publicity_check.values.message import Percent, Term, Values

_TELLING = 4


def check_repeats(case: Case, account: Account, others: list[Account]) -> Iterator[Judged]:
    """Yield two values of one share of one account that cannot both be right."""
    for share in ("total", "eligible", "grant", "eu"):
        distinct = account.distinct(share)
        for one, other in combinations(distinct, 2):
            if one.fund != other.fund and one.fund and other.fund:
                continue
            if one.vat != other.vat:
                continue
            how = slip(other.value, one.value, max(one.precision, other.precision))
            telltale = how is not None and min(telling(one.value), telling(other.value)) >= _TELLING
            if not telltale and _explained(one, other, account, others):
                continue
            values: Values = {
                "one": money(one),
                "other": money(other),
                "name": Term("share", share),
                "slip": slip_name(how if telltale else None),
            }
            apart = one.group != other.group or telltale
            sure = one.certain and other.certain and apart and not (one.approximate or other.approximate)
            sure = sure and (telltale or not _items(case, one, other))
            code = "repeated-slip" if telltale else "repeated-differs"
            first, second = sorted((one, other), key=lambda a: (a.span.first, a.span.start))
            yield Judged(account, conflict(case, code, values, (first, second), sure=sure))


def _items(case: Case, one: Amount, other: Amount) -> bool:
    """Say whether two figures stand in two items of lists: they may be those of two projects."""
    blocks = {case.publication.blocks[a.span.first] for a in (one, other)}
    return len(blocks) > 1 and all(block.kind == "list-item" for block in blocks)


def check_unplaced(case: Case, accounts: list[Account], amounts: list[Amount]) -> Iterator[Judged]:
    """Yield figures of no known role that look like a slip of a known one: a person has to look."""
    known = [a for account in accounts for a in account.amounts]
    for amount in amounts:
        if amount.share or amount.scope in {"programme", "other"} or telling(amount.value) <= _TELLING:
            continue
        if any(agree(amount, other) for other in known):
            continue
        for other in known:
            how = slip(amount.value, other.value, min(amount.precision, other.precision))
            if how and telling(other.value) > _TELLING and amount.currency in {"", other.currency}:
                values: Values = {
                    "one": money(other),
                    "other": money(amount),
                    "name": Term("share", other.share or "total"),
                    "slip": slip_name(how),
                }
                yield Judged(accounts[0], conflict(case, "repeated-slip", values, (other, amount), sure=False))
                break


def check_profile(case: Case, account: Account, profile: Project) -> Iterator[Judged]:
    """Yield figures that differ from what the project profile declares."""
    declared: Project | Partner | None = profile
    if account.partner:
        declared = next((p for p in profile.partners if _named(account.partner, p)), None)
    if declared is None or account.currency != profile.currency:
        return
    truths: tuple[tuple[Share, Decimal | None], ...] = (("total", declared.total), ("eu", declared.eu))
    for share, truth in truths:
        for amount in account.distinct(share) if truth is not None else ():
            if truth is None or abs(amount.value - truth) < max(amount.precision, CENT):
                continue
            if amount.vat == "without" and share == "total":
                continue
            how = slip(amount.value, truth, min(amount.precision, Decimal(1)))
            values: Values = {
                "written": money(amount),
                "declared": money(amount, truth),
                "name": Term("share", share),
                "slip": slip_name(how),
            }
            if account.partner:
                values["partner"] = account.partner
            code = f"profile{'-partner' * bool(account.partner)}-{'slip' if how else 'differs'}"
            sure = amount.certain or how is not None
            account = account.corrected(amount, truth)
            yield Judged(account, conflict(case, code, values, (amount,), sure=sure))
    for rate in account.rates:
        if rate.share == "eu" and declared.rate is not None and abs(rate.value - declared.rate) >= rate.precision / 2:
            style = account.amounts[0].number_style
            values = {
                "written": Percent(rate.value, rate.as_written),
                "declared": per_cent(declared.rate, style, " %"),
            }
            certain = rate.fund is not None or any(
                a.share == "eu" and a.certain and a.group == rate.group for a in account.amounts
            )
            yield Judged(account, conflict(case, "profile-rate-differs", values, (rate,), sure=certain))


def _explained(one: Amount, other: Amount, account: Account, others: list[Account]) -> bool:
    """Say whether two values of one share may both be right: one is a part of the other, or a partner's."""
    share = one.share or "total"
    small, large = sorted((one.value, other.value))
    siblings = [a.value for a in account.distinct(share)]
    if any(abs(sum(group) - large) <= Decimal("0.05") for n in (2, 3, 4) for group in combinations(siblings, n)):
        return True
    partners = [a for o in others if o.partner for a in o.distinct("total")]
    total, union = account.distinct("total"), account.distinct("eu")
    if share == "eu" and partners and total and union:
        for partner in partners:
            for base in total:
                for whole in union:
                    expected = whole.value / base.value * partner.value if base.value else Decimal(0)
                    if abs(expected - small) <= Decimal("0.05"):
                        return True
    return False


def _named(name: str, partner: Partner) -> bool:
    keys = words(name)
    for known in (partner.name, *partner.names):
        other = words(known)
        if len(other) == len(keys) and all(alike(a, b) for a, b in zip(keys, other, strict=True)):
            return True
    return False
