"""What must hold of every budget, whatever its words, its order, its language and its company."""

import tomllib
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budget_cases import judge
from publicity_check.facts.money.cues import scores
from publicity_check.facts.money.figures import Figure, Percent
from publicity_check.facts.money.judge import judge as judge_problem
from publicity_check.facts.money.reading import readings
from publicity_check.facts.money.relations import relations
from publicity_check.facts.money.roles import ROLES, Evidence, Problem
from publicity_check.facts.money.told import Told
from publicity_check.values.figures import format_figure

TEXTS = tomllib.loads((Path(__file__).parents[1] / "data/budget/sentences.toml").read_text("utf-8"))
CENT = Decimal("0.01")
RATES = st.sampled_from((40, 50, 60, 70, 75, 80, 85))
STYLES = ("blank-comma", "point-comma", "comma-point")


def cents(low: int = 10_000_000, high: int = 10**10) -> st.SearchStrategy[Decimal]:
    return st.integers(low, high).map(lambda n: Decimal(n) / 100)


def split(total: Decimal, rate: int) -> tuple[Decimal, Decimal]:
    union = (total * rate / 100).quantize(CENT, ROUND_DOWN)
    return union, total - union


def outcome(*parts: object, language: str = "en") -> str:
    order = ("failed", "needs_review", "passed", "inapplicable")
    found = judge(*parts, language=language, maximum={})  # type: ignore[arg-type]
    return min((f.outcome.value for f in found), key=order.index)


def wordless(values: list[Decimal], percents: list[Percent] = []) -> Problem:  # noqa: B006
    """Return a problem of one paragraph of which no word is known."""
    figures = tuple(Figure(v) for v in values)
    evidence = tuple(Evidence(scores(())) for _ in figures)
    return Problem(figures, tuple(percents), evidence, tuple(relations(figures, percents)), ({},) * len(percents))


@settings(max_examples=300, deadline=None)
@given(total=cents(), rate=RATES, order=st.permutations(range(3)))
def test_a_budget_in_order_breaks_nothing_in_any_order_without_a_word(total: Decimal, rate: int, order: list[int]):
    union, own = split(total, rate)
    values = [(total, union, own)[i] for i in order]
    judged = judge_problem(wordless(values, [Percent(Decimal(rate), beside=order.index(1))]), ())
    assert judged.breaks == ()


@settings(max_examples=200, deadline=None)
@given(total=cents(), rate=RATES, order=st.permutations(range(3)))
def test_arithmetic_tells_whole_and_parts_apart_without_a_word(total: Decimal, rate: int, order: list[int]):
    total += Decimal("1234.57")
    union, own = split(total, rate)
    values = [(total, union, own)[i] for i in order]
    percents = [Percent(Decimal(rate), beside=order.index(1))]
    best = readings(wordless(values, percents))[0]
    roles = [ROLES[r] for r in best.roles]
    assert roles[order.index(0)].share in {"total", "eligible", "grant"}
    assert roles[order.index(1)].share not in {"total", None}


@pytest.mark.parametrize("language", sorted(TEXTS))
@settings(max_examples=40, deadline=None)
@given(total=cents(), rate=RATES, style=st.sampled_from(STYLES), layout=st.sampled_from(("text", "table", "list")))
def test_a_budget_in_order_never_fails(language: str, total: Decimal, rate: int, style: str, layout: str):
    union, own = split(total, rate)
    assert outcome(*written(language, total, union, own, style, layout), language=language) == "passed"


@pytest.mark.parametrize("language", sorted(TEXTS))
@settings(max_examples=40, deadline=None)
@given(
    total=cents(),
    rate=RATES,
    style=st.sampled_from(STYLES),
    which=st.integers(0, 2),
    at=st.integers(1, 6),
    digit=st.integers(1, 9),
    layout=st.sampled_from(("table", "list")),
)
def test_one_wrong_digit_is_found_and_the_right_figure_named(
    language: str, total: Decimal, rate: int, style: str, which: int, at: int, digit: int, layout: str
):
    values = [total, *split(total, rate)]
    digits = str(int(values[which] * 100))
    at = at % len(digits)
    changed = digits[:at] + str((int(digits[at]) + digit) % 10) + digits[at + 1 :]
    if changed[0] == "0" or abs(int(changed) - int(digits)) <= 10 or len(digits.strip("0")) < 6:
        return
    right, values[which] = values[which], Decimal(int(changed)) / 100
    parts = written(language, *values, style, layout, f" ({rate} %)")
    found = [f for f in judge(*parts, language=language, maximum={}) if f.outcome == "failed"]  # type: ignore[arg-type]
    assert found
    near = (right, right - CENT, right + CENT)
    assert any(format_figure(value, style) in str([f.values for f in found]) for value in near)


@settings(max_examples=150, deadline=None)
@given(total=cents(), rate=RATES, seed=st.integers(0, 10**6), broken=st.booleans())
def test_money_of_others_changes_no_verdict(total: Decimal, rate: int, seed: int, broken: bool):
    rng = Random(seed)
    union, own = split(total, rate)
    if broken:
        own += 1234
    text = TEXTS["en"]["breakdown"].format(**money((total, union, own), "comma-point"))
    others = (
        f"A ticket costs {rng.randrange(3, 60)} EUR.",
        f"The programme has a total budget of {rng.randrange(20, 900)} million euro.",
        f"Call 555 {rng.randrange(1000, 9999)} in {rng.randrange(2014, 2027)}.",
        f"The neighbours won EUR {rng.randrange(2, 9)}.{rng.randrange(1, 9)} million for a pier of their own.",
    )
    assert outcome(text, *others) == outcome(text)


@settings(max_examples=150, deadline=None)
@given(
    total=cents(20_000_000),
    rate=RATES,
    share=st.integers(20, 70),
    factor=st.sampled_from((2, 3, 10)),
    swap=st.booleans(),
    name=st.sampled_from(("Harbour Museum", "Fjord Library", "Town of Elmsby")),
)
def test_a_factor_other_names_and_swapped_rows_change_no_verdict(
    total: Decimal,
    rate: int,
    share: int,
    factor: int,
    swap: bool,
    name: str,
):
    first = (total * share / 100).quantize(CENT)
    assert partners(first, total - first, rate, "Manor House") == "passed"
    assert partners(first * factor, (total - first) * factor, rate, name, swap=swap) == "passed"


def partners(first: Decimal, second: Decimal, rate: int, name: str, *, swap: bool = False) -> str:
    rows = [[name, first, split(first, rate)[0]], ["Old Mill", second, split(second, rate)[0]]]
    if swap:
        rows.reverse()
    sums = ["Total", first + second, sum((r[2] for r in rows), Decimal(0))]  # type: ignore[misc]
    table = [["Partner", "Budget (EUR)", "ERDF (EUR)"]]
    table += [[str(n), *(format_figure(v, "comma-point") for v in v2)] for n, *v2 in (*rows, sums)]  # type: ignore[arg-type]
    return outcome(table)


def money(values: tuple[Decimal, ...], style: str) -> dict[str, str]:
    names = ("total", "eu", "own")
    return {n: f"{format_figure(v, style)} EUR" for n, v in zip(names, values, strict=True)}


def written(
    language: str, total: Decimal, union: Decimal, own: Decimal, style: str, layout: str, rate: str = ""
) -> tuple[object, ...]:
    figures = money((total, union, own), style)
    if layout == "text":
        return (TEXTS[language]["breakdown"].format(**figures),)
    whole, share, rest = TEXTS[language]["labels"]
    rows = list(zip((whole, share + rate, rest), figures.values(), strict=True))
    if layout == "table":
        return ([list(row) for row in rows],)
    return tuple(f"{label}: {figure}" for label, figure in rows)


def test_the_same_budget_is_read_once_and_another_one_anew():
    values = [Decimal("176680.75"), Decimal("150178.64"), Decimal("26502.11")]
    first = judge_problem(wordless(values, [Percent(Decimal(85), beside=1)]), ())
    assert judge_problem(wordless(list(values), [Percent(Decimal(85), beside=1)]), ()) is first
    other = judge_problem(wordless(values, [Percent(Decimal(80), beside=1)]), ())
    assert other.breaks
    assert not first.breaks
    told = [Told("rest", (2,))]
    assert judge_problem(wordless(values, [Percent(Decimal(85), beside=1)]), told) is not first
