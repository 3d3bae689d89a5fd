"""Does the project's number agree with itself, with the programme that is named and with the declared one?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from publicity_check.applicability.evidence import packs_meant
from publicity_check.applicability.projects import shared_acronyms
from publicity_check.applicability.standing import disowned
from publicity_check.checks.interface import Case
from publicity_check.facts.model import ProjectNumber
from publicity_check.publication import Region
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.packs import Pack
from publicity_check.text.words import fold
from publicity_check.values.hosts import host_within
from publicity_check.values.message import Quote, Title
from publicity_check.values.slips import one_slip_apart


def whole_numbers(case: Case) -> list[ProjectNumber]:
    """Return the numbers of a case's project that readers see and that are not damaged."""
    return [n for n in case.facts.project_numbers if n.role == "own" and n.visible and not n.damage]


_TWO = 2
"""Numbers of one project of which it is asked whether they are two projects'."""
_MANY = 8
"""Numbers of one project from which on each is told once, and not with each other that it differs from."""


def differing(case: Case) -> Iterator[Finding]:
    """Yield two numbers of one project: a slip, unless each stands several times without one title or acronym.

    Numbers of two kinds disagree only if no programme gives both. Of very many each is told with the first it differs
    from.
    """
    numbers = whole_numbers(case)
    times = Counter(n.value for n in numbers)
    by_value = {n.value: n for n in reversed(numbers)}
    first = {value: by_value[value] for value in times}
    told: set[str] = set()
    for a, b in combinations(first.values(), 2):
        if len(first) > _MANY and b.value in told:
            continue
        near = one_slip_apart(a.value, b.value)
        same_title = bool(a.project_title) and a.project_title == b.project_title
        named = same_title or bool(shared_acronyms(case.publication, case.everything, [a], [b]))
        if a.kind != b.kind and (set(a.packs) & set(b.packs) or not (a.packs and b.packs)):
            continue
        if len(first) > _TWO and not (near or named):
            continue
        told.add(b.value)
        if a.kind != b.kind or not (near or named):
            yield _conflict(case, a, b, "number-two-projects")
        elif not named and min(times[a.value], times[b.value]) > 1:
            yield _conflict(case, a, b, "number-conflict-unsure")
        else:
            yield _conflict(case, a, b, "number-conflict")


def _conflict(case: Case, a: ProjectNumber, b: ProjectNumber, code: str) -> Finding:
    sure = code == "number-conflict"
    return Finding(
        Outcome.FAILED if sure else Outcome.NEEDS_REVIEW,
        code,
        Kind.CONFLICTING if sure else None,
        {"first": Quote(a.as_written), "second": Quote(b.as_written)},
        case.evidence(a.span, b.span),
    )


def beside(case: Case) -> Iterator[Finding]:
    """Yield another number than the project's in the description of a picture, or under the same acronym.

    It is told at the first of the two only, and not where the publication speaks of more projects of the kind.
    """
    own = whole_numbers(case)
    mine = {n.value for n in own}
    if not own or (case.profile is not None and case.profile.number):
        return
    first = own[0]
    others = [n for n in case.everything.project_numbers if n.kind == first.kind and n.value not in mine]
    others = [n for n in others if n.role == "own" and not n.damage]
    other = next((n for n in others if n.span.first > first.span.first), None)
    if other is None or len({n.value for n in others}) > 1:
        return
    pictured = case.publication.blocks[other.span.first].region is Region.ALT_TEXT
    named = bool(shared_acronyms(case.publication, case.everything, [first], [other]))
    if named or pictured:
        near = named or one_slip_apart(first.value, other.value)
        yield _conflict(case, first, other, "number-conflict" if near else "number-two-projects")


def not_declared(case: Case) -> Iterator[Finding]:
    """Yield numbers that stand where the declared one should, near it or far from it.

    A number of another form, or one far from the declared that stands on a page which only names the project, is for a
    person: a project may carry a number that is not declared, and a page may speak of two.
    """
    profile = case.profile
    if profile is None or not profile.number:
        return
    numbers = whole_numbers(case)
    others = {n.value: n for n in reversed(numbers) if not _is_declared(case, n)}
    if not others:
        return
    there = len(others) < len({n.value for n in numbers})
    kinds = {n.kind for n in numbers if _is_declared(case, n)} or _kinds_of(case, profile.number)
    for number in sorted(others.values(), key=lambda n: (n.span.first, n.span.start)):
        alike = number.kind in kinds
        if there and not alike:
            continue
        near = any(one_slip_apart(number.value, d) for d in (profile.number, *profile.numbers))
        sure = near or (alike and (case.bound or there or _names_project(case, number)))
        yield Finding(
            Outcome.FAILED if sure else Outcome.NEEDS_REVIEW,
            "number-not-declared" if sure else "number-perhaps-not-declared",
            Kind.CONFLICTING if sure else None,
            {"number": number.value, "declared": profile.number},
            case.evidence(number.span),
            suggestion=profile.number,
        )


def _is_declared(case: Case, number: ProjectNumber) -> bool:
    """Say whether a number is declared, with its version or without."""
    profile = case.profile
    if profile is None:
        return False
    kind = case.rulebook.numbers.get(number.kind)
    whole = re.escape(number.core) + kind.suffix if kind is not None and kind.suffix else ""
    return any(map(profile.carries, (number.value, number.as_written, number.core))) or any(
        whole and re.fullmatch(whole, declared) for declared in (profile.number, *profile.numbers)
    )


def _kinds_of(case: Case, number: str) -> set[str]:
    """Return the kinds whose form a declared number has."""
    return {kind.id for kind in case.rulebook.numbers.values() if re.fullmatch(kind.pattern, number, re.IGNORECASE)}


def _names_project(case: Case, number: ProjectNumber) -> bool:
    """Say whether the declared acronym or title stands beside a number, in its block."""
    if case.profile is None:
        return False
    text = f" {fold(case.publication.blocks[number.span.first].text)} "
    return any(name and fold(name) in text for name in (case.profile.acronym, *case.profile.titles.values()))


def of_other_programme(case: Case) -> Iterator[Finding]:
    """Yield a number that cannot be of the programme that the publication names."""
    own = [n for n in case.facts.project_numbers if n.role == "own"]
    fitting = [n for n in own if any(_fits(case, n, pack) for pack in case.packs)]
    if not fitting:
        yield from (_other_programme(case, n) for n in own[:1] if n.sign and _tells(case, n))
    elif len(case.packs) == 1:
        elsewhere = _named_elsewhere(case, [n for n in fitting if n.visible and not n.damage])
        if elsewhere is not None:
            yield elsewhere


def _fits(case: Case, number: ProjectNumber, pack: Pack) -> bool:
    """Say whether a number may be one of a pack's programme."""
    return pack.id in number.packs or number.kind in _kinds(case, pack)


def _kinds(case: Case, pack: Pack) -> set[str]:
    return {kind for member in case.rulebook.lineage(pack) for kind in member.numbers}


def _tells(case: Case, number: ProjectNumber) -> bool:
    """Say whether a number's form shows that it is none of the programme's, however little is known of those.

    Digits alone show nothing, and letters that other things have too only where the programme's own form is known.
    """
    known = all(_kinds(case, pack) for pack in case.packs)
    return bool(number.packs) and (number.strength == "strong" or (number.strength == "medium" and known))


def _named_elsewhere(case: Case, numbers: Sequence[ProjectNumber]) -> Finding | None:
    """Return a conflict where another programme is named than the number's, and the number's own is not.

    In one paragraph the two speak of one project; further apart only a person can tell.
    """
    lineage = {p.id for p in case.rulebook.lineage(case.pack)}
    own = any(lineage & packs_meant(m, case.rulebook) for m in case.everything.programmes)
    linked = any(host_within(link.host, host) for link in case.facts.links for host in case.pack.hosts)
    named = [(m, packs_meant(m, case.rulebook)) for m in case.everything.programmes if m.visible]
    others = [m for m, packs in named if packs and not case.others & packs]
    others = [m for m in others if not disowned(case.publication, case.everything, m.span)]
    if own or linked or not numbers or not others or len(case.pack.numbers) == 0:
        return None
    beside = next((m for m in others if m.span.first == numbers[0].span.first), None)
    mention = beside or others[0]
    return Finding(
        Outcome.FAILED if beside else Outcome.NEEDS_REVIEW,
        "number-other-programme",
        Kind.CONFLICTING if beside else None,
        {"number": numbers[0].value, "programme": Quote(mention.name)},
        case.evidence(numbers[0].span, mention.span),
    )


def _other_programme(case: Case, number: ProjectNumber) -> Finding:
    ids = {pack.id for pack in case.packs}
    mentions = [m.span for m in case.facts.programmes if ids & set(m.packs)][:1]
    unsure = _of_unsaid_period(case, number)
    return Finding(
        Outcome.NEEDS_REVIEW if unsure else Outcome.FAILED,
        "number-other-programme",
        None if unsure else Kind.CONFLICTING,
        {"number": number.value, "programme": Title(case.pack.title)},
        case.evidence(number.span, *mentions),
    )


def _of_unsaid_period(case: Case, number: ProjectNumber) -> bool:
    """Say whether a number is of the programme in another period than it is judged by, and no period is written.

    Programmes keep their names: "Interreg Austria–Czechia" may be that of either period.
    """
    families = {pack.family for pack in case.packs}
    same = any(case.rulebook.packs[p].family in families for p in number.packs)
    periods = {pack.period for pack in case.packs}
    facts = case.everything
    written = {m.period for m in facts.programmes if m.visible} | {m.period for m in facts.periods if m.visible}
    return same and not periods & written
