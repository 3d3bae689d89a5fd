"""The package around a Word document: a ZIP archive of parts and the relations between them.

Parts are unpacked one by one and only as far as the limits allow, whatever the archive says of their size. python-docx
would open the package too, but gives up on relations that lead nowhere, on Strict documents, ``.docm`` and ``.dotx``,
and unpacks every part whole, pictures included.
"""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import unquote

import msgspec
from lxml import etree

from publicity_check.errors import ReadError
from publicity_check.readers.docx.xml import Element, UnsafeXMLError, parse
from publicity_check.values.message import Message, Quote, Term

MAX_UNPACKED = 64 * 1024 * 1024
"""Bytes of text parts that are unpacked from one file; pictures are unpacked only when one is asked for."""
MAX_PICTURE = 20_000_000
"""Bytes; a larger picture is not unpacked."""
MAX_PARTS = 10_000
"""Entries in the archive. A book with a picture on every page has some hundreds."""

_ENTRY = b"PK\x01\x02"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(OverflowError, ValueError, NotImplementedError, RuntimeError),
)


class Relation(msgspec.Struct, frozen=True, gc=False):
    """Where a part points to: the last word of the relation's type, and a part's name or an outside address."""

    type: str
    target: str
    external: bool


class Package:
    """The parts of one file. ``unread`` collects what is broken but can be done without."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.unread: list[Message] = []
        self._left = MAX_UNPACKED
        self._relations: dict[str, Mapping[str, Relation]] = {}
        _refuse_other_formats(data, name)
        if data.count(_ENTRY) > MAX_PARTS:
            raise ReadError(
                f"{name} holds more than {MAX_PARTS:,} files inside, which no publication does. "
                "Copy the text into a new document and check that."
            )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise ReadError(
                f"{name} is damaged or cut off: it cannot be opened as a Word document. Open it in Word, which may "
                "repair it, save it again and check that copy."
            ) from error
        # OPC compares names without case, and some producers write backslashes.
        self._entries = {_key(info.filename): info for info in self._archive.infolist()}

    def has(self, part: str) -> bool:
        """Say whether the archive holds a part."""
        return _key(part) in self._entries

    def required(self, part: str) -> Element:
        """Return the root of a part without which nothing can be read; raise ReadError if that fails."""
        try:
            return parse(self._unpack(part))
        except (etree.XMLSyntaxError, *_BROKEN) as error:
            what = str(error) if isinstance(error, etree.XMLSyntaxError) else "it cannot be unpacked"
            raise ReadError(
                f"{self.name} is damaged: its part {part} is broken ({what}). Open it in Word, which may repair it, "
                "save it again and check that copy."
            ) from error
        except UnsafeXMLError as error:
            raise self._unsafe(part, error) from error

    def optional(self, part: str, what: Term) -> Element | None:
        """Return the root of a part, or ``None`` if it is missing or broken, which then is noted as unread.

        ``what`` names the part.
        """
        if not self.has(part):
            self.unread.append(Message("unread-part-missing", {"what": what, "part": Quote(part)}))
            return None
        try:
            return parse(self._unpack(part))
        except (etree.XMLSyntaxError, *_BROKEN):
            self.unread.append(Message("unread-part-broken", {"what": what, "part": Quote(part)}))
        except UnsafeXMLError as error:
            raise self._unsafe(part, error) from error
        return None

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return the relations of a part by their id; of the package itself for ``""``."""
        if part not in self._relations:
            folder, file = posixpath.split(part)
            source = posixpath.join(folder, "_rels", f"{file}.rels")
            found: dict[str, Relation] = {}
            root = self.optional(source, Term("word-part", "links")) if self.has(source) else None
            for element in () if root is None else root.iter(_RELATIONS):
                external = element.get("TargetMode") == "External"
                target = element.get("Target", "")
                found[element.get("Id", "")] = Relation(
                    type=element.get("Type", "").rpartition("/")[2],
                    target=target if external else _resolved(folder, target),
                    external=external,
                )
            self._relations[part] = MappingProxyType(found)
        return self._relations[part]

    def related(self, part: str, kind: str) -> str | None:
        """Return the first part that a part points to with a relation of this type, or ``None``."""
        for relation in self.relations(part).values():
            if relation.type == kind and not relation.external:
                return relation.target
        return None

    def picture(self, part: str) -> bytes | None:
        """Return the content of a part that is a picture; ``None`` where there is none that can be unpacked."""
        if not self.has(part):
            return None
        try:
            data = self._opened(part, MAX_PICTURE)
        except (ReadError, *_BROKEN):
            return None
        return data if len(data) <= MAX_PICTURE else None

    def _unpack(self, part: str) -> bytes:
        data = self._opened(part, self._left)
        if len(data) > self._left:
            raise ReadError(
                f"{self.name} unpacks to more than {MAX_UNPACKED // 1024 // 1024} MB of text, which no publication "
                "does. Copy the text into a new document and check that."
            )
        self._left -= len(data)
        return data

    def _opened(self, part: str, most: int) -> bytes:
        """Return the content of a part; of one with more bytes than ``most``, one byte more than that."""
        info = self._entries[_key(part)]
        if info.flag_bits & 1:
            raise ReadError(f"{self.name} is protected by a password. Save it without one and check that copy.")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise zipfile.BadZipFile("compressed in a way that ISO/IEC 29500-2 does not allow")
        with self._archive.open(info) as stream:
            return stream.read(most + 1)

    def _unsafe(self, part: str, error: UnsafeXMLError) -> ReadError:
        return ReadError(
            f"{self.name} is not read for safety: its part {part} {error}. "
            "Copy the text into a new document and check that."
        )


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _resolved(folder: str, target: str) -> str:
    path = unquote(re.split(r"[?#]", target.replace("\\", "/"), maxsplit=1)[0])
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _refuse_other_formats(data: bytes, name: str) -> None:
    if not data:
        raise ReadError(f"{name} is empty. Check that it was saved and copied completely.")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReadError(f"{name} is protected by a password. Save it without one and check that copy.")
        raise ReadError(
            f"{name} is an old Word document (.doc) or protected by a password. Open it in Word, save it as .docx "
            "without a password and check that copy."
        )
    if data.lstrip()[:5] == b"%PDF-":
        raise ReadError(f"{name} is a PDF, whatever its name says. Check the document it was made from.")
    if not data.startswith(b"PK"):
        raise ReadError(f"{name} is not a Word document. Save the text as .docx or .html and check that.")
