"""``publicity-check check``: read, judge, report, exit."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from publicity_check.cli.options import choosing, configured
from publicity_check.cli.output import FORMAT_NAMES, parse_outputs, write_outputs
from publicity_check.readers.registry import SUFFIXES
from publicity_check.reports import needs

if TYPE_CHECKING:
    from publicity_check.results import PublicationReport

CACHED_FROM = 10
"""For so many files and more, verdicts are remembered."""

_WAITED_FOR = 20
"""Publications from which on a progress bar is shown."""


_HELP = f"""Check publications: files ({" ".join(SUFFIXES)}), folders of them, or - for standard input.

Exit status: 0 if nothing failed, 1 if something failed, 2 if something could not be read or was asked wrongly.
"""


@click.command("check", help=_HELP)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "format_", type=click.Choice(FORMAT_NAMES), help="How to print the report (text).")
@click.option(
    "--output", "outputs", multiple=True, metavar="FORMAT[=FILE]", help="Write a report in a format; may be repeated."
)
@choosing
@click.option("--strict", is_flag=True, help="Count recommendations and open questions as failures.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Accept the findings in this file; new ones fail.")
@click.option("--changed-since", metavar="REV", help="Check only what git says has changed since a revision.")
@click.option("--no-cache", is_flag=True, help="Decide everything anew, and remember nothing.")
@click.option("--stdin-name", default="page.html", help="The name of a publication read from standard input (-).")
@click.option("--lang", default="", help="The language of the report (lv); by default the system's.")
@click.option("--quiet", "-q", is_flag=True, help="Print the summary and what failed only.")
@click.option("--verbose", "-v", is_flag=True, help="Print what passed and what was not judged, too.")
def command(
    paths: tuple[str, ...],
    format_: str | None,
    outputs: tuple[str, ...],
    baseline: Path | None,
    changed_since: str | None,
    no_cache: bool,
    stdin_name: str,
    lang: str,
    quiet: bool,
    verbose: bool,
    **choice: object,
) -> None:
    """Read, judge, report, exit."""
    from publicity_check.cli.language import chosen_language
    from publicity_check.judging.baseline import accept, read_baseline

    run, config = configured(paths, choice)
    wanted = parse_outputs(outputs or (() if format_ else config.output), format_ or "text")
    accepted = baseline or (run.root / config.baseline if config.baseline else None)
    known = read_baseline(accepted) if accepted else None
    run = run.keeping(needs(output.format for output in wanted))
    if paths == ("-",):
        report = run.report([run.check_bytes(sys.stdin.buffer.read(), stdin_name)])
    else:
        files = run.files([Path(p) for p in paths])
        if changed_since:
            from publicity_check.cli.changed import changed_files

            files = changed_files(files, changed_since)
            click.echo(f"{len(files)} changed; they were not compared with the other publications.", err=True)
        if not no_cache and len(files) >= CACHED_FROM:
            from publicity_check.cache import Cache, default_folder

            run = replace(run, cache=Cache(default_folder()))
        reports = _with_progress(run.check_files(files), len(files))
        report = run.report(reports, compare=not changed_since)
    if known is not None:
        report = accept(report, known)
    write_outputs(report, wanted, language=chosen_language(lang or config.lang), quiet=quiet, verbose=verbose)
    sys.exit(report.exit_code)


def _with_progress(reports: "Iterable[PublicationReport]", length: int) -> "Iterator[PublicationReport]":
    """Pass reports on, with a progress bar where a person waits at a terminal."""
    if length < _WAITED_FOR or not sys.stderr.isatty():
        yield from reports
        return
    with click.progressbar(reports, length=length, label="Checking", file=sys.stderr) as shown:
        yield from shown
