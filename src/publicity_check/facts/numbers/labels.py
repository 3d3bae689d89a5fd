"""Labels of project numbers: a word for project, agreement or grant, and a word or sign for "number", in any order.

"Grant agreement No", "št. sporazuma o dodelitvi nepovratnih sredstev", "Projektnummer" are such; which words they are
made of says ``rules/languages``. A label is read backwards from the number, as far as its own words go.
"""

import re
from collections.abc import Iterable

import msgspec

from publicity_check.facts.lexicon.numbers import number_words
from publicity_check.rulebook import Rulebook
from publicity_check.text.stems import Stems
from publicity_check.text.words import WORD, fold

_REACH = 160
"""Characters before a number in which its label is looked for."""
_NAMES = 4
"""Acronyms that may stand inside a label ("grant agreement NIEBLAS 101117322")."""
_TITLE = 80
"""Characters of a title in quotation marks that may stand inside a label ("Projekti „Räägime!“ number on …")."""
_OPENING = '„“«"”'
_CLOSED = re.compile(r"[!?.…]?[”“»\"][ (:,–-]{0,4}")
_CLOSES = re.compile(r"[”“»\"][ (:,–-]{0,4}\Z")
_ASIDE = 30
"""Characters of a bracket that may stand inside a label ("Kód projektu (ITMS2014+): 302071K555")."""
_GAPS = re.compile(r"[ .:,#№°º+–—\-()\[\]\"'’“”„«»/&+\n\t\u00a0\u202f_]*")
_LEADERS = re.compile(r"[ .…:_\t]{2,80}")
"""Dots or blanks that lead the eye from a label to its value."""
_SIGN = re.compile(r"[№#°º]")
_REMEMBERED = 50_000
"""Words remembered at most."""
_TELLING = 4
"""Letters of a word for another number that tells a compound."""
_FIRST_GAP, _GAP, _SHORT = 12, 4, 5
_BEHIND = 60
"""Characters behind a number in which words may introduce it."""


class Label(msgspec.Struct, frozen=True, gc=False):
    """What introduces a number: where it begins, how many words it has beside signs, and what it speaks of.

    ``sure`` is set where nothing else than a number of a project can follow, ``numbered`` where a word or sign for
    "number" is part of it.
    """

    start: int
    length: int
    agreement: bool
    project: bool
    sure: bool
    numbered: bool
    loose: bool
    """Whether it gives the number of an agreement, an application or a case file, which may be about anything."""
    of_agreement: bool
    """Whether, of words for agreements and projects, the nearest to the number is one for an agreement."""


class _Traits(msgspec.Struct, frozen=True, gc=False):
    project: bool = False
    agreement: bool = False
    grant: bool = False
    file: bool = False
    code: bool = False
    sign: bool = False
    small: bool = False

    @property
    def known(self) -> bool:
        """Whether a label may end with it."""
        return self != _NONE

    @property
    def bears(self) -> bool:
        return self.project or self.agreement or self.grant


_NONE = _Traits()


class Labels:
    """Reads the labels of numbers in every language of a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        known = [language.names.numbers for language in rulebook.languages.values()]
        self._signs = number_words(rulebook).signs
        common = {fold(w) for language in rulebook.languages.values() for w in language.grammar.function_words}
        self._doubtful = self._signs & common
        """Signs that are words of another language ("no" is "from" in Latvian)."""
        self._project = Stems(w for n in known for w in n.projects)
        self._agreement = Stems(w for n in known for w in n.agreements)
        self._grant = Stems(w for n in known for w in n.grants)
        self._file = Stems(w for n in known for w in n.files)
        self._code = Stems(w for n in known for w in n.codes)
        self._bearing = Stems(w for n in known for w in (*n.projects, *n.agreements, *n.grants, *n.files))
        copulas = {w for language in rulebook.languages.values() for w in language.grammar.words.copulas}
        self._small = frozenset(fold(w) for w in {*copulas, *(w for n in known for w in n.small)})
        self._foreign = tuple({fold(w) for n in known for w in n.not_project if len(w) >= _TELLING and w.isalpha()})
        """Words for other numbers, as they begin compounds ("telefonnummer")."""
        self._at_home = {
            sign: Stems(
                word
                for n in known
                if sign in {fold(w) for s in n.signs for w in WORD.findall(s)}
                for word in (*n.projects, *n.agreements, *n.grants)
            )
            for sign in self._doubtful
        }
        self._after = re.compile(
            rf"(?:-[^\W\d_]{{1,3}})?\s(?:\w+\s)?(?:{_any(w for n in known for w in n.after)})\b\.?"
        )
        self._traits: dict[str, _Traits] = {}

    def traits(self, key: str) -> _Traits:
        """Return what a folded word may be in a label."""
        found = self._traits.get(key)
        if found is None:
            found = _Traits(
                project=self._project.fit(key),
                agreement=self._agreement.fit(key),
                grant=self._grant.fit(key),
                file=self._file.fit(key),
                code=self._code.fit(key) and not key.startswith(self._foreign),
                sign=key in self._signs,
                small=key in self._small,
            )
            if found == _NONE:
                found = _NONE
            if len(self._traits) > _REMEMBERED:
                self._traits.clear()
            self._traits[key] = found
        return found

    def bears(self, key: str) -> bool:
        """Say whether a folded word may bear a label: one for a project, an agreement or a grant."""
        return self._bearing.fit(key)

    def ends_in_label(self, word: str) -> bool:
        """Say whether a word may be the last of a label, so that a number may be glued to it ("No825417")."""
        traits = self.traits(fold(word))
        return len(word) > 1 and (traits.sign or traits.code or traits.project)

    def before(self, text: str, start: int) -> Label | None:
        """Return the label before the number that begins at a place of a text."""
        reader = _Reader(self, text, start)
        return reader.read()

    def behind(self, text: str, end: int) -> bool:
        """Say whether words behind a number introduce it ("a 101117322 számú támogatási szerződés")."""
        found = self._after.match(text, end, end + _BEHIND)
        if found is None:
            return False
        following = WORD.findall(text, found.end(), found.end() + _BEHIND)[:3]
        return any(self.bears(fold(word)) for word in following)

    def at_home(self, sign: str, key: str) -> bool:
        """Say whether a sign and the word that bears the number are of one language, where the sign is doubtful."""
        return sign not in self._doubtful or self._at_home[sign].fit(key)


def closes_title(text: str, start: int) -> bool:
    """Say whether a title in quotation marks ends right before a place."""
    return _CLOSES.search(text, max(0, start - _FIRST_GAP), start) is not None


class _Reader:
    """Reads one label backwards."""

    def __init__(self, labels: Labels, text: str, start: int) -> None:
        self._labels, self._text, self._end = labels, text, start
        self._traits: list[_Traits] = []
        self._sign, self._first = "", start
        self._symbol = self._strange = False
        self._names = self._length = 0
        self._bearers: list[str] = []

    def read(self) -> Label | None:
        right = self._end
        low = max(0, right - _REACH)
        aside = -1
        for match in reversed(list(WORD.finditer(self._text, low, right))):
            if aside >= 0 and match.start() > aside:
                right = match.start()
                continue
            gap = self._text[match.end() : right]
            if aside < 0 and _CLOSED.fullmatch(gap) and (opened := self._opening(match.end(), low)) >= 0:
                aside, right = opened, match.start()
                continue
            if not self._passes(gap, match[0]):
                break
            self._symbol |= _SIGN.search(gap) is not None
            if ")" in gap and "(" not in gap and aside < 0:
                opened = self._text.rfind("(", max(low, match.end() - _ASIDE), match.end())
                if opened >= 0:
                    aside, right = opened, match.start()
                    continue
            if not self._takes(match):
                break
            right = match.start()
        self._symbol |= _SIGN.search(self._text, max(0, self._first - _GAP), self._first) is not None
        return self._label()

    def _opening(self, end: int, low: int) -> int:
        """Return where the quotation begins that ends at a place; -1 if none does."""
        low = max(low, end - _TITLE)
        return max(self._text.rfind(mark, low, end) for mark in _OPENING)

    def _passes(self, gap: str, word: str) -> bool:
        """Say whether what stands between two words of a label, or between it and the number, leaves it whole."""
        first = not self._traits and not self._names
        if first and _LEADERS.fullmatch(gap):
            return True
        if len(gap) > (_FIRST_GAP if first else _GAP) or _GAPS.fullmatch(gap) is None:
            return False
        if "." in gap and not first and not (len(word) <= _SHORT or self._labels.traits(fold(word)).sign):
            return False
        return "," not in gap or bool(self._sign) or first

    def _takes(self, match: re.Match[str]) -> bool:
        key = fold(match[0])
        traits = self._labels.traits(key)
        if traits is _NONE:
            self._names += 1
            return match[0].isupper() and len(key) > 1 and self._names <= _NAMES and not match[0].isdigit()
        if traits.sign and not self._sign:
            self._sign = key
            behind = self._text[match.end() : match.end() + 1]
            plain = behind != "." and match[0].islower()
            self._strange = plain and not any(self._labels.at_home(key, b) for b in self._bearers or ("",))
        if traits.bears or traits.code:
            self._first = match.start()
        if traits.bears:
            self._bearers.append(key)
        self._traits.append(traits)
        self._length += not traits.sign
        if self._sign and self._strange and traits.bears and not self._labels.at_home(self._sign, key):
            return False
        self._strange &= not traits.bears
        return True

    def _label(self) -> Label | None:
        traits = self._traits
        project = any(t.project for t in traits)
        agreement = any(t.agreement for t in traits)
        grant = any(t.grant for t in traits)
        file = any(t.file for t in traits)
        if not (project or agreement or grant or file):
            return None
        coded = any(t.code for t in traits)
        marked = traits[0].file and self._text[self._end - 2 : self._end].strip() in (":", ".")
        number = self._symbol or (bool(self._sign) and not self._strange) or coded or marked
        both = agreement and grant
        if not (number or both):
            return None
        sure = both or (number and project) or (coded and grant)
        of_agreement = next((t.agreement and not t.project for t in traits if t.agreement or t.project), False)
        loose = number and (agreement or file) and not sure
        return Label(self._first, self._length, agreement or grant, project, sure, number, loose, of_agreement)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(word) for word in words if word}, key=lambda w: (-len(w), w))) or r"(?!)"
