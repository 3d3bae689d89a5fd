"""What the markup of an element says about the text in it: its region, and how it parts words.

Regions come from tags, ARIA roles and the names that site builders give to footers and sidebars. What hides text is
worked out in :mod:`.style`; here are only the class names by which frameworks hide where their sheet is not at hand.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from publicity_check.publication import Region

Attributes = Mapping[str, str | None]

BREAKING = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main marquee menu nav "
    "object ol optgroup option output p plaintext pre search section select summary table tbody td textarea tfoot th "
    "thead tr ul xmp video audio canvas iframe title text desc foreignObject".split()
)
"""Elements that begin and end a block of text of their own; all others stand inside words."""

DROPPED = frozenset({"script", "style", "template", "-doctype"})
"""Elements without text for a reader."""

_TAGS = {
    "header": Region.HEADER,
    "footer": Region.FOOTER,
    "nav": Region.NAVIGATION,
    "aside": Region.ASIDE,
    "main": Region.MAIN,
}
_ROLES = {
    "banner": Region.HEADER,
    "contentinfo": Region.FOOTER,
    "navigation": Region.NAVIGATION,
    "complementary": Region.ASIDE,
    "main": Region.MAIN,
    "doc-endnotes": Region.FOOTNOTE,
    "doc-footnote": Region.FOOTNOTE,
}
_NAMES = {
    "site-header": Region.HEADER,
    "main-header": Region.HEADER,
    "global-header": Region.HEADER,
    "header": Region.HEADER,
    "masthead": Region.HEADER,
    "nav": Region.NAVIGATION,
    "navbar": Region.NAVIGATION,
    "navigation": Region.NAVIGATION,
    "main-nav": Region.NAVIGATION,
    "main-menu": Region.NAVIGATION,
    "main-navigation": Region.NAVIGATION,
    "site-navigation": Region.NAVIGATION,
    "menu": Region.NAVIGATION,
    "breadcrumb": Region.NAVIGATION,
    "breadcrumbs": Region.NAVIGATION,
    "complementary": Region.ASIDE,
    "footnotes": Region.FOOTNOTE,
    "endnotes": Region.FOOTNOTE,
}
_AFFIXED = re.compile(r"(?:^|[-_]|(?<=\w\w))(?P<footer>footer)(?:$|[-_])|(?:^|[-_])(?P<aside>side-?bar)(?:$|[-_])")
_TELLS_OF_OTHERS = ("no-", "has-", "with-", "without-", "hide-", "no_", "has_")

_UNSEEN_NAMES = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "element-invisible", "screenreader-text"}
)
_SHOWN_WHEN_WIDE = re.compile(r"d-(?:sm|md|lg|xl|xxl)-(?!none)")


@lru_cache(maxsize=4096)
def region_of_names(names: str) -> Region | None:
    """Return the region that a class list or id speaks of, by the habits of site builders.

    >>> region_of_names("wrap site-footer"), region_of_names("has-sidebar"), region_of_names("entry-header")
    (<Region.FOOTER: 'footer'>, None, None)
    """
    for name in names.lower().split():
        if region := _NAMES.get(name):
            return region
        if (found := _AFFIXED.search(name)) and not name.startswith(_TELLS_OF_OTHERS):
            return Region.FOOTER if found["footer"] else Region.ASIDE
    return None


def region_of(tag: str, attributes: Attributes, *, inside_article: bool) -> Region | None:
    """Return the region an element begins, or ``None`` if it begins none.

    The header of an article is a part of the article, not of the site around it.
    """
    if (role := attributes.get("role")) and (region := _ROLES.get(role.strip().lower())):
        return region
    if tag in _TAGS:
        return None if tag == "header" and inside_article else _TAGS[tag]
    if tag in {"body", "html", "article"}:
        return None
    for name in (attributes.get("class"), attributes.get("id"), tag if "-" in tag else None):
        if name and (region := region_of_names(name)):
            return None if region is Region.HEADER and inside_article else region
    return None


_DECLARATION = re.compile(r"(?:^|;)\s*(display|width|height)\s*:\s*([^;]*)")
_URL = re.compile(r"""url\(\s*(?:"([^"]{0,2000}+)"|'([^']{0,2000}+)'|([^()"']{0,2000}+))\s*+\)""", re.IGNORECASE)
_PIXELS = re.compile(r"(\d+(?:\.\d+)?)\s*(?:px)?\s*(?:!important)?$")
_BOXES = ("block", "flex", "grid", "table", "list-item")
_LAID_OUT = ("flex", "grid", "inline-flex", "inline-grid")
_LAID_OUT_NAMES = frozenset({*_LAID_OUT, "d-flex", "d-grid", "d-inline-flex", "d-inline-grid"})
"""Class names of Bootstrap, Tailwind and the like for an element that sets its children apart."""


class Style(msgspec.Struct, frozen=True, gc=False):
    """What an inline style says that matters here."""

    breaks: bool = False
    """Whether an element that stands inside words is made a block."""
    lays_out: bool = False
    """Whether the elements inside are boxes set apart from each other."""
    width: float | None = None
    height: float | None = None


PLAIN = Style()


@lru_cache(maxsize=4096)
def style_of(style: str) -> Style:
    """Read an inline style."""
    said = {name: value.strip() for name, value in _DECLARATION.findall(style.lower())}
    display = said.get("display", "")
    return Style(
        breaks=display.startswith(_BOXES),
        lays_out=display.startswith(_LAID_OUT),
        width=pixels(said.get("width")),
        height=pixels(said.get("height")),
    )


@lru_cache(maxsize=4096)
def pixels(value: str | None) -> float | None:
    """Return a length in CSS pixels; ``None`` if there is none or it is in another unit.

    >>> pixels("120"), pixels("50.5px"), pixels("80%"), pixels(None)
    (120.0, 50.5, None, None)
    """
    found = _PIXELS.match(value.strip()) if value else None
    return float(found[1]) if found else None


def addresses(css: str) -> Iterator[str]:
    """Yield the addresses of the pictures that a piece of CSS names."""
    for found in _URL.finditer(css):
        address = (found[1] or found[2] or found[3] or "").strip()
        if address and not address.startswith(("#", "data:")):
            yield address


@lru_cache(maxsize=4096)
def laid_out_by_name(names: str) -> bool:
    """Say whether a class list is one that by convention sets the elements inside apart.

    >>> laid_out_by_name("row d-flex"), laid_out_by_name("md:inline-flex"), laid_out_by_name("flexible")
    (True, True, False)
    """
    return any(name.rpartition(":")[2] in _LAID_OUT_NAMES for name in names.split())


@lru_cache(maxsize=4096)
def unseen_by_name(names: str) -> bool:
    """Say whether a class list is one that by convention hides from sight.

    >>> unseen_by_name("sr-only"), unseen_by_name("d-none d-md-block"), unseen_by_name("note")
    (True, False, False)
    """
    listed = names.split()
    if not _UNSEEN_NAMES.isdisjoint(listed):
        return True
    return "d-none" in listed and not any(_SHOWN_WHEN_WIDE.match(name) for name in listed)
