"""Looks for figures with a currency or a per cent sign in one text: only where digits are."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import msgspec

from publicity_check.facts.lexicon.money import SIGNS, SYMBOLS, Currency, Vocabulary
from publicity_check.text.words import fold
from publicity_check.values.figures import RUN, Figure, read_figure

_SPACE = r"[ \u00a0\u202f\u2009\u2007\n]"
_CENTS = re.compile(rf"{_SPACE}?(?:[.,]{_SPACE}?[-–—]{{1,2}}|[-–—]{{2}}(?!\w))|,00\.-|\.-")
_TOKEN = re.compile(rf"{_SPACE}*+(?:-i[^\W\d_]{_SPACE})?{_SPACE}*+\(?([^\W\d_]+\.?|[{SIGNS}])")
_PERCENT = re.compile(rf"{_SPACE}*+[-–]?{_SPACE}*+(%|[^\W\d_]+)")
_BEFORE = re.compile(rf"((?:[kKmM]|Md)?[{SIGNS}]|[^\W\d_]+)\)?{_SPACE}*:?{_SPACE}*[-–]?{_SPACE}*$")
_PER_UNIT = re.compile(rf"{_SPACE}*/{_SPACE}*\w")
_BETWEEN = re.compile(rf"^{_SPACE}*(?:[-–—]|([^\W\d_]+)){_SPACE}*$")
_WORDS_BEFORE = re.compile(r"[^\W\d_]+")
_BLANK = re.compile(_SPACE)
_LONGEST = 64
"""Characters of the longest figure: 17 digits, with a sign and a blank between any two of them."""
_TILDE = re.compile(rf"[~≈±]{_SPACE}*$")


_FIGURE_NEXT = re.compile(rf"{_SPACE}?\d")
"""A figure right behind a currency: the currency is rather that figure's than the year's before it."""
_GROUP = 3
"""Digits of a group."""
_STOP = re.compile(r"\.\s*(\S)")
_ABBREVIATED = 4
"""Letters of "per cent" abbreviated: "proc.", "pct."."""
_LARGE = 4
"""Digits of a figure that is rather money than the number of something."""
_LARGEST = 10**12
"""What scale words make of a figure at most: "thousand million" is one, "million milliard" are words in a row."""
_GROUPED = re.compile(r"\d\D+\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _takes(currency: Currency, text: str, start: int, end: int, tail: "_Tail") -> bool:
    """Say whether a currency is that of the figure before it: no year takes one that stands before another figure.

    One that may be another word needs a figure written as money: with groups or decimals, large, or with a scale word.
    """
    year = _is_year(text[start:end])
    if year and _FIGURE_NEXT.match(text, tail.end):
        return False
    if not currency.rare:
        return True
    grouped = _GROUPED.search(text, start, end) is not None
    return tail.scaled or grouped or (end - start >= _LARGE and not year)


def _is_year(text: str) -> bool:
    return _YEAR.fullmatch(text) is not None


class Found(msgspec.Struct, frozen=True, gc=False):
    """A figure in a text: its place with scale and currency, and where its digits begin.

    ``percent`` tells a rate. ``currency`` is empty for a figure that has none beside it. ``unreadable`` tells a
    figure whose groups make no sense; its value is then not to be used.
    """

    start: int
    end: int
    digits: int
    figure: Figure
    currency: str = ""
    factor: int = 1
    percent: bool = False
    approximate: bool = False
    per_unit: bool = False
    unreadable: bool = False
    upper: Decimal | None = None
    per: str = ""

    @property
    def value(self) -> Decimal:
        """The value meant, scale word included."""
        return self.figure.value * self.factor

    @property
    def precision(self) -> Decimal:
        """The value of one unit of the last digit written; of an approximate figure, of its last digit but zeros."""
        precision = self.figure.precision * self.factor
        if self.approximate and self.value:
            zeros = len(str(int(self.value))) - len(str(int(self.value)).rstrip("0"))
            precision = max(precision, Decimal(10) ** zeros)
        return precision


class _Tail(NamedTuple):
    end: int
    factor: int
    currency: Currency | None
    scaled: bool
    more: Decimal


def scan(text: str, words: Vocabulary, everything: Vocabulary | None = None) -> list[Found]:
    """Return the figures of a text that carry a currency, a scale word or a per cent sign, and other figures bare.

    ``everything`` knows the currencies and scale words of all languages: beside a figure they cannot be mistaken.
    """
    found = list(_figures(text, words, everything or words))
    return _ranges(text, list(_exchange_rates(text, found, everything or words)), words)


def _figures(text: str, words: Vocabulary, everything: Vocabulary) -> Iterator[Found]:
    reached = last = 0
    for run in RUN.finditer(text):
        if run.start() < reached:
            continue
        start, end = run.span()
        percent = _PERCENT.match(text, end)
        if percent and (percent[1] == "%" or _is_percent(percent[1], words)):
            one = _last_figure(text, start, end, scaled=True, decimal="")
            if one:
                about = _about(text, one[0], words)
                yield Found(one[0], _behind(text, percent), one[0], one[1], percent=True, approximate=about)
            continue
        tail = _tail(text, end, everything)
        if tail.currency and not _takes(tail.currency, text, start, end, tail):
            tail = _Tail(end, 1, None, scaled=False, more=Decimal(0))
        reached = tail.end
        before = None if tail.currency else _currency_before(text, max(last, start - 14), start, end, everything)
        last = tail.end if tail.currency else last
        currency = tail.currency or (before[0] if before else None)
        read = _last_figure(text, start, end, scaled=tail.scaled, decimal=words.decimal)
        if before:
            read = _first_figure(text, start, end, scaled=tail.scaled, decimal=words.decimal) or read
        first = before[1] if before and (read is None or read[0] == start) else (read[0] if read else start)
        if read is None:
            if currency:
                yield Found(first, tail.end, start, Figure(Decimal(0), Decimal(1), ""), currency.code, unreadable=True)
            continue
        digits, figure = read
        if tail.more:
            figure = Figure(figure.value + tail.more / tail.factor, Decimal(1) / tail.factor, figure.style)
        yield Found(
            first,
            tail.end if tail.end > end else digits + len(text[digits:end].rstrip()),
            digits,
            figure,
            currency.code if currency else "",
            tail.factor * (currency.factor if currency else 1),
            approximate=_about(text, first, words),
            per_unit=bool(currency and _PER_UNIT.match(text, tail.end)),
        )


def _last_figure(text: str, start: int, end: int, *, scaled: bool, decimal: str) -> tuple[int, Figure] | None:
    """Read the figure at the end of a run; what stands before it in the run must be whole by itself."""
    code = start > 0 and (text[start - 1].isalpha() or text[start - 1] in "-–/._№#")
    if code and start > 1 and text[start - 1] in "-–" and text[start - 2].isspace():
        code = False
    glued = start > 0 and text[start - 1].isalpha()
    if not code or glued:
        whole = read_figure(text[start:end], scaled=scaled, decimal=decimal)
        if whole:
            return start, whole
    for blank in _BLANK.finditer(text, max(start, end - _LONGEST), end):
        left, right = text[start : blank.start()], blank.end()
        figure = read_figure(text[right:end], scaled=scaled, decimal=decimal)
        if figure and (
            left[-1] in ".,'’" or (left.isdigit() and (code or len(left) > _GROUP or len(text[right:end]) <= _GROUP))
        ):
            return right, figure
    if code:
        whole = read_figure(text[start:end], scaled=scaled, decimal=decimal)
        return (start, whole) if whole else None
    return None


def _first_figure(text: str, start: int, end: int, *, scaled: bool, decimal: str) -> tuple[int, Figure] | None:
    whole = read_figure(text[start:end], scaled=scaled, decimal=decimal)
    return (start, whole) if whole else None


def _behind(text: str, percent: re.Match[str]) -> int:
    """Return where a rate ends: behind the full stop of an abbreviation ("85 proc. – 150 EUR") within a sentence."""
    end = percent.end(1)
    stop = _STOP.match(text, end) if 1 < len(percent[1]) <= _ABBREVIATED else None
    return end if stop is None or stop[1].isupper() else end + 1


def _is_percent(word: str, words: Vocabulary) -> bool:
    key = fold(word)
    return any(key.startswith(stem) for stem in words.single("percent"))


def _tail(text: str, end: int, words: Vocabulary) -> _Tail:
    """Read what follows a figure: a dash for cents, scale words, a currency."""
    cents = _CENTS.match(text, end)
    position = reached = cents.end() if cents else end
    factor, scaled, more = 1, False, Decimal(0)
    for _ in range(4):
        token = _TOKEN.match(text, position)
        if token is None:
            break
        word = token[1]
        currency, after = _currency_at(text, token.start(1), words)
        if currency and (not text[position : token.start(1)].strip().startswith("(") or word in words.exact_currencies):
            if text[position : token.start(1)].strip().startswith("("):
                break
            return _Tail(after, factor, currency, scaled, more)
        scale = words.scales.get(fold(word.rstrip(".")))
        if scale is None and factor * words.letter_scales.get(word.rstrip("."), _LARGEST + 1) <= _LARGEST:
            currency, after = _currency_at(text, token.end(1), words)
            glued = token.start(1) == position
            letter = words.letter_scales[word.rstrip(".")]
            if currency and text[token.end(1) : token.end(1) + 1] in "€£ \u00a0":
                return _Tail(after, factor * letter, currency, scaled=True, more=more)
            if glued and len(word.rstrip(".")) == 1 and letter == 10**6 and not _goes_on(text, token.end(1)):
                return _Tail(token.start(1) + 1, factor * letter, None, scaled=True, more=more)
            break
        if scale is not None and factor * scale <= _LARGEST:
            position = token.end(1)
            ends = word.endswith(".") and not _abbreviated(text, word, position, words)
            if ends and _currency_at(text, position, words)[0] is None:
                position -= 1
            factor, scaled, reached = factor * scale, True, position
            rest = RUN.match(text, position) or (RUN.match(text, position + 1) if position < len(text) else None)
            if rest and rest[0].isdigit() and len(rest[0]) <= _GROUP and factor > 1:
                part = _tail(text, rest.end(), words)
                if (part.scaled and part.factor < factor) or (part.currency and not part.scaled):
                    more = Decimal(rest[0]) * part.factor + part.more
                    return _Tail(part.end, factor, part.currency, scaled=True, more=more)
            continue
        if fold(word) in words.of:
            position = token.end(1)
            if text[position : position + 1] in "'’":
                position += 1
            continue
        break
    return _Tail(reached, factor, None, scaled, more)


def _currency_at(text: str, position: int, words: Vocabulary) -> tuple[Currency | None, int]:
    token = _TOKEN.match(text, position)
    if token is None:
        return None, position
    word = token[1]
    exact = words.exact_currencies.get(word) or words.exact_currencies.get(word.rstrip("."))
    if exact:
        return exact, token.end(1) - (word.endswith(".") and not _abbreviated(text, word, token.end(1), words))
    keys, end = [], token.start(1)
    best: tuple[Currency | None, int] = (None, position)
    for _ in range(3):
        more = _TOKEN.match(text, end)
        if more is None:
            break
        bare = more[1].rstrip(".")
        keys.append(fold(bare))
        end = more.start(1) + len(bare)
        known = words.currencies.get(" ".join(keys))
        if known:
            best = known, end
    return best


def _goes_on(text: str, position: int) -> bool:
    return text[position : position + 1].isalnum()


def _abbreviated(text: str, word: str, end: int, words: Vocabulary) -> bool:
    """Say whether the point after a word belongs to it and ends no sentence."""
    rest = text[end : end + 3].lstrip()
    ends = not rest or rest[0].isupper() or rest[0] in "«“„(\n"
    return not ends and word in words.abbreviations


def _currency_before(text: str, first: int, start: int, end: int, words: Vocabulary) -> tuple[Currency, int] | None:
    match = _BEFORE.search(text, max(0, first), start)
    if match is None:
        return None
    word = match[1]
    found = words.exact_currencies.get(word)
    if found is None and word[-1] in SYMBOLS and word[:-1] in words.letter_scales:
        found = Currency(SYMBOLS[word[-1]], words.letter_scales[word[:-1]])
    if found is None or (found.rare and not _GROUPED.search(text, start, end)):
        return None
    return found, match.start(1)


def _about(text: str, start: int, words: Vocabulary) -> bool:
    if _TILDE.search(text, max(0, start - 3), start):
        return True
    before = tuple(fold(w) for w in _WORDS_BEFORE.findall(text[max(0, start - 30) : start])[-3:])
    return any(before[-size:] in words.approximate for size in range(1, len(before) + 1))


def _ranges(text: str, found: list[Found], words: Vocabulary) -> list[Found]:
    """Join two figures that are the ends of a range into one."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and _is_range(text, last, one, words):
            factor = one.factor if last.factor == 1 else last.factor
            value = last.figure.value * factor
            if value < one.value:
                figure = Figure(value, last.figure.precision * factor, last.figure.style)
                currency = one.currency or last.currency
                joined[-1] = Found(
                    last.start, one.end, last.digits, figure, currency, per_unit=one.per_unit, upper=one.value
                )
                continue
        joined.append(one)
    return joined


def _exchange_rates(text: str, found: list[Found], words: Vocabulary) -> Iterator[Found]:
    """Read "1 EUR = 4.4125 RON" and "4,9227 lei/euro" as one rate: what a unit of one currency is worth in another."""
    waiting: Found | None = None
    for one in found:
        equals = waiting is not None and text[waiting.end : one.start].strip() == "="
        other = _currency_at(text, one.end + 1, words)[0] if one.per_unit else None
        per = waiting.currency if waiting and equals else other.code if other else ""
        if waiting is not None and not (equals and per):
            yield waiting
        waiting = None
        run = RUN.match(text, one.digits)
        rate = read_figure(run[0], scaled=True) if run and per and one.currency and per != one.currency else None
        if rate:
            yield Found(one.start, one.end, one.digits, rate, one.currency, per=per)
        elif one.currency and one.figure.value == 1 and one.factor == 1 and not one.unreadable:
            waiting = one
        else:
            yield one
    if waiting is not None:
        yield waiting


def _is_range(text: str, last: Found, one: Found, words: Vocabulary) -> bool:
    if last.percent or one.percent or not (one.currency or last.currency):
        return False
    if last.currency and one.currency and last.currency != one.currency:
        return False
    between = _BETWEEN.match(text[last.end : one.start])
    if between is None:
        return False
    if between[1]:
        return fold(between[1]) in words.single("range") and (not last.currency or _opens(text, last, words))
    glued = not any(c.isspace() for c in between[0])
    return glued or (not last.currency and last.end == last.digits + len(text[last.digits : last.end].strip()))


def _opens(text: str, one: Found, words: Vocabulary) -> bool:
    """Say whether a word such as "from" or "between" stands before a figure."""
    before = _WORDS_BEFORE.findall(text[max(0, one.start - 20) : one.start])
    return bool(before) and fold(before[-1]) in words.single("from")
