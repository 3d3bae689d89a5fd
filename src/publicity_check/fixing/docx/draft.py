"""A Word draft that is given back: where its blocks stand in the file, its comments and its tracked changes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import count
from typing import ClassVar

from lxml import etree

from publicity_check.fixing.docx.guards import Guards, held, locked, twins
from publicity_check.fixing.docx.letters import Letter, find, ink, letters_of, local, runs_of, set_text
from publicity_check.fixing.docx.links import point
from publicity_check.fixing.docx.parts import Parts
from publicity_check.fixing.docx.tracked import add_paragraph, replace
from publicity_check.publication import Publication, Span
from publicity_check.readers.docx.read import AUTHOR, Origin, origins
from publicity_check.readers.docx.xml import Element

_INITIALS = "PC"
_NOTES = ("footnote", "endnote")
_DIGITS = 10
"""From so many digits on a number is none that Word would give."""


class Draft:
    """One document; every method changes it in memory, and :meth:`written` returns its bytes."""

    has_comments: ClassVar[bool] = True

    def __init__(self, data: bytes, publication: Publication) -> None:
        """Take a document and what the reader made of it."""
        self._parts = Parts(data)
        self._publication = publication
        self._main, self._origins = origins(data, publication.name)
        self._space = str(self._parts.tree(self._main).tag).rpartition("}")[0] + "}"
        parts = {origin.part for origin in self._origins if origin} | {self._main}
        # All are counted before anything is changed.
        self._paragraphs = {part: list(self._parts.tree(part).iter(f"{self._space}p")) for part in parts}
        self._added: dict[Element, Element] = {}
        self._numbers: Iterator[int] | None = None

    @cached_property
    def guards(self) -> Guards:
        """What keeps the document as a whole from being changed."""
        return Guards.of(self._parts, self._main)

    def written(self) -> bytes:
        """Return the document as it is now."""
        return self._parts.written()

    def replace(self, span: Span, text: str) -> bool:
        """Put a text in the place of a quote as a tracked change; in the place of a link's address, the right one.

        Say whether that could be done. Where a text box has a copy for older programs, that is changed alike.
        """
        origin = self._origin(span)
        if origin is None or not self.guards.changes:
            return False
        link = next((k for k in self._publication.links if k.span == span), None)
        paragraph = self._paragraph(origin)
        for place in (paragraph, *twins(paragraph)):
            letters = self._letters(span, place)
            if not letters or any(held(letter.element) for letter in letters):
                return False
            done = link is not None and point(letters, link, text, self._parts, origin.part, self._number)
            if not done and not replace(letters, text, self._number):
                return False
        self._parts.touch(origin.part)
        return True

    def add(self, text: str, beside: Span | None, *, address: bool = False) -> bool:  # noqa: ARG002 - Word makes links of addresses
        """Put a paragraph in as a tracked change: behind that of a quote, else at the end of the text."""
        if not self.guards.changes:
            return False
        paragraph = None
        origin = self._origin(beside) if beside else None
        if origin is not None:
            paragraph = self._paragraph(origin)
            paragraph = None if self._box(paragraph) is not None or held(paragraph) else paragraph
        if paragraph is None or origin is None:
            paragraph, part = self._last(), self._main
        else:
            part = origin.part
        if paragraph is None:
            return False
        behind = self._added.get(paragraph, paragraph)
        self._added[paragraph] = add_paragraph(behind, text, self._number)
        self._parts.touch(part)
        return True

    @cached_property
    def told(self) -> Counter[str]:
        """What comments of this program said when the draft was opened: how often each first line."""
        part = self._parts.comments(self._main)
        own = () if part is None else self._parts.tree(part)
        firsts = [
            next(comment.iter(f"{self._space}p"), comment)
            for comment in own
            if comment.get(f"{self._space}author") == AUTHOR
        ]
        return Counter("".join(t.text or "" for t in first.iter(f"{self._space}t")) for first in firsts)

    def in_body(self, span: Span) -> bool:
        """Say whether a comment can stand at a quote itself: Word has none in margins, notes and text boxes.

        A paragraph in a locked control is as closed as those.
        """
        origin = self._origin(span)
        if origin is None or origin.part != self._main:
            return False
        paragraph = self._paragraph(origin)
        return self._box(paragraph) is None and locked(paragraph) is None

    def comment(self, span: Span | None, lines: Sequence[str]) -> bool:
        """Write a comment at a quote, or as near as Word allows: at its box or note; else at the end of the text."""
        letters = self._quoted(span) if span and self.in_body(span) else None
        if letters:
            first, last = self._marked(letters)
        else:
            host = self._host(span)
            paragraph = self._last() if host is None else host
            if paragraph is None:
                return False
            first, last = self._around(paragraph)
        part = self._parts.comments(self._main) or self._parts.add_comments(self._main)
        comments = self._parts.tree(part)
        marks = ("commentRangeStart", "commentRangeEnd", "commentReference")
        marked = self._parts.tree(self._main).iter(*(f"{self._space}{mark}" for mark in marks))
        identity = str(max(self._ids((*comments, *marked)), default=-1) + 1)
        comments.append(self._remark(identity, lines))
        first.addprevious(self._element("commentRangeStart", identity))
        reference = etree.Element(f"{self._space}r")
        reference.append(self._element("commentReference", identity))
        last.addnext(reference)
        last.addnext(self._element("commentRangeEnd", identity))
        self._parts.touch(part)
        self._parts.touch(self._main)
        return True

    def _remark(self, identity: str, lines: Sequence[str]) -> Element:
        remark = self._element("comment", identity)
        remark.set(f"{self._space}author", AUTHOR)
        remark.set(f"{self._space}initials", _INITIALS)
        for line in lines:
            run = etree.SubElement(etree.SubElement(remark, f"{self._space}p"), f"{self._space}r")
            set_text(etree.SubElement(run, f"{self._space}t"), line)
        return remark

    def _element(self, name: str, identity: str) -> Element:
        element = etree.Element(f"{self._space}{name}")
        element.set(f"{self._space}id", identity)
        return element

    def _around(self, paragraph: Element) -> tuple[Element, Element]:
        """Return the first and the last run of a paragraph; an empty one gets an empty run."""
        letters = letters_of(paragraph)
        whole = find(letters, "".join(letter.sign for letter in letters))
        if whole is not None:
            return self._marked(letters[whole[0] : whole[1]])
        run = etree.SubElement(paragraph, f"{self._space}r")
        return run, run

    def _marked(self, letters: Sequence[Letter]) -> tuple[Element, Element]:
        """Return between which elements the marks of a comment on letters stand: around a control that is locked."""
        ends = locked(letters[0].element), locked(letters[-1].element)
        runs = [] if all(end is not None for end in ends) else runs_of(letters)
        first = runs[0] if ends[0] is None else ends[0]
        return first, runs[-1] if ends[1] is None else ends[1]

    def _quoted(self, span: Span) -> list[Letter] | None:
        """Return the letters of a quote in its file, of one over several paragraphs those in the first."""
        origin = self._origin(span)
        return None if origin is None else self._letters(span, self._paragraph(origin))

    def _letters(self, span: Span, paragraph: Element) -> list[Letter] | None:
        """Return the letters of a quote in its paragraph or in a copy of that."""
        block = self._publication.blocks[span.first]
        end = span.end if span.first == span.last else len(block.text)
        quote = block.text[span.start : end]
        letters = letters_of(paragraph)
        found = find(letters, quote, _before(block.text, quote, span.start))
        return None if found is None else letters[found[0] : found[1]]

    def _origin(self, span: Span) -> Origin | None:
        return self._origins[span.first] if span.first < len(self._origins) else None

    def _paragraph(self, origin: Origin) -> Element:
        return self._paragraphs[origin.part][origin.paragraph]

    def _box(self, paragraph: Element) -> Element | None:
        """Return the paragraph that the text box hangs on which holds a paragraph, ``None`` if none does."""
        boxes = list(paragraph.iterancestors(f"{self._space}txbxContent"))
        return next(boxes[-1].iterancestors(f"{self._space}p"), None) if boxes else None

    def _outside(self, paragraph: Element) -> Element:
        """Return a paragraph, of one in a text box that on which the box hangs."""
        host = self._box(paragraph)
        return paragraph if host is None else host

    def _host(self, span: Span | None) -> Element | None:
        """Return the paragraph of the body at which a comment is to stand for a quote elsewhere."""
        origin = self._origin(span) if span else None
        if origin is None:
            return None
        paragraph = self._paragraph(origin)
        if origin.part == self._main:
            host = self._outside(paragraph)
            return host if locked(host) is None else None
        note = next((n for n in paragraph.iterancestors() if local(n) in _NOTES), None)
        if note is None:
            return None
        identity = f"{self._space}id"
        for called in self._parts.tree(self._main).iter(f"{self._space}{local(note)}Reference"):
            if called.get(identity) == note.get(identity):
                return self._outside(next(called.iterancestors(f"{self._space}p")))
        return None

    def _last(self) -> Element | None:
        """Return the last paragraph of the body that has text, else its last one."""
        body = self._parts.tree(self._main).find(f"{self._space}body")
        if body is None:
            return None
        own = list(body.iterchildren(f"{self._space}p"))
        own = own or [p for p in body.iter(f"{self._space}p") if self._box(p) is None and locked(p) is None]
        written = [p for p in own if any(not letter.sign.isspace() for letter in letters_of(p))]
        return next(reversed(written or own), None)

    def _number(self) -> str:
        if self._numbers is None:
            kinds = (f"{self._space}ins", f"{self._space}del")
            marks = [mark for part in self._paragraphs for mark in self._parts.tree(part).iter(*kinds)]
            self._numbers = count(max(self._ids(marks), default=0) + 1)
        return str(next(self._numbers))

    def _ids(self, elements: Iterable[Element]) -> list[int]:
        """Return the numbers that elements have; what is no number that Word would write is left out."""
        found = (element.get(f"{self._space}id") or "" for element in elements)
        return [int(said) for said in found if said.isascii() and said.isdigit() and len(said) < _DIGITS]


def _before(text: str, quote: str, start: int) -> int:
    """Return how often a quote stands in a text before a place, white space aside as where it is looked for."""
    sought, before, whole = (ink(piece)[0] for piece in (quote, text[:start], text))
    found, place = 0, whole.find(sought)
    while 0 <= place < len(before):
        found, place = found + 1, whole.find(sought, place + 1)
    return found
