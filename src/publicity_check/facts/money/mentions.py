"""Figures and rates with all that is said of them, and what their company tells: rows, columns, budgets of partners."""

from collections.abc import Iterator, Sequence

import msgspec

from publicity_check.facts.model import Share
from publicity_check.facts.money.cues import Said
from publicity_check.facts.money.scan import Found
from publicity_check.publication import Block

_NEAR = 2
"""Blocks across which a sentence goes on with the partner of the one before."""
_ROWS = 2
"""Rows with figures that a column with a total row has at least, but one."""
_UNION = frozenset({"eu", "fund", "payer"})
_SAYS = 0.3
"""How much the place of a cue must count for it to be said of a figure itself."""


class Mention(msgspec.Struct):
    """One figure with all that is said of it, on its way to an amount."""

    block: Block
    found: Found
    group: int
    sentence: int
    said: list[Said] = []
    more: list[tuple[str, float]] = []
    cluster: int = 0
    row: int = -1
    column: int = -1
    fund: str = ""
    partner: str = ""
    vat: str = ""
    within: bool = False
    remaining: bool = False
    additional: bool = False
    whole_row: bool = False
    headed: bool = False
    plain_row: bool = False
    label: str = ""

    @property
    def rest(self) -> bool:
        """Whether it is called what remains: in its own clause, or right behind it."""
        return any(p.cue == "remaining" for part, factor in self.said if factor >= _SAYS for p in part)


class RateMention(msgspec.Struct):
    """One percentage: where it stands, what is said of it, and the figures it stands beside."""

    block: Block
    found: Found
    group: int
    said: list[Said] = []
    beside: list[int] = []
    base: Share | None = None
    fund: str = ""
    partner: str = ""


class Gathered(msgspec.Struct):
    """All figures and rates of a publication, in reading order."""

    mentions: list[Mention] = []
    rates: list[RateMention] = []


def clusters(mentions: Sequence[Mention]) -> None:
    """Give figures that would be one partner's one number: a row of a table, a sentence and what goes on with it."""
    cluster, last = 0, None
    for mention in mentions:
        cues = {p.cue for part, _ in mention.said for p in part}
        if last is None or mention.row >= 0 or last.row >= 0:
            new = last is None or (mention.group, mention.row) != (last.group, last.row)
        elif mention.block is not last.block and mention.block.kind == last.block.kind == "list-item":
            new = not mention.within
        elif mention.sentence != last.sentence:
            goes_on = mention.within or not cues & {"partner", "organisation", "budget", "cost", "total"}
            new = not (goes_on and abs(mention.block.index - last.block.index) <= _NEAR)
        else:
            near = {p.cue for p in (mention.said[0][0] if mention.said else ())}
            new = bool(near & {"partner", "organisation"}) and not mention.within
        cluster += new
        mention.cluster = cluster
        last = mention


def columns(mentions: Sequence[Mention]) -> Iterator[tuple[list[int], int]]:
    """Yield the columns of tables that have one total row, first or last: their rows, and that row."""
    found: dict[tuple[int, int], list[int]] = {}
    for i, mention in enumerate(mentions):
        if mention.row >= 0:
            found.setdefault((mention.group, mention.column), []).append(i)
    for members in found.values():
        wholes = [i for i in members if mentions[i].whole_row]
        if len(wholes) == 1 and len(members) > _ROWS and wholes[0] in {members[0], members[-1]}:
            yield [i for i in members if i != wholes[0]], wholes[0]


def part_rows(mentions: Sequence[Mention]) -> None:
    """Mark the rows that name no payer in a column with a total row: they are parts of it, whatever they are.

    In a column of payers, the Union or a fund among them, they are payers too: whoever pays the rest.
    """
    for parts, whole in columns(mentions):
        mentions[whole].more.append(("total-row", 1.0))
        paid = any(_row_cues(mentions[i]) & _UNION for i in parts if not mentions[i].plain_row)
        for i in parts:
            if mentions[i].plain_row:
                mentions[i].more.append(("payer-row" if paid else "part-row", 1.0))


def _row_cues(mention: Mention) -> set[str]:
    return {p.cue for part, _ in mention.said[:1] for p in part}


def second_budgets(mentions: Sequence[Mention]) -> None:
    """Mark budgets behind a total of the same breakdown that no word calls the project's: they are partners'."""
    whole: dict[int, Mention] = {}
    for mention in mentions:
        cues = {p.cue for part, _ in mention.said[:1] for p in part}
        if not cues & {"budget", "cost", "total"} or mention.row >= 0 or cues & {"eu", "fund", "eligible", "national"}:
            continue
        first = whole.setdefault(mention.group, mention)
        smaller = mention.found.value < first.found.value and mention.found.currency == first.found.currency
        if first is not mention and smaller and not cues & {"total", "project"}:
            mention.more.append(("second-budget", 1.0))
