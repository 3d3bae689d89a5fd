"""The one list of the texts that a pack asks for, in one language.

What a check suggests, what ``publicity-check statement`` prints and the pages by which packs are proved are all made
of it, so that none of them can ask for less than another.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.common import CHECKS, CheckName, Medium
from publicity_check.rulebook.packs import Pack, Requirement
from publicity_check.rulebook.template import open_slots
from publicity_check.wording.fill import fill, find_part

_ENGLISH = "en"


class NeededText(msgspec.Struct, frozen=True, gc=False):
    """A text that a publication needs: for which check, in which language, and how sure its wording is.

    ``language`` is "" where a text is the same in all. For the emblem it is the alternative text of the picture.
    """

    check: CheckName
    text: str
    language: str
    level: str
    verified: str = ""
    example: bool = False
    """Whether the text only shows what is meant: any sentence that names the Union in full will do."""
    media: tuple[Medium, ...] = ()
    """The kinds of publications that need it, all where none is named."""

    @property
    def open_slots(self) -> tuple[str, ...]:
        """The names of the gaps that are still open in the text."""
        return open_slots(self.text)


def needed_texts(rulebook: Rulebook, pack: Pack, language: str, slots: Mapping[str, str]) -> tuple[NeededText, ...]:
    """Return the texts that a publication under a pack needs, in the order of the checks.

    ``language`` is the language wanted; where a wording is not known in it, the English one is given and its language
    says so. ``slots`` fill the gaps (``beneficiary``, ``number``, ``authority`` …); others stay as ``{name}``.
    """
    duties = sorted((r for _, r in rulebook.requirements(pack)), key=lambda r: CHECKS.index(r.check))
    found = (needed_for(rulebook, pack, duty, language, slots) for duty in duties)
    return tuple(n for n in found if n is not None)


def needed_for(
    rulebook: Rulebook, pack: Pack, duty: Requirement, language: str, slots: Mapping[str, str]
) -> NeededText | None:
    """Return the text that one duty of a pack asks for, ``None`` where it asks for none (budget, language)."""
    give = _TEXTS.get(duty.check)
    return give(_Asked(rulebook, pack, duty, language, slots)) if give else None


class _Asked(NamedTuple):
    """What a text is asked for: a duty of a pack, in a language, with what fills the gaps."""

    rulebook: Rulebook
    pack: Pack
    duty: Requirement
    language: str
    slots: Mapping[str, str]

    def text(self, text: str, language: str, verified: str = "", *, example: bool = False) -> NeededText:
        """Return a text that the duty needs."""
        return NeededText(self.duty.check, text, language, self.duty.level, verified, example, self.duty.media)


def _wording(asked: _Asked) -> NeededText | None:
    duty = asked.duty
    part = find_part(asked.rulebook, duty.wordings or duty.such_as, duty.check, asked.language)
    if part is None:
        return None
    text = fill(asked.rulebook, part, asked.slots)
    return asked.text(text, part.language, part.verified, example=not duty.wordings)


def _link(asked: _Asked) -> NeededText | None:
    hosts = hosts_of(asked.pack, asked.duty)
    return asked.text(f"www.{hosts[0]}", "") if hosts else None


def hosts_of(pack: Pack, duty: Requirement) -> tuple[str, ...]:
    """Return the sites of which a duty asks for one: its own, else the programme's."""
    return duty.hosts or (pack.hosts if duty.check == "programme-link" else ())


def _number(asked: _Asked) -> NeededText:
    number = asked.slots.get("number") or "{number}"
    word, code = _introducer(asked.rulebook, asked.pack, asked.language)
    return asked.text(f"{word[:1].upper()}{word[1:]} {number}".strip(), code)


def _introducer(rulebook: Rulebook, pack: Pack, language: str) -> tuple[str, str]:
    """Return what stands before a project number, and its language: the programme's words, else the language's."""
    kinds = [rulebook.numbers[k] for member in rulebook.lineage(pack) for k in member.numbers if k in rulebook.numbers]
    for code in (language, _ENGLISH):
        known = [word for kind in kinds for word in kind.introducers.get(code, ())]
        known += rulebook.languages[code].names.numbers.introducers if code in rulebook.languages else ()
        if known:
            return known[0], code
    return "", ""


def _programme(asked: _Asked) -> NeededText:
    pack = asked.pack
    if pack.framework:
        return asked.text(asked.slots.get("programme") or "{programme}", "")
    for code in (asked.language, _ENGLISH):
        if pack.names.get(code):
            return asked.text(pack.names[code][0], code)
    return asked.text(pack.short_names[0] if pack.short_names else next(iter(pack.title.values())), "")


def _fund(asked: _Asked) -> NeededText | None:
    funds = funds_of(asked.pack, asked.duty)
    return asked.text(*fund_name(asked.rulebook, funds[0], asked.language)) if funds else None


def fund_name(rulebook: Rulebook, fund: str, language: str) -> tuple[str, str]:
    """Return a fund's name in a language, else in English, else its id; and the language of it."""
    for code in (language, _ENGLISH):
        funds = rulebook.languages[code].names.funds if code in rulebook.languages else {}
        if fund in funds:
            return funds[fund].name, code
        if fund.endswith("+") and fund[:-1] in funds:
            return f"{funds[fund[:-1]].name}+", code
    return fund, ""


def funds_of(pack: Pack, duty: Requirement) -> tuple[str, ...]:
    """Return the funds of which a duty accepts any, those that pay in the pack first."""
    accepted = duty.funds or pack.funds
    own = tuple(fund for fund in pack.funds if fund in accepted)
    return own + tuple(fund for fund in accepted if fund not in own)


def _emblem(asked: _Asked) -> NeededText:
    code = asked.language if asked.language in asked.rulebook.languages else _ENGLISH
    return asked.text(asked.rulebook.languages[code].names.union.name, code)


def _slogan(asked: _Asked) -> NeededText | None:
    duty = asked.duty
    part = find_part(asked.rulebook, duty.wordings, "funding-statement", asked.language)
    if part is not None:
        return asked.text(fill(asked.rulebook, part, asked.slots), part.language, part.verified)
    return asked.text(duty.terms[0], "") if duty.terms else None


_TEXTS: dict[CheckName, Callable[[_Asked], NeededText | None]] = {
    "funding-statement": _wording,
    "disclaimer": _wording,
    "slogan": _slogan,
    "programme-name": _programme,
    "fund-name": _fund,
    "programme-link": _link,
    "eu-link": _link,
    "project-number": _number,
    "emblem": _emblem,
}
