"""Reads HTML: bytes in, a publication out. The tree is the one a browser builds.

Nothing is dropped: what stands in footers, descriptions, hidden elements or metadata is labelled so.
"""

import hashlib
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from publicity_check.errors import ReadError
from publicity_check.publication import Publication, Region
from publicity_check.readers.encoding import decode
from publicity_check.readers.html.page import Draft, Finished, ImageDraft
from publicity_check.readers.html.places import Places, close_empty
from publicity_check.readers.html.visibility import Sheet
from publicity_check.readers.html.walk import Walk, declared_language
from publicity_check.readers.limits import MAX_BYTES, refuse_absurd

_FEW_WORDS = 20


def read(data: bytes, name: str, furniture: Sequence[str] = ()) -> Publication:
    """Read an HTML page; ``name`` is its path or address.

    Raises :class:`ReadError` where the page is too large or too deeply nested.
    """
    if len(data) > MAX_BYTES:
        raise ReadError(
            f"{name} is larger than {MAX_BYTES // 1_000_000} MB and is not read: "
            "take out what is embedded in it (pictures, fonts), or split it."
        )
    source = decode(data)
    refuse_absurd(source, name)
    xml = name.lower().endswith(".xhtml")
    walk, language = gather(close_empty(source)[0] if xml else source, furniture)
    finished = walk.page.finish()
    return Publication(
        name=name,
        format="html",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=finished.blocks,
        links=finished.links,
        images=finished.images,
        language=language,
        unread=finished.unread,
        drawn_by_script=_drawn_by_script(walk, finished),
        comments=finished.comments,
        furniture=walk.furniture,
        locate=Places(source, finished.blocks, xml=xml),
    )


def is_selector(selector: str) -> bool:
    """Say whether a text is a CSS selector that this reader understands."""
    try:
        LexborHTMLParser("").css(selector)
    except SelectolaxError:
        return False
    return True


def gather(source: str, furniture: Sequence[str] = ()) -> tuple[Walk, str | None]:
    """Parse a page and walk it; return the walk and the language the page declares."""
    parser = LexborHTMLParser(source, scripting=True)
    sheet, base = Sheet(), ""
    for style in parser.css("style"):
        sheet.add(style.text())
    if "<base" in source or "<BASE" in source:
        found = parser.css_first("base[href]")
        base = (found.attributes["href"] or "").strip() if found is not None else ""
    language = _language(parser)
    walk = Walk(sheet, base)
    root = parser.root
    if root is not None:
        document = root.parent
        first = document.first_child if document is not None else None
        walk.run(root if first is None else first, language)
        page = walk.page
        for address in sheet.pictures:
            image = ImageDraft(max(len(page.drafts) - 1, 0), visible=True, link=None)
            image.names.append(address)
            page.images.append(image)
        walk.furniture = _inside(parser, furniture, page.drafts)
    return walk, language


def _inside(parser: LexborHTMLParser, selectors: Sequence[str], drafts: Sequence[Draft]) -> frozenset[int]:
    """Return the indexes of the blocks that stand in elements which a selector means."""
    meant = {node.mem_id for selector in selectors for node in parser.css(selector)}
    found = set()
    for draft in drafts if meant else ():
        node = draft.origin
        while isinstance(node, LexborNode) and node.mem_id not in meant:
            node = node.parent
        if isinstance(node, LexborNode):
            found.add(draft.index)
    return frozenset(found)


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


def _drawn_by_script(walk: Walk, finished: Finished) -> bool:
    """Say whether a page has almost no text but scripts and a place for them to draw in."""
    if not walk.elements.scripts or not (walk.app_root or walk.notice):
        return False
    words = 0
    for block in finished.blocks:
        if block.region.visible and block.region is not Region.METADATA:
            words += block.text.count(" ") + 1
            if words > _FEW_WORDS:
                return False
    return True
