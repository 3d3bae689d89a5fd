"""Word drafts for tests, and what becomes of their tracked changes when all are accepted or refused."""

import io
import re
import zipfile
from collections.abc import Iterable

from docx import Document
from lxml import etree

AUTHOR = "publicity-check"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

STATEMENT = "Šī publikācija ir sagatavota ar Eiropas Savienības finansiālo atbalstu."
DISCLAIMER = (
    "Par šīs publikācijas saturu pilnībā atbild Upes novada pašvaldība, un tas nekādos apstākļos nav uzskatāms par "
    "Eiropas Savienības oficiālo nostāju."
)
OPENING = "Upes novadā sākas Interreg V-A Latvija–Lietuva 2014–2020 projekts Nr. LLI-422."
BUDGET = "Kopējās izmaksas ir 176 680,75 EUR, ERAF 150 187,64 EUR (85 %)."
LINKS = "Vairāk: www.latlit.eu, www.europa.eu."


def draft(*paragraphs: str, header: str = "", footer: str = "") -> bytes:
    """Return a Word document of these paragraphs; the first is a heading."""
    document = Document()
    for number, text in enumerate(paragraphs):
        if number:
            document.add_paragraph(text)
        else:
            document.add_heading(text, 1)
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return the root of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def parts(data: bytes) -> dict[str, bytes]:
    """Return the content of every part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def comments(data: bytes) -> list[str]:
    """Return the comments of a document, their lines joined by line feeds."""
    if "word/comments.xml" not in parts(data):
        return []
    root = part(data, "word/comments.xml")
    return ["\n".join(_text(p, f"{W}t") for p in comment.iter(f"{W}p")) for comment in root]


def commented(data: bytes) -> list[str]:
    """Return the text that each comment is at, in the order of the comments."""
    root = part(data)
    found = []
    for comment in part(data, "word/comments.xml"):
        inside, text = False, ""
        for element in root.iter():
            if element.get(f"{W}id") == comment.get(f"{W}id"):
                inside = element.tag == f"{W}commentRangeStart" or (
                    inside and element.tag not in (f"{W}commentRangeEnd", f"{W}commentReference")
                )
            if inside and element.tag in (f"{W}t", f"{W}delText"):
                text += element.text or ""
        found.append(text)
    return found


def accepted(data: bytes, name: str = "word/document.xml") -> list[str]:
    """Return the paragraphs of a part with all tracked changes of this program accepted."""
    return _settled(data, name, gone="del", kept="t")


def refused(data: bytes, name: str = "word/document.xml") -> list[str]:
    """Return the paragraphs of a part with all tracked changes of this program refused."""
    return _settled(data, name, gone="ins", kept="t delText")


def _settled(data: bytes, name: str, *, gone: str, kept: str) -> list[str]:
    root = part(data, name)
    lines: list[str] = []
    open_end = False
    for paragraph in root.iter(f"{W}p"):
        text = "".join(
            t.text or ""
            for t in paragraph.iter(*(f"{W}{tag}" for tag in kept.split()))
            if not any(mark.get(f"{W}author") == AUTHOR for mark in t.iterancestors(f"{W}{gone}"))
        )
        if open_end:
            lines[-1] += text
        else:
            lines.append(text)
        open_end = paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None
    return lines


def _text(element: etree._Element, *tags: str) -> str:
    return "".join(t.text or "" for t in element.iter(*tags))


def text_of(data: bytes, name: str = "word/document.xml") -> list[str]:
    """Return the paragraphs of a part as they are without any tracked change."""
    return [_text(p, f"{W}t") for p in part(data, name).iter(f"{W}p")]


def unchanged(before: bytes, after: bytes) -> Iterable[str]:
    """Return the parts of a document that are byte for byte what they were."""
    old, new = parts(before), parts(after)
    return [name for name in old if new.get(name) == old[name]]


def without_comments(data: bytes) -> bytes:
    """Return a document without the marks of comments in its body."""
    marks = re.compile(rb"<w:r><w:commentReference [^>]*/></w:r>|<w:commentRange\w+ [^>]*/>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts(data).items():
            archive.writestr(name, marks.sub(b"", content) if name == "word/document.xml" else content)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return a document with a part put in, or in the place of the one of that name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part_name, old in {**parts(data), name: content}.items():
            archive.writestr(part_name, content if part_name == name else old)
    return out.getvalue()


def edited(data: bytes, name: str, old: str, new: str) -> bytes:
    """Return a document in whose part one text, which has to be there, stands in the place of another."""
    before = parts(data)[name].decode()
    if old not in before:
        raise ValueError(f"{name} lacks {old}")
    return with_part(data, name, before.replace(old, new).encode())
