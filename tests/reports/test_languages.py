import re

import pytest
from msgspec.structs import replace
from report_samples import defective, report, result, results, unfunded

from publicity_check.facts.model import Note
from publicity_check.reports import ReportOptions, catalogues, render
from publicity_check.reports.messages import message_of
from publicity_check.reports.say import languages, sentences
from publicity_check.results import Outcome

COMPLETE = ("lv", "lt")
SLOT = re.compile(r"\{[a-z_]+\}")


def text_of(language, *publications):
    return render("text", report(*publications), ReportOptions(language=language, width=300))


@pytest.mark.parametrize("language", COMPLETE)
def test_no_sentence_lacks_its_translation(language):
    assert catalogues.lacking(language) == []


@pytest.mark.parametrize("language", COMPLETE)
def test_no_stored_sentence_is_one_that_is_said_no_more(language):
    wanted = {message.id for message in catalogues.wanted()}
    assert [m.id for m in catalogues.stored(language) if m.id not in wanted] == []


@pytest.mark.parametrize("language", COMPLETE)
def test_every_translation_has_the_slots_of_its_sentence(language):
    for message in catalogues.stored(language):
        if message.id and message.string:
            ids = (message.id,) if isinstance(message.id, str) else message.id
            strings = (message.string,) if isinstance(message.string, str) else message.string
            for string in strings:
                if string:
                    assert set(SLOT.findall(string)) == set(SLOT.findall(ids[-1])), message.id


def test_english_is_known_without_a_catalogue_and_others_by_theirs():
    assert {"en", *COMPLETE} <= set(languages())


def test_an_unknown_language_is_english():
    assert text_of("xx") == text_of("en")
    assert text_of("../lv") == text_of("en")


def test_a_language_may_be_named_with_its_country():
    assert text_of("lv_LV.UTF-8") == text_of("lv")


@pytest.mark.parametrize(
    ("language", "headline", "unfunded_headline"),
    [
        (
            "lv",
            "trūkst 1 elementa, nesakrīt 1 skaitlis, 1 vieta jāapskata jums pašiem.",
            "NAV PĀRBAUDĪTS: nekas neliecina par ES finansējumu",
        ),
        (
            "lt",
            "trūksta 1 elemento, nesutampa 1 skaičius, 1 vietą turite pažiūrėti patys.",
            "NETIKRINTA: nėra jokių ES finansavimo požymių",
        ),
    ],
)
def test_the_report_speaks_the_reader_s_language(language, headline, unfunded_headline):
    assert text_of(language).splitlines()[0].lower() == headline
    assert text_of(language, unfunded()).splitlines()[0] == unfunded_headline


@pytest.mark.parametrize(("number", "noun"), [(1, "elementa"), (2, "elementu"), (11, "elementu"), (21, "elementa")])
def test_plurals_follow_the_language(number, noun):
    told = sentences("lv").plural("{n} thing is missing", "{n} things are missing", number)
    assert told == f"trūkst {number} {noun}"


@pytest.mark.parametrize(
    ("language", "expected"), [("lv", "150 178,64 EUR"), ("lt", "150 178,64 EUR"), ("en", "150,178.64 EUR")]
)
def test_figures_are_written_as_the_language_writes_them(language, expected):
    say = sentences(language)
    told = say.note(Note("ambiguous-figure", {"figure": "1.234", "value": "150178.64 EUR"}))
    assert expected in told.replace("\N{NO-BREAK SPACE}", " ")


def test_dates_are_written_as_the_language_writes_them():
    values = {"check": "disclaimer", "reason": "agreed", "until": "2027-01-31"}
    expired = result("disclaimer", Outcome.NEEDS_REVIEW, code="suppression-expired", values=values)
    assert "31 Jan 2027" in sentences("en").message(expired)
    assert "2027. gada 31. janv." in sentences("lv").message(expired)


def test_a_message_is_made_anew_from_its_code_and_values():
    missing = result("disclaimer", Outcome.FAILED, code="statement-missing", values={"what": "The disclaimer"})
    assert sentences("lv").message(missing) == "Atruna par atbildību: trūkst."
    assert sentences("en").message(missing) == "The disclaimer is missing."


def test_a_language_named_in_a_message_is_named_in_the_reader_s():
    values = {"language": "Latvian", "what": "The disclaimer", "found_language": "English"}
    other = result("disclaimer", Outcome.NEEDS_REVIEW, code="statement-other-language", values=values)
    assert sentences("lv").message(other) == "Atruna par atbildību ir, bet citā valodā (angļu) nekā teksts (latviešu)."


def test_what_a_publication_says_is_never_translated_into_markup_or_slots():
    values = {"number": "{what} {0.__class__}"}
    present = result("project-number", Outcome.PASSED, code="number-present", values=values)
    assert sentences("en").message(present) == "The project number is there: {what} {0.__class__}."


def test_a_value_that_is_lacking_leaves_its_slot():
    present = result("project-number", Outcome.PASSED, code="number-present", values={})
    assert sentences("en").message(present) == "The project number is there: {number}."


def test_a_made_up_code_shows_the_message_it_came_with():
    assert sentences("lv").message(results()[1]) == "The disclaimer is missing; only the funding sentence stands."


def test_the_html_report_declares_its_language():
    html = render("html", report(defective()), ReportOptions(language="lt"))
    assert '<html lang="lt">' in html
    assert "Ką daryti:" in html


def test_quotation_marks_are_those_of_the_language():
    evidence = replace(results()[7].evidence[0], quote="citāts")
    one = defective(results=(result("budget", Outcome.NEEDS_REVIEW, evidence=(evidence,)),))
    assert "„citāts”" in text_of("lv", one)
    assert "„citāts“" in text_of("lt", one)


def test_a_hint_inside_a_sentence_is_told_in_the_same_language():
    hint = message_of("hint-programme")
    values = {"hint": hint.text.format(name="Interreg")}
    perhaps = result("budget", Outcome.NEEDS_REVIEW, code="perhaps-funded", values=values)
    assert "tajā kopā ar projektu minēts „Interreg”" in sentences("lv").message(perhaps)
