"""What a person wants to know first: results put in groups, and a sentence that counts them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from publicity_check.reports.clean import one_line
from publicity_check.reports.say import Sentences
from publicity_check.reports.words import CHECK_NAMES, N_, P_
from publicity_check.results import CHECKS, ChosenPack, Kind, Outcome, PublicationReport, Report, Result

GROUPS: tuple[tuple[str, str], ...] = (
    ("error", N_("Could not be checked")),
    ("missing", N_("Missing")),
    ("conflicting", N_("Does not agree")),
    ("incorrect", N_("Not as prescribed")),
    ("incomplete", N_("Incomplete")),
    ("review", N_("Needs your eyes")),
    ("recommended", N_("Recommended")),
    ("passed", N_("In order")),
    ("inapplicable", N_("Does not apply")),
    ("known", N_("Known from before")),
    ("suppressed", N_("Set aside by you")),
)
"""Groups of results in the order in which they are shown, with their titles."""

OPEN = ("error", "missing", "conflicting", "incorrect", "incomplete", "review")
"""The groups whose results ask for something to be done."""

COUNTS: tuple[tuple[str, str, str], ...] = (
    ("error", *P_("{n} thing could not be checked", "{n} things could not be checked")),
    ("missing", *P_("{n} thing is missing", "{n} things are missing")),
    ("figures", *P_("{n} figure does not agree", "{n} figures do not agree")),
    ("conflicting", *P_("{n} thing contradicts another", "{n} things contradict others")),
    ("incorrect", *P_("{n} thing is not as prescribed", "{n} things are not as prescribed")),
    ("incomplete", *P_("{n} thing is incomplete", "{n} things are incomplete")),
    ("review", *P_("{n} needs your eyes", "{n} need your eyes")),
)
"""How the results of a group are counted, one and many."""

OPEN_SLOT = re.compile(r"\{[a-z_]+\}")
"""A gap of a wording that nothing filled."""


class Group(msgspec.Struct, frozen=True, gc=False):
    """Results that a person reads together; ``title`` is English."""

    key: str
    title: str
    results: tuple[Result, ...]


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
        Group(key, title, tuple(sorted(found[key], key=lambda r: CHECKS.index(r.check))))
        for key, title in GROUPS
        if key in found
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
    told = ", ".join(say.plural(one, many, counts[key]) for key, one, many in COUNTS if counts[key])
    return told[:1].upper() + told[1:]


def verdict(publication: PublicationReport, say: Sentences) -> str:
    """Return the first thing to know of a publication, as one sentence."""
    if publication.error is not None:
        return say("This could not be read: {error}", error=one_line(publication.error))
    if publication.headline:
        return say(publication.headline)
    open_work = counted(publication.results, say)
    if open_work:
        return f"{open_work}."
    if any(group_of(r) == "known" for r in publication.results):
        return say("Nothing new is missing or wrong, as far as a machine can see.")
    return say("Nothing is missing or wrong, as far as a machine can see.")


def said_once(publication: PublicationReport) -> Result | None:
    """Return the one result to tell where all checks of a publication say the same, such as that it holds no text."""
    results = publication.results
    alike = len({(r.code, r.message) for r in results}) == 1 and len({r.check for r in results}) > 1
    return results[0] if alike else None


def overall(report: Report, say: Sentences) -> tuple[str, ...]:
    """Return the first sentences of a report on all its publications."""
    publications = report.publications
    if len(publications) == 1 and not report.across:
        return (verdict(publications[0], say), *_advice(report, say))
    told = [say.plural("{n} publication was looked at.", "{n} publications were looked at.", len(publications))]
    open_work = counted(_told(report), say)
    if open_work:
        told.insert(0, f"{open_work}.")
    elif any(p.outcome is Outcome.PASSED for p in publications):
        told.insert(0, say("Nothing is missing or wrong, as far as a machine can see."))
    unreadable = sum(p.error is not None for p in publications)
    if unreadable:
        told.append(say.plural("{n} could not be read.", "{n} could not be read.", unreadable))
    unfunded = sum(is_unfunded(p) for p in publications)
    if unfunded:
        told.append(
            say.plural(
                "{n} shows no sign of EU funding and was not checked.",
                "{n} show no sign of EU funding and were not checked.",
                unfunded,
            )
        )
    return (*told, *_advice(report, say))


def is_unfunded(publication: PublicationReport) -> bool:
    """Say whether a publication was not checked because nothing in it speaks of EU funding."""
    return publication.error is None and publication.outcome is Outcome.INAPPLICABLE


def _told(report: Report) -> list[Result]:
    told = list(report.across)
    for publication in report.publications:
        once = said_once(publication)
        told.extend(publication.results if once is None else [once])
    return told


def _advice(report: Report, say: Sentences) -> list[str]:
    advice = sum(group_of(r) == "recommended" for r in _told(report))
    return [say.plural("There is {n} recommendation.", "There are {n} recommendations.", advice)] if advice else []


def name_of(result: Result, results: Sequence[Result], say: Sentences) -> str:
    """Return what a result is about; the project is named where results speak of several."""
    name = say(CHECK_NAMES[result.check])
    if result.project and len({r.project for r in results}) > 1:
        return say("{what} (project {project})", what=name, project=one_line(result.project))
    return name


def pack_title(pack: ChosenPack, say: Sentences) -> str:
    """Return a pack's title in the reader's language, else in English, else its id."""
    return pack.titles.get(say.language) or pack.titles.get("en") or next(iter(pack.titles.values()), pack.id)
