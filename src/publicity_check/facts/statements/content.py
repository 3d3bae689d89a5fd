"""What disclaimers say, whatever their words: whose views they are and are not, and who answers for them.

A sentence is read clause by clause. Each speaks of views or of answering for them, names authors, the Union or one of
its bodies, and denies or affirms. Sentences in a row make one disclaimer. The words are data of each language
(:class:`publicity_check.rulebook.languages.Disclaiming`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.statements.free import Grammar
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.common import Claim
from publicity_check.rulebook.languages import Disclaiming
from publicity_check.text.words import fold, words

_REMEMBERED = 50_000
"""Words remembered at most."""
_LONGEST = 60
"""Words of the longest sentence that is looked through."""
_SUBJECT = 8
"""Words of a sentence among which its subject stands."""
_HELD = 5
"""Words between the Union's name and the views that are said to be its own."""
_PLAIN = 30
"""Words of the longest sentence that is taken to affirm what disclaimers deny."""
_ABBREVIATED = 3
"""Letters of the shortest abbreviation of an agency ("REA")."""
_OF_ANSWERING: frozenset[Claim] = frozenset({"union-not-answerable", "author-answers", "somebody-answers"})
_BOUNDARY = re.compile(r"[,;:()]|\s[–—-]\s")
_END_MARKS = ".!?…:;"


class OwnWords(msgspec.Struct, frozen=True, gc=False):
    """A disclaimer found: its first and last word, its language, and what it says."""

    first: int
    last: int
    language: str
    says: frozenset[Claim]


class _Words:
    """The words of disclaimers in one language, folded."""

    def __init__(self, data: Disclaiming, joins: Iterable[str], prefixes: Sequence[str]) -> None:
        def bent(stems: Iterable[str]) -> tuple[str, ...]:
            """Return stems, bare and with the prefixes that negate ("neatbild")."""
            bare = [fold(w) for w in stems]
            return (*bare, *(fold(p) + w for p in prefixes for w in bare))

        self.views = tuple(fold(w) for w in data.views)
        self.reflects = bent(data.reflects)
        self.necessarily = tuple(fold(w) for w in data.necessarily)
        self.only = tuple(fold(w) for w in data.only)
        self.authors = tuple(fold(w) for w in data.authors)
        self.content = tuple(fold(w) for w in data.content)
        self.bodies = tuple(fold(w) for w in data.bodies)
        self.answers = bent(data.answers)
        self.denials = [words(w) for w in data.denials]
        self.concord = data.concord
        self.joins = frozenset(fold(w) for w in joins)
        self._prefixes = tuple(fold(p) for p in prefixes)

    def must(self, key: str) -> bool:
        """Say whether a word says "necessarily" and only begins like one that denies it ("nevyhnutne")."""
        bare = (key.removeprefix(p) for p in self._prefixes)
        return key.startswith(self.necessarily) and not any(k != key and k.startswith(self.necessarily) for k in bare)


class _Clause(msgspec.Struct, frozen=True, gc=False):
    """A part of a sentence that says one thing, of views or of answering for them."""

    first: int
    end: int
    answers: bool


class Disclaimers:
    """Finds disclaimers that no wording prescribes word by word, and tells what disclaimers deny."""

    def __init__(self, rulebook: Rulebook, grammar: Grammar) -> None:
        self._grammar = grammar
        self._words = {
            code: _Words(data.grammar.disclaiming, data.grammar.words.and_, data.grammar.funding.negating_prefixes)
            for code, data in rulebook.languages.items()
        }
        self._triggers = {code: (*w.answers, *w.views, *w.reflects) for code, w in self._words.items()}
        self._known: dict[str, tuple[str, ...]] = {}
        self._any = tuple({stem for stems in self._triggers.values() for stem in stems})

    def begins(self, key: str) -> bool:
        """Say whether a word may be one of a disclaimer: of views or of answering for them."""
        return key.startswith(self._any)

    def _languages(self, key: str) -> tuple[str, ...]:
        """Return the languages in which a word may be one of a disclaimer; what is found is remembered."""
        known = self._known.get(key)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            spoken = (code for code, stems in self._triggers.items() if key.startswith(stems))
            known = self._known[key] = tuple(spoken)
        return known

    def find(self, clauses: Clauses, positions: Iterable[int]) -> Iterator[OwnWords]:
        """Yield the disclaimers with a word at one of ``positions``, those that say the opposite of one included."""
        read: dict[tuple[str, int], OwnWords] = {}
        for word in positions:
            first = clauses.start_of(word, _LONGEST)
            new = [code for code in self._languages(clauses.words.keys[word]) if (code, first) not in read]
            last = clauses.end_of(word, _LONGEST) if new else word
            for code in new:
                read[code, first] = OwnWords(first, last, code, self.says(clauses, first, last, code))
        done = -1
        for run in (replace(r, says=_joined(r.says)) for r in _runs(list(read.values()))):
            if run.first > done and _is_disclaimer(run.says):
                done = run.last
                yield run

    def denies(self, keys: Sequence[str], language: str) -> bool:
        """Say whether words deny something: by a negator, a negating prefix or "neither", "in no way"."""
        return bool(self.denials_among(keys, language))

    def denials_among(self, keys: Sequence[str], language: str) -> set[int]:
        """Return the places of the words that deny, among folded words."""
        said = self._words[language]
        found = {i for i, key in enumerate(keys) if self._grammar.negation.denies(key, language) and not said.must(key)}
        for i, key in enumerate(keys):
            for phrase in said.denials:
                if key == phrase[0] and list(keys[i : i + len(phrase)]) == phrase:
                    found.update(range(i, i + len(phrase)))
        return {i for i in found if not self._grammar.negation.harmless_at(keys, i, language)}

    def concord(self, language: str) -> bool:
        """Say whether several denials side by side are one in a language."""
        return self._words[language].concord

    def strengthens(self, key: str, language: str) -> bool:
        """Say whether a word only strengthens a denial, in a language in which several are one ("nekādā gadījumā")."""
        said = self._words[language]
        return said.concord and [key] in said.denials and not self._grammar.negation.negates(key, language)

    def speaks(self, key: str, language: str) -> bool:
        """Say whether a word speaks of views, of reflecting them or of answering for them."""
        return key.startswith(self._triggers[language])

    def of_content(self, keys: Sequence[str], language: str) -> bool:
        """Say whether words speak of a text, of its authors or of views."""
        said = self._words[language]
        return _any(keys, (*said.content, *said.views, *said.authors))

    def names_author(self, key: str, language: str) -> bool:
        """Say whether a word names who wrote or published a text."""
        return key.startswith(self._words[language].authors)

    def says(self, clauses: Clauses, first: int, last: int, language: str) -> frozenset[Claim]:
        """Return what a sentence, from its first to its last word, says of views and of answering for them."""
        said = self._words[language]
        keys = clauses.words.keys[first : last + 1]
        found: set[Claim] = set()
        named = self._union_at(clauses, first, last, language)
        for clause in self._clauses(clauses, first, last, said):
            here = clauses.words.keys[clause.first : clause.end]
            union = any(clause.first <= w < clause.end for w in named)
            denied = self.denies(here, language)
            authors = _any(here, said.authors)
            if clause.answers:
                found |= self._answering(clauses, clause, said, union=union, denied=denied, anyone=bool(named))
            else:
                if union and denied:
                    found.add("not-union-views")
                elif union and not self.denies(keys, language):
                    found |= self._held(here, said, [w - clause.first for w in named])
                if authors and (_any(here, said.only) or (_any(here, said.views) and (union or not denied))):
                    found.add("own-views")
        if named and not self.denies(keys, language) and self._solely(keys, said):
            found.add("union-answers")
        if not named and self._cut_off(clauses, first, last, language):
            found.add("cut-off")
        return frozenset(found)

    def _answering(
        self, clauses: Clauses, clause: _Clause, said: _Words, *, union: bool, denied: bool, anyone: bool
    ) -> set[Claim]:
        """Return what a clause says of who answers for a text."""
        here = clauses.words.keys[clause.first : clause.end]
        if denied:
            body = _any(here, said.bodies) or any(
                len(w) >= _ABBREVIATED and w.isupper() and w.isalpha()
                for w in (clauses.written(i) for i in range(clause.first, clause.end))
            )
            return {"union-not-answerable"} if union or body or anyone else {"somebody-answers"}
        if union:
            return {"union-named"}
        about = _any(here, said.content) or _any(here, said.views) or _any(here, said.authors)
        return {"author-answers"} if about else {"somebody-answers"}

    def _held(self, keys: Sequence[str], said: _Words, named: Sequence[int]) -> set[Claim]:
        """Return whether a clause without any denial says that a text or its authors hold the Union's views."""
        views = [i for i, k in enumerate(keys) if k.startswith((*said.views, *said.reflects))]
        held = any(abs(n - v) <= _HELD for n in named if 0 <= n < len(keys) for v in views)
        about = _any(keys[:_SUBJECT], said.content) or _any(keys, said.authors)
        return {"union-views"} if held and about and _any(keys, said.views) and len(keys) <= _PLAIN else set()

    def _solely(self, keys: Sequence[str], said: _Words) -> bool:
        """Say whether a sentence that names the Union and denies nothing makes it alone answer for a text."""
        about = _any(keys[:_SUBJECT], said.content) and not _any(keys, (*said.views, *said.reflects))
        return about and _any(keys, said.answers) and _any(keys, said.only) and not _any(keys, said.authors)

    def _cut_off(self, clauses: Clauses, first: int, last: int, language: str) -> bool:
        """Say whether a sentence about whose views a text does not reflect breaks off before it says whose."""
        said = self._words[language]
        keys = clauses.words.keys[first : last + 1]
        block = clauses.words.block[last]
        text = clauses.publication.blocks[block].text.rstrip()
        at_end = last + 1 >= len(clauses.words) or clauses.words.block[last + 1] != block
        if not at_end or text[-1:] in _END_MARKS[:-2] or len(keys) > _LONGEST // 2:
            return False
        about = _any(keys, said.views) or _any(keys, said.necessarily)
        speaks = _any(keys[:_SUBJECT], said.content) and _any(keys, said.reflects)
        return about and speaks and self.denies(keys, language)

    def _union_at(self, clauses: Clauses, first: int, last: int, language: str) -> list[int]:
        return [
            w
            for w in range(first, last + 1)
            for n in self._grammar.names.at(clauses, w)
            if n.kind in ("union", "commission") and n.language == language
        ]

    def _clauses(self, clauses: Clauses, first: int, last: int, said: _Words) -> list[_Clause]:
        """Cut a sentence where it turns from views to answering for them or back."""
        keys = clauses.words.keys
        turns: list[tuple[int, bool]] = []
        for w in range(first, last + 1):
            if keys[w].startswith(said.answers):
                turns.append((w, True))
            elif keys[w].startswith(said.views) or keys[w].startswith(said.reflects):
                turns.append((w, False))
        if not turns:
            return []
        cuts = [first]
        kinds = [turns[0][1]]
        for (before, kind), (after, other) in pairwise(turns):
            if kind == other:
                continue
            at = next(
                (
                    w
                    for w in range(before + 1, after + 1)
                    if _BOUNDARY.search(clauses.gap(w - 1)) or keys[w] in said.joins
                ),
                None,
            )
            if at is None:
                kinds[-1] = kinds[-1] or other
            else:
                cuts.append(at)
                kinds.append(other)
        ends = [*cuts[1:], last + 1]
        return [_Clause(a, b, kind) for a, b, kind in zip(cuts, ends, kinds, strict=True)]


def _any(keys: Sequence[str], stems: tuple[str, ...]) -> bool:
    return any(k.startswith(stems) for k in keys)


def _runs(read: list[OwnWords]) -> list[OwnWords]:
    """Bring sentences in a row together, of one language each, the longest first at each place."""
    runs: list[OwnWords] = []
    by_language: dict[str, list[OwnWords]] = {}
    for one in read:
        if one.says:
            by_language.setdefault(one.language, []).append(one)
    for sentences in by_language.values():
        sentences.sort(key=lambda s: s.first)
        run: OwnWords | None = None
        for one in sentences:
            if run is not None and one.first == run.last + 1:
                run = OwnWords(run.first, one.last, run.language, run.says | one.says)
                continue
            if run is not None:
                runs.append(run)
            run = one
        if run is not None:
            runs.append(run)
    return sorted(runs, key=lambda r: (r.first, -r.last, -len(r.says), r.language))


def _joined(says: frozenset[Claim]) -> frozenset[Claim]:
    """Return what sentences in a row say: that the Union is responsible, where its views they are not."""
    if "union-named" not in says:
        return says
    reversed_ = bool(says & {"own-views", "not-union-views"}) and "union-not-answerable" not in says
    return says - {"union-named"} | ({"union-answers"} if reversed_ else set())


def _is_disclaimer(says: frozenset[Claim]) -> bool:
    """Say whether claims make a disclaimer, or the opposite or the beginning of one."""
    if says & {"union-views", "union-answers", "cut-off"}:
        return True
    return bool(says & {"own-views", "not-union-views"}) and bool(says & _OF_ANSWERING)
