"""What descriptions and file names of pictures say: the emblem, a funding logo, a programme's logo."""

import re
from collections.abc import Iterable
from typing import Literal
from urllib.parse import unquote

import msgspec

from publicity_check.facts.images.described import DescribedFlags
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.languages import LanguageData
from publicity_check.text.files import distinct
from publicity_check.text.phrases import Phrases
from publicity_check.text.words import WORD, fold

Role = Literal["emblem", "funding-logo", "programme-logo", "other-eu-logo"]

_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_NUMBERED = re.compile(r"^([^\W\d_]{2,}?)(\d+)$")
_QUERY = re.compile(r"[?#]")
_SEPARATORS = re.compile(r"[\W_]+")
_EVERYWHERE = frozenset({"eu", "ue"})
"""Abbreviations of the Union that mean nothing else in the name of a picture."""
_COMMON = frozenset({"logo"})
"""Emblem words that stand beside "ES" in Spanish file names too."""
_OFFICIAL = (("cofundedbytheeu", "cofunded"), ("fundedbytheeu", "funded"))
_TELLING = 8
"""File names run together are searched for names so long."""
_FEW = 4
"""In a description of so few words one word of a logo's name is enough; words so long are no articles."""
_NO_WORD = 4
"""A name of one word is a programme's from so many letters on; shorter ones are parts of any file's name."""
_REMEMBERED = 4_000
"""Names of files remembered at most: the pictures around a page are the same on all pages of a site."""
_LONGEST = 16
"""More words than this are a text, not the name of a picture."""
_FLAGS_OF_LANGUAGES = re.compile(
    r"(?:^|[/_-])(?:flags?|lang(?:uages?)?|lng|i18n|country|countries)[/_-]", re.IGNORECASE
)


class Seen(msgspec.Struct, frozen=True, gc=False):
    """What a description or a file name gave away."""

    role: Role
    language: str
    wording: str = ""
    holds_emblem: bool = False


Tokens = tuple[str, ...]


def name_tokens(name: str) -> Tokens:
    """Return the words of a file's name, without folder and ending.

    >>> name_tokens("/img/EN_Co-fundedbytheEU_RGB_POS.png"), name_tokens("logos/coFundedByTheEU.jpg")
    (('en', 'co', 'fundedbythe', 'eu', 'rgb', 'pos'), ('co', 'funded', 'by', 'the', 'eu'))
    """
    base = unquote(_QUERY.split(name, maxsplit=1)[0]).replace("\\\\", "/").rsplit("/", 1)[-1]
    base = base.rpartition(".")[0] or base
    return tuple(fold(t) for t in _SEPARATORS.split(base if base.islower() else _CAMEL.sub(" ", base)) if t)


def _compact(text: str) -> str:
    return "".join(fold(w) for w in WORD.findall(text))


class PictureNames:
    """Knows the words and file names by which pictures of the Union and its programmes are told."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._files: dict[Tokens, Seen] = {}
        self._first_words: set[str] = set()
        self._listed: dict[str, list[tuple[str, bool]]] = {}
        """Names of programmes by their first word; they are taken apart when a picture's name first holds that word."""
        self._taken_apart: set[str] = set()
        self._longest = 1
        self._unions: dict[str, list[tuple[Tokens, str]]] = {}
        self._funds: dict[str, list[Tokens]] = {}
        self._flags: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._marks: Phrases[None] = Phrases(
            (mark, None) for data in rulebook.languages.values() for mark in data.names.pictures.other_marks
        )
        self._same_flag: Phrases[None] = Phrases(
            (name, None) for data in rulebook.languages.values() for name in data.names.pictures.same_flag
        )
        self._statements: dict[str, Seen] = {}
        self._glued: dict[str, Seen] = {}
        self._codes = frozenset(rulebook.languages)
        self._seen: dict[tuple[str, str], Seen | None] = {}
        for language in rulebook.languages.values():
            self._learn(language)
        for pack in rulebook.packs.values():
            holds = any(p.emblem_in_logo for p in rulebook.lineage(pack))
            for name in (*pack.short_names, *(n for names in pack.names.values() for n in names)):
                first = WORD.search(name)
                if first is not None:
                    self._listed.setdefault(fold(first[0]), []).append((name, holds))
        for wording in rulebook.wordings.values():
            for part in wording.part:
                short = part.check == "funding-statement" and "{" not in part.text and "[" not in part.text
                if short and len(part.text.split()) <= _LONGEST:
                    self._statements.setdefault(_compact(part.text), Seen("funding-logo", part.language, wording.id))
        self._flag_words = frozenset[str]().union(*(words for words, _ in self._flags.values()))
        self._abbreviations = frozenset[str]().union(*(short for _, short in self._flags.values()))
        self.described = DescribedFlags(rulebook)
        self._any_statement = Phrases.of_names(self._statements)
        self._any_glued = Phrases.of_names(self._glued)

    def _file(self, tokens: Tokens, seen: Seen) -> None:
        self._files.setdefault(tokens, seen)
        self._first_words.update(tokens[:1])
        self._longest = max(self._longest, len(tokens))

    def _is_first(self, word: str) -> bool:
        """Say whether a known name begins with a word."""
        if word in self._listed and word not in self._taken_apart:
            for name, holds in self._listed[word]:
                tokens = tuple(fold(w) for w in WORD.findall(name))
                if len(tokens) > 1 or len(tokens[0]) >= _NO_WORD:
                    self._file(tokens, Seen("programme-logo", "", holds_emblem=holds))
            self._taken_apart.add(word)
        return word in self._first_words

    def _learn(self, language: LanguageData) -> None:
        pictures, code = language.names.pictures, language.names.code
        lists: tuple[tuple[tuple[str, ...], Role], ...] = (
            (pictures.union_files, "emblem"),
            (pictures.funding_files, "funding-logo"),
            (pictures.programme_files, "programme-logo"),
            (pictures.other_files, "other-eu-logo"),
        )
        for names, role in lists:
            for name in names:
                self._file(tuple(fold(w) for w in name.split()), Seen(role, code))
                glued = "".join(fold(w) for w in name.split())
                if role == "funding-logo" and len(glued) >= _TELLING:
                    self._glued.setdefault(glued, Seen(role, code))
        for form in (language.names.union.name, *language.names.union.forms):
            tokens = tuple(fold(w) for w in WORD.findall(form))
            self._unions.setdefault(tokens[0], []).append((tokens, code))
        for fund in language.names.funds.values():
            for name in (fund.name, *fund.forms, *fund.abbreviations):
                tokens = tuple(fold(w) for w in WORD.findall(name))
                if tokens:
                    self._funds.setdefault(tokens[0], []).append(tokens)
        words = frozenset(fold(w) for w in pictures.emblem)
        self._flags[code] = words, frozenset(fold(a) for a in language.names.union.abbreviations) | {"eu"}

    def in_description(self, text: str, language: str) -> Seen | None:
        """Say what an alternative text or label gives away; ``language`` is the publication's, "" if unknown."""
        tokens = tuple(fold(w) for w in WORD.findall(text))
        if not tokens:
            return None
        statement = self._statement("".join(tokens))
        if statement is not None:
            return statement
        if len(tokens) > _LONGEST:
            return Seen("emblem", language) if self.described.shows(tokens) else None
        if self._other_mark(tokens) or (self._same_flag.stands_in(tokens) and not self._names_union(tokens)):
            return Seen("other-eu-logo", language)
        if self.described.shows(tokens):
            return Seen("emblem", language)
        return self._flag(tokens, language) or self._pieces(tokens, description=True)

    def _other_mark(self, tokens: Tokens) -> bool:
        """Say whether words name a mark of the Union that tells nothing of funding (the organic leaf)."""
        return self._marks.stands_in(tokens)

    def in_names(self, names: Iterable[str], language: str) -> tuple[Seen, str] | None:
        """Say what the names of a picture's files give away, and which does; of sizes of a picture one is looked at."""
        for name in distinct(names):
            key = name, language
            if key not in self._seen:
                if len(self._seen) > _REMEMBERED:
                    self._seen.clear()
                self._seen[key] = self._in_name(*key)
            seen = self._seen[key]
            if seen is not None:
                return seen, name
        return None

    def _in_name(self, name: str, language: str) -> Seen | None:
        """Say what a file's name gives away; flags in a folder of languages give away nothing."""
        seen = self._in_file_name(name, language)
        return None if seen and _FLAGS_OF_LANGUAGES.search(unquote(name).rpartition("/")[0] + "/") else seen

    def _in_file_name(self, name: str, language: str) -> Seen | None:
        tokens = name_tokens(name)
        official = (self._statement("".join(tokens)) or self._official(tokens)) if tokens else None
        if official is not None:
            return official
        if self._other_mark(tokens):
            return None
        tokens = tuple(part for t in tokens for part in self._split_number(t))
        return self._pieces(tokens, description=False) or self._flag(tokens, language)

    def _split_number(self, token: str) -> Tokens:
        """Part a name from the number behind it ("eu2", "efop1103") unless the whole is known ("h2020")."""
        if not token[-1].isdigit() or (self._is_first(token) and (token,) in self._files):
            return (token,)
        match = _NUMBERED.match(token)
        return (match[1], match[2]) if match else (token,)

    def _statement(self, compact: str) -> Seen | None:
        return self._any_statement.first_in(compact)

    def _official(self, tokens: Tokens) -> Seen | None:
        """Read names that the Commission gives its files: EN_Co-fundedbytheEU_RGB_POS."""
        compact = "".join(tokens)
        for text, wording in _OFFICIAL:
            if text in compact:
                language = tokens[0] if len(tokens[0]) == len("en") else ""
                return Seen("funding-logo", language if language in self._codes else "", wording)
        return self._any_glued.first_in(compact)

    def _pieces(self, tokens: Tokens, *, description: bool) -> Seen | None:
        found: Seen | None = None
        starts = [start for start, token in enumerate(tokens) if self._is_first(token)]
        for length in range(min(self._longest, len(tokens)) if starts else 0, 0, -1):
            for start in starts:
                seen = self._files.get(tokens[start : start + length]) if start + length <= len(tokens) else None
                if seen is None or not self._enough(tokens, start, length, seen, description=description):
                    continue
                if found is None or _ORDER.index(seen.role) < _ORDER.index(found.role):
                    found = seen
        return found

    def _enough(self, tokens: Tokens, start: int, length: int, seen: Seen, *, description: bool) -> bool:
        """Say whether words in the name of a picture are enough: "eu" only beside logo words and numbers."""
        if seen.role != "emblem":
            return length > 1 or not description or len(tokens) <= _FEW
        if description:
            return not (self._flag_words - _COMMON).isdisjoint(tokens[start : start + length])
        if not set(tokens[start : start + length]) <= _EVERYWHERE | _COMMON:
            return True
        others = [t for t in tokens if t not in _EVERYWHERE and not t.isdigit()]
        return all(t in self._flag_words or t in _PLAIN or t in self._codes for t in others)

    def _flag(self, tokens: Tokens, language: str) -> Seen | None:
        """Say whether words name the emblem: the Union and a flag or a fund, or the Union and nothing else."""
        for at, token in enumerate(tokens):
            for name, code in self._unions.get(token, ()):
                if tokens[at : at + len(name)] == name:
                    rest = {*tokens[:at], *tokens[at + len(name) :]}
                    if not rest or rest & self._flags[code][0] or self._names_fund(tokens):
                        return Seen("emblem", code)
        if self._abbreviations.isdisjoint(tokens) or self._flag_words.isdisjoint(tokens):
            return None
        present = set(tokens)
        for code in dict.fromkeys((language, *self._flags)):
            if code in self._flags and self._pairs(present, code, language):
                return Seen("emblem", code)
        return None

    def _names_union(self, tokens: Tokens) -> bool:
        """Say whether words name the Union, in full or by an abbreviation."""
        full = (n for at, t in enumerate(tokens) for n, _ in self._unions.get(t, ()) if tokens[at : at + len(n)] == n)
        return next(full, None) is not None or not self._abbreviations.isdisjoint(tokens)

    def _names_fund(self, tokens: Tokens) -> bool:
        return any(
            tokens[at : at + len(name)] == name
            for at, token in enumerate(tokens)
            for name in self._funds.get(token, ())
        )

    def _pairs(self, present: set[str], code: str, language: str) -> bool:
        """Say whether an abbreviation of the Union stands beside a flag word of the same language."""
        words, abbreviations = self._flags[code]
        flags, unions = present & words, present & abbreviations
        others = present - flags - unions - _PLAIN
        if not flags or not unions or (flags <= _COMMON and any(len(t) >= _FEW for t in others)):
            return False
        return bool(unions & _EVERYWHERE) or bool(flags - _COMMON) or language == code


_ORDER: tuple[Role, ...] = ("funding-logo", "emblem", "programme-logo", "other-eu-logo")
_PLAIN = frozenset(
    "rgb pos neg cmyk white black blue color colour small large low high res web min v h img image".split()
)
