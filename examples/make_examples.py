"""Makes the Word examples and the picture of the emblem in this folder; run it after changing a text here.

The project, its number, its partners and its figures are made up. ``python examples/make_examples.py [FOLDER]``
"""

import io
import math
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.text.paragraph import Paragraph

HEADLINE = "Atvērtās darbnīcas Lielupes krastā uzņem pirmos amatniekus"
LEAD = (
    "2019. gada 12. septembrī Lielupes novadā durvis vēra četras atvērtās darbnīcas, kurās vietējie amatnieki, skolēni "
    "un viesi no Lietuvas kopā apgūst koka, māla un linu apstrādi."
)
PROJECT = (
    "Darbnīcas iekārtotas Interreg V-A Latvijas – Lietuvas pārrobežu sadarbības programmas 2014.–2020. gadam projektā "
    "“Atvērtās darbnīcas” (Nr. {number}), ko Lielupes novada pašvaldība īsteno kopā ar Mūšas rajona pašvaldību Lietuvā."
)
FIGURES = (
    "Kopējās projekta izmaksas ir 312 460,40 EUR. Projekta līdzfinansējums no Eiropas Reģionālās attīstības fonda ir "
    "{share} EUR jeb 85 %. Lielupes novada pašvaldības budžets šajā projektā ir 118 320,20 EUR, t. sk. "
    "100 572,17 EUR ir Eiropas Reģionālās attīstības fonda finansējums."
)
INVITATION = "Darbnīcas ir atvērtas katru sestdienu no plkst. 10.00 līdz 16.00; dalība ir bez maksas."
STATEMENT = "Šis raksts ir sagatavots ar Eiropas Savienības finansiālo atbalstu."
DISCLAIMER = (
    "Par šī raksta saturu pilnībā atbild Lielupes novada pašvaldība, un tas nekādos apstākļos nav uzskatāms par "
    "Eiropas Savienības oficiālo nostāju."
)
PROGRAMME = "http://www.latlit.eu"
UNION = "http://www.europa.eu"

LOOK_ALIKE = "LL\u0406-999"
"""The project number with a Cyrillic letter that looks like the last "I"."""


def in_order() -> Document:
    """Return a press release that says everything, its disclaimer in a text box of the footer."""
    document = _press_release("LLI-999", "265 591,34", PROGRAMME)
    picture = document.add_paragraph().add_run().add_picture(io.BytesIO(emblem()), width=Cm(3))
    picture._inline.docPr.set("descr", "Eiropas Savienības emblēma")
    picture._inline.docPr.set("name", "Eiropas Savienība")
    document.sections[0].footer.paragraphs[0]._p.append(_text_box(f"{STATEMENT} {DISCLAIMER}"))
    return document


def draft_with_defects() -> Document:
    """Return a draft of it: no disclaimer, no emblem, a wrong link, swapped digits, a letter that looks alike."""
    document = _press_release(LOOK_ALIKE, "265 951,34", "http://www.latlt.eu")
    document.sections[0].footer.paragraphs[0].text = STATEMENT
    return document


def _press_release(number: str, share: str, programme: str) -> Document:
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = HEADLINE, "", ""
    properties.created = properties.modified = datetime(2019, 9, 13)
    for language in document.styles.element.iter(f"{{{_W}}}lang"):
        language.set(f"{{{_W}}}val", "lv-LV")
    relations = document.part.package.rels
    for identity in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[identity]
    document.add_heading(HEADLINE, level=1)
    for text in (LEAD, PROJECT.format(number=number), FIGURES.format(share=share), INVITATION):
        document.add_paragraph(text)
    links = document.add_paragraph("Programmas mājaslapa: ")
    _add_link(links, programme)
    links.add_run("; par Eiropas Savienību: ")
    _add_link(links, UNION)
    return document


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def _add_link(paragraph: Paragraph, address: str) -> None:
    identity = paragraph.part.relate_to(address, _HYPERLINK, is_external=True)
    text = f"<w:r><w:t>{address.removeprefix('http://')}</w:t></w:r>"
    paragraph._p.append(parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{identity}">{text}</w:hyperlink>'))


def _text_box(text: str) -> "docx.oxml.xmlchemy.BaseOxmlElement":
    shapes = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    frame = (
        '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5486400" cy="640080"/>'
        '<wp:docPr id="101" name="Text Box 1"/><wp:cNvGraphicFramePr/>'
    )
    shape = '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5486400" cy="640080"/></a:xfrm>'
    box = (
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r>'
        f"<w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/>"
    )
    return parse_xml(
        f'<w:r {nsdecls("w", "wp", "a")} xmlns:wps="{shapes}"><w:drawing>{frame}<a:graphic>'
        f'<a:graphicData uri="{shapes}"><wps:wsp>{shape}{box}</wps:wsp></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def emblem(height: int = 120) -> bytes:
    """Return the emblem of the European Union as a PNG: twelve gold stars in a circle on blue.

    The proportions are those of the official drawing: one and a half times as wide as high, the circle a third of the
    height in radius, each star an eighteenth.
    """
    width = height * 3 // 2
    centres = [
        (width / 2 + height / 3 * math.sin(hour * math.pi / 6), height / 2 - height / 3 * math.cos(hour * math.pi / 6))
        for hour in range(12)
    ]
    blue, gold = bytes((0, 51, 153)), bytes((255, 204, 0))
    rows = (
        b"\0"
        + b"".join(
            gold if any(_in_star(x - cx, y - cy, height / 18) for cx, cy in centres) else blue for x in range(width)
        )
        for y in range(height)
    )
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(rows), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


EDGES = 4
"""Of the five edges of a star, those that a point in one of its arms lies inside of."""


def _in_star(x: float, y: float, radius: float) -> bool:
    """Say whether a point lies in a five-pointed star around 0, 0: inside at least four of its five long edges."""
    inside = 0
    for point in range(5):
        angle = math.pi / 2 + 2 * math.pi * point / 5
        inside += -x * math.cos(angle) - y * math.sin(angle) <= radius * math.cos(2 * math.pi / 5)
    return inside >= EDGES


def as_bytes(document: Document) -> bytes:
    """Return a document as the bytes of its file, the same every time."""
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, (2019, 9, 13, 0, 0, 0)), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "eu-emblem.png": emblem,
    "in-order.docx": lambda: as_bytes(in_order()),
    "draft-with-defects.docx": lambda: as_bytes(draft_with_defects()),
}


def main(folder: Path) -> None:
    """Write all files into a folder."""
    for name, make in FILES.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
