"""The report for a person in a browser: one file that needs nothing else and sends nothing anywhere.

First how much is to be done, for several publications an overview; then for each publication what is missing, with
the wording to copy, what does not agree, with both sides linked, and the publication's own text as read, in which
everything that was found is marked and every finding stands beside its place. Nothing from a publication becomes
markup: all of it is escaped, and the page allows no script but its own.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from publicity_check.messages import sentences
from publicity_check.paths import shown_path
from publicity_check.reports.alike import gathered
from publicity_check.reports.clean import clean
from publicity_check.reports.grouping import overall
from publicity_check.reports.html_view import PublicationView, alike_view, known_language, publication_view, result_view
from publicity_check.reports.not_read import not_read
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Detail, Report

NEEDS: frozenset[Detail] = frozenset({"facts", "text", "pictures", "mends"})
SUFFIX = ".html"
MOST_PICTURES = 200
"""Pictures that one report shows; of further ones it is told what was seen."""


def render(report: Report, options: ReportOptions) -> str:
    """Return the report as an HTML page."""
    say = sentences(options.language)
    told = gathered(report, say, whole=options.verbose)
    shown = [*_with_few_pictures(publication_view(s, f"p{number}", say) for number, s in enumerate(told.shown, 1))]
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


def _with_few_pictures(views: Iterable[PublicationView]) -> Iterator[PublicationView]:
    """Yield what is shown of publications, each picture once and so many in all."""
    drawn: set[str] = set()
    for view in views:
        told = []
        for address, name, seen in view.pictures:
            told.append(("" if address in drawn or len(drawn) >= MOST_PICTURES else address, name, seen))
            drawn.add(address)
        yield msgspec.structs.replace(view, pictures=tuple(told))


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
