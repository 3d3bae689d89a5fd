"""Words by which a sentence, a heading or a line tells of another project than the publication's own."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Literal, get_args

from publicity_check.facts.items import MoodMention, ProjectNumber
from publicity_check.facts.lexicon.numbers import number_words
from publicity_check.facts.numbers.surroundings import Position, Surroundings
from publicity_check.facts.placed import Placed, near_part
from publicity_check.publication import Block, Region, Span
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.languages import LanguageData
from publicity_check.text.phrases import Phrases
from publicity_check.text.words import Words, more_words, words

Citing = Literal["other", "ended", "earlier", "theirs"]
"""What a word says of a project, the least first."""

_ORDER: tuple[Citing, ...] = get_args(Citing)
EARLIER = 3
"""Weight of words that tell of an earlier project, of a neighbour's or another's before a number."""
_EARLIER_BEHIND = 2
"""Weight of words for an earlier project behind a number: they may tell of both."""
_OTHER_MOST = 2
"""Most weight of words that may tell of the own project too, one each."""
_HEADING = 8
"""Words of a heading up to which it may say nothing but whose the projects under it are."""
_BARE = 3
"""Words of a heading up to which one for an end and one for projects are all that it says: "Completed projects"."""
_DENIED = 3
"""Words up to which one that denies and the Union's name belong together: "no EU money"."""
_FORMER = "former"
_NEXT = 2
"""Words behind "former" among which one for a project stands."""
_STEM = 5
"""Letters of the word that the names of the Union and its Commission share."""
_TOLD_BY_HEADINGS = frozenset({"news", "refused", "others", "past"})


class CitingWords:
    """Knows the words of all languages that cite another project, and such as deny money of the Union."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._phrases: dict[str, Phrases[str]] = {}
        self._projects = number_words(rulebook).of_project
        self._denying: dict[str, tuple[frozenset[str], frozenset[str], tuple[str, ...]]] = {}
        for code, language in rulebook.languages.items():
            found: Phrases[str] = Phrases()
            for kind in (*_ORDER, _FORMER):
                for phrase in getattr(language.grammar.citing, kind):
                    found.add(phrase, kind)
            self._phrases[code] = found
            self._denying[code] = _denying(language)

    def found(self, text: str, languages: Iterable[str]) -> "CitingPlaces":
        """Return the words of a text that cite another project, with their places, each with the most that it says."""
        placed = Words.of([(0, text)])
        found: dict[int, tuple[Citing, int]] = {}
        for code in set(languages) & self._phrases.keys():
            for first, end, kind in self._phrases[code].find(placed):
                said = self._meant(kind, placed.keys[end : end + _NEXT])
                if first not in found or _ORDER.index(found[first][0]) < _ORDER.index(said):
                    found[first] = said, end - 1
        return CitingPlaces((said, placed.start[first], placed.end[last]) for first, (said, last) in found.items())

    def _meant(self, kind: str, following: Iterable[str]) -> Citing:
        """Return what a word says before others: "former" tells of a project only before a word for one."""
        if kind == _FORMER:
            return "earlier" if any(map(self._projects.fit, following)) else "other"
        return next(said for said in _ORDER if said == kind)

    def of_projects(self, heading: str) -> bool:
        """Say whether a heading is one word, or a few of which one is for a project."""
        keys = words(heading)
        return len(keys) <= 1 or (len(keys) <= _BARE and any(map(self._projects.fit, keys)))

    def denies_union(self, text: str, languages: Iterable[str]) -> bool:
        """Say whether a text denies money of the Union: a word that denies stands beside the Union's name."""
        keys = words(text)
        for code in set(languages) & self._denying.keys():
            no, names, stems = self._denying[code]
            union = [i for i, key in enumerate(keys) if key in names or key.startswith(stems)]
            if union and any(key in no and any(abs(i - u) <= _DENIED for u in union) for i, key in enumerate(keys)):
                return True
        return False


class CitingPlaces:
    """Where the words of a text stand that cite another project: how many there are is told without looking at each."""

    def __init__(self, found: Iterable[tuple[Citing, int, int]]) -> None:
        self._starts: dict[Citing, list[int]] = {said: [] for said in _ORDER}
        self._ends: dict[Citing, list[int]] = {said: [] for said in _ORDER}
        for said, start, end in found:
            self._starts[said].append(start)
            self._ends[said].append(end)
        for places in (*self._starts.values(), *self._ends.values()):
            places.sort()

    @property
    def kinds(self) -> frozenset[Citing]:
        """What they say."""
        return frozenset(said for said, starts in self._starts.items() if starts)

    def count(self, said: Citing, *stretches: tuple[int, int]) -> int:
        """Return how many say so between two offsets, of all that are given."""
        return sum(
            max(0, bisect_right(self._ends[said], end) - bisect_left(self._starts[said], start))
            for start, end in stretches
        )


def _denying(language: LanguageData) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Return the words of a language that deny, the abbreviations of the Union, and how "European" begins."""
    no = {key for word in (*language.grammar.funding.negators, *language.grammar.words.without) for key in words(word)}
    union = language.names.union
    short = {key for name in ("EU", *union.abbreviations) for key in words(name) if len(key) > 1}
    name = {key[:_STEM] for key in words(union.name)}
    shared = {key[:_STEM] for body in union.commission for key in words(body)} & name
    return frozenset(no), frozenset(short), tuple(key for key in shared if len(key) == _STEM) or ("\0",)


class Cited:
    """What the words of one publication say of whose the project of a number is."""

    def __init__(self, known: CitingWords, around: Surroundings) -> None:
        self._known, self._around = known, around
        self._headings: dict[int, bool] = {}
        self._blocks: dict[int, CitingPlaces] = {}
        self._moods: Placed[MoodMention] = Placed(around.moods)
        blocks = around.publication.blocks
        heads = [b for b in blocks if b.kind == "heading" and b.region is Region.MAIN]
        self._of_all = {b.index for b in (*heads[:1], *[h for h in heads if h.rank == 1][:1])}
        """The headings of the whole publication."""

    def by_words(self, number: ProjectNumber, others: Position) -> tuple[int, bool]:
        """Return how much the words of its sentence say that a number is another project's, and if it has ended.

        ``others`` is where other numbers end before it and begin behind it, in its block.
        """
        start, end = self._around.sentence(number)
        ends, begins = others
        cites = self._in_block(number.span.first)
        before = max(start, ends), number.span.start
        behind = number.span.end, end if begins >= end else number.span.end
        weight = EARLIER if cites.count("earlier", before) or cites.count("theirs", before, behind) else 0
        if not weight and cites.count("earlier", behind):
            weight = _EARLIER_BEHIND
        ended = cites.count("ended", before, behind)
        less = cites.count("other", before, behind) + ended
        return weight + min(less, _OTHER_MOST), ended > 0

    def _in_block(self, block: int) -> CitingPlaces:
        if block not in self._blocks:
            text = self._around.publication.blocks[block].text
            self._blocks[block] = self._known.found(text, self._around.spoken(block))
        return self._blocks[block]

    def under_heading(self, number: ProjectNumber) -> bool:
        """Say whether a heading over a number says that what stands under it is no running project of one's own."""
        publication = self._around.publication
        heads = publication.headings_over(publication.blocks[number.span.first])
        return any(self.heads_others(head) for head in heads)

    def heads_others(self, head: Block) -> bool:
        """Say whether a heading says that what stands under it is no running project of one's own."""
        if head.index not in self._headings:
            self._headings[head.index] = self._tells(head)
        return self._headings[head.index]

    def _tells(self, head: Block) -> bool:
        kinds = {m.kind for m in self._moods.in_block(head.index)}
        if "news" in kinds:
            return True
        if head.index in self._of_all or more_words(_HEADING, head.text):
            return False
        spoken = self._around.spoken(head.index)
        said = self._in_block(head.index).kinds
        if kinds & _TOLD_BY_HEADINGS or said & {"earlier", "theirs"} or self._known.denies_union(head.text, spoken):
            return True
        return "ended" in said and self._known.of_projects(head.text)

    def without_union(self, number: ProjectNumber) -> bool:
        """Say whether a number's sentence, or one beside it, denies that there is money of the Union."""
        index = number.span.first
        text = self._around.publication.blocks[index].text
        start, end = self._around.told(number)
        if start:
            start, _ = self._around.sentences.around(index, start - 1)
        if end < len(text):
            _, end = self._around.sentences.around(index, end)
        near = near_part(Span.within(index, start, end), number.span)
        return self._known.denies_union(text[near.start : near.end], self._around.spoken(index))
