"""Whether letters in a Word document can be read: their colour on their ground, their size, the room they have.

Sizes are those of the file: half-points of letters, twentieths of a point (twips) of distances.
"""

import re

import msgspec

from publicity_check.readers.colors import BLACK, FAINT, Color, differ
from publicity_check.readers.docx.colors import Theme, named, paints, said_color, shade_of
from publicity_check.readers.docx.xml import WORD_2010, Element, number, switch, value, w

TINY = 4
"""Half-points: letters of two points cannot be read."""
NARROW = 5
"""Per cent of their width at which letters are a line."""
SQUEEZED = 100
"""Twips: what is fitted into so little room (5 pt) is a line."""
RAISED = 1_000
"""Half-points by which letters are raised or lowered out of every page."""
_USUAL = 20
"""Half-points: the size of letters of which nothing is said."""
_ADVANCE = 4.5
"""Twips, for each half-point of its size, that a letter is wide at the least on average."""

Ground = Color | None
"""What letters stand on; ``None`` where it cannot be told."""
Paints = tuple[Color, ...]


class Letters(msgspec.Struct, frozen=True, gc=False):
    """How letters are printed, as far as it is said; ``None`` where nothing is said."""

    color: Color | None = None
    automatic: bool | None = None
    """Whether Word chooses black or white, whichever stands out from the ground."""
    ground: Color | None = None
    patterned: bool | None = None
    """Whether the ground is a pattern, whose colour cannot be told."""
    marked: bool | None = None
    """Whether the ground is that of a marker (``w:highlight``)."""
    size: int | None = None
    width: int | None = None
    spacing: int | None = None
    raised: int | None = None
    room: int | None = None
    """Twips into which a run is fitted."""
    struck: bool | None = None
    fill: Paints | None = None
    """What the inside of letters is painted with, where effects say so and not their colour."""
    outline: Paints | None = None
    """What is painted around them: outline, shadow, glow."""
    embossed: bool | None = None
    """Whether Word draws them by light and shade."""

    def over(self, base: "Letters") -> "Letters":
        """Return these, completed by what others say."""
        if base == PLAIN:
            return self
        if self == PLAIN:
            return base
        mine = msgspec.structs.asdict(self)
        made = {key: getattr(base, key) if said is None else said for key, said in mine.items()}
        if self.color is not None or self.automatic:
            made["color"], made["automatic"], made["fill"] = self.color, self.automatic, self.fill
        if self.ground is not None or self.patterned:
            made["ground"], made["patterned"] = self.ground, self.patterned
        return Letters(**made)

    def can_be_read(self, behind: Ground) -> bool:
        """Say whether a reader sees letters on a ground, struck through or not."""
        if self._is_out_of_shape():
            return False
        if self.embossed:
            return True
        ground = None if self.patterned else (self.ground or behind)
        painted = self.outline or ()
        if self.fill is not None:
            painted += self.fill
        elif self.color is not None and not self.automatic:
            painted += (self.color,)
        elif ground is None or self.ground is None or not self.marked or differ(BLACK, ground) >= FAINT:
            # By itself Word sets letters off from a shade behind the paragraph; from a marker it does not.
            return True
        return any(_stands_out(color, ground) for color in painted)

    def _is_out_of_shape(self) -> bool:
        size = _USUAL if self.size is None else self.size
        return (
            size <= TINY
            or (self.width is not None and self.width <= NARROW)
            or (self.room is not None and self.room <= SQUEEZED)
            or (self.raised is not None and abs(self.raised) >= RAISED)
            or (self.spacing is not None and self.spacing <= -_ADVANCE * size)
        )


PLAIN = Letters()


def _stands_out(color: Color, ground: Ground) -> bool:
    if color.alpha < FAINT:
        return False
    return ground is None or differ(color.over(ground), ground) >= FAINT


def letters_of(properties: Element | None, theme: Theme) -> Letters:
    """Return what the properties of a run (``w:rPr``) say of its letters."""
    if properties is None or not len(properties):
        return PLAIN
    color, automatic = said_color(properties.find(w("color")), "val", theme)
    shade, patterned = shade_of(properties, theme)
    marker = (value(properties, "highlight") or "none").lower()
    marked = None if marker == "none" else named(marker)
    if marked is not None:
        shade, patterned = marked, None
    around = [paints(properties.find(f"{{{WORD_2010}}}{name}"), theme) for name in ("textOutline", "shadow", "glow")]
    fitted = properties.find(w("fitText"))
    return Letters(
        color=color,
        automatic=automatic,
        ground=shade,
        patterned=patterned,
        marked=None if marked is None else True,
        size=_digits(value(properties, "sz")),
        width=_digits(value(properties, "w")),
        spacing=number(value(properties, "spacing")),
        raised=number(value(properties, "position")),
        room=None if fitted is None else number(fitted.get(w("val"))),
        struck=_any_of(properties, "strike", "dstrike"),
        fill=paints(properties.find(f"{{{WORD_2010}}}textFill"), theme),
        outline=None if around == [None] * 3 else sum((painted or () for painted in around), ()),
        embossed=_any_of(properties, "emboss", "imprint", "shadow"),
    )


def _any_of(properties: Element, *names: str) -> bool | None:
    """Say whether one of several properties is on; ``None`` where nothing is said of any."""
    said = [switch(properties, name) for name in names]
    return True if any(said) else None if said == [None] * len(names) else False


_DIGITS = re.compile(r"(\d+(?:\.\d+)?)(pt|%)?")


def _digits(said: str | None) -> int | None:
    """Return a size in half-points or per cent; Strict documents write a unit behind it."""
    found = _DIGITS.fullmatch(said or "")
    if not found:
        return None
    return round(float(found[1]) * (2 if found[2] == "pt" else 1))
