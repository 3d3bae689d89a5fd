"""What a reader sees of a page is what a browser draws; the table tells, measured by ``make visibility``."""

import time
from pathlib import Path

import msgspec
import pytest
from benchmarks.visibility.__main__ import TABLE, said
from benchmarks.visibility.cases import Case, cases
from hypothesis import given
from hypothesis import strategies as st

from command_line import run
from pages import DISCLAIMER, latvian
from publicity_check import check, read
from publicity_check.publication import Region
from publicity_check.readers.html.style.declarations import declarations
from publicity_check.readers.html.style.media import on_screen
from publicity_check.readers.html.style.selectors import selectors
from publicity_check.readers.html.style.sheet import read_sheet
from publicity_check.readers.html.style.values import pixels

KNOWN = msgspec.json.decode(TABLE.read_bytes(), type=list[Case])
KINDS = ("style", "span", "rule", "body", "head")


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_browser_draws_is_seen_and_nothing_else(kind: str) -> None:
    mine = [case for case in KNOWN if case.name.startswith(kind)]
    assert [(case.name, case.seen) for case in mine if said(case) is not case.seen] == []


def test_the_table_holds_every_case_as_it_is_drawn_now() -> None:
    assert [(case.name, case.page) for case in KNOWN] == [(case.name, case.page) for case in cases()]
    assert sum(case.seen is False for case in KNOWN) >= 200
    assert sum(case.seen is True for case in KNOWN) >= 100


def region_of(source: str, text: str = "LLI", **files: str) -> Region:
    return next(block.region for block in read(source.encode(), name="page.html").blocks if text in block.text)


@pytest.mark.parametrize(
    "source",
    [
        "<p><del>LLI</del>",
        "<p><s>LLI</s>",
        "<p><strike>LLI</strike>",
        "<p style='text-decoration:line-through'>LLI",
        "<p style='text-decoration: line-through red'><b>LLI</b>",
        "<style>.z{text-decoration:line-through}</style><p class=z>LLI",
    ],
)
def test_what_is_struck_through_is_deleted(source: str) -> None:
    assert region_of(source) is Region.DELETED


@pytest.mark.parametrize(
    ("source", "quoted"),
    [
        ("<pre><code>LLI</code></pre>", True),
        ("<p><code>LLI</code>", True),
        ("<p><samp>LLI</samp>", True),
        ("<p>&lt;p&gt;LLI&lt;/p&gt;", True),
        ("<textarea>LLI</textarea>", True),
        ("<select><option>LLI</option></select>", True),
        ("<input type=submit value=LLI>", True),
        ("<xmp>LLI</xmp>", True),
        ("<pre>LLI</pre>", False),
        ("<p>Number <code>LLI</code>", False),
        ("<p>5 &lt; 6 and LLI", False),
        ("<p>&lt;LLI&gt;", False),
        ("<button>LLI</button>", False),
    ],
)
def test_source_text_and_what_stands_in_a_field_is_quoted(source: str, quoted: bool) -> None:
    block = next(b for b in read(source.encode(), name="page.html").blocks if "LLI" in b.text)
    assert (block.quoted, block.region.visible) == (quoted, True)


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("<img src=a.png>", True),
        ("<img src=a.png width=1 height=1>", False),
        ("<img src=a.png style='width:2px'>", False),
        ("<img src=a.png style='opacity:0'>", False),
        ("<p style='color:#fff'><img src=a.png>", True),
        ("<p style='font-size:0'><img src=a.png>", True),
        ("<style>img{display:none}</style><img src=a.png>", False),
        ("<style>.f img{visibility:hidden}</style><div class=f><img src=a.png></div>", False),
        ("<div style='position:absolute;left:-9999px'><img src=a.png></div>", False),
        ("<details><summary>s</summary><img src=a.png></details>", False),
        ("<p style='text-indent:-9999px;background:url(a.png)'>x", True),
    ],
)
def test_a_picture_is_seen_where_it_is_drawn(source: str, seen: bool) -> None:
    assert read(source.encode(), name="page.html").images[0].visible is seen


SCRIPT = "<script src=a.js></script>"


@pytest.mark.parametrize(
    ("head", "attributes", "seen"),
    [
        ("<style>.z{opacity:0;transition:opacity 1s}</style>", "class=z", True),
        ("<style>.z{visibility:hidden;transition:all .3s}</style>", "class=z", True),
        ("<style>.z{opacity:0;transition:none}</style>", "class=z", False),
        ("<style>.z{opacity:0}</style>", "class=z", False),
        ("<style>.z{opacity:0}</style><b class=z>a</b><b class=z>b</b>", "class=z", True),
        ("<style>.z{display:none;transition:all 1s}</style>", "class=z", False),
        ("<style>[data-aos]{opacity:0}</style>", "data-aos=fade-up", True),
        ("<style>.elementor-invisible{visibility:hidden}</style>", "class='w elementor-invisible'", True),
        ("<style>.no-js .z{display:none}</style>", "class=z", True),
        ("<style>body{opacity:0}</style>", "", True),
        ("<style>html{display:none}</style>", "", True),
        ("<style>.z{color:#fff}</style>", "class=z", True),
        ("<style>.z{color:#fff;background:#fff}</style>", "class=z", False),
        ("", "style='color:#fff'", False),
    ],
)
def test_what_a_script_is_there_to_show_is_taken_for_seen(head: str, attributes: str, seen: bool) -> None:
    source = f"<html class=no-js><head>{SCRIPT}</head>{head}<p {attributes}>LLI</p>"
    assert region_of(source).visible is seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("<p style='color:#fff'>LLI", True),
        ("<div style='background:#fff'><p style='color:#fff'>LLI", True),
        ("<p style='color:#fff;background:#fff'>LLI", False),
        ("<p style='opacity:0'>LLI", False),
        ("<p class=d-none>LLI", False),
    ],
)
def test_colours_are_not_judged_where_a_sheet_is_not_at_hand(source: str, seen: bool) -> None:
    assert region_of("<link rel=stylesheet href=gone.css>" + source).visible is seen


@pytest.mark.parametrize(
    ("css", "seen"),
    [
        ("", False),
        (".d-none{display:none}", False),
        (".d-none{color:red}", False),
        (".d-none{display:none}p{display:block!important}", True),
    ],
)
def test_a_name_by_which_frameworks_hide_is_believed_where_no_sheet_says_otherwise(css: str, seen: bool) -> None:
    assert region_of(f"<style>{css}</style><p class=d-none>LLI").visible is seen


@pytest.mark.parametrize("css", [".z{display:none}", "p + .z{opacity:0}", "main>.z{position:absolute;left:-9999px}"])
def test_a_disclaimer_that_a_linked_sheet_hides_does_not_fulfil_the_duty(folder: Path, css: str) -> None:
    page = latvian(head='<link rel="stylesheet" href="/css/site.css?v=2">')
    page = page.replace(DISCLAIMER.encode(), f"</p><p class=z>{DISCLAIMER}".encode())
    (folder / "news").mkdir()
    (folder / "css").mkdir()
    (folder / "news/a.html").write_bytes(page)
    found = {}
    for sheet in ("p{color:#222}", css):
        (folder / "css/site.css").write_text(sheet, encoding="utf-8")
        (report,) = check(folder).publications
        found[sheet] = next((r.outcome, r.code) for r in report.results if r.check == "disclaimer")
        assert report.not_read == ()
    assert [found["p{color:#222}"][0], found[css][1]] == ["passed", "statement-only-hidden"]


def test_a_report_says_once_which_sheets_are_not_at_hand(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    links = "".join(f'<link rel=stylesheet href="css/{n}.css">' for n in range(5))
    fonts = '<link rel=stylesheet href="https://fonts.example/css2?family=Lato">'
    (folder / "page.html").write_bytes(latvian(head=links + fonts))
    (folder / "other.html").write_bytes(f"<html lang=en><head>{links}</head><p>Opening hours.</p>".encode())
    status, out, _ = run(capsys, "check", "--verbose", "page.html", "other.html")
    assert (status, " ".join(out.split()).count("css/0.css, css/1.css, css/2.css and 2 more")) == (0, 1)


def test_a_remembered_verdict_is_forgotten_when_a_sheet_changes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(12):
        (folder / f"{number:02}.html").write_bytes(latvian(head="<link rel=stylesheet href=a.css>"))
    verdicts = []
    for sheet in ("p{color:red}", "body>*{display:none}", None):
        if sheet is None:
            (folder / "a.css").unlink()
        else:
            (folder / "a.css").write_text(sheet, encoding="utf-8")
        verdicts.append([run(capsys, "check", "--format", "json", ".") for _ in range(2)])
    assert all(first == again for first, again in verdicts)
    assert len({first for first, _ in verdicts}) == 3


@pytest.mark.parametrize(
    ("value", "em", "size"),
    [
        ("10px", 16, 10),
        ("1.5em", 10, 15),
        ("-2rem", 10, -32),
        ("1in", 16, 96),
        ("calc(1px + 2px * 3)", 16, 7),
        ("calc((1px + 2px) * 3)", 16, 9),
        ("calc(10px / 4)", 16, 2.5),
        ("calc(10px -2px)", 16, 8),
        ("min(3px, 2px, 9px)", 16, 2),
        ("clamp(1px, 10px, 5px)", 16, 5),
        ("calc(1px / 0)", 16, None),
        ("calc(1px", 16, None),
        ("calc()", 16, None),
        ("auto", 16, None),
        ("1e400px", 16, None),
        ("calc(1e400px)", 16, None),
    ],
)
def test_lengths_are_worked_out(value: str, em: float, size: float | None) -> None:
    assert pixels(value, em) == size


PIECES = [*"{};:()'\"\\/*@.#a z0-!,[]&<>+~\n", "display", "none", "var(", "--x", "@media ", ":not(", "calc(", "url("]
CSS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(CSS)
def test_no_text_breaks_what_reads_sheets(text: str) -> None:
    read_sheet(text)
    declarations(text)
    selectors(text)
    on_screen(text)


@pytest.mark.parametrize(
    "css",
    [
        "{" * 20_000,
        ".z{" * 20_000,
        "@media screen{" * 20_000 + ".z{display:none}",
        "(" * 50_000,
        ".z{display:none;" * 20_000,
        ".a" * 50_000 + "{display:none}",
        ":is(" * 5_000 + "{display:none}",
        ".z{--a:var(--a)var(--a);--b:var(--a);display:var(--b)}",
        "".join(f".z{{--a{n}:var(--a{n + 1})var(--a{n + 1})}}" for n in range(40)) + ".z{display:var(--a0)}",
        ".z{width:calc(" + "(" * 5_000 + "1px",
        "".join(f".c{n} .d{n}{{display:none}}" for n in range(20_000)),
        "/*" * 50_000,
        '"' * 50_001,
        ".z{background:url(" + "a" * 100_000,
    ],
)
def test_reading_a_sheet_takes_time_in_step_with_its_length(css: str) -> None:
    body = "".join(f'<p class="z c{n} d{n}">text</p>' for n in range(200))
    start = time.process_time()
    read(f"<style>{css}</style>{body}".encode(), name="page.html")
    assert time.process_time() - start < 4


def test_a_sheet_of_a_framework_costs_a_page_little_once_it_is_known(tmp_path: Path) -> None:
    rules = "".join(
        f".c{n}{{color:#fff;background-color:var(--c{n})}}.d{n}:not(.show){{display:none}}.e{n}>.x{{opacity:0}}"
        for n in range(1_000)
    )
    (tmp_path / "a.css").write_text(rules, encoding="utf-8")
    body = "".join(f"<div class='c{n % 9} k'><p class=x>text {n}</p></div>" for n in range(300))
    page = tmp_path / "a.html"
    page.write_text(f"<link rel=stylesheet href=a.css>{body}", encoding="utf-8")
    read(page)
    start = time.process_time()
    for _ in range(10):
        read(page)
    assert time.process_time() - start < 1.5
