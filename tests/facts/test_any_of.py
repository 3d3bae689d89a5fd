"""Any of many names in a run of letters."""

from hypothesis import given
from hypothesis import strategies as st

from publicity_check.facts.any_of import AnyOf

LETTERS = "abcde"
NAMES = st.sets(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=12)


@given(names=NAMES, text=st.text(LETTERS, max_size=40))
def test_the_first_and_there_the_longest_name_is_found(names: set[str], text: str):
    found = AnyOf({name: name for name in names}).first_in(text)
    places = [(text.find(name), -len(name), name) for name in names if name in text]
    assert found == (min(places)[2] if places else None)


def test_without_names_nothing_is_found():
    assert AnyOf[str]({}).first_in("fundedbytheeuropeanunion") is None
