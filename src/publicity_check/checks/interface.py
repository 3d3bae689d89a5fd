"""What every check gets to see, and what it gives back."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from publicity_check.applicability.medium import ANY, MediumOf
from publicity_check.config.model import Project
from publicity_check.facts.model import Facts
from publicity_check.publication import Evidence, Publication, Region, Span
from publicity_check.results import Finding
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.packs import Pack, Requirement
from publicity_check.wording.needed import NeededText, needed_for


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
    packs: tuple[Pack, ...] = ()
    """All packs that may hold, where it is undecided which; ``pack`` is the first of them."""
    bound: bool = False
    """Whether the user said that the publication is of the declared project, which is then more than named in it."""
    medium: MediumOf = ANY
    """What kind of publication it is."""

    @property
    def language(self) -> str:
        """The publication's language ("lv"); "" if unknown."""
        return self.facts.language.code

    def evidence(self, *spans: Span) -> tuple[Evidence, ...]:
        """Return the quotes of spans with their places."""
        return tuple(self.publication.evidence(span) for span in spans)

    def picture(self, image: int) -> tuple[Evidence, ...]:
        """Return where a picture stands, with its description as quote where it has one."""
        if not self.publication.blocks:
            return ()
        block = self.publication.blocks[self.publication.images[image].block]
        return self.evidence(Span.within(block.index, 0, len(block.text) if block.region is Region.ALT_TEXT else 0))

    def name_of_picture(self, image: int) -> str:
        """Return by what people know a picture that has no description: the name of its file, or what labels it."""
        shown = self.publication.images[image]
        return shown.names[0].rsplit("/", 1)[-1] if shown.names else next(iter(shown.labels), "")

    def needed(self, requirement: Requirement, slots: Mapping[str, str] | None = None) -> NeededText | None:
        """Return the text that a duty asks for in the publication's language, ``None`` where it asks for none.

        ``slots`` are the fillings found; the project's number and publisher are filled from its profile,
        the authority from it or where one agency alone grants the programme's money.
        """
        filled = {**self._known, **(slots or {})}
        return needed_for(self.rulebook, self.pack, requirement, self.language, filled)

    @property
    def _known(self) -> dict[str, str]:
        """What is known of the project to fill the gaps of a wording with."""
        agencies = self.rulebook.institutions.agency
        sole = next((agency.short for agency in agencies if self.pack.id in agency.sole), "")
        known = {"number": self.project or "", "authority": sole}
        if self.profile is not None:
            publisher = self.profile.publisher
            known = {"number": self.profile.number, "authority": self.profile.authority or sole}
            known |= {"beneficiary": publisher, "partner": publisher}
        return {name: value for name, value in known.items() if value}


Check = Callable[[Case, Requirement], Iterable[Finding]]
"""Decides one requirement: every finding becomes a result; there is always at least one."""

Look = Callable[[Case], Iterable[Finding]]
"""Looks for one kind of contradiction, whatever is asked for; none found, nothing is said."""
