"""What stands on every page of a site: it makes no page a publication, and counts only for the project it names."""

from typing import Any

from msgspec.structs import replace

from publicity_check.facts.model import Facts
from publicity_check.publication import Publication

_LISTS = ("statements", "links", "project_numbers", "amounts", "rates", "programmes", "funds", "images")


def own_facts(publication: Publication, facts: Facts) -> Facts:
    """Return the facts that stand in the publication itself, not in the furniture of its site."""
    if not publication.furniture:
        return facts
    kept: dict[str, Any] = {
        name: tuple(f for f in getattr(facts, name) if f.span.first not in publication.furniture) for name in _LISTS
    }
    return replace(facts, **kept)


def named_in_furniture(publication: Publication, facts: Facts) -> frozenset[str]:
    """Return the numbers of the projects that the site's furniture names."""
    return frozenset(n.value for n in facts.project_numbers if n.span.first in publication.furniture)
