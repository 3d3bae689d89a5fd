"""The three questions for each element, kept apart: what is found, is it asked for, and is it right?"""

from collections.abc import Iterator

import msgspec

from publicity_check.messages import Sentences
from publicity_check.reports.clean import shortened
from publicity_check.reports.grouping import GROUPS, group_of
from publicity_check.results import Asked, ChosenPack, PublicationReport
from publicity_check.rulebook.common import CHECKS, CheckName

_QUOTE = 60
"""Letters of a quote that is shown."""
_QUOTES = 2


class Row(msgspec.Struct, frozen=True, gc=False):
    """What is to be known of one element: quotes of it, whether it is asked for, and the group of its worst result."""

    check: CheckName
    found: tuple[str, ...]
    asked: Asked
    verdict: str

    def told(self, say: Sentences, language: str) -> tuple[str, str, str, str]:
        """Return the row in words; ``language`` is the publication's: what is found of the element of that name."""
        found = ", ".join(f"“{quote}”" for quote in self.found[:_QUOTES])
        if self.check == "language" and language:
            found = say.language_name(language)
        more = f" (+{len(self.found) - _QUOTES})" if self.found[_QUOTES:] else ""
        verdict = "–" if self.verdict == "inapplicable" else say.term("group", self.verdict)
        return say.term("check", self.check), f"{found}{more}" or "–", say.term("asked", self.asked), verdict


def rows_of(publication: PublicationReport, pack: ChosenPack) -> Iterator[Row]:
    """Yield the rows on a publication judged by a pack for one project, in the order of the checks."""
    for check in CHECKS:
        results = [r for r in publication.results if r.check == check and r.project == pack.project]
        results = [r for r in results if not r.of_configuration]
        quotes = dict.fromkeys(shortened(e.quote, _QUOTE) for r in results for e in r.evidence if e.quote.strip())
        groups = sorted(map(group_of, results), key=GROUPS.index)
        yield Row(check, tuple(quotes), pack.asked.get(check, "not-known"), groups[0] if groups else "inapplicable")
