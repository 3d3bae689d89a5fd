import io

import docx
from selectolax.lexbor import LexborHTMLParser

from publicity_check.reports import statement
from publicity_check.wording.needed import NeededText

TITLE = {"en": "Latvia–Lithuania", "lv": "Latvija–Lietuva"}
TEXTS = (
    NeededText("funding-statement", "Līdzfinansē Eiropas Savienība & Co.", "lv", "must"),
    NeededText("disclaimer", "Par saturu atbild {beneficiary}.", "lv", "must"),
    NeededText("programme-link", "www.latlit.eu", "", "should"),
)


def test_each_text_stands_by_itself_on_one_line():
    lines = statement.to_text(TEXTS, TITLE, "en").splitlines()
    assert lines[0] == "What a publication needs by the rules of Latvia–Lithuania"
    assert "Līdzfinansē Eiropas Savienība & Co." in lines
    assert "Link to the programme (recommended):" in lines


def test_an_open_gap_is_shown_and_said_never_filled():
    text = statement.to_text(TEXTS, TITLE, "en")
    gap = "name of the beneficiary"
    assert f"Par saturu atbild [{gap}].\nFill in before you publish it: {gap}" in text


def test_a_wording_in_another_language_than_asked_for_is_said_to_be():
    text = statement.to_text(TEXTS, TITLE, "de")
    assert "No verified wording is known in this language: German. This one is in: Latvian." in text
    assert "No wording is known" not in statement.to_text(TEXTS, TITLE, "lv")


def test_html_holds_paragraphs_to_put_into_a_page():
    page = LexborHTMLParser(statement.to_html(TEXTS, TITLE, "en"))
    paragraphs = page.css("p")
    shown = [t.text.replace("{beneficiary}", "[name of the beneficiary]") for t in TEXTS]
    assert [p.text() for p in paragraphs] == shown
    assert [p.attributes.get("lang") for p in paragraphs] == ["lv", "lv", None]
    assert paragraphs[2].css_first("a").attributes["href"] == "https://www.latlit.eu"


def test_a_name_that_is_given_cannot_become_markup():
    evil = (NeededText("disclaimer", "<script>--><b>", "lv", "must"),)
    page = LexborHTMLParser(statement.to_html(evil, {"en": "--><b>"}, "lv"))
    assert page.css_first("p").text() == "<script>--><b>"
    assert not page.css("script, b")


def test_a_word_document_holds_the_texts_in_their_language():
    document = docx.Document(io.BytesIO(statement.to_docx(TEXTS, TITLE, "en")))
    texts = [p.text for p in document.paragraphs]
    assert "Par saturu atbild [name of the beneficiary]." in texts
    assert "Fill in before you publish it: name of the beneficiary" in texts
    run = next(p for p in document.paragraphs if p.text.startswith("Līdzfinansē")).runs[0]
    (language,) = run._element.xpath("w:rPr/w:lang/@w:val")
    assert language == "lv"


def test_a_sentence_of_ones_own_may_take_the_place_of_an_example():
    texts = (NeededText("funding-statement", "Co-funded by the European Union", "en", "must", example=True),)
    assert "Or a sentence of your own that names the European Union in full" in statement.to_text(texts, TITLE, "en")


def test_the_emblem_is_a_picture_with_its_alternative_text():
    texts = (NeededText("emblem", "Eiropas Savienība", "lv", "must"),)
    picture = LexborHTMLParser(statement.to_html(texts, TITLE, "en")).css_first("p > img")
    assert picture.attributes["alt"] == "Eiropas Savienība"
    assert "Put the emblem in as a picture" in statement.to_text(texts, TITLE, "en")
