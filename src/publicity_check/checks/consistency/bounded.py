"""What there is too much of to be looked at as a whole may hide a contradiction: a person has to look."""

from collections.abc import Iterator

from publicity_check.checks.interface import Case
from publicity_check.facts.model import Bounded, BoundKind
from publicity_check.results import Finding, Outcome


def figures(case: Case) -> Iterator[Finding]:
    """Yield that the project's figures are too many to be compared with each other, or to be told apart at all."""
    uncompared = case.facts.budget.uncompared
    if uncompared:
        yield _open(case, Bounded("figures-partly-compared", len(uncompared), uncompared[0].span))
    yield from _told(case, "figures-not-compared")


def statements(case: Case) -> Iterator[Finding]:
    """Yield that statements stand in so long a sentence that a word of it may turn them into no claim unheard."""
    yield from _told(case, "statement-in-long-sentence")


def numbers(case: Case) -> Iterator[Finding]:
    """Yield the same of project numbers."""
    yield from _told(case, "number-in-long-sentence")


def _told(case: Case, kind: BoundKind) -> Iterator[Finding]:
    return (_open(case, one) for one in case.everything.bounded if one.kind == kind)


def _open(case: Case, one: Bounded) -> Finding:
    values = {"count": one.count}
    return Finding(Outcome.NEEDS_REVIEW, one.kind, values=values, evidence=case.evidence(one.span))
