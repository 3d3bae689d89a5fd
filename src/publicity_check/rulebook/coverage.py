"""What is known of each programme, and what is missing: for those who want to help."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from publicity_check.rulebook.common import Known, LanguageCode
from publicity_check.rulebook.load import Rulebook
from publicity_check.rulebook.packs import Pack


class Coverage(msgspec.Struct, frozen=True, gc=False):
    """How much of one programme is known.

    ``known`` counts its duties, those it extends among them, by how they are known; ``own`` counts the duties that are
    its own. ``without_wording`` are its languages in which a prescribed sentence was read nowhere.
    """

    pack: str
    completeness: str
    own: int
    known: dict[Known, int]
    without_wording: tuple[LanguageCode, ...]
    missing: tuple[str, ...]


def coverage(rulebook: Rulebook, language: str = "") -> Iterator[Coverage]:
    """Yield what is known of each programme, by its id; ``language`` keeps those whose beneficiaries publish in it."""
    for _, pack in sorted(rulebook.packs.items()):
        if not language or language in pack.languages:
            yield _of(rulebook, pack, language)


def _of(rulebook: Rulebook, pack: Pack, language: str) -> Coverage:
    duties = [duty for _, duty in (*rulebook.requirements(pack), *rulebook.unchecked(pack))]
    asked = [language] if language else list(pack.languages)
    return Coverage(
        pack=pack.id,
        completeness=pack.completeness,
        own=len(pack.requirement) + len(pack.unchecked),
        known=dict(sorted(Counter(duty.known for duty in duties).items())),
        without_wording=tuple(code for code in asked if _lacks_wording(rulebook, pack, code)),
        missing=pack.not_known,
    )


def _lacks_wording(rulebook: Rulebook, pack: Pack, language: str) -> bool:
    """Say whether a duty of a pack prescribes a sentence that was read nowhere in a language."""
    for _, duty in rulebook.requirements(pack):
        parts = [p for w in duty.wordings for p in rulebook.wordings[w].part if p.language == language]
        if duty.wordings and not any(part.verified != "own-knowledge" for part in parts):
            return True
    return False
