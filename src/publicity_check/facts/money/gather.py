"""Gathers the figures and rates of a publication with the words that stand around them."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from publicity_check.facts.lexicon.money import Vocabularies, Vocabulary
from publicity_check.facts.money.around import (
    SHARES,
    fund_of,
    labelled,
    may_be_money,
    names_item,
    names_somebody,
    partner_of,
    said_of,
    size_of,
)
from publicity_check.facts.money.cues import CARRIED, Said
from publicity_check.facts.money.grids import Grid, bare, fills, grids, is_year, several, with_unit
from publicity_check.facts.money.labels import (
    SHARE_CUES,
    Place,
    beside_amounts,
    first_clause,
    places,
)
from publicity_check.facts.money.mentions import (
    Gathered,
    Mention,
    RateMention,
    clusters,
    part_rows,
    second_budgets,
)
from publicity_check.facts.money.names import Names
from publicity_check.facts.money.rates import base_of, stated
from publicity_check.facts.money.scan import Found, scan
from publicity_check.facts.money.sentences import lines
from publicity_check.facts.money.weights import PLACES
from publicity_check.publication import Block, Publication, Region, Span
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import WORD

_UNREAD = frozenset({Region.COMMENT, Region.DELETED})
_ASIDES = frozenset({Region.ASIDE, Region.NAVIGATION})
_LABEL = 110
"""Characters of a label in a block of its own."""
_LABELLED = 2
"""Blocks from one figure of a breakdown to the next, where each has its label in a block of its own."""
_LINE = 140
"""Characters of a line of a breakdown: "ERDF (85 %): 150 178.64 EUR"."""
_LARGE = 10_000
"""From this sum on, words of other languages are tried where those of the text's language say nothing."""


class _Line(msgspec.Struct):
    """A block with figures: what was scanned, and in which group it stands."""

    block: Block
    found: list[Found]
    words: Vocabulary
    group: int
    grid: Grid | None = None
    label: Block | None = None


class Gatherer:
    """Gathers the figures of one publication."""

    def __init__(
        self,
        publication: Publication,
        sentences: Sentences,
        vocabularies: Vocabularies,
        language: str,
        blocks: set[int],
        named: Mapping[int, Sequence[Place]],
        numbers: Sequence[Span] = (),
    ) -> None:
        self._publication = publication
        self._sentences = sentences
        self._vocabularies = vocabularies
        self._language = language
        self._named = named
        self._wanted = blocks
        self._numbers = numbers
        self._result = Gathered()
        self._sentence = 0
        self._taken: set[int] = set()
        self._names = Names(publication)
        self._links = _link_blocks(publication)

    def gather(self) -> Gathered:
        """Return everything found."""
        for line in self._lines():
            if line.grid is not None and line.grid.is_figure(line.block):
                self._cell(line)
            else:
                self._text(line)
        clusters(self._result.mentions)
        second_budgets(self._result.mentions)
        part_rows(self._result.mentions)
        return self._result

    def _vocabulary(self, block: Block) -> Vocabulary:
        declared = block.language or self._publication.language
        if declared and declared != self._publication.language:
            return self._vocabularies.of(declared, self._language)
        return self._vocabularies.of(self._language, declared)

    def _lines(self) -> Iterator[_Line]:
        """Yield the blocks with figures; bare ones in tables get the unit of their table."""
        scanned: dict[int, list[Found]] = {}
        vocabulary: dict[int, Vocabulary] = {}
        everything = self._vocabularies.of(self._language, *self._vocabularies.languages)
        for block in self._publication.blocks:
            if block.index in self._wanted and block.region not in _UNREAD:
                vocabulary[block.index] = words = self._vocabulary(block)
                found = [f for f in scan(block.text, words, everything) if not self._numbered(block.index, f)]
                if found:
                    scanned[block.index] = found
        tables = grids(self._publication, scanned)
        group, last = 0, None
        for index, found in scanned.items():
            block, words = self._publication.blocks[index], vocabulary[index]
            grid = tables.get(block.cell.table) if block.cell else None
            if grid is not None:
                found = [] if grid.counts(block) else self._in_table(block, found, words, grid)
            if not any(f.currency or f.percent or f.factor > 1 for f in found):
                continue
            label = None if block.cell else self._label(block, found, scanned)
            if grid is not None and block.cell is not None:
                here = -2 - block.cell.table
            else:
                group += not (last is not None and self._goes_on(last, block, label))
                here, last = group, block
            yield _Line(block, found, words, here, grid, label)

    def _numbered(self, block: int, one: Found) -> bool:
        """Say whether a figure is part of a project's number."""
        return any(n.first == block and n.start <= one.digits < n.end for n in self._numbers if n.last == n.first)

    def _in_table(self, block: Block, found: list[Found], words: Vocabulary, grid: Grid) -> list[Found]:
        if bare(found, block.text):
            if grid.heads_of_rates(block, words):
                return [replace(f, percent=True) if not f.currency else f for f in found]
            unit = grid.unit(block, words)
            return list(with_unit(found, unit, block.text, grid.decimals())) if unit else found
        if several(found, block.text):
            units = grid.units(block, words)
            if len(units) == len(found):
                return [
                    f for one, unit in zip(found, units, strict=True) for f in with_unit([one], unit, block.text, "")
                ]
        return [f for f in found if not (f.currency and is_year(f, block.text) and not grid.is_figure(block))]

    def _goes_on(self, last: Block, block: Block, label: Block | None) -> bool:
        """Say whether a block goes on with the breakdown of the one before: a list, lines, labels and values."""
        if last.region is not block.region or block.cell or last.cell:
            return False
        gap = block.index - last.index
        text = self._publication.blocks[block.index - 1].text.rstrip() if gap <= _LABELLED else ""
        if gap == 1 and last.text.rstrip().endswith(":"):
            return True
        if gap <= _LABELLED and last.kind == block.kind == "list-item":
            return True
        if gap == _LABELLED and label is not None and label.index == block.index - 1:
            return len(last.text) <= _LINE or text.endswith(":")
        return gap == 1 and len(last.text) <= _LINE and len(block.text) <= _LINE and last.kind == block.kind

    def _label(self, block: Block, found: Sequence[Found], scanned: Mapping[int, Sequence[Found]]) -> Block | None:
        """Return the block that is the label of a block's only figure: the one before, or the one behind."""
        if sum(not f.percent for f in found) != 1 or not fills(block.text, found):
            return None
        blocks = self._publication.blocks
        possible: list[Block] = []
        for index in (block.index - 1, block.index + 1):
            label = blocks[index] if 0 <= index < len(blocks) else None
            if label is None or index in self._taken or label.cell or label.region is not block.region:
                continue
            if any(f.currency for f in scanned.get(index, ())) or not any(c.isalpha() for c in label.text):
                continue
            if len(label.text) <= _LABEL and not label.text.rstrip().endswith((".", "!", "?")):
                possible.append(label)
        words = self._vocabulary(block)
        for label in possible:
            cues = self._places(label, words)
            if any(p.cue in SHARE_CUES for p in cues) and not self._repeated(label, cues, block):
                self._taken.add(label.index)
                return label
        return None

    def _repeated(self, label: Block, cues: Sequence[Place], block: Block) -> bool:
        """Say whether a label that says little stands in several places: below every work package "Budget"."""
        if {"total", "project", *SHARES} & {place.cue for place in cues}:
            return False
        blocks, way = self._publication.blocks, block.index - label.index
        beside = (b.index + way for b in blocks if b.text == label.text)
        return len({blocks[i].text for i in beside if 0 <= i < len(blocks)}) > 1

    def _places(self, block: Block, words: Vocabulary) -> list[Place]:
        return places(block.text, 0, len(block.text), words, list(self._named.get(block.index, ())))

    def _cell(self, line: _Line) -> None:
        """Take the figures of a cell of a table, with the labels of its row and column."""
        block, grid, words = line.block, line.grid, line.words
        if grid is None or block.cell is None:
            return
        labels = grid.labels(block)
        row = [p for b in labels.row for p in self._places(b, words)]
        column = [p for b in labels.column for p in self._places(b, words)]
        corner = [p for b in labels.corner for p in self._places(b, words) if p.cue in {"partner", "organisation"}]
        caption = [p for b in labels.caption for p in self._places(b, words) if p.cue in {"project", "programme"}]
        if names_somebody(labels.row, row, column):
            row = [p for p in row if p.cue != "own"]
        name = " ".join(next((b.text for b in labels.row if WORD.search(b.text)), "").split())[:80]
        said: list[Said] = [(row, PLACES["row"]), (column, PLACES["column"]), (caption, PLACES["caption"])]
        more: list[tuple[str, float]] = []
        row_cues = {p.cue for p in row}
        if name and not row_cues & (SHARE_CUES - {"own"} if column else SHARE_CUES):
            more.append(("partner-row" if corner else self._row(name, row_cues), 1.0))
        self._sentence += 1
        base = len(self._result.mentions)
        for one in line.found:
            if not one.currency or one.percent:
                continue
            mention = self._mention(line, one, said, more)
            mention.row, mention.column, mention.label = block.cell.row, block.cell.column, name
            mention.partner = name
            mention.whole_row = bool(row_cues & {"total", "sum"}) and not row_cues & SHARES
            mention.headed = bool(labels.column)
            mention.plain_row = bool(name) and not row_cues & (SHARES | {"total", "project", "eligible", "partner"})
            mention.within = "within" in row_cues
            if len(self._result.mentions) > base + 1:
                mention.column += 1000
        mine = list(range(base, len(self._result.mentions)))
        for one in line.found:
            if one.percent:
                self._cell_rate(line, one, said, mine)
        for other in (*labels.row, *labels.column):
            self._label_rates(line, other, mine)

    def _row(self, name: str, cues: Collection[str]) -> str:
        """Say what the label of a row or an item is: somebody's name, perhaps one, or none."""
        if self._names.is_name(name) or not {"partner", "organisation"}.isdisjoint(cues):
            return "named-row"
        return "titled-row" if name.lstrip(" \u00a0–—-:•*")[:1].isupper() else "row"

    def _cell_rate(self, line: _Line, one: Found, said: list[Said], mine: list[int]) -> None:
        """Take a percentage that fills a cell: it is that of the figure in its row."""
        beside, base = list(mine), None
        if not beside and line.block.cell:
            mentions = self._result.mentions
            row = [i for i, m in enumerate(mentions) if m.group == line.group and m.row == line.block.cell.row]
            beside = row[-1:]
        if mine:
            base = base_of(line.block.text, one, self._places(line.block, line.words))
        self._result.rates.append(RateMention(line.block, one, line.group, said, beside, base))

    def _label_rates(self, line: _Line, label: Block, mine: list[int]) -> None:
        """Take the percentages in the label of a figure: "ERDF (85 %)"; those of a head hold for its whole column."""
        known = [r for r in self._result.rates if r.block is label]
        if known:
            for rate in known:
                rate.beside.extend(mine)
            return
        found = [f for f in scan(label.text, line.words) if f.percent]
        if not found or any(f.currency for f in scan(label.text, line.words)):
            return
        every = self._places(label, line.words)
        for one in stated(label.text, found, every, 0, len(label.text)):
            said: list[Said] = [(one.own or every, 1.0)]
            rate = RateMention(label, one.found, line.group, said, list(mine), one.base, fund_of(one.own or every))
            self._result.rates.append(rate)

    def _text(self, line: _Line) -> None:
        """Take the figures of running text, sentence by sentence."""
        block, text = line.block, line.block.text
        listed = any(f.currency for f in line.found)
        carried: list[Place] = []
        for start, end in lines(text, self._sentences.ends(block.index), line.found):
            inside = [f for f in line.found if start <= f.start and f.end <= end]
            kept = [f for f in inside if f.currency or f.percent or (listed and may_be_money(text, f, line.words))]
            if not kept:
                continue
            self._sentence += 1
            carried = self._take(line, start, end, kept, carried)

    def _take(self, line: _Line, start: int, end: int, kept: list[Found], before: list[Place]) -> list[Place]:
        block, text = line.block, line.block.text
        cues = places(text, start, end, line.words, list(self._named.get(block.index, ())))
        foreign: frozenset[Place] = frozenset()
        if not any(c.cue in SHARE_CUES for c in cues) and any(f.value >= _LARGE and not f.percent for f in kept):
            every = places(text, start, end, self._vocabularies.of(), ())
            foreign = frozenset(p for p in every if not any(p.start < c.end and c.start < p.end for c in cues))
            cues = sorted([*cues, *foreign], key=lambda p: p.start)
        money, labels = beside_amounts(text, start, end, kept, cues, line.words.of)
        base = len(self._result.mentions)
        opens = bool(labels) and any(p.cue == "within" for p in labels[0].before)
        carried: list[Place] = list(before) if opens else []
        for one, label in zip(money, labels, strict=True):
            said = said_of(text, label, one, foreign)
            if carried:
                inner = any(p.cue == "within" for p in label.before)
                said.append((carried, PLACES["carried-within" if inner else "carried"]))
            more = list(labelled(text, one, said[0][0]))
            if len(money) == 1 and block.kind == "list-item" and names_item(text[start : one.start], label.before):
                more.append((self._row(text[start : one.start], {p.cue for p in label.before}), 1.0))
            mention = self._mention(line, one, said, more)
            mention.partner = partner_of(text, label, one, start)
            if line.label is not None and len(money) == 1:
                self._pair(line, mention)
            behind = first_clause(text, label.after, one.end)
            carried = [*carried, *(p for p in (*label.before, *behind) if p.cue in CARRIED)]
        for rate in stated(text, kept, cues, start, end, line.words.of):
            beside = [base + i for i, m in enumerate(money) if m is rate.beside]
            said = [(rate.own, 1.0), (rate.behind, PLACES["after"])]
            if beside and not rate.own and not rate.behind:
                said = list(self._result.mentions[beside[0]].said)
            fund = fund_of(rate.own) or (self._result.mentions[beside[0]].fund if beside else "")
            self._result.rates.append(RateMention(block, rate.found, line.group, said, beside, rate.base, fund))
        if line.label is not None and len(money) == 1:
            self._label_rates(line, line.label, [base])
        return carried

    def _pair(self, line: _Line, mention: Mention) -> None:
        if line.label is None:
            return
        cues = self._places(line.label, line.words)
        mention.said.append((cues, PLACES["pair"]))
        mention.label = line.label.text
        mention.fund = mention.fund or fund_of(cues)
        mention.within = mention.within or any(p.cue == "within" for p in cues)

    def _mention(self, line: _Line, one: Found, said: list[Said], more: list[tuple[str, float]]) -> Mention:
        every = [p for part, _ in said for p in part]
        cues = {p.cue for p in every}
        mention = Mention(
            line.block,
            one,
            line.group,
            self._sentence,
            list(said),
            [*more, *self._place(line.block), *size_of(one)],
            fund=fund_of(every),
            within="within" in cues,
            remaining="remaining" in cues,
            additional="additional" in cues,
            vat="with" if "with-vat" in cues else "without" if "without-vat" in cues else "",
        )
        self._result.mentions.append(mention)
        return mention

    def _place(self, block: Block) -> Iterator[tuple[str, float]]:
        if block.region in _ASIDES:
            yield "aside", 1.0
        if block.region is Region.FOOTER:
            yield "footer", 1.0
        if block.index in self._links:
            yield "link", 1.0


def _link_blocks(publication: Publication) -> frozenset[int]:
    """Return the blocks of which a link is the greater part: teasers of other pages."""
    found = set()
    for link in publication.links:
        span = link.span
        if span is None:
            continue
        for index in range(span.first, span.last + 1):
            text = publication.blocks[index].text
            if text and len(link.text) > len(text) / 2:
                found.add(index)
    return frozenset(found)
