"""What the styles of a Word document say of paragraphs and runs.

Names of built-in styles stay English in the file in every language of Word ("heading 1" shows as "Virsraksts 1"),
ids do not; styles made by other programs are known by their outline level.
"""

import re
from types import MappingProxyType

import msgspec

from publicity_check.readers.colors import Color
from publicity_check.readers.docx.colors import Theme, shade_of
from publicity_check.readers.docx.letters import PLAIN as NO_LETTERS
from publicity_check.readers.docx.letters import Letters, letters_of
from publicity_check.readers.docx.page import Page, is_flat, is_framed_off, is_indented_off
from publicity_check.readers.docx.xml import Element, number, switch, value, w

_HEADING = re.compile(r"heading\s?[1-9]|title", re.IGNORECASE)
_QUOTE = re.compile(r"(intense\s?)?quote|quotations|block text", re.IGNORECASE)
_CHAIN = 32
"""Styles that a style may be based on in turn; Word itself stops at eleven."""

_BODY = 9
"""The outline level of what is no heading (ISO 29500, w:outlineLvl)."""


class Look(msgspec.Struct, frozen=True, gc=False):
    """What is said of a paragraph or a run; ``None`` where nothing is said."""

    heading: bool | None = None
    quoted: bool | None = None
    caption: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    language: str | None = None
    list_level: int | None = None
    """0 outside lists, from 1 inside."""
    heads_table: bool | None = None
    """Whether a table style sets its first row apart."""
    shades: bool | None = None
    """Whether a table style gives cells a ground."""
    letters: Letters = NO_LETTERS
    ground: Color | None = None
    """The shade behind a whole paragraph."""
    flat: bool | None = None
    """Whether its lines are no higher than nothing."""
    indented_off: bool | None = None
    framed_off: bool | None = None

    @property
    def off_page(self) -> bool:
        """Whether nothing of a paragraph is on a page."""
        return bool(self.flat or self.indented_off or self.framed_off)

    def over(self, base: "Look") -> "Look":
        """Return this look, completed by what another says."""
        if base == PLAIN:
            return self
        if self == PLAIN:
            return base
        mine = msgspec.structs.asdict(self)
        mine["letters"] = self.letters.over(base.letters)
        return Look(**{key: getattr(base, key) if said is None else said for key, said in mine.items()})


PLAIN = Look()


def of_run(properties: Element | None, theme: Theme) -> Look:
    """Return what the properties of a run (``w:rPr``) say themselves."""
    if properties is None:
        return PLAIN
    raised = value(properties, "vertAlign")
    return Look(
        hidden=switch(properties, "specVanish") or switch(properties, "vanish"),
        raised=None if raised is None else raised == "superscript",
        language=_language(value(properties, "lang")),
        letters=letters_of(properties, theme),
    )


def of_paragraph(properties: Element | None, theme: Theme, page: Page) -> Look:
    """Return what the properties of a paragraph (``w:pPr``) say themselves."""
    if properties is None:
        return PLAIN
    level = number(value(properties, "outlineLvl"))
    numbering = properties.find(w("numPr"))
    in_list: int | None = None
    if numbering is not None:
        in_list = 0 if value(numbering, "numId") == "0" else min(number(value(numbering, "ilvl")) or 0, 8) + 1
    return Look(
        heading=None if level is None else 0 <= level < _BODY,
        list_level=in_list,
        ground=shade_of(properties, theme)[0],
        flat=is_flat(properties),
        indented_off=is_indented_off(properties, page),
        framed_off=is_framed_off(properties, page),
    )


class Styles:
    """The styles of a document by id. Without a styles part, ids are taken for names."""

    def __init__(
        self,
        styles: Element | None,
        settings: Element | None,
        theme: Theme = MappingProxyType({}),
        page: Page = Page(),  # noqa: B008 - a page is a tuple of two numbers
    ) -> None:
        self.theme, self.page = theme, page
        self._elements: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self._default = ""
        self.defaults = PLAIN
        """What holds of all text of which styles say nothing else."""
        language = None
        for style in () if styles is None else styles.iter(w("style")):
            identity = style.get(w("styleId"), "")
            self._elements[identity] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default"), "0").lower() in ("1", "true", "on"):
                self._default = identity
        if styles is not None:
            language = _language(value(styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"), "lang"))
            said = of_run(styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"), theme)
            of_all = of_paragraph(styles.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}"), theme, page)
            self.defaults = Look(hidden=said.hidden, letters=said.letters, flat=of_all.flat)
        if settings is not None:
            language = language or _language(value(settings, "themeFontLang"))
        self.language = language
        """What the document declares for text that declares nothing itself."""

    def look(self, identity: str | None) -> Look:
        """Return what a style and those it is based on say; ``None`` stands for the default paragraph style."""
        identity = self._default if identity is None else identity
        if identity not in self._looks:
            look, seen, at = PLAIN, set[str](), identity
            while at not in seen and len(seen) < _CHAIN:
                seen.add(at)
                style = self._elements.get(at)
                look = look.over(_said(style, at, self))
                at = value(style, "basedOn") or at
            self._looks[identity] = look
        return self._looks[identity]


def _said(style: Element | None, identity: str, styles: "Styles") -> Look:
    name = value(style, "name") or identity
    look = Look(
        heading=True if _HEADING.fullmatch(name) else None,
        quoted=True if _QUOTE.fullmatch(name) else None,
        caption=True if name.lower() == "caption" else None,
    )
    if style is None:
        return look
    heads = any(part.get(w("type")) == "firstRow" for part in style.iter(w("tblStylePr")))
    run = of_run(style.find(w("rPr")), styles.theme)
    of_tables = Look(heads_table=True if heads else None, shades=True if _gives_ground(style) else None)
    return of_paragraph(style.find(w("pPr")), styles.theme, styles.page).over(run).over(look).over(of_tables)


def _gives_ground(style: Element) -> bool:
    return style.get(w("type")) == "table" and next(style.iter(w("shd")), None) is not None


def _language(code: str | None) -> str | None:
    """Return a language code in lower case; Word writes "x-none" where no language is to be checked."""
    return code.lower() if code and re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*", code) else None
