"""``publicity-check init``: a configuration file from what publications say."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publicity_check.cli.output import print_plain, write_whole
from publicity_check.cli.reading import read_all
from publicity_check.config.load import FILE_NAME

if TYPE_CHECKING:
    from publicity_check.config.model import Config
    from publicity_check.results import PublicationReport


@click.command("init")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--file", "file", default=FILE_NAME, type=click.Path(path_type=Path), help="Where to write it.")
@click.option("--print", "print_", is_flag=True, help="Print it instead of writing a file.")
def command(paths: tuple[Path, ...], file: Path, print_: bool) -> None:
    """Write a commented publicity-check.toml from what the given publications say. An existing file is kept.

    What is proposed was tried on the publications: it makes no verdict worse.
    """
    from publicity_check.facts.finder import finder_for
    from publicity_check.judging.evaluate import Options
    from publicity_check.propose import propose
    from publicity_check.rulebook import load
    from publicity_check.run import Run

    if not print_ and file.exists():
        raise click.UsageError(f"{file}: is there already and is kept; use --print, or --file with another name")
    finder = finder_for(load())
    publications, unread = read_all(paths)

    def judge(config: "Config") -> "Iterable[PublicationReport]":
        run = Run(options=Options(config=config), root=file.parent).keeping(frozenset())
        return run.check_files([Path(publication.name) for publication in publications])

    found = [(publication, finder.find(publication)) for publication in publications]
    text = propose(found, judge, file.parent)
    if print_:
        print_plain(text)
    else:
        write_whole(file, text)
        click.echo(f"{file}: written; check every line before you rely on it", err=True)
    sys.exit(2 if unread else 0)
