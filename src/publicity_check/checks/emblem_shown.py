"""How the emblem is shown: whole, in its colours and proportions, as large as the logos beside it.

Regulation (EU) 2021/1060 Annex IX (size beside other logos 1.7, colours and proportions 1.9) and the graphics guide to
the European emblem (1996): twelve upright stars of five points, a field one and a half times as wide as high.
"""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from publicity_check.checks.interface import Case
from publicity_check.checks.seen import look_at
from publicity_check.facts.model import Note
from publicity_check.pictures.look import PIXEL, Look
from publicity_check.pictures.shown import Fault
from publicity_check.publication import Effect
from publicity_check.values.message import Quote

SIZE, COLOUR = "emblem-size", "emblem-colour"
"""The ids of duties that no check decides by itself, and that are answered where the emblem could be looked at."""
_CM = 96 / 2.54
"""CSS pixels in a centimetre."""
_LEAST_CM = 1.0
"""Height of the emblem that the Commission's guidance asks for in documents (law for the EMFF: 763/2014 Art. 2(3))."""
_DRAWN_OUT = {True: 1.08, False: 1.2}
"""How much a picture's proportions may differ from its file's, on paper and on a page that other sheets may mend."""
_AS_LARGE = 0.95
"""Sizes are rounded; what is so near is as large."""
_FAULTS: dict[Fault, str] = {
    "colours": "emblem-colours",
    "proportion": "emblem-proportion",
    "stretched": "emblem-stretched",
    "turned-stars": "emblem-turned-stars",
    "missing-stars": "emblem-missing-stars",
    "no-stars": "emblem-no-stars",
}
_EFFECTS: dict[Effect, str] = {
    "grey": "emblem-grey",
    "recoloured": "emblem-colours",
    "faded": "emblem-faded",
    "turned": "emblem-turned",
    "mirrored": "emblem-turned",
    "squeezed": "emblem-stretched",
}
_OFF_COLOUR = frozenset({"emblem-colours", "emblem-proportion", "emblem-stretched", "emblem-grey", "emblem-faded"})


class Size(NamedTuple):
    """Width and height in CSS pixels."""

    width: float
    height: float


class Larger(msgspec.Struct, frozen=True):
    """A logo that is larger than the emblem in width and in height."""

    image: int
    size: Size
    emblem: Size


def is_speck(case: Case, image: int, seen: Look | None) -> bool:
    """Say whether the emblem is shown so small that nobody sees it."""
    size = _size_of_emblem(case, image, seen)
    return size is not None and min(size) <= PIXEL


def remarks(case: Case, image: int, seen: Look | None) -> Iterator[Note]:
    """Yield what is wrong with an emblem that is there, each code once."""
    codes = dict.fromkeys(_codes(case, image, seen))
    yield from (Note(code) for code in codes)
    size = _size_of_emblem(case, image, seen)
    if case.publication.paged and size is not None and size.height / _CM < _LEAST_CM:
        yield Note("emblem-small", {"height": f"{size.height / _CM:.1f}"})
    if (larger := larger_logo(case, image, seen)) is not None and not asks_for_size(case):
        logo = case.publication.images[larger.image].alt.strip() or case.name_of_picture(larger.image)
        yield Note("emblem-beside-larger", {"logo": Quote(logo)})


def _codes(case: Case, image: int, seen: Look | None) -> Iterator[str]:
    if seen is not None and seen.emblem is not None:
        yield from (_FAULTS[fault] for fault in seen.emblem.faults if fault in _FAULTS)
    appearance = case.publication.appearance(image)
    yield from sorted(_EFFECTS[effect] for effect in appearance.effects)
    sides = appearance.width, appearance.height
    if seen is None or not seen.height or None in sides or appearance.fitted or not appearance.known:
        return
    width, height = (side or 0.0 for side in sides)
    if min(width, height) > 0:
        shape = (width / height) / (seen.width / seen.height)
        if max(shape, 1 / shape) > _DRAWN_OUT[case.publication.paged]:
            yield "emblem-stretched"


def larger_logo(case: Case, image: int, seen: Look | None) -> Larger | None:
    """Return the largest logo beside the emblem, where that is larger in width and in height."""
    emblem = _size_of_emblem(case, image, seen)
    if emblem is None:
        return None
    beside = [(size, index) for index in _signs(case, image) if (size := _size(case, index)) is not None]
    if not beside:
        return None
    size, index = max(beside, key=lambda one: one[0].width * one[0].height)
    return None if _as_large(emblem, size) else Larger(index, size, emblem)


def asks_for_size(case: Case) -> bool:
    """Say whether the rules ask that the emblem be as large as the largest logo beside it."""
    return any(duty.id == SIZE and duty.level == "must" for _, duty in case.rulebook.unchecked(case.pack))


def off_colour(case: Case, image: int, seen: Look) -> bool:
    """Say whether the emblem is not in its colours and proportions, or only perhaps."""
    coloured = seen.emblem is not None and seen.emblem.version == "colour"
    return not coloured or any(code in _OFF_COLOUR for code in _codes(case, image, seen))


def measured(case: Case, image: int, seen: Look) -> bool:
    """Say whether the emblem could be held against whatever else is shown, and is small or large enough to tell."""
    emblem = _size_of_emblem(case, image, seen)
    if larger_logo(case, image, seen) is not None:
        return True
    others = [i for i, other in enumerate(case.publication.images) if other.visible and i != image]
    sizes = [_size(case, other) for other in others]
    return not others or (emblem is not None and all(size is not None and _as_large(emblem, size) for size in sizes))


def written(size: Size, *, paged: bool) -> str:
    """Return a size as people write it: in centimetres on paper, in pixels on a page."""
    if paged:
        return f"{size.width / _CM:.1f} × {size.height / _CM:.1f} cm"
    return f"{size.width:.0f} × {size.height:.0f} px"


def _as_large(emblem: Size, other: Size) -> bool:
    return emblem.width >= _AS_LARGE * other.width or emblem.height >= _AS_LARGE * other.height


def _signs(case: Case, image: int) -> Iterator[int]:
    """Yield the logos beside the emblem that show no emblem themselves."""
    for index in case.facts.signs:
        if index != image:
            seen = look_at(case, index)
            if seen is None or seen.shows == "nothing":
                yield index


def _size_of_emblem(case: Case, image: int, seen: Look | None) -> Size | None:
    """Return how large the emblem within a picture is shown, ``None`` where that is not known."""
    whole = _size(case, image)
    if whole is None or seen is None or seen.emblem is None or not seen.width or not seen.height:
        return None
    _, _, width, height = seen.emblem.box
    return Size(whole.width * width / seen.width, whole.height * height / seen.height)


def _size(case: Case, image: int) -> Size | None:
    """Return how large a picture is shown; one side follows from the other by the proportions of the file."""
    shown = case.publication.appearance(image)
    if not shown.known or (shown.width is None and shown.height is None):
        return None
    width, height = shown.width, shown.height
    if width is not None and height is not None and not shown.fitted:
        return Size(width, height)
    seen = look_at(case, image)
    if seen is None or not seen.height:
        return None
    shape = seen.width / seen.height
    if width is not None and height is not None:
        return Size(min(width, height * shape), min(height, width / shape))
    return Size(width, width / shape) if width is not None else Size((height or 0.0) * shape, height or 0.0)
