"""Does the publication link to the programme's site?"""

from collections.abc import Iterator

from publicity_check.checks.interface import Case
from publicity_check.checks.links.verdict import judge
from publicity_check.results import Finding
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.wording.needed import hosts_of

NAME: CheckName = "programme-link"


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Yield the verdict on the link to the programme's site; its former sites count, with a note."""
    return judge(case, requirement, hosts_of(case.pack, requirement), case.pack.former_hosts)
