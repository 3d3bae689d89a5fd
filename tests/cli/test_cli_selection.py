"""Which files a run looks at, what it shows of them, and how it ends: the options for a web team's CI."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from command_line import run as call

FUNDED = "<html lang='en'><h1>Bridge</h1><p>The project is co-funded by the EU.</p></html>"
SILENT = "<html lang='en'><p>We planted trees.</p></html>"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a.html", "drafts/b.html", "news/c.html"):
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(FUNDED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: Done(*call(capsys, *arguments))


def looked_at(run: Run, *arguments: str) -> set[str]:
    done = run("check", "--format", "json", *arguments)
    return {Path(p["path"]).as_posix() for p in json.loads(done.stdout)["publications"]}


def test_exclude_and_include_hold_for_one_run(run: Run, site: Path) -> None:
    assert looked_at(run, "--exclude", "drafts/", "site") == {"site/a.html", "site/news/c.html"}
    assert looked_at(run, "--include", "news/", "site") == {"site/news/c.html"}


def test_paths_come_from_a_list(run: Run, site: Path) -> None:
    (site / "list").write_bytes(b"site/a.html\n\nsite/news/c.html\n")
    assert looked_at(run, "--files-from", "list") == {"site/a.html", "site/news/c.html"}
    (site / "list").write_bytes(b"site/a.html\0site/drafts/b.html\0")
    assert looked_at(run, "--files-from", "list") == {"site/a.html", "site/drafts/b.html"}


def test_an_empty_list_is_wrong_use_unless_it_may_be_empty(run: Run, site: Path) -> None:
    (site / "list").write_text("")
    assert run("check", "--files-from", "list").returncode == 2
    assert run("check", "--files-from", "list", "--allow-empty").returncode == 0


def test_what_git_ignores_is_left_out_of_folders_and_told(run: Run, site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".gitignore").write_text("drafts/\n")
    assert looked_at(run, "site") == {"site/a.html", "site/news/c.html"}
    assert looked_at(run, "--no-gitignore", "site") == {"site/a.html", "site/drafts/b.html", "site/news/c.html"}
    skipped = json.loads(run("check", "--format", "json", "site").stdout)["skipped"]
    assert [s["path"] for s in skipped] == ["site/drafts/b.html"]


def test_a_folder_given_by_name_is_looked_into_even_if_git_ignores_it(run: Run, site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".gitignore").write_text("site/\n")
    (site / "site" / ".gitignore").write_text("news/\n")
    assert looked_at(run, "site") == {"site/a.html", "site/drafts/b.html"}


def test_a_file_given_by_name_is_checked_even_if_git_ignores_it(run: Run, site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".gitignore").write_text("site/\n")
    assert looked_at(run, "site/a.html") == {"site/a.html"}


def test_exit_zero_forgives_what_failed_but_not_what_could_not_be_read(run: Run, site: Path) -> None:
    assert run("check", "site/a.html").returncode == 1
    assert run("check", "--exit-zero", "site/a.html").returncode == 0
    assert run("check", "--exit-zero", "site/a.html", "none.html").returncode == 2


def test_statistics_count_each_kind_of_finding(run: Run, site: Path) -> None:
    lines = run("check", "--statistics", "site").stdout.splitlines()
    number, pages, group, code, first = lines[0].split("\t")
    assert (number, pages, group, first) == ("3", "3", "Not as prescribed", "site/a.html")
    assert code == "funding-statement/statement-union-abbreviated"


def test_show_files_tells_project_rules_and_reason(run: Run, site: Path) -> None:
    (site / "publicity-check.toml").write_text(
        "[[project]]\nnumber = 'LLI-263'\nrules = 'interreg-latvia-lithuania-2014-2020'\npaths = ['site/news/']\n"
    )
    (site / "site" / "a.html").write_text(SILENT)
    told = dict(line.split(":", 1) for line in run("check", "--show-files", "site").stdout.splitlines()[:3])
    assert "[interreg-latvia-lithuania-2014-2020]" in told["site/news/c.html"]
    assert "LLI-263" in told["site/news/c.html"]
    assert "no sign of EU funding" in told["site/a.html"]


def test_colours_are_as_asked_for(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert "\x1b[" in run("check", "--color", "always", "site").stdout
    assert "\x1b[" not in run("check", "site").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("check", "site").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check", "site").stdout
    assert "\x1b[" not in run("check", "--color", "never", "site").stdout


def test_verdicts_are_remembered_where_asked_for(run: Run, site: Path) -> None:
    for number in range(12):
        (site / "site" / f"{number}.html").write_text(FUNDED, encoding="utf-8")
    run("check", "--cache-dir", "remembered", "site")
    assert any((site / "remembered").iterdir())


def test_a_folder_for_verdicts_that_is_named_is_used_however_few_the_files(run: Run, site: Path) -> None:
    (site / "one.html").write_text(FUNDED, encoding="utf-8")
    run("check", "one.html")
    run("check", "--cache-dir", "remembered", "one.html")
    assert any((site / "remembered").iterdir())


def test_the_schema_of_the_configuration_accepts_what_the_program_reads(run: Run) -> None:
    import jsonschema

    schema = json.loads(run("config", "--schema").stdout)
    good = {"strict": True, "project": [{"number": "LLI-263", "total": "1.50"}]}
    jsonschema.validate(good, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"stric": True}, schema)


def test_the_weights_of_evidence_are_shown(run: Run, site: Path) -> None:
    page = '<html lang="en"><p>Interreg VI-A Romania-Bulgaria. Co-funded by the European Union.</p>'
    (site / "page.html").write_text(page, encoding="utf-8")
    told = run("check", "--explain-rules", "page.html").stdout
    assert "[interreg-romania-bulgaria-2021-2027]" in told
    assert "5.0  name (text): the page names the programme" in told
