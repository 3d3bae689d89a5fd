"""Lines of a text report: wrapped to the reader's width, coloured where he wants colours."""

import re
import textwrap
from collections.abc import Sequence

import msgspec

from publicity_check.reports.clean import one_line, shortened

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}
_NARROWEST = 30
_TOGETHER = re.compile(r"(?<=\d) (?=\d|%|€|[A-Z]{3}\b)")
"""Blanks inside a sum of money, where no line ends."""


class Page(msgspec.Struct):
    """Collects lines. ``width`` counts characters; what is to be copied is never wrapped."""

    width: int = 88
    color: bool = False
    lines: list[str] = []

    def paragraph(self, text: str, *, indent: int = 0, first: str = "", style: str = "") -> None:
        """Add a text, wrapped; ``first`` stands before it and later lines are indented as far."""
        lead = " " * indent
        wrapped = textwrap.wrap(
            _TOGETHER.sub("\N{NO-BREAK SPACE}", one_line(text)),
            max(self.width, _NARROWEST),
            initial_indent=lead + first,
            subsequent_indent=lead + " " * len(first),
            break_long_words=False,
            break_on_hyphens=False,
        )
        self.lines.extend(self.styled(line.replace("\N{NO-BREAK SPACE}", " "), style) for line in wrapped)

    def verbatim(self, text: str, *, style: str = "") -> None:
        """Add a text as it is, each of its lines on one line from the left margin, so that it can be copied."""
        self.lines.extend(self.styled(line, style) for line in text.splitlines())

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Add a table; its second column is shortened to the room that the others leave."""
        lines = [[one_line(cell) for cell in row] for row in (columns, *rows)]
        widths = [max(len(line[n]) for line in lines) for n in range(len(columns))]
        widths[1] = max(12, min(widths[1], max(self.width, _NARROWEST) - sum(widths) + widths[1] - 2 * len(columns)))
        for number, line in enumerate(lines):
            line[1] = shortened(line[1], widths[1])
            cells = "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            self.lines.append(self.styled(f"  {cells}".rstrip(), "" if number else "bold"))

    def gap(self) -> None:
        """Add an empty line unless there is one already."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def rule(self, title: str) -> None:
        """Add a line that sets off what follows, with its title in it."""
        dashes = "─" * max(3, max(self.width, _NARROWEST) - len(title) - 4)
        self.lines.append(self.styled(f"── {title} {dashes}", "bold"))

    def styled(self, text: str, style: str) -> str:
        """Return a text in a style such as "bold red"; unchanged where colours are not wanted."""
        if not (self.color and style and text):
            return text
        codes = ";".join(_CODES[name] for name in style.split())
        return f"\x1b[{codes}m{text}\x1b[0m"

    def text(self) -> str:
        """Return all lines, the last with its line feed."""
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return "".join(f"{line}\n" for line in self.lines)
