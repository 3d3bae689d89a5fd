"""Facts are found by their place as they would be by looking at all of them."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.facts.placed import Placed
from publicity_check.publication import Span


class Fact(msgspec.Struct, frozen=True):
    span: Span


def spans(most: int = 1) -> st.SearchStrategy[Span]:
    """Spans in three blocks that reach into at most so many further ones."""

    def made(first: int, start: int, more: int, length: int) -> Span:
        return Span(first, start, first + more, start + length)

    return st.builds(made, st.integers(0, 2), st.integers(0, 8), st.integers(0, most), st.integers(0, 8))


@given(st.lists(spans()), spans(2))
def test_what_a_place_holds_is_found(found: list[Span], place: Span) -> None:
    facts = [Fact(span) for span in found]
    expected = sorted((f for f in facts if place.holds(f.span)), key=lambda f: (f.span.first, f.span.start))
    held = list(Placed(facts).within(place))
    assert [(f.span.first, f.span.start) for f in held] == [(f.span.first, f.span.start) for f in expected]
    assert set(held) == set(expected)


@given(st.lists(spans()), st.integers(0, 2), st.integers(0, 9), st.integers(0, 9))
def test_what_begins_in_a_stretch_is_found(found: list[Span], block: int, start: int, end: int) -> None:
    facts = [Fact(span) for span in found]
    begun = {f for f in facts if f.span.first == block and start <= f.span.start < end}
    assert set(Placed(facts).beginning(block, start, end)) == begun
    assert set(Placed(facts).in_block(block)) == {f for f in facts if f.span.first == block}
