"""Does the publication link to the European Union's site?"""

from collections.abc import Iterator

from publicity_check.checks.interface import Case
from publicity_check.checks.links.verdict import judge
from publicity_check.results import Finding
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement

NAME: CheckName = "eu-link"


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Yield the verdict on the link to europa.eu; its subdomains count, by registered host."""
    return judge(case, requirement, requirement.hosts)
