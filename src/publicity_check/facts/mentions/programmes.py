"""Programmes: their names in any language of the Union, bent, abbreviated, with or without their period."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

import msgspec
from msgspec.structs import replace

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.lexicon.nouns import nouns
from publicity_check.facts.mentions.programme_names import (
    GENERATIONS,
    INTERREG,
    Core,
    NameWords,
    is_label,
    is_year,
    turned,
)
from publicity_check.facts.model import ProgrammeMention
from publicity_check.publication import Publication, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.phrases import Phrase, Phrases
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import Words, alike
from publicity_check.values.hosts import one_slip

_REACH = 8
"""Words on either side of a programme's own words that may belong to its name."""
_TELLING = 5
"""A slip is looked for only in names whose words are so long."""
_PERIOD_REACH = 4
"""Words between a name and the years that belong to it."""
_APART = re.compile(r"[:|\n]\s")
"""Marks behind which another part of a sentence begins."""
_OPENING = re.compile('[«„“”"]')
_CLOSING = frozenset('»“”"')
_DASHES = "-‐‑‒–—−/"


class _Name(msgspec.Struct, frozen=True, gc=False):
    """A name's own words and what it means; ``exact`` is a short name as it must be written, "" for a long one."""

    core: Core
    packs: tuple[str, ...]
    language: str
    exact: str = ""


class _Found(msgspec.Struct, frozen=True, gc=False):
    """A name in the text: its first word and the word after its last, the latter two with words that names share."""

    name: _Name
    first: int
    end: int
    from_word: int
    to_word: int
    misspelt: bool = False


class ProgrammeFinder:
    """Finds the programmes that publications name."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = NameWords(rulebook)
        self._nouns = nouns(rulebook).one("").plain
        self._periods = {pack.id: pack.period for pack in rulebook.packs.values()}
        self._index: Phrases[_Name] = Phrases()
        gathered: dict[Core, tuple[str, list[str]]] = {}
        short: dict[str, list[str]] = {}
        cores = cache(lambda name: tuple(self._words.cores(name)))
        for pack in rulebook.packs.values():
            for language, names in pack.names.items():
                known = dict.fromkeys(chain.from_iterable(map(cores, names)))
                for core in dict.fromkeys((*known, *map(turned, known))):
                    entry = gathered.setdefault(core, (language, []))
                    if pack.id not in entry[1]:
                        entry[1].append(pack.id)
            for name in pack.short_names:
                short.setdefault(name, []).append(pack.id)
        self._by_word: dict[str, list[tuple[int, _Name]]] = {}
        for core, (language, packs) in gathered.items():
            long_name = _Name(core, tuple(packs), language)
            self._index.add(Phrase.inflected(core.words), long_name)
            if core.needs_shared and len(core.words) > 1 and min(map(len, core.words)) >= _TELLING:
                for position, word in enumerate(core.words):
                    self._by_word.setdefault(word, []).append((position, long_name))
        for short_name, pack_ids in short.items():
            self._index.add(short_name, _Name(Core(()), tuple(pack_ids), "", exact=short_name))

    def find(self, publication: Publication, words: Words, sentences: Sentences) -> tuple[ProgrammeMention, ...]:
        """Return the programmes named in a publication, in reading order; of overlapping names the longest counts.

        ``words`` and ``sentences`` are those of all its blocks.
        """
        clauses = Clauses(publication, words, sentences)
        candidates = list(self._candidates(clauses))
        candidates.sort(key=lambda f: (f.from_word - f.to_word, f.first - f.end, f.first))
        taken: set[int] = set()
        kept: dict[tuple[int, int], list[_Found]] = {}
        for found in candidates:
            place = (found.from_word, found.to_word)
            if place in kept:
                if _alike(found, kept[place][0]):
                    kept[place].append(found)
            elif taken.isdisjoint(range(*place)):
                taken.update(range(*place))
                kept[place] = [found]
        for found in self._misspelt(clauses, taken):
            place = (found.from_word, found.to_word)
            if place in kept or taken.isdisjoint(range(*place)):
                taken.update(range(*place))
                kept.setdefault(place, []).append(found)
        return tuple(self._mention(publication, words, kept[place]) for place in sorted(kept))

    def _misspelt(self, clauses: Clauses, taken: set[int]) -> Iterator[_Found]:
        """Find names with one typing slip in one word, near words that names share."""
        words = clauses.words
        keys = words.keys
        known = words.distinct & self._by_word.keys()
        if not known:
            return
        for i, key in enumerate(keys):
            if key not in known or i in taken:
                continue
            for position, name in self._by_word[key]:
                first, end = i - position, i - position + len(name.core.words)
                if first < 0 or end > len(keys) or words.block[first] != words.block[end - 1]:
                    continue
                different = [(a, b) for a, b in zip(keys[first:end], name.core.words, strict=True) if not alike(a, b)]
                if len(different) != 1 or not one_slip(*different[0]):
                    continue
                found = self._extended(clauses, name, first, end)
                if found is not None:
                    yield replace(found, misspelt=True)

    def _candidates(self, clauses: Clauses) -> Iterator[_Found]:
        words = clauses.words
        for first, end, name in self._index.find(words):
            if words.block[first] != words.block[end - 1]:
                continue
            text = clauses.publication.blocks[words.block[first]].text
            if name.exact:
                if _as_written(text, words, first, end, name.exact):
                    yield _Found(name, first, end, first, end)
                continue
            found = self._extended(clauses, name, first, end)
            if found is not None and any(_capital(text[words.start[i]]) for i in (first, found.from_word)):
                yield found

    def _extended(self, clauses: Clauses, name: _Name, first: int, end: int) -> _Found | None:
        """Add the shared words around a name's own; ``None`` if those it needs are absent or it is part of another."""
        words = clauses.words
        start, stop = first, end
        while start > 0 and first - start < _REACH and self._joins(clauses, start - 1):
            start -= 1
        while stop < len(words) and stop - end < _REACH and self._joins(clauses, stop - 1, forwards=True):
            stop += 1
        around = [i for i in (*range(start, first), *range(end, stop)) if self._words.shared(words.keys[i])]
        if name.core.needs_interreg and not _beside_interreg(words, first, end):
            return None
        if name.core.needs_shared and not around and not self._of_a_project(clauses, name, first):
            return None
        if name.core.needs_shared and self._is_part(clauses, first, end):
            return None
        low = min((i for i in around if i < first), default=first)
        high = max((i + 1 for i in around if i >= end), default=end)
        return _Found(name, first, end, low, high)

    def _of_a_project(self, clauses: Clauses, name: _Name, word: int) -> bool:
        """Say whether a name in capitals stands beside a word for a project: "LIFE-Projekt", "projet LIFE"."""
        words = clauses.words
        if not name.core.capitals or not clauses.written(word).isupper():
            return False
        beside = (i for i in (word - 1, word + 1) if 0 <= i < len(words) and words.block[i] == words.block[word])
        return any(words.keys[i] in self._nouns and not clauses.ends(min(i, word)) for i in beside)

    def _joins(self, clauses: Clauses, left: int, *, forwards: bool = False) -> bool:
        """Say whether a word and the next may belong to one name, looking from the inner to the outer one."""
        if clauses.ends(left) or _APART.search(clauses.gap(left)):
            return False
        outer = clauses.words.keys[left + forwards]
        return self._words.shared(outer) or is_label(outer) or is_year(outer) or self._words.small(outer)

    def _is_part(self, clauses: Clauses, first: int, end: int) -> bool:
        """Say whether a dash joins a name's own words to another: Latvia–Lithuania in Latvia–Lithuania–Belarus."""
        words = clauses.words
        for left, right, outer in ((first - 1, first, first - 1), (end - 1, end, end)):
            if left < 0 or right >= len(words) or words.block[left] != words.block[right]:
                continue
            gap = clauses.gap(left).strip()
            key = words.keys[outer]
            capital = clauses.written(outer)[0].isupper()
            if gap and gap in _DASHES and capital and not (self._words.shared(key) or is_label(key)):
                return True
        return False

    def _mention(self, publication: Publication, words: Words, same: list[_Found]) -> ProgrammeMention:
        found = same[0]
        block = publication.blocks[words.block[found.first]]
        low = min(f.from_word for f in same)
        high = max(f.to_word for f in same)
        start, end = words.start[low], _with_sign(block.text, words.end[high - 1])
        span = Span.within(block.index, start, _with_quote(block.text, start, end))
        period = self._period(words, low, high)
        packs = tuple(dict.fromkeys(p for f in same for p in f.name.packs))
        fitting = tuple(p for p in packs if self._periods[p] == period)
        return ProgrammeMention(
            name=block.text[span.start : span.end],
            packs=fitting or packs,
            span=span,
            period=period,
            language=found.name.language,
            visible=block.region.visible,
            misspelt=found.misspelt,
        )

    def _period(self, words: Words, low: int, high: int) -> str:
        """Return the period that a name gives, by its years or its generation of Interreg; "" if it gives none."""
        keys, block = words.keys, words.block[low]
        near = range(max(0, low - _PERIOD_REACH), min(len(keys) - 1, high + _PERIOD_REACH))
        years = [
            i
            for i in near
            if is_year(keys[i]) and is_year(keys[i + 1]) and words.block[i] == words.block[i + 1] == block
        ]
        if years:
            nearest = min(years, key=lambda i: abs(i - high) if i >= high else max(0, low - i - 1))
            return f"{keys[nearest]}-{keys[nearest + 1]}"
        for i in range(low, high - 1):
            if keys[i] == INTERREG:
                generation = keys[i + 1].removesuffix("a").removesuffix("b")
                return GENERATIONS.get(keys[i + 1]) or GENERATIONS.get(generation, "")
        return ""


def _capital(letter: str) -> bool:
    return letter.isupper() or not letter.isalpha()


def _beside_interreg(words: Words, first: int, end: int) -> bool:
    """Say whether "Interreg" stands right before or after, but for its generation: "Interreg V-A Sudoe"."""
    before = first - 1
    while before > 0 and is_label(words.keys[before]):
        before -= 1
    if before >= 0 and words.keys[before] == INTERREG and words.block[before] == words.block[first]:
        return True
    return end < len(words) and words.keys[end] == INTERREG and words.block[end] == words.block[first]


def _alike(found: _Found, other: _Found) -> bool:
    """Say whether two names in one place are equally long, or one of them is a short name for the whole."""
    own = (found.first, found.end) == (other.first, other.end)
    return own or bool(found.name.exact or other.name.exact) or found.name.core.needs_shared


def _as_written(text: str, words: Words, first: int, end: int, exact: str) -> bool:
    """Say whether a short name stands as it must: LIFE in capitals, Erasmus+ with its sign."""
    start, stop = words.start[first], words.end[end - 1]
    written = text[start:stop]
    if exact.endswith("+") and not text[stop : stop + 3].lstrip().startswith("+"):
        return False
    letters = exact.rstrip("+")
    if letters.isupper():
        if not written.isupper():
            return False
        return len(letters) > len("COSME") or " " in letters or not text.isupper() or text.strip() == written
    return written[:1].isupper() or not written[:1].isalpha()


def _with_quote(text: str, start: int, end: int) -> int:
    """Return where a name ends, with the mark that closes a quotation it opens ("programme «Horizon Europe»")."""
    return end + 1 if _OPENING.search(text, start, end) and text[end : end + 1] in _CLOSING else end


def _with_sign(text: str, end: int) -> int:
    """Return the end of a name with the plus sign that belongs to it."""
    rest = text[end : end + 2]
    return end + rest.index("+") + 1 if rest.strip().startswith("+") else end
