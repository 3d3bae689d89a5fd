import json
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from publicity_check.publication import Locator
from publicity_check.reports import ReportOptions, render
from publicity_check.results import Outcome
from report_samples import (
    defective,
    in_order,
    report,
    result,
    results,
    suppressed,
    unfunded,
    unreadable,
)

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "sarif-2.1.0.json"
PACK = "interreg-latvia-lithuania-2014-2020"


def run_of(*publications, **more):
    (run,) = json.loads(render("sarif", report(*publications, **more), ReportOptions(tool_version="1.2.3")))["runs"]
    return run


def by_check(run, check):
    return next(r for r in run["results"] if r["ruleId"] == f"{PACK}/{check}")


def several_kinds():
    crashed = result("language", Outcome.ERROR, code="check-crashed")
    changed = tuple(suppressed(r) if r.check == "emblem" else r for r in results()[:-1])
    return report(
        defective(results=(*changed, crashed)),
        in_order(),
        unfunded(),
        unreadable(),
        across=(result("budget", Outcome.NEEDS_REVIEW, evidence=results()[7].evidence),),
    )


@pytest.mark.skipif(not SCHEMA.exists(), reason="the official SARIF schema is not here")
def test_the_log_agrees_with_the_official_schema():
    log = json.loads(render("sarif", several_kinds(), ReportOptions(tool_version="1.2.3")))
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text())).validate(log)


def test_the_log_has_the_essential_shape():
    log = json.loads(render("sarif", several_kinds(), ReportOptions(tool_version="1.2.3")))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "publicity-check"
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    for one in run["results"]:
        assert rules[one["ruleIndex"]] == one["ruleId"]
        assert one["kind"] == "fail" or one["level"] == "none"
        assert one["message"]["text"]


def test_outcomes_become_kinds_and_levels():
    run = run_of()
    told = {check: (by_check(run, check)["kind"], by_check(run, check)["level"]) for check in (
        "disclaimer", "emblem", "eu-link")}  # fmt: skip
    assert told == {"disclaimer": ("fail", "error"), "emblem": ("review", "none"), "eu-link": ("fail", "warning")}


def test_what_is_in_order_or_does_not_apply_is_no_alert():
    assert {r["kind"] for r in run_of()["results"]} == {"fail", "review"}
    assert run_of(in_order(), unfunded())["results"] == []


def test_every_result_has_a_place_even_one_of_the_whole_run():
    unused = result("language", Outcome.FAILED, code="suppression-unused", evidence=())
    run = json.loads(render("sarif", report(in_order(), across=(unused,)), ReportOptions()))["runs"][0]
    (location,) = run["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"]["index"] == 0


def test_the_other_side_of_a_conflict_is_a_related_location():
    budget = by_check(run_of(), "budget")
    (first,) = budget["locations"]
    (other,) = budget["relatedLocations"]
    assert first["physicalLocation"]["region"]["snippet"]["text"] == "150 187,64 EUR"
    assert other["physicalLocation"]["region"] == {
        "startLine": 12,
        "startColumn": 32,
        "snippet": {"text": "176 680,75 EUR"},
    }


def test_a_fingerprint_does_not_change_when_the_text_moves():
    def moved(one):
        evidence = tuple(replace(e, locator=Locator(line=900, column=1)) for e in one.evidence)
        return replace(one, evidence=evidence)

    def prints(run):
        return [r["partialFingerprints"]["publicityCheck/v1"] for r in run["results"]]

    still = prints(run_of())
    assert prints(run_of(defective(results=tuple(map(moved, results()))))) == still
    assert len(set(still)) == len(still)


def test_two_equal_findings_have_two_fingerprints():
    budget = results()[7]
    run = run_of(defective(results=(budget, budget)))
    first, second = (r["partialFingerprints"]["publicityCheck/v1"] for r in run["results"])
    assert first != second


def test_a_wording_with_an_open_slot_is_shown_but_not_offered_as_a_fix():
    open_slot = tuple(
        replace(r, suggestion="Par saturu atbild {beneficiary} & Co.") if r.check == "disclaimer" else r
        for r in results()
    )
    disclaimer = by_check(run_of(defective(results=open_slot)), "disclaimer")
    assert "fixes" not in disclaimer
    assert "Par saturu atbild [name of the beneficiary]" in disclaimer["message"]["markdown"]


def test_a_file_that_cannot_be_read_is_a_notification_and_no_success():
    (invocation,) = run_of(in_order(), unreadable())["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 2
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "site/broken.docx: is a PDF, not a Word document"


def test_a_crashed_check_is_a_notification_and_no_pass():
    run = run_of(defective(results=(result("budget", Outcome.ERROR, code="check-crashed"),)))
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["results"] == []


def test_what_differs_between_publications_shows_both_with_their_places():
    sides = (
        replace(results()[7].evidence[0], source="site/lasītava 1.html"),
        replace(results()[7].evidence[1], source="site/good.html"),
    )
    run = run_of(defective(), in_order(), across=(result("budget", Outcome.NEEDS_REVIEW, evidence=sides),))
    across = run["results"][-1]
    (first,), (other,) = across["locations"], across["relatedLocations"]
    assert first["physicalLocation"]["artifactLocation"]["index"] == 0
    assert other["physicalLocation"]["artifactLocation"] == {
        "uri": "site/good.html",
        "uriBaseId": "%SRCROOT%",
        "index": 1,
    }


def test_artifacts_carry_their_digest_and_a_proper_address():
    (artifact,) = run_of()["artifacts"]
    assert artifact["hashes"] == {"sha-256": "a" * 64}
    assert artifact["location"] == {"uri": "site/las%C4%ABtava%201.html", "uriBaseId": "%SRCROOT%"}


def test_what_was_set_aside_stays_with_its_reason():
    run = run_of(defective(results=tuple(suppressed(r) for r in results())))
    (suppression,) = by_check(run, "disclaimer")["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("external", "agreed with the programme")


def test_known_findings_are_unchanged_and_others_new():
    known = tuple(replace(r, baselined=r.check == "disclaimer") for r in results())
    run = run_of(defective(results=known))
    assert by_check(run, "disclaimer")["baselineState"] == "unchanged"
    assert by_check(run, "budget")["baselineState"] == "new"


def test_rules_say_why_and_where_the_duty_stands():
    run = run_of()
    rule = next(r for r in run["tool"]["driver"]["rules"] if r["id"] == f"{PACK}/disclaimer")
    assert rule["fullDescription"]["text"] == "Publications carry the disclaimer."
    assert "not the official opinion of the European Union" in rule["help"]["text"]
    assert "[Programme manual, version 6, section 8.3](https://latlit.eu/manual)" in rule["help"]["markdown"]
    assert rule["helpUri"] == "https://latlit.eu/manual"


def test_the_same_report_gives_the_same_bytes():
    assert render("sarif", several_kinds(), ReportOptions()) == render("sarif", several_kinds(), ReportOptions())
