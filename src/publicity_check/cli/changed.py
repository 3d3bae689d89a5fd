"""What git says has changed, for ``--changed-since``."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import click


def changed_files(files: Iterable[Path], revision: str) -> list[Path]:
    """Return those of the files that differ from a revision of the repository they are in, new ones included.

    Git is asked once for each repository. Raises :class:`click.UsageError` where git is missing, there is no repository
    or no such revision, and for a file that git is told to ignore: nobody can say whether that one has changed.
    """
    if revision.startswith("-"):
        raise click.UsageError(f"--changed-since: {revision} is no revision")
    by_repository: dict[Path, dict[Path, Path]] = {}
    tops: dict[Path, Path] = {}
    for file in files:
        where = file.resolve()
        if where.parent not in tops:
            tops[where.parent] = _repository(where.parent)
        by_repository.setdefault(tops[where.parent], {})[where] = file
    found: set[Path] = set()
    for top, asked in by_repository.items():
        changed = _changed_in(top, revision)
        _refuse_ignored(top, [where for where in asked if where not in changed])
        found.update(asked[where] for where in asked.keys() & changed)
    return sorted(found)


def _repository(folder: Path) -> Path:
    """Return the top folder of the repository that a folder is in; the folder itself if there is none."""
    return next((top for top in (folder, *folder.parents) if (top / ".git").exists()), folder)


def _changed_in(top: Path, revision: str) -> set[Path]:
    top = Path(_git(top, ["rev-parse", "--show-toplevel"]))
    names = _git(top, ["diff", "--name-only", "--no-relative", "-z", "--diff-filter=d", revision, "--"]).split("\0")
    names += _git(top, ["ls-files", "--others", "--exclude-standard", "-z"]).split("\0")
    return {(top / name).resolve() for name in names if name}


def _refuse_ignored(top: Path, files: Iterable[Path]) -> None:
    asked = "".join(f"{file}\0" for file in files)
    ignored = _git(top, ["check-ignore", "-z", "--stdin"], given=asked, fine=(0, 1)).split("\0")[0] if asked else ""
    if ignored:
        raise click.UsageError(
            f"--changed-since: {ignored} is ignored by git, which cannot say whether it has changed; "
            "check it without --changed-since, or exclude it in the configuration"
        )


def _git(folder: Path, arguments: Sequence[str], *, given: str = "", fine: Sequence[int] = (0,)) -> str:
    git = shutil.which("git")
    if git is None:
        raise click.UsageError("--changed-since needs git, which is not installed")
    done = subprocess.run(  # noqa: S603
        [git, "-C", str(folder), *arguments], input=os.fsencode(given), capture_output=True, check=False
    )
    if done.returncode not in fine:
        told = done.stderr.decode(errors="replace").strip().splitlines()
        raise click.UsageError(f"--changed-since: {told[-1] if told else 'git failed'}")
    return os.fsdecode(done.stdout).rstrip("\n")
