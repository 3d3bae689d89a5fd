"""Prescribed statements and disclaimers, as real publications write them."""

import pytest
from statement_help import find, only, values

from publicity_check.publication import Block, Region
from publicity_check.rulebook import builtin

LATLIT = "interreg-latvia-lithuania-2014-2020"
SENTENCE = "Šis raksts ir sagatavots ar Eiropas Savienības finansiālo atbalstu."
DISCLAIMER = (
    "Par šī raksta saturu pilnībā atbild Ludzas novada pašvaldība, un tas nekādos apstākļos nav uzskatāms "
    "par Eiropas Savienības oficiālo nostāju."
)
MGA = (
    "Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of "
    "the European Union or the European Education and Culture Executive Agency. Neither the European Union nor EACEA "
    "can be held responsible for them."
)


def test_the_two_sentences_of_the_programme_are_two_statements_each_without_deviation():
    statement, disclaimer = find(SENTENCE + " " + DISCLAIMER)
    assert (statement.part, statement.wordings, statement.coverage) == ("funding-statement", (LATLIT,), 1.0)
    assert (disclaimer.part, disclaimer.wordings, disclaimer.coverage) == ("disclaimer", (LATLIT,), 1.0)
    assert not statement.deviations
    assert not disclaimer.deviations


def test_slots_hold_their_text_as_written():
    statement, disclaimer = find(SENTENCE + " " + DISCLAIMER)
    assert dict(statement.slots) == {"this_nom": "Šis", "material_nom": "raksts", "prepared": "sagatavots"}
    assert disclaimer.slots["beneficiary"] == "Ludzas novada pašvaldība"
    assert disclaimer.prescribed == DISCLAIMER


@pytest.mark.parametrize(
    "text",
    [
        "Šī publikācija ir sagatavota ar Eiropas Savienības finansiālo atbalstu",
        "ŠIS RAKSTS IR SAGATAVOTS AR EIROPAS SAVIENĪBAS FINANSIĀLO ATBALSTU!",
        "Šis\u00a0raksts ir sagata\u00advots – ar  „Eiropas Savienības” finansiālo\natbalstu.",
        "Šī mājaslapas sadaļa ir uzturēta ar Eiropas Savienības finansiālo atbalstu.",
    ],
)
def test_case_spacing_quotes_and_the_noun_of_the_material_are_no_deviation(text):
    assert not only(text).deviations


def test_a_sentence_broken_over_two_blocks_is_one_statement():
    texts = ("Šis raksts ir sagatavots ar Eiropas", "Savienības finansiālo atbalstu.")
    found = only(*texts)
    assert not found.deviations
    assert (found.span.first, found.span.last) == (0, 1)


def test_a_slot_may_stand_in_the_next_block():
    first, second = MGA.split(" the European Education", 1)
    found = only(first, "the European Education" + second)
    assert not found.deviations
    assert found.slots["authority"].startswith("the European Education and Culture")


def test_a_slot_left_out_before_a_full_stop_is_empty():
    found = only(MGA.replace(" the European Education and Culture Executive Agency", " "))
    assert values(found, "slot-empty") == {"text": "{authority}", "slot": "authority"}


def test_crosses_in_one_word_of_a_slot_are_a_placeholder():
    assert "placeholder" in only(MGA.replace("nor EACEA", "nor the XXXX")).codes


def test_parts_may_stand_apart_with_a_budget_between_them_and_in_either_order():
    found = find(DISCLAIMER, "Kopējās projekta izmaksas ir 176 680,75 EUR.", SENTENCE)
    assert [s.part for s in found] == ["disclaimer", "funding-statement"]
    assert not any(s.deviations for s in found)


def test_a_disclaimer_in_one_sentence_is_recognised_where_two_are_prescribed():
    found = only(
        "Už šios informacijos turinį atsako Biržų regioninis parkas ir jokiomis aplinkybėmis negali būti laikoma, "
        "kad jis atspindi oficialią Europos Sąjungos nuomonę."
    )
    assert (found.wordings, found.language, found.deviations) == ((LATLIT,), "lt", ())


def test_a_lost_word_that_is_no_key_phrase_is_named():
    found = only("Šis raksts sagatavots ar Eiropas Savienības atbalstu.")
    assert found.codes == {"words-missing"}
    assert LATLIT in found.wordings
    assert "ir" in found.missing


def test_a_missing_key_phrase_is_named():
    found = only(DISCLAIMER.replace("pilnībā atbild", "pilnībā"))
    assert values(found, "key-phrase-missing") == {"text": "atbild"}


def test_a_missing_sentence_is_named_with_its_text():
    found = only(MGA.split(" Neither")[0])
    assert values(found, "sentence-missing")["text"].startswith("Neither the European Union nor")


def test_the_disclaimer_without_its_opening_is_complete():
    assert not only(MGA).deviations
    assert [s.part for s in find("Funded by the European Union. " + MGA)] == ["funding-statement", "disclaimer"]


def test_a_lost_negation_makes_a_disclaimer_say_the_opposite():
    found = only(DISCLAIMER.replace("nav uzskatāms", "ir uzskatāms"))
    assert "negated" in found.codes


def test_an_added_negation_makes_a_statement_say_the_opposite():
    found = only("Šis raksts nav sagatavots ar Eiropas Savienības finansiālo atbalstu.")
    assert "negated" in found.codes


def test_the_union_abbreviated_in_a_long_sentence_is_named():
    found = only(SENTENCE.replace("Eiropas Savienības", "ES"))
    assert values(found, "union-abbreviated") == {"text": "ES"}


def test_a_fund_in_place_of_the_union_in_a_long_sentence_is_named():
    found = only(SENTENCE.replace("Eiropas Savienības", "Eiropas Reģionālās attīstības fonda"))
    assert values(found, "union-replaced") == {"text": "Eiropas Reģionālās attīstības fonda"}


@pytest.mark.parametrize("gap", ["[partnera nosaukums]", "XXX", "{beneficiary}", "…", "<partner>", "______"])
def test_a_placeholder_in_a_slot_is_no_filling(gap):
    found = only(DISCLAIMER.replace("Ludzas novada pašvaldība", gap))
    assert "placeholder" in found.codes


def test_an_empty_slot_is_named():
    found = only(DISCLAIMER.replace("Ludzas novada pašvaldība", ""))
    assert "slot-empty" in found.codes


def test_lost_diacritics_are_found_and_then_reported():
    found = only("Sis raksts ir sagatavots ar Eiropas Savienibas finansialo atbalstu.")
    assert found.codes == {"lost-diacritics"}
    assert "Savienibas" in values(found, "lost-diacritics")["text"]


def test_greek_capitals_need_no_accents():
    assert not only("ΜΕ ΤΗ ΣΥΓΧΡΗΜΑΤΟΔΟΤΗΣΗ ΤΗΣ ΕΥΡΩΠΑΪΚΗΣ ΕΝΩΣΗΣ").deviations


def test_a_typing_slip_is_named_with_the_right_word():
    found = only(DISCLAIMER.replace("uzskatāms", "uzskatams").replace("pilnībā", "pilnbīā"))
    assert values(found, "typing-slip") == {"expected": "pilnībā", "text": "pilnbīā"}


def test_bent_grammar_is_named():
    found = only(DISCLAIMER.replace("oficiālo nostāju", "oficiālā nostāja"))
    assert "bent-grammar" in found.codes
    assert "key-phrase-missing" not in found.codes


def test_a_grant_number_fills_its_slot():
    found = only(
        "This project has received funding from the European Union’s Horizon 2020 research and innovation "
        "programme under grant agreement Nº 101022004."
    )
    assert found.wordings == ("horizon-2020",)
    assert "101022004" in found.slots["number"]
    assert not found.deviations


def test_a_statement_in_the_hidden_part_of_a_page_is_found_with_its_block():
    found = only(Block(0, SENTENCE, region=Region.HIDDEN))
    assert found.span.first == 0


def test_no_place_is_reported_twice():
    found = find("This project is funded by the European Union. " + MGA, SENTENCE, DISCLAIMER)
    spans = [(s.part, s.span) for s in found]
    assert len(spans) == len(set(spans)) == 4


def test_every_wording_detects_itself_in_full():
    """Each prescribed text, its slots filled, is found as that wording with nothing to remark."""
    fillings = {"this_nom": "Šis", "prepared": "sagatavots", "material": "leaflet", "number": "101022004"}
    unfound = []
    for identifier, wording in builtin().wordings.items():
        for part in wording.part:
            text = _filled(part.text, fillings)
            matching = [
                s for s in find(text) if identifier in s.wordings and s.part == part.check and s.coverage == 1.0
            ]
            if not any(not s.codes - {"fund-appended"} for s in matching):
                unfound.append((identifier, part.language, text, [s.deviations for s in find(text)]))
    assert not unfound


def _filled(text: str, fillings: dict[str, str]) -> str:
    parsed = text
    while "{" in parsed:
        name = parsed[parsed.index("{") + 1 : parsed.index("}")]
        parsed = parsed.replace("{" + name + "}", fillings.get(name, "Example Partner"))
    for mark in "[]":
        parsed = parsed.replace(mark, "")
    if "|" in parsed and "(" in parsed:
        parsed = next(iter(_first_variant(parsed)))
    return parsed


def _first_variant(text: str):
    from publicity_check.rulebook.template import variants

    yield from variants(text)
