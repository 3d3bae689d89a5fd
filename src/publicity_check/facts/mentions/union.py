"""The European Union: its name in all its languages, and its abbreviations in the languages that use them."""

from collections.abc import Iterator

import msgspec

from publicity_check.facts.model import UnionMention
from publicity_check.publication import Publication, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.phrases import Phrase, Phrases
from publicity_check.text.words import Words
from publicity_check.text.words import words as folded

_EVERYWHERE = "EU"
"""The abbreviation that is understood in every language."""


class _Name(msgspec.Struct, frozen=True, gc=False):
    written: str
    languages: tuple[str, ...]
    abbreviated: bool


class UnionFinder:
    """Finds where publications name the Union."""

    def __init__(self, rulebook: Rulebook) -> None:
        languages: dict[tuple[str, bool], list[str]] = {(_EVERYWHERE, True): list(rulebook.languages)}
        written: dict[tuple[str, bool], str] = {}
        for code, data in rulebook.languages.items():
            union = data.names.union
            for name in (union.name, *union.forms):
                key = (" ".join(folded(name)), False)
                written.setdefault(key, name)
                languages.setdefault(key, []).append(code)
            for name in union.abbreviations:
                languages.setdefault((name, True), []).append(code)
        self._names: Phrases[_Name] = Phrases(
            (Phrase(tuple(folded(name))), _Name(written.get((name, short), name), tuple(dict.fromkeys(codes)), short))
            for (name, short), codes in languages.items()
        )

    def find(self, publication: Publication, words: Words, language: str = "") -> tuple[UnionMention, ...]:
        """Return where the Union is named, in reading order.

        Its name counts in every text, an abbreviation in texts of the languages that use it: that of its block is
        what the block or the publication declares, or else ``language``, that of the publication.
        """
        return tuple(self._mentions(publication, words, language))

    def _mentions(self, publication: Publication, words: Words, language: str) -> Iterator[UnionMention]:
        behind = 0
        for first, end, name in sorted(self._names.find(words), key=lambda hit: (hit[0], -hit[1], hit[2].abbreviated)):
            block = publication.blocks[words.block[first]]
            if first < behind or words.block[end - 1] != block.index:
                continue
            start, stop = words.start[first], words.end[end - 1]
            as_written = block.text[start:stop]
            if name.abbreviated:
                spoken = (language or block.language or publication.language or "")[:2]
                known = name.written == _EVERYWHERE or spoken in name.languages
                if not known or not name.written.startswith(as_written):
                    continue
            behind = end
            span = Span.within(block.index, start, stop)
            yield UnionMention(as_written, name.languages, span, name.abbreviated, block.region.visible)
