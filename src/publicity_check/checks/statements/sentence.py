"""One found sentence held against a duty: what is told of it, whatever else the publication says."""

import re
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from publicity_check.applicability.former import not_yet
from publicity_check.applicability.standing import claims, region_of
from publicity_check.checks.interface import Case
from publicity_check.checks.statements.languages import WORKING_LANGUAGE, in_other_language, language_name
from publicity_check.checks.statements.unfilled import unfilled
from publicity_check.facts.model import Note, Statement
from publicity_check.publication import Region
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook import template
from publicity_check.rulebook.packs import Requirement
from publicity_check.text.words import words
from publicity_check.values.message import Quote, Term, Value, Values
from publicity_check.wording.fill import was_read

_WRONG = {
    "union-as-author": "statement-union-as-author",
    "negated": "statement-negated",
    "union-abbreviated": "statement-union-abbreviated",
    "union-replaced": "statement-union-replaced",
    "placeholder": "statement-placeholder",
    "slot-empty": "statement-slot-empty",
}
"""Deviations that make a statement incorrect, worst first, with the sentence that says so."""

_LEFT_OUT = {
    "authority": "statement-without-authority",
    "authority_short": "statement-without-authority",
    "beneficiary": "statement-without-publisher",
    "number": "statement-without-number",
}
"""What a statement lacks whose gap for it was not left open but left out."""

_UNSURE = {
    "quoted": "statement-only-quoted",
    "in-marks": "statement-in-marks",
    "of-programme": "statement-of-programme",
}
"""What only a person can tell: whether the sentence says of this project what is asked for."""

_TOLD_ELSEWHERE = frozenset(
    {*_WRONG, *_UNSURE, "reworded", "taken-back", "key-phrase-missing", "sentence-missing", "cut-off"}
)
"""Deviations that verdicts tell, and that are no remarks."""
_LACKING = ("key-phrase-missing", "sentence-missing")
_UNSEEN = {
    Region.METADATA: "statement-only-in-metadata",
    Region.HIDDEN: "statement-only-hidden",
    Region.NOSCRIPT: "statement-only-hidden",
    Region.ALT_TEXT: "statement-only-in-picture",
}
_OF_ITS_WORDING = frozenset({"words-missing", "words-added", "words-changed"})
"""Remarks on the wording that a statement resembles, which say nothing where none is prescribed."""
UNSEEN_CODES = frozenset(_UNSEEN.values())
_RESEMBLES = 0.6
"""Share of a prescribed sentence below which it is but one that resembles it."""
_WHOLE = 0.8
"""Share of a prescribed sentence from which on it is that sentence."""
LABEL = 6
"""Words up to which a wording is a label that stands beside the emblem, within its picture."""


def suggestion_for(case: Case, requirement: Requirement, slots: Mapping[str, str]) -> str | None:
    """Return the wording to paste, its gaps filled."""
    needed = case.needed(requirement, slots)
    return needed.text if needed else None


def said_in_gaps(case: Case, requirement: Requirement) -> dict[str, str]:
    """Return what all parts of the wordings asked for hold in their gaps, wherever they stand."""
    asked = set(requirement.wordings)
    beside = (s for s in case.facts.statements if s.slots and asked.intersection(s.wordings))
    return {name: value for s in beside for name, value in _filled(case, s).items() if value}


def _filled(case: Case, statement: Statement) -> Mapping[str, str]:
    """Return what the gaps of a statement hold, without those that are still to be filled."""
    open_ = {str(n.values.get("slot", "")) for n in statement.deviations if n.code == "placeholder"}
    open_ |= unfilled(case, statement).keys()
    return {name: value for name, value in statement.slots.items() if name not in open_}


def merely_alike(case: Case, requirement: Requirement, statement: Statement) -> bool:
    """Say whether a statement is but part of a wording that the duty does not ask for, and does not name the Union.

    The names of a fund and of a programme side by side look like the wording of a programme with a similar name.
    """
    lacking = {*_LACKING, "slot-empty"} & statement.codes
    return not requirement.wordings and bool(lacking) and not _names_union(case, statement)


class Sentence(msgspec.Struct, frozen=True):
    """A statement held against a duty."""

    case: Case
    requirement: Requirement
    statement: Statement
    said: Mapping[str, str]
    """What the gaps of the duty's wordings hold anywhere in the publication."""

    @property
    def prescribed(self) -> bool:
        """Whether its wording is one that the duty asks for or accepts."""
        return bool(set(self.statement.wordings) & {*self.requirement.wordings, *self.requirement.accepted})

    @property
    def free(self) -> bool:
        """Whether it says all that is asked for, where the words are free."""
        return _says_enough(self.case, self.requirement, self.statement)

    @property
    def _its_wording(self) -> Requirement:
        """The duty with the wordings first that the statement means: "Funded by" is not mended to "Co-funded by"."""
        own = self.statement.wordings
        return replace(
            self.requirement, wordings=tuple(sorted(self.requirement.wordings, key=lambda wording: wording not in own))
        )

    def verdict(self) -> Finding:
        """Return the verdict on this statement alone."""
        found = self._of_doubt() or self._of_what_is_wrong() or self._of_wording() or self._of_place()
        if found is not None:
            return found
        notes = (Note("own-words"),) if self.free else _notes(self.statement, self.requirement)
        return replace(self._finding(Outcome.PASSED, "statement-present"), notes=notes, suggestion=None)

    def _finding(self, outcome: Outcome, code: str, kind: Kind | None = None, **more: Value) -> Finding:
        statement, case = self.statement, self.case
        values: Values = {"what": Term("subject", statement.part), **more}
        slots = {**self.said, **(_filled(case, statement) if self.prescribed else {})}
        suggestion = suggestion_for(case, self._its_wording, slots)
        notes = _notes(statement, self.requirement)
        return Finding(outcome, code, kind, values, case.evidence(statement.span), notes, suggestion)

    def _of_doubt(self) -> Finding | None:
        """Return what is told of a statement that is deleted, quoted, broken off or in words of its own."""
        codes = self.statement.codes
        if region_of(self.case.publication, self.statement.span) in (Region.DELETED, Region.COMMENT):
            return self._finding(Outcome.FAILED, "statement-only-deleted", Kind.MISSING)
        unsure = next((code for code in _UNSURE if code in codes), None)
        if unsure is not None:
            return self._finding(Outcome.NEEDS_REVIEW, _UNSURE[unsure])
        if "negated" not in codes and not claims(self.case.publication, self.case.facts, self.statement):
            return self._finding(Outcome.NEEDS_REVIEW, "statement-not-own")
        if self.statement.part == "funding-statement" and not_yet(
            self.case.publication, self.case.facts, self.statement.span
        ):
            return self._finding(Outcome.NEEDS_REVIEW, "statement-not-yet")
        if "cut-off" in codes:
            text = Quote(self.case.publication.quote(self.statement.span))
            return self._finding(Outcome.FAILED, "statement-cut-off", Kind.INCOMPLETE, text=text)
        if "taken-back" in codes and not codes & _WRONG.keys() and not unfilled(self.case, self.statement):
            doubtful = next(n for n in self.statement.deviations if n.code == "taken-back")
            text = Quote(str(doubtful.values["text"]))
            return self._finding(Outcome.NEEDS_REVIEW, "statement-taken-back", text=text)
        if "reworded" in codes and self.requirement.wordings and not self.free:
            return self._finding(Outcome.NEEDS_REVIEW, "statement-reworded")
        return None

    def _of_what_is_wrong(self) -> Finding | None:
        """Return what is told of a statement that says something wrong, or leaves a gap."""
        wrong = next((n for code in _WRONG for n in self.statement.deviations if n.code == code), None)
        if wrong is None and (gaps := unfilled(self.case, self.statement)):
            text = Quote(next(iter(gaps.values())))
            return self._finding(Outcome.FAILED, _WRONG["placeholder"], Kind.INCORRECT, placeholder=text)
        if wrong is None or (wrong.code == "slot-empty" and not self.prescribed):
            return None
        if wrong.code == "union-replaced" and _may_name_fund(self.requirement):
            return None
        if wrong.code == "slot-empty" and (code := _LEFT_OUT.get(str(wrong.values.get("slot", "")))):
            return self._finding(Outcome.FAILED, code, Kind.INCOMPLETE)
        text = Quote(str(wrong.values.get("text", "")))
        return self._finding(Outcome.FAILED, _WRONG[wrong.code], Kind.INCORRECT, placeholder=text)

    def _of_wording(self) -> Finding | None:
        """Return what is told of a statement that another programme prescribes, or that lacks a part."""
        case, requirement, statement = self.case, self.requirement, self.statement
        if not self.prescribed:
            if not requirement.wordings or self.free:
                return None
            more = _words_more(case, requirement, statement)
            if more:
                return self._finding(Outcome.FAILED, "statement-incomplete", Kind.INCOMPLETE, lacking=Quote(more))
            if _in_own_words(case, statement):
                return self._finding(Outcome.NEEDS_REVIEW, "statement-reworded")
            return self._finding(Outcome.FAILED, "statement-other-wording", Kind.INCORRECT)
        lacking = [_shown(str(n.values.get("text", ""))) for n in statement.deviations if n.code in _LACKING]
        if 0 < statement.coverage < _RESEMBLES or (lacking and _from_memory(case, statement)):
            return self._finding(Outcome.NEEDS_REVIEW, "statement-reworded")
        if lacking:
            text = Quote("; ".join(lacking))
            return self._finding(Outcome.FAILED, "statement-incomplete", Kind.INCOMPLETE, lacking=text)
        return None

    def _of_place(self) -> Finding | None:
        """Return what is told of a statement that readers may not see, or not in their language."""
        case, statement = self.case, self.statement
        region = region_of(case.publication, statement.span)
        if statement.image is not None:
            picture = case.publication.images[statement.image]
            name = Quote(picture.alt or (picture.names[0] if picture.names else ""))
            return self._finding(Outcome.NEEDS_REVIEW, "statement-only-in-picture", picture=name)
        if region in _UNSEEN:
            text = Quote(case.publication.quote(statement.span))
            return self._finding(Outcome.NEEDS_REVIEW, _UNSEEN[region], picture=text)
        if "union-replaced" in statement.codes and not _union_named(case, statement):
            return self._finding(Outcome.NEEDS_REVIEW, "statement-fund-only")
        if in_other_language(case, statement, self.requirement):
            return self._finding(
                Outcome.NEEDS_REVIEW,
                "statement-other-language",
                found_language=language_name(case, statement.language),
                language=language_name(case, case.language),
            )
        return None


def _in_own_words(case: Case, statement: Statement) -> bool:
    """Say whether a sentence about funding names the Union in full and, in the same sentence, the programme.

    A whole sentence that another programme or period prescribes is that one, and no other words.
    """
    if statement.wordings and statement.coverage >= _WHOLE and len(words(statement.prescribed)) > LABEL:
        return False
    if statement.part != "funding-statement" or not _names_union(case, statement):
        return False
    sentence = case.facts.sentence(statement.span)
    return any(m.visible for m in case.facts.placed(case.facts.programmes).within(sentence))


def _says_enough(case: Case, requirement: Requirement, statement: Statement) -> bool:
    """Say whether a disclaimer in words of its own says all that is asked for, where the words are free."""
    known = (case.rulebook.wordings[w] for w in requirement.wordings if w in case.rulebook.wordings)
    return "reworded" in statement.codes and any(
        wording.says
        and set(wording.says) <= set(statement.says)
        and (wording.free == "words" or statement.language != WORKING_LANGUAGE)
        for wording in known
    )


def _from_memory(case: Case, statement: Statement) -> bool:
    """Say whether the wordings that a statement resembles are known from memory only."""
    known = (case.rulebook.wordings[w] for w in statement.wordings if w in case.rulebook.wordings)
    parts = [p for w in known for p in w.part if (p.check, p.language) == (statement.part, statement.language)]
    return bool(parts) and not any(was_read(p) for p in parts)


def _names_union(case: Case, statement: Statement) -> bool:
    """Say whether a statement names the Union in full, in its own language."""
    named = case.facts.placed(case.facts.union_names).within(statement.span)
    return any(not m.abbreviated and statement.language in m.languages for m in named)


def _words_more(case: Case, requirement: Requirement, statement: Statement) -> str:
    """Return what a prescribed wording says beyond a statement that agrees with its beginning ("NextGenerationEU")."""
    said = words(case.publication.quote(statement.span))
    if not said:
        return ""  # the official picture, known by the name of its file
    for wording in requirement.wordings:
        for part in case.rulebook.wordings[wording].part if wording in case.rulebook.wordings else ():
            asked = words(part.text)
            if part.check == statement.part and len(asked) > len(said) and asked[: len(said)] == said:
                return part.text.split(maxsplit=len(said))[-1].strip("–— ")
    return ""


def _union_named(case: Case, statement: Statement) -> bool:
    """Say whether the text, or the description of a picture, names the Union in full anywhere."""
    languages = {statement.language, case.language}
    named = (m for m in case.facts.union_names if not m.abbreviated and not languages.isdisjoint(m.languages))
    return any(m.visible or region_of(case.publication, m.span) is Region.ALT_TEXT for m in named)


def _may_name_fund(requirement: Requirement) -> bool:
    """Say whether the duty is met by a sentence of the beneficiary's own that names the fund (no fixed wording)."""
    return not requirement.wordings


def _notes(statement: Statement, requirement: Requirement) -> tuple[Note, ...]:
    notes = tuple(n for n in statement.deviations if n.code not in _TOLD_ELSEWHERE)
    if not requirement.wordings:
        notes = tuple(n for n in notes if n.code not in _OF_ITS_WORDING)
    if set(statement.wordings) & set(requirement.accepted) and not set(statement.wordings) & set(requirement.wordings):
        return (Note("other-form"),)
    if notes and statement.prescribed and requirement.wordings:
        return (*notes, Note("prescribed-form", {"text": Quote(_shown(statement.prescribed))}))
    return notes


def _shown(text: str) -> str:
    """Return a wording as people write it, its gaps as dots."""
    return template.written(_GAP.sub("…", text))


_GAP = re.compile(r"\{[a-z_]+\}")
