"""Tracked changes: words in the place of others, and paragraphs put in; whoever opens the draft can refuse each."""

from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree

from publicity_check.fixing.docx.letters import Letter, holds_more_than_text, local, run_from, run_to, runs_of, set_text
from publicity_check.mending.words import edits
from publicity_check.readers.docx.read import AUTHOR
from publicity_check.readers.docx.xml import Element

_LOOKS = ("pStyle", "spacing", "ind", "contextualSpacing", "jc")
"""What a new paragraph takes over from the one before: no number of a list, no frame, no page break."""
_LETTERS = ("rFonts", "sz", "szCs", "lang")
"""What its letters take over: no link's colour, nothing hidden."""
_STRUCK = {"t": "delText", "instrText": "delInstrText"}
"""What text and instructions of fields are called in what is deleted."""
Number = Callable[[], str]
"""Gives the next number for a mark of revision."""


def replace(letters: Sequence[Letter], new: str, number: Number) -> bool:
    """Mark what differs between some letters and a new text as deleted and put in; the runs keep their looks.

    Say whether that could be done: nothing is where a note, a picture or a field stands among what would go.
    """
    old = "".join(letter.sign for letter in letters)
    planned = edits(old, new)
    if any(end - start > 1 and holds_more_than_text(letters[start:end]) for start, end, _ in planned):
        return False
    for start, end, text in reversed(planned):
        if start < end:
            _strike(letters[start:end], text, number)
        elif start < len(letters):
            run = run_from(letters[start])
            run.addprevious(_put_in(run, text, number))
        else:
            run = run_to(letters[-1])
            run.addnext(_put_in(run, text, number))
    return True


def _strike(letters: Sequence[Letter], text: str, number: Number) -> None:
    runs = runs_of(letters)
    if text:
        runs[-1].addnext(_put_in(runs[0], text, number))
    for run in runs:
        strike(run, number)


def strike(run: Element, number: Number) -> None:
    """Mark a run as deleted, with the text and the instruction of a field that it holds."""
    gone = _mark(run, "del", number)
    run.addprevious(gone)
    gone.append(run)
    for child in run:
        name = local(child)
        if name in _STRUCK:
            child.tag = f"{str(child.tag).removesuffix(name)}{_STRUCK[name]}"


def _put_in(like: Element, text: str, number: Number) -> Element:
    """Return a text as one that was put in, looking as a run does."""
    mark = _mark(like, "ins", number)
    run = etree.SubElement(mark, like.tag)
    properties = next((child for child in like if local(child) == "rPr"), None)
    if properties is not None:
        run.append(deepcopy(properties))
    set_text(etree.SubElement(run, f"{like.tag[:-1]}t"), text)
    return mark


def add_paragraph(after: Element, text: str, number: Number) -> Element:
    """Put a paragraph behind another one, looking like it, and return it.

    Where another paragraph follows, the new one ends with a mark of its own that is new. Where a section, a cell or the
    text ends, it is as in Word the mark of the paragraph before that counts as new, and the new one ends with the old
    mark: what was there stays whole if the change is refused.
    """
    space = after.tag[:-1]
    new = etree.Element(after.tag)
    properties = next((child for child in after if local(child) == "pPr"), None)
    if _is_followed(after, properties):
        own = etree.SubElement(new, f"{space}pPr")
        own.extend(deepcopy(child) for child in (() if properties is None else properties) if local(child) in _LOOKS)
        _mark_end_as_new(own, space, number)
    else:
        if properties is None:
            properties = etree.Element(f"{space}pPr")
            after.insert(0, properties)
        else:
            new.append(deepcopy(properties))
        for section in [child for child in properties if local(child) == "sectPr"]:
            properties.remove(section)
        _mark_end_as_new(properties, space, number)
    mark = _mark(after, "ins", number)
    run = etree.SubElement(mark, f"{space}r")
    first = next((child for child in after.iter(f"{space}r") if child.find(f"{space}t") is not None), None)
    looks = None if first is None else first.find(f"{space}rPr")
    if looks is not None:
        etree.SubElement(run, looks.tag).extend(deepcopy(child) for child in looks if local(child) in _LETTERS)
    set_text(etree.SubElement(run, f"{space}t"), text)
    new.append(mark)
    after.addnext(new)
    return new


def _is_followed(paragraph: Element, properties: Element | None) -> bool:
    """Say whether another paragraph follows in the same section, so that a mark between them can come and go."""
    follows = paragraph.getnext()
    ends = properties is not None and any(local(child) == "sectPr" for child in properties)
    return follows is not None and local(follows) == "p" and not ends


def _mark_end_as_new(properties: Element, space: str, number: Number) -> None:
    looks = properties.find(f"{space}rPr")
    if looks is None:
        looks = etree.Element(f"{space}rPr")
        behind = next((child for child in properties if local(child) in ("sectPr", "pPrChange")), None)
        if behind is None:
            properties.append(looks)
        else:
            behind.addprevious(looks)
    if looks.find(f"{space}ins") is None:
        looks.insert(0, _mark(properties, "ins", number))


def _mark(near: Element, kind: str, number: Number) -> Element:
    space = str(near.tag).rpartition("}")[0] + "}"
    made = etree.Element(f"{space}{kind}")
    sign(made, number)
    return made


def sign(change: Element, number: Number) -> None:
    """Give a change its number and its author."""
    space = str(change.tag).rpartition("}")[0] + "}"
    change.set(f"{space}id", number())
    change.set(f"{space}author", AUTHOR)
