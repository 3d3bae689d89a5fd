"""Reports tell how a finding is put right: SARIF by edits of the source, HTML by the author's sentence put right."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from pages import DISCLAIMER, LINKS, STATEMENT, latvian
from publicity_check import Project, Report, check, fix, render
from publicity_check.config.model import Config


def _report(data: bytes, name: str = "page.html", **how: object) -> Report:
    return check(data, name=name, **how)  # type: ignore[arg-type]


def _fixes(data: bytes, name: str = "page.html") -> dict[str, list[dict[str, object]]]:
    """Return the replacements that a log offers, by the rule of the result."""
    [run] = json.loads(render(_report(data, name), "sarif"))["runs"]
    return {
        result["ruleId"].rpartition("/")[2]: change["replacements"]
        for result in run["results"]
        for one in result.get("fixes", ())
        for change in one["artifactChanges"]
    }


def _made(source: str, replacements: list[dict[str, object]]) -> str:
    """Return a source with the replacements of one fix made, by lines and columns as the log counts them."""
    lines = source.splitlines(keepends=True)
    starts = [sum(map(len, lines[:n])) for n in range(len(lines) + 1)]
    for replaced in reversed(replacements):
        where = dict(replaced["deletedRegion"])  # type: ignore[call-overload]
        start = starts[where["startLine"] - 1] + where["startColumn"] - 1
        end = starts[where["endLine"] - 1] + where["endColumn"] - 1
        source = source[:start] + dict(replaced["insertedContent"])["text"] + source[end:]  # type: ignore[call-overload]
    return source


_ABBREVIATED = STATEMENT.replace("Eiropas Savienības", "ES")
_ASTRAY = LINKS.replace("https://www.latlit.eu/", "https://www.latlti.eu/")


@pytest.mark.parametrize(
    ("page", "check_name"),
    [
        ({"statement": _ABBREVIATED}, "funding-statement"),
        ({"statement": ""}, "funding-statement"),
        ({"disclaimer": DISCLAIMER.replace("oficiālo nostāju", "oficiālo")}, "disclaimer"),
        ({"links": _ASTRAY}, "programme-link"),
        ({"links": LINKS.split(";")[0]}, "eu-link"),
    ],
    ids=["abbreviated", "missing", "cut-off", "link", "link-missing"],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_edits_of_a_log_are_those_that_fix_makes(
    page: dict[str, str], check_name: str, line_end: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = latvian(**page).decode().replace("\n", line_end).encode()
    file = tmp_path_factory.mktemp("site") / "page.html"
    file.write_bytes(data)
    offered = _fixes(data)
    given = fix(file, only={check_name})  # type: ignore[arg-type]
    assert given.made
    assert _made(data.decode(), next(f for rule, f in offered.items() if check_name in rule)) == given.data.decode()


def test_what_is_put_in_cannot_break_a_page() -> None:
    project = Project(number="LLI-422", publisher="Upe & Co", rules="interreg-latvia-lithuania-2014-2020")
    report = _report(latvian(disclaimer=""), config=Config(project=(project,)))
    [text] = [edit.text for mend in report.publications[0].mends for edit in mend.edits if "eu-publicity" in edit.text]
    assert "Upe &amp; Co" in text


def test_what_only_a_person_can_put_right_is_offered_no_edit() -> None:
    assert not _fixes(latvian(statement="Projektu līdzfinansē ES.", emblem=""))


def test_of_a_text_a_missing_wording_is_put_in_before_the_funding_statement() -> None:
    offered = _fixes(f"Interreg V-A Latvija–Lietuva 2014–2020, LLI-422.\n\n{DISCLAIMER}\n".encode(), "draft.txt")
    [replacement] = offered["funding-statement"]
    assert dict(replacement["insertedContent"])["text"] == f"{STATEMENT}\n\n"  # type: ignore[call-overload]


def _mended(report: Report, language: str = "en") -> list[str]:
    from publicity_check import ReportOptions

    page = LexborHTMLParser(render(report, "html", ReportOptions(language=language)))
    names = [button.attributes["data-copies"] for button in page.css("button.copy")]
    assert len(names) == len(set(names))
    assert all(page.css_first(f"#{name}") is not None for name in names)
    assert all(button.attributes["aria-label"] for button in page.css("button.copy"))
    return [page.css_first(f"#{name}").text() for name in names if str(name).endswith("-mended")]


def test_the_report_has_a_button_that_copies_the_author_s_sentence_put_right() -> None:
    own = f"Pasākums notiek Ogrē. {_ABBREVIATED}"
    assert _mended(_report(latvian(statement=own))) == [STATEMENT]


def test_a_number_is_put_right_within_its_sentence() -> None:
    project = Project(number="LLI-422", rules="interreg-latvia-lithuania-2014-2020", paths=("page.html",))
    page = latvian().replace(b"LLI-422", b"LLI-242")
    [mended] = _mended(_report(page, config=Config(project=(project,))))
    assert "LLI-422" in mended
    assert "LLI-242" not in mended


def test_where_nothing_of_the_author_s_changes_there_is_no_such_button() -> None:
    assert _mended(_report(latvian(statement=""))) == []
