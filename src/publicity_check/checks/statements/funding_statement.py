"""Is the prescribed funding statement there, as it has to be worded?"""

from collections.abc import Iterator

from msgspec.structs import replace

from publicity_check.checks.interface import Case
from publicity_check.checks.statements.verdict import is_seen_label, judge, stands
from publicity_check.facts.model import Note, Statement
from publicity_check.results import Finding, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.message import Quote

NAME: CheckName = "funding-statement"

_BESIDE = 5
"""Characters between a statement and the disclaimer that it opens."""


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Yield the one verdict on the funding statement.

    Two labels that say different things of one project are for a person; that the prescribed disclaimer opens with
    "Funded by" beside a label "Co-funded by" is a remark.
    """
    for finding in judge(case, requirement, "funding-statement"):
        pair = _two_that_differ(case, requirement) if finding.outcome is Outcome.PASSED else None
        if pair is None:
            yield finding
            continue
        first, second = pair
        quotes = {
            "text": Quote(case.publication.quote(first.span)),
            "other": Quote(case.publication.quote(second.span)),
        }
        opens = any(_opens_disclaimer(case, s) for s in pair)
        projects = {n.value for n in case.everything.project_numbers if n.role == "own"}
        if opens or len(projects) > 1 or not all(is_seen_label(case, s) for s in pair):
            yield replace(finding, notes=(*finding.notes, Note("two-statements", quotes)))
        else:
            evidence = case.evidence(first.span, second.span)
            yield replace(
                finding,
                outcome=Outcome.NEEDS_REVIEW,
                code="statements-differ",
                values={**finding.values, **quotes},
                evidence=evidence,
            )


def _two_that_differ(case: Case, requirement: Requirement) -> tuple[Statement, Statement] | None:
    """Return two statements that readers see, both as prescribed, of which one says "funded" and one "co-funded"."""
    found = [
        s
        for s in case.facts.statements
        if s.part == "funding-statement" and s.image is None and stands(case, s) and not s.codes - _HARMLESS
    ]
    asked = {w: [s for s in found if w in s.wordings] for w in requirement.wordings if w in _LABELS}
    first = next((s for s in asked.get("cofunded", ())), None)
    second = next((s for s in asked.get("funded", ()) if "cofunded" not in s.wordings), None)
    return (first, second) if first is not None and second is not None else None


_LABELS = ("cofunded", "funded")
"""Wordings that differ in who else pays."""
_HARMLESS = frozenset({"lost-diacritics", "fund-appended", "number-inside"})


def _opens_disclaimer(case: Case, statement: Statement) -> bool:
    """Say whether a disclaimer follows a statement at once, as the prescribed one follows "Funded by"."""
    for other in case.facts.statements:
        if other.part == "disclaimer":
            gap = other.span.start - statement.span.end if other.span.first == statement.span.last else None
            if (gap is not None and 0 <= gap <= _BESIDE) or other.span.first == statement.span.last + 1:
                return True
    return False
