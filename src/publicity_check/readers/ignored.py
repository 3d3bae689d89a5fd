"""What git ignores below a folder: copies, dependencies and drafts that a repository keeps out of itself.

A folder that is given by name is looked into even if git ignores it, since built sites mostly are; what
``.gitignore`` files inside it say holds all the same. Format: https://git-scm.com/docs/gitignore
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NAME = ".gitignore"


class Ignored:
    """Says of files below one folder whether git ignores them; outside of a repository none is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        top = next((f for f in (self._folder, *self._folder.parents) if (f / ".git").exists()), None)
        above = [f for f in (self._folder, *self._folder.parents) if top is not None and f.is_relative_to(top)][1:]
        named = any(_ignores(f, self._folder, "/") for f in above)
        self._known = top is not None
        self._above = () if named else tuple(above)

    def __call__(self, file: Path) -> bool:
        """Say whether git ignores a file below the folder."""
        if not self._known:
            return False
        path = file.resolve()
        inside = [f for f in path.parents if f.is_relative_to(self._folder)]
        return any(_ignores(f, path) for f in (*inside, *self._above))


def _ignores(folder: Path, path: Path, ending: str = "") -> bool:
    """Say whether the file in a folder speaks of a path below it; a folder's ``ending`` is a slash."""
    spec = _spec(folder)
    if spec is None:
        return False
    return spec.match_file(path.relative_to(folder).as_posix() + ending)


@lru_cache(maxsize=1_000)
def _spec(folder: Path) -> "GitIgnoreSpec | None":
    try:
        lines = (folder / _NAME).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)
