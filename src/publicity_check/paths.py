"""The place of a file: where it is, seen from the folder that a configuration speaks of."""

import os
from pathlib import Path


def place_of(path: str | Path, root: Path) -> str:
    """Return where a file is, seen from a folder, with forward slashes ("site/projekti/open-up/index.html").

    An address on the web, and a file on another drive than the folder, is returned as it is.
    """
    if "://" in str(path):
        return str(path)
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:
        return Path(path).as_posix()
