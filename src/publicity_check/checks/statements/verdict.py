"""How a prescribed sentence is judged: shared by the checks of the funding statement and the disclaimer."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from publicity_check.applicability.standing import claims, region_of
from publicity_check.checks.interface import Case
from publicity_check.checks.pictured import left_unread, of_reading, statement_in_picture
from publicity_check.checks.seen import may_carry_text
from publicity_check.checks.statements.sentence import (
    LABEL,
    UNSEEN_CODES,
    Sentence,
    merely_alike,
    said_in_gaps,
    suggestion_for,
)
from publicity_check.facts.model import ImageFact, Part, Statement
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.packs import Requirement
from publicity_check.text.words import more_words, words
from publicity_check.values.message import Quote, Term

_WEAK = frozenset({"statement-only-quoted", "statement-only-deleted", "statement-not-own"})

_REVERSED = frozenset({"statement-negated", "statement-union-as-author"})


def judge(case: Case, requirement: Requirement, part: Part) -> Iterator[Finding]:
    """Decide whether a publication carries one part of a prescribed wording.

    The best of all statements found decides; one that denies what is asked decides against it, and so does a
    wrong label that readers see where the right one stands only where they may not see it.
    """
    found = [s for s in case.facts.statements if s.part == part and not merely_alike(case, requirement, s)]
    said = said_in_gaps(case, requirement)
    judged = sorted(
        ((Sentence(case, requirement, s, said).verdict(), s) for s in found), key=lambda pair: _rank(pair[0])
    )
    verdicts = [verdict for verdict, _ in judged]
    right = bool(verdicts) and verdicts[0].outcome is Outcome.PASSED
    against = next((v for v, s in judged if v.code in _REVERSED and not (right and _of_others(case, s))), None)
    if against is None and verdicts and verdicts[0].code in UNSEEN_CODES:
        against = next((v for v, s in judged if v.kind is Kind.INCORRECT and is_seen_label(case, s)), None)
    if against is not None:
        yield against
    elif verdicts and verdicts[0].code not in _WEAK:
        yield verdicts[0]
    else:
        yield _absent(case, requirement, part, verdicts)


def _of_others(case: Case, statement: Statement) -> bool:
    """Say whether a denial may be said of another project: "the new hall, not funded by the EU".

    Neither a label denied is, nor a whole prescribed sentence, nor one that names a project and the Union in full.
    """
    if statement.part == "disclaimer" or len(words(statement.prescribed)) > LABEL:
        return False
    if statement.codes & {"union-abbreviated", "union-replaced"}:
        return True
    sentence = case.facts.sentence(statement.span)
    about = any(case.facts.placed(case.facts.project_nouns).within(sentence))
    return not about and not _by_itself(case, statement)


def is_seen_label(case: Case, statement: Statement) -> bool:
    """Say whether a statement is all that stands in a block that readers see: a label, and no sentence of the text."""
    return statement.image is None and stands(case, statement) and _by_itself(case, statement)


def _by_itself(case: Case, statement: Statement) -> bool:
    """Say whether a statement is all that stands in its block, but for a few words."""
    if statement.span.first != statement.span.last:
        return False
    size = len(words(case.publication.quote(statement.span)))
    return not more_words(size + _AROUND, case.publication.blocks[statement.span.first].text)


_RANKS = (Outcome.PASSED, Outcome.NEEDS_REVIEW, Outcome.FAILED)


def _rank(verdict: Finding) -> tuple[int, int, int]:
    """Order verdicts from best to worst; a nearly complete sentence tells more than a wrong one."""
    nearer = 0 if verdict.kind is Kind.INCOMPLETE else 1
    weak = verdict.code in _WEAK
    return (int(weak), _RANKS.index(verdict.outcome), nearer + len(verdict.notes))


def _absent(case: Case, requirement: Requirement, part: Part, others: Sequence[Finding]) -> Finding:
    suggestion = suggestion_for(case, requirement, said_in_gaps(case, requirement))
    shown = statement_in_picture(case, requirement, part)
    if shown is not None:
        return replace(shown, suggestion=suggestion)
    pictures = _pictures_that_may_carry(case, requirement, part)
    if pictures:
        return Finding(
            Outcome.NEEDS_REVIEW,
            "statement-picture-may-carry",
            values={"what": Term("subject", part), "picture": Quote(pictures[0].because)},
            evidence=case.evidence(pictures[0].span),
            notes=(*of_reading(case, pictures[0].image), *left_unread(case)),
            suggestion=suggestion,
        )
    if others:
        return others[0]
    beside = next((s for s in case.facts.statements if s.part != part and stands(case, s)), None)
    if beside is not None:
        values = {"what": Term("subject", part), "other": Term("beside", beside.part)}
        evidence = case.evidence(beside.span)
        return Finding(
            Outcome.FAILED, "statement-missing-beside", Kind.MISSING, values, evidence, suggestion=suggestion
        )
    code = "statement-missing" if requirement.wordings else "statement-missing-own-words"
    values = {"what": Term("subject", part)}
    return Finding(Outcome.FAILED, code, Kind.MISSING, values, notes=left_unread(case), suggestion=suggestion)


def stands(case: Case, statement: Statement) -> bool:
    """Say whether a statement stands in the text that readers see and claims what it says."""
    return claims(case.publication, case.facts, statement) and region_of(case.publication, statement.span).visible


_AROUND = 4
"""Words that may stand beside a label in its block."""


def _pictures_that_may_carry(case: Case, requirement: Requirement, part: Part) -> list[ImageFact]:
    """Return the pictures that may show a text which is not in the publication's own text.

    A picture that may carry any text; a funding logo, for a label; and, where neither statement nor disclaimer stands
    in the text, a logo for both: small beneficiaries' sites often have one picture that carries everything.
    """
    anything = [i for i in case.facts.images if i.role == "may-carry-text"]
    logos = [i for i in case.facts.images if i.role in ("emblem", "funding-logo", "programme-logo")]
    in_text = any(stands(case, s) for s in case.facts.statements)
    asked = [*logos, *anything] if _is_label(case, requirement, part) or not in_text else anything
    return [fact for fact in asked if may_carry_text(case, fact)]


def _is_label(case: Case, requirement: Requirement, part: Part) -> bool:
    texts = [
        p.text
        for w in requirement.wordings
        if w in case.rulebook.wordings
        for p in case.rulebook.wordings[w].part
        if p.check == part
    ]
    return part == "funding-statement" and (not texts or min(len(words(t)) for t in texts) <= LABEL)
