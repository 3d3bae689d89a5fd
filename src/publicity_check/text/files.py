"""Names of files, as addresses have them."""

import re
from collections.abc import Iterable, Iterator

_SIZE = re.compile(r"[-_]\d+(?:x\d+)?(?=\.\w+\Z)")
"""The size at the end of a file's name."""


def distinct(names: Iterable[str]) -> Iterator[str]:
    """Yield the names of files that do not differ by a size only.

    >>> list(distinct(["/p/flag-300x200.jpg", "/p/flag-768x512.jpg", "/p/flag-768.jpg", "/p/emblem.jpg"]))
    ['/p/flag-300x200.jpg', '/p/emblem.jpg']
    """
    told: set[str] = set()
    for name in names:
        plain = _SIZE.sub("", name)
        if plain not in told:
            told.add(plain)
            yield name
