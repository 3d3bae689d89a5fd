"""Reading the publications that a sub-command is given, when it needs them whole."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from publicity_check.publication import Publication


def read_all(paths: Iterable[Path]) -> "tuple[list[Publication], bool]":
    """Return the publications at paths, and whether one of them could not be read; the reason is printed."""
    from publicity_check.errors import ReadError
    from publicity_check.readers import read_file
    from publicity_check.readers.collect import publications_in

    found: list[Publication] = []
    failed = False
    for file in (f for path in paths for f in publications_in(path)):
        try:
            found.append(read_file(file))
        except ReadError as error:
            click.echo(f"publicity-check: {error}", err=True)
            failed = True
    return found, failed
