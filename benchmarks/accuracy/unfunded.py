"""Publications that have nothing to do with a project of EU money and use the same words: news, notices, terms."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.accuracy import drafts
from benchmarks.accuracy.document import Draft, Item, Piece, Truth
from benchmarks.accuracy.kinds import Kind, always
from benchmarks.accuracy.texts import Words, programmes, words

HERE = Path(__file__).parent / "unfunded"
NOTHING = ("inapplicable",)
PERHAPS = ("inapplicable", "needs_review")


@dataclass(frozen=True)
class Unfunded:
    """A kind of such publications. ``outcomes`` are those of the whole publication that a careful reader accepts.

    Where a reader would ask whose money it is (a page about somebody else's grant, a past project in a list), to be
    asked is right as well; to be failed never is.
    """

    name: str
    outcomes: tuple[str, ...] = NOTHING


KINDS = (
    Unfunded("politics"),
    Unfunded("other-grant", PERHAPS),
    Unfunded("institution", PERHAPS),
    Unfunded("call", PERHAPS),
    Unfunded("how-to", PERHAPS),
    Unfunded("tender"),
    Unfunded("eea-grants"),
    Unfunded("state-aid"),
    Unfunded("national"),
    Unfunded("privacy"),
    Unfunded("europe-direct"),
    Unfunded("football"),
    Unfunded("capital-of-culture"),
    Unfunded("job"),
    Unfunded("product"),
    Unfunded("cv", PERHAPS),
    Unfunded("dispute"),
    Unfunded("languages"),
    Unfunded("twin-town"),
    Unfunded("election"),
    Unfunded("loan"),
    Unfunded("rejected", PERHAPS),
    Unfunded("farmers"),
    Unfunded("statistics"),
)


@cache
def texts() -> dict[str, dict[str, Any]]:
    """Return the texts of each language, by code and kind."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(HERE.glob("*.toml"))}


def generate(seed: int, languages: tuple[str, ...]) -> Iterator[tuple[str, Kind, Draft]]:
    """Yield every kind in those of these languages that have it, and both formats: an id, the kind and the draft."""
    for kind in KINDS:
        known = Kind(f"no EU project: {kind.name}", "", lambda draft, _: draft, always, kind.outcomes)
        for code in (code for code in languages if kind.name in texts()[code]):
            for fmt in ("html", "docx"):
                rng = Random(f"{seed}/{kind.name}/{code}/{fmt}")
                yield f"u-{kind.name}-{code}", known, draft(code, texts()[code][kind.name], fmt, rng, kind.outcomes)


def draft(code: str, said: dict[str, Any], fmt: str, rng: Random, outcomes: tuple[str, ...]) -> Draft:
    """Return one such publication: its text, perhaps a link and pictures, and what surrounds it on the site."""
    site = words()[code]
    text = Words(code, {**site.by_name, "title": said["title"]})
    items = [Item("title", (Piece(said["title"]),), form="h1")]
    items += [Item("text", (Piece(paragraph),)) for paragraph in said["text"]]
    items += [Item("teaser", (Piece(site[name]),), "aside", form) for name, form in (("title", "h2"), ("lead", "p"))]
    items += [Item("nav", (Piece(name),), "nav", "li") for name in site.many("nav")]
    items += [Item("picture", (Piece("", "img", name),), "footer", "image") for name in said.get("images", ())]
    for link in said.get("links", ()):
        label = link.removeprefix("https://").rstrip("/")
        items.append(Item("link", (Piece(label, "a", link),), rng.choice(("main", "footer"))))
    items.append(Item("contact", (Piece(site["contact"]),), "footer"))
    truth = Truth(
        funded=None if outcomes == PERHAPS else False,
        statement="",
        disclaimer="absent",
        sums=None,
        europa_link=any("europa.eu" in link for link in said.get("links", ())),
    )
    layout = rng.choice(drafts.LAYOUTS[fmt])
    return Draft(text, programmes()["erdf"], layout, fmt, tuple(items), truth, declared=code)
