"""The report for a person in a browser: one file that needs nothing else and sends nothing anywhere.

First how much is to be done, for several publications an overview; then for each publication what is missing, with
the wording to copy, what does not agree, with both sides linked, and the publication's own text as read, in which
everything that was found is marked and every finding stands beside its place. Nothing from a publication becomes
markup: all of it is escaped, and the page allows no script but its own.
"""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from publicity_check.messages import sentences
from publicity_check.paths import shown_path
from publicity_check.reports.alike import gathered
from publicity_check.reports.clean import clean
from publicity_check.reports.grouping import overall
from publicity_check.reports.html_view import alike_view, known_language, publication_view, result_view
from publicity_check.reports.not_read import not_read
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Detail, Report

NEEDS: frozenset[Detail] = frozenset({"facts", "text"})
SUFFIX = ".html"


def render(report: Report, options: ReportOptions) -> str:
    """Return the report as an HTML page."""
    say = sentences(options.language)
    told = gathered(report, say, whole=options.verbose)
    shown = [publication_view(s, f"p{number}", say) for number, s in enumerate(told.shown, 1)]
    alike = [alike_view(a, f"a{number}", say) for number, a in enumerate(told.alike, 1)]
    across = [result_view(r, report.across, f"x{number}", None, say) for number, r in enumerate(report.across, 1)]
    style, script = _file("report.css"), _file("report.js")
    page: str = (
        _environment()
        .get_template("report.html")
        .render(
            _=say,
            say=say,
            options=options,
            report=report,
            several=len(report.publications) > 1,
            shown=shown,
            alike=alike,
            fine=[shown_path(p.path) for p in told.fine],
            unfunded=[shown_path(p.path) for p in told.unfunded],
            across=across,
            not_read=not_read(report, say),
            summary=overall(report, say),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            style_hash=_digest(style),
            script_hash=_digest(script),
        )
    )
    return page


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("publicity_check.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["lines"] = _lines
    environment.filters["slots"] = _slots
    environment.globals["known_language"] = known_language
    return environment


def _lines(text: str) -> Markup:
    """Return text escaped, its line feeds as line breaks."""
    return Markup("<br>").join(clean(text).split("\n"))


def _slots(pieces: Sequence[str]) -> Markup:
    """Return the pieces of a wording escaped, the gaps that are still open marked."""
    shown = (
        Markup('<span class="slot">{}</span>').format(p) if n % 2 else Markup.escape(p) for n, p in enumerate(pieces)
    )
    return Markup("").join(shown)


@cache
def _file(name: str) -> str:
    loader = _environment().loader
    assert loader is not None  # noqa: S101 - set above
    return loader.get_source(_environment(), name)[0]


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
