"""What points to which pack: sites, wordings and funds, looked up at once however many packs there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from publicity_check.rulebook import Rulebook


@dataclass(frozen=True, eq=False)
class Pointers:
    """The packs that a site, a wording or a fund points to, by id."""

    sites: Mapping[str, tuple[str, ...]]
    wordings: Mapping[str, tuple[str, ...]]
    funds: Mapping[str, tuple[str, ...]]

    def of_site(self, host: str) -> tuple[str, ...]:
        """Return the packs whose present or former site a host is, or is part of; the nearest site decides."""
        labels = host.split(".")
        for start in range(len(labels) - 1):
            found = self.sites.get(".".join(labels[start:]))
            if found:
                return found
        return ()


@cache
def pointers(rulebook: Rulebook) -> Pointers:
    """Return the pointers of a rulebook; they are made once."""
    sites: dict[str, list[str]] = {}
    wordings: dict[str, list[str]] = {}
    funds: dict[str, list[str]] = {}
    for pack in rulebook.packs.values():
        for host in dict.fromkeys((*pack.hosts, *pack.former_hosts)):
            sites.setdefault(host.removeprefix("www."), []).append(pack.id)
        for wording in dict.fromkeys((*pack.wordings, *(w for r in pack.requirement for w in r.wordings))):
            wordings.setdefault(wording, []).append(pack.id)
        if len(pack.funds) == 1 and not pack.numbers and not pack.hosts:
            funds.setdefault(pack.funds[0], []).append(pack.id)
    return Pointers(*({k: tuple(v) for k, v in found.items()} for found in (sites, wordings, funds)))
