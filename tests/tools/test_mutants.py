"""The list of mutants that no test sees only shrinks."""

import pytest

mutants = pytest.importorskip("tools.mutants", reason="the tools are not part of this copy")

BEFORE = ["    if few < 3 and many:", "        return few"]


def test_a_mutant_is_told_by_what_is_changed_wherever_its_function_stands() -> None:
    after = ["    if few <= 3 and many:", "        return few"]
    assert mutants.changed(BEFORE, after) == "if few < 3 and many: => if few <= 3 and many:"


def test_a_mutant_that_leaves_a_line_out_is_told_by_that_line() -> None:
    assert mutants.changed(BEFORE, BEFORE[:1]) == "return few => "


ONE, TWO, THREE = "a.py f: 1 => 2", "a.py f: 1 => 3", "a.py f: 1 => 4"


def compared(listed: list[str], made: list[str], tried: list[str], living: list[str]) -> tuple[list[str], list[str]]:
    found: tuple[list[str], list[str]] = mutants.compare(listed, mutants.Tried(made, tried, living), "a.py")
    return found


def test_a_survivor_that_is_not_listed_is_new() -> None:
    assert compared([ONE], [ONE, TWO], [ONE, TWO], [ONE, TWO])[0] == [TWO]


def test_a_second_survivor_that_reads_the_same_is_new() -> None:
    assert compared([ONE], [ONE] * 2, [ONE] * 2, [ONE] * 2)[0] == [ONE]


def test_what_is_killed_leaves_the_list_and_modules_that_were_not_tried_stay() -> None:
    listed = [ONE, TWO, "b.py g: 1 => 2"]
    assert compared(listed, [ONE, TWO], [ONE, TWO], [ONE]) == ([], [ONE, "b.py g: 1 => 2"])


def test_of_a_sample_what_was_not_tried_stays_and_what_is_no_more_goes() -> None:
    assert compared([ONE, TWO, THREE], [ONE, TWO], [ONE], []) == ([], [TWO])


def test_the_list_names_only_modules_that_are_tried_and_have_tests() -> None:
    listed = mutants.SURVIVORS.read_text("utf-8").splitlines()
    assert {line.split(" ")[0] for line in listed} <= set(mutants.BEARING)
    for module, tests in mutants.BEARING.items():
        assert (mutants.ROOT / mutants.PACKAGE / module).is_file()
        assert all((mutants.ROOT / test).is_file() for test in tests), tests
