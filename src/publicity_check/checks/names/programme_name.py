"""Is the programme named?"""

from collections.abc import Iterator

from msgspec.structs import replace

from publicity_check.checks.interface import Case
from publicity_check.checks.names.terms import in_the_open, picture_for
from publicity_check.checks.pictured import is_meant, programme_in_picture, term_in_picture
from publicity_check.facts.model import Note
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.message import Quote, Term

NAME: CheckName = "programme-name"


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Pass if a mention of the programme stands in the visible text; a slip in its spelling is a note.

    Where a word is prescribed ("Interreg"), the word will do, and a logo may show it.
    """
    needed = case.needed(requirement)
    expected = needed.text if needed and not needed.open_slots else ""
    name = Quote(expected) if expected else Term("slot", "programme")
    mentions = [m for m in case.facts.programmes if any(is_meant(case, p) for p in m.packs)]
    visible = [m for m in mentions if m.visible]
    term = in_the_open(case, requirement.terms)
    if visible:
        best = min(visible, key=lambda m: m.misspelt)
        notes = (Note("name-misspelt", {"expected": name}),) if best.misspelt else ()
        named = Finding(
            Outcome.PASSED,
            "programme-named",
            values={"name": Quote(best.name)},
            evidence=case.evidence(best.span),
            notes=notes,
        )
        yield named if term is not None or not requirement.terms else _without_term(case, requirement, named)
    elif term is not None:
        values = {"name": Quote(case.publication.quote(term))}
        yield Finding(Outcome.PASSED, "programme-named", values=values, evidence=case.evidence(term))
    elif mentions:
        yield Finding(
            Outcome.NEEDS_REVIEW,
            "programme-name-unseen",
            values={"expected": name},
            evidence=case.evidence(mentions[0].span),
            suggestion=expected or None,
        )
    elif (shown := programme_in_picture(case) or term_in_picture(case, requirement.terms)) is not None:
        yield replace(shown, suggestion=expected or None)
    elif requirement.terms and (logo := picture_for(case)) is not None:
        values = {"picture": Quote(logo.because), "expected": Quote(requirement.terms[0])}
        evidence = case.evidence(logo.span)
        yield Finding(
            Outcome.NEEDS_REVIEW, "programme-perhaps-pictured", None, values, evidence, suggestion=expected or None
        )
    else:
        yield Finding(
            Outcome.FAILED, "programme-not-named", Kind.MISSING, {"expected": name}, suggestion=expected or None
        )


def _without_term(case: Case, requirement: Requirement, named: Finding) -> Finding:
    """Return what is said of a programme that is named without the word prescribed: a logo may show it."""
    values = {"expected": Quote(requirement.terms[0])}
    if picture_for(case) is not None or "pictures" not in case.publication.seen:
        return replace(named, notes=(*named.notes, Note("term-perhaps-pictured", values)))
    return Finding(Outcome.FAILED, "term-missing", Kind.INCOMPLETE, {**values, **named.values}, named.evidence)
