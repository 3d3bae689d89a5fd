"""The two names of a file: as it is shown, and its place, by which configuration, baseline and cache speak of it."""

import os
from functools import lru_cache
from pathlib import Path

from publicity_check.text.clean import clean


def place_of(path: str | Path, root: Path) -> str:
    """Return where a file is, seen from a folder, with forward slashes ("site/projekti/open-up/index.html").

    An address on the web, and a file on another drive than the folder, is returned as it is. A folder that is reached
    by a link is the folder that the link leads to.
    """
    if "://" in str(path):
        return str(path)
    try:
        place = Path(os.path.relpath(path, root)).as_posix()
        if place.startswith("../"):
            file = Path(path).absolute()
            place = Path(os.path.relpath(_real(file.parent) / file.name, _real(root.absolute()))).as_posix()
    except ValueError:
        return Path(path).as_posix()
    return place


@lru_cache(maxsize=1_000)
def _real(folder: Path) -> Path:
    """Return the folder that one given by its whole path leads to; many files are in one."""
    return folder.resolve()


def shown_path(path: str) -> str:
    """Return a file's name as it can be written everywhere: bytes that are no text are shown as question marks."""
    return clean(path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
