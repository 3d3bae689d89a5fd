"""What stands behind an unmistakable label: a token that may be a number of a kind that nobody described."""

import re

_TOKEN = re.compile(r"[^\W_]\w*(?:[./_+|-]+\w+)*")
_GROUPS = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?!\d)")
_BEFORE = frozenset(" \n\t()[]\"'’“”„«»:;,#№°<>=")
_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-](?:19|20)\d{2}"
)
_YEARS = re.compile(r"(?:19|20)\d{2}(?:[-/](?:(?:19|20)\d{2}|\d{2}))?")
_COUNTED = re.compile(r"\d+[^\W\d_]+")
_ADDRESS = re.compile(r"\.[a-z]{2,}\Z|\bwww\b")
_FEWEST, _FEW, _BARE = 3, 4, 5
_LONGEST = 80
"""Characters of a token at most."""


def token_start(folded: str, digit: int, low: int) -> int:
    """Return where the token begins to which a digit belongs."""
    start, low = digit, max(low, digit - _LONGEST)
    while start > low and folded[start - 1] not in _BEFORE:
        start -= 1
    return start


def token_at(folded: str, start: int) -> str:
    """Return the token that begins at a place; groups of three digits are one."""
    found = _GROUPS.match(folded, start, start + _LONGEST) or _TOKEN.match(folded, start, start + _LONGEST)
    return found[0] if found else ""


def is_number(token: str, folded: str, end: int) -> bool:
    """Say whether a token may be a project's number: it is no date, year, count, address or everyday word."""
    digits, letters = sum(map(str.isdigit, token)), sum(map(str.isalpha, token))
    if digits + letters < _FEWEST or digits < 1 or folded[end : end + 1] in ("@", "%", "+"):
        return False
    if any(p.fullmatch(token) for p in (_DATE, _YEARS, _COUNTED)) or _ADDRESS.search(token):
        return False
    if letters == 0 and token.isdigit():
        return digits >= _BARE
    return digits >= _FEW or (digits + letters >= _FEW and token.isupper())
