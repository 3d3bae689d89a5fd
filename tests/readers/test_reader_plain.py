"""Plain text: paragraphs are blocks, lines are places."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.publication import Locator, Publication, Region
from publicity_check.readers import read_bytes


def read(text: str) -> Publication:
    return read_bytes(text.encode(), "draft.txt")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_separate_paragraphs(end: str):
    publication = read(end.join(["Open  Up", "nr.\tLLI-263 ", " ", "", "  Second", ""]))
    assert publication.format == "text"
    assert [(b.text, b.region, b.kind) for b in publication.blocks] == [
        ("Open Up\nnr. LLI-263", Region.MAIN, "paragraph"),
        ("Second", Region.MAIN, "paragraph"),
    ]


def test_list_items_are_blocks_of_their_own():
    publication = read("Costs:\n- total 5 EUR\n  and more\n- EU 4 EUR\n1) first")
    assert [(b.text, b.kind) for b in publication.blocks] == [
        ("Costs:", "paragraph"),
        ("- total 5 EUR\nand more", "list-item"),
        ("- EU 4 EUR", "list-item"),
        ("1) first", "list-item"),
    ]


def test_a_quote_leads_back_to_its_line_and_paragraph():
    publication = read("One\n\n\n  Two\nLLI-263 here")
    block = publication.blocks[1]
    assert publication.locate(1, block.text.index("Two")) == Locator(line=4, column=3, paragraph=2)
    assert publication.locate(1, block.text.index("LLI")) == Locator(line=5, column=1, paragraph=2)


def test_no_break_spaces_stay_and_letters_are_composed():
    assert read("176\u00a0680,75 Le\u0304ti").blocks[0].text == "176\u00a0680,75 Lēti"


@given(st.lists(st.sampled_from(["w1 ", "w2", "\n", "\r\n", " ", "- ", "\n\n", "ē", "w3\t", "\f"]), max_size=30))
def test_no_word_is_lost_and_each_leads_back_to_where_it_stands(pieces: list[str]):
    source = "".join(pieces) + " end"
    publication = read(source)
    words = re.findall(r"w\d|end", source)
    assert [word for block in publication.blocks for word in re.findall(r"w\d|end", block.text)] == words
    lines = re.split(r"\r\n|\r|\n|\f", source)
    for block in publication.blocks:
        for found in re.finditer(r"w\d|end", block.text):
            place = publication.locate(block.index, found.start())
            assert place.line is not None
            assert found[0] in lines[place.line - 1]
