"""The rules in one file that loads fast: TOML takes twenty times as long to read.

A wheel carries this file alone. Where the rules themselves are at hand, as in an editable installation, it is kept in
the user's cache folder, and used only if it was made of the very files that are there now, so that a change of the
rules is never overlooked.

This module uses the standard library alone: the build of a wheel runs it on its own.
"""

import errno
import hashlib
import os
import sys
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

FOLDERS = ("wordings", "packs", "numbers", "registers", "languages")
"""Folders of a rulebook, in the order in which they are read."""

LANGUAGES = "languages"
"""The folder that holds a folder for each language, with a few files in each; the others hold files only."""

SINGLE = ("acts", "currencies", "evidence", "institutions", "media", "version")
"""Files that stand in a folder of rules itself: ``acts.toml``, ``currencies.toml``, ``evidence.toml``,
``institutions.toml``, ``media.toml``, ``version.toml``."""

COMPILED = "compiled.json"
"""Name of the file in a folder of rules."""

RuleFile = tuple[Path, str, bytes]
"""A file of rules, the folder it belongs to, and what it holds."""


def read_files(folder: Path) -> Iterator[RuleFile]:
    """Yield the files of a folder of rules; TOML files directly in it are packs, but for those of :data:`SINGLE`."""
    for kind in SINGLE:
        yield from _toml_in(folder, kind, {kind})
    for kind in FOLDERS:
        yield from _toml_in(folder / kind, kind)
    for code in _folders_in(folder / LANGUAGES):
        yield from _toml_in(folder / LANGUAGES / code, LANGUAGES)
    yield from _toml_in(folder, "packs", without=SINGLE)


def _toml_in(
    folder: Path, kind: str, only: Container[str] | None = None, without: Container[str] = ()
) -> Iterator[RuleFile]:
    for name in sorted(entry.name for entry in os.scandir(folder)) if folder.is_dir() else ():
        stem = name.removesuffix(".toml")
        if stem != name and stem not in without and (only is None or stem in only):
            path = folder / name
            if not path.is_file():
                raise OSError(errno.EINVAL, "is no ordinary file", str(path))
            with path.open("rb", buffering=0) as file:
                yield path, kind, file.read()


def _folders_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in os.scandir(folder) if entry.is_dir()) if folder.is_dir() else []


def digest(files: Sequence[RuleFile]) -> str:
    """Return the SHA-256 of the files' names and contents, in the order in which they are read."""
    found = hashlib.sha256()
    for path, kind, raw in files:
        name = f"{path.parent.name}/{path.name}" if kind == LANGUAGES else path.name
        found.update(name.encode() + b"\0" + raw + b"\0")
    return found.hexdigest()


def compile_files(files: Sequence[RuleFile]) -> bytes:
    """Return the rules as JSON: the digest of their files, and what each folder holds by file name.

    A language is an object of its files.
    """
    import json
    import tomllib

    found: dict[str, dict[str, object]] = {kind: {} for kind in FOLDERS}
    single: dict[str, object] = {}
    languages: dict[str, dict[str, object]] = {}
    for path, kind, raw in files:
        if kind in SINGLE:
            single[kind] = tomllib.loads(raw.decode())
            continue
        folder = languages.setdefault(path.parent.name, {}) if kind == LANGUAGES else found[kind]
        folder[path.stem] = tomllib.loads(raw.decode())
    return json.dumps(
        {"sha256": digest(files), **single, **found, LANGUAGES: languages}, ensure_ascii=False, separators=(",", ":")
    ).encode()


def stored(sha256: str) -> bytes | None:
    """Return the compiled form that the cache holds of the files with this digest, ``None`` where it holds none."""
    try:
        raw = _cached(sha256).read_bytes()
    except OSError:
        return None
    return raw if raw.startswith(b'{"sha256":"' + sha256.encode() + b'"') else None


def shipped(folder: Path) -> bytes | None:
    """Return the compiled form in a folder that holds nothing else, as an installed library has it."""
    try:
        return None if (folder / FOLDERS[0]).is_dir() else (folder / COMPILED).read_bytes()
    except OSError:
        return None


def store(sha256: str, raw: bytes) -> None:
    """Keep a compiled form in the user's cache folder, in place of older ones; trouble there is of no matter."""
    import tempfile

    path = _cached(sha256)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        older = [p for p in path.parent.glob("rules-*.json") if p != path]
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            part.write(raw)
        Path(part.name).replace(path)
        for gone in older:
            gone.unlink(missing_ok=True)
    except OSError:
        return


def _cached(sha256: str) -> Path:
    return cache_folder() / f"rules-{sha256[:24]}.json"


def cache_folder() -> Path:
    """Return the user's cache folder for this program, as the platform has it."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home())
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "publicity-check"
