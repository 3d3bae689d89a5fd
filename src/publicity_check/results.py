"""Results: what the checks decide, and the report that holds them together."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

import msgspec

from publicity_check.facts.model import Amount, Facts, Note
from publicity_check.publication import Evidence, Publication
from publicity_check.readers.collect import Skipped
from publicity_check.rulebook.common import Basis, CheckName, Clause, Known, Medium
from publicity_check.values.message import Message, Value


class Outcome(StrEnum):
    """What a check decided, as in the W3C's EARL (which calls ``needs_review`` "cantTell")."""

    PASSED = "passed"
    FAILED = "failed"
    NEEDS_REVIEW = "needs_review"
    INAPPLICABLE = "inapplicable"
    ERROR = "error"


SEVERITY = (Outcome.ERROR, Outcome.FAILED, Outcome.NEEDS_REVIEW, Outcome.PASSED, Outcome.INAPPLICABLE)
"""From worst to least; the worst of several results decides."""


class Kind(StrEnum):
    """How a requirement failed."""

    MISSING = "missing"
    CONFLICTING = "conflicting"
    INCORRECT = "incorrect"
    INCOMPLETE = "incomplete"


class Finding(msgspec.Struct, frozen=True, gc=False):
    """What one check says of one requirement, before it is tied to pack and project.

    ``code`` names the message; ``values`` fill its slots. ``suggestion`` is text to paste.
    ``evidence`` shows what was found, both sides of a conflict.
    """

    outcome: Outcome
    code: str
    kind: Kind | None = None
    values: Mapping[str, Value] = {}
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()
    suggestion: str | None = None


class Suppression(msgspec.Struct, frozen=True, gc=False):
    """Why a result does not count: who asked for it and until when."""

    reason: str
    source: str
    until: str | None = None


CONFIGURATION = "configuration/"
"""How the requirements begin that speak of what the user declared, not of a publication."""


class Result(msgspec.Struct, frozen=True, gc=False):
    """The outcome of one requirement for one project of one publication.

    ``requirement`` is "pack/requirement", or "consistency/check" for what a publication contradicts itself in.
    ``code`` and ``values`` say what is the matter and what to do about it: :func:`publicity_check.say` makes a sentence
    of them.
    """

    project: str | None
    requirement: str
    check: CheckName
    level: Literal["must", "should"]
    basis: Basis | Literal["consistency"]
    outcome: Outcome
    kind: Kind | None
    code: str
    values: Mapping[str, Value]
    notes: tuple[Note, ...] = ()
    suggestion: str | None = None
    legal_basis: tuple[Clause, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    suppressed: Suppression | None = None
    baselined: bool = False
    ask: str = ""
    """The duty in one plain English sentence, as its pack states it."""
    withheld: bool = False
    """Whether a wording to paste was tried in the publication, and is not given since it would not mend it."""
    known: Known | Literal[""] = ""
    """How the duty is known; "" where none is asked for."""
    read: str = ""
    """The day on which it was learnt; "" for what is known from memory."""

    @property
    def of_configuration(self) -> bool:
        """Whether it speaks of what the user declared, not of a publication."""
        return self.requirement.startswith(CONFIGURATION)


class Reason(msgspec.Struct, frozen=True, gc=False):
    """Why a pack was chosen: the code of a message, its values, and the place that says so."""

    code: str
    values: Mapping[str, Value] = {}
    evidence: Evidence | None = None


Asked = Literal["must", "should", "no", "not-known", "undecided"]
"""Whether rules ask for an element: they do, recommend it, do not; it is not known; those that may hold differ."""


class NotChecked(msgspec.Struct, frozen=True, gc=False):
    """A duty that no check decides: ``shows`` says where a person can see whether it is met."""

    requirement: str
    level: Literal["must", "should"]
    basis: Basis
    ask: str
    shows: Literal["picture", "layout", "text", "elsewhere"]
    legal_basis: tuple[Clause, ...] = ()
    known: Known | Literal[""] = ""
    read: str = ""


class Weighed(msgspec.Struct, frozen=True, gc=False):
    """One piece of evidence for the choice of rules: what it is and where, its kind, its place and what it weighs.

    ``packs`` are the rule packs that it points to; one that points to none speaks for all of a fund, a period, a
    language or an agency.
    """

    reason: Reason
    kind: str
    place: str
    weight: float
    packs: tuple[str, ...] = ()


class ChosenPack(msgspec.Struct, frozen=True, gc=False):
    """A rule pack by which a publication was judged, for one project, and why.

    ``chosen_by``: "user", "profile" or "detected". ``certain`` is false where several packs fit and only
    what they have in common was judged; ``candidates`` then names them.
    """

    id: str
    chosen_by: Literal["user", "profile", "detected"]
    because: tuple[Reason, ...] = ()
    project: str | None = None
    certain: bool = True
    candidates: tuple[str, ...] = ()
    completeness: str = ""
    """How much of the programme's duties is known; "" where several packs may hold."""
    unknown: tuple[str, ...] = ()
    """Duties that are not known or not checked, in plain sentences."""
    unchecked: tuple[NotChecked, ...] = ()
    """Duties that are known, hold for this kind of publication, and are decided by no check."""
    titles: Mapping[str, str] = {}
    """The pack's title per language."""
    candidate_titles: tuple[Mapping[str, str], ...] = ()
    """The candidates' titles per language, in the order of ``candidates``."""
    asked: Mapping[CheckName, Asked] = {}
    """Whether the rules ask for each element."""
    evidence: tuple[Weighed, ...] = ()
    """All that was weighed, the heaviest first; kept where a report shows it."""
    scores: Mapping[str, float] = {}
    """What the likeliest packs weigh, the heaviest first."""


class Said(msgspec.Struct, frozen=True, gc=False):
    """What one publication says of a project, to be compared with what others say.

    ``what`` is "title", "total", "eu" or "rate"; ``key`` is what is compared, ``amount`` the figure where it is one.
    """

    project: str
    what: Literal["title", "total", "eu", "rate"]
    key: str
    evidence: Evidence
    amount: Amount | None = None
    text: str = ""
    """A title as written."""


Detail = Literal["facts", "text", "pictures", "mends"]
"""What a report may hold of a publication beside its results: the facts with their places, the whole text …"""


class Edit(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a page's source, by lines and columns from 1, the end exclusive, and what is to stand there."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Mend(msgspec.Struct, frozen=True, gc=False):
    """A change that puts some results of a publication right, each named by its place among them.

    ``sentence`` is the author's sentence as it would then read, "" where none is changed; ``edits`` are those of the
    source of an HTML page.
    """

    results: tuple[int, ...]
    sentence: str = ""
    edits: tuple[Edit, ...] = ()


class PictureShown(msgspec.Struct, frozen=True, gc=False):
    """A picture that was looked at: its name, what was seen, the digest of its file, a small copy (``data:``)."""

    name: str
    shows: Literal["emblem", "perhaps", "nothing"]
    sha256: str
    thumbnail: str


class PublicationReport(msgspec.Struct, frozen=True, gc=False):
    """What was found and decided about one publication.

    ``error`` is the sentence that says why it could not be read; there are then no facts. ``headline`` is the code of
    the reason why it was not judged, "" if it was.
    """

    path: str
    """Where it is, as the user named it."""
    outcome: Outcome
    place: str = ""
    """Where it is, seen from the folder that the configuration speaks of."""
    sha256: str = ""
    format: str = ""
    language: str = ""
    media: tuple[Medium, ...] = ()
    """What kinds of publication it may be; none where it was not judged."""
    media_told_by: Literal["", "user", "content", "format"] = ""
    rule_packs: tuple[ChosenPack, ...] = ()
    results: tuple[Result, ...] = ()
    facts: Facts | None = None
    fact_evidence: Mapping[str, tuple[Evidence, ...]] = {}
    """Evidence for each list of facts ("statements", "links" …), in their order; of very long lists for the first."""
    unread: tuple[Message, ...] = ()
    unstyled: tuple[Message, ...] = ()
    """What was not read that may hide something: told of a publication that is judged, and no reason to list it."""
    headline: str = ""
    error: str | None = None
    skipped: str = ""
    """The code of the reason why its file is no publication at all; a report on a run then lists it so."""
    furnished: tuple[str, ...] = ()
    """The declared selectors of the site's furniture that mean something in it."""
    said: tuple[Said, ...] = ()
    """What is compared with other publications of the same run."""
    declared: tuple[int, ...] = ()
    """The declared projects that it names or is bound to, by their places in the configuration."""
    publication: Publication | None = None
    """The publication as read; kept only where a report shows its whole text."""
    pictures: tuple[PictureShown, ...] = ()
    """Pictures that were looked at; kept only where a report shows them."""
    mends: tuple[Mend, ...] = ()
    """What can be put right in it without a person's consent; kept only where a report shows it."""
    nearby: Mapping[str, str] = {}
    """The addresses of files beside it that were asked for, each with the SHA-256 of what was found, "" if nothing."""

    @property
    def not_read(self) -> tuple[Message, ...]:
        """All that was not read, as reports tell it."""
        return (*self.unread, *self.unstyled)


class RegisterUsed(msgspec.Struct, frozen=True, gc=False):
    """A register that publications were held against: its file, digest and sheet, what is known of its columns.

    ``columns`` are the names of those that were read, by what they hold; ``rows`` those that could be used.
    """

    path: str
    sha256: str
    sheet: str
    kind: str
    columns: Mapping[str, str]
    rows: int
    unused: int
    """Rows and cells that could not be used."""


class RunRecord(msgspec.Struct, frozen=True, gc=False):
    """What was asked of a run: the configuration that applied, its digest, the options, the registers.

    ``configuration`` is the file's name, "" where there was none; the digest is of what holds, however it was written
    and whether it stood in the file or was given beside it. ``today`` is told only where something ends on a day.
    """

    configuration: str
    sha256: str
    rules: tuple[str, ...] = ()
    funded: bool = False
    medium: str = ""
    strict: bool = False
    today: str = ""
    registers: tuple[RegisterUsed, ...] = ()


class Report(msgspec.Struct, frozen=True, gc=False):
    """What one run says about all its publications. ``across`` holds what differs between them."""

    publications: tuple[PublicationReport, ...]
    rules_version: str
    rules_sha256: str
    across: tuple[Result, ...] = ()
    strict: bool = False
    skipped: tuple[Skipped, ...] = ()
    """What was found and not looked at, each with the reason."""
    runs: tuple[RunRecord, ...] = ()
    """What was asked, once for each configuration that applied."""

    @property
    def exit_code(self) -> int:
        """Return 0 if nothing failed, 1 if something failed, 2 if something could not be read or went wrong."""
        results = [*self.across, *(r for p in self.publications for r in p.results)]
        counting = [r for r in results if not r.suppressed and not r.baselined]
        outcomes = {p.outcome for p in self.publications}
        if Outcome.ERROR in outcomes or any(r.outcome is Outcome.ERROR for r in counting):
            return 2
        if self.strict:
            return int(any(r.outcome in (Outcome.FAILED, Outcome.NEEDS_REVIEW) for r in counting))
        return int(any(r.outcome is Outcome.FAILED and r.level == "must" for r in counting))


def worst(outcomes: "list[Outcome]") -> Outcome:
    """Return the worst of several outcomes; of none, ``inapplicable``."""
    return min(outcomes, key=SEVERITY.index, default=Outcome.INAPPLICABLE)
