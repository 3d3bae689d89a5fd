"""Single figures: read as they are written, written as they were read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity_check.values.figures import format_figure, read_figure, styles_clash

STYLES = ("blank-comma", "blank-point", "point-comma", "comma-point", "apostrophe-point", "plain-comma", "plain-point")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("177 839,95", "177839.95"),
        ("851 016.93", "851016.93"),
        ("39\u00a0392\u00a0594", "39392594"),
        ("1\u202f234\u202f567,89", "1234567.89"),
        ("1.440.933,73", "1440933.73"),
        ("601.840", "601840"),
        ("15,014,030.56", "15014030.56"),
        ("96,450,936", "96450936"),
        ("24038,85", "24038.85"),
        ("1063835.49", "1063835.49"),
        ("480’506.67", "480506.67"),
        ("102′ 118.80", "102118.80"),
        ("10,166.017", "10166017"),
        ("182.316,5", "182316.5"),
        ("2.877.079, 57", "2877079.57"),
    ],
)
def test_every_number_style_seen_is_read_exactly(written: str, value: str):
    found = read_figure(written)
    assert found is not None
    assert found.value == Decimal(value)


@pytest.mark.parametrize("written", ["1 350 0000", "38.060,685,03", "12.34.56", "007", "1,23,456"])
def test_figures_whose_groups_make_no_sense_are_not_guessed(written: str):
    assert read_figure(written) is None


def test_decimals_of_any_length_are_read_before_a_scale_word():
    found = read_figure("33,000", scaled=True)
    assert found is not None
    assert found.value == 33


def test_a_point_with_three_digits_stays_ambiguous_only_where_the_point_marks_decimals():
    english, german = read_figure("1.234", decimal="."), read_figure("1.234", decimal=",")
    assert english is not None
    assert german is not None
    assert (english.value, english.alternatives) == (Decimal(1234), (Decimal("1.234"),))
    assert (german.value, german.alternatives) == (Decimal(1234), ())


@given(st.integers(0, 10**12), st.sampled_from(STYLES))
def test_what_is_written_in_a_style_is_read_back_exactly(cents: int, style: str):
    value = Decimal(cents) / 100
    found = read_figure(format_figure(value, style))
    assert found is not None
    assert found.value == value


def test_styles_clash_only_where_signs_contradict():
    assert styles_clash("blank-comma", "blank-point")
    assert styles_clash("point-comma", "comma-point")
    assert not styles_clash("blank-comma", "plain-comma")
    assert not styles_clash("point-comma", "point-none")
