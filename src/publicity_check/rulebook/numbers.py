"""Kinds of project number: how each looks, what introduces it, and which programme it belongs to."""

from typing import Annotated, Literal

import msgspec

from publicity_check.rulebook.common import Data, LanguageCode, Slug, Verified

Start = Annotated[str, msgspec.Meta(pattern=r"^(\*|#|[^\W\d_]+|9+[^\d]?)$")]
"""How a number begins: its first letters in capitals, "*" for any; digits as 9 with the character after them."""


Strength = Literal["strong", "medium", "weak"]


class NumberExample(Data, frozen=True, kw_only=True):
    """A real number in its official form, where it was seen, and how that page wrote it."""

    value: str
    source: str
    as_written: str = ""


class DamagedExample(Data, frozen=True, kw_only=True):
    """A real number as a page wrote it wrongly, and what was meant.

    ``damage`` is "incomplete" where part of it is lost, empty where it can still be read in full.
    """

    value: str
    as_written: str
    source: str
    damage: Literal["", "incomplete"] = ""


class Incomplete(Data, frozen=True, kw_only=True):
    """A form in which part of the number is lost: it counts only after an introducing word.

    ``meant`` is what was probably meant, ``{}`` standing for what is written; empty if nobody can know.
    ``starts`` is as for the kind, and the same where it is empty.
    """

    pattern: str
    starts: tuple[Start, ...] = ()
    meant: str = ""


class NumberKind(Data, frozen=True, kw_only=True):
    """One kind of project or grant number.

    ``pattern`` is a regular expression for the compact form (letters, digits and the separators that belong to the
    number); blanks around separators, other dashes and look-alike letters are allowed for by the reader of numbers.
    ``version`` is a tail that names a version, contract or partner and is no part of the number, but where
    ``of_agreement`` is set and the number is called that of an agreement; ``suffix`` one that is
    part of it where it stands there, and makes no other project. ``companions`` are kinds of which a number may stand
    right before or behind, joined by a sign: it belongs to the same project. ``introduced_by`` says whether labels that
    speak of an agreement or a project introduce such numbers in any language. ``strength`` says how much such a number
    tells of its programme and period: "strong" (its own letters say them), "medium", "weak" (others look the same).
    ``starts`` lists how
    such numbers begin, so that only likely places are looked at. ``needs`` says what must stand near for it to
    count: nothing, the programme or an introducing word ("programme"), an introducing word, or both. ``scripts``
    are alphabets whose letters are as good as Latin ones. ``sign`` is false where such numbers are given to projects
    without money from the Union as well. ``examples`` are real; ``shapes`` are made up, for kinds of which no real
    number was read. ``look_alikes`` must not be taken for such a number.
    """

    id: Slug
    title: str
    country: str = "EU"
    period: str
    funds: tuple[str, ...] = ()
    pattern: str
    version: str = ""
    of_agreement: bool = False
    suffix: str = ""
    companions: tuple[Slug, ...] = ()
    introduced_by: tuple[Literal["agreement", "project"], ...] = ()
    strength: Strength = "medium"
    starts: tuple[Start, ...]
    needs: Literal["nothing", "programme", "introducer", "both"]
    scripts: tuple[Literal["GREEK", "CYRILLIC"], ...] = ()
    sign: bool = True
    introducers: dict[LanguageCode, tuple[str, ...]] = {}
    incomplete: tuple[Incomplete, ...] = ()
    examples: tuple[NumberExample, ...] = ()
    damaged: tuple[DamagedExample, ...] = ()
    shapes: tuple[str, ...] = ()
    look_alikes: tuple[str, ...] = ()
    verified: Verified
    sources: tuple[str, ...] = ()
    note: str = ""
