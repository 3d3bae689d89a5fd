"""Stretches that meet are found as they would be by looking at all of them."""

from hypothesis import given
from hypothesis import strategies as st

from publicity_check.text.taken import Stretches

STRETCH = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted).map(tuple)


@given(st.lists(STRETCH), STRETCH)
def test_stretches_that_meet_another_are_found(known: list[tuple[int, int]], other: tuple[int, int]) -> None:
    stretches = Stretches((first, last, number) for number, (first, last) in enumerate(known))
    meeting = {n for n, (first, last) in enumerate(known) if first <= other[1] and other[0] <= last}
    assert set(stretches.meeting(*other)) == meeting
    assert stretches.meets(*other) == bool(meeting)
