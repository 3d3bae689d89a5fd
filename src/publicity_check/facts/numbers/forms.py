"""One kind of project number as people type it: compact, validate and format, made from its description.

The description in ``rules/numbers`` gives the pattern of the compact form. Read are also blanks around separators,
other dashes, a blank for a hyphen, a lost hyphen or underscore, small letters, Cyrillic and Greek letters that look
like Latin ones, and O for 0, l for I or 1. What looked alike is told apart from what was right.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import product

import msgspec

from publicity_check.rulebook.numbers import Incomplete, NumberKind
from publicity_check.text.letters import BLANKS, CYRILLIC_IN_CODES, DASHES, GREEK_IN_CODES

_FOLD = str.maketrans(
    dict.fromkeys(DASHES, "-") | dict.fromkeys(BLANKS, " ") | dict(CYRILLIC_IN_CODES) | dict(GREEK_IN_CODES)
)
_FOLDED = re.compile(f"[{''.join(map(chr, _FOLD)).replace('-', '')}]")
_AMBIGUOUS = {"I": "I1", "l": "I1", "|": "I1", "1": "1I", "O": "O0", "o": "O0", "0": "0O"}
_LETTER_OR_DIGIT = {"I": "[Il1|]", "O": "[Oo0]"}
_JOINED = r" ?[-/|,(] ?"
"""What joins two numbers of one project: "LIFE21-CCM-LV-LIFE-PeatCarbon/101074396"."""
_FAR = 40
"""Characters before a number in which another must begin that is joined to it."""
_LOST, _LONGEST = "0123456789-/._", 60
_MOST_AMBIGUOUS = 12
"""More doubtful characters than this are not tried out."""

_SEPARATORS = {
    "-": r" ?- ?| |(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])",
    "_": r" ?\\?_ ?| |",
    "/": r" ?/ ?",
    ".": r"\.",
    " ": r"[ -]?",
}
_PIECES, _WORD = re.compile(r"[^\W_]+| {1,3}|[-/._+#]|[,'’](?=\d)"), 2
_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|\((?:\?(?:[:=!]|-i:))?|.", re.DOTALL)
_LETTERS_BEFORE_A_DIGIT = 3
"""After so many fixed letters a blank before the digits is taken for none ("LIFE 13 NAT")."""


def fold_code(text: str) -> str:
    """Return a text with plain dashes, blanks and Latin letters, character for character.

    >>> fold_code("СЕ0200803"), fold_code("LLI‑263")
    ('CE0200803', 'LLI-263')
    """
    return text.translate(_FOLD) if _FOLDED.search(text) else text


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A number read at one place: its compact form, where it ends (with and without its version) and its damage.

    ``core`` is the compact form without a version that makes no other project.
    """

    value: str
    end: int
    whole_end: int
    damage: str = ""
    core: str = ""


class NumberForm:
    """Reads, checks and writes the numbers of one kind."""

    def __init__(self, kind: NumberKind) -> None:
        self.kind = kind
        self.bare = kind.pattern.translate(str.maketrans("", "", "0123456789[]{},|()?:-")).replace("\\d", "") == ""
        """Whether such numbers are digits and nothing else."""
        self.companions: tuple[NumberForm, ...] = ()
        """Kinds of which a number may stand right before or behind one of this kind."""

    @cached_property
    def _strict(self) -> re.Pattern[str]:
        return re.compile(self.kind.pattern)

    @cached_property
    def _tolerant(self) -> re.Pattern[str]:
        source = self.kind.pattern if self.bare else tolerant(self.kind.pattern)
        return re.compile(source, re.IGNORECASE)

    @cached_property
    def _doubtful(self) -> re.Pattern[str]:
        return re.compile(tolerant(self.kind.pattern, doubtful=True), re.IGNORECASE)

    @cached_property
    def _version(self) -> re.Pattern[str] | None:
        return re.compile(self.kind.version, re.IGNORECASE) if self.kind.version else None

    @cached_property
    def _suffix(self) -> re.Pattern[str] | None:
        return re.compile(self.kind.suffix, re.IGNORECASE) if self.kind.suffix else None

    @cached_property
    def _companion_before(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])({self.kind.pattern}){_JOINED}\Z")

    @cached_property
    def _companion_behind(self) -> re.Pattern[str]:
        return re.compile(rf"{_JOINED}({self.kind.pattern})(?![\w-])")

    @cached_property
    def _incomplete(self) -> tuple[tuple[Incomplete, re.Pattern[str]], ...]:
        return tuple((i, re.compile(i.pattern, re.IGNORECASE)) for i in self.kind.incomplete)

    def read(self, written: str, folded: str, start: int) -> Reading | None:
        """Read a number that begins at ``start``; ``folded`` is ``fold_code(written)``. ``None`` if there is none."""
        doubtful = None if self.bare else self._doubtful.match(folded, start)
        if doubtful is None and not self.bare:
            return None
        match = self._tolerant.match(folded, start)
        if match is not None:
            whole_end = self._whole_end(folded, match.end())
            if whole_end is not None:
                value = self._value(match)
                if value is not None:
                    damage = self._damage(written, folded, start, match.end())
                    tail = folded[match.end() : whole_end] if self._suffix is not None else ""
                    return Reading(value + tail, match.end(), whole_end, damage, value)
        if doubtful is None:
            return None
        whole_end = self._whole_end(folded, doubtful.end())
        value = self._resolve(_joined(doubtful)) if whole_end is not None else None
        return Reading(value, doubtful.end(), whole_end or doubtful.end(), "look-alike") if value else None

    def read_incomplete(self, folded: str, start: int) -> Reading | None:
        """Read a number of which part is lost; ``None`` if there is none."""
        for incomplete, pattern in self._incomplete:
            match = pattern.match(folded, start)
            if match and ends(folded, match.end(), slashes=True):
                value = (incomplete.meant or "{}").replace("{}", match[0])
                return Reading(value, match.end(), match.end(), "incomplete")
        return None

    def compact(self, written: str) -> str:
        """Return the compact form of a number as written; what is no such number comes back without outer blanks."""
        reading = self.read(written.strip(), fold_code(written.strip()), 0)
        return reading.value if reading else written.strip()

    def validate(self, value: str) -> bool:
        """Say whether a compact form is right."""
        core = self._strict.match(value)
        if core is None or core.end() == len(value) or self._suffix is None:
            return self._strict.fullmatch(value) is not None
        return self._suffix.fullmatch(value, core.end()) is not None

    def format(self, value: str) -> str:
        """Return a number in the form that its programme writes, which is the compact form here."""
        return self.compact(value)

    def _value(self, match: re.Match[str]) -> str | None:
        value = _joined(match)
        if self._strict.fullmatch(value):
            return value
        value = value.upper()
        if self._strict.fullmatch(value):
            return value
        lenient = re.compile(self.kind.pattern, re.IGNORECASE)
        return value if lenient.fullmatch(value) else None

    def _resolve(self, value: str) -> str | None:
        """Choose for each doubtful character what makes the number right, changing as few as possible."""
        doubtful = [i for i, c in enumerate(value) if c in _AMBIGUOUS]
        if len(doubtful) > _MOST_AMBIGUOUS:
            return None
        best: tuple[int, str] | None = None
        for choice in product(*(_AMBIGUOUS[value[i]] for i in doubtful)):
            letters = list(value)
            changed = 0
            for i, letter in zip(doubtful, choice, strict=True):
                changed += letters[i] != letter
                letters[i] = letter
            candidate = "".join(letters)
            if (best is None or changed < best[0]) and self._strict.fullmatch(candidate):
                best = changed, candidate
        return best[1] if best else None

    def _whole_end(self, folded: str, end: int) -> int | None:
        slashes = "/" in self.kind.pattern
        for version in (self._version, self._suffix):
            tail = version.match(folded, end) if version is not None else None
            if tail and ends(folded, tail.end(), slashes=slashes):
                return tail.end()
        if any(form.companion_behind(folded, end) for form in self.companions):
            return end
        return end if ends(folded, end, slashes=slashes, bare=self.bare) else None

    def companion_behind(self, folded: str, end: int) -> tuple[int, Reading] | None:
        """Return the number of this kind that is joined to the end of another, and where it begins."""
        match = self._companion_behind.match(folded, end)
        return (match.start(1), Reading(match[1], match.end(1), match.end(1), core=match[1])) if match else None

    def companion_before(self, folded: str, start: int) -> tuple[int, Reading] | None:
        """Return the number of this kind that is joined to the beginning of another, and where it begins."""
        match = self._companion_before.search(folded, max(0, start - _FAR), start)
        return (match.start(1), Reading(match[1], match.end(1), match.end(1), core=match[1])) if match else None

    def mend(self, token: str) -> Reading | None:
        """Read a token as a number with look-alike letters, or with one character too many or too few."""
        meant = self._resolve(token) if self.bare else None
        if meant is not None:
            return Reading(meant, len(token), len(token), "look-alike", meant)
        if self._strict.fullmatch(token) or (self.bare and "," in self.kind.pattern) or len(token) > _LONGEST:
            return None
        if any(self._strict.fullmatch(token[:i] + token[i + 1 :]) for i in range(len(token))):
            return Reading(token, len(token), len(token), "too-long", token)
        lost = ((i, c) for i in range(1, len(token) + 1) for c in _LOST)
        if any(self._strict.fullmatch(token[:i] + c + token[i:]) for i, c in lost):
            return Reading(token, len(token), len(token), "incomplete", token)
        return None

    def _damage(self, written: str, folded: str, start: int, end: int) -> str:
        if written[start:end] == folded[start:end]:
            return ""
        foreign = [c for c in written[start:end] if c in CYRILLIC_IN_CODES or c in GREEK_IN_CODES]
        allowed = set(self.kind.scripts)
        strange = [c for c in foreign if ("CYRILLIC" if c in CYRILLIC_IN_CODES else "GREEK") not in allowed]
        return "look-alike" if strange else ""


def ends(folded: str, end: int, *, slashes: bool, bare: bool = False) -> bool:
    """Say whether a number may end here: no letter or digit follows, nor a separator that leads to more of it.

    ``slashes`` says whether a slash may be part of such numbers; ``bare`` whether they are digits alone.
    """
    following = folded[end : end + 2]
    if not following:
        return True
    if following[0].isalnum() or following[0] == "_":
        return False
    if len(following) == 1:
        return True
    separator, after = following[0], following[1]
    if separator == "-":
        return not (after.isdigit() or (after.isupper() and not bare))
    if separator == "/":
        return not (after.isdigit() or (slashes and after.isalpha()))
    return not (separator in ".," and after.isdigit())


def begins(folded: str, start: int) -> bool:
    """Say whether a number may begin here: it is not the tail of something longer ("Nr.LLI-263" is none)."""
    if start == 0:
        return True
    before = folded[start - 1]
    if before.isalnum() or before in "_@\\":
        return False
    if start == 1 or before not in "-/.,'":
        return True
    earlier = folded[start - 2]
    if not earlier.isalpha():
        return not earlier.isalnum()
    return before == "." or (before == "/" and not folded[start].isdigit())


def tolerant(pattern: str, *, doubtful: bool = False) -> str:
    """Return a pattern for what people type from the pattern of the compact form.

    Separators outside repeated groups become named groups, so that they can be put right; the end of a name tells
    what is right (``s0_2d`` for a hyphen, ``s1_0`` for nothing). With ``doubtful``, digits and letters that look
    alike are taken for each other.
    """
    pieces: list[str] = []
    repeated: list[bool] = []
    letters = 0
    found = [(m[0], m.end()) for m in _PIECE.finditer(pattern)]
    for number, (piece, end) in enumerate(found):
        quantified = pattern[end : end + 1] in ("?", "*", "+", "{")
        if piece == r"\d" and letters >= _LETTERS_BEFORE_A_DIGIT:
            pieces.append(f"(?P<s{number}_0> ?)")
        letters = letters + 1 if piece.isalpha() else letters if piece == ")" and not quantified else 0
        if piece.startswith("("):
            repeated.append((repeated[-1] if repeated else False) or _group_repeats(pattern, end))
            pieces.append(piece)
        elif piece == ")":
            repeated.pop()
            pieces.append(piece)
        else:
            literal = piece[1:] if piece.startswith("\\") and not piece[1].isalpha() else piece
            if literal in _SEPARATORS and not (quantified or (repeated and repeated[-1])) and piece != ".":
                pieces.append(f"(?P<s{number}_{ord(literal):x}>{_SEPARATORS[literal]})")
            elif doubtful and piece == r"\d":
                pieces.append(r"[\dOoIl|]")
            elif doubtful and (piece in _LETTER_OR_DIGIT or (piece.startswith("[") and not quantified)):
                pieces.append(_LETTER_OR_DIGIT.get(piece) or _with_look_alikes(piece))
            else:
                pieces.append(piece)
    return "".join(pieces)


def _with_look_alikes(group: str) -> str:
    """Return a class of characters with those that look like its I, 1, O or 0."""
    known = re.compile(group)
    more = "".join(alike for these, alike in (("I1", "Il1|"), ("O0", "Oo0")) if any(map(known.fullmatch, these)))
    return f"{group[:-1]}{more}]"


def squeezed(folded: str, start: int, *, points: bool = False) -> tuple[str, list[int], list[int]]:
    """Return what stands from a place on without its blanks, where each character of it stood, and where it may end.

    With ``points``, points and other signs between groups of digits are left out, too. Words end it.
    """
    kept: list[int] = []
    cuts: list[int] = []
    end, apart = start, False
    for match in _PIECES.finditer(folded, start, start + _LONGEST):
        piece = match[0]
        if match.start() != end or ((apart or len(piece) > _WORD) and piece.islower()):
            break
        end, apart = match.end(), piece.isspace()
        if apart or (points and piece in ".,'’-" and all(folded[i].isdigit() for i in kept)):
            cuts.append(len(kept))
        else:
            kept.extend(range(match.start(), match.end()))
    return "".join(folded[i] for i in kept), kept, [*cuts, len(kept)][::-1]


def _group_repeats(pattern: str, start: int) -> bool:
    """Say whether the group whose inside begins at ``start`` is repeated, optional or a look-ahead."""
    if pattern[start - 2 : start] in ("?=", "?!"):
        return True
    depth = 1
    for match in _PIECE.finditer(pattern, start):
        if match[0].startswith("("):
            depth += 1
        elif match[0] == ")":
            depth -= 1
            if depth == 0:
                return pattern[match.end() : match.end() + 1] in ("?", "*", "+", "{")
    return False


def _joined(match: re.Match[str]) -> str:
    """Return what was matched with each separator in its right form."""
    text, pieces, done = match.string, [], match.start()
    for start, end, right in sorted(_separators(match)):
        pieces += [text[done:start], right]
        done = end
    pieces.append(text[done : match.end()])
    return "".join(pieces)


def _separators(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    for name in match.re.groupindex:
        if match.start(name) >= 0:
            code = int(name.partition("_")[2], 16)
            yield match.start(name), match.end(name), chr(code) if code else ""
