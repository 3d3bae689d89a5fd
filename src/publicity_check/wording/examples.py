"""What fills the gaps of a wording while it is tried: names that are nobody's, a number of the programme's form."""

from collections.abc import Iterator

from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.packs import Pack

NAME = "Linden Town Council"
FILLED = {
    **dict.fromkeys(("beneficiary", "partner", "project", "programme"), NAME),
    "number": "101069802",
    "authority": "the National Agency for Education",
    "authority_short": "the National Agency for Education",
}
"""What fills any gap where nothing better is known."""


def fillings(rulebook: Rulebook, pack: Pack) -> dict[str, str]:
    """Return what fills the gaps: a number of the pack, and for a framework a programme that it holds for."""
    found = dict(FILLED)
    number = next(numbers_of(rulebook, pack), None)
    if number:
        found["number"] = number
    if pack.framework:
        heirs = (p for p in rulebook.packs.values() if not p.framework and pack in rulebook.lineage(p))
        names = (name for heir in heirs for name in (*heir.short_names, *heir.names.get("en", ())))
        found["programme"] = next(names, NAME)
    return found


def numbers_of(rulebook: Rulebook, pack: Pack) -> Iterator[str]:
    """Yield examples of project numbers that a pack knows."""
    for member in rulebook.lineage(pack):
        for kind in (rulebook.numbers[k] for k in member.numbers):
            yield from (*(example.value for example in kind.examples), *kind.shapes)
