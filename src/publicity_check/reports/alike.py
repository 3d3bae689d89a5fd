"""What a report on many publications tells once: equal findings, as a template makes them, and what is fine."""

from collections.abc import Sequence

import msgspec

from publicity_check.messages import Sentences
from publicity_check.paths import shown_path
from publicity_check.reports.clean import one_line
from publicity_check.reports.findings import SHOWN
from publicity_check.reports.grouping import group_of, is_unfunded, said_once
from publicity_check.results import Outcome, PublicationReport, Report, Result

_PAGES = 3
"""An equal finding on so many pages is told once."""


class Alike(msgspec.Struct, frozen=True, gc=False):
    """A finding that is equal on several publications, as the first of them has it."""

    result: Result
    publications: tuple[PublicationReport, ...]


def on_pages(publications: Sequence[PublicationReport], say: Sentences) -> str:
    """Return on how many publications a finding stands and which is the first, beginning with a capital letter."""
    told = say.counted("on-pages", len(publications), first=shown_path(publications[0].path))
    return told[:1].upper() + told[1:]


class Shown(msgspec.Struct, frozen=True, gc=False):
    """A publication to be shown, and those of its results that are not told elsewhere."""

    publication: PublicationReport
    results: tuple[Result, ...]

    @property
    def told_once(self) -> int:
        """Return how many of its results are told with other publications."""
        return len(self.publication.results) - len(self.results)


class Gathered(msgspec.Struct, frozen=True, gc=False):
    """The publications of a report, each in one of three places, and the findings that several of them share.

    A publication of which every finding is shared is in none of the three.
    """

    alike: tuple[Alike, ...] = ()
    shown: tuple[Shown, ...] = ()
    fine: tuple[PublicationReport, ...] = ()
    unfunded: tuple[PublicationReport, ...] = ()


def gathered(report: Report, say: Sentences, *, whole: bool) -> Gathered:
    """Return what of a report is told once, what page by page; all page by page for one publication or if ``whole``."""
    if whole or len(report.publications) == 1:
        return Gathered(shown=tuple(Shown(p, p.results) for p in report.publications))
    alike = _alike(report.publications, say)
    once = {id(r) for shared in alike.values() for r, _ in shared}
    shown, fine, unfunded = [], [], []
    for publication in report.publications:
        rest = tuple(r for r in publication.results if id(r) not in once)
        if is_unfunded(publication):
            unfunded.append(publication)
        elif _is_fine(publication):
            fine.append(publication)
        elif len(rest) == len(publication.results) or _tells(publication, rest):
            shown.append(Shown(publication, rest))
    return Gathered(
        tuple(Alike(shared[0][0], tuple(p for _, p in shared)) for shared in alike.values()),
        tuple(shown),
        tuple(fine),
        tuple(unfunded),
    )


def _alike(
    publications: Sequence[PublicationReport], say: Sentences
) -> dict[tuple[object, ...], list[tuple[Result, PublicationReport]]]:
    found: dict[tuple[object, ...], list[tuple[Result, PublicationReport]]] = {}
    for publication in publications:
        if said_once(publication) is None and not is_unfunded(publication):
            told = (r for r in publication.results if group_of(r) in SHOWN)
            for key, result in {_key(r, publication, say): r for r in told}.items():
                found.setdefault(key, []).append((result, publication))
    return {key: shared for key, shared in found.items() if len(shared) >= _PAGES}


def _key(result: Result, publication: PublicationReport, say: Sentences) -> tuple[object, ...]:
    said = (one_line(say.message(result)), say.next_step(result), result.suggestion)
    places = tuple((e.source, e.quote, e.region) for e in result.evidence)
    return (group_of(result), result.requirement, result.project, publication.language, result.code, *said, places)


def _tells(publication: PublicationReport, results: Sequence[Result]) -> bool:
    """Say whether a publication has something of its own to tell: another result, or a piece that was not read."""
    quiet = (Outcome.PASSED, Outcome.INAPPLICABLE)
    return bool(publication.unread) or any(r.outcome not in quiet for r in results)


def _is_fine(publication: PublicationReport) -> bool:
    return publication.error is None and not publication.headline and not _tells(publication, publication.results)
