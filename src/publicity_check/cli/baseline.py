"""``publicity-check baseline``: accept today's findings, so that only new ones fail."""

from pathlib import Path

import click

from publicity_check.cli.options import choosing, configured
from publicity_check.cli.output import write_whole
from publicity_check.judging.baseline import baseline_of, new_findings, read_baseline, written
from publicity_check.judging.whole import whole
from publicity_check.results import Outcome, Report

_NAME = "publicity-check-baseline.json"


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
    parts = configured(paths, choice)
    reports = [part.run.keeping(frozenset()).check_paths(part.paths) for part in parts]
    if file is not None:
        _write(file, whole(reports), add=add)
        return
    for part, report in zip(parts, reports, strict=True):
        _write(part.run.root / (part.config.baseline or _NAME), report, add=add, within=part.within)


def _write(target: Path, report: Report, *, add: bool, within: Path | None = None) -> None:
    """Write the findings of a report into a baseline file, which does not grow unless asked to."""
    unread = [p for p in report.publications if p.outcome is Outcome.ERROR]
    if unread:
        raise click.UsageError(f"{unread[0].error or unread[0].path}; the baseline was not written")
    if not report.publications:
        raise click.UsageError("no publication was checked; the baseline was not written")
    found = baseline_of(report, target.parent)
    if target.exists():
        added = new_findings(read_baseline(target), found)
        if added and not add:
            raise click.UsageError(f"{target}: {added} findings are new; mend them, or accept them with --add")
    write_whole(target, written(found), within=within)
    click.echo(f"{target}: {sum(e.count for e in found.findings)} findings accepted", err=True)
