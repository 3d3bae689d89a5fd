"""The workbook for an audit file: a sheet for each table, with filters, heads that stay, and links to the acts.

Nothing in it is a formula or a macro, whatever publications and registers hold; the same report gives the same bytes.
"""

import io
from datetime import datetime

from publicity_check.reports.clean import clean
from publicity_check.reports.options import ReportOptions
from publicity_check.reports.tables import Cell, Linked, Table, tables
from publicity_check.results import Detail, Report

NEEDS: frozenset[Detail] = frozenset()
SUFFIX = ".xlsx"

_LONGEST = 32_000
"""Letters that a cell of a workbook holds."""
_MOST_ROWS = 1_000_000
"""Rows of a sheet; what is more goes on in another one."""
_MOST_LINKS = 60_000
"""Links of a sheet; spreadsheets take no more."""
_LONGEST_LINK = 2_000
_WIDE = 60
_NARROW = 10
_MEASURED = 200
_MADE = datetime(1980, 1, 1)


def render(report: Report, options: ReportOptions) -> bytes:
    """Return the workbook."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": "publicity-check", "created": _MADE})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        link = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#0563C1", "underline": 1})
        for table in tables(report, options):
            for number, first in enumerate(range(0, max(1, len(table.rows)), _MOST_ROWS), 1):
                rows = table.rows[first : first + _MOST_ROWS]
                sheet = book.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
                _fill(sheet, table, rows, head, plain, link)
    return stream.getvalue()


def _fill(sheet, table: Table, rows: tuple[tuple[Cell, ...], ...], head, plain, link) -> None:  # type: ignore[no-untyped-def]
    """Write a table into a sheet."""
    links = 0
    for column, name in enumerate(table.heading):
        sheet.write_string(0, column, name, head)
        sheet.set_column(column, column, _width(name, [row[column] for row in rows[:_MEASURED]]))
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell, plain)
            elif isinstance(cell, Linked) and links < _MOST_LINKS and len(cell.url) < _LONGEST_LINK:
                links += 1
                sheet.write_url(number, column, cell.url, link, string=_shown(cell.text))
            else:
                sheet.write_string(number, column, _shown(cell), plain)
    sheet.freeze_panes(1, 1)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(table.heading) - 1)


def _shown(cell: Cell) -> str:
    text = clean(cell.text if isinstance(cell, Linked) else str(cell))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _width(name: str, cells: list[Cell]) -> int:
    """Return how wide a column has to be, in letters."""
    return min(_WIDE, max(_NARROW, len(name) + 2, *(len(_shown(cell)) for cell in cells[:_MEASURED]), 0))
