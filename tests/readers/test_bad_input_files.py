"""What cannot be read is refused in one sentence that names the file and says what to do."""

import io
import os
import random
import time
import zipfile
from pathlib import Path

import pytest

from publicity_check.errors import ReadError
from publicity_check.readers import read_bytes, read_file
from publicity_check.readers.registry import SUFFIXES

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def zipped(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


CUT_OFF = zipped("[Content_Types].xml", "word/document.xml")[:60]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.html", b"", "empty"),
        ("a.docx", b"", "empty"),
        ("a.txt", b" \r\n\t", "empty"),
        ("a.html", b"\xef\xbb\xbf\n", "empty"),
        ("a.docx", b"%PDF-1.7\n1 0 obj", "PDF"),
        ("a.html", b"%PDF-1.7\n1 0 obj", "PDF"),
        ("a.docx", b"{\\rtf1 text}", "RTF"),
        ("a.docx", OLE + b"x" * 100 + "WordDocument".encode("utf-16-le"), "old Word document"),
        ("a.docx", OLE + b"x" * 100 + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        ("a.docx", OLE + b"x" * 100, "old Office document or protected with a password"),
        ("a.html", OLE + b"x" * 100 + "WordDocument".encode("utf-16-le"), "old Word document"),
        ("a.docx", zipped("readme.txt"), "zip archive"),
        ("a.docx", zipped("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet"),
        ("a.docx", zipped("[Content_Types].xml", "ppt/presentation.xml"), "presentation"),
        ("a.docx", zipped("mimetype", "content.xml"), "OpenDocument"),
        ("a.html", zipped("[Content_Types].xml", "word/document.xml"), "Word document"),
        pytest.param("a.docx", CUT_OFF, "damaged or cut-off", id="cut off"),
        ("a.docx", b"<html><p>x</p></html>", "HTML or XML"),
        ("a.docx", b"just text", "no Word document"),
        ("a.html", random.Random(1).randbytes(200_000), "binary"),
        ("a.txt", random.Random(2).randbytes(3_000), "binary"),
        ("a.html", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
        ("a.html", b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "web archive"),
        ("a.doc", OLE, "save it as .docx"),
        ("a.pdf", b"%PDF-1.7", "the document it was made from"),
        ("a.odt", b"PK", "save it as .docx"),
        ("a.xyz", b"x", ".docx"),
        ("noending", b"x", ".docx"),
    ],
)
def test_a_file_of_another_kind_is_named_as_what_it_is(name: str, data: bytes, says: str):
    with pytest.raises(ReadError) as error:
        read_bytes(data, name)
    assert says in str(error.value)
    assert str(error.value).startswith(name + " ")
    assert str(error.value).endswith((".", ".)"))
    assert "\n" not in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(ReadError, match=r"nosuch\.html does not exist"):
        read_file(tmp_path / "nosuch.html")


def test_a_folder_is_no_publication(tmp_path: Path):
    folder = tmp_path / "site.html"
    folder.mkdir()
    with pytest.raises(ReadError, match="is a folder"):
        read_file(folder)


def test_a_device_is_no_publication(tmp_path: Path):
    pipe = tmp_path / "pipe.html"
    os.mkfifo(pipe)
    with pytest.raises(ReadError, match="no ordinary file"):
        read_file(pipe)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path):
    big = tmp_path / "big.html"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(ReadError, match="50 MB large; up to 20 MB are read"):
        read_file(big)


def test_a_file_is_read_by_its_path_and_ending_in_any_case(tmp_path: Path):
    path = tmp_path / "Page.HTM"
    path.write_bytes(b"<p>text")
    publication = read_file(path)
    assert (publication.name, publication.blocks[0].text) == (str(path), "text")


def test_the_endings_that_are_read():
    assert {".html", ".htm", ".xhtml", ".xhtm", ".xht", ".shtml", ".shtm", ".docx", ".docm", ".dotx", ".txt"} == set(
        SUFFIXES
    )


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("<div>" * 100_000 + "x" + "</div>" * 100_000, "nested"),
        ("<div></b>" * 100_000, "nested"),
        ("<div><p>" * 70_000, "nested"),
        ("<svg><p>" + "<g/>" * 50 + "<div/>" * 100_000, "nested"),
        ("<p>x</p>" * 160_000, "elements"),
        ("<p>" + "".join(f"<font size={n}>" for n in range(2_000)) + "<p>x</p>" * 5_000, "never closed"),
        (("<div>" * 3_000 + "</div>" * 3_000) * 40, "deeply nested"),
    ],
)
def test_absurd_nesting_is_refused_at_once(source: str, says: str):
    begin = time.perf_counter()
    with pytest.raises(ReadError, match=says):
        read_bytes(source.encode(), "deep.html")
    assert time.perf_counter() - begin < 10


@pytest.mark.parametrize(
    "source",
    [
        "<b>bold " * 3_800,
        "<p>paragraph " * 60_000,
        "<ul>" + "<li>item " * 20_000,
        "<table>" + "<tr><td>cell " * 20_000,
        "<div>x</div>" * 20_000,
        "<svg>" + "<path d='M0 0'/>" * 20_000 + "</svg>",
        "<a href=x>link</a> " * 20_000,
        "<script>" + "document.write('<div>')" * 20_000 + "</script>text",
        "<!-- " + "<div>" * 20_000 + " -->text",
        "<p>" + "<font size=1>x " * 3_500 + "<p>x</p>" * 2_000,
    ],
)
def test_what_is_merely_long_is_read(source: str):
    assert read_bytes(source.encode(), "long.html").blocks or "svg" in source


@pytest.mark.parametrize(
    "piece",
    [
        *("<p a=\"b' c ", "<a '", '<p style="a:url(', "<style>@media{", "<style>a ", "<style>/*", "<style>url("),
        *("<!--", "<![CDATA[", "<?", "</", "<script>", "<title>", "<noscript>", "<noframes><", "[", "&#"),
        '<script type="application/ld+json">"\\',
    ],
)
def test_markup_that_never_ends_takes_little_time(piece: str):
    begin = time.perf_counter()
    try:
        publication = read_bytes(b"<p>text</p>" + piece.encode() * 40_000, "page.html")
        publication.locate(0, 0)
    except ReadError:
        pass
    assert time.perf_counter() - begin < 10


@pytest.mark.parametrize(
    "address", ["https://www.example.org/news", "http://example.org/a.html", "HTTPS://example.org/"]
)
def test_of_an_address_it_is_said_that_pages_are_not_fetched(address):
    with pytest.raises(ReadError, match="pages are not fetched: save the page"):
        read_file(Path(address))
