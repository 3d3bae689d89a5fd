"""Publications of a few blocks, and what the finders see in them with the rules that come with the library."""

from functools import cache

from publicity_check.facts.finder import Finder
from publicity_check.facts.model import Facts
from publicity_check.publication import Block, Image, Link, Publication
from publicity_check.rulebook import builtin


@cache
def finder() -> Finder:
    return Finder(builtin())


def publication(
    *texts: str | Block, links: tuple[Link, ...] = (), images: tuple[Image, ...] = (), language: str | None = None
) -> Publication:
    blocks = tuple(t if isinstance(t, Block) else Block(i, t) for i, t in enumerate(texts))
    return Publication("page.html", "html", "", blocks, links=links, images=images, language=language)


def facts(
    *texts: str | Block, links: tuple[Link, ...] = (), images: tuple[Image, ...] = (), language: str | None = None
) -> Facts:
    return finder().find(publication(*texts, links=links, images=images, language=language))
