"""``publicity-check check``: read, judge, report, exit."""

import sys
from pathlib import Path

import click

from publicity_check.cli.output import FORMAT_NAMES, parse_outputs, write_outputs


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "format_", type=click.Choice(FORMAT_NAMES), default="text", help="How to print the report.")
@click.option(
    "--output", "outputs", multiple=True, metavar="FORMAT[=FILE]", help="Write a report in a format; may be repeated."
)
@click.option("--rules", multiple=True, metavar="PACK", help="Judge by this rule pack instead of choosing one.")
@click.option(
    "--rules-folder",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A folder with rule packs of your own.",
)
@click.option("--funded", is_flag=True, help="Hold publications to the rules even if they show no sign of EU funding.")
@click.option("--strict", is_flag=True, help="Count recommendations and open questions as failures.")
@click.option("--quiet", "-q", is_flag=True, help="Print the summary only.")
@click.option("--verbose", "-v", is_flag=True, help="Print what passed and what was not judged, too.")
def command(
    paths: tuple[str, ...],
    format_: str,
    outputs: tuple[str, ...],
    rules: tuple[str, ...],
    folders: tuple[Path, ...],
    funded: bool,
    strict: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Check publications: files (.html .htm .xhtml .docx .txt) and folders of them.

    Exit status: 0 if nothing failed, 1 if something failed, 2 if something could not be read or was asked wrongly.
    """
    from publicity_check.api import check

    wanted = parse_outputs(outputs, format_)
    report = check([Path(p) for p in paths], rules=rules, rules_folders=folders, funded=funded, strict=strict)
    write_outputs(report, wanted, quiet=quiet, verbose=verbose)
    sys.exit(report.exit_code)
