"""Statements that stand in pictures: by the block of their alternative text, or by official file names."""

import re
from collections.abc import Iterator, Set

from publicity_check.facts.model import Statement
from publicity_check.facts.statements.prescribed import Prescribed
from publicity_check.facts.statements.short import ShortForms
from publicity_check.publication import Publication, Region, Span
from publicity_check.text.files import distinct
from publicity_check.text.phrases import Phrases
from publicity_check.text.words import fold

_QUERY = re.compile(r"[?#]")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LANGUAGE = re.compile(r"^([a-z]{2})[_\W](?:[vh][_\W])?", re.IGNORECASE)
_SHORTEST = 8
"""Statements of fewer letters are not looked for in file names."""
_ABBREVIATED = (("cofundedbytheeu", "cofunded"), ("fundedbytheeu", "funded"))
"""The Commission's own files are named so: EN_Co-fundedbytheEU_RGB_POS.png."""


def picture_of(publication: Publication, block: int) -> int | None:
    """Return the index of the picture whose description stands in a block, if that is what the block is."""
    if publication.blocks[block].region not in (Region.ALT_TEXT, Region.METADATA):
        return None
    for index, image in enumerate(publication.images):
        if image.block == block:
            return index
    text = publication.blocks[block].text
    for index, image in enumerate(publication.images):
        if text and (image.alt == text or text in image.labels):
            return index
    return None


class FileNames:
    """Reads statements off the names of picture files."""

    def __init__(self, forms: ShortForms) -> None:
        self._forms = forms
        self._texts: dict[str, tuple[str, str]] = {}
        for language, text in forms.texts():
            compact = compact_name(text)
            if len(compact) >= _SHORTEST:
                self._texts.setdefault(compact, (compact, language))
        self._known = Phrases.of_names(self._texts)

    def find(self, publication: Publication, carried: Set[int]) -> Iterator[Statement]:
        """Yield a statement for each picture named so; ``carried`` are those known to carry one already."""
        for index, image in enumerate(publication.images):
            if index in carried:
                continue
            for name in distinct(image.names):
                found = self._read(name)
                if found is not None:
                    text, part = found
                    block = publication.blocks[image.block]
                    end = len(block.text) if block.region is Region.ALT_TEXT else 0
                    yield Statement(
                        part="funding-statement",
                        wordings=tuple(part.wordings),
                        language=part.language,
                        span=Span.within(image.block, 0, end),
                        coverage=1.0,
                        prescribed=part.text,
                        funds=("NGEU",) if "nextgenerationeu" in text else (),
                        image=index,
                    )
                    break

    def _read(self, name: str) -> tuple[str, Prescribed] | None:
        base = _QUERY.split(name, maxsplit=1)[0].replace("%20", " ").rsplit("/", 1)[-1]
        letters = compact_name(base)
        known = self._known_in(letters)
        if known is not None:
            return letters, known
        for text, kind in _ABBREVIATED:
            if text in letters:
                match = _LANGUAGE.match(base)
                wanted = match[1].lower() if match else "en"
                for language in (wanted, "en"):
                    for short in self._forms.of(language):
                        if short.kind == kind and not short.instrument:
                            return letters, short.part
        return None

    def _known_in(self, letters: str) -> Prescribed | None:
        """Return the first statement in a name; what turns out to be no short statement is not looked for again."""
        while (found := self._known.first_in(letters)) is not None:
            compact, language = found
            for short in self._forms.of(language):
                if compact_name(short.part.text) == compact:
                    return short.part
            del self._texts[compact]
            self._known = Phrases.of_names(self._texts)
        return None


def compact_name(text: str) -> str:
    """Return a text as one run of folded letters.

    >>> compact_name("HR Sufinancira EUROPSKA UNIJA_POS.png")
    'hrsufinanciraeuropskaunijapospng'
    """
    return _NOT_LETTERS.sub("", fold(text))
