"""Pages with one text in them that may be hidden, in every way that was thought of.

Which of them hide is not said here: a browser draws each, and the pixels tell.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec

MARK = "pqpqpqpqpqpq"
"""The text in question. Drawn with its letters exchanged it takes the same room and other pixels."""


class Case(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A page and the files beside it; ``seen`` tells what a browser showed of the text."""

    name: str
    page: str
    files: dict[str, str] = {}
    seen: bool | None = None


def cases() -> Iterator[Case]:
    """Yield all cases."""
    told = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))
    for style in told["style"].split("\n"):
        yield from _case("style", style, f"<div><p style='{style}'>{MARK}</p></div>")
    for style in told["span"].split("\n"):
        yield from _case("span", style, f"<p>x <span style='{style}'>{MARK}</span> y</p>")
    for rule in told["rule"].split("\n"):
        body = f"<div class=f><p class='z y' id=z data-n=1>{MARK}</p></div>"
        yield from _case("rule", rule, body, f"<style>{rule}</style>")
    for body in told["body"].split("\n"):
        yield from _case("body", body, body.replace("=M>", f"={MARK}>").replace(">M<", f">{MARK}<"))
    for head in told["head"].split("\n"):
        yield from _case("head", head, f"<p class=z>{MARK}</p>", head, told["files"])


def _case(kind: str, name: str, body: str, head: str = "", files: dict[str, str] | None = None) -> Iterator[Case]:
    if name:
        page = (
            f"<!doctype html><html lang=en><head><meta charset=utf-8><title>t</title>{head}</head>"
            f"<body><h1>Library</h1>{body}<p>Opening hours: nine to five.</p></body></html>"
        )
        yield Case(name=f"{kind} {name}", page=page, files=files or {})
