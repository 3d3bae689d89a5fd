"""Text from publications, made fit for the line of a report."""

from publicity_check.text.clean import clean

__all__ = ["clean", "one_line", "shortened"]


def one_line(text: str) -> str:
    """Return a text cleaned, all its white space collapsed to single blanks."""
    return " ".join(clean(text).split())


def shortened(text: str, limit: int = 240) -> str:
    """Return a text on one line, its middle left out where it is longer than ``limit`` characters."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    half = limit // 2 - 2
    return f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
