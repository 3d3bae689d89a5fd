"""What the budget check decides: agreement passes, conflicts fail with both sides, guesses are left to a person."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budget_cases import amounts, judge, say
from publicity_check.config.model import Partner, Project
from publicity_check.results import Finding
from publicity_check.values.figures import format_figure

TEXTS = tomllib.loads((Path(__file__).parents[1] / "data" / "budget" / "sentences.toml").read_text("utf-8"))
TOTAL = "The total cost of the project is 176 680,75 EUR."


def only(findings: object) -> Finding:
    (finding,) = findings  # type: ignore[misc]
    return finding  # type: ignore[no-any-return]


def test_a_publication_without_project_money_is_inapplicable():
    assert only(judge("Entry is free. A ticket costs 5 EUR.")).outcome == "inapplicable"


def test_one_figure_alone_passes():
    finding = only(judge(TOTAL))
    assert (finding.outcome, finding.code) == ("passed", "single-figure")


def test_a_share_above_the_highest_rate_fails_and_names_what_would_be_right():
    finding = only(judge(TOTAL, "The ERDF contributes 160 000,00 EUR."))
    assert (finding.outcome, finding.code) == ("failed", "above-maximum")
    assert finding.values["highest"].text == "150 178,64 EUR"


def test_the_highest_rate_is_not_rounded():
    finding = only(judge("The total project cost is 10 000 000 EUR.", "The ERDF contributes 8 500 900 EUR."))
    assert finding.outcome == "failed"


def test_a_fund_whose_highest_rate_is_unknown_has_none():
    assert only(judge(TOTAL, "The ERDF contributes 160 000,00 EUR.", maximum={"ESF": Decimal(50)})).outcome == "passed"


def test_a_stated_rate_that_fits_no_base_fails():
    finding = only(judge(TOTAL, "The ERDF contributes 100 000,00 EUR (75 %)."))
    assert (finding.outcome, finding.code) == ("failed", "rate-does-not-fit")
    assert finding.values["true_rate"].text == "56,6"


def test_a_stated_rate_passes_if_the_true_rate_rounds_to_it():
    text = (
        "The eligible cost of the project is 27 440 040,00 EUR.",
        "The ERDF contributes 11 964 953,38 EUR (43,6 %).",
    )
    assert only(judge(*text)).outcome == "passed"


def test_a_slip_fails_even_where_the_rate_still_rounds_right():
    finding = only(judge(TOTAL, "The ERDF contributes 150 187,64 EUR (85 %)."))
    assert finding.code == "share-slip"
    assert "two digits swapped" in say(finding)


def test_a_rate_may_be_of_the_eligible_cost():
    text = (
        "The total cost of the project is 200 000,00 EUR, the eligible cost is 100 000,00 EUR.",
        "The ERDF contributes 85 000,00 EUR (85 %).",
    )
    assert only(judge(*text)).outcome == "passed"


def test_an_unstated_rate_is_never_assumed():
    text = ("The total cost of the project is 12 504 461,95 EUR.", "The ERDF contributes 10 622 264,99 EUR.")
    assert only(judge(*text, maximum={})).outcome == "passed"


def test_parts_above_the_total_fail_with_the_sum():
    text = "The project has a total budget of 2697,70 EUR, of which 2044,50 EUR is EU funding and 857,65 EUR own money."
    finding = only(judge(text, maximum={}))
    assert (finding.outcome, finding.code) == ("failed", "parts-above-total")
    assert "2902,15 EUR" in say(finding)


def test_parts_below_the_total_pass_where_nothing_says_they_are_all():
    text = "The project has a total budget of 1 000 000 EUR, of which 300 000 EUR is EU money and 20 000 EUR own money."
    assert only(judge(text)).outcome == "passed"


def test_parts_that_miss_the_total_by_cents_pass_with_a_note():
    text = "The total project cost is 100,03 EUR, of which 85,00 EUR is ERDF funding and 15,00 EUR own contribution."
    finding = only(judge(text))
    assert finding.outcome == "passed"
    assert "cents-apart" in {note.code for note in finding.notes}


def test_a_part_with_a_wrong_digit_is_named_where_the_rest_adds_up():
    text = (
        "The total project cost is 176 680,75 EUR, of which 123 456,78 EUR is ERDF funding and 52 323,97 EUR own money."
    )
    finding = only(judge(text))
    assert finding.code == "sum-slip"
    assert "53 223,97 EUR for 52 323,97 EUR (two digits swapped)" in say(finding)


def test_the_same_total_in_two_places_must_be_one():
    finding = only(judge(TOTAL, "Total project budget: 190 000,00 EUR"))
    assert (finding.outcome, finding.code) == ("failed", "repeated-differs")
    assert len(finding.evidence) == 2


def test_a_rounded_total_in_the_lead_agrees_with_the_full_one():
    assert only(judge("The total cost of the project is about 0,2 million EUR.", TOTAL)).outcome == "passed"


def test_a_figure_of_unknown_role_that_looks_like_a_slip_is_left_to_a_person():
    finding = only(judge("Open Up: 176 860,75 EUR for libraries", TOTAL))
    assert (finding.outcome, finding.kind) == ("needs_review", None)


def test_partners_above_the_project_fail():
    table = [["Partner", "Budget (EUR)"], ["Harbour Museum", "150 000,00"], ["Forest Institute", "90 000,00"]]
    finding = only(judge(TOTAL, table))
    assert (finding.outcome, finding.code) == ("failed", "partners-above-total")


def test_partners_below_the_project_fail_only_if_all_are_named():
    table = [["Partner", "Budget (EUR)"], ["Harbour Museum", "100 000,00"], ["Forest Institute", "50 000,00"]]
    assert only(judge(TOTAL, table)).outcome == "passed"
    profile = Project(partners=(Partner(name="Harbour Museum"), Partner(name="Forest Institute")))
    assert only(judge(TOTAL, table, profile=profile)).code == "partners-below-total"


def test_the_projects_and_a_partners_union_share_are_two_things():
    text = ("The ERDF contributes 150 178,64 EUR.", "The budget of the partner Ludza Library is 37 710,27 EUR.")
    assert only(judge(TOTAL, *text, "Of this, 32 053,72 EUR is EU funding.")).outcome != "failed"


def test_figures_must_agree_with_the_profile():
    profile = Project(total=Decimal("176680.75"), eu=Decimal("150178.64"), rate=Decimal(85))
    assert only(judge(TOTAL, profile=profile)).outcome == "passed"
    finding = only(judge("The total cost of the project is 167 680,75 EUR.", profile=profile))
    assert (finding.outcome, finding.code) == ("failed", "profile-slip")
    assert finding.values["declared"].text == "176 680,75 EUR"


def test_a_rate_must_agree_with_the_profile():
    finding = only(judge(TOTAL, "ERDF co-financing: 132 510,56 EUR (75 %)", profile=Project(rate=Decimal(85))))
    assert finding.code == "profile-rate-differs"


def test_totals_in_two_currencies_are_compared_only_at_a_stated_rate():
    euro, lei = "Valoarea totală a proiectului este de 375.981,87 EUR.", "Valoarea totală a proiectului este de {} RON."
    assert only(judge(euro, lei.format("1.759.020,00"), language="ro")).outcome == "passed"
    stated = (euro, lei.format("1.759.020,00"), "1 EUR = 4,4125 RON")
    assert only(judge(*stated, language="ro")).code == "currencies-differ"
    assert only(judge(euro, lei.format("1.659.020,00"), stated[2], language="ro")).outcome == "passed"


def test_the_same_figure_in_two_currencies_fails():
    finding = only(judge(TOTAL, "Total project budget: 176 680,75 USD"))
    assert (finding.outcome, finding.code) == ("failed", "same-figure-two-currencies")


def test_totals_with_and_without_tax_are_two_things():
    text = ("The total project cost is 100 000,00 EUR excluding VAT.", "The total project cost is 121 000,00 EUR.")
    assert only(judge(*text)).outcome != "failed"


def test_money_on_top_is_no_second_value_of_the_same():
    text = ("The project received a grant of 50 000 EUR.", "An additional grant of 20 000 EUR followed.")
    assert only(judge(TOTAL, *text)).outcome == "passed"


def test_percentages_that_make_a_little_more_than_a_hundred_fail():
    text = "The EU pays 80,15 % of the project, 3,84 % is state money and 16,1 % own money: 941 726 EUR in total."
    assert only(judge(text)).code == "rates-above-hundred"


def test_a_figure_that_cannot_be_read_is_left_to_a_person():
    assert only(judge("Total project budget: 1 350 0000 EUR")).code == "figure-unreadable"


@pytest.mark.parametrize("language", sorted(TEXTS))
@settings(max_examples=12, deadline=None)
@given(
    cents=st.integers(1_000_000, 10**10),
    rate=st.sampled_from((50, 60, 75, 80, 85)),
    style=st.sampled_from(("blank-comma", "point-comma", "comma-point", "blank-point")),
)
def test_any_budget_in_order_passes_in_every_language(language: str, cents: int, rate: int, style: str):
    total = Decimal(cents) / 100
    union = (total * rate / 100).quantize(Decimal("0.01"))
    sums = {"total": total, "eu": union, "own": total - union}
    written = {name: f"{format_figure(value, style)} EUR" for name, value in sums.items()}
    text = TEXTS[language]["breakdown"].format(**written)
    assert [a.value for a in amounts(text, language=language)] == list(sums.values())
    assert only(judge(text, language=language)).outcome == "passed"


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        (
            "hr",
            [
                ["Prihvatljivi troškovi", "3.960.000,00 kn"],
                ["Bespovratna sredstva", "2.574.000,00 kn, što čini 70 % prihvatljivih troškova"],
            ],
        ),
        (
            "en",
            [["Eligible costs", "EUR 396,000.00"], ["Grant", "EUR 257,400.00, which is 70 % of the eligible costs"]],
        ),
        (
            "de",
            [
                ["Förderfähige Kosten", "396.000,00 Euro"],
                ["Zuschuss", "257.400,00 Euro, das sind 70 % der förderfähigen Kosten"],
            ],
        ),
        (
            "lv",
            [
                ["Attiecināmās izmaksas", "396 000,00 EUR"],
                ["Grants", "257 400,00 EUR, kas ir 70 % no attiecināmajām izmaksām"],
            ],
        ),
    ],
)
def test_a_rate_in_a_remark_behind_the_figure_of_a_cell_is_held_against_it(language: str, rows: list[list[str]]):
    findings = judge(rows, language=language, maximum={})
    assert [f.outcome.value for f in findings] == ["failed"]
    assert "65" in say(findings[0])
