"""Where reports go: to the terminal and to files, whole or not at all."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from publicity_check._version import __version__
from publicity_check.reports import FORMATS, render, with_suffix
from publicity_check.reports.options import ReportOptions

if TYPE_CHECKING:
    from publicity_check.results import Report

FORMAT_NAMES = tuple(FORMATS)

_WIDTH = 88
"""Letters to a line where no screen says otherwise."""


class Output(NamedTuple):
    """A format and the file it goes to; ``None`` is standard output."""

    format: str
    path: Path | None


def parse_outputs(given: Sequence[str], format_: str) -> list[Output]:
    """Read ``--output`` values ("sarif=out.sarif", "text"); without any, ``format_`` goes to standard output."""
    outputs = []
    for value in given:
        name, _, path = value.partition("=")
        if name not in FORMATS:
            meant = None if path else with_suffix(Path(name).suffix)
            advice = f"write {meant}={name}" if meant else f"choose from {', '.join(FORMAT_NAMES)}"
            raise click.UsageError(f'--output: there is no format "{name}"; {advice}')
        outputs.append(Output(name, Path(path) if path else None))
    return outputs or [Output(format_, None)]


def write_outputs(
    report: "Report", outputs: Sequence[Output], *, language: str = "en", quiet: bool = False, verbose: bool = False
) -> None:
    """Render a report in every format asked for; a file appears whole or not at all."""
    for output in outputs:
        screen = output.path is None
        options = ReportOptions(
            language=language,
            color=screen and sys.stdout.isatty() and "NO_COLOR" not in os.environ,
            width=_width() if screen else _WIDTH,
            quiet=quiet,
            verbose=verbose,
            tool_version=__version__,
        )
        text = render(output.format, report, options)
        if output.path is None:
            print_text(text)
        else:
            write_whole(output.path, text)


def _width() -> int:
    """Return how wide a report on the screen is."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return _WIDTH
    import shutil

    return max(40, min(shutil.get_terminal_size((_WIDTH, 24)).columns, 100))


def print_text(text: str) -> None:
    """Print text as UTF-8, whatever the terminal is set to."""
    stream = sys.stdout.buffer
    stream.write(text.encode() if text.endswith("\n") else f"{text}\n".encode())
    stream.flush()


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file so that it is never half written; trouble is one sentence that names it."""
    import tempfile

    data = text.encode() if isinstance(text, str) else text
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise click.UsageError(f"{path}: cannot be written ({error.strerror}); choose another place") from error
