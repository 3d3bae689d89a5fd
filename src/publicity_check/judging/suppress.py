"""Results that the user accepts: each with a reason, still in the report, and reported itself once it is of no use.

In a configuration file as ``[[suppress]]``, or in a page as a comment::

    <!-- publicity-check: ignore eu-link until 2027-03-31: the web shop's template allows no links -->
    <!-- publicity-check: ignore budget "1 200 EUR": the price of a ticket, not of the project -->
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from publicity_check.config.model import SuppressionRule
from publicity_check.config.places import where_declared
from publicity_check.config.scope import matches
from publicity_check.judging.declarations import advised
from publicity_check.publication import Evidence, Publication
from publicity_check.results import Outcome, PublicationReport, Result, Suppression
from publicity_check.rulebook.common import CHECKS, CheckName
from publicity_check.values.message import Day, Quote, Values

_COMMENT = re.compile(
    r"""^\s*publicity-check:\s*ignore\s+(?P<check>[a-z-]+)
        (?:\s+["“](?P<quote>[^"”]+)["”])?
        (?:\s+until\s+(?P<until>\d{4}-\d\d-\d\d))?
        \s*:\s*(?P<reason>\S.*?)\s*$""",
    re.VERBOSE | re.DOTALL,
)
_MEANT = re.compile(r"^\s*publicity-check\b")


class Acceptance(msgspec.Struct, frozen=True):
    """A suppression and where it was declared."""

    rule: SuppressionRule
    source: str


def in_comments(publication: Publication) -> tuple[list[Acceptance], list[str]]:
    """Return the suppressions that a page's comments declare, and the comments that try to and are wrong."""
    found, wrong = [], []
    for _, comment in publication.comments:
        if _MEANT.match(comment):
            rule = _parse(comment)
            if rule is None:
                wrong.append(comment.strip())
            else:
                found.append(Acceptance(rule, "comment"))
    return found, wrong


def _parse(comment: str) -> SuppressionRule | None:
    match = _COMMENT.match(comment)
    if match is None or match["check"] not in CHECKS:
        return None
    try:
        until = date.fromisoformat(match["until"]) if match["until"] else None
    except ValueError:
        return None
    check: CheckName = match["check"]
    return SuppressionRule(check=check, reason=match["reason"], quote=match["quote"] or "", until=until)


def apply(results: Sequence[Result], acceptances: Iterable[Acceptance], today: date | None) -> tuple[Result, ...]:
    """Mark the results that are accepted. Expired acceptances mark nothing; without ``today`` none expires."""
    current = [a for a in acceptances if not expired(a, today)]
    return tuple(_marked(result, current) for result in results)


def expired(acceptance: Acceptance, today: date | None) -> bool:
    """Say whether an acceptance's last day is over."""
    return acceptance.rule.until is not None and today is not None and today > acceptance.rule.until


def _marked(result: Result, acceptances: Sequence[Acceptance]) -> Result:
    if result.outcome not in (Outcome.FAILED, Outcome.NEEDS_REVIEW):
        return result
    acceptance = next((a for a in acceptances if accepts(a, result)), None)
    if acceptance is None:
        return result
    until = acceptance.rule.until
    why = Suppression(acceptance.rule.reason, acceptance.source, until.isoformat() if until else None)
    return replace(result, suppressed=why)


def accepts(acceptance: Acceptance, result: Result) -> bool:
    """Say whether an acceptance speaks of a result: its check, and its quote if it names one."""
    rule = acceptance.rule
    if rule.check != result.check:
        return False
    return not rule.quote or any(_same_text(rule.quote, evidence.quote) for evidence in result.evidence)


def _same_text(part: str, whole: str) -> bool:
    return " ".join(part.split()) in " ".join(whole.split())


def for_path(rules: Sequence[SuppressionRule], place: str, source: str) -> list[Acceptance]:
    """Return the declared suppressions that hold for a file, by the patterns of a ``.gitignore``."""
    return [Acceptance(rule, source) for rule in rules if not rule.path or matches((rule.path,), place)]


def leftovers(
    acceptances: Iterable[Acceptance],
    results: Iterable[Result],
    wrong: Iterable[str],
    today: date | None,
    at: tuple[Evidence, ...] = (),
) -> Iterator[Result]:
    """Yield a recommendation for each suppression that is expired or of no use, and each comment that is wrong.

    ``at`` is where they are declared.
    """
    judged = list(results)
    for acceptance in acceptances:
        rule = acceptance.rule
        values: Values = {"check": rule.check, "reason": Quote(rule.reason)}
        if expired(acceptance, today) and rule.until is not None:
            yield advised("suppression-expired", {**values, "until": Day(rule.until)}, at, rule.check)
        elif not any(r.suppressed and accepts(acceptance, r) for r in judged):
            yield advised("suppression-unused", values, at, rule.check)
    for comment in wrong:
        yield advised("suppression-malformed", {"comment": Quote(comment)}, at)


def unused_in_config(
    rules: Sequence[SuppressionRule], reports: Sequence[PublicationReport], source: str, today: date | None
) -> tuple[Result, ...]:
    """Return a recommendation for each declared suppression that is of no use to any checked file it speaks of."""
    found: list[Result] = []
    for position, rule in enumerate(rules):
        acceptance = Acceptance(rule, source)
        concerned = [r for r in reports if r.error is None and for_path([rule], r.place, source)]
        if concerned:
            results = [result for report in concerned for result in report.results]
            found.extend(leftovers([acceptance], results, (), today, where_declared(source, f"suppress[{position}]")))
    return tuple(found)
