"""Reading the publications that a sub-command is given, when it needs them whole."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from publicity_check.publication import Publication


def read_all(paths: Iterable[Path]) -> "tuple[list[Publication], bool]":
    """Return the publications at paths, and whether one of them could not be read; the reason is printed.

    What looks like a publication and is not read is told in a line of its own.
    """
    from publicity_check.errors import ReadError
    from publicity_check.messages import sentences
    from publicity_check.paths import shown_path
    from publicity_check.readers import read_file
    from publicity_check.readers.collect import publications_in

    found: list[Publication] = []
    failed = False
    for inside in map(publications_in, paths):
        for skipped in inside.skipped:
            reason = sentences("en").message(skipped)
            click.echo(f"publicity-check: {shown_path(skipped.path)}: {reason}", err=True)
        for _, reason in inside.unread:
            click.echo(f"publicity-check: {reason}", err=True)
            failed = True
        for file in inside.files:
            try:
                found.append(read_file(file))
            except ReadError as error:
                click.echo(f"publicity-check: {error}", err=True)
                failed = True
    return found, failed
