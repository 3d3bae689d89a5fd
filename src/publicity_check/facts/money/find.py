"""Amounts and rates of a publication: every sum of money and every percentage, and what it is the sum of.

Only blocks that hold digits are looked at, and only if the publication names a currency or a percentage at all.
What the words around figures say and what arithmetic proves among them go into one search for the best reading.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from publicity_check.facts.lexicon.money import SIGNS, Vocabularies
from publicity_check.facts.model import (
    Amount,
    Breach,
    Budget,
    FundMention,
    ProgrammeMention,
    ProjectNumber,
    Proof,
    Rate,
    Share,
    Slip,
)
from publicity_check.facts.money.cues import leaning, scores
from publicity_check.facts.money.figures import Figure, Percent
from publicity_check.facts.money.gather import Gatherer
from publicity_check.facts.money.judge import Judged, judge
from publicity_check.facts.money.labels import Place
from publicity_check.facts.money.mentions import Gathered, Mention, RateMention, columns
from publicity_check.facts.money.projects import Projects
from publicity_check.facts.money.relations import relations
from publicity_check.facts.money.roles import OUTSIDE, PROGRAMME, ROLES, Evidence, Problem
from publicity_check.facts.money.scan import Found
from publicity_check.facts.money.settle import settle, strangers
from publicity_check.facts.money.told import Break, Told
from publicity_check.publication import Block, Publication, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.sentences import Sentences
from publicity_check.text.words import Words
from publicity_check.values.figures import RUN
from publicity_check.values.slips import telling

_UNDECIDED = 0.3
"""What words must say for a figure to be called somebody else's; below, it stays undecided."""
_ROUND = 1000
"""Sums of whole thousands are shown without decimals."""
_TELLING = 4
"""Digits a figure needs before it is taken for the same sum elsewhere."""
_FEW = 2
"""Projects of a publication up to which a figure without a number is read with those of the main one."""
_Named = tuple[Sequence[str | None], Sequence[str | None]]
"""The projects of all amounts and of all rates."""
_SIGN = re.compile(f"[%{SIGNS}]")


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
        programmes: Sequence[ProgrammeMention] = (),
    ) -> tuple[tuple[Amount, ...], tuple[Rate, ...], Budget]:
        """Return all amounts and rates in reading order, and how they were read.

        ``words`` and ``sentences`` are those of the publication's blocks, ``language`` is its language ("" if unknown);
        project numbers, funds and programmes are those found in it.
        """
        blocks = self._money_blocks(publication, words, language)
        if blocks.isdisjoint(words.numbered):
            return (), (), Budget()
        numbers = [n.span for n in project_numbers]
        named = _named(funds, programmes, numbers)
        wanted = blocks & words.numbered
        gathered = Gatherer(publication, sentences, self._vocabularies, language, wanted, named, numbers).gather()
        return _read(publication, sentences, gathered, project_numbers)

    def count(self, publication: Publication, words: Words, language: str) -> int:
        """Return how many figures stand in blocks that speak of money; for the arguments see :meth:`find`."""
        blocks = self._money_blocks(publication, words, language) & words.numbered
        return sum(sum(1 for _ in RUN.finditer(publication.blocks[block].text)) for block in blocks)

    def _money_blocks(self, publication: Publication, words: Words, language: str) -> set[int]:
        """Return the blocks that name a currency or a percentage, and all cells of a table in which one does."""
        vocabulary = self._vocabularies.of(language, publication.language, *self._vocabularies.languages)
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
        rare = vocabulary.rare_words
        if not words.distinct.isdisjoint(rare):
            blocks = publication.blocks
            found.update(
                b
                for key, b in zip(words.keys, words.block, strict=True)
                if key in rare and b in words.numbered and rare[key] in blocks[b].text
            )
        tables: dict[int, list[int]] = {}
        for block in publication.blocks:
            if block.cell is not None:
                tables.setdefault(block.cell.table, []).append(block.index)
            if _SIGN.search(block.text):
                found.add(block.index)
        for cells in tables.values():
            if not found.isdisjoint((cells[0] - 1, *cells, cells[-1] + 1)):
                found.update(cells)
        return found


def _read(
    publication: Publication, sentences: Sentences, gathered: Gathered, numbers: Sequence[ProjectNumber]
) -> tuple[tuple[Amount, ...], tuple[Rate, ...], Budget]:
    """Read the figures of each project on its own."""
    mentions, rates = gathered.mentions, gathered.rates
    settle(rates, mentions, [_figure(m) for m in mentions])
    spans = [_span(m.block, m.found) for m in mentions]
    of_rates = [_span(r.block, r.found) for r in rates]
    projects = Projects(publication, sentences, numbers, sorted((*spans, *of_rates), key=lambda s: (s.first, s.start)))
    named = [projects.of(span) for span in spans]
    named_rates = [projects.of(span) for span in of_rates]
    cited = {n.value for n in numbers if n.role == "cited"} - {n.value for n in numbers if n.role == "own"}
    for mention, key in zip(mentions, named, strict=True):
        if key in cited:
            mention.more.append(("cited", 1.0))
    told = [p for p in named if p is not None and p not in cited]
    main = max(dict.fromkeys(told), key=told.count) if told and len(set(told)) <= _FEW else None
    project = [p or main for p in named]
    of_rate = [project[r.beside[0]] if r.beside else p or main for r, p in zip(rates, named_rates, strict=True)]
    amounts: dict[int, Amount] = {}
    shown: dict[int, Rate] = {}
    budget = Budget()
    for key in dict.fromkeys((*project, *of_rate)):
        mine = [i for i, p in enumerate(project) if p == key]
        theirs = [i for i, p in enumerate(of_rate) if p == key]
        part = _Part(publication, gathered, mine, theirs, (named, named_rates))
        amounts |= dict(zip(mine, part.amounts, strict=True))
        shown |= dict(zip(theirs, part.rates, strict=True))
        budget = Budget((*budget.proofs, *part.proofs), (*budget.breaches, *part.breaches))
    return tuple(amounts[i] for i in sorted(amounts)), tuple(shown[i] for i in sorted(shown)), budget


def _span(block: Block, one: Found) -> Span:
    return Span.within(block.index, one.start, one.end)


class _Part:
    """The figures and rates of one project, read."""

    def __init__(
        self, publication: Publication, gathered: Gathered, mine: list[int], theirs: list[int], named: _Named
    ) -> None:
        self._publication = publication
        self._mentions = [gathered.mentions[i] for i in mine]
        self._rates = [gathered.rates[i] for i in theirs]
        self._place = {i: at for at, i in enumerate(mine)}
        self._named = [named[0][i] for i in mine]
        self._named_rates = {id(gathered.rates[i]): named[1][i] for i in theirs}
        self._percents: list[Percent] = []
        self._of_percent: list[int] = []
        self.amounts: list[Amount] = []
        self.rates: list[Rate] = []
        self.proofs: tuple[Proof, ...] = ()
        self.breaches: tuple[Breach, ...] = ()
        if self._mentions:
            self._judge()
        else:
            self.rates = [self._rate(rate, None, leaning(rate.said)) for rate in self._rates]

    def _judge(self) -> None:
        figures = tuple(_figure(m) for m in self._mentions)
        for index, rate in enumerate(self._rates):
            beside = self._beside(rate)
            for at in beside or [-1]:
                one = rate.found
                self._percents.append(Percent(one.figure.value, one.figure.precision, rate.group, at, one.approximate))
                self._of_percent.append(index)
        rated = {p.beside for p in self._percents}
        held = tuple(relations(figures, self._percents))
        kinds = (("rate-beside", rated), ("stranger", strangers(figures, held, rated)))
        evidence = tuple(
            _evidence(m, *(name for name, members in kinds if i in members)) for i, m in enumerate(self._mentions)
        )
        leans = [leaning(rate.said) for rate in self._rates]
        problem = Problem(
            figures,
            tuple(self._percents),
            evidence,
            held,
            tuple(leans[i] for i in self._of_percent),
            tuple(self._rates[i].base for i in self._of_percent),
        )
        judged = judge(problem, _told(self._mentions))
        self._partners = _partners(self._mentions)
        self.amounts = [self._amount(i, judged) for i in range(len(figures))]
        self.amounts = [self._like_another(i, evidence) for i in range(len(figures))]
        self.rates = [self._rate(rate, judged, leans[i]) for i, rate in enumerate(self._rates)]
        self.proofs = tuple(
            Proof(
                r.kind,
                self.amounts[r.whole],
                tuple(self.amounts[i] for i in r.parts),
                r.rate,
                self.rates[self._of_percent[r.percent]] if r.percent >= 0 else None,
            )
            for r in judged.proofs
        )
        self.breaches = tuple(self._breach(b, judged) for b in judged.breaks)

    def _beside(self, rate: RateMention) -> list[int]:
        return [self._place[i] for i in rate.beside if i in self._place]

    def _amount(self, i: int, judged: Judged) -> Amount:
        mention = self._mentions[i]
        one, role = mention.found, ROLES[judged.roles[i]]
        undecided = judged.roles[i] == OUTSIDE and judged.said_outside[i] <= _UNDECIDED
        span = Span.within(mention.block.index, one.start, one.end)
        outside = role.scope == "other"
        return Amount(
            value=_plain(one.value),
            currency=one.currency,
            as_written=self._publication.quote(span),
            span=span,
            precision=one.precision,
            approximate=one.approximate,
            scope=None if undecided else role.scope,
            share=role.share,
            fund=(mention.fund or None) if role.share == "eu" else None,
            project=self._named[i],
            partner=self._partners.get(mention.cluster) if role.scope == "partner" else None,
            upper=one.upper,
            alternatives=tuple(a * one.factor for a in one.figure.alternatives),
            number_style=one.figure.style,
            reasons=("unreadable",) if one.unreadable else (),
            visible=mention.block.region.visible,
            certain=judged.certain[i] and not outside if not one.unreadable else _speaks(mention),
            group=mention.group,
            per=one.per,
            vat=mention.vat,  # type: ignore[arg-type]
        )

    def _like_another(self, i: int, evidence: Sequence[Evidence]) -> Amount:
        """Give an amount of which words say nothing all that the same sum elsewhere is."""
        amount = self.amounts[i]
        silent = max(evidence[i].scores[:PROGRAMME]) <= 0
        if not silent or amount.scope == "other" or telling(amount.value) < _TELLING:
            return amount
        for j, other in enumerate(self.amounts):
            if j == i or other.share is None or max(evidence[j].scores[:PROGRAMME]) <= 0:
                continue
            same = (other.value, other.currency, other.project) == (amount.value, amount.currency, amount.project)
            if same and (amount.share is None or (amount.scope, amount.share) == (other.scope, other.share)):
                return replace(
                    amount,
                    scope=other.scope,
                    share=other.share,
                    fund=other.fund,
                    partner=other.partner,
                    reasons=("the same figure",),
                )
        return amount

    def _rate(self, rate: RateMention, judged: Judged | None, leans: Mapping[Share, float]) -> Rate:
        one = rate.found
        span = Span.within(rate.block.index, one.start, one.end)
        share: Share | None = max(leans.items(), key=lambda item: item[1])[0] if leans else None
        scope, partner, fund = ("project" if share else None), None, rate.fund or None
        beside = self._beside(rate)
        if judged is not None and beside:
            amount = self.amounts[beside[0]]
            if amount.scope in {"project", "partner"} and amount.share:
                scope, share, partner = amount.scope, amount.share, amount.partner
                fund = fund or amount.fund
            else:
                scope = amount.scope
        return Rate(
            value=one.figure.value,
            as_written=self._publication.quote(span),
            span=span,
            precision=one.figure.precision or Decimal(1),
            approximate=one.approximate,
            scope=scope,  # type: ignore[arg-type]
            share=share,
            fund=fund if share == "eu" else None,
            base=rate.base,
            project=self._named_rates[id(rate)],
            partner=partner,
            visible=rate.block.region.visible,
            group=rate.group,
        )

    def _breach(self, one: Break, judged: Judged) -> Breach:
        rate = self.rates[self._of_percent[one.percent]] if one.percent >= 0 else None
        involved = {one.whole, *one.parts}
        slips = tuple(
            Slip(self.amounts[f.figure], f.right, f.how, f.mends) for f in judged.fixes if f.figure in involved
        )
        return Breach(
            one.kind,
            self.amounts[one.whole],
            tuple(self.amounts[i] for i in one.parts),
            one.rate,
            rate,
            slips,
            judged.sure and not one.weak,
        )


def _figure(mention: Mention) -> Figure:
    one = mention.found
    return Figure(
        _plain(one.value),
        one.precision,
        one.approximate,
        one.currency,
        mention.group,
        mention.row,
        mention.column,
        tuple(a * one.factor for a in one.figure.alternatives),
        mention.group if mention.row >= 0 else mention.block.index,
    )


def _evidence(mention: Mention, *names: str) -> Evidence:
    more = [*mention.more, *((name, 1.0) for name in names)]
    item = mention.block.index if mention.block.kind == "list-item" else -1
    return Evidence(scores(mention.said, more), mention.cluster, mention.fund, mention.vat, item)


def _partners(mentions: Sequence[Mention]) -> dict[int, str]:
    """Return the name of the partner that the figures of each cluster would be of."""
    found: dict[int, str] = {}
    for mention in mentions:
        if mention.partner:
            found.setdefault(mention.cluster, mention.partner)
    return found


def _speaks(mention: Mention) -> bool:
    """Say whether words give a figure that cannot be read a role of the project."""
    said = scores(mention.said)
    return max(score for score, role in zip(said, ROLES, strict=True) if role.scope == "project") >= 1


def _told(mentions: Sequence[Mention]) -> list[Told]:
    """Return what words claim of sums: columns with a total row, and rests."""
    found: list[Told] = []
    for parts, whole in columns(mentions):
        kept = [i for i in parts if not mentions[i].within]
        if mentions[whole].headed or all(mentions[i].plain_row for i in kept):
            found.append(Told("rows", tuple(kept), whole))
    for i, mention in enumerate(mentions):
        if mention.rest:
            found.append(Told("rest", (i,)))
        if mention.additional:
            found.append(Told("more", (i,)))
    return found


def _plain(value: Decimal) -> Decimal:
    """Return a value without exponent: 1.2 million is 1200000."""
    return (
        value.quantize(Decimal(1))
        if value == value.to_integral_value() and value > _ROUND and value % _ROUND == 0
        else value
    )


def _inside(one: Span, other: Span) -> bool:
    """Say whether a span is part of another in one block: the fund in the number "ERDF.04.019"."""
    return one.first == other.first and other.start <= one.start and one.end <= other.end


def _named(
    funds: Sequence[FundMention], programmes: Sequence[ProgrammeMention], numbers: Sequence[Span]
) -> dict[int, list[Place]]:
    """Return the funds and programmes named in each block; what is part of a project's number names none."""
    found: dict[int, list[Place]] = {}
    places = [(Place("fund", f.span.start, f.span.end, f.fund), f.span) for f in funds]
    places += [(Place("payer", p.span.start, p.span.end), p.span) for p in programmes]
    for place, span in places:
        if span.first == span.last and not any(_inside(span, n) for n in numbers):
            found.setdefault(span.first, []).append(place)
    return found
