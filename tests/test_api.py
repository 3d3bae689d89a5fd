"""The library's front door."""

import json
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

import publicity_check
import publicity_check.run as run_module
from pages import latvian
from publicity_check import (
    Config,
    ConfigError,
    Outcome,
    Partner,
    Project,
    Publication,
    PublicityCheckError,
    ReadError,
    Report,
    ReportOptions,
    check,
    find_facts,
    read,
    render,
)

PAGE = b"""<html lang="en"><p>The project LLI-263 is co-funded by the European Union.</p>
<p>Total budget of the project: 100 000 EUR</p></html>"""
DECLARED = Project(number="LLI-263", total=Decimal(90000))


def budget(report: Report) -> list[tuple[Outcome, str]]:
    return [(r.outcome, r.code) for r in report.publications[0].results if r.check == "budget"]


def config_of(folder: Path, text: str = "") -> Path:
    path = folder / "publicity-check.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_public_names_are_sorted_and_all_there() -> None:
    names = publicity_check.__all__
    assert names == sorted(names)
    assert dir(publicity_check) == names
    assert all(getattr(publicity_check, name) is not None for name in names)
    starred: dict[str, object] = {}
    exec("from publicity_check import *", starred)  # noqa: S102 - what a user may write
    assert set(names) <= set(starred)


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'TYPE_CHECKING_'"):
        publicity_check.TYPE_CHECKING_  # noqa: B018


def test_the_door_opens_without_loading_a_parser() -> None:
    code = (
        "import sys, publicity_check; dir(publicity_check); print(sorted(m for m in sys.modules if 'publicity' in m))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout  # noqa: S603
    assert out.strip() == "['publicity_check', 'publicity_check._version', 'publicity_check.errors']"


def test_projects_given_beside_a_configuration_are_compared_with(tmp_path: Path) -> None:
    alone = budget(check(PAGE, name="page.html", projects=[DECLARED]))
    assert (Outcome.FAILED, "profile-differs") in alone
    for config in (
        config_of(tmp_path),
        Config(),
        Config(project=(DECLARED,)),
        Config(project=(Project(number="X-1"),)),
    ):
        assert budget(check(PAGE, name="page.html", projects=[DECLARED], config=config)) == alone


def test_the_projects_of_a_configuration_stay_beside_those_given(tmp_path: Path) -> None:
    config = config_of(tmp_path, '[[project]]\nnumber = "LLI-263"\ntotal = "90000"\n')
    other = Project(number="LLI-422", total=Decimal(1))
    assert (Outcome.FAILED, "profile-differs") in budget(check(PAGE, name="page.html", projects=[other], config=config))


def test_two_declarations_of_one_project_that_differ_are_refused(tmp_path: Path) -> None:
    config = config_of(tmp_path, '[[project]]\nnumber = "LLI-263"\ntotal = "90000"\n')
    with pytest.raises(
        ConfigError, match=r"^project lli-263 is declared twice, with different total: 90000 and 80000\.$"
    ):
        check(PAGE, name="page.html", projects=[Project(number="lli-263", total=Decimal(80000))], config=config)
    partners = Project(number="LLI-263", total=Decimal(90000), partners=(Partner(name="Upe"),))
    with pytest.raises(ConfigError, match=r"with different partners\.$"):
        check(PAGE, name="page.html", projects=[partners], config=config)
    with pytest.raises(ConfigError, match="declared twice"):
        check(PAGE, name="page.html", projects=[DECLARED, partners])


def test_one_project_may_be_declared_for_files_of_several_publishers() -> None:
    one = Project(number="LLI-263", total=Decimal(90000), publisher="Upe", paths=("/upe/",))
    two = Project(number="LLI-263", total=Decimal(90000), publisher="Osta", paths=("/osta/",))
    assert check(PAGE, name="page.html", projects=[one], config=Config(project=(two,))).exit_code == 1


def test_what_a_configuration_says_of_rules_and_a_baseline_holds(tmp_path: Path) -> None:
    config = config_of(tmp_path, 'rules = ["horizon-europe-2021-2027"]\n')
    packs = check(latvian(), name="page.html", config=config).publications[0].rule_packs
    assert [(pack.id, pack.chosen_by) for pack in packs] == [("horizon-europe-2021-2027", "user")]
    with pytest.raises(ConfigError, match="baseline cannot be read"):
        check(latvian(), name="page.html", config=config_of(tmp_path, 'baseline = "none.json"\n'))


@pytest.mark.parametrize("give", [str, Path, read, lambda path: [str(path)], lambda path: iter([read(path)])])
def test_a_publication_may_be_given_in_many_ways(tmp_path: Path, give: "Callable[[Path], object]") -> None:
    path = tmp_path / "page.html"
    path.write_bytes(latvian(number=""))
    expected = check(path)
    assert expected.publications[0].path == str(path)
    assert check(give(path)) == expected  # type: ignore[arg-type]


def test_several_publications_are_checked_whatever_they_are_given_as(tmp_path: Path) -> None:
    path = tmp_path / "b.html"
    path.write_bytes(PAGE)
    report = check([path, read(PAGE, name="a.html"), tmp_path / "none.html"])
    told = [(Path(p.path).name, p.error is None) for p in report.publications]
    assert sorted(told) == [("a.html", True), ("b.html", True), ("none.html", False)]


def test_a_publication_that_was_read_is_judged_as_its_file_is(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    page = tmp_path / "site" / "page.html"
    page.write_bytes(PAGE)
    config = config_of(tmp_path, '[[bind]]\npaths = ["/site/"]\nrules = "horizon-europe-2021-2027"\n')
    by_path, by_read, by_bytes = (
        check(page, config=config),
        check(read(page), config=config),
        check(PAGE, name=str(page), config=config),
    )
    assert by_path == by_read == by_bytes
    assert by_path.publications[0].rule_packs[0].id == "horizon-europe-2021-2027"


def test_bytes_without_a_name_are_refused_in_one_sentence() -> None:
    for call in (read, find_facts, check, lambda data: check([data])):
        with pytest.raises(
            ReadError, match=r"^bytes need a name whose ending tells their format: give name='draft.docx'\.$"
        ):
            call(PAGE)
    with pytest.raises(ReadError, match="one name cannot be that of several publications"):
        check([PAGE, PAGE], name="page.html")


def test_what_is_read_once_can_be_read_and_searched_again() -> None:
    page = read(PAGE, name="page.html")
    assert isinstance(page, Publication)
    assert read(page) is page
    assert find_facts(page) == find_facts(PAGE, name="page.html")
    assert [amount.value for amount in find_facts(page).amounts] == [Decimal(100000)]


def test_what_stands_on_every_page_can_be_told_when_reading() -> None:
    page = PAGE.replace(b"</html>", b"<footer><p>Co-funded by the European Union</p></footer></html>")
    assert read(page, name="page.html", site_footer=["footer"]).furniture
    assert not read(page, name="page.html").furniture


def test_a_report_can_be_written_in_every_format() -> None:
    report = check(PAGE, name="page.html")
    assert json.loads(render(report, "json"))["tool"]["version"] == publicity_check.__version__
    assert json.loads(render(report, "json"))["publications"][0]["facts"]["amounts"]
    assert "Total budget of the project" in render(report, "html")
    assert render(report) == render(report, "text") != render(report, options=ReportOptions(language="lv"))
    with pytest.raises(
        PublicityCheckError, match='there is no format "pdf": choose from text, concise, statistics, files, json'
    ):
        render(report, "pdf")


def test_what_was_not_read_stands_in_the_report(folder: Path) -> None:
    (folder / "draft.odt").write_bytes(b"text")
    (folder / "page.html").write_bytes(latvian())
    report = publicity_check.check(folder)
    assert [(type(s), Path(s.path).name, s.code) for s in report.skipped] == [
        (publicity_check.Skipped, "draft.odt", "skipped-format")
    ]
    (folder / "page.html").write_bytes(b"<footer>{{ .Site.Params.number }}</footer>")
    template = publicity_check.check(folder / "page.html")
    assert (template.publications, template.exit_code) == ((), 2)
    assert publicity_check.check(folder / "page.html", allow_empty=True).exit_code == 0
    assert publicity_check.check(b"<p>{{ number }}</p>", name="a.html").publications, "what is handed over is checked"


@pytest.mark.parametrize("ready", [False, True], ids=["bytes", "read before"])
def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch, ready: bool) -> None:
    evaluate = run_module.evaluate

    def slow(publication, *arguments):  # type: ignore[no-untyped-def]
        while publication.name == "slow.html":
            sum(range(1000))
        return evaluate(publication, *arguments)

    monkeypatch.setattr(run_module, "evaluate", slow)
    source = read(latvian(), name="slow.html") if ready else latvian()
    (found,) = check(source, name=None if ready else "slow.html", timeout=0.2).publications
    assert found.outcome is Outcome.ERROR
    assert "given up after 0.2 s" in (found.error or "")
    assert check(latvian(), name="page.html", timeout=0).publications[0].outcome is Outcome.PASSED
