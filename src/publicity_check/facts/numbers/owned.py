"""Weighs whether a number is the publication's own project's, or that of another one which is merely mentioned."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, groupby, islice, zip_longest
from sys import maxsize

from msgspec.structs import replace

from publicity_check.facts.denials import all_paying_denied, refused
from publicity_check.facts.items import UNKNOWN, MoodMention, ProjectNumber
from publicity_check.facts.lexicon.numbers import number_words
from publicity_check.facts.numbers.citing import EARLIER, Cited, CitingWords
from publicity_check.facts.numbers.named import Named
from publicity_check.facts.numbers.presented import Company, Presented
from publicity_check.facts.numbers.surroundings import Position, Surroundings
from publicity_check.facts.placed import Placed, near_part
from publicity_check.publication import Span
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.index import pointers
from publicity_check.text.words import WORD, words

_ENOUGH = 4
"""Weight from which a number is cited."""
_OTHER_PROGRAMME = 2
_UNDER_HEADING = 3
"""Weight of a heading over what others do, or over what has ended."""
_ENDED = 2
"""Weight of words for an end in an item of a list, or of a past one where another project is told of as well."""
_PRESENTED = 3
"""Weight of a section of its own that says who paid, against the number being cited."""
_RUNNING = 6
"""Words beside a number that make its block running text; with fewer it is a label."""
_SENTENCE = 4
"""Words beside a number that are running text where they tell of another project and a full stop ends them."""
_LAST = 20
"""Letters at the end of a block among which its full stop stands."""
_YEAR = re.compile(r"(?<![\d.,/-])(20[0-3]\d)(?![\d,/-])")


class OwnershipWeigher:
    """Tells numbers of other projects from those of the publication's own."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.fund_packs = pointers(rulebook).funds
        self.citing = CitingWords(rulebook)
        self._words = number_words(rulebook)

    def weigh(self, numbers: Sequence[ProjectNumber], around: Surroundings) -> tuple[ProjectNumber, ...]:
        """Return the numbers, those of them as cited that the evidence gives to other projects.

        What stands behind the label of a case file or a contract and is of no known form is left out where the
        publication has the project's number.
        """
        own = [n for n in numbers if n.role == "own"]
        if not own:
            return tuple(numbers)
        page = _Page(self, own, around)
        values = list(dict.fromkeys(n.value for n in own))
        cited = {v for v in values if page.is_cited(v)}
        if len(cited) == len(values):
            cited = {v for v in values if page.is_foreign(v)}
        cited |= {v for v in values if page.is_unpaid(v) or page.is_apart(v)}
        known = [n for n in own if n.kind != UNKNOWN and n.value not in cited]
        files = {n.value for n in own if known and self._is_file(n) and page.has_better(n, known)}
        kept = (n for n in numbers if n.value not in files)
        return tuple(replace(n, role="cited") if n.value in cited else n for n in kept)

    def _is_file(self, number: ProjectNumber) -> bool:
        """Say whether a number is of no known form and its label speaks of no project: a case file's, a contract's.

        Of several words the nearest to the number tells: "the project's contract No".
        """
        if number.kind != UNKNOWN:
            return False
        keys = reversed(words(number.introduced_by))
        nearest = next((k for k in keys if self._words.of_project.fit(k) or self._words.of_file.fit(k)), "")
        return not self._words.of_project.fit(nearest)


class _Page:
    """The numbers of one publication and what stands beside them."""

    def __init__(self, weigher: OwnershipWeigher, numbers: Sequence[ProjectNumber], around: Surroundings) -> None:
        self._around = around
        self._moods: Placed[MoodMention] = Placed(around.moods)
        self._places: dict[str, list[ProjectNumber]] = {}
        self._beside: dict[Position, Position] = {}
        """Where other numbers than the one at a place end before it and begin behind it, in its block."""
        self._periods: dict[str, set[str]] = {}
        self._years: dict[Position, list[tuple[str, int]]] = {}
        for number in numbers:
            self._places.setdefault(number.value, []).append(number)
            self._periods.setdefault(number.period, set()).add(number.value)
        for _, here in groupby(sorted(numbers, key=_place), key=lambda n: n.span.first):
            self._set_beside(list(here))
        self._named = Named(weigher.rulebook, weigher.fund_packs, numbers, around)
        self._words = Cited(weigher.citing, around)
        self._presented = Presented(self._places, around)

    def _set_beside(self, numbers: Sequence[ProjectNumber]) -> None:
        ends, begins = 0, maxsize
        runs = [list(run) for _, run in groupby(numbers, key=lambda n: n.value)]
        for run, following in zip_longest(runs, runs[1:]):
            begins = following[0].span.start if following else maxsize
            self._beside.update({_place(number): (ends, begins) for number in run})
            ends = run[-1].span.end

    def has_better(self, number: ProjectNumber, known: Sequence[ProjectNumber]) -> bool:
        """Say whether some numbers of known forms are better than one of none.

        One in its block is; any is, where neither the block nor the section of the number say who pays.
        """
        if any(n.span.first == number.span.first for n in known):
            return True
        said = self._presented.with_statement(number) or self._presented.beside_statement(number)
        return not said and not self._named.anything_in(number.span.first)

    def is_cited(self, value: str) -> bool:
        """Say whether the evidence gives a number to another project."""
        places = self._places[value]
        if len(self._places) == 1:
            return self.is_foreign(value)
        return self._weight(places, beside=self._has_rival(value)) >= _ENOUGH

    def is_foreign(self, value: str) -> bool:
        """Say whether a number, though no other is the page's own, belongs to what its statement does not name."""
        places = self._places[value]
        if any(self._presented.with_statement(n) or self._presented.before_statement(n) for n in places):
            return False
        citing = max(self._cited_by(n)[0] for n in places)
        mentioned = bool(citing) and all(self._in_running_text(n) for n in places)
        return mentioned and self._named.foreign(places, stated=True)

    def is_unpaid(self, value: str) -> bool:
        """Say whether the Union does not pay for a number's project: refused or denied wherever the number stands."""
        places = self._places[value]
        if all(self._unpaid(n) for n in places):
            return True
        return self._has_rival(value) and all(self._without_union(n) for n in places)

    def is_apart(self, value: str) -> bool:
        """Say whether a number stands only under headings over what others do, and it says elsewhere who pays."""
        places = self._places[value]
        if not self._all_under_headings(value) or any(self._is_presented(n) for n in places):
            return False
        blocks = self._around.publication.blocks
        heads = (blocks[head] for head in self._presented.stated if head is not None)
        return None in self._presented.stated or any(not self._words.heads_others(head) for head in heads)

    def _is_presented(self, number: ProjectNumber) -> bool:
        stated = self._presented.with_statement(number) or self._in_statement(number)
        return stated or self._presented.of_the_page(number)

    def _weight(self, places: Sequence[ProjectNumber], *, beside: bool) -> int:
        """Return how much says that a number is another project's; ``beside`` that there is another one.

        Beside another number also headings tell it, and that the project has ended.
        """
        cited = [self._cited_by(n) for n in places]
        headed = beside and all(self._words.under_heading(n) for n in places)
        ended = beside and all(ended for _, ended in cited)
        listed = ended and all(self._presented.in_list(n) for n in places)
        past = self._past([n for n in places if n.strength != "weak"])
        passing = ended and not any(map(self._settled, places))
        ended = listed or (passing and (past or self._is_told_beside(places[0].value)))
        if any(self._presented.of_the_page(n) or self._in_statement(n) for n in places):
            return 0
        if not (headed or listed or all(self._in_running_text(n) for n in places)):
            return 0
        sure = [n for n in places if n.strength != "weak"]
        foreign = bool(sure) and self._named.foreign(sure, stated=False)
        weight = 1 + max(weight for weight, _ in cited) + foreign * _OTHER_PROGRAMME
        weight += past + headed * _UNDER_HEADING + ended * _ENDED
        return weight - _PRESENTED * any(self._presented.with_statement(n) for n in places)

    def _settled(self, number: ProjectNumber) -> bool:
        """Say whether a number stands in a row of a table, or under a heading without another project's."""
        return self._presented.in_entry(number) or self._presented.alone(number)

    def _has_rival(self, value: str) -> bool:
        """Say whether another project's number stands on the page that nothing gives to another.

        Numbers of two kinds may be one project's, but for one that stands only under headings over what others do.
        """
        number = self._places[value][0]
        return self._plainly_own.holds_other(number, kinds_apart=self._all_under_headings(value))

    def _is_told_beside(self, value: str) -> bool:
        """Say whether the text says of another project, beside its number, who pays."""
        return self._told.holds_other(self._places[value][0])

    @cached_property
    def _told(self) -> Company:
        """Plainly own numbers in whose sentence the text says who pays."""
        own = (self._places[value] for value in self._plain)
        return Company(places[0] for places in own if any(self._presented.told(n) for n in places))

    def _all_under_headings(self, value: str) -> bool:
        return all(self._words.under_heading(n) for n in self._places[value])

    @cached_property
    def _plainly_own(self) -> Company:
        """One place of each plainly own number."""
        return Company(self._places[value][0] for value in self._plain)

    @cached_property
    def _plain(self) -> frozenset[str]:
        """The numbers that stand under no heading over what others do, and that no words give to another project."""
        return frozenset(
            value
            for value, places in self._places.items()
            if not self._all_under_headings(value)
            if not all(self._unpaid(n) or self._without_union(n) for n in places)
            if self._weight(places, beside=False) < _ENOUGH
        )

    def _without_union(self, number: ProjectNumber) -> bool:
        stated = self._presented.with_statement(number) or self._presented.beside_statement(number)
        return not stated and not self._presented.of_the_page(number) and self._words.without_union(number)

    def _unpaid(self, number: ProjectNumber) -> bool:
        index = number.span.first
        text = self._around.publication.blocks[index].text
        start, end = self._around.told(number)
        if any(self._presented.statements.beginning(index, start, end)):
            return False
        moods = list(self._moods.within(near_part(Span.within(index, start, end), number.span)))
        return refused(text, moods) or all_paying_denied(text, moods, number.span)

    def _in_running_text(self, number: ProjectNumber) -> bool:
        block = self._around.publication.blocks[number.span.first]
        said = self._words_beside(number)
        if said >= _RUNNING:
            return True
        weight, ended = self._cited_by(number)
        told = weight >= EARLIER or ended
        return told and said >= _SENTENCE and block.text[-_LAST:].rstrip().endswith(".")

    def _words_beside(self, number: ProjectNumber) -> int:
        """Return how many words stand in the sentence of a number beside it; of more than tell anything, so many."""
        text = self._around.publication.blocks[number.span.first].text
        start, end = self._around.sentence(number)
        beside = chain(WORD.finditer(text, start, number.span.start), WORD.finditer(text, number.span.end, end))
        return sum(1 for _ in islice(beside, _RUNNING))

    def _in_statement(self, number: ProjectNumber) -> bool:
        """Say whether a number stands in the sentence of a statement that nothing in it gives to another project."""
        if not self._presented.beside_statement(number):
            return False
        weight, ended = self._cited_by(number)
        return weight <= ended

    def _cited_by(self, number: ProjectNumber) -> tuple[int, bool]:
        """Return how much its sentence says that a number is another project's, and whether it has ended."""
        return self._words.by_words(number, self._beside[_place(number)])

    @cached_property
    def _last_year(self) -> str:
        blocks = self._around.publication.blocks
        return max((y for block in blocks for y in _YEAR.findall(block.text)), default="")

    def _past(self, places: Sequence[ProjectNumber]) -> bool:
        """Say whether a number is of an earlier period than the others, or its sentence of an earlier year."""
        if not places:
            return False
        value = places[0].value
        mine = {n.period for n in places} - {""}
        theirs = {p for p, values in self._periods.items() if p and len(values) > (value in values)}
        if mine and theirs and max(mine) < min(theirs):
            return True
        year = max((self._year_beside(n) for n in places), default="")
        return bool(year) and int(year) + 1 < int(self._last_year)

    def _year_beside(self, number: ProjectNumber) -> str:
        """Return the last of the years in the sentence of a number, beside it; "" if there is none."""
        start, end = self._around.sentence(number)
        key = number.span.first, start
        if key not in self._years:
            text = self._around.publication.blocks[number.span.first].text
            found = ((year[0], year.start()) for year in _YEAR.finditer(text, start, end))
            self._years[key] = sorted(found, reverse=True)
        inside = range(number.span.start, number.span.end)
        return next((year for year, at in self._years[key] if at not in inside), "")


def _place(number: ProjectNumber) -> Position:
    return number.span.first, number.span.start
