"""Selectors made ready for the tree's own engine, for a page that nobody points at or types into.

What a selector asks for of a mouse, a keyboard or a visit holds of no element; what it asks not to be so holds of all.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from publicity_check.readers.html.style.declarations import letter

Specificity = tuple[int, int, int]


class Selector(NamedTuple):
    """One selector: what the engine is to look for, how much it weighs, and the names that must stand in a page.

    ``beside`` is the pseudo-element that it means ("before", "after"), "" if it means the element itself.
    """

    text: str
    specificity: Specificity
    needs: frozenset[str]
    beside: str = ""


_NEVER = frozenset(
    "hover active focus focus-within focus-visible visited target target-within popover-open modal fullscreen "
    "picture-in-picture autofill user-valid user-invalid open-state playing -webkit-full-screen -webkit-autofill "
    "-moz-focusring -moz-ui-invalid -ms-input-placeholder -moz-placeholder host host-context current past future "
    "in-range out-of-range valid invalid paused seeking buffering stalled muted volume-locked state has-slotted "
    "active-view-transition active-view-transition-type".split()
)
_ALWAYS = frozenset({"defined", "scope-root"})
_INSTEAD = {
    "open": "[open]",
    "scope": ":root",
    "link": ":any-link",
    "enabled": ":not([disabled])",
    "disabled": "[disabled]",
    "required": "[required]",
    "optional": ":not([required])",
    "read-only": "[readonly]",
}
_LISTS = frozenset({"is", "where", "matches", "-webkit-any", "-moz-any", "any", "not", "has"})
_STRUCTURAL = frozenset(
    "root empty first-child last-child only-child first-of-type last-of-type only-of-type nth-child nth-last-child "
    "nth-of-type nth-last-of-type any-link checked placeholder-shown blank default indeterminate".split()
)
_OLD_ELEMENTS = frozenset({"before", "after", "first-line", "first-letter"})
_IDENTIFIER = r"(?:[^\x00-,./:-@\[-^`{-\x7f]|\\[0-9a-fA-F]{1,6}\s?|\\[^\n])+"
"""Letters and digits, hyphens, underscores and all that is no ASCII, or escapes."""
_PART = re.compile(
    rf"""(?P<blank>\s*[>+~]\s*|\s+)|(?P<class>\.{_IDENTIFIER})|(?P<id>\#{_IDENTIFIER})
    |(?P<attribute>\[(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\]"'])*\])
    |(?P<pseudo>::?{_IDENTIFIER}\(?)|(?P<nesting>&)|(?P<tag>(?:{_IDENTIFIER}|\*)?\|?(?:{_IDENTIFIER}|\*))""",
    re.VERBOSE,
)
_UNESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
_DEEPEST = 8
_LONGEST = 2_000


@lru_cache(maxsize=16384)
def selectors(prelude: str) -> tuple[Selector, ...]:
    """Return the selectors of a rule, those left out that can mean nothing; nothing at all where one is invalid.

    >>> [s[:2] for s in selectors(".a:not(:hover) > p#b, a:hover")]
    [('.a > p#b', (1, 2, 1))]
    >>> [s.text for s in selectors(":is(.a, .b:focus) p::before, .c:not(.d, .e)")]
    [':is(.a) p', '.c:not(.d, .e)']
    """
    if len(prelude) > _LONGEST * 20:
        return ()
    try:
        made = [_made(one.strip(), 0) for one in split_list(prelude)]
    except _InvalidError:
        return ()
    return tuple(selector for selector, possible in made if possible)


class _InvalidError(Exception):
    """A selector that no browser understands."""


def split_list(prelude: str) -> list[str]:
    """Cut a list of selectors at the commas that stand in no brackets and no quotes."""
    if "," not in prelude:
        return [prelude]
    pieces, depth, start, quote = [], 0, 0, ""
    for at, mark in enumerate(prelude):
        if quote:
            quote = "" if mark == quote else quote
        elif mark in "\"'":
            quote = mark
        elif mark in "([":
            depth += 1
        elif mark in ")]":
            depth -= 1
        elif mark == "," and depth == 0:
            pieces.append(prelude[start:at])
            start = at + 1
    return [*pieces, prelude[start:]]


def nested(prelude: str, around: str) -> str:
    """Return the selectors of a rule that stands inside another, written so that it could stand alone."""
    made = []
    for one in split_list(prelude):
        one = one.strip()
        inside = f":is({around})"
        made.append(one.replace("&", inside) if "&" in one else f"{inside} {one}")
    return ", ".join(made)


class _Draft:
    """A selector while it is put together."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.weight = [0, 0, 0]
        self.needs: set[str] = set()
        self.beside = ""

    def weigh(self, specificity: Specificity) -> None:
        self.weight = [a + b for a, b in zip(self.weight, specificity, strict=True)]


def _made(text: str, depth: int) -> tuple[Selector, bool]:
    """Return a selector made ready, and whether an element can be meant."""
    if not text or len(text) > _LONGEST or depth > _DEEPEST:
        raise _InvalidError(text)
    draft, at, possible = _Draft(), 0, True
    while at < len(text):
        found = _PART.match(text, at)
        if not found:
            raise _InvalidError(text)
        at = found.end()
        kind, piece = found.lastgroup, found[0]
        if draft.beside and kind != "pseudo":
            raise _InvalidError(text)
        if kind == "pseudo":
            inside = ""
            if piece.endswith("("):
                end = _closing(text, at)
                inside, at = text[at:end], end + 1
            possible = _pseudo(draft, piece.rstrip("("), inside, depth, open_=piece.endswith("(")) and possible
        else:
            _plain(draft, kind, piece)
    made = "".join(draft.text).strip()
    if not made or made[-1] in ">+~":
        made = f"{made} *".strip()
    a, b, c = draft.weight
    return Selector(made, (a, b, c), frozenset(draft.needs), draft.beside), possible


def _plain(draft: _Draft, kind: str | None, piece: str) -> None:
    if kind == "blank":
        mark = piece.strip()
        draft.text.append(f" {mark} " if mark else " ")
    elif kind == "tag":
        name = piece.rpartition("|")[2]
        draft.text.append(name)
        draft.weight[2] += name != "*"
    elif kind == "nesting":
        draft.text.append(":root")
    else:
        draft.text.append(piece)
        draft.weight[0 if kind == "id" else 1] += 1
        if kind != "attribute":
            draft.needs.add(_UNESCAPE.sub(_letter, piece[1:]))


def _letter(found: "re.Match[str]") -> str:
    if not found[1]:
        return found[2]
    return letter(int(found[1], 16))


def _closing(text: str, at: int) -> int:
    depth, quote = 1, ""
    for end in range(at, len(text)):
        mark = text[end]
        if quote:
            quote = "" if mark == quote else quote
        elif mark in "\"'":
            quote = mark
        elif mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
            if not depth:
                return end
    raise _InvalidError(text)


def _pseudo(draft: _Draft, piece: str, inside: str, depth: int, *, open_: bool) -> bool:
    """Add a pseudo-class or pseudo-element; return whether an element can still be meant."""
    name = piece.lstrip(":").lower()
    if piece.startswith("::") or name in _OLD_ELEMENTS:
        draft.beside = name
        draft.weight[2] += 1
        return name in {"before", "after"}
    if open_ and name in _LISTS:
        return _list(draft, name, inside, depth)
    draft.weight[1] += 1
    if name in _NEVER:
        return False
    if name in _ALWAYS:
        return True
    if name in _INSTEAD and not open_:
        draft.text.append(_INSTEAD[name])
        return True
    if name == "lang" and open_:
        code = inside.strip().strip("\"'")
        draft.text.append(f':is([lang|="{code}"], [lang|="{code}"] *)')
        return True
    if name == "dir":
        return inside.strip() == "ltr"
    if name not in _STRUCTURAL:
        raise _InvalidError(piece)
    draft.text.append(f":{name}({inside})" if open_ else f":{name}")
    return True


def _list(draft: _Draft, name: str, inside: str, depth: int) -> bool:
    """Add ``:is()``, ``:not()``, ``:has()`` and the like."""
    made, weights = [], []
    for one in split_list(inside):
        one = one.strip()
        relation = one[:1] if name == "has" and one[:1] in {">", "+", "~"} else ""
        try:
            selector, possible = _made(one.removeprefix(relation).strip(), depth + 1)
        except _InvalidError:
            if name in {"not", "has"}:
                raise
            continue
        weights.append(selector.specificity)
        if possible and not selector.beside:
            made.append(f"{relation} {selector.text}".strip())
    if name != "where" and weights:
        draft.weigh(max(weights))
    text = ", ".join(made)
    if name == "not":
        if made:
            draft.text.append(f":not({text})")
        return True
    if not made:
        return False
    draft.text.append(f":has({text})" if name == "has" else f":is({text})")
    return True
