"""Reads the rows of a register: CSV in any usual encoding and with any usual separator, or a spreadsheet."""

import codecs
import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from publicity_check.errors import ConfigError
from publicity_check.readers.encoding import decode

Row = tuple[int, Sequence[str]]
"""The line on which a row ends, in a spreadsheet its number, and its cells."""

MAX_BYTES = 2_000_000_000
MAX_ROWS = 2_000_000
"""No list of operations is longer; a spreadsheet that says it is would fill the memory."""
_SEPARATORS = ";,\t|"
_SAMPLE = 200_000
"""Characters that tell the separator."""
_LONGEST_CELL = 10_000_000
_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_SIGNED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Sheet(msgspec.Struct, frozen=True):
    """A table as it stands in a file; ``name`` is that of the sheet in a spreadsheet, else empty."""

    rows: Iterator[Row]
    name: str = ""


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file; raise :class:`ConfigError` in one sentence if it cannot be read."""
    try:
        if not path.is_file():
            what = "is a folder; name the file" if path.is_dir() else "there is no such file"
            raise ConfigError(f"{path}: {what}")
        if path.stat().st_size > MAX_BYTES:
            raise ConfigError(f"{path}: is larger than {MAX_BYTES // 1_000_000} MB; split it")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as cause:
        raise ConfigError(f"{path}: cannot be read ({cause.strerror or cause})") from cause


def sheets_of(path: Path) -> Iterator[Sheet]:
    """Yield the tables of a register; raise :class:`ConfigError` in one sentence for a file that holds none."""
    if path.suffix.lower() in _SPREADSHEETS:
        yield from _spreadsheet(path)
    else:
        yield Sheet(_csv(path))


def _spreadsheet(path: Path) -> Iterator[Sheet]:
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > MAX_ROWS:
                raise ConfigError(f"{path}: the sheet {name} has more than {MAX_ROWS:,} rows; split it")
            first = sheet.start[0] + 1 if sheet.start else 1
            yield Sheet(_spread(first, sheet.iter_rows()), name)
    except python_calamine.CalamineError as cause:
        raise ConfigError(f"{path}: is no spreadsheet that can be read ({cause}); save it as .xlsx or .csv") from cause


def _spread(first: int, rows: Iterator[Sequence[object]]) -> Iterator[Row]:
    for number, row in enumerate(rows, first):
        yield number, [_text(cell) for cell in row]


def _text(cell: object) -> str:
    """Return a cell of a spreadsheet as text: whole numbers without a point, days as 2026-11-30."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)  # noqa: PLR2004 - exact below
    return "" if cell is None else str(cell)


def _csv(path: Path) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    text = _opened(path)
    sample = text.read(_SAMPLE)
    text.seek(0)
    if "\0" in sample:
        raise ConfigError(f"{path}: is no text; save it as .csv or .xlsx")
    reader = csv.reader(text, delimiter=separator(sample))
    try:
        with text:
            for row in reader:
                yield reader.line_num, row
    except (csv.Error, UnicodeDecodeError) as cause:
        raise ConfigError(f"{path}:{reader.line_num + 1}: cannot be read as CSV ({cause})") from cause


def _opened(path: Path) -> io.TextIOBase:
    """Return a file of text in its encoding: that of its mark, UTF-8 if it is that, else what its letters tell."""
    with path.open("rb") as file:
        start = file.read(4)
        marked = next((encoding for mark, encoding in _SIGNED if start.startswith(mark)), None)
        if marked is None:
            file.seek(0)
            decoder = codecs.getincrementaldecoder("utf-8")()
            try:
                while piece := file.read(1 << 20):
                    decoder.decode(piece)
                decoder.decode(b"", final=True)
                marked = "utf-8"
            except UnicodeDecodeError:
                file.seek(0)
                return io.StringIO(decode(file.read()), newline="")
    return path.open(encoding=marked, newline="")


def separator(sample: str) -> str:
    r"""Return what stands between the cells of a table: the sign that makes most rows of most cells alike.

    >>> separator("a;b;c\n1,5;2,5;3\n"), separator("a,b\n1,2\n"), separator("a\tb\n1\t2,5\n")
    (';', ',', '\t')
    """
    best, found = (0, 0), ";"
    for sign in _SEPARATORS:
        try:
            widths = Counter(len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=sign) if row)
        except csv.Error:
            continue
        width, rows = max(((w, n) for w, n in widths.items() if w > 1), key=lambda pair: pair[1], default=(0, 0))
        if (rows, width) > best:
            best, found = (rows, width), sign
    return found
