"""What stands many times on a page costs in proportion: no page of one mechanism hangs."""

import pytest
from fuzz_guard import trouble
from fuzz_shapes import SHAPES, page

from publicity_check import check

ONE_BY_ONE = [shape for shape in SHAPES if not shape.startswith(("words", "token", "tag"))]
SOME = [shape for shape in SHAPES if shape not in ONE_BY_ONE][::25]


@pytest.mark.slow
@pytest.mark.parametrize("shape", [*ONE_BY_ONE, *SOME])
def test_what_stands_many_times_makes_no_trouble(shape: str) -> None:
    assert trouble(page(shape, 150), "page.html") == ""


def test_an_element_of_too_many_attributes_is_refused() -> None:
    report = check(page("attributes", 6000), name="page.html").publications[0]
    assert report.error == ("page.html has an element with more than 5,000 attributes and is not read: take them out.")
