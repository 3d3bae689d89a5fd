"""Where reports go: to the terminal and to files, whole or not at all."""

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import click

from publicity_check._version import __version__
from publicity_check.reports import FILES_ONLY, FORMATS, render_sound, suffix_of, with_suffix
from publicity_check.reports.options import ReportOptions
from publicity_check.text.clean import clean

if TYPE_CHECKING:
    from publicity_check.cli.options import Part
    from publicity_check.results import Report

FORMAT_NAMES = tuple(FORMATS)
COLORS = ("auto", "always", "never")
Color = Literal["auto", "always", "never"]

_WIDTH = 88
"""Letters to a line where no screen says otherwise."""


class Output(NamedTuple):
    """A format and the file it goes to; ``None`` is standard output. ``within`` is the folder it may not leave."""

    format: str
    path: Path | None
    within: Path | None = None


def parse_outputs(given: Sequence[str], format_: str) -> list[Output]:
    """Read ``--output`` values ("sarif=out.sarif", "text"); without any, ``format_`` goes to standard output."""
    return [_parsed(value, "--output") for value in given] or [_parsed(format_, "--format")]


def outputs_of(part: "Part") -> list[Output]:
    """Return where the configuration of a part of the run wants its reports; files are relative to its folder."""
    asked = [_parsed(value, f"{part.file}: key output") for value in part.config.output]
    return [Output(o.format, part.run.root / o.path if o.path else None, part.within) for o in asked]


def _parsed(value: str, where: str) -> Output:
    name, _, path = (piece.strip() for piece in value.partition("="))
    if name not in FORMATS:
        meant = None if path else with_suffix(Path(name).suffix)
        advice = f"write {meant}={name}" if meant else f"choose from {', '.join(FORMAT_NAMES)}"
        raise click.UsageError(f'{where}: there is no format "{name}"; {advice}')
    if name in FILES_ONLY and not path:
        raise click.UsageError(f"{where}: {name} is no text; name its file: --output {name}=audit{suffix_of(name)}")
    return Output(name, Path(path) if path else None)


def refuse_missing_folders(outputs: Sequence[Output]) -> None:
    """Refuse, before a run begins, a report that is to go into a folder that does not exist."""
    for path in (output.path for output in outputs if output.path is not None):
        if not path.parent.exists():
            raise click.UsageError(f"{path}: there is no folder {path.parent}; make the folder first")


def write_outputs(
    report: "Report",
    outputs: Sequence[Output],
    *,
    language: str = "en",
    color: Color = "auto",
    quiet: bool = False,
    verbose: bool = False,
) -> int:
    """Render a report in every format asked for; a file appears whole or not at all.

    Return the exit status: the report's, or 2 where something could not be told in one of the formats.
    """
    _refuse_what_was_read(report, outputs)
    status = report.exit_code
    for output in outputs:
        screen = output.path is None
        options = ReportOptions(
            language=language,
            color=screen and _colored(color),
            width=_width() if screen else _WIDTH,
            quiet=quiet,
            verbose=verbose,
            tool_version=__version__,
        )
        text, sound = render_sound(output.format, report, options)
        status = status if sound else 2
        if output.path is None:
            print_text(str(text))
        else:
            write_whole(output.path, text, within=output.within)
    return status


def _refuse_what_was_read(report: "Report", outputs: Sequence[Output]) -> None:
    """Raise where a report would replace a publication that was checked, or a configuration."""
    read = {Path(publication.path).resolve() for publication in report.publications}
    for path in (output.path for output in outputs if output.path is not None):
        if path.resolve() in read or (path.suffix == ".toml" and path.exists()):
            raise click.UsageError(f"{path}: the report would replace a file that was read; choose another place")


def _on_screen() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _colored(wish: Color) -> bool:
    """Say whether to print in colours: as asked, else as NO_COLOR or FORCE_COLOR say, else at a terminal."""
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or _on_screen()


def _width() -> int:
    """Return how wide a report on the screen is."""
    if not _on_screen() and "COLUMNS" not in os.environ:
        return _WIDTH
    import shutil

    return max(40, min(shutil.get_terminal_size((_WIDTH, 24)).columns, 100))


def print_plain(text: str) -> None:
    """Print text that holds what others wrote, such as rules of one's own: a terminal obeys nothing in it."""
    print_text(clean(text))


def print_text(text: str) -> None:
    """Print text as UTF-8, whatever the terminal is set to."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    stream = sys.stdout.buffer
    stream.write(text.encode() if text.endswith("\n") else f"{text}\n".encode())
    stream.flush()


def write_whole(path: Path, text: str | bytes, *, within: Path | None = None) -> None:
    """Write a file so that it is never half written; trouble is one sentence that names it.

    A link stays and what it leads to is written; what exists and is no ordinary file (a terminal, a pipe) is written
    into. Nothing outside the folder ``within`` is written, and nothing but ordinary files in it.
    """
    data = text.encode() if isinstance(text, str) else text
    try:
        target = path.resolve()
        special = (path.exists() and not path.is_file()) or path.parent == _DEVICES
        if within is not None and (special or not target.is_relative_to(within.resolve())):
            raise click.UsageError(
                f"{path}: a configuration that is found writes ordinary files in its own folder only ({within}); "
                "ask for this one by --output, or name the configuration by --config"
            )
        if special:
            with path.open("wb", buffering=0) as stream:
                stream.write(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise click.UsageError(f"{path}: cannot be written ({error.strerror}); choose another place") from error


_DEVICES = Path("/dev")
"""The folder whose files are no files: a report is written into these, whatever they look like."""


def _replace(target: Path, data: bytes) -> None:
    """Put a file in its place at once, with the permissions of the one that was there."""
    import tempfile

    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
