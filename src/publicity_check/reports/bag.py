"""An evidence bag after RFC 8493 (BagIt): what was judged as it was, what was said of it, and what it was judged by.

The same input and report give the same bytes. :func:`wrong` says whether a bag is still what it was.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from publicity_check.errors import ReadError
from publicity_check.messages import Sentences, sentences
from publicity_check.reports import render
from publicity_check.reports.clean import clean, one_line
from publicity_check.reports.marked_text import Mark, pieces_of
from publicity_check.reports.options import ReportOptions
from publicity_check.results import Outcome, PublicationReport, Report, Result

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_PAYLOAD = "data/"
_PUBLICATIONS = "data/publications/"
_REPORT = "data/report.json"
_MANIFEST, _TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
_MADE = (1980, 1, 1, 0, 0, 0)
_ESCAPED = {"%": "%25", "\n": "%0A", "\r": "%0D"}


def bag_of(
    report: Report, originals: Mapping[str, bytes], judged_by: Mapping[str, bytes], options: ReportOptions
) -> dict[str, bytes]:
    """Return the files of a bag, by name.

    ``originals`` are the bytes of the publications by their paths in the report, ``judged_by`` further files of the
    payload (rules, registers, configuration) by their names in it.
    """
    say = sentences(options.language)
    files = {f"{_PAYLOAD}{inside(name)}": data for name, data in judged_by.items()}
    for p in report.publications:
        if p.path in originals:
            files[f"{_PUBLICATIONS}{inside(p.path)}"] = originals[p.path]
        if p.publication is not None:
            files[f"{_PAYLOAD}texts/{inside(p.path)}.txt"] = "".join(_text(p, say)).encode()
    for form, name in (("json", "report.json"), ("html", "report.html"), ("xlsx", "audit.xlsx")):
        written = render(form, report, options)
        files[f"{_PAYLOAD}{name}"] = written if isinstance(written, bytes) else written.encode()
    size = sum(map(len, files.values()))
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": f"Bag-Software-Agent: publicity-check {options.tool_version}\n"
        f"Payload-Oxum: {size}.{len(files)}\n".encode(),
        _MANIFEST: _manifest(files),
    }
    return {**tags, _TAG_MANIFEST: _manifest(tags), **dict(sorted(files.items()))}


def inside(path: str) -> str:
    """Return the name of a file in the bag: nothing in it leads out of it."""
    steps = clean(path).replace("\\", "/").split("/")
    return "/".join("__" if step == ".." else step for step in steps if step not in ("", "."))


def _manifest(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(data).hexdigest()}  {_escaped(name)}\n" for name, data in sorted(files.items()))
    return "".join(lines).encode()


def _escaped(name: str) -> str:
    return "".join(_ESCAPED.get(c, c) for c in name)


def _text(p: PublicationReport, say: Sentences) -> Iterator[str]:
    """Yield a publication as text: each block with its region, what results quote in brackets with their numbers."""
    if p.publication is None:
        return
    told = [r for r in p.results if r.outcome is not Outcome.INAPPLICABLE]
    marks = [Mark(e.span, str(n)) for n, r in enumerate(told, 1) for e in r.evidence if e.span and not e.source]
    yield f"{one_line(p.path)}\nSHA-256 {p.sha256}\n\n"
    for piece in pieces_of(p.publication, marks):
        for line in piece.lines:
            text = "".join(
                f"⟦{'+'.join(s.styles)}: {clean(s.text)}⟧" if s.styles else clean(s.text) for s in line.segments
            )
            yield f"[{piece.region.value}] {text}\n"
    yield "\n"
    yield from (f"{n}: {_said(r, say)}\n" for n, r in enumerate(told, 1))


def _said(result: Result, say: Sentences) -> str:
    return f"{result.outcome.value}, {result.requirement}, {result.code}: {one_line(say.message(result))}"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a bag as a ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(entry, data)
    return stream.getvalue()


def relative(report: Report, names: Mapping[str, str]) -> Report:
    """Return a report in which publications are called otherwise: ``names`` by their paths."""
    told = tuple(replace(p, path=names.get(p.path, p.path)) for p in report.publications)
    across = tuple(
        replace(r, evidence=tuple(replace(e, source=names.get(e.source, e.source)) for e in r.evidence))
        for r in report.across
    )
    return replace(report, publications=tuple(sorted(told, key=lambda p: p.path)), across=across)


def read_bag(path: Path) -> dict[str, bytes]:
    """Return the files of a bag, a folder or a ZIP archive; raises :class:`ReadError` in one sentence."""
    try:
        if path.is_dir():
            return {f.relative_to(path).as_posix(): f.read_bytes() for f in sorted(path.rglob("*")) if f.is_file()}
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise ReadError(f"{path}: is no evidence that can be read ({error})") from error


def wrong(files: Mapping[str, bytes]) -> list[str]:
    """Return what is wrong with a bag, a sentence each: files that are missing, changed or added, other digests."""
    if files.get("bagit.txt") != _DECLARATION:
        return ["bagit.txt is missing or changed: it is no bag that publicity-check made"]
    found: list[str] = []
    for manifest, payload in ((_TAG_MANIFEST, False), (_MANIFEST, True)):
        listed = dict(_listed(files.get(manifest, b"")))
        for name, sha256 in listed.items():
            if name not in files:
                found.append(f"{name} is missing")
            elif hashlib.sha256(files[name]).hexdigest() != sha256:
                found.append(f"{name} was changed")
        there = {n for n in files if n.startswith(_PAYLOAD) == payload and n != _TAG_MANIFEST}
        found += [f"{name} was added" for name in sorted(there - set(listed))]
    return found or list(_other_digests(files))


def _listed(manifest: bytes) -> Iterator[tuple[str, str]]:
    for line in manifest.decode(errors="replace").split("\n"):
        sha256, _, name = line.partition("  ")
        if name:
            for sign, code in reversed(_ESCAPED.items()):
                name = name.replace(code, sign)
            yield name, sha256


def _other_digests(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the publications that are not those of which the report speaks."""
    for p in msgspec.json.decode(files.get(_REPORT, b"{}")).get("publications", ()):
        data = files.get(f"{_PUBLICATIONS}{inside(p['path'])}")
        if p["sha256"] and (data is None or hashlib.sha256(data).hexdigest() != p["sha256"]):
            yield f"{_PUBLICATIONS}{inside(p['path'])} is not what the report speaks of"
