"""Text from publications and file names, made safe to show on a terminal and in XML."""

import re

_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls: a terminal would obey them
    "\u202a-\u202e\u2066-\u2069"  # they turn the direction of text and make it read otherwise
    "\ud800-\udfff\ufffe\uffff]"  # no characters at all
)


def clean(text: str) -> str:
    r"""Return a text without control characters; tabs and line feeds stay.

    >>> clean("red\x1b[31m text")
    'red�[31m text'
    """
    return _CONTROLS.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return a text cleaned, all its white space collapsed to single blanks."""
    return " ".join(clean(text).split())


def shortened(text: str, limit: int = 240) -> str:
    """Return a text on one line, its middle left out where it is longer than ``limit`` characters."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    half = limit // 2 - 2
    return f"{line[:half].rstrip()} … {line[-half:].lstrip()}"


def shown_path(path: str) -> str:
    """Return a file name that can be written everywhere: bytes that are no text are shown as question marks."""
    return clean(path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
