"""Publications that are in order: what each programme's beneficiaries would publish, in any language."""

import re
from decimal import ROUND_DOWN, Decimal
from random import Random

from benchmarks.accuracy.document import Draft, Item, Piece, Sum, Truth
from benchmarks.accuracy.texts import Programme, Words, programmes, words

LAYOUTS = {"html": ("municipal", "university", "newsletter"), "docx": ("press-release",)}
COUNTRY = {"en": "IE", "sv": "SE", "da": "DK", "el": "EL", "et": "EE", "cs": "CZ", "sl": "SI", "ga": "IE"}


def money(value: Decimal, style: str, blank: str = " ") -> str:
    """Write a sum with two decimals in a number style: "blank-comma", "point-comma", "comma-point"."""
    thousands, decimals = {"blank-comma": (blank, ","), "point-comma": (".", ","), "comma-point": (",", ".")}[style]
    whole, cents = f"{value:,.2f}".split(".")
    return whole.replace(",", thousands) + decimals + cents


def euro(draft_words: Words, value: Decimal) -> str:
    """Write a sum in euro as is usual in a language."""
    figure = money(value, draft_words["number_style"])
    return f"€{figure}" if draft_words["number_style"] == "comma-point" else f"{figure} EUR"


def percent(draft_words: Words, rate: int | str) -> str:
    """Write a rate as is usual in a language."""
    return f"{rate}%" if draft_words["number_style"] == "comma-point" else f"{rate} %"


def clean(programme_id: str, language: str, fmt: str, rng: Random, *, long: bool = False) -> Draft:
    """Return a publication in order."""
    text, programme = words()[language], programmes()[programme_id]
    own = programme.own.get(language, {})
    name = own.get("name", programme.name)
    number = _number(programme, language, rng)
    rate = rng.choice(programme.rates) if programme.rates else 0
    total = Decimal(rng.randrange(9_000_000, 98_000_000)) / 100
    share = (total * rate / 100).quantize(Decimal("0.01"), ROUND_DOWN)
    fund = text["esf"] if programme.fund == "esf" else ""
    items = _story(text, name, number, fund, rate, total, share, rng, long=long)
    if programme.fund == "erdf" and not rate:
        items.append(_item("fund", text["fund"]))
    items += _footer(text, programme, own)
    sums = (Sum(total, "total"), Sum(share, "eu")) if rate else ()
    return Draft(
        words=text,
        programme=programme,
        layout=rng.choice(LAYOUTS[fmt]),
        format=fmt,
        items=tuple(items),
        truth=Truth(
            disclaimer="present" if own or programme.disclaimer else "absent",
            numbers=frozenset({number} if number else ()),
            programme_link=bool(programme.host),
            europa_link=bool(own),
            sums=sums,
        ),
        number=number,
        total=total,
        share=share,
        rate=rate,
        declared=language,
    )


def unfunded(language: str, fmt: str, rng: Random, *, long: bool = False) -> Draft:
    """Return a publication that has nothing to do with EU money but speaks of the Union."""
    text = words()[language]
    items = [*_opening(text, long=long), _item("about", text["about"])]
    items.append(_item("ticket", text["ticket"].format(price=euro(text, Decimal(rng.randrange(500, 3000)) / 100))))
    items += [_item("nav", name, "nav", "li") for name in text.many("nav")]
    items.append(_item("contact", text["contact"], "footer"))
    truth = Truth(funded=False, statement="absent")
    layout = rng.choice(LAYOUTS[fmt])
    return Draft(text, programmes()["erdf"], layout, fmt, tuple(items), truth, declared=language)


def _item(role: str, text: str, place: str = "main", form: str = "p") -> Item:
    return Item(role, (Piece(text),), place, form)


def _number(programme: Programme, language: str, rng: Random) -> str:
    drawn = rng.randrange(101, 490)
    country = COUNTRY.get(language, language.upper())
    return programme.number.format(drawn if programme.own else 10_000 + drawn * 97, country=country)


def _opening(text: Words, *, long: bool) -> list[Item]:
    body = text.many("body") * (3 if long else 1)
    return [
        _item("title", text["title"], form="h1"),
        _item("lead", text["lead"]),
        *(_item("body", paragraph) for paragraph in body),
    ]


def _story(
    text: Words,
    name: str,
    number: str,
    fund: str,
    rate: int,
    total: Decimal,
    share: Decimal,
    rng: Random,
    *,
    long: bool,
) -> list[Item]:
    acronym = rng.choice(("GreenRoom", "ReadOn", "BookBridge"))
    project = text["project"] if number else re.sub(r",[^,{]*\{number\}", "", text["project"])
    said = project.format(acronym=acronym, number=number)
    items = _opening(text, long=long)
    items.append(_item("project", f"{said.removesuffix('.')} ({fund})." if fund else said))
    if name:
        items.append(_item("programme", text["programme"].format(programme=name)))
    if number.startswith("1010"):
        items.append(_item("grant", text["grant"].format(number=number)))
    if rate:
        figures = {"total": euro(text, total), "eu": euro(text, share), "rate": percent(text, rate)}
        items.append(_item("budget", text["budget"].format(**figures)))
    if number:
        items.append(_item("again", text["again"].format(number=number)))
    items.append(_item("ticket", text["ticket"].format(price=euro(text, Decimal(rng.randrange(500, 3000)) / 100))))
    if rate:
        items.append(_item("repeat", text["repeat"].format(total=euro(text, total)), "aside"))
    items += [_item("nav", entry, "nav", "li") for entry in text.many("nav")]
    return items


def _footer(text: Words, programme: Programme, own: dict[str, str]) -> list[Item]:
    items = [Item("emblem", (Piece(text["emblem"], "img", "eu-emblem.png"),), "footer", "image")]
    items.append(_item("statement", own.get("statement") or _statement(programme, text), "footer"))
    if own:
        items.append(_item("disclaimer", own["first"].format(**own) + own["second"], "footer"))
    elif programme.disclaimer:
        items.append(_item("disclaimer", text.disclaimer, "footer"))
    if programme.host:
        items.append(_link("programme-link", text["site"], f"www.{programme.host}"))
    if own:
        items.append(_link("europa-link", text["europa"], "www.europa.eu"))
    return [*items, _item("contact", text["contact"], "footer")]


def _statement(programme: Programme, text: Words) -> str:
    if programme.statement == "ngeu":
        return f"{text['funded']} – NextGenerationEU"
    return text[programme.statement]


def _link(role: str, label: str, shown: str) -> Item:
    return Item(role, (Piece(f"{label}: "), Piece(shown, "a", f"https://{shown}/")), "footer")
