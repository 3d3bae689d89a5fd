"""Where sentences and their clauses end between the words of a publication."""

import re

from publicity_check.publication import Publication, Span
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import Words

_PART = re.compile(r";\s")


class Clauses:
    """Answers where clauses end, for one publication: where its sentences do, and at semicolons."""

    def __init__(self, publication: Publication, words: Words, sentences: Sentences) -> None:
        self.publication = publication
        self.words = words
        self._sentences = sentences

    def gap(self, before: int) -> str:
        """Return what stands between a word and the next; a line feed between two blocks."""
        words = self.words
        if before + 1 >= len(words):
            return "\n"
        block = words.block[before]
        text = self.publication.blocks[block].text
        if words.block[before + 1] == block:
            return text[words.end[before] : words.start[before + 1]]
        return text[words.end[before] :] + "\n"

    def ends(self, before: int) -> bool:
        """Say whether a clause ends between a word and the next, or a block does."""
        blocks = self.words.block
        if before < 0 or before + 1 >= len(blocks) or blocks[before] != blocks[before + 1]:
            return True
        end, start = self.words.gap(before)
        if start - end == 1:
            return False
        block = blocks[before]
        text = self.publication.blocks[block].text
        return _PART.search(text, end, start) is not None or self._sentences.part(block, end, start)

    def joins(self, before: int) -> bool:
        """Say whether a sentence may go on in the next block: no mark ends it, and both stand in one region."""
        words, blocks = self.words, self.publication.blocks
        if before < 0 or before + 1 >= len(words):
            return False
        here, there = blocks[words.block[before]], blocks[words.block[before + 1]]
        return here is not there and here.region == there.region and not self.gap(before).strip(" \n,–—-:|")

    def written(self, word: int) -> str:
        """Return a word as written."""
        words = self.words
        return self.publication.blocks[words.block[word]].text[words.start[word] : words.end[word]]

    def text(self, first: int, end: int) -> str:
        """Return the words from ``first`` up to ``end`` as written, with what stands between them."""
        return self.publication.quote(self.span(first, end - 1)) if end > first else ""

    def span(self, first: int, last: int) -> Span:
        """Return the span from one word to another."""
        words = self.words
        return Span(words.block[first], words.start[first], words.block[last], words.end[last])

    def start_of(self, word: int, limit: int) -> int:
        """Return the first word of the clause that a word stands in, at most ``limit`` words before it."""
        first = word
        while first > 0 and word - first < limit and not self.ends(first - 1):
            first -= 1
        return first

    def end_of(self, word: int, limit: int) -> int:
        """Return the last word of the clause that a word stands in, at most ``limit`` words after it."""
        last = word
        while last + 1 < len(self.words) and last - word < limit and not self.ends(last):
            last += 1
        return last
