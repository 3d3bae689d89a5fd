"""What stands on every page of a site: it makes no page a publication, and counts only for the project it is of."""

from publicity_check.applicability.choose import Judgement
from publicity_check.facts.model import Facts
from publicity_check.publication import Publication


def own_facts(publication: Publication, facts: Facts) -> Facts:
    """Return the facts that stand in the publication itself, not in the furniture of its site."""
    if not publication.furniture:
        return facts
    return facts.only(lambda fact: fact.span.first not in publication.furniture)


def counting_facts(publication: Publication, facts: Facts, judgement: Judgement) -> Facts:
    """Return the facts that count for a project: the furniture's too where it is the project's.

    That is so where the furniture names the project; where it names none, for what the user declared to be of the
    project, or to be judged by rules that he named.
    """
    if not publication.furniture:
        return facts
    named = {n.value for n in facts.project_numbers if n.span.first in publication.furniture}
    own = set(judgement.group.values) if judgement.group is not None else set()
    if judgement.profile is not None:
        own |= {judgement.profile.number, *judgement.profile.numbers}
    declared = judgement.profile is not None or judgement.chosen_by == "user"
    return facts if (named & own) or (declared and not named) else facts.once(own_facts, publication)
