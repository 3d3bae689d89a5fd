"""A prescribed sentence laid against the words of a text: which words are there, which slots hold what.

Exact texts (optional words and filled slots apart) are walked through once. Anything else is aligned:
:class:`difflib.SequenceMatcher` finds the runs that agree, and the short stretches between them are
compared word by word at least cost.
"""

import itertools
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

import msgspec

from publicity_check.facts.statements.prescribed import MATERIAL_SLOTS, ONE_WORD_SLOTS, Sentence, Token
from publicity_check.text.words import alike

_CHANCE = 2
"""Words up to which an agreement at an end may be chance."""
_SWAPPED = 2
_NO_SLIP = 4
"""In words of fewer letters another letter makes another word."""
_TRIED = 3
"""Places from which a sentence is walked through before it is aligned."""
_LARGEST_STRETCH = 2500
"""Tokens times words of a stretch that is still compared word by word."""


class Alignment(msgspec.Struct):
    """Where each token of a sentence stands. Positions are indexes of words of the text.

    ``pairs`` maps tokens to words that agree, ``changed`` tokens to words that stand in their place and are other
    words or other forms, ``slots`` slot tokens to (first word, word after the last).
    """

    tokens: Sequence[Token]
    pairs: dict[int, int] = {}
    changed: dict[int, int] = {}
    slots: dict[int, tuple[int, int]] = {}
    missing: tuple[int, ...] = ()
    added: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """Return the first word that belongs to the sentence."""
        return min(self._positions())

    @property
    def last(self) -> int:
        """Return the last word that belongs to the sentence."""
        return max(self._positions())

    def _positions(self) -> list[int]:
        slots = [w for a, b in self.slots.values() for w in (a, b - 1) if b > a]
        return [*self.pairs.values(), *self.changed.values(), *slots]

    @property
    def exact(self) -> bool:
        """Return whether every prescribed word is there and no other."""
        return not (self.changed or self.missing or self.added)


def slip(word: str, other: str) -> bool:
    """Say whether two words are one typing slip apart: a letter changed, added, lost, or two swapped.

    >>> slip("european", "europaen"), slip("union", "unoin"), slip("funded", "founded"), slip("under", "no")
    (True, True, True, False)
    """
    if word == other or min(len(word), len(other)) < _NO_SLIP or word.isdigit() or other.isdigit():
        return False
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(word), len(other)) - start and word[-1 - end] == other[-1 - end]:
        end += 1
    left, right = word[start : len(word) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == _SWAPPED and left == right[::-1])


@lru_cache(maxsize=4096)
def close(word: str, other: str) -> bool:
    """Say whether two folded words are forms of one word or one typing slip apart."""
    return alike(word, other) or slip(word, other)


def align(
    sentence: Sentence, keys: Sequence[str], window: tuple[int, int], hits: Sequence[tuple[int, int]], *, loosely: bool
) -> Alignment | None:
    """Lay a sentence against the words ``keys`` within ``window``; ``None`` if it is not there.

    What does not agree word for word is aligned if ``loosely`` allows it and half of its words are there at all.

    ``hits`` are places known to agree: (index of a token, index of the word). Call :func:`finish` on the result.
    """
    for hit in hits[:_TRIED]:
        found = _walk(sentence.tokens, keys, window, hit)
        if found is not None:
            return found
    if not loosely or 2 * len(sentence.words.intersection(keys[window[0] : window[1]])) < len(sentence.words):
        return None
    found = _compare(sentence.tokens, keys, window)
    return found if found.pairs else None


def finish(found: Alignment) -> None:
    """Work out what is missing and what was added, once pairs, changes and slots are settled."""
    required = [i for i, t in enumerate(found.tokens) if t.key and not t.optional]
    found.missing = tuple(i for i in required if i not in found.pairs and i not in found.changed)
    inner = [*found.pairs.values(), *found.changed.values()]
    held = {*inner, *(w for begin, end in found.slots.values() for w in range(begin, end))}
    found.added = tuple(w for w in range(min(inner, default=0), max(inner, default=-1)) if w not in held)


def _walk(
    tokens: Sequence[Token], keys: Sequence[str], window: tuple[int, int], hit: tuple[int, int]
) -> Alignment | None:
    token, word = hit
    found = Alignment(tokens)
    forward = list(range(token, len(tokens)))
    backward = list(range(token - 1, -1, -1))
    if _run(found, forward, keys, word, window[1], 1) and _run(found, backward, keys, word - 1, window[0] - 1, -1):
        return found
    return None


def _run(found: Alignment, order: list[int], keys: Sequence[str], word: int, stop: int, step: int) -> bool:
    """Follow tokens and words in one direction; return whether every word that must be there is."""
    tokens = found.tokens
    at = 0
    while at < len(order):
        token = tokens[order[at]]
        if token.key:
            if word != stop and (keys[word] == token.key or (token.loose and alike(keys[word], token.key))):
                found.pairs[order[at]] = word
                word += step
            elif not token.optional:
                return False
            at += 1
            continue
        slots = []
        while at < len(order) and (not tokens[order[at]].key or tokens[order[at]].optional):
            if not tokens[order[at]].key:
                slots.append(order[at])
            at += 1
        if at == len(order):
            return True
        room = sum(tokens[s].room for s in slots)
        reach = stop if abs(stop - word) <= room else word + step * (room + 1)
        after = at + 1
        while after < len(order) and tokens[order[after]].optional and tokens[order[after]].key:
            after += 1
        following = tokens[order[after]].key if after < len(order) else ""
        begin = word
        while word != reach and not (
            keys[word] == tokens[order[at]].key
            and (
                not following
                or tokens[order[at + 1]].optional
                or (word + step != stop and keys[word + step] == following)
            )
        ):
            word += step
        if word == reach:
            return False
        share(found, sorted(slots), *((begin, word) if step > 0 else (word + 1, begin + 1)))
    return True


def share(found: Alignment, slots: list[int], begin: int, end: int) -> None:
    """Give words to neighbouring slots: one each to those that hold one word, the rest to the others."""
    spare = (end - begin) - len(slots)
    for slot in list(slots):
        if spare < 0 and found.tokens[slot].optional:
            slots.remove(slot)
            spare += 1
    wide = [s for s in slots if found.tokens[s].slot not in ONE_WORD_SLOTS]
    for slot in slots:
        size = 1 + (max(spare, 0) if wide and slot == wide[-1] else 0)
        size = min(size, end - begin) if slot != slots[-1] else end - begin
        if size:
            found.slots[slot] = (begin, begin + size)
            begin += size


def _compare(tokens: Sequence[Token], keys: Sequence[str], window: tuple[int, int]) -> Alignment:
    low, high = window
    words = list(keys[low:high])
    names = [t.key or f"{{{i}}}" for i, t in enumerate(tokens)]
    found = Alignment(tokens)
    blocks = SequenceMatcher(None, names, words, autojunk=False).get_matching_blocks()
    for block in _core(tokens, blocks):
        for k in range(block[2]):
            found.pairs[block[0] + k] = low + block[1] + k
    anchors = sorted(found.pairs.items())
    for (a, x), (b, y) in itertools.pairwise(anchors):
        if b - a > 1 or y - x > 1:
            _stretch(found, range(a + 1, b), range(x + 1, y), keys)
    if anchors:
        _edges(found, keys, window)
    return found


def _core(tokens: Sequence[Token], blocks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Leave out small agreements at either end that stand too far off to belong to the sentence."""
    kept = [tuple(b) for b in blocks if b[2]]
    for end in (0, -1):
        while len(kept) > 1:
            edge, inner = (kept[0], kept[1]) if end == 0 else (kept[-2], kept[-1])
            between = range(edge[0] + edge[2], inner[0])
            room = 4 + sum(tokens[t].room for t in between)
            small = kept[end][2] <= _CHANCE
            if not small or inner[1] - edge[1] - edge[2] <= room:
                break
            kept.pop(end)
    return [(a, b, size) for a, b, size in kept]


def _edges(found: Alignment, keys: Sequence[str], window: tuple[int, int]) -> None:
    """Compare what stands before the first and after the last agreement, as many words as are prescribed there."""
    first, last = min(found.pairs), max(found.pairs)
    fixed = [i for i, t in enumerate(found.tokens) if t.key]
    head = range(min(fixed), first)
    tail = range(last + 1, max(fixed) + 1)
    if head:
        start = found.pairs[first]
        room = sum(found.tokens[t].room for t in head)
        _stretch(found, head, range(max(window[0], start - room), start), keys, edge="head")
    if tail:
        end = found.pairs[last] + 1
        room = sum(found.tokens[t].room for t in tail)
        _stretch(found, tail, range(end, min(window[1], end + room)), keys, edge="tail")


def _stretch(found: Alignment, tokens: range, words: range, keys: Sequence[str], edge: str = "") -> None:
    """Compare a few tokens with a few words at least cost."""
    if len(tokens) * len(words) > _LARGEST_STRETCH:
        return
    rows = _costs(found, tokens, words, keys, edge)
    i, j = len(tokens), len(words)
    if edge == "tail":
        j = min(range(len(words) + 1), key=lambda k: (rows[i][k][0], k))
    spans: dict[int, list[int]] = {}
    while i or j:
        move = rows[i][j][1]
        if move == "stop":
            break
        if move in "=~":
            i, j = i - 1, j - 1
            if move == "=":
                found.pairs[tokens[i]] = words[j]
            else:
                found.changed[tokens[i]] = words[j]
        elif move in ("slot", "open"):
            j -= 1
            spans.setdefault(tokens[i - 1], []).append(words[j])
            i -= move == "open"
        elif move == "skip":
            i -= 1
        else:
            j -= 1
    for slot, held in spans.items():
        if len(held) <= found.tokens[slot].room:
            found.slots[slot] = (held[-1], held[0] + 1)


def _costs(
    found: Alignment, tokens: range, words: range, keys: Sequence[str], edge: str
) -> list[list[tuple[float, str]]]:
    rows: list[list[tuple[float, str]]] = [
        [(0.0, "stop") if edge == "head" or not j else (float(j), "add") for j in range(len(words) + 1)]
    ]
    for i, index in enumerate(tokens, 1):
        token = found.tokens[index]
        free = token.optional or token.slot in MATERIAL_SLOTS
        skip = 0.01 if free else 1.0 if token.key else 0.4
        row = [(rows[i - 1][0][0] + skip, "skip")]
        for j, index_word in enumerate(words, 1):
            word = keys[index_word]
            choices = [(rows[i - 1][j][0] + skip, "skip"), (row[j - 1][0] + 1.0, "add")]
            if not token.key:
                choices.append((row[j - 1][0] + 0.02, "slot"))
                choices.append((rows[i - 1][j - 1][0] + 0.02, "open"))
            elif word == token.key or (token.loose and alike(word, token.key)):
                choices.append((rows[i - 1][j - 1][0], "="))
            else:
                choices.append((rows[i - 1][j - 1][0] + (0.5 if close(word, token.key) else 1.4), "~"))
            row.append(min(choices))
        rows.append(row)
    return rows
