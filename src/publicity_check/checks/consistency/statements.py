"""Does what is said of the Union and of who answers for the content hold together?"""

import re
from collections.abc import Iterator
from itertools import pairwise

from publicity_check.applicability.standing import region_of
from publicity_check.checks.interface import Case
from publicity_check.publication import Span
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.values.message import Quote, Term, Title, Values

_NOT_AS_MEANT = {
    "union-as-author": "statement-union-as-author",
    "negated": "statement-negated",
    "cut-off": "statement-cut-off",
}
"""Deviations that make a disclaimer wrong under any rules, with the sentence that says so."""
_BETWEEN = re.compile(r"\s*\(\s*")
_CAPITALS = re.compile(r"[^\W\d_]+")


def denied_disclaimer(case: Case) -> Iterator[Finding]:
    """Yield a disclaimer that has lost its negation, or denies what it has to say: no one may speak for the Union."""
    for statement in case.facts.statements:
        told = next((code for code in _NOT_AS_MEANT if code in statement.codes), None)
        if statement.part != "disclaimer" or told is None or "quoted" in statement.codes:
            continue
        if region_of(case.publication, statement.span).visible:
            values: Values = {"what": Term("subject", statement.part), "placeholder": Quote("")}
            evidence = case.evidence(statement.span)
            if told == "cut-off":
                text = Quote(case.publication.quote(statement.span))
                yield Finding(Outcome.FAILED, "statement-cut-off", Kind.INCOMPLETE, {**values, "text": text}, evidence)
                continue
            yield Finding(Outcome.FAILED, _NOT_AS_MEANT[told], Kind.INCORRECT, values, evidence)


def other_agency(case: Case) -> Iterator[Finding]:
    """Yield a statement or disclaimer that names an agency which grants no money of the project's programme."""
    packs = (*case.packs, *(case.rulebook.packs[p] for p in case.others))
    families = {member.family for pack in packs for member in case.rulebook.lineage(pack) if not member.framework}
    agencies = {agency.short: agency for agency in case.rulebook.institutions.agency}
    if len(case.packs) != 1 or not families:
        return
    for statement in case.facts.statements:
        said = " ".join(value for slot, value in statement.slots.items() if slot.startswith("authority"))
        named = {word.upper() for word in _CAPITALS.findall(said) if word[:2].isupper()} & agencies.keys()
        if named and not any(families & set(agencies[short].families) for short in named):
            yield Finding(
                Outcome.NEEDS_REVIEW,
                "authority-of-other-programme",
                values={"authority": sorted(named)[0], "programme": Title(case.pack.title)},
                evidence=case.evidence(statement.span),
            )
            return


def foreign_disclaimer(case: Case) -> Iterator[Finding]:
    """Yield a disclaimer of another period or one without the Union's name, where no duty on disclaimers is known.

    Where one is known, the check of that duty tells it.
    """
    lineage = [
        p for pack in (*case.packs, *(case.rulebook.packs[o] for o in case.others)) for p in case.rulebook.lineage(pack)
    ]
    if len(case.packs) != 1 or any(r.check == "disclaimer" for pack in lineage for r in pack.requirement):
        return
    periods = {pack.period for pack in lineage}
    before = _of_predecessors(case)
    for statement in case.facts.statements:
        wordings = [case.rulebook.wordings[w] for w in statement.wordings]
        told = not statement.codes & {"quoted", *_NOT_AS_MEANT} and region_of(case.publication, statement.span).visible
        if statement.part != "disclaimer" or not wordings or not told or before.intersection(statement.wordings):
            continue
        known = {w.period for w in wordings}
        values: Values = {"what": Term("subject", statement.part), "placeholder": Quote("")}
        evidence = case.evidence(statement.span)
        if "" not in known and not known & periods and not statement.codes & _BARELY:
            values |= {"period": sorted(known)[0]}
            yield Finding(Outcome.NEEDS_REVIEW, "disclaimer-of-other-period", values=values, evidence=evidence)
            return
        if "key-phrase-missing" in statement.codes and not _names_union(case, statement.span):
            yield Finding(Outcome.NEEDS_REVIEW, "disclaimer-without-union", values=values, evidence=evidence)
            return


def _of_predecessors(case: Case) -> set[str]:
    """Return the wordings of the same programme in other periods: what it asked for once, it may ask for still."""
    family = case.pack.id.removesuffix(case.pack.period)
    same = (p for p in case.rulebook.packs.values() if p.id.removesuffix(p.period) == family)
    return {wording for pack in same for duty in pack.requirement for wording in duty.wordings}


_BARELY = frozenset({"key-phrase-missing", "sentence-missing"})
"""Deviations of a disclaimer that only resembles a prescribed one."""


def _names_union(case: Case, span: Span) -> bool:
    return any(span.holds(m.span) for m in case.everything.union_names)


def two_funds(case: Case) -> Iterator[Finding]:
    """Yield a fund's name with the abbreviation of another in brackets behind it."""
    funds = [m for m in case.facts.funds if m.visible]
    for name, short in pairwise(funds):
        if name.abbreviated or not short.abbreviated or name.span.first != short.span.first:
            continue
        between = case.publication.blocks[name.span.first].text[name.span.end : short.span.start]
        if _BETWEEN.fullmatch(between) and name.fund.rstrip("+") != short.fund.rstrip("+"):
            yield Finding(
                Outcome.FAILED,
                "fund-names-differ",
                Kind.CONFLICTING,
                {"name": Quote(name.name), "short": Quote(short.name)},
                case.evidence(name.span, short.span),
            )


def other_period(case: Case) -> Iterator[Finding]:
    """Yield the programme named with another period than the project's, where its own is named nowhere."""
    if len(case.packs) != 1:
        return
    pack, rulebook = case.pack, case.rulebook
    family = pack.id.removesuffix(pack.period)
    mentions = [m for m in case.facts.programmes if m.visible]
    if any(pack in rulebook.lineage(rulebook.packs[p]) for m in mentions for p in m.packs):
        return
    for mention in mentions:
        others = (rulebook.packs[p] for p in mention.packs)
        if any(p.id != pack.id and p.id.removesuffix(p.period) == family for p in others):
            yield Finding(
                Outcome.FAILED,
                "programme-other-period",
                Kind.CONFLICTING,
                {"name": Quote(mention.name), "period": pack.period},
                case.evidence(mention.span, *(n.span for n in case.facts.project_numbers[:1])),
            )
            return
