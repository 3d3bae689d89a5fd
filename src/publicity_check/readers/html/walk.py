"""One walk over the tree of an HTML page, from which everything it says is gathered."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from publicity_check.publication import BlockKind, Region
from publicity_check.readers.html.elements import READERS, Elements
from publicity_check.readers.html.page import Page, Setting
from publicity_check.readers.html.visibility import (
    BREAKING,
    DROPPED,
    PLAIN,
    Attributes,
    Sheet,
    Style,
    laid_out_by_name,
    region_of,
    region_of_names,
    style_of,
    unseen_by_name,
)

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
_WHOLE_PAGE = frozenset({"html", "body"})
"""What hides these is taken away by a script as soon as the page is drawn, or there would be no page."""
_UNFRAMED = frozenset({"noframes", "noembed"})
_SPECIAL = (
    _LISTS
    | _ARTICLES
    | _NOT_SHOWN
    | _PAGE_PARTS
    | _UNFRAMED
    | {"pre", "listing", "xmp", "dialog"}
    | {*_KINDS, *READERS}
)
_SIMPLE_TAGS = dict.fromkeys(BREAKING - _SPECIAL, _BREAKS) | dict.fromkeys(
    ("abbr", "b", "bdi", "big", "cite", "code", "del", "em", "font", "i", "ins", "label", "mark", "s", "small", "span",
     "strike", "strong", "sub", "time", "tt", "u", "var", "wbr", "link", "g", "path", "circle", "rect", "line",
     "polygon", "polyline", "ellipse"), 0
)  # fmt: skip
_PLAIN_BLOCKS = (BREAKING & _SPECIAL) - _NOT_SHOWN - _PAGE_PARTS - _UNFRAMED - {"dialog", "title"}
_INSIDE_WORDS = frozenset(READERS) - BREAKING - _NOT_SHOWN - _UNFRAMED
_WEIGHTY = frozenset({"style", "id", "lang", "xml:lang", "hidden", "role", "title", "aria-label", "ng-version"})
_APP_ROOTS = frozenset({"root", "app", "__next", "___gatsby", "__nuxt", "__layout", "main-app", "react-root", "svelte"})


class Walk:
    """Walks a tree once; what it gathers is in ``page`` afterwards."""

    def __init__(self, sheet: Sheet, base: str = "") -> None:
        self.elements = Elements(base)
        self.page: Page = self.elements.page
        self.furniture: frozenset[int] = frozenset()
        self.furnished: tuple[str, ...] = ()
        """Blocks that the user declared to stand on every page."""
        self.app_root = False
        """Whether there is an element for a script to draw the page in."""
        self.notice = False
        """Whether browsers without scripts are told something."""
        self._sheet = sheet
        self._neutral: set[str] = set()

    def run(self, first: LexborNode, language: str | None) -> None:
        """Walk ``first`` and what follows it, in ``language`` until something else is said."""
        setting = Setting()
        setting.language = setting.block_language = language
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
        setting.region, setting.seen, setting.shown_around = Region.NOSCRIPT, False, outer.seen
        setting.after_picture = before is not None and before.tag in {"img", "picture"}
        self.page.begin_flow()
        self.page.inside = node
        self._walk(first, setting)
        self.page.inside = None
        self.page.end_block()
        self.page.end_flow()

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
        if not attributes or (
            _WEIGHTY.isdisjoint(attributes)
            and ((names := attributes.get("class")) is None or names in self._neutral or self._is_neutral(names))
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
            if outer.seen and (region := region_of(tag, attributes, inside_article=outer.article)):
                setting = outer.copy()
                setting.region = region
        if attributes:
            setting = self._in_language(setting, outer, attributes, block=bool(ends))
        setting = self._seen(tag, attributes, style, outer, setting)
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
        if tag in _INSIDE_WORDS:
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
        neutral = (
            region_of_names(names) is None
            and not unseen_by_name(names)
            and not laid_out_by_name(names)
            and not self._sheet.hides({"class": names})
        )
        if neutral:
            self._neutral.add(names)
        return neutral

    def _begin_block(self, tag: str, attributes: Attributes, outer: Setting) -> Setting:
        kind = _KINDS.get(tag)
        region = None
        if outer.seen and (attributes or tag in _PAGE_PARTS):
            region = region_of(tag, attributes, inside_article=outer.article)
        if outer.table is not None and tag in _PAGE_PARTS:
            outer.table.layout = True
        if kind is None and region is None and tag not in _SPECIAL:
            return outer
        setting = outer.copy()
        if kind is not None:
            setting.kind = kind
            setting.rank = _RANKS.get(tag, 0)
        if region is not None:
            setting.region = region
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

    def _seen(self, tag: str, attributes: Attributes, style: Style, outer: Setting, setting: Setting) -> Setting:
        """Return the setting of what stands in an element, once it is known whether a reader sees it."""
        region = self._region_if_unseen(tag, attributes, style, outer)
        if region is None and not (style.tiny is False and outer.tiny_in is not None):
            return setting
        setting = setting.copy() if setting is outer else setting
        setting.shown_around = outer.seen
        if region is not None:
            setting.region, setting.seen = region, False
            setting.tiny_in = outer.region if style.tiny and outer.seen and not style.hides else None
        elif outer.tiny_in is not None:
            setting.region, setting.seen, setting.tiny_in = outer.tiny_in, True, None
        return setting

    def _region_if_unseen(self, tag: str, attributes: Attributes, style: Style, outer: Setting) -> Region | None:
        if tag in _UNFRAMED:
            return Region.NOSCRIPT
        if tag in _NOT_SHOWN or (tag == "dialog" and "open" not in attributes):
            return Region.HIDDEN
        if not attributes:
            return None
        if tag in _WHOLE_PAGE:
            return None
        if (
            "hidden" in attributes
            or style.hides
            or ((names := attributes.get("class")) and unseen_by_name(names))
            or self._sheet.hides(attributes)
            or (style.tiny and outer.seen)
        ):
            return Region.HIDDEN
        return None


def declared_language(value: str | None) -> str | None:
    """Return a declared language in lower case; ``None`` where none is meant.

    >>> declared_language("pt_BR"), declared_language("zxx"), declared_language(" ")
    ('pt-br', None, None)
    """
    language = (value or "").strip().lower().replace("_", "-")
    return None if language in {"", "zxx", "und", "mul", "x-default"} else language
