"""Whatever bytes are called a picture: opened, or not, and never harmful."""

import gzip
import struct
import zlib

import numpy as np
import pytest
from benchmarks.pictures.draw import Flag, flag_svg, svg
from hypothesis import given, settings
from hypothesis import strategies as st

from publicity_check.pictures.look import look
from publicity_check.pictures.pixels import pixels_of

DRAWING = svg(*flag_svg(Flag()), 540)


def png_of(width: int, height: int) -> bytes:
    """Return a picture that says it is so large, and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def nested_uses(depth: int) -> str:
    """Return a drawing that draws a thing two to the power of a depth times."""
    groups = "".join(
        f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>'
        if n
        else '<g id="g0"><path d="M0 0h1v1z"/></g>'
        for n in range(depth)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{groups}<use href="#g{depth - 1}"/></svg>'


def test_a_drawing_is_drawn():
    assert look(DRAWING.encode()).shows == "emblem"
    assert look(gzip.compress(DRAWING.encode())).shows == "emblem"


def test_a_drawing_has_the_same_pixels_each_time():
    first, second = pixels_of(DRAWING.encode()), pixels_of(DRAWING.encode())
    assert first is not None
    assert np.array_equal(first, second)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"\x89PNG\r\n\x1a\n",
        b"\x01\x00\x00\x00" + bytes(400),
        png_of(30_000, 30_000),
        png_of(200, 200),
        nested_uses(40).encode(),
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/a.png"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/hostname"/></svg>',
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="100000"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><pattern id="p"><rect fill="url(#p)"/></pattern>'
        b'<rect fill="url(#p)" width="9" height="9"/></svg>',
        b"<svg",
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><filter id="f"><feTurbulence baseFrequency="0.1" '
        b'numOctaves="1000"/></filter><rect width="9" height="6" filter="url(#f)"/></svg>',
        gzip.compress(b"x" * 3_000_000, mtime=0),
    ],
    ids=lambda data: repr(data[:24]),
)
def test_what_cannot_be_opened_is_not(data):
    assert look(data).shows in ("unopened", "broken")


def test_a_script_in_a_drawing_does_nothing():
    scripted = DRAWING.replace("</svg>", '<script>location="https://example.org"</script></svg>')
    assert look(scripted.encode()).shows == "emblem"


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF", b"<svg "]),
)
def test_any_bytes_will_do(data, start):
    assert look(start + data).shows in ("unopened", "broken", "nothing", "perhaps")
