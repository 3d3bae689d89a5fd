"""Statements that a site keeps on one page, as declared: they are checked there, and every page has to link to it."""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from publicity_check.config.model import SitePage
from publicity_check.judging.declarations import advised
from publicity_check.publication import Evidence, Publication
from publicity_check.results import Kind, Outcome, PublicationReport, Result
from publicity_check.values.message import Quote, Term


def is_site_page(pages: Iterable[SitePage], place: str) -> bool:
    """Say whether a place is that of a page on which the site keeps a statement."""
    return any(page.place == place for page in pages)


def kept_elsewhere(
    results: Iterable[Result], pages: Sequence[SitePage], publication: Publication, place: str
) -> Iterator[Result]:
    """Yield results, with what is missing here and kept on a page of the site judged by the link to that page."""
    linked = {page.place for page in pages if any(_leads(link, place, page) for link in _targets(publication))}
    for result in results:
        page = next((p for p in pages if result.check in p.carries and p.place != place), None)
        if page is None or result.kind is not Kind.MISSING:
            yield result
            continue
        values = {"what": Term("subject", result.check), "page": Quote(page.path)}
        if page.place in linked:
            yield replace(
                result, outcome=Outcome.PASSED, kind=None, code="kept-on-page", values=values, suggestion=None
            )
        else:
            yield replace(result, code="no-link-to-page", values=values)


def _targets(publication: Publication) -> list[str]:
    return [link.target for link in publication.links if link.visible]


def _leads(target: str, place: str, page: SitePage) -> bool:
    """Say whether an address, as it is written at a place, leads to a page of the same site."""
    try:
        address, own = urlsplit(target.strip()), urlsplit(page.url)
    except ValueError:
        return False
    path = unquote(address.path)
    if address.netloc:
        return address.netloc.lower() == own.netloc.lower() and _plain(path) == _plain(unquote(own.path))
    if address.scheme or not path:
        return False
    wanted = _plain(page.place)
    if path.startswith("/"):
        found = _plain(path.strip("/"))
        return wanted == found or (bool(found) and wanted.endswith(f"/{found}"))
    return _plain(posixpath.normpath(posixpath.join(posixpath.dirname(place), path))) == wanted


def _plain(path: str) -> str:
    """Return a page's path without what servers leave out: "legal/index.html" and "legal.html" are "legal"."""
    for ending in (".html", ".htm", ".xhtml", ".xhtm", ".xht", ".shtml", ".shtm"):
        path = path.removesuffix(ending)
    return path.removesuffix("index").rstrip("/")


def lacking(page: SitePage, report: PublicationReport, at: tuple[Evidence, ...]) -> Iterator[Result]:
    """Yield a failure for each statement that a site keeps on a page that is not there or on which it does not pass.

    ``at`` is where the page is declared.
    """
    code = "page-lacks-statement" if report.error is None else "site-page-not-read"
    for check in page.carries:
        if not any(r.check == check and r.outcome is Outcome.PASSED for r in report.results):
            yield replace(
                advised(code, {"what": Term("subject", check), "page": Quote(page.path)}, at, check),
                level="must",
                kind=Kind.MISSING,
            )
