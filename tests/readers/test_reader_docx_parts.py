"""The parts of a Word document: headers, footers, notes, comments, properties, and the package around them."""

import hashlib
import zipfile
from io import BytesIO

import pytest
from unread_help import told

from docx_builder import NAMESPACES, Docx, element, old_text_box, paragraph, run, styled, table, text_box
from publicity_check.publication import Publication, Region
from publicity_check.readers.docx.read import read


def shown(publication: Publication) -> list[tuple[Region, str, str | None]]:
    return [(b.region, b.text, publication.locate(b.index, 0).part) for b in publication.blocks]


def section(*references: tuple[str, str, str], title_page: bool = False) -> str:
    lines = "".join(f'<w:{kind}Reference w:type="{type_}" r:id="{identity}"/>' for kind, type_, identity in references)
    return f"<w:sectPr>{lines}{'<w:titlePg/>' * title_page}</w:sectPr>"


def test_headers_come_before_the_body_and_footers_after_it():
    document = Docx()
    top = document.margin("header", "header1", paragraph("augša"))
    bottom = document.margin("footer", "footer1", paragraph("apakša"), table(["šūna"]))
    document.body = paragraph("vidus") + section(("header", "default", top), ("footer", "default", bottom))
    publication = read(document.bytes(), "draft.docx")
    assert shown(publication) == [
        (Region.HEADER, "augša", "header"),
        (Region.MAIN, "vidus", "body"),
        (Region.FOOTER, "apakša", "footer"),
        (Region.FOOTER, "šūna", "footer"),
    ]
    assert publication.locate(3, 0).paragraph == 2


@pytest.mark.parametrize(("title_page", "even", "seen"), [(True, True, 3), (True, False, 2), (False, False, 1)])
def test_first_page_and_even_page_footers_show_only_where_they_are_asked_for(title_page: bool, even: bool, seen: int):
    document = Docx()
    kinds = ("default", "first", "even")
    footers = [("footer", kind, document.margin("footer", f"footer-{kind}", paragraph(kind))) for kind in kinds]
    document.body = paragraph("x") + section(*footers, title_page=title_page)
    document.settings("<w:evenAndOddHeaders/>" if even else "")
    found = shown(read(document.bytes(), "draft.docx"))[1:]
    labels = {"default": "footer", "first": "first-page footer", "even": "even-page footer"}
    expected = [(Region.FOOTER if n < seen else Region.HIDDEN, kind, labels[kind]) for n, kind in enumerate(kinds)]
    assert sorted(found) == sorted(expected)


def test_a_section_takes_from_the_one_before_what_it_does_not_name_itself():
    document = Docx()
    first = document.margin("header", "header1", paragraph("pirmā lapa"))
    usual = document.margin("header", "header2", paragraph("parastā"))
    other = document.margin("header", "header3", paragraph("citāda"))
    document.body = (
        paragraph("a", properties=section(("header", "first", first), ("header", "default", usual)))
        + paragraph("b", properties=section(("header", "default", other)))
        + section(title_page=True)
    )
    assert [s for s in shown(read(document.bytes(), "a")) if s[0] is not Region.MAIN] == [
        (Region.HEADER, "pirmā lapa", "first-page header"),
        (Region.HEADER, "parastā", "header"),
        (Region.HEADER, "citāda", "header of section 2"),
    ]


def test_what_a_section_was_before_a_tracked_change_does_not_count():
    document = Docx()
    old = document.margin("footer", "footer1", paragraph("vecā"))
    before = f"<w:sectPrChange>{section(('footer', 'default', old))}</w:sectPrChange>"
    document.body = paragraph("x") + f"<w:sectPr>{before}</w:sectPr>"
    assert shown(read(document.bytes(), "a"))[-1] == (Region.HIDDEN, "vecā", "footer")


def test_notes_are_read_with_the_heading_they_were_called_from():
    document = Docx(
        styled("Heading1", "Budžets")
        + paragraph("x", '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:endnoteReference w:id="1"/></w:r>')
    )
    document.notes("footnotes", paragraph("neviens uz to neatsaucas"), paragraph("ERAF 85 %"))
    document.notes("endnotes", paragraph("www.latlit.eu"))
    publication = read(document.bytes(), "draft.docx")
    assert shown(publication)[2:] == [
        (Region.HIDDEN, "neviens uz to neatsaucas", "footnotes"),
        (Region.FOOTNOTE, "ERAF 85 %", "footnotes"),
        (Region.FOOTNOTE, "www.latlit.eu", "endnotes"),
    ]
    assert publication.locate(3, 0).heading == "Budžets"


def test_a_note_called_from_deleted_text_is_deleted():
    document = Docx(paragraph("x", '<w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:del>'))
    document.notes("footnotes", paragraph("y"))
    assert shown(read(document.bytes(), "a"))[1] == (Region.DELETED, "y", "footnotes")


def test_the_lines_that_separate_notes_are_no_notes():
    document = Docx(paragraph("x"))
    line = f'<w:footnote w:type="separator" w:id="-1">{paragraph("---")}</w:footnote>'
    document.add("footnotes", "word/footnotes.xml", element("w:footnotes", line))
    assert len(read(document.bytes(), "a").blocks) == 1


def test_a_comment_on_deleted_text_is_a_comment():
    document = Docx(paragraph("x", '<w:del><w:r><w:commentReference w:id="1"/></w:r></w:del>'))
    document.notes("comments", paragraph("y"))
    assert shown(read(document.bytes(), "a"))[1] == (Region.COMMENT, "y", "comments")


def test_nothing_of_a_hidden_header_is_seen_even_where_a_run_says_so():
    document = Docx()
    document.margin("header", "header1", paragraph(run("a", '<w:vanish w:val="0"/>'), f"<w:del>{run('b')}</w:del>"))
    document.body = paragraph("x")
    assert [s[:2] for s in shown(read(document.bytes(), "a"))[1:]] == [(Region.HIDDEN, "a"), (Region.DELETED, "b")]


def test_comments_are_read_as_comments():
    document = Docx(paragraph("x", '<w:r><w:commentReference w:id="1"/></w:r>'))
    document.notes("comments", paragraph("Vai te nevajag emblēmu?", text_box(paragraph("jā"))))
    assert shown(read(document.bytes(), "a"))[1:] == [
        (Region.COMMENT, "Vai te nevajag emblēmu?", "comments"),
        (Region.COMMENT, "jā", "comments"),
    ]


@pytest.mark.parametrize("box", [text_box, old_text_box])
def test_a_text_box_in_a_footer_is_a_text_box_of_the_footer_and_is_read_once(box):
    document = Docx()
    footer = document.margin("footer", "footer1", paragraph("pirms"), paragraph(box(paragraph("atruna"), table(["b"]))))
    document.body = paragraph("x") + section(("footer", "default", footer))
    publication = read(document.bytes(), "draft.docx")
    assert shown(publication)[2:] == [(Region.TEXT_BOX, "atruna", "footer"), (Region.TEXT_BOX, "b", "footer")]
    assert publication.locate(2, 0).paragraph == 2


def test_a_link_in_a_footer_has_the_target_of_the_footers_own_relation():
    document = Docx()
    document.relate("hyperlink", "http://wrong.example", external=True)
    link = f'<w:hyperlink r:id="rId1">{run("latlit")}</w:hyperlink>'
    footer = document.margin("footer", "footer1", paragraph(link))
    document.relate("hyperlink", "http://www.latlit.eu", external=True, source="word/footer1.xml")
    document.body = paragraph("x") + section(("footer", "default", footer))
    assert [link.target for link in read(document.bytes(), "a").links] == ["http://www.latlit.eu"]


def test_the_properties_of_the_document_are_metadata():
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Atvērts novads</dc:title>'
        "<cp:keywords>LLI-263</cp:keywords><dc:description> </dc:description></cp:coreProperties>"
    )
    document = Docx(paragraph("x"))
    document.parts["docProps/core.xml"] = core.encode()
    document.relations[""] = [("core", "metadata/core-properties", "docProps/core.xml", False)]
    publication = read(document.bytes(), "a")
    assert shown(publication)[:2] == [
        (Region.METADATA, "Atvērts novads", "document properties, title"),
        (Region.METADATA, "LLI-263", "document properties, keywords"),
    ]
    assert publication.blocks[0].kind == "title"


def test_a_strict_document_reads_as_a_transitional_one():
    document = Docx()
    site = document.relate("hyperlink", "http://www.latlit.eu", external=True)
    footer = document.margin("footer", "footer1", paragraph("apakša", text_box(paragraph("kaste"))))
    link = f'<w:hyperlink r:id="{site}">{run("latlit")}</w:hyperlink>'
    document.body = paragraph("x", link, run("y", '<w:vanish w:val="true"/>')) + section(("footer", "default", footer))
    usual, strict = read(document.bytes(), "a"), read(document.bytes(strict=True), "a")
    assert (strict.blocks, strict.links, strict.images) == (usual.blocks, usual.links, usual.images)
    assert len(strict.blocks) == 4


def test_a_document_in_utf_16_is_read():
    document = Docx()
    declared = " ".join(f'xmlns:{key}="{uri}"' for key, uri in NAMESPACES.items())
    inside = f"<w:body>{paragraph('Ēriks')}</w:body>"
    text = f'<?xml version="1.0" encoding="UTF-16"?><w:document {declared}>{inside}</w:document>'
    document.parts["word/document.xml"] = text.encode("utf-16")
    assert read(document.bytes(), "a").blocks[0].text == "Ēriks"


def test_a_strict_document_in_utf_16_is_read():
    document = Docx()
    text = element("w:document", f"<w:body>{paragraph('Ēriks')}</w:body>").decode().replace("UTF-8", "UTF-16")
    text = text.replace(NAMESPACES["w"], "http://purl.oclc.org/ooxml/wordprocessingml/main")
    document.parts["word/document.xml"] = text.encode("utf-16")
    assert read(document.bytes(), "a").blocks[0].text == "Ēriks"


def test_a_name_of_a_part_may_be_written_with_escapes():
    document = Docx(paragraph("x", '<w:r><w:footnoteReference w:id="1"/></w:r>'))
    document.parts["word/foot notes.xml"] = element(
        "w:footnotes", f'<w:footnote w:id="1">{paragraph("y")}</w:footnote>'
    )
    document.relate("footnotes", "foot%20notes.xml")
    assert [b.text for b in read(document.bytes(), "a").blocks] == ["x", "y"]


def test_a_main_part_of_another_name_is_found():
    assert read(Docx(paragraph("x"), main="word/document2.xml").bytes(), "a").blocks[0].text == "x"


def test_names_of_parts_are_compared_without_case_and_with_either_slash():
    document = Docx(paragraph("x", '<w:r><w:footnoteReference w:id="1"/></w:r>'))
    document.notes("footnotes", paragraph("y"))
    document.parts["word\\FOOTNOTES.xml"] = document.parts.pop("word/footnotes.xml")
    assert [b.text for b in read(document.bytes(), "a").blocks] == ["x", "y"]


def test_a_relation_that_leads_nowhere_does_no_harm():
    document = Docx(paragraph("x"))
    document.relate("image", "../NULL")
    document.relate("header", "../NULL")
    assert [b.text for b in read(document.bytes(), "a").blocks] == ["x"]


def test_a_part_that_is_missing_or_broken_is_named_as_unread():
    document = Docx()
    document.parts["word/footnotes.xml"] = b"<w:footnotes"
    document.relate("footnotes", "footnotes.xml")
    document.relate("styles", "styles.xml")
    lost = document.relate("footer", "footer9.xml")
    document.body = paragraph("x") + section(("footer", "default", lost))
    assert told(read(document.bytes(), "a").unread) == (
        "The styles could not be read: the part word/styles.xml is missing.",
        "The footnotes could not be read: the part word/footnotes.xml is broken.",
        "The footer could not be read: the part word/footer9.xml is missing.",
    )


def test_a_document_inserted_as_a_file_is_named_as_unread():
    document = Docx()
    other = document.add("aFChunk", "word/other.html", b"<p>x</p>")
    document.body = paragraph("x") + f'<w:altChunk r:id="{other}"/>'
    assert told(read(document.bytes(), "a").unread) == (
        "A document inserted as a file (word/other.html) was not read.",
    )


def test_the_digest_is_that_of_the_file():
    data = Docx(paragraph("x")).bytes()
    publication = read(data, "mape/draft.docx")
    assert publication.sha256 == hashlib.sha256(data).hexdigest()
    assert (publication.name, publication.format) == ("mape/draft.docx", "docx")


def test_macros_are_left_alone_and_a_macro_document_is_read():
    data = BytesIO(Docx(paragraph("x")).bytes())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\0" * 100)
        macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
        archive.writestr(
            "[Content_Types].xml", f'<Types><Override PartName="/word/document.xml" ContentType="{macro}"/></Types>'
        )
    assert read(data.getvalue(), "draft.docm").blocks[0].text == "x"
