"""What is told of a funding statement and a disclaimer, under which condition."""

from typing import Any

import pytest
from judged_pages import cases, told, wanted

CASES = cases("statements")


@pytest.mark.parametrize("case", CASES, ids=[case["condition"] for case in CASES])
def test_a_statement_is_judged(case: dict[str, Any]) -> None:
    assert told(case) == wanted(case)
