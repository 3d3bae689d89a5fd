"""What stands in the cells of a register: sums with their currencies, rates, days."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from publicity_check.rulebook.currencies import Currencies
from publicity_check.values.figures import BLANKS

Sign = Literal["", ".", ","]
"""A decimal sign; "" while it is not known."""

_FIGURE = re.compile(rf"[+-]?\d[\d.,'’{BLANKS}]*")
_PLAIN = re.compile(r"\d{1,15}(?:([.,])(\d+))?")
_SPACES = re.compile(rf"['’{BLANKS}]")
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "n.a.", "na", "none", "null", "nan", "#n/a"})
"""How lists write that there is nothing."""
_EXCEL_EPOCH = date(1899, 12, 30)
_DAYS = range(20_000, 80_000)
"""Days since then that a spreadsheet may mean by a bare number: 1954 to 2119."""
_THREE = 3
_CENT = Decimal("0.01")
_FULL = Decimal(100)


def is_nothing(cell: str) -> bool:
    """Say whether a cell holds nothing."""
    return cell.strip().casefold() in _NOTHING


def decimal_sign(cells: Iterable[str]) -> Sign:
    """Return the decimal sign of a column, as far as its cells tell: what stands before one, two or four digits.

    >>> decimal_sign(["1 234,50", "77"]), decimal_sign(["56868.983"]), decimal_sign(["1.234"])
    (',', '.', '')
    """
    for cell in cells:
        found = _FIGURE.search(cell)
        figure = _SPACES.sub("", found[0]) if found else ""
        points, commas = figure.count("."), figure.count(",")
        if points and commas:
            return "." if figure.rindex(".") > figure.rindex(",") else ","
        sign: Sign = "." if points else ","
        whole, _, rest = figure.partition(sign)
        if points + commas == 1 and (len(rest) != _THREE or len(whole) > _THREE or whole == "0"):
            return sign
    return ""


def figure(cell: str, decimal: Sign = "") -> Decimal | None:
    """Return the sum in a cell, ``None`` where there is no figure that can be read.

    ``decimal`` is the decimal sign of the column, for figures that do not tell it: "1.234" is 1234 without it.
    Fractions of a cent, which spreadsheets make, are rounded.

    >>> figure("312 460,40"), figure("€ 1.234.567,89"), figure("312460.4"), figure("1.234"), figure("12/13")
    (Decimal('312460.40'), Decimal('1234567.89'), Decimal('312460.40'), Decimal('1234'), None)
    """
    runs = _FIGURE.findall(cell)
    if len(runs) != 1:
        return None
    digits = _SPACES.sub("", runs[0]).rstrip(".,")
    sign = decimal_sign([digits]) or decimal
    other = {".": ",", ",": ".", "": ".,"}[sign]
    for group in other:
        digits = digits.replace(group, "")
    plain = digits.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,15}(?:\.\d+)?", plain):
        return None
    value = Decimal(plain)
    return value if value == value.to_integral_value() and "." not in plain else value.quantize(_CENT)


def reads_plainly(cell: str) -> bool:
    """Say whether a cell is a bare figure, which is most of them."""
    return _PLAIN.fullmatch(cell) is not None


def rate(cell: str, decimal: Sign = "", *, of_one: bool = False) -> Decimal | None:
    """Return a rate in per cent; with ``of_one`` a bare number is a share of one.

    >>> rate("85 %"), rate("0.85", of_one=True), rate("70%", of_one=True)
    (Decimal('85'), Decimal('85.00'), Decimal('70'))
    """
    digits = cell.replace("%", "").strip()
    sign = decimal or ("," if "," in digits else ".")
    plain = digits.replace("," if sign == "." else ".", "").replace(",", ".")
    if not re.fullmatch(r"\d{1,3}(?:\.\d+)?", plain):
        return None
    value = Decimal(plain) * (_FULL if of_one and "%" not in cell else 1)
    return value if 0 <= value <= _FULL else None


def currency_names(currencies: Currencies) -> Mapping[str, str]:
    """Return how currencies are written in any language, each with its code."""
    short = {name: c.currency for c in currencies.short if c.factor == 1 and not c.language for name in c.written}
    return {**short, **{code: code for code in currencies.codes}}


_NAME = re.compile(r"[^\W\d_]+|[€$£¥]")


def currency_in(text: str, names: Mapping[str, str]) -> str:
    """Return the code of the currency that a cell or heading names, "" if it names none or several."""
    found = {names[word] for word in _NAME.findall(text) if word in names}
    return found.pop() if len(found) == 1 else ""


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?|(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?(?: .*)?")


def day(cell: str) -> str:
    """Return a day as "2026-11-30", "" where a cell holds none.

    >>> day("04/09/2023"), day("2024-04-01 00:00:00"), day("45323"), day("soon")
    ('2023-09-04', '2024-04-01', '2024-02-01', '')
    """
    text = cell.strip()
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            number = int(float(text)) if re.fullmatch(r"\d{5}(?:\.0)?", text) else 0
            return (_EXCEL_EPOCH + timedelta(number)).isoformat() if number in _DAYS else ""
        year, month, of_month = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
        return date(int(year), int(month), int(of_month)).isoformat()
    except ValueError:
        return ""
