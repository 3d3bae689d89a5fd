"""Is the project's number there, whole and the same everywhere?"""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from publicity_check.applicability.projects import one_slip_apart
from publicity_check.checks.interface import Case
from publicity_check.checks.names.declared_project import check_names
from publicity_check.facts.model import ProjectNumber
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.hosts import host_within
from publicity_check.values.message import Message, Quote, Several, Title, Value, Values

NAME: CheckName = "project-number"


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Yield a finding for every trouble with the number; without any, one that it is there or missing."""
    own = [n for n in case.facts.project_numbers if n.role == "own"]
    kinds = {k for member in case.rulebook.lineage(case.pack) for k in member.numbers}
    fitting = [n for n in own if n.kind in kinds or case.pack.id in n.packs]
    troubles = list(_troubles(case, fitting))
    if troubles:
        yield from troubles
        return
    whole = [n for n in fitting if not n.damage]
    visible = [n for n in whole if n.visible]
    elsewhere = _named_elsewhere(case, visible)
    if elsewhere is not None:
        yield elsewhere
    elif visible:
        first = visible[0]
        evidence = case.evidence(first.span)
        yield Finding(Outcome.PASSED, "number-present", values={"number": first.value}, evidence=evidence)
    elif whole:
        values = {"number": whole[0].value}
        evidence = case.evidence(whole[0].span)
        yield Finding(Outcome.NEEDS_REVIEW, "number-unseen", values=values, evidence=evidence)
    elif own and not fitting and kinds:
        yield _other_programme(case, own[0])
    else:
        needed = case.needed(requirement) if case.profile and case.profile.number else None
        yield Finding(Outcome.FAILED, "number-missing", Kind.MISSING, suggestion=needed.text if needed else None)


def _named_elsewhere(case: Case, numbers: list[ProjectNumber]) -> Finding | None:
    """Return a conflict where another programme is named than the number's, and the number's own is not.

    In one paragraph the two speak of one project; further apart only a person can tell.
    """
    lineage = {p.id for p in case.rulebook.lineage(case.pack)}
    own = any(lineage & set(m.packs) for m in case.everything.programmes)
    linked = any(host_within(link.host, host) for link in case.facts.links for host in case.pack.hosts)
    others = [m for m in case.everything.programmes if m.visible and m.packs and not case.others & set(m.packs)]
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
    mentions = [m.span for m in case.facts.programmes if case.pack.id in m.packs][:1]
    return Finding(
        Outcome.FAILED,
        "number-other-programme",
        Kind.CONFLICTING,
        {"number": number.value, "programme": Title(case.pack.title)},
        case.evidence(number.span, *mentions),
    )


def _troubles(case: Case, numbers: list[ProjectNumber]) -> Iterator[Finding]:
    seen: set[str] = set()
    for number in numbers:
        if number.damage and number.as_written not in seen and number.visible:
            seen.add(number.as_written)
            kind = Kind.INCORRECT if number.damage == "look-alike" else Kind.INCOMPLETE
            written, wrong = Quote(number.as_written), _wrong_letters(number)
            values: Values = {"written": written, "number": number.value, "wrong": wrong}
            suggestion = number.value if number.damage == "look-alike" else None
            yield Finding(
                Outcome.FAILED,
                f"number-{number.damage}",
                kind,
                values,
                case.evidence(number.span),
                suggestion=suggestion,
            )
    yield from _conflicts(case, [n for n in numbers if not n.damage and n.visible])
    yield from check_names(case, [n for n in numbers if n.visible])
    if case.profile is not None and case.profile.number:
        declared = {case.profile.number, *case.profile.numbers}
        kinds = {n.kind for n in numbers if n.value in declared}
        for number in numbers:
            near = number.kind in kinds or any(one_slip_apart(number.value, d) for d in declared)
            if not number.damage and number.value not in declared and near:
                yield Finding(
                    Outcome.FAILED,
                    "number-not-declared",
                    Kind.CONFLICTING,
                    {"number": number.value, "declared": case.profile.number},
                    case.evidence(number.span),
                    suggestion=case.profile.number,
                )


def _wrong_letters(number: ProjectNumber) -> Value:
    """Return the letters that only look right, with their Unicode names: "l: latin small letter l"."""
    written, meant = ([c for c in text if c.isalnum()] for text in (number.as_written, number.value))
    wrong = [c for c, right in zip(written, meant, strict=False) if c != right]
    named = (
        Message("letter", {"letter": Quote(c), "name": unicodedata.name(c, "?").lower()}) for c in dict.fromkeys(wrong)
    )
    return Several(tuple(named), "; ") if wrong else "–"


def _conflicts(case: Case, numbers: list[ProjectNumber]) -> Iterator[Finding]:
    """Two values of one kind in one project: a slip, unless each stands several times or with its own title."""
    for kind in dict.fromkeys(n.kind for n in numbers):
        same = [n for n in numbers if n.kind == kind]
        times = Counter(n.value for n in same)
        values = list(times)
        for i, first in enumerate(values):
            for second in values[i + 1 :]:
                a = next(n for n in same if n.value == first)
                b = next(n for n in same if n.value == second)
                same_title = bool(a.project_title) and a.project_title == b.project_title
                if not same_title and not one_slip_apart(first, second):
                    continue
                unsure = not same_title and min(times[first], times[second]) > 1
                yield Finding(
                    Outcome.NEEDS_REVIEW if unsure else Outcome.FAILED,
                    "number-conflict-unsure" if unsure else "number-conflict",
                    None if unsure else Kind.CONFLICTING,
                    {"first": Quote(a.as_written), "second": Quote(b.as_written)},
                    case.evidence(a.span, b.span),
                )
