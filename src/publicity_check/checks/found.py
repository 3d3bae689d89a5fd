"""What a publication holds of an element, whether or not it is asked for."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType

from publicity_check.checks.interface import Case
from publicity_check.checks.names.slogan import slogans_of
from publicity_check.publication import Span
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.common import CheckName
from publicity_check.values.hosts import host_within

_FEW = 3
"""So many places of one element are shown."""


def found_of(check: CheckName, case: Case) -> tuple[Span, ...]:
    """Return the first places at which readers see something of the element that a check is about."""
    find = _FIND.get(check)
    return tuple(dict.fromkeys(find(case)))[:_FEW] if find else ()


def _statements(check: CheckName) -> Callable[[Case], Iterable[Span]]:
    def find(case: Case) -> Iterable[Span]:
        said = (s.span for s in case.facts.statements if s.part == check)
        return (span for span in said if case.publication.blocks[span.first].region.visible)

    return find


def _slogans(case: Case) -> Iterable[Span]:
    duties = [duty for _, duty in case.rulebook.requirements(case.pack) if duty.check == "slogan"]
    return (span for duty in duties for span in slogans_of(case, duty))


def _numbers(case: Case) -> Iterable[Span]:
    return (n.span for n in case.facts.project_numbers if n.role == "own" and n.visible)


def _amounts(case: Case) -> Iterable[Span]:
    return (a.span for a in case.facts.amounts if a.scope == "project" and a.visible)


def _emblems(case: Case) -> Iterable[Span]:
    roles = ("emblem", "funding-logo")
    return (i.span for i in case.facts.images if i.role in roles and case.publication.images[i.image].visible)


def _links(case: Case, hosts: Iterable[str]) -> Iterable[Span]:
    known = tuple(hosts)
    return (k.span for k in case.facts.links if k.visible and any(host_within(k.host, host) for host in known))


@cache
def _hosts_of_the_union(rulebook: Rulebook) -> tuple[str, ...]:
    duties = (duty for pack in rulebook.packs.values() for duty in pack.requirement if duty.check == "eu-link")
    return tuple(dict.fromkeys(host for duty in duties for host in duty.hosts))


_FIND: Mapping[CheckName, Callable[[Case], Iterable[Span]]] = MappingProxyType(
    {
        "funding-statement": _statements("funding-statement"),
        "disclaimer": _statements("disclaimer"),
        "slogan": _slogans,
        "programme-name": lambda case: (m.span for m in case.facts.programmes if m.visible),
        "fund-name": lambda case: (m.span for m in case.facts.funds if m.visible),
        "programme-link": lambda case: _links(case, (*case.pack.hosts, *case.pack.former_hosts)),
        "eu-link": lambda case: _links(case, _hosts_of_the_union(case.rulebook)),
        "project-number": _numbers,
        "budget": _amounts,
        "emblem": _emblems,
    }
)
"""What is found of each element; the language of a text is no element of it."""
