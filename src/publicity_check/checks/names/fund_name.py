"""Is the fund named that pays?"""

from collections.abc import Iterator

from msgspec.structs import replace

from publicity_check.checks.interface import Case
from publicity_check.checks.pictured import fund_in_picture
from publicity_check.checks.seen import may_carry_text
from publicity_check.facts.model import ImageFact, Note
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.message import Quote, Several, Values
from publicity_check.wording.needed import fund_name, funds_of

NAME: CheckName = "fund-name"
_LOGOS = frozenset({"funding-logo", "programme-logo", "may-carry-text"})
"""Pictures that may name the fund: the Interreg logo of 2014-2020 does."""
_FEW = 3
"""Funds that are named where any of several may pay."""


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Pass if one of the funds is named in the visible text, in full or by its abbreviation; a logo may name it too."""
    wanted = funds_of(case.pack, requirement)
    named = [fund_name(case.rulebook, fund, case.language)[0] for fund in wanted]
    only = named[0] if len(named) == 1 else None
    shown = [*named[:_FEW], *(["…"] if named[_FEW:] else [])]
    expected = Several(tuple(map(Quote, shown)), " / ")
    several = len(case.pack.funds) != 1
    accepted = {*wanted, *(requirement.joint_funds if several else ())}
    mentions = [m for m in case.facts.funds if not wanted or m.fund in accepted]
    visible = [m for m in mentions if m.visible]
    if visible:
        best = min(visible, key=lambda m: (m.misspelt, m.abbreviated))
        notes = []
        full = Quote(fund_name(case.rulebook, best.fund, case.language)[0])
        if best.misspelt:
            notes.append(Note("name-misspelt", {"expected": full}))
        if best.abbreviated:
            notes.append(Note("fund-abbreviated", {"expected": full}))
        yield Finding(
            Outcome.PASSED,
            "fund-named",
            values={"name": Quote(best.name)},
            evidence=case.evidence(best.span),
            notes=tuple(notes),
        )
    elif mentions:
        unseen = fund_name(case.rulebook, mentions[0].fund, case.language)[0]
        yield Finding(
            Outcome.NEEDS_REVIEW,
            "fund-unseen",
            values={"expected": Quote(unseen)},
            evidence=case.evidence(mentions[0].span),
            suggestion=unseen,
        )
    else:
        other = next((m for m in case.facts.funds if m.visible and not m.abbreviated), None)
        if other is not None and other.fund in requirement.joint_funds:
            values: Values = {"name": Quote(other.name), "expected": expected}
            evidence = case.evidence(other.span)
            yield Finding(Outcome.FAILED, "fund-joint-name", Kind.INCORRECT, values, evidence, suggestion=only)
        elif other is not None:
            values = {"name": Quote(other.name), "expected": expected}
            evidence = case.evidence(other.span)
            yield Finding(Outcome.FAILED, "fund-other", Kind.CONFLICTING, values, evidence, suggestion=only)
        elif (pictured := fund_in_picture(case, accepted)) is not None:
            yield replace(pictured, suggestion=only)
        elif (logo := next((i for i in case.facts.images if i.role in _LOGOS and _shown(case, i)), None)) is not None:
            values = {"picture": Quote(logo.because), "expected": expected}
            evidence = case.evidence(logo.span)
            yield Finding(Outcome.NEEDS_REVIEW, "fund-perhaps-pictured", None, values, evidence, suggestion=only)
        else:
            yield Finding(Outcome.FAILED, "fund-not-named", Kind.MISSING, {"expected": expected}, suggestion=only)


def _shown(case: Case, image: ImageFact) -> bool:
    return case.publication.images[image.image].visible and may_carry_text(case, image)
