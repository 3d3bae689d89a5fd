"""Is the project's number there, and whole?"""

import unicodedata
from collections.abc import Iterator

from publicity_check.checks.interface import Case
from publicity_check.checks.pictured import number_in_picture
from publicity_check.facts.model import UNKNOWN, ProjectNumber
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.message import Message, Quote, Several, Value, Values

NAME: CheckName = "project-number"


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Yield a finding for every trouble with the number; without any, one that it is there or missing."""
    all_own = [n for n in case.facts.project_numbers if n.role == "own"]
    kinds = {k for member in case.rulebook.lineage(case.pack) for k in member.numbers}
    unknown = [n for n in all_own if n.kind == UNKNOWN]
    own = [n for n in all_own if n.kind != UNKNOWN]
    fitting = [n for n in own if n.kind in kinds or case.pack.id in n.packs]
    fitting = fitting or ([] if kinds else unknown)
    troubles = list(_troubles(case, fitting))
    if troubles:
        yield from troubles
        return
    whole = [n for n in fitting if not n.damage and _may_be(case, n)]
    visible = [n for n in whole if n.visible]
    if visible:
        first = visible[0]
        evidence = case.evidence(first.span)
        yield Finding(Outcome.PASSED, "number-present", values={"number": first.value}, evidence=evidence)
    elif whole:
        values = {"number": whole[0].value}
        evidence = case.evidence(whole[0].span)
        yield Finding(Outcome.NEEDS_REVIEW, "number-unseen", values=values, evidence=evidence)
    elif unknown:
        yield _of_unknown_form(case, unknown[0])
    elif (shown := number_in_picture(case, kinds)) is not None:
        yield shown
    else:
        needed = case.needed(requirement) if case.profile and case.profile.number else None
        yield Finding(Outcome.FAILED, "number-missing", Kind.MISSING, suggestion=needed.text if needed else None)


def _may_be(case: Case, number: ProjectNumber) -> bool:
    """Say whether a number may be the project's: where one is declared, no other is."""
    profile = case.profile
    return not (profile and profile.number) or any(map(profile.carries, (number.value, number.as_written, number.core)))


def _of_unknown_form(case: Case, number: ProjectNumber) -> Finding:
    values: Values = {"number": Quote(number.as_written)}
    return Finding(Outcome.NEEDS_REVIEW, "number-unknown-form", values=values, evidence=case.evidence(number.span))


def _troubles(case: Case, numbers: list[ProjectNumber]) -> Iterator[Finding]:
    seen: set[str] = set()
    for number in numbers:
        if number.damage and number.as_written not in seen and number.visible:
            seen.add(number.as_written)
            kind = Kind.INCOMPLETE if number.damage == "incomplete" else Kind.INCORRECT
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


def _wrong_letters(number: ProjectNumber) -> Value:
    """Return the letters that only look right, with their Unicode names: "l: latin small letter l"."""
    written, meant = ([c for c in text if c.isalnum()] for text in (number.as_written, number.value))
    wrong = [c for c, right in zip(written, meant, strict=False) if c != right]
    named = (
        Message("letter", {"letter": Quote(c), "name": unicodedata.name(c, "?").lower()}) for c in dict.fromkeys(wrong)
    )
    return Several(tuple(named), "; ") if wrong else "–"
