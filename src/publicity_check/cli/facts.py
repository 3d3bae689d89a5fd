"""``publicity-check facts``: what a publication says, before any rule."""

import sys
from pathlib import Path

import click

from publicity_check._version import __version__
from publicity_check.cli.output import print_plain
from publicity_check.cli.reading import read_all


@click.command("facts")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to print them.")
@click.option(
    "--rules-folder",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A folder with rule packs of your own.",
)
def command(paths: tuple[Path, ...], format_: str, folders: tuple[Path, ...]) -> None:
    """Show what publications say: statements, links, numbers, amounts, names, pictures, each with its place."""
    from publicity_check.facts.finder import finder_for
    from publicity_check.reports import facts_text
    from publicity_check.reports import json as to_json
    from publicity_check.reports.options import ReportOptions
    from publicity_check.rulebook import load

    finder = finder_for(load(folders))
    render = to_json.render_facts if format_ == "json" else facts_text.render_facts
    publications, failed = read_all(paths)
    found = [(publication, finder.find(publication)) for publication in publications]
    if found:
        print_plain(render(found, ReportOptions(tool_version=__version__)))
    sys.exit(2 if failed else 0)
