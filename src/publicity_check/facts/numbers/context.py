"""What stands beside a project number: introducing words, titles, and signs that another project is merely cited."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from publicity_check.facts.lexicon.numbers import number_words
from publicity_check.facts.numbers.labels import Label, Labels, closes_title
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import INVISIBLE, WORD, fold, remembered_words

REACH = 90
"""Characters before a number in which its introducing words are looked for."""

ANY = ""
"""Stands for every kind: the words introduce project numbers in general."""
SURE = "*"
"""Stands for every kind and for none: the words introduce nothing else than a project's number, of whatever form."""

_QUOTED = re.compile(r"[“”„\"«‟]\s*([^“”„\"«»‟]{2,200}?)\s*[”“\"»‟]")
_LED_IN = re.compile(r"\(([^\W\d_]{2,10})\b[^()\d\n]{2,80}[, ](?:\s?No\.?)?\s?\Z")
"""A bracket before a number, opened by a word that introduces it, then an acronym: "(ERC, CLOUDS, 101…"."""
_BRACKET = re.compile(r"\s?\(([^()\d/]{2,60})\)")
_CAPITALS = re.compile(r"((?:[^\W\d_][\w+&-]*\s){0,3}[^\W\d_][\w+&-]*)\s?[\(–—-]\s?(?:Nr\.?\s?)?\Z")
"""An acronym just before a number; the search ends where the number begins."""
_WINDOW = 400
"""Characters on either side of a number in which its title and sentence are looked for."""
_LEADERS = re.compile(r"[ .…:_\t]{3,}\Z")
"""Dots or blanks that lead the eye from a label to its value; the search ends where the number begins."""
_REMEMBERED = 50_000
"""Words remembered at most."""
_NAMED = 2
"""Words before a number of which one may be "code" or "number"."""
_GENERATION = re.compile(r"20(?:07|14|21)")
"""A year behind the name of a system that numbers projects: "SMIS 2021+: 309771"."""
_NAME = 80
"""Characters of a project's name that may stand between the word for a project and the number in brackets."""
_SIGNED = re.compile(r"([(\[,;–-])\s?(?:([^\W\d_]{1,8})\s?[.:°º]{0,2}|[№#])\s?\Z")
"""A sign for "number" behind a bracket or comma; the search ends where the number begins."""
_TITLED = re.compile(r"[”“»\"] ?[,;–-]")
"""The end of a title and what may stand between it and a sign for "number"."""
_PARTING = tuple(".;:!?")
"""Signs that part a word from what stands behind it."""
_GROUP = 3
_MORE, _EARLIER = re.compile(r" \d{3}(?!\d)"), re.compile(r"\d \Z")
"""Groups of three digits after and before: "732 463" is one figure."""
_GAP = 12
"""Characters that may stand between introducing words and a number."""
_BETWEEN = 40
"""Characters allowed between a number and the title beside it."""

Phrase = tuple[str, ...]


@lru_cache(maxsize=4096)
def phrase(words: str) -> Phrase:
    """Return the folded words of a phrase."""
    return tuple(fold(w) for w in WORD.findall(words))


def without_signs(words: Phrase, signs: frozenset[str]) -> Phrase:
    """Return words without those at their end that stand for "number", but for a phrase of nothing else.

    >>> without_signs(("grant", "agreement", "no"), {"no", "nr"}), without_signs(("nr",), {"no", "nr"})
    (('grant', 'agreement'), ('nr',))
    """
    end = len(words)
    while end > 1 and words[end - 1] in signs:
        end -= 1
    return words[:end]


class Introduction(msgspec.Struct, frozen=True, gc=False):
    """What introduces a number: the words as written, and how many of them introduce which kinds.

    The kind :data:`ANY` stands for all. ``of_another`` is set where the words introduce a number that is no
    project's ("reģ. Nr."); there are then no kinds. ``numbered`` is set where a word for "number" stands last,
    ``sure`` where nothing but the number of a project or an agreement about its money can follow.
    """

    words: str
    kinds: Mapping[str, int]
    of_another: bool = False
    numbered: bool = False
    sure: bool = False
    agreement: bool = False
    """Whether the words speak of an agreement, not of a project."""
    loose: bool = False
    """Whether they introduce the number of an agreement, an application or a case file, which may be about anything."""
    named: bool = False
    """Whether nothing but a word for a project stands before it."""


NOTHING = Introduction("", {})


class _Telling(dict[str, bool]):
    """Remembers which folded words may introduce a number."""

    def __init__(self, may_tell: Callable[[str], bool]) -> None:
        self._may_tell = may_tell

    def __missing__(self, key: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        tells = self[key] = self._may_tell(key)
        return tells


class Introducers:
    """Knows the words that introduce project numbers, numbers of one kind, and numbers that are none."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._signs = number_words(rulebook).signs
        self.labels = Labels(rulebook)
        nouns = [data.grammar.nouns for data in rulebook.languages.values()]
        self._nouns = frozenset(fold(w) for n in nouns for w in n.project)
        self._funded = self._nouns | {fold(w) for n in nouns for w in n.operation}
        self._known: dict[str, dict[Phrase, list[str]]] = {}
        """Phrases by their last word, with the kinds that each introduces."""
        self._lengths: dict[str, list[tuple[Phrase, dict[str, int]]]] = {}
        """The same, shortest first, with the kinds and how long the phrase is for each."""
        self._others: dict[str, list[Phrase]] = {}
        self._by_label: dict[str, list[str]] = {"agreement": [], "project": []}
        for kind in rulebook.numbers.values():
            for words in kind.introducers.values():
                self._learn(words, kind.id)
            for label in kind.introduced_by:
                self._by_label[label].append(kind.id)
        for language in rulebook.languages.values():
            self._learn(language.names.numbers.introducers, ANY)
            self._learn(language.names.numbers.labels, SURE)
            for words_of_another in self._bare(language.names.numbers.not_project):
                if words_of_another:
                    self._others.setdefault(words_of_another[-1], []).append(words_of_another)
        self.behind = Introduction(
            "", {ANY: 1, **dict.fromkeys(self._by_label["agreement"], 1)}, numbered=True, sure=True
        )
        """What words behind a number say of it."""
        self.code = Introduction("", {ANY: 1}, numbered=True)
        """What the label of a cell says that is nothing but a word for a code."""
        for last, known in self._known.items():
            shortest_first = sorted(known.items(), key=lambda entry: len(entry[0]))
            self._lengths[last] = [(words, dict.fromkeys(kinds, len(words))) for words, kinds in shortest_first]
        self._last_words = self._signs | self._known.keys() | self._others.keys()
        self._telling = _Telling(self._may_tell)

    def _learn(self, phrases: Iterable[str], kind: str) -> None:
        for words in self._bare(phrases):
            if words:
                self._known.setdefault(words[-1], {}).setdefault(words, []).append(kind)

    def _bare(self, phrases: Iterable[str]) -> Iterator[Phrase]:
        return (without_signs(phrase(words), self._signs) for words in phrases)

    def quiet(self, text: str) -> bool:
        """Say whether nothing in a text can introduce a number: no label bears one, no known phrase ends there."""
        if "_" in text or (_TITLED.search(text) and not self._signs.isdisjoint(remembered_words(text))):
            return False
        return not any(map(self._telling.__getitem__, remembered_words(text)))

    def _may_tell(self, key: str) -> bool:
        return key in self._known or key in self._others or key in self._funded or self.labels.bears(key)

    def before(self, text: str, start: int) -> Introduction:
        """Return what introduces the number that begins at a place of a text."""
        found = self._before(text, start)
        if found.of_another or not text[start - 1 : start].isspace():
            return found
        written = _word_before(text, start)
        return replace(found, words=found.words or written, named=True) if fold(written) in self._funded else found

    def _before(self, text: str, start: int) -> Introduction:
        written = _word_before(text, start)
        last = fold(written)
        if _GENERATION.fullmatch(last):
            written = _word_before(text, text.rfind(written, 0, start))
            last = fold(written)
        if last not in self._last_words and not self._may_end_label(text, start, last, written):
            return self._at_bracket(text, start)
        label = self.labels.before(text, start)
        found = list(WORD.finditer(text, max(0, start - REACH), start))
        if not found or (label is None and _broken(text[found[-1].end() : start])):
            return NOTHING
        if _GENERATION.fullmatch(found[-1][0]) and len(found) > 1:
            found.pop()
        keys = without_signs(tuple(fold(m[0]) for m in found), self._signs)
        another = max((len(p) for p in self._others.get(keys[-1], ()) if _ends_with(keys, p)), default=0)
        kinds = self._phrases(keys, another)
        sure = kinds.pop(SURE, 0) > 0
        if kinds or sure:
            first = len(keys) - max(kinds.values(), default=1)
            begun = found[first].start()
        else:
            begun = start
        if label is not None and label.length > another:
            begun = min(begun, label.start)
            sure |= label.sure
            for kind in self._kinds_of(label):
                kinds.setdefault(kind, 1)
        if sure:
            kinds.setdefault(ANY, 1)
        if not kinds:
            return Introduction("", {}, of_another=True) if another else self._at_bracket(text, start)
        coded = found[len(keys) - 1][0].isupper() or any(self.labels.traits(key).code for key in keys[-_NAMED:])
        numbered = len(keys) < len(found) or coded or (label is not None and label.numbered)
        agreement = label.of_agreement if label is not None else self.labels.traits(keys[-1]).agreement
        said = text[begun:start].strip(' :(#№[“„"')
        loose = label is not None and label.loose and not sure
        return Introduction(said, kinds, numbered=numbered, sure=sure, agreement=agreement, loose=loose)

    def is_code(self, label: str) -> bool:
        """Say whether a cell's label is nothing but a word for a number or code: "Code", "Number"."""
        keys = remembered_words(label)
        return 0 < len(keys) <= _NAMED and all(self.labels.traits(k).code or k in self._signs for k in keys)

    def is_sign(self, word: str) -> bool:
        """Say whether a word stands for "number"."""
        return fold(word) in self._signs

    def _may_end_label(self, text: str, start: int, last: str, written: str) -> bool:
        """Say whether a label may end with a word: one of its own, an acronym, a title, or dots that lead on."""
        if not last:
            return _LEADERS.search(text, max(0, start - REACH), start) is not None
        if closes_title(text, start):
            return True
        return bool(self.labels.traits(last).known) or written.isupper()

    def _phrases(self, keys: Phrase, another: int) -> dict[str, int]:
        """Return the kinds that known phrases at the end of words introduce, with the length of the phrase."""
        kinds: dict[str, int] = {}
        for words, introduced in self._lengths.get(keys[-1], ()):
            if len(words) > another and _ends_with(keys, words):
                kinds.update(introduced)
        return kinds

    def _kinds_of(self, label: Label) -> Iterator[str]:
        yield ANY
        if label.agreement:
            yield from self._by_label["agreement"]
        if label.project:
            yield from self._by_label["project"]

    def _at_bracket(self, text: str, start: int) -> Introduction:
        """Return what the word that opens a bracket introduces behind an acronym: "(ERC, CLOUDS, 101043637)"."""
        low = max(0, start - REACH)
        found = _LED_IN.search(text, low, start) if text.find("(", low, start) >= 0 else None
        if found is not None:
            word = fold(found[1])
            kinds = {kind: 1 for kind in self._known.get(word, {}).get((word,), ()) if kind != ANY}
            if kinds:
                return Introduction(found[1], kinds)
        return self._behind_name(text, start)

    def _behind_name(self, text: str, start: int) -> Introduction:
        """Return what a sign introduces behind a project's name: "the project Clean Shores (No. 101112233)"."""
        sign = _SIGNED.search(text, max(0, start - _NAME), start)
        if sign is None or not (sign[2] is None or fold(sign[2]) in self._signs):
            return NOTHING
        bracket = sign[1] in "([" and self._of_project(text, sign.start())
        if not (bracket or (sign[1] not in "([" and closes_title(text, sign.start(1) + 1))):
            return NOTHING
        kinds = {ANY: 1, **(dict.fromkeys(self._by_label["project"], 1) if bracket else {})}
        return Introduction(text[sign.end(1) : start].strip(" :(#№"), kinds, numbered=True)

    def _of_project(self, text: str, end: int) -> bool:
        """Say whether a word for a project stands before a place in its sentence, with a name behind it at most."""
        for match in reversed(list(WORD.finditer(text, max(0, end - _NAME), end))):
            if fold(match[0]) in self._nouns:
                return True
            if text[match.end() : match.end() + 1] in _PARTING or match[0].isdigit():
                return False
        return False


def _word_before(text: str, start: int) -> str:
    """Return the word before a place as written; "" if it is too far away to introduce anything."""
    end = start
    while end > 0 and not text[end - 1].isalnum():
        end -= 1
    if start - end > _GAP:
        return ""
    first = end
    while first > 0 and (text[first - 1].isalnum() or text[first - 1] in INVISIBLE):
        first -= 1
    return text[first:end]


def _ends_with(keys: Phrase, words: Phrase) -> bool:
    return keys[-len(words) :] == words


def _broken(gap: str) -> bool:
    """Say whether what stands between introducing words and a number parts them: money, or a new sentence."""
    return any(c in gap for c in "€$£%!?;|") or len(gap.strip(" .:,#№°º+–-—()\"“„«'\n\u00a0[]")) > 0 or len(gap) > _GAP


def is_money(folded: str, start: int, end: int, currency: re.Pattern[str]) -> bool:
    """Say whether bare digits are an amount, part of one, or a percentage; ``currency`` fits what follows money."""
    before = folded[max(0, start - 4) : start].rstrip()
    if before.endswith(("€", "$", "£")) or folded[start - 1 : start] == "+" or before.upper().endswith("EUR"):
        return True
    if end - start <= _GROUP and (_MORE.match(folded, end) or _EARLIER.search(folded, max(0, start - 4), start)):
        return True
    return currency.match(folded, end) is not None


def title_beside(text: str, start: int, end: int, ends: Sequence[int] = ()) -> str:
    """Return the title or acronym that stands beside a number; "" if none does.

    A title in quotes just before or after, the rest of the quotation that the number opens, or an acronym in
    brackets. ``ends`` are the ends of the text's sentences: behind words of another sentence a title is another's.

    >>> title_beside('projekts "Home" (LLI-263) sākas', 17, 24), title_beside("Nr. LLI-263 “Home”", 4, 11)
    ('Home', 'Home')
    """
    low = max(0, start - _WINDOW)
    text, start, end = text[low : end + _WINDOW], start - low, end - low
    nearest: tuple[int, str] | None = None
    for match in _QUOTED.finditer(text):
        if match.start() < start and end <= match.end():
            rest = text[end : match.end(1)].strip(" -–—:,.")
            return rest or text[match.start(1) : start].strip(" -–—:,.(")
        first, last = (end, match.start()) if match.start() >= end else (match.end(), start)
        gap = text[first:last]
        if len(gap) > _BETWEEN or ";" in gap or any(c.isdigit() for c in gap):
            continue
        if any(first < sentence - low < last for sentence in ends):
            continue
        if nearest is None or len(gap) < nearest[0]:
            nearest = len(gap), match[1].strip(" ,.")
    if nearest is not None:
        return nearest[1]
    bracket = _BRACKET.match(text, end)
    if bracket and bracket[1][:1].isupper():
        return bracket[1].strip()
    lead_in = _CAPITALS.search(text, max(0, start - 60), start)
    capitals: list[str] = []
    for word in reversed(lead_in[1].split() if lead_in else ()):
        if not word.isupper():
            break
        capitals.insert(0, word)
    acronym = " ".join(capitals)
    return acronym if len(acronym) > len("EU") else ""
