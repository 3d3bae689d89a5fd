"""Colours that are given by lightness and hue, mixed from two, or made of another (CSS Color 4 and 5)."""

import colorsys
import math
import re
from collections.abc import Callable, Iterator, Sequence

from publicity_check.readers.colors import Color

Three = tuple[float, float, float]

_LMS_OF_LINEAR = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_OKLAB_OF_LMS = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_LMS_OF_OKLAB = ((1, 0.3963377774, 0.2158037573), (1, -0.1055613458, -0.0638541728), (1, -0.0894841775, -1.2914855480))
_LINEAR_OF_LMS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_LINEAR_OF_D50 = (
    (3.1341359569, -1.6173863321, -0.4906619460),
    (-0.9787955030, 1.9162543773, 0.0334427312),
    (0.0719553154, -0.2289768264, 1.4053860351),
)
_LINEAR_OF_D65 = (
    (3.2409699419, -1.5373831776, -0.4986107603),
    (-0.9692436363, 1.8759675015, 0.0415550574),
    (0.0556300797, -0.2039769589, 1.0569715142),
)
_LINEAR_OF_P3 = (
    (1.2249401763, -0.2249401763, 0.0),
    (-0.0420569547, 1.0420569547, 0.0),
    (-0.0196375546, -0.0786360456, 1.0982736002),
)
"""Matrices of CSS Color 4, section 18, and of Ottosson's Oklab (2020)."""
_D50 = (0.9642956764, 1.0, 0.8251046025)
_EPSILON, _KAPPA = 216 / 24389, 24389 / 27


def in_srgb(space: str, coordinates: Sequence[float | None], alpha: float) -> Color | None:
    """Return a colour of another space as it is shown, each channel within its bounds; ``None`` for unknown spaces."""
    one, two, three = (float(c or 0) for c in coordinates)
    convert = _SPACES.get(space)
    return None if convert is None else _bounded(convert((one, two, three)), alpha)


def made(value: str, color: Callable[[str], Color | None]) -> Color | None:
    """Return a colour that is mixed or made of others, ``None`` if it cannot be told; ``color`` reads these.

    Mixing is done in Oklab where the value says so or asks for its hues, else in sRGB, which is near enough to tell
    letters from their ground.
    """
    name, _, inside = value.partition("(")
    if name == "color-mix" and inside.endswith(")"):
        return _mixed(inside[:-1], color)
    if " from " in f" {inside}" and inside.startswith("from ") and inside.endswith(")"):
        return _relative(name, inside[5:-1], color)
    return None


def _mixed(inside: str, color: Callable[[str], Color | None]) -> Color | None:
    pieces = [piece.strip() for piece in _commas(inside)]
    if len(pieces) != 3 or not pieces[0].startswith("in "):  # noqa: PLR2004
        return None
    found = [_weighed(piece) for piece in pieces[1:]]
    colors = [color(text) for text, _ in found]
    (_, first), (_, second) = found
    first = first if first is not None else 100 - second if second is not None else 50.0
    second = second if second is not None else 100 - first
    one, other = colors
    total = first + second
    if one is None or other is None or total <= 0:
        return None
    share = first / total
    alpha = one.alpha * share + other.alpha * (1 - share)
    to, back = (_oklab, _of_oklab) if "ok" in pieces[0] else (_same, _same)
    parts = [(to(c[:3]), c.alpha) for c in (one, other)]
    mixed = [
        (a * parts[0][1] * share + b * parts[1][1] * (1 - share)) / (alpha or 1)
        for a, b in zip(parts[0][0], parts[1][0], strict=True)
    ]
    return _bounded(back((mixed[0], mixed[1], mixed[2])), alpha * min(total, 100) / 100)


_SHARE = re.compile(r"(?:^|\s)(\d+\.?\d*|\.\d+)%(?:\s|$)")


def _weighed(piece: str) -> tuple[str, float | None]:
    found = _SHARE.search(piece)
    if found is None:
        return piece, None
    return (piece[: found.start()] + " " + piece[found.end() :]).strip(), float(found[1])


def _commas(text: str) -> Iterator[str]:
    depth, start = 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            yield text[start:at]
            start = at + 1
    yield text[start:]


_WORDS = re.compile(r"(?:[a-z-]*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|[^\s/()]+|/)")
_CHANNELS = {"rgb": "rgb", "rgba": "rgb", "hsl": "hsl", "hsla": "hsl", "hwb": "hwb", "oklab": "lab", "oklch": "lch"}


def _relative(name: str, inside: str, color: Callable[[str], Color | None]) -> Color | None:
    words = _WORDS.findall(inside)
    base = color(words[0]) if words else None
    if base is None or name not in _CHANNELS:
        return None
    known = {**dict(zip(_CHANNELS[name], _parts(name, base), strict=True)), "alpha": base.alpha}
    given = " ".join(re.sub(r"\b(?:alpha|[a-z])\b", lambda m: _number(known, m[0]), word) for word in words[1:])
    if "/" not in words:
        given += f" / {base.alpha:.4f}"
    numbers = _worked_out(given).split()
    if name.startswith("h"):
        numbers[1:3] = (number if number.endswith("%") else f"{number}%" for number in numbers[1:3])
    return color(f"{name}({' '.join(numbers)})")


def _number(known: dict[str, float], name: str) -> str:
    return f"{known[name]:.5f}" if name in known else name


def _worked_out(text: str) -> str:
    """Return a text with its sums worked out."""
    from publicity_check.readers.html.style.values import pixels

    def worked(found: "re.Match[str]") -> str:
        size = pixels(found[0])
        return found[0] if size is None else f"{size:.5f}"

    return re.sub(r"calc\((?:[^()]|\([^()]*\))*\)", worked, text)


def _parts(name: str, base: Color) -> Three:
    red, green, blue = base[:3]
    if name.startswith("rgb"):
        return red * 255, green * 255, blue * 255
    if name.startswith("hsl"):
        hue, light, full = colorsys.rgb_to_hls(red, green, blue)
        return hue * 360, full * 100, light * 100
    if name == "hwb":
        return colorsys.rgb_to_hsv(red, green, blue)[0] * 360, min(base[:3]) * 100, (1 - max(base[:3])) * 100
    light, a, b = _oklab((red, green, blue))
    if name == "oklab":
        return light, a, b
    return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _times(matrix: Sequence[Sequence[float]], vector: Three) -> Three:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def _same(color: Three) -> Three:
    return color


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  sRGB


def _gamma(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055  # noqa: PLR2004  sRGB


def _shown(linear: Three) -> Three:
    red, green, blue = map(_gamma, linear)
    return red, green, blue


def _oklab(color: Three) -> Three:
    red, green, blue = map(_linear, color)
    one, two, three = (abs(c) ** (1 / 3) * (1 if c >= 0 else -1) for c in _times(_LMS_OF_LINEAR, (red, green, blue)))
    return _times(_OKLAB_OF_LMS, (one, two, three))


def _of_oklab(color: Three) -> Three:
    one, two, three = (c**3 for c in _times(_LMS_OF_OKLAB, color))
    return _shown(_times(_LINEAR_OF_LMS, (one, two, three)))


def _of_polar(convert: Callable[[Three], Three]) -> Callable[[Three], Three]:
    def converted(color: Three) -> Three:
        light, chroma, hue = color
        return convert((light, chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))))

    return converted


def _of_lab(color: Three) -> Three:
    light, a, b = color
    down = (light + 16) / 116
    across, back = down + a / 500, down - b / 200
    x = across**3 if across**3 > _EPSILON else (116 * across - 16) / _KAPPA
    y = down**3 if light > _KAPPA * _EPSILON else light / _KAPPA
    z = back**3 if back**3 > _EPSILON else (116 * back - 16) / _KAPPA
    return _shown(_times(_LINEAR_OF_D50, (x * _D50[0], y * _D50[1], z * _D50[2])))


def _of_p3(color: Three) -> Three:
    red, green, blue = map(_linear, color)
    return _shown(_times(_LINEAR_OF_P3, (red, green, blue)))


_SPACES: dict[str, Callable[[Three], Three]] = {
    "oklab": _of_oklab,
    "oklch": _of_polar(_of_oklab),
    "lab": _of_lab,
    "lch": _of_polar(_of_lab),
    "display-p3": _of_p3,
    "srgb-linear": _shown,
    "xyz": lambda color: _shown(_times(_LINEAR_OF_D65, color)),
    "xyz-d65": lambda color: _shown(_times(_LINEAR_OF_D65, color)),
    "xyz-d50": lambda color: _shown(_times(_LINEAR_OF_D50, color)),
}


def _bounded(color: Three, alpha: float) -> Color:
    red, green, blue = (min(1.0, max(0.0, channel)) for channel in color)
    return Color(red, green, blue, alpha)
