"""What is told where a recommendation fails by a contradiction: it is wrong whatever is asked, and cites what binds."""

from msgspec.structs import replace

from publicity_check.judging.contradicting import told_of_check
from publicity_check.publication import Evidence, Locator, Region, Span
from publicity_check.results import Kind, Outcome, Result
from publicity_check.rulebook.common import Basis, Clause

AT = (Evidence("LLI-263", "", "", Region.MAIN, Locator(), Span.within(0, 0, 7)),)


def duty(basis: Basis, level: str, *clauses: str) -> Result:
    return Result(
        project=None,
        requirement=f"pack/{basis}",
        check="project-number",
        level=level,  # type: ignore[arg-type]
        basis=basis,
        outcome=Outcome.FAILED,
        kind=Kind.CONFLICTING,
        code="number-conflict",
        values={},
        legal_basis=tuple(Clause(act=act) for act in clauses),
        evidence=AT,
    )


def test_a_contradiction_cites_law_before_custom_and_what_binds_before_advice() -> None:
    custom, advice = duty("practice", "should", "custom"), duty("law", "should", "advice of a law")
    law = replace(duty("law", "must", "law"), outcome=Outcome.PASSED, evidence=())
    found = replace(duty("practice", "must"), requirement="consistency/project-number", basis="consistency")
    for duties in ([custom, advice, law], [law, advice, custom]):
        told = [r for r in told_of_check(duties, [found], "project-number") if r.basis == "consistency"]
        assert {(r.level, r.legal_basis[0].act) for r in told if r.legal_basis} == {("must", "law")}
    (alone,) = told_of_check([custom], [found], "project-number")
    assert (alone.basis, alone.legal_basis[0].act) == ("consistency", "custom")
