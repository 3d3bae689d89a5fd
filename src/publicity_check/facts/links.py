"""Links: hyperlinks and addresses that stand in the text."""

import re
from collections.abc import Iterator

from publicity_check.facts.model import LinkFact
from publicity_check.publication import Block, Link, Publication, Region, Span
from publicity_check.rulebook import Rulebook
from publicity_check.text.words import INVISIBLE
from publicity_check.values.hosts import host_of, readable

_ENDINGS = (
    "eu lv lt ee fi se dk de at be bg cy cz el gr es fr hr hu ie it lu mt nl pl pt ro si sk uk no is ch "
    "com org net info int edu gov europa cat scot wales"
)
_ANCHOR = re.compile(rf"://|\bwww\.|(?<=\w)\.(?:{'|'.join(_ENDINGS.split())})(?![\w-])", re.IGNORECASE)
"""What an address in the text cannot do without; the rest is looked at only around it."""
_POINT_AND_LETTER = re.compile(r"\.[^\W\d_]")

_SCHEME = re.compile(r"(?:https?|ftp)://[^\s<>\"«»“”„]+", re.IGNORECASE)
_BARE = re.compile(rf"(?:www\. ?)?(?:[\w-]++\.)+(?:{'|'.join(_ENDINGS.split())})(?![\w-])(?!\.\w)", re.IGNORECASE)
_WWW = re.compile(r"www\. ?(?:[\w-]++\.)+[^\W\d_]{2,}(?![\w-])", re.IGNORECASE)
_REST = re.compile(r"(?::\d+)?(?:/[^\s<>\"«»“”„]*)?")
"""Port and path behind a host."""
_TRAILING = ".,;:!?'’)]}*…"
_UNSEEN = frozenset(f"{INVISIBLE} \u00a0\t\n")
"""What a link may be made of of which nothing is seen."""
_NO_TEXT = frozenset({Region.METADATA, Region.COMMENT})
_SHORTEST_NAME = 2
_LONGEST = 260
"""Characters before the ending of a host that may belong to it: hosts have at most 253."""


class LinkFinder:
    """Finds the links of publications."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Take a rulebook for likeness with the other finders; links are found without rules."""

    def find(self, publication: Publication) -> tuple[LinkFact, ...]:
        """Return hyperlinks to other hosts and addresses written as text, in the order of the publication.

        An address that is the text of a hyperlink is the hyperlink's ``shown_host`` and no link of its own.
        """
        found = [fact for link in publication.links if (fact := _hyperlink(publication, link)) is not None]
        covered: dict[int, list[tuple[int, int]]] = {}
        for link in publication.links:
            if link.span is not None:
                for index in range(link.span.first, link.span.last + 1):
                    start = link.span.start if index == link.span.first else 0
                    end = link.span.end if index == link.span.last else len(publication.blocks[index].text)
                    covered.setdefault(index, []).append((start, end))
        for block in publication.blocks:
            if block.region not in _NO_TEXT and "." in block.text:
                found += _written(block, covered.get(block.index, []))
        return tuple(sorted(found, key=lambda f: (f.span.first, f.span.start)))


def addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, host) of every address in a text; e-mail addresses are none.

    >>> list(addresses("See www.latlit.eu, or https://europa.eu."))
    [(4, 17, 'www.latlit.eu'), (22, 39, 'europa.eu')]
    """
    if not (_POINT_AND_LETTER.search(text) or "://" in text or "www." in text.lower()):
        return
    done = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < done:
            continue
        place = _address(text, done, anchor)
        if place is None:
            continue
        begin, end = place[0], place[0] + len(text[place[0] : place[1]].rstrip(_TRAILING))
        done = end
        written = text[begin:end].replace(" ", "")
        host = host_of(written) if "://" in written else readable(re.split(r"[/:]", written, maxsplit=1)[0])
        if "." in host and text[begin - 1 : begin] != "@" and "@" not in text[begin:end].partition("/")[0]:
            yield begin, end, host


def _address(text: str, done: int, anchor: re.Match[str]) -> tuple[int, int] | None:
    """Return where the address around an anchor begins and ends; nothing before ``done`` belongs to it."""
    start, low = anchor.start(), max(done, anchor.start() - _LONGEST)
    if anchor[0] == "://":
        while start > low and text[start - 1].isalpha():
            start -= 1
        whole = _SCHEME.search(text, start, anchor.end() + 1)
        match = _SCHEME.match(text, whole.start()) if whole else None
        return match.span() if match else None
    www = anchor[0].lower() == "www."
    while not www and start > low and (text[start - 1].isalnum() or text[start - 1] in "._-"):
        start -= 1
    while text[start : start + 1] in (".", "-"):
        start += 1
    match = (_WWW if www else _BARE).match(text, start, anchor.end() + _LONGEST)
    if match is None or match.end() < anchor.end():
        return None
    name = text[start : anchor.start()].rpartition(".")[2]
    if not www and (len(name) < _SHORTEST_NAME or name.isdigit() or not (anchor[0].islower() or match[0].isupper())):
        return None
    rest = _REST.match(text, match.end())
    return start, rest.end() if rest else match.end()


def _hyperlink(publication: Publication, link: Link) -> LinkFact | None:
    host = host_of(link.target)
    if not host:
        return None
    span = link.span if link.span is not None else Span.within(link.block, 0, 0)
    shown = next((h for _, _, h in addresses(link.text)), None)
    seen = link.visible and not (link.text and set(link.text) <= _UNSEEN)
    visible = seen and publication.blocks[span.first].region.visible
    if link.span is None:
        visible = link.visible
    return LinkFact(link.target.strip(), host, link.text, span, clickable=True, visible=visible, shown_host=shown)


def _written(block: Block, covered: list[tuple[int, int]]) -> Iterator[LinkFact]:
    for start, end, host in addresses(block.text):
        if any(start < stop and end > begin for begin, stop in covered):
            continue
        text = block.text[start:end]
        span = Span.within(block.index, start, end)
        yield LinkFact(text, host, text, span, clickable=False, visible=block.region.visible, shown_host=host)
