"""What stands on every page of a site: it makes no page a publication, and counts only for the project it names."""

from publicity_check.facts.model import Facts
from publicity_check.publication import Publication


def own_facts(publication: Publication, facts: Facts) -> Facts:
    """Return the facts that stand in the publication itself, not in the furniture of its site."""
    if not publication.furniture:
        return facts
    return facts.only(lambda fact: fact.span.first not in publication.furniture)


def named_in_furniture(publication: Publication, facts: Facts) -> frozenset[str]:
    """Return the numbers of the projects that the site's furniture names."""
    return frozenset(n.value for n in facts.project_numbers if n.span.first in publication.furniture)
