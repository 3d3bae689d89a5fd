"""Word documents that are damaged, protected, something else, or made to do harm: one clear sentence each."""

import os
import tracemalloc
import zipfile
from io import BytesIO

import pytest

from docx_builder import Docx, control, element, paragraph, run, table, text_box
from publicity_check.errors import ReadError
from publicity_check.readers.docx import package as docx_package
from publicity_check.readers.docx import xml as docx_xml
from publicity_check.readers.docx.read import read

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data, "mape/draft.docx")
    message = str(caught.value)
    assert message.startswith("mape/draft.docx ")
    assert message.endswith(".")
    assert "\n" not in message
    return message


def with_document(xml: bytes) -> bytes:
    document = Docx()
    document.parts["word/document.xml"] = xml
    return document.bytes()


def zipped(**files: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7\n1 0 obj", "is a PDF"),
        (OLE + b"\0" * 4000, "is an old Word document (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (b"<p>Labdien</p>", "is not a Word document"),
        (b"PK\x03\x04" + bytes(range(256)), "is damaged or cut off"),
        (zipped(readme=b"x"), "is a ZIP archive without a Word document inside"),
        (zipped(**{"mimetype": b"x", "content.xml": b"<x/>"}), "is an OpenDocument file"),
        (with_document(b"<workbook/>"), "is not a Word document but a spreadsheet"),
        (with_document(b"<x/>"), "is not a Word document but something else"),
        (with_document(b"<w:document"), "is damaged: its part word/document.xml is broken"),
        (with_document(b""), "is damaged: its part word/document.xml is broken"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_readable_word_document_is_named_as_what_it_is(data: bytes, said: str):
    assert said in refusal(data)


def test_a_file_cut_off_is_damaged_wherever_it_is_cut():
    data = Docx(paragraph("x" * 500)).bytes()
    for length in range(4, len(data) - 1, 97):
        assert "is damaged" in refusal(data[:length])


def test_a_file_with_changed_bytes_is_read_or_refused_in_a_sentence():
    data = bytearray(Docx(paragraph("x" * 500)).bytes())
    for position in range(0, len(data), 7):
        data[position] ^= 0x55
        try:
            read(bytes(data), "draft.docx")
        except ReadError as error:
            assert str(error).startswith("draft.docx ")  # noqa: PT017
        data[position] ^= 0x55


def test_an_encrypted_entry_is_a_password():
    data = bytearray(Docx(paragraph("x")).bytes())
    position = 0
    while (position := data.find(b"PK\x01\x02", position + 1)) > 0:
        data[position + 8] |= 1
    assert "is protected by a password" in refusal(bytes(data))


def test_a_part_that_unpacks_beyond_measure_is_refused_without_unpacking_it():
    bomb = element("w:document", f"<w:body>{paragraph('A' * 300_000_000)}</w:body>")
    data = with_document(bomb)
    del bomb
    tracemalloc.start()
    message = refusal(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "unpacks to more than 64 MB" in message
    assert peak < 200_000_000


def test_the_limit_holds_for_all_parts_together(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(docx_package, "MAX_UNPACKED", 20_000)
    document = Docx(paragraph("x", *(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(9))))
    for number in range(9):
        document.margin("footer", f"footer{number}", paragraph("y" * 3_000))
    assert "unpacks to more than" in refusal(document.bytes())


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_packed_as_word_never_packs_is_not_unpacked(method: int):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("word/document.xml", element("w:document"))
    assert "it cannot be unpacked" in refusal(out.getvalue())


def test_pictures_are_not_unpacked_and_may_be_large(monkeypatch: pytest.MonkeyPatch):
    document = Docx(paragraph("x"))
    document.add("image", "word/media/image1.bmp", b"\0" * 1_000_000)
    monkeypatch.setattr(docx_package, "MAX_UNPACKED", 20_000)
    assert read(document.bytes(), "a").blocks


def test_an_archive_of_very_many_files_is_refused():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(docx_package.MAX_PARTS + 1):
            archive.writestr(str(number), b"")
    assert "files inside" in refusal(out.getvalue())


def test_a_part_of_very_many_tags_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(docx_xml, "MAX_MARKS", 1_000)
    assert "tags and attributes" in refusal(Docx("<w:p/>" * 1_000).bytes())


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-16-be"])
def test_a_document_type_is_refused_so_that_no_other_file_is_read(code: str, tmp_path: object):
    secret = f"{tmp_path}/secret.txt"
    with open(secret, "w") as file:  # noqa: PTH123
        file.write("slepens")
    doctype = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{secret}">]>'
    text = element("w:document", "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>").decode()
    text = text.replace("?>", f"?>{doctype}", 1).replace("UTF-8", code)
    data = text.encode("utf-16") if code == "utf-16" else text.encode(code)
    message = refusal(with_document(data))
    assert "document type" in message
    assert "slepens" not in message


def test_entities_that_multiply_are_refused_in_any_part():
    lots = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    document = Docx(paragraph("x"))
    styles = f'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">{lots}]><styles>&j;</styles>'
    document.add("styles", "word/styles.xml", styles.encode())
    assert "its part word/styles.xml declares a document type" in refusal(document.bytes())


def test_entities_that_are_not_declared_are_damage():
    assert "is damaged" in refusal(with_document(element("w:document", "<w:body>&x;</w:body>")))


def nested(inside: str, opening: str, closing: str, times: int) -> str:
    return opening * times + inside + closing * times


DEEP = {
    "tables": nested(paragraph("x"), "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80),
    "smart tags": paragraph(nested(run("x"), "<w:smartTag>", "</w:smartTag>", 240)),
    "controls": paragraph(nested(run("x"), "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 120)),
    "boxes": nested(
        "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
        "<w:p><w:r><w:pict><w:txbxContent>",
        "</w:txbxContent></w:pict></w:r></w:p>",
        60,
    ),
    "wrappers of rows": "<w:tbl>"
    + nested(f"<w:tr><w:tc>{paragraph('x')}</w:tc></w:tr>", "<w:customXml>", "</w:customXml>", 240)
    + "</w:tbl>",
}


@pytest.mark.parametrize("kind", DEEP)
def test_what_is_nested_as_deep_as_may_be_is_read(kind: str):
    assert [block.text for block in read(Docx(DEEP[kind]).bytes(), "a").blocks] == ["x"]


@pytest.mark.parametrize("kind", DEEP)
def test_what_is_nested_deeper_is_refused(kind: str):
    body = nested(DEEP[kind], "<w:customXml>", "</w:customXml>", 200)
    assert "is damaged" in refusal(Docx(body).bytes())


def test_fields_left_open_by_the_thousand_cost_no_more_than_others():
    opened = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'
    body = paragraph(opened * 20_000 + run("x") * 20_000)
    assert read(Docx(body).bytes(), "a").blocks[0].text == "x" * 20_000


def test_styles_that_are_based_on_each_other_in_a_long_chain_are_read():
    document = Docx(paragraph("x", properties='<w:pStyle w:val="s0"/>'))
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(5_000)
    )
    document.styles(chain)
    assert read(document.bytes(), "a").blocks


def test_numbers_that_are_none_do_no_harm():
    span = f'<w:tcPr><w:gridSpan w:val="9999999999999"/></w:tcPr>{paragraph("a")}'
    body = table([span, "b"]) + control(
        paragraph("c", properties='<w:outlineLvl w:val="x"/><w:numPr><w:ilvl w:val="-5"/></w:numPr>')
    )
    body += paragraph(
        "d", text_box(paragraph("e")).replace("<wp:docPr", '<wp:extent cx="1e9" cy=""/><wp:docPr descr="f"')
    )
    assert len(read(Docx(body).bytes(), "a").blocks) == 6


def test_random_bytes_are_refused():
    for length in (1, 7, 5_000):
        refusal(b"PK" + os.urandom(length))
