"""``publicity-check baseline``: accept today's findings, so that only new ones fail."""

from pathlib import Path

import click

from publicity_check.cli.options import choosing, configured
from publicity_check.cli.output import write_whole


@click.command("baseline")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--file", "file", type=click.Path(path_type=Path), help="Where to write it (publicity-check-baseline.json)."
)
@click.option("--add", is_flag=True, help="Accept findings that the file does not know yet.")
@choosing
def command(paths: tuple[str, ...], file: Path | None, add: bool, **choice: object) -> None:
    """Write the findings of today into a baseline file.

    An existing file is only ever made shorter, unless --add is given.
    """
    from publicity_check.judging.baseline import baseline_of, new_findings, read_baseline, write_baseline
    from publicity_check.results import Outcome

    run, config = configured(paths, choice)
    target = file or run.root / (config.baseline or "publicity-check-baseline.json")
    report = run.keeping(frozenset()).check_paths([Path(p) for p in paths])
    unread = [p for p in report.publications if p.outcome is Outcome.ERROR]
    if unread:
        raise click.UsageError(f"{unread[0].error or unread[0].path}; the baseline was not written")
    found = baseline_of(report)
    if target.exists():
        added = new_findings(read_baseline(target), found)
        if added and not add:
            raise click.UsageError(f"{target}: {added} findings are new; mend them, or accept them with --add")
    write_whole(target, write_baseline(report))
    click.echo(f"{target}: {sum(e.count for e in found.findings)} findings accepted", err=True)
