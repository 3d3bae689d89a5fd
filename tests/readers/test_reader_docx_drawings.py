"""Pictures, text boxes and other things drawn in a Word document."""

from unread_help import told

from docx_builder import Docx, element, field_of, paragraph, picture, run, styled, table, text_box
from publicity_check.publication import Image, Publication, Region
from publicity_check.readers.docx.read import read


def with_picture() -> tuple[Docx, str]:
    document = Docx()
    return document, document.add("image", "word/media/image1.png", b"\x89PNG")


def graphic(inside: str, frame: str = '<wp:docPr id="1" name="Grafika 1"/>') -> str:
    data = f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing><wp:inline>{frame}{data}</wp:inline></w:drawing></w:r>"


def shown(publication: Publication) -> list[tuple[Region, str]]:
    return [(block.region, block.text) for block in publication.blocks]


def test_a_picture_has_names_description_labels_and_size():
    document, emblem = with_picture()
    document.body = paragraph("pirms") + paragraph(picture(emblem, "Eiropas Savienības emblēma", title="ES karogs"))
    publication = read(document.bytes(), "draft.docx")
    assert publication.images == (
        Image(
            names=("word/media/image1.png",),
            alt="Eiropas Savienības emblēma",
            labels=("ES karogs", "Picture 2", "eu-emblem.png"),
            block=1,
            width=96.0,
            height=64.0,
        ),
    )
    assert shown(publication)[1] == (Region.ALT_TEXT, "Eiropas Savienības emblēma")
    place = publication.locate(1, 0)
    assert (place.part, place.paragraph) == ("body", 2)
    assert publication.blocks[1].kind == "alt"


def test_a_picture_without_description_hangs_on_the_nearest_block():
    document, emblem = with_picture()
    document.body = paragraph("pirms") + paragraph(picture(emblem)) + paragraph("pēc")
    (image,) = read(document.bytes(), "a").images
    assert (image.block, image.alt) == (0, "")


def test_a_document_of_one_picture_and_no_word_still_has_a_place_for_it():
    document, emblem = with_picture()
    document.body = paragraph(picture(emblem))
    publication = read(document.bytes(), "a")
    assert publication.blocks[publication.images[0].block].text == ""


def test_a_linked_picture_is_a_link_without_text():
    document, emblem = with_picture()
    site = document.relate("hyperlink", "https://europa.eu", external=True)
    around = f'<w:hyperlink r:id="{site}">{picture(emblem)}</w:hyperlink>'
    click = picture(emblem).replace("/><a:graphic>", f'><a:hlinkClick r:id="{site}"/></wp:docPr><a:graphic>')
    document.body = paragraph("x", around) + paragraph(click)
    publication = read(document.bytes(), "a")
    assert [image.link for image in publication.images] == ["https://europa.eu"] * 2
    assert [(link.target, link.text, link.span) for link in publication.links] == [("https://europa.eu", "", None)] * 2


def test_a_picture_that_lies_outside_the_file_keeps_its_address():
    document = Docx()
    outside = document.relate("image", "https://europa.eu/flag.png", external=True)
    document.body = paragraph("x", picture(outside).replace("r:embed", "r:link"))
    assert read(document.bytes(), "a").images[0].names == ("https://europa.eu/flag.png",)


def test_a_picture_whose_file_is_lost_has_no_name_of_a_file():
    document = Docx()
    lost = document.relate("image", "../NULL")
    document.body = paragraph("x", picture(lost, "logo"))
    (image,) = read(document.bytes(), "a").images
    assert (image.names, image.alt) == ((), "logo")


def test_hidden_and_deleted_pictures_are_not_visible():
    document, emblem = with_picture()
    document.body = paragraph("x", picture(emblem, "a", hidden="1")) + paragraph(
        f"<w:del>{picture(emblem, 'b')}</w:del>"
    )
    publication = read(document.bytes(), "a")
    assert [image.visible for image in publication.images] == [False, False]
    assert shown(publication)[1:] == [(Region.HIDDEN, "a"), (Region.DELETED, "b")]


def test_the_pictures_of_a_group_are_pictures_each():
    document, emblem = with_picture()
    one = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="a" descr="{}"/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="{}"/></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:ext cx="95250" cy="190500"/></a:xfrm></pic:spPr></pic:pic>'
    )
    frame = '<wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="Group" descr="Logotipi"/>'
    group = f"<wpg:wgp>{one.format('ES', emblem)}{one.format('', emblem)}</wpg:wgp>"
    document.body = paragraph("x", graphic(group, frame))
    images = read(document.bytes(), "a").images
    assert [(image.alt, image.width, image.height) for image in images] == [
        ("ES", 10.0, 20.0),
        ("Logotipi", 10.0, 20.0),
    ]


def test_a_shape_filled_with_a_picture_is_a_picture():
    document, emblem = with_picture()
    document.body = paragraph(
        "x", graphic(f'<wps:wsp><wps:spPr><a:blipFill><a:blip r:embed="{emblem}"/></a:blipFill></wps:spPr></wps:wsp>')
    )
    assert read(document.bytes(), "a").images[0].names == ("word/media/image1.png",)


def test_old_pictures_have_names_descriptions_and_sizes_too():
    document, emblem = with_picture()
    shape = (
        '<w:r><w:pict><v:shapetype id="t"/><v:shape id="S1" alt="ES emblēma" style="width:72pt; height:1in" '
        f'href="https://europa.eu"><v:imagedata r:id="{emblem}" o:title="flag_yellow"/></v:shape></w:pict></w:r>'
    )
    document.body = paragraph("x", shape)
    publication = read(document.bytes(), "a")
    assert publication.images == (
        Image(("word/media/image1.png",), "ES emblēma", ("flag_yellow", "S1"), 1, 96.0, 96.0, link="https://europa.eu"),
    )
    assert shown(publication)[1] == (Region.ALT_TEXT, "ES emblēma")


def test_word_art_is_text():
    art = '<w:r><w:pict><v:shape><v:textpath on="t" string="MELNRAKSTS"/></v:shape></w:pict></w:r>'
    assert shown(read(Docx(paragraph("x", art)).bytes(), "a"))[1] == (Region.TEXT_BOX, "MELNRAKSTS")


def test_the_text_of_a_diagram_is_read_from_its_data_but_for_placeholders():
    document = Docx()
    said = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"
    points = f"<dgm:pt><dgm:t>{said.format('Partneri')}{said.format('Jēkabpils')}</dgm:t></dgm:pt>"
    points += f'<dgm:pt><dgm:prSet phldr="1"/><dgm:t>{said.format("[Text]")}</dgm:t></dgm:pt>'
    data = document.add(
        "diagramData", "word/diagrams/data1.xml", element("dgm:dataModel", f"<dgm:ptLst>{points}</dgm:ptLst>")
    )
    document.body = paragraph("x", graphic(f'<dgm:relIds r:dm="{data}"/>'))
    assert shown(read(document.bytes(), "a"))[1:] == [(Region.TEXT_BOX, "Partneri"), (Region.TEXT_BOX, "Jēkabpils")]


def test_titles_and_labels_of_a_chart_are_text():
    document = Docx()
    title = (
        "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Budžets</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart>"
    )
    labels = "<c:cat><c:strRef><c:strCache><c:pt><c:v>ERAF</c:v></c:pt></c:strCache></c:strRef></c:cat>"
    chart = document.add("chart", "word/charts/chart1.xml", element("c:chartSpace", title + labels))
    document.body = paragraph("x", graphic(f'<c:chart r:id="{chart}"/>'))
    assert shown(read(document.bytes(), "a"))[1:] == [(Region.TEXT_BOX, "Budžets"), (Region.TEXT_BOX, "ERAF")]


def test_a_diagram_that_is_not_in_the_file_is_named_as_unread():
    publication = read(Docx(paragraph("x", graphic('<dgm:relIds r:dm="rId9"/>'))).bytes(), "a")
    assert told(publication.unread) == ("The text of a SmartArt graphic could not be read: it is not in the file.",)


def test_embedded_and_linked_objects_are_named_as_unread():
    sheet = '<w:r><w:object><o:OLEObject Type="{}" ProgID="{}"/></w:object></w:r>'
    body = paragraph("x", sheet.format("Embed", "Excel.Sheet.12"), sheet.format("Link", "AcroExch.Document"))
    assert told(read(Docx(body).bytes(), "a").unread) == (
        "An embedded spreadsheet (Excel.Sheet.12) was not read.",
        "A linked PDF (AcroExch.Document) was not read.",
    )


def test_what_old_versions_are_shown_instead_is_read_where_word_shows_it_too():
    unknown = (
        '<mc:AlternateContent xmlns:z="http://example.org/z"><mc:Choice Requires="z">{}</mc:Choice>'
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    )
    body = paragraph(unknown.format(run("jauns"), run("vecs")))
    assert shown(read(Docx(body).bytes(), "a")) == [(Region.MAIN, "vecs")]


def test_a_text_box_comes_after_its_paragraph_and_has_its_number_and_heading():
    body = (
        styled("Heading1", "Par projektu")
        + paragraph("a", text_box(paragraph("b"), styled("Heading2", "c")))
        + paragraph("d")
    )
    publication = read(Docx(body).bytes(), "a")
    places = [publication.locate(block.index, 0) for block in publication.blocks]
    assert [(b.text, p.paragraph, p.heading) for b, p in zip(publication.blocks, places, strict=True)] == [
        ("Par projektu", 1, None),
        ("a", 2, "Par projektu"),
        ("b", 2, "Par projektu"),
        ("c", 2, "Par projektu"),
        ("d", 3, "Par projektu"),
    ]


def test_text_boxes_in_cells_in_text_boxes_are_all_read():
    body = table([paragraph("a", text_box(table([paragraph("b", text_box(paragraph("c")))])))])
    publication = read(Docx(body).bytes(), "a")
    assert shown(publication) == [(Region.TABLE, "a"), (Region.TEXT_BOX, "b"), (Region.TEXT_BOX, "c")]
    assert [block.cell.table if block.cell else None for block in publication.blocks] == [0, 1, None]


def test_a_text_box_is_no_part_of_a_link_that_is_open_where_it_hangs():
    begin, end = field_of("HYPERLINK http://a.lv", "|").split(run("|"))
    body = paragraph(begin, "a", text_box(paragraph("b"))) + paragraph("c", end)
    assert [link.text for link in read(Docx(body).bytes(), "a").links] == ["a", "c"]


def test_a_text_box_in_hidden_text_is_hidden():
    hidden = text_box(paragraph("b")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    assert shown(read(Docx(paragraph("a", hidden)).bytes(), "a"))[1] == (Region.HIDDEN, "b")
