"""Reports: one module per format, each turning a report into text (:mod:`.interface` says what it offers).

``FORMATS`` lists them; a module is imported when its format is asked for. ``facts_text`` and ``statement`` write what
other sub-commands show.
"""

import importlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import cast

from publicity_check.reports.interface import Format
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Detail, Report

__all__ = ["FORMATS", "ReportOptions", "needs", "render", "with_suffix"]

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "publicity_check.reports.text",
        "concise": "publicity_check.reports.concise",
        "json": "publicity_check.reports.json",
        "sarif": "publicity_check.reports.sarif",
        "junit": "publicity_check.reports.junit",
        "github": "publicity_check.reports.github",
        "gitlab": "publicity_check.reports.gitlab",
        "markdown": "publicity_check.reports.markdown",
        "html": "publicity_check.reports.html",
    }
)
"""The names of the formats and the modules that write them."""


def render(name: str, report: Report, options: ReportOptions | None = None) -> str:
    """Return a report in the format of that name; an unknown name is a :class:`KeyError`."""
    return _format(name).render(report, options or ReportOptions())


def needs(names: Iterable[str]) -> frozenset[Detail]:
    """Return what reports in these formats show of a publication beside the results."""
    return frozenset(detail for name in names for detail in _format(name).NEEDS)


def with_suffix(suffix: str) -> str | None:
    """Return the format whose files end so, or ``None``."""
    return next((name for name in FORMATS if suffix == _format(name).SUFFIX), None)


def _format(name: str) -> Format:
    return cast(Format, importlib.import_module(FORMATS[name]))
