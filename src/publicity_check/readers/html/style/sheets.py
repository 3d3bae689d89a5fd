"""The style sheets of a page: those written into it, those beside it, and those that these import."""

import posixpath
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from publicity_check.readers.encoding import decode
from publicity_check.readers.html.style.media import on_screen
from publicity_check.readers.html.style.sheet import Layer, Sheet, read_sheet
from publicity_check.readers.nearby import Nearby
from publicity_check.values.message import Message, Quote, Several, Values

MAX_SHEETS = 60
"""Sheets of a page that are read, imported ones counted."""
_DEEPEST = 5
_FONTS = re.compile(r"/css2?\?(?:[^#]*&)?family=")
"""Sheets of the services that give fonts; they say nothing else."""


class Sheets(NamedTuple):
    """The sheets of a page in their order, each with the layer that it is imported into, and those not at hand."""

    known: list[tuple[Sheet, Layer]]
    unread: list[str]
    texts: list[str]
    """The texts of the sheets in the page itself."""


def sheets_of(parser: LexborHTMLParser, nearby: Nearby | None) -> Sheets:
    """Return the style sheets of a page; ``nearby`` opens the files beside it."""
    found = Sheets([], [], [])
    for node in parser.css("style, link[rel][href]"):
        if not _holds(node):
            continue
        if node.tag == "style":
            css = node.text()
            found.texts.append(css)
            _add(found, css, "", (), nearby, 0)
        else:
            _open(found, (node.attributes["href"] or "").strip(), (), nearby, 0)
    return found


def _holds(node: LexborNode) -> bool:
    attributes = node.attributes
    kind = (attributes.get("type") or "text/css").strip().lower()
    if node.tag == "link":
        rel = (attributes.get("rel") or "").lower().split()
        if "stylesheet" not in rel or "alternate" in rel or "disabled" in attributes:
            return False
        if (attributes.get("media") or "").strip().lower() == "print" and "this.media" in (
            attributes.get("onload") or ""
        ):
            return True
    return kind.partition(";")[0] in {"text/css", ""} and on_screen(attributes.get("media") or "")


def _open(found: Sheets, address: str, layer: Layer, nearby: Nearby | None, depth: int) -> None:
    if not address or _FONTS.search(address) or len(found.known) >= MAX_SHEETS or depth > _DEEPEST:
        return
    data = nearby.open(address) if nearby is not None else None
    if data is None:
        found.unread.append(address)
        return
    _add(found, _text(data), address, layer, nearby, depth)


def _add(found: Sheets, css: str, address: str, layer: Layer, nearby: Nearby | None, depth: int) -> None:
    sheet = read_sheet(css)
    for line in sheet.imports:
        inner = layer if line.layer is None else layer + line.layer
        _open(found, _from(address, line.address), inner, nearby, depth + 1)
    found.known.append((sheet, layer))


@lru_cache(maxsize=64)
def _text(data: bytes) -> str:
    """Return the text of a sheet, which is mostly that of many pages."""
    return decode(data).removeprefix("\ufeff")


def _from(sheet: str, address: str) -> str:
    """Return an address in a sheet as it would be written in the page."""
    try:
        parts, start = urlsplit(address), urlsplit(sheet)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path or sheet[:5].lower() == "data:":
        return address
    path = posixpath.join(posixpath.dirname(start.path), parts.path)
    return start._replace(path=path, query=parts.query, fragment="").geturl()


def told(unread: Sequence[str]) -> tuple[Message, ...]:
    """Return what is said of the sheets that are not at hand, all in one; nothing if there are none."""
    if unread:
        names = [address if len(address) <= 100 else address[:100] + "…" for address in dict.fromkeys(unread)]  # noqa: PLR2004
        values: Values = {"addresses": Several(tuple(map(Quote, names[:3])), ", ")}
        if len(names) <= 3:  # noqa: PLR2004
            return (Message("unread-style-sheets", values),)
        return (Message("unread-style-sheets-more", {**values, "count": len(names) - 3}),)
    return ()
