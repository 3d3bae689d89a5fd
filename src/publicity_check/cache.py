"""Remembers what was decided about a file, so that an unchanged site costs reading and hashing alone.

A verdict depends on the file's bytes and path, the rules, the configuration, the options, the day and this library
itself: all of them are in its key. The store is an SQLite file in the user's cache folder, safe for several runs
at a time; what cannot be read in it is decided anew.
"""

import hashlib
import pickle
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from publicity_check._version import __version__
from publicity_check.judging.evaluate import packed, unpacked
from publicity_check.results import PublicationReport
from publicity_check.rulebook.compiled import cache_folder

_SCHEMA = "CREATE TABLE IF NOT EXISTS verdicts (key BLOB PRIMARY KEY, report BLOB NOT NULL) WITHOUT ROWID"
MAX_BYTES = 256_000_000
"""A store larger than this is emptied at the end of a run."""


def default_folder() -> Path:
    """Return the user's cache folder for this program, as the platform has it."""
    return cache_folder()


class Cache:
    """Verdicts of earlier runs, by key. Every trouble with the store only means that there is no verdict."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "verdicts.sqlite"
        self._store: sqlite3.Connection | None = None

    def __reduce__(self) -> tuple[type["Cache"], tuple[Path]]:
        return Cache, (self._path.parent,)

    def find(self, key: bytes) -> PublicationReport | None:
        """Return the verdict that is known for a key, or ``None``."""
        if not self._path.exists():
            return None
        try:
            if self._store is None:
                self._store = self._open()
            row = self._store.execute("SELECT report FROM verdicts WHERE key = ?", (key,)).fetchone()
            report = None if row is None else unpacked(pickle.loads(row[0]))  # noqa: S301  the user's own cache folder
        except (OSError, sqlite3.Error, pickle.UnpicklingError, EOFError, AttributeError, TypeError, ImportError):
            return None
        return report if isinstance(report, PublicationReport) else None

    def keep(self, verdicts: Mapping[bytes, PublicationReport]) -> None:
        """Add verdicts; a store that has grown too large is emptied first."""
        if not verdicts:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as store, store:
                if self._path.stat().st_size > MAX_BYTES:
                    store.execute("DELETE FROM verdicts")
                rows = [
                    (key, pickle.dumps(packed(report), pickle.HIGHEST_PROTOCOL)) for key, report in verdicts.items()
                ]
                store.executemany("INSERT OR REPLACE INTO verdicts VALUES (?, ?)", rows)
        except (OSError, sqlite3.Error):
            return

    def _open(self) -> sqlite3.Connection:
        store = sqlite3.connect(self._path, timeout=10)
        store.execute(_SCHEMA)
        return store


def program(folder: Path = Path(__file__).parent) -> str:
    """Return what tells this library from another version of it, and from a copy that somebody is at work on."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(folder.rglob("*.py")):
        state = path.stat()
        digest.update(f"{path.relative_to(folder)}\0{state.st_size}\0{state.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def key_of(data: bytes, place: str, context: bytes) -> bytes:
    """Return the key of a file's verdict: its bytes, its place, and everything else that decides (``context``)."""
    digest = hashlib.sha256(data)
    digest.update(b"\0" + place.encode(errors="surrogateescape") + b"\0" + context)
    return digest.digest()
