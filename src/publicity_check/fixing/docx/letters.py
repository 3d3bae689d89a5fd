"""The letters of a paragraph in its file, so that a quote of the publication is found there again."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from publicity_check.readers.docx.paragraph import alternative, content_of
from publicity_check.readers.docx.xml import MC, Element, switch

_SIGNS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "tab": " ", "ptab": " ", "br": "\n", "cr": "\n"}
_SILENT = frozenset(
    (
        "pPr",
        "rPr",
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "delInstrText",
        "rt",
        "drawing",
        "pict",
        "object",
        "sdtPr",
    )
)
_MORE = frozenset(
    ("fldChar", "instrText", "drawing", "pict", "object", "footnoteReference", "endnoteReference", "txbxContent", "sym")
)
"""What stands between letters and would be lost with them."""
_GONE = ("del", "moveFrom")
_WORKABLE = frozenset(("p", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag", "fldSimple"))
"""Elements in which runs may be cut, wrapped in changes and marked with comments."""


class Letter(NamedTuple):
    """A letter, the element of its run that holds it, and where in that element's text."""

    element: Element
    offset: int
    sign: str


def local(element: Element) -> str:
    """Return the name of an element without its namespace; "" for what is none of Word's own."""
    tag = element.tag
    if not isinstance(tag, str) or "wordprocessingml" not in tag:
        return ""
    return tag.rpartition("}")[2]


def letters_of(paragraph: Element) -> list[Letter]:
    """Return the letters of a paragraph that were not deleted, in their order."""
    return list(_letters(paragraph))


def _letters(parent: Element) -> Iterator[Letter]:
    for element in parent:
        name = local(element)
        if name == "t":
            yield from (Letter(element, n, sign) for n, sign in enumerate(element.text or ""))
        elif name in _SIGNS:
            yield Letter(element, 0, _SIGNS[name])
        elif name in _SILENT or (name == "r" and _vanishes(element)):
            continue
        elif name == "sdt":
            content = content_of(element)
            yield from () if content is None else _letters(content)
        elif element.tag == f"{{{MC}}}AlternateContent":
            chosen = alternative(element)
            yield from () if chosen is None else _letters(chosen)
        elif isinstance(element.tag, str):
            yield from _letters(element)


def _vanishes(run: Element) -> bool:
    """Say whether a run is marked as hidden text."""
    properties = next((child for child in run if local(child) == "rPr"), None)
    return properties is not None and bool(switch(properties, "vanish"))


def find(letters: Sequence[Letter], quote: str, nth: int = 0) -> tuple[int, int] | None:
    """Return where a quote begins and ends among letters; of several places the one with this number, from 0.

    White space and the form of accents do not count. ``None`` is for what is not there or cannot be worked on.
    """
    text, places = ink(letter.sign for letter in letters)
    sought, _ = ink(quote)
    if not sought:
        return None
    start = found = text.find(sought)
    for _ in range(nth):
        start = text.find(sought, start + 1)
        found = start if start >= 0 else found
        if start < 0:
            break
    if found < 0:
        return None
    begin, end = places[found], places[found + len(sought) - 1] + 1
    return (begin, end) if all(map(_is_workable, (letters[begin], letters[end - 1]))) else None


def ink(signs: Iterable[str]) -> tuple[str, list[int]]:
    """Return signs without white space, accents apart, and which of them each was."""
    text: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(signs):
        for part in unicodedata.normalize("NFD", sign):
            if not part.isspace():
                text.append(part)
                places.append(place)
    return "".join(text), places


def _is_workable(letter: Letter) -> bool:
    run = letter.element.getparent()
    around = None if run is None else run.getparent()
    return run is not None and around is not None and local(run) == "r" and local(around) in _WORKABLE


def runs_of(letters: Sequence[Letter]) -> list[Element]:
    """Return the runs that hold some letters and nothing else; runs are cut in two where that is needed."""
    before, last = _run(letters[0]), run_to(letters[-1])
    first = run_from(letters[0])
    last = first if last is before else last
    paragraph = next(first.iterancestors(f"{first.tag[:-1]}p"))
    inside: list[Element] = []
    for run in paragraph.iter(first.tag):
        if run is first or inside:
            inside.append(run)
        if run is last:
            break
    return [
        run
        for run in inside
        if not any(local(around) in _GONE for around in run.iterancestors())
        and not any(local(child) == "commentReference" for child in run)
    ]


def holds_more_than_text(letters: Sequence[Letter]) -> bool:
    """Say whether something that is no text stands between the first and the last of some letters."""
    first, last = letters[0].element, letters[-1].element
    paragraph = next(p for p in first.iterancestors() if local(p) == "p")
    inside = False
    for element in paragraph.iter():
        inside = inside or element is first
        if element is last:
            return False
        if inside and local(element) in _MORE:
            return True
    return False


def run_from(letter: Letter) -> Element:
    """Return the run that begins with a letter; a run in which letters come before it is cut in two."""
    run = _run(letter)
    if letter.offset:
        element = letter.element
        text = element.text or ""
        rest = etree.Element(element.tag)
        set_text(rest, text[letter.offset :])
        set_text(element, text[: letter.offset])
        element.addnext(rest)
        return _cut(run, rest)
    first = next((child for child in run if local(child) != "rPr"), None)
    return run if first is letter.element else _cut(run, letter.element)


def run_to(letter: Letter) -> Element:
    """Return the run that ends with a letter; a run in which something comes behind it is cut in two."""
    run, element = _run(letter), letter.element
    text = element.text or ""
    if local(element) == "t" and letter.offset + 1 < len(text):
        rest = etree.Element(element.tag)
        set_text(rest, text[letter.offset + 1 :])
        set_text(element, text[: letter.offset + 1])
        element.addnext(rest)
    behind = element.getnext()
    if behind is not None:
        _cut(run, behind)
    return run


def set_text(element: Element, text: str) -> None:
    """Put a text into a text element, its blanks kept."""
    element.text = text
    if text != text.strip():
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _run(letter: Letter) -> Element:
    run = letter.element.getparent()
    if run is None:
        raise ValueError("a letter without a run")
    return run


def _cut(run: Element, first: Element) -> Element:
    """Cut a run before one of its children, and return the new run that begins with it."""
    new = etree.Element(run.tag)
    for name, said in run.items():
        new.set(name, said)
    properties = next((child for child in run if local(child) == "rPr"), None)
    if properties is not None:
        new.append(deepcopy(properties))
    moved = [first, *first.itersiblings()]
    for child in moved:
        new.append(child)
    run.addnext(new)
    return new
