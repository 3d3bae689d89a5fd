"""Labels and figures in blocks of their own: definition lists, fields of a page, figures set above their captions."""

import re
from collections.abc import Mapping, Sequence

from publicity_check.facts.lexicon.money import Vocabulary
from publicity_check.facts.money.decide import Role, by_cues
from publicity_check.facts.money.labels import Place, places
from publicity_check.facts.money.scan import Found
from publicity_check.publication import Block, Publication

_LONGEST = 90
"""Characters of a label."""
_BESIDE = 15
"""Letters that may stand beside the figures in a block that holds nothing else: "ca.", "(ohne MwSt.)"."""
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)?\s?%|\b(?:19|20)\d\d\b")
"""Percentages and years: the only digits of a label."""


def is_label(text: str) -> bool:
    """Say whether a text may be the label of a figure: words without figures but percentages and years.

    >>> is_label("Co-financing ERDF (65 %)"), is_label("12 450 EUR"), is_label("65 %")
    (True, False, False)
    """
    rest = _NUMBERS.sub("", text)
    return any(c.isalpha() for c in rest) and not any(c.isdigit() for c in rest)


class PairLabels:
    """Finds the label of a figure in the block before it, or behind it where figures stand above their captions.

    "Budget" alone is a label if it stands there once; below every work package it says nothing of the project.
    """

    def __init__(self, publication: Publication) -> None:
        self._blocks = publication.blocks
        self._taken: set[int] = set()

    def role(
        self, block: Block, found: Sequence[Found], words: Vocabulary, named: Mapping[int, Sequence[Place]]
    ) -> Role:
        """Say what the only amount of a block is by the label beside it."""
        if sum(not f.percent for f in found) != 1 or not _figures_only(block.text, found):
            return Role()
        for index in (block.index - 1, block.index + 1):
            label = self._blocks[index] if 0 <= index < len(self._blocks) else None
            if label is None or index in self._taken or not _belongs(label, block):
                continue
            cues = places(label.text, 0, len(label.text), words, list(named.get(index, ())))
            role = by_cues(cues, cues)
            if (role.share and not self._repeated(label, cues)) or role.scope == "other":
                self._taken.add(index)
                return role
        return Role()

    def _repeated(self, label: Block, cues: Sequence[Place]) -> bool:
        if {"total", "project", "eu", "fund", "national", "own", "private"} & {place.cue for place in cues}:
            return False
        return sum(block.text == label.text for block in self._blocks) > 1


def _figures_only(text: str, found: Sequence[Found]) -> bool:
    inside = sum(c.isalpha() for f in found for c in text[f.start : f.end])
    return sum(c.isalpha() for c in text) - inside <= _BESIDE


def _belongs(label: Block, block: Block) -> bool:
    return (
        label.cell is None
        and label.region is block.region
        and len(label.text) <= _LONGEST
        and is_label(label.text)
        and not label.text.rstrip().endswith((".", "!", "?"))
    )
