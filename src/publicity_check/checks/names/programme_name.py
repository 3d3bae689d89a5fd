"""Is the programme named?"""

from collections.abc import Iterator

from publicity_check.checks.interface import Case
from publicity_check.facts.model import Note
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.message import Quote, Term

NAME: CheckName = "programme-name"


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Pass if a mention of the programme stands in the visible text; a slip in its spelling is a note."""
    needed = case.needed(requirement)
    expected = needed.text if needed and not needed.open_slots else ""
    name = Quote(expected) if expected else Term("slot", "programme")
    mentions = [m for m in case.facts.programmes if any(_is_meant(case, p) for p in m.packs)]
    visible = [m for m in mentions if m.visible]
    if visible:
        best = min(visible, key=lambda m: m.misspelt)
        notes = (Note("name-misspelt", {"expected": name}),) if best.misspelt else ()
        yield Finding(
            Outcome.PASSED,
            "programme-named",
            values={"name": Quote(best.name)},
            evidence=case.evidence(best.span),
            notes=notes,
        )
        return
    if mentions:
        yield Finding(
            Outcome.NEEDS_REVIEW,
            "programme-name-unseen",
            values={"expected": name},
            evidence=case.evidence(mentions[0].span),
            suggestion=expected or None,
        )
    else:
        yield Finding(
            Outcome.FAILED, "programme-not-named", Kind.MISSING, {"expected": name}, suggestion=expected or None
        )


def _is_meant(case: Case, named: str) -> bool:
    """Say whether a pack that is named is the one judged by or, where that is a framework, extends it."""
    if named == case.pack.id or not case.pack.framework:
        return named == case.pack.id
    return case.pack in case.rulebook.lineage(case.rulebook.packs[named])
