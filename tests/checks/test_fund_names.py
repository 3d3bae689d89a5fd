"""What is told of the fund that a page names, under which condition."""

from typing import Any

import pytest
from judged_pages import cases, told, wanted

CASES = cases("funds")


@pytest.mark.parametrize("case", CASES, ids=[case["condition"] for case in CASES])
def test_a_fund_is_judged(case: dict[str, Any]) -> None:
    assert told(case) == wanted(case)
