"""Readers: bytes of one format in, a :class:`~publicity_check.publication.Publication` out.

The format is chosen by the ending of the name and checked against the content; :mod:`.registry` lists them.
"""

import importlib
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from publicity_check.errors import ReadError
from publicity_check.publication import Publication
from publicity_check.readers.nearby import Nearby
from publicity_check.readers.registry import Reader, reader_of

_ADDRESSES = ("http:/", "https:/")
"""How the names begin that are addresses on the web, as paths write them."""


def read_bytes(data: bytes, name: str, *, furniture: Sequence[str] = (), nearby: Nearby | None = None) -> Publication:
    """Read a publication from its bytes; the ending of ``name`` tells the format.

    ``furniture`` are CSS selectors of what stands on every page of a site, for formats that have such. ``nearby`` opens
    the files that stand beside it; without it, bytes stand alone.

    Raises :class:`ReadError` where it is empty, damaged, protected, too large or of another format.
    """
    reader = reader_of(name)
    if len(data) > reader.max_bytes:
        raise _too_large(name, len(data), reader)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise ReadError(f"{name} is empty: there is nothing to check.")
    reader.check(data, name)
    more: dict[str, object] = {"furniture": furniture} if furniture and reader.selectors else {}
    if nearby is not None and reader.nearby:
        more["nearby"] = nearby
    publication: Publication = importlib.import_module(reader.module).read(data, name, **more)
    return replace(publication, format=reader.format, seen=reader.sees, lacks=reader.lacks)


def read_file(path: Path, *, furniture: Sequence[str] = ()) -> Publication:
    """Read a publication from a file, with those beside it; its path becomes its name. For ``furniture`` see above.

    Raises :class:`ReadError` where there is no such file or it cannot be read.
    """
    return read_bytes(bytes_of(path), str(path), furniture=furniture, nearby=Nearby(path))


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
        reader = reader_of(name)
        if size > reader.max_bytes:
            raise _too_large(name, size, reader)
        return path.read_bytes()
    except FileNotFoundError:
        if name.lower().startswith(_ADDRESSES):
            advice = "save the page from the browser, and check the file"
            raise ReadError(f"{name}: pages are not fetched: {advice}.") from None
        raise ReadError(f"{name} does not exist: look for a slip in the name.") from None
    except PermissionError:
        raise ReadError(f"{name} may not be read: you have no permission for it.") from None
    except OSError as error:
        raise ReadError(f"{name} cannot be read: {error.strerror or error}.") from None


def _too_large(name: str, size: int, reader: Reader) -> ReadError:
    limit = reader.max_bytes // 1_000_000
    return ReadError(
        f"{name} is {size / 1_000_000:.0f} MB large; up to {limit} MB are read: "
        "take out what is embedded in it (pictures, fonts), or split it."
    )
