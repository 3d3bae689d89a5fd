"""Lays a text against a few wordings made up for a test: what agrees where, and how well."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from statement_help import page

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.statements.match import PartFinder, PartMatch
from publicity_check.facts.statements.prescribed import Library
from publicity_check.rulebook import builtin
from publicity_check.rulebook.wordings import Wording, WordingPart
from publicity_check.text.words import Words

_WORDS = re.compile(r"\{(\d+) words\}")
"""Stands for so many words that no wording has."""
LANGUAGE = "en"
DEMONSTRATIVES = frozenset({"this"})


def wording(identifier: str, said: Mapping[str, object] | str) -> Wording:
    """Return a wording of one part: its text, or its fields."""
    fields = {"text": said} if isinstance(said, str) else said
    part = {"check": "disclaimer", "language": LANGUAGE, "verified": "own-knowledge", **fields}
    if "key_phrases" in part:
        part["key_phrases"] = tuple(part["key_phrases"])
    return Wording(id=identifier, title=identifier, part=(WordingPart(**part),))


def matched(wordings: Mapping[str, Mapping[str, object] | str], texts: Sequence[str]) -> list[PartMatch]:
    """Return the parts found in blocks of text, best first."""
    own = {identifier: wording(identifier, said) for identifier, said in wordings.items()}
    library = Library(replace(builtin(), wordings=own, packs={}, numbers={}))
    finder = PartFinder(library, frozenset(), DEMONSTRATIVES.__contains__)
    for language in sorted({part.language for w in own.values() for part in w.part}):
        finder.index.add(library.read(language))
    publication = page(*(_WORDS.sub(lambda m: " ".join(["filler"] * int(m[1])), text) for text in texts))
    words = Words.of((b.index, b.text) for b in publication.blocks)
    heads = finder.index.heads
    clauses = Clauses(publication, words, sentences_of(publication, builtin()))
    return finder.find(clauses, [i for i, key in enumerate(words.keys) if key in heads])
