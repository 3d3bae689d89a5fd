"""Budgets as people write them: what is in order passes in every language, and a slip is found."""

from collections import Counter

import pytest
from benchmarks.accuracy.accounts import LAYOUTS, TEXTS, cases, right_named, verdict


def test_every_language_has_every_text():
    keys = {frozenset(text) for text in TEXTS.values()}
    assert len(TEXTS) == 24
    assert len(keys) == 1


def test_half_of_the_publications_carry_a_slip():
    made = list(cases(1, 7, ["lv"]))
    assert len(made) == 2 * len(LAYOUTS)
    assert sum(bool(case.slip) for case in made) == len(LAYOUTS)
    assert all(case.right for case in made if case.slip)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_what_is_in_order_does_not_fail_and_slips_are_found(language: str):
    judged = [(case, verdict(case.content)) for case in cases(1, 7, [language])]
    clean = Counter(said.outcome for case, said in judged if not case.slip)
    slips = Counter(said.outcome for case, said in judged if case.slip)
    assert clean["failed"] == 0
    assert clean["passed"] >= len(LAYOUTS) - 1
    assert slips["passed"] <= 3
    assert sum(right_named(case, said) for case, said in judged if case.slip) >= len(LAYOUTS) - 5
