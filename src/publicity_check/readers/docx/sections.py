"""Which headers and footers of a Word document are in use.

Each section may name three headers and three footers; what it does not name it takes from the section before. The
first-page one shows only where the section asks for it (``titlePg``), the even one only where the document does.
"""

from collections.abc import Mapping

import msgspec

from publicity_check.readers.docx.package import Relation
from publicity_check.readers.docx.xml import Element, r, switch, w

_PREFIX = {"default": "", "first": "first-page ", "even": "even-page "}


class PageMargin(msgspec.Struct, frozen=True, gc=False):
    """A header or footer: the part it stands in, its name for people, and whether any page shows it."""

    part: str
    label: str
    is_header: bool
    in_use: bool


def page_margins(document: Element, settings: Element | None, relations: Mapping[str, Relation]) -> list[PageMargin]:
    """Return all headers and footers of a document, each part once, in the order of the sections."""
    even_pages = bool(switch(settings, "evenAndOddHeaders"))
    uses: dict[str, tuple[str, int, bool, bool]] = {}
    current: dict[tuple[str, str], str] = {}
    for section, properties in enumerate(_sections(document), start=1):
        for kind in ("header", "footer"):
            for reference in properties.iterchildren(w(f"{kind}Reference")):
                relation = relations.get(reference.get(r("id"), ""))
                if relation is not None and not relation.external:
                    current[kind, reference.get(w("type"), "default")] = relation.target
        shown = {"default": True, "first": bool(switch(properties, "titlePg")), "even": even_pages}
        for (kind, type_), part in current.items():
            if part not in uses or (shown.get(type_, False) and not uses[part][3]):
                uses[part] = f"{_PREFIX.get(type_, '')}{kind}", section, kind == "header", shown.get(type_, False)
    for relation in relations.values():
        if relation.type in ("header", "footer") and not relation.external:
            uses.setdefault(relation.target, (relation.type, 0, relation.type == "header", False))
    taken: set[str] = set()
    margins: list[PageMargin] = []
    for part, (label, section, is_header, in_use) in uses.items():
        full = f"{label} of section {section}" if label in taken and section else label
        taken.add(label)
        margins.append(PageMargin(part, full, is_header, in_use))
    return margins


def _sections(document: Element) -> list[Element]:
    earlier = w("sectPrChange")
    return [s for s in document.iter(w("sectPr")) if (parent := s.getparent()) is None or parent.tag != earlier]
