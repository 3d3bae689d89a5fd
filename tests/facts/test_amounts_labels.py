"""Labels of amounts as pages set them: dashes, brackets, definition lists, captions, table labels with rates."""

import pytest

from publicity_check import find_facts


def roles(html: str, language: str = "en") -> list[tuple[str, str | None, str | None]]:
    page = f'<html lang="{language}"><body><main>{html}</main></body></html>'
    return [(str(a.value), a.scope, a.share) for a in find_facts(page.encode(), name="page.html").amounts]


def rates(html: str, language: str = "en") -> list[tuple[str, str | None]]:
    page = f'<html lang="{language}"><body><main>{html}</main></body></html>'
    return [(str(r.value), r.share) for r in find_facts(page.encode(), name="page.html").rates]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Projekta izmaksas ir 450 EUR, tostarp ERAF finansējums 80 % apmērā – 360 EUR.", "lv"),
        ("Bendras projekto biudžetas – 450 Eur, ERPF lėšos – 360 Eur.", "lt"),
        ("Wartość całkowita projektu: 450 PLN, dofinansowanie UE (80 % kosztów kwalifikowalnych): 360 PLN.", "pl"),
    ],
)
def test_a_dash_before_a_figure_and_brackets_do_not_part_it_from_its_label(text: str, language: str):
    assert [role[1:] for role in roles(text, language)] == [("project", "total"), ("project", "eu")]


def test_a_small_letter_of_any_alphabet_goes_on_with_the_sentence():
    text = "Обща стойност на проекта: 450 лв., от които 360 лв. европейско и 90 лв. национално съфинансиране."
    assert [role[2] for role in roles(text, "bg")] == ["total", "eu", "national"]


def test_definition_lists_give_figures_their_labels():
    html = (
        "<dl><dt>Gesamtbudget</dt><dd>€ 842.115,60</dd><dt>EFRE-Mittel</dt><dd>€ 715.798,26 (85 %)</dd>"
        "<dt>Laufzeit</dt><dd>2019–2022</dd></dl>"
    )
    assert roles(html, "de") == [("842115.60", "project", "total"), ("715798.26", "project", "eu")]


def test_captions_below_figures_are_their_labels():
    html = "<h2>Facts</h2><p>EUR 1,200,500</p><p>Total budget</p><p>EUR 960,400</p><p>ERDF share</p>"
    assert roles(html) == [("1200500", "project", "total"), ("960400", "project", "eu")]


def test_budget_alone_is_a_label_only_where_it_stands_once():
    assert roles("<dl><dt>Budget</dt><dd>EUR 1,200,500</dd></dl>") == [("1200500", "project", "total")]
    html = "<h3>WP1</h3><p>€45,900</p><p>Budget allocation</p><h3>WP2</h3><p>€52,850</p><p>Budget allocation</p>"
    assert [role[1:] for role in roles(html)] == [(None, None), (None, None)]


def test_a_sentence_before_a_figure_is_no_label():
    assert roles("<p>The total budget was discussed at the meeting.</p><p>EUR 1,200,500</p>") == [
        ("1200500", None, None)
    ]


def test_a_tables_label_may_hold_a_rate():
    html = (
        "<table><tr><td>Budget total</td><td>340 118 €</td></tr>"
        "<tr><td>Cofinancement FEDER (65 %)</td><td>221 076 €</td></tr></table>"
    )
    assert [role[2] for role in roles(html, "fr")] == ["total", "eu"]


def test_an_amount_of_which_a_part_is_named_is_a_total():
    text = "Projektui skirta 289 620 Eur, iš kurių 85 proc., t. y. 246 177 Eur, – Europos socialinio fondo lėšos."
    assert roles(text, "lt") == [("289620", "project", "total"), ("246177", "project", "eu")]


def test_a_rate_in_brackets_belongs_to_the_amount_before_it():
    text = (
        "Il costo complessivo del progetto è di € 1.120.000, di cui € 560.000 a valere sul Fondo Europeo di Sviluppo "
        "Regionale (50%), € 392.000 di quota statale (35%) e € 168.000 di quota regionale (15%)."
    )
    assert rates(text, "it") == [("50", "eu"), ("35", "national"), ("15", "national")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Pašvaldības gada budžets sportam ir 1 290 000 EUR.", "lv"),
        ("Roční rozpočet obce je 42 mil. Kč.", "cs"),
        ("The municipality has an annual budget of 42 million euro.", "en"),
    ],
)
def test_an_annual_budget_is_not_the_projects(text: str, language: str):
    assert [role[1:] for role in roles(text, language)] == [("other", None)]


def test_a_partners_name_ends_before_the_verb():
    page = b"<html lang=nl><p>Het budget van projectpartner Universiteit Gent bedraagt 861.200 euro.</p></html>"
    (amount,) = find_facts(page, name="page.html").amounts
    assert amount.partner == "Universiteit Gent"


def test_millions_of_people_are_no_money():
    text = "Il progetto costa 980.000 euro. La Regione ha 4,3 milioni di abitanti, il museo 2 milioni dal fondo."
    found = roles(f"<p>{text}</p>", "it")
    assert [role[0] for role in found] == ["980000"]
    text = "The project gets 3 million euro, of which 2 million from the ERDF and 2.1 million visitors are expected."
    assert [role[0] for role in roles(f"<p>{text}</p>")] == ["3000000", "2000000"]


def test_the_fund_in_a_number_says_nothing_of_the_amount():
    text = "Il-proġett ERDF.06.031 jiswa €1,250,000 b’kollox, li minnhom €1,000,000 (80%) ġejjin mill-Fond Ewropew."
    assert [role[2] for role in roles(text, "mt")] == ["total", "eu"]


def test_a_bare_number_may_be_introduced_by_the_cell_before_it():
    html = "<p>ΕΣΠΑ 2014-2020, ΕΤΠΑ</p><table><tr><td>Κωδικός MIS</td><td>5033210</td></tr></table>"
    page = f'<html lang="el"><body><main>{html}</main></body></html>'.encode()
    assert [n.value for n in find_facts(page, name="page.html").project_numbers] == ["5033210"]


PARTS_OF_A_WHOLE = {
    "en": "Of the total amount, EUR 51,036 comes from the Cohesion Fund and EUR 3,128 is national public funding.",
    "el": "Από το συνολικό ποσό, 51.036 ευρώ προέρχονται από το Ταμείο Συνοχής και 3.128 ευρώ αφορούν εθνική δημόσια "
    "χρηματοδότηση.",
    "de": "Von den Gesamtkosten stammen 51.036 Euro aus dem Kohäsionsfonds und 3.128 Euro sind nationale Mittel.",
    "pl": "Z całkowitej kwoty 51 036 zł pochodzi z Funduszu Spójności, a 3 128 zł z budżetu państwa.",
    "it": "Dell'importo totale, 51.036 euro provengono dal Fondo di coesione e 3.128 euro da fondi nazionali.",
}
WHOLES = {
    "en": "Of the total budget of EUR 54,164, the Cohesion Fund pays EUR 51,036.",
    "de": "Von den Gesamtkosten in Höhe von 54.164 Euro trägt der Kohäsionsfonds 51.036 Euro.",
}


@pytest.mark.parametrize("language", PARTS_OF_A_WHOLE)
def test_a_part_of_the_whole_is_the_share_of_whom_it_comes_from(language: str):
    found = roles(f"<p>{PARTS_OF_A_WHOLE[language]}</p>", language)
    assert found == [("51036", "project", "eu"), ("3128", "project", "national")]


@pytest.mark.parametrize("language", WHOLES)
def test_the_whole_of_which_a_part_follows_stays_the_whole(language: str):
    assert roles(f"<p>{WHOLES[language]}</p>", language) == [("54164", "project", "total"), ("51036", "project", "eu")]
