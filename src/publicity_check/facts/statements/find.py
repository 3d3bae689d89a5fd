"""Statements: the funding statements and disclaimers of a publication, prescribed ones and free ones.

Prescribed sentences are found by their words (:mod:`.wording_index`, :mod:`.alignment`); short ones that are bent into
a sentence, and sentences of the publication's own, by the grammar of funding sentences (:mod:`.grammar`).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from threading import Lock

from msgspec.structs import replace

from publicity_check.facts.clauses import Clauses
from publicity_check.facts.model import Note, Statement
from publicity_check.facts.statements.content import Disclaimers, OwnWords
from publicity_check.facts.statements.deviations import Marks, lost_marks, slot_values
from publicity_check.facts.statements.free import Free, Grammar
from publicity_check.facts.statements.languages import Calls
from publicity_check.facts.statements.match import PartFinder, PartMatch
from publicity_check.facts.statements.pictures import FileNames, picture_of
from publicity_check.facts.statements.prescribed import Library, tokenise
from publicity_check.facts.statements.quoted import of_quotation
from publicity_check.facts.statements.reserve import Reserves
from publicity_check.facts.statements.short import ShortForms
from publicity_check.publication import Publication
from publicity_check.rulebook import Rulebook, template
from publicity_check.text.sentences import Sentences
from publicity_check.text.taken import Stretches
from publicity_check.text.words import Words, fold

_HEAD, _VERB, _ANSWER, _NAME, _CALL = 1, 2, 4, 8, 16
_REACH = 40
"""No verb is further than so many words from the name of who funds."""

_REMEMBERED = 100_000
"""Words remembered at most."""
_NEARLY = 0.85
"""A prescribed disclaimer of which so much is there, but not all, is a damaged one and none in other words."""
_ALIKE = 0.7
"""A prescribed disclaimer of which less is there is one in other words, though no sentence of it is lost."""
_WORSE = frozenset({"union-replaced", "union-abbreviated", "negated", "quoted"})
_DAMAGED = frozenset({"key-phrase-missing", "sentence-missing", "negated", "slot-empty", "union-abbreviated"})


class _Interest(dict[str, int]):
    """Remembers which words matter: rare words of prescribed sentences, first words of funding verbs and of names."""

    def __init__(self, finder: "StatementFinder") -> None:
        self._finder = finder

    def __missing__(self, key: str) -> int:
        if len(self) > _REMEMBERED:
            self.clear()
        heads = self._finder.parts.index.heads
        finder = self._finder
        answers = _ANSWER * finder.disclaimers.begins(key)
        named = _NAME * finder.grammar.names.begins(key)
        calls = _CALL * finder.calls.begins(key)
        self[key] = value = _HEAD * (key in heads) + _VERB * finder.grammar.begins(key) + answers + named + calls
        return value


class StatementFinder:
    """Finds statements by the wordings and languages of a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.library = Library(rulebook)
        self.grammar = Grammar(rulebook)
        self.disclaimers = Disclaimers(rulebook, self.grammar)
        common = frozenset(fold(w) for data in rulebook.languages.values() for w in data.grammar.function_words)
        demonstratives = {fold(m.this_nom) for data in rulebook.languages.values() for m in data.grammar.materials}
        self.parts = PartFinder(self.library, common, demonstratives.__contains__)
        self.marks = Marks(self.library, self.grammar, self.disclaimers)
        self._reserves = Reserves(rulebook, self.disclaimers)
        self.calls = Calls(part for wording in rulebook.wordings.values() for part in wording.part)
        self._interest = _Interest(self)
        self._languages = frozenset(part.language for w in rulebook.wordings.values() for part in w.part)
        self._learned: set[str] = set()
        self._learning = Lock()
        self._short = ShortForms(rulebook, self.library, self.grammar)
        self._file_names = FileNames(self._short)

    def find(self, publication: Publication, words: Words, sentences: Sentences) -> tuple[Statement, ...]:
        """Return the statements of a publication in reading order.

        ``words`` and ``sentences`` are those of all its blocks. What is found where readers do not look (metadata,
        alternative text, hidden text) is found too: the region is that of the block the statement begins in.
        """
        hot = self._hot(words)
        called = self.calls.languages(words.keys, [p for p, mark in hot if mark & _CALL])
        if called:
            self._learn(called)
            hot = self._hot(words)
        clauses = Clauses(publication, words, sentences)
        found = list(self._prescribed(clauses, [p for p, mark in hot if mark & _HEAD]))
        found = self._with_free(clauses, self._near_names(clauses, hot), found)
        found = self._reworded(clauses, [p for p, mark in hot if mark & _ANSWER], found)
        found.sort(key=lambda f: (f[0], f[1]))
        statements = [statement for _, _, statement in found]
        carried = {s.image for s in statements if s.image is not None}
        statements += self._file_names.find(publication, carried)
        return tuple(statements)

    def _with_free(
        self, clauses: Clauses, positions: Sequence[int], found: list[tuple[int, int, Statement]]
    ) -> list[tuple[int, int, Statement]]:
        """Add the sentences that no wording prescribes.

        A full one takes the place of a scrap of a prescribed one that names a fund or another programme, and stands
        beside a damaged one: it may be whole by itself, and only resemble what another programme prescribes.
        """
        funding = [f for f in found if f[2].part == "funding-statement"]
        scraps = {id(f): f for f in funding if self._is_scrap(clauses, f)}
        damaged = {id(f): f for f in funding if "key-phrase-missing" in f[2].codes and id(f) not in scraps}
        taken = Stretches(f for f in found if id(f) not in scraps and id(f) not in damaged)
        places = Stretches(damaged.values())
        free = {
            id(f): f
            for f in self._free(clauses, positions, taken)
            if (f[2].wordings and not f[2].codes & _WORSE) or not places.meets(f[0], f[1])
        }
        beside = Stretches((f[0], f[1], f) for f in free.values())
        replaced = set()
        for number, scrap in scraps.items():
            here = [f for f in beside.meeting(scrap[0], scrap[1]) if id(f) in free]
            if any(not f[2].codes & _WORSE for f in here):
                replaced.add(number)
            else:
                for f in here:
                    del free[id(f)]
        return [f for f in found if id(f) not in replaced] + list(free.values())

    def _is_scrap(self, clauses: Clauses, found: tuple[int, int, Statement]) -> bool:
        """Say whether a fund stands where the Union is prescribed, or one programme where another is."""
        first, last, statement = found
        if "union-replaced" in statement.codes:
            return True
        if "key-phrase-missing" not in statement.codes:
            return False
        instead = {written for _, written in statement.changed}
        named = (n for word in range(first, last + 1) for n in self.grammar.names.at(clauses, word))
        return any(n.kind == "programme" and clauses.written(n.first) in instead for n in named)

    def prepare(self) -> None:
        """Get to know the wordings of all languages now, which saves telling by each text which it calls for."""
        self._learn(self._languages)

    def _hot(self, words: Words) -> list[tuple[int, int]]:
        """Return the places of words that matter, and for what."""
        interest = self._interest
        marks = {key: mark for key in words.distinct if (mark := interest[key])}
        return [(position, marks[key]) for position, key in enumerate(words.keys) if key in marks]

    def _learn(self, languages: Set[str]) -> None:
        """Get to know the wordings of languages that a text calls for."""
        with self._learning:
            for language in sorted(languages - self._learned):
                self.parts.index.add(self.library.read(language))
                self.calls.forget(language)
                self._learned.add(language)
            self._interest.clear()

    def _prescribed(self, clauses: Clauses, positions: Sequence[int]) -> Iterator[tuple[int, int, Statement]]:
        for match in self.parts.find(clauses, positions):
            part = match.part
            first, last = match.first, match.last
            short = self._short.is_short(part)
            if short and (
                self.grammar.others(clauses, first, last + 1, part.language)
                or self.grammar.elsewhere(clauses, first, part.language)
            ):
                continue
            notes = list(self.marks.notes(clauses, match))
            if short:
                notes += self._appended(clauses, last, notes)
                if self.grammar.of_programme(clauses, first, part.language):
                    notes.append(Note("of-programme"))
            if part.check == "disclaimer":
                own = frozenset(w for m in match.present for w in m.alignment.pairs.values())
                places = [(m.first, m.last) for m in match.present]
                notes += _taken_back(self._reserves.of(clauses, places, own, part.language), notes)
            alone = part.check == "funding-statement"
            notes[:0] = of_quotation(clauses, self.grammar, first, last, part.language, alone=alone)
            statement = self._statement(clauses, match, notes)
            yield first, last, self._with_instrument(clauses, statement, match) if short else statement

    def _reworded(
        self, clauses: Clauses, positions: Sequence[int], found: list[tuple[int, int, Statement]]
    ) -> list[tuple[int, int, Statement]]:
        """Put disclaimers in the publication's own words in place of the scraps of prescribed ones found there."""
        disclaimers = Stretches((f[0], f[1], n) for n, f in enumerate(found) if f[2].part == "disclaimer")
        replaced: set[int] = set()
        more = []
        for own in self.disclaimers.find(clauses, positions):
            numbers = sorted(disclaimers.meeting(own.first, own.last))
            scraps = [found[n] for n in numbers]
            if any(s.coverage >= (_NEARLY if s.codes & _DAMAGED else _ALIKE) for _, _, s in scraps):
                continue
            notes = list(_of_content(clauses, own))
            place = [(own.first, own.last)]
            notes += _taken_back(self._reserves.of(clauses, place, frozenset(), own.language), notes)
            notes[:0] = of_quotation(clauses, self.grammar, own.first, own.last, own.language)
            statement = Statement(
                part="disclaimer",
                wordings=tuple(dict.fromkeys(w for _, _, s in scraps for w in s.wordings)),
                language=own.language,
                span=clauses.span(own.first, own.last),
                coverage=max((s.coverage for _, _, s in scraps), default=0.0),
                deviations=tuple(notes),
                says=tuple(sorted(own.says)),
            )
            replaced.update(numbers)
            more.append((own.first, own.last, statement))
        return [f for n, f in enumerate(found) if n not in replaced] + more

    def _statement(self, clauses: Clauses, match: PartMatch, notes: list[Note]) -> Statement:
        part = match.part
        wordings = list(part.wordings)
        for other in match.equals:
            wordings += [w for w in other.wordings if w not in wordings]
        sentences = [self.library.sentences[s] for s in part.sentences]
        weight = sum(s.weight for s in sentences)
        agreeing = sum(1 for m in match.present for i in m.alignment.pairs if not m.alignment.tokens[i].optional)
        slots = slot_values(clauses, match)
        prescribed = part.text
        for name, value in slots.items():
            prescribed = prescribed.replace("{" + name + "}", value)
        alignments = [m.alignment for m in match.present]
        return Statement(
            part=part.check,
            wordings=tuple(wordings),
            language=part.language,
            span=clauses.span(match.first, match.last),
            coverage=round(agreeing / weight, 3) if weight else 1.0,
            slots=slots,
            missing=tuple(a.tokens[i].text for a in alignments for i in a.missing),
            added=tuple(clauses.written(w) for a in alignments for w in a.added),
            changed=tuple((a.tokens[i].text, clauses.written(w)) for a in alignments for i, w in a.changed.items()),
            deviations=tuple(notes),
            prescribed=template.written(prescribed),
            funds=self._funds(clauses, match.first, match.last),
            image=picture_of(clauses.publication, clauses.words.block[match.first]),
        )

    def _with_instrument(self, clauses: Clauses, statement: Statement, match: PartMatch) -> Statement:
        """Let "Funded by the European Union in the framework of NextGenerationEU" stand for that wording as well."""
        short = self._short.of(statement.language)
        kind = next((s.kind for s in short if s.part is match.part and not s.instrument), None)
        if kind is None or "NGEU" not in statement.funds:
            return statement
        same = [s.part for s in short if (s.kind, s.instrument) == (kind, "NGEU")]
        wordings = tuple(dict.fromkeys([w for p in same for w in p.wordings] + list(statement.wordings)))
        text = clauses.text(match.first, clauses.end_of(match.last, 10) + 1)
        bent = Note("bent-grammar", {"text": text})
        if not same or "bent-grammar" in statement.codes:
            return replace(statement, wordings=wordings)
        return replace(statement, wordings=wordings, prescribed=same[0].text, deviations=(*statement.deviations, bent))

    def _near_names(self, clauses: Clauses, hot: Sequence[tuple[int, int]]) -> list[int]:
        """Return the places of verbs with a name near enough to be who funds."""
        names = [p for p, mark in hot if mark & _NAME and self.grammar.names.at(clauses, p)]
        if not names:
            return []
        verbs = [p for p, mark in hot if mark & _VERB]
        last = len(names) - 1
        return [p for p in verbs if abs(p - names[bisect_left(names, p - _REACH, hi=last)]) <= _REACH]

    def _free(
        self, clauses: Clauses, positions: Sequence[int], taken: Stretches[Statement]
    ) -> Iterator[tuple[int, int, Statement]]:
        open_ = [p for p in positions if not taken.meets(p, p)]
        if not open_:
            return
        for free in self.grammar.find(clauses, open_, clauses.publication.language or ""):
            if not taken.meets(free.first, free.last):
                yield free.first, free.last, self._own(clauses, free)

    def _own(self, clauses: Clauses, free: Free) -> Statement:
        """Make a statement of a sentence that no wording prescribes word by word."""
        notes = of_quotation(clauses, self.grammar, free.first, free.last, free.language, alone=True)
        if self.grammar.of_programme(clauses, free.verb.start, free.language):
            notes.append(Note("of-programme"))
        if free.negated:
            notes.append(Note("negated"))
        name = clauses.text(free.name.first, free.name.end)
        if free.name.kind == "abbreviation":
            notes.append(Note("union-abbreviated", {"text": name}))
        elif free.name.kind != "union":
            notes.append(Note("union-replaced", {"text": name}))
        wordings: tuple[str, ...] = ()
        prescribed = ""
        if free.kind != "support" and free.name.kind in ("union", "abbreviation"):
            wordings, prescribed = self._bent(clauses, free)
        if wordings and free.name.kind == "union":
            notes += self._bent_notes(clauses, free, prescribed)
        funds = self._funds(clauses, free.first, free.last)
        if free.name.kind == "union":
            notes += self._appended(clauses, free.last, notes)
            if not any(n.code == "fund-appended" for n in notes) and funds and "NGEU" not in funds:
                notes.append(Note("fund-appended", {"text": ", ".join(funds)}))
        return Statement(
            part="funding-statement",
            wordings=wordings,
            language=free.language,
            span=clauses.span(free.first, free.last),
            coverage=1.0 if wordings and free.name.kind == "union" else 0.0,
            deviations=tuple(notes),
            prescribed=prescribed,
            funds=funds,
            image=picture_of(clauses.publication, clauses.words.block[free.first]),
        )

    def _bent(self, clauses: Clauses, free: Free) -> tuple[tuple[str, ...], str]:
        """Return the wordings that a bent sentence stands for, and the text of the first."""
        instrument = "NGEU" if "NGEU" in self._funds(clauses, free.first, free.last) else ""
        short = self._short.of(free.language)
        same = [s.part for s in short if (s.kind, s.instrument) == (free.kind, instrument)]
        if not same:
            same = [s.part for s in short if (s.kind, s.instrument) == (free.kind, "")]
        wordings = tuple(dict.fromkeys(w for p in same for w in p.wordings))
        return wordings, same[0].text if same else ""

    def _bent_notes(self, clauses: Clauses, free: Free, prescribed: str) -> Iterator[Note]:
        keys = clauses.words.keys[free.first : free.last + 1]
        expected = tokenise(prescribed)
        text = clauses.text(free.first, free.last + 1)
        if free.language == "en" and any(k.endswith("financed") for k in keys):
            yield Note("co-financed" if free.kind == "cofunded" else "bent-grammar", {"text": text})
        elif "".join(keys) != "".join(t.key for t in expected if not t.optional):
            yield Note("bent-grammar", {"text": text})
        by_key = {t.key: t.text for t in expected}
        lost = [
            clauses.written(w)
            for w in range(free.first, free.last + 1)
            if clauses.words.keys[w] in by_key and lost_marks(by_key[clauses.words.keys[w]], clauses.written(w))
        ]
        if lost:
            yield Note("lost-diacritics", {"text": ", ".join(lost)})

    def _funds(self, clauses: Clauses, first: int, last: int) -> tuple[str, ...]:
        """Return the funds named inside a statement or right after it, before its sentence ends."""
        end = clauses.end_of(last, 10)
        following = [last + k for k in (1, 2) if clauses.words.keys[last + k : last + k + 1] == ["nextgenerationeu"]]
        found: dict[str, None] = {}
        for word in (*range(first, end + 1), *following):
            for name in self.grammar.names.at(clauses, word):
                if name.fund:
                    found[name.fund] = None
        return tuple(found)

    def _appended(self, clauses: Clauses, last: int, notes: Sequence[Note]) -> Iterator[Note]:
        """Yield what stands right after a short statement in its own sentence: a number in brackets, a fund."""
        words = clauses.words
        end = clauses.end_of(last, 10)
        if "(" in clauses.gap(last) and not clauses.ends(last) and not any(n.code == "number-inside" for n in notes):
            text = clauses.text(last + 1, end + 1)
            inside = text.split(")")[0]
            if any(c.isdigit() for c in inside):
                yield Note("number-inside", {"text": inside})
        for word in range(last + 1, min(end, last + 4) + 1):
            names = [n for n in self.grammar.names.at(clauses, word) if n.kind in ("fund", "programme")]
            if names and names[0].fund != "NGEU" and words.block[word] == words.block[last]:
                yield Note("fund-appended", {"text": clauses.text(names[0].first, names[0].end)})
                return


def _taken_back(text: str, notes: Sequence[Note]) -> Iterator[Note]:
    """Yield a note of what takes a disclaimer back, if anything does and it is not noted yet."""
    if text and not any(n.code == "taken-back" for n in notes):
        yield Note("taken-back", {"text": text})


def _of_content(clauses: Clauses, own: OwnWords) -> Iterator[Note]:
    """Yield what a disclaimer in words of its own is: in other words, the opposite of one, or cut off."""
    if "union-answers" in own.says:
        yield Note("union-as-author")
    elif "union-views" in own.says:
        yield Note("negated")
    elif "cut-off" in own.says:
        yield Note("cut-off", {"text": clauses.text(own.first, own.last + 1)})
    else:
        yield Note("reworded")
