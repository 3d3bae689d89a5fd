"""What a publication says: statements, links, numbers, amounts, names, pictures, each with its span.

Facts are found without rules of any programme; what they mean for a duty is decided by the checks.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, get_args, get_origin

import msgspec
from msgspec.structs import fields, replace

from publicity_check.publication import Span
from publicity_check.values.message import Value

Part = Literal["funding-statement", "disclaimer"]
Scope = Literal["project", "partner", "programme", "other"]
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
    ``reworded``, ``fund-appended``, ``typing-slip``, ``key-phrase-missing``, ``placeholder``, ``slot-empty`` …
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


class ProjectNumber(msgspec.Struct, frozen=True, gc=False):
    """A project or grant number.

    ``value`` is its compact form, ``kind`` the id of its description in ``rules/numbers``, ``packs`` the ids of the
    rule packs such numbers belong to. ``damage`` says what is wrong with it as written: ``look-alike`` letters,
    ``incomplete``; empty if nothing is. ``project_title`` is the title or acronym that stands beside it.
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


class Language(msgspec.Struct, frozen=True, gc=False):
    """The language of a publication: ``code`` ("lv"), how it was found, and what the source declared."""

    code: str
    found_by: Literal["declared", "wording", "words", "langdetect", "unknown"]
    declared: str | None = None
    blocks: Mapping[int, str] = {}
    """Blocks whose language differs from the publication's."""


Fact = Statement | LinkFact | ProjectNumber | Amount | Rate | ProgrammeMention | FundMention | ImageFact
"""Something a publication says; each has a ``span``."""


class Facts(msgspec.Struct, frozen=True, gc=False):
    """Everything found in one publication."""

    language: Language
    statements: tuple[Statement, ...] = ()
    links: tuple[LinkFact, ...] = ()
    project_numbers: tuple[ProjectNumber, ...] = ()
    amounts: tuple[Amount, ...] = ()
    rates: tuple[Rate, ...] = ()
    programmes: tuple[ProgrammeMention, ...] = ()
    funds: tuple[FundMention, ...] = ()
    images: tuple[ImageFact, ...] = ()
    whole: bool = True
    """Whether everything was looked for: amounts and rates, too."""

    def lists(self) -> Iterator[tuple[str, tuple[Fact, ...]]]:
        """Yield every list of facts with its name, in the order of the reports."""
        return ((name, getattr(self, name)) for name in KINDS)

    def only(self, wanted: Callable[[Fact], bool]) -> "Facts":
        """Return these facts without those that are not wanted."""
        return replace(self, **{name: tuple(filter(wanted, facts)) for name, facts in self.lists()})


KINDS: Mapping[str, type[Fact]] = MappingProxyType(
    {field.name: get_args(field.type)[0] for field in fields(Facts) if get_origin(field.type) is tuple}
)
"""The kinds of facts: the name of each list and what is in it. Every list of :class:`Facts` is one."""
