"""Reads plain text: paragraphs separated by blank lines are blocks."""

import hashlib
import re
from bisect import bisect_right

import msgspec

from publicity_check.publication import Block, Locator, Publication
from publicity_check.readers.encoding import decode, nfc

_BLANKS = re.compile(r"[ \t\f\v]+")
_BULLET = re.compile(r"(?:[-*•–—]|\d{1,3}[.)])[ \t]+")


class _Places(msgspec.Struct, frozen=True, gc=False):
    """Gives line and paragraph of an offset: ``lines`` are the numbers of the lines of each block."""

    lines: tuple[tuple[int, ...], ...]
    columns: tuple[tuple[int, ...], ...]
    starts: tuple[tuple[int, ...], ...]

    def __call__(self, block: int, offset: int) -> Locator:
        at = max(bisect_right(self.starts[block], offset) - 1, 0)
        column = self.columns[block][at] + offset - self.starts[block][at]
        return Locator(line=self.lines[block][at], column=column, paragraph=block + 1)


def read(data: bytes, name: str) -> Publication:
    """Read a plain text; the lines of a paragraph are separated by line feeds."""
    paragraphs: list[list[tuple[int, int, str]]] = [[]]
    for number, line in enumerate(re.split(r"\r\n|\r|\n|\f", decode(data)), start=1):
        text = _BLANKS.sub(" ", nfc(line)).strip()
        if not text:
            paragraphs.append([])
            continue
        if _BULLET.match(text) and paragraphs[-1]:
            paragraphs.append([])
        paragraphs[-1].append((number, len(line) - len(line.lstrip()) + 1, text))
    kept = [paragraph for paragraph in paragraphs if paragraph]
    blocks, starts = [], []
    for index, paragraph in enumerate(kept):
        texts = [text for _, _, text in paragraph]
        blocks.append(Block(index, "\n".join(texts), kind="list-item" if _BULLET.match(texts[0]) else "paragraph"))
        begin, begins = 0, []
        for text in texts:
            begins.append(begin)
            begin += len(text) + 1
        starts.append(tuple(begins))
    return Publication(
        name=name,
        format="text",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=tuple(blocks),
        locate=_Places(
            lines=tuple(tuple(number for number, _, _ in paragraph) for paragraph in kept),
            columns=tuple(tuple(column for _, column, _ in paragraph) for paragraph in kept),
            starts=tuple(starts),
        ),
    )
