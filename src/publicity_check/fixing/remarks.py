"""What a person is told of a finding in the draft itself: where a comment stands and what it says."""

from collections.abc import Callable, Collection, Iterator

from publicity_check.messages import Sentences, languages, sentences
from publicity_check.publication import Evidence, Span
from publicity_check.reports.explain import binding, found, sources, wording
from publicity_check.reports.findings import SHOWN, told_of
from publicity_check.reports.grouping import group_of
from publicity_check.reports.kinds import said_alike
from publicity_check.results import PublicationReport, Result
from publicity_check.rulebook.common import CheckName
from publicity_check.rulebook.template import open_slots
from publicity_check.values.message import Money


def open_results(report: PublicationReport, only: Collection[CheckName]) -> list[Result]:
    """Return what failed, is open or recommended in a publication, once where projects have it alike.

    ``only`` names the checks to be looked at; without it all are.
    """
    wanted = [r for r in told_of(report) if group_of(r) in SHOWN and (not only or r.check in only)]
    return [same[0] for same in said_alike(wanted)]


def remark(result: Result, at: Evidence | None, say: Sentences, *, done: bool = False) -> list[str]:
    """Return what a comment on a result says, a paragraph an entry; ``at`` is the evidence at which it stands.

    ``done`` tells that it is put right by a tracked change.
    """
    first = say.message(result)
    lines = [first]
    if done:
        lines.append(say("put-right-here"))
    else:
        lines += _next(result, say)
    # What the first line says of the same paragraph is before the reader's eyes.
    lines += [found(e, say) for e in result.evidence if e is not at and not (e.quote in first and _together(e, at))]
    return [line for line in (*lines, _cited(result, say)) if line]


def _together(one: Evidence, other: Evidence | None) -> bool:
    """Say whether two quotes stand in one block."""
    return one.span is not None and other is not None and other.span is not None and one.span.first == other.span.first


def _cited(result: Result, say: Sentences) -> str:
    """Return in one line why a duty is asked for; a contradiction needs no reason."""
    if result.basis == "consistency":
        return ""
    names = [name for name, _ in sources(result, say)]
    return f"{binding(result, say)}: {'; '.join(names)}" if names else f"{binding(result, say)}."


def first_lines(result: Result) -> list[str]:
    """Return how a comment on a result begins in each language."""
    return [sentences(language).message(result) for language in languages()]


def _next(result: Result, say: Sentences) -> Iterator[str]:
    yield say.next_step(result)
    if result.suggestion:
        yield "".join(wording(result.suggestion, say))
        if open_slots(result.suggestion):
            yield say("fill-gaps")


def anchor(result: Result, in_body: Callable[[Span], bool]) -> Evidence | None:
    """Return the evidence at which a remark stands: the figure that is wrong, else the first that a comment can be at.

    ``in_body`` says whether a comment can stand at a place.
    """
    near = [e for e in result.evidence if e.span is not None and in_body(e.span)]
    wrong = next((value.text for value in result.values.values() if isinstance(value, Money)), "")
    meant = [e for e in near if e.quote == wrong]
    return next(iter((*meant, *near, *result.evidence)), None)
