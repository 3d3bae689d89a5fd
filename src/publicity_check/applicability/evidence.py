"""What in a publication tells of the programme that pays: each piece with its place and its weight.

Nothing here decides: a name, a number, a link, a fund, a wording, a picture, a period each weigh what the rulebook says
that their kind weighs at such a place, for the packs that they point to.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from publicity_check.applicability.period import last_year_period
from publicity_check.applicability.standing import claims, disowned
from publicity_check.facts.model import Facts, ProgrammeMention
from publicity_check.publication import Publication, Region, Span
from publicity_check.results import Reason
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.common import PERIODS
from publicity_check.rulebook.evidence import EvidenceKind, EvidencePlace
from publicity_check.rulebook.index import pointers
from publicity_check.values.message import LanguageName, Quote, Values

FEW = 3
"""A wording that more packs share tells little."""

_PLACES: Mapping[Region, EvidencePlace] = {
    Region.NAVIGATION: "menu",
    Region.ASIDE: "aside",
    Region.FOOTER: "footer",
    Region.HEADER: "header",
    Region.ALT_TEXT: "picture",
}


_OF_STATEMENTS = frozenset({"title", "header", "footer", "table"})
"""Where statements stand as well as in the text."""


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """One piece of evidence: its kind, its place, what it weighs, and the packs that it points to.

    ``fund``, ``period``, ``language`` and ``families`` are set where it also speaks for every pack of that fund,
    period, language or family, though it points to none of them. ``code`` and ``values`` say what it is; ``span`` is
    ``None`` for what stands nowhere in particular.
    """

    kind: EvidenceKind
    place: EvidencePlace
    weight: float
    packs: frozenset[str]
    code: str
    values: Values
    span: Span | None = None
    fund: str = ""
    period: str = ""
    language: str = ""
    families: frozenset[str] = frozenset()

    def reason(self, publication: Publication) -> Reason:
        """Return it as a reason for a choice, with the quote."""
        return Reason(self.code, self.values, publication.evidence(self.span) if self.span else None)


class Places:
    """Tells where in a publication something stands, as far as that says whose it is."""

    def __init__(self, publication: Publication, facts: Facts) -> None:
        self._publication, self._facts = publication, facts
        self._own: set[Span] = set()
        """The sentences of the publication's own numbers and statements."""
        self._cited: set[Span] = set()
        for number in facts.project_numbers:
            (self._own if number.role == "own" else self._cited).add(facts.sentence(number.span))
        for statement in facts.statements:
            if statement.part == "funding-statement" and statement.image is None:
                claimed = claims(publication, facts, statement)
                (self._own if claimed else self._cited).add(facts.sentence(statement.span))

    def of(self, span: Span, *, itself: bool = False) -> EvidencePlace:
        """Return the place of a span; of what is an own number or a statement ``itself``, its place on the page."""
        block = self._publication.blocks[span.first]
        if block.region in (Region.NAVIGATION, Region.ASIDE):
            return _PLACES[block.region]
        if not itself and self._facts.sentence(span) in self._own:
            return "own" if block.region.visible else "unseen"
        if not itself and self._is_cited(span):
            return "cited"
        if block.region in _PLACES:
            return _PLACES[block.region]
        if not block.region.visible:
            return "unseen"
        if block.kind in ("title", "heading"):
            return "title"
        return "table" if block.region is Region.TABLE else "text"

    def _is_cited(self, span: Span) -> bool:
        sentence = self._facts.sentence(span)
        cited = sentence in self._cited and sentence.holds(span)
        return cited or disowned(self._publication, self._facts, span)


def gather(publication: Publication, facts: Facts, rulebook: Rulebook) -> tuple[Evidence, ...]:
    """Return all evidence of a publication, in no order of worth."""
    places = Places(publication, facts)
    found = [
        *_numbers(facts, places, rulebook),
        *_names(facts, places, rulebook),
        *_sites(facts, places, rulebook),
        *_wordings(publication, facts, places, rulebook),
        *_funds(facts, places, rulebook),
        *_authorities(facts, places, rulebook),
        *_periods(publication, facts, places, rulebook),
    ]
    language = facts.language.code
    speaking = frozenset(p.id for p in rulebook.packs.values() if language in p.languages) if language != "en" else None
    if speaking and language in rulebook.languages:
        weight = rulebook.evidence.weight("language", "text")
        values: Values = {"language": LanguageName(language, rulebook.languages[language].names.name)}
        found.append(Evidence("language", "text", weight, frozenset(), "in-language", values, language=language))
    return tuple(found)


def _numbers(facts: Facts, places: Places, rulebook: Rulebook) -> Iterator[Evidence]:
    weights = rulebook.evidence
    for number in facts.project_numbers:
        if not number.packs or number.role != "own":
            continue
        place = places.of(number.span, itself=True)
        kind: EvidenceKind = f"number-{number.strength}"  # type: ignore[assignment]
        values: Values = {"number": number.value}
        yield Evidence(
            kind, place, weights.weight(kind, place), frozenset(number.packs), "names-number", values, number.span
        )


def _names(facts: Facts, places: Places, rulebook: Rulebook) -> Iterator[Evidence]:
    weights = rulebook.evidence
    for mention in facts.programmes:
        packs = packs_meant(mention, rulebook)
        if packs:
            place = places.of(mention.span)
            kind: EvidenceKind = "name-misspelt" if mention.misspelt else "name"
            if place == "picture":
                kind, place = "picture", "text"
            values: Values = {"name": Quote(mention.name)}
            yield Evidence(kind, place, weights.weight(kind, place), packs, "names-programme", values, mention.span)


def packs_meant(mention: ProgrammeMention, rulebook: Rulebook) -> frozenset[str]:
    """Return the packs that a name means: those of the period that stands beside it, of the same family.

    A programme that is not known for that period is none that rules are known for.
    """
    packs = rulebook.packs
    period = PERIODS.get(mention.period, "")
    if not period:
        return frozenset(mention.packs)
    named = frozenset(p for p in mention.packs if packs[p].period == period)
    if named:
        return named
    families = {packs[p].family for p in mention.packs}
    return frozenset(p.id for p in packs.values() if p.family in families and p.period == period)


def _sites(facts: Facts, places: Places, rulebook: Rulebook) -> Iterator[Evidence]:
    known, weights = pointers(rulebook), rulebook.evidence
    for link in facts.links:
        if not link.visible:
            continue
        packs = known.family_of_site(link.host)
        if packs:
            place = places.of(link.span)
            kind: EvidenceKind = "portal" if known.is_portal(link.host) else "site"
            values: Values = {"site": link.host}
            yield Evidence(kind, place, weights.weight(kind, place), packs, "names-site", values, link.span)


def _wordings(publication: Publication, facts: Facts, places: Places, rulebook: Rulebook) -> Iterator[Evidence]:
    known, weights = pointers(rulebook), rulebook.evidence
    for statement in facts.statements:
        packs = frozenset(p for w in statement.wordings for p in known.wordings.get(w, ()))
        if packs and claims(publication, facts, statement):
            kind: EvidenceKind = "wording" if len(packs) <= FEW else "wording-shared"
            place = places.of(statement.span, itself=True)
            place = "text" if place in _OF_STATEMENTS else place
            values: Values = {"quote": Quote(publication.quote(statement.span))}
            yield Evidence(kind, place, weights.weight(kind, place), packs, "uses-wording", values, statement.span)


def _funds(facts: Facts, places: Places, rulebook: Rulebook) -> Iterator[Evidence]:
    known, weights = pointers(rulebook), rulebook.evidence
    for fund in facts.funds:
        if packs := frozenset(known.funds.get(fund.fund, ())):
            place = places.of(fund.span)
            kind: EvidenceKind = "fund"
            if place == "picture":
                kind, place = "picture", "text"
            values: Values = {"fund": Quote(fund.name)}
            weight = weights.weight(kind, place)
            yield Evidence(kind, place, weight, packs, "names-fund", values, fund.span, fund=fund.fund)


def _authorities(facts: Facts, places: Places, rulebook: Rulebook) -> Iterator[Evidence]:
    weight = rulebook.evidence.weight("authority", "text")
    agencies = {agency.short.casefold(): agency for agency in rulebook.institutions.agency}
    for statement in facts.statements:
        said = (value for slot, value in statement.slots.items() if slot.startswith("authority"))
        for short in {word.casefold().strip("().,;") for value in said for word in value.split()} & agencies.keys():
            families = frozenset(agencies[short].families)
            if places.of(statement.span) not in ("cited", "menu", "aside"):
                values: Values = {"authority": agencies[short].short}
                yield Evidence(
                    "authority",
                    "text",
                    weight,
                    frozenset(),
                    "names-authority",
                    values,
                    statement.span,
                    families=families,
                )


def _periods(publication: Publication, facts: Facts, places: Places, rulebook: Rulebook) -> Iterator[Evidence]:
    weights = rulebook.evidence
    for mention in facts.periods:
        place = places.of(mention.span)
        period = PERIODS.get(mention.period, "")
        if period:
            values: Values = {"period": period}
            weight = weights.weight("period", place)
            yield Evidence("period", place, weight, frozenset(), "names-period", values, mention.span, period=period)
    dated = last_year_period(publication, facts)
    if dated is not None:
        period, mention_ = dated
        weight = weights.weight("year", "text")
        values = {"period": period}
        yield Evidence("year", "text", weight, frozenset(), "names-period", values, mention_.span, period=period)


def heaviest(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return of equal evidence the piece at the best place, without what weighs nothing."""
    found: dict[tuple[object, ...], Evidence] = {}
    for piece in evidence:
        key = (piece.kind, piece.packs, piece.fund, piece.period, piece.language, piece.families)
        if piece.weight > 0 and (key not in found or found[key].weight < piece.weight):
            found[key] = piece
    return list(found.values())


def best(evidence: Iterable[Evidence]) -> dict[EvidenceKind, float]:
    """Return what evidence weighs together: each kind speaks once, by its best piece."""
    found: dict[EvidenceKind, float] = {}
    for piece in evidence:
        found[piece.kind] = max(found.get(piece.kind, 0.0), piece.weight)
    return found
