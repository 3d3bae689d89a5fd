"""Names of WordprocessingML and parsing that trusts nothing.

Strict documents (ISO/IEC 29500-1, namespaces under purl.oclc.org) are renamed to the Transitional
names of ECMA-376 while parsing, so that everything else knows one set of names.
"""

from functools import cache

from lxml import etree

Element = etree._Element

_SCHEMAS = "http://schemas.openxmlformats.org"
_OCLC = "http://purl.oclc.org/ooxml"

W = f"{_SCHEMAS}/wordprocessingml/2006/main"
R = f"{_SCHEMAS}/officeDocument/2006/relationships"
WP = f"{_SCHEMAS}/drawingml/2006/wordprocessingDrawing"
A = f"{_SCHEMAS}/drawingml/2006/main"
PIC = f"{_SCHEMAS}/drawingml/2006/picture"
CHART = f"{_SCHEMAS}/drawingml/2006/chart"
DIAGRAM = f"{_SCHEMAS}/drawingml/2006/diagram"
MATH = f"{_SCHEMAS}/officeDocument/2006/math"
MC = f"{_SCHEMAS}/markup-compatibility/2006"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"

_STRICT = {
    f"{_OCLC}/{strict}": transitional
    for strict, transitional in {
        "wordprocessingml/main": W,
        "officeDocument/relationships": R,
        "officeDocument/math": MATH,
        "drawingml/wordprocessingDrawing": WP,
        "drawingml/main": A,
        "drawingml/picture": PIC,
        "drawingml/chart": CHART,
        "drawingml/diagram": DIAGRAM,
    }.items()
}

MAX_MARKS = 2_000_000
"""Tags and attributes in one part; each takes some 120 bytes once parsed. A book of 300 pages has a tenth."""

_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


class UnsafeXMLError(Exception):
    """A part is well-formed perhaps, but made to do harm; the message completes "its part X …"."""


@cache
def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return f"{{{W}}}{name}"


@cache
def r(name: str) -> str:
    """Return the full name of an attribute that refers to a relation."""
    return f"{{{R}}}{name}"


def parse(data: bytes) -> Element:
    """Parse one part.

    No entity is resolved, no file or address opened; nesting beyond 256 and texts beyond 10 MB are left refused.

    Raises:
        UnsafeXMLError: if the part declares a document type or holds absurdly many elements.
        lxml.etree.XMLSyntaxError: if it is not well-formed.

    """
    if any(mark in data for mark in _DOCTYPES):
        raise UnsafeXMLError("declares a document type, which Word never writes and which can pull in other files")
    if data.count(b"<") + data.count(b"=") > MAX_MARKS:
        raise UnsafeXMLError(f"holds more than {MAX_MARKS:,} tags and attributes")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeXMLError("declares a document type, which Word never writes and which can pull in other files")
    if _OCLC.encode() in data or _OCLC.encode("utf-16-le") in data:
        _make_transitional(root)
    return root


def _make_transitional(root: Element) -> None:
    for element in root.iter():
        element.tag = _renamed(element.tag)
        for key, said in [(str(key), str(said)) for key, said in element.attrib.items()]:
            if (renamed := _renamed(key)) != key:
                del element.attrib[key]
                element.set(renamed, said)


def _renamed(name: str) -> str:
    namespace, _, local = name[1:].partition("}")
    return f"{{{_STRICT[namespace]}}}{local}" if namespace in _STRICT else name


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(parent: Element | None, name: str) -> str | None:
    """Return ``w:val`` of the child ``w:name``, or ``None`` where there is no such child or value."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(w("val"))


def switch(parent: Element | None, name: str) -> bool | None:
    """Return whether the property ``w:name`` is on; ``None`` where nothing is said of it."""
    child = None if parent is None else parent.find(w(name))
    if child is None:
        return None
    return child.get(w("val"), "true").lower() not in ("0", "false", "off", "none")


_MOST_DIGITS = 9


def number(text: str | None) -> int | None:
    """Return a decimal number of at most nine digits, or ``None`` for anything else."""
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isdecimal() and digits.isascii() and len(digits) <= _MOST_DIGITS else None
