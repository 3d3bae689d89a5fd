"""Reports: one module per format, each turning a report into text (:mod:`.interface` says what it offers).

``FORMATS`` lists them; a module is imported when its format is asked for. ``facts_text`` and ``statement`` write what
other sub-commands show.
"""

import importlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import cast

from msgspec.structs import replace

from publicity_check.reports.interface import Format
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Detail, Outcome, PublicationReport, Report

__all__ = ["FILES_ONLY", "FORMATS", "ReportOptions", "needs", "render", "render_sound", "suffix_of", "with_suffix"]

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "publicity_check.reports.text",
        "concise": "publicity_check.reports.concise",
        "statistics": "publicity_check.reports.statistics",
        "files": "publicity_check.reports.files",
        "json": "publicity_check.reports.json",
        "sarif": "publicity_check.reports.sarif",
        "junit": "publicity_check.reports.junit",
        "github": "publicity_check.reports.github",
        "gitlab": "publicity_check.reports.gitlab",
        "markdown": "publicity_check.reports.markdown",
        "html": "publicity_check.reports.html",
        "evidence": "publicity_check.reports.evidence",
        "xlsx": "publicity_check.reports.xlsx",
        "csv": "publicity_check.reports.csv",
        "earl": "publicity_check.reports.earl",
    }
)
"""The names of the formats and the modules that write them."""


FILES_ONLY = frozenset({"xlsx", "csv"})
"""Formats that are no text: they go into files."""


def render(name: str, report: Report, options: ReportOptions | None = None) -> str | bytes:
    """Return a report in the format of that name; an unknown name is a :class:`KeyError`."""
    return render_sound(name, report, options)[0]


def render_sound(name: str, report: Report, options: ReportOptions | None = None) -> tuple[str | bytes, bool]:
    """Return a report in a format, and whether all of it could be written.

    A publication that cannot be written is an error of its own in the report; the others are still told.
    """
    form, options = _format(name), options or ReportOptions()
    try:
        return form.render(report, options), True
    except Exception:  # whatever goes wrong in telling of one publication, the others are still told
        told = tuple(_told(form, report, publication, options) for publication in report.publications)
        if told == report.publications:
            raise
        return form.render(replace(report, publications=told), options), False


def _told(form: Format, report: Report, publication: PublicationReport, options: ReportOptions) -> PublicationReport:
    """Return the report on a publication, or the error that there is in writing it."""
    try:
        form.render(replace(report, publications=(publication,), across=()), options)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        reason = (
            f"{publication.path}: could not be written into the report because of an error in the program ({what}); "
            "please report it."
        )
        return PublicationReport(publication.path, Outcome.ERROR, publication.place, error=reason)
    return publication


def needs(names: Iterable[str]) -> frozenset[Detail]:
    """Return what reports in these formats show of a publication beside the results."""
    return frozenset(detail for name in names for detail in _format(name).NEEDS)


def with_suffix(suffix: str) -> str | None:
    """Return the format whose files end so, or ``None``."""
    return next((name for name in FORMATS if suffix == _format(name).SUFFIX), None)


def suffix_of(name: str) -> str:
    """Return how the names of files in a format end."""
    return _format(name).SUFFIX


def _format(name: str) -> Format:
    return cast(Format, importlib.import_module(FORMATS[name]))
