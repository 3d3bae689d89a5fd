"""The tables of the workbook as files of comma-separated values, one a table, in a ZIP archive.

UTF-8 with a mark, so that spreadsheets read it rightly. A cell that a spreadsheet would take for a formula begins with
an apostrophe. The same report gives the same bytes.
"""

import csv
import io
import zipfile

from publicity_check.reports.clean import clean
from publicity_check.reports.options import ReportOptions
from publicity_check.reports.tables import Cell, Linked, tables
from publicity_check.results import Detail, Report

NEEDS: frozenset[Detail] = frozenset()
SUFFIX = ".zip"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_MADE = (1980, 1, 1, 0, 0, 0)


def render(report: Report, options: ReportOptions) -> bytes:
    """Return the archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for table in tables(report, options):
            text = io.StringIO(newline="")
            writer = csv.writer(text)
            writer.writerow(table.heading)
            writer.writerows([_shown(cell) for cell in row] for row in table.rows)
            entry = zipfile.ZipInfo(f"{table.name.lower().replace(' ', '-')}.csv", _MADE)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(entry, text.getvalue().encode("utf-8-sig"))
    return stream.getvalue()


def _shown(cell: Cell) -> str | int:
    if isinstance(cell, int):
        return cell
    text = clean(f"{cell.text} {cell.url}" if isinstance(cell, Linked) else cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
