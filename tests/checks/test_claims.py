"""Whose sentence is it: what says that a publication's own project is funded, and what only looks like it."""

import tomllib
from pathlib import Path

import pytest

from publicity_check import check

DATA = Path(__file__).parent.parent / "data"
CLAIMS = tomllib.loads((DATA / "claims.toml").read_text("utf-8"))
FORMS = tomllib.loads((DATA / "forms.toml").read_text("utf-8"))
PAGES = tomllib.loads((DATA / "claims_pages.toml").read_text("utf-8"))["page"]


def headline(text: str, language: str) -> str:
    """Return what a page with a text in a paragraph is told: "no-sign", "perhaps-funded", or "" if it is judged."""
    page = text if text.startswith("<") else f"<p>{text}</p>"
    report = check(f'<html lang="{language}"><main>{page}</main></html>'.encode(), name="page.html").publications[0]
    return report.headline


@pytest.mark.parametrize("language", CLAIMS)
def test_what_is_asked_for_hoped_for_quoted_denied_or_of_others_is_left_alone(language: str) -> None:
    judged = [(text, told) for text in CLAIMS[language]["none"] if (told := headline(text, language)) != "no-sign"]
    assert judged == []


@pytest.mark.parametrize("language", CLAIMS)
def test_what_is_said_of_ones_own_project_and_money_of_a_known_fund_are_never_left_alone(language: str) -> None:
    assert [text for text in CLAIMS[language]["signs"] if headline(text, language) == "no-sign"] == []


@pytest.mark.parametrize("description", ["EU-Bio-Logo", "EU organic logo", "Znak EU za okolje (EU Ecolabel)"])
def test_other_marks_of_the_union_are_no_emblem(description: str) -> None:
    page = (
        f'<html lang="en"><p>The project is co-funded by the European Union.</p><img src="a.png" alt="{description}">'
    )
    results = check(page.encode(), name="page.html").publications[0].results
    assert {r.code for r in results if r.check == "emblem"} == {"emblem-missing"}


def test_the_logo_of_a_fund_beside_words_of_thanks_is_for_a_person_to_judge() -> None:
    assert headline('<p>Avec l\'aide de :</p><img src="/img/fse.png">', "fr") == "perhaps-funded"


@pytest.mark.parametrize(("answer", "told"), [("No", "no-sign"), ("Yes", "")])
def test_the_answer_in_the_next_cell_of_a_form_decides(answer: str, told: str) -> None:
    field = "<td>The contract concerns a project financed by the European Union</td>"
    assert headline(f"<table><tr>{field}<td>{answer}</td></tr></table>", "en") == told


def test_goods_of_a_shop_are_no_claim() -> None:
    goods = "<p>Sticker “Co-funded by the European Union”, item no 7120, € 2.40</p><p>Flag, item no 7121, € 11.00</p>"
    assert headline(f"{goods}<p>Add to basket</p><img src='f.jpg' alt='European Union flag'>", "en") == "no-sign"


def test_a_statement_that_stands_by_itself_on_a_page_of_a_call_still_claims() -> None:
    call = "<h1>Call for proposals</h1><p>Whoever wants to take part writes to us by May.</p>"
    assert headline(f"{call}<p>Co-funded by the European Union</p>", "en") == ""
    assert headline(f"{call}<p>The budget of 2 million euro is co-funded by the European Union.</p>", "en") == "no-sign"


@pytest.mark.parametrize("language", FORMS)
@pytest.mark.parametrize(
    "form",
    [
        "<table><tr><td>{field}</td><td>{no}</td></tr></table>",
        "<p>{field}: {no}.</p>",
        "<p>{field}? {no}</p>",
        "<p>{field} ({no})</p>",
        "<dl><dt>{field}:</dt><dd>{no}</dd></dl>",
    ],
)
def test_a_field_of_a_form_answered_with_no_is_no_claim(language: str, form: str) -> None:
    assert headline(form.format(**FORMS[language]), language) == "no-sign"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page['language']}: {page['body'][4:40]}")
def test_pages_of_all_kinds_are_left_alone_or_not(page: dict[str, object]) -> None:
    assert (headline(str(page["body"]), str(page["language"])) != "no-sign") is page["funded"]


def test_what_has_to_be_said_in_the_middle_of_a_long_article_is_no_hint() -> None:
    filler = "<p>" + "Wir berichten jede Woche über Neues aus der Stadt, ihren Vereinen und Betrieben. " * 8 + "</p>"
    said = "<p>Die Bahnen sollen sauber sein und fahren, kofinanziert von der Europäischen Union.</p>"
    assert headline(f"{said}", "de") == "perhaps-funded"
    assert headline(f"<div>{filler * 6}{said}{filler * 6}</div>", "de") == "no-sign"
