"""Budget: whether the figures of a publication agree with each other, with the rates, and with the project profile.

How the figures are read is decided where they are found: the best reading, what holds under it, and what is broken
under every good one. Here that becomes findings. A figure that cannot contradict anything passes.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from publicity_check.checks.budget.breaches import breaches, broken
from publicity_check.checks.budget.figures import (
    conflict,
    distinct,
    listed,
    money,
    per_cent,
    readable,
    seen,
    share_name,
)
from publicity_check.checks.budget.limits import above_limits
from publicity_check.checks.budget.profile import against_profile, partners_named
from publicity_check.checks.interface import Case
from publicity_check.facts.model import Amount, Note, Proof
from publicity_check.results import Finding, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.figures import styles_clash
from publicity_check.values.message import Message, Money, Percent, Several, Values
from publicity_check.values.slips import CENT, telling, to_unit

NAME: CheckName = "budget"
_SHOWN = 4
"""Relations that are shown as evidence of agreement."""
_SAME = 4
"""Digits that two totals must share before one figure in two currencies is called wrong."""
_SEVERAL = 2
"""Partners that make a sum."""
_BREAKDOWN = 3
"""Rates that are taken for all of a breakdown."""
_HUNDRED = Decimal(100)


def decide(case: Case, requirement: Requirement) -> Iterable[Finding]:
    """Yield every conflict between the figures of a project; without one, a single finding says what agrees."""
    amounts = readable(case)
    inside = [a for a in amounts if a.scope in {"project", "partner"} and (a.share or case.facts.budget.proofs)]
    findings = [
        *breaches(case),
        *above_limits(case, inside, requirement.max_rates, broken(case.facts.budget.breaches)),
        *(_profile(case, inside) if case.profile is not None else ()),
        *_rates_in_all(case),
        *_two_currencies(case, inside),
        *_unreadable(case),
    ]
    shares = [a for a in inside if a.share]
    notes = (*_cents(case), *_writing(inside), *_left_out(case, amounts))
    if findings:
        return _unrepeated(findings, tuple(notes))
    if not shares:
        return [Finding(Outcome.INAPPLICABLE, "no-project-money")]
    return [_passed(case, shares, notes)]


def _passed(case: Case, amounts: list[Amount], notes: tuple[Note, ...]) -> Finding:
    evidence = case.evidence(*dict.fromkeys(a.span for a in amounts))
    proofs = [p for p in case.facts.budget.proofs if all(seen(case, a) for a in (p.whole, *p.parts))]
    if len(amounts) == 1:
        values: Values = {"figure": money(amounts[0])}
        return Finding(Outcome.PASSED, "single-figure", values=values, evidence=evidence, notes=notes)
    if not proofs:
        values = {"count": len(amounts)}
        return Finding(Outcome.PASSED, "figures-agree", values=values, evidence=evidence, notes=notes)
    values = {"count": len(amounts), "sums": Several(tuple(_told(p) for p in proofs[:_SHOWN]), "; ")}
    return Finding(Outcome.PASSED, "figures-add-up", values=values, evidence=evidence, notes=notes)


def _told(proof: Proof) -> Message:
    """Return a relation as a small sum that a person can follow."""
    if proof.kind == "share" and proof.rate is not None:
        style = proof.whole.number_style
        values: Values = {
            "rate": per_cent(proof.rate, style),
            "whole": money(proof.whole),
            "part": money(proof.parts[0]),
        }
        return Message("proof-share", values)
    return Message("proof-sum", {"parts": listed(proof.parts), "whole": money(proof.whole)})


def _profile(case: Case, amounts: list[Amount]) -> Iterator[Finding]:
    if case.profile is None:
        return
    yield from against_profile(case, amounts, case.profile)
    wholes = distinct(a for a in amounts if a.scope == "project" and a.share == "total")
    parts = [a for a in amounts if a.scope == "partner" and a.share == "total"]
    if len(wholes) != 1 or len(parts) < _SEVERAL or not partners_named(amounts, case.profile):
        return
    total = sum((p.value for p in parts), Decimal(0))
    if total + max(CENT * len(parts), wholes[0].precision) < wholes[0].value:
        values: Values = {
            "total": money(wholes[0]),
            "total_name": share_name(wholes[0]),
            "sum": money(wholes[0], total),
            "parts": listed(parts),
        }
        yield conflict(case, "partners-below-total", values, (wholes[0], *parts), sure=True)


def _rates_in_all(case: Case) -> Iterator[Finding]:
    """Yield percentages of one breakdown that make a little more than a hundred."""
    stated = [r for r in case.facts.rates if r.scope == "project" and r.share]
    for group in dict.fromkeys(r.group for r in stated):
        rates = [r for r in stated if r.group == group]
        total = sum((r.value for r in rates), Decimal(0))
        slack = sum((r.precision / 2 for r in rates), Decimal(0))
        apart = len({r.share for r in rates}) == len(rates)
        if len(rates) >= _BREAKDOWN and apart and _HUNDRED + slack < total <= _HUNDRED + 1:
            values: Values = {
                "sum": per_cent(total),
                "rates": Several(tuple(Percent(r.value, r.as_written) for r in rates)),
            }
            yield conflict(case, "rates-above-hundred", values, rates, sure=True)


def _two_currencies(case: Case, amounts: list[Amount]) -> Iterator[Finding]:
    """Yield totals in two currencies that do not agree at the exchange rate that the publication states."""
    totals = distinct(a for a in amounts if a.scope == "project" and a.share == "total")
    for one, other in combinations(totals, 2):
        if one.currency == other.currency:
            continue
        if one.value == other.value and telling(one.value) >= _SAME:
            values: Values = {"one": money(one), "other": money(other)}
            sure = one.certain and other.certain
            yield conflict(case, "same-figure-two-currencies", values, (one, other), sure=sure)
        for rate in (a for a in case.facts.amounts if a.per):
            base, quoted = (one, other) if one.currency == rate.per else (other, one)
            if (base.currency, quoted.currency) != (rate.per, rate.currency):
                continue
            slack = base.value * rate.precision / 2 + base.precision * rate.value + quoted.precision
            if abs(base.value * rate.value - quoted.value) > slack + quoted.value / 1000:
                values = {
                    "one": money(base),
                    "other": money(quoted),
                    "exchange": f"1 {rate.per} = {rate.as_written}",
                    "expected": money(quoted, (base.value * rate.value).quantize(CENT)),
                }
                sure = base.certain and quoted.certain
                yield conflict(case, "currencies-differ", values, (base, quoted, rate), sure=sure)


def _cents(case: Case) -> Iterator[Note]:
    """Yield notes on relations that hold but for cents."""
    for proof in case.facts.budget.proofs:
        every = (proof.whole, *proof.parts)
        if any(a.precision > CENT or a.approximate for a in every):
            continue
        style = proof.parts[0].number_style
        if proof.kind == "share" and proof.rate is not None:
            exact = proof.whole.value * proof.rate / _HUNDRED
            if to_unit(exact, CENT) != proof.parts[0].value:
                values: Values = {
                    "share": money(proof.parts[0]),
                    "rate": per_cent(proof.rate, style),
                    "base": money(proof.whole),
                    "exact": money(proof.parts[0], exact),
                }
                yield Note("cent-rounding", values)
        elif proof.kind == "sum":
            total = sum((p.value for p in proof.parts), Decimal(0))
            if total != proof.whole.value:
                values = {"total": money(proof.whole), "sum": money(proof.whole, total), "parts": listed(proof.parts)}
                yield Note("cents-apart", values)


def _writing(amounts: list[Amount]) -> Iterator[Note]:
    """Yield notes on how figures are written: in different styles, or so that they can be read in two ways."""
    for one, other in combinations(amounts, 2):
        if styles_clash(one.number_style, other.number_style) and one.precision <= 1 and other.precision <= 1:
            yield Note("mixed-number-styles", {"one": money(one), "other": money(other)})
            break
    for amount in amounts:
        if amount.alternatives:
            yield Note("ambiguous-figure", {"figure": money(amount), "value": Money(amount.value, "")})


def _left_out(case: Case, amounts: list[Amount]) -> Iterator[Note]:
    """Yield a note on figures that stand in one breakdown with the project's and were not understood."""
    groups = {a.group for a in amounts if a.scope in {"project", "partner"} and a.share}
    left = [a for a in amounts if a.scope in {None, "other"} and a.group in groups and not a.per and a.upper is None]
    if left and len(left) <= _SHOWN:
        yield Note("not-understood", {"figures": Several(tuple(money(a) for a in left), ", ")})


def _unreadable(case: Case) -> Iterator[Finding]:
    for amount in case.facts.amounts:
        if "unreadable" in amount.reasons and amount.visible and amount.certain:
            values: Values = {"figure": money(amount)}
            yield Finding(Outcome.NEEDS_REVIEW, "figure-unreadable", values=values, evidence=case.evidence(amount.span))


def _unrepeated(findings: list[Finding], notes: tuple[Note, ...]) -> list[Finding]:
    """Leave out conflicts over places that a conflict before has shown already; the notes go with the first."""
    kept: list[Finding] = []
    shown: set[tuple[str, frozenset[object]]] = set()
    for finding in sorted(findings, key=lambda f: f.outcome is not Outcome.FAILED):
        key = (finding.code, frozenset(finding.evidence))
        if key not in shown:
            shown.add(key)
            kept.append(finding)
    first = kept[0]
    kept[0] = Finding(
        first.outcome, first.code, first.kind, first.values, first.evidence, (*first.notes, *notes), first.suggestion
    )
    return kept
