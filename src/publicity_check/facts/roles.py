"""What an amount is the amount of: read off the words before and after it.

A label is the set of cues beside an amount. Cues before it count first, those after it where the ones before leave
it open ("t.sk. 32 053,72 EUR ir ES finansējums"). What the cues leave open stays undecided.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from publicity_check.facts.amounts_scan import Found
from publicity_check.facts.model import Scope, Share
from publicity_check.facts.money_words import Vocabulary
from publicity_check.rulebook.languages import Cue
from publicity_check.text import WORD, fold

_BREAK = re.compile(r"[;,(\n]|\s[-–—]\s|:\s")
_SHARES: frozenset[Cue] = frozenset(
    {"total", "cost", "budget", "eligible", "funding", "grant", "eu", "fund", "national", "own", "private"}
)
_NOT_BUDGET: tuple[Cue, ...] = ("price", "requested", "paid", "other")


class Place(NamedTuple):
    """A cue in a text: from where to where, and the fund it names."""

    cue: Cue
    start: int
    end: int
    fund: str = ""
    base_form: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """What the words say of an amount; ``None`` is undecided. ``within`` says that it is part of the one before."""

    scope: Scope | None = None
    share: Share | None = None
    fund: str = ""
    partner: str = ""
    certain: bool = False
    within: bool = False
    remaining: bool = False
    vat: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Label:
    """The cues beside one amount: before and after it, in reading order."""

    before: list[Place] = field(default_factory=list)
    after: list[Place] = field(default_factory=list)


def places(text: str, start: int, end: int, words: Vocabulary, funds: Sequence[Place]) -> list[Place]:
    """Return the cues in a piece of text, the funds named there among them."""
    matches = list(WORD.finditer(text, start, end))
    keys, written = [fold(m[0]) for m in matches], [m[0] for m in matches]
    named = [place for place in funds if start <= place.start and place.end <= end]
    found = [
        Place(tag.cue, matches[tag.first].start(), matches[tag.end - 1].end(), base_form=tag.base_form)
        for tag in words.cues.find(keys, written)
    ]
    kept = [p for p in found if not any(f.start <= p.start and p.end <= f.end for f in named)]
    return sorted([*kept, *named], key=lambda place: place.start)


def labels(text: str, start: int, end: int, money: Sequence[Found], cues: Sequence[Place]) -> list[Label]:
    """Share the cues of a sentence out among its amounts: each gap between two of them is cut once."""
    first_gap = [c for c in cues if c.end <= money[0].start]
    leads = any(c.cue in _SHARES for c in first_gap)
    follows = any(c.cue in _SHARES for c in cues if c.start >= money[-1].end)
    cuts = [start]
    for one, other in pairwise(money):
        gap = [c for c in cues if one.end <= c.start and c.end <= other.start]
        cuts.append(_cut(text, one.end, other.start, gap, last=follows and not leads))
    cuts.append(end)
    return [
        Label(
            [c for c in cues if cuts[i] <= c.start and c.end <= one.start],
            [c for c in cues if one.end <= c.start and c.start < cuts[i + 1]],
        )
        for i, one in enumerate(money)
    ]


def _cut(text: str, start: int, end: int, cues: Sequence[Place], *, last: bool) -> int:
    """Return where the words after one amount end and those before the next begin."""
    for cue in cues:
        if cue.cue in {"within", "remaining"}:
            return cue.start
    gap = text[start:end]
    opened = re.match(r"\s*\(([^()]*)\)", gap)
    if opened:
        return start + opened.end()
    breaks = [start + m.start() for m in _BREAK.finditer(gap)] + [c.start for c in cues if c.cue == "and"]
    breaks = sorted(b for b in breaks if not (gap[b - start : b - start + 1] == ":" and not last))
    if not breaks:
        return end if last else start
    if last:
        return breaks[-1]
    leading = text[start : breaks[0]].strip()
    if not leading or not any(c.cue in _SHARES and c.end <= breaks[0] for c in cues):
        return start
    return breaks[0]


def clause(text: str, before: Sequence[Place], until: int) -> list[Place]:
    """Return the cues of the last clause before an amount that says anything of its share."""
    if not before:
        return []
    breaks = [m.start() for m in _BREAK.finditer(text, before[0].start, until) if m[0][0] != ":"]
    for cut in reversed(breaks):
        part = [p for p in before if p.start >= cut]
        if any(p.cue in _SHARES or p.cue in _NOT_BUDGET for p in part):
            return part
    return list(before)


def decide(text: str, label: Label, one: Found, whole: Sequence[Place]) -> Role:
    """Say what an amount is by its label; ``whole`` are all cues of the sentence."""
    near = clause(text, label.before, one.start)
    role = by_cues(near, label.before)
    if role.share is None or role.share == "grant" or not role.certain:
        after = _first_clause(text, label.after, one.end)
        behind = by_cues(after, after)
        if role.share is None and behind.share and role.scope in {None, "project"}:
            scope = role.scope if behind.scope is None else behind.scope
            role = replace(behind, scope=scope, within=role.within, remaining=role.remaining, reasons=("words after",))
        elif role.share == "grant" and behind.share in {"eu", "national", "own", "private"}:
            role = replace(role, share=behind.share, fund=behind.fund)
        elif behind.scope == "other":
            role = replace(role, scope="other", share=None, reasons=behind.reasons)
    if one.per_unit or one.upper is not None:
        return Role("other", reasons=("a price or a range",))
    if role.share and role.scope is None:
        named = any(p.cue == "project" for p in whole)
        role = replace(role, scope="project", certain=role.certain and (named or role.certain))
    vat = {"with-vat": "with", "without-vat": "without"}
    for place in (*label.before, *label.after):
        if place.cue in vat:
            role = replace(role, vat=vat[place.cue])
    return role


def _first_clause(text: str, after: Sequence[Place], start: int) -> list[Place]:
    """Return the cues directly after an amount, up to the next comma behind one that says something."""
    for cut in _BREAK.finditer(text, start, after[-1].end if after else start):
        part = [p for p in after if p.end <= cut.start()]
        if any(p.cue in _SHARES or p.cue in _NOT_BUDGET for p in part):
            return part
    return list(after)


def by_cues(near: Sequence[Place], wide: Sequence[Place]) -> Role:
    """Say what cues mean: ``near`` those of the label itself, ``wide`` those of all words before it."""
    cues = {p.cue for p in near}
    everything = cues | {p.cue for p in wide}
    within = "within" in {p.cue for p in wide}
    remaining = "remaining" in cues
    for cue in _NOT_BUDGET:
        if cue in cues:
            return Role("other", within=within, reasons=(cue,))
    if "call" in everything:
        return Role("other", within=within, reasons=("call",))
    share, certain = _share(near, cues)
    fund = next((p.fund for p in near if p.fund), "") if share == "eu" else ""
    scope: Scope | None = None
    partner = ""
    organisation = next((p for p in reversed(near) if p.cue == "organisation"), None)
    if "partner" in cues and share in {"total", "eligible", "eu", "grant"}:
        scope = "partner"
    elif organisation and not cues & {"eu", "fund", "national", "own", "private"}:
        if cues & {"budget", "cost", "part"}:
            scope, share, certain = "partner", "total", certain or "project" in everything
        elif "funding" in cues:
            share, certain = "own", False
    elif "part" in cues and "project" in cues and share is None:
        scope, share, certain = "partner", "total", False
    if scope is None and "programme" in everything and share:
        if "project" not in everything and (cues & {"total", "budget", "cost"} or "programme" in cues):
            scope = "programme"
        elif "programme" in cues and "project" not in cues:
            certain = False
    if scope is None and "project" in everything:
        scope = "project"
    if "limit" in cues:
        if share not in {"eu", "grant"}:
            return Role("other", within=within, reasons=("limit",))
        certain = False
    return Role(scope, share, fund, partner, certain, within, remaining, reasons=("words before",) if share else ())


def _share(near: Sequence[Place], cues: set[Cue]) -> tuple[Share | None, bool]:
    """Say which share cues mean, and whether they say it outright."""
    union = bool(cues & {"eu", "fund"})
    money = bool(cues & {"funding", "grant"})
    if "cost" in cues or ("eligible" in cues and not union):
        whole: Share = "eligible" if "eligible" in cues else "total"
        if union and money:
            return ("eu" if _order(near, "cost") < _order(near, "funding") and "total" not in cues else whole), False
        return whole, True
    if union:
        if "national" in cues and money:
            return "grant", True
        if "budget" in cues:
            return ("total", False) if "total" in cues and _touching(near) else ("eu", "total" not in cues and money)
        return "eu", True
    kinds: tuple[Share, ...] = ("private", "own", "national")
    for share in kinds:
        if share in cues:
            return share, True
    if "budget" in cues:
        return "total", True
    if "grant" in cues:
        return "grant", True
    if "funding" in cues:
        return ("total", True) if "total" in cues else ("grant", "project" in cues)
    if "total" in cues:
        return "total", False
    return None, False


def _order(near: Sequence[Place], cue: Cue) -> int:
    return max((p.start for p in near if p.cue == cue), default=-1)


def _touching(near: Sequence[Place]) -> bool:
    """Say whether "total" stands right beside "budget"."""
    return any({a.cue, b.cue} == {"total", "budget"} for a, b in pairwise(near))
