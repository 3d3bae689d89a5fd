"""Files that stand beside a publication and bear on it: the style sheets and pictures of a page.

Only regular files inside given folders are opened, whatever an address says, and none from the network. What was asked
for is remembered with the digest of what was found, so that a verdict can be known to hold still.
"""

import base64
import binascii
import hashlib
import os
import posixpath
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, unquote, unquote_to_bytes, urljoin, urlsplit

MAX_BYTES = 20_000_000
"""A larger file is not opened."""
_KEPT_BYTES = 1_000_000
"""A file up to so large is read once for all publications that it stands beside."""
_LONGEST = 4_000
"""An address with more characters is not looked for."""
_RESIZING = ("/_next/image", "/_vercel/image", "/.netlify/images", "/_image")
"""Addresses of programs that scale pictures (Next.js, Vercel, Netlify, Astro); the picture is named in the query."""
_NAMED_IN = ("url", "href")
_BROKEN = (OSError, ValueError, RuntimeError)
"""What looking for a file may raise: no such file, a name that none can have, links in a circle."""


class Nearby:
    """Opens the files beside a publication.

    ``roots`` are the folders outside of which nothing is opened; those count that the publication lies in, and where
    it lies in none its own folder. An address from the root of the site ("/logo.png") is looked for in each, and then
    in the folders between the outermost and the publication.

    ``asked`` tells, for each address that was asked for, the SHA-256 of what was found, "" where there was nothing.
    """

    def __init__(self, path: Path, roots: Sequence[Path] = ()) -> None:
        self._path, self._given = path, roots
        self._base, self._hosts = "", frozenset[str]()
        self.asked: dict[str, str] = {}

    def stand(self, base: str = "", own: Iterable[str] = ()) -> None:
        """Take note of what a page says of its place: the address relative ones start from, and addresses of its own.

        Addresses on the hosts of these are looked for as if they were written from the root of the site.
        """
        self._base = f"{base}/" if base.endswith("..") else base
        self._hosts = frozenset(host for address in (base, *own) if (host := _host(address)))

    def open(self, address: str) -> bytes | None:
        """Return what an address means that stands in the publication; ``None`` where that is not at hand."""
        if address[:5].lower() == "data:":
            return written_out(address)
        wanted = self._wanted(address)
        if wanted is None:
            return None
        sha256, data = self._found(wanted)
        self.asked[wanted] = sha256
        return data

    def __call__(self, address: str) -> bytes | None:
        """Return what an address means, as :meth:`open` does."""
        return self.open(address)

    def holds(self, asked: Mapping[str, str]) -> bool:
        """Say whether each address still means what it meant when it was asked for."""
        return all(self._found(wanted)[0] == sha256 for wanted, sha256 in asked.items())

    def _wanted(self, address: str) -> str | None:
        """Return the path that an address means, from the publication or ("/…") the root of its site.

        ``None`` is returned where it leads elsewhere.
        """
        parts = self._joined(address)
        if parts is None or not (parts.path or parts.netloc):
            return None
        if parts.path.endswith(_RESIZING):
            named = parse_qs(parts.query)
            meant = next((named[key][0] for key in _NAMED_IN if key in named), "")
            parts = self._joined(meant)
            if parts is None:
                return None
        path = unquote(parts.path)
        if not path or path.endswith("/") or "\0" in path:
            return None
        return posixpath.normpath(path).replace("//", "/")

    def _joined(self, address: str) -> SplitResult | None:
        """Return the parts of an address, joined to what it starts from; ``None`` for one on another host."""
        address = address.strip()
        if not address or len(address) > _LONGEST:
            return None
        try:
            parts, base = urlsplit(address), urlsplit(self._base)
            if base.netloc:
                parts = urlsplit(urljoin(self._base, address))
        except ValueError:
            return None
        if not base.netloc and parts.path and not (parts.scheme or parts.netloc):
            parts = parts._replace(path=posixpath.join(posixpath.dirname(base.path), parts.path))
        if parts.scheme not in {"", "http", "https"} or (parts.scheme and not parts.netloc):
            return None
        return parts if not parts.netloc or parts.netloc.lower() in self._hosts else None

    def _found(self, wanted: str) -> tuple[str, bytes | None]:
        """Return the digest and the content of the first file that a path may mean."""
        for path in self._candidates(wanted):
            try:
                path.stat()  # what is not there is known at once; to resolve it takes long
                real = path.resolve(strict=True)
                if not any(real.is_relative_to(root) for root in self._roots):
                    continue
                status = real.stat()
                if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
                    continue
                stamp = status.st_mtime_ns, status.st_size, status.st_ino
                return _kept(real, stamp) if status.st_size <= _KEPT_BYTES else _read(real)
            except _BROKEN:
                continue
        return "", None

    def _candidates(self, wanted: str) -> Iterator[Path]:
        if not wanted.startswith("/"):
            yield self._folder / wanted
            return
        for folder in self._starts:
            yield folder / wanted[1:]

    @cached_property
    def _starts(self) -> tuple[Path, ...]:
        """The folders in which the root of the site may be."""
        between = [f for f in (*self._folder.parents[::-1], self._folder) if f.is_relative_to(min(self._roots))]
        return tuple(dict.fromkeys((*self._roots, *between)))

    @cached_property
    def _folder(self) -> Path:
        try:
            return self._path.parent.resolve()
        except _BROKEN:
            return self._path.parent

    @cached_property
    def _roots(self) -> tuple[Path, ...]:
        """The folders that may be looked into, the innermost first."""
        given = []
        for root in self._given:
            try:
                given.append(root.resolve())
            except _BROKEN:
                continue
        around = sorted({root for root in given if self._folder.is_relative_to(root)}, reverse=True)
        return tuple(around) or (self._folder,)


def _host(address: str) -> str:
    try:
        return urlsplit(address.strip()).netloc.lower()
    except ValueError:
        return ""


def written_out(address: str) -> bytes | None:
    """Return the bytes that a ``data:`` address holds itself (RFC 2397), ``None`` for any other address."""
    if address[:5].lower() != "data:":
        return None
    head, comma, body = address.partition(",")
    if not comma or len(body) > 2 * MAX_BYTES:
        return None
    data = unquote_to_bytes(body)
    if not head.rstrip().lower().endswith(";base64"):
        return data
    data = b"".join(data.split())
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4), validate=True)
    except binascii.Error:
        return None


@lru_cache(maxsize=64)
def _kept(path: Path, _stamp: tuple[int, int, int]) -> tuple[str, bytes | None]:
    return _read(path)


def _read(path: Path) -> tuple[str, bytes | None]:
    """Return the digest and the content of a regular file; nothing of one that grew too large or became another."""
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(opened, "rb") as stream:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            return "", None
        data = stream.read(MAX_BYTES + 1)
    return ("", None) if len(data) > MAX_BYTES else (hashlib.sha256(data).hexdigest(), data)
