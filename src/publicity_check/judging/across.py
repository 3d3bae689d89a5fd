"""What several publications of one run say differently of one project.

Budgets are amended and titles translated, so a difference asks for a look and fails nothing; against a declared project
each publication is judged by itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby

from msgspec.structs import replace

from publicity_check.facts.model import Amount, Facts, Rate
from publicity_check.publication import Evidence, Publication
from publicity_check.results import Outcome, PublicationReport, Result, Said
from publicity_check.text.words import words
from publicity_check.values.message import Quote, Values
from publicity_check.values.sums import agree

_DIGIT = re.compile(r"\d")
_BOTH = 2
"""Publications with one number that may be one of a pair: more make no other pair."""


def said_of(publication: Publication, facts: Facts, project: str, *, alone: bool) -> Iterator[Said]:
    """Yield what a publication says of a project that others may say differently.

    ``alone``: the publication speaks of no other project, so that figures without a project are this one's.
    """
    for number in facts.project_numbers:
        if number.value == project and number.project_title and number.role == "own":
            title = " ".join(words(number.project_title))
            yield Said(project, "title", title, publication.evidence(number.span), text=number.project_title)
    for amount in facts.amounts:
        if amount.scope == "project" and amount.share in ("total", "eu") and _of(amount, project, alone=alone):
            evidence = publication.evidence(amount.span)
            yield Said(project, amount.share, f"{amount.value} {amount.currency}", evidence, amount)
    for rate in facts.rates:
        if rate.scope == "project" and rate.share == "eu" and _of(rate, project, alone=alone):
            yield Said(project, "rate", f"{rate.value.normalize():f}", publication.evidence(rate.span))


def _of(figure: Amount | Rate, project: str, *, alone: bool) -> bool:
    return figure.project == project or (figure.project is None and alone)


def differences(reports: Sequence[PublicationReport]) -> tuple[Result, ...]:
    """Return a result for each thing that publications say differently of one project, in a stable order."""
    everything = sorted(
        ((s.project, s.what, r.path, position, s) for r in reports for position, s in enumerate(r.said)),
        key=lambda row: row[:4],
    )
    found = []
    for _, rows in groupby(everything, key=lambda row: row[:2]):
        pair = _first_difference([(path, said) for _, _, path, _, said in rows])
        if pair is not None:
            found.append(_result(*pair))
    titles = sorted(
        ((s.key, r.path, n, s) for r in reports for n, s in enumerate(r.said) if s.what == "title"),
        key=lambda row: row[:3],
    )
    for title, same in groupby(titles, key=lambda row: row[0]):
        pair = _other_number([(path, said) for _, path, _, said in same]) if " " in title else None
        if pair is not None:
            found.append(_result(*pair))
    return tuple(found)


def _other_number(rows: Sequence[tuple[str, Said]]) -> tuple[tuple[str, Said], tuple[str, Said]] | None:
    """Return two publications that give one title to two numbers of the same form."""
    seen: dict[str, set[str]] = {}
    few = []
    for path, said in rows:
        paths = seen.setdefault(said.project, set())
        if path not in paths and len(paths) < _BOTH:
            paths.add(path)
            few.append((path, said))
    for one, other in combinations(few, 2):
        numbers = one[1].project, other[1].project
        if one[0] != other[0] and numbers[0] != numbers[1] and len({_form(n) for n in numbers}) == 1:
            return one, other
    return None


def _form(number: str) -> str:
    """Return a number with a 9 for every digit: "LLI-263" is "LLI-999"."""
    return _DIGIT.sub("9", number)


def _first_difference(rows: Iterable[tuple[str, Said]]) -> tuple[tuple[str, Said], tuple[str, Said]] | None:
    """Return two statements of different publications that disagree, if nothing in either publication agrees."""
    by_path: dict[str, list[Said]] = {}
    for path, said in rows:
        by_path.setdefault(path, []).append(said)
    first_to_say: dict[frozenset[object], str] = {}
    for path, here in by_path.items():
        first_to_say.setdefault(frozenset((s.key, s.amount and _as_precise(s.amount)) for s in here), path)
    paths = list(first_to_say.values())
    for i, one in enumerate(paths):
        for other in paths[i + 1 :]:
            if not any(_agree(a, b) for a in by_path[one] for b in by_path[other]):
                return (one, by_path[one][0]), (other, by_path[other][0])
    return None


def _as_precise(amount: Amount) -> tuple[object, ...]:
    """Return all of an amount by which it agrees with others."""
    return amount.value, amount.currency, amount.precision, amount.approximate, tuple(amount.alternatives)


def _agree(one: Said, other: Said) -> bool:
    if one.amount is not None and other.amount is not None:
        return agree(one.amount, other.amount) or one.amount.currency != other.amount.currency
    if one.what == "title":
        a, b = set(one.key.split()), set(other.key.split())
        return a <= b or b <= a or not _comparable(one.key, other.key)
    return one.key == other.key


def _comparable(one: str, other: str) -> bool:
    """Say whether two titles are one that differs a little; an acronym beside a title, or a translation, is not."""
    a, b = set(one.split()), set(other.split())
    return len(a & b) * 2 >= min(len(a), len(b)) and min(len(a), len(b)) > 1


def _result(one: tuple[str, Said], other: tuple[str, Said]) -> Result:
    (path, first), (other_path, second) = one, other
    code = f"across-{first.what}"
    values: Values = {"project": first.project, "first": Quote(first.text or first.evidence.quote)}
    values["second"] = Quote(second.text or second.evidence.quote)
    if first.project != second.project:
        code = "across-number"
        values = {"title": Quote(first.text), "first": first.project, "second": second.project}
    return Result(
        project=first.project,
        requirement=code.replace("-", "/", 1),
        check="project-number" if first.what == "title" else "budget",
        level="must",
        basis="practice",
        outcome=Outcome.NEEDS_REVIEW,
        kind=None,
        code=code,
        values=values,
        evidence=(_from(first.evidence, path), _from(second.evidence, other_path)),
    )


def _from(evidence: Evidence, path: str) -> Evidence:
    return replace(evidence, source=path, span=None)
