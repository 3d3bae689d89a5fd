"""Where a declaration stands in the file that holds it, so that a person and an editor can go there."""

from pathlib import Path

from publicity_check.publication import Evidence, Locator, Region
from publicity_check.rulebook.toml import line_of


def where_declared(file: str, key: str) -> tuple[Evidence, ...]:
    """Return the place of a key ("project[0].paths") of a configuration file; nothing where there is no file."""
    return (at_line(file, line_of(_text(file), key) or 1),) if file else ()


def where_written(file: str, text: str) -> tuple[Evidence, ...]:
    """Return the first place of a text in a file, else the file's first line; nothing where there is no file."""
    lines = enumerate(_text(file).splitlines(), 1) if file else ()
    return (at_line(file, next((n for n, line in lines if text in line), 1)),) if file else ()


def at_line(file: str, line: int) -> Evidence:
    """Return a place that quotes nothing."""
    return Evidence("", "", "", Region.MAIN, Locator(line=line), source=file)


def _text(file: str) -> str:
    try:
        return Path(file).read_text("utf-8-sig")
    except (OSError, ValueError):
        return ""
