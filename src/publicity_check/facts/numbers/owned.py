"""Weighs whether a number is the publication's own project's, or that of another one which is merely mentioned."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate, chain, groupby, islice, zip_longest
from sys import maxsize
from typing import Literal

import msgspec
from msgspec.structs import replace

from publicity_check.facts.denials import all_paying_denied
from publicity_check.facts.model import FundMention, MoodMention, ProgrammeMention, ProjectNumber, Statement
from publicity_check.facts.placed import Placed, near_part
from publicity_check.publication import Publication, Region, Span
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.index import pointers
from publicity_check.text.phrases import Phrases
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import WORD, Words, more_words

Citing = Literal["earlier", "other"]
Position = tuple[int, int]
"""A block and an offset in it."""

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
_LABEL = 2
"""Words before a number that are its label and nothing more: what it is of is told by the sentence before."""
_LAST = 20
"""Letters at the end of a block among which its full stop stands."""
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


class _CitingWords:
    """Where the words of a text stand that cite another project: how many there are is told without looking at each."""

    def __init__(self, found: Iterable[tuple[Citing, int, int]]) -> None:
        self._starts: dict[Citing, list[int]] = {"earlier": [], "other": []}
        self._ends: dict[Citing, list[int]] = {"earlier": [], "other": []}
        for said, start, end in found:
            self._starts[said].append(start)
            self._ends[said].append(end)
        for places in (*self._starts.values(), *self._ends.values()):
            places.sort()

    def count(self, said: Citing, start: int, end: int) -> int:
        """Return how many say so between two offsets."""
        return max(0, bisect_right(self._ends[said], end) - bisect_left(self._starts[said], start))


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

    def citing(self, text: str, languages: Iterable[str]) -> "_CitingWords":
        """Return the words of a text that cite another project, with their places."""
        placed = Words.of([(0, text)])
        found: dict[int, tuple[Citing, int]] = {}
        for code in set(languages) & self._citing.keys():
            for first, end, said in self._citing[code].find(placed):
                if first not in found or found[first][0] != "earlier":
                    found[first] = said, end - 1
        return _CitingWords((said, placed.start[first], placed.end[last]) for first, (said, last) in found.items())

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
        cited |= {v for v in values if page.is_unpaid(v)}
        return tuple(replace(n, role="cited") if n.value in cited else n for n in numbers)


class _Page:
    """The numbers of one publication and what stands beside them."""

    def __init__(self, weigher: OwnershipWeigher, numbers: Sequence[ProjectNumber], around: Surroundings) -> None:
        self._weigher = weigher
        self._around = around
        self._numbers = numbers
        self._statements = Placed(s for s in around.statements if s.image is None)
        self._moods = Placed(around.moods)
        self._places: dict[str, list[ProjectNumber]] = {}
        self._beside: dict[Position, Position] = {}
        """Where other numbers than the one at a place end before it and begin behind it, in its block."""
        self._packs: dict[tuple[str, ...], set[str]] = {}
        self._periods: dict[str, set[str]] = {}
        self._citing: dict[int, _CitingWords] = {}
        self._years: dict[Position, list[tuple[str, int]]] = {}
        for number in numbers:
            self._places.setdefault(number.value, []).append(number)
            self._packs.setdefault(number.packs, set()).add(number.value)
            self._periods.setdefault(number.period, set()).add(number.value)
        for _, here in groupby(sorted(numbers, key=_place), key=lambda n: n.span.first):
            self._set_beside(list(here))

    def _set_beside(self, numbers: Sequence[ProjectNumber]) -> None:
        ends, begins = 0, maxsize
        runs = [list(run) for _, run in groupby(numbers, key=lambda n: n.value)]
        for run, following in zip_longest(runs, runs[1:]):
            begins = following[0].span.start if following else maxsize
            self._beside.update({_place(number): (ends, begins) for number in run})
            ends = run[-1].span.end

    def is_cited(self, value: str) -> bool:
        """Say whether the evidence gives a number to another project."""
        places = self._places[value]
        if not self._mentioned(places):
            return False
        if len(self._places) == 1:
            return self.is_foreign(value)
        citing = max(self._cited_by(n) for n in places)
        citing = max(citing, _UNDER_NEWS * all(self._under_news(n) for n in places))
        sure = [n for n in places if n.strength != "weak"]
        foreign = bool(sure) and self._foreign(sure, self._everywhere(places), others=True)
        return 1 + citing + foreign * _OTHER_PROGRAMME + (bool(sure) and self._past(sure)) >= _ENOUGH

    def is_foreign(self, value: str) -> bool:
        """Say whether a number, though no other is the page's own, belongs to what its statement does not name."""
        places = self._places[value]
        citing = max(self._cited_by(n) for n in places)
        return bool(citing) and self._mentioned(places) and self._foreign(places, self._stated, others=False)

    def is_unpaid(self, value: str) -> bool:
        """Say whether the Union does not pay for a number's project: refused or denied wherever the number stands."""
        return all(self._unpaid(n) for n in self._places[value])

    def _unpaid(self, number: ProjectNumber) -> bool:
        index = number.span.first
        text = self._around.publication.blocks[index].text
        start, end = self._sentence(number)
        if (
            start
            and not more_words(_LABEL, text, start, number.span.start)
            and not more_words(0, text, number.span.end, end)
        ):
            start, _ = self._around.sentences.around(index, start - 1)
        if any(self._statements.beginning(index, start, end)):
            return False
        moods = list(self._moods.within(near_part(Span.within(index, start, end), number.span)))
        kinds = {m.kind for m in moods}
        if "refused" in kinds and "granted" not in kinds:
            return True
        return all_paying_denied(text, moods, number.span)

    def _mentioned(self, places: Iterable[ProjectNumber]) -> bool:
        return all(self._in_running_text(n) for n in places)

    def _in_running_text(self, number: ProjectNumber) -> bool:
        block = self._around.publication.blocks[number.span.first]
        if block.kind in _OWN_KINDS or block.region in _OWN_REGIONS:
            return False
        said = self._words_beside(number)
        running = said >= _RUNNING or (
            said >= _SENTENCE
            and block.text[-_LAST:].rstrip().endswith(".")
            and self._cited_by(number) >= _EARLIER_BEFORE
        )
        return running and not self._in_statement(number)

    def _under_news(self, number: ProjectNumber) -> bool:
        """Say whether a number stands under a heading over what others do ("At our neighbours'")."""
        publication = self._around.publication
        heads = publication.headings_over(publication.blocks[number.span.first])
        return any(h.index in self._news for h in heads)

    @cached_property
    def _news(self) -> Set[int]:
        """The blocks with words over what others do."""
        return {m.span.first for m in self._around.moods if m.kind == "news"}

    def _in_statement(self, number: ProjectNumber) -> bool:
        """Say whether a number stands in the sentence of a statement that nothing in it gives to another project.

        Or behind its label in the next sentence.
        """
        start, end = self._sentence(number)
        if start and number.introduced_by:
            start, _ = self._around.sentences.around(number.span.first, start - 1)
        stated = any(self._statements.beginning(number.span.first, start, end))
        return stated and not self._cited_by(number)

    def _sentence(self, number: ProjectNumber) -> tuple[int, int]:
        return self._around.sentences.around(number.span.first, number.span.start)

    def _words_beside(self, number: ProjectNumber) -> int:
        """Return how many words stand in the sentence of a number beside it; of more than tell anything, so many."""
        text = self._around.publication.blocks[number.span.first].text
        start, end = self._sentence(number)
        beside = chain(WORD.finditer(text, start, number.span.start), WORD.finditer(text, number.span.end, end))
        return sum(1 for _ in islice(beside, _RUNNING))

    def _cited_by(self, number: ProjectNumber) -> int:
        """Return how much the words of its sentence say that a number is another project's."""
        start, end = self._sentence(number)
        ends, begins = self._beside[_place(number)]
        cites = self._citing_in(number.span.first)
        before = max(start, ends), number.span.start
        behind = number.span.end, end if begins >= end else number.span.end
        earlier = _EARLIER_BEFORE if cites.count("earlier", *before) else 0
        if not earlier and cites.count("earlier", *behind):
            earlier = _EARLIER_BEHIND
        others = cites.count("other", *before) + cites.count("other", *behind)
        return earlier + min(others, _OTHER_MOST)

    def _citing_in(self, block: int) -> _CitingWords:
        known = self._citing.get(block)
        if known is None:
            languages = (self._around.languages.get(block, ""), self._around.language)
            text = self._around.publication.blocks[block].text
            known = self._citing[block] = self._weigher.citing(text, languages)
        return known

    def _foreign(self, places: Sequence[ProjectNumber], named: Set[str], *, others: bool) -> bool:
        """Say whether other programmes than a number's are named, and with ``others`` fit another number."""
        packs = {p for n in places for p in n.packs}
        if not packs or not named or self._weigher.lineages(packs) & named or packs & self._weigher.lineages(named):
            return False
        if not others:
            return True
        value = places[0].value
        theirs = (packs for packs, values in self._packs.items() if values - {value})
        return any(not packs or self._weigher.lineages(packs) & named for packs in theirs)

    def _everywhere(self, places: Sequence[ProjectNumber]) -> Set[str]:
        """Return the packs of all programmes, funds and wordings named outside the sentences of a number."""
        sentences = {(n.span.first, self._sentence(n)[0]) for n in places}
        if sentences.isdisjoint(self._named_in):
            return self._named_anywhere.keys()
        here = sum((self._named_in.get(sentence, Counter()) for sentence in sentences), Counter())
        return {pack for pack, times in self._named_anywhere.items() if times > here[pack]}

    @cached_property
    def _named(self) -> list[tuple[Span, tuple[str, ...]]]:
        around, weigher = self._around, self._weigher
        found = [(m.span, m.packs) for m in around.programmes if m.visible]
        found += [(f.span, weigher.fund_packs.get(f.fund, ())) for f in around.funds if f.visible]
        return found

    @cached_property
    def _named_anywhere(self) -> Counter[str]:
        """How often the packs of all programmes and funds are named."""
        return sum(self._named_in.values(), Counter())

    @cached_property
    def _named_in(self) -> dict[Position, Counter[str]]:
        """How often packs are named in each sentence, by its block and start."""
        found: dict[Position, Counter[str]] = {}
        for span, packs in self._named:
            start, _ = self._around.sentences.around(span.first, span.start)
            found.setdefault((span.first, start), Counter()).update(packs)
        return found

    @cached_property
    def _stated(self) -> set[str]:
        """Return the packs of programmes and funds named in titles, headings and the sentences of statements."""
        blocks = self._around.publication.blocks
        own = {n.span.first: self._sentence(n) for n in self._numbers}
        starts, ends = self._statements_around
        packs: set[str] = set()
        for span, named in self._named:
            low, high = own.get(span.first, (0, 0))
            if packs.issuperset(named) or low <= span.start < high:
                continue
            before = bisect_right(starts, (span.first, span.start))
            inside = before > 0 and ends[before - 1] >= (span.last, span.end)
            if inside or blocks[span.first].kind in _OWN_KINDS:
                packs.update(named)
        return packs

    @cached_property
    def _statements_around(self) -> tuple[list[Position], list[Position]]:
        """Where the sentences of statements start, in order, and the furthest end of those up to each."""
        around = self._around.sentences.around
        stretches = sorted(
            ((s.span.first, around(s.span.first, s.span.start)[0]), (s.span.last, around(s.span.last, last)[1]))
            for s in self._around.statements
            for last in [max(s.span.end - 1, 0)]
        )
        return [start for start, _ in stretches], list(accumulate((end for _, end in stretches), max))

    @cached_property
    def _last_year(self) -> str:
        blocks = self._around.publication.blocks
        return max((y for block in blocks for y in _YEAR.findall(block.text)), default="")

    def _past(self, places: Sequence[ProjectNumber]) -> bool:
        """Say whether a number is of an earlier period than the others, or its sentence of an earlier year."""
        value = places[0].value
        mine = {n.period for n in places} - {""}
        theirs = {period for period, values in self._periods.items() if period and values - {value}}
        if mine and theirs and max(mine) < min(theirs):
            return True
        year = max((self._year_beside(n) for n in places), default="")
        return bool(year) and int(year) + 1 < int(self._last_year)

    def _year_beside(self, number: ProjectNumber) -> str:
        """Return the last of the years in the sentence of a number, beside it; "" if there is none."""
        start, end = self._sentence(number)
        key = number.span.first, start
        if key not in self._years:
            text = self._around.publication.blocks[number.span.first].text
            found = ((year[0], year.start()) for year in _YEAR.finditer(text, start, end))
            self._years[key] = sorted(found, reverse=True)
        inside = range(number.span.start, number.span.end)
        return next((year for year, at in self._years[key] if at not in inside), "")


def _place(number: ProjectNumber) -> Position:
    return number.span.first, number.span.start
