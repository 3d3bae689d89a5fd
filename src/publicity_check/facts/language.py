"""The language of a publication: declared, then that of its statements, then that of its words.

What a source declares is often wrong (a template's ``lang="en"``): it is outvoted where the text contradicts it.
Irish and Maltese, which langdetect does not know, are told by their function words like all others.
"""

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Literal

from publicity_check.facts.lexicon.function_words import FunctionWords, function_words
from publicity_check.facts.model import Language, Statement
from publicity_check.publication import Publication, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import Words, is_name, words_but_names

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
_FEW_WORDS = 10
"""Words of such a block whose language is told beyond doubt."""
_NAMES = 4
"""Pieces of a list of names at least."""
_BETWEEN_COMMAS = re.compile(r"[,;:·|•\n]")
_CODE = 2
"""Letters of a language's code in ISO 639-1."""


def detect(
    publication: Publication, words: Words, rulebook: Rulebook, statements: Sequence[Statement] = ()
) -> Language:
    """Return the language of a publication.

    ``words`` are those of all its blocks, ``statements`` those found in it.
    """
    known = function_words(rulebook)
    seen, text = _sample(publication, words, statements)
    declared = _plain(publication.language)
    scores = known.scores(seen, text.lower())
    told = known.told(scores, len(seen))
    found_by: _FoundBy
    languages = _of_statements(publication, statements)
    said = languages[0] if languages else ""
    nearby = {code for code, data in rulebook.languages.items() if declared in data.names.nearby}
    if declared in rulebook.languages or nearby:
        enough = _MUCH if declared in languages else _ENOUGH
        against = told and told != declared and told not in nearby and known.far_ahead(scores, told, declared)
        short = declared not in languages and declared in rulebook.languages
        outvoted = against and (len(seen) >= enough or (short and known.spelt(scores, text, told, declared)))
        code, found_by = (told, "words") if outvoted else (declared, "declared")
        if not outvoted and short and said and said not in nearby and not scores.get(declared):
            everything = " ".join(block.text for block in publication.visible_blocks())[: 6 * _SAMPLE]
            code, found_by = (said, "wording") if known.spelt(scores, everything, said, declared) else (code, found_by)
    else:
        code, found_by = _settle(told, said, len(seen), sure=known.sure(scores, told))
    if not code and sum(publication.blocks[b].region.visible for b in words.block[:_ENOUGH]) >= _GUESSABLE:
        code, found_by = _guess(publication), "langdetect"
    if not code:
        code, found_by = (said, "wording") if said else (told, "words") if told else ("", "unknown")
    return Language(code, found_by, publication.language)


def _sample(publication: Publication, words: Words, statements: Sequence[Statement]) -> tuple[list[str], str]:
    """Return the words by which a publication's language is told, and their text.

    Prescribed sentences tell nothing: they may be in another language, and are often all that is. Sentences of the
    publication's own count where there is little else. Names in capitals and lists of names are no words of a language.
    """
    apart = {s.span.first for s in statements} | {s.span.last for s in statements}
    fit = [b.region.visible and not _lists_names(b.text) for b in publication.blocks]
    beside = [fits and index not in apart for index, fits in enumerate(fit)]
    seen = _told_by(publication, words, beside, ())
    if len(seen) >= _ENOUGH:
        fit = beside
    else:
        seen = _told_by(publication, words, fit, [s.span for s in statements if s.wordings])
    text = " ".join(itertools.islice((b.text for b in publication.blocks if fit[b.index]), 200))
    if fit is not beside:
        text = _without(publication, fit, statements)
    return seen, text[: 6 * _SAMPLE]


def _told_by(publication: Publication, words: Words, fit: Sequence[bool], spans: Sequence[Span]) -> list[str]:
    """Return the words of the blocks that are ``fit``, without those of ``spans`` and without names in capitals."""
    seen: list[str] = []
    starts, ends = _in_order(spans)
    touched = {block for span in spans for block in range(span.first, span.last + 1)}
    for block, first, end in words.runs():
        if first >= 2 * _SAMPLE or len(seen) >= _SAMPLE:
            break
        if not fit[block]:
            continue
        text = publication.blocks[block].text
        if block not in touched and end <= 2 * _SAMPLE:
            seen += words_but_names(text)
            continue
        for i in range(first, min(end, 2 * _SAMPLE)):
            key, start = words.keys[i], words.start[i]
            before = bisect_right(starts, (block, start))
            prescribed = before > 0 and ends[before - 1] > (block, start)
            if not (prescribed or is_name(text[start : words.end[i]], key)):
                seen.append(key)
    return seen[:_SAMPLE]


def _without(publication: Publication, fit: Sequence[bool], statements: Sequence[Statement]) -> str:
    """Return the text of the blocks that are ``fit`` without the prescribed sentences in it."""
    said = {s.span.first: publication.quote(s.span) for s in statements if s.wordings and s.span.first == s.span.last}
    blocks = itertools.islice((b for b in publication.blocks if fit[b.index]), 200)
    return " ".join(b.text.replace(said.get(b.index) or "\0", " ") for b in blocks)


def _lists_names(text: str) -> bool:
    """Say whether a text is a list of names: many short pieces between commas, nearly all with a capital letter."""
    parts = _BETWEEN_COMMAS.split(text)
    pieces = [p.strip() for p in parts[1:] if p.strip()] if len(parts) > _NAMES else []
    return len(pieces) >= _NAMES and 10 * sum(p[0].isupper() for p in pieces) >= 8 * len(pieces)


def _in_order(spans: Iterable[Span]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return where spans start, in order, and the furthest end of those up to each."""
    ordered = sorted(((s.first, s.start), (s.last, s.end)) for s in spans)
    return [start for start, _ in ordered], list(itertools.accumulate((end for _, end in ordered), max))


def _plain(declared: str | None) -> str:
    """Return the two letters of a declared language ("pt-br" is "pt")."""
    code = (declared or "").strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == _CODE else ""


def _settle(told: str, said: str, size: int, *, sure: bool) -> tuple[str, _FoundBy]:
    """Weigh the statements' language against the words' where none is declared."""
    if told and told != said and (size >= _ENOUGH or sure):
        return told, "words"
    if said:
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
    for block, start, end in words.runs():
        if end - start >= _FEW_WORDS and publication.blocks[block].region.visible:
            scores = known.scores(words.keys[start:end], publication.blocks[block].text.lower())
            told = known.told(scores, end - start)
            if told and told != code and (end - start >= _BLOCK or _beyond_doubt(known, scores, told, code)):
                found[block] = told
    return found


def _beyond_doubt(known: FunctionWords, scores: Mapping[str, float], told: str, code: str) -> bool:
    return known.sure(scores, told) and known.far_ahead(scores, told, code)
