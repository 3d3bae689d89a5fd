"""Wordings: sentences that law or a programme prescribes, one file per wording with all its languages."""

from typing import Literal

from publicity_check.rulebook.common import Claim, Data, LanguageCode, Slug, Verified


class WordingPart(Data, frozen=True, kw_only=True):
    """One part of a wording in one language, owned by one check.

    ``text`` marks slots as ``{beneficiary}`` (at most 15 words), words that may be left out as ``[šīs]`` and
    words of which any will do as ``(project|action)``; "author(s)" accepts "author" and "authors". The slots
    ``{material}``, ``{material_nom}``, ``{material_gen}``, ``{this_nom}``, ``{this_gen}`` and ``{prepared}`` take
    the noun for the publication and what bends with it, from ``materials`` of the language. ``key_phrases``
    are the phrases without which the part is incomplete, written as in ``text``. The first entry of a language
    and check is the one that is suggested; further ones are accepted as well.
    """

    check: Literal["funding-statement", "disclaimer"]
    language: LanguageCode
    text: str
    key_phrases: tuple[str, ...] = ()
    verified: Verified
    sources: tuple[str, ...] = ()
    note: str = ""


class Wording(Data, frozen=True, kw_only=True):
    """A prescribed sentence or pair of sentences.

    ``period`` is the programming period it belongs to ("2014-2020"), empty for any. ``says`` is what its disclaimer has
    to say where the words are free: in any language, or, with ``free`` "translations", in any but English.
    """

    id: Slug
    title: str
    period: str = ""
    says: tuple[Claim, ...] = ()
    free: Literal["words", "translations"] = "words"
    part: tuple[WordingPart, ...]
