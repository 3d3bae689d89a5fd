"""``init`` proposes what it has tried: no verdict becomes worse, and no name of a file or project becomes a setting."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from command_line import run
from pages import DISCLAIMER, STATEMENT, latvian

FOOTER = """<footer><img src="eu.png" alt="Emblem of the European Union"><p>Funded by the European Union. Views and
opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or
the European Research Executive Agency (REA). Neither the European Union nor the granting authority can be held
responsible for them.</p></footer>"""
NUMBERED = "<p>RIVERTEX is a Horizon Europe project, grant agreement No 101099999.</p>"


def page(main: str = "", footer: str = FOOTER) -> str:
    text = f"<h1>News</h1><p>The partners of RIVERTEX met to plan the next winter trial.</p>{main}"
    return f'<html lang="en"><body><main>{text}</main>{footer}</body></html>'


def proposed(capsys: pytest.CaptureFixture[str], *paths: str) -> tuple[dict[str, Any], str]:
    assert run(capsys, "init", *paths)[0] == 0
    text = Path("publicity-check.toml").read_text(encoding="utf-8")
    return tomllib.loads(text), text


def outcomes(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    report = json.loads(run(capsys, "check", "--format", "json", *arguments)[1])
    return {p["path"]: p["outcome"] for p in report["publications"]}


@pytest.fixture
def project_site(folder: Path) -> Path:
    (folder / "site").mkdir()
    for name, main in (("a", NUMBERED), ("b", ""), ("c", "")):
        (folder / "site" / f"{name}.html").write_text(page(main), encoding="utf-8")
    return folder


def test_a_site_of_one_project_is_bound_to_it_and_stays_judged(
    capsys: pytest.CaptureFixture[str], project_site: Path
) -> None:
    before = outcomes(capsys, "site")
    config, _ = proposed(capsys, "site")
    assert config["project"][0]["paths"] == ["/site/**"]
    assert config["project"][0]["rules"] == "horizon-europe-2021-2027"
    assert "site_footer" not in config
    assert outcomes(capsys, "site") == before == dict.fromkeys(before, "passed")
    spoiled = page(footer="<footer><p>Funded by the EU.</p></footer>")
    (project_site / "site" / "b.html").write_text(spoiled, encoding="utf-8")
    assert run(capsys, "check", "site")[0] == 1


def test_pages_that_would_fail_as_pages_of_the_project_are_not_bound_to_it(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    for name in ("b", "c", "d"):
        (folder / f"{name}.html").write_text(
            f"<html lang=lv><p>Bibliotēka atvērta.</p><footer><p>{STATEMENT} {DISCLAIMER}</p></footer></html>",
            encoding="utf-8",
        )
    (folder / "a.html").write_bytes(latvian(statement="", disclaimer="", more=f"</main><footer>{STATEMENT}</footer>"))
    before = outcomes(capsys, ".")
    config, _ = proposed(capsys, ".")
    after = outcomes(capsys, ".")
    assert config["project"][0]["number"] == "LLI-422"
    assert {p for p in before if (before[p], after[p]) in (("passed", "failed"), ("needs_review", "failed"))} == set()


def test_furniture_of_a_site_of_several_projects_is_proposed(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    footer = "<footer><p>The museum was renewed with support from the European Union.</p></footer>"
    for number in range(8):
        (folder / f"n{number}.html").write_text(page(footer=footer), encoding="utf-8")
    for number in ("101099999", "101088421"):
        (folder / f"{number}.html").write_text(
            page(NUMBERED.replace("101099999", number) + FOOTER.replace("footer", "div"), footer), encoding="utf-8"
        )
    before = outcomes(capsys, ".")
    config, text = proposed(capsys, ".")
    assert config["site_footer"] == ["footer"]
    assert len(config["project"]) == 2
    after = outcomes(capsys, ".")
    assert all(after[p] == "inapplicable" for p in after if p.startswith("n"))
    assert [after[p] for p in after if p.startswith("1")] == [before[p] for p in after if p.startswith("1")]
    assert "10 of 10 pages" in text


NAMES = [
    "a\n[[suppress]]\ncheck = 'disclaimer'\nreason = 'fine'\npath = '**'\n#.html",
    "a\rstrict = true.html",
    "a\u2028strict = true.html",
    "a\x7f\x1b[31m.html",
    "žurnāls \udcff.html",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_a_file_or_folder_is_never_a_setting(
    capsys: pytest.CaptureFixture[str], folder: Path, name: str
) -> None:
    inside = folder / name.removesuffix(".html")
    inside.mkdir()
    (inside / name).write_text(page(NUMBERED), encoding="utf-8")
    for other in ("b.html", "c.html"):
        (inside / other).write_text(page(), encoding="utf-8")
    config, _ = proposed(capsys, ".")
    assert set(config) == {"project"}
    assert set(config["project"][0]) <= {"number", "rules", "titles", "paths"}


@pytest.mark.parametrize(
    "title", ['A "quoted" title', "A back\\slash", "]] [[suppress]] x", "''' strict = true", "a\x7fb"]
)
def test_a_title_is_never_a_setting(capsys: pytest.CaptureFixture[str], folder: Path, title: str) -> None:
    said = f"<p>Project “{title}”, grant agreement No 101099999, Horizon Europe.</p>"
    (folder / "a.html").write_text(page(said), encoding="utf-8")
    config, _ = proposed(capsys, ".")
    assert set(config) == {"project"}


def test_a_figure_that_makes_a_verdict_worse_is_not_proposed(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.html").write_bytes(latvian())
    monkeypatch.setattr("publicity_check.propose._figures", lambda _project: iter(['total = "999.00"']))
    config, _ = proposed(capsys, "a.html")
    assert "total" not in config["project"][0]
    assert run(capsys, "check", "a.html")[0] == 0


def test_what_is_found_of_money_is_proposed(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "a.html").write_bytes(latvian())
    config, _ = proposed(capsys, "a.html")
    assert (config["project"][0]["total"], config["project"][0]["eu"]) == ("520000", "442000")


COOKIES = {
    "en": "We use cookies. The library is supported by the European Regional Development Fund.",
    "lv": "Mēs lietojam sīkdatnes. Projektu finansē Eiropas Reģionālās attīstības fonds.",
    "de": "Wir verwenden Cookies. Das Projekt wird vom Europäischen Fonds für regionale Entwicklung finanziert.",
}


@pytest.mark.parametrize("language", COOKIES)
@pytest.mark.parametrize("box", ['<div role="dialog">', '<section role="alertdialog">', "<dialog open>"])
def test_a_question_about_cookies_makes_no_page_a_publication(
    capsys: pytest.CaptureFixture[str], folder: Path, box: str, language: str
) -> None:
    end = f"</{box[1:].split()[0].rstrip('>')}>"
    plain = f"<html lang={language}><body><main><p>Opening hours: nine to five.</p></main>"
    (folder / "a.html").write_text(f"{plain}{box}<p>{COOKIES[language]}</p>{end}", encoding="utf-8")
    (folder / "b.html").write_text(f"{plain}<p>{COOKIES[language]}</p>", encoding="utf-8")
    assert outcomes(capsys, "a.html", "b.html")["a.html"] == "inapplicable"
    assert outcomes(capsys, "a.html", "b.html")["b.html"] != "inapplicable"


def test_a_dialog_that_is_the_page_is_read_as_one(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    whole = latvian().decode().replace("<body>", '<body><div role="dialog">')
    (folder / "a.html").write_text(whole, encoding="utf-8")
    assert outcomes(capsys, "a.html") == {"a.html": "passed"}


def test_without_a_path_nothing_is_written(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert run(capsys, "init")[0] == 2
    assert not (folder / "publicity-check.toml").exists()
