"""The figures of one project in order: an account for the project, one for each partner, and helpers to compare."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from publicity_check.checks.interface import Case
from publicity_check.facts.model import Amount, Note, Rate, Share
from publicity_check.facts.money.compare import CENT, Slip, agree
from publicity_check.publication import Region
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.text.words import words
from publicity_check.values.figures import RUN, format_figure
from publicity_check.values.message import Money, Percent, Term, Value

_UNSEEN = frozenset({Region.COMMENT, Region.DELETED, Region.HIDDEN, Region.NOSCRIPT})


class Account(msgspec.Struct, frozen=True, gc=False):
    """The amounts and rates of a project (``partner`` is empty) or of one partner, in one currency."""

    partner: str
    currency: str
    amounts: tuple[Amount, ...]
    rates: tuple[Rate, ...] = ()
    loose: tuple[Rate, ...] = ()
    """Percentages of which no word says what they are a share of."""

    def every(self, *shares: Share) -> list[Amount]:
        """Return all amounts of some shares, in reading order."""
        return [a for a in self.amounts if a.share in shares and "additional" not in a.reasons]

    @property
    def additional(self) -> list[Amount]:
        """The amounts that come on top of others."""
        return [a for a in self.amounts if "additional" in a.reasons]

    def distinct(self, share: Share) -> list[Amount]:
        """Return the amounts of a share, repeated ones once: the surest, then the most precise."""
        kept: list[Amount] = []
        for amount in sorted(self.every(share), key=lambda a: (a.approximate, a.precision, not a.certain)):
            if not any(agree(amount, other) for other in kept):
                kept.append(amount)
        return kept

    def one(self, share: Share) -> Amount | None:
        """Return the amount of a share if there is one value only."""
        found = self.distinct(share)
        return found[0] if len(found) == 1 else None

    def corrected(self, wrong: Amount, value: Decimal) -> "Account":
        """Return the account with a wrong figure put right, so that one slip is not reported twice."""
        fixed = tuple(
            replace(a, value=value, alternatives=(), as_written=as_written(a, value))
            if a.share == wrong.share and agree(a, wrong)
            else a
            for a in self.amounts
        )
        return replace(self, amounts=fixed)


def readable(case: Case) -> list[Amount]:
    """Return the amounts that a reader sees, or hears read out, and that could be read."""
    return [
        a
        for a in case.facts.amounts
        if "unreadable" not in a.reasons and case.publication.blocks[a.span.first].region not in _UNSEEN
    ]


def accounts(amounts: Sequence[Amount], rates: Sequence[Rate]) -> list[Account]:
    """Sort amounts into accounts: the project's in each currency, then the partners'."""
    money = [a for a in amounts if a.share and a.scope in {"project", "partner"}]
    main = next((a.currency for a in money if a.share == "total"), money[0].currency if money else "")
    money = [replace(a, currency=main) if not a.currency else a for a in money]
    found = []
    for currency in dict.fromkeys(a.currency for a in money):
        own = tuple(a for a in money if a.scope == "project" and a.currency == currency)
        if own:
            stated = tuple(r for r in rates if r.scope == "project" and r.share)
            found.append(Account("", currency, own, stated, tuple(r for r in rates if r.share is None)))
        named: dict[str, list[Amount]] = {}
        for a in money:
            if a.scope == "partner" and a.currency == currency:
                named.setdefault(_partner_key(a), []).append(a)
        for amounts_of in named.values():
            name = next((a.partner for a in amounts_of if a.partner), "")
            shares = tuple(r for r in rates if r.scope == "partner" and r.share and (r.partner or "") == (name or ""))
            found.append(Account(name or "?", currency, tuple(amounts_of), shares))
    return found


def _partner_key(amount: Amount) -> str:
    return " ".join(words(amount.partner)) if amount.partner else f"?{amount.group}"


def tolerance(*amounts: Amount, partners: int = 1) -> Decimal:
    """Return by how much a derived figure may miss: a cent per partner, at least five, or one unit as written.

    The Interreg monitoring system cuts each partner's share down to the cent and adds; pages with whole units
    round to those. An approximate figure may miss by its last digit.
    """
    unit = max(a.precision for a in amounts)
    return max(Decimal("0.05"), CENT * partners, unit if unit > CENT else Decimal(0))


def money(amount: Amount, value: Decimal | None = None) -> Money:
    """Return an amount, or another value in its place, to be shown as the publication writes it."""
    return Money(amount.value if value is None else value, amount.currency, as_written(amount, value))


def share_name(amount: Amount, otherwise: Share = "total") -> Term:
    """Return what an amount is a share of."""
    return Term("share", amount.share or otherwise)


def slip_name(slip: Slip | None) -> Value:
    """Return what a slip is called, "" if there is none."""
    return Term("slip", slip) if slip else ""


def as_written(amount: Amount, value: Decimal | None = None) -> str:
    """Return an amount as the publication writes it, or another value in its place in the same style."""
    text = " ".join(amount.as_written.split())
    if value is None:
        return text
    run = RUN.search(text)
    figure = format_figure(value, amount.number_style)
    scaled = amount.precision > 1
    if run is None or scaled:
        return f"{figure} {amount.currency}".strip()
    return text[: run.start()] + figure + text[run.end() :]


def per_cent(value: Decimal, style: str = "", sign: str = "") -> Percent:
    """Return a percentage without needless zeros, with the decimal sign of a number style, and ``sign`` after it."""
    text = format(value.normalize(), "f")
    return Percent(value, (text.replace(".", ",") if style.endswith("comma") else text) + sign)


def conflict(
    case: Case,
    code: str,
    values: Mapping[str, Value],
    facts: Iterable[Amount | Rate],
    *,
    sure: bool,
    notes: tuple[Note, ...] = (),
) -> Finding:
    """Return a conflict with all its sides as evidence; one that rests on undecided roles is left to a person."""
    spans = dict.fromkeys(f.span for f in facts)
    return Finding(
        outcome=Outcome.FAILED if sure else Outcome.NEEDS_REVIEW,
        code=code if sure else f"{code}-unsure",
        kind=Kind.CONFLICTING if sure else None,
        values=values,
        evidence=case.evidence(*spans),
        notes=notes,
    )
