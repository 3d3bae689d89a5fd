"""Breakdowns that are meant as complete, ineligible costs beside the parts, and partners named in tables."""

import pytest

from budget_cases import amounts, judge, say

ROMANIAN = (
    "Valoarea totală a proiectului este de {total} lei, din care valoarea eligibilă nerambursabilă din FEDR {eu} lei, "
    "valoarea eligibilă nerambursabilă din bugetul național {national} lei, cofinanțarea beneficiarului {own} lei și "
    "cheltuieli neeligibile {rest} lei."
)
RIGHT = {
    "total": "18.456.320,45",
    "eu": "14.180.433,98",
    "national": "2.168.704,02",
    "own": "369.126,41",
    "rest": "1.738.056,04",
}


def test_ineligible_costs_belong_to_the_total():
    assert [f.outcome for f in judge(ROMANIAN.format(**RIGHT), language="ro", maximum={})] == ["passed"]


@pytest.mark.parametrize(
    ("part", "written"),
    [("total", "18.453.620,45"), ("eu", "14.108.433,98"), ("national", "2.168.074,02"), ("own", "639.126,41")],
)
def test_a_slip_beside_ineligible_costs_fails(part: str, written: str):
    findings = judge(ROMANIAN.format(**{**RIGHT, part: written}), language="ro", maximum={})
    assert "failed" in {f.outcome for f in findings}


def table(total: str, union: str, own: str) -> list[list[str]]:
    return [["Celkové výdaje projektu", total], ["Dotace EU", union], ["Vlastní zdroje", own]]


def test_a_table_of_union_and_own_money_that_makes_the_total_passes():
    rows = table("4 820 000,- Kč", "4 097 000,- Kč", "723 000,- Kč")
    assert [f.outcome for f in judge(rows, language="cs", maximum={})] == ["passed"]


def test_a_table_of_union_and_own_money_below_the_total_asks_for_a_look():
    rows = table("4 820 000,- Kč", "4 090 000,- Kč", "700 000,- Kč")
    (finding,) = judge(rows, language="cs", maximum={})
    assert (finding.outcome, finding.code) == ("needs_review", "parts-below-total-unsure")


def test_a_table_below_the_total_by_two_swapped_digits_fails():
    rows = table("4 820 000,- Kč", "4 090 700,- Kč", "723 000,- Kč")
    (finding,) = judge(rows, language="cs", maximum={})
    assert (finding.outcome, finding.code) == ("failed", "sum-slip")
    assert "4 097 000,- Kč for 4 090 700,- Kč (two digits swapped)" in say(finding)


PARTNERS = [
    ["Partner", "Total budget (EUR)"],
    ["City of Turku", "{}"],
    ["Riga Technical University", "690,250"],
    ["Klaipėda University", "700,000"],
    ["Total", "1,840,250"],
]


def partners(first: str) -> list[list[str]]:
    return [[cell.format(first) for cell in row] for row in PARTNERS]


def test_partners_of_a_table_make_its_total():
    assert [f.outcome for f in judge(partners("450,000"), maximum={})] == ["passed"]
    (finding,) = judge(partners("405,000"), maximum={})
    assert (finding.outcome, finding.code) == ("failed", "partners-below-total")


def test_a_row_named_after_a_municipality_is_a_partner():
    rows = [["Partner", "Budget totale (€)"], ["Comune di Bolzano", "296.340"], ["Universität Innsbruck", "412.300,50"]]
    found = [(a.scope, a.share, a.partner) for a in amounts(rows, language="it")]
    assert found == [("partner", "total", "Comune di Bolzano"), ("partner", "total", "Universität Innsbruck")]


def test_the_share_of_a_partner_is_its_budget():
    text = "Het aandeel van projectpartner Universiteit Gent bedraagt € 861.200,40, waarvan € 430.600,20 EFRO."
    found = [(a.scope, a.share) for a in amounts(text, language="nl")]
    assert found == [("partner", "total"), ("partner", "eu")]


def test_what_a_region_has_or_spends_elsewhere_is_no_part_of_the_project():
    parts = ("The project's total budget is EUR 2,499,999.", "In 2022 visitors of the region spent €350 million.")
    assert [f.outcome for f in judge(*parts, maximum={})] == ["passed"]


def test_totals_in_two_items_of_a_list_may_be_those_of_two_projects():
    items = ("Project SmartFish: total budget EUR 500,000", "Project HeritageLab: total budget EUR 812,400")
    assert [f.outcome for f in judge(*items, lists=True, maximum={})] == ["needs_review"]
