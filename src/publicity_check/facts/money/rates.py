"""Percentages of a publication, and what each is a share of."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from publicity_check.facts.model import Rate, Share
from publicity_check.facts.money.decide import Role, by_cues
from publicity_check.facts.money.labels import BREAK, Place, clause, labels
from publicity_check.facts.money.scan import Found
from publicity_check.publication import Span

_NOWHERE = Span(0, 0, 0, 0)
_LABEL = 90
"""Characters of a label that may stand between a rate and its amount: "85 % contribution of the Fund 150 EUR"."""
_APART_BY = re.compile(r"[;,\n)]|[.]\s")
"""What parts a rate in brackets from the amount before it."""
_ENDS = re.compile(r"[;:\n(]|,.*,")
_REMARK = 25
"""Characters between an amount and the rate that explains it: "150 EUR, which makes 85 %"."""
_PARTS: frozenset[Share] = frozenset({"eu", "grant", "national", "own", "private"})
_APART = 12
"""Characters that may stand between a rate and the amount it explains: "85 % jeb 150 EUR", "(85 %)"."""


def rate_roles(
    text: str, found: Sequence[Found], roles: Sequence[Role], cues: Sequence[Place], start: int, end: int
) -> Iterator[tuple[Found, Rate]]:
    """Yield the percentages of a sentence with what they say; ``roles`` are those of its amounts."""
    if not any(f.percent for f in found):
        return
    amounts = [f for f in found if not f.percent]
    role_of = {id(f): role for f, role in zip(amounts, roles, strict=True)}
    beside = labels(text, start, end, found, cues)
    for i, (one, label) in enumerate(zip(found, beside, strict=True)):
        if not one.percent:
            continue
        neighbour = _beside(text, found, i)
        role = role_of.get(id(neighbour)) if neighbour is not None else None
        if role is None and i and _remarks(text, found[i - 1], one, cues):
            told = role_of.get(id(found[i - 1]))
            role = told if told is not None and told.share in _PARTS else None
        own = by_cues(clause(text, label.before, one.start), label.before)
        behind = by_cues(label.after, label.after)
        share, fund, scope, partner = own.share, own.fund, own.scope, own.partner
        if share in {None, "total", "eligible", "grant"} and behind.share in {"eu", "national", "own", "private"}:
            share, fund = behind.share, behind.fund
        if role is not None and (share in {None, "grant", "total", "eligible"} or role.share == share):
            share, fund, scope, partner = role.share, role.fund, role.scope, role.partner
        yield (
            one,
            Rate(
                value=one.figure.value,
                as_written="",
                span=_NOWHERE,
                precision=one.figure.precision or Decimal(1),
                approximate=one.approximate,
                scope=scope or ("project" if share else None),
                share=share,
                fund=fund or None,
                base=_base(label.after),
                partner=partner or None,
            ),
        )


def _beside(text: str, found: Sequence[Found], i: int) -> Found | None:
    """Return the amount that a rate stands right beside: "85 % – 150 EUR", "150 EUR (85 %)"."""
    one = found[i]
    aside = text[: one.start].rstrip().endswith("(") and text[one.end :].lstrip().startswith(")")
    if aside:
        before = found[i - 1] if i and not found[i - 1].percent else None
        return before if before and not _APART_BY.search(text, before.end, one.start) else None
    for j, gap in (
        (i + 1, (one.end, found[i + 1].start) if i + 1 < len(found) else None),
        (i - 1, (found[i - 1].end, one.start) if i else None),
    ):
        if gap is not None and not found[j].percent:
            between = text[gap[0] : gap[1]]
            if j > i and len(between) <= _LABEL and not BREAK.search(between) and "." not in between:
                return found[j]
            if (
                len(between) <= _APART
                and not any(c in between for c in ";.\n")
                and (not any(c.isalpha() for c in between) or (j > i and "," not in between))
            ):
                return found[j]
    return None


def _remarks(text: str, amount: Found, rate: Found, cues: Sequence[Place]) -> bool:
    """Say whether a rate explains the amount before it in a few words that mean nothing else: "that is", "svarende"."""
    between = text[amount.end : rate.start]
    unsaid = not any(amount.end <= p.start < rate.start and p.cue not in {"range", "from"} for p in cues)
    return not amount.percent and len(between) <= _REMARK and not _ENDS.search(between) and unsaid


def _base(after: Sequence[Place]) -> Share | None:
    """Return what a rate says it is a share of: "85 % of the eligible costs"."""
    cues = {p.cue for p in after[:4]}
    if "eligible" in cues:
        return "eligible"
    if "cost" in cues or ("total" in cues and "budget" in cues):
        return "total"
    return None
