"""Is the emblem of the European Union among the pictures?"""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from publicity_check.checks.emblem_shown import (
    COLOUR,
    SIZE,
    Larger,
    asks_for_size,
    is_speck,
    larger_logo,
    measured,
    off_colour,
    remarks,
    written,
)
from publicity_check.checks.interface import Case
from publicity_check.checks.seen import is_lost, look_at
from publicity_check.facts.model import Note
from publicity_check.pictures.look import PIXEL, Look
from publicity_check.publication import Image
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.packs import Requirement
from publicity_check.values.message import Quote, Value, Values

NAME: CheckName = "emblem"

MOST_LOOKED_AT = 40
"""Pictures of one publication that are opened at most."""
_CLEAR = 90
"""Pixels a side from which on an emblem in a picture is not overlooked."""


class _Seen(msgspec.Struct, frozen=True):
    """A picture, what words say of it, and what it shows where its file is at hand."""

    image: int
    called: str
    look: Look | None
    doubtful: bool = False
    """Whether its words say that it is missing, spoilt, or part of a photograph, and its file does not show it."""

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
            unseen = seen.clearly_none or _without_file(case, seen.image)
            if not (unseen or seen.doubtful or is_speck(case, seen.image, seen.look)):
                yield _shown(case, seen, code)


def _by_sight(case: Case) -> Iterator[Finding]:
    """Yield what pictures show of which no words tell it: the emblem, perhaps the emblem."""
    pictures = [_seen(case, index) for index in case.facts.undescribed[:MOST_LOOKED_AT]]
    pictures += _called(case, "programme-logo", visible=True)
    for shown in pictures:
        if shown.shows == "emblem":
            undescribed = Note("emblem-undescribed", {"text": Quote(_own_name(case))})
            if not is_speck(case, shown.image, shown.look):
                yield _shown(case, shown, "emblem-seen", *(() if shown.called else (undescribed,)))
    for shown in (*pictures, *_called(case, "emblem", "funding-logo", visible=True)):
        if is_speck(case, shown.image, shown.look):
            yield _finding(case, shown, Outcome.NEEDS_REVIEW, "emblem-speck")
        elif shown.shows == "perhaps":
            notes = remarks(case, shown.image, shown.look)
            yield _finding(case, shown, Outcome.NEEDS_REVIEW, "emblem-seen-perhaps", notes=notes)
    for shown in _called(case, "emblem", "funding-logo", visible=False):
        yield _finding(case, shown, Outcome.NEEDS_REVIEW, "emblem-hidden")
    for shown in _called(case, "emblem", "funding-logo", visible=True):
        code = "emblem-doubtful" if shown.doubtful else "emblem-called-so"
        yield _finding(case, shown, Outcome.NEEDS_REVIEW, code)
    for shown in _called(case, "programme-logo", visible=True, holding=True):
        if shown.doubtful:
            yield _finding(case, shown, Outcome.NEEDS_REVIEW, "emblem-doubtful")
    for shown in pictures:
        if shown.shows in ("unopened", "broken"):
            yield _finding(case, shown, Outcome.NEEDS_REVIEW, "emblem-perhaps")


def _absent(case: Case) -> Finding:
    if "pictures" not in case.publication.seen:
        return Finding(Outcome.NEEDS_REVIEW, "emblem-not-looked-for")
    undescribed = case.facts.undescribed
    if len(undescribed) > MOST_LOOKED_AT:
        values: Values = {"judged": MOST_LOOKED_AT, "count": len(undescribed)}
        further = case.picture(undescribed[MOST_LOOKED_AT])
        return Finding(Outcome.NEEDS_REVIEW, "emblem-not-all-opened", values=values, evidence=further)
    return Finding(Outcome.FAILED, "emblem-missing", Kind.MISSING, values={"alt": Quote(_own_name(case))})


def _called(case: Case, *roles: str, visible: bool, holding: bool = False) -> Iterator[_Seen]:
    """Yield the pictures that words give one of some roles; only those whose kind holds the emblem if so wanted."""
    images = case.publication.images
    for fact in case.facts.images:
        if fact.role in roles and _visible(images[fact.image]) == visible and fact.holds_emblem >= holding:
            look = look_at(case, fact.image)
            doubtful = fact.doubtful and (look is None or look.shows != "emblem")
            yield _Seen(fact.image, fact.because, look, doubtful)


def _visible(image: Image) -> bool:
    """Say whether a picture is shown, and larger than a pixel or a few."""
    return image.visible and all(side is None or side > PIXEL for side in (image.width, image.height))


def _without_file(case: Case, index: int) -> bool:
    """Say whether a picture names no file and is drawn by nothing: readers may see its description, and no picture."""
    image = case.publication.images[index]
    return not image.inside and not any(name.strip() for name in image.names)


def _seen(case: Case, index: int) -> _Seen:
    return _Seen(index, case.publication.images[index].alt.strip(), look_at(case, index))


def _shown(case: Case, seen: _Seen, code: str, *notes: Note) -> Finding:
    """Return that the emblem is there, unless its file is lost or a logo beside it is larger, with what is remarked."""
    if seen.look is None and is_lost(case, seen.image):
        return _finding(case, seen, Outcome.NEEDS_REVIEW, "emblem-file-lost")
    larger = larger_logo(case, seen.image, seen.look)
    if larger is not None and asks_for_size(case):
        return _beside_larger(case, seen, larger, notes)
    notes = (*notes, *remarks(case, seen.image, seen.look))
    return _finding(case, seen, Outcome.PASSED, code, notes=notes)


def _beside_larger(case: Case, seen: _Seen, larger: Larger, notes: tuple[Note, ...]) -> Finding:
    paged = case.publication.paged
    values: dict[str, Value] = {
        "emblem": written(larger.emblem, paged=paged),
        "logo": Quote(case.publication.images[larger.image].alt.strip() or case.name_of_picture(larger.image)),
        "size": written(larger.size, paged=paged),
    }
    notes = (*notes, *remarks(case, seen.image, seen.look))
    found = _finding(case, seen, Outcome.NEEDS_REVIEW, "emblem-smaller-than-logo", notes=notes)
    evidence = (*found.evidence, *case.picture(larger.image))
    return msgspec.structs.replace(found, values={**found.values, **values}, evidence=evidence)


def answered(case: Case) -> frozenset[str]:
    """Return the ids of duties on colours and size that looking at the emblem answers, as kept or as broken."""
    if not any(duty.id in (SIZE, COLOUR) for _, duty in case.rulebook.unchecked(case.pack)):
        return frozenset()
    called = _called(case, "emblem", "funding-logo", "programme-logo", visible=True)
    others = (_seen(case, index) for index in case.facts.undescribed[:MOST_LOOKED_AT])
    shown = next((seen for seen in chain(called, others) if seen.shows == "emblem"), None)
    if shown is None or shown.look is None:
        return frozenset()
    found = set()
    if measured(case, shown.image, shown.look):
        found.add(SIZE)
    if not off_colour(case, shown.image, shown.look):
        found.add(COLOUR)
    return frozenset(found)


def _own_name(case: Case) -> str:
    """Return the alternative text to give the emblem: the Union's name in the publication's language."""
    languages = case.rulebook.languages
    known = languages.get(case.language) or languages["en"]
    return known.names.union.name


def _finding(case: Case, seen: _Seen, outcome: Outcome, code: str, *, notes: Iterable[Note] = ()) -> Finding:
    values: dict[str, Value] = {"picture": Quote(seen.called or case.name_of_picture(seen.image))}
    return Finding(outcome, code, values=values, evidence=case.picture(seen.image), notes=tuple(notes))
