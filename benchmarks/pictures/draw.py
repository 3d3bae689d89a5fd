"""Draws pictures with and without the emblem: its official versions, strips of made-up logos, and look-alikes.

Nothing here is taken from the program: geometry and colours follow the graphics guide to the European emblem (1996).
"""

import io
import math
import random
from collections.abc import Iterator
from typing import NamedTuple

import resvg_py
from PIL import Image


class Flag(NamedTuple):
    """How a flag with a ring of stars is drawn."""

    field: str = "#003399"
    stars: str = "#ffcc00"
    number: int = 12
    points: int = 5
    rotated: float = 0.0
    ring_turned: float = 0.0
    ratio: float = 1.5
    border: str = ""
    without: tuple[int, ...] = ()


class Drawn(NamedTuple):
    """A picture, what it is called here, and what may be said of it."""

    name: str
    picture: Image.Image
    right: frozenset[str]


VERSIONS = {
    "colour": Flag(),
    "pantone": Flag("#001489", "#fedd00"),
    "print": Flag("#0052a5", "#ffed00"),
    "negative with white edge": Flag(border="#ffffff"),
    "one colour": Flag(stars="#ffffff"),
    "black on white": Flag("#ffffff", "#000000", border="#000000"),
    "white on black": Flag("#000000", "#ffffff"),
}
LOOK_ALIKES = {
    "ten stars": Flag(number=10),
    "thirteen stars": Flag(number=13),
    "fifteen white stars": Flag(number=15, stars="#ffffff"),
    "on green": Flag("#008844"),
    "on red": Flag("#cc0022"),
    "white on red": Flag("#aa0000", "#ffffff"),
    "blue on yellow": Flag("#ffcc00", "#003399"),
    "ring turned": Flag(ring_turned=15),
    "square": Flag(ratio=1.0),
    "four points": Flag(points=4),
    "four stars": Flag(number=4),
    "no star": Flag(number=0),
}
HEIGHTS = (40, 60, 90, 150, 300, 600)
POINTS_SHOW = 150
"""Pixels of a flag's height from which on the points of its stars can be counted."""
_WORDS = ("Municipality", "LAG Hills", "Kultura", "Ministerium", "Région", "Fondas")


def star(x: float, y: float, radius: float, rotated: float = 0.0, points: int = 5) -> str:
    """Return the path of a star."""
    corners = []
    for k in range(2 * points):
        reach = radius if k % 2 == 0 else radius * 0.381966
        angle = math.radians(-90 + rotated + k * 180 / points)
        corners.append(f"{x + reach * math.cos(angle):.3f},{y + reach * math.sin(angle):.3f}")
    return f"M{' L'.join(corners)}Z"


def flag_svg(flag: Flag, height: float = 540) -> tuple[str, float]:
    """Return the inside of an SVG of a flag, and its width."""
    width = height * flag.ratio
    edge = f' stroke="{flag.border}" stroke-width="{height / 30}"' if flag.border else ""
    parts = [f'<rect width="{width}" height="{height}" fill="{flag.field}"{edge}/>']
    for k in range(flag.number):
        if k not in flag.without:
            angle = math.radians(-90 + flag.ring_turned + 360 / flag.number * k)
            x, y = width / 2 + height / 3 * math.cos(angle), height / 2 + height / 3 * math.sin(angle)
            path = star(x, y, height / 18, flag.rotated, flag.points)
            parts.append(f'<path d="{path}" fill="{flag.stars}"/>')
    return "".join(parts), width


def svg(inside: str, width: float, height: float) -> str:
    """Return a whole SVG."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{inside}</svg>'


def rasterised(inside: str, width: float, height: float, pixels: int) -> Image.Image:
    """Draw the inside of an SVG so many pixels high."""
    whole = svg(inside, width, height)
    drawn = resvg_py.svg_to_bytes(svg_string=whole, height=pixels, width=max(1, round(pixels * width / height)))
    return Image.open(io.BytesIO(bytes(drawn))).convert("RGBA")


def flag(kind: Flag, pixels: int) -> Image.Image:
    """Draw a flag."""
    inside, width = flag_svg(kind)
    return rasterised(inside, width, 540, pixels)


def statement(pixels: int) -> Image.Image:
    """Draw what stands beside the emblem."""
    lines = "".join(
        f'<text x="0" y="{y}" font-size="28" font-weight="bold" fill="#003399">{text}</text>'
        for y, text in ((55, "Co-funded by"), (90, "the European Union"))
    )
    return rasterised(lines, 290, 100, pixels)


def logo(chance: random.Random, pixels: int) -> Image.Image:
    """Draw a logo that nobody has."""
    width, height, parts = chance.choice((200, 300, 420)), 200, []
    for _ in range(chance.randint(2, 6)):
        colour = f"#{chance.randrange(0x1000000):06x}"
        x, y = chance.randrange(width), chance.randrange(height)
        parts.append(
            (
                f'<circle cx="{x}" cy="{y}" r="{chance.randrange(10, 80)}" fill="{colour}"/>',
                f'<rect x="{x}" y="{y}" width="{chance.randrange(10, 150)}" height="{y / 2 + 9}" fill="{colour}"/>',
                f'<path d="{star(x, y, chance.randrange(8, 50))}" fill="{colour}"/>',
                f'<text x="{x / 4}" y="{y}" font-size="40" fill="{colour}">{chance.choice(_WORDS)}</text>',
            )[chance.randrange(4)]
        )
    return rasterised("".join(parts), width, height, pixels)


def strip(parts: list[Image.Image], gap: int, ground: str = "#ffffff") -> Image.Image:
    """Put pictures side by side."""
    width = sum(part.width for part in parts) + gap * (len(parts) + 1)
    height = max(part.height for part in parts) + 2 * gap
    whole, x = Image.new("RGB", (width, height), ground), gap
    for part in parts:
        whole.paste(part, (x, (height - part.height) // 2), part)
        x += part.width + gap
    return whole


def worn(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Compress and scale a picture as it goes through many hands."""
    if chance.random() < 0.5:
        stream = io.BytesIO()
        picture.save(stream, "JPEG", quality=chance.choice((60, 80, 92)))
        picture = Image.open(stream).convert("RGB")
    if chance.random() < 0.3:
        size = max(1, int(picture.width * 0.8)), max(1, int(picture.height * 0.8))
        picture = picture.resize(size, Image.Resampling.BILINEAR)
    return picture


def pictures(rounds: int, seed: int = 1) -> Iterator[Drawn]:
    """Draw each version alone, beside its statement and among logos, and each look-alike, ever again."""
    chance = random.Random(seed)
    for turn in range(rounds):
        for name, kind in VERSIONS.items():
            pixels = chance.choice(HEIGHTS)
            ground, parts = "#224466" if kind.border == "#ffffff" else "#ffffff", [flag(kind, pixels)]
            if turn % 3 == 1:
                parts.append(statement(pixels))
            elif turn % 3 == 2:
                parts += [logo(chance, pixels) for _ in range(chance.randint(1, 5))]
                chance.shuffle(parts)
            shown = worn(strip(parts, max(2, pixels // 6), ground), chance)
            yield Drawn(f"{name}, {pixels} pixels", shown, frozenset({"emblem"}))
        for name, kind in LOOK_ALIKES.items():
            pixels = chance.choice([height for height in HEIGHTS if kind.points == 5 or height >= POINTS_SHOW])
            shown = worn(strip([flag(kind, pixels)], 4), chance)
            yield Drawn(f"{name}, {pixels} pixels", shown, frozenset({"nothing", "perhaps"}))
        several = [logo(chance, 120) for _ in range(chance.randint(1, 6))]
        yield Drawn("logos", worn(strip(several, 10), chance), frozenset({"nothing", "perhaps"}))
