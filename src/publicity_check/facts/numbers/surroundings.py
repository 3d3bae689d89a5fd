"""What a publication says beside its numbers, and the sentences in which they stand."""

from collections.abc import Mapping, Sequence

import msgspec

from publicity_check.facts.items import (
    FundMention,
    MoodMention,
    ProgrammeMention,
    ProjectNumber,
    Statement,
)
from publicity_check.publication import Publication
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import more_words

Position = tuple[int, int]
"""A block and an offset in it."""

_LABEL = 2
"""Words before a number that are its label and nothing more: what it is of is told by the sentence before."""


class Surroundings(msgspec.Struct, frozen=True):
    """What a publication says beside its numbers."""

    publication: Publication
    sentences: Sentences
    programmes: Sequence[ProgrammeMention]
    funds: Sequence[FundMention]
    statements: Sequence[Statement]
    languages: Mapping[int, str]
    """The language of each block."""
    language: str
    moods: Sequence[MoodMention] = ()

    def spoken(self, block: int) -> tuple[str, str]:
        """Return the languages in which the words of a block may be: its own and the publication's."""
        return self.languages.get(block, ""), self.language

    def sentence(self, number: ProjectNumber) -> Position:
        """Return where the sentence of a number starts and ends in its block."""
        return self.sentences.around(number.span.first, number.span.start)

    def told(self, number: ProjectNumber) -> Position:
        """Return the sentence that tells what a number is of: its own, with the one before where it is a mere label."""
        start, end = self.sentence(number)
        text = self.publication.blocks[number.span.first].text
        labelled = not more_words(_LABEL, text, start, number.span.start)
        if start and labelled and not more_words(0, text, number.span.end, end):
            start, _ = self.sentences.around(number.span.first, start - 1)
        return start, end
