"""One walk over the tree of an HTML page, from which everything it says is gathered."""

import re
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from publicity_check.publication import BlockKind, Region
from publicity_check.readers.html_labels import (
    BREAKING,
    DROPPED,
    PLAIN,
    Attributes,
    Sheet,
    Style,
    addresses,
    pixels,
    region_of,
    style_of,
    unseen_by_name,
)
from publicity_check.readers.html_marks import unmarked
from publicity_check.readers.html_meta import PICTURES, json_ld_texts, meta_name, meta_text
from publicity_check.readers.html_page import Figure, ImageDraft, LinkDraft, Page, Setting, Table

_BREAKS, _FLOW, _GAP = 1, 2, 4
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list-item"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
    **dict.fromkeys(("button", "option", "textarea", "select", "text"), "other"),
    "title": "title",
}
_LISTS = frozenset({"ul", "ol", "menu", "dl", "dir"})
_FALLBACKS = frozenset({"video", "audio", "canvas", "object", "iframe"})
_PAGE_PARTS = frozenset({"main", "article", "footer", "nav", "h1", "h2"})
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data-bg", "poster")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_TAG = re.compile(r"<[^>]*>")
_NO_LINK = ("#", "javascript:", "mailto:", "tel:", "sms:", "data:", "about:")
_TEXTS = ("alt", "aria-label", "title")


class Walk:
    """Walks a tree once; what it gathers is in ``page`` afterwards."""

    def __init__(self, sheet: Sheet, base: str = "") -> None:
        self.page = Page()
        self.sheet = sheet
        self.base = base
        self.scripts = 0
        self.app_root = False
        self.notice = False
        """Whether a ``noscript`` element says something."""

    def run(self, root: LexborNode, language: str | None) -> Page:
        """Walk the tree under ``root``, whose text is in ``language`` until something else is said."""
        page = self.page
        setting = Setting()
        setting.language = setting.block_language = language
        open_elements: list[tuple[LexborNode, Setting, int]] = []
        node = root.first_child
        while True:
            while node is None:
                if not open_elements:
                    return page
                node, setting, ends = open_elements.pop()
                if ends:
                    self._leave(ends)
                node = node.next
            tag = node.tag
            if tag == "-text":
                page.add(node.text_content or "", setting, node)
            elif tag == "-comment":
                if comment := (node.comment_content or "").strip():
                    page.comments.append((len(page.drafts), comment))
            elif tag == "br":
                page.line_break()
            elif tag is not None and tag not in DROPPED:
                inner, ends = self._enter(node, tag, setting)
                child = node.first_child
                if child is not None and inner is not None:
                    open_elements.append((node, setting, ends))
                    node, setting = child, inner
                    continue
                if ends:
                    self._leave(ends)
            elif tag == "script":
                self._script(node, setting)
            node = node.next

    def _leave(self, ends: int) -> None:
        if ends & _BREAKS:
            self.page.end_block()
        if ends & _GAP:
            self.page.gap()
        if ends & _FLOW:
            self.page.end_flow()

    def _script(self, node: LexborNode, setting: Setting) -> None:
        self.scripts += 1
        if "ld+json" in (node.attributes.get("type") or "").lower():
            for text in json_ld_texts(node.text()):
                self.page.beside(text, setting, Region.METADATA, "other", node)

    def _enter(self, node: LexborNode, tag: str, outer: Setting) -> tuple[Setting | None, int]:
        """Read an element's start; return the setting inside it (``None``: nothing is read) and what it ends."""
        attributes = node.attributes
        setting, ends = outer, 0
        style = style_of(css) if attributes and (css := attributes.get("style")) else PLAIN
        if tag in BREAKING or style.breaks:
            self.page.end_block()
            setting, ends = self._begin_block(tag, attributes, outer), _BREAKS
        elif "-" in tag and not outer.article and (region := region_of(tag, attributes, inside_article=False)):
            setting = outer.copy()
            setting.region = region
        if attributes:
            setting = self._language(setting, outer, attributes, block=bool(ends))
        region = self._unseen(tag, attributes, style, outer, setting)
        if region is not setting.region:
            setting = setting.copy() if setting is outer else setting
            setting.region = region
            if style.tiny is not None:
                setting.tiny_in = outer.region if style.tiny else None
        if region.visible is not outer.region.visible:
            self.page.begin_flow()
            ends |= _FLOW
        handler = _HANDLERS.get(tag)
        if handler is not None:
            setting = setting.copy() if setting is outer else setting
            more = handler(self, node, attributes, setting)
            if more is None:
                return None, ends
            ends |= more
        if attributes:
            self._attributes(node, tag, attributes, style, setting)
        return setting, ends

    def _begin_block(self, tag: str, attributes: Attributes, outer: Setting) -> Setting:
        kind = _KINDS.get(tag)
        region = None
        if attributes or tag in _PAGE_PARTS or tag in {"header", "aside"}:
            region = region_of(tag, attributes, inside_article=outer.article)
        if outer.table is not None and tag in _PAGE_PARTS:
            outer.table.layout = True
        if kind is None and region is None and tag not in _LISTS and tag not in {"article", "pre", "section"}:
            return outer if tag not in _HANDLERS and not attributes else outer.copy()
        setting = outer.copy()
        if kind is not None:
            setting.kind = kind
        if region is not None and (outer.region.visible or region is Region.FOOTNOTE):
            setting.region = region if outer.region.visible else outer.region
        if tag in _LISTS:
            setting.level += 1
        elif tag in {"article", "main", "section"}:
            setting.article = setting.article or tag != "section" or setting.region is Region.MAIN
        elif tag == "pre":
            setting.pre = True
        return setting

    def _language(self, setting: Setting, outer: Setting, attributes: Attributes, *, block: bool) -> Setting:
        language = attributes.get("lang") or attributes.get("xml:lang")
        if not language and not block:
            return setting
        if setting is outer:
            setting = outer.copy()
        if language:
            setting.language = language.strip().lower().replace("_", "-") or None
        if block:
            setting.block_language = setting.language
        return setting

    def _unseen(self, tag: str, attributes: Attributes, style: Style, outer: Setting, setting: Setting) -> Region:
        """Return the region of what stands in an element, once it is known whether a reader sees it."""
        if tag == "noscript" or tag in {"noframes", "noembed"}:
            return Region.NOSCRIPT
        if tag in _FALLBACKS or tag in {"datalist", "symbol"} or (tag == "dialog" and "open" not in attributes):
            return Region.HIDDEN
        if tag == "title" and outer.image is None:
            return Region.METADATA
        if not attributes:
            return setting.region
        if (
            "hidden" in attributes
            or style.hides
            or ((names := attributes.get("class")) and unseen_by_name(names))
            or self.sheet.hides(attributes)
        ):
            return Region.HIDDEN
        if style.tiny and outer.tiny_in is None and outer.region.visible:
            return Region.HIDDEN
        if style.tiny is False and outer.tiny_in is not None:
            return outer.tiny_in
        return setting.region

    def _attributes(self, node: LexborNode, tag: str, attributes: Attributes, style: Style, setting: Setting) -> None:
        """Read what the attributes of any element say: descriptions, a background picture, the root of an app."""
        page = self.page
        if "style" in attributes and "url(" in (css := attributes["style"] or ""):
            if names := list(addresses(css)):
                image = ImageDraft(page.near(), visible=setting.region.visible, link=setting.link)
                image.names, image.width, image.height = names, style.width, style.height
                image.labels = [label for name in _TEXTS if (label := attributes.get(name))]
                page.images.append(image)
        elif attributes.get("role") == "img" and tag not in {"svg", "img"}:
            image = ImageDraft(page.near(), visible=setting.region.visible, link=setting.link)
            image.labels = [label for name in _TEXTS if (label := attributes.get(name))]
            page.images.append(image)
        if tag not in _DESCRIBED:
            for name in ("title", "aria-label"):
                if text := attributes.get(name):
                    page.beside(text, setting, self._told(setting), "alt", node)
        if not self.app_root:
            self.app_root = "ng-version" in attributes or (attributes.get("id") in _APP_ROOTS) or tag == "app-root"

    def _told(self, setting: Setting) -> Region:
        return Region.ALT_TEXT if setting.region.visible else setting.region

    # Elements that are read in a way of their own. Each takes its setting, which it may change, and returns
    # what the element's end ends, or None if nothing in it is read.

    def _html(self, _node: LexborNode, _attributes: Attributes, _setting: Setting) -> int:
        return 0

    def _anchor(self, node: LexborNode, attributes: Attributes, setting: Setting) -> int:
        target = attributes.get("href") or attributes.get("xlink:href")
        link = self._link(target, setting)
        if link is not None:
            setting.link = link
            child = node.first_child
            link.seen = child is not None and (child.next is not None or child.tag != "-text")
        return 0

    def _link(self, target: str | None, setting: Setting) -> LinkDraft | None:
        target = (target or "").strip()
        if not target or target.lower().startswith(_NO_LINK):
            return None
        if self.base and "://" not in target[:12]:
            target = _joined(self.base, target)
        link = LinkDraft(target, len(self.page.drafts), visible=setting.region.visible)
        self.page.links.append(link)
        return link

    def _area(self, node: LexborNode, attributes: Attributes, setting: Setting) -> int:
        link = self._link(attributes.get("href"), setting)
        index = self._describe(node, attributes, setting)
        if link is not None:
            link.seen = True
            if index is not None:
                link.near = index
        return 0

    def _describe(self, node: LexborNode, attributes: Attributes, setting: Setting) -> int | None:
        """Make blocks of a picture's descriptions; return the index of the first."""
        texts = {unmarked(text): text for name in reversed(_TEXTS) if (text := attributes.get(name))}
        made = [self.page.beside(text, setting, self._told(setting), "alt", node) for text in reversed(texts.values())]
        return next((index for index in made if index is not None), None)

    def _image(self, node: LexborNode, attributes: Attributes, setting: Setting) -> int:
        page = self.page
        page.gap()
        names = list(setting.picture) if setting.picture else []
        names += _file_names(attributes)
        before = page.images[-1] if page.images else None
        if setting.region is Region.NOSCRIPT and before is not None and before.visible and _beside(node):
            before.names += names
            before.alt = before.alt or attributes.get("alt") or ""
            return 0
        index = self._describe(node, attributes, setting)
        image = ImageDraft(page.near() if index is None else index, visible=setting.region.visible, link=setting.link)
        image.names, image.alt = names, attributes.get("alt") or ""
        image.labels = [label for name in ("title", "aria-label") if (label := attributes.get(name))]
        self._measure(image, attributes)
        self._keep(image, setting)
        return 0

    def _measure(self, image: ImageDraft, attributes: Attributes) -> None:
        style = style_of(attributes.get("style") or "")
        image.width = style.width if style.width is not None else pixels(attributes.get("width"))
        image.height = style.height if style.height is not None else pixels(attributes.get("height"))
        if image.width == 0 or image.height == 0:
            image.visible = False

    def _keep(self, image: ImageDraft, setting: Setting) -> None:
        self.page.images.append(image)
        if setting.figure is not None:
            image.figure = setting.figure
        if setting.link is not None:
            setting.link.seen = True

    def _svg(self, node: LexborNode, attributes: Attributes, setting: Setting) -> int:
        self.page.gap()
        index = self._describe(node, attributes, setting)
        image = ImageDraft(
            self.page.near() if index is None else index, visible=setting.region.visible, link=setting.link
        )
        image.labels = [label for name in ("title", "aria-label") if (label := attributes.get(name))]
        self._measure(image, attributes)
        self._keep(image, setting)
        setting.image = image
        return _GAP

    def _drawn(self, _node: LexborNode, attributes: Attributes, setting: Setting) -> int:
        if setting.image is not None:
            name = attributes.get("href") or attributes.get("xlink:href")
            if name and not name.startswith("data:"):
                setting.image.names.append(name.strip())
        return 0

    def _title(self, node: LexborNode, _attributes: Attributes, setting: Setting) -> int | None:
        text = node.text()
        if setting.image is not None:
            setting.image.labels.append(text)
            self.page.beside(text, setting, self._told(setting), "alt", node.first_child or node)
        else:
            self.page.beside(text, setting, Region.METADATA, "title", node.first_child or node)
        return None

    def _description(self, node: LexborNode, attributes: Attributes, setting: Setting) -> int | None:
        return self._title(node, attributes, setting) if setting.image is not None else 0

    def _foreign(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> int:
        setting.image = None
        return 0

    def _picture(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> int:
        setting.picture = []
        return 0

    def _source(self, _node: LexborNode, attributes: Attributes, setting: Setting) -> int:
        if setting.picture is not None:
            setting.picture += _file_names(attributes)
        return 0

    def _figure(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> int:
        setting.figure = Figure()
        return 0

    def _quotation(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> int:
        setting.quoted = True
        return 0

    def _superscript(self, _node: LexborNode, _attributes: Attributes, _setting: Setting) -> int:
        self.page.gap()
        return _GAP

    def _table(self, _node: LexborNode, attributes: Attributes, setting: Setting) -> int:
        if setting.table is not None:
            setting.table.layout = True
        layout = (attributes.get("role") or "").strip().lower() in {"presentation", "none"}
        setting.table, setting.cell, setting.head_row = Table(self.page.tables, layout=layout), None, False
        self.page.tables += 1
        return 0

    def _head(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> int:
        setting.head_row = True
        return 0

    def _row(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> int:
        if setting.table is not None:
            setting.table.begin_row()
        return 0

    def _cell(self, node: LexborNode, attributes: Attributes, setting: Setting) -> int:
        if setting.table is not None:
            columns, rows = _count(attributes.get("colspan")), _count(attributes.get("rowspan"))
            header = node.tag == "th" or setting.head_row
            setting.cell = setting.table.take_cell(columns, rows, header=header)
        return 0

    def _input(self, node: LexborNode, attributes: Attributes, setting: Setting) -> int:
        kind = (attributes.get("type") or "text").strip().lower()
        if kind == "image":
            return self._image(node, attributes, setting)
        self.page.gap()
        if kind in {"submit", "button", "reset"} and (text := attributes.get("value")):
            self.page.beside(text, setting, setting.region, "other", node)
        if kind != "hidden" and (text := attributes.get("placeholder")):
            self.page.beside(text, setting, self._told(setting), "alt", node)
        return 0

    def _meta(self, node: LexborNode, attributes: Attributes, setting: Setting) -> int:
        if text := meta_text(attributes):
            self.page.beside(text, setting, Region.METADATA, "other", node)
        elif meta_name(attributes) in PICTURES and (name := attributes.get("content")):
            image = ImageDraft(self.page.near(), visible=False, link=None)
            image.names.append(name.strip())
            self.page.images.append(image)
        return 0

    def _style(self, _node: LexborNode, _attributes: Attributes, _setting: Setting) -> int | None:
        return None

    def _embedded(self, node: LexborNode, attributes: Attributes, setting: Setting) -> int | None:
        source = (attributes.get("src") or attributes.get("data") or attributes.get("data-src") or "").strip()
        tag = node.tag or ""
        if tag in {"video", "audio"}:
            if poster := attributes.get("poster"):
                image = ImageDraft(self.page.near(), visible=True, link=setting.link)
                image.names.append(poster)
                self.page.images.append(image)
            return 0
        seen = node.parent is not None and "hidden" not in attributes
        if "srcdoc" in attributes:
            source = source or "without an address"
        if source and not source.startswith(("about:", "javascript:")) and seen:
            what = _WHAT.get(tag, "an embedded page")
            if source.lower().partition("?")[0].partition("#")[0].endswith(".pdf"):
                what = "an embedded PDF file"
            short = source if len(source) <= 200 else source[:200] + "…"
            self.page.unread.append(f"{what}: {'inline data' if source.startswith('data:') else short}")
        return 0

    def _unscripted(self, node: LexborNode, _attributes: Attributes, setting: Setting) -> int | None:
        if node.tag != "noscript":
            for text in _TAG.split(node.text()):
                self.page.beside(text, setting, Region.NOSCRIPT, "other", node)
            return None
        self.notice = self.notice or bool(node.text().strip())
        return 0


_WHAT = {"frame": "a page shown in a frame", "object": "an embedded object", "embed": "an embedded object"}
_APP_ROOTS = frozenset({"root", "app", "__next", "___gatsby", "__nuxt", "__layout", "main-app", "react-root", "svelte"})
_DESCRIBED = frozenset({"img", "svg", "area"})
_HANDLERS = {
    "a": Walk._anchor,
    "area": Walk._area,
    "img": Walk._image,
    "svg": Walk._svg,
    "image": Walk._drawn,
    "use": Walk._drawn,
    "title": Walk._title,
    "desc": Walk._description,
    "foreignObject": Walk._foreign,
    "picture": Walk._picture,
    "source": Walk._source,
    "figure": Walk._figure,
    "blockquote": Walk._quotation,
    "q": Walk._quotation,
    "sup": Walk._superscript,
    "table": Walk._table,
    "thead": Walk._head,
    "tr": Walk._row,
    "td": Walk._cell,
    "th": Walk._cell,
    "input": Walk._input,
    "meta": Walk._meta,
    "iframe": Walk._embedded,
    "frame": Walk._embedded,
    "object": Walk._embedded,
    "embed": Walk._embedded,
    "video": Walk._embedded,
    "audio": Walk._embedded,
    "noscript": Walk._unscripted,
    "noframes": Walk._unscripted,
    "noembed": Walk._unscripted,
}


def _file_names(attributes: Attributes) -> list[str]:
    """Return the names of picture files that attributes give; pictures written into the page itself have none."""
    names = [name.strip() for key in _SOURCES if (name := attributes.get(key))]
    for key in _SETS:
        if (listed := attributes.get(key)) and not listed.startswith("data:"):
            names += [entry.split()[0] for entry in listed.split(",") if entry.strip()]
    return [name for name in names if name and not name.startswith("data:")]


def _beside(node: LexborNode) -> bool:
    """Say whether a picture stands in a ``noscript`` element right after another picture."""
    before = node.parent
    before = before.prev if before is not None else None
    while before is not None and before.tag == "-text":
        before = before.prev
    return before is not None and before.tag in {"img", "picture"}


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:
        return target


def _count(value: str | None) -> int:
    value = (value or "").strip()
    return int(value) if value.isdecimal() and len(value) < 5 else 1
