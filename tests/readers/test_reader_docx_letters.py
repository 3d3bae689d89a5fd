"""Letters that cannot be read on the page Word shows are hidden, struck ones deleted; all others are seen."""

import pytest

from docx_builder import Docx, element, paragraph, picture, run, style, styled, table, text_box
from publicity_check.publication import Publication, Region
from publicity_check.readers.docx.read import read

SEEN, HIDDEN, DELETED = Region.MAIN, Region.HIDDEN, Region.DELETED
SCHEME = (
    '<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="FEFEFE"/></a:accent1>'
    '<a:accent2><a:srgbClr val="AA0000"/></a:accent2></a:clrScheme></a:themeElements>'
)


def document(body: str, styles: str = "", theme: str = SCHEME) -> Publication:
    made = Docx(body)
    if styles:
        made.styles(styles)
    if theme:
        made.add("theme", "word/theme/theme1.xml", element("a:theme", theme))
    return read(made.bytes(), "a.docx")


def region(body: str, styles: str = "", theme: str = SCHEME) -> Region:
    return next(block.region for block in document(body, styles, theme).blocks if "LLI" in block.text)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", SEEN),
        ('<w:color w:val="FFFFFF"/>', HIDDEN),
        ('<w:color w:val="FEFEFE"/>', HIDDEN),
        ('<w:color w:val="auto"/>', SEEN),
        ('<w:color w:val="808080"/>', SEEN),
        ('<w:color w:val="nonsense"/>', SEEN),
        ('<w:color w:val="000000" w:themeColor="background1"/>', HIDDEN),
        ('<w:color w:val="FFFFFF" w:themeColor="text1"/>', SEEN),
        ('<w:color w:val="000000" w:themeColor="accent1"/>', HIDDEN),
        ('<w:color w:val="FFFFFF" w:themeColor="accent2"/>', SEEN),
        ('<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="7F"/>', SEEN),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', SEEN),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="003399"/>', SEEN),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="pct20" w:color="000000" w:fill="FFFFFF"/>', SEEN),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="nil"/>', HIDDEN),
        ('<w:highlight w:val="black"/>', HIDDEN),
        ('<w:highlight w:val="yellow"/>', SEEN),
        ('<w:highlight w:val="none"/>', SEEN),
        ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', HIDDEN),
        ('<w:shd w:val="clear" w:fill="000000"/>', SEEN),
        ('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>', HIDDEN),
        ('<w:color w:val="003399"/><w:shd w:val="clear" w:fill="003399"/>', HIDDEN),
        ('<w:color w:val="003399"/><w:shd w:val="solid" w:color="003399"/>', HIDDEN),
        ('<w:color w:val="000000"/><w:shd w:val="clear" w:themeFill="text1" w:fill="FFFFFF"/>', HIDDEN),
        ('<w:sz w:val="1"/>', HIDDEN),
        ('<w:sz w:val="2"/>', HIDDEN),
        ('<w:sz w:val="1pt"/>', HIDDEN),
        ('<w:sz w:val="10"/>', SEEN),
        ('<w:w w:val="1"/>', HIDDEN),
        ('<w:w w:val="80"/>', SEEN),
        ("<w:vanish/>", HIDDEN),
        ('<w:vanish w:val="0"/>', SEEN),
        ("<w:specVanish/>", HIDDEN),
        ("<w:webHidden/>", SEEN),
        ("<w:strike/>", DELETED),
        ("<w:dstrike/>", DELETED),
        ('<w:strike w:val="false"/>', SEEN),
        ("<w14:textFill><w14:noFill/></w14:textFill>", HIDDEN),
        ("<w14:textFill><w14:noFill/></w14:textFill><w14:textOutline><w14:solidFill/></w14:textOutline>", SEEN),
        (
            '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
            HIDDEN,
        ),
        (
            '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr>'
            "</w14:solidFill></w14:textFill>",
            HIDDEN,
        ),
        ('<w:color w:val="FFFFFF"/><w14:textFill><w14:gradFill/></w14:textFill>', SEEN),
    ],
)
def test_a_run_is_seen_as_its_letters_are(properties: str, expected: Region) -> None:
    assert region(paragraph(run("LLI", properties))) is expected


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:spacing w:line="240" w:lineRule="exact"/>', SEEN),
        ('<w:spacing w:line="20" w:lineRule="exact"/>', HIDDEN),
        ('<w:spacing w:line="20" w:lineRule="auto"/>', SEEN),
        ('<w:ind w:left="720"/>', SEEN),
        ('<w:ind w:left="-31000"/>', HIDDEN),
        ('<w:ind w:start="31000"/>', HIDDEN),
        ('<w:ind w:hanging="31000"/>', HIDDEN),
        ('<w:framePr w:w="2000" w:h="500" w:hRule="exact" w:x="100" w:y="100"/>', SEEN),
        ('<w:framePr w:w="1" w:h="1" w:hRule="exact"/>', HIDDEN),
        ('<w:framePr w:x="-20000" w:y="1"/>', HIDDEN),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', SEEN),
    ],
)
def test_a_paragraph_is_seen_where_it_is_on_a_page(properties: str, expected: Region) -> None:
    assert region(paragraph(run("LLI"), properties=properties)) is expected


WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="1F3864"/>'


def cell(properties: str, inside: str) -> str:
    return f"<w:tcPr>{properties}</w:tcPr>{inside}"


@pytest.mark.parametrize(
    ("body", "styles", "expected"),
    [
        (paragraph(run("LLI", WHITE), properties=DARK), "", SEEN),
        (table(["x", cell(DARK, paragraph(run("LLI", WHITE)))]), "", Region.TABLE),
        (table(["x", cell("", paragraph(run("LLI", WHITE)))]), "", HIDDEN),
        (table(["x", cell("", paragraph(run("LLI", WHITE)))], properties=DARK), "", Region.TABLE),
        (
            table(["x", paragraph(run("LLI", WHITE))], properties='<w:tblStyle w:val="Dark"/>'),
            style("Dark", "", f'<w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr>', kind="table"),
            Region.TABLE,
        ),
        (styled("Veil", run("LLI")), style("Veil", "", f"<w:rPr>{WHITE}</w:rPr>"), HIDDEN),
        (styled("Veil", run("LLI", '<w:color w:val="000000"/>')), style("Veil", "", f"<w:rPr>{WHITE}</w:rPr>"), SEEN),
        (
            paragraph(run("LLI", '<w:rStyle w:val="Veil"/>')),
            style("Veil", "", f"<w:rPr>{WHITE}</w:rPr>", kind="character"),
            HIDDEN,
        ),
        (
            styled("Dark", run("LLI", WHITE)),
            style("Dark", "", f"<w:pPr>{DARK}</w:pPr>"),
            SEEN,
        ),
        (styled("Gone", run("LLI")), style("Gone", "", "<w:rPr><w:strike/></w:rPr>"), DELETED),
        (styled("Flat", run("LLI")), style("Flat", "", '<w:pPr><w:ind w:left="-31000"/></w:pPr>'), HIDDEN),
        (
            paragraph(run("LLI")),
            "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>",
            HIDDEN,
        ),
        (
            paragraph(run("LLI")),
            '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="2"/></w:rPr></w:rPrDefault></w:docDefaults>',
            HIDDEN,
        ),
        (
            paragraph(run("LLI", '<w:sz w:val="24"/>')),
            '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="2"/></w:rPr></w:rPrDefault></w:docDefaults>',
            SEEN,
        ),
        (
            "<w:tbl><w:tblPr/><w:tr><w:trPr><w:trHeight w:val='1' w:hRule='exact'/></w:trPr><w:tc>"
            f"{paragraph('LLI')}</w:tc><w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>",
            "",
            HIDDEN,
        ),
        (
            "<w:tbl><w:tblPr/><w:tr><w:trPr><w:trHeight w:val='1' w:hRule='atLeast'/></w:trPr><w:tc>"
            f"{paragraph('LLI')}</w:tc><w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>",
            "",
            Region.TABLE,
        ),
        (paragraph(text_box(paragraph(run("LLI", WHITE)))), "", Region.TEXT_BOX),
        (paragraph(text_box(paragraph("LLI")).replace("<wp:docPr", '<wp:extent cx="0" cy="0"/><wp:docPr')), "", HIDDEN),
        (
            paragraph(
                text_box(paragraph("LLI")).replace(
                    "<wp:docPr",
                    "<wp:positionH><wp:posOffset>-20000000</wp:posOffset></wp:positionH><wp:docPr",
                )
            ),
            "",
            HIDDEN,
        ),
        (
            paragraph(
                text_box(paragraph("LLI")).replace(
                    "<wp:docPr",
                    '<wp:extent cx="2000000" cy="500000"/><wp:positionV><wp:posOffset>-500000</wp:posOffset>'
                    "</wp:positionV><wp:docPr",
                )
            ),
            "",
            Region.TEXT_BOX,
        ),
        (
            paragraph(run("LLI", WHITE))
            + paragraph(text_box(paragraph("x")).replace("<wp:anchor>", '<wp:anchor behindDoc="1">')),
            "",
            SEEN,
        ),
    ],
)  # fmt: skip
def test_letters_are_seen_on_the_ground_they_stand_on(body: str, styles: str, expected: Region) -> None:
    assert region(body, styles) is expected


def test_a_picture_in_white_letters_is_seen_and_one_without_size_is_not() -> None:
    made = Docx()
    emblem = made.add("image", "word/media/image1.png", b"x")
    white = picture(emblem).replace("<w:r>", f"<w:r><w:rPr>{WHITE}</w:rPr>", 1)
    flat = picture(emblem).replace('cx="914400" cy="609600"', 'cx="0" cy="0"')
    made.body = paragraph("x", white, flat)
    assert [image.visible for image in read(made.bytes(), "a.docx").images] == [True, False]


def test_a_document_without_a_theme_has_white_paper_and_black_ink() -> None:
    assert region(paragraph(run("LLI", '<w:color w:val="FF0000" w:themeColor="background1"/>')), theme="") is HIDDEN
    assert region(paragraph(run("LLI", '<w:color w:val="FFFFFF" w:themeColor="dark1"/>')), theme="") is SEEN
