"""A page as a browser draws it: scripts run, sheets hold, and what is seen is told by pixels.

The page is drawn thrice in Chromium: as it is, without its letters, without its pictures. A text is seen whose letters
change pixels where it lies. What comes out is HTML again, in which all that is not seen is ``hidden`` and no sheet or
script is left; it is read as any page. Nothing comes from the network: the browser is given the files beside the page.
"""

import hashlib
import io
import mimetypes
import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from publicity_check.errors import ConfigError, ReadError
from publicity_check.publication import Locate, Locator, Open, Publication
from publicity_check.readers.encoding import decode
from publicity_check.readers.nearby import Nearby

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Changed = npt.NDArray[np.bool_]
    Shot = npt.NDArray[np.int16]

MISSING = (
    "--rendered needs a browser: install Playwright (pip install publicity-check[rendered]) and Chromium "
    "(Debian: apt-get install chromium; anywhere: playwright install chromium)."
)
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ADDRESS = "http://page.localhost/"
_SCREEN = {"width": 1280, "height": 800}
_HIGHEST = 16_000
"""Pixels down a page that are drawn; what stands further down is taken for seen where it takes room."""
_LOAD_MS, _SETTLE_MS = 20_000, 250
_DIFFERS = 20
"""So much a pixel must differ, of 255, in one of its channels to be seen."""
_FEWEST, _OF_A_LETTER = 40, 3
"""Pixels that a text takes at least where it can be read, and that a letter of a short text takes."""
_LINES = 3
_PIXEL = 8
"""A picture that is not larger than this a side is none."""
_STILL = "*,*::before,*::after{transition:none!important;animation-play-state:paused!important}"
_WITHOUT_LETTERS = (
    "*,*::before,*::after{color:transparent!important;-webkit-text-fill-color:transparent!important;"
    "-webkit-text-stroke-color:transparent!important;text-shadow:none!important;"
    "text-decoration-color:transparent!important}"
    "svg text,svg tspan{fill:transparent!important;stroke:transparent!important}"
)
_WITHOUT_PICTURES = "img,svg,video,canvas,input[type=image]{visibility:hidden!important}"

Box = tuple[float, float, float, float]


class Browser:
    """Draws pages; the browser is started for the first one, and ended by :meth:`close`."""

    def __init__(self) -> None:
        self._open = ExitStack()

    def close(self) -> None:
        """End the browser."""
        self._end()

    @cached_property
    def _context(self) -> Any:
        try:
            from playwright.sync_api import Error, sync_playwright
        except ImportError as error:
            raise ConfigError(MISSING) from error
        program = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
        playwright = self._open.enter_context(sync_playwright())
        try:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        except Error as error:
            raise ConfigError(MISSING) from error
        self._open.callback(browser.close)
        return browser.new_context(viewport=_SCREEN, bypass_csp=True, service_workers="block")

    def drawn(self, data: bytes, name: str, nearby: Open) -> bytes:
        """Return a page as it is drawn; ``nearby`` opens the files beside it.

        Raises :class:`ReadError` where it cannot be drawn, :class:`ConfigError` where there is no browser.
        """
        context = self._context
        from playwright.sync_api import Error

        page = context.new_page()
        source = decode(data)
        page.route("**/*", lambda route: _serve(route, source, nearby))
        try:
            page.goto(_ADDRESS, wait_until="load", timeout=_LOAD_MS)
            seen = _seen(page).encode()
        except Error as error:
            self._end()  # what a page that never comes to rest is drawn with cannot be used again
            raise ReadError(f"{name}: the browser could not draw this page ({str(error).splitlines()[0]})") from error
        page.close()
        return seen

    def _end(self) -> None:
        self._open.close()
        self.__dict__.pop("_context", None)


def read_drawn(browser: Browser, data: bytes, name: str, furniture: Sequence[str], nearby: Nearby) -> Publication:
    """Read a page as a browser draws it. Its places have no lines: what is read is not the file as it is written."""
    from publicity_check.readers.html.read import read

    found = read(browser.drawn(data, name, nearby), name, furniture, nearby)
    return replace(found, sha256=hashlib.sha256(data).hexdigest(), locate=partial(_without_line, found.locate))


def _without_line(locate: Locate, block: int, offset: int) -> Locator:
    return replace(locate(block, offset), line=None, column=None)


def _serve(route: Any, source: str, nearby: Open) -> None:
    """Give the browser the page, a file beside it, or nothing."""
    url = route.request.url
    if url == _ADDRESS:
        route.fulfill(body=source, content_type="text/html; charset=utf-8")
        return
    found = nearby(url.removeprefix(_ADDRESS.rstrip("/"))) if url.startswith(_ADDRESS) else None
    if found is None:
        route.abort()
    else:
        kind = mimetypes.guess_type(url.partition("?")[0])[0] or "application/octet-stream"
        route.fulfill(body=found, content_type=kind)


def _seen(page: Any) -> str:
    """Return the HTML of a page that is open, what is not seen marked so."""
    script = page.evaluate_handle(files(__package__).joinpath("browser.js").read_text("utf-8"))
    script.evaluate("it => it.begin()")
    page.add_style_tag(content=_STILL)
    page.wait_for_timeout(_SETTLE_MS)
    whole = _shot(page)
    letters = _changed(whole, _without(page, _WITHOUT_LETTERS))
    pictures = _changed(whole, _without(page, _WITHOUT_PICTURES))
    places = script.evaluate("it => it.places()")
    texts = [_is_read(letters, count, boxes) for count, boxes in places["texts"]]
    shown = [min(box[2:]) > _PIXEL and (_below(box) or _pixels(pictures, box)[0] > 0) for box in places["pictures"]]
    html: str = script.evaluate("(it, seen) => it.end(seen[0], seen[1])", [texts, shown])
    return html


def _shot(page: Any) -> "Shot":
    import numpy as np
    from PIL import Image

    height = min(_HIGHEST, int(page.evaluate("document.documentElement.scrollHeight")))
    clip = {"x": 0, "y": 0, "width": _SCREEN["width"], "height": max(height, _SCREEN["height"])}
    with Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip, animations="allow"))) as image:
        return np.asarray(image.convert("RGB"), dtype=np.int16)


def _without(page: Any, css: str) -> "Shot":
    style = page.add_style_tag(content=css)
    shot = _shot(page)
    style.evaluate("it => it.remove()")
    return shot


def _changed(one: "Shot", other: "Shot") -> "Changed":
    import numpy as np

    high = min(one.shape[0], other.shape[0])
    return np.asarray(np.abs(one[:high] - other[:high]).max(axis=2) >= _DIFFERS, dtype=np.bool_)


def _below(box: Box) -> bool:
    return box[1] >= _HIGHEST


def _pixels(changed: "Changed", box: Box) -> tuple[int, int]:
    """Return how many pixels changed in a box, and on how many lines."""
    left, top, width, height = box
    part = changed[max(0, int(top)) : max(0, int(top + height) + 1), max(0, int(left)) : max(0, int(left + width) + 1)]
    return int(part.sum()), int(part.any(axis=1).sum())


def _is_read(letters: "Changed", count: int, boxes: list[Box]) -> bool:
    """Say whether a text of so many letters, in some boxes, can be read."""
    if any(_below(box) and min(box[2:]) > 1 for box in boxes):
        return True
    found = [_pixels(letters, box) for box in boxes]
    enough = min(_FEWEST, _OF_A_LETTER * count)
    return sum(pixels for pixels, _ in found) >= enough and max((lines for _, lines in found), default=0) >= _LINES
