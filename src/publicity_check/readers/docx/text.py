"""Text gathered piece by piece, tidied as the model of a publication wants it, with exact offsets all along."""

import re
import unicodedata
from collections import Counter

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


class TextBuilder:
    """Joins the pieces of one block: NFC, white space collapsed to single blanks, forced breaks as line feeds.

    ``length`` is the length of the text so far, so that what is noted of a piece stays true of the whole.
    """

    def __init__(self) -> None:
        self.length = 0
        self.languages: Counter[str | None] = Counter()
        self._pieces: list[str] = []
        self._parted = False

    def add(self, piece: str, language: str | None = None) -> None:
        """Append a piece of text."""
        piece = _BLANKS.sub(" ", piece)
        if not piece.isascii():
            piece = unicodedata.normalize("NFC", piece)
        last = self._last()
        if last in ("", " ", "\n"):
            piece = piece.lstrip(" ")
        elif self._parted and last.isalnum() and piece[:1].isalnum():
            piece = f" {piece}"
        if not piece:
            return
        if unicodedata.combining(piece[0]) and last:
            piece = unicodedata.normalize("NFC", self._take_last() + piece)
        self.languages[language] += len(piece)
        self._parted = False
        self._append(piece)

    def new_line(self) -> None:
        """Append a forced line break."""
        if self._last() == " ":
            self._take_last()
        if self.length:
            self._append("\n")

    def part(self) -> None:
        """Let the next piece begin a word of its own: a blank comes between, if letters would meet."""
        self._parted = True

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces).rstrip(" \n")

    @property
    def language(self) -> str | None:
        """The language in which most of the text is declared to be; ``None`` if that is none."""
        return self.languages.most_common(1)[0][0] if self.languages else None

    def _last(self) -> str:
        return self._pieces[-1][-1] if self._pieces else ""

    def _take_last(self) -> str:
        piece = self._pieces.pop()
        self.length -= 1
        if len(piece) > 1:
            self._pieces.append(piece[:-1])
        return piece[-1]

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)
