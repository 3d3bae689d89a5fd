"""Finds all facts of a publication. A new kind of fact is a module like its siblings and one line here."""

from functools import cache

from msgspec.structs import replace

from publicity_check.facts import language
from publicity_check.facts.images.find import ImageFinder
from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.links import LinkFinder
from publicity_check.facts.mentions.funds import FundFinder
from publicity_check.facts.mentions.programmes import ProgrammeFinder
from publicity_check.facts.model import Facts
from publicity_check.facts.money.find import AmountFinder
from publicity_check.facts.numbers.find import NumberFinder
from publicity_check.facts.statements.find import StatementFinder
from publicity_check.publication import Publication
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import WORD, Words, fold


class Finder:
    """Finds what publications say. It is made once for a rulebook and used for any number of publications."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._union_words = frozenset(
            max(map(fold, WORD.findall(name)), key=len)
            for data in rulebook.languages.values()
            for name in ("EU", data.names.union.name, *data.names.union.forms, *data.names.union.abbreviations)
        )
        """Of each name of the Union one word, without which that name cannot stand in a text."""
        self._statements = StatementFinder(rulebook)
        self._links = LinkFinder(rulebook)
        self._programmes = ProgrammeFinder(rulebook)
        self._funds = FundFinder(rulebook)
        self._numbers = NumberFinder(rulebook)
        self._images = ImageFinder(rulebook)
        self._amounts = AmountFinder(rulebook)

    def prepare(self) -> None:
        """Make now what is otherwise made when a text first asks for it: worth it for many publications."""
        self._statements.prepare()

    def find(self, publication: Publication, *, whole: bool = True) -> Facts:
        """Return everything found in one publication.

        Without ``whole``, a publication in which nothing speaks of the Union is not searched for figures and for
        blocks in other languages, which decide nothing there.
        """
        words = Words.of((block.index, block.text) for block in publication.blocks)
        sentences = sentences_of(publication, self._rulebook)
        statements = self._statements.find(publication, words, sentences)
        found_language = language.detect(publication, words, self._rulebook, statements)
        links = self._links.find(publication)
        programmes = self._programmes.find(publication, words, sentences)
        funds = self._funds.find(publication, words, found_language.code)
        numbers = self._numbers.find(publication, words, programmes, links, sentences)
        facts = Facts(
            language=found_language,
            statements=statements,
            links=links,
            project_numbers=numbers,
            programmes=programmes,
            funds=funds,
            images=self._images.find(publication, words, found_language.code),
        )
        telling = statements or programmes or funds or numbers or facts.images
        if not whole and not telling and self._union_words.isdisjoint(words.distinct):
            return replace(facts, whole=False)
        blocks = language.of_blocks(publication, words, self._rulebook, found_language.code)
        amounts, rates = self._amounts.find(publication, words, sentences, found_language.code, numbers, funds)
        return replace(facts, language=replace(found_language, blocks=blocks), amounts=amounts, rates=rates)


@cache
def finder_for(rulebook: Rulebook) -> Finder:
    """Return the finder of a rulebook; it is made once."""
    return Finder(rulebook)
