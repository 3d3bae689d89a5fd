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
