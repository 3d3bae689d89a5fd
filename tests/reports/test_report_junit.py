from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from publicity_check.reports import ReportOptions, render
from publicity_check.results import Outcome
from report_samples import defective, in_order, report, result, results, suppressed, unfunded, unreadable


def xml_of(*publications, **more):
    return ElementTree.fromstring(render("junit", report(*publications, **more), ReportOptions()).encode())  # noqa: S314 - our own


def case_of(root, check):
    return next(c for c in root.iter("testcase") if f"/{check}" in c.get("name"))


def test_each_publication_is_a_suite_with_its_counts():
    first, second, third = xml_of(defective(), in_order(), unreadable())
    assert (first.get("name"), first.get("tests")) == ("site/lasītava 1.html", "10")
    assert (first.get("failures"), first.get("skipped"), first.get("errors")) == ("2", "2", "0")
    assert (second.get("failures"), second.get("skipped"), second.get("errors")) == ("0", "0", "0")
    assert (third.get("tests"), third.get("errors")) == ("1", "1")


def test_a_failed_duty_is_a_failure_with_wording_quotes_and_basis():
    root = xml_of()
    disclaimer = case_of(root, "disclaimer").find("failure")
    assert disclaimer.get("type") == "missing"
    assert "Par šīs publikācijas saturu" in disclaimer.text
    assert "“176 680,75 EUR” (line 12)" in case_of(root, "budget").find("failure").text


def test_what_needs_eyes_is_skipped_with_its_message():
    assert case_of(xml_of(), "emblem").find("skipped").get("message").endswith("but one may hold it (logo.png).")


def test_strict_runs_fail_what_needs_eyes_and_recommendations():
    root = xml_of(strict=True)
    assert case_of(root, "emblem").find("failure") is not None
    assert case_of(root, "eu-link").find("failure") is not None
    assert case_of(xml_of(), "eu-link").find("failure") is None


def test_a_crashed_check_is_an_error():
    root = xml_of(defective(results=(result("budget", Outcome.ERROR, code="check-crashed"),)))
    assert case_of(root, "budget").find("error") is not None


def test_what_was_set_aside_is_skipped_with_the_reason():
    root = xml_of(defective(results=tuple(suppressed(r) for r in results())))
    assert "agreed with the programme" in case_of(root, "disclaimer").find("skipped").get("message")


def test_an_unfunded_page_is_one_skipped_case():
    root = xml_of(unfunded())
    assert (root.get("tests"), root.get("skipped")) == ("1", "1")


@given(st.text())
def test_any_text_gives_well_formed_xml(text):
    one = result("budget", Outcome.FAILED, values={"number": text}, suggestion=text, project=text)
    assert xml_of(defective(path=text, results=(one,))).get("tests") == "1"
