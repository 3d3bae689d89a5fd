"""Pictures that matter: the emblem, funding and programme logos, and such as may carry a text nobody can read here."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from publicity_check.facts.images.names import PictureNames, Seen
from publicity_check.facts.model import ImageFact
from publicity_check.publication import Image, Publication, Region, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import WORD, Words

FEW_WORDS = 100
"""On a page with fewer words than this, a large picture may hold the text."""
LARGE = (250.0, 80.0)
"""Least width and height (CSS pixels) of a picture that may carry text."""
ICON = 32.0
"""A flag no larger than this in a menu chooses a language."""
FEW_PICTURES = 5
"""Up to so many pictures without description are all looked at."""
NEAR = 4
"""A picture so many blocks from a funding statement belongs to it."""
_MARGINS = frozenset({Region.HEADER, Region.FOOTER})
_HOME = re.compile(r"#?|(?:\.{0,2}/)*(?:[a-z]{2}/?)?(?:(?:index|default|home)\.\w+)?#?")
"""A picture that leads to the start of its own site is the logo of that site."""
_SMALL_THINGS = ("icon", "avatar", "sprite", "bullet", "pixel", "spacer", "arrow", "favicon", "emoji", ".svg")


class ImageFinder:
    """Finds the pictures of publications that say something about their funding."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._names = PictureNames(rulebook)

    def find(self, publication: Publication, words: Words, language: str = "") -> tuple[ImageFact, ...]:
        """Return the pictures that matter, in the order of the publication.

        ``words`` are those of the publication; ``language`` its language, if it is known better than declared.
        """
        if not publication.images:
            return ()
        language = (language or publication.language or "")[:2]
        return tuple(self._facts(publication, words, language))

    def undescribed(
        self, publication: Publication, known: tuple[ImageFact, ...], statements: Iterable[Span]
    ) -> tuple[int, ...]:
        """Return the visible pictures of which nothing tells that they do not show the emblem, by their index.

        ``known`` are the pictures that words tell. Of many such, those count that stand by one of the ``statements``,
        at the margin of the page, or are named as logos.
        """
        told = {fact.image for fact in known if fact.role != "may-carry-text"}
        found = [
            index
            for index, image in enumerate(publication.images)
            if index not in told and image.visible and not _chooses_language(publication, image) and self._open(image)
        ]
        if len(found) <= FEW_PICTURES:
            return tuple(found)
        near = {block for span in statements for block in range(span.first - NEAR, span.last + NEAR + 1)}
        return tuple(i for i in found if self._may_be_a_logo(publication, publication.images[i], near))

    def signs(self, publication: Publication, known: tuple[ImageFact, ...]) -> tuple[int, ...]:
        """Return the visible pictures that are called somebody's logo, or are a programme's, by their index."""
        logos = {fact.image for fact in known if fact.role in ("programme-logo", "other-eu-logo")}
        return tuple(
            index
            for index, image in enumerate(publication.images)
            if image.visible
            and (index in logos or self._names.described.is_sign((image.alt, *image.labels), image.names))
        )

    def _open(self, image: Image) -> bool:
        described = self._names.described
        return not (image.width == 0 or image.height == 0) and all(
            described.leaves_open(text) for text in (image.alt, *image.labels) if text.strip()
        )

    def _may_be_a_logo(self, publication: Publication, image: Image, near: set[int]) -> bool:
        return (
            image.block in near
            or publication.blocks[image.block].region in _MARGINS
            or bool(image.alt.strip())
            or self._names.described.tells_of_logos(image.names)
        )

    def _facts(self, publication: Publication, words: Words, language: str) -> Iterator[ImageFact]:
        few = not _has_words(publication, words, FEW_WORDS)
        for index, image in enumerate(publication.images):
            found = self._look(image, language)
            if found is not None and not _chooses_language(publication, image):
                seen, because = found
                span = _span(publication, image)
                doubtful = self._doubtful(image, language)
                yield ImageFact(
                    index, seen.role, because, span, seen.language, seen.wording, seen.holds_emblem, doubtful
                )
            elif found is None and few and _may_carry_text(image) and self._open(image):
                because = image.alt or (image.names[0] if image.names else "")
                yield ImageFact(index, "may-carry-text", because, _span(publication, image))

    def _doubtful(self, image: Image, language: str) -> bool:
        """Say whether a description, or the name of a file that tells what a picture is, says that it is not so."""
        described = self._names.described
        telling = (name for name in image.names if described.spoilt_file(name))
        return (
            any(map(described.spoilt, (image.alt, *image.labels)))
            or self._names.in_names(telling, language) is not None
        )

    def _look(self, image: Image, language: str) -> tuple[Seen, str] | None:
        for text in (image.alt, *image.labels):
            seen = self._names.in_description(text, language)
            if seen is not None:
                return seen, text
        return self._names.in_names(image.names, language)


def _has_words(publication: Publication, words: Words, count: int) -> bool:
    """Say whether a reader sees so many words at least."""
    seen = {block.index for block in publication.blocks if block.region.visible}
    if len(words):
        return sum(1 for _ in islice(filter(seen.__contains__, words.block), count)) >= count
    return sum(len(WORD.findall(block.text)) for block in publication.visible_blocks()) >= count


def _span(publication: Publication, image: Image) -> Span:
    if not publication.blocks:
        return Span.within(0, 0, 0)
    block = publication.blocks[image.block]
    return Span.within(image.block, 0, len(block.text) if block.region is Region.ALT_TEXT else 0)


def _chooses_language(publication: Publication, image: Image) -> bool:
    """Say whether a flag stands in the menu as the choice of a language."""
    small = image.width is not None and image.width <= ICON
    if not publication.blocks or image.link is None:
        return False
    in_menu = publication.blocks[image.block].region is Region.NAVIGATION
    return small and (in_menu or "lang" in image.link)


def _may_carry_text(image: Image) -> bool:
    if not image.visible or (image.link is not None and _HOME.fullmatch(image.link)):
        return False
    if any(s in name.lower() for name in image.names for s in _SMALL_THINGS):
        return False
    width, height = image.width, image.height
    return (width is None or width >= LARGE[0]) and (height is None or height >= LARGE[1])
