"""Are the words there that a programme prescribes beside the emblem: a slogan, a hashtag, a statement?"""

from collections.abc import Iterator

from publicity_check.applicability.standing import region_of
from publicity_check.checks.interface import Case
from publicity_check.checks.names.terms import picture_for, stands
from publicity_check.publication import Region, Span
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.message import Quote, Values

NAME: CheckName = "slogan"

_WHOLE = 0.9
"""Share of a prescribed statement that has to be found."""


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Pass if the words stand in the text or in what describes a picture; a picture that may show them leaves it open.

    Such words mostly stand in a logo. What no text says and a picture may show is told as not checked: only a person
    can see it. Words that are barred, as the marks of a former period are, may stand nowhere that readers see.
    """
    if requirement.barred:
        yield _barred(case, requirement)
        return
    needed = case.needed(requirement)
    expected = needed.text if needed else ""
    spans = _all_of(case, requirement)
    shown = slogans_of(case, requirement)
    values: Values = {"expected": Quote(expected)}
    if shown:
        said = Quote(case.publication.quote(shown[0]))
        yield Finding(Outcome.PASSED, "slogan-present", values={"text": said}, evidence=case.evidence(shown[0]))
    elif "pictures" not in case.publication.seen:
        yield Finding(Outcome.INAPPLICABLE, "slogan-no-pictures", values=values)
    elif (logo := picture_for(case)) is not None:
        evidence = case.evidence(logo.span)
        yield Finding(Outcome.INAPPLICABLE, "slogan-perhaps-pictured", values=values, evidence=evidence)
    elif spans:
        evidence = case.evidence(spans[0])
        yield Finding(Outcome.NEEDS_REVIEW, "slogan-unseen", values=values, evidence=evidence, suggestion=expected)
    else:
        yield Finding(Outcome.FAILED, "slogan-missing", Kind.MISSING, values, suggestion=expected)


def _barred(case: Case, requirement: Requirement) -> Finding:
    """Return whether readers see words that may not stand with a project of this period."""
    seen = next((span for span in stands(case, requirement.barred) if _shown(case, span)), None)
    if seen is None:
        return Finding(Outcome.PASSED, "slogan-not-barred", values={"text": Quote(requirement.barred[0])})
    said: Values = {"text": Quote(case.publication.quote(seen))}
    return Finding(Outcome.FAILED, "slogan-barred", Kind.CONFLICTING, said, case.evidence(seen))


def slogans_of(case: Case, requirement: Requirement) -> list[Span]:
    """Return where readers see the words of a duty, in the text or in a picture."""
    return [span for span in _all_of(case, requirement) if _shown(case, span)]


def _all_of(case: Case, requirement: Requirement) -> list[Span]:
    return [*_statements(case, requirement), *stands(case, requirement.terms)]


def _statements(case: Case, requirement: Requirement) -> Iterator[Span]:
    """Yield where one of the prescribed statements stands in full."""
    for statement in case.facts.statements:
        if set(statement.wordings) & set(requirement.wordings) and statement.coverage >= _WHOLE:
            yield statement.span


def _shown(case: Case, span: Span) -> bool:
    """Say whether readers see a text, or the picture that it describes."""
    region = region_of(case.publication, span)
    return region.visible or region is Region.ALT_TEXT
