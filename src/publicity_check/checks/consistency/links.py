"""Do links lead where the publication says: to its own project in a register, to its own programme's site?"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from publicity_check.applicability.projects import one_slip_apart
from publicity_check.checks.consistency.numbers import whole_numbers
from publicity_check.checks.interface import Case
from publicity_check.facts.model import LinkFact
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.index import pointers
from publicity_check.values.hosts import host_within, resembles
from publicity_check.values.message import Values


def other_number(case: Case) -> Iterator[Finding]:
    """Yield a link to another number in a public register of projects: near the project's, or beside it.

    A number that the publication names is one it may link to; one far from the project's may be another project.
    """
    known = {n.value for n in case.everything.project_numbers}
    numbers = whole_numbers(case)
    for link in case.facts.links:
        linked, kinds = _registered(case, link)
        if not linked or linked in known:
            continue
        alike = [n for n in numbers if n.kind in kinds and len(n.value) == len(linked)]
        near = next((n for n in alike if one_slip_apart(n.value, linked)), None)
        beside = next((n for n in alike if n.span.first == link.span.first), None) if link.visible else None
        number = near or beside
        if number is not None:
            yield Finding(
                Outcome.FAILED if near else Outcome.NEEDS_REVIEW,
                "number-link-differs",
                Kind.CONFLICTING if near else None,
                {"number": number.value, "linked": linked, "site": link.host},
                case.evidence(number.span, link.span),
            )


def _registered(case: Case, link: LinkFact) -> tuple[str, tuple[str, ...]]:
    """Return the number of a project in an address of a public register, and the kinds that it may be of."""
    for register in case.rulebook.institutions.register:
        if host_within(link.host, register.host) and (match := re.search(register.pattern, unquote(link.target))):
            return match[1], register.kinds
    return "", ()


def mistyped_site(case: Case) -> Iterator[Finding]:
    """Yield an address that looks like the site of the project's programme and is no site that is known.

    The same name with another ending may be an honest site, of an agency or a partner: only a person can tell.
    """
    known = pointers(case.rulebook)
    hosts = dict.fromkeys(h for pack in case.packs[:1] for h in (*pack.hosts, *pack.former_hosts))
    told: set[str] = set()
    for link in case.facts.links if len(case.packs) == 1 else ():
        if not link.visible or link.host in told or known.of_site(link.host):
            continue
        meant = next((h for h in hosts if resembles(link.host, h)), None)
        if meant is None:
            continue
        told.add(link.host)
        sure = link.host.rpartition(".")[2] == meant.rpartition(".")[2] or f".{meant}." in f".{link.host}."
        values: Values = {"found": link.host, "site": meant}
        yield Finding(
            Outcome.FAILED if sure else Outcome.NEEDS_REVIEW,
            "link-mistyped" if sure else "link-perhaps-mistyped",
            Kind.INCORRECT if sure else None,
            values,
            case.evidence(link.span),
            suggestion=meant if sure else None,
        )
