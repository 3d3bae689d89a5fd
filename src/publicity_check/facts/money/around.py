"""What is said around one figure of a sentence or a table, sorted by how near it stands."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from publicity_check.facts.lexicon.money import Vocabulary
from publicity_check.facts.money.cues import CARRIED, Said
from publicity_check.facts.money.labels import SHARE_CUES, Label, Place, Sign, clause, first_clause
from publicity_check.facts.money.partners import partner_name
from publicity_check.facts.money.scan import Found
from publicity_check.facts.money.weights import PLACES
from publicity_check.publication import Block
from publicity_check.text.words import WORD, fold

SHARES: frozenset[Sign] = frozenset({"eu", "fund", "national", "own", "private", "payer"})
"""Cues that name who pays."""
_COSTS: frozenset[Sign] = frozenset({"cost", "budget", "total", "sum"})
_HUGE = 10**9
"""No single project has a budget of a billion euro: such sums are those of funds and programmes."""
_SMALL = 100
_NAME = 80
"""Characters of the longest name of an item."""
_SCALED = 1000


def said_of(text: str, label: Label, one: Found, foreign: frozenset[Place]) -> list[Said]:
    """Return the cues of a figure in running text: its own clause, the rest before it, and behind it.

    ``foreign`` are cues of other languages than the text's, which count little.
    """
    before = without_attribute(text, label.before)
    near = clause(text, before, one.start)
    wide = [p for p in before if p not in near]
    after = first_clause(text, until_rest(label.after), one.end)
    told = any(p.cue in SHARE_CUES for p in near)
    said: list[Said] = [
        (near, PLACES["near"]),
        (wide, PLACES["wide"]),
        (after, PLACES["after-too" if told else "after"]),
    ]
    if told:
        joined = takewhile(lambda p: p.cue != "and", after)
        said.append(([p for p in joined if p.cue in CARRIED], PLACES["scope-after"]))
    if not foreign:
        return said
    own: list[Said] = [([p for p in part if p not in foreign], factor) for part, factor in said]
    theirs: list[Said] = [([p for p in part if p in foreign], factor * PLACES["foreign"]) for part, factor in said]
    return own + theirs


def without_attribute(text: str, before: Sequence[Place]) -> list[Place]:
    """Leave out who funds where that only describes the project: "the EU-funded project costs 100 EUR"."""
    if len(before) <= 1 or before[-1].cue not in _COSTS:
        return list(before)
    left: set[Place] = set()
    for at, one in enumerate(before[:-1]):
        following = before[at + 1 : at + 3]
        project = next((p for p in following if p.cue == "project"), None)
        if one.cue in SHARES and project is not None:
            funded = all(p.cue in {"funding", "project"} for p in following[: following.index(project)])
            if funded and len(WORD.findall(text[one.end : project.start])) <= 1:
                left |= {one, *following[: following.index(project)]}
        if one.cue == "project" and [p.cue in SHARES | {"funding"} for p in following] == [True, True]:
            payer = following[1].cue in SHARES and following[0].cue == "funding"
            left |= set(following) if payer and len(WORD.findall(text[one.end : following[0].start])) == 0 else set()
    return [p for p in before if p not in left]


def labelled(text: str, one: Found, near: Sequence[Place]) -> Iterator[tuple[str, float]]:
    """Yield what the form of a label says: "Total: 100 EUR" is a line of an account, "the club's budget" its own."""
    cues = {p.cue for p in near}
    if owned(near):
        yield "owner", 1.0
    if text[: one.start].rstrip().endswith(":") and cues & SHARE_CUES:
        yield "labelled", 1.0
        if cues & {"total", "budget", "cost", "sum"}:
            yield "labelled-whole", 1.0


def owned(near: Sequence[Place]) -> bool:
    """Say whether an organisation stands right beside a budget or a part: "the municipality's budget"."""
    kept = [p for p in near if p.cue not in {"total", "sum"}]
    of_project = {p.start for p in kept if p.cue == "project"}
    for one, other in pairwise(kept):
        cues = {one.cue, other.cue}
        owned = next((p for p in (one, other) if p.cue in {"budget", "cost", "part"}), None)
        if "organisation" in cues and owned is not None and owned.start not in of_project:
            return True
    return False


def until_rest(after: Sequence[Place]) -> list[Place]:
    """Leave out whom the rest comes from: "the county gives 30 EUR, the rest comes from the Fund"."""
    rest = next((p.start for p in after if p.cue == "remaining"), None)
    return [p for p in after if rest is None or p.start < rest]


def names_somebody(labels: Sequence[Block], row: Sequence[Place], column: Sequence[Place]) -> bool:
    """Say whether a row is named after somebody: "Comune di Bolzano" is a partner, "comune" whoever pays the rest."""
    cues = {p.cue for p in row}
    if cues & {"funding", "budget", "cost", "part", "grant"} or not any(p.cue in SHARE_CUES for p in column):
        return False
    words = [w for block in labels[:1] for w in WORD.findall(block.text)]
    return len(words) > 1 and words[-1][0].isupper() and words[0][0].isupper()


def names_item(text: str, before: Sequence[Place]) -> bool:
    """Say whether an item of a list is a name with its figure, and no word of money: "Port of Fenwick – 300 EUR"."""
    name = text.strip(" \u00a0–—-:•*")
    telling = any(p.cue in SHARE_CUES | {"price", "paid", "requested", "limit"} for p in before)
    return 0 < len(name) <= _NAME and name[0].isupper() and not telling


def partner_of(text: str, label: Label, one: Found, start: int) -> str:
    """Return the name of the organisation beside a figure, "" if none is named."""
    return partner_name(text, label.before, start) or partner_name(text, label.after, one.end)


def fund_of(cues: Sequence[Place]) -> str:
    """Return the first fund that cues name, "" if none."""
    return next((p.fund for p in cues if p.fund), "")


def size_of(one: Found) -> Iterator[tuple[str, float]]:
    """Yield what the size of a figure says: too small for a budget, too large for a project, a price."""
    if one.per_unit or one.upper is not None or one.unreadable or one.per:
        yield "price-like", 1.0
    elif one.value >= _HUGE and one.currency in {"EUR", "GBP", "USD"}:
        yield "huge", 1.0
    elif one.value < _SMALL:
        yield "small", 1.0


def may_be_money(text: str, one: Found, words: Vocabulary) -> bool:
    """Say whether a figure with a scale word but no currency may be money: "2 million from the Fund", no visitors."""
    following = WORD.match(text, one.end + len(text[one.end :]) - len(text[one.end :].lstrip()))
    return one.factor >= _SCALED and (
        following is None or fold(following[0]) in words.single("from") | words.single("and") | words.single("within")
    )
