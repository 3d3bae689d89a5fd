"""What Word does to a picture where it shows it: cuts its edges off, turns it, takes or changes its colours.

ECMA-376 part 1, 20.1.8 (``a:blip`` and its effects, ``a:srcRect``) and 20.1.7.6 (``a:xfrm``).
"""

from collections.abc import Iterable, Iterator

import msgspec

from publicity_check.publication import Effect
from publicity_check.readers.docx.xml import A, Element, number

_WHOLE = 100_000
"""Thousandths of a percent."""
_DEGREE = 60_000
_TURNED = 3.0
"""Degrees that are seen."""
_FAINT, _PALE = 0.08, 0.5
"""Shares of itself below which a picture is not seen, and is pale."""
_SATURATION = "{http://schemas.microsoft.com/office/drawing/2010/main}saturation"


class Done(msgspec.Struct, frozen=True, gc=False):
    """What is done to a picture: the shares cut off left, top, right and bottom; whether anything is left to see."""

    cropped: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    effects: frozenset[Effect] = frozenset()
    gone: bool = False


NOTHING = Done()


def done_to(picture: Element) -> Done:
    """Return what is done to a picture (``pic:pic``)."""
    effects: set[Effect] = set()
    cropped, gone = NOTHING.cropped, False
    for element in picture.iter(f"{{{A}}}srcRect", f"{{{A}}}xfrm", f"{{{A}}}blip"):
        if element.tag.endswith("}srcRect"):
            left, top, right, bottom = (max(0.0, _share(element.get(side)) or 0.0) for side in "ltrb")
            cropped = (left, top, right, bottom)
            gone = gone or left + right >= 1 or top + bottom >= 1
        elif element.tag.endswith("}xfrm"):
            effects.update(_turned(element))
        else:
            effects.update(_recoloured(element.iter()))
            gone = gone or _is_gone(element)
    return Done(cropped, frozenset(effects), gone) if effects or gone or any(cropped) else NOTHING


def _turned(frame: Element) -> Iterator[Effect]:
    angle = (number(frame.get("rot")) or 0) / _DEGREE
    if min(angle % 360, -angle % 360) > _TURNED:
        yield "turned"
    if (frame.get("flipV") in ("1", "true")) != (frame.get("flipH") in ("1", "true")):
        yield "mirrored"


def _recoloured(effects: Iterable[Element]) -> Iterator[Effect]:
    for effect in effects:
        name = effect.tag.rpartition("}")[2] if isinstance(effect.tag, str) else ""
        if name == "grayscl" or (effect.tag == _SATURATION and (_share(effect.get("sat")) or 0) < _PALE):
            yield "grey"
        elif name in ("duotone", "biLevel", "clrRepl"):
            yield "recoloured"
        elif (name == "lum" and _lightened(effect) > _PALE) or (name == "alphaModFix" and _opacity(effect) < _PALE):
            yield "faded"


def _is_gone(blip: Element) -> bool:
    """Say whether effects leave nothing to see: all transparent, all white or black."""
    return any(_opacity(e) < _FAINT for e in blip.iter(f"{{{A}}}alphaModFix")) or any(
        _lightened(e) > 1 - _FAINT or (_share(e.get("contrast")) or 0) <= _FAINT - 1 for e in blip.iter(f"{{{A}}}lum")
    )


def _opacity(effect: Element) -> float:
    share = _share(effect.get("amt"))
    return 1.0 if share is None else share


def _lightened(effect: Element) -> float:
    return abs(_share(effect.get("bright")) or 0.0)


def _share(value: str | None) -> float | None:
    """Return a share that is given in thousandths of a percent, or with a percent sign (Strict documents)."""
    if value is not None and value.endswith("%"):
        return None if (whole := number(value[:-1])) is None else whole / 100
    found = number(value)
    return None if found is None else found / _WHOLE
