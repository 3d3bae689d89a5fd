"""Opens a picture safely: bytes in, pixels out, whatever the bytes are.

What is too large, broken, of a kind that cannot be drawn here (EMF, WMF), or an SVG that would draw without end or
reach outside itself is not opened.
"""

import gzip
import io
import re
import warnings
from collections.abc import Iterator

import cv2
import numpy as np
import numpy.typing as npt
from lxml import etree
from PIL import Image, UnidentifiedImageError

from publicity_check.pictures.shown import Box

Pixels = npt.NDArray[np.uint8]
"""Height × width × red, green, blue."""

MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "ICO", "AVIF")
_DRAFT = (2000, 2000)
"""JPEGs are decoded at the first reduced size that is not below this."""
_SVG = re.compile(rb"<svg[\s>]|<[a-z]+:svg[\s>]")
_SVG_START = 4_000
_SVG_BYTES = 2_000_000
_SVG_ELEMENTS = 30_000
"""An SVG is not drawn if it has more elements than this, those counted that ``use`` draws again."""
_SVG_SIDE = 600
_COSTLY = frozenset({"feTurbulence", "feMorphology", "feConvolveMatrix", "feGaussianBlur", "feDropShadow"})
"""Effects that may take any time to draw, and no emblem is drawn with."""
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_INSIDE = ("#", "data:image/")
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"]+)")
_LEAST = (40, 12)
"""Pixels: in a picture that is not as wide and high no text is read."""
_MOST_READ = 3_000_000
_ENLARGED, _LARGE_ENOUGH = 2.0, 1500
"""Letters of a few pixels are read better twice as large; a picture so wide is left as it is."""
_PAPER = 255
_THUMBNAIL = (220, 110)
"""Pixels that a thumbnail is wide and high at most."""


def pixels_of(data: bytes) -> Pixels | None:
    """Return what a picture shows on white ground, or ``None`` where it cannot be opened."""
    if not data or len(data) > MAX_BYTES:
        return None
    if data[:2] == b"\x1f\x8b":
        data = _unpacked(data)
    if _SVG.search(data[:_SVG_START]):
        return _drawn(data)
    return _decoded(data)


def for_reading(data: bytes, without: Box | None) -> bytes | None:
    """Return a picture as a program that reads text is given it: a PNG in grey, ``without`` what is no text.

    It is empty for a picture in which no text can be read, and ``None`` for one that cannot be opened.
    """
    pixels = pixels_of(data)
    if pixels is None:
        return None
    height, width = pixels.shape[:2]
    if width < _LEAST[0] or height < _LEAST[1]:
        return b""
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    if without is not None:
        left, top, wide, high = without
        grey[max(0, top) : top + high, max(0, left) : left + wide] = _PAPER
    scale = min(_ENLARGED if width < _LARGE_ENOUGH else 1.0, (_MOST_READ / (width * height)) ** 0.5)
    if scale != 1.0:
        size = max(1, round(width * scale)), max(1, round(height * scale))
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA))
    stream = io.BytesIO()
    Image.fromarray(grey).save(stream, "PNG", compress_level=1)
    return stream.getvalue()


def thumbnail(pixels: Pixels) -> bytes:
    """Return a picture small, as a JPEG."""
    image = Image.fromarray(pixels)
    image.thumbnail(_THUMBNAIL, Image.Resampling.BOX)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=75)
    return stream.getvalue()


def _decoded(data: bytes) -> Pixels | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                if image.width * image.height > MAX_PIXELS:
                    return None
                image.draft("RGB", _DRAFT)
                return _on_white(image)
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        ValueError,
        SyntaxError,
        MemoryError,
        EOFError,
        IndexError,
        KeyError,
    ):
        return None


def _on_white(image: Image.Image) -> Pixels:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        whole = image.convert("RGBA")
        ground = Image.new("RGBA", whole.size, "white")
        return np.asarray(Image.alpha_composite(ground, whole).convert("RGB"))
    return np.asarray(image.convert("RGB"))


def _unpacked(data: bytes) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return stream.read(_SVG_BYTES + 1)
    except (OSError, EOFError):
        return b""


def _drawn(data: bytes) -> Pixels | None:
    """Draw an SVG with resvg, without the fonts of the machine: the same picture everywhere."""
    if len(data) > _SVG_BYTES or not _harmless(data):
        return None
    import resvg_py

    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=data.decode("utf-8", "replace"), width=_SVG_SIDE, background="#ffffff", skip_system_fonts=True
        )
    except (ValueError, RuntimeError):
        return None
    return _decoded(bytes(drawn))


def _harmless(data: bytes) -> bool:
    """Say whether an SVG draws a bounded number of things, all of them its own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in data:
        return False
    if any(
        target and not target.strip().startswith(_INSIDE) for element in root.iter() for target in _targets(element)
    ):
        return False
    if any(isinstance(element.tag, str) and element.tag.rpartition("}")[2] in _COSTLY for element in root.iter()):
        return False
    return _elements_drawn(root) <= _SVG_ELEMENTS and _in_shape(root)


def _targets(element: etree._Element) -> Iterator[str]:
    if isinstance(element.tag, str) and element.tag.rpartition("}")[2] != "a":
        yield from (value for key in _HREFS if (value := element.get(key)))


def _drawn_again(element: etree._Element) -> Iterator[str]:
    """Yield the names of what an element draws beside itself."""
    yield from (target.strip()[1:] for target in _targets(element) if target.strip().startswith("#"))
    for value in element.attrib.values():
        yield from _REFERENCE.findall(str(value))


def _in_shape(root: etree._Element) -> bool:
    """Say whether a drawing is not so flat or tall that its other side would be without bound."""
    box = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))[:4]]
    sides = box[2:] if len(box) == 4 else [_length(root.get("width")), _length(root.get("height"))]  # noqa: PLR2004  x, y, width, height
    return min(sides) > 0 and max(sides) / min(sides) < 40  # noqa: PLR2004  no strip of logos is so long


def _length(value: str | None) -> float:
    found = re.match(r"\d+(?:\.\d+)?", value or "")
    return float(found[0]) if found else 100.0


def _elements_drawn(root: etree._Element) -> int:
    """Count the elements of a drawing, those drawn again (``use``, patterns, masks) each time; stop at too many."""
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    counted: dict[etree._Element, int] = {}
    counting: set[etree._Element] = set()

    def count(element: etree._Element) -> int:
        if element in counted:
            return counted[element]
        if element in counting or len(counting) > 100:  # noqa: PLR2004  nothing draws itself; no drawing nests so deep
            return _SVG_ELEMENTS + 1
        counting.add(element)
        total = 1
        for below in element.iter():
            total += 1 + sum(count(by_id[name]) for name in _drawn_again(below) if name in by_id)
            if total > _SVG_ELEMENTS:
                break
        counting.discard(element)
        counted[element] = total
        return total

    return count(root)
