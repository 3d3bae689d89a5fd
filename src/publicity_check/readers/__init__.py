"""Readers: bytes of one format in, a :class:`~publicity_check.publication.Publication` out.

The format is chosen by the ending of the name and checked against the content. A further format is one
module with a function ``read(data, name)`` and one line in the registry below.
"""

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath

import msgspec

from publicity_check.errors import ReadError
from publicity_check.publication import Publication
from publicity_check.readers.formats import (
    HTML_SUFFIXES,
    TEXT_SUFFIXES,
    WORD_SUFFIXES,
    check_text,
    check_word,
    refuse_suffix,
)


class _Reader(msgspec.Struct, frozen=True):
    """How a format is read: its endings, the check of the content, and the module, imported when needed."""

    suffixes: tuple[str, ...]
    check: Callable[[bytes, str], None]
    module: str
    max_bytes: int


_READERS = (
    _Reader(HTML_SUFFIXES, check_text, "publicity_check.readers.html.read", 20_000_000),
    _Reader(WORD_SUFFIXES, check_word, "publicity_check.readers.docx.read", 100_000_000),
    _Reader(TEXT_SUFFIXES, check_text, "publicity_check.readers.plain", 20_000_000),
)
_BY_SUFFIX = {suffix: reader for reader in _READERS for suffix in reader.suffixes}

SUFFIXES = frozenset(_BY_SUFFIX)
"""The endings of the files that can be read, in lower case with their dot."""


def read_bytes(data: bytes, name: str, *, furniture: Sequence[str] = ()) -> Publication:
    """Read a publication from its bytes; the ending of ``name`` tells the format.

    ``furniture`` are CSS selectors of what stands on every page of a site; only HTML has such.

    Raises :class:`ReadError` where it is empty, damaged, protected, too large or of another format.
    """
    reader = _reader_for(name)
    if len(data) > reader.max_bytes:
        raise _too_large(name, len(data), reader)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise ReadError(f"{name} is empty: there is nothing to check.")
    reader.check(data, name)
    more = {"furniture": furniture} if furniture and reader.suffixes is HTML_SUFFIXES else {}
    publication: Publication = importlib.import_module(reader.module).read(data, name, **more)
    return publication


def read_file(path: Path, *, furniture: Sequence[str] = ()) -> Publication:
    """Read a publication from a file; its path becomes the publication's name. For ``furniture`` see above.

    Raises :class:`ReadError` where there is no such file or it cannot be read.
    """
    return read_bytes(bytes_of(path), str(path), furniture=furniture)


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file that is of a kind and size that can be read.

    Raises :class:`ReadError` where there is no such file or it cannot be read.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise ReadError(f"{name} is a folder: name the files in it.")
        size = path.stat().st_size
        if not path.is_file():
            raise ReadError(f"{name} is no ordinary file: name a file that holds a publication.")
        reader = _reader_for(name)
        if size > reader.max_bytes:
            raise _too_large(name, size, reader)
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{name} does not exist: look for a slip in the name.") from None
    except PermissionError:
        raise ReadError(f"{name} may not be read: you have no permission for it.") from None
    except OSError as error:
        raise ReadError(f"{name} cannot be read: {error.strerror or error}.") from None


def _reader_for(name: str) -> _Reader:
    suffix = PurePath(name).suffix.lower()
    if suffix not in _BY_SUFFIX:
        raise refuse_suffix(suffix, name)
    return _BY_SUFFIX[suffix]


def _too_large(name: str, size: int, reader: _Reader) -> ReadError:
    limit = reader.max_bytes // 1_000_000
    return ReadError(
        f"{name} is {size / 1_000_000:.0f} MB large; up to {limit} MB are read: "
        "take out what is embedded in it (pictures, fonts), or split it."
    )
