"""Finds the place in the source of an HTML page that a piece of a block came from.

The parser keeps no positions. So the page is parsed a second time, with a mark before each run of text
in the source, and walked by the same walk; a block then carries the marks of the runs it was made of.
This is done once for a page, when the first place is asked for.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from selectolax.lexbor import LexborNode

from publicity_check.publication import Block, Locator
from publicity_check.readers.html.parse import gather
from publicity_check.readers.html.place_marks import mark, split, unmarked, without_look_alikes

_ATTRIBUTES = r"""(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?)*+"""
_INK = re.compile(r"[^ \t\r\n\f]")
_TELLING_NAMES = {"alt": "", "title": "", "aria-label": "", "placeholder": "", "content": "meta", "value": "input"}
"""Attributes that hold text, and the element in which alone they do."""
_TELLING = re.compile(
    rf"""(?<![^\s"'/])({"|".join(_TELLING_NAMES)})\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*)""",
    re.IGNORECASE,
)
_JSON_TEXT = re.compile(r'"((?:\\.|[^"\\])*+)(?:"(\s*:)?|\Z)', re.DOTALL)
_EMPTY_IN_XML = re.compile(
    r"<(script|title|style|textarea|iframe|noscript|div|span|a|p|i|b|em|strong|td|th|li|ul|ol|object|video|svg)"
    r"(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?/>"
)
_LETTER = re.compile(r"&#?\w{1,32};?|.", re.DOTALL)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_ABSURD = re.compile(r"&#[0-9]{8,}")
_STRETCH = re.compile(r"[^&]{1,64}|&#?\w{1,32};?|&")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_PATH = 12
_MARK = 128
"""Letters are counted from every so many characters on."""

Run = tuple[int, int]
"""Start and end of a run of text in the source."""


class Places:
    """Gives the place of an offset in a block of one page: line, column and the elements around it."""

    def __init__(self, source: str, blocks: tuple[Block, ...], *, xml: bool) -> None:
        self._source, self._blocks, self._xml = source, blocks, xml
        self._runs: list[Run] = []
        self._texts: list[str] | None = None
        self._origins: list[object] = []
        self._lines: list[int] = []
        self._read = source
        self._added: list[Run] = []
        self._rulers: dict[int, _Ruler | None] = {}
        self._stretches: dict[int, tuple[list[int], list[Run]]] = {}
        self._steps: dict[int, str] = {}

    def __getstate__(self) -> tuple[str, tuple[Block, ...], bool]:
        return self._source, self._blocks, self._xml

    def __setstate__(self, state: tuple[str, tuple[Block, ...], bool]) -> None:
        source, blocks, xml = state
        Places.__init__(self, source, blocks, xml=xml)

    def __call__(self, block: int, offset: int) -> Locator:
        """Return the place of a letter of a block; empty where the page does not tell it."""
        texts = self._prepare()
        if not 0 <= block < len(texts):
            return Locator()
        if block not in self._rulers:
            text = self._blocks[block].text
            agree = _letters(unmarked(texts[block])) == _letters(text)
            self._rulers[block] = _Ruler(text, texts[block], len(self._runs)) if agree else None
        ruler = self._rulers[block]
        if ruler is None:
            return Locator()
        position = self._position(ruler, ruler.letters(offset))
        origin = self._origins[block]
        path = self._path(origin) if isinstance(origin, LexborNode) else None
        if position is None:
            return Locator(path=path)
        if self._added:
            nearest = bisect_right(self._added, (position, 0)) - 1
            position -= self._added[nearest][1] if nearest >= 0 else 0
        line = bisect_right(self._lines, position)
        return Locator(line=line, column=position - self._lines[line - 1] + 1, path=path)

    def _prepare(self) -> list[str]:
        if self._texts is None:
            if self._xml:
                self._read, self._added = close_empty(self._source)
            marked, self._runs = _mark(without_look_alikes(self._read))
            page = gather(marked)[0].page
            self._texts = ["".join(draft.parts) for draft in page.drafts]
            self._origins = [draft.origin for draft in page.drafts]
            self._lines = _line_starts(self._source)
        return self._texts

    def _position(self, ruler: "_Ruler", letters: int) -> int | None:
        """Return where in the source the letter stands that follows so many others in a block."""
        found = ruler.run(letters)
        if found is None:
            return None
        number, before = found
        if number not in self._stretches:
            self._stretches[number] = self._measured(*self._runs[number])
        widths, stretches = self._stretches[number]
        at = bisect_right(widths, letters - before)
        if at == len(stretches):
            return self._runs[number][0]
        before += widths[at - 1] if at else 0
        for letter in _LETTER.finditer(self._read, *stretches[at]):
            before += (width := _width(letter[0]))
            if width and before > letters:
                return letter.start()
        return self._runs[number][0]

    def _measured(self, start: int, end: int) -> tuple[list[int], list[Run]]:
        """Return the stretches of a run, and how many letters there are up to the end of each."""
        stretches = [found.span() for found in _STRETCH.finditer(self._read, start, end)]
        return list(accumulate(_letters(_unescape(self._read[a:b])) for a, b in stretches)), stretches

    def _path(self, origin: LexborNode) -> str:
        """Return the elements around a node as a CSS selector; of a very long one only the end."""
        node: Any = origin.parent if origin.tag == "-text" else origin
        steps: list[str] = []
        while node is not None and node.tag not in {"-document", None} and len(steps) < _LONGEST_PATH:
            if node.mem_id not in self._steps:
                self._steps.update(_steps_beside(node))
            steps.append(self._steps[node.mem_id])
            node = node.parent
        return " > ".join(reversed(steps))


def _line_starts(source: str) -> list[int]:
    """Return the offsets at which the lines of a source start."""
    if source.count("\r") == source.count("\r\n"):
        return [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
    return [0, *(found.end() for found in _LINE_END.finditer(source))]


def close_empty(source: str) -> tuple[str, list[Run]]:
    """Close the elements of XML that are empty by their own slash by a tag, as HTML wants it.

    Returns the new source, and for each place in it where letters were added how many there are up to there.
    """
    parts: list[str] = []
    added: list[Run] = []
    done = more = 0
    for found in _EMPTY_IN_XML.finditer(source):
        end = f"></{found[1]}>"
        parts += (source[done : found.end() - 2], end)
        done = found.end()
        more += len(end) - 2
        added.append((done + more, more))
    parts.append(source[done:])
    return "".join(parts), added


def _unescape(text: str) -> str:
    """Return a text with its references as letters; Python refuses to read one of thousands of digits."""
    return html.unescape(_ABSURD.sub("&#1114112", text))


def _letters(text: str) -> int:
    """Count what is left of a text without white space and marks of accent: the same before and after folding."""
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    return len("".join(text.split()))


@lru_cache(maxsize=4_000)
def _width(letter: str) -> int:
    """Return as how many letters one counts as it stands in the source, or a reference to one."""
    return _letters(_unescape(letter))


@cache
def _tokens() -> re.Pattern[str]:
    """Return what finds tags and comments in a source; made when the first place is looked up."""
    return re.compile(
        rf"</?([a-zA-Z][^\s/>]*+)(?<!<script)(?<!<style)(?<!<xmp)(?<!<iframe)(?<!<noembed)(?<!<noframes)"
        rf"(?<!<textarea)(?<!<title)({_ATTRIBUTES})(?:>|\Z)"
        rf"|<(script|style|xmp|iframe|noembed|noframes|textarea|title)([\s/]{_ATTRIBUTES})?+(?:>|\Z)"
        rf"(.*?)(?=</\3[\s/>]|\Z)"
        rf"|<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*(?:>|\Z)|</[^a-zA-Z>][^>]*(?:>|\Z)",
        re.DOTALL | re.IGNORECASE,
    )


def _mark(source: str) -> tuple[str, list[Run]]:
    """Return a source with a mark before each run of text, and the runs by number."""
    parts: list[str] = []
    runs: list[Run] = []
    done = 0
    for run in _runs(source):
        start, end = run
        text = source[start:end]
        if not (_unescape(text) if "&" in text else text).strip():
            continue
        parts += (source[done:start], mark(len(runs)))
        runs.append(run)
        done = start
    parts.append(source[done:])
    return "".join(parts), runs


def _runs(source: str) -> Iterator[Run]:
    """Yield the runs of text: between tags, in the attributes that are read, in the texts of JSON-LD."""
    done = 0
    for token in _tokens().finditer(source):
        begin, end = token.span()
        if done != begin and (ink := _INK.search(source, done, begin)):
            yield ink.start(), begin
        done = end
        tag, attributes, raw, raw_attributes, inside = token.groups()
        said = attributes or raw_attributes
        if said and any(name in (said := said.lower()) for name in _TELLING_NAMES):
            yield from _told(source, (tag or raw).lower(), token.span(2 if attributes else 4))
        if inside:
            yield from _raw(source, raw.lower(), said or "", token.span(5))
    yield from _trimmed(source, done, len(source))


def _told(source: str, tag: str, span: Run) -> Iterator[Run]:
    for found in _TELLING.finditer(source, *span):
        if _TELLING_NAMES[found[1].lower()] in {"", tag}:
            quoted = found[2][0] in "\"'"
            yield from _trimmed(source, found.start(2) + quoted, found.end(2) - quoted)


def _raw(source: str, tag: str, attributes: str, span: Run) -> Iterator[Run]:
    if tag == "script":
        if "ld+json" in attributes:
            for found in _JSON_TEXT.finditer(source, *span):
                if found[2] is None:
                    yield from _trimmed(source, *found.span(1))
    elif tag != "style":
        yield from _trimmed(source, *span)


def _trimmed(source: str, start: int, end: int) -> Iterator[Run]:
    if ink := _INK.search(source, start, end):
        yield ink.start(), end


def _steps_beside(node: LexborNode) -> Iterator[tuple[int, str]]:
    """Yield the step of a path for a node and for each of its siblings, by the nodes' identities."""
    first = node
    while (sibling := first.prev) is not None:
        first = sibling
    children = []
    child: LexborNode | None = first
    while child is not None:
        children.append(child)
        child = child.next
    count = Counter(child.tag for child in children)
    place: Counter[str | None] = Counter()
    for child in children:
        tag = child.tag
        place[tag] += 1
        yield child.mem_id, f"{tag or ''}:nth-of-type({place[tag]})" if count[tag] > 1 else tag or ""


class _Ruler:
    """Counts the letters of one block: up to an offset, and up to each run of the source that it was made of."""

    def __init__(self, text: str, marked: str, runs: int) -> None:
        self._text = text
        self._at_marks = [0, *accumulate(_letters(text[i : i + _MARK]) for i in range(0, len(text), _MARK))]
        self._numbers: list[int] = []
        self._before: list[int] = []
        before = 0
        for number, piece in split(marked):
            if 0 <= number < runs:
                self._numbers.append(number)
                self._before.append(before)
            before += _letters(piece)

    def letters(self, offset: int) -> int:
        """Return how many letters stand before an offset of the block."""
        mark = min(offset // _MARK, len(self._at_marks) - 1)
        return self._at_marks[mark] + _letters(self._text[mark * _MARK : offset])

    def run(self, letters: int) -> tuple[int, int] | None:
        """Return the run in which the letter stands that follows so many others, and how many stand before it."""
        if not self._numbers:
            return None
        at = max(0, bisect_right(self._before, letters) - 1)
        return self._numbers[at], self._before[at]
