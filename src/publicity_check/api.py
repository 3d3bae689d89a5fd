"""The library's front door: read a publication, find its facts, check it."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from publicity_check.checks.across import differences
from publicity_check.checks.evaluate import Options, evaluate
from publicity_check.checks.model import Outcome, PublicationReport, Report
from publicity_check.config.model import Project
from publicity_check.errors import PublicityCheckError
from publicity_check.facts.finder import finder_for
from publicity_check.facts.model import Facts
from publicity_check.publication import Publication
from publicity_check.readers import read_bytes, read_file
from publicity_check.readers.collect import publications_in
from publicity_check.rulebook import Rulebook, load

Source = str | Path | bytes


def read(source: Source, *, name: str | None = None) -> Publication:
    """Read one publication: a path, or bytes with a ``name`` whose ending tells the format (".html", ".docx", ".txt").

    Raises :class:`~publicity_check.errors.ReadError` if it cannot be read, in one sentence that names the file.
    """
    if isinstance(source, bytes):
        if not name:
            raise TypeError("bytes need a name whose ending tells the format, such as name='draft.docx'")
        return read_bytes(source, name)
    return read_file(Path(source))


def find_facts(source: Source, *, name: str | None = None, rules_folders: Sequence[Path] = ()) -> Facts:
    """Find what one publication says, before any rule: statements, links, numbers, amounts, names, pictures.

    Raises :class:`~publicity_check.errors.ReadError` if it cannot be read.
    """
    return finder_for(load(tuple(rules_folders))).find(read(source, name=name))


def check(
    source: Source | Iterable[str | Path],
    *,
    name: str | None = None,
    rules: Sequence[str] = (),
    rules_folders: Sequence[Path] = (),
    funded: bool = False,
    projects: Sequence[Project] = (),
    strict: bool = False,
) -> Report:
    """Check publications: a path, several paths, folders, or the bytes of one publication with its ``name``.

    ``rules`` are ids of rule packs by which everything is judged; without it the rules are chosen by what each
    publication says. ``rules_folders`` add packs. ``funded`` holds publications to the rules even if they show no sign
    of EU funding. ``projects`` declare what is true of the projects. ``strict`` counts recommendations and open
    questions as failures in the report's ``exit_code``.

    A file that cannot be read becomes an entry with ``error`` set; the others are still checked. Raises
    :class:`~publicity_check.errors.RulesError` for wrong rules and :class:`~publicity_check.errors.ReadError` for a
    folder without publications.
    """
    rulebook = load(tuple(rules_folders))
    options = Options(rules=tuple(rules), funded=funded, projects=tuple(projects))
    for identifier in options.rules:
        rulebook.pack(identifier)
    if isinstance(source, bytes):
        reports = [check_one(lambda: read(source, name=name), name or "", rulebook, options)]
    else:
        paths = [source] if isinstance(source, str | Path) else list(source)
        files = [file for path in paths for file in publications_in(Path(path))]
        reports = [check_file(file, rulebook, options) for file in dict.fromkeys(files)]
    return assemble(reports, rulebook, strict=strict)


def check_file(path: Path, rulebook: Rulebook, options: Options) -> PublicationReport:
    """Check one file; what keeps it from being read becomes the report's ``error``."""
    return check_one(lambda: read_file(path), str(path), rulebook, options)


def check_one(reading: Callable[[], Publication], name: str, rulebook: Rulebook, options: Options) -> PublicationReport:
    """Check the publication that ``reading`` gives; what keeps it from being read becomes the report's ``error``."""
    try:
        publication = reading()
    except PublicityCheckError as error:
        return PublicationReport(path=name, outcome=Outcome.ERROR, error=str(error))
    return evaluate(publication, finder_for(rulebook).find(publication), rulebook, options)


def assemble(reports: Iterable[PublicationReport], rulebook: Rulebook, *, strict: bool = False) -> Report:
    """Put the reports on single publications together, in the order of their paths."""
    from publicity_check import __version__

    ordered = tuple(sorted(reports, key=lambda r: r.path))
    return Report(
        ordered, rules_version=__version__, rules_sha256=rulebook.sha256, across=differences(ordered), strict=strict
    )
