"""A prescribed sentence in one language, its gaps filled."""

import re
from collections.abc import Mapping, Sequence

from publicity_check.rulebook import Rulebook, template
from publicity_check.rulebook.languages import Material
from publicity_check.rulebook.wordings import WordingPart
from publicity_check.text.words import fold

_MATERIAL = {
    "material": "nominative",
    "material_nom": "nominative",
    "material_gen": "genitive",
    "this_nom": "this_nom",
    "this_gen": "this_gen",
    "prepared": "prepared",
}
"""Slots that the noun for the publication fills, with the form it takes there."""


def find_part(rulebook: Rulebook, wordings: Sequence[str], check: str, language: str) -> WordingPart | None:
    """Return the part for a check of the first of several wordings that has it in the language, else in English.

    A wording known from memory only is given where there is no English one either.
    """
    known = (rulebook.wordings[w] for w in wordings if w in rulebook.wordings)
    parts = [part for wording in known for part in wording.part if part.check == check]
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
    """Return a wording's text with its slots filled, optional words kept, and the first of several choices taken.

    A slot that nothing fills stays as ``{name}``: it is shown as open, never invented.
    """
    known = rulebook.languages[part.language].grammar.materials if part.language in rulebook.languages else ()
    said = _said_material(known, slots)

    def value(name: str) -> str:
        noun = said or (known[0] if known and not slots.get(name) else None)
        if noun is not None and name in _MATERIAL:
            return str(getattr(noun, _MATERIAL[name]))
        return slots.get(name) or (_short_of(slots.get("authority", "")) if name == "authority_short" else "")

    return template.filled(part.text, value)


_SHORT = re.compile(r"(?:^|\()(\w*[^\W\d_]\w*)\)?$")


def _short_of(authority: str) -> str:
    """Return the abbreviation of an authority: the name itself, or what stands in brackets behind it; "" if none.

    >>> [_short_of(name) for name in ("CINEA", "the Agency (EACEA)", "the Commission")]
    ['CINEA', 'EACEA', '']
    """
    match = _SHORT.search(authority.strip())
    return match[1] if match and match[1][:2].isupper() else ""


def _said_material(known: Sequence[Material], slots: Mapping[str, str]) -> Material | None:
    """Return the noun for the publication that a gap holds already, with its forms, if it is a known one."""
    held = {fold(slots[name]) for name in ("material", "material_nom", "material_gen") if slots.get(name)}
    return next((m for m in known if held & {fold(m.nominative), fold(m.genitive)}), None)
