"""What every format of a report is: a module that offers this. A further one is one module and one line."""

from collections.abc import Set as AbstractSet
from typing import Protocol

from publicity_check.reports.options import ReportOptions
from publicity_check.results import Detail, Report


class Format(Protocol):
    """A module that writes reports in one format.

    ``NEEDS`` names what it shows of a publication beside the results: "facts" with their places, the whole "text".
    What no format of a run needs is not kept. ``SUFFIX`` is how names of such files end, with the dot.
    """

    @property
    def NEEDS(self) -> AbstractSet[Detail]:  # noqa: D102, N802 - a constant of a module; see above
        ...

    @property
    def SUFFIX(self) -> str:  # noqa: D102, N802 - as above
        ...

    def render(self, report: Report, options: ReportOptions) -> str | bytes:
        """Return the report as text, or as the bytes of a file; the same report and options give the same."""
