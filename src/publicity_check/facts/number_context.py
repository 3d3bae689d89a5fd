"""What stands beside a project number: introducing words, titles, and signs that another project is merely cited."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from publicity_check.rulebook import Rulebook
from publicity_check.text import WORD, fold

REACH = 90
"""Characters before a number in which its introducing words are looked for."""

ANY = ""
"""Stands for every kind: the words introduce project numbers in general."""

_QUOTED = re.compile(r"[“”„\"«‟]\s*([^“”„\"«»‟]{2,200}?)\s*[”“\"»‟]")
_CAPITALS = re.compile(r"(?<!\w)([^\W\d_][\w+&-]{2,})\s?[\(–—-]\s?\Z")
"""An acronym just before a number; the search ends where the number begins."""
_SENTENCE = re.compile(r"[.!?;]\s+(?=[^\W\d_])")
_CURRENCY = re.compile(r"\s?(?:€|\$|£|%|(?:EUR|euro|eiro|eur|USD|GBP|Ft|HUF|PLN|zł|Kč|CZK|RON|lei|SEK|DKK|BGN|лв)\b)")
_BETWEEN = 40
"""Characters allowed between a number and the title beside it."""

Phrase = tuple[str, ...]


@lru_cache(maxsize=4096)
def phrase(words: str) -> Phrase:
    """Return the folded words of a phrase."""
    return tuple(fold(w) for w in WORD.findall(words))


@dataclass(frozen=True, slots=True)
class Introduction:
    """What introduces a number: the words as written, and how many of them introduce which kinds.

    The kind :data:`ANY` stands for all. ``of_another`` is set where the words introduce a number that is no
    project's ("reģ. Nr."); there are then no kinds.
    """

    words: str
    kinds: Mapping[str, int]
    of_another: bool = False


NOTHING = Introduction("", {})


class Introducers:
    """Knows the words that introduce project numbers, numbers of one kind, and numbers that are none."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._known: dict[str, list[tuple[Phrase, str]]] = {}
        self._others: dict[str, list[Phrase]] = {}
        for kind in rulebook.numbers.values():
            for words in kind.introducers.values():
                self._learn(words, kind.id)
        for language in rulebook.languages.values():
            self._learn(language.numbers.introducers, ANY)
            for words_of_another in map(phrase, language.numbers.not_project):
                if words_of_another:
                    self._others.setdefault(words_of_another[-1], []).append(words_of_another)
        for entries in self._known.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def _learn(self, phrases: Iterable[str], kind: str) -> None:
        for words in map(phrase, phrases):
            if words:
                self._known.setdefault(words[-1], []).append((words, kind))

    def before(self, text: str, start: int) -> Introduction:
        """Return what introduces the number that begins at a place of a text."""
        found = list(WORD.finditer(text, max(0, start - REACH), start))
        if not found or _broken(text[found[-1].end() : start]):
            return NOTHING
        keys = [fold(m[0]) for m in found]
        another = max((len(p) for p in self._others.get(keys[-1], ()) if _ends_with(keys, p)), default=0)
        kinds: dict[str, int] = {}
        for words, kind in self._known.get(keys[-1], ()):
            if len(words) > another and _ends_with(keys, words):
                kinds[kind] = max(kinds.get(kind, 0), len(words))
        if not kinds:
            return Introduction("", {}, of_another=another > 0)
        return Introduction(text[found[-max(kinds.values())].start() : start].strip(" :(#№"), kinds)


def _ends_with(keys: list[str], words: Phrase) -> bool:
    return len(words) <= len(keys) and tuple(keys[-len(words) :]) == words


def _broken(gap: str) -> bool:
    """Say whether what stands between introducing words and a number parts them: money, or a new sentence."""
    return any(c in gap for c in "€$£%!?;|") or len(gap.strip(" .:,#№°º–-—(\"“„«'\n\u00a0[")) > 0 or len(gap) > 12


def is_money(folded: str, start: int, end: int) -> bool:
    """Say whether bare digits are an amount, part of one, or a percentage."""
    before = folded[max(0, start - 4) : start].rstrip()
    if before.endswith(("€", "$", "£", "+")) or before.upper().endswith("EUR"):
        return True
    if re.match(r" \d{3}(?!\d)", folded[end : end + 5]) or re.search(r"\d $", folded[max(0, start - 2) : start]):
        return True
    return _CURRENCY.match(folded, end) is not None


def title_beside(text: str, start: int, end: int) -> str:
    """Return the title or acronym that stands beside a number; "" if none does.

    A title in quotes just before or after, the rest of the quotation that the number opens, or an acronym in
    brackets.

    >>> title_beside('projekts "Home" (LLI-263) sākas', 17, 24), title_beside("Nr. LLI-263 “Home”", 4, 11)
    ('Home', 'Home')
    """
    for match in _QUOTED.finditer(text):
        inside = match.start() < start and end <= match.end()
        if inside:
            rest = text[end : match.end(1)].strip(" -–—:,.")
            lead = text[match.start(1) : start].strip(" -–—:,.(")
            return rest or lead
        after = 0 <= match.start() - end <= _BETWEEN and not _SENTENCE.search(text[end : match.start()])
        before = 0 <= start - match.end() <= _BETWEEN and not _SENTENCE.search(text[match.end() : start])
        if before or after:
            if before and _digit_between(text[match.end() : start]):
                continue
            if after and _digit_between(text[end : match.start()]):
                continue
            return match[1].strip(" ,.")
    bracket = re.compile(r"\s?\(([^()\d]{2,60})\)").match(text, end)
    if bracket and bracket[1][:1].isupper():
        return bracket[1].strip()
    lead_in = _CAPITALS.search(text, max(0, start - 60), start)
    return lead_in[1] if lead_in and lead_in[1].isupper() else ""


def _digit_between(gap: str) -> bool:
    return any(c.isdigit() for c in gap)


def sentence_before(text: str, start: int) -> str:
    """Return what stands before a place in its own sentence."""
    breaks = [m.end() for m in _SENTENCE.finditer(text, 0, start)]
    return text[breaks[-1] if breaks else 0 : start]
