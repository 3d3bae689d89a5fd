"""What is told of one element that its rules ask for, and that a publication contradicts itself in."""

from collections.abc import Sequence

from msgspec.structs import replace

from publicity_check.results import Kind, Outcome, Result
from publicity_check.rulebook.common import CheckName


def told_of_check(duties: Sequence[Result], contradictions: Sequence[Result], check: CheckName) -> list[Result]:
    """Return what is to be told of one check: a contradiction stands in the place of what it shows to be wrong.

    What contradicts itself is neither in order nor missing. What a duty fails at the same place is told by the duty,
    which knows what to write instead.
    """
    found = [r for r in contradictions if r.check == check]
    places = {r.evidence[0] for r in found if r.outcome is Outcome.FAILED and r.evidence}
    kept = [_as_contradiction(r, duties) if r.evidence and r.evidence[0] in places else r for r in duties]
    failed = {r.evidence[0] for r in kept if r.outcome is Outcome.FAILED and r.level == "must" and r.evidence}
    more = [r for r in found if not (r.evidence and r.evidence[0] in failed)]
    if not more:
        return kept
    beaten = {Outcome.PASSED, Outcome.INAPPLICABLE}
    sure = any(r.outcome is Outcome.FAILED for r in more)
    return [*more, *(r for r in kept if r.outcome not in beaten and not (sure and r.kind is Kind.MISSING))]


def _as_contradiction(result: Result, duties: Sequence[Result]) -> Result:
    """Return a recommendation that is not met as what it is here: wrong whatever is asked.

    It cites what binds most of all that asks for the element: law before an agreement, a duty before advice.
    """
    if result.outcome is not Outcome.FAILED or result.level != "should":
        return result
    citing = min((r for r in (result, *duties) if r.legal_basis), key=_binding, default=result)
    return replace(result, level="must", basis="consistency", legal_basis=citing.legal_basis)


_BASES = ("law", "agreement", "programme", "practice", "consistency")
"""What a duty rests on, from what binds most."""


def _binding(result: Result) -> tuple[int, bool]:
    return _BASES.index(result.basis), result.level == "should"
