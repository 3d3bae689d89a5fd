"""Whether the rules ask for an element: they do, they do not, or that is not known."""

from collections.abc import Mapping, Sequence

from publicity_check.applicability.medium import MediumOf
from publicity_check.checks.found import found_of
from publicity_check.checks.interface import Case
from publicity_check.results import Asked, Finding, Outcome
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.common import CHECKS, CheckName
from publicity_check.rulebook.packs import Pack
from publicity_check.values.message import Title

_OF_PROGRAMMES = frozenset(
    {"disclaimer", "slogan", "programme-name", "fund-name", "programme-link", "eu-link", "project-number"}
)
"""What programmes ask for by rules of their own; statement, emblem and figures are the law's."""


def asked_for(rulebook: Rulebook, packs: Sequence[Pack], medium: MediumOf) -> Mapping[CheckName, Asked]:
    """Return for each element whether the rules ask for it; where they differ that may hold, it is undecided."""
    by_pack = [_asked_by(rulebook, pack, medium) for pack in packs]
    answers = {check: {asked[check] for asked in by_pack} for check in CHECKS}
    return {check: found.pop() if len(found) == 1 else "undecided" for check, found in answers.items()}


def _asked_by(rulebook: Rulebook, pack: Pack, medium: MediumOf) -> dict[CheckName, Asked]:
    asked: dict[CheckName, Asked] = {check: "not-known" if _is_unknown(check, pack) else "no" for check in CHECKS}
    duties = sorted((duty for _, duty in rulebook.requirements(pack)), key=lambda duty: duty.level == "must")
    for duty in duties:
        holds = medium.holds(duty.media)
        asked[duty.check] = duty.level if holds == "yes" else "undecided" if holds == "perhaps" else "no"
    return asked


def _is_unknown(check: CheckName, pack: Pack) -> bool:
    return check in _OF_PROGRAMMES and pack.completeness != "complete"


def not_asked(check: CheckName, case: Case) -> Finding:
    """Say that nothing is asked, or that it is not known whether anything is, and what is there all the same."""
    code = "duty-not-known" if _is_unknown(check, case.pack) else "no-requirement"
    evidence = case.evidence(*found_of(check, case))
    return Finding(Outcome.INAPPLICABLE, code, values={"pack": Title(case.pack.title)}, evidence=evidence)
