from budget_cases import amounts, judge, say

PROJECT = (
    "Projekta LLI-263 kopējās izmaksas ir {total} EUR. Projekta līdzfinansējums no Eiropas Reģionālās attīstības "
    "fonda ir {eu} EUR. Jēkabpils pilsētas pašvaldības budžets šajā projektā sastāda {partner} EUR, t.sk. "
    "{partner_eu} EUR ir ES finansējums."
)
RIGHT = {"total": "176 680,75", "eu": "150 178,64", "partner": "37 710.27", "partner_eu": "32 053.72"}


def text(**changed: str) -> str:
    return PROJECT.format(**(RIGHT | changed))


def test_the_four_figures_are_found_with_what_they_are_the_sums_of():
    found = [(str(a.value), a.currency, a.scope, a.share, a.fund, a.partner) for a in amounts(text(), language="lv")]
    partner = "Jēkabpils pilsētas pašvaldība"
    assert found == [
        ("176680.75", "EUR", "project", "total", None, None),
        ("150178.64", "EUR", "project", "eu", "ERDF", None),
        ("37710.27", "EUR", "partner", "total", None, partner),
        ("32053.72", "EUR", "partner", "eu", None, partner),
    ]


def test_right_figures_pass_with_notes_on_a_cent_and_on_two_styles():
    (finding,) = judge(text(), language="lv")
    assert finding.outcome == "passed"
    assert {note.code for note in finding.notes} == {"cent-rounding", "mixed-number-styles"}
    exact = next(note.values for note in finding.notes if note.code == "cent-rounding")
    assert (exact["share"].text, exact["base"].text) == ("32 053.72 EUR", "37 710.27 EUR")


def test_two_swapped_digits_fail_and_are_named():
    (finding,) = judge(text(eu="150 187,64"), language="lv")
    assert (finding.outcome, finding.kind) == ("failed", "conflicting")
    assert say(finding) == (
        "150 187,64 EUR is not 85 % of 176 680,75 EUR; 150 178,64 EUR would be (two digits swapped)."
    )
    assert [e.quote for e in finding.evidence] == ["176 680,75 EUR", "150 187,64 EUR"]


def test_swapped_digits_of_a_partner_fail():
    (finding,) = judge(text(partner_eu="32 503.72"), language="lv")
    assert finding.outcome == "failed"
    assert finding.values["right"].text == "32 053.72 EUR"
