"""The library's front door: read a publication, find its facts, check it."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from publicity_check.config.load import read_config
from publicity_check.config.model import Config, Project
from publicity_check.facts.finder import finder_for
from publicity_check.facts.model import Facts
from publicity_check.judging.evaluate import Options
from publicity_check.publication import Publication
from publicity_check.readers import read_bytes, read_file
from publicity_check.results import Report
from publicity_check.rulebook import load
from publicity_check.run import Run

Source = str | Path | bytes


def read(source: Source, *, name: str | None = None) -> Publication:
    """Read one publication: a path, or bytes with a ``name`` whose ending tells the format (".html", ".docx", ".txt").

    Raises :class:`~publicity_check.errors.ReadError` if it cannot be read, in one sentence that names the file.
    """
    if isinstance(source, bytes):
        return read_bytes(source, _named(name))
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
    strict: bool = False,
    projects: Sequence[Project] = (),
    config: str | Path | None = None,
    today: date | None = None,
) -> Report:
    """Check publications: a path, several paths, folders, or the bytes of one publication with its ``name``.

    ``rules`` are ids of rule packs by which everything is judged; without it the rules are chosen by what each
    publication says. ``rules_folders`` add packs. ``funded`` holds publications to the rules even if they show no sign
    of EU funding. ``strict`` counts recommendations and open questions as failures in the report's ``exit_code``.
    ``projects`` declare what is true of the projects; ``config`` is a ``publicity-check.toml`` that does so (none is
    looked for). ``today`` is the day on which suppressions expire; without it none does.

    A file that cannot be read becomes an entry with ``error`` set; the others are still checked. Raises
    :class:`~publicity_check.errors.RulesError` for wrong rules, :class:`~publicity_check.errors.ConfigError` for a
    wrong configuration and :class:`~publicity_check.errors.ReadError` for a folder without publications.
    """
    path = Path(config) if config is not None else None
    declared = Config(project=tuple(projects)) if path is None else read_config(path)
    run = Run(
        options=Options(config=declared, config_name=str(path or ""), rules=tuple(rules), funded=funded, today=today),
        rules_folders=tuple(rules_folders),
        root=path.parent if path else Path(),
        strict=strict or declared.strict,
    )
    if isinstance(source, bytes):
        return run.report([run.check_bytes(source, _named(name))])
    paths = [source] if isinstance(source, str | Path) else list(source)
    return run.check_paths([Path(p) for p in paths])


def _named(name: str | None) -> str:
    if not name:
        raise TypeError("bytes need a name whose ending tells the format, such as name='draft.docx'")
    return name
