"""Which words of a sentence become which, so that it reads as another one."""

import re
from difflib import SequenceMatcher
from unicodedata import normalize

_WORD = re.compile(r"\s+|[\w\u0300-\u036f]+|[^\w\s]")


def edits(old: str, new: str) -> list[tuple[int, int, str]]:
    """Return which stretches of a text become what, so that it reads as another one: whole words, as few as may be.

    >>> edits("Co-funded by the EU.", "Co-funded by the European Union.")
    [(17, 19, 'European Union')]
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    starts = [0]
    for word in before:
        starts.append(starts[-1] + len(word))
    matcher = SequenceMatcher(None, [*map(_same, before)], [*map(_same, after)], autojunk=False)
    found: list[tuple[int, int, str]] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        start, end, text = starts[a], starts[b], "".join(after[c:d])
        if found and found[-1][1] >= start - 1 and not old[found[-1][1] : start].strip():
            text = found[-1][2] + old[found[-1][1] : start] + text
            start = found.pop()[0]
        found.append((start, end, text))
    return found


def _same(word: str) -> str:
    return " " if word.isspace() else normalize("NFC", word)


def lost(old: str, new: str) -> list[str]:
    """Return the words of a text that give way where another one takes its place.

    >>> lost("Funded by the EU and Latvia.", "Funded by the European Union.")
    ['EU', 'and', 'Latvia']
    """
    return [word for start, end, _ in edits(old, new) for word in re.findall(r"\w+", old[start:end])]


def kept(old: str, new: str) -> float:
    """Return the share of a text's words that stand in another one in the same order, from 0 to 1."""
    before, after = (re.findall(r"\w+", normalize("NFC", text).lower()) for text in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / max(1, len(before))
