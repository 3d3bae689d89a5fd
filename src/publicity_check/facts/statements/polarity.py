"""Whether a found sentence says yes where the prescribed one does, and no where that does.

A denial is a negator ("not"), a word with a negating prefix ("neatbild") or a phrase ("in no way"). Denials of a
disclaimer are held against the prescribed ones place by place: one that is lost, or added, may turn the sentence round.
"""

from typing import Literal

import msgspec

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.statements.content import Disclaimers
from publicity_check.facts.statements.free import Grammar
from publicity_check.facts.statements.match import SentenceMatch
from publicity_check.facts.statements.prescribed import MATERIAL_SLOTS, Sentence

Turned = Literal["", "perhaps", "surely"]
"""Whether a sentence says the opposite of the prescribed one."""

_BEFORE = 5
"""Words before a sentence among which a negation in the same sentence denies it."""
_SHORT = 8
"""Words up to which a sentence may be negated by what stands before it ("is not funded by ...")."""
_INSTEAD = 3
"""Words between a denial that is lost and another one that stands for it."""
_PAIRED = 3
"""Words between "nor" and the name that it is said of ("nor the European Union", "nor {authority}")."""

_VERBS = 2
"""Words at the end of a slot that may belong to the verb behind it ("EACEA cannot be held")."""


class _Denials(msgspec.Struct, frozen=True, gc=False):
    """The denials of a prescribed sentence in a text: tokens that are kept or lost, words that are gained."""

    kept: tuple[int, ...]
    lost: tuple[int, ...]
    gained: tuple[int, ...]


class Polarity:
    """Holds the denials of found sentences against those of the prescribed ones."""

    def __init__(self, grammar: Grammar, disclaimers: Disclaimers) -> None:
        self._grammar = grammar
        self._disclaimers = disclaimers

    def of_statement(self, clauses: Clauses, sentence: Sentence, found: SentenceMatch, language: str) -> Turned:
        """Say whether a funding statement denies what is prescribed, or states what the prescribed one denies."""
        negates, alignment, keys = self._grammar.negation.negates, found.alignment, clauses.words.keys
        if self._opposites(clauses, sentence, found, language):
            return "surely"
        before = self._before(clauses, found, language)
        inside = [*alignment.pairs.values(), *alignment.changed.values(), *alignment.added]
        for i, held in alignment.slots.items():
            if sentence.tokens[i].slot in MATERIAL_SLOTS:
                inside += range(*held)
        written = any(negates(keys[w], language) for w in inside)
        if any(negates(t.key, language) for t in sentence.tokens):
            lost = [i for i in (*alignment.missing, *alignment.changed) if negates(sentence.tokens[i].key, language)]
            return "surely" if lost and not written and not before else ""
        return "surely" if written or (sentence.weight < _SHORT and before) else ""

    def of_disclaimer(self, clauses: Clauses, sentence: Sentence, found: SentenceMatch, language: str) -> Turned:
        """Say whether a sentence of a disclaimer affirms what is denied, or denies what is affirmed."""
        denials = self._denials(clauses, sentence, found, language)
        kept, lost, gained = denials.kept, denials.lost, denials.gained
        if not kept and not lost:
            return "surely" if gained or self._opposites(clauses, sentence, found, language) else ""
        if gained:
            fits = self._instead(found, denials) if lost else self._joined(found, denials, language)
            return "" if fits else "perhaps"
        if lost and self._only_strengthened(sentence, denials, language):
            return "surely"
        return "perhaps" if any(not self._of_a_pair(sentence, i) for i in lost) else ""

    def _only_strengthened(self, sentence: Sentence, denials: _Denials, language: str) -> bool:
        """Say whether a denial is lost and no other is kept, but for words that only strengthen one."""
        strong = [not self._disclaimers.strengthens(sentence.tokens[i].key, language) for i in denials.kept]
        lost = (not self._disclaimers.strengthens(sentence.tokens[i].key, language) for i in denials.lost)
        return not any(strong) and (not strong or any(lost))

    def _joined(self, found: SentenceMatch, denials: _Denials, language: str) -> bool:
        """Say whether all denials gained stand beside kept ones, in a language in which several are one."""
        placed = found.alignment.pairs | found.alignment.changed
        near = [placed[i] for i in denials.kept]
        return self._disclaimers.concord(language) and all(
            any(abs(w - at) <= _INSTEAD for at in near) for w in denials.gained
        )

    def _opposites(self, clauses: Clauses, sentence: Sentence, found: SentenceMatch, language: str) -> bool:
        """Say whether a word stands for one that is the same with a negating prefix, or without."""
        keys = clauses.words.keys
        changed = found.alignment.changed.items()
        return any(self._grammar.negation.opposite(sentence.tokens[i].key, keys[w], language) for i, w in changed)

    def _before(self, clauses: Clauses, found: SentenceMatch, language: str) -> list[int]:
        """Return the negators right before a found sentence, in the same sentence of the text."""
        keys = clauses.words.keys
        return [
            w
            for w in range(max(0, found.first - _BEFORE), found.first)
            if self._grammar.negation.denied_at(keys, w, language)
            and not any(clauses.ends(x) or ":" in clauses.gap(x) for x in range(w, found.first))
        ]

    def _denials(self, clauses: Clauses, sentence: Sentence, found: SentenceMatch, language: str) -> _Denials:
        tokens, alignment, keys = sentence.tokens, found.alignment, clauses.words.keys
        prescribed = self._disclaimers.denials_among([t.key for t in tokens], language)
        prescribed = {i for i in prescribed if not tokens[i].optional}
        written = self._disclaimers.denials_among(keys[found.first : found.last + 1], language)
        denying = {found.first + w for w in written}
        changed = {i for i in prescribed if alignment.changed.get(i, -1) in denying}
        kept = {i for i in prescribed if i in alignment.pairs} | changed
        named = {
            w for i, held in alignment.slots.items() if not tokens[i].key for w in range(held[0], held[1] - _VERBS)
        }
        own = set(alignment.pairs.values()) | {alignment.changed[i] for i in changed} | named
        gained = [*self._before(clauses, found, language), *sorted(denying - own)]
        return _Denials(tuple(sorted(kept)), tuple(sorted(prescribed - kept)), tuple(gained))

    def _instead(self, found: SentenceMatch, denials: _Denials) -> bool:
        """Say whether the denials gained stand for those lost: each near one, or anywhere in an all denied sentence.

        A sentence that begins with its denial ("Neither … nor …") is denied as a whole.
        """
        if min(denials.kept + denials.lost) == 0:
            return True
        placed = {**found.alignment.pairs, **found.alignment.changed}
        gone = [max((w for i, w in placed.items() if i <= lost), default=found.first) for lost in denials.lost]
        return all(any(abs(w - at) <= _INSTEAD for at in gone) for w in denials.gained)

    def _of_a_pair(self, sentence: Sentence, token: int) -> bool:
        """Say whether a denial only pairs names ("neither … nor"): it stands before one, and another denies."""
        tokens = sentence.tokens
        near = range(token + 1, min(token + 1 + _PAIRED, len(tokens)))
        return any(i in sentence.union or not tokens[i].key for i in near)
