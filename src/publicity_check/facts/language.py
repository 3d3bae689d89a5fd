"""The language of a publication: declared, then that of its statements, then that of its words.

What a source declares is often wrong (a template's ``lang="en"``): it is outvoted where the text contradicts it.
Irish and Maltese, which langdetect does not know, are told by their function words like all others.
"""

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Literal

from publicity_check.facts.lexicon.function_words import function_words
from publicity_check.facts.model import Language, Statement
from publicity_check.publication import Publication, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import Words

_FoundBy = Literal["declared", "wording", "words", "langdetect", "unknown"]

_SAMPLE = 3000
"""Words looked at; more change nothing."""
_ENOUGH = 25
"""Words from which on the words alone may decide, or outvote what is declared."""
_GUESSABLE = 20
"""Words from which on langdetect is asked."""
_MUCH = 100
"""Words that outvote a declared language in which the prescribed statement is given as well."""
_BLOCK = 30
"""Words a block must have for its language to be told apart from its publication's."""
_CODE = 2
"""Letters of a language's code in ISO 639-1."""


def detect(
    publication: Publication, words: Words, rulebook: Rulebook, statements: Sequence[Statement] = ()
) -> Language:
    """Return the language of a publication.

    ``words`` are those of all its blocks, ``statements`` those found in it.
    """
    known = function_words(rulebook)
    seen, text, unprescribed = _sample(publication, words, statements)
    declared = _plain(publication.language)
    told = known.told(known.scores(seen, text), len(seen))
    found_by: _FoundBy
    languages = _of_statements(publication, statements)
    said = languages[0] if languages else ""
    nearby = {code for code, data in rulebook.languages.items() if declared in data.names.nearby}
    if declared in rulebook.languages or nearby:
        outvoted = told and told != declared and told not in nearby and len(seen) >= _ENOUGH
        agreed = declared in languages
        contradicts = (told == said and not agreed) or unprescribed >= (_MUCH if agreed else _ENOUGH)
        code, found_by = (told, "words") if outvoted and contradicts else (declared, "declared")
    else:
        code, found_by = _settle(told, said, len(seen))
    if not code and len(seen) >= _GUESSABLE:
        code, found_by = _guess(publication), "langdetect"
    if not code:
        code, found_by = (said, "wording") if said else (told, "words") if told else ("", "unknown")
    return Language(code, found_by, publication.language)


def _sample(publication: Publication, words: Words, statements: Sequence[Statement]) -> tuple[list[str], str, int]:
    """Return words that are seen, their text, and how many of them no wording prescribes.

    Statements are left out, which may be in another language; where too little is left, only prescribed ones are, and
    where that is too little, nothing is.
    """
    apart = {s.span.first for s in statements} | {s.span.last for s in statements}
    fit = [block.region.visible and block.index not in apart for block in publication.blocks]
    seen = [key for key, block in zip(words.keys[: 2 * _SAMPLE], words.block, strict=False) if fit[block]][:_SAMPLE]
    unprescribed = len(seen)
    if len(seen) < _ENOUGH:
        fit = [block.region.visible for block in publication.blocks]
        spans = [s.span for s in statements if s.wordings]
        places = [i for i, block in enumerate(words.block) if fit[block]]
        own = [i for i in places if not any(_within(words.block[i], words.start[i], span) for span in spans)]
        unprescribed = len(own)
        seen = [words.keys[i] for i in (own if len(own) >= _ENOUGH else places)][:_SAMPLE]
    text = " ".join(itertools.islice((b.text for b in publication.blocks if fit[b.index]), 200))
    return seen, text[: 6 * _SAMPLE].lower(), unprescribed


def _within(block: int, start: int, span: Span) -> bool:
    return (span.first, span.start) <= (block, start) < (span.last, span.end)


def _plain(declared: str | None) -> str:
    """Return the two letters of a declared language ("pt-br" is "pt")."""
    code = (declared or "").strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == _CODE else ""


def _settle(told: str, said: str, size: int) -> tuple[str, _FoundBy]:
    """Weigh the statements' language against the words' where none is declared."""
    if said and (not told or told == said or size < _ENOUGH):
        return said, "wording"
    if told and size >= _ENOUGH:
        return told, "words"
    return "", "unknown"


def _of_statements(publication: Publication, statements: Iterable[Statement]) -> list[str]:
    """Return the languages of prescribed statements that are seen, that of most words first."""
    counted: Counter[str] = Counter()
    for statement in statements:
        if statement.wordings and statement.image is None and publication.blocks[statement.span.first].region.visible:
            counted[statement.language] += len(publication.quote(statement.span))
    return sorted(counted, key=lambda c: (counted[c], c), reverse=True)


def _guess(publication: Publication) -> str:
    """Ask langdetect, with a fixed seed; "" if it cannot tell."""
    from langdetect.lang_detect_exception import LangDetectException

    detector = _detectors().create()
    detector.append(" ".join(block.text for block in publication.visible_blocks())[:5000])
    try:
        found = str(detector.detect())
    except LangDetectException:
        return ""
    return found if len(found) == _CODE else ""


@cache
def _detectors() -> Any:
    """Return langdetect's factory, its profiles loaded once; imported only when it is needed."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    factory.set_seed(0)
    return factory


def of_blocks(publication: Publication, words: Words, rulebook: Rulebook, code: str) -> dict[int, str]:
    """Return the long visible blocks whose words are those of another language than the publication's."""
    known = function_words(rulebook)
    found: dict[int, str] = {}
    total = len(words)
    start = 0
    while start < total:
        block = words.block[start]
        end = bisect_right(words.block, block, start)
        if end - start >= _BLOCK and publication.blocks[block].region.visible:
            keys = words.keys[start:end]
            told = known.told(known.scores(keys, publication.blocks[block].text.lower()), end - start)
            if told and told != code:
                found[block] = told
        start = end
    return found
