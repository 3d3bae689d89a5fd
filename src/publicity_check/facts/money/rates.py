"""Percentages of a sentence: which amount each stands beside, and what it says it is a share of."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import msgspec

from publicity_check.facts.model import Share
from publicity_check.facts.money.labels import BREAK, Place, clause, labels, whole_of
from publicity_check.facts.money.scan import Found

_LABEL = 90
"""Characters of a label that may stand between a rate and its amount: "85 % contribution of the Fund 150 EUR"."""
_APART_BY = re.compile(r"[;\n)]|[.]\s")
"""What parts a rate in brackets from the amount before it."""
_ENDS = re.compile(r"[;:\n(]|,.*,.*,")
_OPENED = re.compile(r"\([^()\d]{0,14}\Z")
"""A bracket that opens shortly before a rate: "(85 %", "(el 75 %"."""
_THAT_IS = re.compile(r",?\s*(?:[^\W\d_]{1,4}\.?\s*){1,3}[-–:]?\s*[€£$]?\s*")
"""A few short words between a rate and its amount: "85 proc., t. y. 150 Eur", "85 % jeb 150 EUR"."""
_REMARK = 45
"""Characters between an amount and the rate that explains it: "150 EUR, which makes 85 %"."""
_APART = 14
"""Characters that may stand between a rate and the amount it explains: "85 % jeb 150 EUR", "(85 %)"."""
_BASE = 48
"""Characters behind a rate in which the name of its base begins: "85 % of the eligible costs"."""


class Stated(msgspec.Struct, frozen=True):
    """A rate, the amount it stands beside, the base it names, and the cues before and behind it."""

    found: Found
    beside: Found | None
    base: Share | None
    own: list[Place]
    behind: list[Place]


def stated(
    text: str, found: Sequence[Found], cues: Sequence[Place], start: int, end: int, of: frozenset[str] = frozenset()
) -> Iterator[Stated]:
    """Yield the percentages among the figures of a sentence; ``of`` are the words for "of" in its language."""
    if not any(f.percent for f in found):
        return
    beside = labels(text, start, end, found, cues)
    for i, (one, label) in enumerate(zip(found, beside, strict=True)):
        if one.percent:
            amount = _beside(text, found, i, cues)
            if amount is not None and whole_of(text, one, amount, cues, of):
                amount = None
            elif amount is None and i and _remarks(text, found[i - 1], one, cues):
                amount = found[i - 1]
            base = base_of(text, one, label.after)
            closed = text[one.end :].lstrip().startswith(")")
            behind = [] if base or closed else list(takewhile(lambda p: p.cue != "remaining", label.after))
            own = clause(text, label.before, one.start)
            if closed and amount is not None and amount.end <= one.start:
                own = [p for p in label.before if p.start >= amount.end]
            yield Stated(one, amount, base, own, behind)


def _inside(cues: Sequence[Place], start: int, end: int) -> Iterator[Place]:
    return (c for c in cues if start <= c.start and c.end <= end)


def _beside(text: str, found: Sequence[Found], i: int, cues: Sequence[Place]) -> Found | None:
    """Return the amount that a rate stands right beside: "85 % – 150 EUR", "150 EUR (85 %)"."""
    one = found[i]
    opened = _OPENED.search(text, 0, one.start) is not None
    if opened:
        before = found[i - 1] if i and not found[i - 1].percent else None
        if before and not _APART_BY.search(text[before.end : one.start].lstrip(".")):
            return before
        if text[one.end :].lstrip().startswith(")"):
            behind = found[i + 1] if i + 1 < len(found) and not found[i + 1].percent else None
            between = text[one.end : behind.start] if behind else ""
            return behind if behind and len(between) <= _LABEL and not _APART_BY.search(between.lstrip(" )")) else None
    for j, gap in (
        (i + 1, (one.end, found[i + 1].start) if i + 1 < len(found) else None),
        (i - 1, (found[i - 1].end, one.start) if i else None),
    ):
        if gap is not None and not found[j].percent:
            between = text[gap[0] : gap[1]]
            if j > i and len(between) <= _LABEL and not BREAK.search(between) and "." not in between:
                return found[j]
            if j > i and _THAT_IS.fullmatch(between) and not any(c.cue == "and" for c in _inside(cues, *gap)):
                return found[j]
            bare = not any(c.isalpha() for c in between) or (j > i and "," not in between)
            if bare and len(between) <= _APART and not any(c in between for c in ";.\n"):
                return found[j]
    return None


def _remarks(text: str, amount: Found, rate: Found, cues: Sequence[Place]) -> bool:
    """Say whether a rate explains the amount before it in a few words that mean nothing else: "that is", "svarende"."""
    between = text[amount.end : rate.start]
    small = {"range", "from", "and"} if len(between) <= _APART else {"range", "from"}
    unsaid = not any(amount.end <= p.start < rate.start and p.cue not in small for p in cues)
    return not amount.percent and len(between) <= _REMARK and not _ENDS.search(between) and unsaid


def base_of(text: str, rate: Found, after: Sequence[Place]) -> Share | None:
    """Return what a rate says it is a share of: "85 % of the eligible costs"."""
    cut = re.search(r"[;,)\n]|\s[-–—]\s", text[rate.end :])
    until = rate.end + min(_BASE, cut.start() if cut else _BASE)
    cues = {p.cue for p in after if rate.end <= p.start <= until}
    if "eligible" in cues:
        return "eligible"
    if cues & {"cost", "sum"} or ("total" in cues and cues & {"budget", "project"}):
        return "total"
    if cues & {"grant"} and not cues & {"eu", "fund", "national", "own"}:
        return "grant"
    return None
