from hypothesis import given
from hypothesis import strategies as st

from publicity_check.rulebook.toml import line_of

NAME = st.from_regex(r"[a-z]{1,8}", fullmatch=True)


@given(st.lists(st.lists(NAME, min_size=1, max_size=4, unique=True), min_size=1, max_size=5), st.data())
def test_the_line_of_any_key_of_any_table_in_an_array_is_found(tables: list[list[str]], data: st.DataObject) -> None:
    lines: list[str] = ["# a comment", ""]
    places: dict[str, int] = {}
    for index, keys in enumerate(tables):
        lines.append("[[project]]")
        for key in keys:
            lines.append(f"{key} = 1")
            places[f"project[{index}].{key}"] = len(lines)
    place = data.draw(st.sampled_from(sorted(places)))
    assert line_of("\n".join(lines), place) == places[place]


def test_the_nearest_line_above_is_given_for_a_key_inside_an_inline_table() -> None:
    assert line_of("a = 1\n[[project]]\ntitles = { lv = 3 }\n", "project[0].titles.lv") == 3


def test_a_key_that_stands_nowhere_has_no_line() -> None:
    assert line_of("a = 1\n", "b") is None
