"""Which files below a path are publications."""

import os
from pathlib import Path

from publicity_check.errors import ReadError
from publicity_check.readers.registry import SUFFIXES

_SKIPPED = frozenset({"node_modules", "__pycache__"})
"""Folders that hold no publications of the user's; folders whose name begins with a dot are skipped too."""


def publications_in(path: Path) -> list[Path]:
    """Return the publications at a path: the file itself, or all in a folder and its sub-folders, sorted by name.

    A file is returned whatever its ending: reading it says what is wrong with it. Raises
    :class:`~publicity_check.errors.ReadError` for a folder without publications.
    """
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(f for f in folders if f not in _SKIPPED and not f.startswith("."))
        found.extend(
            Path(folder, f) for f in files if Path(f).suffix.lower() in SUFFIXES and not f.startswith((".", "~$"))
        )
    if not found:
        endings = ", ".join(sorted(SUFFIXES))
        raise ReadError(f"{path}: this folder holds no publications ({endings})")
    return sorted(found)
