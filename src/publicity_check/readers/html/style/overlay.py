"""Elements that lie over the whole page and let nothing of it through.

Where a script may take them away again (a question about cookies, a picture while the page loads) nobody can say so.
"""

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from publicity_check.readers.html.style.cascade import (
    FROM_STYLE,
    FROM_STYLE_IMPORTANT,
    Priority,
    Use,
    priority,
    uses_of,
)
from publicity_check.readers.html.style.declarations import declarations
from publicity_check.readers.html.style.sheets import Sheets
from publicity_check.readers.html.style.values import SCREEN_HEIGHT, SCREEN_WIDTH, color, number, pixels

_OPAQUE = 0.92
_SIDES = (("left", "right", "width", SCREEN_WIDTH), ("top", "bottom", "height", SCREEN_HEIGHT))
_NEARLY = 0.98

Given = list[tuple[Priority, str, str]]


def overlays(parser: LexborHTMLParser, source: str, sheets: Sheets) -> set[int]:
    """Return the elements, by ``mem_id``, that cover a page which no script changes; mostly there are none.

    Where what a sheet puts before or after an element covers the page, in which nothing else stands, 0 is among them.
    """
    if "<script" in source:
        return set()
    fixed = any(
        d.name == "position" and d.value == "fixed" for sheet, _ in sheets.known for r in sheet.rules for d in r.said
    )
    if not fixed and "fixed" not in source:
        return set()
    uses = uses_of(sheets.known, source, scripted=False) if fixed else []
    said: dict[int, Given] = {}
    covered = False
    for use in uses:
        if any(d.name == "position" and d.value == "fixed" for d in use.rule.said):
            if not use.selector.beside:
                said.update((node, []) for node in _meant(parser, use))
            elif _covers([(priority(use, important=d.important), d.name, d.value) for d in use.rule.said]):
                covered = covered or bool(_meant(parser, use))
    for node in parser.css("[style*=fixed]"):
        said[node.mem_id] = []
    for use in uses if said else ():
        if not use.selector.beside:
            for one in said.keys() & set(_meant(parser, use)):
                said[one] += ((priority(use, important=d.important), d.name, d.value) for d in use.rule.said)
    for node in parser.css("[style]") if said else ():
        if node.mem_id in said:
            for order, (name, value, important) in enumerate(declarations(node.attributes.get("style") or "")):
                level = FROM_STYLE_IMPORTANT if important else FROM_STYLE
                said[node.mem_id].append(((level, (), (0, 0, 0), order), name, value))
    return {node for node, given in said.items() if _covers(given)} | ({0} if covered else set())


def _meant(parser: LexborHTMLParser, use: Use) -> list[int]:
    try:
        return [node.mem_id for node in parser.css(use.selector.text)]
    except SelectolaxError:
        return []


def _covers(given: Given) -> bool:
    """Say whether an element lies over the whole screen, in a colour that lets nothing through."""
    values = {name: value for _, name, value in sorted(given, key=lambda one: one[0])}
    ground = color(values.get("background-color", "transparent"))
    share = number(values.get("opacity", "1"))
    return (
        values.get("position") == "fixed"
        and values.get("display") != "none"
        and values.get("visibility") not in {"hidden", "collapse"}
        and not values.get("z-index", "").startswith("-")
        and "transform" not in values
        and "animation" not in values
        and ground is not None
        and ground.alpha * (1.0 if share is None else share) >= _OPAQUE
        and all(_spans(values, *side) for side in _SIDES)
    )


def _spans(values: dict[str, str], start: str, end: str, size: str, whole: int) -> bool:
    first, last = (pixels(values[name], whole=whole) if name in values else None for name in (start, end))
    if first is None or first > 0:
        return False
    if last is not None and last <= 0 and values.get(size, "auto") == "auto":
        return True
    extent = pixels(values.get(size, ""), whole=whole)
    return extent is not None and extent >= _NEARLY * whole
