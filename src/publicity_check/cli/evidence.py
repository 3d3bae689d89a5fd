"""Keeps evidence of a run: gathers what was judged and what it was judged by, and writes the bag."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publicity_check._version import __version__
from publicity_check.cli.output import write_whole
from publicity_check.paths import place_of

if TYPE_CHECKING:
    from publicity_check.cli.options import Part
    from publicity_check.results import Report


def refuse(target: Path) -> None:
    """Refuse, before a run begins, a place at which no evidence can be kept."""
    if target.suffix == ".zip":
        if not target.parent.is_dir():
            raise click.UsageError(f"{target}: there is no folder {target.parent}; make the folder first")
    elif target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise click.UsageError(f"{target}: is there already; name a new folder, or a file that ends with .zip")


def keep(report: "Report", parts: Sequence["Part"], target: Path, root: Path, language: str) -> None:
    """Write the evidence of a run to a folder or ZIP file; publications are called as seen from ``root``."""
    from publicity_check.reports.bag import bag_of, relative, zipped
    from publicity_check.reports.options import ReportOptions

    names = {p.path: place_of(p.path, root) for p in report.publications}
    originals = {names[p.path]: _unchanged(Path(p.path), p.sha256) for p in report.publications if p.sha256}
    options = ReportOptions(language=language, tool_version=__version__)
    files = bag_of(relative(report, names), originals, _judged_by(parts), options)
    if target.suffix == ".zip":
        write_whole(target, zipped(files))
        return
    for name, data in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)


def _unchanged(path: Path, sha256: str) -> bytes:
    """Return a publication as it was judged."""
    import hashlib

    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise click.UsageError(f"{path}: was changed while it was checked; check again")
    return data


def _judged_by(parts: Sequence["Part"]) -> dict[str, bytes]:
    """Return rules, registers and configurations, by their names in the bag."""
    from publicity_check.rulebook.compiled import compile_files, read_files, shipped
    from publicity_check.rulebook.load import builtin_folder

    folder = builtin_folder()
    found = {"rules/rules.json": shipped(folder) or compile_files(tuple(read_files(folder)))}
    for number, part in enumerate(parts, 1):
        run = part.run
        own = [*run.rules_folders, *(run.root / f for f in part.config.rules_folders)]
        for place, rules in enumerate(own, 1):
            found |= {
                f"rules/own-{number}-{place}/{path.relative_to(rules).as_posix()}": raw
                for path, _, raw in read_files(rules)
            }
        for place, register in enumerate(part.config.register, 1):
            file = run.root / register.file
            found[f"registers/{number}-{place}-{file.name}"] = file.read_bytes()
        if part.file:
            found[f"configuration/{number}-{part.file.name}"] = part.file.read_bytes()
    return found
