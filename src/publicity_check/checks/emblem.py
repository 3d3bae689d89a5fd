"""Is the emblem of the European Union among the pictures?"""

from collections.abc import Iterable, Iterator

import msgspec

from publicity_check.checks.interface import Case
from publicity_check.checks.seen import look_at
from publicity_check.facts.model import Note
from publicity_check.pictures.look import PIXEL, Look
from publicity_check.pictures.shown import Fault
from publicity_check.publication import Image
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.message import Quote, Value

NAME: CheckName = "emblem"

MOST_LOOKED_AT = 40
"""Pictures of one publication that are opened at most."""
_CLEAR = 90
"""Pixels a side from which on an emblem in a picture is not overlooked."""
_CM = 96 / 2.54
"""CSS pixels in a centimetre."""
_LEAST_CM = 1.0
"""Height of the emblem that the Commission's guidance asks for in documents (law for the EMFF: 763/2014 Art. 2(3))."""
_FAULTS: dict[Fault, str] = {
    "colours": "emblem-colours",
    "proportion": "emblem-proportion",
    "stretched": "emblem-stretched",
    "turned-stars": "emblem-turned-stars",
}


class _Seen(msgspec.Struct, frozen=True):
    """A picture, what words say of it, and what it shows where its file is at hand."""

    image: int
    called: str
    look: Look | None

    @property
    def shows(self) -> str:
        return "unopened" if self.look is None else self.look.shows

    @property
    def clearly_none(self) -> bool:
        """Whether the file is no picture or shows no emblem: a pixel, or a picture in which it would have been seen."""
        seen = self.look
        side = 0 if seen is None else min(seen.width, seen.height)
        return self.shows == "broken" or (self.shows == "nothing" and (side <= PIXEL or side >= _CLEAR))


def decide(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Yield the verdict on the emblem; a plain text cannot hold one, pictures that no reader finds leave it open."""
    if "pictures" in case.publication.lacks:
        yield Finding(Outcome.INAPPLICABLE, "emblem-plain-text")
        return
    yield next(_by_words(case), None) or next(_by_sight(case), None) or _absent(case)


def _by_words(case: Case) -> Iterator[Finding]:
    """Yield that a visible picture is called the emblem, or a logo that holds it, unless its file shows otherwise."""
    for code, called in (
        ("emblem-present", _called(case, "emblem", visible=True)),
        ("emblem-in-logo", _called(case, "funding-logo", visible=True)),
        ("emblem-in-logo", _called(case, "programme-logo", visible=True, holding=True)),
    ):
        for seen in called:
            if not seen.clearly_none:
                yield _finding(case, seen, Outcome.PASSED, code, notes=_notes(case, seen))


def _by_sight(case: Case) -> Iterator[Finding]:
    """Yield what pictures show of which no words tell it: the emblem, perhaps the emblem."""
    pictures = [_seen(case, index) for index in case.facts.undescribed[:MOST_LOOKED_AT]]
    pictures += _called(case, "programme-logo", visible=True)
    for shown in pictures:
        if shown.shows == "emblem":
            undescribed = Note("emblem-undescribed", {"text": Quote(_own_name(case))})
            notes = (*(() if shown.called else (undescribed,)), *_notes(case, shown))
            yield _finding(case, shown, Outcome.PASSED, "emblem-seen", notes=notes)
    for shown in pictures:
        if shown.shows == "perhaps":
            yield _finding(case, shown, Outcome.NEEDS_REVIEW, "emblem-seen-perhaps")
    for shown in _called(case, "emblem", "funding-logo", visible=False):
        yield _finding(case, shown, Outcome.NEEDS_REVIEW, "emblem-hidden")
    for shown in _called(case, "emblem", "funding-logo", visible=True):
        yield _finding(case, shown, Outcome.NEEDS_REVIEW, "emblem-called-so")
    for shown in pictures:
        if shown.shows in ("unopened", "broken"):
            yield _finding(case, shown, Outcome.NEEDS_REVIEW, "emblem-perhaps")


def _absent(case: Case) -> Finding:
    if "pictures" not in case.publication.seen:
        return Finding(Outcome.NEEDS_REVIEW, "emblem-not-looked-for")
    return Finding(Outcome.FAILED, "emblem-missing", Kind.MISSING)


def _called(case: Case, *roles: str, visible: bool, holding: bool = False) -> Iterator[_Seen]:
    """Yield the pictures that words give one of some roles; only those whose kind holds the emblem if so wanted."""
    images = case.publication.images
    for fact in case.facts.images:
        if fact.role in roles and _visible(images[fact.image]) == visible and fact.holds_emblem >= holding:
            yield _Seen(fact.image, fact.because, look_at(case, fact.image))


def _visible(image: Image) -> bool:
    """Say whether a picture is shown, and larger than a pixel or a few."""
    return image.visible and all(side is None or side > PIXEL for side in (image.width, image.height))


def _seen(case: Case, index: int) -> _Seen:
    return _Seen(index, case.publication.images[index].alt.strip(), look_at(case, index))


def _notes(case: Case, seen: _Seen) -> tuple[Note, ...]:
    """Return what is wrong with an emblem that is there."""
    if seen.look is None or seen.look.emblem is None or not seen.look.emblem.sure:
        return ()
    notes = [Note(_FAULTS[fault]) for fault in seen.look.emblem.faults if fault in _FAULTS]
    height = _height_in_cm(case, seen.image, seen.look)
    if height is not None and height < _LEAST_CM:
        notes.append(Note("emblem-small", {"height": f"{height:.1f}"}))
    return tuple(notes)


def _height_in_cm(case: Case, index: int, seen: Look) -> float | None:
    """Return how high the emblem is in a document that says how large its pictures are on paper."""
    image = case.publication.images[index]
    if image.height is None or seen.emblem is None or not case.publication.paged or not seen.height:
        return None
    return image.height * seen.emblem.box[3] / seen.height / _CM


def _own_name(case: Case) -> str:
    """Return the alternative text to give the emblem: the Union's name in the publication's language."""
    languages = case.rulebook.languages
    known = languages.get(case.language) or languages["en"]
    return known.names.union.name


def _finding(case: Case, seen: _Seen, outcome: Outcome, code: str, *, notes: Iterable[Note] = ()) -> Finding:
    values: dict[str, Value] = {"picture": Quote(seen.called or case.name_of_picture(seen.image))}
    return Finding(outcome, code, values=values, evidence=case.picture(seen.image), notes=tuple(notes))
