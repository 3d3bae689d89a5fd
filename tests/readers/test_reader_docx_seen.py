"""Ways to keep letters of a Word document from a reader's eye, and others that look like them and do not."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from docx_builder import Docx, element
from publicity_check.readers.docx.read import read

SCHEME = (
    '<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F3864"/></a:dk2>'
    '<a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>'
    "</a:themeElements>"
)
CASES = json.loads(Path(__file__).parents[1].joinpath("data", "word_visibility.json").read_text(encoding="utf-8"))
"""The text in question is "LLI"; ``seen`` is what Word shows of it, by ISO/IEC 29500-1."""


def made(case: dict[str, str]) -> bytes:
    document = Docx(case["body"])
    if case.get("paper_shown"):
        document.settings("<w:displayBackgroundShape/>")
    if case.get("styles"):
        document.styles(case["styles"])
    document.add("theme", "word/theme/theme1.xml", element("a:theme", SCHEME))
    return coloured(document.bytes(), case["paper"]) if case.get("paper") else document.bytes()


def coloured(data: bytes, paper: str) -> bytes:
    """Return a document with a colour of its pages."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = f'<w:background w:color="{paper}"/><w:body>'.encode()
            new.writestr(name, old.read(name).replace(b"<w:body>", body))
    return out.getvalue()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_letters_are_seen_where_word_shows_them(case: dict[str, str]) -> None:
    blocks = read(made(case), "a.docx").blocks
    assert any("LLI" in block.text and block.region.visible for block in blocks) is case["seen"]
