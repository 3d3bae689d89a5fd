"""The formats that give a finding a line, an issue or a row: concise, gitlab, markdown."""

import json

import pytest
from msgspec.structs import replace

from publicity_check.messages import sentences
from publicity_check.messages.catalogue import english
from publicity_check.publication import Locator
from publicity_check.reports import ReportOptions, render
from publicity_check.reports.explain import how_known
from publicity_check.results import Outcome
from report_samples import defective, in_order, report, result, results, suppressed, unfunded, unreadable


def concise(*publications, **options):
    return render("concise", report(*publications), ReportOptions(**options)).splitlines()


def test_a_finding_is_one_line_with_its_place_check_and_code():
    budget = next(line for line in concise(defective()) if "budget/" in line)
    assert budget.startswith("site/lasītava 1.html:12:60: budget/")
    assert "150 187,64 EUR" in budget


def test_lines_are_never_wrapped_and_never_broken_by_what_a_page_says():
    evil = result("budget", Outcome.FAILED, code="check-crashed", values={"error": "a\nb " * 100})
    first, _ = concise(defective(results=(evil,)), width=40)
    assert len(first) > 300


def test_a_recommendation_says_so():
    assert any("[Recommended]" in line for line in concise(defective()))


def test_what_is_in_order_unfunded_or_set_aside_has_no_line():
    aside = defective(results=tuple(suppressed(r) for r in results()))
    assert len(concise(in_order(), unfunded(), aside)) == 1


def test_quiet_leaves_out_the_count():
    assert concise(in_order(), quiet=True) == []


def test_a_file_that_cannot_be_read_is_a_line():
    assert concise(unreadable())[0] == ("site/broken.docx: error site/broken.docx: is a PDF, not a Word document")


def issues(*publications, **more):
    return json.loads(render("gitlab", report(*publications, **more), ReportOptions()))


def test_gitlab_gets_what_it_asks_for():
    made = issues(defective(), unreadable())
    assert {i["severity"] for i in made} == {"major", "minor", "info", "blocker"}
    for issue in made:
        assert issue["description"]
        assert issue["check_name"]
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({i["fingerprint"] for i in made}) == len(made)


def test_a_fingerprint_for_gitlab_stays_when_the_text_moves():
    def moved(one):
        return replace(one, evidence=tuple(replace(e, locator=Locator(line=900)) for e in one.evidence))

    before = [i["fingerprint"] for i in issues(defective())]
    assert [i["fingerprint"] for i in issues(defective(results=tuple(map(moved, results()))))] == before


def test_two_equal_findings_are_two_issues():
    budget = results()[7]
    first, second = issues(defective(results=(budget, budget)))
    assert first["fingerprint"] != second["fingerprint"]


def markdown(*publications):
    return render("markdown", report(*publications), ReportOptions())


def test_equal_findings_of_a_template_are_one_row():
    budget = results()[7]
    pages = [defective(path=f"site/{n}.html", results=(budget,)) for n in range(3)]
    (row,) = [line for line in markdown(*pages).splitlines() if line.startswith("| Budget figures")]
    assert "on 3 pages, first site/0.html:12" in row


def test_what_a_page_says_makes_no_markup_of_its_own():
    evil = result("budget", Outcome.FAILED, code="check-crashed", values={"error": "<b> | [x](y) `z`\n# h"})
    text = markdown(defective(results=(evil,)))
    assert "\\<b\\> \\| \\[x\\](y) \\`z\\` \\# h" in text


def test_a_site_in_order_is_a_heading_without_a_table():
    text = markdown(in_order())
    assert text.startswith("## publicity-check: Nothing is missing or wrong")
    assert "|" not in text


@pytest.mark.parametrize("language", ["en", "lv", "lt"])
def test_a_next_step_points_at_a_wording_only_where_one_is_given(language):
    say = sentences(language)
    values = {"what": "Disclaimer", "other": "the statement"}
    without = result("disclaimer", Outcome.FAILED, code="statement-missing-beside", values=values)
    given = replace(without, suggestion="Upes vārdi")
    assert say.next_step(replace(without, suggestion=None)) == say("no-wording")
    assert say.next_step(given) not in ("", say("no-wording"))
    assert "Upes vārdi" in markdown(defective(results=(given,)))


def test_every_english_step_that_says_below_is_marked_so():
    for code, sentence in english().sentences:
        assert sentence.points_below is (" below" in sentence.next_step), code


def test_a_day_at_the_end_of_a_sentence_brings_no_second_full_stop():
    told = how_known(result("disclaimer", Outcome.FAILED, known="verified", read="2026-11-22"), sentences("lv"))
    assert told.endswith(".")
    assert not told.endswith("..")
