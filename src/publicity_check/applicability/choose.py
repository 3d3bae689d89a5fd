"""Chooses the rules for a publication, by evidence, for each project it speaks of.

What the user says holds, and then the project profile. Otherwise evidence is weighed: where several packs remain, all
of them are candidates and only what they have in common is judged.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from publicity_check.applicability.dossier import Dossiers
from publicity_check.applicability.evidence import Evidence, gather
from publicity_check.applicability.projects import ProjectGroup, group_projects
from publicity_check.applicability.weigh import Weighing, weigh
from publicity_check.config.model import Project
from publicity_check.facts.model import Facts
from publicity_check.publication import Publication
from publicity_check.results import Reason
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.packs import Pack


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """One project of a publication and the pack, or packs, by which it is to be judged."""

    packs: tuple[Pack, ...]
    chosen_by: Literal["user", "profile", "detected"]
    because: tuple[Reason, ...] = ()
    group: ProjectGroup | None = None
    profile: Project | None = None
    dossiers: Dossiers | None = None
    """What is said of each project of the publication."""
    evidence: tuple[Evidence, ...] = ()
    """All that was weighed, where the rules were chosen by evidence."""
    scores: Mapping[str, float] = {}
    """What each pack weighs that anything points to, the heaviest first."""


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
    numbered = group_projects(facts, publication)
    dossiers = Dossiers(publication, facts, numbered, rulebook)
    groups = numbered if rules or profiles else dossiers.groups
    if rules:
        packs = [rulebook.pack(identifier) for identifier in rules]
        return tuple(
            Judgement(
                (pack,), "user", (Reason("chosen-by-user"),), group, _profile_of(group, groups, profiles), dossiers
            )
            for pack in packs
            for group in _fitting(groups, pack) or (None,)
        )
    found = []
    declared = [p for p in profiles if p.rules]
    for profile in declared:
        group = next((g for g in groups if _is(g, profile)), None)
        group = group or _in_its_place(groups, profile, profiles)
        reason = Reason("chosen-by-profile", {"project": profile.number or profile.acronym})
        found.append(Judgement((rulebook.pack(profile.rules),), "profile", (reason,), group, profile, dossiers))
    taken = [j.group for j in found]
    open_groups = [g for g in groups if g not in taken and not any(_is(g, p) for p in declared)]
    if open_groups or not found:
        evidence = gather(publication, facts, rulebook)
        waiting: list[ProjectGroup | None] = [*open_groups] or [None]
        found += [_by_evidence(publication, rulebook, evidence, group, dossiers, profiles) for group in waiting]
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


def _by_evidence(
    publication: Publication,
    rulebook: Rulebook,
    evidence: Sequence[Evidence],
    group: ProjectGroup | None,
    dossiers: Dossiers,
    profiles: Sequence[Project],
) -> Judgement:
    weighed: Weighing = weigh(_of(group, dossiers, evidence, rulebook), rulebook)
    return Judgement(
        packs=tuple(rulebook.packs[c] for c in weighed.candidates),
        chosen_by="detected",
        because=tuple(piece.reason(publication) for piece in weighed.because),
        group=group,
        profile=_profile_of(group, dossiers.groups, profiles),
        dossiers=dossiers,
        evidence=weighed.evidence,
        scores=weighed.scores,
    )


def _of(
    group: ProjectGroup | None, dossiers: Dossiers, evidence: Sequence[Evidence], rulebook: Rulebook
) -> tuple[Evidence, ...]:
    """Return the evidence that may concern a project: its own, and of what is for all what is not another's alone."""
    if group is None:
        return tuple(evidence)
    mine = {number.span for number in group.numbers}
    own = _lineages(group.packs, rulebook)
    position = dossiers.groups.index(group)
    theirs = {p for other in dossiers.groups if other is not group for p in other.packs}

    def concerns(piece: Evidence) -> bool:
        if piece.code == "names-number":
            return piece.span in mine
        owner = dossiers.owner(piece.span) if piece.span is not None else None
        if owner is not None and owner != position:
            return bool(piece.packs & group.packs)
        if owner is not None:
            return True
        return not (piece.packs & theirs) or bool(piece.packs & own) or bool(_lineages(piece.packs, rulebook) & own)

    return tuple(filter(concerns, evidence))


def _lineages(packs: frozenset[str], rulebook: Rulebook) -> set[str]:
    return {member.id for pack in packs for member in rulebook.lineage(rulebook.packs[pack])}
