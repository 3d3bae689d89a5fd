"""What differs between a sentence and the prescribed one, and what that means: a table of conditions."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from statement_help import only

from publicity_check.facts.statements.deviations import placeholder

TABLE = Path(__file__).parents[1] / "data" / "statements" / "deviations.toml"
CASES: list[dict[str, Any]] = tomllib.loads(TABLE.read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["condition"] for case in CASES])
def test_what_differs_is_told(case: dict[str, Any]) -> None:
    found = only(case["text"])
    assert [{"code": note.code, **note.values} for note in found.deviations] == case["deviations"]
    if "slots" in case:
        assert dict(found.slots) == case["slots"]


@pytest.mark.parametrize(
    "gap", ["XX", "xx", "хх", "XX xx", "XXX of Riga", "XXXX of Riga", "XXXXX of Riga", "xxx of Riga", "xxxx of Riga"]
)
def test_crosses_stand_for_a_name(gap: str) -> None:
    assert placeholder(gap)


@pytest.mark.parametrize(
    "gap", ["[name]", " <name>, ", "{name}.", "a {name", "__", "name …", "… of Riga", "(… of Riga", "...."]
)
def test_brackets_lines_and_dots_stand_for_a_name(gap: str) -> None:
    assert placeholder(gap)


@pytest.mark.parametrize("name", ["", "X", "XX Riga", "Riga [Latvia]", "Riga <1>", "Riga _"])
def test_a_name_with_a_cross_a_bracket_or_a_dot_is_a_name(name: str) -> None:
    assert not placeholder(name)
