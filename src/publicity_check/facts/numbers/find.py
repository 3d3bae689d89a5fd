"""Project numbers: found where digits are, in any form that people type, and told from numbers that are none."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial

from msgspec.structs import replace

from publicity_check.facts.lexicon.numbers import number_words
from publicity_check.facts.lexicon.sentences import sentence_ends
from publicity_check.facts.model import FundMention, LinkFact, ProgrammeMention, ProjectNumber
from publicity_check.facts.numbers.context import NOTHING, Introducers, Introduction, Phrase, phrase
from publicity_check.facts.numbers.forms import begins, fold_code
from publicity_check.facts.numbers.kinds import Hit, Kinds, hits
from publicity_check.facts.numbers.near import Near
from publicity_check.facts.numbers.unknown import token_at, token_start
from publicity_check.facts.numbers.weigh import Place, Text, Weigher
from publicity_check.publication import Block, Publication, Region, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import INVISIBLE, WORD, Words, fold
from publicity_check.values.hosts import readable
from publicity_check.values.slips import one_slip_apart

_DIGITS = re.compile(r"\d+")
_BARE = re.compile(r"\d+(?![\w/_+]|[.,]\d|-[A-Z\d]| ?[-/] ?\d)")
"""Digits with nothing behind them that may belong to the number."""
_LABEL = 100
"""Characters of a block that may introduce the number in the next one: a table's cell, a term of a list."""
_SEPARATORS = frozenset("-/_")
"""Behind these a number may go on after a blank."""
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_RUN = re.compile(r"#?[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_FAR = 80
"""Characters before a digit in which the number it belongs to must begin."""
_LONG = 14
"""A number as long as this counts even where it is glued to another by a hyphen."""
_CITED_IN = 400
"""Characters of its sentence before a number in which words may cite it."""
_RATE = re.compile(r"[ \u00a0\u202f]?%")
"""What stands behind the digits of a rate, which are no project's number."""
_CHANGE = re.compile(r"[^\W\d_A-Z](?=[A-Z])")


class NumberFinder:
    """Finds the project numbers of publications."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = number_words(rulebook)
        self._introducers = Introducers(rulebook)
        self._sentence_ends = sentence_ends(rulebook)
        self._kinds = Kinds(rulebook)
        self._weigher = Weigher(rulebook, self._kinds)
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
        funds: Sequence[FundMention] = (),
    ) -> tuple[ProjectNumber, ...]:
        """Return the project numbers of a publication, in reading order.

        ``words`` and ``sentences`` are those of all its blocks. ``programmes``, ``links`` and ``funds`` show which
        programmes are near.
        """
        paying = (mention for mention in funds if mention.fund.rstrip("+") in self._weigher.funds)
        near = Near(self._domains, programmes, links, paying)
        found: list[ProjectNumber] = []
        before = ""
        heads: dict[tuple[int, int], str] = {}
        for block in publication.blocks:
            cell = block.cell
            if cell is not None and (cell.header or cell.row == 0):
                heads.setdefault((cell.table, cell.column), block.text)
            if block.index in words.numbered and block.region is not Region.METADATA:
                head = heads.get((cell.table, cell.column), "") if cell is not None and cell.row else ""
                labels = tuple(label for label in (before, head) if 0 < len(label) <= _LABEL)
                found += self._in_block(block, near, labels, sentences)
            before = block.text
        return tuple(self._with_roles(publication, _alike(found), sentences))

    def _in_block(
        self, block: Block, near: Near, labels: tuple[str, ...], sentences: Sentences
    ) -> Iterator[ProjectNumber]:
        written, offsets = _without_invisible(block.text)
        ends = (
            partial(sentences.ends, block.index)
            if offsets is None
            else cache(partial(self._sentence_ends.find, written))
        )
        quiet = all(map(self._introducers.quiet, (block.text, *labels))) and not any(
            map(self._introducers.is_code, labels)
        )
        text = Text(block, written, fold_code(written), near, ends, labels, quiet)
        tested = 0
        last: tuple[Introduction, int] = NOTHING, 0
        known: dict[int, Introduction] = {}
        for digits in _DIGITS.finditer(written):
            if digits.start() < tested or _RATE.match(written, digits.end()):
                continue
            found = self._at_digits(text, digits, tested, last, known)
            for number, introduction in found:
                known.clear()
                last, tested = (introduction, number.span.end), number.span.end
                yield number if offsets is None else _moved(number, offsets)
            tested = max(tested, digits.end())

    def _at_digits(
        self,
        text: Text,
        digits: re.Match[str],
        tested: int,
        last: tuple[Introduction, int],
        known: dict[int, Introduction],
    ) -> list[tuple[ProjectNumber, Introduction]]:
        """Return the number to which digits belong, with its companions and what introduces it.

        ``last`` is what introduced the number before in the text and where that one ends, ``known`` what introduces a
        number that begins at a place, as far as it was looked up since.
        """
        for start, glued in self._starts_at(text, digits, tested):
            whole = glued or begins(text.folded, start)
            if not (whole or text.folded[start - 1] == "-"):
                continue
            introduction = known.get(start) or known.setdefault(start, self._introduced(text, start, last))
            number = self._whole(text, start, digits, introduction)
            if number is None and introduction.kinds and whole:
                number = self._weigher.broken(Place(text, start, introduction))
            if number is not None and (whole or len(number.value) >= _LONG):
                return [(n, introduction) for n in self._with_companions(text, number, last[1])]
        return list(self._behind_label(text, digits, tested, last, known))

    def _whole(self, text: Text, start: int, digits: re.Match[str], introduction: Introduction) -> ProjectNumber | None:
        """Return the number of a known kind that stands at a place in one piece."""
        alone = not introduction.kinds and not text.near.names(text.block.index)
        if alone and _BARE.match(text.folded, start):
            return None
        forms = self._kinds.beginning(text.folded, start, digits.end())
        if not forms:
            return None
        whole_hits, partial_hits = hits(forms, text.written, text.folded, start)
        place = Place(text, start, introduction)
        return self._weigher.weigh(whole_hits, place) or self._weigher.weigh(partial_hits, place)

    def _starts_at(self, text: Text, digits: re.Match[str], tested: int) -> Iterator[tuple[int, bool]]:
        """Yield where a number may begin to which digits belong, and whether it is glued to its label."""
        low = max(tested, _first_letter(text.folded, digits.start()))
        for run in _RUN.finditer(text.folded, low, digits.end()):
            yield run.start(), False
            if run[0][0] == "#":
                yield run.start() + 1, True
            piece = text.written[run.start() : run.end()]
            if piece.isdecimal() or (piece.isalpha() and piece[1:].islower()):
                continue
            letters = _LETTERS.match(text.written, run.start(), run.end())
            if letters and (seam := self._seam(text.written, letters)):
                yield seam, True

    def _seam(self, written: str, letters: re.Match[str]) -> int:
        """Return where in a word a label ends that a number is glued to ("No825417", "numursLLI-355"); 0: nowhere."""
        ends_in_label = self._introducers.labels.ends_in_label
        for cut in _CHANGE.finditer(written, letters.start(), letters.end()):
            if ends_in_label(written[letters.start() : cut.start() + 1]):
                return cut.start() + 1
        if written[letters.end() : letters.end() + 1].isdigit() and ends_in_label(letters[0]):
            return letters.end()
        return 0

    def _introduced(self, text: Text, start: int, last: tuple[Introduction, int]) -> Introduction:
        """Return what introduces a number: words before it, its label's cell, the list it is in, words behind."""
        if text.quiet and not (last[0].kinds or text.written[start - 1 : start + 1].isalnum()):
            return NOTHING
        introduction = self._introducers.before(text.written, start)
        # "No" in the value's own cell introduces any number; its label's cell tells whose it is.
        if text.labels and self._words.only_signs.fullmatch(text.written, 0, start):
            for label in text.labels:
                labelled = self._introducers.before(f"{label} {text.written[:start]}", len(label) + 1 + start)
                if labelled.kinds:
                    return labelled
                if not introduction.kinds and self._introducers.is_code(label):
                    introduction = self._introducers.code
        before, end = last
        if before.kinds and not introduction.kinds and self._words.chain.fullmatch(text.written, end, start):
            return before
        if not introduction.kinds and self._introducers.labels.behind(
            text.written, start + len(token_at(text.folded, start))
        ):
            return self._introducers.behind
        return introduction

    def _with_companions(self, text: Text, number: ProjectNumber, low: int) -> Iterator[ProjectNumber]:
        """Yield a number and those that stand right before and behind it, joined by a sign."""
        companions = self._kinds.forms[number.kind].companions
        for form in companions:
            earlier = form.companion_before(text.folded, number.span.start)
            if earlier is not None and earlier[0] >= low:
                yield self._weigher.number(Hit(form, earlier[1]), Place(text, earlier[0], NOTHING))
        yield number
        for form in companions:
            if (later := form.companion_behind(text.folded, number.span.end)) is not None:
                yield self._weigher.number(Hit(form, later[1]), Place(text, later[0], NOTHING))

    def _behind_label(
        self,
        text: Text,
        digits: re.Match[str],
        tested: int,
        last: tuple[Introduction, int],
        known: dict[int, Introduction],
    ) -> Iterator[tuple[ProjectNumber, Introduction]]:
        """Yield what stands behind a label and is no number of a kind that is described, or a damaged one."""
        low = token_start(text.folded, digits.start(), tested)
        letters = _LETTERS.match(text.written, low)
        start = (letters and self._seam(text.written, letters)) or low
        if letters and text.written[letters.end() : letters.end() + 1] == "." and self._introducers.is_sign(letters[0]):
            start = letters.end() + 1
        introduction = known.get(start) or known.setdefault(start, self._introduced(text, start, last))
        if not (introduction.kinds or introduction.named):
            return
        place = Place(text, start, introduction)
        number = self._weigher.damaged(place) or self._weigher.unknown(place)
        if number is not None:
            yield number, introduction

    def _with_roles(
        self, publication: Publication, found: list[ProjectNumber], sentences: Sentences
    ) -> Iterator[ProjectNumber]:
        """Mark numbers of other projects as cited: introduced as such, listed as such, or only in the navigation.

        One that stands under such a heading and is a slip away from an own one is no other project's.
        """
        told = {n.value for n in found if publication.blocks[n.span.first].region not in _ASIDE}
        under_citing = cache(lambda heading: self._cites(publication.blocks[heading].text))
        headed: list[bool] = []
        cited: list[bool] = []
        for number in found:
            block = publication.blocks[number.span.first]
            aside = block.region in _ASIDE and bool(told) and number.value not in told
            cited.append(aside or self._introduced_as_cited(block, number, sentences))
            headed.append(block.heading is not None and under_citing(block.heading))
        own = {(n.kind, n.value) for n, *given in zip(found, cited, headed, strict=True) if not any(given)}
        for number, introduced, under in zip(found, cited, headed, strict=True):
            cited_here = introduced or (under and not _slip_of(number, own))
            yield replace(number, role="cited") if cited_here else number

    def _introduced_as_cited(self, block: Block, number: ProjectNumber, sentences: Sentences) -> bool:
        sentence, _ = sentences.around(block.index, number.span.start)
        before = block.text[max(sentence, number.span.start - _CITED_IN) : number.span.start]
        return self._cites(before.rpartition("; ")[2])

    def _cites(self, text: str) -> bool:
        keys = tuple(fold(w) for w in WORD.findall(text))
        return any(keys[i : i + len(p)] == p for i, key in enumerate(keys) for p in self._citing.get(key, ()))


_ASIDE = frozenset({Region.NAVIGATION, Region.ASIDE})


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
    joined = True
    while joined and start > low:
        before = low + len(folded[low:start].rstrip(" -_/"))
        start = max(low, folded.rfind(" ", low, before) + 1)
        joined = folded[start] in _SEPARATORS or folded[low:start].rstrip(" ")[-1:] in _SEPARATORS
    return start


def _alike(numbers: list[ProjectNumber]) -> list[ProjectNumber]:
    """Return numbers so that one that stands with a suffix here and without it there is the same everywhere."""
    whole: dict[tuple[str, str], str] = {}
    for number in numbers:
        if number.value != number.core:
            whole.setdefault((number.kind, number.core), number.value)
    return [replace(n, value=whole.get((n.kind, n.core), n.value)) if whole else n for n in numbers]


def _without_invisible(text: str) -> tuple[str, list[int] | None]:
    """Return a text without characters that nobody sees and, if there were any, the old offset of each new one."""
    if text.isascii() or _INVISIBLE.search(text) is None:
        return text, None
    offsets = [i for i, c in enumerate(text) if c not in INVISIBLE]
    return "".join(text[i] for i in offsets), [*offsets, len(text)]


def _moved(number: ProjectNumber, offsets: list[int]) -> ProjectNumber:
    span = number.span
    return replace(number, span=Span.within(span.first, offsets[span.start], offsets[span.end - 1] + 1))


def _slip_of(number: ProjectNumber, others: Iterable[tuple[str, str]]) -> bool:
    """Say whether a number is one slip away from another of its kind."""
    return any(kind == number.kind and one_slip_apart(value, number.value) for kind, value in others)
