"""Planted defects of the budget: figures that cannot all be true."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from benchmarks.accuracy.document import Draft, Item, Piece, Sum
from benchmarks.accuracy.drafts import euro, percent
from benchmarks.accuracy.kinds import EITHER, FAILED, Change, Kind, with_item

CHECK = "budget"
CENT = Decimal("0.01")
OWN_PART = {
    "en": "Own contribution of the partners",
    "lv": "Partneru līdzfinansējums",
    "lt": "Partnerių nuosavos lėšos",
}


def _figures(draft: Draft, *, total: Decimal | None = None, eu: Decimal | None = None, rate: str = "") -> Draft:
    """Write the sentence of the budget with other figures."""
    text = draft.words
    eu = draft.share if eu is None else eu
    total = draft.total if total is None else total
    figures = {"total": euro(text, total), "eu": euro(text, eu), "rate": percent(text, rate or draft.rate)}
    said = draft.say("budget", text["budget"].format(**figures))
    return said.true(conflict=True, sums=(Sum(total, "total"), Sum(eu, "eu")))


def _again(draft: Draft, total: Decimal) -> Draft:
    """Write another total on the second mention."""
    said = draft.say("repeat", draft.words["repeat"].format(total=euro(draft.words, total)))
    return said.true(conflict=True, sums=(*draft.sums, Sum(total, "total")))


def _cents(value: Decimal) -> str:
    return str(int(value * 100))


def _value(digits: str) -> Decimal:
    return Decimal(int(digits)) / 100


def _on_total(change: Callable[[str, Random], str]) -> Change:
    def apply(draft: Draft, rng: Random) -> Draft:
        return _again(draft, _value(change(_cents(draft.total), rng)))

    return apply


def _on_share(change: Callable[[str, Random], str]) -> Change:
    def apply(draft: Draft, rng: Random) -> Draft:
        return _figures(draft, eu=_value(change(_cents(draft.share), rng)))

    return apply


def _digit_changed(digits: str, rng: Random) -> str:
    at = rng.randrange(1, 4)
    return digits[:at] + rng.choice([d for d in "0123456789" if d != digits[at]]) + digits[at + 1 :]


def _digits_swapped(digits: str, _rng: Random) -> str:
    at = next((i for i in range(1, len(digits) - 3) if digits[i] != digits[i + 1]), 0)
    return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def _digit_dropped(digits: str, rng: Random) -> str:
    at = rng.randrange(1, 4)
    return digits[:at] + digits[at + 1 :]


def _digit_doubled(digits: str, rng: Random) -> str:
    at = rng.randrange(1, 4)
    return digits[:at] + digits[at] + digits[at:]


def _separator_moved(digits: str, _rng: Random) -> str:
    return digits[:-1] if digits[-1] == "0" else digits + "0"


def _share_above(draft: Draft, rng: Random) -> Draft:
    return _figures(draft, eu=draft.total + Decimal(rng.randrange(100_000, 900_000)) / 100)


def _sums_exchanged(draft: Draft, _rng: Random) -> Draft:
    return _figures(draft, total=draft.share, eu=draft.total)


def _rate_wrong(draft: Draft, rng: Random) -> Draft:
    return _figures(draft, rate=str(draft.rate - rng.choice((5, 10, 15))))


def _rate_above_maximum(draft: Draft, _rng: Random) -> Draft:
    return _figures(draft, eu=(draft.total * 95 / 100).quantize(CENT), rate="95")


def _rate_over_hundred(draft: Draft, _rng: Random) -> Draft:
    return _figures(draft, rate="185")


def _parts_exceed_total(draft: Draft, _rng: Random) -> Draft:
    rest = draft.total - draft.share + Decimal("20000")
    line = Item("own", (Piece(f"{OWN_PART[draft.language]}: {euro(draft.words, rest)}"),))
    return draft.add(line).true(conflict=True, sums=(*draft.sums, Sum(rest, "own")))


def _currency(draft: Draft, _rng: Random) -> Draft:
    other = euro(draft.words, draft.total).replace("EUR", "USD").replace("€", "$")
    return draft.say("repeat", draft.words["repeat"].format(total=other)).true(conflict=None)


HAS = with_item("budget", "repeat")
TOTAL_CHANGES = {
    "digit changed": _digit_changed,
    "digits swapped": _digits_swapped,
    "digit dropped": _digit_dropped,
    "digit doubled": _digit_doubled,
    "separator moved": _separator_moved,
}
SHARE_CHANGES = {
    "digits swapped": _digits_swapped,
    "digit dropped": _digit_dropped,
    "digit doubled": _digit_doubled,
    "separator moved": _separator_moved,
}


def _has_maximum(draft: Draft) -> bool:
    return "maximum" in draft.programme.extra


KINDS = [
    *(Kind(f"budget: total repeated, {n}", CHECK, _on_total(c), HAS, FAILED) for n, c in TOTAL_CHANGES.items()),
    *(Kind(f"budget: EU share, {n}", CHECK, _on_share(c), HAS, FAILED) for n, c in SHARE_CHANGES.items()),
    Kind("budget: EU share above the total", CHECK, _share_above, HAS, FAILED),
    Kind("budget: total and EU share exchanged", CHECK, _sums_exchanged, HAS, FAILED),
    Kind("budget: rate wrong", CHECK, _rate_wrong, HAS, FAILED),
    Kind("budget: rate above the programme's maximum", CHECK, _rate_above_maximum, _has_maximum, EITHER),
    Kind("budget: rate over a hundred", CHECK, _rate_over_hundred, HAS, FAILED),
    Kind("budget: parts exceed the total", CHECK, _parts_exceed_total, _has_maximum, EITHER),
    Kind("budget: total repeated in another currency", CHECK, _currency, HAS, EITHER),
]
