"""Nothing a page says is lost, said twice or mislabelled, however broken its markup."""

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from publicity_check.publication import Publication, Region
from publicity_check.readers import read_bytes

WORD = re.compile(r"w\d+")
VISIBLE = [
    *"p div b i span section li ul table td tr h2 footer nav a sup blockquote figure figcaption font center".split(),
    *"article th button label x-y".split(),
    "details open",
]
HIDDEN = ['div hidden', 'span style="display:none"', 'p style="visibility: hidden"', 'i class="sr-only"',
          'section style="font-size:0"', "noscript"]  # fmt: skip
VOID = ["<br>", "<hr>", '<img src="a.png" alt="">', "<wbr>", "<!-- remark -->", "&nbsp;", " ", "\n"]


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, set[str], set[str]]:
    """Make a page of broken markup with the words that a browser shows and those that it hides."""
    count = 0
    shown: set[str] = set()
    unseen: set[str] = set()

    def content(depth: int, hidden: bool) -> str:
        nonlocal count
        parts = []
        for _ in range(draw(st.integers(0, 4))):
            kind = draw(st.sampled_from(["word", "word", "void", "element", "unclosed", "hidden"]))
            if kind == "word" or depth > 4:
                count += 1
                word = f"w{count}"
                (unseen if hidden else shown).add(word)
                parts.append(draw(st.sampled_from([" {} ", "{} ", " {}"])).format(word))
            elif kind == "void":
                parts.append(draw(st.sampled_from(VOID)))
            elif kind == "hidden":
                start = draw(st.sampled_from(HIDDEN))
                # The parser moves text out of a table, and so out of what hides it: no tables inside.
                count += 1
                unseen.add(f"w{count}")
                parts.append(f"<{start}> w{count} <em>x</em></{start.split()[0]}>")
            else:
                tag = draw(st.sampled_from(VISIBLE))
                end = f"</{tag.split()[0]}>" if kind == "element" else ""
                parts.append(f"<{tag}>{content(depth + 1, hidden)}{end}")
        return "".join(parts)

    body = content(0, hidden=False)
    after = content(3, hidden=False)
    wrapped = draw(st.sampled_from(["{}{}", "<!doctype html><html><body>{}</body></html>{}", "<body>{}<body>{}"]))
    return wrapped.format(body, after), shown, unseen


def words_of(publication: Publication, *, visible: bool) -> Counter[str]:
    return Counter(
        word for block in publication.blocks if block.region.visible is visible for word in WORD.findall(block.text)
    )


@given(pages())
def test_every_word_stands_in_one_block_and_is_seen_where_a_browser_shows_it(page: tuple[str, set[str], set[str]]):
    source, shown, unseen = page
    publication = read_bytes(source.encode() + b"<p>end", "page.html")
    assert words_of(publication, visible=True) == Counter(shown)
    assert words_of(publication, visible=False) == Counter(unseen)


@given(pages())
def test_the_text_of_a_link_is_the_quote_of_its_span(page: tuple[str, set[str], set[str]]):
    source = page[0].replace("<a>", '<a href="https://example.eu/">')
    publication = read_bytes(source.encode() + b"<p>end", "page.html")
    for link in publication.links:
        if link.span is not None and link.span.first == link.span.last:
            assert link.text == publication.quote(link.span).replace("\n", " ")
            assert link.text == link.text.strip() != ""


@given(pages())
def test_blocks_are_numbered_in_order_and_hold_no_loose_white_space(page: tuple[str, set[str], set[str]]):
    publication = read_bytes(page[0].encode() + b"<p>end", "page.html")
    for index, block in enumerate(publication.blocks):
        assert block.index == index
        assert block.text == block.text.strip() != ""
        assert "  " not in block.text
        assert block.heading is None or block.heading < index


def test_text_deeper_than_other_parsers_follow_is_read():
    source = "<div>" * 400 + "deep down" + "</div>" * 400 + "<p>after"
    assert [block.text for block in read_bytes(source.encode(), "deep.html").blocks] == ["deep down", "after"]


def test_hundreds_of_unclosed_tags_lose_nothing():
    source = "<p>" + "<b>bold " * 300 + "<p>Co-funded by the European Union"
    blocks = read_bytes(source.encode(), "bold.html").blocks
    assert blocks[0].text.count("bold") == 300
    assert blocks[1].text == "Co-funded by the European Union"


def test_a_text_of_millions_of_letters_is_read_whole():
    source = "<p>" + "projekts " * 1_300_000 + "LLI-263"
    (block,) = read_bytes(source.encode(), "long.html").blocks
    assert block.text.endswith("projekts LLI-263")
    assert block.text.count(" ") == 1_300_000


def test_text_after_the_end_and_in_a_second_body_is_read():
    source = "<html><body><p>first</p></body></html>after the end<body class=x><p>second body</p></html><p>last"
    blocks = read_bytes(source.encode(), "page.html").blocks
    assert [block.text for block in blocks] == ["first", "after the end", "second body", "last"]
    assert {block.region for block in blocks} == {Region.MAIN}
