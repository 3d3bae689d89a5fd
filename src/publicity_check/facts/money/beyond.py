"""Which figures of a reading were not held against all others: those of accounts and lists that are too long for it."""

from collections.abc import Sequence

from publicity_check.facts.money.claims import MOST_COMPARED
from publicity_check.facts.money.figures import by_group
from publicity_check.facts.money.ledger import books, different
from publicity_check.facts.money.near import MOST_TRIED, compared_exactly
from publicity_check.facts.money.relations import MOST_NEIGHBOURS, MOST_PAIRS
from publicity_check.facts.money.roles import ROLES, Problem


def beyond(problem: Problem, roles: Sequence[int]) -> list[int]:
    """Return the figures of the project and its partners that were not compared with all others of theirs, in order.

    In an account those beyond the first of a bound, what is given again left out; in a list or table of more figures
    than are tried pair by pair all; and all where so many rates stand among so many figures that each was held against
    those of its own list alone.
    """
    inside = [i for i, role in enumerate(roles) if ROLES[role].scope in {"project", "partner"}]
    if len(problem.figures) * len(problem.percents) > MOST_PAIRS:
        return inside
    if len(problem.figures) <= min(MOST_COMPARED, MOST_NEIGHBOURS, MOST_TRIED):
        return []
    found = {i for book in books(problem, roles) for i in different(problem, roles, book.members)[MOST_COMPARED:]}
    figures = problem.figures
    found.update(set(inside).intersection(compared_exactly(figures)[MOST_TRIED:]))
    for members in by_group(figures).values():
        if len({(figures[i].value, figures[i].currency) for i in members}) > MOST_NEIGHBOURS:
            found.update(set(inside).intersection(members))
    return sorted(found)
