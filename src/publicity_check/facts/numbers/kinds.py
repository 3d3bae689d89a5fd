"""The kinds of project numbers by how they begin, and what a place may be read as."""

import re
from collections.abc import Iterable

import msgspec

from publicity_check.facts.numbers.forms import NumberForm, Reading
from publicity_check.rulebook import Rulebook

_RUN = re.compile(r"#?[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_SKELETON = str.maketrans({"l": "I", "1": "I", "|": "I", "0": "O"})
_DOUBTFUL = re.compile(r"^[^\W\d_]*[l10|]")
"""Letters at the start of a word with something among or behind them that may be a letter too."""
_ANY_START = "*"


class Forms(msgspec.Struct):
    """The kinds of numbers that begin alike, and those of which a part may begin so."""

    whole: dict[NumberForm, None] = {}
    partial: dict[NumberForm, None] = {}


class Hit(msgspec.Struct, frozen=True):
    """A number that looks like one of a kind, before its surroundings are weighed."""

    form: NumberForm
    reading: Reading


class Kinds:
    """Knows the kinds of a rulebook by how their numbers begin, and which rule packs they belong to."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._starts: dict[str, Forms] = {}
        self.forms: dict[str, NumberForm] = {}
        for kind in rulebook.numbers.values():
            form = NumberForm(kind)
            for start in kind.starts:
                self._starts.setdefault(start, Forms()).whole[form] = None
            for incomplete in kind.incomplete:
                for start in incomplete.starts or kind.starts:
                    self._starts.setdefault(start, Forms()).partial[form] = None
            self.forms[kind.id] = form
        for form in self.forms.values():
            form.companions = tuple(self.forms[k] for k in form.kind.companions if k in self.forms)
        self.packs: dict[str, tuple[str, ...]] = {
            kind: tuple(p.id for p in rulebook.packs.values() if kind in p.numbers) for kind in rulebook.numbers
        }

    def beginning(self, folded: str, start: int, end: int) -> list[Forms]:
        """Return the kinds of which a number may begin at ``start``, with a digit before ``end``."""
        return [self._starts[key] for key in _keys(folded, start, end) if key in self._starts]


def _keys(folded: str, start: int, end: int) -> tuple[str, ...]:
    """Return under what a number that begins at ``start`` and has a digit before ``end`` would be listed."""
    run = _RUN.match(folded, start, end)
    if run is None:
        return ()
    text = run[0]
    first = text[0]
    if first.isdigit():
        digits = _DIGITS.match(text)
        count = digits.end() if digits else 0
        rest = text[count : count + 1] or folded[run.end() : run.end() + 2]
        if rest[:1] == " " and rest[1:] in ("-", "/", "_"):
            rest = rest[1:]
        nines = "9" * count
        return nines + ("A" if rest[:1].isalpha() else rest[:1]), nines
    if first == "#":
        return ("#",)
    letters = _LETTERS.match(text)
    keys = [letters[0].upper()] if letters else []
    if _DOUBTFUL.search(text):
        likely = _LETTERS.match(text.translate(_SKELETON).upper())
        if likely and len(likely[0]) > 1:
            keys.append(likely[0])
    if first.isupper() and not text[1:2].islower():
        keys.append(_ANY_START)
    return tuple(dict.fromkeys(keys))


def hits(forms: Iterable[Forms], written: str, folded: str, start: int) -> tuple[list[Hit], list[Hit]]:
    """Return what a place may be read as: whole numbers, and incomplete ones."""
    whole = [
        Hit(form, reading)
        for form in dict.fromkeys(f for listed in forms for f in listed.whole)
        if (reading := form.read(written, folded, start)) is not None
    ]
    partial = [
        Hit(form, reading)
        for form in dict.fromkeys(f for listed in forms for f in listed.partial)
        if (reading := form.read_incomplete(folded, start)) is not None
    ]
    return whole, partial
