"""What single facts are: a statement, a link, a number, an amount, a name, a picture, each with its span.

:mod:`publicity_check.facts.model` holds them together and is what other rooms import.
"""

from collections.abc import Callable, Mapping, Set
from decimal import Decimal
from typing import Literal

import msgspec

from publicity_check.publication import Span
from publicity_check.rulebook.common import Claim
from publicity_check.rulebook.moods import Mood
from publicity_check.values.message import Value

Part = Literal["funding-statement", "disclaimer"]
Scope = Literal["project", "partner", "programme", "other"]
Strength = Literal["strong", "medium", "weak"]
Share = Literal["total", "eligible", "grant", "eu", "national", "own", "private"]


class Note(msgspec.Struct, frozen=True, gc=False):
    """A remark with a stable code and what fills its message; plain text is shown as it is."""

    code: str
    values: Mapping[str, Value] = {}


class Statement(msgspec.Struct, frozen=True, gc=False):
    """A funding statement or a disclaimer found in a publication.

    ``wordings`` are the ids of all prescribed wordings that the words agree with equally well ("" parts
    of no known wording have none: a free sentence such as "the project is co-funded by the European
    Union"). ``coverage`` is the share of the prescribed words that were found, 0 to 1. ``deviations``
    carry the codes of the table in the documentation of the checks: ``negated``, ``quoted``,
    ``union-abbreviated``, ``union-replaced``, ``bent-grammar``, ``lost-diacritics``, ``number-inside``,
    ``reworded``, ``fund-appended``, ``typing-slip``, ``key-phrase-missing``, ``placeholder``, ``slot-empty``,
    ``taken-back`` …
    """

    part: Part
    wordings: tuple[str, ...]
    language: str
    span: Span
    coverage: float
    slots: Mapping[str, str] = {}
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    """(prescribed word, word as written)"""
    deviations: tuple[Note, ...] = ()
    prescribed: str = ""
    """The prescribed text that was matched, slots filled as found."""
    funds: tuple[str, ...] = ()
    """Ids of the funds or instruments that the statement itself names (``ERDF``, ``NGEU``)."""
    image: int | None = None
    """Index of the picture that carries it, if it stands only there (alt text, file name)."""
    says: tuple[Claim, ...] = ()
    """What a disclaimer in words of its own says."""

    @property
    def codes(self) -> frozenset[str]:
        """Return the codes of the deviations."""
        return frozenset(note.code for note in self.deviations)


class LinkFact(msgspec.Struct, frozen=True, gc=False):
    """An address in a publication, as a hyperlink or as plain text.

    ``host`` is lower case, without port; ``shown_host`` is the host that the link's own text shows, if it
    shows one. ``clickable`` is false for an address that stands only as text.
    """

    target: str
    host: str
    text: str
    span: Span
    clickable: bool
    visible: bool
    shown_host: str | None = None


UNKNOWN = "unknown"
"""The kind of a number that stands behind an unmistakable label and is of no kind that is described."""


class ProjectNumber(msgspec.Struct, frozen=True, gc=False):
    """A project or grant number.

    ``value`` is its compact form, ``core`` the same without a version that makes no other project, ``kind`` the id of
    its description in ``rules/numbers``, ``packs`` the ids of the rule packs such numbers belong to. A number of the
    kind :data:`UNKNOWN` stands behind an unmistakable label and looks like none that is described. ``damage`` says what
    is wrong with it as written: ``look-alike`` letters, ``incomplete``, ``too-long``; empty if nothing is.
    ``strength`` says how much it tells of programme and period. ``project_title`` is the title or acronym that stands
    beside it.
    ``role`` is ``own`` for the publication's project, ``cited`` for another one that is merely mentioned.
    """

    value: str
    as_written: str
    kind: str
    packs: tuple[str, ...]
    span: Span
    introduced_by: str = ""
    damage: str = ""
    project_title: str = ""
    role: Literal["own", "cited"] = "own"
    period: str = ""
    visible: bool = True
    core: str = ""
    strength: Strength = "weak"
    sign: bool = True
    """Whether only projects with money from the Union have such a number (an Italian CUP is given to others too)."""


class Amount(msgspec.Struct, frozen=True, gc=False):
    """A sum of money as a publication writes it.

    ``precision`` is the value of one unit of the last digit written (0.01 for cents, 100000 for "1,2 million").
    ``scope`` and ``share`` are ``None`` while undecided, and ``reasons`` say what decided them.
    ``upper`` is the second figure of a range. ``alternatives`` are other readings of an ambiguous figure ("1.234").
    """

    value: Decimal
    currency: str
    as_written: str
    span: Span
    precision: Decimal = Decimal("0.01")
    approximate: bool = False
    scope: Scope | None = None
    share: Share | None = None
    fund: str | None = None
    project: str | None = None
    partner: str | None = None
    upper: Decimal | None = None
    alternatives: tuple[Decimal, ...] = ()
    number_style: str = ""
    """How it is written: "blank-comma" for 176 680,75, "blank-point", "comma-point", "point-comma", "plain-comma" …"""
    reasons: tuple[str, ...] = ()
    visible: bool = True
    certain: bool = False
    """Whether words say scope and share outright; what is merely likely never makes a failure by itself."""
    group: int = -1
    """Amounts with the same number stand in one breakdown: a sentence, a list, a table ("of which" ties them)."""
    vat: Literal["", "with", "without"] = ""
    per: str = ""
    """The currency of which one unit is worth this amount: set for an exchange rate ("1 EUR = 4.4125 RON")."""


class Rate(msgspec.Struct, frozen=True, gc=False):
    """A percentage and what it is a share of."""

    value: Decimal
    as_written: str
    span: Span
    precision: Decimal = Decimal(1)
    approximate: bool = False
    scope: Scope | None = None
    share: Share | None = None
    fund: str | None = None
    base: Share | None = None
    project: str | None = None
    partner: str | None = None
    visible: bool = True
    group: int = -1


class Proof(msgspec.Struct, frozen=True, gc=False):
    """A relation that holds among amounts: parts that make a whole, or a rate of a whole that is a part.

    ``stated`` is the rate as the publication states it, ``None`` where it follows from the figures alone.
    """

    kind: str
    whole: Amount
    parts: tuple[Amount, ...]
    rate: Decimal | None = None
    stated: Rate | None = None


class Slip(msgspec.Struct, frozen=True, gc=False):
    """An amount that one slip explains: what would be right, what happened to it, and how many claims that mends."""

    wrong: Amount
    right: Decimal
    how: str
    mends: int = 1


class Breach(msgspec.Struct, frozen=True, gc=False):
    """A claim of the text about its amounts that the best reading breaks; ``sure`` if every good reading does."""

    kind: str
    whole: Amount
    parts: tuple[Amount, ...]
    rate: Decimal | None = None
    stated: Rate | None = None
    slips: tuple[Slip, ...] = ()
    sure: bool = False


class Budget(msgspec.Struct, frozen=True, gc=False):
    """How the amounts of a publication were read: what holds among them, and what does not."""

    proofs: tuple[Proof, ...] = ()
    breaches: tuple[Breach, ...] = ()
    uncompared: tuple[Amount, ...] = ()
    """The amounts of very long lists and accounts that were not held against all others."""

    def and_of(self, other: "Budget") -> "Budget":
        """Return both together."""
        return Budget(
            (*self.proofs, *other.proofs), (*self.breaches, *other.breaches), (*self.uncompared, *other.uncompared)
        )

    def of(self, projects: Set[str]) -> "Budget":
        """Return what concerns some projects, and what belongs to none in particular."""
        return Budget(
            tuple(p for p in self.proofs if p.whole.project is None or p.whole.project in projects),
            tuple(b for b in self.breaches if b.whole.project is None or b.whole.project in projects),
            tuple(a for a in self.uncompared if a.project is None or a.project in projects),
        )

    def only(self, wanted: "Callable[[Amount], bool]") -> "Budget":
        """Return what concerns wanted amounts alone."""
        return Budget(
            tuple(p for p in self.proofs if all(map(wanted, (p.whole, *p.parts)))),
            tuple(b for b in self.breaches if all(map(wanted, (b.whole, *b.parts)))),
            tuple(filter(wanted, self.uncompared)),
        )


class ProgrammeMention(msgspec.Struct, frozen=True, gc=False):
    """A programme named in a publication; ``packs`` are the rule packs this name may mean."""

    name: str
    packs: tuple[str, ...]
    span: Span
    period: str = ""
    language: str = ""
    visible: bool = True
    misspelt: bool = False


class FundMention(msgspec.Struct, frozen=True, gc=False):
    """A fund named in a publication: ``fund`` is its id (``ERDF``)."""

    fund: str
    name: str
    span: Span
    language: str = ""
    abbreviated: bool = False
    visible: bool = True
    misspelt: bool = False


class UnionMention(msgspec.Struct, frozen=True, gc=False):
    """The European Union named in a publication; ``languages`` are those in which it is called so."""

    name: str
    languages: tuple[str, ...]
    span: Span
    abbreviated: bool = False
    visible: bool = True


class ProjectMention(msgspec.Struct, frozen=True, gc=False):
    """A word for a project ("Projekt", "operación"), as the publication's language has them.

    ``number`` says whether it means one, several, or either ("Vorhaben"); ``plain`` whether it means nothing else:
    "operation" and "investment" may be anybody's.
    """

    word: str
    span: Span
    number: Literal["one", "several", "either"] = "one"
    plain: bool = True
    visible: bool = True

    @property
    def one(self) -> bool:
        """Whether it may be one project."""
        return self.number != "several"


class YearMention(msgspec.Struct, frozen=True, gc=False):
    """A year named in a publication."""

    year: int
    span: Span
    visible: bool = True


class PeriodMention(msgspec.Struct, frozen=True, gc=False):
    """A programming period named in a publication: "2014-2020", however it is written."""

    period: str
    span: Span
    visible: bool = True


class MoodMention(msgspec.Struct, frozen=True, gc=False):
    """A word that tells how a sentence is meant ("if", "must", "rejected"), or what kind of page it stands on.

    ``kind`` is one of the lists of ``[moods]`` in the rules of a language, or "not" for a word that denies.
    """

    kind: Mood
    word: str
    span: Span
    visible: bool = True


class ImageFact(msgspec.Struct, frozen=True, gc=False):
    """A picture that matters: the emblem, a funding or programme logo, or one that may carry text unseen."""

    image: int
    role: Literal["emblem", "funding-logo", "programme-logo", "other-eu-logo", "may-carry-text"]
    because: str
    """What gave it away: the alt text, file name or description as written."""
    span: Span
    language: str = ""
    wording: str = ""
    """Id of the wording that an official file name or the alt text stands for (``cofunded``)."""
    holds_emblem: bool = False
    """Whether it is the logo of a programme whose logos hold the emblem."""
    doubtful: bool = False
    """Whether its words say that it is missing, spoilt, or part of a photograph."""


BoundKind = Literal[
    "figures-partly-compared", "figures-not-compared", "statement-in-long-sentence", "number-in-long-sentence"
]
"""What there is too much of: figures to be compared with each other, or to be read; words of one sentence."""


class Bounded(msgspec.Struct, frozen=True, gc=False):
    """What was not looked at as a whole: what it is, how many there are that were left aside, and where it begins."""

    kind: BoundKind
    count: int
    span: Span


class Language(msgspec.Struct, frozen=True, gc=False):
    """The language of a publication: ``code`` ("lv"), how it was found, and what the source declared."""

    code: str
    found_by: Literal["declared", "wording", "words", "langdetect", "unknown"]
    declared: str | None = None
