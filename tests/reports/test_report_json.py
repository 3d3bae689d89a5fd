import json
from importlib import resources

import jsonschema

from publicity_check import find_facts, read
from publicity_check.facts.model import KINDS, REPORTED
from publicity_check.messages import sentences
from publicity_check.reports import ReportOptions, facts_text, render
from publicity_check.reports.json import render_facts
from publicity_check.results import Outcome
from publicity_check.rulebook.common import CHECKS
from report_samples import (
    defective,
    facts,
    in_order,
    publication,
    report,
    result,
    results,
    suppressed,
    unfunded,
    unreadable,
)

OPTIONS = ReportOptions(tool_version="1.2.3")


def as_data(*publications, **more):
    return json.loads(render("json", report(*publications, **more), OPTIONS))


def test_the_report_agrees_with_its_published_schema():
    schema = json.loads(resources.files("publicity_check.reports").joinpath("report-schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    across = (result("budget", Outcome.NEEDS_REVIEW),)
    data = as_data(defective(), in_order(), unfunded(), unreadable(), across=across)
    validator.validate(data)
    del data["publications"][0]["results"][0]["check"]
    assert not validator.is_valid(data)


def test_the_schema_names_every_check_once_wherever_it_names_checks():
    schema = json.loads(resources.files("publicity_check.reports").joinpath("report-schema.json").read_text())
    defs = schema["$defs"]
    element = defs["publication"]["properties"]["elements"]["items"]
    assert defs["result"]["properties"]["check"]["enum"] == list(CHECKS) == element["properties"]["check"]["enum"]


def test_every_kind_of_fact_is_in_the_report_as_its_schema_says():
    schema = json.loads(resources.files("publicity_check.reports").joinpath("report-schema.json").read_text())
    lists = schema["$defs"]["facts"]
    assert lists["required"] == [*REPORTED, "language"]
    assert {*lists["properties"]} == {*lists["required"], "left_out"}  # counted only where facts are too many to list
    shown = as_data()["publications"][0]["facts"]
    assert [*shown] == lists["required"]
    for name in REPORTED:
        described = schema["$defs"][lists["properties"][name]["items"]["$ref"].rpartition("/")[2]]
        assert {*shown[name][0]} == {*described["required"]} == {*described["properties"]}


def test_every_kind_of_fact_has_a_name_in_every_language():
    for language in ("en", "lv", "lt"):
        say = sentences(language)
        assert all(say.term("facts", name) for name in KINDS)
        assert all(say.term("fact", name) for name in REPORTED)
        text = facts_text.render_facts([(publication(), facts())], ReportOptions(language=language))
        assert text.count(say("none-found")) == 0
        assert all(say.term("facts", name) in text for name in KINDS)


def test_an_amount_has_the_promised_fields():
    amount = as_data()["publications"][0]["facts"]["amounts"][0]
    promised = {
        "value": "176680.75",
        "currency": "EUR",
        "scope": "project",
        "share": "total",
        "project": "LLI-999",
        "partner": None,
        "as_written": "176 680,75 EUR",
    }
    assert promised.items() <= amount.items()
    assert amount["evidence"]["quote"] == "176 680,75 EUR"
    assert amount["evidence"]["before"] == "Projekta kopējās izmaksas ir "
    assert amount["evidence"]["locator"] == {"line": 12, "column": 32, "path": "html/body/p[1]"}


def test_a_figure_is_never_written_with_an_exponent():
    assert as_data()["publications"][0]["facts"]["amounts"][1]["value"] == "1200000"


def test_a_result_has_the_promised_fields():
    disclaimer = as_data()["publications"][0]["results"][1]
    assert disclaimer["requirement"] == "interreg-latvia-lithuania-2014-2020/disclaimer"
    assert (disclaimer["outcome"], disclaimer["kind"], disclaimer["level"]) == ("failed", "missing", "must")
    assert disclaimer["suggestion"].startswith("Par šīs publikācijas saturu")
    assert disclaimer["legal_basis"] == [
        {"act": "Programme manual, version 6", "article": "section 8.3", "url": "https://latlit.eu/manual"}
    ]


def test_the_choice_of_rules_shows_its_evidence():
    (pack,) = as_data()["publications"][0]["rule_packs"]
    assert (pack["id"], pack["chosen_by"]) == ("interreg-latvia-lithuania-2014-2020", "detected")
    assert pack["because"][0]["quote"] == "LLI-999"


def test_an_unreadable_file_is_an_entry_with_its_error():
    (entry,) = as_data(unreadable())["publications"]
    assert (entry["outcome"], entry["facts"], entry["results"]) == ("error", None, [])
    assert entry["error"] == "site/broken.docx: is a PDF, not a Word document"


def test_the_summary_counts_only_what_counts():
    results_ = tuple(suppressed(r) if r.check == "disclaimer" else r for r in results())
    summary = as_data(defective(results=results_), unfunded())["summary"]
    assert summary["publications"]["failed"] == 1
    assert summary["publications"]["inapplicable"] == 1
    assert summary["results"]["failed"] == 1
    assert (summary["recommendations"], summary["suppressed"], summary["exit_code"]) == (1, 1, 1)


def test_a_suppressed_result_stays_with_its_reason():
    results_ = tuple(suppressed(r) for r in results())
    kept = as_data(defective(results=results_))["publications"][0]["results"][1]
    assert kept["outcome"] == "failed"
    assert kept["suppressed"] == {
        "reason": "agreed with the programme",
        "source": "publicity-check.toml",
        "until": "2027-01-31",
    }


def test_the_same_report_gives_the_same_bytes():
    assert render("json", report(), OPTIONS) == render("json", report(), OPTIONS)


def test_a_file_name_that_is_no_text_is_still_reported():
    (entry,) = as_data(unfunded(path="caf\udce9.html"))["publications"]
    assert entry["path"] == "caf\ufffd.html"


def test_facts_are_shown_without_any_rule():
    data = json.loads(render_facts([(publication(), facts())], OPTIONS))
    (entry,) = data["publications"]
    assert entry["facts"]["project_numbers"][0]["value"] == "LLI-999"
    assert entry["facts"]["project_numbers"][0]["programme"] == "interreg-latvia-lithuania-2014-2020"
    assert [*entry["facts"]] == [*KINDS, "language"]
    assert entry["facts"].items() >= as_data()["publications"][0]["facts"].items()


def test_the_reader_s_language_changes_nothing_in_it():
    latvian = ReportOptions(language="lv", tool_version="1.2.3")
    assert render("json", report(), latvian) == render("json", report(), OPTIONS)


def test_a_fact_whose_name_is_what_is_written_is_told_once():
    found = find_facts(b"<p>Interreg V-A Latvia-Lithuania Programme 2014-2020", name="page.html")
    read_ = read(b"<p>Interreg V-A Latvia-Lithuania Programme 2014-2020", name="page.html")
    text = " ".join(facts_text.render_facts([(read_, found)], OPTIONS).split())
    assert text.count("Latvia-Lithuania Programme") == 1
