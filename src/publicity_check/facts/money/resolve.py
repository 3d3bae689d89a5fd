"""The last step: what words leave open is settled by the project nearby and by arithmetic that fits."""

from collections.abc import Sequence

from msgspec.structs import replace

from publicity_check.facts.model import Amount, ProjectNumber, Rate
from publicity_check.facts.money.compare import agree, telling
from publicity_check.publication import Publication


def settle(
    publication: Publication, amounts: Sequence[Amount], rates: Sequence[Rate], numbers: Sequence[ProjectNumber]
) -> tuple[tuple[Amount, ...], tuple[Rate, ...]]:
    """Tie amounts and rates to projects, and give an undecided amount the role of an equal one."""
    tied = [replace(a, project=_project(publication, a.span.first, a.span.start, numbers)) for a in amounts]
    shares = [replace(r, project=_project(publication, r.span.first, r.span.start, numbers)) for r in rates]
    return tuple(_same_figure(a, tied) for a in tied), tuple(shares)


def _project(publication: Publication, block: int, offset: int, numbers: Sequence[ProjectNumber]) -> str | None:
    """Return the number of the project an amount belongs to: the only one, or the nearest before."""
    own = {n.value for n in numbers if n.role == "own"}
    before = [n for n in numbers if (n.span.first, n.span.start) <= (block, offset)]
    beside = [n for n in before if n.span.first == block]
    if beside and (beside[-1].role == "cited" or len(own) > 1):
        return beside[-1].value
    if len(own) == 1:
        return next(iter(own))
    heading = publication.blocks[block].heading if publication.blocks else None
    section = [n for n in before if publication.blocks[n.span.first].heading == heading or n.span.first == heading]
    return section[-1].value if section else None


def _same_figure(amount: Amount, amounts: Sequence[Amount]) -> Amount:
    """Give an amount without a role that of the same figure elsewhere."""
    if amount.share is not None or amount.scope is not None or telling(amount.value) < 4:
        return amount
    for other in amounts:
        if other.share and agree(other, amount) and other.value == amount.value and other.project == amount.project:
            return replace(
                amount,
                scope=other.scope,
                share=other.share,
                fund=other.fund,
                partner=other.partner,
                reasons=("the same figure",),
            )
    return amount
