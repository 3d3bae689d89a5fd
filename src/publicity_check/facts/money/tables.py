"""Tables: what an amount is by the cells beside and above it, and where its currency stands."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from publicity_check.facts.lexicon.money import SYMBOLS, Vocabulary
from publicity_check.facts.money.decide import Role, by_cues
from publicity_check.facts.money.labels import Place, places
from publicity_check.facts.money.pairs import is_label
from publicity_check.facts.money.scan import Found
from publicity_check.publication import Block, Publication
from publicity_check.rulebook.languages import Cue
from publicity_check.text.words import WORD

_MONEY: frozenset[Cue] = frozenset({"funding", "budget", "cost", "part"})


class TableLabels:
    """The cells of a publication's tables, by row and by column."""

    def __init__(self, publication: Publication) -> None:
        self._rows: dict[tuple[int, int], list[Block]] = {}
        self._columns: dict[tuple[int, int], list[Block]] = {}
        self._first: dict[int, Block] = {}
        self._blocks = publication.blocks
        for block in publication.blocks:
            if block.cell is not None:
                self._rows.setdefault((block.cell.table, block.cell.row), []).append(block)
                self._columns.setdefault((block.cell.table, block.cell.column), []).append(block)
                self._first.setdefault(block.cell.table, block)

    def with_currency(self, block: Block, found: list[Found], words: Vocabulary) -> list[Found]:
        """Give bare figures that fill a cell the currency of the next cell, the row, the column or the caption."""
        bare = [f for f in found if not f.currency and not f.percent]
        if len(bare) != 1 or len(found) > 2 or len(block.text) > len(block.text[bare[0].digits : bare[0].end]) + 3:
            return found
        for other in self._labels(block, nearest=True):
            currency = self._currency_of(other.text, words)
            if currency:
                code, factor = currency
                return [replace(f, currency=code, factor=f.factor * factor) if f is bare[0] else f for f in found]
        return found

    def _labels(self, block: Block, *, nearest: bool = False) -> list[Block]:
        cell = block.cell
        if cell is None:
            return []
        row = [b for b in self._rows[cell.table, cell.row] if b is not block and b.cell]
        left = [b for b in row if b.cell and b.cell.column < cell.column]
        right = [b for b in row if b.cell and b.cell.column > cell.column]
        above = [b for b in self._columns[cell.table, cell.column] if b.cell and b.cell.row < cell.row]
        head = [b for b in above if not any(c.isdigit() for c in b.text) or (b.cell and b.cell.header)]
        ordered = [*right[:1], *reversed(left), *reversed(head)] if nearest else [*left, *head]
        ordered = [b for b in ordered if not any(c.isdigit() for c in b.text)]
        if nearest:
            first = self._first[cell.table]
            before = self._blocks[first.index - 1 : first.index] if first.index else ()
            ordered += [first, *before]
        return ordered

    def _currency_of(self, text: str, words: Vocabulary) -> tuple[str, int] | None:
        if len(text) > 120:
            return None
        for match in WORD.finditer(text):
            known = words.exact_currencies.get(match[0])
            if known:
                scale = words.scales.get(_word_before(text, match.start()), 1)
                return known.code, known.factor * scale
        return next(((code, 1) for sign, code in SYMBOLS.items() if sign in text), None)

    def role(self, block: Block, words: Vocabulary, named: Mapping[int, Sequence[Place]]) -> Role:
        """Say what the amount in a cell is by its row's label, then by its column's."""
        cell = block.cell
        if cell is None:
            return Role()
        row = [b for b in self._rows[cell.table, cell.row] if b is not block and is_label(b.text)]
        above = [
            b
            for b in self._columns[cell.table, cell.column]
            if b.cell and b.cell.row < cell.row and not _figures_only(b.text)
        ]
        row_cues = [p for b in row for p in self._cues(b, words, named)]
        column_cues = [p for b in above[:1] for p in self._cues(b, words, named)] if above else []
        by_row, by_column = by_cues(row_cues, row_cues), by_cues(column_cues, column_cues)
        named_row = by_row.share == "own" and not {p.cue for p in row_cues} & _MONEY and _is_name(row)
        if by_column.share and (by_row.share is None or named_row or not column_only(by_row)):
            if {p.cue for p in row_cues} & {"total", "project"} and by_row.scope != "partner":
                return replace(by_column, scope=by_column.scope or "project", certain=True, reasons=("table",))
            settled = by_row.share in {"eu", "national", "own", "private", "eligible"}
            if settled and not named_row and by_column.share == "total":
                return replace(by_row, scope=by_row.scope or "project", certain=True, reasons=("table",))
            label = next((b for b in row if WORD.search(b.text)), None)
            if label is not None and label.cell and label.cell.column < cell.column:
                name = " ".join(label.text.split())[:80]
                return replace(by_column, scope="partner", partner=name, certain=False, reasons=("table",))
            return replace(by_column, scope=by_column.scope or "project", certain=True, reasons=("table",))
        if by_row.share:
            return replace(by_row, scope=by_row.scope or "project", certain=True, reasons=("table",))
        return replace(by_row, reasons=("table",)) if by_row.scope else Role()

    def _cues(self, block: Block, words: Vocabulary, named: Mapping[int, Sequence[Place]]) -> list[Place]:
        return places(block.text, 0, len(block.text), words, list(named.get(block.index, ())))


def column_only(role: Role) -> bool:
    """Say whether a row's label settles the role by itself."""
    return role.share in {"eu", "national", "own", "private", "eligible"} or role.scope == "other"


def _is_name(row: Sequence[Block]) -> bool:
    """Say whether a row's label ends in a name: "Comune di Bolzano" is a partner, "comune" whoever pays the rest."""
    found = [w for block in row[:1] for w in WORD.findall(block.text)]
    return len(found) > 1 and found[-1][0].isupper()


def _figures_only(text: str) -> bool:
    return not any(c.isalpha() for c in text) and any(c.isdigit() for c in text)


def _word_before(text: str, position: int) -> str:
    found = WORD.findall(text[:position])
    return found[-1].lower() if found else ""
