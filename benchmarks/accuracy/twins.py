"""Twins without a defect: the same publication laid out, split, encoded or written in another harmless way."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from benchmarks.accuracy.defects_statement import other_words
from benchmarks.accuracy.document import Draft, Item, Piece
from benchmarks.accuracy.drafts import euro, money, percent
from benchmarks.accuracy.kinds import Applies, Change, Kind, always, with_item
from benchmarks.accuracy.texts import words

LEGACY = {
    **dict.fromkeys(("lv", "lt", "et"), "windows-1257"),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr"), "windows-1250"),
    **dict.fromkeys(("de", "fr", "es", "it", "pt", "nl", "da", "sv", "fi", "en", "ga"), "windows-1252"),
    "el": "windows-1253",
    "bg": "windows-1251",
    "ro": "iso-8859-16",
    "mt": "iso-8859-3",
}
BOTH = ("statement", "disclaimer")


def _texts(change: Callable[[str], str], *roles: str) -> Change:
    """Change the plain text of some parts (of all, if none is named)."""

    def apply(draft: Draft, _rng: Random) -> Draft:
        items = []
        for item in draft.items:
            if roles and item.role not in roles:
                items.append(item)
                continue
            pieces = tuple(replace(p, text=change(p.text)) if p.look not in {"img", "a"} else p for p in item.pieces)
            items.append(replace(item, pieces=pieces))
        return replace(draft, items=tuple(items))

    return apply


def _split(looks: tuple[str, str, str], *, at: Callable[[str], tuple[int, int]]) -> Change:
    """Split statement and disclaimer into three pieces, each with a look of its own."""

    def cut(item: Item) -> Item:
        first, second = at(item.text)
        parts = (item.text[:first], item.text[first:second], item.text[second:])
        return replace(item, pieces=tuple(Piece(part, look) for part, look in zip(parts, looks, strict=True) if part))

    def apply(draft: Draft, _rng: Random) -> Draft:
        return draft.edit("statement", cut).edit("disclaimer", cut)

    return apply


def _inside_word(text: str) -> tuple[int, int]:
    blank = text.index(" ")
    return blank + 2, blank + 4


def _wbr(draft: Draft, _rng: Random) -> Draft:
    """Put a place where the line may break inside a word of the statement."""

    def cut(item: Item) -> Item:
        at, _ = _inside_word(item.text)
        return replace(item, pieces=(Piece(item.text[:at]), Piece("", "wbr"), Piece(item.text[at:])))

    return draft.edit("statement", cut)


def _breaks(look: str, text: str = "") -> Change:
    """Put a break between the words of the statement, one after each second word."""

    def cut(item: Item) -> Item:
        parts = item.text.split(" ")
        pieces: list[Piece] = []
        for number, part in enumerate(parts):
            pieces.append(Piece(part))
            if number < len(parts) - 1:
                broken = number % 2 == 1
                pieces.append(Piece(text, look) if broken else Piece(" "))
        return replace(item, pieces=tuple(pieces))

    return lambda draft, _rng: draft.edit("statement", cut)


def _formed(form: str, *roles: str) -> Change:
    def apply(draft: Draft, _rng: Random) -> Draft:
        for role in roles:
            draft = draft.shape(role, form)
        return draft

    return apply


def _noted(form: str, role: str) -> Change:
    """Write a part as a note to the text; notes to a footer do not exist."""
    return lambda draft, _rng: draft.edit(role, lambda item: replace(item, form=form, place="main"))


def _traits(*names: str) -> Change:
    return lambda draft, _rng: draft.trait(*names)


def _encoded(encoding: str = "", *traits: str) -> Change:
    return lambda draft, _rng: replace(draft, encoding=encoding or LEGACY[draft.language]).trait(*traits)


def _number(change: Callable[[str], str]) -> Change:
    def apply(draft: Draft, _rng: Random) -> Draft:
        def edit(item: Item) -> Item:
            return replace(item, pieces=(Piece(item.text.replace(draft.number, change(draft.number))),))

        return draft.edit("again", edit)

    return apply


def _no_break_hyphen(draft: Draft, _rng: Random) -> Draft:
    def edit(item: Item) -> Item:
        before, after = item.text.split(draft.number)
        letters, digits = draft.number.split("-")
        return replace(item, pieces=(Piece(before + letters), Piece("", "no-break-hyphen"), Piece(digits + after)))

    return draft.edit("again", edit).edit("project", edit)


def _field_links(draft: Draft, _rng: Random) -> Draft:
    def edit(item: Item) -> Item:
        return replace(item, pieces=tuple(replace(p, look="field") if p.look == "a" else p for p in item.pieces))

    return draft.edit("programme-link", edit).edit("europa-link", edit)


def _bare_links(draft: Draft, _rng: Random) -> Draft:
    def edit(item: Item) -> Item:
        return replace(item, pieces=(Piece(item.text),))

    return draft.edit("programme-link", edit).edit("europa-link", edit)


def _page_links(draft: Draft, _rng: Random) -> Draft:
    def edit(item: Item) -> Item:
        label, link = item.pieces
        return replace(item, pieces=(Piece(label.text.rstrip(": "), "a", link.href + "about/index.html?lang=1#top"),))

    return draft.edit("programme-link", edit).edit("europa-link", edit)


def _said_again(written: Callable[[Draft], str]) -> Change:
    return lambda draft, _rng: draft.say("repeat", draft.words["repeat"].format(total=written(draft)))


def _style(style: str, blank: str = " ") -> Change:
    return _said_again(lambda draft: f"{money(draft.total, style, blank)} EUR")


def _rounded_share(draft: Draft, _rng: Random) -> Draft:
    text = draft.words
    share = draft.share + Decimal("0.01")
    figures = {"total": euro(text, draft.total), "eu": euro(text, share), "rate": percent(text, draft.rate)}
    sums = tuple(replace(s, value=share) if s.share == "eu" else s for s in draft.sums)
    return draft.say("budget", text["budget"].format(**figures)).true(sums=sums)


def _bracketed_number(draft: Draft, _rng: Random) -> Draft:
    def edit(item: Item) -> Item:
        return replace(item, pieces=(Piece(f"{item.text} ({draft.number})."),))

    return draft.edit("statement", edit)


def _fund_appended(draft: Draft, _rng: Random) -> Draft:
    return draft.edit("statement", lambda i: replace(i, pieces=(Piece(f"{i.text} – {draft.words['esf']}"),)))


def _traps(draft: Draft, _rng: Random) -> Draft:
    """Add figures that look like a number or a sum of the project and are none."""
    lines = (
        "Tel. +371 6544 7263, VAT LV40003521263, (EU) 2021/1060, ISO 9001:2015",
        "IBAN LV80BANK0000435195001, LV-5201, 18.01.2024, 10:00–18:30",
    )
    return replace(draft, items=(*draft.items, *(Item("trap", (Piece(line),), "footer") for line in lines)))


def _second_language(draft: Draft, _rng: Random) -> Draft:
    other = words()["de" if draft.language == "en" else "en"]
    return draft.add(Item("summary", (Piece(other["lead"]),)))


def _apart(draft: Draft, _rng: Random) -> Draft:
    return draft.edit("statement", lambda item: replace(item, place="aside"))


def _joined(draft: Draft, _rng: Random) -> Draft:
    """Write statement and disclaimer as one paragraph."""
    statement, disclaimer = draft.the("statement"), draft.the("disclaimer")
    one = f"{statement.text.rstrip('.')}. {disclaimer.text}"
    return draft.without("disclaimer").say("statement", one)


def _soft_hyphens(text: str) -> str:
    return " ".join(w[:3] + "\u00ad" + w[3:] if len(w) > 6 and w.isalpha() else w for w in text.split(" "))


def _dashes(text: str) -> str:
    return text.replace("–", "-").replace("“", '"').replace("”", '"').replace("’", "'")


HAS = with_item("statement")
TWO = with_item(*BOTH)
MONEY = with_item("repeat")


def _own(draft: Draft) -> bool:
    return bool(draft.programme.own)


def _undeclared(draft: Draft) -> bool:
    return draft.language in {"lv", "lt", "et"}


HTML, DOCX = ("html",), ("docx",)


def _twin(name: str, change: Change, applies: Applies = HAS, formats: tuple[str, ...] = ("html", "docx")) -> Kind:
    return Kind(name, "", change, applies, (), formats)


KINDS = [
    _twin("as it is", lambda d, _: d, always),
    _twin("bold inside a word", _split(("", "b", ""), at=_inside_word)),
    _twin("inline tags around letters", _split(("i", "span", "em"), at=_inside_word), formats=HTML),
    _twin("no-break blanks", _texts(lambda t: t.replace(" ", "\u00a0"), *BOTH)),
    _twin("thin blanks", _texts(lambda t: t.replace(" ", "\u2009"), *BOTH)),
    _twin("soft hyphens", _texts(_soft_hyphens)),
    _twin("zero-width blanks inside words", _texts(lambda t: t[:4] + "\u200b" + t[4:], *BOTH)),
    _twin("line breaks in the statement", _breaks("br")),
    _twin("word-break tags in the statement", _wbr, formats=HTML),
    _twin("a comment inside the statement", _breaks("raw", "<!-- x --> "), formats=HTML),
    _twin("line feeds and indents in the source", _breaks("raw", "\n          "), formats=HTML),
    _twin("statement over two cells", _formed("two-cells", "statement")),
    _twin("statement over two blocks", _formed("two-blocks", "statement")),
    _twin("disclaimer over two blocks", _formed("two-blocks", "disclaimer"), TWO),
    _twin("statement as a heading", _formed("h2", "statement")),
    _twin("statement as a list item", _formed("li", "statement"), formats=HTML),
    _twin("statement in nested tables", _formed("nested-table", *BOTH)),
    _twin("statement in a block that can be opened", _formed("details", *BOTH), formats=HTML),
    _twin("statement hidden from screen readers only", _formed("aria-hidden", *BOTH), formats=HTML),
    _twin("statement in divisions", _formed("div", *BOTH), formats=HTML),
    _twin("statement apart from the disclaimer", _apart, TWO),
    _twin("statement and disclaimer in one paragraph", _joined, TWO),
    _twin("statement in capitals", _texts(str.upper, "statement")),
    _twin("statement in small letters", _texts(str.lower, "statement")),
    _twin("plain dashes and quotes", _texts(_dashes)),
    _twin("decomposed letters", _texts(lambda t: unicodedata.normalize("NFD", t))),
    _twin("number in brackets after the statement", _bracketed_number,
          lambda d: bool(d.number) and not d.programme.own),
    _twin("fund appended to the statement", _fund_appended, lambda d: d.programme.id == "esf"),
    _twin("entities for letters", _traits("entities"), always, HTML),
    _twin("old encoding, declared", _encoded(), always, HTML),
    _twin("old encoding, not declared", _encoded("", "undeclared"), _undeclared, HTML),
    _twin("UTF-8, not declared", _encoded("utf-8", "undeclared"), always, HTML),
    _twin("UTF-8 with a byte order mark", _encoded("utf-8", "bom"), always, HTML),
    _twin("UTF-16", _encoded("utf-16"), always, HTML),
    _twin("carriage returns", _traits("crlf"), always, HTML),
    _twin("tags on lines of their own", _traits("pretty"), always, HTML),
    _twin("end tags left out", _traits("no-end-tags"), always, HTML),
    _twin("tags never closed", _formed("unclosed", *BOTH), formats=HTML),
    _twin("footer after the end of the page", _traits("after-html"), always, HTML),
    _twin("another language declared", lambda d, r: replace(d, declared=other_words(d, r).language), always, HTML),
    _twin("language not declared", lambda d, _: replace(d, declared=""), always, HTML),
    _twin("footer at the end of the text", _traits("footer-in-body"), always, DOCX),
    _twin("each letter a run of its own", _traits("letter-runs"), always, DOCX),
    _twin("statement in a text box", _formed("text-box", *BOTH), formats=DOCX),
    _twin("statement in a footnote", _noted("footnote", "statement"), formats=DOCX),
    _twin("disclaimer in an endnote", _noted("endnote", "disclaimer"), TWO, DOCX),
    _twin("statement in a content control", _formed("control", *BOTH), formats=DOCX),
    _twin("statement in a smart tag", _formed("smart-tag", *BOTH), formats=DOCX),
    _twin("statement inserted with tracking", _formed("inserted", *BOTH), formats=DOCX),
    _twin("statement moved in with tracking", _formed("moved-in", *BOTH), formats=DOCX),
    _twin("hyphen that does not break in the number", _no_break_hyphen, _own, DOCX),
    _twin("links as fields", _field_links, _own, DOCX),
    _twin("links as plain text", _bare_links, _own),
    _twin("links to pages inside the sites", _page_links, _own),
    _twin("number with a blank for the hyphen", _number(lambda n: n.replace("-", " ")), _own),
    _twin("number with a long dash", _number(lambda n: n.replace("-", " – ")), _own),
    _twin("number in small letters", _number(str.lower), _own),
    _twin("total again with no-break blanks", _style("blank-comma", "\u00a0"), MONEY),
    _twin("total again with narrow blanks", _style("blank-comma", "\u202f"), MONEY),
    _twin("total again in another number style", _style("point-comma"), MONEY),
    _twin("total again without blanks", _said_again(lambda d: f"{d.total} EUR"), MONEY),
    _twin("EU share rounded up by a cent", _rounded_share, with_item("budget")),
    _twin("figures that are no budget and no number", _traps, always),
    _twin("a summary in another language", _second_language, always),
]  # fmt: skip
