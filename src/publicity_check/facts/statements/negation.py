"""What denies in each language: negators, and words with a negating prefix."""

from collections.abc import Sequence

from publicity_check.facts.lexicon.nouns import nouns
from publicity_check.rulebook import Rulebook
from publicity_check.text.phrases import Phrases
from publicity_check.text.words import fold

_WITH_IT = 3
"""Words after a negator such as "without" that belong to it."""
_PREFIXED = 5
"""A word that begins with a negating prefix is longer than this."""


class Negation:
    """The words that deny, of all languages."""

    def __init__(self, rulebook: Rulebook) -> None:
        grammars = {code: data.grammar for code, data in rulebook.languages.items()}
        funding = {code: grammar.funding for code, grammar in grammars.items()}
        self._nouns = nouns(rulebook)
        self._negators = {c: frozenset(fold(w) for w in f.negators) for c, f in funding.items()}
        self._prefixes = {c: tuple(fold(w) for w in f.negating_prefixes) for c, f in funding.items()}
        self._denying = frozenset(c for c, f in funding.items() if f.prefix_denies)
        """The languages in which a prefix denies any word."""
        self._without = {c: frozenset(fold(w) for w in g.words.without) for c, g in grammars.items()}
        self._harmless: dict[str, Phrases[None]] = {
            c: Phrases((text, None) for text in f.harmless) for c, f in funding.items()
        }

    def negates(self, key: str, language: str) -> bool:
        """Say whether a word is a negator."""
        return key in self._negators.get(language, ())

    def denied_at(self, keys: list[str], word: int, language: str) -> bool:
        """Say whether a negator stands at a word and denies: not so in "not only" and "without the project"."""
        if not self.negates(keys[word], language):
            return False
        without = keys[word] in self._without[language]
        if without and not self._nouns.project(language).isdisjoint(keys[word + 1 : word + 1 + _WITH_IT]):
            return False
        return not self.harmless_at(keys, word, language)

    def harmless_at(self, keys: Sequence[str], word: int, language: str) -> bool:
        """Say whether a word stands in a phrase in which a negator denies nothing ("not only")."""
        harmless = self._harmless[language]
        return any(end > word for k in (0, 1) if k <= word for end, _ in harmless.at(keys, word - k))

    def denies(self, key: str, language: str) -> bool:
        """Say whether a word is a negator or begins with a negating prefix ("neatspoguļo")."""
        prefixes = self._prefixes.get(language, ()) if language in self._denying else ()
        return self.negates(key, language) or (bool(prefixes) and len(key) > _PREFIXED and key.startswith(prefixes))

    def opposite(self, key: str, other: str, language: str) -> bool:
        """Say whether one word is the other with a negating prefix ("finansuoja", "nefinansuoja")."""
        return any(key == p + other or other == p + key for p in self._prefixes.get(language, ()))
