"""What a person wants to know first: results put in groups, and a sentence that counts them."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from publicity_check.messages import Sentences
from publicity_check.reports.clean import one_line
from publicity_check.reports.kinds import Told, by_kind, said_alike
from publicity_check.results import ChosenPack, Kind, Outcome, PublicationReport, Report, Result
from publicity_check.rulebook.common import CHECKS

GROUPS = (
    *("error", "missing", "conflicting", "incorrect", "incomplete", "review", "recommended"),
    *("passed", "inapplicable", "known", "suppressed"),
)
"""Groups of results in the order in which they are shown."""

OPEN = ("error", "missing", "conflicting", "incorrect", "incomplete", "review")
"""The groups whose results ask for something to be done."""

COUNTED = ("error", "missing", "figures", "conflicting", "incorrect", "incomplete", "review")
"""What is counted, in this order; ``figures`` are what does not agree in a budget."""


class Group(msgspec.Struct, frozen=True, gc=False):
    """Results that a person reads together; ``key`` names the group."""

    key: str
    results: tuple[Result, ...]

    @property
    def told(self) -> tuple[Told, ...]:
        """Return the results as they are told, those of one kind together."""
        return by_kind(self.results)


def group_of(result: Result) -> str:
    """Return the key of the group a result belongs to."""
    wrong = result.outcome in (Outcome.FAILED, Outcome.NEEDS_REVIEW, Outcome.ERROR)
    if wrong and result.suppressed:
        return "suppressed"
    if wrong and result.baselined:
        return "known"
    if result.outcome in (Outcome.FAILED, Outcome.NEEDS_REVIEW) and result.level == "should":
        return "recommended"
    if result.outcome is Outcome.FAILED:
        return (result.kind or Kind.INCORRECT).value
    return {
        Outcome.NEEDS_REVIEW: "review",
        Outcome.PASSED: "passed",
        Outcome.INAPPLICABLE: "inapplicable",
        Outcome.ERROR: "error",
    }[result.outcome]


def grouped(results: Iterable[Result]) -> tuple[Group, ...]:
    """Return results in their groups, each in the order of the checks; empty groups are left out."""
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(group_of(result), []).append(result)
    return tuple(
        Group(key, tuple(sorted(found[key], key=lambda r: CHECKS.index(r.check)))) for key in GROUPS if key in found
    )


def counted(results: Iterable[Result], say: Sentences) -> str:
    """Return how much is to be done as one sentence without its full stop, "" if nothing.

    >>> counted([], Sentences("en"))
    ''
    """
    counts: Counter[str] = Counter()
    for result in results:
        key = group_of(result)
        counts["figures" if key in ("conflicting", "incorrect") and result.check == "budget" else key] += 1
    told = ", ".join(say.counted(f"count-{key}", counts[key]) for key in COUNTED if counts[key])
    return told[:1].upper() + told[1:]


def verdict(publication: PublicationReport, say: Sentences) -> str:
    """Return the first thing to know of a publication, as one sentence."""
    if publication.error is not None:
        return say("unreadable", error=one_line(publication.error))
    if publication.headline:
        return say.term("headline", publication.headline)
    open_work = counted(_each_once(publication.results), say)
    if open_work:
        return f"{open_work}."
    return _nothing(publication.results, say)


def _nothing(results: Iterable[Result], say: Sentences) -> str:
    """Return that nothing is to be done, and how many findings are known from before."""
    known = sum(group_of(r) == "known" for r in _each_once(results))
    return say.counted("nothing-new", known) if known else say("nothing-wrong")


def _each_once(results: Iterable[Result]) -> list[Result]:
    """Return results, one of those that are said alike of several projects."""
    return [same[0] for same in said_alike(results)]


def said_once(publication: PublicationReport) -> Result | None:
    """Return the one result to tell where all checks of a publication say the same, such as that it holds no text."""
    results = publication.results
    alike = all((r.code, r.values) == (results[0].code, results[0].values) for r in results)
    return results[0] if alike and len({r.check for r in results}) > 1 else None


def overall(report: Report, say: Sentences) -> tuple[str, ...]:
    """Return the first sentences of a report on all its publications."""
    publications = report.publications
    if len(publications) == 1 and not report.across:
        return (verdict(publications[0], say), *_advice(report, say), *_left_aside(report, say))
    told = [say.counted("count-publications", len(publications))]
    open_work = counted(_told(report), say)
    if open_work:
        told.insert(0, f"{open_work}.")
    elif any(p.outcome is Outcome.PASSED for p in publications):
        told.insert(0, _nothing(_told(report), say))
    unreadable = sum(p.error is not None for p in publications)
    if unreadable:
        told.append(say.counted("count-unreadable", unreadable))
    unfunded = sum(is_unfunded(p) for p in publications)
    if unfunded:
        told.append(
            say.counted(
                "count-unfunded",
                unfunded,
            )
        )
    return (*told, *_advice(report, say), *_left_aside(report, say))


def _left_aside(report: Report, say: Sentences) -> list[str]:
    count = len(report.skipped)
    return [say.counted("count-skipped", count)] if count else []


def is_unfunded(publication: PublicationReport) -> bool:
    """Say whether a publication was not checked because nothing in it speaks of EU funding."""
    return publication.error is None and publication.outcome is Outcome.INAPPLICABLE


def _told(report: Report) -> list[Result]:
    told = list(report.across)
    for publication in report.publications:
        once = said_once(publication)
        told.extend(_each_once(publication.results) if once is None else [once])
    return told


def _advice(report: Report, say: Sentences) -> list[str]:
    advice = sum(group_of(r) == "recommended" for r in _told(report))
    return [say.counted("count-recommendations", advice)] if advice else []


def name_of(result: Result, results: Sequence[Result], say: Sentences) -> str:
    """Return what a result is about; the project is named where results speak of several."""
    if result.of_configuration:
        return say("configuration")
    name = say.term("check", result.check)
    if result.project and len({r.project for r in results}) > 1:
        return say("of-project", what=name, project=one_line(result.project))
    return name


def rule_name(result: Result) -> str:
    """Return what a result is about and its code ("budget/share-slip"), as linters call their rules."""
    return f"{'configuration' if result.of_configuration else result.check}/{result.code}"


def pack_title(pack: ChosenPack, say: Sentences) -> str:
    """Return a pack's title in the reader's language, else in English, else its id."""
    return pack.titles.get(say.language) or pack.titles.get("en") or next(iter(pack.titles.values()), pack.id)
