"""What is drawn on a page: pictures, text boxes, WordArt, SmartArt, charts and embedded objects.

DrawingML (``w:drawing``) and its forerunner VML (``w:pict``, ``w:object``) say the same in different words.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec

from publicity_check.readers.colors import FAINT, WHITE, Color, differ
from publicity_check.readers.docx.colors import UNKNOWN, Theme, named, paints
from publicity_check.readers.docx.effects import NOTHING, Done, done_to
from publicity_check.readers.docx.frames import is_nowhere, is_too_low
from publicity_check.readers.docx.package import Package, Relation
from publicity_check.readers.docx.page import Page
from publicity_check.readers.docx.paragraph import alternative
from publicity_check.readers.docx.xml import CHART, DIAGRAM, MC, OFFICE, PIC, VML, WP, A, Element, local, number, r, w
from publicity_check.values.message import Message, Quote, Term, Values

_EMU_PER_PIXEL = 9525
"""English Metric Units in a CSS pixel: 914,400 an inch over 96 an inch."""
_POINTS = {"pt": 96 / 72, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "px": 1.0, "pc": 16.0, "": 1.0}
_LENGTH = re.compile(r"(width|height)\s*:\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)\s*([a-z]{0,2})", re.IGNORECASE)

_BLIP, _PIC, _DOC_PR = f"{{{A}}}blip", f"{{{PIC}}}pic", f"{{{WP}}}docPr"
_EXTENT = f"{{{WP}}}extent"
_SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_PARAGRAPH, _TEXT, _RELATED_DIAGRAM = f"{{{A}}}p", f"{{{A}}}t", f"{{{DIAGRAM}}}relIds"
_FRAMES = {_DOC_PR, f"{{{WP}}}anchor"}
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp"
_VML_SHAPES = [f"{{{VML}}}{name}" for name in ("shape", "rect", "roundrect", "oval")]
_NO = ("f", "false", "0")
_HIDDEN_STYLE = re.compile(r"visibility\s*:\s*hidden|(?:^|;)\s*display\s*:\s*none", re.IGNORECASE)
_CHART, _IMAGE_DATA, _FILL = f"{{{CHART}}}chart", f"{{{VML}}}imagedata", f"{{{VML}}}fill"
_TEXT_BOX = w("txbxContent")
_OBJECTS = {
    "excel": "spreadsheet",
    "word": "document",
    "powerpoint": "presentation",
    "visio": "drawing",
    "equation": "equation",
    "acroexch": "pdf",
    "msgraph": "chart",
}


class Picture(msgspec.Struct, frozen=True, gc=False):
    """A picture, or a shape with a description. Sizes in CSS pixels; ``link`` is a target or ``None``."""

    names: tuple[str, ...]
    alt: str
    labels: tuple[str, ...]
    width: float | None
    height: float | None
    hidden: bool
    link: str | None
    done: Done = NOTHING


class TextBox(msgspec.Struct, frozen=True, gc=False):
    """Paragraphs that stand in a box."""

    content: Element
    hidden: bool
    ground: Color | None = None
    """The colour it is filled with; ``None`` where that cannot be told."""
    open: bool = False
    """Whether it is filled with nothing, so that what lies behind it is seen."""


class DrawnText(msgspec.Struct, frozen=True, gc=False):
    """A piece of text that is no paragraph of the document: WordArt, SmartArt, the title of a chart."""

    text: str
    hidden: bool


class Drawings:
    """Looks at the drawings of one part, whose relations lead to pictures, diagrams and charts."""

    def __init__(
        self,
        package: Package,
        part: str,
        theme: Theme = MappingProxyType({}),
        page: Page = Page(),  # noqa: B008 - a page is a tuple of two numbers
    ) -> None:
        self._package, self._relations = package, package.relations(part)
        self._theme, self._page = theme, page

    def look(self, drawing: Element) -> Iterator[Picture | TextBox | DrawnText]:
        """Yield what a ``w:drawing``, ``w:pict`` or ``w:object`` shows, in its order."""
        elements = list(_shown(drawing))
        hidden = any(e.get("hidden") in ("1", "true") for e in elements if e.tag in _FRAMES) or any(
            _HIDDEN_STYLE.search(e.get("style", "")) for e in elements if e.tag.startswith(f"{{{VML}}}")
        )
        hidden = hidden or is_nowhere(elements, self._page)
        yield from self._pictures(elements, hidden=hidden)
        for element in elements:
            tag = element.tag
            if tag == _TEXT_BOX:
                ground, open_ = self._filled(element)
                yield TextBox(element, hidden or is_too_low(element, elements), ground, open_)
            elif tag == _PARAGRAPH:
                yield DrawnText("".join(t.text or "" for t in element.iter(_TEXT)), hidden)
            elif tag == f"{{{VML}}}textpath":
                yield DrawnText(element.get("string", ""), hidden or _is_white(element.getparent()))
            elif tag == _RELATED_DIAGRAM:
                yield from (DrawnText(text, hidden) for text in self._diagram(element))
            elif tag == _CHART:
                yield from (DrawnText(text, hidden) for text in self._chart(element))
            elif tag == f"{{{OFFICE}}}OLEObject":
                self._note_object(element.get("ProgID", ""), linked=element.get("Type") == "Link")
            elif tag == w("control"):
                self._note_object(element.get(w("name"), ""), linked=False)

    def _pictures(self, elements: list[Element], *, hidden: bool) -> Iterator[Picture]:
        whole = next((e for e in elements if e.tag == _DOC_PR), None)
        pictures = [e for e in elements if e.tag == _PIC]
        inside = {blip for picture in pictures for blip in picture.iter(_BLIP)}
        fills = [e for e in elements if e.tag == _BLIP and e not in inside]
        extent = next((e for e in elements if e.tag == _EXTENT), None)
        for picture in pictures:
            own = picture.find(f"{{{PIC}}}nvPicPr/{{{PIC}}}cNvPr")
            size = extent if len(pictures) == 1 else picture.find(f"{{{PIC}}}spPr/{{{A}}}xfrm/{{{A}}}ext")
            # Of a picture alone in its frame Word keeps the description at the frame; in a group each has its own.
            described = (whole, own) if len(pictures) == 1 else (own, whole)
            done = done_to(picture)
            shown = self._picture(tuple(picture.iter(_BLIP)), described, size, hidden=hidden or done.gone)
            yield msgspec.structs.replace(shown, done=done)
        if fills or (not pictures and whole is not None and (whole.get("descr") or whole.get("title"))):
            yield self._picture(tuple(fills), (whole,), extent, hidden=hidden)
        for element in elements:
            if element.tag.startswith(f"{{{VML}}}"):
                yield from self._vml_picture(element, hidden=hidden)

    def _picture(
        self,
        blips: tuple[Element, ...],
        descriptions: tuple[Element | None, ...],
        size: Element | None,
        *,
        hidden: bool,
    ) -> Picture:
        names = [self._target(e.get(r(key))) for blip in blips for e in blip.iter(_BLIP, _SVG_BLIP) for key in _SOURCES]
        known = [d for d in descriptions if d is not None]
        alt = next((text for d in known if (text := d.get("descr", "")).strip()), "")
        labels = [text for d in known for text in (d.get("title"), d.get("name"), d.get("descr"))]
        clicks = (click.get(r("id")) for d in known for click in d.iter(f"{{{A}}}hlinkClick"))
        return Picture(
            names=_distinct(names),
            alt=alt,
            labels=tuple(label for label in _distinct(labels) if label != alt),
            width=_pixels(None if size is None else size.get("cx")),
            height=_pixels(None if size is None else size.get("cy")),
            hidden=hidden,
            link=next((target for click in clicks if (target := self._outside(click))), None),
        )

    def _vml_picture(self, shape: Element, *, hidden: bool) -> Iterator[Picture]:
        data = [*shape.iterchildren(_IMAGE_DATA), *shape.iterchildren(_FILL)]
        ids = [e.get(key) for e in data for key in (r("id"), r("pict"), f"{{{OFFICE}}}relid", r("href"))]
        names = _distinct([self._target(i) for i in ids] + [e.get("src") for e in data])
        alt = shape.get("alt", "")
        if not names and not alt.strip():
            return
        titles = [e.get(f"{{{OFFICE}}}title") for e in data]
        sizes = {
            key.lower(): float(n) * _POINTS.get(u.lower(), 1.0) for key, n, u in _LENGTH.findall(shape.get("style", ""))
        }
        yield Picture(
            names=names,
            alt=alt,
            labels=_distinct([shape.get("title"), *titles, shape.get("id")]),
            width=sizes.get("width"),
            height=sizes.get("height"),
            hidden=hidden,
            link=shape.get("href") or None,
        )

    def _filled(self, content: Element) -> tuple[Color | None, bool]:
        """Return the colour that a text box is filled with, and whether it is filled with nothing."""
        for shape in content.iterancestors(_SHAPE, *_VML_SHAPES):
            if shape.tag != _SHAPE:
                fill = named(shape.get("fillcolor", ""))
                return (None, True) if shape.get("filled") in _NO else (fill, False)
            properties = next((e for e in shape if local(e) == "spPr"), ())
            fills = [e for e in properties if local(e) in {"solidFill", "noFill"}]
            painted = paints(fills[0], self._theme) if fills else None
            if painted == ():
                return None, True
            only = painted[0] if painted and len(painted) == 1 else None
            return (only if only is not None and only != UNKNOWN and only.alpha >= 1 else None), False
        return None, False

    def _diagram(self, element: Element) -> Iterator[str]:
        root = self._other_part(element.get(r("dm")), Term("word-part", "diagram"))
        for point in () if root is None else root.iter(f"{{{DIAGRAM}}}pt"):
            settings = point.find(f"{{{DIAGRAM}}}prSet")
            if settings is None or settings.get("phldr") not in ("1", "true"):
                yield from _paragraphs(point)

    def _chart(self, element: Element) -> Iterator[str]:
        root = self._other_part(element.get(r("id")), Term("word-part", "chart"))
        if root is not None:
            yield from _paragraphs(root)
            for cache in root.iter(f"{{{CHART}}}strCache"):
                yield from (value.text or "" for value in cache.iter(f"{{{CHART}}}v"))

    def _other_part(self, identity: str | None, what: Term) -> Element | None:
        relation = self._relations.get(identity or "")
        if relation is None or relation.external:
            self._package.unread.append(Message("unread-not-in-file", {"what": what}))
            return None
        return self._package.optional(relation.target, what)

    def _note_object(self, program: str, *, linked: bool) -> None:
        kind = next((kind for key, kind in _OBJECTS.items() if key in program.lower()), "object")
        code = "unread-linked-object" if linked else "unread-embedded-object"
        values: Values = {"kind": Term("object", kind), "program": Quote(f" ({program})" if program else "")}
        self._package.unread.append(Message(code, values))

    def _target(self, identity: str | None) -> str | None:
        relation = self._relations.get(identity or "")
        if relation is None or (not relation.external and posixpath.basename(relation.target).upper() == "NULL"):
            return None
        return relation.target

    def _outside(self, identity: str | None) -> str | None:
        return outside_targets(self._relations).get(identity or "")


_SOURCES = ("embed", "link")


def outside_targets(relations: Mapping[str, Relation]) -> dict[str, str]:
    """Return the addresses outside the file that relations point to, by id."""
    return {identity: found.target for identity, found in relations.items() if found.external and found.target}


def _shown(element: Element) -> Iterator[Element]:
    """Yield an element and all inside it in document order, leaving text boxes closed and alternatives chosen."""
    pending = [element]
    while pending:
        current = pending.pop()
        if current.tag == f"{{{MC}}}AlternateContent":
            chosen = alternative(current)
            pending.extend([] if chosen is None else [chosen])
            continue
        yield current
        if current.tag not in (_TEXT_BOX, _PARAGRAPH, f"{{{VML}}}shapetype"):
            pending.extend(reversed(current))


def _is_white(shape: Element | None) -> bool:
    """Say whether WordArt is drawn in white alone."""
    if shape is None or shape.get("stroked") not in _NO:
        return False
    fill = named(shape.get("fillcolor", ""))
    return shape.get("filled") in _NO or (fill is not None and differ(fill, WHITE) < FAINT)


def _paragraphs(root: Element) -> Iterator[str]:
    for paragraph in root.iter(_PARAGRAPH):
        yield "".join(text.text or "" for text in paragraph.iter(_TEXT))


def _pixels(emu: str | None) -> float | None:
    size = number(emu)
    return None if size is None else round(size / _EMU_PER_PIXEL, 2)


def _distinct(texts: list[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text and text.strip()))
