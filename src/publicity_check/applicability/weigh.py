"""Weighs what points to packs: the likeliest ones, and those that weigh hardly less, are the candidates."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from publicity_check.applicability.evidence import Evidence, best, heaviest
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.index import pointers
from publicity_check.rulebook.packs import Pack

MAX_CANDIDATES = 12
"""Beyond this many packs the publication says too little: the frameworks alone are the candidates."""

ENOUGH_REASONS = 4
"""So many reasons are told for a choice."""

_BY_THE_WAY = frozenset({"language", "year"})
"""Kinds that only break ties: they are the last reason to be told."""


class Weighing(msgspec.Struct, frozen=True, gc=False):
    """The packs that may hold, why, and what each pack weighs that anything points to, the heaviest first."""

    candidates: tuple[str, ...]
    because: tuple[Evidence, ...]
    evidence: tuple[Evidence, ...]
    scores: Mapping[str, float]


def weigh(evidence: Sequence[Evidence], rulebook: Rulebook) -> Weighing:
    """Return which packs may hold by the evidence; without any, all frameworks of the period that is named."""
    telling = heaviest(evidence)
    pointed = sorted({pack for piece in telling for pack in piece.packs})
    scores = _scores(pointed, telling, rulebook)
    candidates = _specific(_likeliest(scores, rulebook), telling, rulebook)
    if not candidates or len(candidates) > MAX_CANDIDATES:
        frameworks = _frameworks(candidates, rulebook)
        lasting = [piece for piece in telling if piece.kind != "year"]
        scores = {**scores, **_scores(frameworks, lasting, rulebook)}
        candidates = _likeliest({f: scores[f] for f in frameworks}, rulebook)
    ordered = dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))
    return Weighing(tuple(sorted(candidates)), _because(candidates, telling, rulebook), tuple(evidence), ordered)


def speaks_for(piece: Evidence, pack: Pack, rulebook: Rulebook) -> bool:
    """Say whether a piece of evidence speaks for a pack: it points to it, to what it extends, or to what it has."""
    if piece.packs and not piece.packs.isdisjoint(pointers(rulebook).lineages[pack.id]):
        return True
    return (
        bool(piece.fund and piece.fund in pack.funds and not pack.framework)
        or pack.family in piece.families
        or bool(piece.period and piece.period == pack.period)
        or bool(piece.language and piece.language in pack.languages)
    )


def _scores(packs: Iterable[str], evidence: Sequence[Evidence], rulebook: Rulebook) -> dict[str, float]:
    return {
        pack: round(sum(best(e for e in evidence if speaks_for(e, rulebook.packs[pack], rulebook)).values()), 3)
        for pack in packs
    }


def _likeliest(scores: Mapping[str, float], rulebook: Rulebook) -> set[str]:
    most = max(scores.values(), default=0.0)
    return {pack for pack, score in scores.items() if most - score < rulebook.evidence.margin}


def _specific(candidates: set[str], evidence: Sequence[Evidence], rulebook: Rulebook) -> set[str]:
    """Leave out packs that another candidate extends to which something points that does not point to them."""
    pointing = [piece.packs for piece in evidence if piece.packs]
    extended = set()
    for candidate in candidates:
        for above in rulebook.lineage(rulebook.packs[candidate])[1:]:
            if any(candidate in packs and above.id not in packs for packs in pointing):
                extended.add(above.id)
    return candidates - extended


def _frameworks(candidates: set[str], rulebook: Rulebook) -> set[str]:
    frameworks = {p.id for p in rulebook.packs.values() if p.framework}
    above = {a.id for c in candidates for a in rulebook.lineage(rulebook.packs[c])} & frameworks
    return above or frameworks


def _because(candidates: set[str], evidence: Sequence[Evidence], rulebook: Rulebook) -> tuple[Evidence, ...]:
    """Return the best evidence of each kind for what is chosen, the weightiest first."""
    packs = [rulebook.packs[candidate] for candidate in sorted(candidates)]
    speaking = [e for e in evidence if any(speaks_for(e, pack, rulebook) for pack in packs)]
    speaking.sort(key=lambda e: (e.kind in _BY_THE_WAY, -e.weight))
    first: dict[str, Evidence] = {}
    for piece in speaking:
        if piece.kind != "language":
            first.setdefault(piece.code, piece)
    return tuple(first.values())[:ENOUGH_REASONS]
