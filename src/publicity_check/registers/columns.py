"""Which column of a register holds what: by the names that official lists are known to give, or as the user says."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from publicity_check.config.model import RegisterFile
from publicity_check.errors import ConfigError
from publicity_check.registers.cells import Sign, currency_in, decimal_sign, figure, is_nothing, rate
from publicity_check.registers.table import Row
from publicity_check.rulebook.registers import RegisterField, RegisterKind
from publicity_check.text.words import words

SUMS: tuple[RegisterField, ...] = ("total", "eligible", "eu")
FIGURES: tuple[RegisterField, ...] = (*SUMS, "rate")
_HEADING_ROWS = 20
"""Rows among which the heading stands: lists begin with their title and day."""
_FEWEST = 3
"""Columns by which a kind of register is known."""
_UNION = "operations-"
"""How the kinds begin whose names stand beside those of a national list."""
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PARTS = re.compile(r"[/|;\n\r]+| - ")
_SHOWN = 12


class Layout(msgspec.Struct, frozen=True):
    """Where what stands in a register: the index of the column of each field, and how its cells are to be read."""

    columns: Mapping[RegisterField, int]
    names: Mapping[RegisterField, str]
    """How the columns are named in the heading."""
    heading: int
    """The line of the heading."""
    width: int
    """Columns of the heading."""
    kind: RegisterKind | None = None
    currencies: Mapping[RegisterField, str] = {}
    """What the headings of sums say of their currency."""


def names_in(cell: str) -> frozenset[str]:
    """Return what a heading may be called: all of it, its parts between signs, and both without brackets.

    >>> sorted(names_in("Nazwa beneficjenta/ Beneficiary name"))
    ['beneficiary name', 'nazwa beneficjenta', 'nazwa beneficjenta beneficiary name']
    """
    texts = (cell, _IN_BRACKETS.sub(" ", cell))
    parts = (part for text in texts for part in (text, *_PARTS.split(text)))
    return frozenset(filter(None, (" ".join(words(part)) for part in parts)))


def layout_of(
    path: Path, rows: Sequence[Row], kinds: Mapping[str, RegisterKind], asked: RegisterFile, currency: Mapping[str, str]
) -> Layout | None:
    """Return where what stands in a table, told by its first rows; ``None`` if no kind is known and none is told.

    Raises :class:`ConfigError` where a column that the configuration names is not there.
    """
    first = rows[:_HEADING_ROWS]
    if asked.columns:
        return _told(path, first, asked, currency)
    best: tuple[int, Layout] | None = None
    for line, cells in first:
        headings = [names_in(cell) for cell in cells]
        for kind in kinds.values():
            found = _matched(headings, kind)
            if len(found) >= _FEWEST and ({"number", "title", "acronym"} & set(found)):
                found = _with_union(headings, found, kinds)
                if best is None or len(found) > best[0]:
                    best = len(found), _layout(line, cells, found, kind, currency)
    return best[1] if best else None


def _matched(headings: Sequence[frozenset[str]], kind: RegisterKind) -> dict[RegisterField, int]:
    found: dict[RegisterField, int] = {}
    for field, names in kind.columns.items():
        for name in names:
            key = " ".join(words(name))
            place = next((i for i, told in enumerate(headings) if key in told and i not in found.values()), None)
            if place is not None:
                found[field] = place
                break
    return found


def _with_union(
    headings: Sequence[frozenset[str]], found: dict[RegisterField, int], kinds: Mapping[str, RegisterKind]
) -> dict[RegisterField, int]:
    """Return the columns of a kind with those that carry the names that Union law gives them."""
    more: dict[RegisterField, int] = {}
    for kind in (k for k in kinds.values() if k.id.startswith(_UNION)):
        more = {**_matched(headings, kind), **more}
    return {**{f: place for f, place in more.items() if place not in found.values()}, **found}


def _layout(
    line: int,
    cells: Sequence[str],
    found: Mapping[RegisterField, int],
    kind: RegisterKind | None,
    currency: Mapping[str, str],
) -> Layout:
    names: dict[RegisterField, str] = {field: " ".join(cells[place].split()) for field, place in found.items()}
    currencies = {field: currency_in(names[field], currency) for field in SUMS if field in names}
    return Layout(found, names, line, len(cells), kind, {f: c for f, c in currencies.items() if c})


def _told(path: Path, first: Sequence[Row], asked: RegisterFile, currency: Mapping[str, str]) -> Layout:
    """Return the layout that the configuration tells."""
    wanted = {field: names_in(name) for field, name in asked.columns.items()}
    best: tuple[int, Sequence[str], dict[RegisterField, int]] | None = None
    for line, cells in first:
        headings = [names_in(cell) for cell in cells]
        found: dict[RegisterField, int] = {}
        for field, names in wanted.items():
            place = next((i for i, told in enumerate(headings) if names & told), None)
            if place is not None:
                found[field] = place
        if best is None or len(found) > len(best[2]):
            best = line, cells, found
    if best is None:
        raise ConfigError(f"{path}: is empty")
    line, cells, found = best
    for field, name in asked.columns.items():
        if field not in found:
            raise ConfigError(f'{path}: there is no column "{name}" ({field}); the columns are {_listed(cells)}')
    return _layout(line, cells, found, None, currency)


def signs_of(layout: Layout, rows: Sequence[Row]) -> dict[RegisterField, Sign]:
    """Return the decimal sign of each column of sums, as far as some of its cells tell."""
    told: Sign = layout.kind.decimal if layout.kind else ""
    return {
        field: told or decimal_sign(cells[place] for _, cells in rows if place < len(cells))
        for field, place in layout.columns.items()
        if field in SUMS
    }


def unknown(path: Path, rows: Sequence[Row]) -> ConfigError:
    """Return the error that nothing is known of a register's columns, with what they may be, ready to be pasted."""
    table = [row for row in rows if sum(not is_nothing(cell) for cell in row[1]) > 1]
    if not table:
        return ConfigError(f"{path}: holds no table with a heading and rows")
    heading = table[0][1]
    guessed = proposed(heading, [cells for _, cells in table[1:]])
    if not guessed:
        return ConfigError(f"{path}: its columns are not known ({_listed(heading)}); name them under [[register]]")
    told = ", ".join(f'{field} = "{name}"' for field, name in guessed.items())
    return ConfigError(
        f"{path}: its columns are not known ({_listed(heading)}); name them in the configuration, "
        f'perhaps so: [[register]] file = "{path.name}" columns = {{ {told} }}'
    )


_NUMBERED = 0.8
_LONG = 25.0
"""Letters of a title, on average, at least."""


def proposed(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[RegisterField, str]:
    """Return what columns may hold, by what stands in them: the number, the title, the total and the Union's part."""
    columns = [[row[i].strip() for row in rows if i < len(row) and not is_nothing(row[i])] for i in range(len(heading))]
    found: dict[RegisterField, str] = {}
    texts = [(_average(cells), i) for i, cells in enumerate(columns) if cells and _average(cells) >= _LONG]
    if texts:
        found["title"] = heading[max(texts)[1]].strip()
    for i, cells in enumerate(columns):
        digits = sum(any(map(str.isdigit, c)) and " " not in c and figure(c) is None for c in cells)
        if cells and len(set(cells)) == len(cells) and digits >= _NUMBERED * len(cells):
            found["number"] = heading[i].strip()
            break
    sums = []
    for i, cells in enumerate(columns):
        values = [value for cell in cells if (value := figure(cell)) is not None]
        if cells and len(values) >= _NUMBERED * len(cells) and not all(rate(cell) is not None for cell in cells):
            sums.append((sum(values), heading[i].strip()))
    order: tuple[RegisterField, ...] = ("total", "eu")
    found.update(zip(order, (name for _, name in sorted(sums, reverse=True)), strict=False))
    return found


def _average(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells)


def _listed(cells: Sequence[str]) -> str:
    names = [f'"{" ".join(cell.split())[:40]}"' for cell in cells if cell.strip()]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
