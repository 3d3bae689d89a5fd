"""Is the emblem of the European Union among the pictures?"""

from collections.abc import Iterator

from publicity_check.checks.interface import Case
from publicity_check.facts.model import ImageFact
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.message import Quote

NAME: CheckName = "emblem"


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Yield the verdict on the emblem; a plain text cannot hold one, pictures that no reader finds leave it open."""
    images = case.publication.images
    if "pictures" in case.publication.lacks:
        yield Finding(Outcome.INAPPLICABLE, "emblem-plain-text")
        return
    for roles, code in ((("emblem",), "emblem-present"), (("funding-logo", "programme-logo"), "emblem-in-logo")):
        shown = [f for f in case.facts.images if f.role in roles and images[f.image].visible]
        if shown:
            yield _finding(case, Outcome.PASSED, code, shown[0])
            return
    hidden = [f for f in case.facts.images if f.role in ("emblem", "funding-logo") and not images[f.image].visible]
    perhaps = [f for f in case.facts.images if f.role == "may-carry-text"]
    if hidden:
        yield _finding(case, Outcome.NEEDS_REVIEW, "emblem-hidden", hidden[0])
    elif perhaps:
        yield _finding(case, Outcome.NEEDS_REVIEW, "emblem-perhaps", perhaps[0])
    elif "pictures" in case.publication.seen:
        yield Finding(Outcome.FAILED, "emblem-missing", Kind.MISSING)
    else:
        yield Finding(Outcome.NEEDS_REVIEW, "emblem-not-looked-for")


def _finding(case: Case, outcome: Outcome, code: str, image: ImageFact) -> Finding:
    return Finding(outcome, code, values={"picture": Quote(image.because)}, evidence=case.evidence(image.span))
