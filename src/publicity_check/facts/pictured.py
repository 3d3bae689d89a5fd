"""What is written in pictures: a text of its own each, in which the same facts are found as in any other."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from publicity_check.facts.model import Facts, Pictured
from publicity_check.pictures.words import known_languages, words_in
from publicity_check.publication import Block, Publication, nothing, nowhere

MOST_READ = 8
"""Pictures of one publication that are read at most."""
_WORKING_LANGUAGE = "en"
"""Logos and labels are in it whatever the language of the page."""


def read_pictures(
    publication: Publication, wanted: Iterable[int], language: str, find: Callable[[Publication], Facts]
) -> Iterator[Pictured]:
    """Yield what is written in the visible pictures wanted (by index) whose files are at hand, up to a bound.

    ``language`` is the publication's; ``find`` finds the facts of a text.
    """
    languages = known_languages((language, _WORKING_LANGUAGE))
    visible = (index for index in wanted if publication.images[index].visible)
    at_hand = ((index, data) for index in visible if (data := next(publication.files_of(index), None)) is not None)
    for index, data in islice(at_hand, MOST_READ):
        paragraphs = words_in(data, languages)
        if paragraphs is None:
            yield Pictured(index, None, find(_text(publication, ())))
        else:
            text = _text(publication, paragraphs)
            yield Pictured(index, text, find(text), whole=language in languages)


def _text(publication: Publication, paragraphs: tuple[str, ...]) -> Publication:
    """Return the text of a picture as a publication."""
    blocks = tuple(Block(index, text) for index, text in enumerate(paragraphs))
    return replace(
        publication,
        blocks=blocks,
        links=(),
        images=(),
        unread=(),
        furniture=frozenset(),
        comments=(),
        locate=nowhere,
        nearby=nothing,
        appearances=None,
    )
