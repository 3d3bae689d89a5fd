"""Funding sentences as each language builds them: verb, tie and name of the Union within one sentence.

"Līdzfinansē Eiropas Savienība" is bent into text in too many ways for word-by-word comparison. What makes such a
sentence is data of each language (:class:`publicity_check.rulebook.languages.Funding`).
"""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.lexicon.names import Name, Names
from publicity_check.facts.lexicon.nouns import nouns
from publicity_check.facts.statements.negation import Negation
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.languages import Funding
from publicity_check.text.phrases import Phrase, Phrases
from publicity_check.text.taken import Taken
from publicity_check.text.words import fold

VerbKind = Literal["funded", "cofunded", "support"]
Order = Literal["any", "before", "after", "around"]
"""Where a verb stands: before the Union's name, after it, or its words around it."""

_NEAR = 6
"""Words between verb and name where only the case of the name ties them together."""
_SUPPORTING = 8
"""Words between "financial assistance" and the Union's name."""
_BESIDE = 2
"""Words between "financial assistance" and the Union's name abbreviated: "with the support of the EU"."""
_COPULAS = 2
"""Words such as "has been" between what is funded and the verb."""
_FAR = 14
"""Words between verb and name where a word such as "by" ties them together."""
_FURTHER = 26
"""Words between the two where a fund or programme named in between carries the sentence on to its verb."""
_OWN_NAME = 3
"""A fund's name of so many words is known in every language ("funded by Fundo Europeu …")."""
_ACTIVE = 2
"""Words between the Union's name and a verb of the active voice."""
_JOINED = 2
"""Words after the verb among which its sentence may go on in the next block."""
_OBJECT = 5
"""Words between such a verb and what it funds."""
_ELSEWHERE = 12
"""Words before a funding sentence among which a negation may say that it is about another project."""
_LONGEST_NAME = 4
"""Words of the longest name of the Union."""
_GENERAL = 5
"""Words before a sentence's verb among which a plural noun makes it one about projects in general."""
_APART = frozenset('|•·:;–—()"„“”«»\n')
"""Marks behind which a new thought begins, though no sentence ends."""
_PARTED = frozenset(":;|•\n")
"""Marks behind which nothing is denied any more: "There is no fee: the project is funded by …"."""
_DETERMINED = 4
"""Words before the end of a plural among which a determiner tells whose it is."""
_RANKS = {"union": 0, "abbreviation": 1, "fund": 2, "programme": 3, "commission": 4}


_NONE: Phrases[None] = Phrases()


def _listed(texts: Iterable[str]) -> Phrases[None]:
    return Phrases((text, None) for text in texts)


def _numbered(keys: list[str], word: int) -> bool:
    """Say whether a number follows: "(grants 101112207 and 101143390)" speaks of one's own."""
    return word < len(keys) and keys[word].isdigit()


class _Verb(msgspec.Struct, frozen=True, gc=False):
    phrase: Phrase
    kind: VerbKind
    language: str
    order: Order
    lead: Phrase | None = None
    """Words before the Union's name, where the verb's words stand after it ("with … money")."""


class Free(msgspec.Struct, frozen=True, gc=False):
    """A funding sentence: who funds (``name``), how (``kind``), and whether it is denied. Positions are words."""

    kind: VerbKind
    language: str
    name: Name
    first: int
    last: int
    negated: bool
    distance: int
    verb: range


class Grammar:
    """The funding sentences of all languages."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.names = Names(rulebook)
        self._nouns = nouns(rulebook)
        self.negation = Negation(rulebook)
        self._either = {code: self._nouns.either(code) for code in rulebook.languages}
        small = {code: data.grammar.words for code, data in rulebook.languages.items()}
        self._copulas = {c: frozenset(fold(w) for w in s.copulas) for c, s in small.items()}
        self._without = {c: frozenset(fold(w) for w in s.without) for c, s in small.items()}
        self._under = {c: frozenset(fold(w) for w in s.under) for c, s in small.items()}
        self._funding: dict[str, Funding] = {code: data.grammar.funding for code, data in rulebook.languages.items()}
        self._prefixes = {c: tuple(fold(w) for w in f.negating_prefixes) for c, f in self._funding.items()}
        self._agents = {c: frozenset(fold(w) for w in f.agents) for c, f in self._funding.items()}
        self._together = {c: frozenset(fold(w) for w in f.together) for c, f in self._funding.items()}
        self._others = {
            c: _listed((*self._nouns.filled(f.others, c), *self._nouns.several(c))) for c, f in self._funding.items()
        }
        self._own = {c: _listed(f.own) for c, f in self._funding.items()}
        self._possible = {c: _listed(f.possible) for c, f in self._funding.items()}
        self._objects = {c: _listed(self._nouns.filled(f.objects, c)) for c, f in self._funding.items()}
        self._rules = {c: _listed(f.rules) for c, f in self._funding.items()}
        self._abbreviations = {
            code: frozenset(data.names.union.abbreviations) for code, data in rulebook.languages.items()
        }
        self._whole: dict[str, list[_Verb]] = {}
        self._stems: dict[str, list[_Verb]] = {}
        for code, funding in self._funding.items():
            finite = {fold(v) for v in funding.finite}
            kinds: tuple[tuple[VerbKind, tuple[str, ...]], ...] = (
                ("cofunded", funding.cofunded),
                ("funded", funding.funded),
                ("support", funding.support),
            )
            for kind, texts in kinds:
                for text in texts:
                    self._add(_Verb(Phrase.of(text), kind, code, "before" if fold(text) in finite else "any"))
            for text in funding.funds:
                self._add(_Verb(Phrase.of(text), "funded", code, "after"))
            for text in funding.cofunds:
                self._add(_Verb(Phrase.of(text), "cofunded", code, "after"))
            for text in funding.means:
                before, _, noun = text.partition("…")
                self._add(_Verb(Phrase.of(noun), "support", code, "around", Phrase.of(before)))
        self._longest = max((len(s) for s in self._stems), default=0)
        self._shortest = min((len(s) for s in self._stems), default=0)

    def _add(self, verb: _Verb) -> None:
        stem, open_ = verb.phrase.words[0], "any" in verb.phrase.endings[:1]
        (self._stems if open_ else self._whole).setdefault(stem, []).append(verb)
        for prefix in self._prefixes[verb.language]:
            (self._stems if open_ else self._whole).setdefault(prefix + stem, []).append(verb)

    def begins(self, key: str) -> bool:
        """Say whether a verb or phrase of a funding sentence may begin with a word."""
        return next(self._verbs(key), None) is not None

    def _verbs(self, key: str) -> Iterator[_Verb]:
        yield from self._whole.get(key, ())
        for size in range(self._shortest, min(len(key), self._longest) + 1):
            yield from self._stems.get(key[:size], ())

    def ties(self, key: str, language: str) -> bool:
        """Say whether a word ties the Union's name to a verb ("by")."""
        return key in self._agents.get(language, ())

    def abbreviates(self, written: str, language: str) -> bool:
        """Say whether a word as written abbreviates the Union's name."""
        return written in self._abbreviations.get(language, ())

    def others(self, clauses: Clauses, first: int, end: int, language: str) -> bool:
        """Say whether words are said of many (beside a noun such as "projects" or soon after it), asked, or may be."""
        keys = clauses.words.keys
        others = self._others.get(language, _NONE)
        if self._possible.get(language, _NONE).ends_before(keys, first) and not clauses.ends(first - 1):
            return True
        if not clauses.ends(end - 1) and any(not _numbered(keys, stop) for stop, _ in others.at(keys, end)):
            return True
        if "?" in clauses.gap(clauses.end_of(end - 1, _FAR)):
            return True
        for word in range(first, max(0, first - _GENERAL), -1):
            if clauses.ends(word - 1) or not _APART.isdisjoint(clauses.gap(word - 1)):
                return False
            if others.ends_before(keys, word):
                return not self._of_ones_own(keys, word, language)
            if keys[word - 1] in self._nouns.project(language):
                return keys[word - 1] in self._either[language] and others.ends_before(keys, word - 1)
        return False

    def _of_ones_own(self, keys: list[str], end: int, language: str) -> bool:
        """Say whether a plural that ends before a word is of one's own: "both projects", "our schools"."""
        own = self._own.get(language, _NONE)
        return any(own.begins_at(keys, word) for word in range(max(0, end - _DETERMINED), end - 1))

    def _between(self, keys: list[str], first: int, end: int, language: str) -> bool:
        """Say whether such a noun stands inside ("funded were many of these measures by the Union")."""
        others = self._others.get(language, _NONE)
        return any(others.begins_at(keys, w) for w in range(first, end))

    def rule(self, keys: list[str], first: int, end: int, language: str) -> bool:
        """Say whether words of a page that explains rules stand in a stretch."""
        rules = self._rules.get(language, _NONE)
        return any(stop <= end for w in range(max(0, first), end) for stop, _ in rules.at(keys, w))

    def named(self, clauses: Clauses, place: Iterable[int]) -> str | None:
        """Return the first fund, programme or body named in a place, as written."""
        for word in place:
            for name in self.names.at(clauses, word):
                if name.kind in ("fund", "programme", "commission"):
                    return clauses.text(name.first, name.end)
        return None

    def of_programme(self, clauses: Clauses, verb: int, language: str) -> bool:
        """Say whether a programme is what the verb at a word is said of ("The programme is funded by the Union")."""
        keys, copulas = clauses.words.keys, self._copulas.get(language, frozenset())
        subject = verb
        while subject > 0 and verb - subject < _COPULAS and keys[subject - 1] in copulas:
            subject -= 1
        if subject == 0 or (subject == verb and keys[verb] not in copulas) or clauses.ends(subject - 1):
            return False
        start = clauses.start_of(verb, _FAR)
        if not self._nouns.project(language).isdisjoint(keys[start:subject]):
            return False
        return keys[subject - 1] in self._nouns.programme(language) or any(
            name.kind == "programme" and name.end == subject
            for word in range(start, subject)
            for name in self.names.at(clauses, word)
        )

    def find(self, clauses: Clauses, positions: Iterable[int], likely: str) -> list[Free]:
        """Return the funding sentences whose verbs begin at ``positions``, in reading order, each name once.

        ``likely`` is the language to prefer where a word belongs to several.
        """
        keys = clauses.words.keys
        found: list[Free] = []
        for word in positions:
            here = [free for verb in self._verbs(keys[word]) for free in self._sentence(clauses, verb, word)]
            if here:
                found.append(min(here, key=lambda f: (_RANKS[f.name.kind], f.language != likely, f.distance, f.kind)))
        found.sort(key=lambda f: (_RANKS[f.name.kind], f.kind == "support", f.distance, f.first))
        taken = Taken()
        return sorted((f for f in found if taken.take(f.first, f.last)), key=lambda f: f.first)

    def _sentence(self, clauses: Clauses, verb: _Verb, word: int) -> Iterator[Free]:
        keys, language = clauses.words.keys, verb.language
        denied = False
        phrase = verb.phrase
        if not phrase.at(keys, word):
            shorter = next((keys[word][len(p) :] for p in self._prefixes[language] if keys[word].startswith(p)), None)
            if shorter is None or not phrase.at([shorter, *keys[word + 1 : word + 4]], 0):
                return
            denied = True
        end = word + len(phrase.words)
        kind = verb.kind
        first = word
        if kind == "funded" and word and keys[word - 1] in self._together[language] and not clauses.ends(word - 1):
            kind, first = "cofunded", word - 1
        if verb.order in ("after", "around"):
            names = self._before(clauses, verb, first, end)
        else:
            names = self._names(clauses, verb, first, end)
        general: bool | None = None
        for name, distance in names:
            if general is None:
                general = self.others(clauses, first, end, language)
            start, stop = min(first, name.first), max(end, name.end)
            if general or self.others(clauses, start, stop, language) or self._between(keys, start, stop, language):
                continue
            if self.elsewhere(clauses, start, language) or self.elsewhere(clauses, first, language):
                continue
            negated = denied or self._denied(clauses, start, stop, first, language)
            yield Free(kind, language, name, start, stop - 1, negated, distance, range(first, end))

    def _denied(self, clauses: Clauses, start: int, stop: int, verb: int, language: str) -> bool:
        keys = clauses.words.keys
        begin = min(clauses.start_of(start, 4), max(clauses.start_of(verb, 4), verb - 4))
        return any(self.negation.denied_at(keys, w, language) for w in range(begin, stop))

    def _names(self, clauses: Clauses, verb: _Verb, first: int, end: int) -> Iterator[tuple[Name, int]]:
        """Yield the names that may be who funds, with the words between them and the verb."""
        keys, agents, language = clauses.words.keys, self._agents[verb.language], verb.language
        tied = verb.order == "before" or any(keys[w] in agents for w in range(first, end))
        reach = _FAR if agents else _NEAR
        word = end
        crossed = False
        while word < len(keys) and word - end <= reach:
            if clauses.ends(word - 1) and not (clauses.joins(word - 1) and word - end <= _JOINED and not crossed):
                break
            crossed = crossed or clauses.words.block[word] != clauses.words.block[end - 1]
            if tied or not agents:
                under = any(keys[w] in self._under[language] for w in range(max(end, word - 2), word))
                for name in self.names.at(clauses, word):
                    if self._fits(name, verb, 0 if under and name.kind == "union" else word - end):
                        yield name, word - end
            tied = tied or keys[word] in agents
            word += 1
        if verb.order == "before":
            return
        allowed = _FAR if agents else _NEAR
        further = _FURTHER if agents and self._funding[language].after else allowed
        carried = False
        word = first - 1
        while word >= 0 and first - word <= further + 4 and not clauses.ends(word):
            for name in self.names.at(clauses, word):
                distance = first - name.end
                carried = carried or name.kind in ("fund", "programme")
                if distance < 0 or not self._fits(name, verb, distance):
                    continue
                gap = clauses.gap(name.end - 1).strip() if distance == 0 else "?"
                of_it = keys[end : end + 1] != [] and keys[end] in self._nouns.project(language)
                joined = gap in ("-", "‑", "–") or (not gap and of_it)
                joined = joined and name.kind in ("union", "abbreviation")
                tie = not agents or any(keys[w] in agents for w in range(max(0, word - 3), word))
                near = distance <= (further if carried and name.kind == "union" else allowed)
                if joined or (self._funding[language].after and tie and near):
                    yield name, distance
            word -= 1

    def _before(self, clauses: Clauses, verb: _Verb, first: int, end: int) -> Iterator[tuple[Name, int]]:
        """Yield the name right before a verb of the active voice, or within words around it."""
        keys, active = clauses.words.keys, verb.order == "after"
        for word in range(first - 1, max(-1, first - _LONGEST_NAME - _ACTIVE), -1):
            if clauses.ends(word):
                return
            for name in self.names.at(clauses, word):
                distance = first - name.end
                own = name.kind in ("union", "abbreviation") and name.language == verb.language
                if not own or not 0 <= distance <= (_ACTIVE if active else 1):
                    continue
                if active and not self._has_object(clauses, word, end, verb.language):
                    continue
                if verb.lead is None or any(
                    verb.lead.at(keys, word - len(verb.lead.words) - skipped) for skipped in (0, 1)
                ):
                    yield name, distance

    def _has_object(self, clauses: Clauses, first: int, end: int, language: str) -> bool:
        """Say whether what the Union funds stands right before its name, or soon after the verb."""
        keys, objects = clauses.words.keys, self._objects[language]
        if not clauses.ends(first - 1) and objects.ends_before(keys, first):
            return True
        for word in range(end, min(end + _OBJECT, len(keys))):
            if clauses.ends(word - 1):
                return False
            if objects.begins_at(keys, word):
                return True
        return False

    def elsewhere(self, clauses: Clauses, start: int, language: str) -> bool:
        """Say whether a funding sentence is about a project that this is not: "not related to a project funded …"."""
        if self._funding[language].verb_first:
            return False
        keys, known = clauses.words.keys, self._nouns.project(language)
        between = False
        for word in range(start - 1, clauses.start_of(start, _ELSEWHERE) - 1, -1):
            if not _PARTED.isdisjoint(clauses.gap(word)):
                return False
            if keys[word] in known:
                between = True
            elif keys[word] in self._without[language]:
                return False
            elif between and self.negation.denied_at(keys, word, language):
                return True
        return False

    def _fits(self, name: Name, verb: _Verb, distance: int) -> bool:
        if name.kind == "union":
            return name.language == verb.language and (verb.kind != "support" or distance <= _SUPPORTING)
        if name.kind == "abbreviation":
            near = distance <= (_BESIDE if verb.kind == "support" else _NEAR)
            return name.language == verb.language and near
        known = name.language in ("", verb.language) or (name.kind == "fund" and name.end - name.first >= _OWN_NAME)
        return verb.kind != "support" and known and distance <= _NEAR
