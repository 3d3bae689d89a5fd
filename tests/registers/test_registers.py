"""Registers: read whatever their encoding, separator and columns, looked up by number and title."""

from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from command_line import run
from publicity_check import Config, ConfigError, Outcome, check
from publicity_check.config.model import RegisterFile
from publicity_check.registers.cells import decimal_sign, figure
from publicity_check.registers.columns import proposed
from publicity_check.registers.register import Register, read_register
from publicity_check.rulebook import load

HEADING = "Operation ID;Operation name;Beneficiary;Total cost;EU contribution;Fund"
ROW = "LLI-263;Clean rivers for our towns;River town;312 460,40;265 591,34;ERDF"
PAGE = (
    '<html lang="en"><h1>Clean rivers for our towns</h1><p>Project LLI-263 is co-funded by the European Union. '
    "Its total budget is {total}, of which the ERDF pays {eu}.</p></html>"
)


def table(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Register:
    (folder / name).write_bytes(text.encode(encoding))
    return read_register(RegisterFile(file=name), folder, load())


def spreadsheet(path: Path, rows: list[list[object]], name: str = "Projects") -> None:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Read me").write(0, 0, "List of operations")
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1257"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_list_is_read_in_any_usual_encoding_and_with_any_usual_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    heading = ["Projekta numurs", "Projekta nosaukums", "Finansējuma saņēmējs", "Kopējās izmaksas"]
    row = ["LLI-263", "Tīras upes mūsu pilsētām un ļaudīm", "Upes pašvaldība", '"312 460,40"']
    text = "\r\n".join(separator.join(cells) for cells in (heading, row, row)) + "\r\n"
    found = table(tmp_path, text, encoding=encoding).of_number("lli 263")
    assert found is not None
    assert (found.titles["lv"], found.total) == ("Tīras upes mūsu pilsētām un ļaudīm", Decimal("312460.40"))


def test_a_spreadsheet_is_read_from_the_sheet_whose_columns_are_known(tmp_path: Path) -> None:
    heading = ["id", "acronym", "title", "totalCost", "ecMaxContribution", "frameworkProgramme", "startDate"]
    spreadsheet(
        tmp_path / "cordis.xlsx", [heading, [101098765, "RIVER", "Clean rivers", 2073781.25, 1000000, "HORIZON", 45323]]
    )
    register = read_register(RegisterFile(file="cordis.xlsx"), tmp_path, load())
    found = register.of_number("101098765")
    assert found is not None
    assert (register.sheet, found.row.line) == ("Projects", 2)
    assert (found.total, found.eu, found.start) == (Decimal("2073781.25"), 1_000_000, "2024-02-01")


HEADINGS = {
    "Tytuł projektu/ Project name;Numer umowy/decyzji;Nazwa beneficjenta;Wartość projektu (PLN)": "total",
    "Operation_Name_English;Operation_Local_Identifier;Beneficiary_Name;Total_Eligible_Expenditure_amount": "eligible",
    "Bezeichnung des Vorhabens / operation name;Code of operation;Begünstigte;Förderfähige Ausgaben des Vorhabens*":
        "eligible",
    "Nome da Operação | Operation Name;Código da Operação;Beneficiário;Fundo Comunitário Aprovado (€)": "eu",
    "Namn på insatsen / Operation Name;Diarienummer / Operation ID;Stödmottagare;EU-stöd i SEK": "eu",
}  # fmt: skip


@pytest.mark.parametrize(("heading", "field"), HEADINGS.items())
def test_columns_are_known_by_the_names_of_official_lists(tmp_path: Path, heading: str, field: str) -> None:
    found = table(tmp_path, f"A list of operations;;;\n{heading}\nClean rivers;A-1;River town;7 000\n").of_number("A-1")
    assert found is not None
    assert getattr(found, field) == 7000
    assert "Clean rivers" in found.titles.values()


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1.234", "56868.983"], ["1.23", "56868.98"]),
        (["1.234", "7.500,00"], ["1234", "7500.00"]),
        (["2073781,25", "99.5"], ["2073781.25", "99.50"]),
        (["1,234", "2,500,000"], ["1234", "2500000"]),
        (["€ 12'500.40", "75 354 267"], ["12500.40", "75354267"]),
    ],
)
def test_figures_are_read_by_their_own_signs_and_those_of_their_column(cells: list[str], values: list[str]) -> None:
    sign = decimal_sign(cells)
    assert [figure(cell, sign) for cell in cells] == list(map(Decimal, values))


@given(
    st.decimals(1, 10**12, places=2), st.sampled_from([(",", " "), (".", ","), (",", "."), (".", "'"), (",", "\u00a0")])
)
def test_what_is_written_in_any_style_is_read_again(value: Decimal, style: tuple[str, str]) -> None:
    point, group = style
    written = f"{value:,.2f}".replace(",", "\0").replace(".", point).replace("\0", group)
    assert figure(written) == value


def test_rows_of_one_number_tell_what_they_agree_on(tmp_path: Path) -> None:
    other = "LLI-263;Clean rivers for our towns;Lake town;100 000,00;265 591,34;ERDF"
    found = table(tmp_path, f"{HEADING}\n{ROW}\n{other}\n").of_number("LLI-263")
    assert found is not None
    assert (found.total, found.eu, found.beneficiary) == (None, Decimal("265591.34"), "")


def test_unknown_columns_are_refused_with_what_they_may_be(tmp_path: Path) -> None:
    rows = "".join(f"X{n}/21;A long title of an operation {n};{n}0500,00;{n}0100,00\n" for n in range(1, 6))
    with pytest.raises(ConfigError) as told:
        table(tmp_path, "Nr;What;Money;Part\n" + rows)
    assert 'columns = { title = "What", number = "Nr", total = "Money", eu = "Part" }' in str(told.value)
    asked = RegisterFile(file="list.csv", columns={"number": "Nr", "total": "Money"}, currency="SEK")
    found = read_register(asked, tmp_path, load()).of_number("X2/21")
    assert found is not None
    assert (found.total, found.currency) == (20500, "SEK")


def test_nothing_is_proposed_for_columns_that_tell_nothing() -> None:
    assert proposed(["a", "b"], [["x", "y"], ["x", "y"]]) == {}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.csv", None, "none.csv: there is no such file"),
        ("list.xlsx", b"no spreadsheet", "list.xlsx: is no spreadsheet that can be read"),
        ("list.csv", b"", "list.csv: holds no table with a heading and rows"),
        ("list.csv", HEADING.encode(), "list.csv: holds no rows below its heading (line 1)"),
        ("list.csv", b"a\0b;c\n", "list.csv: is no text"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    page, register = str(tmp_path / "page.html"), str(tmp_path / name)
    status, _, error = run(capsys, "check", "--isolated", "--register", register, page)
    assert status == 2
    assert said in error
    assert error.count("\n") == 1


def told(folder: Path, page: str) -> dict[str, tuple[Outcome, list[str]]]:
    """Return what is said of a page held against the list in a folder: by code, the outcome and the quotes."""
    (folder / "page.html").write_text(page, "utf-8")
    config = Config(register=(RegisterFile(file=str(folder / "list.csv")),))
    results = check(folder / "page.html", config=config).publications[0].results
    return {r.code: (r.outcome, [e.quote for e in r.evidence]) for r in results}


def test_a_figure_that_differs_from_the_register_fails_with_its_row_as_evidence(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(f"{HEADING}\n{ROW}\n", "utf-8")
    right = told(tmp_path, PAGE.format(total="312 460,40 EUR", eu="265 591,34 EUR"))
    assert not {code for code in right if code.startswith("profile-")}
    wrong = told(tmp_path, PAGE.format(total="312 640,40 EUR", eu="265 591,34 EUR"))
    outcome, quotes = wrong["profile-slip"]
    assert outcome is Outcome.FAILED
    assert "Total cost: 312 460,40" in quotes[-1]


def test_the_same_figure_in_another_currency_fails(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(f"{HEADING}\n{ROW}\n", "utf-8")
    found = told(tmp_path, PAGE.format(total="312 460,40 SEK", eu="265 591,34 SEK"))
    assert found["profile-currency-differs"][0] is Outcome.FAILED


def test_a_page_without_a_number_is_matched_by_title_and_beneficiary_as_a_question(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(f"{HEADING}\n{ROW}\n", "utf-8")
    page = "<p>Clean rivers for all our towns, a project of River town, is co-funded by the European Union.</p>"
    assert told(tmp_path, page)["register-perhaps"][0] is Outcome.NEEDS_REVIEW
    assert "register-perhaps" not in told(tmp_path, "<p>Clean towns. Co-funded by the European Union.</p>")


def test_a_wrong_number_beside_the_title_of_the_register_is_told(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(f"{HEADING}\n{ROW}\n", "utf-8")
    page = PAGE.format(total="312 460,40 EUR", eu="265 591,34 EUR").replace("LLI-263", "LLI-236")
    assert told(tmp_path, page)["number-not-declared"][0] is Outcome.FAILED


def test_a_declared_project_is_completed_by_its_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.csv").write_text(f"{HEADING}\n{ROW}\n", "utf-8")
    (tmp_path / "page.html").write_text(PAGE.format(total="400 000,00 EUR", eu="265 591,34 EUR"), "utf-8")
    (tmp_path / "publicity-check.toml").write_text(
        'register = [{ file = "list.csv" }]\n[[project]]\nnumber = "LLI-263"\ntotal = 400000\n', "utf-8"
    )
    assert "profile says" not in run(capsys, "check", str(tmp_path / "page.html"))[1]
    (tmp_path / "publicity-check.toml").write_text(
        'register = [{ file = "list.csv" }]\n[[project]]\nnumber = "LLI-263"\n', "utf-8"
    )
    shown = run(capsys, "check", str(tmp_path / "page.html"))[1]
    assert "312 460,40" in shown
    assert "list.csv" in shown


def test_a_row_that_cannot_be_used_is_told_and_the_rest_is_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list.csv").write_text(
        f"{HEADING}\nLLI-1;short\nLLI-2;Lakes;Lake town;12/13;1,00;ERDF\n{ROW}\n", "utf-8"
    )
    (tmp_path / "page.html").write_text(PAGE.format(total="312 640,40 EUR", eu="265 591,34 EUR"), "utf-8")
    page, register = str(tmp_path / "page.html"), str(tmp_path / "list.csv")
    status, shown, _ = run(capsys, "check", "--isolated", "--format", "files", "--register", register, page)
    assert "list.csv:2: The row has 2 cells and the heading 6" in shown
    assert "list.csv:3: “12/13” is no figure" in shown
    assert status == 1


def test_a_verdict_is_not_remembered_beyond_its_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, register, cache = (str(tmp_path / name) for name in ("page.html", "list.csv", "cache"))
    Path(page).write_text(PAGE.format(total="312 460,40 EUR", eu="265 591,34 EUR"), "utf-8")
    asked = ("check", "--isolated", "--cache-dir", cache, "--register", register, page)
    for total, differs in (("312 460,40", False), ("412 460,40", True), ("312 460,40", False)):
        Path(register).write_text(f"{HEADING}\n{ROW.replace('312 460,40', total)}\n", "utf-8")
        assert ("profile says" in run(capsys, *asked)[1]) == differs


def test_an_unknown_pack_of_a_register_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.csv").write_text(f"{HEADING}\n{ROW}\n", "utf-8")
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "publicity-check.toml").write_text('register = [{ file = "list.csv", rules = "interreg" }]', "utf-8")
    status, _, error = run(capsys, "check", str(tmp_path / "page.html"))
    assert (status, 'no rule pack "interreg"' in error) == (2, True)


def test_the_configuration_shows_its_registers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "publicity-check.toml").write_text(
        '[[register]]\nfile = "list.csv"\n[register.columns]\nnumber = "Kods"\n', "utf-8"
    )
    assert "list.csv" in run(capsys, "config", str(tmp_path))[1]
