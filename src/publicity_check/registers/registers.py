"""All registers of a run: looked up by number, and by the titles that stand in a text."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec.structs import fields, replace

from publicity_check.config.model import Project, RegisterFile
from publicity_check.readers.collect import Skipped
from publicity_check.registers.register import RUN, Register, Registered, key_of, read_register
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import words

_OFTEN = 50
"""Rows whose titles share a run of words that is too common to tell one of them."""
_MOST = 200
"""Rows that are compared with one text."""
_UNSET: tuple[object, ...] = ("", (), {}, None)
_SUMS = frozenset({"total", "eligible", "eu"})
_MOST_TOLD = 20
"""Rows of a register that cannot be used and are told one by one."""
_LEAST = 0.7
"""Share of a title's words that makes it worth a question."""


class Titled(msgspec.Struct, frozen=True):
    """A row of which the title stands in a text: the share of its words, in their order, and where they begin."""

    register: Register
    row: int
    share: float
    length: int
    """Words of the title."""
    block: int
    start: int
    end: int
    """The first and the last of its words in the block."""

    @property
    def project(self) -> Registered:
        """The project that the row is of."""
        return self.register.project((self.row,))


class Registers(msgspec.Struct, frozen=True, dict=True):
    """All registers of a run; the first that holds a number or title tells of it."""

    all: tuple[Register, ...] = ()

    def __repr__(self) -> str:
        """Name what decides about a verdict."""
        return repr(self.all)

    def __bool__(self) -> bool:
        return bool(self.all)

    def of_number(self, number: str) -> Registered | None:
        """Return the project with a number, or ``None``."""
        return next((found for register in self.all if (found := register.of_number(number))), None)

    def completed(self, project: Project) -> Project:
        """Return a declared project with what its declaration leaves out and a register tells."""
        found = self.of_number(project.number)
        if found is None:
            return project
        told = {field.name: getattr(project, field.name) for field in fields(Project)}
        told = {name: value for name, value in told.items() if value not in _UNSET}
        if told["currency"] != found.currency:
            if not told.keys() & _SUMS:
                del told["currency"]
            else:
                found = replace(found, total=None, eligible=None, eu=None)
        return replace(found, **told)

    def titled(self, texts: Sequence[tuple[int, str]]) -> list[Titled]:
        """Return the projects whose titles stand in numbered texts, whole or in great part, the likeliest first."""
        found: dict[tuple[int, int], Titled] = {}
        for block, text in texts:
            keys = words(text)
            places: dict[tuple[int, int], int] = {}
            for at in range(len(keys) - RUN + 1):
                key = key_of(keys[at : at + RUN])
                for number, register in enumerate(self.all):
                    rows = register.with_words(key)
                    places.update(((number, row), at) for row in rows if len(rows) <= _OFTEN and len(places) < _MOST)
            for (number, row), at in places.items():
                told = _likeness(self.all[number], row, block, keys, at)
                before = found.get((number, row))
                if told is not None and (before is None or told.share > before.share):
                    found[number, row] = told
        return [told for _, told in sorted(found.items(), key=lambda pair: (-pair[1].share, -pair[1].length, pair[0]))]

    @property
    def unused(self) -> list[Skipped]:
        """What could not be used of the registers, with its lines; of very much the first, and how much more."""
        return [told for register in self.all for told in _unused(register)]

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Return some of the numbers of each register, which tell what kinds of number they hold."""
        return tuple(dict.fromkeys(n for register in self.all for n in register.sample_numbers(_MOST) if n))


def read_registers(files: Sequence[RegisterFile], root: Path, rulebook: Rulebook) -> Registers:
    """Read the registers that a configuration names; raises :class:`ConfigError` for one that cannot be used."""
    return Registers(tuple(read_register(file, root, rulebook) for file in files))


def _unused(register: Register) -> Iterator[Skipped]:
    for bad in register.bad[:_MOST_TOLD]:
        yield Skipped(f"{register.file}:{bad.line}", bad.code, bad.values)
    if more := register.bad[_MOST_TOLD:]:
        yield Skipped(f"{register.file}:{more[0].line}", "register-more-rows", {"count": len(more)})


def _likeness(register: Register, row: int, block: int, keys: Sequence[str], at: int) -> Titled | None:
    """Return how much of a row's title stands in a text about some place; ``None`` where it is too little."""
    best: Titled | None = None
    for title in register.title_words(row):
        first = max(0, at - len(title))
        window = keys[first : at + 2 * len(title)]
        same = [b for b in SequenceMatcher(None, title, window, autojunk=False).get_matching_blocks() if b.size]
        share = sum(b.size for b in same) / len(title)
        spread = same[-1].b + same[-1].size - same[0].b if same else 0
        if share >= _LEAST and spread <= 2 * len(title) and (best is None or share > best.share):
            exact = share == 1 and spread == len(title)
            start, end = first + same[0].b, first + same[-1].b + same[-1].size - 1
            best = Titled(register, row, share if exact else min(share, 0.99), len(title), block, start, end)
    return best


__all__ = ["Register", "Registered", "Registers", "Titled", "read_registers"]
