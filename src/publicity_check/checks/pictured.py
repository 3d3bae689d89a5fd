"""What stands only in a picture: asked when a duty is open, for reading takes time; never more than a question."""

from collections.abc import Iterator, Sequence, Set

from publicity_check.checks.interface import Case
from publicity_check.facts.model import Amount, Note, Part, Pictured
from publicity_check.facts.pictured import MOST_READ
from publicity_check.publication import Publication
from publicity_check.results import Finding, Outcome
from publicity_check.rulebook.packs import Requirement
from publicity_check.text.words import words
from publicity_check.values.message import Quote, Term

_REVERSED = frozenset({"negated", "union-as-author"})
_LONGEST = 240
"""Characters of a picture's text that are quoted."""
_COMPARED = frozenset({"total", "eu"})
"""Shares of a project's money of which one sum is told."""


def statement_in_picture(case: Case, requirement: Requirement, part: Part) -> Finding | None:
    """Return that one part of a wording was read in a picture, the one asked for first; ``None`` if none was."""
    asked = {*requirement.wordings, *requirement.accepted}
    found = [
        (not asked.isdisjoint(statement.wordings), statement.coverage, shown, statement.span)
        for shown in case.facts.pictured
        for statement in shown.facts.statements
        if statement.part == part and not _REVERSED & statement.codes
    ]
    if not found:
        return None
    _, _, shown, span = max(found, key=lambda one: one[:2])
    text = "" if shown.publication is None else shown.publication.quote(span)
    return Finding(
        Outcome.NEEDS_REVIEW,
        "statement-in-picture",
        values={"what": Term("subject", part), "picture": Quote(_name(case, shown)), "text": Quote(_short(text))},
        evidence=case.picture(shown.image),
        notes=tuple(_contradictions(case, shown)),
    )


def number_in_picture(case: Case, kinds: Set[str]) -> Finding | None:
    """Return that a number of one of some kinds was read in a picture, ``None`` if none was."""
    for shown in case.facts.pictured:
        for number in shown.facts.project_numbers:
            if number.kind in kinds and not number.damage:
                values = {"number": Quote(number.as_written), "picture": Quote(_name(case, shown))}
                evidence = case.picture(shown.image)
                return Finding(Outcome.NEEDS_REVIEW, "number-in-picture", values=values, evidence=evidence)
    return None


def left_unread(case: Case) -> tuple[Note, ...]:
    """Return that there are more pictures than are read."""
    visible = {*(fact.image for fact in case.facts.images), *case.facts.undescribed}
    further = sum(case.publication.images[index].visible for index in visible) - MOST_READ
    more = len(case.facts.pictured) == MOST_READ and further > 0
    return (Note("pictures-not-all-read", {"count": further}),) if more else ()


def programme_in_picture(case: Case) -> Finding | None:
    """Return that the programme judged by was read as named in a picture, ``None`` if it was not."""
    for shown in case.facts.pictured:
        for named in shown.facts.programmes:
            if any(is_meant(case, pack) for pack in named.packs) and not named.misspelt:
                values = {"name": Quote(named.name), "picture": Quote(_name(case, shown))}
                evidence = case.picture(shown.image)
                return Finding(Outcome.NEEDS_REVIEW, "programme-in-picture", values=values, evidence=evidence)
    return None


def fund_in_picture(case: Case, funds: Set[str]) -> Finding | None:
    """Return that one of some funds was read as named in a picture, ``None`` if none was."""
    for shown in case.facts.pictured:
        for named in shown.facts.funds:
            if named.fund in funds and not named.misspelt:
                values = {"name": Quote(named.name), "picture": Quote(_name(case, shown))}
                evidence = case.picture(shown.image)
                return Finding(Outcome.NEEDS_REVIEW, "fund-in-picture", values=values, evidence=evidence)
    return None


def term_in_picture(case: Case, terms: Sequence[str]) -> Finding | None:
    """Return that one of some prescribed words was read in a picture, ``None`` if none was."""
    wanted = [words(term) for term in terms]
    for shown in case.facts.pictured:
        read = words(_text(shown.publication))
        for term, asked in zip(terms, wanted, strict=True):
            if any(read[at : at + len(asked)] == asked for at in range(len(read) - len(asked) + 1)):
                values = {"name": Quote(term), "picture": Quote(_name(case, shown))}
                evidence = case.picture(shown.image)
                return Finding(Outcome.NEEDS_REVIEW, "programme-in-picture", values=values, evidence=evidence)
    return None


def is_meant(case: Case, named: str) -> bool:
    """Say whether a pack that is named is the one judged by or, where that is a framework, extends it."""
    if named == case.pack.id or not case.pack.framework:
        return named == case.pack.id
    return case.pack in case.rulebook.lineage(case.rulebook.packs[named])


def of_reading(case: Case, image: int) -> tuple[Note, ...]:
    """Return what was read in a picture that may carry what is asked for, or that it could not be read."""
    for shown in case.facts.pictured:
        if shown.image == image and shown.publication is None:
            return (Note("picture-not-read"),)
        if shown.image == image:
            text = _short(_text(shown.publication))
            said = (Note("picture-reads", {"text": Quote(text)}),) if text else ()
            return (*said, *_contradictions(case, shown))
    return ()


def _contradictions(case: Case, shown: Pictured) -> Iterator[Note]:
    """Yield the numbers and sums of a picture that are not those of the text."""
    own = {n.kind: n for n in case.facts.project_numbers if n.role == "own" and n.visible and not n.damage}
    written = {n.value for n in case.everything.project_numbers}
    for number in shown.facts.project_numbers:
        if number.kind in own and not number.damage and number.value not in written:
            values = {"number": Quote(number.as_written), "other": Quote(own[number.kind].as_written)}
            yield Note("picture-number-differs", values)
    for amount in shown.facts.amounts:
        told = [a for a in case.facts.amounts if _same_kind(a, amount) and a.visible]
        if told and amount.share in _COMPARED and not amount.approximate and all(a.value != amount.value for a in told):
            text = case.publication.quote(told[0].span)
            values = {"amount": Quote(amount.as_written), "other": Quote(text)}
            yield Note("picture-amount-differs", values)


def _same_kind(one: Amount, other: Amount) -> bool:
    return (one.scope, one.share, one.currency) == ("project", other.share, other.currency)


def _name(case: Case, shown: Pictured) -> str:
    return case.publication.images[shown.image].alt.strip() or case.name_of_picture(shown.image)


def _text(publication: Publication | None) -> str:
    return "" if publication is None else " ".join(block.text for block in publication.blocks)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
