"""The words around amounts, compiled once per rulebook: currencies, scale words, "about", and what points to a role."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import msgspec

from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.currencies import Currencies
from publicity_check.rulebook.languages import Cue, LanguageData, Money
from publicity_check.text.words import WORD, fold

SYMBOLS: Mapping[str, str] = {
    "€": "EUR",
    "£": "GBP",
    "$": "USD",
    "₺": "TRY",
    "₴": "UAH",
    "₪": "ILS",
    "₾": "GEL",
    "₽": "RUB",
    "¥": "JPY",
    "₹": "INR",
    "₦": "NGN",
}
"""Currency signs that are no words (CLDR)."""
SIGNS = "".join(SYMBOLS)
"""All of them, for the inside of a character class."""


class Tag(NamedTuple):
    """A word or phrase that points to something: what it points to, and its place among the words of a text."""

    cue: Cue
    first: int
    end: int
    base_form: str = ""


class _Entry(NamedTuple):
    stems: tuple[tuple[str, bool], ...]
    cues: tuple[Cue, ...]
    ending: str
    capitals: str
    """An abbreviation in capitals, which counts only as written: Latvian "ES" is no German "Es"."""


def _stems(phrase: str) -> tuple[tuple[str, bool], ...]:
    return tuple((fold(m[0]), phrase[m.end() : m.end() + 1] in {"*", "|"}) for m in WORD.finditer(phrase))


class Cues(msgspec.Struct):
    """Finds the cues of one or more languages among words, at a cost that does not grow with their number."""

    _by_first: dict[str, list[_Entry]] = {}
    _by_stem: dict[str, list[_Entry]] = {}
    _longest_stem: int = 0

    def add(self, phrase: str, cues: tuple[Cue, ...]) -> None:
        """Remember a phrase; ``*`` ends a stem, ``|`` parts a stem from the ending of its base form."""
        stems = _stems(phrase.split("|")[0] + "|" if phrase.count("|") == 1 and " " not in phrase else phrase)
        ending = phrase.partition("|")[2] if " " not in phrase else ""
        if stems:
            word, is_stem = stems[0]
            if is_stem:
                self._longest_stem = max(self._longest_stem, len(word))
            entries = (self._by_stem if is_stem else self._by_first).setdefault(word, [])
            capitals = phrase if phrase.isupper() and phrase.isalpha() else ""
            for i, entry in enumerate(entries):
                if (entry.stems, entry.capitals) == (stems, capitals):
                    entries[i] = entry._replace(cues=tuple(dict.fromkeys((*entry.cues, *cues))))
                    return
            entries.append(_Entry(stems, cues, ending, capitals))

    def find(self, keys: list[str], written: list[str]) -> list[Tag]:
        """Return the cues among folded words, longest first at each place; a word belongs to one phrase only."""
        found: list[Tag] = []
        position = 0
        while position < len(keys):
            best = self._best(keys, position, written[position])
            if best is None:
                position += 1
                continue
            end = position + len(best.stems)
            base = ""
            if "organisation" in best.cues and len(best.stems) == 1:
                base = written[position][: len(best.stems[0][0])] + best.ending
            found.extend(Tag(cue, position, end, base) for cue in best.cues)
            position = end
        return found

    def _best(self, keys: list[str], position: int, written: str) -> _Entry | None:
        best: _Entry | None = None
        weight = (0, 0)
        for entry in self._entries(keys[position]):
            if entry.capitals and entry.capitals != written:
                continue
            if position + len(entry.stems) <= len(keys) and all(
                key.startswith(stem) if is_stem else key == stem
                for (stem, is_stem), key in zip(entry.stems, keys[position : position + len(entry.stems)], strict=True)
            ):
                size = (len(entry.stems), len(entry.stems[0][0]))
                if size > weight:
                    best, weight = entry, size
        return best

    def _entries(self, key: str) -> Iterator[_Entry]:
        yield from self._by_first.get(key, ())
        stems = self._by_stem
        for length in range(2, min(len(key), self._longest_stem) + 1):
            if key[:length] in stems:
                yield from stems[key[:length]]


class Currency(NamedTuple):
    """What a currency word says: the code, and a factor where it carries one ("MEUR").

    One that is ``rare`` counts only beside a figure written as money.
    """

    code: str
    factor: int = 1
    rare: bool = False


class Vocabulary(msgspec.Struct, frozen=True, dict=True):
    """The words around amounts of some languages: ``languages`` names them, the first one goes first."""

    languages: tuple[str, ...]
    data: tuple[LanguageData, ...]
    written: Currencies
    names: tuple[Mapping[str, str], ...]
    """The names of currencies in each language, folded, words parted by single blanks, and their codes."""

    @property
    def money(self) -> tuple[Money, ...]:
        """The words around amounts of each language."""
        return tuple(language.money for language in self.data)

    @cached_property
    def cues(self) -> Cues:
        """What points to a role."""
        found = Cues()
        for money in self.money:
            for cue, phrases in money.cues.items():
                for phrase in phrases:
                    found.add(phrase, (cue,))
        for language in self.data:
            nouns = language.grammar.nouns
            for noun in (*nouns.project, *nouns.projects, *nouns.operation, *nouns.operations):
                if not found.find([fold(noun)], [noun]):
                    found.add(noun, ("project",))
        return found

    @cached_property
    def of(self) -> frozenset[str]:
        """Words for "of" and "from", folded: between a part and its whole, a sum and its currency."""
        return frozenset(fold(word) for language in self.data for word in language.grammar.words.of)

    @cached_property
    def scales(self) -> Mapping[str, int]:
        """Factor of each scale word, folded; single letters are left out."""
        found: dict[str, int] = {}
        for money in self.money:
            for word, factor in money.scales.items():
                key = " ".join(fold(w) for w in WORD.findall(word))
                if len(key) > 1 and key != "000":
                    found.setdefault(key, factor)
        return found

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Scale words and currencies that end in a point."""
        scales = {word for money in self.money for word in money.scales}
        return frozenset(word for word in scales | self.exact_currencies.keys() if word.endswith("."))

    @cached_property
    def currencies(self) -> Mapping[str, Currency]:
        """Currency of each name, folded, words parted by single blanks."""
        found: dict[str, Currency] = {}
        for names in self.names:
            for name, code in names.items():
                found.setdefault(name, Currency(code))
        return found

    @cached_property
    def exact_currencies(self) -> Mapping[str, Currency]:
        """Currency of each code, sign and short name, as written."""
        found = {code: Currency(code, rare=True) for code in self.written.rare}
        found |= {code: Currency(code) for code in self.written.codes}
        found |= {sign: Currency(code) for sign, code in SYMBOLS.items()}
        for language in (None, *self.languages):
            for short in self.written.short:
                if short.language == language:
                    for word in short.written:
                        found.setdefault(word, Currency(short.currency, short.factor))
        return found

    @cached_property
    def currency_words(self) -> frozenset[str]:
        """First words of all currency names, folded: without one of them, or a sign, a text holds no money."""
        names = {name.partition(" ")[0] for name in self.currencies}
        plain = (word for word, known in self.exact_currencies.items() if word not in SYMBOLS and not known.rare)
        return frozenset(names | {fold(word.rstrip(".")) for word in plain})

    @cached_property
    def rare_words(self) -> Mapping[str, str]:
        """Codes that are words of other things too, as written, by their folded form."""
        return {fold(code): code for code in self.written.rare}

    @cached_property
    def percent_starts(self) -> frozenset[str]:
        """First four letters of words for per cent."""
        return frozenset(word[:4] for word in self.single("percent"))

    @property
    def letter_scales(self) -> Mapping[str, int]:
        """Factors of single letters, which count only beside a currency."""
        return self.written.scales

    @cached_property
    def approximate(self) -> frozenset[tuple[str, ...]]:
        """Words for "about", folded."""
        return frozenset(tuple(fold(w) for w in WORD.findall(p)) for m in self.money for p in m.approximate)

    def single(self, cue: Cue) -> frozenset[str]:
        """Return the single words of a cue, folded, stems without their mark."""
        return self._singles.get(cue, frozenset())

    @cached_property
    def _singles(self) -> dict[Cue, frozenset[str]]:
        found: dict[Cue, set[str]] = {}
        for money in self.money:
            for cue, phrases in money.cues.items():
                found.setdefault(cue, set()).update(fold(p.rstrip("*.")) for p in phrases if " " not in p)
        return {cue: frozenset(words) for cue, words in found.items()}

    @property
    def decimal(self) -> str:
        """The decimal sign of the first language."""
        return self.money[0].decimal if self.money else ""


class Vocabularies:
    """The vocabularies of a rulebook, made when a language is first met."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._languages = rulebook.languages
        self._currencies = rulebook.currencies
        self._known: dict[tuple[str, ...], Vocabulary] = {}
        self._names: dict[str, Mapping[str, str]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages known."""
        return tuple(self._languages)

    def of(self, *languages: str | None) -> Vocabulary:
        """Return the vocabulary of languages, with English behind them; of unknown ones, that of all."""
        known = tuple(dict.fromkeys(code[:2] for code in languages if code and code[:2] in self._languages))
        if known not in self._known:
            codes: Iterable[str] = (*known, "en") if known else ("en", *self._languages)
            codes = tuple(dict.fromkeys(c for c in codes if c in self._languages))
            data, names = tuple(self._languages[c] for c in codes), tuple(map(self._names_in, codes))
            self._known[known] = Vocabulary(codes, data, self._currencies, names)
        return self._known[known]

    def _names_in(self, language: str) -> Mapping[str, str]:
        known = self._names.get(language)
        if known is None:
            found: dict[str, str] = {}
            for code, names in self._languages[language].money.currencies.items():
                for name in names:
                    found.setdefault(" ".join(fold(w) for w in WORD.findall(name)), code)
            known = self._names[language] = found
        return known
