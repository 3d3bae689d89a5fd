"""The findings of a run in reading order, each with the file it is of: what line-wise formats go through."""

from collections.abc import Iterator

import msgspec

from publicity_check.publication import Locator
from publicity_check.reports.grouping import OPEN, group_of, said_once
from publicity_check.results import PublicationReport, Report, Result

SHOWN = (*OPEN, "recommended")
"""The groups of results that somebody can do something about."""


class Found(msgspec.Struct, frozen=True, gc=False):
    """A result that asks for something, its group, and the path of its publication ("" for one of the whole run)."""

    path: str
    group: str
    result: Result

    @property
    def locator(self) -> Locator | None:
        """Return where the first evidence stands, if there is any."""
        return self.result.evidence[0].locator if self.result.evidence else None


def findings(report: Report) -> Iterator[Found]:
    """Yield what failed, is open or recommended, publication by publication, then what lies between them.

    What is in order, set aside or known from a baseline is left out. A result between publications is of the
    publication of its first evidence.
    """
    for publication in report.publications:
        for result in told_of(publication):
            if (group := group_of(result)) in SHOWN:
                yield Found(publication.path, group, result)
    for result in report.across:
        if (group := group_of(result)) in SHOWN:
            yield Found(result.evidence[0].source if result.evidence else "", group, result)


def told_of(publication: PublicationReport) -> tuple[Result, ...]:
    """Return the results of a publication, or the one that all its checks share."""
    once = said_once(publication)
    return publication.results if once is None else (once,)
