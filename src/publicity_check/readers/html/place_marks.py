"""Marks that carry a number through the HTML parser, written in letters that no page uses.

A mark is put before a piece of text in the source; after parsing it tells where that piece stood. The
letters are from the 32 code points that Unicode keeps free for use inside programs (U+FDD0 to U+FDEF).
"""

import re
from collections.abc import Iterator

_START, _END = "\ufdd0", "\ufdd1"
_FIRST_DIGIT = 0xFDD2
_DIGITS = "".join(chr(_FIRST_DIGIT + digit) for digit in range(16))
_MARK = re.compile(f"{_START}([{_DIGITS}]*){_END}")
_TO_DIGITS = str.maketrans("0123456789abcdef", _DIGITS)
_FROM_DIGITS = str.maketrans(_DIGITS, "0123456789abcdef")
_STAND_INS = dict.fromkeys(map(ord, _START + _END + _DIGITS), "\ue000") | {0: " "}


def mark(number: int) -> str:
    """Return the mark of a number."""
    return f"{_START}{f'{number:x}'.translate(_TO_DIGITS)}{_END}"


def unmarked(text: str) -> str:
    """Return a text without marks."""
    return _MARK.sub("", text) if _START in text else text


def split(text: str) -> Iterator[tuple[int, str]]:
    """Yield the numbers of the marks in a text, each with the text up to the next; -1 for what stands before all."""
    number, end = -1, 0
    for found in _MARK.finditer(text):
        yield number, text[end : found.start()]
        number, end = int("0" + found[1].translate(_FROM_DIGITS), 16), found.end()
    yield number, text[end:]


def without_look_alikes(source: str) -> str:
    """Return a source with other letters in the place of those that marks are made of; the length stays.

    The parser drops zero bytes, and with them what would be a run of nothing else.
    """
    return source.translate(_STAND_INS) if _START in source or "\0" in source else source
