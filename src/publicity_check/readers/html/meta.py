"""Text that a page tells machines: descriptions, keywords, Open Graph, JSON-LD."""

import json
from collections.abc import Iterator

from publicity_check.readers.html.place_marks import unmarked
from publicity_check.readers.html.visibility import Attributes

_TOLD = frozenset(
    "description keywords abstract subject author title dc.title dc.description dc.subject dcterms.description "
    "og:title og:description og:site_name og:image:alt twitter:title twitter:description twitter:image:alt".split()
)
PICTURES = frozenset({"og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"})
"""Names under which a page tells of its picture."""


def meta_name(attributes: Attributes) -> str:
    """Return the name of a ``meta`` element in lower case; "" if it has none."""
    return (attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or "").strip().lower()


def meta_text(attributes: Attributes) -> str:
    """Return the text that a ``meta`` element tells; "" if it tells none."""
    return attributes.get("content") or "" if meta_name(attributes) in _TOLD else ""


def json_ld_texts(source: str) -> Iterator[str]:
    """Yield the texts of a JSON-LD script in their order, each once; none if it is no JSON.

    A text has at least one blank: addresses, dates and type names are none.
    """
    try:
        waiting = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    seen: set[str] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += reversed(list(value.values()))
        elif isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, str) and " " in value.strip() and (text := unmarked(value)) not in seen:
            seen.add(text)
            yield value
