"""What is found and not read is told in every format, and a run that looked at nothing is never in order."""

import codecs
import json
import os
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from command_line import run
from pages import latvian
from publicity_check.readers import collect

FORMATS = ("text", "json", "html", "sarif", "junit", "github")
UNREAD = ("draft.odt", "old.doc", "press.pdf", "a.rtf", "mail.eml", "a.md", "talk.pptx", "page.jsp", "page.php")
PLAIN = b"<html lang=en><p>Opening hours: nine to five.</p></html>"


@pytest.fixture
def site(folder: Path) -> Path:
    (folder / "site").mkdir()
    (folder / "site" / "good.html").write_bytes(latvian())
    return folder / "site"


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    status, out, err = run(capsys, "check", "--format", "json", *arguments)
    assert "Traceback" not in err
    return status, json.loads(out)


def left_aside(report: dict[str, Any]) -> dict[str, str]:
    return {Path(s["path"]).name: s["code"] for s in report["skipped"]}


def test_files_that_look_like_publications_are_listed_with_the_reason(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    for name in UNREAD:
        (site / name).write_bytes(b"text")
    (site / "page").write_bytes(b"<!-- made by hand --><!DOCTYPE html><p>Text.</p>")
    for name in ("style.css", "logo.png", "LICENSE", "~$draft.docx"):
        (site / name).write_bytes(b"text")
    status, report = checked(capsys, "site")
    assert status == 0
    assert left_aside(report) == {**dict.fromkeys(UNREAD, "skipped-format"), "page": "skipped-no-ending"}
    assert report["summary"]["skipped"] == len(UNREAD) + 1
    assert ".odt" in report["skipped"][[s["path"] for s in report["skipped"]].index("site/draft.odt")]["message"]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("several", [False, True])
def test_every_format_tells_what_was_not_read(
    capsys: pytest.CaptureFixture[str], site: Path, format_: str, several: bool
) -> None:
    (site / "draft.odt").write_bytes(b"text")
    if several:
        (site / "other.html").write_bytes(PLAIN)
    status, out, _ = run(capsys, "check", "--format", format_, "site")
    assert status == 0
    assert "draft.odt" in out
    assert ".odt are not read" in out.replace("\n", " ") or "Files that end in .odt" in out


def test_the_summary_counts_what_was_not_read_even_when_quiet(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    for number in range(9):
        (site / f"{number}.pdf").write_bytes(b"%PDF-")
    assert "9 files and folders were found and not read." in run(capsys, "check", "-q", "site")[1]
    out = run(capsys, "check", "site")[1]
    assert "and 4 more" in out
    assert "8.pdf" not in out
    assert "8.pdf" in run(capsys, "check", "-v", "site")[1]


def test_what_is_not_read_fails_no_suite(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    (site / "draft.odt").write_bytes(b"text")
    root = ElementTree.fromstring(run(capsys, "check", "--format", "junit", "site")[1])  # noqa: S314  our own
    (case,) = [c for c in root.iter("testcase") if c.get("classname") == "site/draft.odt"]
    assert case.find("skipped") is not None
    assert root.get("failures") == root.get("errors") == "0"
    (log,) = json.loads(run(capsys, "check", "--format", "sarif", "site")[1])["runs"]
    assert log["invocations"][0]["executionSuccessful"] is True


TEMPLATES = {
    "hugo": b"<footer>{{ .Site.Params.number }} with the financial assistance of the European Union.</footer>",
    "jinja": b"{% extends 'base.html' %}<p>Co-funded by the European Union</p>",
    "includes": b'<html><body><p>News</p><!--#include virtual="/footer.html" --></body></html>',
    "mustache": b"<p>{{> funding}}</p>",
    "erb": b"<p><%= @project.number %> Co-funded by the European Union</p>",
    "php": b"<?php include 'head.php' ?><p>Co-funded by the European Union</p>",
    "whole": b"<!DOCTYPE html><html><head><title>{{ page.title }}</title></head><p>{{ content }}</p></html>",
    "language": b'<html lang="{{ .Site.Language }}"><p>{{ block "main" . }}</p></html>',
}


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
@pytest.mark.parametrize("path", ["site", "site/part.html"])
def test_a_template_is_no_page_in_a_folder_or_named(
    capsys: pytest.CaptureFixture[str], site: Path, template: bytes, path: str
) -> None:
    (site / "part.html").write_bytes(template)
    status, report = checked(capsys, "--allow-empty", path)
    assert (status, left_aside(report)) == (0, {"part.html": "skipped-template"})


@pytest.mark.parametrize(
    "page",
    [
        b"<html><title>Jinja</title><p>Write {{ name }} or {% if %} in the page.</p></html>",
        b"<!DOCTYPE html><title>Jinja</title><p>Write {{ name }}.</p>",
        b"<p>Co-funded by {name} and {{}.</p>",
        b'<?xml version="1.0"?><p>{ 50 % }</p>',
    ],
)
def test_a_page_that_speaks_of_templates_is_checked(
    capsys: pytest.CaptureFixture[str], site: Path, page: bytes
) -> None:
    (site / "page.html").write_bytes(page)
    assert checked(capsys, "site/page.html")[1]["skipped"] == []


def test_data_that_a_framework_keeps_beside_its_pages_are_no_publications(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    payload = {
        "index.txt": b'1:"$Sreact.fragment"\n2:I[339756,["/_next/a.js"],"default"]\n0:{"P":null}',
        "__next._tree.txt": b':HL["/_next/static/a.css","style"]\n0:{"tree":{}}',
        "__next._full.txt": b'0:{"P":null,"b":"x","c":["",""]}',
        "robots.txt": b"User-agent: *",
        "llms.txt": b"# A site",
    }
    for name, data in payload.items():
        (site / name).write_bytes(data)
    (site / "note.txt").write_bytes(b"1: the project ended. Co-funded by the European Union")
    status, report = checked(capsys, "site/good.html", "site")
    assert left_aside(report) == dict.fromkeys(payload, "skipped-data")
    assert [p["path"] for p in report["publications"]] == ["site/good.html", "site/note.txt"]
    assert status != 2


def test_an_empty_page_in_a_folder_is_told_and_a_named_one_is_an_error(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    (site / "stub.html").write_bytes(codecs.BOM_UTF8 + b"\r\n ")
    status, report = checked(capsys, "site")
    assert (status, left_aside(report)) == (0, {"stub.html": "skipped-empty"})
    assert checked(capsys, "site/stub.html")[0] == 2


def test_links_and_hidden_folders_are_told_and_not_followed(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    (site.parent / "elsewhere").mkdir()
    (site / "linked").symlink_to(site.parent / "elsewhere")
    for name in (".old", ".git", "node_modules"):
        (site / name / "a").mkdir(parents=True)
        (site / name / "a" / "page.html").write_bytes(PLAIN)
    (site / ".cache").mkdir()
    (site / ".draft.html").write_bytes(PLAIN)
    status, report = checked(capsys, "site")
    assert status == 0
    assert left_aside(report) == {"linked": "skipped-link", ".old": "skipped-hidden", ".draft.html": "skipped-hidden"}


def test_a_folder_that_may_not_be_read_is_an_error(
    capsys: pytest.CaptureFixture[str], site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "closed").mkdir()
    walk = os.walk

    def forbidding(top: Path, onerror: Any = None, **more: Any) -> Any:
        yield from walk(top, onerror=onerror, **more)
        if onerror is not None:
            onerror(PermissionError(13, "Permission denied", str(site / "closed")))

    monkeypatch.setattr(collect.os, "walk", forbidding)
    status, report = checked(capsys, str(site))
    assert status == 2
    (closed,) = [p for p in report["publications"] if p["outcome"] == "error"]
    assert "no permission" in closed["error"]
    (site.parent / "publicity-check.toml").write_text('exclude = ["closed/"]', encoding="utf-8")
    assert checked(capsys, str(site))[0] == 0


TEXT = "<p>Projekta Nr. LLI-422. Līdzfinansē Eiropas Savienība. Der Bürgermeister eröffnete den Park. </p>" * 3


@pytest.mark.parametrize("encoding", ["cp500", "cp037", "cp1140"])
@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_text_that_cannot_be_read_is_an_error(
    capsys: pytest.CaptureFixture[str], site: Path, encoding: str, name: str
) -> None:
    (site / name).write_bytes(TEXT.encode(encoding, "replace"))
    status, report = checked(capsys, "site")
    assert status == 2
    assert "encoding" in next(p["error"] for p in report["publications"] if p["path"] == f"site/{name}")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-16", "utf-16-le", "utf-32", "utf-32-le", "utf-32-be", "cp1257", "cp1251", "koi8-r", "cp1253"],
)
def test_text_in_any_usual_encoding_is_read(capsys: pytest.CaptureFixture[str], site: Path, encoding: str) -> None:
    text = "<p>Общината отчита проекта си.</p>" * 9 if encoding in ("cp1251", "koi8-r") else TEXT
    (site / "page.html").write_bytes(text.encode(encoding, "replace"))
    status, report = checked(capsys, "site/page.html")
    assert status != 2
    assert (report["publications"][0]["outcome"] != "inapplicable") == ("LLI-422" in text)


@pytest.mark.parametrize("setting", ['include = ["nothing/**"]', 'exclude = ["**"]'])
@pytest.mark.parametrize("format_", FORMATS)
def test_a_run_that_checked_nothing_is_an_error(
    capsys: pytest.CaptureFixture[str], site: Path, setting: str, format_: str
) -> None:
    (site.parent / "publicity-check.toml").write_text(setting, encoding="utf-8")
    status, out, _ = run(capsys, "check", "--format", format_, "site")
    assert status == 2
    assert "No publication was checked" in out
    assert run(capsys, "check", "--allow-empty", "site")[0] == 0


def test_pages_that_hold_no_text_are_no_check_either(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    shell = b'<html><div id="root"></div><script src="app.js"></script></html>'
    (site / "shell.html").write_bytes(shell)
    assert run(capsys, "check", "site/shell.html")[0] == 2
    assert run(capsys, "check", "--allow-empty", "site/shell.html")[0] == 0
    assert run(capsys, "check", "site")[0] == 0


def test_what_is_excluded_is_not_checked_when_it_is_named_either(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    (site / "drafts").mkdir()
    (site / "drafts" / "d.html").write_bytes(latvian(disclaimer=""))
    (site.parent / "publicity-check.toml").write_text('exclude = ["drafts/"]', encoding="utf-8")
    status, report = checked(capsys, "site/good.html", "site/drafts/d.html")
    assert (status, left_aside(report)) == (0, {"d.html": "skipped-excluded"})


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_each_path_is_judged_by_the_configuration_above_it(
    capsys: pytest.CaptureFixture[str], folder: Path, order: tuple[str, str]
) -> None:
    for name in ("a", "b"):
        (folder / name / "drafts").mkdir(parents=True)
        (folder / name / "good.html").write_bytes(latvian())
        (folder / name / "drafts" / "bad.html").write_bytes(latvian(disclaimer=""))
    (folder / "b" / "publicity-check.toml").write_text('exclude = ["drafts/"]', encoding="utf-8")
    status, report = checked(capsys, *order)
    assert status == 1
    assert [p["path"] for p in report["publications"]] == ["a/drafts/bad.html", "a/good.html", "b/good.html"]


def test_standard_input_stands_alone(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    status, _, err = run(capsys, "check", "-", str(site))
    assert status == 2
    assert "stands alone" in err


def test_a_baseline_without_configuration_holds_from_any_folder(
    capsys: pytest.CaptureFixture[str],
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    (site / "bad.html").write_bytes(latvian(disclaimer=""))
    known = str(site.parent / "known.json")
    assert run(capsys, "baseline", "--file", known, "site")[0] == 0
    link = tmp_path_factory.mktemp("links") / "link"
    link.symlink_to(site.parent)
    for here, path in (
        (site.parent, "site"),
        (site, "."),
        (site, "bad.html"),
        (site, str(site)),
        (site / "..", str(link / "site" / "bad.html")),
    ):
        monkeypatch.chdir(here)
        assert run(capsys, "check", "--baseline", known, path)[0] == 0, path
    (site / "bad.html").write_bytes(latvian())
    assert "baseline-stale" in run(capsys, "check", "--baseline", known, "--format", "json", str(site))[1]


def test_facts_tells_what_was_not_read(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    (site / "draft.odt").write_bytes(b"text")
    status, _, err = run(capsys, "facts", "site")
    assert status == 0
    assert "draft.odt: Files that end in .odt are not read." in err


@pytest.mark.parametrize("ending", ["xhtm", "xht", "shtml", "shtm"])
def test_pages_of_rarer_endings_are_read(capsys: pytest.CaptureFixture[str], site: Path, ending: str) -> None:
    (site / f"page.{ending}").write_bytes(latvian())
    status, report = checked(capsys, "site")
    assert (status, left_aside(report)) == (0, {})
    assert {Path(p["path"]).name for p in report["publications"]} == {"good.html", f"page.{ending}"}
