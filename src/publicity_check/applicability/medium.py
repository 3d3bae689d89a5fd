"""What kind of publication is it: a page of a site, a post, a document, a press release, a poster?

The user's word holds, then what the publication calls itself, then its format. Duties that hold for one kind only are
judged where the kind is known.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import PurePath
from typing import Literal

import msgspec

from publicity_check.publication import Publication
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.common import MEDIA, Medium, in_medium
from publicity_check.text.phrases import Phrases
from publicity_check.text.words import words

_OF_FORMAT: dict[str, tuple[Medium, ...]] = {
    "html": ("website", "project-page"),
    "docx": ("document",),
    "text": ("social-post", "document", "press-release"),
}
"""What a publication of a format may be, if nothing says more."""
_FIRST = 6
"""So many blocks at the beginning may say what a publication is."""
_LABEL = 8
"""Words of the longest block that says so and not much else."""
_POST = 120
"""Words of the longest post in social media."""


class MediumOf(msgspec.Struct, frozen=True, gc=False):
    """The kinds of which a publication may be, and what tells that: the user, its words or its format."""

    kinds: tuple[Medium, ...]
    told_by: Literal["user", "content", "format"]

    def holds(self, media: tuple[Medium, ...]) -> Literal["yes", "perhaps", "no"]:
        """Say whether what holds for some kinds of publications holds for this one."""
        held = [in_medium(media, kind) for kind in self.kinds]
        return "yes" if all(held) else "perhaps" if any(held) else "no"


ANY = MediumOf(MEDIA, "format")
"""A publication of which nothing is known."""


def medium_of(publication: Publication, rulebook: Rulebook, declared: Medium | None = None) -> MediumOf:
    """Return what kind of publication one is; ``declared`` is the user's word."""
    if declared is not None:
        return MediumOf((declared,), "user")
    of_format = _OF_FORMAT.get(publication.format, MEDIA)
    if "website" in of_format:
        return MediumOf(of_format, "format")
    titles, files = _known(rulebook)
    name = f"-{'-'.join(words(PurePath(publication.name).stem))}-"
    said = next(_said(publication, titles), None) or next((kind for word, kind in files if word in name), None)
    if said is not None:
        return MediumOf((said,), "content")
    if publication.format == "text" and _is_post(publication):
        return MediumOf(("social-post",), "content")
    return MediumOf(of_format, "format")


def _said(publication: Publication, titles: Phrases[Medium]) -> Iterator[Medium]:
    """Yield what the first lines call the publication."""
    visible = [block for block in publication.visible_blocks() if block.text][:_FIRST]
    for block in visible:
        keys = words(block.text)
        if len(keys) <= _LABEL or block.kind in ("heading", "title"):
            for place in range(len(keys)):
                yield from (kind for _, kind in titles.at(keys, place))


def _is_post(publication: Publication) -> bool:
    """Say whether a short text has the hashtags of a post."""
    texts = [block.text for block in publication.visible_blocks()]
    tagged = any(piece.startswith("#") and len(piece) > 1 for text in texts for piece in text.split())
    return tagged and sum(len(words(text)) for text in texts) <= _POST


@cache
def _known(rulebook: Rulebook) -> tuple[Phrases[Medium], tuple[tuple[str, Medium], ...]]:
    """Return the words of titles and of file names by which publications say what they are."""
    told = rulebook.media.medium
    titles = ((phrase, m.kind) for m in told for phrases in m.titles.values() for phrase in phrases)
    files = tuple((f"-{'-'.join(words(word))}-", m.kind) for m in told for word in m.files)
    return Phrases[Medium](titles), files
