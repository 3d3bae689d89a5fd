"""Every quote leads back to the line it came from."""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.publication import Publication, Span
from publicity_check.readers import read_bytes

PIECES = st.sampled_from(
    """<p>|</p>\n|<b>|</b>|<br>|<div>|</div>|<td>|<table>\n|</table>|<tr>|\n|\r\n|<noscript>|</noscript>
    |<!-- <p>not w0</p>\n -->|<script>var w = '<p>w0</p>';\n</script>|<style>\n.a{}</style>|<a href="x">|</a>
    |<img alt="w1 picture\nof w2">|<p title='w3 it"s'>|&nbsp;|&amp;|a &lt; b |< |ē|e\u0304|&#x101;
    |w4 |w5 |w6|Lat<b>v</b>ia |<textarea>\nw7</textarea>|<sup>1</sup>|<!doctype html>|<title>w8</title>
    |<meta name="description" content="w9 a">|<svg><title>w10</title></svg>|</html>|<body>|<span hidden>w11</span>
    |<script type="application/ld+json">{"name": "w12 text", "w13": ["w14 b"]}</script>|<p lang=lv id=it's>""".split(
        "|"
    )
)


@given(st.lists(PIECES, max_size=40))
def test_the_place_of_a_word_is_where_the_word_stands(pieces: list[str]):
    source = "".join(pieces) + "\n<p>end</p>"
    publication = read_bytes(source.encode(), "page.html")
    lines = re.split(r"\r\n|\r|\n", source)
    for block in publication.blocks:
        for found in re.finditer(r"w\d+|end", block.text):
            place = publication.locate(block.index, found.start())
            assert place.line is not None
            assert place.column is not None
            assert lines[place.line - 1][place.column - 1 :].startswith(found[0])


def place_of(publication: Publication, words: str, nth: int = 0) -> tuple[int | None, int | None, str | None]:
    blocks = [block for block in publication.blocks if words in block.text]
    block = blocks[nth]
    start = block.text.index(words)
    locator = publication.evidence(Span.within(block.index, start, start + len(words))).locator
    return locator.line, locator.column, locator.path


PAGE = """<!doctype html>
<html><head><title>News</title>
<meta property="og:description" content="Funded by &quot;the Union&quot;"></head>
<body>
<p>Funded by Lat<b>via</b> and&nbsp;Lithuania</p>
<ul><li>Same text</li>
<li>Same text</li></ul>
<p>caf\u00e9 R&amp;D <i>project</i>
  LLI-263</p>
<img src="a.png"
     alt="EU emblem">
</body></html>
"""


@pytest.mark.parametrize(
    ("words", "nth", "line", "column", "path"),
    [
        ("News", 0, 2, 20, "html > head > title"),
        ("Funded by", 0, 3, 42, "html > head > meta"),
        ("the Union", 0, 3, 58, "html > head > meta"),
        ("Latvia", 0, 5, 14, "html > body > p:nth-of-type(1)"),
        ("ia and", 0, 5, 21, "html > body > p:nth-of-type(1)"),
        ("Lithuania", 0, 5, 37, "html > body > p:nth-of-type(1)"),
        ("Same text", 0, 6, 9, "html > body > ul > li:nth-of-type(1)"),
        ("Same text", 1, 7, 5, "html > body > ul > li:nth-of-type(2)"),
        ("D project", 0, 8, 15, "html > body > p:nth-of-type(2)"),
        ("LLI-263", 0, 9, 3, "html > body > p:nth-of-type(2)"),
        ("EU emblem", 0, 11, 11, "html > body > img"),
    ],
)
def test_line_column_and_elements_of_a_quote(words: str, nth: int, line: int, column: int, path: str):
    publication = read_bytes(PAGE.encode(), "page.html")
    assert place_of(publication, words, nth) == (line, column, path)


def test_letters_that_marks_are_made_of_do_not_confuse_the_places():
    source = "<p>\ufdd0\ufdd2\ufdd1 odd &#xfdd0;&#xfde0;&#xfdd1;</p>\n<p>LLI-263</p>"
    assert place_of(read_bytes(source.encode(), "page.html"), "LLI-263")[0] == 2


def test_zero_bytes_do_not_confuse_the_places():
    assert place_of(read_bytes(b"\0\n<p>a\0b</p>\n<p>LLI-263</p>", "page.html"), "LLI-263")[0] == 3


def test_a_publication_can_be_handed_to_another_process():
    publication = read_bytes(PAGE.encode(), "page.html")
    place = place_of(publication, "LLI-263")
    again = pickle.loads(pickle.dumps(publication))  # noqa: S301 - made a line before
    assert again.without_places() == publication.without_places()
    assert place_of(again, "LLI-263") == place


def test_of_a_very_long_path_the_end_is_given():
    source = "<div>" * 50 + "<p>LLI-263"
    path = place_of(read_bytes(source.encode(), "page.html"), "LLI-263")[2]
    assert path is not None
    assert path.endswith("div > p")
    assert path.count(">") == 11


def test_unterminated_markup_takes_no_time():
    source = "<p>text</p>" + "<p a=\"b' c " * 20_000
    publication = read_bytes(source.encode(), "page.html")
    assert publication.locate(0, 0).line == 1


def test_there_is_no_place_outside_the_page():
    publication = read_bytes(b"<p>text", "page.html")
    assert publication.locate(5, 0).line is None
