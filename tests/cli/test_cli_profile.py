"""Publications held against a declared project, and against each other, as the command line reports them."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import run

PROFILE = """
[[project]]
number = "LLI-263"
acronym = "GreenPath"
titles = { lv = "Zaļais ceļš pierobežā", en = "Green path in the borderland" }
rules = "interreg-latvia-lithuania-2014-2020"
site = "https://www.greenpath.lv"
total = 176680.75
eu = 150178.64
rate = 85

[[project.partners]]
name = "Jēkabpils pilsētas pašvaldība"
total = 37710.27
eu = 32053.72
"""


def results(capsys: pytest.CaptureFixture[str], folder: Path, *pages: str) -> dict[str, Any]:
    for number, page in enumerate(pages):
        html = f"<html lang=lv><body><main>{page}</main></body></html>"
        (folder / f"page{number}.html").write_text(html, encoding="utf-8")
    _, out, _ = run(capsys, "check", "--no-cache", "--format", "json", str(folder))
    report: dict[str, Any] = json.loads(out)
    return report


def codes(report: dict[str, Any]) -> dict[str, tuple[str, str]]:
    found = [r for p in report["publications"] for r in p["results"]]
    return {r["code"]: (r["outcome"], r["message"]) for r in found if r["code"] not in {"link-missing"}}


@pytest.fixture
def profile(folder: Path) -> Path:
    (folder / "publicity-check.toml").write_text(PROFILE, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("page", "code", "message"),
    [
        (
            "<p>Projekts “Zaļais ceļš pierobežā” Nr. LLI-268.</p>",
            "number-not-declared",
            "The number LLI-268 is not the one declared for this project (LLI-263).",
        ),
        (
            "<p>Projekts “Zaļais ceļš pie robežas” Nr. LLI-263.</p>",
            "title-not-declared",
            "The project is called “Zaļais ceļš pie robežas”, but the project profile calls it "
            "“Zaļais ceļš pierobežā”.",
        ),
        (
            "<p>Projekts GreenPtah (LLI-263).</p>",
            "acronym-not-declared",
            "“GreenPtah” looks like the project's acronym, which is “GreenPath”.",
        ),
        (
            "<p>Projekta LLI-263 kopējais budžets ir 167 680,75 EUR.</p>",
            "profile-slip",
            "The total is given as 167 680,75 EUR, but the project profile says 176 680,75 EUR (two digits swapped).",
        ),
        (
            "<p>Projekta LLI-263 ERAF finansējums ir 120 000,00 EUR.</p>",
            "profile-differs",
            "The EU share is given as 120 000,00 EUR, but the project profile says 150 178,64 EUR.",
        ),
        (
            "<p>Projekta LLI-263 kopējais budžets ir 176 680,75 EUR, ERAF finansējums 80 %.</p>",
            "profile-rate-differs",
            "The EU rate is given as 80 %, but the project profile says 85 %.",
        ),
        (
            "<p>Projekts LLI-263. Jēkabpils pilsētas pašvaldības budžets projektā ir 37 170,27 EUR.</p>",
            "profile-partner-slip",
            "The total of Jēkabpils pilsētas pašvaldība is given as 37 170,27 EUR, but the project profile says "
            "37 710,27 EUR (two digits swapped).",
        ),
        (
            '<p>Projekts LLI-263: <a href="https://www.greenpth.lv">mājaslapa</a></p>',
            "site-mistyped",
            "The address “www.greenpth.lv” looks like the project's site greenpath.lv, but leads elsewhere.",
        ),
        (
            '<p>Projekts LLI-263: <a href="https://example.com">www.greenpath.lv</a></p>',
            "site-disagrees",
            "The link shows the project's site greenpath.lv, but leads to example.com.",
        ),
    ],
)
def test_what_differs_from_the_profile_fails(
    capsys: pytest.CaptureFixture[str], profile: Path, page: str, code: str, message: str
) -> None:
    assert codes(results(capsys, profile, page)).get(code) == ("failed", message)


@pytest.mark.parametrize(
    "page",
    [
        "<p>Projekts “Zaļais ceļš pierobežā” (GreenPath) Nr. LLI-263.</p>",
        "<p>Projektā “Zaļā ceļa pierobežā” LLI-263 tikās partneri. GreenPathi uudised.</p>",
        "<p>Projekts “Green path in the borderland” LLI-263.</p>",
        '<p>Projekts LLI-263: <a href="https://greenpath.lv/lv">www.greenpath.lv</a></p>',
        "<p>Projekta LLI-263 kopējais budžets ir 176 680,75 EUR, ERAF finansējums 85 %.</p>",
    ],
)
def test_what_agrees_with_the_profile_raises_nothing(
    capsys: pytest.CaptureFixture[str], profile: Path, page: str
) -> None:
    found = {code for code, (outcome, _) in codes(results(capsys, profile, page)).items() if outcome == "failed"}
    assert not {c for c in found if c.startswith(("profile", "title", "acronym", "site", "number"))}


def test_a_project_that_is_named_without_its_funding_is_held_to_its_rules(
    capsys: pytest.CaptureFixture[str], profile: Path
) -> None:
    report = results(capsys, profile, "<p>Projekta GreenPath dalībnieki tikās Jēkabpilī.</p>")
    assert report["publications"][0]["outcome"] == "failed"


ONE = "<p>Projekta “Zaļais ceļš pierobežā” Nr. {} kopējais budžets ir {} EUR.</p>"


@pytest.mark.parametrize(
    ("other", "code", "message"),
    [
        (
            ONE.format("LLI-268", "176 680,75"),
            "across-number",
            "The publications give the project “Zaļais ceļš pierobežā” different numbers: LLI-263 and LLI-268.",
        ),
        (
            ONE.format("LLI-263", "167 680,75"),
            "across-total",
            "The publications give different total budgets of project LLI-263: 176 680,75 EUR and 167 680,75 EUR.",
        ),
        (
            ONE.format("LLI-263", "176 680,75").replace("pierobežā", "pie robežas"),
            "across-title",
            "The publications give project LLI-263 different titles: “Zaļais ceļš pierobežā” and "
            "“Zaļais ceļš pie robežas”.",
        ),
    ],
)
def test_publications_that_differ_ask_for_a_look_at_both_places(
    capsys: pytest.CaptureFixture[str], folder: Path, other: str, code: str, message: str
) -> None:
    across = results(capsys, folder, ONE.format("LLI-263", "176 680,75"), other)["across"]["results"]
    found = {r["code"]: r for r in across}
    assert (found[code]["outcome"], found[code]["message"]) == ("needs_review", message)
    assert [Path(e["source"]).name for e in found[code]["evidence"]] == ["page0.html", "page1.html"]


def test_publications_that_agree_raise_nothing(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    rounded = "<p>Projekta “Zaļais ceļš pierobežā” LLI-263 kopējais budžets ir gandrīz 177 000 EUR.</p>"
    assert not results(capsys, folder, ONE.format("LLI-263", "176 680,75"), rounded)["across"]["results"]
