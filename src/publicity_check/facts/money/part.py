"""Reads the figures and rates of one project: what words and arithmetic say of them, put into amounts and rates."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from publicity_check.facts.model import Amount, Breach, Budget, Proof, Rate, Share, Slip
from publicity_check.facts.money.apart import Sections, accounts, elsewhere
from publicity_check.facts.money.beyond import beyond
from publicity_check.facts.money.cues import leaning, scores
from publicity_check.facts.money.figures import Figure, Percent, Relation
from publicity_check.facts.money.judge import FROM_ROLES, Judged, judge
from publicity_check.facts.money.mentions import Gathered, Mention, RateMention, columns
from publicity_check.facts.money.relations import relations
from publicity_check.facts.money.roles import OUTSIDE, PROGRAMME, ROLES, Evidence, Problem
from publicity_check.facts.money.settle import nested, strangers, two_accounts
from publicity_check.facts.money.told import Break, Told
from publicity_check.publication import Publication, Span
from publicity_check.values.slips import telling

_UNDECIDED = 0.3
"""What words must say for a figure to be called somebody else's; below, it stays undecided."""
_ROUND = 1000
"""Sums of whole thousands are shown without decimals."""
_TELLING = 4
"""Digits a figure needs before it is taken for the same sum elsewhere."""
_OPENED = re.compile(r"[\s.]{0,2}\(\s*(?:[^\W\d_]{1,14}\.?\s+){0,2}[~≈]?\s*")
"""What stands between a sum and the same in another currency: " (about ", " (aproximativ "."""
Named = tuple[Sequence[str | None], Sequence[str | None]]
"""The projects of all amounts and of all rates."""


def parts(
    publication: Publication, sections: Sections, gathered: Gathered, mine: list[int], theirs: list[int], named: Named
) -> Iterator["Part"]:
    """Yield the figures and rates of one project, read; those of another account that no number names apart."""
    whole = Part(publication, sections, gathered, mine, theirs, named)
    every = whole.accounts()
    if len(every) == 1:
        yield whole.read()
        return
    for amounts, rates in every:
        yield Part(publication, sections, gathered, amounts, rates, named).read()


class Part:
    """The figures and rates of one project, read."""

    def __init__(
        self,
        publication: Publication,
        sections: Sections,
        gathered: Gathered,
        mine: list[int],
        theirs: list[int],
        named: Named,
    ) -> None:
        self.mine, self.theirs = mine, theirs
        self._publication, self._sections = publication, sections
        self._mentions = [gathered.mentions[i] for i in mine]
        self._rates = [gathered.rates[i] for i in theirs]
        self._place = {i: at for at, i in enumerate(mine)}
        self._named = [named[0][i] for i in mine]
        self._named_rates = {id(gathered.rates[i]): named[1][i] for i in theirs}
        self._figures = tuple(figure_of(m) for m in self._mentions)
        self._percents: list[Percent] = []
        self._of_percent: list[int] = []
        for index, rate in enumerate(self._rates):
            one = rate.found
            for at in self._beside(rate) or [-1]:
                self._percents.append(Percent(one.figure.value, one.figure.precision, rate.group, at, one.approximate))
                self._of_percent.append(index)
        self._held = _relations(self._figures, tuple(self._percents))
        self._paths = [self._sections.path(m.block) for m in self._mentions]
        self.amounts: list[Amount] = []
        self.rates: list[Rate] = []
        self.budget = Budget()

    def accounts(self) -> list[tuple[list[int], list[int]]]:
        """Return the amounts and rates of each account that stands in sections of its own."""
        funded = [self._funded(i) for i in range(len(self._mentions))]
        of = accounts(self._paths, self._figures, self._held, funded)
        sections = dict(zip(self._paths, of, strict=True))
        found: dict[int, tuple[list[int], list[int]]] = {number: ([], []) for number in sorted({0, *of})}
        for i, number in zip(self.mine, of, strict=True):
            found[number][0].append(i)
        for i, rate in zip(self.theirs, self._rates, strict=True):
            beside = self._beside(rate)
            number = of[beside[0]] if beside else sections.get(self._sections.path(rate.block), 0)
            found[number][1].append(i)
        return list(found.values())

    def read(self) -> "Part":
        """Judge the figures, and make amounts and rates of them."""
        if self._mentions:
            self._judge()
        else:
            self.rates = [self._rate(rate, None, leaning(rate.said)) for rate in self._rates]
        return self

    def _judge(self) -> None:
        figures, held = self._figures, self._held
        rated = {p.beside for p in self._percents}
        first, wholes, paid = two_accounts(figures, held)
        kinds = (
            ("rate-beside", rated),
            ("stranger", strangers(figures, held, rated)),
            ("elsewhere", self._elsewhere()),
            ("first-of-two", first),
            ("second-whole", wholes),
            ("second-paid", paid),
        )
        alone = Counter(m.cluster for m in self._mentions)
        for i, whole in nested(held).items():
            if alone[self._mentions[i].cluster] == 1:
                self._mentions[i].cluster = self._mentions[whole].cluster
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
        for i in range(1, len(figures)):
            self.amounts[i] = self._converted(i)
        self.rates = [self._rate(rate, judged, leans[i]) for i, rate in enumerate(self._rates)]
        proofs = tuple(
            Proof(
                r.kind,
                self.amounts[r.whole],
                tuple(self.amounts[i] for i in r.parts),
                r.rate,
                self.rates[self._of_percent[r.percent]] if r.percent >= 0 else None,
            )
            for r in judged.proofs
        )
        uncompared = beyond(problem, judged.roles)
        breaches = tuple(self._breach(b, judged, uncompared) for b in judged.breaks)
        self.budget = Budget(proofs, breaches, tuple(self.amounts[i] for i in uncompared))

    def _elsewhere(self) -> list[int]:
        """Return the figures of other sections than the account's, but for those that name the Union or a project."""
        found = elsewhere(self._paths, self._figures, self._held)
        return [i for i in found if not self._funded(i)]

    def _funded(self, i: int) -> bool:
        """Say whether the Union, a fund or a payer is named beside a figure, or an own project in its section."""
        said = (p for places, _ in self._mentions[i].said for p in places)
        return self._sections.numbered(self._paths[i]) or any(p.cue in {"eu", "payer"} or p.fund for p in said)

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

    def _converted(self, i: int) -> Amount:
        """Give an amount in brackets behind one in another currency all that that one is: "100 lei (about 20 euro)"."""
        before, mention, amount = self._mentions[i - 1], self._mentions[i], self.amounts[i]
        if mention.block is not before.block or before.found.currency == mention.found.currency or amount.share:
            return amount
        between = mention.block.text[before.found.end : mention.found.start]
        if not _OPENED.fullmatch(between) or self.amounts[i - 1].share is None:
            return amount
        other = self.amounts[i - 1]
        return replace(amount, scope=other.scope, share=other.share, fund=other.fund, partner=other.partner)

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

    def _breach(self, one: Break, judged: Judged, uncompared: Collection[int]) -> Breach:
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
            judged.sure and not one.weak and (one.kind not in FROM_ROLES or involved.isdisjoint(uncompared)),
        )


def figure_of(mention: Mention) -> Figure:
    """Return a figure as arithmetic sees it."""
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


@lru_cache(maxsize=8)
def _relations(figures: tuple[Figure, ...], percents: tuple[Percent, ...]) -> tuple[Relation, ...]:
    """Return what holds among figures; it is remembered, since a publication is judged again with advice followed."""
    return tuple(relations(figures, percents))


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
        if mention.within:
            found.append(Told("within", (i,)))
    return found


def _plain(value: Decimal) -> Decimal:
    """Return a value without exponent: 1.2 million is 1200000."""
    return (
        value.quantize(Decimal(1))
        if value == value.to_integral_value() and value > _ROUND and value % _ROUND == 0
        else value
    )
