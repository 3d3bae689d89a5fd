"""What closes to the cent is settled, rows that are steps of one whole are no summands, and each row counts."""

import pytest

from budget_cases import amounts, judge, say

SHEETS = {
    "fr": [
        ["Programme", "Horizon Europe"],
        ["Durée", "48 mois"],
        ["Budget total", "3 962 418,75 €"],
        ["Contribution de l’Union", "3 962 418,75 € (100 %)"],
        ["Part du LESER", "486 250,00 €"],
    ],
    "en": [
        ["Programme", "Horizon Europe"],
        ["Duration", "48 months"],
        ["Total budget", "EUR 2,481,340.25"],
        ["EU contribution", "EUR 2,481,340.25 (100%)"],
        ["Share of the institute", "EUR 318,770.00"],
    ],
    "pl": [
        ["Program", "Horyzont Europa"],
        ["Czas trwania", "36 miesięcy"],
        ["Całkowity budżet projektu", "2 481 340,25 EUR"],
        ["Dofinansowanie z Unii Europejskiej", "2 481 340,25 EUR (100%)"],
        ["Część uczelni", "318 770,00 EUR"],
    ],
    "hr": [
        ["Program", "Konkurentnost i kohezija"],
        ["Korisnik", "Općina Javor"],
        ["Ukupna vrijednost projekta", "4.812.350,00 kn (638.708,61 EUR)"],
        ["Prihvatljivi troškovi", "4.520.000,00 kn"],
        ["Bespovratna sredstva EFRR-a (85 %)", "3.842.000,00 kn (509.921,03 EUR)"],
    ],
    "bg": [
        ["Програма", "Околна среда"],
        ["Бенефициент", "Община Ясен"],
        ["Обща стойност на проекта", "1 955 830,00 лв. (1 000 000,00 EUR)"],
        ["Допустими разходи", "1 760 247,00 лв."],
        ["Финансиране от ЕФРР (85 %)", "1 496 209,95 лв. (765 000,00 EUR)"],
    ],
    "de": [
        ["Programm", "Interreg"],
        ["Laufzeit", "36 Monate"],
        ["Gesamtkosten des Projekts", "812.350,00 EUR"],
        ["Förderfähige Kosten", "720.000,00 EUR"],
        ["EFRE-Mittel (80 %)", "576.000,00 EUR"],
    ],
}


@pytest.mark.parametrize("language", SHEETS)
def test_lines_of_a_fact_sheet_that_are_steps_of_one_whole_do_not_add_up(language: str):
    assert [f.outcome.value for f in judge(SHEETS[language], language=language, maximum={})] == ["passed"]


HEADED = {
    "lt": [["Rodiklis", "Suma, Eur"], ["Tinkamos išlaidos", "720 000,00"], ["ES lėšos", "576 000,00"]],
    "es": [["Concepto", "Importe (EUR)"], ["Gastos subvencionables", "720.000,00"], ["Ayuda del FEDER", "576.000,00"]],
    "sk": [["Položka", "Suma (EUR)"], ["Oprávnené výdavky", "720 000,00"], ["Príspevok z EFRR", "576 000,00"]],
}
TOTALS = {"lt": "Iš viso", "es": "Total", "sk": "Spolu"}


@pytest.mark.parametrize("language", HEADED)
def test_eligible_costs_and_what_is_paid_of_them_are_no_summands_under_a_head_either(language: str):
    rows = [*HEADED[language], [TOTALS[language], "812 350,00"]]
    assert [f.outcome.value for f in judge(rows, language=language, maximum={})] == ["passed"]


def test_a_converted_grant_is_held_against_eligible_costs_that_are_converted_too():
    rows = [row.copy() for row in SHEETS["hr"]]
    rows[3][1] = "4.520.000,00 kn (599.907,09 EUR)"
    assert [f.outcome.value for f in judge(rows, language="hr", maximum={})] == ["passed"]
    rows[4][1] = "3.842.000,00 kn (590.921,03 EUR)"
    assert "failed" in {f.outcome.value for f in judge(rows, language="hr", maximum={})}


EQUAL = {
    "lt": (
        "Finansavimo šaltinis",
        "Valstybės biudžetas",
        "Savivaldybės biudžetas",
        "Sanglaudos fondo lėšos",
        "Iš viso",
    ),
    "pl": ("Źródło", "Budżet państwa", "Wkład własny gminy", "Środki EFRR", "Razem"),
    "fi": ("Rahoittaja", "Valtion rahoitus", "Oma rahoitus", "EAKR-rahoitus", "Yhteensä"),
    "ro": ("Sursa", "Bugetul de stat", "Contribuția proprie", "Finanțare FEDR", "Total"),
}


@pytest.mark.parametrize("language", EQUAL)
@pytest.mark.parametrize(("total", "outcome"), [("1 862 540,00", "passed"), ("1 826 540,00", "failed")])
def test_two_rows_of_one_amount_both_count(language: str, total: str, outcome: str):
    head, state, own, union, together = EQUAL[language]
    amounts = ("139 690,50", "139 690,50", "1 583 159,00", total)
    rows = [[head, "EUR"], *([name, sum_] for name, sum_ in zip((state, own, union, together), amounts, strict=True))]
    assert {f.outcome.value for f in judge(rows, language=language, maximum={})} == {outcome}


ELSEWHERE = {
    "it": (
        ["Importo complessivo: € 1.350.000,00", "Finanziamento FESR: € 1.180.000,00", "Fondi propri: € 170.000,00"],
        "La pista ciclabile di via Roma (240.000 euro) è finanziata dalla Regione.",
    ),
    "en": (
        ["Total cost: EUR 1,350,000", "ERDF funding: EUR 1,180,000", "Own contribution: EUR 170,000"],
        "The cycle path along Mill Road (EUR 240,000) is paid for by the state budget.",
    ),
    "cs": (
        ["Celkové náklady: 1 350 000 Kč", "Dotace EFRR: 1 180 000 Kč", "Vlastní zdroje: 170 000 Kč"],
        "Cyklostezku v Mlýnské ulici (240 000 Kč) hradí státní rozpočet.",
    ),
    "sv": (
        ["Total kostnad: 1 350 000 kr", "Eruf-stöd: 1 180 000 kr", "Egen finansiering: 170 000 kr"],
        "Cykelvägen längs Kvarngatan (240 000 kr) betalas med statliga medel.",
    ),
}


@pytest.mark.parametrize("language", ELSEWHERE)
def test_further_money_elsewhere_is_no_part_of_a_whole_that_is_made(language: str):
    lines, other = ELSEWHERE[language]
    assert {f.outcome.value for f in judge(*lines, "X " * 90, other, language=language, maximum={})} == {"passed"}


PARTNERS = {
    "et": (
        "Partner",
        "Eelarve, €",
        "Kokku",
        "Projekti kogumaksumus on {} eurot.",
        "Koolimaja katus: vallaeelarvest {}",
    ),
    "de": (
        "Partner",
        "Budget, EUR",
        "Gesamt",
        "Die Gesamtkosten des Projekts betragen {} EUR.",
        "Schuldach: Budget {}",
    ),
    "lv": ("Partneris", "Budžets, EUR", "Kopā", "Projekta kopējais budžets ir {} EUR.", "Skolas jumts: budžets {}"),
    "pt": ("Parceiro", "Orçamento, EUR", "Total", "O custo total do projeto é de {} EUR.", "Telhado: orçamento {}"),
}


@pytest.mark.parametrize("language", PARTNERS)
def test_partners_that_make_the_whole_are_all(language: str):
    partner, budget, total, sentence, news = PARTNERS[language]
    table = [[partner, budget], ["Harbour Museum", "412 300,00"], ["Forest Institute", "301 176,50"]]
    table += [["City of Turku", "200 000,00"], [total, "913 476,50"]]
    found = judge(sentence.format("913 476,50"), table, "X " * 90, news.format("86 000 EUR"), language=language)
    assert {f.outcome.value for f in found} == {"passed"}


RATED = {
    "et": ["Kogumaksumus on 186 400,00 eurot:", "ERF 139 800,00 eurot (75%)", "riik 46 600,00 eurot (25%)"],
    "en": ["The total cost is EUR 186,400.00:", "ERDF EUR 139,800.00 (75%)", "state budget EUR 46,600.00 (25%)"],
    "es": ["El coste total es de 186.400,00 euros:", "FEDER 139.800,00 euros (75 %)", "Estado 46.600,00 euros (25 %)"],
    "sl": ["Skupni stroški so 186.400,00 EUR:", "ESRR 139.800,00 EUR (75 %)", "državni proračun 46.600,00 EUR (25 %)"],
}
OWN = {
    "et": "omaosalus 18 640,00 eurot (10%)",
    "en": "own contribution EUR 18,640.00 (10%)",
    "es": "fondos propios 18.640,00 euros (10 %)",
    "sl": "lastna sredstva 18.640,00 EUR (10 %)",
}


@pytest.mark.parametrize("language", RATED)
def test_parts_whose_rates_make_over_a_hundred_fail_though_some_of_them_make_the_whole(language: str):
    first, *parts = RATED[language]
    assert {f.outcome.value for f in judge(first, *parts, language=language, maximum={})} == {"passed"}
    (finding,) = judge(first, *parts, OWN[language], language=language, maximum={})
    assert (finding.outcome.value, finding.code) == ("failed", "parts-above-total")
    assert "205" in say(finding)


OVER = {
    "lt": ("Programa", "Trukmė", "Bendras projekto biudžetas", "Partnerio biudžetas: Alytaus muziejus"),
    "en": ("Programme", "Duration", "Total project budget", "Budget of the partner Harbour Museum"),
    "sk": ("Program", "Trvanie", "Celkový rozpočet projektu", "Rozpočet partnera Múzeum Tatier"),
    "el": ("Πρόγραμμα", "Διάρκεια", "Συνολικός προϋπολογισμός του έργου", "Προϋπολογισμός εταίρου: Μουσείο Χανίων"),
}


@pytest.mark.parametrize("language", OVER)
@pytest.mark.parametrize(("amount", "outcome"), [("138 450,60", "passed"), ("381 450,60", "failed")])
def test_a_partner_in_a_fact_sheet_has_not_more_than_the_project(language: str, amount: str, outcome: str):
    programme, duration, total, partner = OVER[language]
    rows = [[programme, "Interreg"], [duration, "2024-2026"], [total, "298 114,20 EUR"], [partner, f"{amount} EUR"]]
    assert {f.outcome.value for f in judge(rows, language=language, maximum={})} == {outcome}


SECOND = {
    "lv": "Projekta kopējais budžets ir {} EUR, tajā skaitā ERAF finansējums {} EUR. Vidusupes novada daļa: {} EUR, "
    "no tās ERAF {} EUR (80 %).",
    "nl": "De totale begroting van het project is € {}, de bijdrage van de Europese Unie (80%) € {}. Onze coöperatie "
    "nam daarvan € {} voor haar rekening en ontving € {} subsidie.",
    "ga": "Is é buiséad iomlán an togra ná €{}. Tagann €{} (80%) ón Aontas Eorpach. Is é €{} ár gcuid féin den "
    "bhuiséad, agus íocann an tAontas Eorpach €{} de.",
    "ro": "Bugetul întregului parteneriat este de {} euro, iar grantul UE acoperă 80%, adică {} euro. Nouă ne revin {} "
    "euro, din care {} euro din grant.",
    "en": "The total project budget is EUR {}, with ERDF funding of EUR {} (80%). Of this, EUR {} falls to our town, "
    "which receives EUR {}.",
    "sv": "Projektets totala budget är {} euro, varav Eruf bidrar med {} euro (80 %). Vår del är {} euro, och av den "
    "betalar fonden {} euro.",
}


@pytest.mark.parametrize("language", SECOND)
def test_a_second_pair_at_the_rate_of_the_first_is_the_account_of_a_partner(language: str):
    point = language in {"en", "ga"}
    figures = ("684 310,75", "547 448,60", "231 900,00", "185 520,00")
    text = SECOND[language].format(
        *(f.replace(" ", ",")[:-3] + f[-3:].replace(",", ".") if point else f for f in figures)
    )
    found = [(a.scope, a.share) for a in amounts(text, language=language)]
    assert found == [("project", "total"), ("project", "eu"), ("partner", "total"), ("partner", "eu")]
    assert {f.outcome.value for f in judge(text, language=language, maximum={})} == {"passed"}


LEADS = {
    "sv": ("För {} miljoner kronor får bystugan ett nytt liv.", "Total kostnad: 1 640 000 kr.", "kr"),
    "fi": ("Kylätalo uudistuu {} miljoonalla eurolla.", "Hankkeen kokonaiskustannukset ovat 1 640 000 euroa.", "euro"),
    "pl": ("Za {} mln zł świetlica zyska nowe życie.", "Całkowity koszt projektu: 1 640 000 zł.", "zł"),
    "it": ("Con {} milioni di euro la casa rinasce.", "Il costo totale del progetto è di 1.640.000 euro.", "euro"),
}


@pytest.mark.parametrize("language", LEADS)
@pytest.mark.parametrize(("lead", "outcome"), [("1,64", "passed"), ("1,46", "needs_review"), ("2,37", "passed")])
def test_a_rounded_lead_with_two_digits_swapped_is_asked_about(language: str, lead: str, outcome: str):
    first, total, money = LEADS[language]
    rows = [["", money], ["EU", "656 000"], ["X", "984 000"]]
    assert {f.outcome.value for f in judge(first.format(lead), "X " * 90, total, rows, language=language)} == {outcome}


LISTS = {
    "en": "The EU contribution to the project is EUR {}.",
    "de": "Der Beitrag der Europäischen Union zum Projekt beträgt {} EUR.",
    "es": "La contribución de la Unión Europea al proyecto es de {} EUR.",
    "cs": "Příspěvek Evropské unie na projekt činí {} EUR.",
}


@pytest.mark.parametrize("language", LISTS)
def test_a_list_that_makes_the_union_share_gives_each_partners_part_of_it(language: str):
    shares = {
        "Shannon Institute": "1 120 450,00",
        "Universidade da Costa": "987 312,50",
        "Norges Tareinstitutt": "846 200,00",
        "SkyPixel SAS": "1 030 650,00",
    }
    table = [[name, f"{amount} EUR"] for name, amount in shares.items()]
    found = [(a.scope, a.share) for a in amounts(LISTS[language].format("3 984 612,50"), table, language=language)]
    assert [scope for scope, _ in found] == ["project", *["partner"] * 4]
    assert {share for _, share in found} in ({"eu"}, {"grant"})
