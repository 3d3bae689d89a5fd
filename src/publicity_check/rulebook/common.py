"""Terms that wordings, packs, numbers and languages share."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Literal, get_args

import msgspec

Verified = Literal["official", "two-sources", "one-source", "seen-in-use", "partial", "own-knowledge"]
"""How sure a fact is: read word for word at an official place; in two independent places; in one;
seen on beneficiaries' pages only; read in part; known but read nowhere."""

PERIODS: Mapping[str, str] = MappingProxyType(
    {
        **{period: period for period in ("2007-2013", "2014-2020", "2021-2027")},
        **dict.fromkeys(("2014-2022", "2014-2023"), "2014-2020"),
        **dict.fromkeys(("2023-2027", "2021-2026"), "2021-2027"),
    }
)
"""Programming periods as they are written, each with the one by which packs are called: rural development ran two years
longer before its plans of 2023, and recovery ends in 2026."""
Known = Literal["text", "authority", "third-party", "seen", "memory"]
"""How a duty is known: its text was read, in the official journal or a word-for-word copy; an authority quotes it;
somebody else does; it was read off what beneficiaries publish; from memory."""

SURE: frozenset[Known] = frozenset({"text", "authority"})
"""What is sure enough to make a duty of law, agreement or programme a ``must``."""

Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
"""A day, as "2026-11-28"."""

Basis = Literal["law", "agreement", "programme", "practice"]
"""What a duty rests on: an act of the Union or a state, the grant agreement, the programme's own rules, custom."""

Medium = Literal["website", "project-page", "social-post", "document", "press-release", "poster", "event"]
"""What kind of publication one is: a site (its home page, or one made for a project), a page about the project, a post
in social media, a document for the public or participants, a release for the press, a poster, what is shown at an
event."""

MEDIA: tuple[Medium, ...] = get_args(Medium)
"""All kinds of publications, in the order in which they are told."""

CheckName = Literal[
    "funding-statement",
    "disclaimer",
    "slogan",
    "programme-name",
    "fund-name",
    "programme-link",
    "eu-link",
    "project-number",
    "budget",
    "emblem",
    "language",
]

CHECKS: tuple[CheckName, ...] = get_args(CheckName)
"""All checks, in the order in which they are reported."""

Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Small letters, digits and single hyphens."""

LanguageCode = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2}$")]
"""ISO 639-1, small letters."""


class Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Base of everything read from ``rules/``: unchangeable, and strict about its keys."""


class Clause(Data, frozen=True, kw_only=True):
    """Where a duty stands: an act or rule, the article, and an address to read it.

    ``act`` and ``article`` are English; ``names`` are both as they are cited in other languages. ``media`` are the
    kinds of publications of which it speaks, all where it names none.
    """

    act: str
    article: str = ""
    url: str = ""
    names: Mapping[LanguageCode, str] = {}
    media: tuple[Medium, ...] = ()


def in_medium(media: Sequence[Medium], kind: Medium) -> bool:
    """Say whether what holds for some kinds of publications (for all, if none is named) holds for one."""
    return not media or kind in media


Claim = Literal[
    "own-views",
    "not-union-views",
    "author-answers",
    "somebody-answers",
    "union-not-answerable",
    "union-views",
    "union-answers",
    "union-named",
    "cut-off",
]
"""What a disclaimer may say: whose views a text holds, and who answers for it.

``union-views`` and ``union-answers`` are the opposite of what disclaimers are for; ``cut-off`` breaks off;
``union-named`` is a sentence about answering that names the Union and by itself says too little.
"""
