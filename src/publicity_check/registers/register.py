"""One register: its rows, looked up by number and by the words of a title, each read when it is asked for."""

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from zlib import crc32

import msgspec

from publicity_check.config.model import Project, RegisterFile
from publicity_check.errors import ConfigError
from publicity_check.registers.cells import (
    Sign,
    currency_in,
    currency_names,
    day,
    figure,
    is_nothing,
    rate,
    reads_plainly,
)
from publicity_check.registers.columns import FIGURES, SUMS, Layout, layout_of, signs_of, unknown
from publicity_check.registers.table import Row, Sheet, digest_of, sheets_of
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.registers import RegisterField
from publicity_check.text.words import words
from publicity_check.values.message import Quote, Values

_SAMPLE = 2_000
"""Rows that tell the decimal sign of a column."""
_BETWEEN = "\x1f"
"""What stands between the kept cells of a row."""
RUN = 3
"""Words at the beginning, in the middle and at the end of a title by which it is looked up."""


class BadRow(msgspec.Struct, frozen=True, gc=False):
    """What cannot be used of a register: its line, and the code and values of the message that says why."""

    line: int
    code: str
    values: Values = {}


class RegisterRow(msgspec.Struct, frozen=True, gc=False):
    """Where a row stands: the register's file and its digest, the sheet, the line, and the row's cells as they are."""

    file: str
    sha256: str
    sheet: str
    line: int
    cells: Mapping[str, str]

    def told(self) -> str:
        """Return the cells as one line of text, each after the name of its column."""
        return "; ".join(f"{name}: {' '.join(cell.split())}" for name, cell in self.cells.items() if cell.strip())


class Registered(Project, frozen=True, kw_only=True):
    """A project as a register, and the user's own declaration of it, have it."""

    beneficiary: str = ""
    programme: str = ""
    start: str = ""
    end: str = ""
    row: RegisterRow


class Register(msgspec.Struct, frozen=True, dict=True):
    """A register as read. ``file`` is as the user named it; rows are kept as text and read when asked for."""

    file: str
    sha256: str
    sheet: str
    layout: Layout
    signs: Mapping[RegisterField, Sign]
    asked: RegisterFile
    rows: tuple[str, ...]
    lines: "array[int]"
    bad: tuple[BadRow, ...]
    numbers: Mapping[str, int | tuple[int, ...]]
    """The places of rows by their number's letters and digits."""
    currencies: Mapping[str, str]

    def __repr__(self) -> str:
        """Name what decides about a verdict: what was read, and how."""
        return f"Register({self.sha256}, {self.sheet!r}, {self.asked!r})"

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def currency(self) -> str:
        """The currency of figures that have none of their own."""
        return self.asked.currency or (self.layout.kind.currency if self.layout.kind else "EUR")

    def of_number(self, number: str) -> "Registered | None":
        """Return the project with a number, however its signs are written; ``None`` where there is none."""
        found = self.numbers.get(compact(number))
        return None if found is None else self.project(found if isinstance(found, tuple) else (found,))

    def project(self, places: Sequence[int]) -> Registered:
        """Return the project of some rows; what these do not agree on is left out."""
        found = [self._cells(place) for place in places]
        same = {field: cell if all(cells[field] == cell for cells in found) else "" for field, cell in found[0].items()}
        kind = self.layout.kind
        language = (self.asked.language or (kind.language if kind else "")) or "xx"
        titles = {"en": found[0].get("title_en", "").strip()}
        titles |= {language: title} if (title := found[0].get("title", "").strip()) else {}
        row = RegisterRow(
            self.file,
            self.sha256,
            self.sheet,
            self.lines[places[0]],
            {self.layout.names[field]: cell for field, cell in found[0].items()},
        )
        return Registered(
            number=self._number(found[0].get("number", "")),
            acronym=same.get("acronym", "").strip(),
            titles={code: title for code, title in titles.items() if title},
            rules=self.asked.rules,
            currency=self._currency(same),
            total=self._sum(same, "total"),
            eligible=self._sum(same, "eligible"),
            eu=self._sum(same, "eu"),
            rate=self._rate(same),
            fund=same.get("fund", "").strip(),
            beneficiary=same.get("beneficiary", "").strip(),
            programme=same.get("programme", "").strip(),
            start=day(same.get("start", "")),
            end=day(same.get("end", "")),
            row=row,
        )

    def operations(self) -> "Iterator[Registered]":
        """Yield the projects that have a number, each once, in the order of the list."""
        for found in self.numbers.values():
            yield self.project(found if isinstance(found, tuple) else (found,))

    def with_words(self, key: int) -> tuple[int, ...]:
        """Return the places of rows of which the title has a run of words, by its key (see :func:`key_of`)."""
        found = self._titles.get(key)
        return () if found is None else found if isinstance(found, tuple) else (found,)

    def title_words(self, place: int) -> tuple[list[str], ...]:
        """Return the words of the titles of a row."""
        cells = self._cells(place)
        return tuple(w for field in ("title", "title_en") if (w := words(cells.get(field, ""))))

    def sample_numbers(self, most: int) -> Iterator[str]:
        """Yield the numbers of the first rows."""
        for place in range(min(most, len(self.rows))):
            yield self._number(self._cells(place).get("number", ""))

    @cached_property
    def _fields(self) -> tuple[RegisterField, ...]:
        return tuple(self.layout.columns)

    def _cells(self, place: int) -> dict[RegisterField, str]:
        return dict(zip(self._fields, self.rows[place].split(_BETWEEN), strict=True))

    @cached_property
    def _titles(self) -> Mapping[int, int | tuple[int, ...]]:
        """The places of rows by runs of words of their titles; made when it is first asked for a title."""
        found: dict[int, int | tuple[int, ...]] = {}
        wanted = [i for i, field in enumerate(self._fields) if field in ("title", "title_en")]
        for place, row in enumerate(self.rows if wanted else ()):
            cells = row.split(_BETWEEN)
            for key in {key for i in wanted for key in keys_of(words(cells[i]))}:
                _add(found, key, place)
        return found

    def _number(self, cell: str) -> str:
        kind = self.layout.kind
        return re.sub(kind.before_number, "", cell.strip()) if kind and kind.before_number else cell.strip()

    def _currency(self, cells: Mapping[RegisterField, str]) -> str:
        told = [cells.get("currency", ""), *(cells.get(field, "") for field in SUMS)]
        found = next(filter(None, (currency_in(cell, self.currencies) for cell in told)), "")
        heads = {code for code in self.layout.currencies.values() if code}
        return found or self.asked.currency or (heads.pop() if len(heads) == 1 else self.currency)

    def _sum(self, cells: Mapping[RegisterField, str], field: RegisterField) -> Decimal | None:
        cell = cells.get(field, "")
        value = None if is_nothing(cell) else figure(cell, self.signs.get(field, ""))
        return value if value else None

    def _rate(self, cells: Mapping[RegisterField, str]) -> Decimal | None:
        cell = cells.get("rate", "")
        return None if is_nothing(cell) else rate(cell, of_one=bool(self.layout.kind and self.layout.kind.rate_of_one))


def compact(number: str) -> str:
    """Return the letters and digits of a number, by which it is known however its signs are written."""
    return "".join(c for c in number.casefold() if c.isalnum())


def key_of(run: Sequence[str]) -> int:
    """Return the key of a run of words, the same on every machine."""
    return crc32(" ".join(run).encode())


def keys_of(title: Sequence[str]) -> set[int]:
    """Return the keys of a title: of its first, middle and last words; none of one that is too short to tell."""
    last = len(title) - RUN
    return {key_of(title[i : i + RUN]) for i in (0, last // 2, last)} if last >= 0 else set()


def read_register(asked: RegisterFile, root: Path, rulebook: Rulebook) -> Register:
    """Read a register; the path of ``asked`` is seen from ``root``.

    The first sheet of which the columns are known is taken. Raises :class:`ConfigError` in one sentence for a file that
    cannot be read, or whose columns are not known: it proposes what they may be.
    """
    path = root / asked.file
    sha256, currency = digest_of(path), currency_names(rulebook.currencies)
    seen: list[Row] = []
    for sheet in sheets_of(path):
        first = list(islice(sheet.rows, _SAMPLE))
        seen = seen or first
        layout = layout_of(path, first, rulebook.registers, asked, currency)
        if layout is not None:
            return _filled(path, sha256, sheet, layout, first, asked, currency)
    raise unknown(path, seen)


def _filled(
    path: Path,
    sha256: str,
    sheet: Sheet,
    layout: Layout,
    first: Sequence[Row],
    asked: RegisterFile,
    currency: Mapping[str, str],
) -> Register:
    after = [row for row in first if row[0] > layout.heading]
    signs = signs_of(layout, after)
    rows: list[str] = []
    lines, bad = array("I"), list[BadRow]()
    numbers: dict[str, int | tuple[int, ...]] = {}
    prefix = re.compile(layout.kind.before_number) if layout.kind and layout.kind.before_number else None
    wanted = tuple(layout.columns.items())
    places = tuple(place for _, place in wanted)
    at = {field: i for i, (field, _) in enumerate(wanted)}
    named = [at[field] for field in ("number", "title", "title_en", "acronym") if field in at]
    figures = [(at[field], field) for field in FIGURES if field in at]
    number = at.get("number")
    for line, cells in chain(after, sheet.rows):
        if len(cells) < layout.width:
            if not any(map(str.strip, cells)):
                continue
            if len(cells) <= max(places):
                bad.append(BadRow(line, "register-row-short", {"found": len(cells), "columns": layout.width}))
                continue
        kept = [cells[place] for place in places]
        if not any(kept[i].strip() for i in named):
            if any(map(str.strip, cells)):
                bad.append(BadRow(line, "register-row-unnamed"))
            continue
        for i, field in figures:
            if not reads_plainly(kept[i]) and not _readable(kept[i], field, signs.get(field, "")):
                values: Values = {"column": Quote(layout.names[field]), "cell": Quote(kept[i].strip()[:80])}
                bad.append(BadRow(line, "register-cell-unreadable", values))
        if number is not None and kept[number].strip():
            written = prefix.sub("", kept[number].strip()) if prefix else kept[number]
            _add(numbers, compact(written), len(rows))
        rows.append(_BETWEEN.join(kept) if _BETWEEN not in "".join(kept) else _cleaned(kept))
        lines.append(line)
    if not rows:
        raise ConfigError(f"{path}: holds no rows below its heading (line {layout.heading})")
    return Register(
        asked.file, sha256, sheet.name, layout, signs, asked, tuple(rows), lines, tuple(bad), numbers, currency
    )


def _cleaned(cells: Sequence[str]) -> str:
    return _BETWEEN.join(cell.replace(_BETWEEN, " ") for cell in cells)


def _readable(cell: str, field: RegisterField, sign: Sign) -> bool:
    return is_nothing(cell) or (rate(cell) if field == "rate" else figure(cell, sign)) is not None


def _add(index: dict, key: object, place: int) -> None:  # type: ignore[type-arg]
    """Add a place under a key; most keys have one, which is kept bare since there are very many."""
    there = index.get(key)
    if there is None:
        index[key] = place
    else:
        index[key] = (*there, place) if isinstance(there, tuple) else (there, place)


__all__ = ["RUN", "BadRow", "Register", "RegisterRow", "Registered", "compact", "key_of", "read_register"]
