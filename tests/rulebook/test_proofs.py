"""Every pack proves itself in each of its languages, by pages that follow from what it asks for."""

import re
from collections.abc import Iterator, Mapping

import pytest

from publicity_check import api
from publicity_check.messages import sentences
from publicity_check.prove import (
    FILLED,
    PAGE,
    ProofPage,
    judged,
    pages_for,
    unproved_number,
    unproved_pack,
    unrecognised,
)
from publicity_check.results import Kind, Outcome, Result
from publicity_check.rulebook import builtin
from publicity_check.rulebook.packs import Pack
from publicity_check.wording.needed import needed_texts

RULEBOOK = builtin()
GAP = re.compile(r"\{([a-z_]+)\}")


def languages(pack: Pack) -> tuple[str, ...]:
    return pack.languages or tuple(RULEBOOK.languages)


@pytest.mark.parametrize("pack", RULEBOOK.packs)
def test_what_a_pack_needs_passes_and_without_any_of_it_fails(pack: str) -> None:
    assert list(unproved_pack(RULEBOOK, pack)) == []


@pytest.mark.parametrize("wording", RULEBOOK.wordings)
def test_a_wording_is_recognised_in_full(wording: str) -> None:
    assert list(unrecognised(RULEBOOK, wording)) == []


@pytest.mark.parametrize("pack", RULEBOOK.packs)
def test_a_must_without_its_text_fails_the_page_and_says_what_to_paste(pack: str) -> None:
    chosen, say = RULEBOOK.packs[pack], sentences("en")
    for language in languages(chosen):
        for page in pages_for(RULEBOOK, chosen, language):
            for result in lacking(chosen, page):
                told = f"{page.about} ({language}): {result.code}"
                assert result.suggestion or "below" not in say.next_step(result), told
                open_ = ("emblem", "project-number", "fund-name", *(("programme-name",) if chosen.framework else ()))
                assert result.suggestion or result.check in open_, told
                assert "{" not in say.next_step(result), told
                if "without" in page.about:
                    assert result.kind is Kind.MISSING, told


@pytest.mark.parametrize("kind", RULEBOOK.numbers)
def test_a_kind_of_number_is_found_and_its_look_alikes_are_not(kind: str) -> None:
    assert list(unproved_number(RULEBOOK, kind)) == []


def lacking(pack: Pack, page: ProofPage) -> Iterator[Result]:
    if page.lacks is not None:
        results = judged(RULEBOOK, pack, page).results
        yield from (r for r in results if r.check == page.lacks and r.outcome is Outcome.FAILED)


def gaps() -> Iterator[tuple[str, str]]:
    """Yield pack and language of every wording that a duty asks for, in each language, once."""
    seen = set()
    for pack in RULEBOOK.packs.values():
        for _, duty in RULEBOOK.requirements(pack):
            for language in languages(pack) if duty.check in ("funding-statement", "disclaimer") else ():
                key = (duty.check, duty.wordings or duty.such_as, language)
                if key not in seen:
                    seen.add(key)
                    yield pack.id, language


@pytest.mark.parametrize(("pack", "language"), sorted(set(gaps())))
def test_what_is_suggested_makes_the_check_pass(pack: str, language: str) -> None:
    chosen = RULEBOOK.packs[pack]
    for page in pages_for(RULEBOOK, chosen, language):
        if page.lacks in ("funding-statement", "disclaimer"):
            for result in lacking(chosen, page):
                text = GAP.sub(lambda gap: FILLED.get(gap[1], gap[0]), result.suggestion or "")
                html = page.html.replace(b"</body>", f"<p>{text}</p></body>".encode())
                again = judged(RULEBOOK, chosen, ProofPage("mended", language, html))
                outcomes = [(r.outcome, r.code) for r in again.results if r.check == page.lacks]
                assert {outcome for outcome, _ in outcomes} == {Outcome.PASSED}, f"{outcomes}: {text}"


@pytest.mark.parametrize("pack", RULEBOOK.packs)
def test_a_pack_advises_names_of_its_own_programme_and_funds_only(pack: str) -> None:
    chosen = RULEBOOK.packs[pack]
    own = {name for names in chosen.names.values() for name in names} | {*chosen.short_names, "{programme}"}
    paid = {RULEBOOK.languages[code].names.funds[f].name for code in RULEBOOK.languages for f in funds_in(code, chosen)}
    for language in languages(chosen):
        for needed in needed_texts(RULEBOOK, chosen, language, {}):
            if needed.check == "programme-name":
                assert needed.text in own, language
            if needed.check == "fund-name":
                assert needed.text.removesuffix("+") in paid, language


def funds_in(language: str, pack: Pack) -> Iterator[str]:
    """Yield the funds of a pack that have a name in a language; "ESF+" may be the ESF's with a plus."""
    known = RULEBOOK.languages[language].names.funds
    yield from (f for fund in pack.funds for f in (fund, fund.removesuffix("+")) if f in known)


UNFUNDED: Mapping[str, str] = {
    "bg": "Общината откри нов мост над реката. Тя плати ремонта сама.",
    "cs": "Město otevřelo nový most přes řeku. Opravu zaplatilo samo.",
    "da": "Kommunen åbnede en ny bro over åen. Den betalte selv for arbejdet.",
    "de": "Die Stadt hat eine neue Brücke über den Fluss eröffnet. Sie hat die Arbeiten selbst bezahlt.",
    "el": "Ο δήμος εγκαινίασε μια νέα γέφυρα στο ποτάμι. Πλήρωσε ο ίδιος τις εργασίες.",
    "en": "The town opened a new bridge over the river. It paid for the works itself.",
    "es": "El municipio inauguró un nuevo puente sobre el río. Pagó las obras él mismo.",
    "et": "Linn avas uue silla üle jõe. Töö eest maksis linn ise.",
    "fi": "Kaupunki avasi uuden sillan joen yli. Se maksoi työt itse.",
    "fr": "La ville a ouvert un nouveau pont sur la rivière. Elle a payé les travaux elle-même.",
    "ga": "D’oscail an baile droichead nua thar an abhainn. D’íoc sé féin as an obair.",
    "hr": "Grad je otvorio novi most preko rijeke. Radove je platio sam.",
    "hu": "A város új hidat nyitott a folyón. A munkát maga fizette.",
    "it": "La città ha aperto un nuovo ponte sul fiume. Ha pagato i lavori da sola.",
    "lt": "Miestas atidarė naują tiltą per upę. Už darbus jis sumokėjo pats.",
    "lv": "Pilsēta atklāja jaunu tiltu pār upi. Par darbiem tā samaksāja pati.",
    "mt": "Il-belt fetħet pont ġdid fuq ix-xmara. Ħallset għax-xogħlijiet hi stess.",
    "nl": "De stad opende een nieuwe brug over de rivier. Zij betaalde het werk zelf.",
    "pl": "Miasto otworzyło nowy most na rzece. Za prace zapłaciło samo.",
    "pt": "A cidade abriu uma nova ponte sobre o rio. Pagou ela própria as obras.",
    "ro": "Orașul a deschis un pod nou peste râu. A plătit singur lucrările.",
    "sk": "Mesto otvorilo nový most cez rieku. Práce zaplatilo samo.",
    "sl": "Mesto je odprlo nov most čez reko. Dela je plačalo samo.",
    "sv": "Staden öppnade en ny bro över ån. Den betalade arbetet själv.",
}
"""A publication without money of the Union, in each language."""


def test_there_is_a_publication_without_money_of_the_union_in_each_language() -> None:
    assert UNFUNDED.keys() == RULEBOOK.languages.keys()


@pytest.mark.parametrize("language", UNFUNDED)
def test_a_page_that_shows_no_sign_of_the_union_is_judged_by_no_rules(language: str) -> None:
    page = PAGE.format(language, "Linden", f"<p>{UNFUNDED[language]}</p>").encode()
    report = api.check(page, name="page.html").publications[0]
    assert (report.outcome, report.rule_packs) == (Outcome.INAPPLICABLE, ())
