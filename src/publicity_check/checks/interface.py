"""What every check gets to see, and what it gives back."""

from collections.abc import Callable, Iterable

import msgspec

from publicity_check.config.model import Project
from publicity_check.facts.model import Facts
from publicity_check.publication import Evidence, Publication, Span
from publicity_check.results import Finding
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.packs import Pack, Requirement


class Case(msgspec.Struct, frozen=True):
    """One project of one publication, to be held against one pack.

    ``facts`` are those of this project and those that belong to none in particular; ``everything`` are all
    facts of the publication. ``project`` is its number or acronym, ``None`` where the publication names none.
    """

    publication: Publication
    facts: Facts
    everything: Facts
    pack: Pack
    rulebook: Rulebook
    project: str | None = None
    profile: Project | None = None
    others: frozenset[str] = frozenset()
    """Ids of the packs by which other projects of the same publication are judged."""

    @property
    def language(self) -> str:
        """The publication's language ("lv"); "" if unknown."""
        return self.facts.language.code

    def evidence(self, *spans: Span) -> tuple[Evidence, ...]:
        """Return the quotes of spans with their places."""
        return tuple(self.publication.evidence(span) for span in spans)


Check = Callable[[Case, Requirement], Iterable[Finding]]
"""Decides one requirement: every finding becomes a result; there is always at least one."""
