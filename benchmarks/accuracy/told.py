"""Publications of EU-funded projects that say so in words of their own, or in a picture alone."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.accuracy import drafts
from benchmarks.accuracy.document import Draft, Item, Piece, Truth
from benchmarks.accuracy.kinds import EITHER, Kind, always
from benchmarks.accuracy.texts import Words, programmes, words

HERE = Path(__file__).parent / "told"
CHECK = "funding-statement"


@dataclass(frozen=True)
class Told:
    """A way of telling. ``sound``: the statement is as good as the prescribed one, and its check must not fail.

    Elsewhere the statement is none that a programme prescribes, so its check must not pass. ``picture`` is the file
    name of a picture that shows the statement, ``described`` whether its description says so.
    """

    name: str
    statement: str = "deviant"
    sound: bool = False
    text: str = ""
    picture: str = ""
    described: bool = False


KINDS = (
    Told("programme-project"),
    Told("framework"),
    Told("recovery-plan"),
    Told("fund"),
    Told("money"),
    Told("support"),
    Told("active", "present", sound=True),
    Told("horizon", "present", sound=True),
    Told("described-picture", "image-only", text="alone", picture="bar-2.png", described=True),
    Told("named-picture", "image-only", text="alone", picture="co-funded-by-the-eu.png"),
)


@cache
def texts() -> dict[str, dict[str, Any]]:
    """Return the texts of each language, by code and kind."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(HERE.glob("*.toml"))}


def generate(seed: int, languages: tuple[str, ...]) -> Iterator[tuple[str, Kind, Draft]]:
    """Yield every kind in each of these languages and both formats: an id, the kind and the draft."""
    for told in KINDS:
        name = f"told in other words: {told.name}"
        if told.sound:
            kind = Kind(name, "", lambda draft, _: draft, always, (), watched=CHECK)
        else:
            kind = Kind(name, CHECK, lambda draft, _: draft, always, EITHER)
        for code in languages:
            for fmt in ("html", "docx"):
                rng = Random(f"{seed}/{told.name}/{code}/{fmt}")
                yield f"f-{told.name}-{code}", kind, _draft(code, told, fmt, rng)


def _draft(code: str, told: Told, fmt: str, rng: Random) -> Draft:
    said, site = texts()[code], words()[code]
    title, text = said[told.text or told.name]["title"], said[told.text or told.name]["text"]
    items = [Item("title", (Piece(title),), form="h1"), Item("text", (Piece(text),))]
    items += [Item("nav", (Piece(name),), "nav", "li") for name in site.many("nav")]
    if told.picture:
        alt = said["picture"]["alt"] if told.described else ""
        items.append(Item("picture", (Piece(alt, "img", told.picture),), "footer", "image"))
    items.append(Item("contact", (Piece(site["contact"]),), "footer"))
    return Draft(
        Words(code, {**site.by_name, "title": title}),
        programmes()["erdf"],
        rng.choice(drafts.LAYOUTS[fmt]),
        fmt,
        tuple(items),
        Truth(statement=told.statement, disclaimer="", numbers=frozenset({"847291"} if "847291" in text else ())),
        declared=code,
    )
