"""The HTML report in a real browser; skipped where there is none.

It needs ``apt-get install chromium`` and ``pip install playwright``; the accessibility test needs axe-core as well,
by ``npm install --no-save axe-core`` in the project's folder.
"""

import shutil
from pathlib import Path

import pytest

from publicity_check.reports import ReportOptions, render
from publicity_check.results import Outcome
from report_samples import DISCLAIMER, defective, in_order, report, result, results, unfunded, unreadable

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    across = (result("budget", Outcome.NEEDS_REVIEW, evidence=results()[7].evidence),)
    made = report(defective(), in_order(), unfunded(), unreadable(), across=across)
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(render("html", made, ReportOptions(tool_version="1.2.3")), encoding="utf-8")
    return file.as_uri()


def opened(browser, address, **context):
    page = browser.new_context(**context).new_page()
    page.set_default_timeout(30_000)
    page.trouble = []
    page.on("console", lambda message: page.trouble.append(message.text))
    page.on("pageerror", lambda error: page.trouble.append(str(error)))
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(address)
    return page


def test_the_page_opens_without_errors_and_asks_for_nothing_else(browser, address):
    page = opened(browser, address)
    assert page.trouble == []
    assert page.asked == [address]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_out_of_the_screen(browser, address, width):
    page = opened(browser, address, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_copy_button_copies_the_wording(browser, address):
    page = opened(browser, address, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy: Disclaimer").first.click()
    page.get_by_text("Copied.").first.wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == DISCLAIMER


def test_where_copying_is_refused_the_wording_is_selected(browser, address):
    page = browser.new_context().new_page()
    page.set_default_timeout(30_000)
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false;"
    )
    page.goto(address)
    page.get_by_role("button", name="Copy: Disclaimer").first.press("Enter")
    page.get_by_text("Selected: press Ctrl+C").first.wait_for()
    assert page.evaluate("getSelection().toString()") == DISCLAIMER


def test_a_link_leads_to_the_marked_place_in_the_text(browser, address):
    page = opened(browser, address)
    card = page.locator("article.card", has=page.get_by_role("heading", name="Budget figures")).nth(1)
    card.locator(".places a").first.click()
    mark = page.locator("span.place:target + mark")
    assert mark.inner_text() == "150 187,64 EUR"
    assert mark.evaluate("e => e.getBoundingClientRect().top < innerHeight && e.getBoundingClientRect().top >= 0")


def test_a_link_to_something_folded_away_unfolds_it(browser, address):
    page = opened(browser, address)
    note = page.locator(".note.fine a").first
    target = note.get_attribute("href")
    assert not page.locator(target).is_visible()
    note.click()
    page.locator(target).wait_for(state="visible")


def test_printing_shows_what_was_folded_and_no_buttons(browser, address):
    page = opened(browser, address)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert not page.locator("button.copy").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 0


def test_everything_can_be_reached_by_keyboard(browser, address):
    page = opened(browser, address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser, address, scheme, width):
    page = opened(browser, address, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []
