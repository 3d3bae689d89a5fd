"""Links to the project's own site, held against the project profile."""

from collections.abc import Iterator, Mapping

from publicity_check.checks.interface import Case
from publicity_check.facts.model import LinkFact
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.values.hosts import host_of, host_within, resembles
from publicity_check.values.message import Value


def check_site(case: Case) -> Iterator[Finding]:
    """Yield links that show the project's declared site or look like it, but lead elsewhere."""
    site = host_of(case.profile.site).removeprefix("www.") if case.profile else ""
    if not site:
        return
    for link in case.facts.links:
        if not link.visible or host_within(link.host, site):
            continue
        values = {"found": link.host, "site": site}
        if link.shown_host and host_within(link.shown_host, site):
            yield _conflict(case, "site-disagrees", values, link, site)
        elif resembles(link.host, site):
            yield _conflict(case, "site-mistyped", values, link, site)


def _conflict(case: Case, code: str, values: Mapping[str, Value], link: LinkFact, site: str) -> Finding:
    return Finding(Outcome.FAILED, code, Kind.CONFLICTING, values, case.evidence(link.span), suggestion=site)
