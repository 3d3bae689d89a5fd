"""What can be read: a row for each format. A further format is one module with ``read(data, name)`` and one row."""

from collections.abc import Callable
from pathlib import PurePath

import msgspec

from publicity_check.publication import EVERYTHING, Sight
from publicity_check.readers.formats import check_text, check_word, page_aside, refused, text_aside


def _anything(_data: bytes, _name: str) -> None:
    """Accept every content: the module that reads the format looks for itself."""


def _nothing(_data: bytes) -> str:
    """Take every content for a publication."""
    return ""


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """How a format is read and what of it is seen.

    ``format`` is its name in reports, ``title`` in sentences. ``module`` is imported when such a file is read.
    ``sees`` is what the module finds, ``lacks`` what the format itself has none of; what is in neither may be there
    unseen, and nothing is called missing for it. ``selectors`` says whether CSS selectors mean something in it,
    ``nearby`` whether files beside it bear on it.
    ``check`` raises :class:`ReadError` where the content is not what the ending says; ``aside`` returns the code of the
    reason why a file that can be read is no publication, "" if it is one.
    """

    format: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    module: str
    sees: frozenset[Sight]
    lacks: frozenset[Sight] = frozenset()
    selectors: bool = False
    nearby: bool = False
    check: Callable[[bytes, str], None] = _anything
    aside: Callable[[bytes], str] = _nothing
    max_bytes: int = 20_000_000


READERS = (
    Reader(
        format="html",
        title="HTML",
        suffixes=(".html", ".htm", ".xhtml", ".xhtm", ".xht", ".shtml", ".shtm"),
        media_type="text/html",
        module="publicity_check.readers.html.read",
        sees=EVERYTHING,
        selectors=True,
        nearby=True,
        check=check_text,
        aside=page_aside,
    ),
    Reader(
        format="docx",
        title="Word",
        suffixes=(".docx", ".docm", ".dotx"),
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        module="publicity_check.readers.docx.read",
        sees=EVERYTHING,
        check=check_word,
        max_bytes=100_000_000,
    ),
    Reader(
        format="text",
        title="plain text",
        suffixes=(".txt",),
        media_type="text/plain",
        module="publicity_check.readers.plain",
        sees=frozenset({"text", "links"}),
        lacks=frozenset({"pictures", "hidden"}),
        check=check_text,
        aside=text_aside,
    ),
)

_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}

SUFFIXES = tuple(_BY_SUFFIX)
"""The endings of the files that can be read, in lower case with their dot."""


def reader_of(name: str) -> Reader:
    """Return how a file of that name is read; raises :class:`ReadError` where its ending is of no kind that is."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in _BY_SUFFIX:
        *most, last = (f"{reader.title} ({', '.join(reader.suffixes)})" for reader in READERS)
        raise refused(suffix, name, f"{', '.join(most)} and {last} are read.")
    return _BY_SUFFIX[suffix]


def media_type(format_: str) -> str:
    """Return the media type of a format by its name in reports; "" if it is none of those that are read."""
    return next((reader.media_type for reader in READERS if reader.format == format_), "")
