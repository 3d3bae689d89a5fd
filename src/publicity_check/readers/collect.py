"""Which files below a path are publications, which look like some and are not read, and what may not be looked into."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from publicity_check.readers.formats import LIKELY_SUFFIXES, looks_like_a_document
from publicity_check.readers.registry import SUFFIXES
from publicity_check.values.message import Value

_PASSED_OVER = frozenset({"node_modules", "__pycache__", ".git", ".hg", ".svn"})
"""Folders that hold no publications of the user's."""
_FOR_PROGRAMS = frozenset(
    {"robots.txt", "llms.txt", "llms-full.txt", "humans.txt", "security.txt", "ads.txt", "app-ads.txt"}
)
"""Texts of a site that are written for programs."""
_BLANK = b"\0 \t\r\n\xef\xbb\xbf"
_FEW_BYTES = 512
"""A file with more bytes is not looked into to see whether it is empty."""
_MOST_PLACES = 100_000
"""After so many files it is no longer looked for what a declaration may mean."""
_OWNER_FILE = "~$"
"""How names of the files begin in which Word notes who has a document open."""


class Skipped(msgspec.Struct, frozen=True, gc=False):
    """A file or folder that was found and not looked at; ``code`` and ``values`` make the message that says why."""

    path: str
    code: str
    values: Mapping[str, Value] = {}


class Found(msgspec.Struct, frozen=True):
    """What is below a path: publications, what is not read, and folders that cannot be read, each with the reason."""

    files: list[Path]
    skipped: list[Skipped]
    unread: list[tuple[Path, str]]


def publications_in(path: Path) -> Found:
    """Return what is at a path: the file itself, or all in a folder and its sub-folders, sorted by name.

    A file is returned whatever its ending: reading it says what is wrong with it. Links to folders are not followed.
    """
    found = Found([], [], [])
    if not path.is_dir():
        found.files.append(path)
        return found

    def refused(error: OSError) -> None:
        found.unread.append((Path(error.filename), _reason(error)))

    for folder, folders, files in os.walk(path, onerror=refused):
        found.skipped.extend(_passed_over(Path(folder), folders))
        for name in files:
            _sort_in(Path(folder, name), found)
    return Found(sorted(found.files), sorted(found.skipped, key=lambda s: s.path), sorted(found.unread))


def places_below(folder: Path) -> Iterator[str]:
    """Yield where files are below a folder, seen from it, up to a number; of folders that are passed over, one each."""
    left = _MOST_PLACES
    for inside, folders, files in os.walk(folder):
        place = Path(os.path.relpath(inside, folder))
        yield from ((place / name / "file").as_posix() for name in folders if name in _PASSED_OVER)
        folders[:] = [name for name in folders if name not in _PASSED_OVER]
        yield from ((place / name).as_posix() for name in files)
        left -= len(files) + 1
        if left < 0:
            return


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"{error.filename} may not be read: you have no permission for this folder."
    return f"{error.filename} cannot be read: {error.strerror or error}."


def _passed_over(parent: Path, folders: list[str]) -> Iterator[Skipped]:
    """Leave in the list the folders to look into, and yield those of the others that may hold publications."""
    kept = []
    for name in sorted(folders):
        folder = parent / name
        if name in _PASSED_OVER:
            continue
        if folder.is_symlink():
            yield Skipped(str(folder), "skipped-link")
        elif name.startswith("."):
            if _holds_publications(folder):
                yield Skipped(str(folder), "skipped-hidden")
        else:
            kept.append(name)
    folders[:] = kept


def _holds_publications(folder: Path) -> bool:
    for _, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in _PASSED_OVER]
        if any(Path(name).suffix.lower() in SUFFIXES for name in files):
            return True
    return False


def _sort_in(file: Path, found: Found) -> None:
    name, suffix = file.name, file.suffix.lower()
    if name.startswith(_OWNER_FILE):
        return
    if suffix in SUFFIXES:
        code = _why_not(file)
        if code:
            found.skipped.append(Skipped(str(file), code))
        else:
            found.files.append(file)
    elif suffix in LIKELY_SUFFIXES and not name.startswith("."):
        found.skipped.append(Skipped(str(file), "skipped-format", {"suffix": suffix}))
    elif not suffix and not name.startswith(".") and looks_like_a_document(_start(file)):
        found.skipped.append(Skipped(str(file), "skipped-no-ending"))


def _why_not(file: Path) -> str:
    """Return the code of the reason why a file with the ending of a publication is none, "" if it may be one."""
    if file.name.startswith("."):
        return "skipped-hidden"
    if file.name.lower() in _FOR_PROGRAMS:
        return "skipped-data"
    try:
        status = file.stat()
    except OSError:
        return ""
    ordinary = file.is_file()
    return "skipped-empty" if ordinary and status.st_size < _FEW_BYTES and _is_blank(file) else ""


def _is_blank(file: Path) -> bool:
    try:
        return not file.read_bytes().strip(_BLANK)
    except OSError:
        return False


def _start(file: Path) -> bytes:
    try:
        if not file.is_file():
            return b""
        with file.open("rb") as stream:
            return stream.read(1024)
    except OSError:
        return b""
