"""The library's front door: read a publication, find its facts, check it, write the report, give it back."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, overload

from msgspec.structs import replace

from publicity_check._version import __version__
from publicity_check.config.load import read_config
from publicity_check.config.model import Config, Project
from publicity_check.config.twice import difference, same_project
from publicity_check.errors import ConfigError, PublicityCheckError, ReadError
from publicity_check.facts.finder import finder_for
from publicity_check.facts.model import Facts
from publicity_check.fixing.give_back import GivenBack, give_back
from publicity_check.judging.baseline import accept, read_baseline
from publicity_check.judging.evaluate import Options
from publicity_check.judging.whole import whole
from publicity_check.messages import sentences
from publicity_check.messages.say import Coded
from publicity_check.publication import Publication
from publicity_check.readers import bytes_of, read_bytes, read_file
from publicity_check.reports import FORMATS, ReportOptions
from publicity_check.reports import render as write
from publicity_check.results import Report
from publicity_check.rulebook import load
from publicity_check.rulebook.common import CheckName, Medium
from publicity_check.run import Run

Source = str | Path | bytes | Publication
"""A publication: its path, its bytes, or as :func:`read` returned it."""


def read(source: Source, *, name: str | None = None, site_footer: Sequence[str] = ()) -> Publication:
    """Read one publication: a path, or bytes with a ``name`` whose ending tells the format (".html", ".docx", ".txt").

    ``site_footer`` are CSS selectors of what stands on every page of a site, as in a configuration. A publication that
    was read before is returned as it is.

    Raises :class:`~publicity_check.errors.ReadError` if it cannot be read, in one sentence that names the file.
    """
    if isinstance(source, Publication):
        return source
    if isinstance(source, bytes):
        return read_bytes(source, _named(name), furniture=site_footer)
    return read_file(Path(source), furniture=site_footer)


def find_facts(source: Source, *, name: str | None = None, rules_folders: Sequence[Path] = ()) -> Facts:
    """Find what one publication says, before any rule: statements, links, numbers, amounts, names, pictures.

    Raises :class:`~publicity_check.errors.ReadError` if it cannot be read.
    """
    return finder_for(load(tuple(rules_folders))).find(read(source, name=name))


def check(
    source: Source | Iterable[Source],
    *,
    name: str | None = None,
    rules: Sequence[str] = (),
    rules_folders: Sequence[Path] = (),
    funded: bool = False,
    medium: Medium | None = None,
    strict: bool = False,
    projects: Sequence[Project] = (),
    config: str | Path | Config | None = None,
    today: date | None = None,
    allow_empty: bool = False,
    timeout: float = 30,
) -> Report:
    """Check publications: paths of files and folders, bytes with their ``name``, what was read, or several of these.

    ``rules`` are ids of rule packs by which everything is judged; without it the rules are chosen by what each
    publication says. ``rules_folders`` add packs. ``funded`` holds publications to the rules even if they show no sign
    of EU funding. ``medium`` says what kind of publication all are ("press-release"); without it their words and format
    tell. ``strict`` counts recommendations and open questions as failures in the report's ``exit_code``.
    ``projects`` declare what is true of the projects; they join those of ``config``, the path of a
    ``publicity-check.toml`` (none is looked for) or what one holds. ``today`` is the day on which suppressions expire;
    without it none does. A publication is judged as it was read: what its ``site_footer`` is was told to :func:`read`.

    A file that cannot be read becomes an entry with ``error`` set; the others are still checked. Files that look like
    publications and are not read, and templates, stand in the report's ``skipped``. Where no publication was checked,
    the report says so as an error, unless ``allow_empty``. A publication that takes more than ``timeout`` seconds of
    computing is given up and is an error too; 0 sets no limit, nor is there one outside the first thread of a process
    and on systems without such signals. The report holds facts and texts, so that :func:`render`
    can write it in any format.

    Raises :class:`~publicity_check.errors.RulesError` for wrong rules, :class:`~publicity_check.errors.ConfigError` for
    a wrong configuration or two declarations of one project that differ, and
    :class:`~publicity_check.errors.ReadError` for bytes without a name.
    """
    path = None if config is None or isinstance(config, Config) else Path(config)
    declared = config if isinstance(config, Config) else Config() if path is None else read_config(path)
    declared = replace(declared, project=_joined(declared.project, projects))
    sources = [source] if isinstance(source, str | Path | bytes | Publication) else list(source)
    paths = [Path(s) for s in sources if isinstance(s, str | Path)]
    run = Run(
        options=Options(
            config=declared,
            config_name=str(path or ""),
            rules=tuple(rules) or declared.rules,
            funded=funded,
            medium=medium,
            today=today,
            keep_text=True,
            keep_mends=True,
        ),
        rules_folders=tuple(rules_folders),
        root=path.parent if path else Path(),
        folders=tuple(filter(Path.is_dir, paths)),
        strict=strict or declared.strict,
        timeout=timeout,
    )
    if name is not None and len(sources) != 1:
        raise ReadError("one name cannot be that of several publications: read each of the bytes with its own name.")
    reports = [run.check_bytes(s, _named(name)) for s in sources if isinstance(s, bytes)]
    reports += [run.check_publication(s) for s in sources if isinstance(s, Publication)]
    selection = run.select(paths)
    told = run.report([*reports, *run.check_files(selection.files)], selection)
    report = whole([told], allow_empty=allow_empty, config=run.options.config_name)
    if not declared.baseline:
        return report
    baseline = run.root / declared.baseline
    return accept(report, read_baseline(baseline), baseline)


@overload
def render(  # type: ignore[overload-overlap]  # the formats that are no text are told apart by their names
    report: Report,
    format: Literal["xlsx", "csv"],
    options: ReportOptions | None = None,
) -> bytes: ...
@overload
def render(report: Report, format: str = "text", options: ReportOptions | None = None) -> str: ...
def render(
    report: Report,
    format: str = "text",  # noqa: A002 - its name on the command line, too
    options: ReportOptions | None = None,
) -> str | bytes:
    """Return a report in one of the formats of the command line: text ("text", "json", "html" …), or bytes of a file.

    Bytes are the workbook ("xlsx") and the archive of its tables ("csv"). ``options`` tell the language and how much is
    shown.

    Raises :class:`~publicity_check.errors.PublicityCheckError` for a format that does not exist.
    """
    if format not in FORMATS:
        raise PublicityCheckError(f'there is no format "{format}": choose from {", ".join(FORMATS)}.')
    options = options or ReportOptions()
    return write(format, report, replace(options, tool_version=options.tool_version or __version__))


def fix(
    path: str | Path,
    *,
    language: str = "en",
    rules: Sequence[str] = (),
    rules_folders: Sequence[Path] = (),
    projects: Sequence[Project] = (),
    config: str | Path | Config | None = None,
    only: Collection[CheckName] = (),
    unsafe: bool = False,
    comments_only: bool = False,
) -> GivenBack:
    """Give a Word document or an HTML page back: with comments in a language, and what is certain put right.

    What is returned holds the new bytes in ``data``; nothing is written. ``only`` names the checks whose findings are
    gone into, ``unsafe`` makes changes too that need a person's consent, ``comments_only`` none. ``rules``,
    ``rules_folders``, ``projects`` and ``config`` are those of :func:`check`.

    Raises :class:`~publicity_check.errors.ReadError` if it cannot be read, and
    :class:`~publicity_check.errors.PublicityCheckError` if its format or a signature allows no change.
    """
    given = None if config is None or isinstance(config, Config) else Path(config)
    declared = config if isinstance(config, Config) else Config() if given is None else read_config(given)
    declared = replace(declared, project=_joined(declared.project, projects))
    options = Options(config=declared, config_name=str(given or ""), rules=tuple(rules) or declared.rules)
    run = Run(options=options, rules_folders=tuple(rules_folders), root=given.parent if given else Path())
    said = sentences(language)
    return give_back(Path(path), bytes_of(Path(path)), run, said, only=only, unsafe=unsafe, comments_only=comments_only)


def say(told: Coded, language: str = "en") -> str:
    """Return what a result, a note or a reason says, as a sentence in a language: "en", "lv", "lt".

    A language without a catalogue of sentences is English.
    """
    return sentences(language).message(told)


def next_step(told: Coded, language: str = "en") -> str:
    """Return what to do about a result, in a language; "" if nothing. The wording to paste is in ``suggestion``."""
    return sentences(language).next_step(told)


def _named(name: str | None) -> str:
    if not name:
        raise ReadError("bytes need a name whose ending tells their format: give name='draft.docx'.")
    return name


def _joined(declared: Sequence[Project], given: Sequence[Project]) -> tuple[Project, ...]:
    """Return the projects of a configuration and those given beside it, each once."""
    joined = list(declared)
    for project in given:
        for other in joined:
            if same_project(project, other) and (told := difference(project, other)):
                raise ConfigError(told)
        if project not in joined:
            joined.append(project)
    return tuple(joined)
