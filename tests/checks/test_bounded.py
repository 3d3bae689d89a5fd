"""Nothing is bounded in silence: what is too long to be looked at as a whole is said, and never called fine."""

import json

import pytest

from publicity_check import check, find_facts, render
from publicity_check.reports import FORMATS
from publicity_check.results import PublicationReport, Result
from report_text import text_of

LLI = "interreg-latvia-lithuania-2014-2020"
ANY = "interreg-2021-2027"
FUNDED = (
    "<p>Project LLI-263 of the Interreg V-A Latvia-Lithuania Programme 2014-2020. Co-funded by the European Union.</p>"
)


def judged(body: str, rules: str = LLI) -> PublicationReport:
    return check(f"<html><body>{body}".encode(), name="page.html", rules=[rules]).publications[0]


def of(check_name: str, report: PublicationReport) -> list[Result]:
    return [r for r in report.results if r.check == check_name]


def rows(count: int, form: str = "<tr><td>Works {k}</td><td>{sum} EUR</td></tr>") -> str:
    return "".join(form.format(k=k, sum=1_000 + 13 * k) for k in range(count))


def table(count: int, total: int) -> str:
    head = "<tr><th>Item</th><th>Total project cost</th></tr>"
    return f"{FUNDED}<table>{head}{rows(count)}<tr><td>Total</td><td>{total} EUR</td></tr></table>"


PARTNERS = "<tr><td>Partner {k}</td><td>{sum} EUR</td><td>{k}99 EUR</td></tr>"
LONG = {
    "a table of many parts": table(160, 999_999),
    "a table of many parts that adds up": table(160, sum(1_000 + 13 * k for k in range(160))),
    "a table of partners": f"{FUNDED}<table><tr><th>Partner</th><th>Total cost</th><th>ERDF</th></tr>"
    f"{rows(90, PARTNERS)}</table>",
    "a list": f"{FUNDED}<ul>{rows(170, '<li>Total cost of part {k}: {sum} EUR</li>')}</ul>",
    "sentences": FUNDED + rows(150, "<p>The total cost of the project is {sum} EUR.</p>"),
    "rates": FUNDED + rows(120, "<p>The total cost of the project is {sum} EUR, of which the EU pays {k} %.</p>") * 2,
}


@pytest.mark.parametrize("body", LONG.values(), ids=LONG)
def test_a_list_too_long_to_be_compared_never_passes_and_says_how_many_figures_were_not(body: str) -> None:
    budget = of("budget", judged(body))
    assert "passed" not in {r.outcome for r in budget}
    (told,) = [r for r in budget if r.code == "figures-partly-compared"]
    assert (told.outcome, told.level) == ("needs_review", "must")
    assert isinstance(told.values["count"], int)
    assert told.values["count"] > 0
    assert told.evidence[0].quote


SHORT = {
    "one sum, very often": FUNDED + "<p>The total cost of the project is 176 680,75 EUR.</p>" * 300,
    "a budget": FUNDED + "<p>The total cost of the project is 176 680,75 EUR, of which the EU pays 150 178,64 EUR.</p>",
    "figures of others": FUNDED + rows(300, "<p>A ticket to hall {k} costs {sum} EUR.</p>"),
}


@pytest.mark.parametrize("body", SHORT.values(), ids=SHORT)
def test_what_is_compared_with_all_others_is_called_no_long_list(body: str) -> None:
    report = judged(body)
    assert "figures-partly-compared" not in {r.code for r in report.results}
    assert "failed" not in {r.outcome for r in of("budget", report)}


def test_a_slip_in_the_last_of_very_many_copies_of_a_sum_is_found() -> None:
    body = FUNDED + "<p>The total cost of the project is 176 680,75 EUR.</p>" * 300
    body += "<p>The total cost of the project is 176 608,75 EUR.</p>"
    assert {(r.outcome, r.code) for r in of("budget", judged(body))} == {("failed", "repeated-slip")}


def test_a_table_whose_rows_make_its_total_is_not_called_wrong_however_long_it_is() -> None:
    codes = {r.code for r in of("budget", judged(LONG["a table of many parts that adds up"])) if r.outcome == "failed"}
    assert codes == set()
    told = {r.code for r in of("budget", judged(LONG["a table of many parts"])) if r.outcome != "passed"}
    assert told & {"rows-differ", "repeated-differs-unsure"}


LV_FAR = ", un pilsēta uzbūvēja ceļu ar tiltu" * 45
FAR = ", and the town built a road with a bridge" * 40
SENTENCES = {
    "statement": (
        "funding-statement",
        "statement-in-long-sentence",
        f"<p>The town applied for money{FAR}: project LLI-263 is co-funded by the European Union</p>",
    ),
    "statement of Latvia": (
        "funding-statement",
        "statement-in-long-sentence",
        f"<p>Pieteikums tika noraidīts{LV_FAR}: projektu LLI-263 līdzfinansē Eiropas Savienība</p>",
    ),
    "number": (
        "project-number",
        "number-in-long-sentence",
        f"<p>The application was refused{FAR}: see project No LLI-263</p>",
    ),
}


@pytest.mark.parametrize(("name", "code", "body"), SENTENCES.values(), ids=SENTENCES)
def test_words_of_a_very_long_sentence_that_were_not_weighed_are_a_question(name: str, code: str, body: str) -> None:
    results = of(name, judged(body, ANY))
    assert ("needs_review", code) in {(r.outcome, r.code) for r in results}
    assert "passed" not in {r.outcome for r in results}
    assert code not in {r.code for r in judged(body.replace(FAR, "").replace(LV_FAR, ""), ANY).results}


def test_every_format_says_what_was_bounded_and_data_hold_its_kind_count_and_place() -> None:
    body = LONG["sentences"]
    report = check(f"<html lang=en><body>{body}".encode(), name="page.html", rules=[LLI])
    for form in FORMATS:
        if form not in {"files", "statistics", "evidence"}:  # these list no findings
            text = text_of(render(report, form))
            assert "figures-partly-compared" in text or "not compared with all others" in " ".join(text.split()), form
    (bounded,) = json.loads(render(report, "json"))["publications"][0]["facts"]["bounded"]
    assert bounded["kind"] == "figures-partly-compared"
    assert bounded["count"] == report.publications[0].facts.bounded[0].count
    assert bounded["evidence"]["locator"]["line"] == 1
    assert find_facts(body.encode(), name="page.html").bounded == report.publications[0].facts.bounded


def test_a_number_that_stands_very_often_is_told_by_all_of_its_places() -> None:
    earlier = "<p>Our earlier project No LLI-264, now closed, repaired the long road to the sea.</p>" * 150
    own = "<p>Project LLI-263</p>"
    assert "LLI-264" not in {
        n.value for n in find_facts(f"{own}{earlier}".encode(), name="a.html").project_numbers if n.role == "own"
    }
    heading = "<h2>Project LLI-264</h2>"
    assert "LLI-264" in {
        n.value
        for n in find_facts(f"{own}{earlier}{heading}".encode(), name="a.html").project_numbers
        if n.role == "own"
    }


def test_a_wording_for_a_publication_too_long_to_try_it_in_says_so() -> None:
    long = FUNDED + "<p>The town built a road and a bridge over the river.</p>" * 600
    tried, untried = judged(FUNDED), judged(long)
    notes = [{n.code for n in r.notes} for r in untried.results if r.suggestion]
    assert notes
    assert all("wording-not-tried" in codes for codes in notes)
    assert not any("wording-not-tried" in {n.code for n in r.notes} for r in tried.results)


def test_an_emblem_is_not_called_missing_where_pictures_were_not_opened() -> None:
    pictures = "".join(
        f'<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw={k}" width=300 height=200>' for k in range(45)
    )
    assert of("emblem", judged(FUNDED + pictures))[0].outcome == "needs_review"


def test_what_stands_in_rows_and_under_headings_of_projects_that_are_not_judged_is_not_the_others() -> None:
    said = "Co-funded by the European Union"
    rows_ = "".join(f"<tr><td>LLI-{n}</td><td>{said if n > 220 else 'Ogre'}</td></tr>" for n in range(101, 241))
    heads = "".join(f"<h2>Project LLI-{n}</h2><p>{said if n > 220 else 'Ogre'}</p>" for n in range(101, 241))
    for page in (f"<table>{rows_}</table>", heads):
        report = check(f"<html lang=en><body>{page}".encode(), name="page.html", rules=[ANY]).publications[0]
        assert "projects-not-judged" in {r.code for r in report.results}
        assert not any(said in e.quote for r in of("funding-statement", report) for e in r.evidence)
        assert "passed" not in {r.outcome for r in of("funding-statement", report)}


def test_each_of_very_many_numbers_of_one_project_is_told_once() -> None:
    numbers = ", ".join(f"LLI-{n}" for n in range(200, 260))
    conflicts = [r for r in of("project-number", judged(f"<p>{numbers}</p>")) if r.code.startswith("number-conflict")]
    assert 0 < len(conflicts) < 60
    few = [r for r in of("project-number", judged("<p>LLI-263, LLI-236, LLI-203</p>")) if r.outcome == "failed"]
    assert len(few) == 2
