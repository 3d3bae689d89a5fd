"""The little language in which wordings are written: gaps, words that may be left out, words of which any will do.

==================  ==============================================================================================
``{beneficiary}``   a gap, to be filled with a name, a number or a noun
``[necessarily]``   words that may be left out
``(project|act)``   words of which any will do
``author(s)``       a word with another ending that is as good
==================  ==============================================================================================

Everything that reads a wording reads it with this module. Other brackets are plain text: "the Agency (EACEA)".
"""

import itertools
import re
import string
from collections.abc import Callable, Iterator

import msgspec

_SLOT = re.compile(r"\{([a-z_]+)\}")
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_CHOICE = re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)")
_ENDING = re.compile(r"(?<=\w)\((-?\w+)\)")
_SPARED = re.compile(r"\[[^\]]*\]|(?<=\w)\([^()|]*\)|['’]s\b")
"""What may be left out of a text: words in brackets, the ending of "author(s)", a genitive."""
_MAY_SPARE = re.compile(r"[\[('’]")
"""What such begins with."""
_PIECE = re.compile(r"\{(\w+)\}|(\[)|(\])|\x01(-?\w+)\x02|([^\W_]+|_+)")
_MOST_VARIANTS = 64
"""Combinations of alternatives that are looked at."""


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A word of a wording, the ending that the word before it may take, or a gap."""

    text: str = ""
    slot: str = ""
    ending: bool = False
    optional: bool = False


def variants(text: str) -> list[str]:
    """Return a wording's text with each combination of its alternatives.

    >>> variants("The (action|project) of (one|two)")
    ['The action of one', 'The action of two', 'The project of one', 'The project of two']
    """
    if "|" not in text:
        return [" ".join(text.split())]
    parts: list[list[str]] = []
    end = 0
    for match in _CHOICE.finditer(text):
        parts += [[text[end : match.start()]], match[1].split("|")]
        end = match.end()
    parts.append([text[end:]])
    chosen = itertools.islice(itertools.product(*parts), _MOST_VARIANTS)
    return [" ".join("".join(words).split()) for words in chosen]


def pieces(text: str) -> Iterator[Piece]:
    """Yield the words and gaps of a text without alternatives.

    >>> [(p.slot or p.text, p.optional, p.ending) for p in pieces("The author(s) [of {project}]")]
    [('The', False, False), ('author', False, False), ('s', True, True), ('of', True, False), ('project', True, False)]
    """
    optional = False
    marked = _ENDING.sub("\x01\\1\x02", text)
    for match in _PIECE.finditer(marked):
        slot, opening, closing, ending, word = match.groups()
        if opening or closing:
            optional = bool(opening)
        elif slot:
            yield Piece(slot=slot, optional=optional)
        elif ending:
            yield Piece(ending, ending=True, optional=True)
        elif word.strip("_"):
            genitive = word == "s" and marked[: match.start()].endswith(("'", "’"))
            yield Piece(word, optional=optional or genitive)


def runs(text: str) -> Iterator[str]:
    """Yield runs of words between the gaps of a text without alternatives, with and without what may be left out.

    >>> sorted(runs("Paid [in part] by {donor} alone"))
    [' alone', ' alone', 'Paid   by ', 'Paid [in part] by ']
    """
    for said in {text, _SPARED.sub(" ", text)} if _MAY_SPARE.search(text) else (text,):
        yield from (run.replace("_", " ") for run in _SLOT.split(said)[::2])


def written(text: str) -> str:
    """Return a text as it is handed out: words that may be left out are kept, of several the first; gaps stay.

    >>> written("This (project|action) [of {name}] is ours")
    'This project of {name} is ours'
    """
    return _CHOICE.sub(lambda m: m[1].split("|")[0], _OPTIONAL.sub(lambda m: m[1], text))


def filled(text: str, value: Callable[[str], str]) -> str:
    """Return a text as it is handed out, its gaps filled with what ``value`` gives for their names, "" leaving one."""
    return _SLOT.sub(lambda m: value(m[1]) or m[0], written(text))


def open_slots(text: str) -> tuple[str, ...]:
    """Return the names of the gaps that are open in a text, each once.

    >>> open_slots("{number} of {project}, {number}")
    ('number', 'project')
    """
    return tuple(dict.fromkeys(_SLOT.findall(text))) if "{" in text else ()


def around_slots(text: str) -> list[str]:
    """Return a text cut at its open gaps: plain text and gaps by turns.

    >>> around_slots("Of {project}.")
    ['Of ', '{project}', '.']
    """
    cut = _SLOT.split(text)
    return [f"{{{piece}}}" if n % 2 else piece for n, piece in enumerate(cut)]


def mistakes(text: str) -> Iterator[str]:
    """Yield what is wrong with the marks of a text, a sentence each."""
    for mark, end in ("[]", "{}", "()"):
        if text.count(mark) != text.count(end):
            yield f"a {mark} has no {end}"
            return
    try:
        list(string.Formatter().parse(text))
    except ValueError:
        yield "the gaps {…} are not well formed"
        return
    if "|" in _CHOICE.sub("", text):
        yield "a | stands outside (…|…)"
    for name in re.findall(r"\{([^}]*)\}", text):
        if not _SLOT.fullmatch(f"{{{name}}}"):
            yield f'the gap "{name}" is not named in small letters'
