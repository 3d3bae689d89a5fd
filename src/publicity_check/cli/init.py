"""``publicity-check init``: a configuration file from what publications say."""

import sys
from pathlib import Path

import click

from publicity_check.cli.output import print_text, write_whole
from publicity_check.config.load import FILE_NAME


@click.command("init")
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--file", "file", default=FILE_NAME, type=click.Path(path_type=Path), help="Where to write it.")
@click.option("--print", "print_", is_flag=True, help="Print it instead of writing a file.")
def command(paths: tuple[Path, ...], file: Path, print_: bool) -> None:
    """Write a commented publicity-check.toml from what the given publications say. An existing file is kept."""
    from publicity_check.checks.propose import propose
    from publicity_check.errors import ReadError
    from publicity_check.facts.finder import finder_for
    from publicity_check.readers import read_file
    from publicity_check.readers.collect import publications_in
    from publicity_check.rulebook import load

    if not print_ and file.exists():
        raise click.UsageError(f"{file}: is there already and is kept; use --print, or --file with another name")
    finder = finder_for(load())
    found, unread = [], False
    for path in [p for given in paths for p in publications_in(given)]:
        try:
            publication = read_file(path)
        except ReadError as error:
            click.echo(f"publicity-check: {error}", err=True)
            unread = True
        else:
            found.append((publication, finder.find(publication)))
    text = propose(found)
    if print_:
        print_text(text)
    else:
        write_whole(file, text)
        click.echo(f"{file}: written; check every line before you rely on it", err=True)
    sys.exit(2 if unread else 0)
