"""What makes a publication one of an EU-funded project, and what only hints at it."""

import pytest

from publicity_check import check, say
from publicity_check.results import PublicationReport

PASSING = (
    "Die neuen Züge fahren ab Mai. Sie wurden von der Europäischen Union kofinanziert, sagte der Sprecher der Bahn, "
    "die nun mit vollen Wagen rechnet."
)
FILLER = "Wir berichten jede Woche über Neues aus der Stadt, ihren Vereinen, Schulen und Betrieben."


def judged(*paragraphs: str, lang: str) -> PublicationReport:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    page = f'<html lang="{lang}"><body><main>{body}</main></body></html>'
    return check(page.encode(), name="page.html").publications[0]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("da", "Fonden har bevilget 2 mio. kr. til museets nye fløj."),
        ("hr", "Vijeće je usvojilo proračun od 12 milijuna eura. Od toga 3 milijuna eura dolazi iz EU fondova."),
        ("fi", "Haku alkaa. EU:n maaseuturahaston osarahoittamia hankkeita tuetaan enintään 100 000 eurolla."),
    ],
)
def test_money_of_any_foundation_town_or_call_is_no_sign(lang: str, text: str) -> None:
    assert judged(text, lang=lang).rule_packs == ()


def test_the_union_share_of_a_project_is_a_sign() -> None:
    report = judged(
        "Projekt „Uferweg“: Gesamtkosten 200.000 Euro, davon 120.000 Euro EFRE-Mittel der Europäischen Union.",
        lang="de",
    )
    assert report.rule_packs


def test_a_statement_in_passing_in_a_text_without_a_project_is_for_a_person_to_judge() -> None:
    report = judged(
        FILLER,
        PASSING,
        lang="de",
    )
    assert (report.rule_packs, report.outcome) == ((), "needs_review")
    assert say(report.results[0].values["hint"]) == "it says “Europäischen Union kofinanziert” in passing"


@pytest.mark.parametrize(
    "more", ["Das Projekt „Neue Züge“ endet im Mai.", "<b>Kofinanziert von der Europäischen Union</b>"]
)
def test_a_project_or_a_statement_of_its_own_makes_it_certain(more: str) -> None:
    report = judged(
        FILLER,
        PASSING,
        more,
        lang="de",
    )
    assert report.rule_packs


def test_a_disclaimer_that_names_no_authority_says_so() -> None:
    report = judged(
        "Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not "
        "necessarily reflect those of the European Union. Neither the European Union nor the granting authority can be "
        "held responsible for them.",
        "The Horizon Europe project Salt Harbour, grant agreement 101069999.",
        lang="en",
    )
    (disclaimer,) = [r for r in report.results if r.check == "disclaimer"]
    assert (disclaimer.outcome, disclaimer.kind) == ("failed", "incomplete")
    assert say(disclaimer) == "The disclaimer does not name the granting authority."


def test_a_programme_known_for_another_period_only_does_not_choose_its_rules() -> None:
    report = judged(
        "Projet cofinancé par le Fonds européen de développement régional dans le cadre du programme FEDER-FSE+ "
        "Nouvelle-Aquitaine 2021-2027.",
        lang="fr",
    )
    assert {i for p in report.rule_packs for i in (p.id, *p.candidates) if i.endswith("2014-2020")} == set()
    (statement,) = [r for r in report.results if r.check == "funding-statement"]
    assert statement.outcome == "failed"


def test_the_name_of_a_call_names_horizon_europe() -> None:
    report = judged("Call: HORIZON-CL5-2022-D5-01. Grant agreement 101095321.", lang="en")
    assert [p.id for p in report.rule_packs] == ["horizon-europe-2021-2027"]


def test_a_disclaimer_in_words_of_its_own_is_for_a_person_to_judge() -> None:
    report = judged(
        FILLER,
        "The editors alone are responsible for this page. It does not reflect the opinion of the European Union.",
        lang="en",
    )
    assert (report.rule_packs, report.outcome) == ((), "needs_review")


def test_views_that_are_not_those_of_partners_are_no_sign() -> None:
    report = judged(
        FILLER,
        "The contents are the sole responsibility of the youth network and do not necessarily reflect the views of "
        "its partners.",
        lang="en",
    )
    assert (report.rule_packs, report.outcome) == ((), "inapplicable")


LONG = [FILLER] * 60
"""A long article: more than 4,000 letters that speak of no project."""


def test_one_clause_in_the_middle_of_a_long_article_without_a_project_is_no_hint() -> None:
    report = judged(*LONG, PASSING, *LONG, lang="de")
    assert (report.rule_packs, report.outcome) == ((), "inapplicable")


@pytest.mark.parametrize("page", [(*LONG, PASSING), (PASSING, *LONG)])
def test_at_either_end_of_a_long_article_it_is_for_a_person_to_judge(page: tuple[str, ...]) -> None:
    report = judged(*page, lang="de")
    assert (report.rule_packs, report.outcome) == ((), "needs_review")


def test_a_project_named_far_away_in_a_long_article_does_not_make_a_statement_in_passing_certain() -> None:
    report = judged("Das Projekt „Neue Züge“ endet im Mai.", *LONG, PASSING, *LONG, lang="de")
    assert (report.rule_packs, report.outcome) == ((), "needs_review")


def test_a_project_named_right_before_it_in_a_long_article_does() -> None:
    assert judged(*LONG, "Das Projekt „Neue Züge“ endet im Mai.", PASSING, *LONG, lang="de").rule_packs


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The workshop is supported by Sortex, an H2020 project, and by the city."),
        ("de", "Der Umbau ist Teil des Aufbau- und Resilienzplans. Das Projekt läuft bis Juni."),
        ("lt", "Dėl projekto malūnas turi naują ratą. Už jį sumokėta ES lėšomis ir seniūnijos pinigais."),
    ],
)
def test_a_project_of_a_programme_plan_or_eu_money_is_for_a_person_to_judge(lang: str, text: str) -> None:
    report = judged(text, lang=lang)
    assert (report.rule_packs, report.outcome) == ((), "needs_review")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Ein Drittel fließt in den Kohäsionsfonds, aus dem Projekte in allen Regionen bezahlt werden."),
        ("es", "El Banco Europeo de Inversiones presta 12 millones de euros. El proyecto de la Unión Europea es otro."),
        ("en", "Keep the results of your EU-funded project in our repository."),
    ],
)
def test_many_projects_loans_and_the_reader_s_own_project_are_no_sign(lang: str, text: str) -> None:
    report = judged(text, lang=lang)
    assert (report.rule_packs, report.outcome) == ((), "inapplicable")


def test_a_funding_sentence_of_its_own_that_names_union_and_programme_is_for_a_person_to_compare() -> None:
    report = judged(
        "Dieses Projekt wurde mit Mitteln aus dem Programm Horizont 2020 der Europäischen Union unter der "
        "Finanzhilfevereinbarung Nr. 847291 gefördert.",
        lang="de",
    )
    (statement,) = [r for r in report.results if r.check == "funding-statement"]
    assert (statement.outcome, statement.code) == ("needs_review", "statement-reworded")


OF_A_PROGRAMME = {
    "en": "The Interreg Romania-Serbia Programme is financed by the European Union.",
    "pl": "Program Erasmus+ jest współfinansowany przez Unię Europejską.",
    "it": "Il programma Erasmus+ è cofinanziato dall'Unione europea.",
    "lv": "Programma tiek līdzfinansēta no Eiropas Savienības līdzekļiem.",
}
OF_A_PROJECT = {
    "en": "The project Blue Hills of the Interreg programme is co-funded by the European Union.",
    "lv": "Projekts tiek līdzfinansēts no Eiropas Savienības līdzekļiem.",
    "de": "Das Projekt des Programms Interreg wird von der Europäischen Union kofinanziert.",
}


@pytest.mark.parametrize("language", OF_A_PROGRAMME)
def test_a_page_that_says_only_that_a_programme_is_funded_is_for_a_person_to_judge(language: str) -> None:
    page = f"<html lang={language}><footer><p>{OF_A_PROGRAMME[language]}</p></footer></html>"
    assert check(page.encode(), name="page.html").publications[0].outcome.value == "needs_review"


def test_that_the_programme_is_funded_is_no_statement_of_a_project() -> None:
    emblem = '<img src="eu-emblem.png" alt="Emblem of the European Union">'
    said = "<p>The Horizon Europe programme is funded by the European Union.</p>"
    page = f"<html lang=en>{emblem}<p>Our project is Blue Hills.</p>{said}</html>"
    results = check(page.encode(), name="page.html").publications[0].results
    assert [r.code for r in results if r.check == "funding-statement"] == ["statement-of-programme"]


@pytest.mark.parametrize("language", OF_A_PROJECT)
def test_that_a_project_of_a_programme_is_funded_is_a_statement(language: str) -> None:
    page = f"<html lang={language}><footer><p>{OF_A_PROJECT[language]}</p></footer></html>"
    publication = check(page.encode(), name="page.html").publications[0]
    assert publication.facts is not None
    assert ["of-programme" in s.codes for s in publication.facts.statements] == [False]


def test_a_fund_in_a_box_of_facts_about_a_project_is_for_a_person_to_judge() -> None:
    box = "<h2>Osnovni podaci o projektu</h2><ul><li>Izvor sufinanciranja: Europski fond za regionalni razvoj</li></ul>"
    page = "<html lang=hr><h1>Nova hala</h1>{}</html>"
    outcomes = [
        check(page.format(text).encode(), name="page.html").publications[0].outcome.value
        for text in (box, box.replace("projektu", "fondovima").replace("Izvor sufinanciranja: ", ""))
    ]
    assert outcomes == ["needs_review", "inapplicable"]


def test_a_fund_after_an_abbreviation_in_a_short_block_about_a_project_is_for_a_person_to_judge() -> None:
    text = (
        "Made in the project Blue Hills, call n. Eleven of a plan with money of the European Regional Development Fund."
    )
    report = check(f"<html lang=en><p>{text}</p></html>".encode(), name="page.html")
    assert report.publications[0].outcome.value == "needs_review"


@pytest.mark.parametrize(
    ("lang", "text", "abbreviated", "plain"),
    [
        ("de", "Das Projekt wird in der {} Schule im Programm Interreg Europe umgesetzt.", "St. Anna", "Anna"),
        ("de", "Das Projekt wird mit {} im Programm Interreg Europe umgesetzt.", "Prof. Dr. Linde", "Linde"),
        ("lv", "Projektu kopā ar {} īsteno programmā Interreg Europe.", "Dr. Ozolu", "Ozolu"),
        ("", "Das Projekt wird in der {} Schule im Programm Interreg Europe umgesetzt.", "St. Anna", "Anna"),
    ],
)
def test_an_abbreviation_parts_no_programme_from_its_project(
    lang: str, text: str, abbreviated: str, plain: str
) -> None:
    reports = [judged(text.format(name), lang=lang) for name in (abbreviated, plain)]
    assert [r.outcome for r in reports] == ["needs_review", "needs_review"]
    assert [r.results[0].code for r in reports] == ["perhaps-funded", "perhaps-funded"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("lv", "Skola siltināta, izmantojot ES līdzfinansējumu."),
        ("lv", "Skola atjaunota par ES fondu naudu."),
        ("lv", "Pašvaldība saņēma ERAF naudu skolai."),
        ("lt", "Mokykla atnaujinta ES lėšomis."),
        ("lt", "Mokykla atnaujinta už ES pinigus."),
        ("lt", "Mokykla atnaujinta panaudojus Europos Sąjungos paramą."),
        ("en", "The school was renovated with EU funds."),
        ("de", "Die Schule wurde mit EU-Mitteln saniert. Das Dach zahlten EU Mittel."),
        ("fr", "L'école a été rénovée grâce aux fonds du FEDER."),
        ("pl", "Szkołę odnowiono za pieniądze UE."),
    ],
)
def test_money_called_the_unions_or_a_funds_in_a_short_text_is_asked_about(lang: str, text: str) -> None:
    assert judged(text, lang=lang).outcome == "needs_review"


def test_money_of_the_union_in_somebodys_own_words_is_no_sign() -> None:
    assert judged("„O peníze z Evropské unie jsme nestáli,“ říká ředitelka.", lang="cs").outcome == "inapplicable"
