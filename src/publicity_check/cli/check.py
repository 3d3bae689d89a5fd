"""``publicity-check check``: read, judge, report, exit."""

import atexit
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import click
from msgspec.structs import replace

from publicity_check.cli.options import Part, choosing, configured
from publicity_check.cli.output import (
    COLORS,
    FORMAT_NAMES,
    Color,
    outputs_of,
    parse_outputs,
    refuse_missing_folders,
    write_outputs,
)
from publicity_check.readers.registry import SUFFIXES
from publicity_check.reports import needs

if TYPE_CHECKING:
    from publicity_check.judging.baseline import Baseline
    from publicity_check.results import PublicationReport, Report

CACHED_FROM = 10
"""For so many files and more, verdicts are remembered."""

_WAITED_FOR = 20
"""Publications from which on progress is shown."""
_SECONDS = 10
"""Seconds between two lines of progress where nobody watches."""
FAILED = 1
"""The exit status of a run in which something failed."""


_HELP = f"""Check publications: files ({" ".join(SUFFIXES)}), folders of them, or - for standard input.

Exit status: 0 if nothing failed, 1 if something failed, 2 if something could not be read or was asked wrongly.
"""


@click.command("check", help=_HELP)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--files-from", type=click.File("rb"), metavar="FILE", help="Check the paths in this file (-), one a line, too."
)
@click.option("--format", "format_", type=click.Choice(FORMAT_NAMES), help="How to print the report (text).")
@click.option(
    "--output", "outputs", multiple=True, metavar="FORMAT[=FILE]", help="Write a report in a format; may be repeated."
)
@click.option(
    "--statistics", "format_", flag_value="statistics", help="Count each kind of finding instead of listing them."
)
@click.option(
    "--show-files",
    "format_",
    flag_value="files",
    help="Show which files are judged, for which project, by which rules.",
)
@click.option(
    "--explain-rules",
    "format_",
    flag_value="evidence",
    help="Show what spoke for whose rules: each piece of evidence, its place and its weight.",
)
@choosing
@click.option("--strict", is_flag=True, help="Count recommendations and open questions as failures.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Accept the findings in this file; new ones fail.")
@click.option("--changed-since", metavar="REV", help="Check only what git says has changed since a revision.")
@click.option(
    "--evidence",
    type=click.Path(path_type=Path),
    help="Keep what was judged, what was said and by which rules, in a new folder or ZIP file (see `verify`).",
)
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Name publications in the evidence as seen from here.",
)
@click.option(
    "--sample", type=click.Path(path_type=Path), help="Check only the publications of this sample (see `sample`)."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if something failed; 2 stays 2.")
@click.option(
    "--cache-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Remember verdicts in this folder, however few the files.",
)
@click.option("--rendered", is_flag=True, help="Check pages as a browser draws them (Playwright and Chromium).")
@click.option("--no-cache", is_flag=True, help="Decide everything anew, and remember nothing.")
@click.option("--allow-empty", is_flag=True, help="A run that finds no publication to check is in order.")
@click.option(
    "--stdin-name", default="", help="The name of what is read from standard input (-): page.html, draft.docx."
)
@click.option("--lang", default="", help="The language of the report (lv); by default the system's.")
@click.option("--color", type=click.Choice(COLORS), default="auto", help="Whether to print in colours (auto).")
@click.option(
    "--quiet", "-q", is_flag=True, help="Print the summary; of several, also a line for each that needs work."
)
@click.option("--verbose", "-v", is_flag=True, help="Print what passed and what was not judged, too.")
def command(
    paths: tuple[str, ...],
    files_from: BinaryIO | None,
    format_: str | None,
    outputs: tuple[str, ...],
    baseline: Path | None,
    changed_since: str | None,
    evidence: Path | None,
    root: Path,
    sample: Path | None,
    exit_zero: bool,
    cache_dir: Path | None,
    rendered: bool,
    no_cache: bool,
    allow_empty: bool,
    stdin_name: str,
    lang: str,
    color: Color,
    quiet: bool,
    verbose: bool,
    **choice: object,
) -> None:
    """Read, judge, report, exit."""
    from publicity_check.cli.language import chosen_language
    from publicity_check.judging.baseline import accept
    from publicity_check.judging.whole import whole

    paths = (*paths, *_listed(files_from)) if files_from else paths
    if sample is not None:
        from publicity_check.cli.sample import publications_of

        paths = (*paths, *publications_of(sample))
    if not paths and not (files_from and allow_empty):
        raise click.UsageError("name the files or folders to check, or - for standard input")
    parts = configured(paths or (".",), choice)
    settings = parts[0].config
    language = chosen_language(lang) if lang else chosen_language(settings.lang, f"{parts[0].file}: key lang")
    if outputs or format_ or not settings.output:
        wanted = parse_outputs(outputs, format_ or "text")
    else:
        wanted = outputs_of(parts[0])
    refuse_missing_folders(wanted)
    shown = [output.format for output in wanted]
    if evidence is not None:
        from publicity_check.cli import evidence as kept

        if paths == ("-",):
            raise click.UsageError("--evidence keeps files: name them, instead of standard input")
        kept.refuse(evidence)
        shown += ["json", "html", "xlsx"]
    parts = [part._replace(run=part.run.keeping(needs(shown))) for part in parts]
    if rendered:
        parts = _drawing(parts)
    accepted = [_known(part, baseline) for part in parts]
    if paths == ("-",):
        run = parts[0].run
        data = sys.stdin.buffer.read()
        reports = [run.report([run.check_bytes(data, stdin_name or _named(data))])]
    else:
        parts = parts if paths else [part._replace(paths=()) for part in parts]
        reports = _checked(parts, changed_since, None if no_cache else _store(cache_dir), quiet=quiet)
    marked = [accept(report, *known) if known else report for report, known in zip(reports, accepted, strict=True)]
    report = whole(
        marked,
        compare=not changed_since,
        allow_empty=allow_empty or bool(changed_since),
        config=parts[0].run.options.config_name,
    )
    if evidence is not None:
        kept.keep(report, parts, evidence, root, language)
    status = write_outputs(report, wanted, language=language, color=color, quiet=quiet, verbose=verbose)
    sys.exit(0 if exit_zero and status == FAILED else status)


def _drawing(parts: Sequence[Part]) -> list[Part]:
    """Return the parts of a run with one browser that draws the pages of all; it ends with the program."""
    from publicity_check.readers.html.browser import Browser

    browser = Browser()
    atexit.register(browser.close)
    return [part._replace(run=replace(part.run, browser=browser)) for part in parts]


def _named(data: bytes) -> str:
    """Return a name for what standard input brings: that of a Word document, which is a ZIP archive, or of a page."""
    return "draft.docx" if data.startswith(b"PK\x03\x04") else "page.html"


def _listed(file: BinaryIO) -> list[str]:
    """Return the paths in a file, a line each or, as git's ``-z`` writes them, each ended by a zero byte."""
    data = file.read()
    lines = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [os.fsdecode(line) for line in lines if line.strip()]


def _known(part: Part, given: Path | None) -> "tuple[Baseline, Path] | None":
    """Return the baseline that holds for a part of the run, and its file."""
    from publicity_check.judging.baseline import read_baseline

    path = given or (part.run.root / part.config.baseline if part.config.baseline else None)
    return (read_baseline(path), path) if path else None


class Store(NamedTuple):
    """Where verdicts are remembered, and for how many files and more."""

    folder: Path
    files: int


def _store(folder: Path | None) -> Store:
    """Return where verdicts are remembered: for however few files if the user named a folder."""
    from publicity_check.cache import default_folder

    return Store(folder, 1) if folder else Store(default_folder(), CACHED_FROM)


def _checked(parts: Sequence[Part], changed_since: str | None, store: Store | None, *, quiet: bool) -> "list[Report]":
    """Check all files of all parts, and return a report on each part."""
    selections = [part.run.select(part.paths) for part in parts]
    if changed_since:
        from publicity_check.cli.changed import changed_files

        changed = set(changed_files([f for s in selections for f in s.files], changed_since))
        selections = [
            replace(s, files=tuple(f for f in s.files if f in changed), places=frozenset()) for s in selections
        ]
        click.echo(f"{len(changed)} changed; they were not compared with the other publications.", err=True)
    count = sum(len(selection.files) for selection in selections)
    runs = [part.run for part in parts]
    if store is not None and count >= store.files:
        from publicity_check.cache import Cache

        cache = Cache(store.folder)
        runs = [replace(run, cache=cache) for run in runs]
    found = chain.from_iterable(run.check_files(s.files) for run, s in zip(runs, selections, strict=True))
    reports = iter(list(found if quiet else _with_progress(found, count)))
    return [run.report(islice(reports, len(s.files)), s) for run, s in zip(runs, selections, strict=True)]


def _with_progress(reports: "Iterable[PublicationReport]", length: int) -> "Iterator[PublicationReport]":
    """Pass reports on; a person at a terminal sees a progress bar, the log of a CI job a line every ten seconds."""
    if length < _WAITED_FOR or sys.stderr is None:
        yield from reports
    elif sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        with click.progressbar(reports, length=length, label="Checking", file=sys.stderr) as shown:
            yield from shown
    else:
        last = time.monotonic()
        for number, report in enumerate(reports, 1):
            if time.monotonic() - last >= _SECONDS:
                last = time.monotonic()
                click.echo(f"{number} of {length} checked", err=True)
            yield report
