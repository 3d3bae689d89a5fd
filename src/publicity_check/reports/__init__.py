"""Reports: one module per format, each turning a report into text.

Every format is a module with one function ``render(report, options)``; ``FORMATS`` lists them. A module is
imported when its format is asked for. The same report and options give the same bytes. ``facts_text`` and
``statement`` write what other sub-commands show.
"""

import importlib
from collections.abc import Mapping
from types import MappingProxyType

from publicity_check.reports.options import ReportOptions
from publicity_check.results import Report

__all__ = ["FORMATS", "ReportOptions", "render"]

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "publicity_check.reports.text",
        "json": "publicity_check.reports.json",
        "sarif": "publicity_check.reports.sarif",
        "junit": "publicity_check.reports.junit",
        "github": "publicity_check.reports.github",
        "html": "publicity_check.reports.html",
    }
)
"""The names of the formats and the modules that write them."""


def render(name: str, report: Report, options: ReportOptions | None = None) -> str:
    """Return a report in the format of that name; an unknown name is a :class:`KeyError`."""
    module = importlib.import_module(FORMATS[name])
    text: str = module.render(report, options or ReportOptions())
    return text
