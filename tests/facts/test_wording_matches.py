"""Which of the prescribed wordings a text agrees with, and when it agrees with none: a table of conditions."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from wording_help import matched

from publicity_check.facts.statements.match import PartMatch

TABLE = Path(__file__).parents[1] / "data" / "statements" / "wording_matches.toml"
CASES: list[dict[str, Any]] = tomllib.loads(TABLE.read_text("utf-8"))["case"]


def told(match: PartMatch) -> dict[str, Any]:
    slots = [
        [sentence.alignment.tokens[slot].slot, first, end - 1]
        for sentence in match.present
        for slot, (first, end) in sorted(sentence.alignment.slots.items())
    ]
    everything = {
        "wording": match.part.wordings[0],
        "first": match.first,
        "last": match.last,
        "score": round(match.score, 2),
        "equals": [part.wordings[0] for part in match.equals],
        "lost": match.found.count(None),
        "slots": slots,
    }
    return {key: value for key, value in everything.items() if value or key not in {"equals", "lost", "slots"}}


@pytest.mark.parametrize("case", CASES, ids=[case["condition"] for case in CASES])
def test_a_text_agrees_with_a_wording(case: dict[str, Any]) -> None:
    assert [told(match) for match in matched(case["wordings"], case["texts"])] == case["found"]
