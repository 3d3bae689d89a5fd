import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from publicity_check import check
from publicity_check.facts.model import Note
from publicity_check.messages import catalogue, languages, sentences
from publicity_check.reports import ReportOptions, grouping, render
from publicity_check.results import Outcome
from publicity_check.rulebook import builtin
from publicity_check.values.message import Day, LanguageName, Message, Money, Quote, Several, Term
from report_samples import defective, report, result, results, unfunded

COMPLETE = ("lv", "lt")


def text_of(language, *publications):
    return render("text", report(*publications), ReportOptions(language=language, width=300))


@pytest.mark.parametrize("language", COMPLETE)
def test_a_catalogue_says_all_that_the_english_one_says_with_the_same_slots(language):
    assert catalogue.troubles(language) == []


def test_what_is_wrong_with_a_catalogue_is_named(monkeypatch):
    english = catalogue.english()
    faulty = replace(
        english,
        messages={**english.messages, "emblem": {"emblem-hidden": catalogue.Sentence("{what:dative} {where}")}},
        phrases={name: phrase for name, phrase in english.phrases.items() if name != "copy"},
        terms={**english.terms, "colour": {"blue": "blue"}},
    )
    monkeypatch.setattr(catalogue, "catalogue", {"en": english, "xx": faulty}.get)
    found = catalogue.troubles("xx")
    assert "emblem-missing: lacking" in found
    assert "emblem-hidden, next_step: lacking" in found
    assert "emblem-hidden: the slots are ['what', 'where'], in English []" in found
    assert "emblem-hidden: no term has the form dative" in found
    assert "phrases.copy: lacking" in found
    assert "terms.colour.blue: not known in English" in found
    assert catalogue.troubles("yy") == ["there is no catalogue for yy"]


def test_every_phrase_is_said_somewhere_and_every_phrase_said_is_there():
    package = Path(catalogue.__file__).parents[1]
    folder = package / "reports"
    files = [*folder.glob("*.py"), folder / "templates" / "report.html"]
    files += [*(package / "fixing").glob("*.py"), package / "cli" / "fix.py"]
    files.append(Path(catalogue.__file__).with_name("say.py"))
    source = "\n".join(file.read_text("utf-8") for file in files)
    known = set(catalogue.english().phrases)
    counted = {name for name in known if name.startswith("count-")}
    assert [name for name in known - counted if f'"{name}"' not in source] == []
    assert {f"count-{key}" for key in grouping.COUNTED} <= counted
    assert set(re.findall(r'(?:\bsay|\b_|\.counted)\(\s*"([^"]+)"', source)) <= known


@pytest.mark.parametrize("language", ["en", "lv", "lt"])
@pytest.mark.parametrize("digits", [1, 27, 28, 29, 60, 400])
@pytest.mark.parametrize("cents", ["", ".5", ".25"])
def test_a_figure_of_any_length_is_written_whole(language, digits, cents):
    value = Decimal("9" * digits + cents)
    for plain in (False, True):
        told = sentences(language, plain=plain).value(Money(value, "EUR"))
        assert "".join(filter(str.isdigit, told)).startswith("9" * digits)
        assert told.endswith("EUR")
    assert "".join(filter(str.isdigit, sentences(language).number(int("9" * digits)))) == "9" * digits


def test_english_is_known_and_others_by_their_catalogues():
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
    assert sentences("lv").counted("count-missing", number) == f"trūkst {number} {noun}"


@pytest.mark.parametrize(("language", "expected"), [("lv", "1 234,00"), ("lt", "1 234,00"), ("en", "1,234.00")])
def test_a_figure_that_no_page_writes_is_written_as_the_language_writes_it(language, expected):
    values = {"figure": Money(Decimal(1234), "EUR", "1.234 EUR"), "value": Money(Decimal(1234), "")}
    told = sentences(language).message(Note("ambiguous-figure", values)).replace("\N{NO-BREAK SPACE}", " ")
    assert "1.234 EUR" in told
    assert expected in told


@pytest.mark.parametrize("language", ["en", *COMPLETE])
@pytest.mark.parametrize("name", ["text", "html"])
def test_figures_are_shown_as_the_page_writes_them(language, name):
    page = (
        '<html lang="en"><body><p>The project is co-funded by the European Union. Total project budget: 100000.00 EUR.'
        "</p><p>Total project budget: 100010.00 EUR.</p></body></html>"
    )
    text = render(name, check(page.encode(), name="page.html"), ReportOptions(language=language, width=300))
    assert "100000.00 EUR" in text
    assert "100010.00 EUR" in text
    assert "100,000" not in text
    assert "100 000" not in text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("total", "union", "right"),
    [
        ("176 680,75 EUR", "150 187,64 EUR", "150 178,64 EUR"),
        ("176,680.75 EUR", "150,187.64 EUR", "150,178.64 EUR"),
        ("176.680,75 EUR", "150.187,64 EUR", "150.178,64 EUR"),
        ("EUR 176680.75", "EUR 150187.64", "EUR 150178.64"),
    ],
)
@pytest.mark.parametrize("language", ["en", *COMPLETE])
def test_what_is_computed_is_written_in_the_style_of_the_page(language, total, union, right):
    page = (
        f'<html lang="en"><body><p>The project is co-funded by the European Union. Its total budget is {total}, '
        f"of which {union} (85 %) is the ERDF contribution.</p></body></html>"
    )
    text = render("text", check(page.encode(), name="page.html"), ReportOptions(language=language, width=300))
    assert right in text


@pytest.mark.parametrize("language", COMPLETE)
@pytest.mark.parametrize("word", ["footer", "disclaimer", "total", "Latvian", "85 %", "100 EUR", "2027-01-31"])
def test_a_quote_is_never_translated_even_if_it_is_a_word_of_the_program(language, word):
    page = (
        '<html lang="en"><body><p>The project is co-funded by the European Union.</p>'
        f'<footer><img src="/img/strip.png" alt="logo {word}" width="900" height="120"></footer></body></html>'
    )
    found = check(page.encode(), name="page.html")
    emblem = next(r for r in found.publications[0].results if r.check == "emblem")
    assert emblem.values == {"picture": Quote(f"logo {word}")}
    assert f"(logo {word})" in sentences(language).message(emblem)


def test_days_are_written_as_the_language_writes_them():
    values = {"check": "disclaimer", "reason": Quote("agreed"), "until": Day(date(2027, 1, 31))}
    expired = result("disclaimer", Outcome.NEEDS_REVIEW, code="suppression-expired", values=values)
    assert "31 Jan 2027" in sentences("en").message(expired)
    assert "2027. gada 31. janv." in sentences("lv").message(expired)
    assert "2027-01-31" in sentences("en", plain=True).message(expired)


def test_a_term_takes_the_case_that_the_sentence_asks_for():
    missing = result(
        "disclaimer", Outcome.FAILED, code="statement-missing", values={"what": Term("subject", "disclaimer")}
    )
    assert sentences("en").message(missing) == "The disclaimer is missing."
    assert sentences("lv").message(missing) == "Trūkst atrunas par atbildību."
    assert sentences("lt").message(missing) == "Trūksta atsakomybės apribojimo."


def test_a_language_named_in_a_message_is_named_in_the_reader_s():
    values = {
        "what": Term("subject", "disclaimer"),
        "language": LanguageName("lv", "Latvian"),
        "found_language": LanguageName("en", "English"),
    }
    other = result("disclaimer", Outcome.NEEDS_REVIEW, code="statement-other-language", values=values)
    assert sentences("lv").message(other) == "Atruna par atbildību ir, bet citā valodā (angļu) nekā teksts (latviešu)."


def test_what_would_make_a_sum_right_is_told_in_the_reader_s_language():
    fix = {"right": "53", "wrong": "35", "slip": Term("slip", "swapped")}
    values = {"fixes": Several((Message("sum-fix", fix), Message("sum-fix", fix)), " / ")}
    told = sentences("lv").message(Note("sum-slip", values))
    assert told.count("53, nevis 35 (samainīti divi cipari)") == 2


def test_what_a_publication_says_is_never_translated_into_markup_or_slots():
    values = {"number": "{what} {0.__class__}"}
    present = result("project-number", Outcome.PASSED, code="number-present", values=values)
    assert sentences("en").message(present) == "The project number is there: {what} {0.__class__}."


def test_a_value_that_is_lacking_leaves_its_slot():
    present = result("project-number", Outcome.PASSED, code="number-present", values={})
    assert sentences("en").message(present) == "The project number is there: {number}."
    missing = result("disclaimer", Outcome.FAILED, code="statement-missing", values={})
    assert sentences("lv").message(missing) == "Trūkst {what}."


def test_a_code_without_a_message_is_shown_itself():
    assert sentences("lv").message(Note("made-up")) == "made-up"


def test_what_rule_packs_say_of_duties_is_told_in_the_reader_s_language():
    duty = "The grant agreement was not read."
    pack = replace(defective().rule_packs[0], unknown=(duty, "Nobody translated this."))
    text = text_of("lv", defective(rule_packs=(pack,)))
    assert "Dotācijas nolīgums nav lasīts." in text
    assert "Nobody translated this." in text


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
    values = {"hint": Message("hint-programme", {"name": Quote("Interreg")})}
    perhaps = result("budget", Outcome.NEEDS_REVIEW, code="perhaps-funded", values=values)
    assert "tajā kopā ar projektu minēts „Interreg”" in sentences("lv").message(perhaps)


@pytest.mark.parametrize("language", COMPLETE)
def test_what_reports_list_of_rule_packs_is_translated_and_nothing_else_is(language):
    packs = builtin().packs.values()
    listed = {sentence for pack in packs for sentence in pack.not_known}
    listed |= {duty.ask for pack in packs for duty in pack.unchecked if duty.shows != "elsewhere"}
    translated = catalogue.catalogue(language).rules
    assert sorted(listed - translated.keys()) == [], "add their translations to [rules] of the language's messages"
    asked = {duty.ask for pack in packs for duty in (*pack.requirement, *pack.unchecked)}
    assert sorted(translated.keys() - listed - asked) == [], "no pack says so any more"
