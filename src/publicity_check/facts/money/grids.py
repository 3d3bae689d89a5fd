"""Tables as grids: which cells hold figures, what heads and labels say of them, in which currency and scale.

A head keeps its words whatever digits it holds ("ERDF (85 %)", "tūkst. EUR", "2024"); the unit of a bare figure is
that of its cell, its row's next cell, its column, the table's caption or corner, or the line before or after.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from publicity_check.facts.lexicon.money import SIGNS, SYMBOLS, Vocabulary
from publicity_check.facts.money.scan import Found
from publicity_check.publication import Block, Publication
from publicity_check.text.words import WORD, fold
from publicity_check.values.figures import read_figure

_BESIDE = 15
"""Letters that may stand beside a figure in a cell that holds nothing else: "ca.", "(ohne MwSt.)"."""
_REMARK = 45
"""Letters of a remark with a rate behind the figure of a cell: "which is 70 % of the eligible costs"."""
_BESIDE_RATE = 5
"""Letters that may stand beside a percentage in a cell that holds nothing else."""
_PROSE = 160
"""Characters from which on a cell holds running text."""
_THOUSANDS = re.compile(
    rf"(?:[x×*/]|\bin|\bin\s)\s*[{SIGNS}]?\s*1[.,\u00a0\u202f ]?000\b|['’]000\b|\(000\b"
    rf"|\b000\s?[{SIGNS}]|[{SIGNS}]\s?000\b"
)
_ONE_THOUSAND = re.compile(r"(?<![\d.,])1[., \u00a0\u202f]?000\s?$")
"""What stands before a currency in a head that counts in thousands: "amounts in 1.000 kr."."""
_SIGNS = re.compile(f"[{SIGNS}]")
_SHORT = 3
"""Letters of a currency's code: longer names joined to a word are part of a name."""
_GROUPED = _THOUSAND = 1000
"""From this figure on, groups of digits tell that it is money."""
_LINES = 2
"""Lines of text above the first figure from which on a table is a list of labels and values: it has no head."""
_NEXT = 2
"""Words between a currency and its scale."""
_HUNDRED = Decimal(100)
_YEARS = range(1990, 2060)


class Unit(msgspec.Struct, frozen=True, gc=False):
    """What figures are counted in: a currency and a factor."""

    currency: str
    factor: int = 1


class Labels(msgspec.Struct, frozen=True):
    """The texts around a cell: of its row, at the head of its column, in the corner, and above the table."""

    row: tuple[Block, ...] = ()
    column: tuple[Block, ...] = ()
    corner: tuple[Block, ...] = ()
    caption: tuple[Block, ...] = ()


class Grid:
    """One table: its cells by row and column."""

    def __init__(
        self, blocks: Sequence[Block], publication: Publication, figures: Mapping[int, Sequence[Found]]
    ) -> None:
        self._cells: dict[tuple[int, int], list[Block]] = {}
        self._rows: dict[int, list[Block]] = {}
        self._columns: dict[int, list[Block]] = {}
        for block in blocks:
            if block.cell is not None:
                self._cells.setdefault((block.cell.row, block.cell.column), []).append(block)
                self._rows.setdefault(block.cell.row, []).append(block)
                self._columns.setdefault(block.cell.column, []).append(block)
        self._figures = figures
        self._filled: dict[int, bool] = {}
        self._hundreds: dict[int, bool] = {}
        self._first: dict[int, int] = {}
        self._labels: dict[int, list[Block]] = {}
        self._around = _around(publication, blocks)
        self._units: dict[int, Unit | None] = {}

    def is_figure(self, block: Block) -> bool:
        """Say whether a cell holds a figure and next to nothing else."""
        known = self._filled.get(block.index)
        if known is None:
            filled = fills(block.text, self._figures.get(block.index, ())) and not self.counts(block)
            known = self._filled[block.index] = filled
        return known

    def counts(self, block: Block) -> bool:
        """Say whether a cell only says that its column counts in thousands: "1 000 euro" as a head."""
        found = self._figures.get(block.index, ())
        if len(found) != 1 or found[0].value != _THOUSAND or not found[0].currency or block.cell is None:
            return False
        column = self._columns[block.cell.column]
        return block is column[0] and len(column) > 1

    def _first_figure(self, column: int) -> int:
        """Return the row of the first figure in a column, 0 if there is none."""
        if column not in self._first:
            rows = (b.cell.row for b in self._columns[column] if b.cell and self.is_figure(b))
            self._first[column] = min(rows, default=0)
        return self._first[column]

    def _labels_in(self, column: int) -> list[Block]:
        """Return the labels in a column."""
        if column not in self._labels:
            self._labels[column] = [b for b in self._columns[column] if b.cell and self._is_label(b)]
        return self._labels[column]

    def labels(self, block: Block) -> Labels:
        """Return the texts that say what the figure in a cell is."""
        cell = block.cell
        if cell is None:
            return Labels()
        row = [b for b in self._rows[cell.row] if b is not block and self._is_label(b)]
        left = [b for b in row if b.cell and b.cell.column < cell.column]
        above = [b for b in self._labels_in(cell.column) if b.cell and b.cell.row < cell.row]
        first = self._first_figure(cell.column)
        head = self._heads_of(cell.column, [b for b in above if b.cell and (b.cell.row < first or b.cell.header)])
        first_column = min(self._columns)
        corner = [
            b for b in self._labels_in(first_column) if b.cell and b.cell.row < first and b.cell.column != cell.column
        ]
        own = [b for b in self._cells[cell.row, cell.column] if b.index < block.index and self._is_label(b)]
        column = head or [b for b in above if b.cell and b.cell.row > first][-1:]
        return Labels((*(left or row), *own), tuple(column), tuple(corner), self._around[:1])

    def _heads_of(self, column: int, above: list[Block]) -> list[Block]:
        """Leave out the values of labels in their rows, where several such lines stand above: "Programme", "Code"."""
        values = [b for b in above if b.cell and not b.cell.header and self._named(b.cell.row, column)]
        return above if len(values) < _LINES else [b for b in above if b not in values]

    def _named(self, row: int, column: int) -> bool:
        """Say whether a row has a label before a column."""
        return any(b.cell and b.cell.column < column and self._is_label(b) for b in self._rows[row])

    def unit(self, block: Block, words: Vocabulary) -> Unit | None:
        """Return the unit that a bare figure in a cell is counted in, ``None`` if the table names none."""
        cell = block.cell
        if cell is None:
            return None
        labels = self.labels(block)
        beside = [b for b in self._rows[cell.row] if b.cell and b.cell.column == cell.column + 1]
        for other in (*beside, *labels.row, *reversed(labels.column)):
            if not self.is_figure(other) and len(other.text) < _PROSE:
                found = self._unit_of(other, words)
                if found:
                    return found
        for other in (*labels.corner, *self._around):
            found = self._unit_of(other, words)
            if found:
                return found
        heads = (b for b in self._heads() if b not in labels.column)
        for other in heads:
            found = self._unit_of(other, words)
            if found:
                return found
        if not _written_as_money(self._figures.get(block.index, ())):
            return None
        return self._column_unit(cell.column) or next(
            (u for column in self._columns if (u := self._column_unit(column))), None
        )

    def units(self, block: Block, words: Vocabulary) -> list[Unit]:
        """Return the units of a cell that holds several bare figures: its head, row or the table names as many."""
        labels = self.labels(block)
        for other in (*labels.column, *labels.row, *labels.corner, *self._around):
            found = units_of(other.text, words)
            if len(found) > 1:
                return found
        return []

    def _heads(self) -> list[Block]:
        """Return the labels above the first row with figures."""
        first = min(
            (b.cell.row for bs in self._columns.values() for b in bs if b.cell and self.is_figure(b)), default=0
        )
        return [b for row, bs in self._rows.items() if row < first for b in bs if self._is_label(b)]

    def decimals(self) -> str:
        """Return the decimal sign that figures of the table show beyond doubt: one or two digits behind it."""
        for found in self._figures.values():
            for one in found:
                if one.figure.precision < 1 and one.figure.style.startswith("plain-"):
                    return "," if one.figure.style.endswith("comma") else "."
        return ""

    def has_head(self, block: Block) -> bool:
        """Say whether the column of a cell has a head."""
        return bool(self.labels(block).column)

    def heads_of_rates(self, block: Block, words: Vocabulary) -> bool:
        """Say whether the head of a cell's column says that its figures are percentages."""
        return any(
            ("%" in b.text or _per_cent(b.text, words)) and not any(c.isdigit() for c in b.text)
            for b in self.labels(block).column
        ) or (block.cell is not None and self._makes_a_hundred(block.cell.column))

    def _makes_a_hundred(self, column: int) -> bool:
        """Say whether the bare figures of a column make a hundred, beside a column of money."""
        known = self._hundreds.get(column)
        if known is None:
            cells = (self._figures.get(b.index, ()) for b in self._columns[column] if self.is_figure(b))
            values = [f.value if not f.currency else _HUNDRED * 2 for found in cells for f in found]
            *parts, last = values or [Decimal(0)]
            whole = len(parts) > 1 and max(values) <= _HUNDRED
            made = whole and sum(parts) == last == _HUNDRED
            known = self._hundreds[column] = made and any(self._column_unit(c) for c in self._columns if c != column)
        return known

    def _is_label(self, block: Block) -> bool:
        return (
            (any(c.isalpha() for c in block.text) or block.text.strip() == "%")
            and not self.is_figure(block)
            and len(block.text) < _PROSE * 2
        )

    def _column_unit(self, column: int) -> Unit | None:
        for block in self._columns.get(column, ()):
            for found in self._figures.get(block.index, ()):
                if found.currency and self.is_figure(block):
                    return Unit(found.currency)
        return None

    def _unit_of(self, block: Block, words: Vocabulary) -> Unit | None:
        if block.index not in self._units:
            self._units[block.index] = unit_of(block.text, words)
        return self._units[block.index]


def _written_as_money(found: Sequence[Found]) -> bool:
    """Say whether a bare figure has groups or decimals: one without may be a number of anything."""
    return any(not f.percent and (f.figure.style != "plain-none" or f.figure.value < _GROUPED) for f in found)


def unit_of(text: str, words: Vocabulary) -> Unit | None:
    """Return the unit that a head names: "(EUR)", "v tisoč evrih", "E Ft", "× 1.000 €", "k€"."""
    if len(text) > _PROSE:
        return None
    matches = list(WORD.finditer(text))
    currency, factor, at = next(_named(text, matches, words), ("", 1, -1))
    if not currency:
        sign = next((s for s in SYMBOLS if s in text), "")
        if not sign:
            return None
        currency = SYMBOLS[sign]
        before = text[: text.index(sign)]
        letter = re.search(r"(?<![^\W\d_])([kKTmM]|Md)\s?$", before)
        factor = words.letter_scales.get(letter[1], 1) if letter else 1
    if factor == 1:
        factor = _scale(text, matches, at, words)
    if factor == 1 and at >= 0 and _ONE_THOUSAND.search(text, 0, matches[at].start()):
        factor = 1000
    return Unit(currency, factor)


def units_of(text: str, words: Vocabulary) -> list[Unit]:
    """Return the units of a head that names several, in the order of the figures below: "EUR (kn)"."""
    if len(text) > _PROSE:
        return []
    matches = list(WORD.finditer(text))
    found = [(matches[at].start(), Unit(code, factor)) for code, factor, at in _named(text, matches, words)]
    found += [(m.start(), Unit(SYMBOLS[m[0]])) for m in _SIGNS.finditer(text)]
    ordered = dict.fromkeys(unit for _, unit in sorted(found, key=lambda item: item[0]))
    scale = _scale(text, matches, -1, words) if len(ordered) > 1 else 1
    return [Unit(unit.currency, unit.factor if unit.factor > 1 else scale) for unit in ordered]


def _named(text: str, matches: Sequence["re.Match[str]"], words: Vocabulary) -> Iterator[tuple[str, int, int]]:
    """Yield the currencies that a head names by words or codes: code, factor, and which word it is."""
    for i, match in enumerate(matches):
        known = words.exact_currencies.get(match[0]) or words.currencies.get(fold(match[0]))
        if known is not None and _plain(text, match) and not (known.rare and len(matches) == 1):
            yield known.code, known.factor, i


def _plain(text: str, match: "re.Match[str]") -> bool:
    """Say whether a currency's name stands for itself and is no part of a name: "euro", not "Euro-Region"."""
    after = text[match.end() : match.end() + 2]
    joined = after[:1] in {"-", "‑"} or (after[:1] == "." and after[1:].isalpha())
    return not joined or len(match[0]) <= _SHORT


def _scale(text: str, matches: Sequence["re.Match[str]"], at: int, words: Vocabulary) -> int:
    if _THOUSANDS.search(text):
        return 1000
    for i, match in enumerate(matches):
        key = fold(match[0])
        scale = words.scales.get(key)
        if scale and scale > 1 and (at < 0 or abs(i - at) <= _NEXT):
            return scale
        if at == i + 1 and match[0] in {*words.letter_scales, "E", "e"}:
            return 1000 if match[0] in {"E", "e"} else words.letter_scales[match[0]]
    return 1


def _per_cent(text: str, words: Vocabulary) -> bool:
    return any(fold(w).startswith(stem) for w in WORD.findall(text) for stem in words.single("percent"))


def _around(publication: Publication, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the line before a table, its caption included, and the line after it."""
    first, last = blocks[0].index, blocks[-1].index
    before = publication.blocks[first - 1 : first] if first else ()
    after = publication.blocks[last + 1 : last + 2]
    table = blocks[0].cell.table if blocks[0].cell else -1
    return tuple(b for b in (*before, *after) if (b.cell is None or b.cell.table != table) and len(b.text) < _PROSE)


def fills(text: str, found: Sequence[Found]) -> bool:
    """Say whether figures fill a text: next to nothing else stands in it."""
    money = [f for f in found if not f.percent or f.currency]
    if not found:
        return False
    inside = sum(c.isalpha() for f in found for c in text[f.start : f.end])
    before = sum(c.isalpha() for c in text[: found[0].start])
    rest = sum(c.isalpha() for c in text) - inside
    if not money:
        return not before and rest <= _BESIDE_RATE
    remark = _REMARK if len(money) == 1 and any(f.percent for f in found if f.start >= money[0].end) else _BESIDE
    return before <= _BESIDE_RATE and rest <= remark


def is_year(one: Found, text: str) -> bool:
    """Say whether a bare figure is a year: four digits without decimals, groups or a currency of its own."""
    return one.figure.value in _YEARS and text[one.digits : one.digits + 4].isdigit() and one.figure.precision == 1


def grids(publication: Publication, figures: Mapping[int, Sequence[Found]]) -> dict[int, Grid]:
    """Return the tables of a publication that hold figures, by their number."""
    tables: dict[int, list[Block]] = {}
    for block in publication.blocks:
        if block.cell is not None:
            tables.setdefault(block.cell.table, []).append(block)
    return {
        number: Grid(blocks, publication, {b.index: figures[b.index] for b in blocks if b.index in figures})
        for number, blocks in tables.items()
        if any(b.index in figures for b in blocks)
    }


def with_unit(found: Sequence[Found], unit: Unit, text: str, decimal: str) -> Iterator[Found]:
    """Yield the figures of a cell, bare ones in the unit of their table.

    Where figures are counted in thousands and others of the table have decimals, "350,608" has three of them.
    """
    for one in found:
        if one.currency or one.percent:
            yield one
            continue
        figure = one.figure
        written = text[one.digits : one.end].strip()
        if unit.factor > 1 and decimal and decimal in written:
            figure = read_figure(written, scaled=True) or figure
        yield msgspec.structs.replace(one, figure=figure, currency=unit.currency, factor=one.factor * unit.factor)


def several(found: Sequence[Found], text: str) -> bool:
    """Say whether a cell holds several bare figures and no more: "100.000,00 (753.450,00)"."""
    return len(found) > 1 and not any(f.currency or f.percent or f.unreadable for f in found) and fills(text, found)


def bare(found: Sequence[Found], text: str) -> bool:
    """Say whether a cell holds one bare figure and no more: an amount if its table says in what."""
    plain = [f for f in found if not f.currency and not f.percent]
    money = [f for f in found if f.currency]
    if len(plain) != 1 or is_year(plain[0], text) or plain[0].unreadable or plain[0].figure.value < Decimal("0.01"):
        return False
    return len(found) <= 2 + len(money) and fills(text, [plain[0], *money, *(f for f in found if f.percent)])
