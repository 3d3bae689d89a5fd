"""Reports of real checks, from bytes to every format."""

import json
from importlib import resources

import jsonschema
import pytest
from selectolax.lexbor import LexborHTMLParser

from publicity_check import check
from publicity_check.api import find_facts, read
from publicity_check.reports import FORMATS, ReportOptions, facts_text, render
from publicity_check.reports import json as to_json
from report_text import text_of

PAGE = """<!DOCTYPE html>
<html lang="lv"><head><meta charset="utf-8"><title>Zīļu pagasta ziņas</title></head><body>
<main>
<h1>Zīļu pagastā atver lasītavu</h1>
<p>Projekta LLI-917 “Lasītavas pierobežā” kopējās izmaksas ir 240 000,00 EUR, no tām Eiropas Reģionālās
attīstības fonda finansējums ir 204 000,00 EUR.</p>
</main>
<footer>
<p>Šī publikācija ir sagatavota ar Eiropas Savienības finansiālo atbalstu.</p>
<p>Programmas mājaslapa <a href="https://www.latlit.eu">www.latlit.eu</a></p>
</footer>
</body></html>
""".encode()


@pytest.fixture(scope="module")
def report():
    return check(PAGE, name="lasitava.html", rules=["interreg-latvia-lithuania-2014-2020"])


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["en", "lv", "lt"])
def test_every_format_can_be_written(report, name, language):
    written = render(name, report, ReportOptions(language=language, tool_version="1.2.3"))
    assert "lasitava.html" in text_of(written)
    assert isinstance(written, bytes) or written.endswith("\n")


def test_the_json_report_agrees_with_the_schema(report):
    schema = json.loads(resources.files("publicity_check.reports").joinpath("report-schema.json").read_text())
    data = json.loads(render("json", report))
    jsonschema.Draft202012Validator(schema).validate(data)
    (publication,) = data["publications"]
    assert {r["check"] for r in publication["results"]} == set(schema["$defs"]["result"]["properties"]["check"]["enum"])
    assert "LLI-917" in {n["value"] for n in publication["facts"]["project_numbers"]}


def test_the_text_report_gives_the_missing_disclaimer_in_the_publication_s_language(report):
    lines = render("text", report, ReportOptions(language="lt")).splitlines()
    wording = next(line for line in lines if line.startswith("Par "))
    assert wording.endswith("un tas nekādos apstākļos nav uzskatāms par Eiropas Savienības oficiālo nostāju.")


def test_no_sentence_of_a_latvian_report_is_left_in_english(report):
    text = render("text", report, ReportOptions(language="lv", width=400))
    for word in ("missing", "Paste", "agrees", "Judged", " because ", "paragraph", "footer"):
        assert word not in text


def test_facts_are_shown_as_text_and_as_json():
    found = [(read(PAGE, name="lasitava.html"), find_facts(PAGE, name="lasitava.html"))]
    text = facts_text.render_facts(found, ReportOptions(width=200))
    assert "- 240 000,00 EUR = 240000" in text
    assert "EUR, project, total" in text
    assert "funding statement" in text
    data = json.loads(to_json.render_facts(found, ReportOptions()))
    assert data["publications"][0]["facts"]["amounts"][0]["evidence"]["locator"]["line"] == 5


def test_the_sarif_log_offers_to_put_the_disclaimer_in_where_the_funding_is_named(report):
    (run,) = json.loads(render("sarif", report))["runs"]
    disclaimer = next(r for r in run["results"] if r["ruleId"].endswith("/disclaimer"))
    assert disclaimer["kind"] == "fail"
    open_slot = "[" in disclaimer["message"]["text"]
    assert open_slot != ("fixes" in disclaimer)


def test_the_page_of_the_report_holds_the_summary(report):
    page = LexborHTMLParser(render("html", report))
    assert "missing" in page.css_first("h1").text()


def test_packs_that_may_hold_are_named_by_title_and_id():
    page = b"<html lang=en><body><p>Co-funded by the European Union, ERDF and ESF+ 2021-2027.</p></body></html>"
    text = render("text", check(page, name="page.html"), ReportOptions(width=400))
    assert "They may be: European Regional Development Fund 2021\u20132027 (erdf-2021-2027); " in text
