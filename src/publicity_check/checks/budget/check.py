"""Budget: whether the figures of a publication agree with each other, with the rates, and with the project profile.

Figures repeated are compared as precisely as they are written; figures that follow from others may miss by cents,
which is a note. What rests on a guess about a figure's role is left to a person and never fails.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, product

from publicity_check.checks.budget.accounts import Account, accounts, conflict, money, per_cent, readable
from publicity_check.checks.budget.rates import Judged, check_rates, implied_rate
from publicity_check.checks.budget.repeats import check_profile, check_repeats, check_unplaced
from publicity_check.checks.budget.sums import check_partners, check_sums
from publicity_check.checks.interface import Case
from publicity_check.facts.model import Amount, Note
from publicity_check.facts.money.compare import telling
from publicity_check.results import Finding, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.figures import styles_clash
from publicity_check.values.message import Money, Percent, Several, Values

NAME: CheckName = "budget"


def decide(case: Case, requirement: Requirement) -> Iterable[Finding]:
    """Yield every conflict between the figures of a project; without one, a single finding says what was compared."""
    amounts = readable(case)
    books = accounts(amounts, case.facts.rates)
    findings: list[Finding] = []
    notes: list[Note] = []
    for judged in _judge(case, requirement, books, amounts):
        if judged.finding is not None:
            findings.append(judged.finding)
        if judged.note is not None and judged.note not in notes:
            notes.append(judged.note)
    findings.extend(_unreadable(case))
    figures = [a for book in books for a in book.amounts]
    notes.extend(_writing(figures))
    if findings:
        return _unrepeated(findings, tuple(notes))
    if not figures:
        return [_nothing(case, amounts)]
    alone = len(figures) == 1
    code = "single-figure" if alone else "figures-agree"
    values: Values = {"figure": money(figures[0])} if alone else {"count": len(figures)}
    evidence = case.evidence(*(a.span for a in figures))
    return [Finding(Outcome.PASSED, code, values=values, evidence=evidence, notes=tuple(notes))]


def _judge(case: Case, requirement: Requirement, books: list[Account], amounts: list[Amount]) -> Iterator[Judged]:
    projects = [book for book in books if not book.partner]
    for book in books:
        account = book
        yield from check_repeats(case, book, books)
        if case.profile is not None:
            for judged in check_profile(case, book, case.profile):
                account = judged.account
                yield judged
        known = {rate for other in books if other is not book and (rate := implied_rate(other)) is not None}
        for judged in check_rates(case, account, requirement.max_rates, known):
            account = judged.account
            yield judged
        yield from check_sums(case, account)
        yield from _rates_in_all(case, account)
        partners = [b for b in books if b.partner and b.currency == book.currency]
        if book in projects and partners:
            all_named = case.profile is not None and 0 < len(case.profile.partners) <= len(partners)
            yield from check_partners(case, account, partners, all_named)
    yield from _two_currencies(case, projects)
    if books:
        yield from check_unplaced(case, books, amounts)


def _rates_in_all(case: Case, account: Account) -> Iterator[Judged]:
    """Yield percentages of one breakdown that make a little more than a hundred."""
    for group in dict.fromkeys(r.group for r in account.rates):
        rates = [r for r in account.rates if r.group == group]
        total = sum((r.value for r in rates), Decimal(0))
        slack = sum((r.precision / 2 for r in rates), Decimal(0))
        if len(rates) >= 3 and len({r.share for r in rates}) == len(rates) and 100 + slack < total <= 101:
            values: Values = {
                "sum": per_cent(total),
                "rates": Several(tuple(Percent(r.value, r.as_written) for r in rates)),
            }
            yield Judged(account, conflict(case, "rates-above-hundred", values, rates, sure=True))


def _two_currencies(case: Case, projects: list[Account]) -> Iterator[Judged]:
    """Yield totals in two currencies that do not agree at the exchange rate that the publication states."""
    rates = [a for a in case.facts.amounts if a.per]
    for one, other in combinations(projects, 2):
        for first, second in product(one.distinct("total"), other.distinct("total")):
            if first.value == second.value and telling(first.value) >= 4:
                values: Values = {"one": money(first), "other": money(second)}
                sure = first.certain and second.certain
                yield Judged(one, conflict(case, "same-figure-two-currencies", values, (first, second), sure=sure))
        for rate in rates:
            base, quoted = (one, other) if one.currency == rate.per else (other, one)
            a, b = base.one("total"), quoted.one("total")
            if a is None or b is None or (base.currency, quoted.currency) != (rate.per, rate.currency):
                continue
            slack = a.value * rate.precision / 2 + a.precision * rate.value + b.precision + b.value / 1000
            if abs(a.value * rate.value - b.value) > slack:
                values = {
                    "one": money(a),
                    "other": money(b),
                    "exchange": f"1 {rate.per} = {rate.as_written}",
                    "expected": money(b, (a.value * rate.value).quantize(Decimal("0.01"))),
                }
                sure = a.certain and b.certain
                yield Judged(base, conflict(case, "currencies-differ", values, (a, b, rate), sure=sure))


def _writing(amounts: list[Amount]) -> Iterator[Note]:
    """Yield notes on how figures are written: in different styles, or so that they can be read in two ways."""
    for one, other in combinations(amounts, 2):
        if styles_clash(one.number_style, other.number_style) and one.precision <= 1 and other.precision <= 1:
            yield Note("mixed-number-styles", {"one": money(one), "other": money(other)})
            break
    for amount in amounts:
        if amount.alternatives:
            yield Note("ambiguous-figure", {"figure": money(amount), "value": Money(amount.value, "")})


def _unreadable(case: Case) -> Iterator[Finding]:
    for amount in case.facts.amounts:
        if "unreadable" in amount.reasons and amount.visible and amount.certain:
            values: Values = {"figure": money(amount)}
            yield Finding(Outcome.NEEDS_REVIEW, "figure-unreadable", values=values, evidence=case.evidence(amount.span))


def _nothing(case: Case, amounts: list[Amount]) -> Finding:
    """Say that there is no project money, or that it is not clear whether there is."""
    unclear = next((a for a in amounts if a.scope == "project" and a.share is None), None)
    if unclear is not None:
        values: Values = {"figure": money(unclear)}
        return Finding(Outcome.NEEDS_REVIEW, "figure-unclear", values=values, evidence=case.evidence(unclear.span))
    return Finding(Outcome.INAPPLICABLE, "no-project-money")


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
