"""Configuration on the command line: projects, bindings, acceptances, baselines."""

import io
import json
from pathlib import Path

import pytest

from command_line import run
from pages import LINKS, latvian


def outcome_of(out: str, path: str) -> str:
    return str(next(p["outcome"] for p in json.loads(out)["publications"] if p["path"] == path))


SILENT = "<html lang=lv><body><h1>Zaļā upe</h1><p>Projekts “Zaļā upe” aicina uz talku parkā.</p></body></html>"


def test_a_page_that_names_a_declared_project_is_judged_even_if_it_is_silent(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "page.html").write_text(SILENT, encoding="utf-8")
    assert run(capsys, "check", "page.html")[0] == 0
    (folder / "publicity-check.toml").write_text(
        '[[project]]\nnumber = "LLI-422"\nacronym = "Zaļā upe"\nrules = "interreg-latvia-lithuania-2014-2020"\n',
        encoding="utf-8",
    )
    status, out, _ = run(capsys, "check", "--format", "json", "page.html")
    assert status == 1
    assert json.loads(out)["publications"][0]["rule_packs"][0]["chosen_by"] == "profile"
    assert run(capsys, "check", "--isolated", "page.html")[0] == 0


def test_a_word_that_is_an_acronym_too_names_no_project(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "page.html").write_text("<html lang=en><p>We come home late. Nice home.</p></html>", encoding="utf-8")
    (folder / "publicity-check.toml").write_text(
        '[[project]]\nnumber = "LLI-422"\nacronym = "HOME"\nrules = "interreg-latvia-lithuania-2014-2020"\n',
        encoding="utf-8",
    )
    assert run(capsys, "check", "page.html")[0] == 0


def test_a_number_that_is_not_the_declared_one_conflicts(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "projekts").mkdir()
    (folder / "projekts" / "page.html").write_bytes(latvian(number="LLI-442"))
    (folder / "publicity-check.toml").write_text(
        '[[project]]\nnumber = "LLI-422"\nrules = "interreg-latvia-lithuania-2014-2020"\npaths = ["/projekts/"]\n',
        encoding="utf-8",
    )
    status, out, _ = run(capsys, "check", "--format", "json", "projekts")
    assert status == 1
    codes = {r["code"] for r in json.loads(out)["publications"][0]["results"]}
    assert "number-not-declared" in codes


def test_paths_bind_pages_to_a_pack(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "a.html").write_text(SILENT, encoding="utf-8")
    (folder / "publicity-check.toml").write_text(
        '[[bind]]\npaths = ["/a.html"]\nrules = "interreg-latvia-lithuania-2014-2020"\n', encoding="utf-8"
    )
    assert run(capsys, "check", "a.html")[0] == 1


def test_an_accepted_finding_does_not_fail_and_stays_in_the_report(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "page.html").write_bytes(latvian(links=LINKS.split(";")[0]))
    assert run(capsys, "check", "page.html")[0] == 1
    config = folder / "publicity-check.toml"
    config.write_text(
        '[[suppress]]\ncheck = "eu-link"\npath = "page.html"\nreason = "no room"\nuntil = 2026-12-31\n',
        encoding="utf-8",
    )
    status, out, _ = run(capsys, "check", "--today", "2026-12-31", "--format", "json", "page.html")
    assert status == 0
    result = next(r for r in json.loads(out)["publications"][0]["results"] if r["check"] == "eu-link")
    assert (result["outcome"], result["suppressed"]["reason"]) == ("failed", "no room")
    status, out, _ = run(capsys, "check", "--today", "2027-01-01", "--format", "json", "page.html")
    assert status == 1
    assert "suppression-expired" in out


def test_a_comment_in_the_page_accepts_a_finding(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    comment = "<!-- publicity-check: ignore eu-link: no room on this page -->"
    (folder / "page.html").write_bytes(latvian(links=LINKS.split(";")[0], more=comment))
    assert run(capsys, "check", "page.html")[0] == 0
    (folder / "page.html").write_bytes(latvian(more=comment))
    status, out, _ = run(capsys, "check", "--format", "json", "page.html")
    assert status == 0
    assert "suppression-unused" in out
    assert run(capsys, "check", "--strict", "page.html")[0] == 1


def test_a_comment_without_a_reason_accepts_nothing(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    page = latvian(links=LINKS.split(";")[0], more="<!-- publicity-check: ignore eu-link -->")
    (folder / "page.html").write_bytes(page)
    status, out, _ = run(capsys, "check", "--format", "json", "page.html")
    assert status == 1
    assert "suppression-malformed" in out


def test_a_baseline_accepts_what_is_known_and_fails_what_is_new(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    page = folder / "page.html"
    page.write_bytes(latvian(disclaimer=""))
    assert run(capsys, "baseline", "page.html")[0] == 0
    known = ("check", "--baseline", "publicity-check-baseline.json", "--format", "json", "page.html")
    assert run(capsys, *known)[0] == 0
    page.write_bytes(b"\n\n\n" + latvian(disclaimer=""))
    assert run(capsys, *known)[0] == 0, "lines may move"
    page.write_bytes(latvian(disclaimer="", emblem=""))
    assert run(capsys, *known)[0] == 1
    status, _, err = run(capsys, "baseline", "page.html")
    assert status == 2
    assert "--add" in err
    assert run(capsys, "baseline", "--add", "page.html")[0] == 0
    page.write_bytes(latvian())
    status, out, _ = run(capsys, *known)
    assert status == 0
    assert "baseline-stale" in out


def test_a_baseline_and_acceptances_hold_from_whatever_folder_publications_are_checked(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "page.html").write_bytes(latvian(disclaimer=""))
    config = folder / "publicity-check.toml"
    config.write_text('baseline = "known.json"\n', encoding="utf-8")
    assert run(capsys, "baseline", "site")[0] == 0
    assert '"site/page.html"' in (folder / "known.json").read_text(encoding="utf-8")
    everywhere = ((folder, "site"), (folder / "site", "page.html"), (folder / "site", str(folder / "site")))
    for here, path in everywhere:
        monkeypatch.chdir(here)
        assert run(capsys, "check", path)[0] == 0
    config.write_text('[[suppress]]\ncheck = "budget"\npath = "/site/page.html"\nreason = "old"\n', encoding="utf-8")
    for here, path in everywhere:
        monkeypatch.chdir(here)
        assert "suppression-unused" in run(capsys, "check", "--format", "json", path)[1]


def test_an_acceptance_for_a_file_that_cannot_be_read_is_not_called_unused(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "page.html").write_bytes(b"")
    (folder / "publicity-check.toml").write_text(
        '[[suppress]]\ncheck = "budget"\npath = "page.html"\nreason = "old"\n', encoding="utf-8"
    )
    status, out, _ = run(capsys, "check", "--format", "json", "page.html")
    assert status == 2
    assert "suppression-unused" not in out


def test_a_name_given_to_standard_input_is_a_path_like_any_other(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "site").mkdir()
    (folder / "publicity-check.toml").write_text(
        '[[bind]]\npaths = ["/site/a.html"]\nrules = "interreg-latvia-lithuania-2014-2020"\n', encoding="utf-8"
    )
    monkeypatch.chdir(folder / "site")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SILENT.encode()), encoding="utf-8"))
    assert run(capsys, "check", "--stdin-name", "a.html", "-")[0] == 1


def test_a_damaged_baseline_is_an_error(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "page.html").write_bytes(latvian())
    (folder / "b.json").write_text('{"version": 1, "findings": [')
    status, _, err = run(capsys, "check", "--baseline", "b.json", "page.html")
    assert status == 2
    assert "damaged" in err


def test_config_shows_where_each_value_comes_from(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "publicity-check.toml").write_text('strict = true\n\n[[project]]\nnumber = "LLI-422"\n')
    status, out, _ = run(capsys, "config")
    assert status == 0
    assert "strict = true  (" in out
    assert "publicity-check.toml:1)" in out
    assert "publicity-check.toml:3)" in out
    assert 'lang = ""  (default)' in out


def test_init_proposes_the_projects_and_keeps_an_existing_file(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "page.html").write_bytes(latvian())
    assert run(capsys, "init", "page.html")[0] == 0
    text = (folder / "publicity-check.toml").read_text(encoding="utf-8")
    assert 'number = "LLI-422"' in text
    assert 'rules = "interreg-latvia-lithuania-2014-2020"' in text
    assert 'total = "520000' in text
    assert run(capsys, "config")[0] == 0
    assert run(capsys, "init", "page.html")[0] == 2


def test_pages_that_differ_about_one_project_are_shown_side_by_side(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "a.html").write_bytes(latvian())
    (folder / "b.html").write_bytes(
        latvian(budget="Kopējās projekta izmaksas ir 540 000,00 EUR. ERAF līdzfinansējums ir 459 000,00 EUR.")
    )
    status, out, _ = run(capsys, "check", "--format", "json", "a.html", "b.html")
    across = json.loads(out)["across"]["results"]
    assert status == 0
    total = next(r for r in across if r["code"] == "across-total")
    assert total["outcome"] == "needs_review"
    assert len(total["evidence"]) == 2


FOOTER = "<footer class='site'><p>Līdzfinansē Eiropas Savienība. Projekts Nr. LLI-422.</p></footer>"


def page_with_footer(body: str) -> str:
    return f"<html lang=lv><body><main><h1>Novada ziņas</h1>{body}</main>{FOOTER}</body></html>"


def test_a_footer_of_the_whole_site_makes_no_page_a_publication(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "page.html").write_text(page_with_footer("<p>Bibliotēka atvērta no deviņiem.</p>"), encoding="utf-8")
    assert outcome_of(run(capsys, "check", "--format", "json", "page.html")[1], "page.html") == "failed"
    (folder / "publicity-check.toml").write_text('site_footer = ["footer.site"]\n')
    assert outcome_of(run(capsys, "check", "--format", "json", "page.html")[1], "page.html") == "inapplicable"


@pytest.mark.parametrize(("number", "there"), [("LLI-422", True), ("LLI-131", False)])
def test_the_sites_footer_counts_for_the_project_it_names(
    capsys: pytest.CaptureFixture[str], folder: Path, number: str, there: bool
) -> None:
    (folder / "page.html").write_text(page_with_footer(f"<p>Projekts Nr. {number} sākas.</p>"), encoding="utf-8")
    (folder / "publicity-check.toml").write_text('site_footer = ["footer.site"]\n')
    results = json.loads(run(capsys, "check", "--format", "json", "page.html")[1])["publications"][0]["results"]
    statement = next(r for r in results if r["check"] == "funding-statement")
    assert (statement["kind"] != "missing") == there


def test_a_selector_that_is_none_is_told(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "page.html").write_bytes(latvian())
    (folder / "publicity-check.toml").write_text('site_footer = ["footer["]\n')
    status, _, err = run(capsys, "check", "page.html")
    assert status == 2
    assert "no CSS selector" in err
