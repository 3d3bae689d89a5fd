"""Takes the pictures of the HTML report that the documentation shows, from ``examples/``, in Chromium without a window.

Run by ``make screenshots``, which needs what ``make browser`` installs; run it again when the report looks different.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 960
"""Width of the window in CSS pixels: what a column of the site shows without making letters too small."""
MARGIN = 9
"""Pixels left free around what is shown."""


class Picture(NamedTuple):
    """One picture: which publications, the report's language, and the first and last element that are shown."""

    name: str
    publications: tuple[str, ...]
    language: str
    first: str
    last: str


DRAFT = ("draft-with-defects.docx",)
ALL = ("draft-with-defects.docx", "in-order.docx", "in-order.html", "page-with-defects.html")
PICTURES_SHOWN = (
    Picture("report", DRAFT, "en", "header", ".card.bad >> nth=1"),
    Picture("figures", DRAFT, "en", "h3:has-text('Does not agree')", ".card.bad >> nth=3"),
    Picture("text", DRAFT, "en", ".piece.told >> nth=0", ".piece.told >> nth=1"),
    Picture("latvian", DRAFT, "lv", "header", ".card.bad >> nth=0"),
    Picture("several", ALL, "en", "header", "#across .card >> nth=0"),
)


def main() -> None:
    """Write every picture anew."""
    PICTURES.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 800}, color_scheme="light")
        for picture in PICTURES_SHOWN:
            report = Path(folder) / "report.html"
            _check(picture, report)
            page.goto(report.as_uri())
            _take(page, picture)
        browser.close()


def _check(picture: Picture, report: Path) -> None:
    """Write the HTML report of a picture, as the command line does; status 1 is right: the defects are meant."""
    arguments = ["--isolated", "--no-cache", "--lang", picture.language, "--output", f"html={report}"]
    command = [sys.executable, "-m", "publicity_check", "check", *arguments, *picture.publications]
    if subprocess.run(command, cwd=EXAMPLES, check=False).returncode > 1:  # noqa: S603 - our own program
        raise SystemExit(f"{picture.name}: the examples cannot be checked")


def _take(page: Page, picture: Picture) -> None:
    """Save the part of the page from the first to the last element shown."""
    first, last = (page.locator(found).first.bounding_box() for found in (picture.first, picture.last))
    if first is None or last is None:
        raise SystemExit(f"{picture.name}: what it should show is not in the report")
    top = max(0, first["y"] - MARGIN)
    clip = {"x": 0, "y": top, "width": WIDTH, "height": last["y"] + last["height"] + MARGIN - top}
    page.screenshot(path=PICTURES / f"{picture.name}.png", full_page=True, clip=clip)


if __name__ == "__main__":
    main()
