"""Short prescribed statements and what they say: "Co-funded by the European Union" in each language."""

from collections.abc import Iterator
from typing import NamedTuple

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.statements.free import Free, Grammar, VerbKind
from publicity_check.facts.statements.prescribed import Library, Prescribed, Sentence, written_forms
from publicity_check.publication import Block, Publication
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import Words

_TELLING = 5
"""Letters of a word that may name a fund or an instrument."""
_SHORT = 8
"""Words up to which a prescribed sentence is short."""


class Short(NamedTuple):
    """A short statement: ``instrument`` is "NGEU", "" for the plain statement, or what else it says."""

    part: Prescribed
    kind: VerbKind
    instrument: str


class ShortForms:
    """The short statements of all languages; those of a language are understood when they are asked for."""

    def __init__(self, rulebook: Rulebook, library: Library, grammar: Grammar) -> None:
        self._rulebook = rulebook
        self._library = library
        self._grammar = grammar
        self._spread = {w: len({p.language for p in wording.part}) for w, wording in rulebook.wordings.items()}
        self._known: dict[str, tuple[Short, ...]] = {}

    def is_short(self, part: Prescribed) -> bool:
        """Say whether a part is a short sentence."""
        return len(part.sentences) == 1 and self._library.sentences[part.sentences[0]].weight < _SHORT

    def of(self, language: str) -> tuple[Short, ...]:
        """Return the short statements of a language, the most widely prescribed first."""
        known = self._known.get(language)
        if known is None:
            found = sorted(self._understood(language), key=lambda s: (-self._spread[s.part.wordings[0]], s.part.order))
            known = self._known[language] = tuple(found)
        return known

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield language and text of every statement that may be a short one, the most widely prescribed first."""
        for identifier in sorted(self._rulebook.wordings, key=lambda w: -self._spread[w]):
            for part in self._rulebook.wordings[identifier].part:
                if part.check == "funding-statement" and "{" not in part.text:
                    for text in written_forms(part.text):
                        yield part.language, text

    def _understood(self, language: str) -> Iterator[Short]:
        for part in self._library.parts_in(language):
            if part.check != "funding-statement" or not self.is_short(part):
                continue
            sentence = self._library.sentences[part.sentences[0]]
            if all(t.key for t in sentence.tokens) and (said := self._said(part, sentence)) is not None:
                yield Short(part, said.kind, self._instrument(sentence, said))

    def _said(self, part: Prescribed, sentence: Sentence) -> Free | None:
        text = " ".join(t.text for t in sentence.tokens)
        words, publication = Words.of([(0, text)]), Publication("", "text", "", (Block(0, text),))
        clauses = Clauses(publication, words, sentences_of(publication, self._rulebook))
        verbs = [p for p, key in enumerate(words.keys) if self._grammar.begins(key)]
        said = [f for f in self._grammar.find(clauses, verbs, part.language) if f.language == part.language]
        return said[0] if said and said[0].name.kind == "union" and said[0].kind != "support" else None

    def _instrument(self, sentence: Sentence, said: Free) -> str:
        keys = [t.key for t in sentence.tokens if t.key]
        if "nextgenerationeu" in keys or "nextgenerationeu" in "".join(keys):
            return "NGEU"
        apart = (*said.verb, *range(said.name.first, said.name.end))
        return " ".join(
            k
            for i, k in enumerate(keys)
            if i not in apart and len(k) >= _TELLING and not self._grammar.ties(k, said.language)
        )
