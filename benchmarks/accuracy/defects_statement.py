"""Planted defects of the funding statement: cut, changed, hidden, quoted, in the wrong language."""

from dataclasses import replace
from random import Random

from benchmarks.accuracy.document import Draft, Item, Piece
from benchmarks.accuracy.kinds import EITHER, FAILED, REVIEW, Change, Kind, with_duty, with_item
from benchmarks.accuracy.texts import Words, words

CHECK = "funding-statement"
HAS = with_item("statement")


def _own(draft: Draft, name: str) -> str:
    return str(draft.programme.own.get(draft.language, {}).get(name) or draft.words[name])


def _cut(draft: Draft, _rng: Random) -> Draft:
    return draft.without("statement", "emblem").true(statement="absent")


def _cut_beside_emblem(draft: Draft, _rng: Random) -> Draft:
    return draft.without("statement").true(statement="absent")


def _reworded(name: str, status: str = "deviant") -> Change:
    def change(draft: Draft, _rng: Random) -> Draft:
        return draft.say("statement", _own(draft, name)).true(statement=status)

    return change


def other_words(draft: Draft, rng: Random) -> Words:
    """Return the sentences of another language in which the programme has wordings."""
    others = [code for code in draft.programme.languages if code != draft.language]
    near = [code for code in others if code in {"en", "de", "fr", "lv", "lt"}]
    return words()[rng.choice(near or others)]


def _other_language(draft: Draft, rng: Random) -> Draft:
    other = other_words(draft, rng)
    own = draft.programme.own.get(other.language, {})
    kind = draft.programme.statement
    text = own.get("statement") or (f"{other['funded']} – NextGenerationEU" if kind == "ngeu" else other[kind])
    return draft.say("statement", str(text)).true(statement="deviant")


def _picture(draft: Draft, rng: Random) -> Draft:
    statement = draft.the("statement")
    if rng.random() < 0.5:
        picture = Piece(statement.text, "img", "logo-1.png")
    else:
        picture = Piece("", "img", f"{draft.language.upper()}_Co-fundedbytheEU_RGB_POS.png")
    image = Item("emblem", (picture,), "footer", "image")
    return draft.without("statement", "emblem").add(image).true(statement="image-only")


def _formed(form: str, place: str = "") -> Change:
    def change(draft: Draft, _rng: Random) -> Draft:
        def hide(item: Item) -> Item:
            return replace(item, form=form, place=place or item.place)

        return draft.without("emblem").edit("statement", hide).true(statement="absent")

    return change


def _quoted(draft: Draft, _rng: Random) -> Draft:
    statement = draft.the("statement")
    rule = Item("rule", (Piece(draft.words["rule"].format(statement=statement.text.rstrip("."))),))
    return draft.without("statement", "emblem").add(rule).true(statement="absent")


def _fund_instead(draft: Draft, _rng: Random) -> Draft:
    return draft.without("fund").say("statement", _own(draft, "replaced")).true(statement="deviant")


def _no_union(draft: Draft, _rng: Random) -> Draft:
    kept = " ".join(draft.words["cofunded"].split()[:1])
    return draft.say("statement", kept).true(statement="absent")


def _no_next_generation(draft: Draft, _rng: Random) -> Draft:
    return draft.say("statement", draft.words["funded"]).true(statement="deviant")


def _old_period(draft: Draft, _rng: Random) -> Draft:
    old = {"lv": "Ieguldījums tavā nākotnē", "en": "Investing in your future", "pl": "Inwestujemy w Waszą przyszłość"}
    return draft.say("statement", old[draft.language]).true(statement="absent")


def _split_far(draft: Draft, _rng: Random) -> Draft:
    text = draft.words["cofunded"].split()
    half = len(text) // 2
    first = Item("statement", (Piece(" ".join(text[:half])),), "main")
    last = Item("rest", (Piece(" ".join(text[half:])),), "footer")
    kept = draft.without("statement")
    return replace(kept, items=(first, *kept.items, last)).true(statement="absent")


HTML_HIDING = (
    "display-none", "hidden-parent", "hidden-attribute", "invisible", "zero-size", "comment", "template", "script",
    "style", "noscript", "textarea",
)  # fmt: skip
HEAD_HIDING = ("meta", "open-graph", "json-ld")
DOCX_HIDING = ("vanish", "deleted", "moved-out", "comment", "placeholder-control", "unused-header", "property")

KINDS = [
    Kind("statement cut", CHECK, _cut, HAS, FAILED),
    Kind("statement cut, emblem stays", CHECK, _cut_beside_emblem, with_item("statement", "emblem"), EITHER),
    Kind("statement negated", CHECK, _reworded("negated"), HAS, FAILED),
    Kind("statement abbreviates the Union", CHECK, _reworded("abbreviated"), HAS, FAILED),
    Kind("statement names a fund instead of the Union", CHECK, _fund_instead, HAS, FAILED),
    Kind("statement without the Union", CHECK, _no_union, HAS, EITHER),
    Kind("statement in another language only", CHECK, _other_language, HAS, REVIEW),
    Kind("statement in a picture only", CHECK, _picture, HAS, REVIEW),
    Kind("statement quoted from the rules only", CHECK, _quoted, HAS, REVIEW),
    Kind("statement torn over two ends of the page", CHECK, _split_far,
         lambda d: d.programme.statement == "cofunded" and len(d.words["cofunded"].split()) > 2, EITHER, ("html",)),
    Kind("statement without NextGenerationEU", CHECK, _no_next_generation, lambda d: d.programme.id == "ngeu", EITHER),
    Kind("slogan of the former period instead of the statement", CHECK, _old_period,
         lambda d: d.programme.family == "shared-management" and d.language in {"lv", "en", "pl"}, EITHER),
    *(Kind(f"statement hidden: {form}", CHECK, _formed(form), HAS, EITHER, ("html",)) for form in HTML_HIDING),
    *(Kind(f"statement in metadata only: {form}", CHECK, _formed(form), HAS, REVIEW, ("html",))
      for form in HEAD_HIDING),
    *(Kind(f"statement hidden: {form}", CHECK, _formed(form), HAS, EITHER, ("docx",)) for form in DOCX_HIDING),
    Kind("emblem cut", "emblem", lambda d, _: d.without("emblem"), with_duty("emblem", "emblem"), EITHER),
    Kind("emblem hidden", "emblem", lambda d, _: d.shape("emblem", "display-none"), with_duty("emblem", "emblem"),
         EITHER, ("html",)),
    Kind("emblem of something else", "emblem",
         lambda d, _: d.edit("emblem", lambda i: replace(i, pieces=(Piece("", "img", "sponsors.png"),))),
         with_duty("emblem", "emblem"), EITHER),
]  # fmt: skip
