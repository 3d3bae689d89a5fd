"""The wording to paste: what a requirement asks for, in the publication's language, its gaps filled."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from publicity_check.checks.interface import Case
from publicity_check.facts.model import Part
from publicity_check.results import CHECKS
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.languages import Material
from publicity_check.rulebook.packs import Pack, Requirement
from publicity_check.rulebook.wordings import WordingPart
from publicity_check.text.words import fold

_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_CHOICE = re.compile(r"\(([^()|]+)(?:\|[^()]*)+\)")
_SLOT = re.compile(r"\{([a-z_]+)\}")
_MATERIAL = {
    "material": "nominative",
    "material_nom": "nominative",
    "material_gen": "genitive",
    "this_nom": "this_nom",
    "this_gen": "this_gen",
    "prepared": "prepared",
}
"""Slots that the noun for the publication fills, with the form it takes there."""


def wording_text(
    case: Case, requirement: Requirement, part: Part, slots: Mapping[str, str] | None = None
) -> str | None:
    """Return the prescribed sentence in the publication's language, or in English where none is known.

    ``slots`` are the fillings found; the project's number and publisher are filled from profile and facts. A slot
    that nothing fills stays as ``{name}``: it is shown as open, never invented.
    """
    found = find_part(case.rulebook, requirement, part, case.language)
    if found is None:
        return None
    return fill(case.rulebook, found, {**_known(case), **_said_beside(case, requirement), **(slots or {})})


def _said_beside(case: Case, requirement: Requirement) -> dict[str, str]:
    """Return how the other parts of the same wording fill its gaps, so that "this article" stays an article."""
    beside = (s for s in case.facts.statements if set(s.wordings) & set(requirement.wordings))
    return {name: value for statement in beside for name, value in statement.slots.items() if value}


def find_part(rulebook: Rulebook, requirement: Requirement, part: Part, language: str) -> WordingPart | None:
    """Return the first wording of a requirement that has the part in the language; where none was read, in English.

    A wording known from memory only is given where there is no English one either.
    """
    parts = [
        p for w in requirement.wordings if w in rulebook.wordings for p in rulebook.wordings[w].part if p.check == part
    ]
    return (
        next((p for p in parts if p.language == language and was_read(p)), None)
        or next((p for p in parts if p.language == "en"), None)
        or next((p for p in parts if p.language == language), None)
        or (parts[0] if parts else None)
    )


def was_read(part: WordingPart) -> bool:
    """Say whether a wording was read anywhere: what is known from memory only is not handed out as prescribed."""
    return part.verified != "own-knowledge"


def fill(rulebook: Rulebook, part: WordingPart, slots: Mapping[str, str]) -> str:
    """Return a wording's text with its slots filled, optional words kept, and the first of several choices taken."""
    text = _CHOICE.sub(lambda m: m[1], _OPTIONAL.sub(lambda m: m[1], part.text))
    known = rulebook.languages[part.language].grammar.materials if part.language in rulebook.languages else ()
    said = _said_material(known, slots)

    def value(match: re.Match[str]) -> str:
        name = match[1]
        noun = said or (known[0] if known and not slots.get(name) else None)
        if noun is not None and name in _MATERIAL:
            return str(getattr(noun, _MATERIAL[name]))
        return slots.get(name) or match[0]

    return _SLOT.sub(value, text)


def _said_material(known: Sequence[Material], slots: Mapping[str, str]) -> Material | None:
    """Return the noun for the publication that a gap holds already, with its forms, if it is a known one."""
    held = {fold(slots[name]) for name in ("material", "material_nom", "material_gen") if slots.get(name)}
    return next((m for m in known if held & {fold(m.nominative), fold(m.genitive)}), None)


class NeededText(msgspec.Struct, frozen=True, gc=False):
    """A text that a publication needs: for which check, in which language, and how sure its wording is."""

    check: CheckName
    text: str
    language: str
    level: str
    verified: str = ""
    open_slots: tuple[str, ...] = ()
    """Names of the gaps that are still open in the text."""


def needed_texts(rulebook: Rulebook, pack: Pack, language: str, slots: Mapping[str, str]) -> tuple[NeededText, ...]:
    """Return the texts that a publication under a pack needs, in the order of the checks.

    ``language`` is the language wanted; where a wording is not known in it, the English one is given and its language
    says so. ``slots`` fill the gaps (``beneficiary``, ``number``, ``authority`` …); others stay as ``{name}``.
    """
    duties = sorted((r for _, r in rulebook.requirements(pack)), key=lambda r: CHECKS.index(r.check))
    found = [_needed(rulebook, pack, duty, language, slots) for duty in duties]
    return tuple(n for n in found if n is not None)


def _needed(
    rulebook: Rulebook, pack: Pack, duty: Requirement, language: str, slots: Mapping[str, str]
) -> NeededText | None:
    if duty.check in ("funding-statement", "disclaimer"):
        part = find_part(rulebook, duty, duty.check, language)
        if part is None:
            return None
        text = fill(rulebook, part, slots)
        return NeededText(duty.check, text, part.language, duty.level, part.verified, tuple(_SLOT.findall(text)))
    if duty.check in ("programme-link", "eu-link"):
        hosts = duty.hosts or (pack.hosts if duty.check == "programme-link" else ("europa.eu",))
        return NeededText(duty.check, f"www.{hosts[0]}", "", duty.level) if hosts else None
    if duty.check == "project-number":
        number = slots.get("number", "")
        return NeededText(duty.check, number or "{number}", "", duty.level, open_slots=() if number else ("number",))
    if duty.check == "programme-name":
        names = pack.names.get(language) or pack.names.get("en")
        code = language if pack.names.get(language) else "en"
        return NeededText(duty.check, names[0], code, duty.level) if names else None
    if duty.check == "fund-name":
        funds = duty.funds or pack.funds
        return NeededText(duty.check, fund_name(rulebook, funds[0], language), language, duty.level) if funds else None
    return None


def fund_name(rulebook: Rulebook, fund: str, language: str) -> str:
    """Return a fund's name in a language, else in English, else its id."""
    for code in (language, "en"):
        known = rulebook.languages.get(code)
        if known and fund in known.names.funds:
            return known.names.funds[fund].name
    return fund


def _known(case: Case) -> dict[str, str]:
    known: dict[str, str] = {}
    if case.project:
        known["number"] = case.project
    if case.profile is not None:
        publisher = {"beneficiary": case.profile.publisher, "partner": case.profile.publisher}
        known |= {k: v for k, v in publisher.items() if v}
        if case.profile.authority:
            known |= {"authority": case.profile.authority}
    return known
