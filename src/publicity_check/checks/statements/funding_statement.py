"""Is the prescribed funding statement there, as it has to be worded?"""

from collections.abc import Iterator

from publicity_check.checks.interface import Case
from publicity_check.checks.statements.verdict import judge
from publicity_check.results import Finding
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement

NAME: CheckName = "funding-statement"


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Yield the one verdict on the funding statement."""
    return judge(case, requirement, "funding-statement")
