"""The pictures that a verdict on the emblem rests on, small, with what was seen in them."""

import base64
from collections.abc import Iterator
from itertools import islice

from publicity_check.checks.interface import Case
from publicity_check.checks.seen import look_at
from publicity_check.pictures.look import small
from publicity_check.results import PictureShown

MOST = 8
"""Pictures of one publication that are shown."""


def pictures_shown(case: Case) -> tuple[PictureShown, ...]:
    """Return the pictures that may show the emblem and whose files are at hand, each as a small picture."""
    return tuple(islice(_shown(case), MOST))


def _shown(case: Case) -> Iterator[PictureShown]:
    told = (fact.image for fact in case.facts.images if case.publication.images[fact.image].visible)
    for index in dict.fromkeys((*told, *case.facts.undescribed)):
        seen = look_at(case, index)
        data = next(case.publication.files_of(index), None)
        if seen is None or data is None or seen.shows == "unopened" or seen.shows == "broken":
            continue
        tiny = small(data, case.publication.appearance(index).cropped)
        if tiny:
            address = "data:image/jpeg;base64," + base64.b64encode(tiny).decode()
            name = case.publication.images[index].alt.strip() or case.name_of_picture(index)
            yield PictureShown(name, seen.shows, seen.sha256, address)
