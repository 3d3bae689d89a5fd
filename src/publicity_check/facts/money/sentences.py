"""The lines of a text that may each name a figure of their own: sentences, cut at new lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publicity_check.facts.money.scan import Found

_LINE = re.compile(r"\n")
_MARK = 2
"""Characters between a figure and where its sentence would end: a full stop and a blank."""


def lines(text: str, ends: Sequence[int], found: Sequence[Found] = ()) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text, cut where a new line begins a new thought: each may name a figure of its own.

    ``ends`` are where sentences end. The point of a currency before a bracket ends none: "480.000 kr. (60 %)".
    """
    start = 0
    for sentence, end in pairwise((0, *ends)):
        if text[end : end + 1] == "(" and any(f.end <= end <= f.end + _MARK for f in found):
            continue
        for line in _LINE.finditer(text, sentence, end):
            before, after = text[start : line.start()].rstrip(), text[line.end() : line.end() + 1]
            if not (after.islower() or after.isdigit() or before.endswith((":", "–", "-"))):
                yield start, line.end()
                start = line.end()
        yield start, end
        start = end
