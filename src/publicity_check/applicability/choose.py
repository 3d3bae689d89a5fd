"""Chooses the rules for a publication, by evidence, for each project it speaks of.

In this order: what the user says, the project profile, the kind of the project number, the programme's site,
its name, its wording; periods named and dates decide between a programme's periods. Where several packs remain,
all of them are candidates and only what they have in common is judged.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from publicity_check.applicability.period import dated_periods, named_periods
from publicity_check.applicability.projects import ProjectGroup, group_projects
from publicity_check.applicability.standing import claims
from publicity_check.config.model import Project
from publicity_check.facts.model import Facts, ProgrammeMention
from publicity_check.publication import Publication
from publicity_check.results import Reason
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.index import pointers
from publicity_check.rulebook.packs import Pack
from publicity_check.values.message import Quote

MAX_CANDIDATES = 12
"""Beyond this many packs the publication says too little: the frameworks alone are the candidates."""

PERIODS = frozenset({"2007-2013", "2014-2020", "2021-2027"})
"""The programming periods that rules are known for."""

FEW = 3
"""A wording that more packs share tells less than the name of a fund."""

ENOUGH_REASONS = 3
"""Evidence that only agrees with what is chosen already is told until there are so many reasons."""


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """One project of a publication and the pack, or packs, by which it is to be judged."""

    packs: tuple[Pack, ...]
    chosen_by: Literal["user", "profile", "detected"]
    because: tuple[Reason, ...] = ()
    group: ProjectGroup | None = None
    profile: Project | None = None


class _Evidence(msgspec.Struct):
    """The packs that one kind of evidence points to, each with the reasons."""

    reasons: dict[str, list[Reason]] = {}

    def add(self, packs: Iterable[str], reason: Reason) -> None:
        for pack in packs:
            self.reasons.setdefault(pack, []).append(reason)


def choose(
    publication: Publication,
    facts: Facts,
    rulebook: Rulebook,
    *,
    rules: Sequence[str] = (),
    profiles: Sequence[Project] = (),
) -> tuple[Judgement, ...]:
    """Return how each project of a publication that is funded, or said to be, is to be judged.

    ``rules`` are ids of packs the user chose. ``profiles`` are the declared projects this publication names.
    """
    groups = group_projects(facts)
    if rules:
        packs = [rulebook.pack(identifier) for identifier in rules]
        return tuple(
            Judgement((pack,), "user", (Reason("chosen-by-user"),), group, _profile_of(group, groups, profiles))
            for pack in packs
            for group in _fitting(groups, pack) or (None,)
        )
    found = []
    declared = [p for p in profiles if p.rules]
    for profile in declared:
        group = next((g for g in groups if _is(g, profile)), None)
        group = group or _in_its_place(groups, profile, profiles)
        reason = Reason("chosen-by-profile", {"project": profile.number or profile.acronym})
        found.append(Judgement((rulebook.pack(profile.rules),), "profile", (reason,), group, profile))
    taken = [j.group for j in found]
    open_groups = [g for g in groups if g not in taken and not any(_is(g, p) for p in declared)]
    if open_groups or not found:
        evidence = _gather(publication, facts, rulebook)
        waiting: list[ProjectGroup | None] = [*open_groups] or [None]
        for group in waiting:
            packs_, because = _narrow(group, evidence, publication, facts, rulebook)
            found.append(Judgement(packs_, "detected", because, group, _profile_of(group, groups, profiles)))
    return tuple(found)


def _is(group: ProjectGroup, profile: Project) -> bool:
    return any(profile.carries(written) for n in group.numbers for written in (n.value, n.as_written))


def _in_its_place(groups: Sequence[ProjectGroup], profile: Project, profiles: Sequence[Project]) -> ProjectGroup | None:
    """Return the project whose number stands where the declared one is missing: the only one of its programme."""
    others = [g for g in groups if not any(_is(g, p) for p in profiles) and profile.rules in g.packs]
    return others[0] if len(others) == 1 and profile.number else None


def _profile_of(
    group: ProjectGroup | None, groups: Sequence[ProjectGroup], profiles: Sequence[Project]
) -> Project | None:
    """Return the profile of a project; the only one declared is that of the only project, whatever its number."""
    if group is not None:
        mine = next((p for p in profiles if _is(group, p)), None)
        return mine or (profiles[0] if len(profiles) == len(groups) == 1 else None)
    return profiles[0] if len(profiles) == 1 else None


def _fitting(groups: Sequence[ProjectGroup], pack: Pack) -> tuple[ProjectGroup | None, ...]:
    """Return the groups whose numbers may belong to a pack; all of them if none does."""
    fitting = tuple(g for g in groups if pack.id in g.packs)
    return fitting or tuple(groups[:1])


def _gather(publication: Publication, facts: Facts, rulebook: Rulebook) -> list[_Evidence]:
    """Collect what points to packs: sites, names, wordings, funds, and last wordings that many packs share."""
    sites, names, wordings, funds, shared = _Evidence(), _Evidence(), _Evidence(), _Evidence(), _Evidence()
    known = pointers(rulebook)
    for link in facts.links:
        if link.visible and (packs := known.of_site(link.host)):
            sites.add(packs, Reason("names-site", {"site": link.host}, publication.evidence(link.span)))
    for mention in facts.programmes:
        if mention.visible and _of_its_period(mention, rulebook):
            reason = Reason("names-programme", {"name": Quote(mention.name)}, publication.evidence(mention.span))
            names.add(mention.packs, reason)
    for statement in facts.statements:
        packs = tuple(p for w in statement.wordings for p in known.wordings.get(w, ()))
        if packs and claims(publication, facts, statement):
            quote = Quote(publication.quote(statement.span))
            kind = wordings if len(set(packs)) <= FEW else shared
            kind.add(packs, Reason("uses-wording", {"quote": quote}, publication.evidence(statement.span)))
    for fund in facts.funds:
        if fund.visible and (packs := known.funds.get(fund.fund, ())):
            funds.add(packs, Reason("names-fund", {"fund": Quote(fund.name)}, publication.evidence(fund.span)))
    return [sites, names, wordings, funds, shared]


def _of_its_period(mention: ProgrammeMention, rulebook: Rulebook) -> bool:
    """Say whether a programme is known for the period that stands beside its name, if one does."""
    return mention.period not in PERIODS or any(rulebook.packs[p].period == mention.period for p in mention.packs)


def _narrow(
    group: ProjectGroup | None,
    evidence: Sequence[_Evidence],
    publication: Publication,
    facts: Facts,
    rulebook: Rulebook,
) -> tuple[tuple[Pack, ...], tuple[Reason, ...]]:
    candidates: set[str] = set()
    because: list[Reason] = []
    if group is not None and group.packs and not _outvoted(group, evidence, rulebook):
        candidates = set(group.packs)
        number = group.numbers[0]
        because.append(Reason("names-number", {"number": number.value}, publication.evidence(number.span)))
    for kind in evidence:
        pointed = _with_relatives(set(kind.reasons), candidates, rulebook) if candidates else set(kind.reasons)
        if pointed and pointed != candidates:
            candidates = pointed
            because.extend(_first_reason(kind, pointed, rulebook))
        elif pointed and len(because) < ENOUGH_REASONS:
            because.extend(_first_reason(kind, pointed, rulebook))
    candidates = _most_specific(candidates, rulebook)
    if len(candidates) > 1:
        for periods in (named_periods(facts, rulebook)[:1], dated_periods(facts)):
            fitting = {c for c in candidates if rulebook.packs[c].period in periods}
            if fitting and fitting != candidates:
                candidates = fitting
                because.append(Reason("names-period", {"period": periods[0]}))
                break
    if not candidates or len(candidates) > MAX_CANDIDATES:
        candidates = _frameworks(candidates, rulebook, named_periods(facts, rulebook))
    return tuple(rulebook.packs[c] for c in sorted(candidates)), tuple(because)


def _outvoted(group: ProjectGroup, evidence: Sequence[_Evidence], rulebook: Rulebook) -> bool:
    """Say whether site and name agree on another programme than the number's: the number is then what is wrong."""
    sites, names = (set(kind.reasons) for kind in evidence[:2])
    agreed = sites & names
    own = {p.id for pack in group.packs for p in rulebook.lineage(rulebook.packs[pack])}
    return bool(agreed) and not (sites | names) & own


def _with_relatives(pointed: set[str], candidates: set[str], rulebook: Rulebook) -> set[str]:
    """Return the candidates that are pointed to, or whose framework is; else the packs pointed to that extend one."""
    fitting = {c for c in candidates if _lineage(c, rulebook) & pointed}
    return fitting or {p for p in pointed if _lineage(p, rulebook) & candidates}


def _lineage(pack: str, rulebook: Rulebook) -> set[str]:
    return {member.id for member in rulebook.lineage(rulebook.packs[pack])}


def _first_reason(kind: _Evidence, pointed: set[str], rulebook: Rulebook) -> list[Reason]:
    for candidate in sorted(pointed):
        for member in rulebook.lineage(rulebook.packs[candidate]):
            if member.id in kind.reasons:
                return kind.reasons[member.id][:1]
    return []


def _most_specific(candidates: set[str], rulebook: Rulebook) -> set[str]:
    """Leave out packs that another candidate extends."""
    extended = {a.id for c in candidates for a in rulebook.lineage(rulebook.packs[c])[1:]}
    return candidates - extended


def _frameworks(candidates: set[str], rulebook: Rulebook, periods: Sequence[str]) -> set[str]:
    frameworks = {p.id for p in rulebook.packs.values() if p.framework}
    above = {a.id for c in candidates for a in rulebook.lineage(rulebook.packs[c])} & frameworks
    chosen = above or frameworks
    dated = {f for f in chosen if rulebook.packs[f].period in periods[:1]}
    return dated or chosen
