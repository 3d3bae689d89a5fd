"""What must hold of every budget: in any order and layout, in 24 languages and without a word that is known."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from random import Random

import pytest
from benchmarks.accuracy.accounts import LAYOUTS, TEXTS, account, right_named, verdict, written
from benchmarks.accuracy.accounts import cases as written_cases
from benchmarks.accuracy.budgets import SLIPS
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from budget_cases import judge, say
from publicity_check.values.figures import format_figure
from publicity_check.values.slips import telling

LANGUAGES = sorted(TEXTS)
CENT = Decimal("0.01")
_TENTH = 90
"""At this rate the other parts make a tenth of the total, as if a decimal sign had moved."""
_TELLING = 5
"""Digits before its closing zeros that a figure has, for a slip in it to be told from chance."""
NONSENSE = ("Blim", "Quarz", "Dorn", "Felk", "Wuss", "Zarp", "Mipp", "Trell", "Gonk", "Hux")
SHAPES = ("prose", "sentences", "list", "table", "row", "pairs")
RATES = st.sampled_from((35, 40, 50, 55, 60, 65, 70, 75, 80, 85, 90))
TOTALS = st.integers(10_000_000, 900_000_000).map(lambda cents: Decimal(cents) / 100)
SEEDS = st.integers(0, 10**9)


def layout(shape: str, figures: Sequence[str], words: Sequence[str]) -> list[object]:
    """Write figures without any word that is known: as prose, list, table, one row, labels and values."""
    pairs = list(zip(words, figures, strict=False))
    if shape == "prose":
        return [", ".join(f"{word.lower()} {figure}" for word, figure in pairs) + "."]
    if shape == "sentences":
        return [" ".join(f"{word} {figure}." for word, figure in pairs)]
    if shape == "list":
        return [f"{word}: {figure}" for word, figure in pairs]
    if shape == "table":
        return [[[word, figure] for word, figure in pairs]]
    if shape == "row":
        return [[[word for word, _ in pairs], [figure for _, figure in pairs]]]
    return [text for pair in pairs for text in pair]


def outcome(parts: Sequence[object], language: str = "en", *, lists: bool = False) -> tuple[str, str]:
    findings = judge(*parts, language=language, lists=lists, maximum={})  # type: ignore[arg-type]
    order = ("failed", "needs_review", "passed", "inapplicable")
    return min((f.outcome.value for f in findings), key=order.index), " | ".join(say(f) for f in findings)


def money(value: Decimal) -> str:
    return f"{format_figure(value, 'blank-comma')} EUR"


def split(total: Decimal, rate: int, rng: Random) -> tuple[Decimal, Decimal, Decimal]:
    """Split a total into a share at a rate, and two parts more."""
    union = (total * rate / 100).quantize(CENT, ROUND_DOWN)
    state = ((total - union) * rng.randrange(1100, 8900) / 10_000).quantize(CENT)
    return union, state, total - union - state


@settings(max_examples=150, deadline=None)
@given(total=TOTALS, rate=RATES, shape=st.sampled_from(SHAPES), seed=SEEDS, stated=st.booleans())
@pytest.mark.parametrize("language", ["en", "de", "lv", "el", "ga"])
def test_without_any_word_a_budget_in_order_never_fails(
    language: str, total: Decimal, rate: int, shape: str, seed: int, stated: bool
):
    rng = Random(seed)
    union, state, own = split(total, rate, rng)
    figures = [money(total), money(union) + (f" ({rate} %)" if stated else ""), money(state), money(own)]
    rng.shuffle(figures)
    words = rng.sample(NONSENSE, len(figures))
    assert outcome(layout(shape, figures, words), language, lists=shape == "list")[0] != "failed"


@settings(max_examples=150, deadline=None)
@given(
    total=TOTALS,
    rate=RATES.filter(lambda r: r < _TENTH),
    shape=st.sampled_from(SHAPES),
    seed=SEEDS,
    slip=st.sampled_from(sorted(SLIPS)),
)
def test_without_any_word_a_slip_that_a_rate_and_a_sum_tell_is_found(
    total: Decimal, rate: int, shape: str, seed: int, slip: str
):
    rng = Random(seed)
    union, state, own = split(total, rate, rng)
    assume(telling(union) > _TELLING)
    wrong = Decimal(SLIPS[slip](str(int(union * 100)), rng)) / 100
    assume(abs(wrong - union) >= max(Decimal(5), union / 1000))
    assume(not any(abs(wrong - total * whole / 100) < 1 for whole in range(100)))
    figures = [money(total), f"{money(wrong)} ({rate} %)", money(state), money(own)]
    rng.shuffle(figures)
    words = rng.sample(NONSENSE, len(figures))
    result, message = outcome(layout(shape, figures, words), lists=shape == "list")
    assert result in {"failed", "needs_review"}
    near = (union, union + CENT, union - CENT)
    assert shape == "pairs" or any(format_figure(value, "blank-comma") in message for value in near)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=6, deadline=None)
@given(name=st.sampled_from(sorted(LAYOUTS)), seed=SEEDS)
def test_in_any_layout_and_language_a_budget_in_order_never_fails(language: str, name: str, seed: int):
    made = account(language, name, Random(seed))
    assert verdict(written(made, str(seed))[0]).outcome in {"passed", "needs_review"}


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=4, deadline=None)
@given(name=st.sampled_from(sorted(LAYOUTS)), seed=SEEDS, factor=st.sampled_from((2, 3, 7)))
def test_one_factor_changes_no_verdict(language: str, name: str, seed: int, factor: int):
    before = verdict(written(account(language, name, Random(seed)), str(seed))[0]).outcome
    made = account(language, name, Random(seed), factor)
    assert verdict(written(made, str(seed))[0]).outcome == before


OTHERS = (
    "Phone 555 01 34, open 9–17, 2019 to 2024, 12 500 visitors.",
    "A ticket costs 12 EUR, for children 7,50 EUR.",
    "The programme has 410 million EUR for the whole region.",
    "The next village got 2,3 million EUR for a bridge of its own.",
    "The county spends 84 000 EUR a year on its roads.",
)


@settings(max_examples=150, deadline=None)
@given(total=TOTALS, rate=RATES, shape=st.sampled_from(SHAPES), seed=SEEDS, wrong=st.booleans())
def test_figures_of_others_change_no_verdict(total: Decimal, rate: int, shape: str, seed: int, wrong: bool):
    rng = Random(seed)
    union, state, own = split(total, rate, rng)
    if wrong:
        union += Decimal(rng.randrange(1, 9) * 1000)
    figures = [money(total), f"{money(union)} ({rate} %)", money(state), money(own)]
    words = ["Total cost of the project", "European Union", "State budget", "Own contribution"]
    parts = layout(shape, figures, words)
    before = outcome(parts, lists=shape == "list")[0]
    more = rng.sample(OTHERS, rng.randrange(1, 4))
    at = rng.randrange(len(more) + 1)
    assert outcome([*more[:at], "Blim.", *parts, "Dorn.", *more[at:]])[0] == before


@settings(max_examples=150, deadline=None)
@given(total=TOTALS, rate=RATES, seed=SEEDS, wrong=st.booleans())
def test_turned_tables_and_other_orders_change_no_verdict(total: Decimal, rate: int, seed: int, wrong: bool):
    rng = Random(seed)
    union, state, own = split(total, rate, rng)
    if wrong:
        union += Decimal(rng.randrange(1, 9) * 1000)
    rows = [
        ["Total cost of the project", money(total)],
        [f"European Union ({rate} %)", money(union)],
        ["State budget", money(state)],
        ["Own contribution", money(own)],
    ]
    before = outcome([rows])[0]
    assert before == ("failed" if wrong else "passed")
    mixed = rng.sample(rows, len(rows))
    turned = [list(column) for column in zip(*mixed, strict=True)]
    assert (outcome([mixed])[0], outcome([turned])[0]) == (before, before)
    assert outcome([f"{label}: {figure}" for label, figure in mixed], lists=True)[0] == before


def test_slips_are_found_and_the_right_value_is_named():
    judged = [(case, verdict(case.content)) for case in written_cases(1, 11, ["en", "fi", "hr", "mt", "ro"])]
    slips = [(case, said) for case, said in judged if case.slip]
    found = sum(said.outcome in {"failed", "needs_review"} for _, said in slips)
    named = sum(right_named(case, said) for case, said in slips)
    assert found >= 0.9 * len(slips)
    assert named >= 0.8 * len(slips)
