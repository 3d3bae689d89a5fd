"""Builds Word documents from raw parts, so that a test can make whatever a file in the world may hold."""

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

SCHEMAS = "http://schemas.openxmlformats.org"
RELATIONS = f"{SCHEMAS}/officeDocument/2006/relationships"
NAMESPACES = {
    "w": f"{SCHEMAS}/wordprocessingml/2006/main",
    "r": RELATIONS,
    "wp": f"{SCHEMAS}/drawingml/2006/wordprocessingDrawing",
    "a": f"{SCHEMAS}/drawingml/2006/main",
    "pic": f"{SCHEMAS}/drawingml/2006/picture",
    "c": f"{SCHEMAS}/drawingml/2006/chart",
    "dgm": f"{SCHEMAS}/drawingml/2006/diagram",
    "m": f"{SCHEMAS}/officeDocument/2006/math",
    "mc": f"{SCHEMAS}/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
}
_EXTERNAL = ' TargetMode="External"'
_DECLARED = " ".join(f"xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in NAMESPACES.items())


def element(name: str, content: str = "") -> bytes:
    """Return a whole part with this root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{name} {_DECLARED}>{content}</{name}>'.encode()


def run(text: str, properties: str = "") -> str:
    """Return a run of text; ``properties`` go into its ``w:rPr``."""
    return (
        f'<w:r>{f"<w:rPr>{properties}</w:rPr>" * bool(properties)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def paragraph(*content: str, properties: str = "") -> str:
    """Return a paragraph; what does not begin with a tag is text."""
    runs = "".join(c if c.startswith("<") else run(c) for c in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' * bool(properties)}{runs}</w:p>"


def styled(style: str, *content: str) -> str:
    """Return a paragraph of a style."""
    return paragraph(*content, properties=f'<w:pStyle w:val="{style}"/>')


def table(*rows: list[str], properties: str = "") -> str:
    """Return a table; a cell that does not begin with a tag is text."""
    cells = ["".join(f"<w:tc>{c if c.startswith('<') else paragraph(c)}</w:tc>" for c in row) for row in rows]
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def text_box(*content: str) -> str:
    """Return a text box as Word writes it: in DrawingML, and again in VML for old versions."""
    inside = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Text Box 1"/>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def old_text_box(*content: str) -> str:
    """Return a text box in VML alone."""
    inside = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>"


def picture(relation: str, description: str = "", **attributes: str) -> str:
    """Return a run with a picture of 96 by 64 CSS pixels; ``attributes`` go to its ``wp:docPr``."""
    more = "".join(f" {key}={quoteattr(said)}" for key, said in attributes.items())
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="609600"/>'
        f'<wp:docPr id="2" name="Picture 2" descr={quoteattr(description)}{more}/><a:graphic><a:graphicData><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="0" name="eu-emblem.png"/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def field_of(instruction: str, *result: str) -> str:
    """Return the runs of a complex field."""
    shown = "".join(c if c.startswith("<") else run(c) for c in result)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(content: str, properties: str = "") -> str:
    """Return a content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def style(identity: str, name: str = "", inside: str = "", *, based_on: str = "", kind: str = "paragraph") -> str:
    """Return the definition of a style."""
    named = f'<w:name w:val="{name}"/>' * bool(name) + f'<w:basedOn w:val="{based_on}"/>' * bool(based_on)
    return f'<w:style w:type="{kind}" w:styleId="{identity}">{named}{inside}</w:style>'


@dataclass
class Docx:
    """A document under construction: its body and whatever further parts and relations are added."""

    body: str = ""
    parts: dict[str, bytes] = field(default_factory=dict)
    relations: dict[str, list[tuple[str, str, str, bool]]] = field(default_factory=dict)
    main: str = "word/document.xml"

    def relate(self, kind: str, target: str, *, external: bool = False, source: str | None = None) -> str:
        """Add a relation and return its id."""
        known = self.relations.setdefault(self.main if source is None else source, [])
        known.append((f"rId{len(known) + 1}", kind, target, external))
        return known[-1][0]

    def add(self, kind: str, name: str, data: bytes, *, source: str | None = None) -> str:
        """Add a part that another points to and return the relation's id."""
        self.parts[name] = data
        return self.relate(kind, f"/{name}", source=source)

    def notes(self, kind: str, *notes: str) -> None:
        """Add footnotes, endnotes or comments with the ids 1, 2 …"""
        item = kind.removesuffix("s")
        inside = "".join(f'<w:{item} w:id="{number}">{note}</w:{item}>' for number, note in enumerate(notes, start=1))
        self.add(kind, f"word/{kind}.xml", element(f"w:{kind}", inside))

    def styles(self, content: str) -> None:
        """Add the styles."""
        self.add("styles", "word/styles.xml", element("w:styles", content))

    def settings(self, content: str) -> None:
        """Add the settings."""
        self.add("settings", "word/settings.xml", element("w:settings", content))

    def margin(self, kind: str, name: str, *content: str) -> str:
        """Add a header or footer ("header", "header1") and return the relation's id."""
        root = "w:hdr" if kind == "header" else "w:ftr"
        return self.add(kind, f"word/{name}.xml", element(root, "".join(content)))

    def bytes(self, *, strict: bool = False) -> bytes:
        """Return the file."""
        files = {self.main: element("w:document", f"<w:body>{self.body}</w:body>"), **self.parts}
        package = [("main", "officeDocument", self.main, False), *self.relations.get("", ())]
        for source, known in {**self.relations, "": package}.items():
            lines = "".join(
                f'<Relationship Id="{identity}" Type="{RELATIONS}/{kind}" Target={quoteattr(target)}'
                f"{_EXTERNAL * external}/>"
                for identity, kind, target, external in known
            )
            folder, _, file = source.rpartition("/")
            relations = f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships">{lines}</Relationships>'
            files[f"{folder}/_rels/{file}.rels".lstrip("/")] = relations.encode()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, _as_strict(data) if strict else data)
        return out.getvalue()


def _as_strict(data: bytes) -> bytes:
    for key in ("wordprocessingml", "officeDocument", "drawingml"):
        data = data.replace(f"{SCHEMAS}/{key}/2006".encode(), f"http://purl.oclc.org/ooxml/{key}".encode())
    return data
