"""What is to be filled into a wording is said in the reader's language, and what is known is filled in."""

import pytest

from publicity_check import ReportOptions, check, render

OPEN = "{authority_short}"


def page(*paragraphs, language="en"):
    text = "".join(f"<p>{p}</p>" for p in paragraphs)
    return f'<!doctype html><html lang="{language}"><title>Harbour</title><main>{text}</main></html>'.encode()


def suggestion(report, check_name):
    return next(r.suggestion for r in report.publications[0].results if r.check == check_name)


HORIZON = page("Co-funded by the European Union.", "Horizon Europe, grant agreement No 101117322.")


TOLD = {
    "en": "[abbreviation of the granting authority]",
    "lv": "[finansējuma piešķīrējas iestādes saīsinājums]",
    "lt": "[dotaciją teikiančios institucijos santrumpa]",
}


@pytest.mark.parametrize(
    ("format_", "language"),
    [
        *((f, code) for f in ("text", "html") for code in TOLD),
        *((f, "en") for f in ("junit", "gitlab", "github", "sarif")),
    ],
)
def test_a_gap_is_shown_in_the_readers_words(format_, language):
    shown = render(check(HORIZON, name="page.html"), format_, ReportOptions(language=language))
    assert TOLD[language] in shown
    assert OPEN not in shown


def test_json_keeps_the_gaps_by_their_names():
    assert OPEN in render(check(HORIZON, name="page.html"), "json")


def test_the_authority_of_a_programme_with_one_alone_is_filled_in():
    life = page(
        "Co-funded by the European Union. LIFE programme 2021-2027, project LIFE21-NAT-LV-LatViaNature, 101074345."
    )
    wording = suggestion(check(life, name="page.html", rules=["life-2021-2027"]), "disclaimer")
    assert "the European Union or CINEA. Neither the European Union nor CINEA can" in wording


@pytest.mark.parametrize(
    ("language", "said", "offered"),
    [
        ("en", "Funded by the EU.", "Funded by the European Union"),
        ("en", "The project is funded by the EU.", "Funded by the European Union"),
        ("en", "Co-funded by the EU.", "Co-funded by the European Union"),
        ("lt", "Finansuoja ES", "Finansuoja Europos Sąjunga"),
        ("de", "Finanziert von der EU.", "Finanziert von der Europäischen Union"),
        ("fr", "Cofinancé par l'UE.", "Cofinancé par l’Union européenne"),
    ],
)
def test_who_else_pays_is_not_changed_by_the_advice(language, said, offered):
    report = check(
        page(said, "Horizon Europe, 101117322", language=language), name="page.html", rules=["horizon-europe-2021-2027"]
    )
    assert suggestion(report, "funding-statement") == offered


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Co-funded by the European Union"),
        ("de", "Kofinanziert von der Europäischen Union"),
        ("fr", "Cofinancé par l’Union européenne"),
        ("lt", "Bendrai finansuoja Europos Sąjunga"),
    ],
)
def test_no_wording_is_offered_that_would_decide_which_rules_hold(language, said):
    report = check(page(said, "The harbour.", language=language), name="page.html").publications[0]
    (disclaimer,) = [r for r in report.results if r.check == "disclaimer"]
    assert [pack.certain for pack in report.rule_packs] == [False]
    assert (disclaimer.code, disclaimer.suggestion) == ("rules-undecided", None)


def test_a_wording_that_all_rules_ask_for_is_offered_though_it_is_open_which_hold():
    text = page("Co-funded by the EU, ERDF and ESF+ 2021-2027.", "The harbour.")
    report = check(text, name="page.html")
    assert not report.publications[0].rule_packs[0].certain
    assert suggestion(report, "funding-statement") == "Co-funded by the European Union"
