"""What a file really is, told by its first bytes, and what to say where that is not what its name says."""

import io
import re

from publicity_check.errors import ReadError

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf", "a compressed file (7z)"),
    (b"Rar!", "a compressed file (RAR)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_ADVICE = {
    "a PDF file": "check the document it was made from.",
    "an RTF document": "open it in a word processor and save it as .docx.",
}
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes({*range(32), 127} - {9, 10, 12, 13, 27})
_LOOKED_AT = 16_384
_FEWEST = 4
"""Bytes from which on it can be told whether each letter takes two."""
_FEWEST_FOR_GAPS = 64
"""Bytes from which on a text has gaps between its words."""

_UNREAD_SUFFIXES = {
    ".doc": "is an old Word document (.doc): open it in Word or LibreOffice and save it as .docx.",
    ".dot": "is an old Word template (.dot): open it in Word or LibreOffice and save it as .docx.",
    ".pdf": "is a PDF file: check the document it was made from (.docx, .html).",
    ".odt": "is an OpenDocument text (.odt): save it as .docx.",
    ".rtf": "is an RTF document: save it as .docx.",
    ".md": "is Markdown: check the page made from it (.html), or save it as .txt.",
    ".mht": "is a web archive: save the page as HTML.",
    ".mhtml": "is a web archive: save the page as HTML.",
}

LIKELY_SUFFIXES = frozenset(
    {
        *_UNREAD_SUFFIXES,
        *(".dotm", ".docb", ".ott", ".fodt", ".pages", ".wpd", ".wps", ".epub", ".xps", ".pub", ".eml", ".msg"),
        *(".pptx", ".ppt", ".pptm", ".ppsx", ".pps", ".odp", ".key", ".markdown", ".rst", ".adoc"),
        *(".stm", ".php", ".php5", ".phtml", ".asp", ".aspx", ".jsp", ".jspx", ".cfm"),
    }
)
"""Endings of files that may be somebody's publication and that no reader reads."""

_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_TEMPLATE = re.compile(rb"\{\{[^{}\n]*\}\}|\{%.{0,200}?%\}|<%[=@#\-\s].{0,500}?%>|<\?(?:php|=)\s", re.DOTALL)
"""What generators of sites put into a page: Hugo, Jinja, Liquid, Handlebars, ERB, PHP."""
_HEAD_TEMPLATE = re.compile(
    rb"<(?:html\b[^>]{0,1000}|title\b[^>]{0,100}>[^<]{0,300})(?:\{\{|\{%|<%|<\?)", re.IGNORECASE
)
_INCLUDED = re.compile(rb"<!--#include\s")
_WHOLE = re.compile(rb"<(?:html|!doctype)\b", re.IGNORECASE)
_PAYLOAD = re.compile(rb'\A[0-9a-f]{0,4}:(?:"\$|I\[|H[LC]\[|[\[{]|T[0-9a-f]+,)')
"""How the data begin that a framework (React's server components) keeps as text beside each page."""


def refused(suffix: str, name: str, readable: str) -> ReadError:
    """Return the error for a file whose suffix says that it is not read; ``readable`` is the sentence on what is."""
    return ReadError(f"{name} {_UNREAD_SUFFIXES.get(suffix, f'is of no kind that can be checked. {readable}')}")


def looks_like_a_document(start: bytes) -> bool:
    """Say whether a file without ending is, by its first bytes, a page or a document."""
    return bool(_PAGE.match(start)) or start.startswith((b"%PDF-", b"{\\rtf", _OLE, b"PK\x03\x04"))


def page_aside(data: bytes) -> str:
    """Return the code of the reason why a page is no publication: a template that pages are made from; "" if it is.

    A page that a server puts together from other files is one, too.
    """
    if _INCLUDED.search(data):
        return "skipped-template"
    if b"{" not in data and b"<%" not in data and b"<?" not in data:
        return ""
    template = _HEAD_TEMPLATE.search(data) or (_TEMPLATE.search(data) and not _WHOLE.search(data))
    return "skipped-template" if template else ""


def text_aside(data: bytes) -> str:
    """Return the code of the reason why a text is no publication: data that a framework keeps; "" if it is."""
    return "skipped-data" if _PAYLOAD.match(data) else ""


def check_text(data: bytes, name: str) -> None:
    """Raise :class:`ReadError` where a file called HTML or text is something else."""
    if what := _what(data):
        raise ReadError(f"{name} is {what}, not a page or text: {_ADVICE.get(what, 'check the file it belongs to.')}")
    if data.startswith(_OLE):
        raise ReadError(f"{name} is {_ole(data)}")
    if data.startswith(b"PK\x03\x04"):
        what, advice = _zip(data)
        raise ReadError(f"{name} is {what}, not a page or text: {advice}")
    start = data[:_LOOKED_AT]
    if start.lstrip()[:400].lower().startswith((b"mime-version:", b"from: <saved by")) and b"multipart/" in start:
        raise ReadError(f"{name} is a web archive (MHTML): save the page as HTML and check that.")
    if not data.startswith(_BYTE_ORDER_MARKS) and not _wide(start):
        controls = len(start) - len(start.translate(None, _CONTROLS))
        if controls > len(start) // 50 + 2:
            raise ReadError(f"{name} is not text but binary data: check the page or document it belongs to.")
    if not _has_gaps(start):
        raise ReadError(f"{name} is in an encoding that cannot be read: save it as UTF-8.")


def check_word(data: bytes, name: str) -> None:
    """Raise :class:`ReadError` where a file called a Word document is something else or is damaged."""
    if data.startswith(_OLE):
        raise ReadError(f"{name} is {_ole(data)}")
    if what := _what(data):
        raise ReadError(f"{name} is {what}, not a Word document: {_ADVICE.get(what, 'check the document itself.')}")
    if not data.startswith(b"PK"):
        if data[:_LOOKED_AT].lstrip()[:1] == b"<":
            raise ReadError(f"{name} is no Word document but HTML or XML: open it in Word and save it as .docx.")
        raise ReadError(f"{name} is no Word document: open it in the program that made it and save it as .docx.")
    what, advice = _zip(data)
    if what != "a Word document":
        raise ReadError(f"{name} is {what}, not a Word document: {advice}")


def _has_gaps(start: bytes) -> bool:
    """Say whether a text has gaps between its words; in EBCDIC, for one, a gap is another byte."""
    if len(start) < _FEWEST_FOR_GAPS or start.startswith(_BYTE_ORDER_MARKS) or 0 in start:
        return True
    try:
        start[:-4].decode("utf-8")
    except UnicodeDecodeError:
        return len(start) - len(start.translate(None, b" \t\r\n\xa0")) >= len(start) // 50
    return True


def _what(data: bytes) -> str:
    return next((what for magic, what in _MAGIC if data.startswith(magic)), "")


def _ole(data: bytes) -> str:
    if _ENCRYPTED in data:
        return "protected with a password: open it, take the password off and save it again."
    if _OLD_WORD in data:
        return "an old Word document (.doc): open it in Word or LibreOffice and save it as .docx."
    return "an old Office document or protected with a password: open it and save it as .docx without a password."


def _wide(start: bytes) -> bool:
    """Say whether a text is written in two bytes a letter (UTF-16 without a mark)."""
    return len(start) >= _FEWEST and max(start[::2].count(0), start[1::2].count(0)) > len(start) // 5


def _zip(data: bytes) -> tuple[str, str]:
    """Return what a zip archive is and what to do about it."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OverflowError, EOFError, NotImplementedError):
        return "a damaged or cut-off file", "get it again from where it came from, or save it again."
    if "[Content_Types].xml" in names:
        if any(name.startswith("xl/") for name in names):
            return "a spreadsheet", "check the document that is published."
        if any(name.startswith("ppt/") for name in names):
            return "a presentation", "check the document that is published."
        return "a Word document", "give it the ending .docx."
    if "mimetype" in names:
        return "an OpenDocument file or e-book", "save it as .docx."
    return "a zip archive", "unpack it and check what is in it."
