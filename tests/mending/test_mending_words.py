"""Which words become which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.mending.words import edits, kept

_TEXTS = st.lists(st.sampled_from(["ES", "Eiropas", "Savienība", "līdzfinansē", ",", ".", "„", "”", "projektu"])).map(
    " ".join
)


@given(_TEXTS, _TEXTS)
def test_edits_make_the_new_text_of_the_old_one(old: str, new: str) -> None:
    text = old
    for start, end, instead in reversed(edits(old, new)):
        text = text[:start] + instead + text[end:]
    assert text == new


@given(_TEXTS)
def test_a_text_becomes_itself_without_an_edit(text: str) -> None:
    assert edits(text, text) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Co-funded by the EU.", "Co-funded by the European Union.", [(17, 19, "European Union")]),
        ("one two three", "one three", [(4, 8, "")]),
        ("one three", "one two three", [(4, 4, "two ")]),
        ("café", "cafe\N{COMBINING ACUTE ACCENT}", []),
        ("a\N{NO-BREAK SPACE}b", "a b", []),
    ],
)
def test_few_words_change(old: str, new: str, expected: list[tuple[int, int, str]]) -> None:
    assert edits(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [("one two", "one two three", 1), ("one two", "two", 0.5), ("one", "two", 0), ("", "one", 0)],
)
def test_how_much_is_left(old: str, new: str, share: float) -> None:
    assert kept(old, new) == share
