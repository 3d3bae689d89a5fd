from hypothesis import given
from hypothesis import strategies as st

from publicity_check.applicability.projects import group_projects
from publicity_check.facts.model import Facts, Language, ProjectNumber
from publicity_check.publication import Span
from publicity_check.values.slips import one_slip_apart

CODE = st.from_regex(r"[A-Z]{3}-[0-9]{3,5}", fullmatch=True)


def number(value: str, kind: str = "k", packs: tuple[str, ...] = ("p",), **more: str) -> ProjectNumber:
    return ProjectNumber(value, value, kind, packs, Span.within(0, 0, 1), **more)  # type: ignore[arg-type]


def grouped(*numbers: ProjectNumber) -> list[tuple[str, ...]]:
    return [g.values for g in group_projects(Facts(Language("en", "words"), project_numbers=numbers))]


def test_the_same_number_twice_is_one_project() -> None:
    assert grouped(number("LLI-263"), number("LLI-263")) == [("LLI-263",)]


def test_two_numbers_a_typing_slip_apart_are_one_project() -> None:
    assert grouped(number("LLI-263"), number("LLI-236")) == [("LLI-263", "LLI-236")]


def test_two_numbers_with_titles_of_their_own_are_two_projects() -> None:
    first, second = number("LLI-263", project_title="Open Up"), number("LLI-236", project_title="Home")
    assert grouped(first, second) == [("LLI-263",), ("LLI-236",)]


def test_two_numbers_with_one_title_are_one_project() -> None:
    first, second = number("LLI-263", project_title="Open Up"), number("LLI-999", project_title="OPEN UP")
    assert grouped(first, second) == [("LLI-263", "LLI-999")]


def test_numbers_of_two_kinds_that_one_programme_gives_are_one_project() -> None:
    assert grouped(number("LIFE19 GIE/BE/000784", "life"), number("101069802", "grant", ("p", "q"))) == [
        ("LIFE19 GIE/BE/000784", "101069802")
    ]


def test_a_cited_number_is_no_project_of_the_publication() -> None:
    assert grouped(number("LLI-263", role="cited")) == []


@given(CODE, st.data())
def test_swapping_two_digits_is_one_slip_both_ways(code: str, data: st.DataObject) -> None:
    i = data.draw(st.integers(4, len(code) - 2))
    other = code[:i] + code[i + 1] + code[i] + code[i + 2 :]
    successive = other[:-1] == code[:-1]
    assert one_slip_apart(code, other) == one_slip_apart(other, code) == (other != code and not successive)


@given(CODE, st.data())
def test_losing_a_character_is_one_slip(code: str, data: st.DataObject) -> None:
    i = data.draw(st.integers(0, len(code) - 1))
    assert one_slip_apart(code, code[:i] + code[i + 1 :])
