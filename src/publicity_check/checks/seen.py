"""What the pictures of a publication show, as far as their files are at hand: asked for when a duty is open."""

from publicity_check.checks.interface import Case
from publicity_check.facts.model import ImageFact
from publicity_check.pictures.look import Look, look


def look_at(case: Case, index: int) -> Look | None:
    """Say what a picture shows, by the first of its files that can be drawn; ``None`` where none is at hand."""
    cropped = case.publication.appearance(index).cropped
    looks = [look(data, cropped) for data in case.publication.files_of(index)]
    drawn = [found for found in looks if found.shows not in ("unopened", "broken")]
    undrawn = [found for found in looks if found.shows == "unopened"]
    return next(iter((*drawn, *undrawn, *looks)), None)


def is_lost(case: Case, index: int) -> bool:
    """Say whether a picture's file should stand beside the page, as those of other pictures do, and does not."""
    images = case.publication.images
    if not any(name and "//" not in name[:8] and name[:5].lower() != "data:" for name in images[index].names):
        return False
    opened = case.publication.nearby
    others = (name for other, image in enumerate(images) if other != index for name in image.names)
    return any(name[:5].lower() != "data:" and opened(name) is not None for name in others)


def may_carry_text(case: Case, fact: ImageFact) -> bool:
    """Say whether words may stand in a picture that are not in the text, as far as it was looked at and read.

    In an emblem alone there are none. A picture that nothing tells to be a logo, shows no emblem and was read in the
    publication's language carries nothing if none of its words speaks of the Union or its money.
    """
    seen = look_at(case, fact.image)
    if seen is None or seen.shows in ("unopened", "broken"):
        return True
    if seen.bare:
        return False
    if fact.role != "may-carry-text" or seen.shows != "nothing":
        return True
    read = next((shown for shown in case.facts.pictured if shown.image == fact.image), None)
    if read is None or read.publication is None or not read.whole:
        return True
    found = read.facts
    return bool(found.statements or found.union_names or found.funds or found.programmes or found.project_numbers)
