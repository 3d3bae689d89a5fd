"""Publications of a few blocks, and what the finders see in them with the rules that come with the library."""

from dataclasses import dataclass
from functools import cache

from publicity_check.facts.images.find import ImageFinder
from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.links import LinkFinder
from publicity_check.facts.mentions.funds import FundFinder
from publicity_check.facts.mentions.programmes import ProgrammeFinder
from publicity_check.facts.model import FundMention, ImageFact, LinkFact, ProgrammeMention, ProjectNumber
from publicity_check.facts.numbers.find import NumberFinder
from publicity_check.publication import Block, Image, Link, Publication
from publicity_check.rulebook import builtin
from publicity_check.text.words import Words


@dataclass(frozen=True)
class Identity:
    """What tells a project's identity in a publication."""

    links: tuple[LinkFact, ...]
    programmes: tuple[ProgrammeMention, ...]
    funds: tuple[FundMention, ...]
    project_numbers: tuple[ProjectNumber, ...]
    images: tuple[ImageFact, ...]


@cache
def finders() -> tuple[LinkFinder, ProgrammeFinder, FundFinder, NumberFinder, ImageFinder]:
    rules = builtin()
    return LinkFinder(rules), ProgrammeFinder(rules), FundFinder(rules), NumberFinder(rules), ImageFinder(rules)


def publication(
    *texts: str | Block, links: tuple[Link, ...] = (), images: tuple[Image, ...] = (), language: str | None = None
) -> Publication:
    blocks = tuple(t if isinstance(t, Block) else Block(i, t) for i, t in enumerate(texts))
    return Publication("page.html", "html", "", blocks, links=links, images=images, language=language)


def facts(
    *texts: str | Block, links: tuple[Link, ...] = (), images: tuple[Image, ...] = (), language: str | None = None
) -> Identity:
    page = publication(*texts, links=links, images=images, language=language)
    words = Words.of((b.index, b.text) for b in page.blocks)
    link_finder, programme_finder, fund_finder, number_finder, image_finder = finders()
    sentences = sentences_of(page, builtin())
    found_links, programmes = link_finder.find(page), programme_finder.find(page, words, sentences)
    return Identity(
        links=found_links,
        programmes=programmes,
        funds=fund_finder.find(page, words),
        project_numbers=number_finder.find(page, words, programmes, found_links, sentences),
        images=image_finder.find(page, words),
    )
