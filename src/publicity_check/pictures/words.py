"""The words in a picture, read by Tesseract where that is installed with a language that is asked for.

The program gets a picture that was opened safely and is of bounded size, a bounded time to compute, and one thread: the
same bytes give the same words. Without it no picture is read, and nothing fails.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from publicity_check.pictures.look import Held, look
from publicity_check.pictures.shown import Box

PROGRAM = "tesseract"
SECONDS = 10
"""Seconds of computing after which a picture is given up."""
_WAITED = 60
"""Seconds by the clock after which the program is ended, whatever it does."""
_CERTAIN = 50.0
"""Words that the program is less certain of (0 to 100) are left out: stars and drawings are taken for letters."""
_APART = 0.7
"""Words of one line are no further apart than this, in heights of the line."""
_GAP, _HEIGHTS = 1.0, 1.8
"""Lines of one paragraph are no further apart than a line is high, and of about one height."""
_SAYS = re.compile(r"[^\W_]")
"""A word holds a letter or a figure; of stars, signs are read."""
_CELLS, _WORD = 12, "5"
"""Columns of the program's table, and what marks its rows that hold a word."""
_REMEMBERED = 500
_LANGUAGES = {
    "bg": "bul", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "et": "est",
    "fi": "fin", "fr": "fra", "ga": "gle", "hr": "hrv", "hu": "hun", "it": "ita", "lt": "lit", "lv": "lav",
    "mt": "mlt", "nl": "nld", "pl": "pol", "pt": "por", "ro": "ron", "sk": "slk", "sl": "slv", "sv": "swe",
}  # fmt: skip
"""What Tesseract calls the languages of the Union."""


class _Line(msgspec.Struct, gc=False):
    """A line of words and its box in pixels."""

    words: list[str]
    left: int
    top: int
    right: int
    bottom: int


def known_languages(wanted: Sequence[str]) -> tuple[str, ...]:
    """Return which of some languages ("lv") can be read on this machine; none where there is no Tesseract."""
    return tuple(code for code in dict.fromkeys(wanted) if _LANGUAGES.get(code) in _installed())


def reader() -> str:
    """Return what tells the program that reads pictures here from another one; "" without any."""
    return " ".join(_installed())


def words_in(data: bytes, languages: Sequence[str]) -> tuple[str, ...] | None:
    """Return the paragraphs of text that a picture shows; ``None`` where it cannot be read here, or not in time.

    ``languages`` are those that can be read and may be written in it; see :func:`known_languages`.
    """
    names = "+".join(_LANGUAGES[code] for code in languages)
    if not names:
        return None
    seen = look(data)
    emblem = seen.emblem.box if seen.emblem is not None and seen.emblem.sure else None
    return _read(seen.sha256, names, Held(data), emblem)


@lru_cache(maxsize=_REMEMBERED)
def _read(_digest: str, languages: str, held: Held, emblem: Box | None) -> tuple[str, ...] | None:
    """Read a picture; its stars are taken out first, which would be read as letters."""
    from publicity_check.pictures.pixels import for_reading

    data, held.data = held.data, b""
    picture = for_reading(data, emblem)
    if not picture:
        return None if picture is None else ()
    table = _run((PROGRAM, "stdin", "stdout", "-l", languages, "--dpi", "150", "tsv"), picture)
    return None if table is None else tuple(_paragraphs(_lines(table)))


@cache
def _installed() -> tuple[str, ...]:
    """Return the languages that Tesseract has here, as it calls them, the program's own place first."""
    import shutil

    path = shutil.which(PROGRAM)
    listed = _run((PROGRAM, "--list-langs"), b"") if path else None
    if path is None or listed is None:
        return ()
    return os.path.realpath(path), *sorted(line.strip() for line in listed.splitlines()[1:] if line.strip())


def _run(command: tuple[str, ...], given: bytes) -> str | None:
    """Return what a program writes, ``None`` where it fails or takes too long."""
    import subprocess

    try:
        with subprocess.Popen(  # noqa: S603  the program by its name, and nothing of a publication among its arguments
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        ) as process:
            _limit(process.pid)
            try:
                written, _ = process.communicate(given, timeout=_WAITED)
            except BaseException:
                process.kill()
                raise
    except (OSError, subprocess.SubprocessError):
        return None
    return written.decode("utf-8", "replace") if process.returncode == 0 else None


def _limit(process: int) -> None:
    """Bound the time that a process computes, where the system can."""
    if sys.platform == "linux":
        import resource

        resource.prlimit(process, resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _lines(table: str) -> Iterator[_Line]:
    """Yield the lines in a table of Tesseract's, of words it is certain of; what stands far beside is another line."""
    before: tuple[str, ...] = ()
    line: _Line | None = None
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _CELLS or cells[0] != _WORD or float(cells[10]) < _CERTAIN or not _SAYS.search(cells[11]):
            continue
        left, top, width, height = map(int, cells[6:10])
        word, place = _Line([cells[11].strip()], left, top, left + width, top + height), tuple(cells[1:5])
        if line is not None and place == before and left - line.right < _APART * max(height, line.bottom - line.top):
            line.words += word.words
            line.left, line.top = min(line.left, word.left), min(line.top, word.top)
            line.right, line.bottom = max(line.right, word.right), max(line.bottom, word.bottom)
            continue
        if line is not None:
            yield line
        before, line = place, word
    if line is not None:
        yield line


def _paragraphs(lines: Iterator[_Line]) -> Iterator[str]:
    """Return the texts of lines that stand under each other, in the order of their first lines."""
    found: list[list[_Line]] = []
    for line in lines:
        above = next((p for p in reversed(found) if _goes_on(p[-1], line)), None)
        if above is None:
            found.append([line])
        else:
            above.append(line)
    return (" ".join(word for line in paragraph for word in line.words) for paragraph in found)


def _goes_on(before: _Line, line: _Line) -> bool:
    heights = before.bottom - before.top, line.bottom - line.top
    under = -max(heights) < line.top - before.bottom < _GAP * max(heights)
    below = line.top > before.top and line.left < before.right and before.left < line.right
    return under and below and max(heights) < _HEIGHTS * min(heights)
