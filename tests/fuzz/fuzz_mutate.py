"""Makes broken publications out of sound ones.

Bytes are flipped, cut, repeated and spliced, markup and parts damaged, and what something looks for is put in: words of
all languages, numbers, sums, elements, tables and lists of them.
"""

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from random import Random

from benchmarks.accuracy.cases import generate
from fuzz_tokens import MARKUP, PLAIN, numbers, words

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


@cache
def _pieces() -> tuple[bytes, ...]:
    """Return words of all languages, numbers of all kinds, signs, figures and elements."""
    told = [piece.split(" ") for _, piece in words()]
    few = [" ".join(piece[start : start + 3]) + " " for piece in told for start in range(0, min(len(piece), 30), 3)]
    known = [f"{number} " for _, found in numbers(3) for number in found]
    return tuple(piece.encode("utf-8", "surrogatepass") for piece in (*few, *known, *PLAIN, *MARKUP))


def _say(content: bytes, rng: Random, _others: list[bytes]) -> bytes:
    """Put in a sentence of pieces."""
    at = _at(content, rng)
    said = b"".join(rng.choice(_pieces()) for _ in range(rng.randint(1, 8)))
    return content[:at] + said * rng.choice((1, 1, 1, 3, 12)) + content[at:]


_FORMS: tuple[tuple[bytes, bytes, bytes], ...] = (
    (b"<table><tr><th>Project<th>Total cost, EUR<th>ERDF, %</tr>", b"<tr><td>%s<td>%s<td>%s</tr>", b"</table>"),
    (b"<table>", b"<tr><td>%s</td><td>%s</td></tr><tr><td colspan=2>%s</td></tr>", b"</table>"),
    (b"<ul>", b"<li>%s: %s (%s)</li>", b"</ul>"),
    (b"<dl>", b"<dt>%s</dt><dd>%s</dd><dd>%s</dd>", b"</dl>"),
    (b"<pre>", b"%s\t%s\t%s\n", b"</pre>"),
    (b"<div>", b"<p>%s <b>%s</b> %s</p>", b"</div>"),
    (b"<section><h2>", b"%s</h2><p>%s</p><h3>%s</h3><h2>", b"</h2></section>"),
    (b"<noscript>", b"<p>%s</p><img src=%s alt='%s'>", b"</noscript>"),
    (b"\n\n", b"%s %s %s\n", b"\n"),
)
"""Beginning, row and end of what holds many things alike."""


def _table(content: bytes, rng: Random, _others: list[bytes]) -> bytes:
    """Put in a table, a list, cards or lines, of figures and pieces."""
    begin, row, end = rng.choice(_FORMS)
    figures = [f"{rng.randint(1, 10 ** rng.randint(1, 8)):,}".replace(",", rng.choice(" .,")) for _ in range(6)]
    cells = [f"{figure}{rng.choice(('', ' EUR', ' %', ',00', ' mln'))}".encode() for figure in figures]
    cells += [rng.choice(_pieces()) for _ in range(4)]
    rows = (row % tuple(rng.choice(cells) for _ in range(3)) for _ in range(rng.choice((1, 2, 3, 5, 12, 25))))
    at = _at(content, rng)
    return content[:at] + begin + b"".join(rows) + end + content[at:]


MUTATIONS: tuple[Mutation, ...] = (
    _flip,
    _cut,
    _truncate,
    _insert,
    _insert,
    _repeat,
    _say,
    _say,
    _table,
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
