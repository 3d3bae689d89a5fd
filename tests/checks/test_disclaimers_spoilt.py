"""Disclaimers that people spoil: a denial lost, an exception added, the opposite said next. None passes."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from publicity_check import check
from publicity_check.rulebook import builtin
from publicity_check.rulebook.template import variants

SPOILT = tomllib.loads((Path(__file__).parent.parent / "data" / "disclaimers_spoilt.toml").read_text("utf-8"))
NAMES = {"{authority}": "EACEA", "{authority_short}": "EACEA"}
RULES = "creative-europe-2021-2027"


def prescribed(language: str) -> str:
    """Return the disclaimer of the model grant agreement in a language, its first form."""
    parts = builtin().wordings["mga-17-3"].part
    text = next(p.text for p in parts if p.check == "disclaimer" and p.language == language)
    return variants(text)[0]


def outcome(text: str, language: str) -> tuple[str, str]:
    """Return the outcome of the disclaimer's check, and its code, for a page with a text."""
    for slot, name in NAMES.items():
        text = text.replace(slot, name)
    page = f'<!DOCTYPE html><html lang="{language}"><body><main><p>{text}</p></main></body></html>'
    results = check(page.encode(), name="page.html", rules=[RULES]).publications[0].results
    result = next(r for r in results if r.check == "disclaimer")
    return str(result.outcome), result.code


def spoilt(language: str) -> Iterator[tuple[str, str]]:
    """Yield what is done to a disclaimer, and the disclaimer spoilt so."""
    said, text = SPOILT[language], prescribed(language)
    for before, after in [*said["lost"], said["partly"]]:
        assert before in text, (language, before)
        yield after, text.replace(before, after, 1)
    yield said["except"], text[:-1] + said["except"] + "."
    yield said["after"], f"{text} {said['after']}"
    yield "before", f"{said['after']} {text}"
    yield "next", f"{text}</p><p>{said['after']}"


@pytest.mark.parametrize("language", SPOILT)
def test_the_disclaimer_as_prescribed_passes(language: str) -> None:
    assert outcome(prescribed(language), language) == ("passed", "statement-present")


ENGLISH = prescribed("en")[:-1]


@pytest.mark.parametrize(
    "text",
    [
        f"{ENGLISH}, as far as chapters 1 and 2 go.",
        f"{ENGLISH}; chapter 3 was agreed with it word by word.",
        f"{ENGLISH} – chapter 3 has been approved by it.",
        f"{ENGLISH}. This document reflects the views of the European Union.",
        f"Apart from chapter 3, views{ENGLISH[5:]}.",
        ENGLISH.replace("those of the European", "those (other than chapter 3) of the European"),
    ],
)
def test_what_is_hung_on_a_disclaimer_is_for_a_person_to_read(text: str) -> None:
    assert outcome(text, "en") == ("needs_review", "statement-taken-back")


@pytest.mark.parametrize(
    "text",
    [
        f"Disclaimer: {ENGLISH}.",
        f"{ENGLISH} (see page 2).",
        f"{ENGLISH}. Reproduction is authorised, except for commercial purposes.",
        f"{ENGLISH}. Partly cloudy with sunny spells.",
        "{} Our school works with the European Union and its agencies.".format(prescribed("en")),
        ENGLISH.replace("nor {authority_short}", "or {authority_short}") + ".",
    ],
)
def test_what_stands_beside_a_disclaimer_takes_nothing_back(text: str) -> None:
    assert outcome(text, "en")[0] == "passed"


OPEN = {
    "en": ["the granting authority", "[name]", "the [granting authority]", "TBC", "to be completed", "«name»"],
    "de": ["der Bewilligungsbehörde", "[Bewilligungsbehörde]", "XXX"],
    "fr": ["l’autorité d’octroi", "[nom de l’autorité]", "<autorité>", "à compléter"],
    "lv": ["piešķīrējiestādes", "[iestāde]", "XXXX", "jāprecizē"],
    "fi": ["avustuksen myöntävän viranomaisen", "[viranomaisen nimi]", "____"],
    "pl": ["organu przyznającego dotację", "[nazwa organu]", "do uzupełnienia"],
    "el": ["της χορηγούσας αρχής", "[όνομα]", "<αρχή>"],
    "mt": ["l-awtorità li tagħti l-għotja", "[isem]", "XXX"],
    "hu": ["a támogatást nyújtó hatóság", "[hatóság]", "kitöltendő"],
}


@pytest.mark.parametrize("language", OPEN)
def test_a_name_that_was_never_filled_in_does_not_pass(language: str) -> None:
    told = {}
    for name in OPEN[language]:
        written = name.replace("<", "&lt;").replace(">", "&gt;")
        told[name] = outcome(prescribed(language).replace("{authority}", written), language)
    assert told == dict.fromkeys(OPEN[language], ("failed", "statement-placeholder"))


def test_the_name_of_an_authority_in_brackets_behind_it_is_no_gap() -> None:
    text = prescribed("en").replace("{authority}", "the European Education and Culture Executive Agency [EACEA]")
    assert outcome(text.replace("{authority_short}", "the granting authority"), "en")[0] == "passed"


@pytest.mark.parametrize("language", SPOILT)
def test_a_spoilt_disclaimer_does_not_pass(language: str) -> None:
    assert [done for done, text in spoilt(language) if outcome(text, language)[0] == "passed"] == []


NOBODY = {
    "en": ["nobody", "no one", "whoever wrote it"],
    "lv": ["neviens", "kāds", "jebkurš"],
    "lt": ["niekas", "bet kas"],
    "de": ["niemand", "irgendjemand"],
    "fr": ["n’importe qui", "tout le monde"],
    "it": ["nessuno", "chiunque"],
    "pl": ["nikt", "ktokolwiek"],
    "es": ["nadie", "cualquiera"],
    "hr": ["nitko", "bilo tko"],
    "ro": ["nimeni", "oricine"],
}
PACKS = {w: pack.id for pack in builtin().packs.values() for duty in pack.requirement for w in duty.wordings}
ANSWERING = [
    (part.language, PACKS[wording.id], variants(part.text)[0])
    for wording in builtin().wordings.values()
    for part in wording.part
    if part.check == "disclaimer" and "{beneficiary}" in part.text and part.language in NOBODY and wording.id in PACKS
]


@pytest.mark.parametrize(("language", "pack", "text"), ANSWERING)
def test_a_disclaimer_for_which_nobody_stands_does_not_pass(language: str, pack: str, text: str) -> None:

    def told(name: str) -> str:
        filled = text.replace("{beneficiary}", name).replace("{authority}", "EACEA").replace("{number}", "LLI-263")
        page = f'<html lang="{language}"><body><p>{filled}</p></body></html>'
        results = check(page.encode(), name="page.html", rules=[pack]).publications[0].results
        return next(str(r.outcome) for r in results if r.check == "disclaimer")

    assert {name: told(name) for name in NOBODY[language] if told(name) == "passed"} == {}
    assert told("Riverton Museum") == "passed"
