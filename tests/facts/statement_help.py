"""Finds statements in a few blocks of text with the rules that come with the library."""

from functools import cache

from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.model import Statement
from publicity_check.facts.statements.find import StatementFinder
from publicity_check.publication import Block, Image, Publication, Region
from publicity_check.rulebook import builtin
from publicity_check.text.words import Words


@cache
def finder() -> StatementFinder:
    return StatementFinder(builtin())


def page(*texts: str | Block, images: tuple[Image, ...] = (), language: str | None = None) -> Publication:
    blocks = tuple(t if isinstance(t, Block) else Block(i, t) for i, t in enumerate(texts))
    return Publication("page.html", "html", "", blocks, images=images, language=language)


def alt(index: int, text: str) -> Block:
    return Block(index, text, region=Region.ALT_TEXT, kind="alt")


def find(*texts: str | Block, images: tuple[Image, ...] = (), language: str | None = None) -> tuple[Statement, ...]:
    publication = page(*texts, images=images, language=language)
    words = Words.of((b.index, b.text) for b in publication.blocks)
    return finder().find(publication, words, sentences_of(publication, builtin()))


def only(*texts: str | Block, images: tuple[Image, ...] = ()) -> Statement:
    found = find(*texts, images=images)
    assert len(found) == 1, found
    return found[0]


def quote(statement: Statement, *texts: str | Block) -> str:
    return page(*texts).quote(statement.span)


def values(statement: Statement, code: str) -> dict[str, str]:
    return next(dict(n.values) for n in statement.deviations if n.code == code)
