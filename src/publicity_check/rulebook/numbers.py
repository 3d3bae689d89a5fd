"""Kinds of project number: how each looks, what introduces it, and which programme it belongs to."""

from typing import Literal

from publicity_check.rulebook.common import Data, LanguageCode, Slug, Verified


class NumberExample(Data, frozen=True, kw_only=True):
    """A real number in its official form, where it was seen, and how that page wrote it."""

    value: str
    source: str
    as_written: str = ""


class NumberKind(Data, frozen=True, kw_only=True):
    """One kind of project or grant number.

    ``pattern`` is a regular expression for the compact form (letters, digits and the separators that belong to the
    number). ``needs`` says what must stand near for it to count: nothing, the programme, or an introducing word.
    """

    id: Slug
    title: str
    country: str = "EU"
    period: str
    funds: tuple[str, ...] = ()
    pattern: str
    needs: Literal["nothing", "programme", "introducer"]
    introducers: dict[LanguageCode, tuple[str, ...]] = {}
    examples: tuple[NumberExample, ...] = ()
    look_alikes: tuple[str, ...] = ()
    verified: Verified
    sources: tuple[str, ...] = ()
    note: str = ""
