"""Is the prescribed disclaimer there, whole, with its gaps filled?"""

from collections.abc import Iterator

from publicity_check.checks.interface import Case
from publicity_check.checks.statements.verdict import judge
from publicity_check.results import Finding
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement

NAME: CheckName = "disclaimer"


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Yield the one verdict on the disclaimer."""
    return judge(case, requirement, "disclaimer")
