"""What a page shows from elsewhere: its address is all that is known of it."""

from publicity_check.readers.html.visibility import Attributes
from publicity_check.values.message import Message, Quote, Term

_KINDS = {"frame": "frame", "object": "object", "embed": "object"}
_LONGEST_ADDRESS = 200
_COUNTERS = ("www.googletagmanager.com/", "doubleclick.net/", "/recaptcha/")


def embedded(tag: str, attributes: Attributes) -> Message | None:
    """Return what is said of an embedded page, file or object; ``None`` where it shows nothing or only counts."""
    source = (attributes.get("src") or attributes.get("data") or attributes.get("data-src") or "").strip()
    counts = any(counter in source for counter in _COUNTERS) or not _SPECKS.isdisjoint(
        {attributes.get("width"), attributes.get("height")}
    )
    if counts or source.startswith(("about:", "javascript:")) or not (source or "srcdoc" in attributes):
        return None
    pdf = source.lower().partition("?")[0].partition("#")[0].endswith(".pdf")
    what = Term("embedded", "pdf" if pdf else _KINDS.get(tag, "page"))
    return Message("unread-embedded", {"what": what, "address": _address(source)})


def _address(source: str) -> Quote | Term:
    if not source or source.startswith("data:"):
        return Term("embedded", "inside" if source else "nowhere")
    return Quote(source if len(source) <= _LONGEST_ADDRESS else source[:_LONGEST_ADDRESS] + "…")


_SPECKS = frozenset({"0", "1"})
"""Sizes in which nothing is seen."""
