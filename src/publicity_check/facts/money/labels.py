"""Which words belong to which amount: each gap between two amounts of a sentence is cut once.

"The total is 100 EUR, of which 85 EUR from the Fund and 15 EUR own money" has three amounts and two gaps; what is
before a cut belongs to the amount before, what is after it to the next one.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec

from publicity_check.facts.lexicon.money import Vocabulary
from publicity_check.facts.money.scan import Found
from publicity_check.rulebook.languages import Cue
from publicity_check.text.words import WORD, fold

BREAK = re.compile(r"[;,(\n]|\s[-–—]\s|:\s")
"""Where one clause ends and another begins."""
SHARE_CUES: frozenset[Cue] = frozenset(
    {"total", "cost", "sum", "budget", "eligible", "funding", "grant", "eu", "fund", "national", "own", "private"}
)
"""Cues that say something of an amount's share."""
NOT_BUDGET: tuple[Cue, ...] = ("price", "requested", "paid", "other")
"""Cues of money that is no project's budget."""
_ASIDE = re.compile(r"\([^()]*\)")
"""What stands between two brackets: "the Fund's money (85 % of the costs): 850 EUR"."""
_DASH = re.compile(r"\s[-–—]\s*[€£$]?\s*|\(\s*")
"""What parts a label from its figure: "the Fund's money – 850 EUR", "the Fund's money (85 %)"."""
_WHOLES = frozenset({"total", "eligible", "cost", "sum", "budget"})
_PAYERS = frozenset({"eu", "fund", "national", "own", "private"})
_LEAD = 3
"""Words before the name of a whole that stands first in its sentence: "of the entire"."""
_BASES: frozenset[Cue] = frozenset({"eligible", "cost", "total", "budget"})


_WHOLE_SAYS: frozenset[str] = _BASES | {"project", "sum", "and", "range", "from"}
"""Cues that may stand between a rate and the whole that it is of."""


Sign = Cue | Literal["payer"]
"""A cue of the languages' data, or the name of a programme that pays."""


class Place(NamedTuple):
    """A cue in a text: from where to where, and the fund it names."""

    cue: Sign
    start: int
    end: int
    fund: str = ""
    base_form: str = ""


class Label(msgspec.Struct):
    """The cues beside one amount: before and after it, in reading order."""

    before: list[Place] = []
    after: list[Place] = []


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
    whole = [p for p in kept if p.cue in {"grant", "programme", "call", "national"}]
    named = [f for f in named if not any(p.start <= f.start and f.end <= p.end for p in whole)]
    return sorted([*kept, *named], key=lambda place: place.start)


def labels(text: str, start: int, end: int, money: Sequence[Found], cues: Sequence[Place]) -> list[Label]:
    """Share the cues of a sentence out among its figures."""
    first_gap = [c for c in cues if c.end <= money[0].start]
    leads = any(c.cue in SHARE_CUES for c in first_gap)
    follows = any(c.cue in SHARE_CUES for c in cues if c.start >= money[-1].end)
    colon = text[start : money[0].start].rstrip().endswith(":")
    cuts = [start]
    for one, other in pairwise(money):
        gap = [c for c in cues if one.end <= c.start and c.end <= other.start]
        cuts.append(_cut(text, one.end, other.start, gap, last=follows and not leads, colon=colon))
    cuts.append(end)
    return [
        Label(
            [c for c in cues if cuts[i] <= c.start and c.end <= one.start],
            [c for c in cues if one.end <= c.start and c.start < cuts[i + 1]],
        )
        for i, one in enumerate(money)
    ]


def beside_amounts(
    text: str, start: int, end: int, found: Sequence[Found], cues: Iterable[Place], of: frozenset[str]
) -> tuple[list[Found], list[Label]]:
    """Return the amounts of a sentence with their labels: what is said of its percentages is not said of them.

    ``of`` are the words for "of" in the language.
    """
    money = [f for f in found if not f.percent]
    if not money:
        return [], []
    rates = [f for f in found if f.percent]
    kept = [c for c in cues if not any(_is_base(text, rate, c) for rate in rates)]
    beside = labels(text, start, end, money, kept)
    for rate, one in pairwise(found):
        if whole := whole_of(text, rate, one, cues, of):
            beside[money.index(one)].before = whole
    for one, label in zip(money, beside, strict=True):
        stop = next((r.start for r in rates if r.start >= one.end and _speaks(text[one.end : r.start])), end)
        label.after = [c for c in label.after if c.start < stop]
        if not rates and _is_part(text, start, one, label, of):
            label.before = [Place("within", label.before[0].start, label.before[-1].end)]
    return money, beside


def whole_of(text: str, rate: Found, one: Found, cues: Iterable[Place], of: frozenset[str]) -> list[Place]:
    """Return the words that name an amount as what a rate is of: "80 % of the total budget of 100 EUR"; else none."""
    if not rate.percent or one.percent or BREAK.search(text, rate.end, one.start):
        return []
    between = [c for c in cues if rate.end <= c.start and c.end <= one.start]
    if not between or between[0].cue == "and" or not {c.cue for c in between} <= _WHOLE_SAYS:
        return []
    if not any(c.cue in _BASES for c in between):
        return []
    before = [fold(w) for w in WORD.findall(text[rate.end : between[0].start])]
    after = [fold(w) for w in WORD.findall(text[between[-1].end : one.start])]
    led = not of.isdisjoint(before[:2]) or not after or after[-1] in of
    return between if led and len(before) <= _LEAD and (not after or (len(after) <= _LEAD and after[-1] in of)) else []


def _is_part(text: str, start: int, one: Found, label: Label, of: frozenset[str]) -> bool:
    """Say whether an amount is a part of the whole named before it: "of the total costs, 2 million come from the Fund".

    "Of the total costs of 2 million" is the whole: such a word stands between as well.
    """
    wholes = [c for c in label.before if c.cue in _WHOLES]
    if not wholes or _PAYERS & {c.cue for c in label.before} or not _PAYERS & {c.cue for c in label.after}:
        return False
    lead = [fold(w) for w in WORD.findall(text[start : wholes[0].start])]
    between = {fold(w) for w in WORD.findall(text[wholes[-1].end : one.start])}
    return len(lead) <= _LEAD and not of.isdisjoint(lead) and of.isdisjoint(between)


def _is_base(text: str, rate: Found, cue: Place) -> bool:
    """Say whether a cue tells what a percentage is a share of: "85 % of the eligible costs"."""
    return cue.cue in _BASES and rate.end <= cue.start <= rate.end + 40 and not BREAK.search(text, rate.end, cue.start)


def _speaks(text: str) -> bool:
    return any(c.isalpha() for c in text) and not text.lstrip().startswith("(")


def _cut(text: str, start: int, end: int, cues: Sequence[Place], *, last: bool, colon: bool) -> int:
    """Return where the words after one amount end and those before the next begin."""
    opened = re.match(r"\s*\(([^()]*)\)", text[start:end])
    if opened:
        inside = any(c.cue in SHARE_CUES and c.end <= start + opened.end() for c in cues)
        start += opened.end()
        if inside:
            return start
    asides = [(start + m.start(), start + m.end()) for m in _ASIDE.finditer(text[start:end])]
    breaks = [start + m.start() for m in BREAK.finditer(text[start:end])]
    breaks = sorted(
        b for b in breaks if (text[b] != ":" or last or not colon) and not any(a <= b < z for a, z in asides)
    )
    for cue in cues:
        if cue.cue in {"within", "remaining"} and cue.start >= start:
            return max((b for b in breaks if b <= cue.start), default=cue.start)
    apart = [b for b in breaks if text[b] == ";"]
    if apart:
        return apart[-1]
    breaks = sorted([*breaks, *(c.start for c in cues if c.cue == "and" and c.start >= start)])
    if not breaks:
        return end if last else start
    if last:
        return breaks[-1]
    leading = text[start : breaks[0]].strip()
    if not leading and text[breaks[0]] == ",":
        return start
    said = [c.start for c in cues if c.cue in SHARE_CUES and c.start >= start]
    if said and len(breaks) > 1 and breaks[-2] <= min(said) and _DASH.fullmatch(text, breaks[-1], end):
        breaks.pop()
    rated = any(c.isdigit() for c in text[breaks[-1] : end])
    if said and max(said) < breaks[-1] and text[breaks[-1]] != ":" and not rated:
        return breaks[-1]
    if not leading or not any(c.cue in SHARE_CUES and c.end <= breaks[0] for c in cues):
        return start
    return breaks[0]


def clause(text: str, before: Sequence[Place], until: int) -> list[Place]:
    """Return the cues of the last clause before an amount that says anything of its share.

    Of running text before a label with a colon only the label counts: "… for a ticket Total cost: 400 EUR".
    """
    if not before:
        return []
    if text[:until].rstrip().endswith(":"):
        first = next((p.start for p in before if p.cue in SHARE_CUES and text[p.start].isupper()), until)
        ran_on = [p for p in before if p.end <= first]
        if ran_on and text[:first].rstrip()[-1:].isalnum():
            before = [p for p in before if p.start >= first]
    breaks = [m.start() for m in BREAK.finditer(text, before[0].start, until) if m[0][0] != ":"]
    for cut in reversed(breaks):
        part = [p for p in before if p.start >= cut]
        if any(p.cue in SHARE_CUES or p.cue in NOT_BUDGET for p in part):
            return part
    return list(before)


def first_clause(text: str, after: Sequence[Place], start: int) -> list[Place]:
    """Return the cues directly after an amount, up to the next comma behind one that says something."""
    for cut in BREAK.finditer(text, start, after[-1].end if after else start):
        part = [p for p in after if p.end <= cut.start()]
        if any(p.cue in SHARE_CUES or p.cue in NOT_BUDGET for p in part):
            return part
    return list(after)
