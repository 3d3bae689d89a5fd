"""The little language of wordings: what its marks mean, and that mistakes in it are named."""

from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.rulebook import builtin, template

WORD = st.text(alphabet="abcčdeéxyz", min_size=1, max_size=6)
PLAIN = WORD.map(lambda word: (word, word, 1))
OPTIONAL = WORD.map(lambda word: (f"[{word}]", word, 1))
CHOICE = st.lists(WORD, min_size=2, max_size=3).map(lambda words: (f"({'|'.join(words)})", words[0], len(words)))
SLOT = WORD.map(lambda _: ("{beneficiary}", "{beneficiary}", 1))
TEMPLATE = st.lists(PLAIN | OPTIONAL | CHOICE | SLOT, min_size=1, max_size=4)


@given(TEMPLATE)
def test_what_is_written_holds_each_piece_once_without_its_marks(parts: list[tuple[str, str, int]]) -> None:
    text = " ".join(marked for marked, _, _ in parts)
    assert list(template.mistakes(text)) == []
    assert template.written(text) == " ".join(said for _, said, _ in parts)


@given(TEMPLATE)
def test_there_are_as_many_variants_as_combinations_and_the_first_is_the_one_written(
    parts: list[tuple[str, str, int]],
) -> None:
    text = " ".join(marked for marked, _, _ in parts)
    variants = template.variants(text)
    assert len(variants) == min(64, prod(count for _, _, count in parts))
    assert template.written(variants[0]) == template.written(text)


@given(TEMPLATE)
def test_gaps_are_filled_with_what_is_given_and_stay_open_without(parts: list[tuple[str, str, int]]) -> None:
    text = " ".join(marked for marked, _, _ in parts)
    asked = ("beneficiary",) if "{beneficiary}" in text else ()
    assert template.open_slots(template.filled(text, lambda name: "")) == asked
    assert template.open_slots(template.filled(text, lambda name: "Linden")) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Paid [in part by {donor}", "a [ has no ]"),
        ("Paid by {donor", "a { has no }"),
        ("Paid (by|through {donor}", "a ( has no )"),
        ("Paid by }donor{", "not well formed"),
        ("Paid by | through us", "a | stands outside"),
        ("Paid by {Donor Name}", 'the gap "Donor Name" is not named in small letters'),
    ],
)
def test_a_mistake_is_named(text: str, said: str) -> None:
    assert any(said in mistake for mistake in template.mistakes(text)), list(template.mistakes(text))


def test_brackets_that_are_no_marks_stay_as_they_are() -> None:
    assert template.written("The Agency (EACEA) and its author(s)") == "The Agency (EACEA) and its author(s)"


def test_no_wording_that_is_shipped_has_a_mistake() -> None:
    parts = [part for wording in builtin().wordings.values() for part in wording.part]
    assert [mistake for part in parts for mistake in template.mistakes(part.text)] == []
