"""Lets a link of a Word document lead elsewhere, as a tracked change: the old link is struck out, a new one put in."""

import re
from collections.abc import Sequence
from copy import deepcopy
from urllib.parse import urlsplit

from lxml import etree

from publicity_check.fixing.docx.letters import Letter, local, set_text
from publicity_check.fixing.docx.parts import Parts
from publicity_check.fixing.docx.tracked import Number, sign, strike
from publicity_check.publication import Link
from publicity_check.readers.docx.xml import Element, r

_ADDRESS = re.compile(r"\S+\.\S+")
_STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PLAIN = frozenset(("rPr", "t", "fldChar", "instrText", "lastRenderedPageBreak", "noBreakHyphen", "softHyphen"))

_ASIDE = frozenset(("commentRangeStart", "commentRangeEnd", "proofErr"))
"""What stands between runs and says nothing to a reader of the text."""


def point(letters: Sequence[Letter], link: Link, address: str, parts: Parts, part: str, number: Number) -> bool:
    """Let the link that some letters show lead to another address; say whether that could be done.

    What is shown stays, but for an address. A link to a page within a site is left alone: nobody knows where that page
    is on the right site. Refused, the change leaves the old link whole: its relation is kept.
    """
    wrong = urlsplit(link.target if "//" in link.target else f"//{link.target}")
    if wrong.path.strip("/") or wrong.query or wrong.fragment:
        return False
    runs = _runs(letters)
    if not runs or any(local(child) not in _PLAIN for run in runs for child in run):
        return False
    space = str(runs[0].tag)[:-1]
    around = runs[0].getparent()
    new = etree.Element(f"{space}hyperlink")
    name = f"{{{_STRICT_R}}}id" if "purl.oclc.org" in space else r("id")
    new.set(name, parts.add_link(part, address if "://" in address else f"https://{address}"))
    put_in = etree.SubElement(new, f"{space}ins")
    sign(put_in, number)
    shown = "".join(letter.sign for letter in letters)
    if _ADDRESS.fullmatch(shown.strip()):
        looks = next((run for run in runs if run is letters[0].element.getparent()), runs[0])
        put_in.append(_like(looks, address))
    else:
        for run in runs:
            text = "".join(child.text or "" for child in run if local(child) == "t")
            if text:
                put_in.append(_like(run, text))
    behind = around if around is not None and local(around) == "hyperlink" else runs[-1]
    behind.addnext(new)
    for run in runs:
        strike(run, number)
    return True


def _runs(letters: Sequence[Letter]) -> list[Element]:
    """Return the runs of the link that some letters show, if it shows nothing else; of a field, with its marks."""
    run = letters[0].element.getparent()
    around = None if run is None else run.getparent()
    if run is None or around is None:
        return []
    shown = {letter.element.getparent() for letter in letters}
    inside = [child for child in around if local(child) not in _ASIDE and not _calls(child)]
    if local(around) == "hyperlink":
        return inside if set(inside) == shown else []
    if local(around) != "p" or not shown <= set(inside):
        return []
    places = [n for n, child in enumerate(inside) if child in shown]
    begin, end = _mark_before(inside, places[0], "begin"), _mark_behind(inside, places[-1], "end")
    if begin is None or end is None:
        return []
    field = inside[begin : end + 1]
    whole = [kind for run in field for kind in _marks(run)] == ["begin", "separate", "end"]
    return field if whole and all(local(child) == "r" for child in field) else []


def _calls(element: Element) -> bool:
    """Say whether a run holds nothing but the mark of a comment."""
    return any(local(child) == "commentReference" for child in element)


def _mark_before(runs: Sequence[Element], place: int, kind: str) -> int | None:
    return next((n for n in range(place, -1, -1) if kind in _marks(runs[n])), None)


def _mark_behind(runs: Sequence[Element], place: int, kind: str) -> int | None:
    return next((n for n in range(place, len(runs)) if kind in _marks(runs[n])), None)


def _marks(run: Element) -> list[str]:
    return [
        str(child.get(f"{str(child.tag).rpartition('}')[0]}}}fldCharType"))
        for child in run
        if local(child) == "fldChar"
    ]


def _like(run: Element, text: str) -> Element:
    """Return a new run with a text that looks as another one does."""
    new = etree.Element(run.tag)
    properties = next((child for child in run if local(child) == "rPr"), None)
    if properties is not None:
        new.append(deepcopy(properties))
    set_text(etree.SubElement(new, f"{str(run.tag)[:-1]}t"), text)
    return new
