"""Kinds of register: how the columns of official lists of operations are named."""

from typing import Annotated, Literal

import msgspec

from publicity_check.rulebook.common import Data, LanguageCode, Slug, Verified

RegisterField = Literal[
    "number",
    "title",
    "title_en",
    "acronym",
    "beneficiary",
    "programme",
    "fund",
    "total",
    "eligible",
    "eu",
    "rate",
    "currency",
    "start",
    "end",
]
"""What a column of a register may hold: ``total`` and ``eligible`` cost, the Union's contribution ``eu`` and its
``rate``; ``title`` in the language of the list, ``title_en`` in English."""

Currency = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
"""The code of a currency in ISO 4217."""


class RegisterKind(Data, frozen=True, kw_only=True):
    """One kind of register: the names of its columns as they stand in its heading, the likelier first.

    A name stands alone in its heading, or between signs beside the same in another language ("Budget / Budget"); what
    follows in brackets is no part of it. ``language`` is that of the titles, ``currency`` that of figures without one,
    ``decimal`` their decimal sign where it is always the same; ``before_number`` is a regular expression of what stands
    before the number that publications carry. ``rate_of_one`` says that rates are written as shares of one (0.85).
    """

    id: Slug
    title: str
    language: LanguageCode | Literal[""] = ""
    currency: Currency = "EUR"
    decimal: Literal["", ".", ","] = ""
    before_number: str = ""
    rate_of_one: bool = False
    columns: dict[RegisterField, tuple[str, ...]]
    verified: Verified
    sources: tuple[str, ...]
    note: str = ""
