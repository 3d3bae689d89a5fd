"""How a link that has to be there is judged: shared by the checks of the programme's link and the Union's."""

from collections.abc import Iterator, Sequence

from publicity_check.checks.interface import Case
from publicity_check.facts.model import LinkFact, Note
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook.index import pointers
from publicity_check.rulebook.packs import Pack, Requirement
from publicity_check.values.hosts import host_within, resembles
from publicity_check.values.message import Title, Values


def judge(case: Case, requirement: Requirement, hosts: Sequence[str], former: Sequence[str] = ()) -> Iterator[Finding]:
    """Decide whether a publication links to one of ``hosts`` (``former`` ones count, with a note).

    An address that stands as plain text counts as a link. A link whose text shows one of the hosts while it leads to
    another site, and an address that merely looks like one, are findings even beside a right link.
    """
    needed = case.needed(requirement)
    site = needed.text if needed else ""
    links = case.facts.links
    right = [link for link in links if _within(link.host, (*hosts, *former)) and not _misleads(link)]
    wrong = list(_wrong(case, links, hosts, former, site))
    visible = [link for link in right if link.visible]
    if wrong:
        yield from wrong
    elif visible:
        best = min(visible, key=lambda link: (not _within(link.host, hosts), not link.clickable))
        notes = () if _within(best.host, hosts) else (Note("link-former-site", {"site": site, "found": best.host}),)
        yield Finding(
            Outcome.PASSED, "link-present", values={"site": best.host}, evidence=case.evidence(best.span), notes=notes
        )
    elif right:
        yield Finding(
            Outcome.NEEDS_REVIEW,
            "link-unseen",
            values={"site": site},
            evidence=case.evidence(right[0].span),
            suggestion=site,
        )
    else:
        yield _absent(case, requirement, site)


def _absent(case: Case, requirement: Requirement, site: str) -> Finding:
    if requirement.check == "programme-link":
        known = pointers(case.rulebook)
        for link in case.facts.links:
            owner = next((case.rulebook.packs[p] for p in known.of_site(link.host) if link.visible), None)
            if owner is not None and owner.id != case.pack.id and _akin(case, owner):
                values: Values = {"site": site, "found": link.host, "programme": Title(owner.title)}
                evidence = case.evidence(link.span)
                return Finding(
                    Outcome.FAILED, "link-other-programme", Kind.CONFLICTING, values, evidence, suggestion=site
                )
    if "links" not in case.publication.seen:
        return Finding(Outcome.NEEDS_REVIEW, "link-not-looked-for", values={"site": site}, suggestion=site)
    return Finding(Outcome.FAILED, "link-missing", Kind.MISSING, {"site": site}, suggestion=site)


def _wrong(
    case: Case, links: Sequence[LinkFact], hosts: Sequence[str], former: Sequence[str], site: str
) -> Iterator[Finding]:
    for link in links:
        if not link.visible:
            continue
        if link.shown_host and _within(link.shown_host, (*hosts, *former)) and _misleads(link):
            values = {"shown": link.shown_host, "found": link.host, "site": site}
            yield Finding(
                Outcome.FAILED, "link-disagrees", Kind.CONFLICTING, values, case.evidence(link.span), suggestion=site
            )
        elif not _within(link.host, (*hosts, *former)) and any(resembles(link.host, h) for h in hosts):
            values = {"found": link.host, "site": site}
            yield Finding(
                Outcome.FAILED, "link-mistyped", Kind.INCORRECT, values, case.evidence(link.span), suggestion=site
            )


def _misleads(link: LinkFact) -> bool:
    """Say whether a link's text shows another site than the one it leads to."""
    if not link.shown_host:
        return False
    shown, host = (h.removeprefix("www.") for h in (link.shown_host, link.host))
    return not (host_within(shown, host) or host_within(host, shown))


def _within(host: str, domains: Sequence[str]) -> bool:
    return any(host_within(host, domain) for domain in domains)


def _akin(case: Case, other: Pack) -> bool:
    """Say whether a pack is of the same sort as the one judged by, so that its site may have been confused with it."""
    one, two = (
        {p.id for p in case.rulebook.lineage(pack) if p.framework or p.family != pack.family}
        for pack in (case.pack, other)
    )
    return bool(one & two)
