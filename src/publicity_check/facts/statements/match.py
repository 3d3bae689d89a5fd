"""Parts of wordings found in a text: candidates aligned, sentences of one part brought together, the best kept."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

import msgspec

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.statements.align import Alignment, align, close, finish, share
from publicity_check.facts.statements.index import Candidate, WordingIndex
from publicity_check.facts.statements.prescribed import (
    LONGEST_SLOT,
    MATERIAL_SLOTS,
    Library,
    Number,
    Prescribed,
    Sentence,
)
from publicity_check.text.taken import Taken
from publicity_check.text.words import alike

_ALIGNED_PER_PLACE = 6
"""Candidates that are aligned at one place, most promising first."""

_APART = 90
"""Words that may stand between two sentences of one part."""

_LONG = 8
"""Words from which on a sentence is long: it is recognised although words are missing, added or changed."""

_COVERAGE = 0.6
"""Share of a long sentence's words that must be there."""


_SURE = 0.8
"""Share of words from which on a sentence is what it looks like, whatever is missing."""
_LONG_ENOUGH = 15
"""Words of a part that is recognised although a key phrase is missing and less than that share is there."""

_INEXACT = 2.0
"""What a sentence with other or missing words loses against one that agrees: the exact one is meant."""

_AS_GOOD = 0.05
"""Two wordings whose scores differ by less agree with a place equally well."""


class SentenceMatch(msgspec.Struct, frozen=True, gc=False):
    """A prescribed sentence found in the text."""

    sentence: Number
    alignment: Alignment
    first: int
    last: int
    score: float


class PartMatch(msgspec.Struct):
    """A part of a wording found in the text; ``found`` has its sentences in prescribed order, ``None`` if absent."""

    part: Prescribed
    found: list[SentenceMatch | None]
    words: frozenset[int]
    score: float
    equals: list[Prescribed] = []
    """Other parts that the same words agree with equally well."""

    @property
    def present(self) -> list[SentenceMatch]:
        """Return the sentences that are there."""
        return [m for m in self.found if m is not None]

    @property
    def first(self) -> int:
        """Return its first word."""
        return min(m.first for m in self.present)

    @property
    def last(self) -> int:
        """Return its last word."""
        return max(m.last for m in self.present)


class PartFinder:
    """Finds the parts of a library's wordings."""

    def __init__(self, library: Library, common: Set[str], is_demonstrative: Callable[[str], bool]) -> None:
        self.library = library
        self.index = WordingIndex(common)
        self._is_demonstrative = is_demonstrative

    def find(self, clauses: Clauses, positions: Sequence[int]) -> list[PartMatch]:
        """Return the parts found, best first; no two of one check share their words."""
        sentences = self._sentences(clauses, positions)
        if not sentences:
            return []
        return _best(self._parts(clauses, sentences))

    def _sentences(self, clauses: Clauses, positions: Sequence[int]) -> list[SentenceMatch]:
        keys = clauses.words.keys
        tried: dict[int, int] = {}
        found: list[SentenceMatch] = []
        exact: dict[int, int] = {}
        for candidate in self.index.candidates(keys, positions):
            sentence = self.library.sentences[candidate.sentence]
            place = range(candidate.first, candidate.last + 1)
            if all(tried.get(w, 0) >= _ALIGNED_PER_PLACE for w in place):
                continue
            rival = max(exact.get(w, 0) for w in place) if exact else 0
            if rival > sentence.weight:
                continue
            match = self._match(clauses, candidate, rival)
            for w in place:
                tried[w] = tried.get(w, 0) + 1
            if match is not None:
                found.append(match)
                if match.alignment.exact:
                    for w in range(match.first, match.last + 1):
                        exact[w] = max(exact.get(w, 0), sentence.weight)
        return found

    def _match(self, clauses: Clauses, candidate: Candidate, rival: int) -> SentenceMatch | None:
        """Lay a candidate against the text if enough speaks for it.

        ``rival`` is how many words another sentence has that agrees there word for word: one that has no more can
        only be as good.
        """
        keys = clauses.words.keys
        sentence = self.library.sentences[candidate.sentence]
        share = self.index.share(candidate)
        if rival >= sentence.weight and share < 1.0 and not any(t.optional for t in sentence.tokens):
            return None
        if share < (0.5 if rival else 0.15 if sentence.weight >= _LONG else 0.0):
            return None
        found = align(
            sentence,
            keys,
            candidate.window(sentence.tokens, len(keys)),
            candidate.hits,
            loosely=sentence.weight > rival,
        )
        if found is None:
            return None
        _cut(clauses, found)
        finish(found)
        if not found.pairs or not _recognised(clauses, sentence, found):
            return None
        self._fill_edges(clauses, found)
        agreeing = sum(1 for i in found.pairs if not sentence.tokens[i].optional)
        changed = len(found.changed)
        near = sum(1 for i, w in found.changed.items() if close(keys[w], sentence.tokens[i].key))
        score = agreeing + 0.6 * near - 0.4 * len(found.added) - 1.5 * (len(found.missing) + changed - near)
        if found.missing or changed > near:
            score -= _INEXACT
        score += 0.1 * sum(1 for i in found.pairs if sentence.tokens[i].optional)
        return SentenceMatch(candidate.sentence, found, found.first, found.last, score)

    def _fill_edges(self, clauses: Clauses, found: Alignment) -> None:
        """Fill slots with which a sentence begins or ends: with the words of its sentence in the text."""
        inner = [*found.pairs, *found.changed]
        head = [i for i in range(min(inner)) if not found.tokens[i].key and i not in found.slots]
        tail = [i for i in range(max(inner) + 1, len(found.tokens)) if not found.tokens[i].key and i not in found.slots]
        at = min([*found.pairs.values(), *found.changed.values(), *(a for a, _ in found.slots.values())])
        if head:
            start = clauses.start_of(at, LONGEST_SLOT) if not clauses.ends(at - 1) else at
            if all(found.tokens[i].slot in MATERIAL_SLOTS for i in head):
                near = [w for w in range(max(start, at - 6), at) if self._is_demonstrative(clauses.words.keys[w])]
                start = near[0] if near else max(start, at - len(head))
            if start < at:
                share(found, head, start, at)
        if tail:
            end = max([*found.pairs.values(), *found.changed.values(), *(b - 1 for _, b in found.slots.values())])
            last = clauses.end_of(end, LONGEST_SLOT)
            if last == end and clauses.joins(end):
                last = clauses.end_of(end + 1, LONGEST_SLOT - 1)
            if last > end:
                share(found, tail, end + 1, last + 1)

    def _parts(self, clauses: Clauses, sentences: list[SentenceMatch]) -> list[PartMatch]:
        by_part: dict[Number, list[SentenceMatch]] = {}
        for match in sentences:
            for number in self.library.parts_of[match.sentence]:
                by_part.setdefault(number, []).append(match)
        found: list[PartMatch] = []
        for part_number, matches in by_part.items():
            part = self.library.parts[part_number]
            for group in _groups(sorted(_distinct(matches), key=lambda m: m.first)):
                chosen = [group.get(s) for s in part.sentences]
                words = frozenset(
                    w for m in group.values() for w in (*m.alignment.pairs.values(), *m.alignment.changed.values())
                )
                lost = sum(
                    self.library.sentences[s].weight for s, m in zip(part.sentences, chosen, strict=True) if m is None
                )
                score = sum(m.score for m in group.values()) - 0.3 * lost
                if not self._meant(clauses, part, group):
                    continue
                found.append(PartMatch(part, chosen, words, score))
        return found

    def _meant(self, clauses: Clauses, part: Prescribed, group: Mapping[Number, SentenceMatch]) -> bool:
        """Say whether loosely agreeing words are this part and not some other sentence: its key phrases decide.

        The Union's name, which is in every such sentence, decides nothing.
        """
        weight = sum(self.library.sentences[s].weight for s in group)
        agreeing = sum(1 for m in group.values() for i in m.alignment.pairs if not m.alignment.tokens[i].optional)
        if agreeing >= _SURE * weight:
            return True
        there, absent = 0, 0
        for phrase, _ in part.phrases:
            places = [
                (self.library.sentences[n], m, at)
                for n, m in group.items()
                for at in phrase_places(self.library.sentences[n], phrase)
            ]
            if places and not all(set(at) <= sentence.union for sentence, _, at in places):
                if any(phrase_agrees(clauses, m.alignment, at) for _, m, at in places):
                    there += 1
                else:
                    absent += 1
        return there > 0 and (absent == 0 if weight < _LONG_ENOUGH else absent <= there)


def _recognised(clauses: Clauses, sentence: Sentence, found: Alignment) -> bool:
    """Say whether enough of a sentence is there; a short one may have one slip, but not in the Union's name."""
    agreeing = sum(1 for i in found.pairs if not sentence.tokens[i].optional)
    if sentence.weight >= _LONG:
        return agreeing + 0.5 * len(found.changed) >= _COVERAGE * sentence.weight
    near = all(close(clauses.words.keys[w], sentence.tokens[i].key) for i, w in found.changed.items())
    if near and not (found.missing or found.added or len(found.changed) > 1 or sentence.union & found.changed.keys()):
        return True
    slots = any(not t.key for t in sentence.tokens)
    return slots and agreeing >= max(3.0, _COVERAGE * sentence.weight)


def _cut(clauses: Clauses, found: Alignment) -> None:
    """Let go of a small piece beyond the end of a sentence of the text, unless it follows word for word."""
    placed = sorted([*found.pairs.items(), *found.changed.items()], key=lambda p: p[1])
    for k in range(1, len(placed)):
        before, after = placed[k - 1][1], placed[k][1]
        if after - before > 1 and any(clauses.ends(w) for w in range(before, after)):
            small = placed[:k] if 2 * k <= len(placed) else placed[k:]
            if 3 * len(small) <= len(placed):
                for token, _ in small:
                    found.pairs.pop(token, None)
                    found.changed.pop(token, None)
    inner = [w for _, w in placed if w in found.pairs.values() or w in found.changed.values()]
    for slot, (begin, end) in list(found.slots.items()):
        if inner and (end <= min(inner) - 1 or begin > max(inner) + 1):
            del found.slots[slot]


def _distinct(matches: list[SentenceMatch]) -> list[SentenceMatch]:
    """Keep the best of several matches of one sentence at one place."""
    taken: defaultdict[Number, Taken] = defaultdict(Taken)
    best_first = sorted(matches, key=lambda m: -m.score)
    return [match for match in best_first if taken[match.sentence].take(match.first, match.last)]


def _groups(matches: Iterable[SentenceMatch]) -> list[dict[Number, SentenceMatch]]:
    """Bring sentences of one part together that stand near each other, in whichever order."""
    groups: list[dict[Number, SentenceMatch]] = []
    end = 0
    for match in matches:
        if groups and match.sentence not in groups[-1] and match.first - end <= _APART:
            groups[-1][match.sentence] = match
        else:
            groups.append({match.sentence: match})
        end = match.last
    return groups


def _best(parts: list[PartMatch]) -> list[PartMatch]:
    """Keep the best match at each place, with those that are as good."""
    parts.sort(key=lambda p: (-p.score, p.first, p.part.order, p.part.wordings))
    kept: list[PartMatch] = []
    at_word: defaultdict[int, list[int]] = defaultdict(list)
    for match in parts:
        beside = sorted({k for word in match.words for k in at_word[word]})
        rival = next((kept[k] for k in beside if _same_place(kept[k], match)), None)
        if rival is None:
            for word in match.words:
                at_word[word].append(len(kept))
            kept.append(match)
        elif (
            rival.part.check == match.part.check
            and abs(rival.score - match.score) < _AS_GOOD
            and rival.words == match.words
            and rival.part.language == match.part.language
        ):
            rival.equals.append(match.part)
    return kept


def _same_place(kept: PartMatch, match: PartMatch) -> bool:
    shared = len(kept.words & match.words)
    smaller = min(len(kept.words), len(match.words))
    if kept.part.check == match.part.check:
        return 4 * shared > smaller
    return 5 * shared >= 4 * smaller


def phrase_places(sentence: Sentence, phrase: tuple[str, ...]) -> Iterator[list[int]]:
    """Yield the tokens at which a key phrase stands in a sentence."""
    indexes = [i for i, t in enumerate(sentence.tokens) if not t.optional]
    for at in range(len(indexes) - len(phrase) + 1):
        place = indexes[at : at + len(phrase)]
        if all(sentence.tokens[i].key == key for i, key in zip(place, phrase, strict=True)):
            yield place


def phrase_agrees(clauses: Clauses, found: Alignment, place: list[int]) -> bool:
    """Say whether a key phrase is there; another ending of a word is a matter of grammar, another word is not."""
    keys = clauses.words.keys
    return all(
        i in found.pairs or (i in found.changed and alike(keys[found.changed[i]], found.tokens[i].key)) for i in place
    )
