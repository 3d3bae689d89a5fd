"""The workbook, its tables as comma-separated values, and the assertions in EARL: what an audit file is made of."""

import csv
import io
import json
import subprocess
import zipfile
from pathlib import Path
from shutil import which

import pytest
import python_calamine

from command_line import run
from publicity_check import Config, check, render
from publicity_check.config.model import RegisterFile
from publicity_check.reports import tables
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Report

SHEETS = [
    *("Summary", "Publications", "Obligations", "Findings", "Projects", "Not judged", "Register differences"),
    *("Rules", "Run"),
]
CALC = (office := which("soffice")) and (Path(office).resolve().parent / "libsclo.so").exists()
LIST = "Operation ID;Operation name;Total cost\nLLI-263;=HYPERLINK(1);100 000,00\n"
PAGE = (
    '<html lang="en"><p>Project LLI-263 is co-funded by the European Union. Its total budget is 120 000,00 EUR.</p>'
    "<p>=cmd|' /C calc'!A0</p></html>"
)


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text(LIST, "utf-8")
    Path("=page.html").write_text(PAGE, "utf-8")
    Path("none.html").write_text("<html lang=en><p>We planted trees.</p></html>", "utf-8")
    config = Config(register=(RegisterFile(file="list.csv"),), rules=("interreg-latvia-lithuania-2014-2020",))
    return check([Path("=page.html"), Path("none.html")], config=config)


def sheets(data: bytes) -> dict[str, list[list[object]]]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def test_the_workbook_has_all_sheets_and_a_line_for_each_publication_and_obligation(report: Report) -> None:
    read = sheets(render(report, "xlsx"))
    assert list(read) == SHEETS
    assert [row[0] for row in read["Publications"][1:]] == ["=page.html", "none.html"]
    assert len(read["Obligations"]) == 1 + sum(len(p.results) for p in report.publications)
    told = {row[5]: row for row in read["Findings"][1:] if row[0] == "=page.html"}
    assert told["disclaimer"][1] == report.publications[0].sha256
    (difference,) = read["Register differences"][1:]
    assert difference[4] == "profile-slip"
    assert difference[7:9] == ["list.csv", 2]
    run_told = {row[0]: row[1] for row in read["Run"][1:]}
    assert run_told["SHA-256 of the register"] == report.runs[0].registers[0].sha256
    assert run_told["SHA-256 of the configuration"] == report.runs[0].sha256


def test_the_workbook_has_filters_heads_that_stay_and_links_and_no_formula(report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(render(report, "xlsx"))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for name, part in parts.items():
        assert "vba" not in name.lower()
        if name.startswith("xl/worksheets/sheet"):
            assert "<f>" not in part
            assert 'state="frozen"' in part
    assert "<autoFilter" in parts["xl/worksheets/sheet3.xml"]
    assert "eur-lex.europa.eu" in parts["xl/worksheets/_rels/sheet3.xml.rels"]


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    for form in ("xlsx", "csv", "earl"):
        assert render(report, form) == render(report, form)


def test_comma_separated_values_hold_the_same_tables_and_no_formula(report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(render(report, "csv"))) as archive:
        read = {
            name: list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig")))) for name in archive.namelist()
        }
    assert list(read) == [f"{name.lower().replace(' ', '-')}.csv" for name in SHEETS]
    assert [row[0] for row in read["publications.csv"][1:]] == ["'=page.html", "none.html"]
    assert not [c for rows in read.values() for row in rows for c in row if c.startswith(("=", "+", "-", "@"))]


def test_a_project_is_told_over_all_its_publications(report: Report) -> None:
    found = next(t for t in tables.tables(report, ReportOptions()) if t.name == "Projects")
    (row,) = [row for row in found.rows if row[1] == "=page.html"]
    assert row[0] == "LLI-263"
    assert "project-number" in str(row[3])
    assert "disclaimer" in str(row[4])
    assert "120 000,00" in str(row[5])


def test_what_was_not_judged_is_listed_with_its_reason(report: Report) -> None:
    found = next(t for t in tables.tables(report, ReportOptions()) if t.name == "Not judged")
    assert ("none.html", "", "the whole publication") not in [row[:3] for row in found.rows]  # rules were named
    report = check(b"<p>We planted trees.</p>", name="none.html")
    found = next(t for t in tables.tables(report, ReportOptions()) if t.name == "Not judged")
    assert [row[0] for row in found.rows] == ["none.html"]


def test_every_result_is_an_assertion_in_earl(report: Report) -> None:
    data = json.loads(render(report, "earl"))
    nodes = {node["@id"]: node for node in data["@graph"] if "@id" in node}
    assertions = [node for node in data["@graph"] if node["@type"] == "earl:Assertion"]
    assert len(assertions) == sum(len(p.results) for p in report.publications)
    outcomes = {"earl:passed", "earl:failed", "earl:cantTell", "earl:inapplicable", "earl:untested"}
    for node in assertions:
        assert nodes[node["earl:subject"]["@id"]]["@type"] == "earl:TestSubject"
        assert nodes[node["earl:test"]["@id"]]["@type"] == "earl:TestRequirement"
        assert "earl:Assertor" in nodes[node["earl:assertedBy"]["@id"]]["@type"]
        assert node["earl:mode"] == {"@id": "earl:automatic"}
        assert node["earl:result"]["earl:outcome"]["@id"] in outcomes


def test_the_json_report_tells_what_was_asked(report: Report) -> None:
    (asked,) = json.loads(render(report, "json"))["runs"]
    assert asked["rules"] == ["interreg-latvia-lithuania-2014-2020"]
    assert asked["registers"][0]["columns"] == {
        "number": "Operation ID", "title": "Operation name", "total": "Total cost"
    }  # fmt: skip
    other = json.loads(render(check(b"<p>x</p>", name="a.html", funded=True), "json"))["runs"][0]
    assert (other["funded"], other["sha256"] == asked["sha256"]) == (True, False)


def test_a_workbook_is_not_printed(capsys: pytest.CaptureFixture[str], report: Report) -> None:
    status, _, error = run(capsys, "check", "--format", "xlsx", "none.html")
    assert status == 2
    assert "xlsx is no text; name its file: --output xlsx=audit.xlsx" in error


@pytest.mark.slow
@pytest.mark.skipif(not CALC, reason="needs LibreOffice Calc")
def test_the_workbook_is_opened_by_an_office_program(report: Report, tmp_path: Path) -> None:
    (tmp_path / "audit.xlsx").write_bytes(render(report, "xlsx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), "audit.xlsx"]
    subprocess.run(command, check=True, cwd=tmp_path, capture_output=True, timeout=300)  # noqa: S603 - our own command
    read = python_calamine.CalamineWorkbook.from_path(str(tmp_path / "audit.ods"))
    assert read.sheet_names == SHEETS
    rows = read.get_sheet_by_name("Obligations").to_python()
    assert len(rows) == 1 + sum(len(p.results) for p in report.publications)
