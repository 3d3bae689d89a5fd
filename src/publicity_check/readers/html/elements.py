"""Elements of HTML that are read in a way of their own: links, pictures, tables, embedded things, metadata.

Each reader takes the element, its attributes and the setting it stands in. It returns the setting of what
stands inside the element, or ``None`` where nothing inside is read further.
"""

import re
from collections.abc import Callable
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from publicity_check.publication import Region
from publicity_check.readers.html.embedded import embedded
from publicity_check.readers.html.meta import PICTURES, json_ld_texts, meta_name, meta_text
from publicity_check.readers.html.page import Figure, ImageDraft, LinkDraft, Page, Setting, Table
from publicity_check.readers.html.place_marks import unmarked
from publicity_check.readers.html.visibility import PLAIN, Attributes, Style, addresses, pixels, style_of

_TEXTS = ("alt", "aria-label", "title")
_DESCRIBING = frozenset(_TEXTS)
_LABELS = ("title", "aria-label")
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data-bg")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_NO_LINK = ("#", "javascript:", "mailto:", "tel:", "sms:", "data:", "about:")
_TAG = re.compile(r"<[^<>]*>")
_LARGEST_INSIDE = 2_000_000
"""Characters of a picture that is written into the page."""
_INSIDE_SVG = "data:image/svg+xml,"
_SHAPES = frozenset({"path", "polygon", "use", "circle", "polyline"})
_STARS = 10
_HEAD = 1_000
_DIGITS_OF_COUNT = 4
"""A cell that says it spans more columns or rows is taken for one wide."""
_SPECK = 2
"""Pixels: in a picture that is not higher or wider nothing is seen."""

Reader = Callable[["Elements", LexborNode, Attributes, Setting], Setting | None]


class Elements:
    """Reads elements into ``page``. ``base`` is the address that relative links start from, "" if none is given."""

    def __init__(self, base: str = "") -> None:
        self.page = Page()
        self.base = base
        self.scripts = 0

    def describe(self, node: LexborNode, tag: str, attributes: Attributes, style: Style, setting: Setting) -> None:
        """Read what the attributes of an element say that is no picture itself: descriptions, a picture behind it."""
        behind = list(addresses(attributes["style"] or "")) if "style" in attributes else []
        if behind or attributes.get("role") == "img":
            image = self._new_image(None, setting)
            image.names, image.width, image.height = behind, style.width, style.height
            image.labels = [label for name in _TEXTS if (label := attributes.get(name))]
            self._keep(image, setting)
        if tag not in _DESCRIBED_ALREADY:
            for name in _LABELS:
                if text := attributes.get(name):
                    self.page.beside(text, setting, _told(setting), "alt", node)

    def _describe_picture(self, node: LexborNode, attributes: Attributes, setting: Setting) -> int | None:
        """Make blocks of a picture's descriptions, each text once; return the index of the first."""
        if _DESCRIBING.isdisjoint(attributes):
            return None
        texts = {unmarked(text): text for name in reversed(_TEXTS) if (text := attributes.get(name))}
        made = [self.page.beside(text, setting, _told(setting), "alt", node) for text in reversed(texts.values())]
        return next((index for index in made if index is not None), None)

    def _new_image(self, block: int | None, setting: Setting) -> ImageDraft:
        return ImageDraft(
            self.page.near() if block is None else block, visible=setting.shows_pictures, link=setting.link
        )

    def _keep(self, image: ImageDraft, setting: Setting) -> None:
        self.page.images.append(image)
        image.figure = setting.figure
        if setting.link is not None:
            setting.link.seen = True
            setting.link.visible = setting.link.visible or setting.shows_pictures

    def anchor(self, node: LexborNode, attributes: Attributes, setting: Setting) -> Setting:
        """Read a hyperlink."""
        link = self._link(attributes.get("href") or attributes.get("xlink:href"), setting)
        if link is None:
            return setting
        child = node.first_child
        link.seen = child is not None and (child.next is not None or child.tag != "-text")
        inner = setting.copy()
        inner.link = link
        return inner

    def _link(self, target: str | None, setting: Setting) -> LinkDraft | None:
        target = (target or "").strip()
        if not target or target.lower().startswith(_NO_LINK):
            return None
        if self.base and "://" not in target[:12]:
            target = _joined(self.base, target)
        link = LinkDraft(target, len(self.page.drafts), visible=setting.seen)
        if self.page.links and self.page.ends_at(self.page.links[-1].last):
            self.page.gap()
        self.page.links.append(link)
        return link

    def area(self, node: LexborNode, attributes: Attributes, setting: Setting) -> Setting:
        """Read a part of a picture that is a hyperlink."""
        link = self._link(attributes.get("href"), setting)
        index = self._describe_picture(node, attributes, setting)
        if link is not None:
            link.seen = True
            link.near = self.page.near() if index is None else index
        return setting

    def image(self, node: LexborNode, attributes: Attributes, setting: Setting) -> Setting:
        """Read a picture. One in ``noscript`` right after another is the same picture for browsers without scripts."""
        page = self.page
        page.gap()
        names = [*(setting.picture or ()), *_file_names(attributes)]
        before = page.images[-1] if page.images else None
        if setting.region is Region.NOSCRIPT and setting.after_picture and before is not None and before.visible:
            before.names += names
            before.alt = before.alt or attributes.get("alt") or ""
            return setting
        image = self._new_image(self._describe_picture(node, attributes, setting), setting)
        image.names, image.alt = names, attributes.get("alt") or ""
        image.inside = next((value.strip() for key in _SOURCES if _is_inside(value := attributes.get(key) or "")), "")
        self._finish_image(image, node, attributes, setting)
        return setting

    def _finish_image(self, image: ImageDraft, node: LexborNode, attributes: Attributes, setting: Setting) -> None:
        image.origin = node
        image.labels = [label for name in _LABELS if (label := attributes.get(name))]
        style = style_of(css) if (css := attributes.get("style")) else PLAIN
        image.width = style.width if style.width is not None else pixels(attributes.get("width"))
        image.height = style.height if style.height is not None else pixels(attributes.get("height"))
        if any(size is not None and size <= _SPECK for size in (image.width, image.height)):
            image.visible = False
        self._keep(image, setting)

    def drawing(self, node: LexborNode, attributes: Attributes, setting: Setting) -> Setting:
        """Read an SVG drawing; its title and description are read when they come."""
        self.page.gap()
        image = self._new_image(self._describe_picture(node, attributes, setting), setting)
        self._finish_image(image, node, attributes, setting)
        if image.visible and _has_shapes(node):
            image.inside = _INSIDE_SVG + _with_namespaces(node.html or "")
        inner = setting.copy()
        inner.image = image
        return inner

    def drawn(self, _node: LexborNode, attributes: Attributes, setting: Setting) -> Setting:
        """Read a picture used inside a drawing."""
        name = attributes.get("href") or attributes.get("xlink:href")
        if setting.image is not None and name and not name.startswith("data:"):
            setting.image.names.append(name.strip())
        return setting

    def title(self, node: LexborNode, _attributes: Attributes, setting: Setting) -> None:
        """Read the title of the page or of a drawing."""
        text, origin = node.text(), node.first_child or node
        if setting.image is None:
            self.page.beside(text, setting, Region.METADATA, "title", origin)
        else:
            setting.image.labels.append(text)
            self.page.beside(text, setting, _told(setting), "alt", origin)

    def description(self, node: LexborNode, attributes: Attributes, setting: Setting) -> Setting | None:
        """Read the description of a drawing."""
        if setting.image is None:
            return setting
        self.title(node, attributes, setting)
        return None

    def foreign(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> Setting:
        """Read HTML inside a drawing."""
        inner = setting.copy()
        inner.image = None
        return inner

    def picture(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> Setting:
        """Read a picture that comes in several files."""
        inner = setting.copy()
        inner.picture = []
        return inner

    def source(self, _node: LexborNode, attributes: Attributes, setting: Setting) -> Setting:
        """Read one of the files of a picture."""
        if setting.picture is not None:
            setting.picture += _file_names(attributes)
        return setting

    def frame_of_picture(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> Setting:
        """Read a ``figure``."""
        inner = setting.copy()
        inner.figure = Figure()
        return inner

    def quotation(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> Setting:
        """Read what is marked as somebody else's words: a quotation, source text, what stands in a field."""
        inner = setting.copy()
        inner.quoted = True
        return inner

    def superscript(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> Setting:
        """Read a raised number; it does not belong to the word before it."""
        self.page.gap()
        return setting

    def table(self, _node: LexborNode, attributes: Attributes, setting: Setting) -> Setting:
        """Read a table. One that holds another only lays out the page."""
        if setting.table is not None:
            setting.table.layout = True
        layout = (attributes.get("role") or "").strip().lower() in {"presentation", "none"}
        inner = setting.copy()
        inner.table, inner.cell, inner.head_row = Table(self.page.tables, layout=layout), None, False
        self.page.tables += 1
        return inner

    def head(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> Setting:
        """Read the rows that head a table."""
        inner = setting.copy()
        inner.head_row = True
        return inner

    def row(self, _node: LexborNode, _attributes: Attributes, setting: Setting) -> Setting:
        """Read a row of a table."""
        if setting.table is not None:
            setting.table.begin_row()
        return setting

    def cell(self, node: LexborNode, attributes: Attributes, setting: Setting) -> Setting:
        """Read a cell of a table."""
        if setting.table is None:
            return setting
        columns, rows = _count(attributes.get("colspan")), _count(attributes.get("rowspan"))
        header = node.tag == "th" or setting.head_row
        inner = setting.copy()
        inner.cell = setting.table.take_cell(columns, rows, header=header)
        return inner

    def field(self, node: LexborNode, attributes: Attributes, setting: Setting) -> Setting:
        """Read a field of a form: the words on a button, the hint in an empty field."""
        kind = (attributes.get("type") or "text").strip().lower()
        if kind == "image":
            return self.image(node, attributes, setting)
        self.page.gap()
        if kind in {"submit", "button", "reset"} and (text := attributes.get("value")):
            said = self.quotation(node, attributes, setting)
            self.page.beside(text, said, setting.region, "other", node)
        if kind != "hidden" and (text := attributes.get("placeholder")):
            self.page.beside(text, setting, _told(setting), "alt", node)
        return setting

    def meta(self, node: LexborNode, attributes: Attributes, setting: Setting) -> Setting:
        """Read what the page tells machines about itself."""
        if text := meta_text(attributes):
            self.page.beside(text, setting, Region.METADATA, "other", node)
        elif meta_name(attributes) in PICTURES and (name := attributes.get("content")):
            image = ImageDraft(self.page.near(), visible=False, link=None)
            image.names.append(name.strip())
            self.page.images.append(image)
        return setting

    def script(self, node: LexborNode, setting: Setting) -> None:
        """Read a script: its texts where it is JSON-LD, nothing else."""
        self.scripts += 1
        if "ld+json" in (node.attributes.get("type") or "").lower():
            for text in json_ld_texts(node.text()):
                self.page.beside(text, setting, Region.METADATA, "other", node)

    def embedded(self, node: LexborNode, attributes: Attributes, setting: Setting) -> Setting | None:
        """Read what is embedded from elsewhere: its address is all that is known of it.

        What stands between the tags of an ``iframe`` is shown by no browser of today.
        """
        if setting.shown_around and (told := embedded(node.tag or "", attributes)) is not None:
            self.page.unread.append(told)
        return None if node.tag == "iframe" else setting

    def film(self, _node: LexborNode, attributes: Attributes, setting: Setting) -> Setting:
        """Read a film or sound: the picture shown before it plays."""
        if poster := attributes.get("poster"):
            image = self._new_image(None, setting)
            image.visible = setting.shown_around
            image.names.append(poster.strip())
            self._keep(image, setting)
        return setting

    def unframed(self, node: LexborNode, _attributes: Attributes, setting: Setting) -> None:
        """Read what browsers without frames show; the parser leaves its markup as text."""
        for text in _TAG.split(node.text()):
            self.page.beside(text, setting, Region.NOSCRIPT, "other", node)


_DESCRIBED_ALREADY = frozenset({"img", "svg", "area"})
READERS: dict[str, Reader] = {
    "a": Elements.anchor,
    "area": Elements.area,
    "img": Elements.image,
    "svg": Elements.drawing,
    "image": Elements.drawn,
    "use": Elements.drawn,
    "title": Elements.title,
    "desc": Elements.description,
    "foreignObject": Elements.foreign,
    "picture": Elements.picture,
    "source": Elements.source,
    "figure": Elements.frame_of_picture,
    "blockquote": Elements.quotation,
    **dict.fromkeys(
        ("q", "code", "samp", "kbd", "xmp", "listing", "textarea", "option", "plaintext"), Elements.quotation
    ),
    "sup": Elements.superscript,
    "table": Elements.table,
    "thead": Elements.head,
    "tr": Elements.row,
    "td": Elements.cell,
    "th": Elements.cell,
    "input": Elements.field,
    "meta": Elements.meta,
    "iframe": Elements.embedded,
    "frame": Elements.embedded,
    "object": Elements.embedded,
    "embed": Elements.embedded,
    "video": Elements.film,
    "audio": Elements.film,
    "noframes": Elements.unframed,
    "noembed": Elements.unframed,
}


def _told(setting: Setting) -> Region:
    return Region.ALT_TEXT if setting.shows_pictures else setting.region


def _is_inside(value: str) -> bool:
    """Say whether an address holds a picture of a bearable size itself."""
    return value.lstrip()[:11].lower() == "data:image/" and len(value) <= _LARGEST_INSIDE


def _has_shapes(node: LexborNode) -> bool:
    """Say whether a drawing has about as many parts as the emblem has stars, which few icons have."""
    pending, found = [node.first_child], 0
    while pending:
        child = pending.pop()
        while child is not None:
            if child.tag in _SHAPES:
                found += 1
                if found >= _STARS:
                    return True
            if child.first_child is not None:
                pending.append(child.first_child)
            child = child.next
    return False


def _with_namespaces(markup: str) -> str:
    """Return a drawing of a page as a drawing by itself; in HTML namespaces need not be declared."""
    for prefix, name in (("xmlns:xlink", "http://www.w3.org/1999/xlink"), ("xmlns", "http://www.w3.org/2000/svg")):
        if f"{prefix}=" not in markup[:_HEAD]:
            markup = markup.replace("<svg", f'<svg {prefix}="{name}"', 1)
    return markup if len(markup) <= _LARGEST_INSIDE else ""


def _file_names(attributes: Attributes) -> list[str]:
    """Return the names of picture files that attributes give; pictures written into the page itself have none."""
    names = [name.strip() for key in _SOURCES if (name := attributes.get(key))]
    for key in _SETS:
        if (listed := attributes.get(key)) and not listed.startswith("data:"):
            names += [entry.split()[0] for entry in re.split(r",\s+|,(?=https?:|/)", listed) if entry.strip(", ")]
    return [name for name in names if name and not name.startswith("data:")]


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:
        return target


def _count(value: str | None) -> int:
    value = (value or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) <= _DIGITS_OF_COUNT else 1
