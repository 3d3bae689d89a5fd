"""How large and how deeply nested an HTML page may be, found out before it is parsed.

The parser's time grows with the depth of the open elements and with the formatting elements that are
never closed and are opened again in every paragraph. Both are estimated in one linear scan, from above.
"""

import re
from collections.abc import Iterator

from publicity_check.errors import ReadError

MAX_TAGS = 150_000
"""A page of more elements is refused."""
MAX_DEPTH = 4_000
"""A page nested deeper is refused; browsers themselves stop at 512."""
MAX_WORK = 100_000_000
"""Sum of the depths of all elements."""
MAX_REOPENED = 1_000_000
"""Product of formatting elements never closed and of blocks."""
MAX_ATTRIBUTES = 5_000
"""An element with more attributes is refused: each is compared with those before it."""

_UNSUSPICIOUS = 3_000
_LONG_TAG = 10_000
"""Characters below which a tag cannot have so many attributes."""
_ATTRIBUTE = re.compile(r"""[^\s"'/>=]++\s*+(?:=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]++))?""")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title)\b.*?(?:</\1|\Z)|<(/?)([a-zA-Z][^\s/>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)",
    re.DOTALL | re.IGNORECASE,
)
_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr html head body !doctype".split()
)
_CLOSED_BY_NEXT = frozenset(
    "p li dt dd tr td th thead tbody tfoot option optgroup colgroup caption rt rp rb rtc".split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_HTML_IN_SVG = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li "
    "listing menu meta nobr ol p pre ruby s small span strike strong sub sup table tt u ul var".split()
)


def refuse_absurd(source: str, name: str) -> None:
    """Raise :class:`ReadError` where parsing a page would take absurdly long.

    ``source`` is the page as text, ``name`` what to call it in the message.
    """
    _refuse_overloaded(source, name)
    starts = source.count("<") - source.count("</")
    if starts <= _UNSUSPICIOUS:
        return
    if starts > MAX_TAGS and sum(1 for _ in re.finditer(r"<[a-zA-Z]", source)) > MAX_TAGS:
        raise ReadError(f"{name} has more than {MAX_TAGS:,} elements and is not read: split it into several pages.")
    depth = deepest = work = blocks = 0
    in_svg = 0
    opened: dict[str, int] = {}
    for tag, closing, rest in _tags(source):
        if tag in _CLOSED_BY_NEXT:
            blocks += 1
            continue
        if tag in _HTML_IN_SVG:
            in_svg = 0
            blocks += tag not in _FORMATTING
        if closing:
            if opened.get(tag, 0):
                opened[tag] -= 1
                depth -= 1
            if tag in {"svg", "math"}:
                in_svg = 0
            continue
        if in_svg and rest.endswith("/"):
            continue
        if tag in {"svg", "math"}:
            in_svg = 1
        opened[tag] = opened.get(tag, 0) + 1
        depth += 1
        work += depth
        if depth > deepest:
            deepest = depth
            if depth > MAX_DEPTH:
                raise ReadError(
                    f"{name} has more than {MAX_DEPTH:,} elements nested in each other and is not read: "
                    "close the elements that are left open."
                )
        if work > MAX_WORK:
            raise ReadError(f"{name} has too many deeply nested elements and is not read: close those left open.")
    unclosed = sum(opened.get(tag, 0) for tag in _FORMATTING)
    if unclosed * blocks > MAX_REOPENED and _distinct_formatting(source, unclosed * blocks):
        raise ReadError(
            f"{name} has {unclosed:,} formatting elements that are never closed and is not read: close them."
        )


def _refuse_overloaded(source: str, name: str) -> None:
    if max(map(len, source.split(">"))) < _LONG_TAG:
        return
    for found in _TAG.finditer(source):
        attributes = found[4] or ""
        if len(attributes) >= _LONG_TAG and len(set(_ATTRIBUTE.findall(attributes))) > MAX_ATTRIBUTES:
            raise ReadError(
                f"{name} has an element with more than {MAX_ATTRIBUTES:,} attributes and is not read: take them out."
            )


def _tags(source: str) -> Iterator[tuple[str, str, str]]:
    """Yield the name of each tag that may hold something, "/" where it closes, and what follows the name."""
    for found in _TAG.finditer(source):
        tag = found[3]
        if tag is not None and (tag := tag.lower()) not in _VOID:
            yield tag, found[2], found[4]


def _distinct_formatting(source: str, product: int) -> bool:
    """Say whether unclosed formatting would be opened again too often; three of a kind are opened at most."""
    starts = re.findall(r"<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b[^>]*>", source, re.IGNORECASE)
    return 3 * len(set(starts)) > MAX_REOPENED // max(product // max(len(starts), 1), 1)
