"""Parses a page into the tree a browser builds, and walks it."""

from collections.abc import Collection, Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from publicity_check.publication import Region
from publicity_check.readers.html.page import Draft, ImageDraft
from publicity_check.readers.html.style.appearance import Appearances
from publicity_check.readers.html.style.overlay import overlays
from publicity_check.readers.html.style.sheet import pictures
from publicity_check.readers.html.style.sheets import sheets_of, told
from publicity_check.readers.html.style.sight import Sight
from publicity_check.readers.html.visibility import addresses
from publicity_check.readers.html.walk import Walk, declared_language
from publicity_check.readers.nearby import Nearby


def is_selector(selector: str) -> bool:
    """Say whether a text is a CSS selector that this reader understands."""
    try:
        LexborHTMLParser("").css(selector)
    except SelectolaxError:
        return False
    return True


def gather(source: str, furniture: Sequence[str] = (), nearby: Nearby | None = None) -> tuple[Walk, str | None]:
    """Parse a page and walk it; return the walk and the language the page declares."""
    parser = LexborHTMLParser(source, scripting=True)
    base = ""
    if "<base" in source or "<BASE" in source:
        found = parser.css_first("base[href]")
        base = (found.attributes["href"] or "").strip() if found is not None else ""
    if nearby is not None:
        nearby.stand(base, _own_addresses(parser, source))
    language = _language(parser)
    sheets = sheets_of(parser, nearby)
    walk = Walk(Sight(parser, source, sheets), base)
    walk.unstyled = told(sheets.unread)
    root = parser.root
    if root is not None:
        document = root.parent
        first = document.first_child if document is not None else None
        walk.run(root if first is None else first, language)
        page = walk.page
        for address in (a for css in sheets.texts for rule in pictures(css) for a in addresses(rule)):
            image = ImageDraft(max(len(page.drafts) - 1, 0), visible=True, link=None)
            image.names.append(address)
            page.images.append(image)
        _cover(walk, overlays(parser, source, sheets))
        origins = [image.origin for image in page.images]
        walk.appearances = Appearances(parser, source, sheets, origins) if any(origins) else None
        meant = {selector: {node.mem_id for node in parser.css(selector)} for selector in furniture}
        walk.furnished = tuple(selector for selector, nodes in meant.items() if nodes)
        walk.furniture = _inside(frozenset().union(*meant.values(), _dialogs(parser, source)), page.drafts)
    return walk, language


_DIALOGS = "[role=dialog], [role=alertdialog], dialog[open]"
_PAGE = "main, article, [role=main]"


def _dialogs(parser: LexborHTMLParser, source: str) -> set[int]:
    """Return the elements laid over the page for its visitors, such as a question about cookies; none that hold it."""
    if "dialog" not in source:
        return set()
    return {node.mem_id for node in parser.css(_DIALOGS) if node.css_first(_PAGE) is None}


def _own_addresses(parser: LexborHTMLParser, source: str) -> Iterator[str]:
    """Yield the addresses that a page says it stands at."""
    if "canonical" in source or "og:url" in source:
        for node in parser.css("link[rel=canonical][href], meta[property='og:url'][content]"):
            yield node.attributes.get("href") or node.attributes.get("content") or ""


def _inside(meant: frozenset[int], drafts: Sequence[Draft]) -> frozenset[int]:
    """Return the indexes of the blocks that stand in elements which a selector means."""
    found = set()
    for draft in drafts if meant else ():
        if _stands_in(draft.origin, meant):
            found.add(draft.index)
    return frozenset(found)


def _cover(walk: Walk, over: set[int]) -> None:
    """Hide what lies under elements that cover the page."""
    page = walk.page
    if not over:
        return
    inside = _inside(frozenset(over), page.drafts)
    for draft in page.drafts:
        if draft.index not in inside and draft.region.visible:
            draft.region = Region.HIDDEN
    for image in page.images:
        image.visible = image.visible and _stands_in(image.origin, over)


def _stands_in(node: object, meant: Collection[int]) -> bool:
    while isinstance(node, LexborNode) and node.mem_id not in meant:
        node = node.parent
    return isinstance(node, LexborNode)


def _language(parser: LexborHTMLParser) -> str | None:
    """Return the language the page declares for the whole of itself, in lower case."""
    declared: str | None = None
    for node in (parser.root, parser.body):
        if node is not None and not declared:
            attributes = node.attributes
            declared = attributes.get("lang") or attributes.get("xml:lang")
    if not declared:
        for meta in parser.css("meta[http-equiv]"):
            if (meta.attributes["http-equiv"] or "").lower() == "content-language":
                declared = (meta.attributes.get("content") or "").split(",")[0]
    return declared_language(declared)
