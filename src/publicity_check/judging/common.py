"""What several packs that may hold say alike, and what is asked where they differ."""

from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from publicity_check.results import Finding, Kind, Outcome, Result, worst
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Pack
from publicity_check.values.message import Values

_SHARED = ("basis", "ask", "suggestion", "known", "read")
"""What is told of a verdict only if all packs have it alike."""


def common(check: CheckName, by_pack: Sequence[list[Result]], packs: Sequence[Pack]) -> list[Result]:
    """Return what all candidate packs say alike of one check; where they differ, a result that asks to choose."""
    of_check = [[r for r in results if r.check == check] for results in by_pack]
    verdicts = {tuple(_verdict(r) for r in results) for results in of_check}
    outcomes = {worst([r.outcome for r in results]) for results in of_check}
    if len(verdicts) == 1 or outcomes <= {Outcome.PASSED} or outcomes <= {Outcome.INAPPLICABLE}:
        return [_of_all(result, of_check) for result in of_check[0]]
    if outcomes <= {Outcome.PASSED, Outcome.INAPPLICABLE}:
        return next(r for r in of_check if worst([x.outcome for x in r]) is Outcome.PASSED)
    if outcomes == {Outcome.FAILED} and all(_is_due(results) for results in of_check):
        return [_of_all(r, of_check) for r in of_check[-1] if r.outcome is Outcome.FAILED]
    open_ = [r for results in of_check for r in results if r.outcome not in (Outcome.PASSED, Outcome.INAPPLICABLE)]
    level: Literal["must", "should"] = "must" if any(r.level == "must" for r in open_) else "should"
    prescribed = check in ("funding-statement", "disclaimer")
    finding = _question(packs)
    return [
        Result(
            project=open_[0].project,
            requirement=f"undecided/{check}",
            check=check,
            level=level,
            basis="programme",
            outcome=finding.outcome,
            kind=None,
            code=finding.code,
            values=finding.values,
            suggestion=next((r.suggestion for r in open_ if r.suggestion and prescribed), None),
            evidence=next((r.evidence for r in open_ if r.evidence), ()),
        )
    ]


def _verdict(result: Result) -> tuple[str, str, str]:
    open_ = result.outcome not in (Outcome.PASSED, Outcome.INAPPLICABLE)
    return result.outcome, "missing" if result.kind is Kind.MISSING else result.code, result.level if open_ else ""


def _is_due(results: Sequence[Result]) -> bool:
    """Say whether what fails is a duty, and no recommendation."""
    return all(r.level == "must" for r in results if r.outcome is Outcome.FAILED)


def _question(packs: Sequence[Pack]) -> Finding:
    """Return the one question that would decide: the period, where all is open but that."""
    periods = sorted({pack.period for pack in packs})
    if len({pack.family for pack in packs}) == 1 and len(periods) > 1:
        values: Values = {"first": periods[-2], "second": periods[-1]}
        return Finding(Outcome.NEEDS_REVIEW, "rules-undecided-period", values=values)
    return Finding(Outcome.NEEDS_REVIEW, "rules-undecided")


def _of_all(result: Result, of_check: Sequence[list[Result]]) -> Result:
    """Return a verdict that all packs share with what all of them say of it: no law or sentence of one alone."""
    others = [r for results in of_check for r in results if r.outcome is result.outcome]
    if result.outcome in (Outcome.PASSED, Outcome.INAPPLICABLE) or len(others) <= 1:
        return result
    alike = {name: len({getattr(r, name) for r in others}) == 1 for name in _SHARED}
    return replace(
        result,
        requirement=result.requirement if len({r.requirement for r in others}) == 1 else f"undecided/{result.check}",
        legal_basis=tuple(clause for clause in result.legal_basis if all(clause in r.legal_basis for r in others)),
        basis=result.basis if alike["basis"] else "programme",
        ask=result.ask if alike["ask"] else "",
        known=result.known if alike["known"] else "",
        read=result.read if alike["read"] else "",
        suggestion=result.suggestion if alike["suggestion"] else None,
    )
