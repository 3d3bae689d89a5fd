"""Remembers what was decided about a file, so that an unchanged site costs reading and hashing alone.

A verdict depends on the file's bytes and path, the rules, the configuration, the options, the day and this library
itself: all of them are in its key. The files beside it that bear on it are named in the report, and looked at anew
before it is believed. The store is an SQLite file in the user's cache folder, safe for several runs
at a time; what cannot be read in it is decided anew.
"""

import hashlib
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
from msgspec.structs import asdict

from publicity_check._version import __version__
from publicity_check.facts.model import Facts
from publicity_check.judging.evaluate import packed, unpacked
from publicity_check.publication import Locate, Open, nothing, nowhere
from publicity_check.results import PublicationReport
from publicity_check.rulebook.compiled import cache_folder

_SCHEMA = "CREATE TABLE IF NOT EXISTS verdicts (key BLOB PRIMARY KEY, report BLOB NOT NULL) WITHOUT ROWID"
SECONDS = 2.0
"""So long a run waits, once, for a store that another one has locked."""
MAX_BYTES = 256_000_000
"""A store larger than this is emptied at the end of a run."""


def default_folder() -> Path:
    """Return the user's cache folder for this program, as the platform has it."""
    return cache_folder()


class Cache:
    """Verdicts of earlier runs, by key. Every trouble with the store only means that there is no verdict.

    What is kept are data (MessagePack), checked when they are read: nothing in a store can make a program run.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "verdicts.sqlite"
        self._store: sqlite3.Connection | None = None
        self._given_up = False

    def __reduce__(self) -> tuple[type["Cache"], tuple[Path]]:
        return Cache, (self._path.parent,)

    def find(self, key: bytes) -> PublicationReport | None:
        """Return the verdict that is known for a key, or ``None``."""
        if self._given_up or not self._path.exists():
            return None
        try:
            if self._store is None:
                self._store = self._open()
            row = self._store.execute("SELECT report FROM verdicts WHERE key = ?", (key,)).fetchone()
        except (OSError, sqlite3.Error):
            self._given_up = True
            return None
        try:
            return None if row is None else unpacked(decoded(row[0]))
        except Exception:  # whatever is wrong with a verdict, its file is decided about anew
            return None

    def keep(self, verdicts: Mapping[bytes, PublicationReport]) -> None:
        """Add verdicts; a store that has grown too large is emptied first."""
        if self._given_up or not verdicts:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as store, store:
                if self._path.stat().st_size > MAX_BYTES:
                    store.execute("DELETE FROM verdicts")
                rows = [(key, encoded(packed(report))) for key, report in verdicts.items()]
                store.executemany("INSERT OR REPLACE INTO verdicts VALUES (?, ?)", rows)
        except (OSError, sqlite3.Error):
            self._given_up = True

    def _open(self) -> sqlite3.Connection:
        store = sqlite3.connect(self._path, timeout=SECONDS)
        store.execute(_SCHEMA)
        return store


_ENDS = tuple[tuple[int, ...], ...]
_StoredFacts = msgspec.defstruct(
    "_StoredFacts",
    list(
        {
            **get_type_hints(Facts),
            "sentence_ends": _ENDS,
            "undescribed": tuple[int, ...],
            "signs": tuple[int, ...],
        }.items()
    ),
    frozen=True,
)
_Stored = msgspec.defstruct(
    "_Stored", list({**get_type_hints(PublicationReport), "facts": _StoredFacts | None}.items()), frozen=True
)
"""What is kept of a report: all of it. Facts are not looked for later, and places not at all."""


def encoded(report: PublicationReport) -> bytes:
    """Return a report as bytes; where its publication finds its places is not kept."""
    facts = report.facts and _StoredFacts(**{kind: getattr(report.facts, kind) for kind in Facts.__annotations__})
    return _encoder.encode(_Stored(**{**asdict(report), "facts": facts}))


def decoded(data: bytes) -> PublicationReport:
    """Return the report that bytes hold; raises :class:`ValueError` where they hold none."""
    stored = asdict(_decoder().decode(data))
    facts = stored["facts"]
    return PublicationReport(**{**stored, "facts": facts and Facts(**asdict(facts))})


def _written(value: object) -> object:
    """Write what MessagePack has no form for."""
    if isinstance(value, Mapping):
        return dict(value)
    if callable(value):
        return None
    raise NotImplementedError(type(value).__name__)


def _nowhere(type_: object, _value: object) -> Locate | Open:
    return nowhere if type_ == Locate else nothing


_encoder = msgspec.msgpack.Encoder(enc_hook=_written)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(_Stored, dec_hook=_nowhere)


def program(folder: Path = Path(__file__).parent) -> str:
    """Return what tells this library from another version of it, and from a copy that somebody is at work on."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(folder.rglob("*.py")):
        digest.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def key_of(data: bytes, place: str, context: bytes) -> bytes:
    """Return the key of a file's verdict: its bytes, its place, and everything else that decides (``context``)."""
    digest = hashlib.sha256(data)
    digest.update(b"\0" + place.encode(errors="surrogateescape") + b"\0" + context)
    return digest.digest()
