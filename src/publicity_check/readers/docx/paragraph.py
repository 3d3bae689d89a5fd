"""What stands inside one paragraph: its text, links, notes referred to and things drawn in it."""

import re
from typing import NamedTuple

import msgspec

from publicity_check.readers.colors import WHITE
from publicity_check.readers.docx.letters import Ground, Letters
from publicity_check.readers.docx.styles import PLAIN, Look, Styles, of_paragraph, of_run
from publicity_check.readers.docx.symbols import symbol
from publicity_check.readers.docx.text import TextBuilder
from publicity_check.readers.docx.xml import MATH, MC, Element, number, r, switch, value, w


class Fate(NamedTuple):
    """Whether something was deleted with changes tracked, or is hidden."""

    deleted: bool = False
    hidden: bool = False


SEEN = Fate()


class _State(NamedTuple):
    """What holds for a piece of text because of the elements around it."""

    deleted: bool = False
    language: str | None = None
    hidden: bool = False
    unseen: bool = False
    """Whether letters, though not what is drawn between them, cannot be seen."""
    struck: bool = False
    raised: bool = False
    link: "Anchor | None" = None

    @property
    def fate(self) -> Fate:
        """What becomes of letters."""
        return Fate(self.deleted or self.struck, self.hidden or self.unseen)


class Anchor(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A hyperlink that surrounds text or pictures; two of the same target are still two."""

    target: str


class LinkedText(msgspec.Struct):
    """Where the text of a link stands: offsets in the text of that fate."""

    anchor: Anchor
    fate: Fate
    start: int
    end: int


class Drawn(NamedTuple):
    """A drawing, picture or object that hangs on a paragraph."""

    element: Element
    fate: Fate
    link: Anchor | None


class NoteReference(NamedTuple):
    """A reference to a footnote, an endnote or a comment."""

    kind: str
    id: str
    fate: Fate


class Field(msgspec.Struct):
    """A complex field while it is read: first its instruction, then its result."""

    instruction: list[str] = []
    in_result: bool = False
    anchor: Anchor | None = None
    choice: str = ""


_TEXT = {w("t"), w("delText"), f"{{{MATH}}}t"}
_CHARACTERS = {w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad", w("tab"): " ", w("ptab"): " "}
_BREAKS = {w("br"), w("cr")}
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote", w("commentReference"): "comment"}
_DRAWN = {w("drawing"), w("pict"), w("object")}
_DELETED = {w("del"), w("moveFrom")}
_PROPERTIES = (
    "pPr",
    "rPr",
    "tblPr",
    "tblPrEx",
    "tblGrid",
    "trPr",
    "tcPr",
    "sectPr",
    "sdtPr",
    "sdtEndPr",
    "customXmlPr",
    "smartTagPr",
)
SILENT = {w(name) for name in (*_PROPERTIES, "delInstrText", "rt")}
"""Elements that hold properties, or nothing a reader sees in the text."""
_RUN, _RUN_PROPERTIES, _FIELD, _INSTRUCTION = w("r"), w("rPr"), w("fldChar"), w("instrText")
_OPEN_FIELDS = 64
"""Fields inside each other; of more, those left open first are taken as ended."""
_HYPERLINK = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE)
_ARGUMENT = re.compile(r'\\([a-z])(?:\s*(?:"([^"]*)"|([^\s"\\]+)))?|"([^"]*)"|([^\s"\\]+)', re.IGNORECASE)


class Paragraph:
    """One paragraph, read on making.

    ``texts`` hold what is seen, hidden and deleted apart. ``fields`` are those still open; a result may go on in
    the next paragraph, so the same list is handed to all paragraphs of a part.
    """

    def __init__(
        self,
        element: Element,
        styles: Styles,
        targets: dict[str, str],
        fields: list[Field],
        ground: Ground = WHITE,
        around: Look = PLAIN,
    ) -> None:
        properties = element.find(w("pPr"))
        self._style = styles.look(value(properties, "pStyle")).over(around).over(styles.defaults)
        self.look = of_paragraph(properties, styles.theme, styles.page).over(self._style)
        self._ground = self.look.ground or ground
        self._off_page = self.look.off_page
        self.texts: dict[Fate, TextBuilder] = {}
        self.links: list[LinkedText] = []
        self.drawn: list[Drawn] = []
        self.notes: list[NoteReference] = []
        self._styles, self._targets, self._fields = styles, targets, fields
        self._last = SEEN, False
        state = self._printed(
            _State(language=self._style.language, hidden=self._off_page or bool(self._style.hidden)),
            self._style.letters,
        )
        self._read(element, state)
        # An instruction without a result ends with its paragraph; else a field left open would swallow the rest.
        fields[:] = [open_field for open_field in fields if open_field.in_result]

    def _read(self, parent: Element, state: _State) -> None:
        for element in parent:
            tag = element.tag
            if tag in _TEXT:
                self._say(element.text or "", state)
            elif tag in SILENT:
                continue
            elif tag == _RUN:
                self._read(element, self._of_run(element.find(_RUN_PROPERTIES), state))
            elif tag in _DELETED:
                self._read(element, state._replace(deleted=True))
            elif tag in _DRAWN:
                fate = Fate(state.deleted, state.hidden)
                self.drawn.append(Drawn(element, fate, self._anchor(state)))
            elif tag in _NOTES:
                self._part()
                self.notes.append(
                    NoteReference(_NOTES[tag], element.get(w("id"), ""), Fate(state.deleted, state.hidden))
                )
            else:
                self._read_rarity(element, tag, state)

    def _read_rarity(self, element: Element, tag: str, state: _State) -> None:
        if tag in _CHARACTERS:
            self._say(_CHARACTERS[tag], state)
        elif tag in _BREAKS:
            self._builder(state).new_line()
        elif tag == _FIELD:
            self._mark_field(element, state)
        elif tag == _INSTRUCTION:
            if self._fields and not self._fields[-1].in_result:
                self._fields[-1].instruction.append(element.text or "")
        elif tag == w("hyperlink"):
            target = self._hyperlink(element)
            self._read(element, state._replace(link=Anchor(target)) if target else state)
        elif tag == w("fldSimple"):
            target = hyperlink_target(element.get(w("instr"), ""))
            self._read(element, state._replace(link=Anchor(target)) if target else state)
        elif tag == w("sym"):
            self._say(symbol(element.get(w("font"), ""), element.get(w("char"), "")) or " ", state)
        elif tag == w("sdt"):
            content = content_of(element)
            if content is not None:
                self._read(content, state)
        elif tag == f"{{{MC}}}AlternateContent":
            chosen = alternative(element)
            if chosen is not None:
                self._read(chosen, state)
        else:
            self._read(element, state)

    def _of_run(self, properties: Element | None, state: _State) -> _State:
        if properties is None:
            return state._replace(raised=False)
        look, style = of_run(properties, self._styles.theme), Look()
        if identity := value(properties, "rStyle"):
            style = self._styles.look(identity)
        # "Hidden" in a paragraph style and again in a character style cancel each other (ISO 29500-1, 17.7.3).
        hidden = bool(self._style.hidden) != bool(style.hidden) if look.hidden is None else look.hidden
        state = self._printed(state, look.letters.over(style.letters).over(self._style.letters))
        return state._replace(
            hidden=self._off_page or hidden,
            raised=bool(style.raised if look.raised is None else look.raised),
            language=look.language or style.language or self._style.language,
        )

    def _printed(self, state: _State, letters: Letters) -> _State:
        return state._replace(unseen=not letters.can_be_read(self._ground), struck=bool(letters.struck))

    def _say(self, text: str, state: _State) -> None:
        instruction = next((f for f in reversed(self._fields) if not f.in_result), None)
        if instruction is not None:
            instruction.instruction.append(text)
            return
        builder = self._builder(state)
        start = builder.length
        builder.add(text, state.language)
        anchor = self._anchor(state)
        if anchor is None or builder.length == start:
            return
        fate = state.fate
        last = self.links[-1] if self.links else None
        if last is not None and last.anchor is anchor and last.fate == fate:
            last.end = builder.length
        else:
            self.links.append(LinkedText(anchor, fate, start, builder.length))

    def _builder(self, state: _State) -> TextBuilder:
        fate = state.fate
        builder = self.texts.setdefault(fate, TextBuilder())
        last_fate, last_raised = self._last
        if state.raised != last_raised or (fate != last_fate and fate != SEEN):
            builder.part()
        self._last = fate, state.raised
        return builder

    def _part(self) -> None:
        if SEEN in self.texts:
            self.texts[SEEN].part()

    def _anchor(self, state: _State) -> Anchor | None:
        return next((f.anchor for f in reversed(self._fields) if f.in_result and f.anchor), state.link)

    def _mark_field(self, element: Element, state: _State) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append(Field(choice=_chosen(element)))
            del self._fields[:-_OPEN_FIELDS]
        elif self._fields and kind == "separate":
            current = self._fields[-1]
            target = hyperlink_target("".join(current.instruction))
            current.in_result, current.anchor = True, Anchor(target) if target else None
        elif self._fields and kind == "end":
            ended = self._fields.pop()
            if ended.choice:
                self._say(ended.choice, state)

    def _hyperlink(self, element: Element) -> str:
        target = self._targets.get(element.get(r("id"), ""), "")
        place = element.get(w("anchor")) or element.get(w("docLocation"))
        return f"{target}#{place}" if target and place else target


def hyperlink_target(instruction: str) -> str:
    r"""Return the address in the instruction of a field, or "" if it is none or only a place in the document.

    >>> hyperlink_target(r' HYPERLINK "https://latlit.eu" \l "about" \o "Programme" ')
    'https://latlit.eu#about'
    >>> hyperlink_target(r'HYPERLINK \l "_Toc1"')
    ''
    """
    field_ = _HYPERLINK.match(instruction)
    if not field_:
        return ""
    address = place = ""
    for match in _ARGUMENT.finditer(instruction, field_.end()):
        switched, quoted, bare, own_quoted, own_bare = match.groups()
        if switched is None:
            address = address or own_quoted or own_bare or ""
        elif switched in "lL":
            place = quoted or bare or ""
        elif switched in "nNmM" and bare:
            address = address or bare
    return f"{address}#{place}" if address and place else address


def content_of(control: Element) -> Element | None:
    """Return what a content control holds, or ``None`` while it shows its placeholder."""
    if switch(control.find(w("sdtPr")), "showingPlcHdr"):
        return None
    return control.find(w("sdtContent"))


def alternative(element: Element) -> Element | None:
    """Return the one version of alternative content that Word shows."""
    for choice in element.iterchildren(f"{{{MC}}}Choice"):
        needed = (choice.nsmap.get(prefix) or "" for prefix in choice.get("Requires", "").split())
        if all(
            uri.startswith(("http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/")) for uri in needed
        ):
            return choice
    return element.find(f"{{{MC}}}Fallback")


def _chosen(begin: Element) -> str:
    """Return the entry chosen in a drop-down form field, which has no result of its own."""
    choices = begin.find(f"{w('ffData')}/{w('ddList')}")
    if choices is None:
        return ""
    entries = [entry.get(w("val"), "") for entry in choices.iterchildren(w("listEntry"))]
    chosen = number(value(choices, "result") or value(choices, "default") or "0") or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""
