"""``publicity-check verify``: whether evidence is still what it was."""

from pathlib import Path

import click

from publicity_check.cli.output import print_plain


@click.command("verify")
@click.argument("bag", type=click.Path(path_type=Path))
def command(bag: Path) -> None:
    """Say whether what `check --evidence` kept is unchanged: a folder or ZIP file. Exit status 1 if it is not."""
    from publicity_check.reports.bag import read_bag, wrong

    files = read_bag(bag)
    found = wrong(files)
    print_plain("\n".join(found) if found else f"All {len(files)} files are as they were.")
    if found:
        raise SystemExit(1)
