"""How a prescribed sentence is judged: shared by the checks of the funding statement and the disclaimer."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from publicity_check.applicability.standing import claims, region_of
from publicity_check.checks.interface import Case
from publicity_check.checks.pictured import left_unread, of_reading, statement_in_picture
from publicity_check.checks.seen import may_carry_text
from publicity_check.checks.statements.languages import WORKING_LANGUAGE, in_other_language, language_name
from publicity_check.checks.statements.unfilled import unfilled
from publicity_check.facts.model import ImageFact, Note, Part, Statement
from publicity_check.publication import Region
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook import template
from publicity_check.rulebook.packs import Requirement
from publicity_check.text.words import more_words, words
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

_UNSURE = {"quoted": "statement-only-quoted", "of-programme": "statement-of-programme"}
"""What only a person can tell: whether the sentence says of this project what is asked for."""

_TOLD_ELSEWHERE = frozenset({*_WRONG, *_UNSURE, "reworded", "taken-back", "key-phrase-missing", "sentence-missing", "cut-off"})
"""Deviations that verdicts tell, and that are no remarks."""
_WEAK = frozenset({"statement-only-quoted", "statement-only-deleted", "statement-not-own"})

_LACKING = ("key-phrase-missing", "sentence-missing")
_UNSEEN = {
    Region.METADATA: "statement-only-in-metadata",
    Region.HIDDEN: "statement-only-hidden",
    Region.NOSCRIPT: "statement-only-hidden",
    Region.ALT_TEXT: "statement-only-in-picture",
}
_OF_ITS_WORDING = frozenset({"words-missing", "words-added", "words-changed"})
"""Remarks on the wording that a statement resembles, which say nothing where none is prescribed."""
_UNSEEN_CODES = frozenset(_UNSEEN.values())
_REVERSED = frozenset({"statement-negated", "statement-union-as-author"})


def judge(case: Case, requirement: Requirement, part: Part) -> Iterator[Finding]:
    """Decide whether a publication carries one part of a prescribed wording.

    The best of all statements found decides; one that denies what is asked decides against it, and so does a
    wrong label that readers see where the right one stands only where they may not see it.
    """
    found = [s for s in case.facts.statements if s.part == part and not _merely_alike(case, requirement, s)]
    said = _said(case, requirement)
    judged = sorted(
        ((_Sentence(case, requirement, s, said).verdict(), s) for s in found), key=lambda pair: _rank(pair[0])
    )
    verdicts = [verdict for verdict, _ in judged]
    against = next((v for v in verdicts if v.code in _REVERSED), None)
    if against is None and verdicts and verdicts[0].code in _UNSEEN_CODES:
        against = next((v for v, s in judged if v.kind is Kind.INCORRECT and is_seen_label(case, s)), None)
    if against is not None:
        yield against
    elif verdicts and verdicts[0].code not in _WEAK:
        yield verdicts[0]
    else:
        yield _absent(case, requirement, part, verdicts)


def is_seen_label(case: Case, statement: Statement) -> bool:
    """Say whether a statement is all that stands in a block that readers see: a label, and no sentence of the text."""
    if statement.image is not None or not stands(case, statement) or statement.span.first != statement.span.last:
        return False
    size = len(words(case.publication.quote(statement.span)))
    return not more_words(size + _AROUND, case.publication.blocks[statement.span.first].text)


def _merely_alike(case: Case, requirement: Requirement, statement: Statement) -> bool:
    """Say whether a statement is but part of a wording that the duty does not ask for, and does not name the Union.

    The names of a fund and of a programme side by side look like the wording of a programme with a similar name.
    """
    lacking = {*_LACKING, "slot-empty"} & statement.codes
    return not requirement.wordings and bool(lacking) and not _names_union(case, statement)


_RANKS = (Outcome.PASSED, Outcome.NEEDS_REVIEW, Outcome.FAILED)


def _rank(verdict: Finding) -> tuple[int, int, int]:
    """Order verdicts from best to worst; a nearly complete sentence tells more than a wrong one."""
    nearer = 0 if verdict.kind is Kind.INCOMPLETE else 1
    weak = verdict.code in _WEAK
    return (int(weak), _RANKS.index(verdict.outcome), nearer + len(verdict.notes))


def _absent(case: Case, requirement: Requirement, part: Part, others: Sequence[Finding]) -> Finding:
    suggestion = _suggestion(case, requirement, _said(case, requirement))
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


def _suggestion(case: Case, requirement: Requirement, slots: Mapping[str, str]) -> str | None:
    """Return the wording to paste, its gaps filled."""
    needed = case.needed(requirement, slots)
    return needed.text if needed else None


def _said(case: Case, requirement: Requirement) -> dict[str, str]:
    """Return what all parts of the wordings asked for hold in their gaps, wherever they stand."""
    asked = set(requirement.wordings)
    beside = (s for s in case.facts.statements if s.slots and asked.intersection(s.wordings))
    return {name: value for s in beside for name, value in _filled(case, s).items() if value}


def _filled(case: Case, statement: Statement) -> Mapping[str, str]:
    """Return what the gaps of a statement hold, without those that are still to be filled."""
    open_ = {str(n.values.get("slot", "")) for n in statement.deviations if n.code == "placeholder"}
    open_ |= unfilled(case, statement).keys()
    return {name: value for name, value in statement.slots.items() if name not in open_}


def stands(case: Case, statement: Statement) -> bool:
    """Say whether a statement stands in the text that readers see and claims what it says."""
    return claims(case.publication, case.facts, statement) and region_of(case.publication, statement.span).visible


_RESEMBLES = 0.6
"""Share of a prescribed sentence below which it is but one that resembles it."""
_WHOLE = 0.8
"""Share of a prescribed sentence from which on it is that sentence."""
_AROUND = 4
"""Words that may stand beside a label in its block."""
_LABEL = 6
"""Words up to which a wording is a label that stands beside the emblem, within its picture."""


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
    return part == "funding-statement" and (not texts or min(len(words(t)) for t in texts) <= _LABEL)


class _Sentence(msgspec.Struct, frozen=True):
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
        suggestion = _suggestion(case, self._its_wording, slots)
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
        if "cut-off" in codes:
            text = Quote(self.case.publication.quote(self.statement.span))
            return self._finding(Outcome.FAILED, "statement-cut-off", Kind.INCOMPLETE, text=text)
        if "taken-back" in codes and not codes & _WRONG.keys():
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
    if statement.wordings and statement.coverage >= _WHOLE and len(words(statement.prescribed)) > _LABEL:
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
