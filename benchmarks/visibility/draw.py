"""Draws pages in headless Chromium and tells whether one text is seen in them."""

import io
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.visibility.cases import MARK, Case

WIDTH, HEIGHT = 1280, 800
_SEEN_FROM = 20
"""So much a pixel must differ, of 255, in one of its channels to be seen; the reader calls faint what differs less."""
_FEWEST = 40
"""Pixels that a text of twelve letters takes at least where it can be read."""
_OTHER = str.maketrans("pq", "qp")


def draw(cases: Sequence[Case]) -> Iterator[tuple[Case, int, int]]:
    """Yield each case with how many pixels the text takes, and over how many lines of pixels."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, offline=True)
        window = context.new_page()
        for case in cases:
            one, other = (_shot(window, Path(folder), case, text) for text in (MARK, MARK.translate(_OTHER)))
            yield case, *_difference(one, other)
        browser.close()


def is_seen(pixels: int, lines: int) -> bool:
    """Say whether a text that takes so many pixels on so many lines of them can be read."""
    return pixels >= _FEWEST and lines >= 3


def _shot(window: object, folder: Path, case: Case, text: str) -> bytes:
    for name, content in case.files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    file = folder / "page.html"
    file.write_text(case.page.replace(MARK, text), encoding="utf-8")
    window.goto(file.as_uri())  # type: ignore[attr-defined]
    window.wait_for_timeout(30)  # type: ignore[attr-defined]
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT}
    shot: bytes = window.screenshot(clip=clip)  # type: ignore[attr-defined]
    return shot


def _difference(one: bytes, other: bytes) -> tuple[int, int]:
    from PIL import Image, ImageChops

    first, second = (Image.open(io.BytesIO(data)).convert("RGB") for data in (one, other))
    channels = ImageChops.difference(first, second).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    differing = most.point(lambda value: 255 * (value >= _SEEN_FROM))
    box = differing.getbbox()
    if box is None:
        return 0, 0
    return differing.histogram()[255], box[3] - box[1]
