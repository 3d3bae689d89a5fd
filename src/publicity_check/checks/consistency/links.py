"""Do links lead where the publication says: to its own project in a register, to its own programme's site?"""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from publicity_check.checks.consistency.numbers import whole_numbers
from publicity_check.checks.interface import Case
from publicity_check.facts.model import LinkFact
from publicity_check.results import Finding, Kind, Outcome
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.index import pointers
from publicity_check.rulebook.packs import Pack
from publicity_check.text.words import words
from publicity_check.values.hosts import host_within, resembles
from publicity_check.values.message import Title, Values
from publicity_check.values.slips import one_slip_apart


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


def other_site(case: Case) -> Iterator[Finding]:
    """Yield a link that stands for the project's programme and leads to the site of another one like it.

    It does where the programme is named beside it, or the link calls itself the programme's, and no link leads to its
    own site. Who names the other programme, too, links to it with intent.
    """
    if len(case.packs) != 1:
        return
    known, rulebook = pointers(case.rulebook), case.rulebook
    own = {member.family for member in rulebook.lineage(case.pack)}
    links = [link for link in case.facts.links if link.visible and not known.is_portal(link.host)]
    led = {link.span: {known.family[p] for p in known.of_site(link.host)} for link in links}
    if any(families & own for families in led.values()):
        return
    mentions = [(m, {known.family[p] for p in m.packs}) for m in case.everything.programmes if m.visible]
    for link in links:
        families = led[link.span]
        named = any(m.span.first == link.span.first and families_ & own for m, families_ in mentions)
        named = named or not _programme_words(case.rulebook).isdisjoint(words(link.text))
        meant = any(families_ & families for _, families_ in mentions)
        owner = next((rulebook.packs[p] for p in known.of_site(link.host)), None)
        if owner is not None and named and not meant and _akin(case, owner):
            yield Finding(
                Outcome.NEEDS_REVIEW,
                "link-of-other-programme",
                values={"found": link.host, "programme": Title(owner.title), "own": Title(case.pack.title)},
                evidence=case.evidence(link.span),
            )
            return


@cache
def _programme_words(rulebook: Rulebook) -> frozenset[str]:
    """Return the words for a programme in all languages, in all their forms that are known."""
    nouns = (noun for language in rulebook.languages.values() for noun in language.grammar.nouns.programme)
    return frozenset(key for noun in nouns for key in words(noun))


def _akin(case: Case, other: Pack) -> bool:
    """Say whether a pack is of the same framework as the project's, so that its site may have been confused with it."""
    nearest = [next((p.family for p in case.rulebook.lineage(pack) if p.framework), "") for pack in (case.pack, other)]
    return nearest[0] != "" and nearest[0] == nearest[1]


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
