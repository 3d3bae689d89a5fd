"""One walk over the tree of an HTML page, from which everything it says is gathered."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from publicity_check.publication import BlockKind, Region
from publicity_check.readers.html.elements import READERS, Elements
from publicity_check.readers.html.page import Page, Setting
from publicity_check.readers.html.style.appearance import Appearances
from publicity_check.readers.html.style.sight import BEARING, SPECIAL, Sight
from publicity_check.readers.html.visibility import (
    BREAKING,
    DROPPED,
    PLAIN,
    Attributes,
    laid_out_by_name,
    region_of,
    region_of_names,
    style_of,
    unseen_by_name,
)
from publicity_check.values.message import Message

_BREAKS, _FLOW, _GAP = 1, 2, 4
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list-item"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
    **dict.fromkeys(("button", "option", "textarea", "select", "text"), "other"),
    "title": "title",
}
_RANKS = {f"h{rank}": rank for rank in range(1, 7)}
_ALONE = frozenset({"-comment", "br", "script"})
_LISTS = frozenset({"ul", "ol", "menu", "dl", "dir"})
_ARTICLES = frozenset({"article", "main", "section"})
_NOT_SHOWN = frozenset({"video", "audio", "canvas", "object", "iframe", "datalist", "symbol", "defs"})
_PAGE_PARTS = frozenset({"main", "article", "footer", "nav", "header", "aside", "h1", "h2"})
_UNFRAMED = frozenset({"noframes", "noembed"})
_SPECIAL = (
    _LISTS
    | _ARTICLES
    | _NOT_SHOWN
    | _PAGE_PARTS
    | _UNFRAMED
    | {"pre", "listing", "xmp", "dialog"}
    | {*_KINDS, *READERS, "details", "summary", "option"}
    | SPECIAL
)
_INLINE = (
    "abbr b bdi big cite em font i ins label small span strong sub time tt u var wbr link "
    "g path circle rect line polygon polyline ellipse"
)
_SIMPLE_TAGS = dict.fromkeys(BREAKING - _SPECIAL, _BREAKS) | dict.fromkeys(_INLINE.split(), 0)
_PLAIN_BLOCKS = (
    (BREAKING & _SPECIAL) - _NOT_SHOWN - _PAGE_PARTS - _UNFRAMED - SPECIAL - {"title", "details", "summary", "option"}
)
_INSIDE_WORDS = (frozenset(READERS) - BREAKING - _NOT_SHOWN - _UNFRAMED - SPECIAL) | {"a"}
_WEIGHTY = BEARING | {"id", "lang", "xml:lang", "role", "title", "aria-label", "ng-version"}
_SLOT = re.compile(r"<slot(?![^>]*\bname)", re.IGNORECASE)
"""Where a shadow tree takes up what stands in its element."""
_APP_ROOTS = frozenset({"root", "app", "__next", "___gatsby", "__nuxt", "__layout", "main-app", "react-root", "svelte"})


class Walk:
    """Walks a tree once; what it gathers is in ``page`` afterwards."""

    def __init__(self, sight: Sight, base: str = "") -> None:
        self.elements = Elements(base)
        self.page: Page = self.elements.page
        self.furniture: frozenset[int] = frozenset()
        self.furnished: tuple[str, ...] = ()
        """Blocks that the user declared to stand on every page."""
        self.app_root = False
        """Whether there is an element for a script to draw the page in."""
        self.unstyled: tuple[Message, ...] = ()
        """What is said of style sheets that are not at hand."""
        self.appearances: Appearances | None = None
        """What tells how the pictures of the page are shown."""
        self.notice = False
        """Whether browsers without scripts are told something."""
        self._sight = sight
        self._said = sight.said
        self._shadows = sight.shadows
        self._neutral: set[str] = set()

    def run(self, first: LexborNode, language: str | None) -> None:
        """Walk ``first`` and what follows it, in ``language`` until something else is said."""
        setting = Setting()
        setting.language = setting.block_language = language
        setting.look = self._sight.first
        self._walk(first, setting)

    def _walk(self, first: LexborNode, setting: Setting) -> None:
        page = self.page
        open_elements: list[tuple[LexborNode, Setting, int]] = []
        node: LexborNode | None = first
        while True:
            while node is None:
                if not open_elements:
                    return
                node, setting, ends = open_elements.pop()
                if ends == _BREAKS:
                    page.end_block()
                elif ends:
                    self._leave(ends)
                node = node.next
            tag = node.tag
            if tag == "-text":
                text = node.text_content or ""
                if setting.pre:
                    page.add_lines(text, setting, node)
                elif page.draft is not None or not text.isspace():
                    page.add(text, setting, node)
            elif tag in _ALONE:
                self._read_alone(node, tag, setting)
            elif tag == "noscript" and setting.region is not Region.NOSCRIPT:
                self._unscripted(node, setting)
            elif tag == "template" and self._shadows and "shadowrootmode" in node.attributes:
                self._shadow(node, setting)
            elif tag is not None and tag not in DROPPED:
                inner, ends = self._enter(node, tag, setting)
                child = node.first_child if inner is not None else None
                if child is not None and inner is not None:
                    open_elements.append((node, setting, ends))
                    node, setting = child, inner
                    continue
                if ends:
                    self._leave(ends)
            node = node.next

    def _read_alone(self, node: LexborNode, tag: str | None, setting: Setting) -> None:
        """Read what holds no elements: a comment, a line break, a script."""
        if tag == "br":
            self.page.line_break()
        elif tag == "script":
            self.elements.script(node, setting)
        elif comment := (node.comment_content or "").strip():
            self.page.comments.append((len(self.page.drafts), comment))

    def _unscripted(self, node: LexborNode, outer: Setting) -> None:
        """Read what browsers without scripts show; for others, and so for the parser, it is mere text."""
        source = node.text()
        self.notice = self.notice or bool(source.strip())
        first = LexborHTMLParser(source, is_fragment=True).root
        if first is None:
            return
        before = node.prev
        while before is not None and before.tag == "-text":
            before = before.prev
        setting = outer.copy()
        setting.stands_in, setting.shown_around = Region.NOSCRIPT, outer.seen
        setting.show(outer.look)
        setting.after_picture = before is not None and before.tag in {"img", "picture"}
        self.page.begin_flow()
        self.page.inside = node
        self._walk(first, setting)
        self.page.inside = None
        self.page.end_block()
        self.page.end_flow()

    def _shadow(self, template: LexborNode, setting: Setting) -> None:
        """Read what a browser draws in the place of all that stands in an element (declarative shadow DOM)."""
        for fragment in template.template_fragments():
            shown = setting.copy()
            shown.show(setting.apart or setting.look)
            shown.apart = None
            first = fragment.first_child
            if first is not None:
                self._walk(first, shown)
            self.page.end_block()

    def _leave(self, ends: int) -> None:
        if ends & _BREAKS:
            self.page.end_block()
        if ends & _FLOW:
            self.page.end_flow()
        if ends & _GAP:
            self.page.gap()

    def _enter(self, node: LexborNode, tag: str, outer: Setting) -> tuple[Setting | None, int]:
        """Read an element's start; return the setting inside it (``None``: nothing is read) and what it ends."""
        if outer.lays_out:
            self.page.gap()
            outer = outer.copy()
            outer.lays_out = False
            within, ends = self._enter(node, tag, outer)
            return within, ends if ends & _BREAKS else ends | _GAP
        attributes = node.attributes
        if not (outer.image is not None or self._shadows or (self._said and node.mem_id in self._said)) and (
            not attributes
            or (
                _WEIGHTY.isdisjoint(attributes)
                and ((names := attributes.get("class")) is None or names in self._neutral or self._is_neutral(names))
            )
        ):
            inner = self._enter_plain(node, tag, attributes, outer)
            if inner is not None:
                return inner
        style = style_of(css) if attributes and (css := attributes.get("style")) else PLAIN
        ends = 0
        setting = outer
        if tag in BREAKING or style.breaks:
            self.page.end_block()
            setting, ends = self._begin_block(tag, attributes, outer), _BREAKS
        elif "-" in tag:
            self.app_root = self.app_root or tag == "app-root"
            if region := self._region(tag, attributes, outer):
                setting = outer.copy()
                setting.stands_in = region
                setting.region = region if outer.seen else outer.region
        if attributes:
            setting = self._in_language(setting, outer, attributes, block=bool(ends))
        setting = self._seen(node, tag, attributes, outer, setting)
        if setting.seen is not outer.seen:
            self.page.begin_flow()
            ends |= _FLOW
        if attributes:
            self.elements.describe(node, tag, attributes, style, setting)
            if style.lays_out or laid_out_by_name(attributes.get("class") or ""):
                setting = setting.copy() if setting is outer else setting
                setting.lays_out = True
            if attributes.get("id") in _APP_ROOTS or "ng-version" in attributes:
                self.app_root = True
        reader = READERS.get(tag)
        if reader is None:
            return setting, ends
        if tag in {"sup", "svg"}:
            ends |= _GAP
        return reader(self.elements, node, attributes, setting), ends

    def _enter_plain(
        self, node: LexborNode, tag: str, attributes: Attributes, outer: Setting
    ) -> tuple[Setting | None, int] | None:
        """Read the start of an element without attributes of weight; ``None`` if it must be looked at more closely."""
        ends = _SIMPLE_TAGS.get(tag)
        if ends is not None:
            if ends:
                self.page.end_block()
            return outer, ends
        if tag in _INSIDE_WORDS and (tag != "a" or outer.look is self._sight.first):
            return READERS[tag](self.elements, node, attributes, outer), _GAP if tag in {"sup", "svg"} else 0
        if tag in _PLAIN_BLOCKS:
            self.page.end_block()
            if outer.derived is None:
                outer.derived = {}
            setting = outer.derived.get(tag)
            if setting is None:
                setting = outer.derived[tag] = self._begin_block(tag, attributes, outer)
            reader = READERS.get(tag)
            return (setting if reader is None else reader(self.elements, node, attributes, setting)), _BREAKS
        return None

    def _is_neutral(self, names: str) -> bool:
        """Say whether a class list tells neither of a region nor of what is hidden."""
        neutral = region_of_names(names) is None and not unseen_by_name(names) and not laid_out_by_name(names)
        if neutral:
            self._neutral.add(names)
        return neutral

    def _begin_block(self, tag: str, attributes: Attributes, outer: Setting) -> Setting:
        kind = _KINDS.get(tag)
        region = None
        if attributes or tag in _PAGE_PARTS:
            region = self._region(tag, attributes, outer)
        if outer.table is not None and tag in _PAGE_PARTS:
            outer.table.layout = True
        if kind is None and region is None and tag not in _SPECIAL:
            return outer
        setting = outer.copy()
        if kind is not None:
            setting.kind = kind
            setting.rank = _RANKS.get(tag, 0)
        if region is not None:
            setting.stands_in = region
            setting.region = region if outer.seen else outer.region
        if tag in _LISTS:
            setting.level += 1
        elif tag in _ARTICLES:
            setting.article = True
        elif tag in {"pre", "listing", "xmp", "textarea"}:
            setting.pre = True
        return setting

    def _in_language(self, setting: Setting, outer: Setting, attributes: Attributes, *, block: bool) -> Setting:
        language = attributes.get("lang") or attributes.get("xml:lang")
        if language is not None:
            setting = setting.copy() if setting is outer else setting
            setting.language = declared_language(language)
        if block and setting.block_language != setting.language:
            setting = setting.copy() if setting is outer else setting
            setting.block_language = setting.language
        return setting

    def _region(self, tag: str, attributes: Attributes, outer: Setting) -> Region | None:
        """Return the region that an element begins, ``None`` if it begins none or is for browsers without scripts."""
        if outer.stands_in is Region.NOSCRIPT:
            return None
        return region_of(tag, attributes, inside_article=outer.article)

    def _is_like_around(self, node: LexborNode, tag: str, attributes: Attributes, outer: Setting) -> bool:
        """Say whether an element plainly looks like what is around it, which is what a page looks like at first."""
        if outer.look is not self._sight.first or outer.image is not None or self._shadows or tag in _LOOKED_AT:
            return False
        if self._said and node.mem_id in self._said:
            return False
        names = attributes.get("class") if attributes else None
        return (not attributes or BEARING.isdisjoint(attributes)) and not (names and unseen_by_name(names))

    def _seen(self, node: LexborNode, tag: str, attributes: Attributes, outer: Setting, setting: Setting) -> Setting:
        """Return the setting of what stands in an element, once it is known whether a reader sees it."""
        if self._is_like_around(node, tag, attributes, outer):
            return setting
        around = outer.look
        if outer.apart is not None and (tag == "summary" or "slot" in attributes):
            around = outer.apart
        look = self._sight.inside(node.mem_id, tag, attributes, around, drawn=outer.image is not None)
        if (
            attributes
            and not look.gone
            and (names := attributes.get("class"))
            and unseen_by_name(names)
            and not self._sight.decided(node.mem_id)
        ):
            look = look._replace(gone=True)
        inside = look
        if (tag in _NOT_SHOWN and (tag != "object" or "data" in attributes)) or (
            tag == "option" and not _is_chosen(node, attributes)
        ):
            inside = look._replace(gone=True)
        closed = (tag == "details" and "open" not in attributes) or (self._shadows and _is_replaced(node))
        if inside is outer.look and not closed and tag not in _UNFRAMED and outer.apart is None:
            return setting
        setting = setting.copy() if setting is outer else setting
        setting.shown_around = look.text_seen and outer.stands_in is not Region.NOSCRIPT
        if tag in _UNFRAMED:
            setting.stands_in = Region.NOSCRIPT
        setting.apart = inside if closed else None
        setting.show(inside._replace(gone=True) if closed else inside)
        return setting


_LOOKED_AT = (SPECIAL - {"a"}) | _NOT_SHOWN | _UNFRAMED | {"option", "details", "summary", "metadata"}


def _is_replaced(host: LexborNode) -> bool:
    """Say whether an element shows something else in the place of what stands in it."""
    child = host.first_child
    while child is not None and (child.tag != "template" or "shadowrootmode" not in child.attributes):
        child = child.next
    return child is not None and _SLOT.search(child.html or "") is None


def _is_chosen(option: LexborNode, attributes: Attributes) -> bool:
    """Say whether an entry of a list shows while the list is closed, or is one of a list that is always open."""
    box = option.parent
    while box is not None and box.tag not in {"select", "datalist"}:
        box = box.parent
    if box is None or box.tag == "datalist":
        return box is None
    if "multiple" in box.attributes or (box.attributes.get("size") or "1") not in {"", "0", "1"}:
        return True
    chosen = box.css_first("option[selected]") or box.css_first("option")
    return "selected" in attributes or (chosen is not None and chosen.mem_id == option.mem_id)


def declared_language(value: str | None) -> str | None:
    """Return a declared language in lower case; ``None`` where none is meant.

    >>> declared_language("pt_BR"), declared_language("zxx"), declared_language(" ")
    ('pt-br', None, None)
    """
    language = (value or "").strip().lower().replace("_", "-")
    return None if language in {"", "zxx", "und", "mul", "x-default"} else language
