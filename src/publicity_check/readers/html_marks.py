"""Marks that carry a number through the HTML parser, written in letters that no page uses.

A mark is put before a piece of text in the source; after parsing it tells where that piece stood.
"""

import re
from collections.abc import Iterator

_START = "\U0010fff0"
_DIGITS = "".join(chr(0x10FF00 + digit) for digit in range(64))
_MARK = re.compile(f"{_START}[{_DIGITS}]*\U0010fff1")
_RESERVED = re.compile("[\U0010ff00-\U0010fffd]")


def mark(number: int) -> str:
    """Return the mark of a number."""
    digits = ""
    while number:
        number, digit = divmod(number, 64)
        digits = _DIGITS[digit] + digits
    return f"{_START}{digits}\U0010fff1"


def unmarked(text: str) -> str:
    """Return a text without marks."""
    return _MARK.sub("", text) if _START in text else text


def split(text: str) -> Iterator[tuple[int, str]]:
    """Yield the numbers of the marks in a text, each with the text up to the next; -1 for what stands before all."""
    number, end = -1, 0
    for found in _MARK.finditer(text):
        yield number, text[end : found.start()]
        number, end = 0, found.end()
        for digit in found[0][1:-1]:
            number = number * 64 + ord(digit) - 0x10FF00
    yield number, text[end:]


def without_look_alikes(source: str) -> str:
    """Return a source with other letters in the place of those that marks are made of; the length stays."""
    return _RESERVED.sub("\ue000", source)
