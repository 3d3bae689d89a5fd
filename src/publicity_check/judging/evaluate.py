"""Holds one publication against the rules that apply to it: every check, for every project, always reported."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, cached_property

import msgspec
from msgspec.structs import replace

from publicity_check.applicability.choose import Judgement, choose
from publicity_check.applicability.declared import NamedProjects
from publicity_check.applicability.evidence import Evidence as Piece
from publicity_check.applicability.funded import sign
from publicity_check.applicability.hints import hint
from publicity_check.applicability.medium import MediumOf, medium_of
from publicity_check.applicability.projects import MOST_PROJECTS, first_projects
from publicity_check.applicability.registered import matched, row_of
from publicity_check.applicability.site_furniture import counting_facts, own_facts
from publicity_check.checks.emblem import answered
from publicity_check.checks.interface import Case
from publicity_check.checks.registry import DECIDE, LOOKS
from publicity_check.checks.thumbnails import pictures_shown
from publicity_check.config.model import Config, Project
from publicity_check.config.scope import bound_medium, bound_projects, bound_rules
from publicity_check.facts.model import REPORTED, Facts
from publicity_check.judging.across import said_of
from publicity_check.judging.asked import asked_for, not_asked
from publicity_check.judging.common import common
from publicity_check.judging.contradicting import told_of_check
from publicity_check.judging.media import cited, not_checked, not_in_medium, unless_met, weighed
from publicity_check.judging.site_pages import is_site_page, kept_elsewhere
from publicity_check.judging.suppress import apply, for_path, in_comments, leftovers
from publicity_check.publication import Evidence, Publication
from publicity_check.registers.register import Registered
from publicity_check.registers.registers import Registers
from publicity_check.results import (
    ChosenPack,
    Finding,
    Outcome,
    PictureShown,
    PublicationReport,
    Reason,
    Result,
    Weighed,
    worst,
)
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.common import CHECKS, CheckName, Medium
from publicity_check.rulebook.packs import Pack, Requirement
from publicity_check.values.message import Message, Values

MOST_SHOWN = 10_000
"""Facts of a kind that a report lists with their places: nobody reads more, and each takes some kilobytes."""


class Options(msgspec.Struct, frozen=True, dict=True):
    """What the user decides about a run.

    ``rules`` are ids of packs by which everything is judged; ``funded`` says that all publications are funded even if
    they do not say so.
    """

    config: Config = msgspec.field(default_factory=Config)
    """What the user declared: projects, bindings of files, suppressions."""
    config_name: str = ""
    """How the configuration is called in the report."""
    registers: Registers = Registers()
    """Official lists of the projects, beside those that are declared."""
    rules: tuple[str, ...] = ()
    funded: bool = False
    medium: Medium | None = None
    """What kind of publication all are, where the user says so."""
    today: date | None = None
    """The day on which suppressions are judged; without it none expires."""
    keep_text: bool = False
    """Whether reports keep the publication as read, for a report that shows its whole text."""
    keep_pictures: bool = False
    """Whether reports keep the pictures that were looked at, small."""
    keep_mends: bool = False
    """Whether reports keep what can be put right in a publication."""
    keep_facts: bool = True
    """Whether reports keep the facts with their places; looking these up takes time."""

    @cached_property
    def named(self) -> NamedProjects:
        """What finds the declared projects that a publication names."""
        return NamedProjects(self.config.project)


def evaluate(
    publication: Publication, facts: Facts, rulebook: Rulebook, options: Options, place: str | None = None
) -> PublicationReport:
    """Return the report on one publication: the rules chosen and why, and a result for every check.

    ``place`` is where its file is, seen from the configuration's folder; without it, its name.
    """
    place = publication.name if place is None else place
    own = own_facts(publication, facts)
    bound = bound_projects(options.config.project, place)
    named = options.named.find(publication, own)
    registered = matched(options.registers, publication, own, rulebook, bound or named)
    profiles = registered.projects
    rules = options.rules or bound_rules(options.config, place)
    told = bool(profiles or options.funded or rules or is_site_page(options.config.site_page, place))
    because = sign(publication, own)
    if because is None and not told:
        return _not_judged(publication, facts, options, hint(publication, own), place)
    judged, projects = first_projects(publication, facts, profiles)
    judgements = choose(publication, own_facts(publication, judged), rulebook, rules=rules, profiles=profiles)
    results = [_not_judged_apart(projects)] if projects else []
    medium = medium_of(publication, rulebook, options.medium or bound_medium(options.config, place))
    chosen: list[ChosenPack] = []
    pictures: dict[str, PictureShown] = {}
    for judgement in judgements:
        weighing = judgement.evidence if options.keep_facts else ()
        others = frozenset(p.id for j in judgements if j is not judgement for p in j.packs)
        case = _case(publication, judged, rulebook, judgement, others, medium, bound=bool(bound))
        if options.keep_pictures:
            pictures |= {shown.sha256: shown for shown in pictures_shown(case)}
        chosen.append(_chosen(case, judgement, because, weighing))
        results.extend(_with_row(result, case.profile) for result in _judge(case))
    results += [_result(None, "project-number", None, None, question) for question in registered.questions]
    results = list(kept_elsewhere(results, options.config.site_page, publication, place))
    results = list(_suppressed(publication, results, options, place))
    return replace(
        _base(publication, facts, options, place),
        unstyled=publication.unstyled,
        declared=tuple(n for n, project in enumerate(options.config.project) if project in (*bound, *named)),
        outcome=overall(results),
        media=medium.kinds,
        media_told_by=medium.told_by,
        rule_packs=tuple(chosen),
        results=tuple(results),
        pictures=tuple(pictures.values()),
        said=tuple(
            s for c in chosen if c.project for s in said_of(publication, judged, c.project, alone=len(chosen) == 1)
        ),
    )


_OF_PROFILE = ("profile-", "title-", "acronym-", "number-not-", "number-perhaps-", "fund-not-", "fund-perhaps-")
"""How the codes begin of what differs from a project's profile."""


def _with_row(result: Result, profile: Project | None) -> Result:
    """Return a result that differs from a register with the row that it differs from."""
    differs = result.outcome in (Outcome.FAILED, Outcome.NEEDS_REVIEW) and result.code.startswith(_OF_PROFILE)
    if not (isinstance(profile, Registered) and differs and result.evidence):
        return result
    return replace(result, evidence=(*result.evidence, row_of(profile)))


def _not_judged_apart(projects: int) -> Result:
    """Return what is said of a list of so many projects that only the first were judged."""
    values: Values = {"judged": MOST_PROJECTS, "count": projects}
    return _result(
        None, "project-number", None, None, Finding(Outcome.NEEDS_REVIEW, "projects-not-judged", values=values)
    )


def _suppressed(publication: Publication, results: Sequence[Result], options: Options, place: str) -> Iterator[Result]:
    """Yield the results with the accepted ones marked, and what is wrong with acceptances in the page itself."""
    here, wrong = in_comments(publication)
    declared = for_path(options.config.suppress, place, options.config_name)
    marked = apply(results, [*here, *declared], options.today)
    yield from marked
    yield from leftovers(here, marked, wrong, options.today)


def overall(results: Iterable[Result]) -> Outcome:
    """Return a publication's outcome: the worst of its ``must`` results that are not suppressed or accepted."""
    return worst([r.outcome for r in results if r.level == "must" and not r.suppressed and not r.baselined])


def _base(publication: Publication, facts: Facts, options: Options, place: str) -> PublicationReport:
    return PublicationReport(
        path=publication.name,
        place=place,
        outcome=Outcome.INAPPLICABLE,
        sha256=publication.sha256,
        format=publication.format,
        language=facts.language.code,
        facts=facts if options.keep_facts else None,
        fact_evidence=_fact_evidence(publication, facts) if options.keep_facts else {},
        unread=publication.unread,
        furnished=publication.furnished,
        publication=publication.without_places() if options.keep_text else None,
    )


def _not_judged(
    publication: Publication, facts: Facts, options: Options, hinted: Reason | None, place: str
) -> PublicationReport:
    if publication.drawn_by_script:
        finding = Finding(Outcome.NEEDS_REVIEW, "drawn-by-script")
    elif hinted is not None:
        values = {"hint": Message(hinted.code, hinted.values)}
        evidence = (hinted.evidence,) if hinted.evidence else ()
        finding = Finding(Outcome.NEEDS_REVIEW, "perhaps-funded", values=values, evidence=evidence)
    else:
        finding = Finding(Outcome.INAPPLICABLE, "no-sign")
    results = _of_all_checks(finding) if hinted is not None else _unfunded(finding.outcome, finding.code)
    base = _base(publication, facts, options, place)
    return replace(base, outcome=finding.outcome, results=results, headline=finding.code)


def _of_all_checks(finding: Finding) -> tuple[Result, ...]:
    return tuple(_result(None, check, None, None, finding) for check in CHECKS)


@cache
def _unfunded(outcome: Outcome, code: str) -> tuple[Result, ...]:
    """Return the results of publications that say nothing of funding: they are the same for all."""
    return _of_all_checks(Finding(outcome, code))


def packed(report: PublicationReport) -> PublicationReport:
    """Return a report without the results that are the same for all publications that say nothing of funding."""
    shared = _unfunded(Outcome.INAPPLICABLE, "no-sign")
    return replace(report, results=()) if report.results is shared else report


def unpacked(report: PublicationReport) -> PublicationReport:
    """Return the report that :func:`packed` was given."""
    if report.results or report.outcome is not Outcome.INAPPLICABLE:
        return report
    return replace(report, results=_unfunded(Outcome.INAPPLICABLE, "no-sign"))


_WEIGHED = 40
"""Pieces of evidence that are told; further ones weigh less."""
_LIKELIEST = 8
"""Packs of which it is told what they weigh."""


def _chosen(case: Case, judgement: Judgement, shown: Reason | None, telling: Sequence[Piece]) -> ChosenPack:
    publication, rulebook, medium, packs = case.publication, case.rulebook, case.medium, judgement.packs
    told = heapq.nsmallest(_WEIGHED, telling, key=lambda e: -e.weight)
    return ChosenPack(
        id=packs[0].id if len(packs) == 1 else "undecided",
        chosen_by=judgement.chosen_by,
        because=judgement.because or ((shown,) if shown else ()),
        project=_project_name(judgement),
        certain=len(packs) == 1,
        candidates=() if len(packs) == 1 else tuple(p.id for p in packs),
        completeness=packs[0].completeness if len(packs) == 1 else "",
        unknown=tuple(dict.fromkeys(u for p in packs for u in p.not_known)),
        titles=packs[0].title if len(packs) == 1 else {},
        candidate_titles=() if len(packs) == 1 else tuple(p.title for p in packs),
        asked=asked_for(rulebook, packs, medium),
        unchecked=not_checked(rulebook, packs, medium, answered(case)),
        evidence=tuple(
            Weighed(e.reason(publication), e.kind, e.place, round(e.weight, 3), tuple(sorted(e.packs))) for e in told
        ),
        scores=dict(list(judgement.scores.items())[:_LIKELIEST]) if telling else {},
    )


def _project_name(judgement: Judgement) -> str | None:
    group, profile = judgement.group, judgement.profile
    declared = (profile.number or profile.acronym) if profile is not None else ""
    if group is None or (declared and profile is not None and not any(map(profile.carries, group.values))):
        return declared or None
    return group.name


def _case(
    publication: Publication,
    facts: Facts,
    rulebook: Rulebook,
    judgement: Judgement,
    others: frozenset[str],
    medium: MediumOf,
    *,
    bound: bool,
) -> Case:
    """Return what the checks get to see of one project, by the first of the packs that may hold."""
    name, packs = _project_name(judgement), judgement.packs
    counting = counting_facts(publication, facts, judgement)
    of_project = _facts_of(counting, judgement)
    return Case(
        publication,
        of_project,
        counting,
        packs[0],
        rulebook,
        name,
        judgement.profile,
        others,
        packs,
        bound=bound,
        medium=medium,
    )


def _judge(case: Case) -> list[Result]:
    """Return what all checks say of one project, and what it contradicts itself in."""
    by_pack = [_judge_by(_by(case, pack)) for pack in case.packs]
    results = by_pack[0] if len(by_pack) == 1 else [r for check in CHECKS for r in common(check, by_pack, case.packs)]
    found = list(_contradictions(case))
    return [r for check in CHECKS for r in told_of_check([r for r in results if r.check == check], found, check)]


def _by(case: Case, pack: Pack) -> Case:
    """Return a case to be held against one of the packs that may hold."""
    facts = _without_others(case.facts, case.rulebook, pack, case.others)
    return replace(case, pack=pack, facts=facts)


def _contradictions(case: Case) -> Iterator[Result]:
    """Yield what a publication says of a project that contradicts itself, its profile or the rules it names."""
    for check, look in LOOKS:
        try:
            found = list(look(case))
        except Exception as error:  # a look that crashes is a visible result, never a pass
            found = [_crashed(error)]
        for finding in found:
            result = _result(case.project, check, None, None, finding)
            yield replace(result, requirement=f"consistency/{check}", basis="consistency")


def _judge_by(case: Case) -> list[Result]:
    name, pack, rulebook = case.project, case.pack, case.rulebook
    by_check: dict[str, list[tuple[Pack, Requirement]]] = {}
    for owner, requirement in rulebook.requirements(pack):
        by_check.setdefault(requirement.check, []).append((owner, requirement))
    results: list[Result] = []
    for check in CHECKS:
        duties = by_check.get(check, [])
        asked = [(owner, duty) for owner, duty in duties if case.medium.holds(duty.media) != "no"]
        for owner, duty in asked:
            stands = cited(rulebook.clauses(duty), case.medium)
            found = (_result(name, check, owner, duty, unless_met(f, duty, case)) for f in _decide(check, case, duty))
            results.extend(replace(weighed(result), legal_basis=stands) for result in found)
        if not asked:
            nothing = not_in_medium(pack, case.medium) if duties else not_asked(check, case)
            results.append(_result(name, check, pack, None, nothing))
    return results


def _decide(check: CheckName, case: Case, requirement: Requirement) -> list[Finding]:
    try:
        return list(DECIDE[check](case, requirement))
    except Exception as error:  # a check that crashes is a visible result, never a pass
        return [_crashed(error)]


def _crashed(error: Exception) -> Finding:
    return Finding(Outcome.ERROR, "check-crashed", values={"error": f"{type(error).__name__}: {error}"})


def _facts_of(facts: Facts, judgement: Judgement) -> Facts:
    """Return the facts of one project and those that belong to none in particular."""
    dossiers = judgement.dossiers
    return facts if dossiers is None else dossiers.facts_of(facts, judgement.group)


def _without_others(facts: Facts, rulebook: Rulebook, pack: Pack, others: frozenset[str]) -> Facts:
    """Leave out the statements that are worded for another project of the publication and not for this one.

    Where any words will do, a statement is worded for nobody.
    """
    if not others:
        return facts
    own, theirs = (
        {w for p in packs for _, r in rulebook.requirements(rulebook.packs[p]) for w in r.wordings}
        for packs in ({pack.id}, others)
    )
    free = {r.check for _, r in rulebook.requirements(pack) if not r.wordings}
    kept = tuple(s for s in facts.statements if s.part in free or own & set(s.wordings) or not theirs & set(s.wordings))
    return facts.having(statements=kept)


def _result(
    project: str | None, check: CheckName, pack: Pack | None, requirement: Requirement | None, finding: Finding
) -> Result:
    return Result(
        project=project,
        requirement=f"{pack.id if pack else 'none'}/{requirement.id if requirement else check}",
        check=check,
        level=requirement.level if requirement else "must",
        basis=requirement.basis if requirement else "programme",
        outcome=finding.outcome,
        kind=finding.kind if finding.outcome is Outcome.FAILED else None,
        code=finding.code,
        values=finding.values,
        notes=finding.notes,
        suggestion=finding.suggestion,
        evidence=finding.evidence,
        ask=requirement.ask if requirement else "",
        known=requirement.known if requirement else "",
        read=(requirement.read or "") if requirement else "",
    )


def _fact_evidence(publication: Publication, facts: Facts) -> dict[str, tuple[Evidence, ...]]:
    return {
        name: tuple(publication.evidence(fact.span) for fact in found[:MOST_SHOWN])
        for name, found in facts.lists(REPORTED)
    }
