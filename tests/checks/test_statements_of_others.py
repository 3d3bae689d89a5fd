"""A statement or disclaimer beside what is said of others: their denials, their news, what they write."""

import pytest

from publicity_check import check
from publicity_check.rulebook import builtin
from publicity_check.rulebook.template import filled

LABELS = {
    "bg": "Съфинансирано от Европейския съюз",
    "de": "Kofinanziert von der Europäischen Union",
    "en": "Co-funded by the European Union",
    "fi": "Euroopan unionin osarahoittama",
    "lv": "Līdzfinansē Eiropas Savienība",
    "pl": "Współfinansowane przez Unię Europejską",
    "sk": "Spolufinancované Európskou úniou",
}


def told(check_name: str, body: str, language: str, rules: str) -> tuple[str, str]:
    """Return outcome and code of a check for a page."""
    page = f'<!DOCTYPE html><html lang="{language}"><body>{body}</body></html>'
    results = check(page.encode(), name="page.html", rules=[rules]).publications[0].results
    result = next(r for r in results if r.check == check_name)
    return str(result.outcome), result.code


DENIED = {
    "bg": "Фермата: бизнес проект, финансиран от банката, без средства от ЕС, не е финансиран от ЕС.",
    "de": "Der Hofladen: Vorhaben der Sparkasse, nicht von der EU finanziert.",
    "en": "The bakery: paid by a bank, not funded by the EU.",
    "fi": "Hiilipiha: Business Finlandin rahoittama yrityshanke, 95 000 €, ei EU-rahoitusta.",
    "lv": "Maiznīca: bankas aizdevums, nav ES finansēts.",
    "pl": "Piekarnia: kredyt bankowy, niefinansowana przez UE.",
}


@pytest.mark.parametrize("language", DENIED)
def test_what_is_denied_of_others_takes_nothing_from_a_right_label(language: str) -> None:
    body = f"<p>{LABELS[language]}</p><ul><li>{DENIED[language]}</li></ul>"
    assert told("funding-statement", body, language, "esf-plus-2021-2027")[0] == "passed"


@pytest.mark.parametrize(
    "denial",
    [
        "This project is not funded by the European Union.",
        "Not co-funded by the European Union",
        "Our project is not co-funded by the European Union.",
    ],
)
def test_what_is_denied_of_ones_own_project_decides(denial: str) -> None:
    body = f"<p>Co-funded by the European Union</p><p>{denial}</p>"
    assert told("funding-statement", body, "en", "esf-plus-2021-2027") == ("failed", "statement-negated")


NEWS = {
    "bg": "Други новини",
    "de": "Weitere Nachrichten",
    "en": "Other news",
    "lv": "Citas ziņas",
    "sk": "Ďalšie správy",
}


@pytest.mark.parametrize("language", NEWS)
def test_a_label_before_a_disclaimer_is_ones_own_under_any_heading(language: str) -> None:
    news = f"<h2>{NEWS[language]}</h2><ul><li>1. 1. 2025</li></ul>"
    cut = "<p>{}. Views and opinions expressed are those of the author(s) of this page and of nobody else.</p>"
    body = f"<main><h1>A</h1>{news}{cut.format(LABELS[language])}</main>"
    assert told("funding-statement", body, language, "esf-plus-2021-2027")[0] == "passed"


def test_behind_a_sentence_about_others_it_is_said_of_them() -> None:
    body = "<h1>A</h1><h2>Other news</h2><p>The bakery has a new oven. Co-funded by the European Union. It is hot.</p>"
    assert told("funding-statement", body, "en", "esf-plus-2021-2027") == ("needs_review", "statement-not-own")


def disclaimer(language: str) -> str:
    """Return the disclaimer of the model grant agreement in a language, its gaps filled."""
    parts = builtin().wordings["mga-17-3"].part
    text = next(p.text for p in parts if p.check == "disclaimer" and p.language == language)
    return filled(text, lambda _: "EACEA")


QUOTED = {
    "en": "On the page of the town next door we read: “{}”",
    "de": "Auf der Seite der Nachbargemeinde steht: „{}“",
    "lv": "Kaimiņu pagasta lapā lasām: “{}”",
    "fr": "Sur la page de la commune voisine on lit : « {} »",
    "fi": "Naapurikunnan sivulla lukee: ”{}”",
    "it": "Sulla pagina del comune vicino si legge: «{}»",
}


@pytest.mark.parametrize("language", QUOTED)
def test_a_disclaimer_that_others_write_is_for_a_person_to_judge(language: str) -> None:
    body = f"<p>{QUOTED[language].format(disclaimer(language))}</p>"
    assert told("disclaimer", body, language, "creative-europe-2021-2027") == ("needs_review", "statement-not-own")


INTRODUCED = {
    "en": "The sister project GREEN writes:",
    "de": "Das Schwesterprojekt GRÜN schreibt:",
    "cs": "Sesterský projekt ZELENÝ píše:",
    "fr": "Le projet précédent disait :",
    "lv": "Māsas projekts ZAĻAIS raksta:",
    "pl": "Poprzedni projekt pisał:",
    "fi": "Edellinen hanke kirjoitti:",
    "it": "Il progetto precedente scriveva:",
}


@pytest.mark.parametrize("between", [" ", "</p><p>"])
@pytest.mark.parametrize("language", INTRODUCED)
def test_a_disclaimer_introduced_as_another_projects_is_for_a_person_to_judge(language: str, between: str) -> None:
    body = f"<p>{INTRODUCED[language]}{between}{disclaimer(language)}</p>"
    assert told("disclaimer", body, language, "creative-europe-2021-2027") == ("needs_review", "statement-not-own")


@pytest.mark.parametrize("language", QUOTED)
def test_a_disclaimer_in_quotation_marks_alone_is_ones_own(language: str) -> None:
    marks = QUOTED[language].split(": " if ": " in QUOTED[language] else " : ")[1]
    body = f"<p>{marks.format(disclaimer(language))}</p>"
    assert told("disclaimer", body, language, "creative-europe-2021-2027")[0] == "passed"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "lv",
            "Par šī raksta saturu pilnībā atbild Ludzas novada pašvaldība, un tas nekādos apstākļos nav uzskatāms "
            "par Eiropas Savienības oficiālo nostāju.",
        ),
        (
            "lt",
            "Už šios informacijos turinį atsako Pavirvytės savivaldybė. Jokiomis aplinkybėmis negali būti laikoma, "
            "kad jis atspindi Europos Sąjungos nuomonę.",
        ),
    ],
)
def test_what_the_programme_asked_for_once_is_no_other_periods_where_nothing_is_known_of_this_one(
    language: str, text: str
) -> None:
    body = f"<p>{LABELS['lv']}. Interreg VI-A Latvia–Lithuania 2021–2027</p><p>{text}</p>"
    outcome, _ = told("disclaimer", body, language, "interreg-latvia-lithuania-2021-2027")
    assert outcome == "inapplicable"
