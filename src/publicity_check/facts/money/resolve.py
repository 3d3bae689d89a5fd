"""The last step: what words leave open is settled by the project nearby and by arithmetic that fits."""

from collections.abc import Sequence

from msgspec.structs import replace

from publicity_check.facts.model import Amount, Rate
from publicity_check.facts.money.compare import agree, telling
from publicity_check.facts.money.projects import Projects

Settled = tuple[tuple[Amount, ...], tuple[Rate, ...]]


def settle(amounts: Sequence[Amount], rates: Sequence[Rate], projects: Projects) -> Settled:
    """Tie amounts and rates to projects, and give an undecided amount the role of an equal one."""
    tied = [replace(a, project=projects.of(a.span)) for a in amounts]
    shares = [replace(r, project=projects.of(r.span)) for r in rates]
    return tuple(_same_figure(a, tied) for a in tied), tuple(shares)


def _same_figure(amount: Amount, amounts: Sequence[Amount]) -> Amount:
    """Give an amount without a role that of the same figure elsewhere."""
    if amount.scope is not None or telling(amount.value) < 4:
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
