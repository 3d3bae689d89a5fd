"""What a found wording's differences from the prescribed one mean: codes and the words concerned.

The codes are those of :class:`publicity_check.facts.model.Statement`. Case, white space, dashes, quotes, breaks
across blocks, optional words and the noun of the material are no differences.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.model import Note
from publicity_check.facts.statements.align import Alignment, close, slip
from publicity_check.facts.statements.content import Disclaimers
from publicity_check.facts.statements.free import Grammar
from publicity_check.facts.statements.match import PartMatch, SentenceMatch, phrase_agrees, phrase_places
from publicity_check.facts.statements.polarity import Polarity
from publicity_check.facts.statements.prescribed import MATERIAL_SLOTS, Library, Sentence
from publicity_check.text.letters import CROSSES, is_greek
from publicity_check.text.words import INVISIBLE, alike, fold

_GAP = re.compile(r"…|\.{3,}|_{2,}")
_AUTHOR_SLOTS = frozenset({"beneficiary", "partner", "publisher", "author"})
"""Slots for who answers for a text: never the Union."""
_BROKEN_OFF = 3
"""Words at the end of a disclaimer that are not left out by chance."""
_BRACKETED = re.compile(r"\s*(?:\[[^\]]*\]|<[^>]*>|\{[^}]*\})\s*[.,]?\s*$")
_WITHIN = re.compile(r"[\[<]\s*([^\]>]*)")


def bare(word: str) -> str:
    """Return a word as written without what is invisible and without regard to case."""
    return unicodedata.normalize("NFC", "".join(c for c in word if c not in INVISIBLE)).casefold()


def lost_marks(prescribed: str, written: str) -> bool:
    """Say whether a word agrees with the prescribed one but for its diacritics.

    Greek capitals are rightly written without accents.
    """
    if bare(prescribed) == bare(written) or fold(prescribed) != fold(written):
        return False
    greek = any(map(is_greek, written))
    return not (greek and written.isupper())


class Marks:
    """Judges found parts of wordings."""

    def __init__(self, library: Library, grammar: Grammar, disclaimers: Disclaimers) -> None:
        self.library = library
        self.grammar = grammar
        self.disclaimers = disclaimers
        self.polarity = Polarity(grammar, disclaimers)

    def notes(self, clauses: Clauses, match: PartMatch) -> Iterator[Note]:
        """Yield the deviations of a part, gravest first."""
        language = match.part.language
        sentences = [self.library.sentences[s] for s in match.part.sentences]
        pairs = list(zip(sentences, match.found, strict=True))
        yield from self._turned(clauses, pairs, match)
        if match.part.check == "disclaimer":
            yield from self._union_as_author(clauses, pairs, language)
        instead: set[int] = set()
        for sentence, found in pairs:
            if found is not None:
                note, place = self._union(clauses, sentence, found.alignment, language)
                if note is not None:
                    instead.update(place)
                    yield note
        yield from _slots(clauses, match)
        yield from self._lacking(clauses, match, pairs, lacking_union=bool(instead))
        yield from self._remarks(clauses, pairs, instead)

    def _turned(
        self, clauses: Clauses, pairs: list[tuple[Sentence, SentenceMatch | None]], match: PartMatch
    ) -> Iterator[Note]:
        """Yield a note where a sentence says the opposite of the prescribed one, or may."""
        disclaimer = match.part.check == "disclaimer"
        judge = self.polarity.of_disclaimer if disclaimer else self.polarity.of_statement
        turned = [(judge(clauses, s, m, match.part.language), m) for s, m in pairs if m is not None]
        if any(how == "surely" for how, _ in turned):
            yield Note("negated")
        for how, found in turned:
            if how == "perhaps":
                yield Note("taken-back", {"text": clauses.text(found.first, found.last + 1)})
                return

    def _union_as_author(
        self, clauses: Clauses, pairs: list[tuple[Sentence, SentenceMatch | None]], language: str
    ) -> Iterator[Note]:
        """Yield a note where the Union itself is said to answer for a text or to be its author."""
        for sentence, found in pairs:
            if found is None:
                continue
            alignment = found.alignment
            for i, (first, end) in sorted(alignment.slots.items()):
                if alignment.tokens[i].slot in _AUTHOR_SLOTS and self._names_union(clauses, range(first, end)):
                    yield Note("union-as-author", {"text": clauses.text(first, end)})
                    return
            author = [i for i, t in enumerate(sentence.tokens) if self.disclaimers.names_author(t.key, language)]
            if not author or any(i in alignment.pairs for i in author):
                continue
            place = range(found.first, found.last + 1)
            written = any(self.disclaimers.names_author(clauses.words.keys[w], language) for w in place)
            if not written and self._names_union(clauses, [w for w in place if w not in alignment.pairs.values()]):
                yield Note("union-as-author", {"text": clauses.text(found.first, found.last + 1)})
                return

    def _names_union(self, clauses: Clauses, place: Iterable[int]) -> bool:
        """Say whether the Union or the Commission is named in a place."""
        return any(n.kind in ("union", "commission") for w in place for n in self.grammar.names.at(clauses, w))

    def _union(
        self, clauses: Clauses, sentence: Sentence, found: Alignment, language: str
    ) -> tuple[Note | None, range]:
        """Return a note if the Union's name is abbreviated, or another name stands in its place, and that place."""
        absent = sorted(i for i in sentence.union if i not in found.pairs)
        absent = [i for i in absent if i not in found.changed or not _close(found, clauses, i)]
        if not absent:
            return None, range(0)
        start = absent[0]
        while start - 1 in sentence.union:
            start -= 1
        before = max((w for i, w in found.pairs.items() if i < start), default=found.first - 1)
        after = min((w for i, w in found.pairs.items() if i > absent[-1]), default=found.last + 1)
        place = range(before + 1, max(after, before + 1))
        for w in place:
            if self.grammar.abbreviates(clauses.written(w), language):
                return Note("union-abbreviated", {"text": clauses.written(w)}), place
        named = self.grammar.named(clauses, place)
        if named is not None:
            return Note("union-replaced", {"text": named}), place
        return None, range(0)

    def _lacking(
        self,
        clauses: Clauses,
        match: PartMatch,
        pairs: list[tuple[Sentence, SentenceMatch | None]],
        *,
        lacking_union: bool,
    ) -> Iterator[Note]:
        for sentence, found in pairs:
            if found is None:
                yield Note("sentence-missing", {"text": sentence.text})
        lost = list(self._phrases_lost(clauses, match, pairs, lacking_union=lacking_union))
        yield from (Note("key-phrase-missing", {"text": text}) for text in lost)
        if match.part.check == "disclaimer" and not lost and (end := _end_missing(*pairs[-1])):
            yield Note("key-phrase-missing", {"text": end})

    def _phrases_lost(
        self,
        clauses: Clauses,
        match: PartMatch,
        pairs: list[tuple[Sentence, SentenceMatch | None]],
        *,
        lacking_union: bool,
    ) -> Iterator[str]:
        """Yield the key phrases that are not there, of the sentences that are."""
        written = [m for m in match.found if m is not None]
        present = [s for s, m in pairs if m is not None]
        for phrase, text in match.part.phrases:
            if not phrase:
                continue
            places = [(s, m, at) for s, m in zip(present, written, strict=True) for at in phrase_places(s, phrase)]
            if not places or any(phrase_agrees(clauses, m.alignment, at) for _, m, at in places):
                continue
            sentence, _, at = places[0]
            if not (lacking_union and sentence.union & set(at)):
                yield text

    def _remarks(
        self, clauses: Clauses, pairs: list[tuple[Sentence, SentenceMatch | None]], instead: Set[int]
    ) -> Iterator[Note]:
        """Yield what differs, apart from the words that stand ``instead`` of the Union's name."""
        folded: list[tuple[str, str]] = []
        changed: dict[str, list[tuple[str, str]]] = {"typing-slip": [], "bent-grammar": [], "words-changed": []}
        missing: list[str] = []
        added: list[str] = []
        for sentence, match in pairs:
            if match is None:
                continue
            found = match.alignment
            folded += _folded(clauses, sentence, found)
            for i, w in found.changed.items():
                if w not in instead:
                    token = sentence.tokens[i]
                    changed[_change(clauses.words.keys[w], token.key)].append((token.text, clauses.written(w)))
            missing += [sentence.tokens[i].text for i in found.missing if not (instead and i in sentence.union)]
            added += [clauses.written(w) for w in found.added if w not in instead]
        for code, differing in {"lost-diacritics": folded, **changed}.items():
            if differing:
                yield Note(code, _values(differing))
        if missing:
            yield Note("words-missing", {"text": ", ".join(missing)})
        if any(c.isdigit() for word in added for c in word):
            yield Note("number-inside", {"text": " ".join(added)})
        elif added:
            yield Note("words-added", {"text": ", ".join(added)})


def _end_missing(sentence: Sentence, found: SentenceMatch | None) -> str:
    """Return the last words of a sentence if several are missing: it was broken off."""
    missing = set(found.alignment.missing) if found is not None else set()
    end: list[str] = []
    for i in range(len(sentence.tokens) - 1, -1, -1):
        token = sentence.tokens[i]
        if i not in missing and not token.optional:
            break
        end += [token.text] if i in missing else []
    return " ".join(reversed(end)) if len(end) >= _BROKEN_OFF else ""


def _folded(clauses: Clauses, sentence: Sentence, found: Alignment) -> Iterator[tuple[str, str]]:
    """Yield the words that agree but for their diacritics: as prescribed, and as written."""
    for i, w in found.pairs.items():
        token = sentence.tokens[i]
        if clauses.words.keys[w] == token.key and lost_marks(token.text, clauses.written(w)):
            yield token.text, clauses.written(w)


def _change(written: str, prescribed: str) -> str:
    """Return the code of what was done to a word: another ending, a typing slip, or another word."""
    if alike(written, prescribed):
        return "bent-grammar"
    return "typing-slip" if slip(written, prescribed) else "words-changed"


def _values(pairs: list[tuple[str, str]]) -> dict[str, str]:
    return {"expected": ", ".join(a for a, _ in pairs), "text": ", ".join(b for _, b in pairs)}


def _close(found: Alignment, clauses: Clauses, token: int) -> bool:
    word = clauses.words.keys[found.changed[token]]
    return close(word, found.tokens[token].key)


def _slots(clauses: Clauses, match: PartMatch) -> Iterator[Note]:
    for found in match.present:
        alignment = found.alignment
        for i, token in enumerate(alignment.tokens):
            if token.key or token.slot in MATERIAL_SLOTS:
                continue
            held = alignment.slots.get(i)
            if held is None:
                text = _beside(clauses, alignment, i)
                if _GAP.search(text):
                    yield Note("placeholder", {"text": text.strip(" ,.;\n") or text.strip(), "slot": token.slot})
                elif not token.optional:
                    yield Note("slot-empty", {"text": token.text, "slot": token.slot})
                continue
            text = clauses.gap(held[0] - 1)[-2:] if held[0] else ""
            text += clauses.text(*held) + clauses.gap(held[1] - 1)[:3]
            if placeholder(text):
                yield Note("placeholder", {"text": text.strip(" ,.;\n"), "slot": token.slot})


def _beside(clauses: Clauses, alignment: Alignment, token: int) -> str:
    before = [w for i, w in alignment.pairs.items() if i < token]
    return clauses.gap(max(before)) if before else ""


def placeholder(text: str) -> bool:
    """Say whether a slot's content, with what stands right around it, is still a gap to be filled.

    >>> placeholder("[name of partner]"), placeholder("XXX"), placeholder("… "), placeholder("Ludza Municipality")
    (True, True, True, False)
    """
    text = text.strip()
    words = re.findall(r"\w+", text)
    return (
        bool(_BRACKETED.match(text) or _described(text) or re.search(r"_{2,}|…\s*$|^\W*…|\.{4,}", text))
        or bool(words and all(len(w) > 1 and CROSSES.issuperset(w) for w in words))
        or any(w in ("XXX", "XXXX", "XXXXX", "xxx", "xxxx") for w in words)
        or "{" in text
    )


def _described(text: str) -> bool:
    """Say whether a bracket within a name says what belongs there: several words, or one that is no name."""
    held = _WITHIN.search(text)
    return held is not None and (" " in held[1].strip() or held[1][:1].islower())


def _closed(text: str) -> str:
    """Close a bracket that the last word of a slot leaves open: "the Agency (EACEA"."""
    return f"{text})" if text.rfind("(") > text.rfind(")") else text


def slot_values(clauses: Clauses, match: PartMatch) -> Mapping[str, str]:
    """Return what each slot holds, as written."""
    return {
        found.alignment.tokens[i].slot: _closed(clauses.text(*held))
        for found in match.present
        for i, held in sorted(found.alignment.slots.items())
    }
