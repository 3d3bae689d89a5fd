"""Weighs what a place may be read as by what stands around it, and reads what stands behind a label as well it can."""

import re
from collections.abc import Callable, Iterable, Sequence

import msgspec
from msgspec.structs import replace

from publicity_check.facts.lexicon.numbers import number_words
from publicity_check.facts.model import UNKNOWN, ProjectNumber
from publicity_check.facts.numbers.context import ANY, Introduction, is_money, title_beside
from publicity_check.facts.numbers.forms import squeezed
from publicity_check.facts.numbers.kinds import Hit, Kinds, hits
from publicity_check.facts.numbers.near import NEAR_BLOCKS, Near
from publicity_check.facts.numbers.unknown import is_number, token_at
from publicity_check.publication import Block, Span
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.numbers import NumberKind

_GENERATION = re.compile(r"20(?:07|14|21)(?:\+| ?: ?\d)")
"""A year that tells which system a number is from: "SMIS 2014+: 126789"."""
_JOINING = str.maketrans("", "", " .,'’-")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS_OF_FUND = 4
"""Digits of a number that begins with a fund's abbreviation, at least."""
_LINE = 80
"""Characters of a block that is a line of a list, so that those beside it tell what it is about."""
_CERTAIN = 9
"""Digits set apart of a number as long as this are no sum of money."""
_DECIDING = 3
"""Kinds whose ranks agree in so many places are equally likely."""
_SURE = {"official": 4, "two-sources": 4, "one-source": 3, "seen-in-use": 3, "partial": 2}


class Text(msgspec.Struct, frozen=True):
    """The text of a block: ``folded`` has plain letters; ``labels`` are texts that may introduce what begins it."""

    block: Block
    written: str
    folded: str
    near: Near
    ends: Callable[[], Sequence[int]]
    """Gives the ends of the sentences of ``written``."""
    labels: tuple[str, ...]
    quiet: bool
    """Whether nothing in it nor in the labels can introduce a number."""


class Place(msgspec.Struct, frozen=True):
    """Where a number stands, and what introduces it."""

    text: Text
    start: int
    introduction: Introduction


class Weigher:
    """Makes numbers of what is read at a place."""

    def __init__(self, rulebook: Rulebook, kinds: Kinds) -> None:
        self._around = number_words(rulebook)
        self._kinds = kinds
        self._abbreviations = frozenset(
            short
            for language in rulebook.languages.values()
            for fund in language.names.funds.values()
            for short in fund.abbreviations
            if short.isupper()
        )
        self.funds = frozenset(fund.rstrip("+") for pack in rulebook.packs.values() for fund in pack.funds)
        """The funds that pay projects themselves: packs say so."""

    def _funds_of(self, kind: NumberKind) -> frozenset[str]:
        """Return the funds that give a kind of number; none if it is of a programme with a budget of its own."""
        funds = frozenset(fund.rstrip("+") for fund in kind.funds)
        return funds if funds <= self.funds else frozenset()

    def weigh(self, hits: Iterable[Hit], place: Place) -> ProjectNumber | None:
        """Choose the likeliest of several readings by what stands around the place; ``None`` if none counts."""
        ranked = sorted(
            ((self._rank(h, place), h) for h in hits if self._counts(h, place)), key=lambda r: r[0], reverse=True
        )
        if not ranked:
            return None
        best = ranked[0]
        equal = [h.form.kind.id for rank, h in ranked if rank[:_DECIDING] == best[0][:_DECIDING]]
        return self.number(best[1], place, equal)

    def number(self, hit: Hit, place: Place, kinds: Sequence[str] = ()) -> ProjectNumber:
        """Return a reading at a place as a number; ``kinds`` are those that are equally likely.

        One of a weak kind beside the name of a fund that gives no such numbers tells nothing of its programme.
        """
        kind, reading, text = hit.form.kind, hit.reading, place.text
        foreign = kind.strength == "weak" and text.near.other_fund(self._funds_of(kind), text.block.index)
        likely = () if foreign else kinds or (kind.id,)
        of_agreement = kind.of_agreement and place.introduction.agreement
        tail = text.folded[reading.end : reading.whole_end] if of_agreement else ""
        return ProjectNumber(
            value=reading.value + tail,
            core=reading.core or reading.value,
            as_written=text.written[place.start : reading.whole_end],
            kind=kind.id,
            packs=tuple(dict.fromkeys(p for k in likely for p in self._kinds.packs[k])),
            span=Span.within(text.block.index, place.start, reading.whole_end),
            introduced_by=place.introduction.words,
            damage=reading.damage,
            project_title=title_beside(text.written, place.start, reading.whole_end, text.ends()),
            period=kind.period,
            visible=text.block.region.visible,
            strength=kind.strength,
            sign=kind.sign,
        )

    def broken(self, place: Place) -> ProjectNumber | None:
        """Return a number whose characters are set apart by blanks or points ("101 117 322", "302071 K 555")."""
        folded, start = place.text.folded, place.start
        for points in (False, True):
            text, offsets, cuts = squeezed(folded, start, points=points)
            if not offsets or offsets[-1] - start < len(offsets):
                continue
            for cut in cuts:
                if number := self._of_pieces(text[:cut], offsets, place):
                    return number
        return None

    def _of_pieces(self, text: str, offsets: list[int], place: Place) -> ProjectNumber | None:
        """Return the number that a text is as a whole; ``offsets`` tell where its characters stood."""
        if not text or not any(map(str.isdigit, text)):
            return None
        end = offsets[len(text) - 1] + 1
        behind = place.text.folded[end : end + 2]
        if behind[:1].isalnum() or (behind[:1] in tuple("-/._") and behind[1:].isalnum()):
            return None
        found, _ = hits(self._kinds.beginning(text, 0, len(text)), text, text, 0)
        return self.weigh(
            [
                Hit(hit.form, replace(hit.reading, end=end, whole_end=end))
                for hit in found
                if hit.reading.whole_end == len(text)
                if place.introduction.numbered or len(text) >= _CERTAIN or not text.isdigit()
            ],
            place,
        )

    def damaged(self, place: Place) -> ProjectNumber | None:
        """Return a number that has a wrong letter or one character too many or too few behind its label."""
        folded, near, block = place.text.folded, place.text.near, place.text.block.index
        token = token_at(folded, place.start)
        end = place.start + len(token)
        if not place.introduction.sure or is_money(folded, place.start, end, self._around.currency):
            return None
        likely = [
            form
            for listed in self._kinds.beginning(folded, place.start, end)
            for form in listed.whole
            if not form.bare and (form.kind.needs == "nothing" or near.anywhere(self._kinds.packs[form.kind.id]))
        ]
        bare = (f for f in self._kinds.forms.values() if f.bare and near.anywhere(self._kinds.packs[f.kind.id]))
        likely += sorted(bare, key=lambda f: -near.block(self._kinds.packs[f.kind.id], block))
        for form in dict.fromkeys(likely):
            if (mended := form.mend(token)) is not None:
                end = place.start + mended.end
                return self.number(Hit(form, replace(mended, end=end, whole_end=end)), place)
        return None

    def unknown(self, place: Place) -> ProjectNumber | None:
        """Return what stands behind an unmistakable label and looks like no kind of number that is described."""
        text, start = place.text, place.start
        token = token_at(text.folded, start)
        end = start + len(token)
        loosely = ANY in place.introduction.kinds and self._begins_with_fund(token)
        reach = NEAR_BLOCKS if len(text.written) <= _LINE else 0
        paid = place.introduction.loose and text.near.fund_in(text.block.index, reach)
        funded = place.introduction.named and self._holds_fund(token)
        introduced = place.introduction.sure or loosely or paid or funded
        if not introduced or not is_number(token, text.folded, end) or text.folded[start - 1 : start] == "+":
            return None
        grouped = " " in token and not place.introduction.numbered
        if grouped or is_money(text.folded, start, end, self._around.currency):
            return None
        return ProjectNumber(
            value=text.written[start:end],
            core=token,
            as_written=text.written[start:end],
            kind=UNKNOWN,
            packs=(),
            span=Span.within(text.block.index, start, end),
            introduced_by=place.introduction.words,
            project_title=title_beside(text.written, start, end, text.ends()),
            visible=text.block.region.visible,
            sign=False,
        )

    def _holds_fund(self, token: str) -> bool:
        """Say whether a fund's abbreviation is one of the pieces of a token ("MAR-02.01.01-FEAMPA-0012")."""
        digits = sum(map(str.isdigit, token))
        return digits >= _DIGITS_OF_FUND and any(m[0] in self._abbreviations for m in _LETTERS.finditer(token))

    def _begins_with_fund(self, token: str) -> bool:
        """Say whether a token begins with a fund's abbreviation, and digits follow ("AMIF-2024-0371")."""
        letters = _LETTERS.match(token)
        digits = sum(map(str.isdigit, token))
        return letters is not None and letters[0] in self._abbreviations and digits >= _DIGITS_OF_FUND

    def _counts(self, hit: Hit, place: Place) -> bool:
        """Say whether a reading has what its kind needs near it."""
        kind, text = hit.form.kind, place.text
        near, block = text.near, text.block.index
        packs = self._kinds.packs[kind.id]
        introduced = kind.id in place.introduction.kinds
        loosely = introduced or ANY in place.introduction.kinds
        bare = text.folded[place.start : hit.reading.end].translate(_JOINING).isdigit()
        if bare and (
            _GENERATION.match(text.folded, place.start)
            or is_money(text.folded, place.start, hit.reading.end, self._around.currency)
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
            sure = place.introduction.sure and near.anywhere(packs)
            by_programme = sure or (loosely and near.block(packs, block))
            return introduced or by_programme or near.beside(packs, block, place.start)
        return {
            "programme": loosely or near.anywhere(packs),
            "introducer": introduced or (loosely and near.anywhere(packs)),
            "both": loosely and near.anywhere(packs),
        }[kind.needs]

    def _rank(self, hit: Hit, place: Place) -> tuple[int, int, int, int, int]:
        kind = hit.form.kind
        packs, near = self._kinds.packs[kind.id], place.text.near
        return (
            hit.reading.whole_end,
            place.introduction.kinds.get(kind.id, 0),
            2 * near.block(packs, place.text.block.index) + near.anywhere(packs),
            not hit.reading.damage,
            _SURE.get(kind.verified, 1),
        )
