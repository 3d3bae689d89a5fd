"""Duties and kinds of publications: which hold for one, which clauses speak of it, and what no check decides."""

from collections.abc import Sequence

from msgspec.structs import replace

from publicity_check.applicability.medium import MediumOf
from publicity_check.checks.interface import Case
from publicity_check.results import Finding, NotChecked, Outcome, Result
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.common import Clause
from publicity_check.rulebook.packs import Pack, Requirement
from publicity_check.values.message import Term, Title, Values


def cited(clauses: Sequence[Clause], medium: MediumOf) -> tuple[Clause, ...]:
    """Return the clauses that speak of a kind of publication; where it is open, those that speak of any it may be."""
    sure = tuple(clause for clause in clauses if medium.holds(clause.media) == "yes")
    return sure or tuple(clause for clause in clauses if medium.holds(clause.media) != "no") or tuple(clauses)


def unless_met(finding: Finding, duty: Requirement, case: Case) -> Finding:
    """Return what is found of a duty; what may not be asked for in this publication only counts where it is met."""
    open_ = finding.outcome in (Outcome.FAILED, Outcome.NEEDS_REVIEW)
    if not open_ or case.medium.holds(duty.media) == "yes":
        return finding
    return Finding(Outcome.INAPPLICABLE, "medium-undecided", values={"medium": Term("medium", duty.media[0])})


def not_in_medium(pack: Pack, medium: MediumOf) -> Finding:
    """Say that what a pack asks for elsewhere is not asked for in publications of this kind."""
    values: Values = {"pack": Title(pack.title), "medium": Term("medium", medium.kinds[0])}
    return Finding(Outcome.INAPPLICABLE, "not-in-this-medium", values=values)


def not_checked(
    rulebook: Rulebook, packs: Sequence[Pack], medium: MediumOf, answered: frozenset[str] = frozenset()
) -> tuple[NotChecked, ...]:
    """Return the duties for this kind of publication that no check decides; of several packs, what all of them ask.

    ``answered`` are the ids of those that a look at the pictures answered.
    """
    by_pack = [
        {
            f"{owner.id}/{duty.id}": NotChecked(
                requirement=f"{owner.id}/{duty.id}",
                level=duty.level,
                basis=duty.basis,
                ask=duty.ask,
                shows=duty.shows,
                legal_basis=cited(rulebook.clauses(duty), medium),
                known=duty.known,
                read=duty.read or "",
            )
            for owner, duty in rulebook.unchecked(pack)
            if duty.shows != "elsewhere" and duty.id not in answered and medium.holds(duty.media) != "no"
        }
        for pack in packs
    ]
    return tuple(duty for key, duty in by_pack[0].items() if all(key in others for others in by_pack[1:]))


_NO_CONTRADICTION = frozenset({"above-maximum", "above-maximum-unsure", "figure-unreadable"})
"""What is the matter with figures that nothing else in the publication contradicts."""


def weighed(result: Result) -> Result:
    """Return a result on figures that do not agree as a contradiction: it is wrong whatever the rules ask."""
    open_ = result.outcome in (Outcome.FAILED, Outcome.NEEDS_REVIEW)
    if result.check != "budget" or not open_ or result.code in _NO_CONTRADICTION:
        return result
    return replace(result, level="must", basis="consistency")
