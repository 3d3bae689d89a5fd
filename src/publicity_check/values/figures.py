"""Figures: runs of digits as publications write them, read exactly.

Publications do not keep to the number format of their language: Latvian pages write ``37 710.27``, Romanian ones
``15,014,030.56``, one Croatian page ``10,166.017``. So each figure is read by its own signs:

* two kinds of sign: the last one, before one or two digits, marks the decimals;
* a group of three digits after a sign is thousands (unless a scale word follows: "33,000 milj." is 33 million);
* a group that has no place (``1 350 0000``) makes the figure unreadable: nothing is guessed.
"""

import re
from decimal import Decimal

import msgspec

BLANKS = " \u00a0\u202f\u2009\u2007\u2008\u200a"
"""Blanks that stand between groups of digits, no-break and thin ones among them."""

_APOSTROPHES = "'’′´`ʼ"
RUN = re.compile(rf"\d+(?:(?:[.,{_APOSTROPHES}][{BLANKS}]?|[{BLANKS}])\d+)*")
"""A run of digits with the signs that can stand inside a figure; it may hold more than one figure."""

_SIGNS = {"": "none", ".": "point", ",": "comma"}
_DECIMALS = rf"(?:([.,])[{BLANKS}]?(\d{{1,2}}))?"
_FORMS = (
    ("blank", re.compile(rf"(\d{{1,3}}(?:[{BLANKS}]\d{{3}})+){_DECIMALS}")),
    ("apostrophe", re.compile(rf"(\d{{1,3}}(?:[{_APOSTROPHES}][{BLANKS}]?\d{{3}})+){_DECIMALS}")),
    ("point", re.compile(rf"(\d{{1,3}}(?:\.\d{{3}})+)(?:(,)[{BLANKS}]?(\d{{1,2}}))?")),
    ("comma", re.compile(rf"(\d{{1,3}}(?:,\d{{3}})+)(?:(\.)[{BLANKS}]?(\d{{1,2}}))?")),
    ("plain", re.compile(r"(0|[1-9]\d*)(?:([.,])(\d{1,2}))?")),
    ("comma-and-point", re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d{3})+|\d{1,3}(?:\.\d{3})+(?:,\d{3})+)()()")),
)
_LONG_DECIMALS = re.compile(r"(\d+)([.,])(\d{1,12})")
_ONE_SIGN = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_DIGITS = re.compile(r"\D+")
_MOST_DIGITS = {False: 17, True: 15}
"""Digits of a figure without and with a scale word after it: no sum of money has more, and arithmetic stays exact."""


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A figure: its value, the value of one unit of its last digit, how it is written, and other readings of it."""

    value: Decimal
    precision: Decimal
    style: str
    alternatives: tuple[Decimal, ...] = ()


def read_figure(text: str, *, scaled: bool = False, decimal: str = "") -> Figure | None:
    """Read one figure; ``None`` if its groups make no sense or it has more digits than any sum of money.

    ``scaled`` says that a scale word follows, before which decimals may be of any length, but for three behind the sign
    that groups in the language: "1.250 milioni" is 1 250. ``decimal`` is the decimal sign of the language: "1.234"
    stays ambiguous where it is the point.

    >>> read_figure("176 680,75").value, read_figure("10,166.017").value, read_figure("1 350 0000")
    (Decimal('176680.75'), Decimal('10166017'), None)
    """
    if len(_DIGITS.sub("", text)) > _MOST_DIGITS[scaled]:
        return None
    if scaled and (found := _LONG_DECIMALS.fullmatch(text)):
        whole, sign, rest = found.groups()
        value, precision = Decimal(f"{whole}.{rest}"), Decimal(1).scaleb(-len(rest))
        if decimal and sign != decimal and _ONE_SIGN.fullmatch(text):
            return Figure(Decimal(whole + rest), Decimal(1), f"{_SIGNS[sign]}-none", (value,))
        return Figure(value, precision, f"plain-{_SIGNS[sign]}")
    group, found = next(((g, m) for g, form in _FORMS if (m := form.fullmatch(text))), ("", None))
    if found is None:
        return None
    whole, sign, rest = found.groups()
    digits = _DIGITS.sub("", whole)
    alternatives: tuple[Decimal, ...] = ()
    if decimal and _ONE_SIGN.fullmatch(text) and decimal in text:
        alternatives = (Decimal(text.replace(",", ".")),)
    return Figure(
        Decimal(f"{digits}.{rest}") if rest else Decimal(digits),
        Decimal(1).scaleb(-len(rest or "")),
        f"{group}-{_SIGNS[sign or '']}",
        alternatives,
    )


def format_figure(value: Decimal, style: str) -> str:
    """Write a value in a style that was seen, with cents unless it is whole and the style has none.

    What a value has beyond cents is kept: it is the exact result of a sum or a rate.

    >>> format_figure(Decimal("150178.64"), "blank-comma"), format_figure(Decimal(1234), "point-none")
    ('150 178,64', '1.234')
    >>> format_figure(Decimal("32053.7295"), "blank-comma")
    '32 053,7295'
    """
    group, _, decimal = style.partition("-")
    sign = {"comma": ",", "point": "."}.get(decimal, "." if group in {"comma", "apostrophe"} else ",")
    between = {"point": ".", "comma": ",", "apostrophe": "'", "plain": ""}.get(group, " ")
    if between == sign:
        between = " "
    if decimal == "none" and value == value.to_integral_value():
        return f"{value:,.0f}".replace(",", between)
    whole, _, cents = f"{value:,f}".partition(".")
    cents = cents.rstrip("0").ljust(2, "0")
    return whole.replace(",", between) + sign + cents


def styles_clash(one: str, other: str) -> bool:
    """Say whether two figures are written in styles that one text would not mix.

    >>> styles_clash("blank-comma", "blank-point"), styles_clash("blank-comma", "plain-none")
    (True, False)
    """
    (group, _, decimal), (group2, _, decimal2) = one.partition("-"), other.partition("-")
    return (decimal != decimal2 and "none" not in {decimal, decimal2}) or (
        group != group2 and "plain" not in {group, group2}
    )
