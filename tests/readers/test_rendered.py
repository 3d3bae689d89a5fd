"""Pages as a browser draws them: what scripts write, and what pixels tell; skipped where there is no browser."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.pictures.draw import Flag, flag

from command_line import run
from publicity_check.publication import Publication
from publicity_check.readers.html.browser import Browser, read_drawn
from publicity_check.readers.nearby import Nearby

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MARK = "Co-funded by the European Union"


def test_without_playwright_it_is_said_what_is_needed(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    (tmp_path / "page.html").write_text("<p>We planted trees.")
    status, _, error = run(capsys, "check", "--rendered", str(tmp_path / "page.html"))
    assert status == 2
    assert "pip install publicity-check[rendered]" in error


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    started = Browser()
    yield started
    started.close()


def drawn(browser: Browser, folder: Path, source: str) -> Publication:
    path = folder / "page.html"
    return read_drawn(browser, source.encode(), str(path), (), Nearby(path, (folder,)))


PAGES = {
    f"<p>{MARK}</p>": True,
    f"<div id=a></div><script>document.getElementById('a').textContent='{MARK}'</script>": True,
    f"<p id=a>{MARK}</p><script>document.getElementById('a').remove()</script>": False,
    f"<style>p{{position:absolute;left:-5000px}}</style><p>{MARK}</p>": False,
    f"<p style='filter:brightness(0) invert(1)'>{MARK}</p>": False,
    f"<p>{MARK}</p><div style='position:absolute;inset:0;background:#fff'></div>": False,
    f"<div style='height:20px;overflow:hidden'><div style='height:90px'></div><p>{MARK}</p></div>": False,
    f"<p style='font-size:1px'>{MARK}</p>": False,
    f"<details><summary>More</summary><p>{MARK}</p></details>": False,
    f"<details open><summary>More</summary><p>{MARK}</p></details>": True,
    f"<style>p::after{{content:'{MARK}'}}</style><p>We planted trees. </p>": True,
    f"<div style='height:3000px'></div><p>{MARK}</p>": True,
    f"<p class=z>{MARK}</p><style>.z{{display:none}}</style><script>document.querySelector('.z').style.display='block'"
    "</script>": True,
    f"<template><p>{MARK}</p></template><noscript>{MARK}</noscript>": False,
}


@pytest.mark.slow
@pytest.mark.parametrize("body", PAGES)
def test_what_is_drawn_is_seen(browser, tmp_path, body):
    found = drawn(browser, tmp_path, f"<!DOCTYPE html><html lang=en><body><h1>Trees</h1>{body}")
    assert any(MARK in block.text for block in found.visible_blocks()) == PAGES[body]


@pytest.mark.slow
def test_pictures_are_as_large_as_they_are_drawn_and_unseen_where_they_are_not(browser, tmp_path):
    flag(Flag(), 200).convert("RGB").save(tmp_path / "e.png")
    styles = ("width:90px;height:60px", "position:absolute;left:-999px", "opacity:0", "max-width:60px;height:auto")
    body = "".join(f"<p><img src='/e.png' style='{style}'></p>" for style in styles)
    found = drawn(browser, tmp_path, f"<!DOCTYPE html><html lang=en><body>{body}")
    assert [(i.visible, i.visible and (i.width, i.height)) for i in found.images] == [
        (True, (90, 60)),
        (False, False),
        (False, False),
        (True, (60, 40)),
    ]


@pytest.mark.slow
def test_the_browser_reaches_no_file_elsewhere_and_no_network(browser, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.js").write_text(f"document.body.textContent='{MARK}'")
    for address in ("../secret.js", "/../secret.js", f"file://{tmp_path}/secret.js", "https://example.org/x.js"):
        path = tmp_path / "in" / "page.html"
        source = f'<!DOCTYPE html><html lang="en"><body><p>We planted trees.</p><script src="{address}"></script>'
        found = read_drawn(browser, source.encode(), str(path), (), Nearby(path, (tmp_path / "in",)))
        assert [block.text for block in found.visible_blocks()] == ["We planted trees."]


@pytest.mark.slow
def test_places_have_no_lines_and_the_digest_is_that_of_the_file(browser, tmp_path):
    source = "<!DOCTYPE html><html lang=en><body><p>We planted trees."
    found = drawn(browser, tmp_path, source)
    place = found.locate(0, 0)
    assert (place.line, place.path) == (None, "html > body > p")
    assert len(found.sha256) == 64
