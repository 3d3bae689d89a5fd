"""Which projects of the registers a publication speaks of, by number and by title; and what that leaves to ask."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from publicity_check.config.model import Project
from publicity_check.facts.model import Facts, ProjectNumber
from publicity_check.publication import Evidence, Locator, Publication, Region, Span
from publicity_check.registers.register import Registered
from publicity_check.registers.registers import Registers, Titled
from publicity_check.results import Finding, Outcome
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import Words, words
from publicity_check.values.message import Quote, Values

_TELLING = 5
"""Words of a title that is no other text's by chance."""
_FEWEST = 4
"""Words of a title that is worth a question."""
_MANY = 5
"""Own numbers from which on a publication is a list, of which no title is looked for."""
_OF_TITLE = 70
_OF_BENEFICIARY = 30
"""What title and beneficiary are worth of a score of a hundred."""


class Matched(msgspec.Struct, frozen=True):
    """The projects that a publication speaks of, as the registers have them, and questions about them."""

    projects: tuple[Project, ...] = ()
    questions: tuple[Finding, ...] = ()


def matched(
    registers: Registers, publication: Publication, facts: Facts, rulebook: Rulebook, declared: Sequence[Project]
) -> Matched:
    """Return the declared projects, completed, and those of the registers that a publication names."""
    if not registers:
        return Matched(tuple(declared))
    known: dict[str, Project] = {p.number or p.acronym: registers.completed(p) for p in declared}
    own = {n.value: n for n in reversed(facts.project_numbers) if n.role == "own" and n.visible}
    missing: list[ProjectNumber] = []
    for number in reversed(own.values()):
        if any(p.carries(n) for p in known.values() for n in (number.value, number.as_written, number.core)):
            continue
        found = next(filter(None, map(registers.of_number, (number.value, number.as_written, number.core))), None)
        if found is not None:
            known[found.number] = found
        elif not number.damage:
            missing.append(number)
    questions: list[Finding] = []
    if not known and len(own) <= _MANY:
        known, questions = _by_title(registers, publication, numbered=bool(own))
    if missing and not known:
        questions += _not_there(registers, publication, rulebook, missing)
    return Matched(tuple(known.values()), tuple(questions))


def _by_title(
    registers: Registers, publication: Publication, *, numbered: bool
) -> tuple[dict[str, Project], list[Finding]]:
    """Return the project whose title a publication gives, where nothing else tells it, and the question about it.

    With a number that no register has, a whole title tells the project of which that should be the number.
    """
    texts = [(b.index, b.text) for b in publication.visible_blocks() if b.index not in publication.furniture]
    found = registers.titled(texts)
    if not found or found[0].length < _FEWEST:
        return {}, []
    best = found[0]
    rivals = [t for t in found[1:] if t.share == best.share and t.project.number != best.project.number]
    if rivals:
        named = [t for t in (best, *rivals) if _names(texts, t.project)]
        if len(named) != 1:
            return {}, []
        best = named[0]
    project, whole = best.project, best.share == 1 and best.length >= _TELLING
    if numbered:
        return ({project.number: project}, []) if whole and project.number else ({}, [])
    there = _names(texts, project)
    if not (there or whole):
        return {}, []
    score = round(_OF_TITLE * best.share + _OF_BENEFICIARY * there)
    values: Values = {"number": project.number or project.acronym, "title": Quote(_title(project)), "score": score}
    evidence = (publication.evidence(_span(publication, best)), row_of(project))
    question = Finding(Outcome.NEEDS_REVIEW, "register-perhaps", values=values, evidence=evidence)
    return ({project.number: project} if whole and there else {}), [question]


def _names(texts: Sequence[tuple[int, str]], project: Registered) -> bool:
    """Say whether the beneficiary of a project is named in a text."""
    name = " ".join(words(project.beneficiary))
    return bool(name) and any(f" {name} " in f" {' '.join(words(text))} " for _, text in texts)


def _title(project: Project) -> str:
    return next(iter(project.titles.values()), project.acronym)


def _span(publication: Publication, titled: Titled) -> Span:
    text = Words.of([(titled.block, publication.blocks[titled.block].text)])
    return Span.within(titled.block, text.start[titled.start], text.end[titled.end])


def _not_there(
    registers: Registers, publication: Publication, rulebook: Rulebook, numbers: Sequence[ProjectNumber]
) -> Iterator[Finding]:
    """Yield the numbers of a kind that the registers hold, and which they do not have."""
    kinds = {
        kind.id
        for kind in rulebook.numbers.values()
        if any(re.fullmatch(kind.pattern, number, re.IGNORECASE) for number in registers.numbers)
    }
    for number in numbers:
        if number.kind in kinds:
            values: Values = {"number": number.value}
            evidence = (publication.evidence(number.span),)
            yield Finding(Outcome.NEEDS_REVIEW, "number-not-in-register", values=values, evidence=evidence)


def row_of(project: Registered) -> Evidence:
    """Return the row of a register as evidence: its file, its line, its cells."""
    return Evidence(project.row.told(), "", "", Region.MAIN, Locator(line=project.row.line), source=project.row.file)
