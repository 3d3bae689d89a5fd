"""What an amount is the amount of: read off the words before and after it.

A label is the set of cues beside an amount. Cues before it count first, those after it where the ones before leave
it open ("t.sk. 32 053,72 EUR ir ES finansējums"). What the cues leave open stays undecided.
"""

from collections.abc import Sequence
from itertools import pairwise, takewhile

import msgspec
from msgspec.structs import replace

from publicity_check.facts.model import Scope, Share
from publicity_check.facts.money.labels import NOT_BUDGET, Label, Place, clause, first_clause
from publicity_check.facts.money.scan import Found
from publicity_check.rulebook.languages import Cue

_TOO_MUCH = 10**9
"""No single project has a budget of a billion euro: such sums are those of funds and programmes."""


class Role(msgspec.Struct, frozen=True, gc=False):
    """What the words say of an amount; ``None`` is undecided. ``within`` says that it is part of the one before."""

    scope: Scope | None = None
    share: Share | None = None
    fund: str = ""
    partner: str = ""
    certain: bool = False
    within: bool = False
    remaining: bool = False
    vat: str = ""
    additional: bool = False
    reasons: tuple[str, ...] = ()


def decide(text: str, label: Label, one: Found) -> Role:
    """Say what an amount is by its label."""
    near = clause(text, label.before, one.start)
    role = by_cues(near, label.before)
    cost_alone = role.share == "total" and not role.certain and not {p.cue for p in near} & {"total", "sum", "budget"}
    if cost_alone and not text[: one.start].rstrip().endswith((":", "-", "–", "—", "=")):
        role = replace(role, share=None, reasons=())
    if role.share is None or role.share == "grant" or not role.certain:
        after = first_clause(text, label.after, one.end)
        behind = by_cues(after, after)
        if role.share is None and behind.share and role.scope in {None, "project"}:
            scope = role.scope if behind.scope is None else behind.scope
            role = replace(behind, scope=scope, within=role.within, remaining=role.remaining, reasons=("words after",))
        elif role.share == "grant" and behind.share in {"eu", "national", "own", "private"}:
            role = replace(role, share=behind.share, fund=behind.fund)
        elif behind.scope == "other":
            role = replace(role, scope="other", share=None, reasons=behind.reasons)
    if one.value >= _TOO_MUCH and one.currency == "EUR":
        return Role("other", within=role.within, reasons=("more than any project has",))
    if one.per_unit or one.upper is not None:
        return Role("other", reasons=("a price or a range",))
    if role.share and role.scope is None:
        behind_cues = {p.cue for p in takewhile(_goes_on, first_clause(text, label.after, one.end))}
        if "programme" in behind_cues and "project" not in behind_cues | {p.cue for p in label.before}:
            role = replace(role, scope="programme")
    if role.share and role.scope is None:
        role = replace(role, scope="project")
    if any(p.cue == "additional" for p in (*near, *first_clause(text, label.after, one.end))):
        role = replace(role, additional=True)
    vat = {"with-vat": "with", "without-vat": "without"}
    for place in (*label.before, *label.after):
        if place.cue in vat:
            role = replace(role, vat=vat[place.cue])
    return role


def _goes_on(place: Place) -> bool:
    """Say whether a cue belongs to what was said before: not so in "100 EUR and comes from the programme"."""
    return place.cue != "and"


def by_cues(near: Sequence[Place], wide: Sequence[Place]) -> Role:
    """Say what cues mean: ``near`` those of the label itself, ``wide`` those of all words before it."""
    cues = {p.cue for p in near}
    everything = cues | {p.cue for p in wide}
    within = "within" in {p.cue for p in wide}
    remaining = "remaining" in cues
    for cue in NOT_BUDGET:
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
        if _owns(near, organisation):
            scope, share, certain = "partner", "total", certain or "project" in everything
        elif "funding" in cues and "total" not in cues:
            share, certain = "own", False
    elif "part" in cues and "project" in cues and share is None:
        scope, share, certain = "partner", "total", False
    if scope is None and "programme" in everything and share:
        under = _order(wide, "funding") != -1 and min(p.start for p in wide if p.cue == "funding") < _order(
            wide, "programme"
        )
        if "project" not in everything and not under and (cues & {"total", "budget", "cost"} or "programme" in cues):
            scope = "programme"
        elif under or ("programme" in cues and "project" not in cues):
            certain = False
    if scope is None and "project" in everything:
        scope = "project"
    if "limit" in cues:
        if share != "eu" and (share != "grant" or "project" not in everything):
            return Role("other", within=within, reasons=("limit",))
        certain = False
    return Role(scope, share, fund, partner, certain, within, remaining, reasons=("words before",) if share else ())


def _share(near: Sequence[Place], cues: set[Cue]) -> tuple[Share | None, bool]:
    """Say which share cues mean, and whether they say it outright."""
    union = bool(cues & {"eu", "fund"})
    money = bool(cues & {"funding", "grant"})
    if "cost" in cues or ("eligible" in cues and not union):
        whole: Share = "eligible" if "eligible" in cues else "total"
        if money and not cues & {"total", "project", "eligible"}:
            return ("eu" if union else "grant"), True
        if union and money:
            return ("eu" if _order(near, "cost") < _order(near, "funding") and "total" not in cues else whole), False
        return whole, bool(cues & {"total", "project", "eligible", "partner", "organisation"})
    if union:
        if "national" in cues and money:
            return "grant", True
        if "budget" in cues:
            return ("total", False) if "total" in cues and _touching(near) else ("eu", "total" not in cues and money)
        return "eu", True
    kinds: tuple[Share, ...] = ("private", "own", "national")
    for share in kinds:
        if share in cues:
            return share, share != "national" or bool(cues - {"national", "and", "from", "range"})
    if "budget" in cues:
        return "total", True
    if {"partner", "part"} <= cues:
        return "total", True
    if "grant" in cues:
        return "grant", True
    if "funding" in cues:
        return ("total", True) if "total" in cues else ("grant", "project" in cues)
    if "sum" in cues and cues & {"total", "project"}:
        return "total", "total" in cues
    if "total" in cues:
        return "total", False
    return None, False


def _owns(near: Sequence[Place], organisation: Place) -> bool:
    """Say whether an organisation stands right beside a budget or a part: "the municipality's budget"."""
    kept = [p for p in near if p.cue != "total" and (p.cue != "organisation" or p is organisation)]
    at = kept.index(organisation)
    beside = [*kept[at + 1 : at + 2], *kept[max(0, at - 1) : at]]
    of_project = {p.start for p in near if p.cue == "project"}
    return any(p.cue in {"budget", "cost", "part"} and p.start not in of_project for p in beside)


def _order(near: Sequence[Place], cue: Cue) -> int:
    return max((p.start for p in near if p.cue == cue), default=-1)


def _touching(near: Sequence[Place]) -> bool:
    """Say whether "total" stands right beside "budget"."""
    return any({a.cue, b.cue} == {"total", "budget"} for a, b in pairwise(near))
