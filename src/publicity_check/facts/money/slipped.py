"""Figures that one slip keeps from a rate or a sum, and what would be right."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from publicity_check.facts.money.figures import Figure, share_fits, tolerance
from publicity_check.facts.money.told import Break
from publicity_check.values.slips import slip, telling, to_unit

_HUNDRED = Decimal(100)
_LEAST = 20
"""Below this rate in per cent, a whole rate is rather chance than meant."""
TELLING = 5
"""Digits a figure needs before a slip is named: with fewer, some figure is always near."""


def rights(figures: Sequence[Figure], one: Break) -> Iterator[tuple[int, Decimal]]:
    """Yield what each figure of a broken claim would have to be."""
    if one.kind in {"rate", "near-rate"} and one.rate:
        (part,) = one.parts
        a, b = figures[part], figures[one.whole]
        exact = b.value * one.rate / _HUNDRED
        for right in dict.fromkeys((to_unit(exact, a.unit), exact // a.unit * a.unit)):
            yield part, right
        whole = to_unit(a.value * _HUNDRED / one.rate, b.unit)
        for right in (whole, whole - b.unit, whole + b.unit):
            if share_fits(a, replace(b, value=right), one.rate):
                yield one.whole, right
    elif one.kind in {"repeat", "unplaced"}:
        (other,) = one.parts
        yield other, figures[one.whole].value
        yield one.whole, figures[other].value
    elif one.kind == "above":
        (part,) = one.parts
        if slip(figures[part].value, figures[one.whole].value, figures[part].unit):
            yield part, figures[one.whole].value
            yield one.whole, figures[part].value
    else:
        total = sum((figures[i].value for i in one.parts), Decimal(0))
        missing = figures[one.whole].value - total
        for i in one.parts:
            yield i, figures[i].value + missing
        yield one.whole, total


def residual_slips(figures: Sequence[Figure], whole: int, parts: Sequence[int]) -> list[tuple[int, Decimal]]:
    """Return the figures of a sum that a slip explains, with their right values."""
    if any(figures[i].unit > 1 or figures[i].loose for i in (whole, *parts)):
        return []
    missing = figures[whole].value - sum((figures[i].value for i in parts), Decimal(0))
    if abs(missing) <= tolerance(figures[whole], *(figures[i] for i in parts)):
        return []
    rights = [(i, figures[i].value + missing) for i in parts] + [(whole, figures[whole].value - missing)]
    return [
        (i, right)
        for i, right in rights
        if right > 0
        and (how := slip(figures[i].value, right, figures[i].unit))
        and min(telling(figures[i].value), telling(right)) >= TELLING - (how == "swapped")
    ]


def whole_rate(part: Figure, whole: Figure) -> Decimal | None:
    """Return the whole rate that a share follows to the cent, if it does."""
    if not whole.value or part.loose or whole.loose or part.currency != whole.currency:
        return None
    rate = to_unit(part.value / whole.value * _HUNDRED, Decimal(1))
    return rate if _LEAST <= rate <= _HUNDRED and share_fits(part, whole, rate) else None


def slip_of_share(part: Figure, whole: Figure, rate: Decimal) -> bool:
    """Say whether one slip in one of two figures keeps them from making a rate."""
    if part.loose or whole.loose or part.unit > 1 or whole.unit > 1 or not rate or share_fits(part, whole, rate):
        return False
    return any(
        right > 0 and min(telling(f.value), telling(right)) >= TELLING and slip(f.value, right, f.unit)
        for i, right in rights((part, whole), Break("rate", 1, (0,), -1, rate))
        for f in ((part, whole)[i],)
    )


def weight(part: Figure, whole: Figure, rate: Decimal) -> tuple[int, Decimal]:
    """Return how many digits tell that a share is a slip, and by how much it is."""
    best: tuple[int, Decimal] = (0, Decimal(0))
    for i, right in rights((part, whole), Break("rate", 1, (0,), -1, rate)):
        figure = (part, whole)[i]
        if slip(figure.value, right, figure.unit) and min(telling(figure.value), telling(right)) >= TELLING:
            best = max(best, (max(telling(figure.value), telling(right)), abs(figure.value - right)))
    return best
