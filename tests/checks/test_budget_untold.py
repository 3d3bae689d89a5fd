"""Shares held against rates that no word ties to them: those beside them, and those that programmes usually pay."""

import pytest

from budget_cases import judge, say


def test_a_slip_against_a_rate_beside_it_fails():
    text = "Projektui skirta 289 620,50 Eur, iš kurių 85 proc., t. y. {} Eur, – Europos socialinio fondo lėšos."
    assert [f.outcome for f in judge(text.format("246 177,43"), language="lt", maximum={})] == ["passed"]
    (finding,) = judge(text.format("246 177,93"), language="lt", maximum={})
    assert finding.code.startswith("share-slip")


def test_a_grant_is_held_against_the_rate_of_the_union():
    text = (
        "El presupuesto total del proyecto asciende a 2.451.320 €, cofinanciado al 80 % por el Fondo Europeo de "
        "Desarrollo Regional (FEDER), con una ayuda de {} €."
    )
    assert [f.outcome for f in judge(text.format("1.961.056"), language="es", maximum={})] == ["passed"]
    (finding,) = judge(text.format("1.961.506"), language="es", maximum={})
    assert (finding.outcome, finding.code) == ("failed", "share-slip")


@pytest.mark.parametrize(
    ("written", "slip"),
    [("1.143.520,17", "swapped"), ("1.143.950,17", "digit"), ("143.250,17", "dropped")],
)
def test_a_slip_of_a_rate_that_programmes_usually_pay_fails_though_no_rate_is_stated(written: str, slip: str):
    text = "Buget total al proiectului: 1.345.000,20 euro, din care {} euro FEDR."
    assert [f.outcome for f in judge(text.format("1.143.250,17"), language="ro", maximum={})] == ["passed"]
    (finding,) = judge(text.format(written), language="ro", maximum={})
    assert (finding.outcome, finding.values["slip"].key) == ("failed", slip)
    assert "1.143.250,17" in say(finding)


@pytest.mark.parametrize("union", ["1.143.249,87", "1.122.871,40", "807.000,12"])
def test_shares_that_follow_no_usual_rate_and_cents_raise_nothing(union: str):
    text = f"Buget total al proiectului: 1.345.000,20 euro, din care {union} euro FEDR."
    assert [f.outcome for f in judge(text, language="ro", maximum={})] == ["passed"]


def test_round_figures_are_no_slips_of_a_usual_rate():
    text = "The project's total budget is EUR 500,000, of which EUR 420,000 is paid by the ERDF."
    assert [f.outcome for f in judge(text, maximum={})] == ["passed"]


def test_parts_that_add_up_are_no_slips_of_a_usual_rate():
    text = (
        "Skupna vrednost projekta je 1.345.000,20 EUR, od tega prispeva Evropski sklad za regionalni razvoj "
        "1.143.520,17 EUR, občina pa 201.480,03 EUR lastnih sredstev."
    )
    assert [f.outcome for f in judge(text, language="sl", maximum={})] == ["passed"]


def test_a_rate_that_explains_an_amount_in_few_words_is_its_rate():
    text = (
        "Projektet har et samlet budget på 12.450.000 kr., hvoraf Den Europæiske Fond for Regionaludvikling bidrager "
        "med {} kr. svarende til 50 pct."
    )
    assert [f.outcome for f in judge(text.format("6.225.000"), language="da", maximum={})] == ["passed"]
    (finding,) = judge(text.format("6.295.000"), language="da", maximum={})
    assert (finding.outcome, finding.code) == ("failed", "share-slip")
