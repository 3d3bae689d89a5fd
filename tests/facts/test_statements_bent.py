"""Short statements bent into sentences, free funding sentences, and what only looks like one, in all languages."""

import pytest
from statement_help import find, only, quote, values

BENT = {
    "bg": "Проектът е съфинансиран от Европейския съюз.",
    "cs": "Projekt je spolufinancován Evropskou unií.",
    "da": "Projektet er medfinansieret af Den Europæiske Union.",
    "de": "Das Vorhaben wird von der Europäischen Union kofinanziert.",
    "el": "Το έργο συγχρηματοδοτείται από την Ευρωπαϊκή Ένωση.",
    "en": "The event is partly financed by the European Union.",
    "es": "La jornada está cofinanciada por la Unión Europea.",
    "et": "Projekti kaasrahastab Euroopa Liit.",
    "fi": "Hanketta osarahoittaa Euroopan unioni.",
    "fr": "Ces rencontres sont cofinancées par l'Union européenne.",
    "ga": "Tá an togra seo cómhaoinithe ag an Aontas Eorpach.",
    "hr": "Radionicu je sufinancirala Europska unija.",
    "hu": "A rendezvényt az Európai Unió társfinanszírozza.",
    "it": "L'iniziativa è cofinanziata dall'Unione europea.",
    "lt": "Renginį bendrai finansuoja Europos Sąjunga.",
    "lv": "Darbnīcu līdzfinansē Eiropas Savienība.",
    "mt": "Dan il-proġett huwa kofinanzjat mill-Unjoni Ewropea.",
    "nl": "Het project wordt medegefinancierd door de Europese Unie.",
    "pl": "Warsztaty są współfinansowane ze środków Unii Europejskiej.",
    "pt": "A oficina é cofinanciada pela União Europeia.",
    "ro": "Atelierul este cofinanțat de Uniunea Europeană.",
    "sk": "Dielňa je spolufinancovaná Európskou úniou.",
    "sl": "Delavnica je sofinancirana s strani Evropske unije.",
    "sv": "Verkstaden är medfinansierad av Europeiska unionen.",
}
DENIED = {
    "bg": "Проектът не е съфинансиран от Европейския съюз.",
    "cs": "Projekt není spolufinancován Evropskou unií.",
    "da": "Projektet er ikke medfinansieret af Den Europæiske Union.",
    "de": "Das Vorhaben wird nicht von der Europäischen Union kofinanziert.",
    "el": "Το έργο δεν συγχρηματοδοτείται από την Ευρωπαϊκή Ένωση.",
    "en": "The event is not co-funded by the European Union.",
    "es": "La jornada no está cofinanciada por la Unión Europea.",
    "et": "Projekt ei ole kaasrahastatud Euroopa Liidu poolt.",
    "fi": "Hanke ei ole Euroopan unionin osarahoittama.",
    "fr": "Cet atelier n'est pas cofinancé par l'Union européenne.",
    "ga": "Níl an togra seo cómhaoinithe ag an Aontas Eorpach.",
    "hr": "Radionicu nije sufinancirala Europska unija.",
    "hu": "A rendezvényt nem az Európai Unió társfinanszírozza.",
    "it": "L'iniziativa non è cofinanziata dall'Unione europea.",
    "lt": "Renginio nefinansuoja Europos Sąjunga.",
    "lv": "Darbnīcu nelīdzfinansē Eiropas Savienība.",
    "mt": "Dan il-proġett mhux kofinanzjat mill-Unjoni Ewropea.",
    "nl": "Het project wordt niet medegefinancierd door de Europese Unie.",
    "pl": "Warsztaty nie są współfinansowane przez Unię Europejską.",
    "pt": "A oficina não é cofinanciada pela União Europeia.",
    "ro": "Atelierul nu este cofinanțat de Uniunea Europeană.",
    "sk": "Dielňa nie je spolufinancovaná Európskou úniou.",
    "sl": "Delavnica ni sofinancirana s strani Evropske unije.",
    "sv": "Verkstaden medfinansieras inte av Europeiska unionen.",
}


@pytest.mark.parametrize("language", BENT)
def test_a_short_statement_bent_into_a_sentence_stands_for_its_wording(language):
    found = only(BENT[language])
    assert (found.part, found.language) == ("funding-statement", language)
    assert "cofunded" in found.wordings
    assert found.codes <= {"bent-grammar", "co-financed"}
    assert found.prescribed


@pytest.mark.parametrize("language", DENIED)
def test_a_denied_statement_is_marked_as_negated(language):
    assert "negated" in only(DENIED[language]).codes


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Spolufinancované Európskou úniou", "cofunded"),
        ("Współfinansowane przez Unię Europejską", "cofunded"),
        ("Sufinancira EUROPSKA UNIJA", "cofunded"),
        ("CO-FUNDED BY THE EUROPEAN UNION", "cofunded"),
        ("Cofunded by\nthe European  Union", "cofunded"),
        ("Von der Europäischen Union finanziert", "mga-17-3-opening"),
        ("Rahastatud Euroopa Liidu poolt", "mga-17-3-opening"),
    ],
)
def test_a_legitimate_variant_has_no_deviation(text, wording):
    found = only(text)
    assert wording in found.wordings
    assert not found.deviations


@pytest.mark.parametrize("joint", [" – ", " — ", ", ", " ", "\n", "-", " | "])
@pytest.mark.parametrize("name", ["NextGenerationEU", "Next Generation EU", "nextGenerationEU"])
def test_the_instrument_may_follow_after_any_mark_or_none(joint, name):
    found = only(f"Finanziato dall’Unione europea{joint}{name}")
    assert found.wordings == ("next-generation-eu",)
    assert found.funds == ("NGEU",)
    assert not found.deviations


def test_the_instrument_in_the_next_block_belongs_to_the_statement():
    found = only("Financováno Evropskou unií", "NextGenerationEU")
    assert found.wordings == ("next-generation-eu",)


def test_the_instrument_worked_into_the_sentence_is_bent_grammar():
    found = only("Projekt finansowany przez Unię Europejską w ramach NextGenerationEU")
    assert found.wordings[0] == "next-generation-eu"
    assert found.codes == {"bent-grammar"}


def test_co_financed_for_co_funded_is_a_note():
    assert only("Co-financed by the European Union").codes == {"co-financed"}


def test_a_number_in_brackets_behind_a_statement_is_a_note():
    found = only("Funded by the European Union (grant no. KA220-HED-000358034).")
    assert found.codes == {"number-inside"}
    assert "KA220-HED-000358034" in values(found, "number-inside")["text"]


def test_a_fund_joined_to_a_statement_is_a_note():
    found = only("Cofinanziato dall’Unione europea – Fondo europeo di sviluppo regionale")
    assert found.codes == {"fund-appended"}
    assert found.funds == ("ERDF",)


def test_lost_diacritics_in_a_short_statement_are_a_note():
    assert only("Cofinanciado por la Union Europea").codes == {"lost-diacritics"}


@pytest.mark.parametrize(
    ("text", "abbreviation"),
    [
        ("Il progetto è cofinanziato dall’UE.", "UE"),
        ("ES finansuojamas projektas", "ES"),
        ("This project was co-funded by the EU.", "EU"),
        ("Projektet medfinansieres af EU.", "EU"),
        ("Το έργο συγχρηματοδοτείται από την ΕΕ.", "ΕΕ"),
    ],
)
def test_the_union_abbreviated_is_named(text, abbreviation):
    assert values(only(text), "union-abbreviated") == {"text": abbreviation}


def test_the_official_polish_opening_may_abbreviate():
    assert not only("Sfinansowane ze środków UE.").deviations


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("The project is co-financed by the European Regional Development Fund.", "European Regional Development Fund"),
        ("This study was funded by the European Commission.", "European Commission"),
        ("Projektą finansuoja Europos regioninės plėtros fondas.", "Europos regioninės plėtros fondas"),
    ],
)
def test_a_fund_or_the_commission_in_place_of_the_union_is_named(text, instead):
    found = only(text)
    assert values(found, "union-replaced") == {"text": instead}
    assert found.wordings == ()


@pytest.mark.parametrize(
    "text",
    [
        "This work has received funding from the European Union.",
        "Delavnica je izvedena s finančno podporo Evropske unije.",
        "A beruházás az Európai Unió támogatásával valósult meg.",
    ],
)
def test_a_free_sentence_about_support_has_no_wording(text):
    found = only(text)
    assert (found.wordings, found.deviations, found.part) == ((), (), "funding-statement")


@pytest.mark.parametrize(
    "text",
    [
        "The project is funded by the Ministry of Culture.",
        "The European Union's climate policy, funded by ministries, is new.",
        "The EU finances the war effort and funds 300 projects.",
        "Projects co-funded by the European Union must display the emblem.",
        "Projekto veiklas finansuoja Kultūros ministerija. Europos Sąjunga plečiasi.",
        "Die Europäische Union finanziert Projekte in aller Welt.",
        "Európska únia prijala nové nariadenie o financovaní.",
        "No ES skatu punkta es finansēju to pats.",
        "European Union. Funded research needs patience.",
        "ES fondi",
        "",
    ],
)
def test_what_only_speaks_of_the_union_and_money_is_no_statement(text):
    assert find(text) == ()


def test_a_sentence_over_two_cells_is_one_statement():
    texts = ("Kofinanziert von der", "Europäischen Union")
    assert quote(only(*texts), *texts) == "Kofinanziert von der\nEuropäischen Union"


def test_several_languages_on_one_page_are_several_statements():
    found = find("Cofinancé par l’Union européenne", "Medegefinancierd door de Europese Unie")
    assert [s.language for s in found] == ["fr", "nl"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Beneficiaries must display the following statement: Co-funded by the European Union",),
        ("The logo with “Co-funded by the European Union” must be used on every page.",),
        ("Saņēmējiem jānorāda teikums „Līdzfinansē Eiropas Savienība”.",),
        ("Oppaan mukaan esitteessä on oltava lause ”Euroopan unionin osarahoittama”.",),
        ("A tájékoztató mondata: „Az Európai Unió társfinanszírozásával”.",),
        ("Alle Unterlagen müssen folgenden Satz tragen:", "„Kofinanziert von der Europäischen Union“"),
    ],
)
def test_a_statement_in_a_rule_is_quoted(texts):
    assert "quoted" in only(*texts).codes


@pytest.mark.parametrize("text", ["“Co-funded by the European Union”", "Project: Co-funded by the European Union"])
def test_quotation_marks_or_a_colon_alone_make_no_quotation(text):
    assert "quoted" not in only(text).codes


def test_a_sentence_that_names_the_union_is_not_hidden_by_the_scrap_of_a_prescribed_one() -> None:
    text = (
        "This publication has been produced in the framework of the cross-border project Tidal Loom, co-financed by "
        "the European Union. With the support of the European Regional Development Fund"
    )
    found = [s for s in find(text, language="en") if s.part == "funding-statement"]
    assert ["union-replaced" in s.codes for s in found] == [False]


def test_a_scrap_that_names_only_a_fund_stays() -> None:
    text = "This publication has been produced with the financial assistance of the European Regional Development Fund."
    (found,) = find(text, language="en")
    assert "union-replaced" in found.codes


@pytest.mark.parametrize(
    "text",
    [
        "This work was partially funded by Fundo Europeu de Desenvolvimento Regional.",
        "Finanziert durch den Fonds européen de développement régional.",
        "Izdelavo zemljevida je sofinanciral Evropski sklad za regionalni razvoj.",
    ],
)
def test_a_fund_is_told_in_the_past_and_in_a_sentence_of_another_language(text: str) -> None:
    (found,) = find(text)
    assert (found.codes & {"union-replaced"}, found.funds) == ({"union-replaced"}, ("ERDF",))


def test_a_disclaimer_of_which_little_is_prescribed_is_one_in_other_words() -> None:
    text = (
        "This page reflects the views of the author and does not necessarily reflect the views or policy of the "
        "European Commission. The Agency cannot be held responsible for any use that may be made of what it says."
    )
    assert [s.codes & {"reworded"} for s in find(text, language="en")] == [{"reworded"}]
