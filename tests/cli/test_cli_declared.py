"""What a configuration declares: it means something that is there, it counts where it should, and is told if not."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import run
from pages import DISCLAIMER, latvian

PLAIN = b"<html lang=en><p>Opening hours: nine to five.</p></html>"


@pytest.fixture
def site(folder: Path) -> Path:
    pages = folder / "public" / "projekti"
    pages.mkdir(parents=True)
    (pages / "good.html").write_bytes(latvian())
    (folder / "public" / "index.html").write_bytes(PLAIN)
    return folder


def across(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    out = run(capsys, "check", "--format", "json", *arguments)[1]
    found: list[dict[str, Any]] = json.loads(out)["across"]["results"]
    return found


def declare(folder: Path, text: str) -> None:
    (folder / "publicity-check.toml").write_text(text, encoding="utf-8")


RULES = 'rules = "interreg-latvia-lithuania-2014-2020"\n'
UNUSED = [
    ('[[project]]\nnumber = "LLI-422"\npaths = ["/projekti/**"]\n', "project[0].paths"),
    ('[[bind]]\npaths = ["/erasmus/**"]\n' + RULES, "bind[0].paths"),
    ('[[suppress]]\ncheck = "budget"\npath = "/projekti/good.html"\nreason = "r"\n', "suppress[0].path"),
    ('exclude = ["drafts/", "public/projekti/bad.html"]\n', "exclude"),
    ('include = ["public/**", "pubic/**"]\n', "include"),
]


@pytest.mark.parametrize(("text", "key"), UNUSED, ids=[key for _, key in UNUSED])
def test_a_pattern_that_means_no_file_is_told(
    capsys: pytest.CaptureFixture[str], site: Path, text: str, key: str
) -> None:
    declare(site, text)
    told = [r for r in across(capsys, "public") if r["code"] == "pattern-unused"]
    assert told
    assert {r["values"]["key"] for r in told} == {key}
    assert "public/index.html" in told[0]["next_step"]
    assert run(capsys, "check", "public")[0] == 0
    assert run(capsys, "check", "--strict", "public/projekti/good.html")[0] == 0, "a file alone tells nothing of others"
    assert run(capsys, "check", "--strict", "public")[0] == 1


@pytest.mark.parametrize(
    "text",
    [
        '[[project]]\nnumber = "LLI-422"\npaths = ["/public/projekti/**", "!/public/projekti/x.html"]\n',
        '[[bind]]\npaths = ["docs/"]\n' + RULES,
        'exclude = ["node_modules/", "closed/"]\n',
        'exclude = ["*.odt"]\n',
    ],
)
def test_a_pattern_that_means_something_is_not_told_even_where_only_a_part_is_checked(
    capsys: pytest.CaptureFixture[str], site: Path, text: str
) -> None:
    for name in ("node_modules", "docs", "closed"):
        (site / name).mkdir()
        (site / name / "a.html").write_bytes(PLAIN)
    (site / "public" / "draft.odt").write_bytes(b"text")
    declare(site, text)
    assert [r["code"] for r in across(capsys, "public")] == []


def test_a_selector_that_means_nothing_on_any_page_is_told(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    declare(site, 'site_footer = ["p", "footer.sitee"]\n')
    assert [r["values"] for r in across(capsys, "public")] == [{"selector": "footer.sitee"}]


DECLARED = """include = ["public/**", "pubic/**"]
site_footer = ["footer.sitee"]
[[project]]
number = "LLI-422"
paths = ["/public/projekti/**", "/projekti/**"]
[[suppress]]
check = "budget"
path = "/public/projekti/good.html"
reason = "r"
[[site_page]]
path = "/public/legal.html"
carries = ["disclaimer"]
"""
LINES = {"pattern-unused": {1, 5}, "selector-unused": {2}, "suppression-unused": {6}, "site-page-not-read": {10}}


def test_what_is_said_of_the_configuration_stands_at_its_line_in_every_format(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    declare(site, DECLARED)
    found: dict[str, set[int]] = {}
    for result in across(capsys, "public"):
        (place,) = result["evidence"]
        assert place["source"] == "publicity-check.toml"
        found.setdefault(result["code"], set()).add(place["locator"]["line"])
    assert found == LINES
    (log,) = json.loads(run(capsys, "check", "--format", "sarif", "public")[1])["runs"]
    places = [r["locations"][0]["physicalLocation"] for r in log["results"] if r["ruleId"].startswith("configuration/")]
    assert {(p["artifactLocation"]["uri"], p["region"]["startLine"]) for p in places} == {
        ("publicity-check.toml", line) for lines in LINES.values() for line in lines
    }
    assert all(log["artifacts"][p["artifactLocation"]["index"]]["location"]["uri"] for p in places)
    annotated = run(capsys, "check", "--format", "github", "public")[1]
    concise = run(capsys, "check", "--format", "concise", "public")[1]
    for code, lines in LINES.items():
        for line in lines:
            assert f"file=publicity-check.toml,line={line},title=publicity-check%3A configuration/{code}::" in annotated
            assert f"publicity-check.toml:{line}: configuration/{code} " in concise
    text = run(capsys, "check", "public")[1]
    assert "> publicity-check.toml, line 6" in text
    assert "Custom of the programme" not in text.partition("Between the publications")[2].partition("Recommended")[2]


def test_that_nothing_was_checked_is_told_at_the_configuration(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    declare(site, 'strict = true\ninclude = ["nothing/**"]\n')
    (nothing,) = [r for r in across(capsys, "public") if r["code"] == "nothing-checked"]
    assert nothing["evidence"][0]["locator"] == {"line": 2}


def test_a_known_finding_that_is_mended_is_told_at_its_line_of_the_baseline(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    page = site / "public" / "projekti" / "good.html"
    page.write_bytes(latvian(disclaimer=""))
    run(capsys, "baseline", "public", "--file", "known.json")
    page.write_bytes(latvian())
    (stale,) = across(capsys, "--baseline", "known.json", "public")
    (place,) = stale["evidence"]
    assert place["source"] == "known.json"
    line = (site / "known.json").read_text("utf-8").splitlines()[place["locator"]["line"] - 1]
    assert '"content": ' in line


FOOTER = """<footer><img src="eu.png" alt="Emblem of the European Union"><p>Funded by the European Union. Views and
opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or
the European Research Executive Agency (REA). Neither the European Union nor the granting authority can be held
responsible for them.</p></footer>"""
NUMBERED = "<p>RIVERTEX is a Horizon Europe project, grant agreement No 101099999.</p>"


def page(main: str, footer: str = FOOTER) -> str:
    return f'<html lang="en"><body><main><h1>News</h1><p>The partners met.</p>{main}</main>{footer}</body></html>'


PROJECT = 'site_footer = ["footer"]\n[[project]]\nnumber = "101099999"\nrules = "horizon-europe-2021-2027"\n'


@pytest.mark.parametrize("paths", ["", 'paths = ["**"]\n'])
def test_what_stands_on_every_page_counts_for_pages_of_the_project(
    capsys: pytest.CaptureFixture[str], folder: Path, paths: str
) -> None:
    declare(folder, PROJECT + paths)
    (folder / "a.html").write_text(page(NUMBERED), encoding="utf-8")
    assert run(capsys, "check", "a.html")[0] == 0
    (folder / "a.html").write_text(page(NUMBERED, "<footer><p>Funded by the EU.</p></footer>"), encoding="utf-8")
    assert run(capsys, "check", "a.html")[0] == 1


def test_furniture_that_names_another_project_does_not_count(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    declare(folder, PROJECT + 'paths = ["**"]\n')
    other = FOOTER.replace("Funded by", "RIVERS, grant agreement No 101088888. Funded by")
    (folder / "a.html").write_text(page(NUMBERED, other), encoding="utf-8")
    out = run(capsys, "check", "--format", "json", "a.html")[1]
    results = json.loads(out)["publications"][0]["results"]
    assert {r["outcome"] for r in results if r["check"] == "funding-statement"} == {"failed"}


LEGAL = '[[site_page]]\npath = "/public/legal.html"\nurl = "https://upe.lv/legal"\ncarries = ["disclaimer"]\n'
TARGETS = [
    "../legal.html",
    "/legal.html",
    "/legal",
    "https://upe.lv/legal.html#eu",
    "/public/legal.html?x=1",
    "./../legal",
]


@pytest.mark.parametrize("target", TARGETS)
def test_a_disclaimer_that_the_site_keeps_on_one_page_is_linked_to(
    capsys: pytest.CaptureFixture[str], site: Path, target: str
) -> None:
    declare(site, LEGAL)
    legal, news = site / "public" / "legal.html", site / "public" / "projekti" / "good.html"
    legal.write_bytes(latvian())
    news.write_bytes(latvian(disclaimer="", more=f'<p><a href="{target}">Juridiski</a></p>'))
    assert run(capsys, "check", "public")[0] == 0
    assert run(capsys, "check", str(news))[0] == 0, "the page is looked at whatever is checked"
    news.write_bytes(latvian(disclaimer=""))
    status, out, _ = run(capsys, "check", "--format", "json", "public")
    assert status == 1
    assert "no-link-to-page" in out
    assert DISCLAIMER.split(".")[0] in out, "the wording is offered all the same"


@pytest.mark.parametrize(
    "target", ["legal.html", "/other/legal.html", "mailto:a@legal.html", "#legal", "http://[", "https://x.lv/legal"]
)
def test_a_link_elsewhere_is_no_link_to_the_page(capsys: pytest.CaptureFixture[str], site: Path, target: str) -> None:
    declare(site, LEGAL)
    (site / "public" / "legal.html").write_bytes(latvian())
    news = site / "public" / "projekti" / "good.html"
    news.write_bytes(latvian(disclaimer="", more=f'<p><a href="{target}">Juridiski</a></p>'))
    assert run(capsys, "check", "public")[0] == 1


@pytest.mark.parametrize("legal", [None, latvian(disclaimer=""), PLAIN])
def test_the_page_has_to_carry_what_it_is_declared_to(
    capsys: pytest.CaptureFixture[str], site: Path, legal: bytes | None
) -> None:
    declare(site, LEGAL)
    if legal is not None:
        (site / "public" / "legal.html").write_bytes(legal)
    link = '<p><a href="../legal.html">Juridiski</a></p>'
    (site / "public" / "projekti" / "good.html").write_bytes(latvian(disclaimer="", more=link))
    for path in ("public", "public/projekti/good.html"):
        status, out, _ = run(capsys, "check", "--format", "json", path)
        assert status == 1
        assert ("site-page-not-read" if legal is None else "page-lacks-statement") in out


def test_a_wrong_disclaimer_is_wrong_whatever_page_is_linked_to(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    declare(site, LEGAL)
    (site / "public" / "legal.html").write_bytes(latvian())
    wrong = DISCLAIMER.replace("nekādos", "visos").replace("nekādā", "visā")
    assert wrong != DISCLAIMER
    more = '<p><a href="../legal.html">Juridiski</a></p>'
    (site / "public" / "projekti" / "good.html").write_bytes(latvian(disclaimer=f"<p>{wrong}</p>", more=more))
    out = run(capsys, "check", "--format", "json", "public")[1]
    news = next(p for p in json.loads(out)["publications"] if p["path"].endswith("good.html"))
    assert "kept-on-page" not in {r["code"] for r in news["results"]}


PROJECTS = {
    "number": ('number = "LLI-999"', True),
    "acronym": ('acronym = "NOWHERE"', True),
    "title": ('titles = { lv = "Nekur nepieminēts projekts" }', True),
    "number that is there": ('number = "LLI-422"', False),
    "paths": ('number = "LLI-999"\npaths = ["public/index.html"]', False),
}


@pytest.mark.parametrize(("declared", "unused"), PROJECTS.values(), ids=PROJECTS)
def test_a_declared_project_without_paths_that_no_publication_names_is_told(
    capsys: pytest.CaptureFixture[str], site: Path, declared: str, unused: bool
) -> None:
    (site / "public" / "own.html").write_bytes(b"<html lang=en><p>Project No LLI-422: co-funded by the European Union.")
    declare(site, f"[[project]]\n{declared}\n")
    told = [r for r in across(capsys, "public") if r["code"] == "project-unused"]
    assert bool(told) is unused
    (site / "elsewhere.html").write_bytes(PLAIN)
    told = [r for r in across(capsys, "public") if r["code"] == "project-unused"]
    assert not told, "pages that were not checked may name it"
