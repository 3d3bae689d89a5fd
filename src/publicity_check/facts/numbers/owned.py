"""Weighs whether a number is the publication's own project's, or that of another one which is merely mentioned."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

import msgspec
from msgspec.structs import replace

from publicity_check.facts.model import FundMention, MoodMention, ProgrammeMention, ProjectNumber, Statement
from publicity_check.publication import Publication, Region, Span
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.index import pointers
from publicity_check.text.phrases import Phrases
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import words

Citing = Literal["earlier", "other"]

_ENOUGH = 4
"""Weight from which a number is cited."""
_EARLIER_BEFORE = 3
"""Weight of words before a number that tell of an earlier project or a neighbour's; behind it they may tell of both."""
_EARLIER_BEHIND = 2
_OTHER_MOST = 2
"""Most weight of words that may tell of the own project too, one each."""
_OTHER_PROGRAMME = 2
_UNDER_NEWS = 3
"""Weight of a heading over what others do."""
_RUNNING = 6
"""Words beside a number that make its block running text; with fewer it is a label."""
_SENTENCE = 4
"""Words beside a number that are running text where they tell of another project and a full stop ends them."""
_YEAR = re.compile(r"(?<![\d.,/-])(20[0-3]\d)(?![\d,/-])")
_OWN_REGIONS = frozenset({Region.FOOTER, Region.HEADER})
"""Parts of a page that speak of its own project."""
_OWN_KINDS = frozenset({"heading", "title"})


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


class OwnershipWeigher:
    """Tells numbers of other projects from those of the publication's own."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.fund_packs = pointers(rulebook).funds
        self.wording_packs = pointers(rulebook).wordings
        self._citing: dict[str, Phrases[Citing]] = {}
        for code, language in rulebook.languages.items():
            found: Phrases[Citing] = Phrases()
            for phrase in language.grammar.citing.earlier:
                found.add(phrase, "earlier")
            for phrase in language.grammar.citing.other:
                found.add(phrase, "other")
            self._citing[code] = found

    def citing(self, text: str, languages: Iterable[str]) -> dict[tuple[str, int], Citing]:
        """Return the words of a text that cite another project, each with what it says."""
        keys = words(text)
        found: dict[tuple[str, int], Citing] = {}
        for code in set(languages) & self._citing.keys():
            for place in range(len(keys)):
                for _, said in self._citing[code].at(keys, place):
                    if found.get((keys[place], place)) != "earlier":
                        found[keys[place], place] = said
        return found

    def lineages(self, packs: Iterable[str]) -> set[str]:
        """Return packs with the frameworks they belong to."""
        return {a.id for p in packs for a in self.rulebook.lineage(self.rulebook.packs[p])}

    def weigh(self, numbers: Sequence[ProjectNumber], around: Surroundings) -> tuple[ProjectNumber, ...]:
        """Return the numbers, those of them as cited that the evidence gives to other projects."""
        own = [n for n in numbers if n.role == "own"]
        if not own:
            return tuple(numbers)
        page = _Page(self, own, around)
        values = list(dict.fromkeys(n.value for n in own))
        cited = {v for v in values if page.is_cited(v)}
        if len(cited) == len(values):
            cited = {v for v in values if page.is_foreign(v)}
        return tuple(replace(n, role="cited") if n.value in cited else n for n in numbers)


class _Page:
    """The numbers of one publication and what stands beside them."""

    def __init__(self, weigher: OwnershipWeigher, numbers: Sequence[ProjectNumber], around: Surroundings) -> None:
        self._weigher = weigher
        self._numbers = numbers
        self._around = around

    def is_cited(self, value: str) -> bool:
        """Say whether the evidence gives a number to another project."""
        places = [n for n in self._numbers if n.value == value]
        others = [n for n in self._numbers if n.value != value]
        if not self._mentioned(places):
            return False
        if not others:
            return self.is_foreign(value)
        citing = max(self._cited_by(n) for n in places)
        citing = max(citing, _UNDER_NEWS * all(self._under_news(n) for n in places))
        sure = [n for n in places if n.strength != "weak"]
        foreign = self._foreign(sure, self._everywhere(places), others)
        return 1 + citing + foreign * _OTHER_PROGRAMME + self._past(sure, others) >= _ENOUGH

    def is_foreign(self, value: str) -> bool:
        """Say whether a number, though no other is the page's own, belongs to what its statement does not name."""
        places = [n for n in self._numbers if n.value == value]
        citing = max(self._cited_by(n) for n in places)
        return bool(citing) and self._mentioned(places) and self._foreign(places, self._stated)

    def _mentioned(self, places: Iterable[ProjectNumber]) -> bool:
        return all(self._in_running_text(n) for n in places)

    def _in_running_text(self, number: ProjectNumber) -> bool:
        block = self._around.publication.blocks[number.span.first]
        if block.kind in _OWN_KINDS or block.region in _OWN_REGIONS:
            return False
        start, end = self._sentence(number)
        beside = block.text[start : number.span.start] + " " + block.text[number.span.end : end]
        said = len(words(beside))
        running = said >= _RUNNING or (
            said >= _SENTENCE and block.text.rstrip().endswith(".") and self._cited_by(number) >= _EARLIER_BEFORE
        )
        return running and not self._in_statement(number)

    def _under_news(self, number: ProjectNumber) -> bool:
        """Say whether a number stands under a heading over what others do ("At our neighbours'")."""
        publication = self._around.publication
        heads = {h.index for h in publication.headings_over(publication.blocks[number.span.first])}
        return any(m.kind == "news" and m.span.first in heads for m in self._around.moods)

    def _in_statement(self, number: ProjectNumber) -> bool:
        """Say whether a number stands in the sentence of a statement that nothing in it gives to another project."""
        first, (start, end) = number.span.first, self._sentence(number)
        spans = (s.span for s in self._around.statements if s.image is None)
        stated = any(s.first == first and start <= s.start < end for s in spans)
        return stated and not self._cited_by(number)

    def _sentence(self, number: ProjectNumber) -> tuple[int, int]:
        return self._around.sentences.around(number.span.first, number.span.start)

    def _cited_by(self, number: ProjectNumber) -> int:
        """Return how much the words of its sentence say that a number is another project's."""
        block = self._around.publication.blocks[number.span.first]
        start, end = self._sentence(number)
        beside = [n.span for n in self._numbers if n.span.first == block.index and n.value != number.value]
        start = max([start, *(s.end for s in beside if s.end <= number.span.start)])
        last = not any(number.span.end <= s.start < end for s in beside)
        languages = (self._around.languages.get(block.index, ""), self._around.language)
        before = self._weigher.citing(block.text[start : number.span.start], languages)
        behind = self._weigher.citing(block.text[number.span.end : end], languages) if last else {}
        earlier = _EARLIER_BEFORE if "earlier" in before.values() else 0
        if not earlier and "earlier" in behind.values():
            earlier = _EARLIER_BEHIND
        others = [said for found in (before, behind) for said in found.values() if said == "other"]
        return earlier + min(len(others), _OTHER_MOST)

    def _foreign(
        self, places: Sequence[ProjectNumber], named: set[str], others: Sequence[ProjectNumber] | None = None
    ) -> bool:
        """Say whether other programmes than a number's are named, and fit another number, if there are others."""
        packs = {p for n in places for p in n.packs}
        if not packs or not named or self._weigher.lineages(packs) & named or packs & self._weigher.lineages(named):
            return False
        if others is None:
            return True
        return any(not n.packs or self._weigher.lineages(n.packs) & named for n in others)

    def _everywhere(self, places: Sequence[ProjectNumber]) -> set[str]:
        """Return the packs of all programmes, funds and wordings named outside the sentences of a number."""
        sentences = [(n.span.first, *self._sentence(n)) for n in places]
        return {
            p
            for span, packs in self._named
            if not any(span.first == block and start <= span.start < end for block, start, end in sentences)
            for p in packs
        }

    @cached_property
    def _named(self) -> list[tuple[Span, tuple[str, ...]]]:
        around, weigher = self._around, self._weigher
        found = [(m.span, m.packs) for m in around.programmes if m.visible]
        found += [(f.span, weigher.fund_packs.get(f.fund, ())) for f in around.funds if f.visible]
        return found

    @cached_property
    def _stated(self) -> set[str]:
        """Return the packs of programmes and funds named in titles, headings and the sentences of statements."""
        blocks = self._around.publication.blocks
        stated = [
            Span(s.span.first, self._around.sentences.around(s.span.first, s.span.start)[0], s.span.last, high)
            for s in self._around.statements
            for high in [self._around.sentences.around(s.span.last, max(s.span.end - 1, 0))[1]]
        ]
        own = {n.span.first: self._sentence(n) for n in self._numbers}
        packs: set[str] = set()
        for span, named in self._named:
            start, end = own.get(span.first, (0, 0))
            if start <= span.start < end:
                continue
            titled = blocks[span.first].kind in _OWN_KINDS
            inside = any(one.holds(span) for one in stated)
            if titled or inside:
                packs.update(named)
        return packs

    def _past(self, places: Sequence[ProjectNumber], others: Iterable[ProjectNumber]) -> bool:
        """Say whether a number is of an earlier period than the others, or its sentence of an earlier year."""
        mine = {n.period for n in places} - {""}
        theirs = {n.period for n in others} - {""}
        if mine and theirs and max(mine) < min(theirs):
            return True
        blocks = self._around.publication.blocks
        years = []
        for number in places:
            start, end = self._sentence(number)
            text = blocks[number.span.first].text
            years += _YEAR.findall(text[start : number.span.start]) + _YEAR.findall(text[number.span.end : end])
        last = max((y for block in blocks for y in _YEAR.findall(block.text)), default="")
        return bool(years) and int(max(years)) + 1 < int(last)
