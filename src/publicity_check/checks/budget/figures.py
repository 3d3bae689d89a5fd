"""Figures as findings show them: as the publication writes them, with the names of what they are."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from publicity_check.checks.interface import Case
from publicity_check.facts.model import Amount, Note, Rate, Share
from publicity_check.publication import Region
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.values.figures import RUN, format_figure
from publicity_check.values.message import Money, Percent, Several, Term, Value
from publicity_check.values.sums import agree

_UNSEEN = frozenset({Region.COMMENT, Region.DELETED, Region.HIDDEN, Region.NOSCRIPT})


def seen(case: Case, amount: Amount) -> bool:
    """Say whether a reader sees an amount, or hears it read out."""
    return case.publication.blocks[amount.span.first].region not in _UNSEEN


def readable(case: Case) -> list[Amount]:
    """Return the amounts that a reader sees and that could be read."""
    return [a for a in case.facts.amounts if "unreadable" not in a.reasons and seen(case, a)]


def distinct(amounts: Iterable[Amount]) -> list[Amount]:
    """Return amounts, repeated ones once: the surest, then the most precise."""
    kept: list[Amount] = []
    for amount in sorted(amounts, key=lambda a: (a.approximate, a.precision, not a.certain)):
        if not any(agree(amount, other) for other in kept):
            kept.append(amount)
    return kept


def money(amount: Amount, value: Decimal | None = None) -> Money:
    """Return an amount, or another value in its place, to be shown as the publication writes it."""
    return Money(amount.value if value is None else value, amount.currency, as_written(amount, value))


def listed(amounts: Sequence[Amount]) -> Several:
    """Return amounts with plus signs between them."""
    return Several(tuple(money(a) for a in amounts))


def share_name(amount: Amount, otherwise: Share = "total") -> Term:
    """Return what an amount is a share of."""
    return Term("share", amount.share or otherwise)


def slip_name(how: str) -> Value:
    """Return what a slip is called, "" if there is none."""
    return Term("slip", how) if how else ""


def as_written(amount: Amount, value: Decimal | None = None) -> str:
    """Return an amount as the publication writes it, or another value in its place in the same style."""
    text = " ".join(amount.as_written.split())
    if value is None:
        return text
    run = RUN.search(text)
    figure = format_figure(value, amount.number_style)
    if run is None or amount.precision > 1:
        return f"{figure} {amount.currency}".strip()
    return text[: run.start()] + figure + text[run.end() :]


def per_cent(value: Decimal, style: str = "", sign: str = "") -> Percent:
    """Return a percentage without needless zeros, with the decimal sign of a number style, and ``sign`` after it."""
    text = format(value.normalize(), "f")
    return Percent(value, (text.replace(".", ",") if style.endswith("comma") else text) + sign)


def told_apart(rate: Decimal, beside: Decimal) -> Decimal:
    """Return a rate with as many digits as it takes to tell it from another one, at least two."""
    for digits in range(2, 8):
        shown = rate.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        if shown != beside:
            return shown
    return rate


def conflict(
    case: Case,
    code: str,
    values: Mapping[str, Value],
    facts: Iterable[Amount | Rate],
    *,
    sure: bool,
    notes: tuple[Note, ...] = (),
) -> Finding:
    """Return a conflict with all its sides as evidence; one that another good reading mends is left to a person."""
    spans = dict.fromkeys(f.span for f in facts)
    return Finding(
        outcome=Outcome.FAILED if sure else Outcome.NEEDS_REVIEW,
        code=code if sure else f"{code}-unsure",
        kind=Kind.CONFLICTING if sure else None,
        values=values,
        evidence=case.evidence(*spans),
        notes=notes,
    )
