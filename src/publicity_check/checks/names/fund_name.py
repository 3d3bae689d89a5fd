"""Is the fund named that pays?"""

from collections.abc import Iterator

from msgspec.structs import replace

from publicity_check.checks.interface import Case
from publicity_check.checks.pictured import fund_in_picture
from publicity_check.checks.seen import may_carry_text
from publicity_check.facts.model import ImageFact, Note
from publicity_check.publication import Span
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.text.words import more_words
from publicity_check.values.message import Quote, Several, Values
from publicity_check.wording.needed import fund_name, funds_of

NAME: CheckName = "fund-name"
_LOGOS = frozenset({"funding-logo", "programme-logo", "may-carry-text"})
"""Pictures that may name the fund: the Interreg logo of 2014-2020 does."""
_NEAR = 40
"""Letters before a name among which a word stands that denies it, with few words between."""
_BETWEEN = 2
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
    mentions = [m for m in case.facts.funds if (not wanted or m.fund in accepted) and not _denied(case, m.span)]
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
        others = (m for m in case.facts.funds if m.visible and not m.abbreviated)
        other = next((m for m in others if not _denied(case, m.span)), None)
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


def _denied(case: Case, span: Span) -> bool:
    """Say whether a word right before a name denies it: "not from the European Regional Development Fund"."""
    text = case.publication.blocks[span.first].text
    moods = list(case.facts.placed(case.facts.moods).beginning(span.first, max(0, span.start - _NEAR), span.start))
    spared = {m.span.start for m in moods if m.kind in ("without", "harmless")}
    return any(
        m.kind == "not" and m.span.start not in spared and not more_words(_BETWEEN, text, m.span.end, span.start)
        for m in moods
    )


def _shown(case: Case, image: ImageFact) -> bool:
    return case.publication.images[image.image].visible and may_carry_text(case, image)
