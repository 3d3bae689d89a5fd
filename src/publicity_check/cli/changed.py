"""What git says has changed, for ``--changed-since``."""

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import click


def changed_files(files: Iterable[Path], revision: str) -> list[Path]:
    """Return those of the files that differ from a revision of the repository they are in, new ones included.

    Raises :class:`click.UsageError` where git is missing, there is no repository, or no such revision.
    """
    found: list[Path] = []
    known: dict[Path, set[Path]] = {}
    for file in files:
        folder = file.resolve().parent
        if folder not in known:
            known[folder] = _changed_below(folder, revision)
        if file.resolve() in known[folder]:
            found.append(file)
    return found


def _changed_below(folder: Path, revision: str) -> set[Path]:
    if revision.startswith("-"):
        raise click.UsageError(f"--changed-since: {revision} is no revision")
    top = Path(_git(folder, ["rev-parse", "--show-toplevel"]))
    names = _git(folder, ["diff", "--name-only", "-z", "--diff-filter=d", revision, "--"]).split("\0")
    names += _git(top, ["ls-files", "--others", "--exclude-standard", "-z"]).split("\0")
    return {(top / name).resolve() for name in names if name}


def _git(folder: Path, arguments: Sequence[str]) -> str:
    git = shutil.which("git")
    if git is None:
        raise click.UsageError("--changed-since needs git, which is not installed")
    done = subprocess.run([git, "-C", str(folder), *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "git failed"
        raise click.UsageError(f"--changed-since: {reason}")
    return done.stdout.rstrip("\n")
