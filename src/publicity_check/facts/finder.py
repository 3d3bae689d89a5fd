"""Finds all facts of a publication. A new kind of fact is a module like its siblings and its lines here."""

from functools import cache, cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from publicity_check.facts import language
from publicity_check.facts.bounds import unheard
from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.links import LinkFinder
from publicity_check.facts.mentions.funds import FundFinder
from publicity_check.facts.mentions.moods import MoodFinder
from publicity_check.facts.mentions.programmes import ProgrammeFinder
from publicity_check.facts.mentions.projects import ProjectFinder
from publicity_check.facts.mentions.union import UnionFinder
from publicity_check.facts.mentions.years import find_periods, find_years
from publicity_check.facts.model import (
    Amount,
    Bounded,
    Budget,
    Facts,
    FundMention,
    ImageFact,
    Language,
    LinkFact,
    MoodMention,
    PeriodMention,
    Pictured,
    ProgrammeMention,
    ProjectMention,
    ProjectNumber,
    Rate,
    Statement,
    UnionMention,
    YearMention,
)
from publicity_check.facts.placed import Placed
from publicity_check.facts.statements.find import StatementFinder
from publicity_check.publication import Publication, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import Words

if TYPE_CHECKING:  # what many publications do not call for is imported when one does
    from publicity_check.facts.images.find import ImageFinder
    from publicity_check.facts.money.find import AmountFinder
    from publicity_check.facts.numbers.find import NumberFinder
    from publicity_check.facts.numbers.owned import OwnershipWeigher

MOST_FIGURES = 2000
"""A publication with more figures is a list of many projects, or no publication: nobody compares them one by one."""


class _Finders:
    """What finds each kind of facts by a rulebook, made when it is first asked for."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    @cached_property
    def statements(self) -> StatementFinder:
        return StatementFinder(self.rulebook)

    @cached_property
    def links(self) -> LinkFinder:
        return LinkFinder(self.rulebook)

    @cached_property
    def programmes(self) -> ProgrammeFinder:
        return ProgrammeFinder(self.rulebook)

    @cached_property
    def funds(self) -> FundFinder:
        return FundFinder(self.rulebook)

    @cached_property
    def union_names(self) -> UnionFinder:
        return UnionFinder(self.rulebook)

    @cached_property
    def project_nouns(self) -> ProjectFinder:
        return ProjectFinder(self.rulebook)

    @cached_property
    def moods(self) -> MoodFinder:
        return MoodFinder(self.rulebook)

    @cached_property
    def project_numbers(self) -> "NumberFinder":
        from publicity_check.facts.numbers.find import NumberFinder

        return NumberFinder(self.rulebook)

    @cached_property
    def ownership(self) -> "OwnershipWeigher":
        from publicity_check.facts.numbers.owned import OwnershipWeigher

        return OwnershipWeigher(self.rulebook)

    @cached_property
    def images(self) -> "ImageFinder":
        from publicity_check.facts.images.find import ImageFinder

        return ImageFinder(self.rulebook)

    @cached_property
    def money(self) -> "AmountFinder":
        from publicity_check.facts.money.find import AmountFinder

        return AmountFinder(self.rulebook)


class Finder(_Finders):
    """Finds what publications say. It is made once for a rulebook and used for any number of publications."""

    def prepare(self) -> None:
        """Make now what is otherwise made when a text first asks for it: worth it for many publications."""
        for name, made in vars(_Finders).items():
            if isinstance(made, cached_property):
                getattr(self, name)
        self.statements.prepare()

    def find(self, publication: Publication) -> Facts:
        """Return everything found in one publication, each kind of facts when it is first read."""
        search = _Search(self, publication)
        kinds = {kind: partial(getattr, search, kind) for kind in Facts.__annotations__}
        return Facts(**kinds, read_pictures=lambda: search.pictured)


class _Search:
    """What is found in one publication: each kind of facts when it is first asked for, some by the help of others."""

    def __init__(self, finder: Finder, publication: Publication) -> None:
        self._finder = finder
        self._publication = publication

    @cached_property
    def _words(self) -> Words:
        return Words.of((block.index, block.text) for block in self._publication.blocks)

    @cached_property
    def _sentences(self) -> Sentences:
        return sentences_of(self._publication, self._finder.rulebook)

    @cached_property
    def language(self) -> Language:
        return language.detect(self._publication, self._words, self._finder.rulebook, self.statements)

    @cached_property
    def block_languages(self) -> dict[int, str]:
        return language.of_blocks(self._publication, self._words, self._finder.rulebook, self.language.code)

    @property
    def sentence_ends(self) -> tuple[tuple[int, ...], ...]:
        return tuple(self._sentences.ends(block.index) for block in self._publication.blocks)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return self._finder.statements.find(self._publication, self._words, self._sentences)

    @cached_property
    def links(self) -> tuple[LinkFact, ...]:
        return self._finder.links.find(self._publication)

    @cached_property
    def project_numbers(self) -> tuple[ProjectNumber, ...]:
        if not self._words.numbered:
            return ()
        numbers = self._finder.project_numbers.find(
            self._publication, self._words, self.programmes, self.links, self._sentences, self.funds
        )
        if not numbers:
            return ()
        from publicity_check.facts.numbers.surroundings import Surroundings

        around = Surroundings(
            self._publication,
            self._sentences,
            self.programmes,
            self.funds,
            self.statements,
            self.block_languages,
            self.language.code,
            self.moods,
        )
        return self._finder.ownership.weigh(numbers, around)

    @cached_property
    def _unread_figures(self) -> tuple[Bounded, ...]:
        """Figures too many to be told apart; there are then no amounts and rates."""
        count, first = self._finder.money.count(self._publication, self._words)
        return (Bounded("figures-not-compared", count, first),) if first is not None and count > MOST_FIGURES else ()

    @cached_property
    def bounded(self) -> tuple[Bounded, ...]:
        uncompared = self.budget.uncompared
        found = (Bounded("figures-partly-compared", len(uncompared), uncompared[0].span),) if uncompared else ()
        own = [n for n in self.project_numbers if n.role == "own"]
        written = [s for s in self.statements if s.image is None]
        words = (unheard(facts, self._sentence, lambda: self._placed_moods) for facts in (written, own))
        return (*self._unread_figures, *found, *chain.from_iterable(words))

    def _sentence(self, span: Span) -> Span:
        return Span.within(span.first, *self._sentences.around(span.first, span.start))

    @cached_property
    def _placed_moods(self) -> Placed[MoodMention]:
        return Placed(self.moods)

    @cached_property
    def _money(self) -> tuple[tuple[Amount, ...], tuple[Rate, ...], Budget]:
        if self._unread_figures:
            return (), (), Budget()
        code = self.language.code
        return self._finder.money.find(
            self._publication, self._words, self._sentences, code, self.project_numbers, self.funds, self.programmes
        )

    @property
    def amounts(self) -> tuple[Amount, ...]:
        return self._money[0]

    @property
    def rates(self) -> tuple[Rate, ...]:
        return self._money[1]

    @property
    def budget(self) -> Budget:
        return self._money[2]

    @cached_property
    def programmes(self) -> tuple[ProgrammeMention, ...]:
        return self._finder.programmes.find(self._publication, self._words, self._sentences)

    @cached_property
    def funds(self) -> tuple[FundMention, ...]:
        return self._finder.funds.find(self._publication, self._words, self.language.code)

    @cached_property
    def union_names(self) -> tuple[UnionMention, ...]:
        return self._finder.union_names.find(self._publication, self._words, self.language.code)

    @cached_property
    def project_nouns(self) -> tuple[ProjectMention, ...]:
        return self._finder.project_nouns.find(self._publication, self._words, self.language.code)

    @cached_property
    def years(self) -> tuple[YearMention, ...]:
        return find_years(self._publication)

    @cached_property
    def periods(self) -> tuple[PeriodMention, ...]:
        return find_periods(self._publication)

    @cached_property
    def moods(self) -> tuple[MoodMention, ...]:
        return self._finder.moods.find(self._publication, self._words, self.language.code, self.block_languages)

    @cached_property
    def images(self) -> tuple[ImageFact, ...]:
        if not self._publication.images:
            return ()
        return self._finder.images.find(self._publication, self._words, self.language.code)

    @property
    def undescribed(self) -> tuple[int, ...]:
        if not self._publication.images:
            return ()
        return self._finder.images.undescribed(self._publication, self.images, (s.span for s in self.statements))

    @property
    def signs(self) -> tuple[int, ...]:
        return self._finder.images.signs(self._publication, self.images)

    @cached_property
    def pictured(self) -> tuple[Pictured, ...]:
        from publicity_check.facts.pictured import read_pictures

        wanted = dict.fromkeys((*(fact.image for fact in self.images), *self.undescribed))
        return tuple(read_pictures(self._publication, wanted, self.language.code, self._finder.find))


@cache
def finder_for(rulebook: Rulebook) -> Finder:
    """Return the finder of a rulebook; it is made once."""
    return Finder(rulebook)
