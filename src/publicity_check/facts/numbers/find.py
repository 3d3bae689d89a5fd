"""Project numbers: found where digits are, in any form that people type, and told from numbers that are none."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

import msgspec
from msgspec.structs import replace

from publicity_check.facts.lexicon.numbers import number_words
from publicity_check.facts.lexicon.sentences import sentence_ends
from publicity_check.facts.model import LinkFact, ProgrammeMention, ProjectNumber
from publicity_check.facts.numbers.context import (
    ANY,
    NOTHING,
    Introducers,
    Introduction,
    Phrase,
    is_money,
    phrase,
    title_beside,
)
from publicity_check.facts.numbers.forms import NumberForm, Reading, begins, fold_code
from publicity_check.publication import Block, Publication, Region, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import INVISIBLE, WORD, Words, fold
from publicity_check.values.hosts import readable

_DIGITS = re.compile(r"\d+")
_BARE = re.compile(r"\d+(?![\w/_+]|[.,-]\d| ?[-/] ?\d)")
"""Digits with nothing behind them that may belong to the number."""
_GENERATION = re.compile(r"20(?:07|14|21)(?:\+| ?: ?\d)")
"""A year that tells which system a number is from: "SMIS 2014+: 126789"."""
_LABEL = 60
"""Characters of a block that may introduce the number in the next one: a table's cell, a term of a list."""
_SEPARATORS = frozenset("-/_")
"""Behind these a number may go on after a blank."""
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_RUN = re.compile(r"#?[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_NEAR_BLOCKS = 2
"""Blocks between a bare number and a programme that is still near it."""
_NEAR_CHARACTERS = 40
"""Characters between the name of a programme and a bare number without an introducing word."""
_SKELETON = str.maketrans({"l": "I", "1": "I", "|": "I", "0": "O"})
_DOUBTFUL = re.compile(r"^[^\W\d_]*[l10|]")
"""Letters at the start of a word with something among or behind them that may be a letter too."""
_ANY_START = "*"
_FAR = 80
"""Characters before a digit in which the number it belongs to must begin."""
_LONG = 14
"""A number as long as this counts even where it is glued to another by a hyphen."""
_CITED_IN = 400
"""Characters of its sentence before a number in which words may cite it."""
_DECIDING = 3
"""Kinds whose ranks agree in so many places are equally likely."""


class _Forms(msgspec.Struct):
    """The kinds of numbers that begin alike, and those of which a part may begin so."""

    whole: dict[NumberForm, None] = {}
    partial: dict[NumberForm, None] = {}


class _Hit(msgspec.Struct, frozen=True):
    """A number that looks like one of a kind, before its surroundings are weighed."""

    form: NumberForm
    reading: Reading


class _Place(msgspec.Struct, frozen=True):
    """Where a number stands: ``folded`` is the block's text with plain letters, ``start`` its offset there."""

    block: Block
    written: str
    folded: str
    start: int
    introduction: Introduction
    near: "_Near"
    ends: Callable[[], Sequence[int]]
    """Gives the ends of the sentences of ``written``."""


class NumberFinder:
    """Finds the project numbers of publications."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = number_words(rulebook)
        self._introducers = Introducers(rulebook)
        self._sentence_ends = sentence_ends(rulebook)
        self._starts: dict[str, _Forms] = {}
        for kind in rulebook.numbers.values():
            form = NumberForm(kind)
            for start in kind.starts:
                self._starts.setdefault(start, _Forms()).whole[form] = None
            for incomplete in kind.incomplete:
                for start in incomplete.starts or kind.starts:
                    self._starts.setdefault(start, _Forms()).partial[form] = None
        self._packs: dict[str, tuple[str, ...]] = {
            kind: tuple(p.id for p in rulebook.packs.values() if kind in p.numbers) for kind in rulebook.numbers
        }
        self._domains: dict[str, list[str]] = {}
        for pack in rulebook.packs.values():
            for domain in (*pack.hosts, *pack.former_hosts):
                if "/" not in domain:
                    self._domains.setdefault(readable(domain), []).append(pack.id)
        self._citing: dict[str, set[Phrase]] = {}
        for language in rulebook.languages.values():
            for citing in map(phrase, language.names.numbers.cited):
                if citing:
                    self._citing.setdefault(citing[0], set()).add(citing)

    def find(
        self,
        publication: Publication,
        words: Words,
        programmes: Sequence[ProgrammeMention],
        links: Sequence[LinkFact],
        sentences: Sentences,
    ) -> tuple[ProjectNumber, ...]:
        """Return the project numbers of a publication, in reading order.

        ``words`` and ``sentences`` are those of all its blocks. ``programmes`` and ``links`` show which
        programmes are near.
        """
        near = _Near(self._domains, programmes, links)
        found: list[ProjectNumber] = []
        before = ""
        for block in publication.blocks:
            if block.index in words.numbered and block.region is not Region.METADATA:
                found += self._in_block(block, near, f"{before} " if 0 < len(before) <= _LABEL else "", sentences)
            before = block.text
        return tuple(self._with_roles(publication, found, sentences))

    def _in_block(self, block: Block, near: "_Near", label: str, sentences: Sentences) -> Iterator[ProjectNumber]:
        written, offsets = _without_invisible(block.text)
        ends = partial(sentences.ends, block.index) if offsets is None else partial(self._sentence_ends.find, written)
        folded = ""
        tested = last_end = 0
        last = NOTHING
        for digits in _DIGITS.finditer(written):
            if digits.start() < tested:
                continue
            folded = folded or fold_code(written)
            for run in _RUN.finditer(folded, max(tested, _first_letter(folded, digits.start())), digits.end()):
                start = run.start()
                forms = [self._starts[key] for key in _keys(folded, run) if key in self._starts]
                if start < tested or not forms:
                    continue
                whole = begins(folded, start)
                if not (whole or folded[start - 1] == "-"):
                    continue
                introduction = self._introducers.before(written, start)
                if label and not introduction.kinds and not written[:start].strip():
                    introduction = self._introducers.before(label, len(label))
                if last.kinds and not introduction.kinds and self._words.chain.fullmatch(written, last_end, start):
                    introduction = last
                if _BARE.match(folded, start) and not introduction.kinds and not near.names(block.index):
                    continue
                whole_hits, partial_hits = _hits(forms, written, folded, start)
                place = _Place(block, written, folded, start, introduction, near, ends)
                number = self._weigh(whole_hits, place) or self._weigh(partial_hits, place)
                if number is None or not (whole or len(number.value) >= _LONG):
                    continue
                last, tested = introduction, number.span.end
                last_end = tested
                yield number if offsets is None else _moved(number, offsets)
            tested = max(tested, digits.end())

    def _weigh(self, hits: Iterable[_Hit], place: "_Place") -> ProjectNumber | None:
        """Choose the likeliest of several readings by what stands around the place; ``None`` if none counts."""
        ranked = sorted(
            ((self._rank(h, place), h) for h in hits if self._counts(h, place)), key=lambda r: r[0], reverse=True
        )
        if not ranked:
            return None
        best = ranked[0]
        equal = [h for rank, h in ranked if rank[:_DECIDING] == best[0][:_DECIDING]]
        kind, reading = best[1].form.kind, best[1].reading
        return ProjectNumber(
            value=reading.value,
            as_written=place.written[place.start : reading.whole_end],
            kind=kind.id,
            packs=tuple(dict.fromkeys(p for h in equal for p in self._packs[h.form.kind.id])),
            span=Span.within(place.block.index, place.start, reading.whole_end),
            introduced_by=place.introduction.words,
            damage=reading.damage,
            project_title=title_beside(place.written, place.start, reading.whole_end, place.ends()),
            period=kind.period,
            visible=place.block.region.visible,
            sign=kind.sign,
        )

    def _counts(self, hit: _Hit, place: "_Place") -> bool:
        """Say whether a reading has what its kind needs near it."""
        kind, near = hit.form.kind, place.near
        packs = self._packs[kind.id]
        introduced = kind.id in place.introduction.kinds
        loosely = introduced or ANY in place.introduction.kinds
        bare = place.folded[place.start : hit.reading.end].isdigit()
        if bare and (
            _GENERATION.match(place.folded, place.start)
            or is_money(place.folded, place.start, hit.reading.end, self._words.currency)
        ):
            return False
        if hit.reading.damage == "incomplete":
            named = loosely and place.introduction.numbered
            return (named and near.anywhere(packs)) if bare else (loosely or near.anywhere(packs))
        if kind.needs == "nothing":
            return True
        if place.introduction.of_another:
            return False
        if bare:
            by_programme = loosely and near.block(packs, place.block.index)
            return introduced or by_programme or near.beside(packs, place.block.index, place.start)
        return {
            "programme": loosely or near.anywhere(packs),
            "introducer": introduced or (loosely and near.anywhere(packs)),
            "both": loosely and near.anywhere(packs),
        }[kind.needs]

    def _rank(self, hit: _Hit, place: "_Place") -> tuple[int, int, int, int, int]:
        kind = hit.form.kind
        packs = self._packs[kind.id]
        return (
            hit.reading.whole_end,
            place.introduction.kinds.get(kind.id, 0),
            2 * place.near.block(packs, place.block.index) + place.near.anywhere(packs),
            not hit.reading.damage,
            _SURE.get(kind.verified, 1),
        )

    def _with_roles(
        self, publication: Publication, found: list[ProjectNumber], sentences: Sentences
    ) -> Iterator[ProjectNumber]:
        """Mark numbers of other projects as cited: introduced as such, listed as such, or only in the navigation."""
        told = {n.value for n in found if publication.blocks[n.span.first].region not in _ASIDE}
        for number in found:
            block = publication.blocks[number.span.first]
            aside = block.region in _ASIDE and told and number.value not in told
            cited = aside or self._is_cited(publication, block, number, sentences)
            yield replace(number, role="cited") if cited else number

    def _is_cited(self, publication: Publication, block: Block, number: ProjectNumber, sentences: Sentences) -> bool:
        sentence, _ = sentences.around(block.index, number.span.start)
        before = block.text[max(sentence, number.span.start - _CITED_IN) : number.span.start]
        if self._cites(before.rpartition("; ")[2]):
            return True
        return block.heading is not None and self._cites(publication.blocks[block.heading].text)

    def _cites(self, text: str) -> bool:
        keys = tuple(fold(w) for w in WORD.findall(text))
        return any(keys[i : i + len(p)] == p for i, key in enumerate(keys) for p in self._citing.get(key, ()))


_ASIDE = frozenset({Region.NAVIGATION, Region.ASIDE})
_SURE = {"official": 4, "two-sources": 4, "one-source": 3, "seen-in-use": 3, "partial": 2}


class _Near:
    """Which programmes a publication names or links to, and where."""

    def __init__(
        self, domains: Mapping[str, list[str]], programmes: Iterable[ProgrammeMention], links: Iterable[LinkFact]
    ) -> None:
        self._blocks: dict[str, set[int]] = {}
        self._ends: dict[tuple[str, int], list[int]] = {}
        self._naming = {mention.span.last for mention in programmes}
        for mention in programmes:
            for pack in mention.packs:
                self._blocks.setdefault(pack, set()).add(mention.span.first)
                self._ends.setdefault((pack, mention.span.last), []).append(mention.span.end)
        for host in {link.host for link in links}:
            labels = host.split(".")
            for i in range(len(labels) - 1):
                for pack in domains.get(".".join(labels[i:]), ()):
                    self._blocks.setdefault(pack, set())

    def names(self, block: int) -> bool:
        """Say whether a block names a programme."""
        return block in self._naming

    def anywhere(self, packs: Iterable[str]) -> bool:
        """Say whether one of the packs' programmes is named or linked to."""
        return any(p in self._blocks for p in packs)

    def block(self, packs: Iterable[str], block: int) -> bool:
        """Say whether one of the packs' programmes is named in a block or near it."""
        return any(abs(b - block) <= _NEAR_BLOCKS for p in packs for b in self._blocks.get(p, ()))

    def beside(self, packs: Iterable[str], block: int, start: int) -> bool:
        """Say whether the name of one of the packs' programmes stands directly before a place."""
        return any(0 <= start - end <= _NEAR_CHARACTERS for p in packs for end in self._ends.get((p, block), ()))


def _first_letter(folded: str, digit: int) -> int:
    """Return where to begin looking for a number that has a digit at ``digit``: its own word or the one before."""
    low = max(0, digit - _FAR)
    start = max(low, folded.rfind(" ", low, digit) + 1)
    if (
        start < digit
        and any(c.isalnum() for c in folded[start:digit])
        and folded[start - 2 : start - 1] not in _SEPARATORS
    ):
        return start
    before = low + len(folded[low:start].rstrip(" -_/"))
    return max(low, folded.rfind(" ", low, before) + 1)


def _keys(folded: str, run: re.Match[str]) -> tuple[str, ...]:
    """Return under what a number that begins with a run of letters and digits would be listed."""
    text = run[0]
    first = text[0]
    if first.isdigit():
        digits = _DIGITS.match(text)
        count = digits.end() if digits else 0
        rest = text[count : count + 1] or folded[run.end() : run.end() + 2]
        if rest[:1] == " " and rest[1:] in ("-", "/", "_"):
            rest = rest[1:]
        nines = "9" * count
        return nines + ("A" if rest[:1].isalpha() else rest[:1]), nines
    if first == "#":
        return ("#",)
    letters = _LETTERS.match(text)
    keys = [letters[0].upper()] if letters else []
    if _DOUBTFUL.search(text):
        likely = _LETTERS.match(text.translate(_SKELETON).upper())
        if likely and len(likely[0]) > 1:
            keys.append(likely[0])
    if first.isupper() and not text[1:2].islower():
        keys.append(_ANY_START)
    return tuple(dict.fromkeys(keys))


def _hits(forms: Iterable[_Forms], written: str, folded: str, start: int) -> tuple[list[_Hit], list[_Hit]]:
    """Return what a place may be read as: whole numbers, and incomplete ones."""
    whole = [
        _Hit(form, reading)
        for form in dict.fromkeys(f for listed in forms for f in listed.whole)
        if (reading := form.read(written, folded, start)) is not None
    ]
    partial = [
        _Hit(form, reading)
        for form in dict.fromkeys(f for listed in forms for f in listed.partial)
        if (reading := form.read_incomplete(folded, start)) is not None
    ]
    return whole, partial


def _without_invisible(text: str) -> tuple[str, list[int] | None]:
    """Return a text without characters that nobody sees and, if there were any, the old offset of each new one."""
    if text.isascii() or _INVISIBLE.search(text) is None:
        return text, None
    offsets = [i for i, c in enumerate(text) if c not in INVISIBLE]
    return "".join(text[i] for i in offsets), [*offsets, len(text)]


def _moved(number: ProjectNumber, offsets: list[int]) -> ProjectNumber:
    span = number.span
    return replace(number, span=Span.within(span.first, offsets[span.start], offsets[span.end - 1] + 1))
