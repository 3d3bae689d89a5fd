"""Makes broken publications out of sound ones: bytes flipped, cut, repeated and spliced, markup and parts damaged."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

from benchmarks.accuracy.cases import generate

LANGUAGES = ("lv", "en", "el", "mt")
TOKENS = (
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#x110000;", b"&#0;", b"&amp;" * 50, b"\x00",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\xf0\x9f\x87\xaa", b"\xed\xa0\x80", b"\xc2\xad", b"\xe2\x80\x8b",
    b"<table>" * 40, b"<div>" * 200, b"<b>" * 300, b"<svg><title>", b"<template>", b"<noscript>", b"<script>",
    b"<style>", b"<plaintext>", b"<frameset>", b'<meta charset="utf-7">', b'<meta charset="x-none">',
    b'<html lang="', b"\r", b"\x1a", b"EUR", b"1 234 567,89 EUR", b"999999999999999999999999,99 EUR", b"0,00 EUR",
    b"-1 EUR", b"1e999 EUR", b"\xe2\x82\xac1.234", b"185 %", b"LLI-", b"LLI-263", b"101000000", b"http://",
    b"https://[::1", b"www.latlit.eu", b"//europa.eu:99999/", b"<w:p>", b"</w:p>", b"<w:t>", b"<w:tbl>",
    b'<w:fldChar w:fldCharType="begin"/>', b"<w:instrText>HYPERLINK</w:instrText>", b'r:id="rNone"',
    b"<!DOCTYPE x [<!ENTITY a 'a'>]>", b"Co-funded by the European Union", b"xmlns:w=''", b"1" * 5000, b"a" * 20000,
)  # fmt: skip

Mutation = Callable[[bytes, Random, list[bytes]], bytes]


def seeds() -> list[tuple[bytes, str]]:
    """Return the sound publications that are broken, each with its name."""
    found = [(case.content, case.name) for case in generate(languages=LANGUAGES) if case.id.startswith(("t", "u"))]
    texts = [
        (_as_text(content), name.replace(".html", ".txt")) for content, name in found[:200] if name.endswith(".html")
    ]
    return found + texts[::8]


def mutate(content: bytes, name: str, rng: Random, others: list[bytes]) -> bytes:
    """Return a publication broken in one to six ways; the parts of a Word file are broken one by one."""
    if name.endswith(".docx") and rng.random() < 0.8:
        return _in_package(content, rng, others)
    for _ in range(rng.randint(1, 6)):
        content = rng.choice(MUTATIONS)(content, rng, others)
    return content


def _as_text(content: bytes) -> bytes:
    return content.replace(b"<p>", b"\n").replace(b"</p>", b"\n")


def _at(content: bytes, rng: Random) -> int:
    return rng.randint(0, len(content))


def _flip(content: bytes, rng: Random, _others: list[bytes]) -> bytes:
    changed = bytearray(content)
    for _ in range(rng.randint(1, 8)):
        if changed:
            changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _cut(content: bytes, rng: Random, _others: list[bytes]) -> bytes:
    start = _at(content, rng)
    return content[:start] + content[start + rng.randint(1, 400) :]


def _truncate(content: bytes, rng: Random, _others: list[bytes]) -> bytes:
    return content[: _at(content, rng)]


def _insert(content: bytes, rng: Random, _others: list[bytes]) -> bytes:
    at = _at(content, rng)
    return content[:at] + rng.choice(TOKENS) * rng.choice((1, 1, 1, 2, 30)) + content[at:]


def _repeat(content: bytes, rng: Random, _others: list[bytes]) -> bytes:
    start = _at(content, rng)
    piece = content[start : start + rng.randint(1, 600)]
    return content[:start] + piece * rng.randint(2, 40) + content[start:]


def _splice(content: bytes, rng: Random, others: list[bytes]) -> bytes:
    other = rng.choice(others)
    return content[: _at(content, rng)] + other[_at(other, rng) :]


def _swap_case(content: bytes, rng: Random, _others: list[bytes]) -> bytes:
    start = _at(content, rng)
    end = start + rng.randint(1, 300)
    return content[:start] + content[start:end].swapcase() + content[end:]


def _shuffle_lines(content: bytes, rng: Random, _others: list[bytes]) -> bytes:
    lines = content.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


MUTATIONS: tuple[Mutation, ...] = (
    _flip,
    _cut,
    _truncate,
    _insert,
    _insert,
    _repeat,
    _splice,
    _swap_case,
    _shuffle_lines,
)


def _in_package(content: bytes, rng: Random, others: list[bytes]) -> bytes:
    """Break one or two parts of a Word file and pack it again."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in rng.sample(sorted(parts), k=rng.randint(1, 2)):
        if rng.random() < 0.08:
            del parts[name]
            continue
        for _ in range(rng.randint(1, 3)):
            parts[name] = rng.choice(MUTATIONS)(parts[name], rng, others)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part)
    return buffer.getvalue()
