"""Rule packs: what one programme of one period requires of a publication."""

from decimal import Decimal
from typing import Literal

from publicity_check.rulebook.common import Basis, CheckName, Data, Day, Known, LanguageCode, Medium, Slug, Verified


class Duty(Data, frozen=True, kw_only=True):
    """What a programme asks for, and how that is known.

    ``ask`` is the duty in one plain English sentence, ``clauses`` are ids of acts and clauses in which it stands.
    ``known`` and ``read`` tell how, and on which day, it was learnt at the ``sources``. ``media`` are the kinds of
    publications for which it holds, all where it names none.
    """

    id: Slug
    level: Literal["must", "should"]
    basis: Basis
    ask: str
    clauses: tuple[Slug, ...] = ()
    sources: tuple[str, ...] = ()
    known: Known
    read: Day | None = None
    media: tuple[Medium, ...] = ()
    note: str = ""


class Requirement(Duty, frozen=True, kw_only=True):
    """A duty that a check decides.

    ``wordings``: ids of wordings, any one of which satisfies it. ``accepted``: ids of others, customary ones, that
    pass with a remark. ``such_as``: for a funding statement of which any sentence that names the Union in full will
    do, the wordings that are shown as examples. ``terms``: words, any of which satisfies it. ``barred``: words that
    may not stand anywhere. ``funds``: ids of funds, any one of which; ``joint_funds``: ids of names for several
    funds together, which satisfy it where more than one pays. ``hosts``: domains a link to one of which satisfies
    it. ``max_rates``: highest EU share per fund id in per cent ("" for any fund).
    """

    check: CheckName
    wordings: tuple[Slug, ...] = ()
    accepted: tuple[Slug, ...] = ()
    such_as: tuple[Slug, ...] = ()
    terms: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    funds: tuple[str, ...] = ()
    joint_funds: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    max_rates: dict[str, Decimal] = {}


class Unchecked(Duty, frozen=True, kw_only=True):
    """A duty that no check decides: reports list it as not checked.

    ``shows`` says where it could be seen: in the ``picture`` (size, colours, what else is in it), in the ``layout`` of
    the page, in its ``text``, or ``elsewhere`` than in the publication.
    """

    shows: Literal["picture", "layout", "text", "elsewhere"]


class Drop(Data, frozen=True, kw_only=True):
    """A duty of an extended pack that does not hold here, with the reason and its source."""

    requirement: str
    reason: str
    sources: tuple[str, ...]


class Example(Data, frozen=True, kw_only=True):
    """A publication in a few lines, with the outcomes that this pack must give it.

    ``html`` is a page's body; ``outcomes`` maps checks to outcomes. ``outcome`` is the publication's.
    """

    title: str
    language: LanguageCode
    outcome: Literal["passed", "failed", "needs_review", "inapplicable"]
    html: str
    outcomes: dict[CheckName, Literal["passed", "failed", "needs_review", "inapplicable"]] = {}


_NONE_KNOWN = "The programme's own rules on disclaimer, links, project number and logos are not known."
"""What is not known of a programme that is only recognised."""


class Pack(Data, frozen=True, kw_only=True):
    """The rules of one programme and period.

    ``completeness``: "complete" where all duties of the programme are known, "partial" where ``unknown`` says
    what is not, "recognised" where the programme is only recognised and held to what it extends: without ``unknown``
    of its own, none of its own duties is known.
    ``by_fund``: the name of the pack's fund alone points to it, as "European Regional Development Fund" does to the
    ERDF's pack.
    ``names`` are the programme's names per language, ``short_names`` names and acronyms that are the same in every
    language; ``hosts`` its sites, ``former_hosts`` those that moved; ``numbers`` ids of number kinds;
    ``wordings`` the ids of wordings that only this programme uses and that therefore point to it.
    ``emblem_in_logo``: the logos of this programme, and of those that extend it, hold the Union's emblem.
    """

    id: Slug
    title: dict[LanguageCode, str]
    period: str
    family: Slug
    framework: bool = False
    extends: tuple[Slug, ...] = ()
    drop: tuple[Drop, ...] = ()
    completeness: Literal["complete", "partial", "recognised"]
    unknown: tuple[str, ...] = ()
    funds: tuple[str, ...] = ()
    by_fund: bool = False
    languages: tuple[LanguageCode, ...] = ()
    names: dict[LanguageCode, tuple[str, ...]] = {}
    short_names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    former_hosts: tuple[str, ...] = ()
    numbers: tuple[Slug, ...] = ()
    wordings: tuple[Slug, ...] = ()
    emblem_in_logo: bool = False
    verified: Verified
    sources: tuple[str, ...] = ()
    requirement: tuple[Requirement, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    example: tuple[Example, ...] = ()

    @property
    def not_known(self) -> tuple[str, ...]:
        """What is not known of the programme's duties or not checked, a plain English sentence each."""
        return self.unknown or ((_NONE_KNOWN,) if self.completeness == "recognised" else ())
