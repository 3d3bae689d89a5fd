"""Amounts and rates of a publication: every sum of money and every percentage, and what it is the sum of.

Only blocks that hold digits are looked at, and only if the publication names a currency or a percentage at all.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from publicity_check.facts.lexicon.money import SYMBOLS, Vocabularies, Vocabulary
from publicity_check.facts.model import Amount, FundMention, ProjectNumber, Rate
from publicity_check.facts.money.decide import Role, decide
from publicity_check.facts.money.labels import SHARE_CUES, Label, Place, beside_amounts, places
from publicity_check.facts.money.pairs import PairLabels
from publicity_check.facts.money.partners import partner_name
from publicity_check.facts.money.projects import Projects
from publicity_check.facts.money.rates import rate_roles
from publicity_check.facts.money.resolve import settle
from publicity_check.facts.money.scan import Found, scan
from publicity_check.facts.money.tables import TableLabels
from publicity_check.publication import Block, Publication, Region, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import WORD, Words, fold

_LINE = re.compile(r"\n")
_SIGN = re.compile(f"[%{''.join(SYMBOLS)}]")
_LARGE = 10_000
"""From this sum on, words of other languages are tried where those of the text's language say nothing."""
_UNREAD = frozenset({Region.COMMENT, Region.DELETED})


class _Sentence(msgspec.Struct):
    """One sentence with figures, on its way to amounts and rates."""

    block: Block
    start: int
    end: int
    found: list[Found]
    words: Vocabulary
    group: int
    cues: list[Place] = []


class AmountFinder:
    """Finds the amounts and rates of publications; words are compiled when a language is first met."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._vocabularies = Vocabularies(rulebook)

    def find(
        self,
        publication: Publication,
        words: Words,
        sentences: Sentences,
        language: str,
        project_numbers: Sequence[ProjectNumber] = (),
        funds: Sequence[FundMention] = (),
    ) -> tuple[tuple[Amount, ...], tuple[Rate, ...]]:
        """Return all amounts and rates in reading order.

        ``words`` and ``sentences`` are those of the publication's blocks, ``language`` is its language ("" if unknown);
        project numbers and funds are those found in it.
        """
        blocks = self._money_blocks(publication, words, language)
        if blocks.isdisjoint(words.numbered):
            return (), ()
        numbers = [n.span for n in project_numbers]
        named = _funds_by_block([f for f in funds if not any(_inside(f.span, n) for n in numbers)])
        tables, pairs = TableLabels(publication), PairLabels(publication)
        amounts: list[Amount] = []
        rates: list[Rate] = []
        for sentence in self._sentences(publication, sentences, language, tables, blocks & words.numbered):
            block = sentence.block
            known = named.get(block.index, [])
            sentence.cues = places(block.text, sentence.start, sentence.end, sentence.words, known)
            large = any(f.value >= _LARGE and not f.percent for f in sentence.found)
            if large and not any(c.cue in SHARE_CUES for c in sentence.cues):
                every = self._vocabularies.of()
                sentence.cues = places(block.text, sentence.start, sentence.end, every, known)
            of = sentence.words.of
            money, beside = beside_amounts(block.text, sentence.start, sentence.end, sentence.found, sentence.cues, of)
            roles = self._roles(sentence, money, beside, (tables, pairs), named)
            for one, role in zip(money, roles, strict=True):
                amounts.append(_amount(publication, block, one, role, sentence.group))
            for one, rate in rate_roles(block.text, sentence.found, roles, sentence.cues, sentence.start, sentence.end):
                span = Span.within(block.index, one.start, one.end)
                rates.append(
                    replace(
                        rate,
                        span=span,
                        as_written=publication.quote(span),
                        visible=block.region.visible,
                        group=sentence.group,
                    )
                )
        figures = [*(amount.span for amount in amounts), *(rate.span for rate in rates)]
        return settle(amounts, rates, Projects(publication, sentences, project_numbers, figures))

    def _money_blocks(self, publication: Publication, words: Words, language: str) -> set[int]:
        """Return the blocks that name a currency or a percentage, and all cells of a table in which one does."""
        vocabulary = self._vocabularies.of(language, publication.language)
        currencies, per_cent = vocabulary.currency_words, vocabulary.percent_starts
        scales = vocabulary.scales
        telling = {
            key
            for key in words.distinct
            if key in currencies
            or key[:4] in per_cent
            or (key[0].isdigit() and ((rest := key.lstrip("0123456789")) in currencies or rest in scales))
        }
        found = {b for key, b in zip(words.keys, words.block, strict=True) if key in telling} if telling else set()
        tables: dict[int, list[int]] = {}
        for block in publication.blocks:
            if block.cell is not None:
                tables.setdefault(block.cell.table, []).append(block.index)
            text = block.text
            if _SIGN.search(text):
                found.add(block.index)
        for cells in tables.values():
            if not found.isdisjoint((cells[0] - 1, *cells)):
                found.update(cells)
        return found

    def _vocabulary(self, publication: Publication, block: Block, language: str) -> Vocabulary:
        declared = block.language or publication.language
        if declared and declared != publication.language:
            return self._vocabularies.of(declared, language)
        return self._vocabularies.of(language, declared)

    def _sentences(
        self,
        publication: Publication,
        sentences: Sentences,
        language: str,
        tables: TableLabels,
        blocks: set[int],
    ) -> Iterator[_Sentence]:
        group, last = 0, -9
        for block in publication.blocks:
            text = block.text
            if block.index not in blocks or block.region in _UNREAD:
                continue
            vocabulary = self._vocabulary(publication, block, language)
            found = scan(text, vocabulary)
            if not found:
                continue
            if block.cell is not None:
                found = tables.with_currency(block, found, vocabulary)
            if not any(f.currency or f.percent or f.factor > 1 for f in found):
                continue
            if block.cell is not None:
                kept = -2 - block.cell.table
            else:
                listed = block.kind == "list-item" and last == block.index - 1
                group += 0 if listed else 1
                last = block.index if block.kind == "list-item" else -9
                kept = group
            for start, end in _lines(text, sentences.ends(block.index)):
                inside = [f for f in found if start <= f.start and f.end <= end]
                money = [
                    f
                    for f in inside
                    if f.currency
                    or f.percent
                    or (_may_be_money(text, f, vocabulary) and any(o.currency for o in found))
                ]
                if money:
                    yield _Sentence(block, start, end, money, vocabulary, kept)

    def _roles(
        self,
        sentence: _Sentence,
        money: list[Found],
        beside: list[Label],
        structure: tuple[TableLabels, PairLabels],
        named: dict[int, list[Place]],
    ) -> list[Role]:
        tables, pairs = structure
        block, text = sentence.block, sentence.block.text
        roles: list[Role] = []
        for one, label in zip(money, beside, strict=True):
            role = decide(text, label, one)
            if roles and role.share is None and role.scope is None:
                role = _beside(text, money[len(roles) - 1], one, roles[-1], label)
            if role.share is None and role.scope is None and block.cell is not None:
                role = tables.role(block, sentence.words, named)
            elif role.share is None and role.scope is None:
                role = pairs.role(block, sentence.found, sentence.words, named)
                role = replace(role, scope=role.scope or "project") if role.share else role
            if role.scope == "partner" and not role.partner:
                name = partner_name(text, label.before, sentence.start) or partner_name(text, label.after, one.end)
                role = replace(role, partner=name)
            roles.append(_inherit(role, roles, label))
        return [_containing(role, following) for role, following in zip(roles, [*roles[1:], Role()], strict=False)]


def _beside(text: str, before: Found, one: Found, role: Role, label: Label) -> Role:
    """Give an amount without a label of its own a role from the one before it.

    The same sum in another currency stands in brackets behind the first; an organisation in a breakdown pays its own
    part.
    """
    between = text[before.end : one.start].strip()
    if between in {"(", "/", "=", "(=", "(ca."} and before.currency != one.currency and one.currency:
        return replace(role, certain=False, reasons=("the same sum in another currency",))
    if any(p.cue == "organisation" for p in (*label.before, *label.after)) and role.share and role.scope == "project":
        return Role("project", "own", within=True, reasons=("an organisation in a breakdown",))
    return Role(within=any(p.cue == "within" for p in label.before))


def _containing(role: Role, following: Role) -> Role:
    """Take an amount of which a part is named for a total: "the project got 100 EUR, of which 85 EUR from the Fund"."""
    part = following.within and following.share in {"eu", "national", "own", "private"}
    if part and role.share is None and role.scope in {None, "project"} and following.scope == "project":
        return replace(role, scope="project", share="total", certain=False, reasons=("a part of it follows",))
    return role


def _inherit(role: Role, before: list[Role], label: Label) -> Role:
    """Give a part of the amount before it that amount's scope and partner."""
    if role.within and before and before[-1].scope == "other" and role.scope != "other":
        return Role("other", within=True, reasons=before[-1].reasons)
    container = next((r for r in reversed(before) if r.share in {"total", "eligible", "grant"} and not r.within), None)
    if container is None or role.scope in {"other", "programme", "partner"} or role.share is None:
        return role
    own_scope = any(p.cue == "project" for p in label.before)
    if container.scope in {"partner", "programme"} and (role.within or not own_scope):
        return replace(role, scope=container.scope, partner=container.partner, within=True)
    if role.within or role.share not in {"total", "eligible"}:
        return replace(role, certain=role.certain or container.certain)
    return role


def _amount(publication: Publication, block: Block, one: Found, role: Role, group: int) -> Amount:
    span = Span.within(block.index, one.start, one.end)
    return Amount(
        value=_plain(one.value),
        currency=one.currency,
        as_written=publication.quote(span),
        span=span,
        precision=one.precision,
        approximate=one.approximate,
        scope="other" if one.unreadable or one.per else role.scope,
        share=None if one.unreadable or one.per else role.share,
        fund=role.fund or None,
        partner=role.partner or None,
        upper=one.upper,
        alternatives=tuple(a * one.factor for a in one.figure.alternatives),
        number_style=one.figure.style,
        reasons=("unreadable",) if one.unreadable else (*role.reasons, *(("additional",) if role.additional else ())),
        visible=block.region.visible,
        certain=role.certain,
        group=group,
        per=one.per,
        vat="with" if role.vat == "with" else "without" if role.vat == "without" else "",
    )


def _plain(value: Decimal) -> Decimal:
    """Return a value without exponent: 1.2 million is 1200000."""
    return (
        value.quantize(Decimal(1))
        if value == value.to_integral_value() and value > 1000 and value % 1000 == 0
        else value
    )


def _may_be_money(text: str, one: Found, words: Vocabulary) -> bool:
    """Say whether a figure with a scale word but no currency may be money: "2 million from the Fund", no visitors."""
    following = WORD.match(text, one.end + len(text[one.end :]) - len(text[one.end :].lstrip()))
    return one.factor >= 1000 and (
        following is None or fold(following[0]) in words.single("from") | words.single("and") | words.single("within")
    )


def _inside(one: Span, other: Span) -> bool:
    """Say whether a span is part of another in one block: the fund in the number "ERDF.04.019"."""
    return one.first == other.first and other.start <= one.start and one.end <= other.end


def _funds_by_block(funds: Sequence[FundMention]) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = {}
    for fund in funds:
        if fund.span.first == fund.span.last:
            found.setdefault(fund.span.first, []).append(Place("fund", fund.span.start, fund.span.end, fund.fund))
    return found


def _lines(text: str, ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text, cut where a new line begins a new thought: each may name a figure of its own."""
    start = 0
    for sentence, end in pairwise((0, *ends)):
        for line in _LINE.finditer(text, sentence, end):
            before, after = text[start : line.start()].rstrip(), text[line.end() : line.end() + 1]
            if not (after.islower() or after.isdigit() or before.endswith((":", "–", "-"))):
                yield start, line.end()
                start = line.end()
        yield start, end
        start = end
