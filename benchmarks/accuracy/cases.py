"""The generated set: every kind of defect and twin in every language and format it can stand in, by seed."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from benchmarks.accuracy import (
    defects_disclaimer,
    defects_money,
    defects_places,
    defects_statement,
    drafts,
    told,
    twins,
    unfunded,
    write_docx,
    write_html,
)
from benchmarks.accuracy.document import Draft
from benchmarks.accuracy.kinds import Kind
from benchmarks.accuracy.texts import programmes, words

SEED = 20242
DEFECTS = (*defects_statement.KINDS, *defects_disclaimer.KINDS, *defects_places.KINDS, *defects_money.KINDS)
TWINS = tuple(twins.KINDS)
WRITERS = {"html": write_html.write, "docx": write_docx.write}
FEW = 4
"""A kind that stands in no more languages than this is planted more often in each."""


@dataclass(frozen=True)
class Case:
    """One generated publication: its kind (``None`` if it has nothing to do with EU money), its draft and bytes.

    ``before`` is the draft before the change of its kind.
    """

    id: str
    kind: Kind | None
    before: Draft
    draft: Draft
    content: bytes

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.id}.{self.draft.format}"


def generate(seed: int = SEED, *, languages: tuple[str, ...] = (), repeats: int = 1) -> Iterator[Case]:
    """Yield the whole set; the same seed and arguments give the same bytes."""
    codes = tuple(code for code in words() if not languages or code in languages)
    for number, kind in enumerate((*DEFECTS, *TWINS)):
        for fmt in kind.formats:
            possible = [code for code in codes if _programmes(kind, code, fmt)]
            times = repeats * (4 if len(possible) <= FEW else 1)
            for code in possible:
                for turn in range(times):
                    yield _case(seed, number, kind, code, fmt, turn)
    for code in codes:
        for fmt in ("html", "docx"):
            rng = Random(f"{seed}/unfunded/{code}/{fmt}")
            draft = drafts.unfunded(code, fmt, rng, long=fmt == "html")
            yield Case(f"unfunded-{code}-{fmt}", None, draft, draft, WRITERS[fmt](draft))
    for group in (unfunded, told):
        known = tuple(code for code in codes if code in group.texts())
        for identifier, kind, draft in group.generate(seed, known):
            yield Case(identifier, kind, draft, draft, WRITERS[draft.format](draft))


def digest(cases: list[Case]) -> str:
    """Return the digest of a generated set: names, bytes and what is expected."""
    found = hashlib.sha256()
    for case in cases:
        expected = f"{case.kind.check} {case.kind.outcomes} {case.kind.watched}" if case.kind else "inapplicable"
        found.update(f"{case.name}\0{expected}\0{sorted(case.draft.truth.numbers)}\0".encode())
        found.update(hashlib.sha256(case.content).digest())
    return found.hexdigest()


@cache
def _programmes(kind: Kind, code: str, fmt: str) -> list[str]:
    """Return the programmes in whose publications a kind can stand."""
    found = []
    for name, programme in programmes().items():
        if code in programme.languages:
            sample = drafts.clean(name, code, fmt, Random(0))  # only which parts there are counts
            if kind.applies(sample) or (kind.name.startswith("project number") and programme.own):
                found.append(name)
    return found


def _case(seed: int, number: int, kind: Kind, code: str, fmt: str, turn: int) -> Case:
    rng = Random(f"{seed}/{kind.name}/{code}/{fmt}/{turn}")
    possible = _programmes(kind, code, fmt)
    while True:
        draft = drafts.clean(rng.choice(possible), code, fmt, rng, long=rng.random() < 0.3)
        if kind.applies(draft):
            break
    changed = kind.change(draft, rng)
    group = "d" if kind.check else "t"
    return Case(f"{group}{number:03d}-{code}-{turn}", kind, draft, changed, WRITERS[fmt](changed))
