"""A page comes back with the smallest edits, and byte for byte as it was elsewhere."""

from html import unescape
from pathlib import Path

import pytest

from fixing.drafts import DISCLAIMER, STATEMENT
from pages import EMBLEM, LINKS, latvian
from publicity_check.errors import PublicityCheckError
from publicity_check.fixing.give_back import GivenBack, give_back
from publicity_check.judging.evaluate import Options
from publicity_check.mending.html import Page
from publicity_check.messages import sentences
from publicity_check.publication import Span
from publicity_check.readers import read_bytes
from publicity_check.run import Run


def given_back(data: bytes, name: str = "page.html", **how: object) -> GivenBack:
    return give_back(Path(name), data, Run(Options()), sentences("en"), **how)  # type: ignore[arg-type]


def _page(data: bytes) -> Page:
    return Page(data, read_bytes(data, "page.html"))


def _span(data: bytes, quote: str) -> Span:
    blocks = read_bytes(data, "page.html").blocks
    block = next(b for b in blocks if quote in b.text)
    start = block.text.index(quote)
    return Span.within(block.index, start, start + len(quote))


def test_wrong_words_are_replaced_and_nothing_else_is_touched() -> None:
    right = latvian()
    given = given_back(latvian(statement=STATEMENT.replace("Eiropas Savienības", "ES")))
    assert given.data == right
    assert not any(r.check == "funding-statement" and r.outcome == "failed" for r in given.after.results)


def test_a_missing_statement_stands_behind_the_disclaimer_with_a_class_of_its_own() -> None:
    given = given_back(latvian(statement=""))
    paragraph = f'<p class="eu-publicity">{STATEMENT}</p>'
    assert paragraph in given.data.decode()
    assert given.data.decode().replace(f"\n{paragraph}", "") == latvian(statement="").decode()
    assert given.data.decode().index(paragraph) > given.data.decode().index("oficiālo nostāju.")


def test_a_missing_address_is_put_in_as_a_link() -> None:
    given = given_back(latvian(links=LINKS.split(";")[0]))
    assert '<p class="eu-publicity"><a href="https://www.europa.eu">www.europa.eu</a></p>' in given.data.decode()


def test_a_mistyped_address_is_put_right_in_its_link() -> None:
    given = given_back(latvian(links=LINKS.replace("https://www.latlit.eu/", "https://www.latlti.eu/")))
    assert b'href="https://www.latlit.eu"' in given.data
    assert b"latlti" not in given.data


def test_a_second_time_nothing_is_changed() -> None:
    once = given_back(latvian(statement="", links=""))
    assert once.changed
    assert not given_back(once.data).changed


def test_what_a_person_has_to_word_or_to_draw_is_left_as_it_is() -> None:
    given = given_back(latvian(emblem="", statement="Projektu līdzfinansē ES."), only={"emblem", "funding-statement"})
    assert not given.changed
    assert given.data == latvian(emblem="", statement="Projektu līdzfinansē ES.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1257"])
def test_the_encoding_stays(encoding: str) -> None:
    text = latvian(statement="").decode().replace("utf-8", encoding.removesuffix("-sig"))
    data = text.replace("“", '"').replace("”", '"').encode(encoding)
    given = given_back(data)
    assert STATEMENT in unescape(given.data.decode(encoding))
    assert given.data.startswith(data[:200])


def test_new_letters_that_a_code_page_may_lack_are_references() -> None:
    data = '<html lang="lv"><meta charset="windows-1257"><p>Saldā maize</p>'.encode("windows-1257")
    page = _page(data)
    assert page.add("Upē", None)
    assert page.written().endswith(b'maize</p><p class="eu-publicity">Up&#275;</p>\n')


def test_line_ends_and_indentation_are_those_of_the_page() -> None:
    data = b"<html><body>\r\n  <div>\r\n    <p>One</p>\r\n  </div>\r\n</body></html>"
    page = _page(data)
    assert page.add("Two", _span(data, "One"))
    assert b'<p>One</p>\r\n    <p class="eu-publicity">Two</p>\r\n  </div>' in page.written()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<ul><li>One</li></ul>", '<ul><li>One<p class="eu-publicity">Two</p>\n</li></ul>'),
        (
            "<table><tr><td>One</td></tr></table>",
            '<table><tr><td>One<p class="eu-publicity">Two</p>\n</td></tr></table>',
        ),
        ("<p>One <b>more</b></p><p>x</p>", '<p>One <b>more</b></p>\n<p class="eu-publicity">Two</p><p>x</p>'),
    ],
)
def test_a_paragraph_stands_where_it_may(before: str, after: str) -> None:
    page = _page(before.encode())
    assert page.add("Two", _span(before.encode(), "One"))
    assert page.written().decode() == after


def test_without_a_sibling_it_stands_at_the_end_of_the_main_part() -> None:
    data = b"<body><main><p>One</p></main><footer>x</footer></body>"
    page = _page(data)
    assert page.add("Two & three", None)
    assert b'<p>One</p><p class="eu-publicity">Two &amp; three</p>\n</main>' in page.written()


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        (
            "<p>by the <em>EU</em>.</p>",
            "by the EU.",
            "by the European Union.",
            "<p>by the <em>European Union</em>.</p>",
        ),
        ("<p>one&nbsp;two three</p>", "one\u00a0two three", "one two four", "<p>one&nbsp;two four</p>"),
        ("<p>A &amp; B</p>", "A & B", "A & C", "<p>A &amp; C</p>"),
        ("<p>one three</p>", "one three", "one two three", "<p>one two three</p>"),
        ("<p>one</p>", "one", "one two", "<p>one two</p>"),
        ("<p>two</p>", "two", "one two", "<p>one two</p>"),
        ("<p>one <i>two</i> three</p>", "one two three", "one three", "<p>one<i></i> three</p>"),
        ("<p>one <i>two three</i> four</p>", "one two three four", "one <b> four", "<p>one <i>&lt;b&gt;</i> four</p>"),
    ],
)
def test_words_are_replaced_inside_the_tags_around_them(before: str, old: str, new: str, after: str) -> None:
    page = _page(before.encode())
    assert page.replace(_span(before.encode(), old), new)
    assert page.written().decode() == after


def test_two_edits_of_one_place_are_refused() -> None:
    data = b"<p>one two</p>"
    page = _page(data)
    assert page.replace(_span(data, "one two"), "one three")
    assert not page.replace(_span(data, "one two"), "one four")
    assert page.written() == b"<p>one three</p>"


def test_a_page_whose_letters_are_lost_is_refused() -> None:
    with pytest.raises(PublicityCheckError, match=r"page\.html: its letters cannot be written back"):
        _page(b"<p>\xc4\x81\x81\xff\xfe broken \x80</p>")


def test_a_template_is_refused() -> None:
    with pytest.raises(PublicityCheckError, match=r"page\.html: is a template"):
        given_back(b"{% extends 'base.html' %}<p>{{ text }}</p>")


def test_the_emblem_is_left_to_a_person() -> None:
    assert EMBLEM in latvian().decode()
    given = given_back(latvian(emblem="", disclaimer=DISCLAIMER), unsafe=True)
    assert "<img" not in given.data.decode()


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "This project is co-funded by the EU.", "This project is co-funded by the European Union."),
        (
            "de",
            "Kofinanziert von der EU. Der Weg ist lang.",
            "Kofinanziert von der Europäischen Union. Der Weg ist lang.",
        ),
        ("fr", "Cofinancé par l’UE.", "Cofinancé par l’Union européenne."),
        ("pt", "Cofinanciado pela UE. O caminho.", "Cofinanciado pela União Europeia. O caminho."),
        ("en", "Co-funded by an EU grant.", None),
        ("en", "Co-funded by EU.", "Co-funded by the European Union."),
        ("it", "Cofinanziato con fondi UE.", None),
        ("fr", "Cofinancé avec des fonds UE.", None),
        ("nl", "Medegefinancierd met EU subsidie.", None),
    ],
)
def test_the_union_is_named_in_full_where_the_prescribed_wording_has_it_so(
    language: str, before: str, after: str | None
) -> None:
    page = f'<html lang="{language}"><p>KA220, 2023-1-LV01-KA220-SCH-000150643.</p><p>{before}</p></html>'.encode()
    run = Run(Options(rules=("erasmus-plus-2021-2027",)))
    given = give_back(Path("page.html"), page, run, sentences("en"), only={"funding-statement"})
    assert given.data.decode() == page.decode().replace(before, after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<aside>One</aside><section><h2>News</h2><p>x</p></section>", "<aside>One</aside>\nNEW<section>"),
        ("<div>One<br><button>b</button><ul><li>x</li></ul></div>", "<div>One<br>NEW\n<button>"),
        ("<p>One <!-- </p> --></p><p>x</p>", "--></p>\nNEW<p>x"),
    ],
)
def test_a_paragraph_stands_beside_its_sibling_and_in_no_other_text(before: str, after: str) -> None:
    page = _page(before.encode())
    assert page.add("Two", _span(before.encode(), "One"))
    assert after.replace("NEW", '<p class="eu-publicity">Two</p>') in page.written().decode()


def test_behind_a_caption_or_cell_label_no_paragraph_is_put_into_the_table() -> None:
    before = "<main><table><caption>One</caption><tr><td>x</td></tr></table></main>"
    page = _page(before.encode())
    assert page.add("Two", _span(before.encode(), "One"))
    assert b'</table><p class="eu-publicity">Two</p>\n</main>' in page.written()


def test_the_article_of_the_heading_is_the_page_s_own() -> None:
    data = b"<body><article><h1>One</h1></article><article><p>A reader: fine!</p></article></body>"
    page = _page(data)
    assert page.add("Two", None)
    assert b'<h1>One</h1><p class="eu-publicity">Two</p>\n</article><article>' in page.written()


def test_several_paragraphs_stand_in_the_order_in_which_they_are_added() -> None:
    page = _page(b"<p>One</p><p>x</p>")
    for text in ("b", "a"):
        assert page.add(text, _span(b"<p>One</p><p>x</p>", "One"))
    assert page.written().index(b">b<") < page.written().index(b">a<")


def test_what_is_not_seen_between_words_is_not_lost() -> None:
    data = b"<p>one <script>x()</script> two three</p>"
    assert not _page(data).replace(_span(data, "one two"), "four five")


def test_a_link_to_a_page_within_a_site_keeps_its_way() -> None:
    data = latvian(links=LINKS.replace("https://www.latlit.eu/", "https://www.latlti.eu/lv/projekti/"))
    assert b"latlti.eu/lv/projekti/" in given_back(data).data
