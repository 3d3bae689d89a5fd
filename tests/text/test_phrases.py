"""Phrases among words and among letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.text.phrases import Phrase, Phrases
from publicity_check.text.words import Words, alike, words

KEYS = st.lists(
    st.sampled_from(["fond", "fonds", "fonda", "fondue", "of", "o", "the", "project", "projects"]), max_size=8
)
LETTERS = "abcde"
NAMES = st.sets(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=12)


def stands(phrase: Phrase, keys: list[str], place: int) -> bool:
    """Say the plain way whether a phrase stands at a place."""
    found = keys[place : place + len(phrase.words)]
    if len(found) < len(phrase.words):
        return False
    endings = phrase.endings or ("",) * len(found)
    return all(
        word == key or (ending == "any" and key[: len(word)] == word) or (ending == "alike" and alike(word, key))
        for word, key, ending in zip(phrase.words, found, endings, strict=True)
    )


@st.composite
def phrases(draw: st.DrawFn) -> Phrase:
    keys = draw(KEYS.filter(bool))[:3]
    endings = draw(st.lists(st.sampled_from(["", "any", "alike"]), min_size=len(keys), max_size=len(keys)))
    return Phrase(tuple(keys), tuple(endings))


@given(st.lists(phrases(), max_size=6), KEYS)
def test_each_phrase_is_found_wherever_it_stands(listed: list[Phrase], keys: list[str]):
    index = Phrases(zip(listed, range(len(listed)), strict=True))
    expected = {
        (p, p + len(phrase.words), i)
        for i, phrase in enumerate(listed)
        for p in range(len(keys))
        if stands(phrase, keys, p)
    }
    text = Words.of([(0, " ".join(keys))])
    found = list(index.find(text))
    assert set(found) == expected
    assert len(found) == len(expected)
    assert [place for place, _, _ in found] == sorted(place for place, _, _ in expected)
    assert index.stands_in(keys) == bool(expected)
    for place in range(-1, len(keys) + 2):
        assert index.begins_at(keys, place) == any(first == place for first, _, _ in expected)
        assert index.ends_before(keys, place) == any(end == place for _, end, _ in expected)


def test_a_phrase_is_found_in_reading_order_inflected_only_where_allowed():
    index: Phrases[str] = Phrases([("Interreg Europe", "IE"), ("", "nothing")])
    index.add(Phrase.inflected(words("Eiropas Reģionālās attīstības fonds")), "ERDF")
    text = Words.of([(0, "Interreg Europe un Eiropas reģionālā attīstības fonda; Interreg Europes")])
    assert list(index.find(text)) == [(0, 2, "IE"), (3, 7, "ERDF")]


def test_a_phrase_added_later_is_found_too():
    index: Phrases[str] = Phrases([("one", "1")])
    text = Words.of([(0, "one two")])
    assert list(index.find(text)) == [(0, 1, "1")]
    index.add("two", "2")
    assert list(index.find(text)) == [(0, 1, "1"), (1, 2, "2")]


@pytest.mark.parametrize(
    ("text", "keys", "found"),
    [
        ("with money", ["with", "money"], True),
        ("with money", ["with", "moneys"], False),
        ("co-fund*", ["co", "funding"], True),
        ("co-fund*", ["cofounder", "fund"], False),
        ("a*", ["anything"], True),
        ("not* only", ["nothing", "only"], True),
        ("not* only", ["nothing", "lonely"], False),
    ],
)
def test_a_star_stands_for_any_ending(text: str, keys: list[str], found: bool):
    assert Phrase.of(text).at(keys, 0) is found
    assert Phrases([(text, None)]).begins_at(keys, 0) is found


@given(names=NAMES, text=st.text(LETTERS, max_size=40))
def test_of_names_in_a_run_of_letters_the_first_and_there_the_longest_is_found(names: set[str], text: str):
    found = Phrases.of_names({name: name for name in names}).first_in(text)
    places = [(text.find(name), -len(name), name) for name in names if name in text]
    assert found == (min(places)[2] if places else None)


def test_without_names_nothing_is_found():
    assert Phrases[str]().first_in("fundedbytheeuropeanunion") is None
