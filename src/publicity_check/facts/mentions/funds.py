"""Funds: their names in all languages of the Union, and their abbreviations in the languages that use them."""

from collections.abc import Iterator

import msgspec

from publicity_check.facts.model import FundMention
from publicity_check.publication import Block, Publication, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.phrases import Phrase, Phrases
from publicity_check.text.words import Words
from publicity_check.text.words import words as folded

_UNMISTAKABLE = 4
"""Abbreviations so long mean the fund in a text of any language; one letter less will do if that is unknown."""
_PLUS = "ESF+"
_WITHOUT_PLUS = "ESF"


class _Name(msgspec.Struct, frozen=True, gc=False):
    fund: str
    written: str
    languages: tuple[str, ...]
    abbreviated: bool = False
    misspelt: bool = False


class FundFinder:
    """Finds the funds that publications name."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._index: Phrases[_Name] = Phrases()
        self._abbreviations: dict[str, list[_Name]] = {}
        self._plus: set[str] = set()
        names: dict[tuple[str, str, bool], tuple[str, list[str]]] = {}
        for language in rulebook.languages.values():
            for fund, data in language.names.funds.items():
                self._plus.update(key for word in data.plus for key in folded(word))
                wrong = {m.casefold() for m in data.misspellings}
                for name in data.abbreviations:
                    keys = folded(name)
                    if keys:
                        entry = _Name(
                            fund, name, (language.names.code,), abbreviated=True, misspelt=name.casefold() in wrong
                        )
                        self._abbreviations.setdefault(keys[0], []).append(entry)
                for name in (data.name, *data.forms, *data.misspellings):
                    misspelt = name in data.misspellings
                    if name not in data.abbreviations:
                        key = (fund, name.casefold() if misspelt else " ".join(folded(name)), misspelt)
                        names.setdefault(key, (name, []))[1].append(language.names.code)
        for (fund, _, misspelt), (name, codes) in names.items():
            self._index.add(Phrase.inflected(folded(name)), _Name(fund, name, tuple(codes), misspelt=misspelt))

    def find(self, publication: Publication, words: Words, language: str = "") -> tuple[FundMention, ...]:
        """Return the funds named in a publication, in reading order.

        Short abbreviations ("KF", "FC") count only in the languages that use them: that of their block, or
        ``language``, or else what the publication declares.
        """
        hits = [
            (first, end, name)
            for first, end, name in self._index.find(words)
            if words.block[first] == words.block[end - 1]
            and (not name.misspelt or self._is_misspelt(publication, words, first, end, name))
        ]
        hits += self._abbreviated(publication, words, language)
        hits.sort(key=lambda hit: self._order(publication, words, hit, language))
        taken: set[int] = set()
        kept: dict[int, FundMention] = {}
        for first, end, name in hits:
            if taken.isdisjoint(range(first, end)):
                taken.update(range(first, end))
                kept[first] = self._mention(publication, words, (first, end, name), language)
        return tuple(kept[first] for first in sorted(kept))

    def _order(
        self, publication: Publication, words: Words, hit: tuple[int, int, _Name], language: str
    ) -> tuple[int, bool, bool, bool]:
        """Put the longest first, then what is written just so, then names in the language of the text."""
        first, end, name = hit
        spoken = _language_of(publication, publication.blocks[words.block[first]], language)
        exact = folded(name.written) == words.keys[first:end]
        return first - end, not name.misspelt, not exact, spoken not in name.languages

    def _abbreviated(self, publication: Publication, words: Words, language: str) -> Iterator[tuple[int, int, _Name]]:
        known = self._abbreviations
        if words.distinct.isdisjoint(known):
            return
        for i, key in enumerate(words.keys):
            if key not in known:
                continue
            block = publication.blocks[words.block[i]]
            fitting = [n for n in known[key] if _as_written(block.text, words.start[i], n.written)]
            spoken = _language_of(publication, block, language)
            own = [n for n in fitting if spoken in n.languages]
            if own:
                yield i, self._last(words, i, own[0]), own[0]
            elif fitting and self._means_one_fund(fitting, spoken):
                right = next((n for n in fitting if not n.misspelt), fitting[0])
                yield i, self._last(words, i, right), right

    def _means_one_fund(self, fitting: list[_Name], spoken: str) -> bool:
        """Say whether an abbreviation means one fund wherever it is used, though not in the language of the text."""
        enough = _UNMISTAKABLE if spoken else _UNMISTAKABLE - 1
        return len({n.fund for n in fitting}) == 1 and len(fitting[0].written) >= enough

    def _last(self, all_words: Words, first: int, name: _Name) -> int:
        return min(len(all_words), first + len(folded(name.written)))

    def _is_misspelt(self, publication: Publication, words: Words, first: int, end: int, name: _Name) -> bool:
        text = publication.blocks[words.block[first]].text[words.start[first] : words.end[end - 1]]
        return text.casefold() == name.written.casefold()

    def _mention(
        self, publication: Publication, words: Words, hit: tuple[int, int, _Name], language: str
    ) -> FundMention:
        first, end, name = hit
        block = publication.blocks[words.block[first]]
        start, stop = words.start[first], words.end[end - 1]
        fund = name.fund
        spoken = _language_of(publication, block, language)
        if fund == _WITHOUT_PLUS:
            sign = block.text[stop : stop + 2]
            if sign.startswith("+") or sign == " +":
                fund, stop = _PLUS, stop + sign.index("+") + 1
            elif end < len(words) and words.keys[end] in self._plus and words.block[end] == block.index:
                fund, stop = _PLUS, words.end[end]
        return FundMention(
            fund=fund,
            name=block.text[start:stop],
            span=Span.within(block.index, start, stop),
            language=spoken if spoken in name.languages else name.languages[0],
            abbreviated=name.abbreviated,
            visible=block.region.visible,
            misspelt=name.misspelt,
        )


def _as_written(text: str, start: int, abbreviation: str) -> bool:
    written = text[start : start + len(abbreviation)]
    after = text[start + len(abbreviation) : start + len(abbreviation) + 1]
    return (written == abbreviation or written == abbreviation.upper()) and not after.isalnum()


def _language_of(publication: Publication, block: Block, language: str) -> str:
    return (language or block.language or publication.language or "")[:2]
