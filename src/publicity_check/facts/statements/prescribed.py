"""Prescribed wordings taken apart into sentences of words, slots and optional words, ready for comparison.

The marks of the format (``{slot}``, ``[optional]``, ``(one|other)``) are read by
:mod:`publicity_check.rulebook.template`.
"""

from collections.abc import Container, Mapping
from itertools import pairwise

import msgspec

from publicity_check.facts.lexicon.numbers import number_words
from publicity_check.facts.lexicon.sentences import sentence_ends
from publicity_check.facts.model import Part
from publicity_check.rulebook import Rulebook, template
from publicity_check.rulebook.wordings import WordingPart
from publicity_check.text.words import WORD, fold

LONGEST_SLOT = 15
"""Words that a slot may hold at most."""

MATERIAL_SLOTS = frozenset({"material", "material_nom", "material_gen", "this_nom", "this_gen", "prepared"})
"""Slots for the publication's own noun and the words that bend with it: any filling is right, none is too."""

ONE_WORD_SLOTS = frozenset({"this_nom", "this_gen", "prepared"})

Number = tuple[str, int]
"""Of a sentence or part: its language, and which one it is there; the same whichever language is read first."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word of a prescribed sentence, or a slot (its ``key`` is empty)."""

    key: str
    text: str
    slot: str = ""
    optional: bool = False
    loose: bool = False
    """Whether another ending is as good, as in "author(s)"."""

    @property
    def room(self) -> int:
        """Return how many words a slot may hold; 1 for a word."""
        if self.key or self.slot in ONE_WORD_SLOTS:
            return 1
        return 5 if self.slot in MATERIAL_SLOTS else LONGEST_SLOT


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A prescribed sentence. ``union`` are the positions of the words of the Union's name in it.

    ``weight`` is how many words must be there, ``words`` are these without repetition.
    """

    tokens: tuple[Token, ...]
    text: str
    union: frozenset[int]
    weight: int
    words: frozenset[str]

    @classmethod
    def of(cls, text: str, tokens: tuple[Token, ...], union: frozenset[int] = frozenset()) -> "Sentence":
        """Make a sentence of its tokens."""
        required = [t.key for t in tokens if t.key and not t.optional]
        return cls(tokens, text, union, len(required), frozenset(required))


def same_words(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """Return what makes two sentences the same for a reader of words: folded words and slots."""
    return tuple(("?" if t.optional else "") + (t.key or "{" + t.slot + "}") for t in tokens)


class Prescribed(msgspec.Struct):
    """One part of a wording, or of several wordings with the same words.

    ``phrases`` are its key phrases as folded words with their text.
    """

    check: Part
    language: str
    text: str
    sentences: tuple[Number, ...]
    phrases: tuple[tuple[tuple[str, ...], str], ...]
    wordings: list[str] = []
    order: int = 0


def tokenise(text: str, signs: Container[str] = ()) -> tuple[Token, ...]:
    """Take a prescribed sentence apart; ``signs`` are folded words for "number", which may stand before one or not.

    >>> [t.slot or t.key for t in tokenise("Par [{this_gen}] saturu atbild {partner}.")]
    ['par', 'this_gen', 'saturu', 'atbild', 'partner']
    """
    found: list[Token] = []
    for piece in template.pieces(text):
        if piece.slot:
            if found and "number" in piece.slot and found[-1].key in signs:
                found[-1] = Token(found[-1].key, found[-1].text, optional=True, loose=True)
            found.append(Token("", "{" + piece.slot + "}", slot=piece.slot, optional=piece.optional))
        elif piece.ending:
            last = found[-1]
            found[-1] = Token(last.key, last.text, optional=last.optional, loose=True)
            found += [Token(fold(w), w, optional=True) for w in WORD.findall(piece.text)]
        else:
            found.append(Token(fold(piece.text), piece.text, optional=piece.optional))
    return tuple(found)


def key_words(phrase: str) -> tuple[str, ...]:
    """Return the folded words of a key phrase."""
    return tuple(t.key for t in tokenise(phrase) if t.key and not t.optional)


def written_forms(text: str) -> list[str]:
    """Return a wording's text in all its variants, with the name of the instrument also in three words, as many do."""
    texts = template.variants(text)
    return texts + [t.replace("NextGenerationEU", "Next Generation EU") for t in texts if "NextGenerationEU" in t]


class Library:
    """All prescribed sentences of a rulebook and the parts of wordings they make up, each once for its language.

    A language is taken apart when it is asked for: most publications hold two languages out of twenty-four.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.sentences: dict[Number, Sentence] = {}
        self.parts: dict[Number, Prescribed] = {}
        self.parts_of: dict[Number, list[Number]] = {}
        """For each sentence the parts it belongs to."""
        self._rulebook = rulebook
        self._prescribed: dict[str, list[tuple[str, int, WordingPart]]] = {}
        self._read: dict[str, Mapping[Number, Sentence]] = {}
        for identifier, wording in rulebook.wordings.items():
            for order, part in enumerate(wording.part):
                self._prescribed.setdefault(part.language, []).append((identifier, order, part))

    def read(self, language: str) -> Mapping[Number, Sentence]:
        """Return the sentences of a language by their numbers; they and their parts are known from then on."""
        known = self._read.get(language)
        if known is None:
            shelf = _Shelf(self._rulebook, language)
            for identifier, order, part in self._prescribed.get(language, ()):
                shelf.add(identifier, part, order)
            self.sentences |= shelf.sentences
            self.parts_of |= shelf.parts_of
            self.parts |= shelf.parts
            known = self._read[language] = shelf.sentences
        return known

    def parts_in(self, language: str) -> list[Prescribed]:
        """Return the parts of a language's wordings, in the order of the rules."""
        self.read(language)
        return [part for part in self.parts.values() if part.language == language]


class _Shelf:
    """The sentences and parts of one language."""

    def __init__(self, rulebook: Rulebook, language: str) -> None:
        self.sentences: dict[Number, Sentence] = {}
        self.parts: dict[Number, Prescribed] = {}
        self.parts_of: dict[Number, list[Number]] = {}
        self._language = language
        self._ends = sentence_ends(rulebook)
        self._signs = number_words(rulebook).signs
        self._known: dict[tuple[str, ...], Number] = {}
        self._same: dict[tuple[object, ...], Prescribed] = {}
        data = rulebook.languages.get(language)
        forms = (data.names.union.name, *data.names.union.forms) if data else ()
        self._unions = {tuple(fold(w) for w in WORD.findall(form)) for form in forms}

    def add(self, identifier: str, part: WordingPart, order: int) -> None:
        """Add a part of a wording."""
        phrases = tuple((key_words(p), p) for p in part.key_phrases)
        for text in written_forms(part.text):
            ends = self._ends.find(text)
            cut = tuple(self._sentence(text[a:b].strip()) for a, b in pairwise((0, *ends)))
            same = (part.check, cut, phrases)
            known = self._same.get(same)
            if known is None:
                known = Prescribed(
                    part.check,
                    part.language,
                    text.replace("Next Generation EU", "NextGenerationEU"),
                    cut,
                    phrases,
                    order=order,
                )
                self._same[same] = known
                number = (self._language, len(self.parts))
                for sentence in set(cut):
                    self.parts_of[sentence].append(number)
                self.parts[number] = known
            if identifier not in known.wordings:
                known.wordings.append(identifier)

    def _sentence(self, text: str) -> Number:
        tokens = tokenise(text, self._signs)
        known = same_words(tokens)
        number = self._known.get(known)
        if number is None:
            number = self._known[known] = (self._language, len(self.sentences))
            self.sentences[number] = Sentence.of(text, tokens, self._union(tokens))
            self.parts_of[number] = []
        return number

    def _union(self, tokens: tuple[Token, ...]) -> frozenset[int]:
        """Return the positions of the words of the Union's name."""
        keys = [t.key for t in tokens]
        found: set[int] = set()
        for form in self._unions:
            for start in range(len(keys) - len(form) + 1):
                if tuple(keys[start : start + len(form)]) == form:
                    found.update(range(start, start + len(form)))
        return frozenset(found)
