"""Whether a label is somebody's name or a thing that money is spent on, told by how its words are written."""

import re
from collections.abc import Sequence

from publicity_check.publication import Publication
from publicity_check.text.words import WORD

_STEM = 5
"""Letters that forms of one name have in common: "Kremeňany", "v Kremeňanoch"."""
_NOUNS = 0.3
"""From this share of capitals within sentences on, a language writes all nouns so."""
_WITHIN = re.compile(r"(?<=[\w,] )[^\W\d_]{4,}")
"""A word within a sentence."""
_ENOUGH = 12
_MOST = 400
"""Words within sentences that are looked at to tell how nouns are written, at least and at most."""


class Names:
    """Tells names from nouns by the capitals of one publication."""

    def __init__(self, publication: Publication) -> None:
        self._blocks = publication.blocks
        self._known: frozenset[str] | None = None
        self._nouns = False

    def is_name(self, label: str) -> bool:
        """Say whether a label names somebody: by a capital within it, or within the sentences of the publication."""
        words = [w for w in WORD.findall(label) if len(w) > 1 and not w[0].isdigit()]
        if not words or not words[0][0].isupper():
            return False
        known = self._learnt()
        if self._nouns:
            return False
        return any(w[0].isupper() and not w.isupper() for w in words[1:]) or words[0].casefold()[:_STEM] in known

    def _learnt(self) -> frozenset[str]:
        """Return the beginnings of words that stand with a capital within sentences, and never without."""
        if self._known is None:
            found = [m[0] for block in self._blocks if block.kind == "paragraph" for m in _WITHIN.finditer(block.text)]
            capital = [w for w in found if w[0].isupper()]
            self._nouns = len(found) >= _ENOUGH and _share(found[:_MOST]) > _NOUNS
            small = {w.casefold()[:_STEM] for w in found if not w[0].isupper()}
            self._known = frozenset(w.casefold()[:_STEM] for w in capital) - small
        return self._known


def _share(words: Sequence[str]) -> float:
    return sum(w[0].isupper() for w in words) / max(1, len(words))
