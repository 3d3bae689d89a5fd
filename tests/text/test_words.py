"""Words and how they are folded: what a reader does not mind is no difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.text.words import WORD, Words, alike, fold, words, words_but_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Līdzfinansē", "LIDZFINANSE"),
        ("Unión", "Unio\u0301n"),
        ("ΕΝΩΣΗΣ", "ένωσης"),
        ("współfinansowane", "WSPÓŁFINANSOWANE"),
        ("sagata\u00advots", "sagatavots"),
        ("co\u200bfunded", "cofunded"),
        ("Ħamrun", "hamrun"),
    ],
)
def test_words_that_read_alike_fold_alike(one, other):
    assert fold(one) == fold(other)


def test_dashes_quotes_and_spaces_are_no_words():
    assert words("“Co-funded” — by\u00a0the\u2009EU…") == ["co", "funded", "by", "the", "eu"]


def test_words_know_their_place():
    found = Words.of([(3, "Eiropas Savienība"), (5, "LLI-263")])
    assert found.keys == ["eiropas", "savieniba", "lli", "263"]
    assert found.block == [3, 3, 5, 5]
    assert (found.start[1], found.end[1]) == (8, 17)


@given(st.text())
def test_every_word_stands_where_it_is_said_to_stand(text):
    found = Words.of([(0, text)])
    assert [fold(text[a:b]) for a, b in zip(found.start, found.end, strict=True)] == found.keys


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"])))
def test_folding_twice_changes_nothing(word):
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(("one", "other"), [("programma", "programmas"), ("latvijas", "latvija"), ("fonds", "fonda")])
def test_forms_of_one_word_are_alike(one, other):
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(("one", "other"), [("latvija", "lietuva"), ("2014", "2015"), ("and", "any"), ("un", "une")])
def test_other_words_and_numbers_are_not_alike(one, other):
    assert not alike(one, other)


def test_what_is_only_invisible_is_no_word() -> None:
    found = Words.of([(0, "a \u200b b \ufeff\u00ad c\u200b")])
    assert found.keys == ["a", "b", "c"]
    assert words("\u200b \u00ad") == []


def test_texts_with_digits_are_told_by_their_words():
    found = Words.of([(0, "twelve days"), (1, "12 days"), (2, "LLI-263"), (3, "٣ days"), (4, "m² and ½")])
    assert found.numbered == {1, 2, 3}


@given(st.lists(st.text("aB1 .", max_size=12), max_size=5))
def test_runs_are_the_words_of_each_text_that_has_any(texts):
    found = Words.of(list(enumerate(texts, 7)))
    runs = [(number, found.keys[first:end]) for number, first, end in found.runs()]
    assert runs == [(number, words(text)) for number, text in enumerate(texts, 7) if words(text)]


@pytest.mark.parametrize("repeated", [1, 400])
def test_words_in_capitals_are_taken_for_names_whether_a_text_is_short_or_long(repeated):
    assert words_but_names("ES un Eiropa A 2B " * repeated) == ["un", "eiropa", "a"] * repeated


@given(st.lists(st.text("aBzŽžßẞÆæİıǅƻªⅧ中1_\u00ad", max_size=4), max_size=6).map(" ".join))
def test_words_are_names_only_where_they_stand_in_capitals(text):
    apart = [(word, fold(word)) for word in WORD.findall(text)]
    assert words_but_names(text) == [key for word, key in apart if len(key) < 2 or not word.isupper()]


@given(st.lists(st.text("ab .;\u00ad", max_size=9), min_size=1, max_size=4))
def test_the_gap_behind_a_word_lies_between_it_and_the_next_of_its_text(texts):
    found = Words.of(list(enumerate(texts)))
    for before in range(len(found) - 1):
        if found.block[before] == found.block[before + 1]:
            assert found.gap(before) == (found.end[before], found.start[before + 1])
