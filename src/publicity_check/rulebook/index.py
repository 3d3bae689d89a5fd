"""What points to which pack: sites, wordings and funds, looked up at once however many packs there are."""

from collections.abc import Mapping
from functools import cache

import msgspec

from publicity_check.rulebook import Rulebook

_PAID_THROUGH = {"NGEU": "RRF"}
"""NextGenerationEU is an instrument whose money reaches projects through the Recovery and Resilience Facility."""


class Pointers(msgspec.Struct, frozen=True, eq=False):
    """The packs that a site, a wording or a fund points to, by id.

    A wording points to the packs that call it their own, and to the frameworks that ask for it. A fund points to the
    packs that say so (``by_fund``).
    """

    sites: Mapping[str, tuple[str, ...]]
    wordings: Mapping[str, tuple[str, ...]]
    funds: Mapping[str, tuple[str, ...]]
    families: Mapping[str, frozenset[str]]
    """All packs of each family."""
    family: Mapping[str, str]
    portals: frozenset[str]
    lineages: Mapping[str, frozenset[str]]
    """Each pack with all that it extends."""

    def of_site(self, host: str) -> tuple[str, ...]:
        """Return the packs whose present or former site a host is, or is part of; the nearest site decides."""
        labels = host.split(".")
        for start in range(len(labels) - 1):
            found = self.sites.get(".".join(labels[start:]))
            if found:
                return found
        return ()

    def family_of_site(self, host: str) -> frozenset[str]:
        """Return the packs of all periods to whose programme a site belongs: a site outlives its period."""
        return frozenset(p for pack in self.of_site(host) for p in self.families[self.family[pack]])

    def is_portal(self, host: str) -> bool:
        """Say whether a site shows all funds of a country."""
        labels = host.removeprefix("www.").split(".")
        return any(".".join(labels[start:]) in self.portals for start in range(len(labels) - 1))


@cache
def pointers(rulebook: Rulebook) -> Pointers:
    """Return the pointers of a rulebook; they are made once."""
    sites: dict[str, list[str]] = {}
    wordings: dict[str, list[str]] = {}
    funds: dict[str, list[str]] = {}
    for pack in rulebook.packs.values():
        for host in dict.fromkeys((*pack.hosts, *pack.former_hosts)):
            sites.setdefault(host.removeprefix("www."), []).append(pack.id)
        asked = (w for r in pack.requirement for w in r.wordings) if pack.framework else ()
        for wording in dict.fromkeys((*pack.wordings, *asked)):
            wordings.setdefault(wording, []).append(pack.id)
        for fund in pack.funds if pack.by_fund else ():
            funds.setdefault(fund, []).append(pack.id)
    for alias, fund in _PAID_THROUGH.items():
        funds.setdefault(alias, funds.get(fund, []))
    families: dict[str, set[str]] = {}
    for pack in rulebook.packs.values():
        families.setdefault(pack.family, set()).add(pack.id)
    sites_, wordings_, funds_ = ({k: tuple(v) for k, v in found.items()} for found in (sites, wordings, funds))
    return Pointers(
        sites_,
        wordings_,
        funds_,
        families={family: frozenset(packs) for family, packs in families.items()},
        family={pack.id: pack.family for pack in rulebook.packs.values()},
        portals=frozenset(rulebook.institutions.portals),
        lineages={p.id: frozenset(member.id for member in rulebook.lineage(p)) for p in rulebook.packs.values()},
    )
