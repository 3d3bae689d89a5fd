"""The options that several sub-commands share: what to judge by, and which configuration applies."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click
from msgspec.structs import replace

from publicity_check.config.load import find_config, read_config
from publicity_check.config.model import Config, RegisterFile
from publicity_check.paths import place_of
from publicity_check.rulebook.common import MEDIA

if TYPE_CHECKING:
    from publicity_check.run import Run

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--rules", multiple=True, metavar="PACK", help="Judge by this rule pack instead of choosing one."),
    click.option(
        "--rules-folder",
        "folders",
        multiple=True,
        type=click.Path(path_type=Path),
        help="A folder with rule packs of your own.",
    ),
    click.option(
        "--medium", type=click.Choice(MEDIA), help="Judge as this kind of publication instead of telling it by format."
    ),
    click.option("--funded", is_flag=True, help="Hold publications to the rules even without a sign of EU funding."),
    click.option(
        "--register",
        "registers",
        multiple=True,
        metavar="FILE",
        help="Hold publications against this list of operations (CSV, XLSX); may be repeated.",
    ),
    click.option("--config", "config_file", type=click.Path(path_type=Path), help="Use this configuration file."),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
    click.option("--include", multiple=True, metavar="PATTERN", help="Of folders, check only files like this."),
    click.option(
        "--exclude", multiple=True, metavar="PATTERN", help="Leave files like this out, as a .gitignore does."
    ),
    click.option("--no-gitignore", is_flag=True, help="Look at files in folders even if git ignores them."),
    click.option("--today", metavar="YYYY-MM-DD", help="The day on which acceptances expire (by default today)."),
    click.option("--jobs", "-j", type=click.IntRange(min=1), help="How many processes to use (by default one a core)."),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0),
        default=30.0,
        metavar="SECONDS",
        help="Give up on a publication that takes more computing than this (30); 0 for no limit.",
    ),
)


def choosing(command: _Command) -> _Command:
    """Give a sub-command the options about what to judge by."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Part(NamedTuple):
    """Paths to which one configuration applies, and the run that it asks for.

    ``file`` is the configuration file; one that was ``found`` may have come with the publications, so that it writes
    nothing outside its own folder.
    """

    run: "Run"
    config: Config
    paths: tuple[Path, ...]
    file: Path | None
    found: bool

    @property
    def within(self) -> Path | None:
        """The folder outside which nothing may be written that the configuration names."""
        return self.file.parent if self.file and self.found else None


def configured(paths: Sequence[str], choice: Mapping[str, Any]) -> list[Part]:
    """Return the runs that options and configurations ask for, one for each configuration, as the paths come."""
    if "-" in paths and len(paths) > 1:
        raise click.UsageError("- (standard input) stands alone: check files and folders by a command of their own")
    by_config: dict[Path | None, list[Path]] = {}
    for path in paths:
        found = config_path(path, choice.get("config_file"), isolated=bool(choice.get("isolated")))
        by_config.setdefault(found, []).append(Path(path))
    return [_part(file, tuple(inside), choice) for file, inside in by_config.items()]


def _part(path: Path | None, paths: tuple[Path, ...], choice: Mapping[str, Any]) -> Part:
    from publicity_check.judging.evaluate import Options
    from publicity_check.processes import usable_cores
    from publicity_check.run import Run

    declared = read_config(path) if path else Config()
    config = replace(
        declared,
        include=(*declared.include, *choice.get("include", ())),
        exclude=(*declared.exclude, *choice.get("exclude", ())),
        gitignore=declared.gitignore and not choice.get("no_gitignore"),
        register=_registers(declared.register, choice.get("registers", ()), path.parent if path else Path()),
    )
    options = Options(
        config=config,
        config_name=_shown(path) if path else "",
        rules=tuple(choice["rules"]) or config.rules,
        funded=bool(choice["funded"]),
        medium=choice.get("medium"),
        today=_day(choice.get("today")),
    )
    run = Run(
        options=options,
        rules_folders=tuple(choice["folders"]),
        root=path.parent if path else Path(),
        folders=tuple(filter(Path.is_dir, paths)),
        strict=bool(choice.get("strict")) or config.strict,
        jobs=choice.get("jobs") or usable_cores(),
        timeout=choice["timeout"],
    )
    return Part(run, config, paths, path, found=not choice.get("config_file"))


def _registers(declared: tuple[RegisterFile, ...], given: Sequence[str], root: Path) -> tuple[RegisterFile, ...]:
    """Return the registers of a configuration and those given beside it, whose paths are seen from where one is."""
    known = {(root / register.file).resolve() for register in declared}
    more = [Path(file) for file in dict.fromkeys(given) if Path(file).resolve() not in known]
    return (*declared, *(RegisterFile(file=place_of(file, root)) for file in more))


def _shown(path: Path) -> str:
    """Return a file as one names it in the present folder, if it is in it."""
    place = place_of(path, Path())
    return str(path) if place.startswith("..") else place


def config_path(path: str, given: Path | None, *, isolated: bool) -> Path | None:
    """Return the configuration file that applies to a path: the one given, else the nearest above the path."""
    if given is not None and isolated:
        raise click.UsageError("--config and --isolated exclude each other; give one of them")
    if given is not None or isolated:
        return given
    return find_config(Path(path) if path != "-" else Path())


def _day(given: str | None) -> date:
    if not given:
        return date.today()
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise click.UsageError(f"--today: {given} is no date; write it as 2026-11-30") from error
