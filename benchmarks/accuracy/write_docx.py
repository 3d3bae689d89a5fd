"""Writes a draft as a Word document: a press release with a logo table, text and a footer."""

import struct
import zipfile
import zlib
from html import escape
from io import BytesIO

from benchmarks.accuracy.document import Draft, Item, Piece

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = ("header", "footer", "footnotes", "endnotes", "comments")
AUTHOR = 'w:id="7" w:author="Editor" w:date="2024-03-01T09:00:00Z"'


def write(draft: Draft) -> bytes:
    """Return the bytes of the document; the same draft gives the same bytes."""
    writer = _Writer(draft)
    files = writer.files()
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return buffer.getvalue()


class _Writer:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.links: dict[str, list[str]] = {}
        self.notes: dict[str, list[str]] = {"footnotes": [], "endnotes": [], "comments": []}
        self.part = "document"

    def files(self) -> dict[str, bytes]:
        """Return all files of the package by name."""
        body = [self.block(item) for item in self.draft.items if item.place == "main" and item.form != "property"]
        body += [self.block(item) for item in self.draft.items if item.place in {"aside", "nav"} and item.role != "nav"]
        unused = [item for item in self.draft.items if item.form == "unused-header"]
        body = [self.logos(), *body]
        if "footer-in-body" in self.draft.traits:
            body += [self.block(item) for item in self.footer_items()]
        self.part = "footer"
        footer = [] if "footer-in-body" in self.draft.traits else [self.block(item) for item in self.footer_items()]
        self.part = "document"
        parts = {"footer": footer or [_paragraph("")]}
        if unused:
            parts["header"] = [_paragraph("".join(self.runs(item))) for item in unused]
        return self.package("".join(body), parts)

    def footer_items(self) -> list[Item]:
        """Return what stands in the footer; pictures stand in the logo table instead."""
        skipped = {"unused-header", "property", "image"}
        return [item for item in self.draft.items if item.place == "footer" and item.form not in skipped]

    def logos(self) -> str:
        """Return the table of logos at the head of the page."""
        pictures = [item for item in self.draft.items if item.form == "image"]
        cells = "".join(f"<w:tc>{_paragraph(''.join(self.runs(item)))}</w:tc>" for item in pictures)
        grid = "<w:tblGrid>" + '<w:gridCol w:w="3000"/>' * len(pictures) + "</w:tblGrid>"
        return f"<w:tbl><w:tblPr/>{grid}<w:tr>{cells}</w:tr></w:tbl>" if pictures else ""

    def block(self, item: Item) -> str:
        """Return an item as block-level markup."""
        inner = "".join(self.runs(item))
        match item.form:
            case "h1" | "h2":
                return _paragraph(inner, f'<w:pPr><w:pStyle w:val="Heading{item.form[1]}"/></w:pPr>')
            case "vanish":
                return _paragraph(inner.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"))
            case "deleted":
                gone = inner.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
                return _paragraph(f"<w:del {AUTHOR}>{gone}</w:del>")
            case "inserted":
                return _paragraph(f"<w:ins {AUTHOR}>{inner}</w:ins>")
            case "moved-in":
                return _paragraph(f"<w:moveTo {AUTHOR}>{inner}</w:moveTo>")
            case "moved-out":
                return _paragraph(f"<w:moveFrom {AUTHOR}>{inner}</w:moveFrom>")
            case "control":
                return _control(_paragraph(inner), "<w:sdtPr/>")
            case "placeholder-control":
                return _control(_paragraph(inner), "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>")
            case "smart-tag":
                return _paragraph(f'<w:smartTag w:uri="urn:x" w:element="place">{inner}</w:smartTag>')
            case "text-box":
                return _paragraph(_text_box(_paragraph(inner)))
            case "footnote" | "endnote" | "comment":
                return self.note(f"{item.form}s", item.form, inner)
            case "two-cells":
                words = item.text.split()
                half = len(words) // 2
                return _row(*(_paragraph(_run(" ".join(part))) for part in (words[:half], words[half:])))
            case "two-blocks":
                words = item.text.split()
                half = len(words) // 2
                return "".join(_paragraph(_run(" ".join(part))) for part in (words[:half], words[half:]))
            case "nested-table":
                return _row(_row(_paragraph(inner)) + _paragraph(""))
            case "quote":
                return _paragraph(inner, '<w:pPr><w:pStyle w:val="Quote"/></w:pPr>')
            case _:
                return _paragraph(inner)

    def note(self, part: str, name: str, inner: str) -> str:
        """File a note and return the paragraph that refers to it."""
        self.notes[part].append(inner)
        number = len(self.notes[part]) + 1
        return _paragraph(_run(self.draft.words["contact"]) + f'<w:r><w:{name}Reference w:id="{number}"/></w:r>')

    def runs(self, item: Item) -> list[str]:
        """Return the runs of an item."""
        return [self.piece(piece) for piece in item.pieces]

    def piece(self, piece: Piece) -> str:
        """Return one piece as runs."""
        match piece.look:
            case "a":
                targets = self.links.setdefault(self.part, [])
                targets.append(piece.href)
                return f'<w:hyperlink r:id="rLink{len(targets)}">{_run(piece.text)}</w:hyperlink>'
            case "field":
                order = f' HYPERLINK "{escape(piece.href)}" '
                instruction = f'<w:r><w:instrText xml:space="preserve">{order}</w:instrText></w:r>'
                return f"{_mark('begin')}{instruction}{_mark('separate')}{_run(piece.text)}{_mark('end')}"
            case "img":
                return _picture(piece)
            case "br":
                return "<w:r><w:br/></w:r>"
            case "no-break-hyphen":
                return "<w:r><w:noBreakHyphen/></w:r>"
            case "b":
                return _run(piece.text, "<w:rPr><w:b/></w:rPr>")
            case "wbr" | "raw":
                return ""
            case _ if "letter-runs" in self.draft.traits:
                return "".join(_run(letter) for letter in piece.text)
            case _:
                return _run(piece.text)

    def package(self, body: str, parts: dict[str, list[str]]) -> dict[str, bytes]:
        """Return the files of the package."""
        properties = "".join(item.text for item in self.draft.items if item.form == "property")
        page = {"header": "first", "footer": "default"}
        section = "".join(f'<w:{name}Reference w:type="{page[name]}" r:id="r{name}"/>' for name in parts)
        filled = {name: notes for name, notes in self.notes.items() if notes}
        names = [*parts, *filled]
        files = {
            "[Content_Types].xml": _content_types(names),
            "_rels/.rels": _relations(
                {
                    "r1": ("officeDocument", "word/document.xml", ""),
                    "r2": ("metadata/core-properties", "docProps/core.xml", ""),
                }
            ),
            "docProps/core.xml": _core(properties),
            "word/document.xml": _xml("document", f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>"),
            "word/styles.xml": _styles(self.draft.declared),
            "word/media/image1.png": _png(),
        }
        targets = {f"r{name}": (name, f"{name}.xml", "") for name in names}
        own = {"rStyles": ("styles", "styles.xml", ""), "rImage": ("image", "media/image1.png", "")}
        files["word/_rels/document.xml.rels"] = _relations({**targets, **own, **self.link_targets("document")})
        for name, blocks in parts.items():
            files[f"word/{name}.xml"] = _xml({"header": "hdr", "footer": "ftr"}[name], "".join(blocks))
            files[f"word/_rels/{name}.xml.rels"] = _relations(self.link_targets(name))
        for name, notes in filled.items():
            single = name[:-1]
            inner = "".join(
                f'<w:{single} w:id="{i + 2}">{_paragraph(note)}</w:{single}>' for i, note in enumerate(notes)
            )
            files[f"word/{name}.xml"] = _xml(name, inner)
        return files

    def link_targets(self, part: str) -> dict[str, tuple[str, str, str]]:
        """Return the relations of a part's hyperlinks."""
        return {f"rLink{i + 1}": ("hyperlink", target, "External") for i, target in enumerate(self.links.get(part, []))}


def _run(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p>{properties}{inner}</w:p>"


def _control(inner: str, properties: str) -> str:
    return f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def _row(*cells: str) -> str:
    grid = "<w:tblGrid>" + '<w:gridCol w:w="4500"/>' * len(cells) + "</w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def _text_box(inner: str) -> str:
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    shape = f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
    drawing = (
        '<w:drawing><wp:anchor><wp:docPr id="9" name="Text Box 9"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    fallback = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _picture(piece: Piece) -> str:
    alt, name = escape(piece.text), escape(piece.href)
    fill = '<pic:blipFill><a:blip r:embed="rImage"/></pic:blipFill>'
    inner = f'<pic:pic><pic:nvPicPr><pic:cNvPr id="5" name="{name}"/></pic:nvPicPr>{fill}</pic:pic>'
    graphic = f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">{inner}</a:graphicData>'
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1714500" cy="1143000"/>'
        f'<wp:docPr id="5" name="{name}" descr="{alt}"/><a:graphic>{graphic}</a:graphic></wp:inline></w:drawing></w:r>'
    )


def _xml(root: str, inner: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {SPACES}>{inner}</w:{root}>'.encode()


def _styles(language: str) -> bytes:
    run = f'<w:rPr><w:lang w:val="{language or "en"}"/></w:rPr>'
    default = f"<w:docDefaults><w:rPrDefault>{run}</w:rPrDefault></w:docDefaults>"
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2)
    )
    quote = '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>'
    return _xml("styles", default + headings + quote)


def _relations(targets: dict[str, tuple[str, str, str]]) -> bytes:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    lines = []
    for key, (kind, target, mode) in targets.items():
        base = f"{package}" if kind.startswith("metadata") else RELATIONS
        external = ' TargetMode="External"' if mode else ""
        lines.append(f'<Relationship Id="{key}" Type="{base}/{kind}" Target="{escape(target)}"{external}/>')
    inner = "".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{package}">{inner}</Relationships>'.encode()


def _content_types(parts: list[str]) -> bytes:
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = {"/word/document.xml": f"{base}.document.main+xml", "/word/styles.xml": f"{base}.styles+xml"}
    overrides |= {f"/word/{name}.xml": f"{base}.{name}+xml" for name in parts}
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    lines = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Types xmlns="{space}">{defaults}{lines}</Types>'.encode()


def _core(description: str) -> bytes:
    inner = f"<dc:description>{escape(description)}</dc:description>" if description else ""
    space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<cp:coreProperties xmlns:cp="{space}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{inner}</cp:coreProperties>'
    ).encode()


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(b"\0\0\x33\x99")), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
