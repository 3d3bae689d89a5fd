"""Words listed by their stems, with stars for any letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.text.stems import Stems
from publicity_check.text.words import fold

LISTED = st.lists(st.text("aāB*", max_size=5), max_size=5)


@given(LISTED, st.text("ab", max_size=6))
def test_a_star_stands_for_any_letters_wherever_it_is(listed: list[str], key: str):
    patterns = [fold(word).replace("*", r"\w*") for word in listed if word]
    assert Stems(listed).fit(key) == any(re.fullmatch(pattern, key) for pattern in patterns)


@pytest.mark.parametrize(
    ("listed", "fits", "fits_not"),
    [
        ("projekt*", ["projekt", "projekta", "projektnummer"], ["project", "uniprojekt"]),
        ("*nummer", ["nummer", "projektnummer"], ["nummern"]),
        ("*avtal*", ["avtal", "bidragsavtalet"], ["avta"]),
        ("*arduais*uimhir", ["arduaisuimhir", "marduaisanuimhir"], ["arduais", "uimhir"]),
        ("dotacja", ["dotacja"], ["dotacjami"]),
        ("σύμβαση*", ["συμβασης"], ["συμβολη"]),
        ("НОМЕР", ["номер"], ["номера"]),
    ],
)
def test_a_listed_word_is_folded_and_stands_for_its_forms(listed: str, fits: list[str], fits_not: list[str]):
    stems = Stems([listed])
    assert [key for key in (*fits, *fits_not) if stems.fit(key)] == fits


def test_nothing_fits_where_nothing_is_listed():
    assert not Stems(["", ""]).fit("")
