"""Figures beside what the project profile declares; a partner's figures are held against that partner alone."""

from collections.abc import Collection, Iterator
from decimal import Decimal

from publicity_check.checks.budget.figures import conflict, distinct, money, per_cent, slip_name
from publicity_check.checks.interface import Case
from publicity_check.config.model import Partner, Project
from publicity_check.facts.model import Amount, Share
from publicity_check.results import Finding
from publicity_check.text.words import alike, words
from publicity_check.values.figures import format_figure
from publicity_check.values.message import Money, Percent, Term, Values
from publicity_check.values.slips import CENT, slip


def against_profile(case: Case, amounts: Collection[Amount], profile: Project) -> Iterator[Finding]:
    """Yield figures and rates that differ from what the project profile declares."""
    own = [a for a in amounts if a.scope == "project"]
    yield from _figures(case, own, profile, profile, "")
    for name in dict.fromkeys(a.partner for a in amounts if a.scope == "partner" and a.partner):
        declared = next((p for p in profile.partners if _named(name, p)), None)
        if declared is not None:
            theirs = [a for a in amounts if a.partner == name]
            yield from _figures(case, theirs, declared, profile, name)
    yield from _rates(case, own, profile)


def partners_named(amounts: Collection[Amount], profile: Project) -> bool:
    """Say whether a publication names all partners that the profile declares."""
    named = {a.partner for a in amounts if a.scope == "partner" and a.partner}
    return 0 < len(profile.partners) <= len(named)


def _figures(
    case: Case, amounts: Collection[Amount], declared: Project | Partner, profile: Project, partner: str
) -> Iterator[Finding]:
    eligible = declared.eligible if isinstance(declared, Project) else None
    truths: tuple[tuple[Share, Decimal | None], ...] = (
        ("total", declared.total),
        ("eligible", eligible),
        ("eu", declared.eu),
    )
    for share, truth in truths:
        if truth is None:
            continue
        if not partner:
            yield from _other_currency(case, [a for a in amounts if a.share == share], truth, profile)
        for amount in distinct(a for a in amounts if a.share == share and a.currency == profile.currency):
            if abs(amount.value - truth) < max(amount.precision, CENT) or (
                amount.vat == "without" and share == "total"
            ):
                continue
            how = slip(amount.value, truth, min(amount.precision, Decimal(1)))
            values: Values = {
                "written": money(amount),
                "declared": money(amount, truth),
                "name": Term("share", share),
                "slip": slip_name(how or ""),
            }
            if partner:
                values["partner"] = partner
            code = f"profile{'-partner' * bool(partner)}-{'slip' if how else 'differs'}"
            yield conflict(case, code, values, (amount,), sure=amount.certain or how is not None)


def _other_currency(case: Case, amounts: Collection[Amount], truth: Decimal, profile: Project) -> Iterator[Finding]:
    """Yield the declared figure in another currency: nothing is worth the same in two."""
    if any(a.currency == profile.currency for a in amounts):
        return
    for amount in amounts:
        if amount.currency and abs(amount.value - truth) < max(amount.precision, CENT):
            declared = Money(truth, profile.currency, f"{format_figure(truth, amount.number_style)} {profile.currency}")
            values: Values = {"written": money(amount), "declared": declared}
            yield conflict(case, "profile-currency-differs", values, (amount,), sure=True)
            return


def _rates(case: Case, amounts: Collection[Amount], profile: Project) -> Iterator[Finding]:
    if profile.rate is None:
        return
    for rate in case.facts.rates:
        if rate.share == "eu" and rate.scope == "project" and abs(rate.value - profile.rate) >= rate.precision / 2:
            style = next((a.number_style for a in amounts), "")
            values: Values = {
                "written": Percent(rate.value, rate.as_written),
                "declared": per_cent(profile.rate, style, " %"),
            }
            certain = rate.fund is not None or any(
                a.share == "eu" and a.certain and a.group == rate.group for a in amounts
            )
            yield conflict(case, "profile-rate-differs", values, (rate,), sure=certain)


def _named(name: str, partner: Partner) -> bool:
    keys = words(name)
    for known in (partner.name, *partner.names):
        other = words(known)
        if len(other) == len(keys) and all(alike(a, b) for a, b in zip(keys, other, strict=True)):
            return True
    return False
