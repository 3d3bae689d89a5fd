"""Tries advice before it is given: a wording is put into the publication, which is judged again.

A wording that does not mend what it is given for, or makes something else worse, is withheld: pasted, it would do harm.
Gaps in it are filled with examples meanwhile.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from publicity_check.facts.model import Note
from publicity_check.judging.pasted import with_texts
from publicity_check.publication import Publication, Span
from publicity_check.results import Kind, Outcome, PublicationReport, Result
from publicity_check.rulebook import Rulebook
from publicity_check.rulebook.template import filled, open_slots
from publicity_check.wording.examples import fillings

Judge = Callable[[Publication], PublicationReport]
Sentence = Callable[[Span], Span]
"""Gives the sentence that a quote stands in."""

_UNDECIDED = ("rules-undecided", "rules-undecided-period")
"""What is said of a duty that only some of the rules know that may hold; its next step is to choose them."""
_MOST = 6
"""So many wordings of one publication are tried one by one; further ones are not given."""
_LONGEST = 30_000
"""Letters of a publication above which nothing is tried in it; wordings are then given as the rules have them."""
_MOST_RESULTS = 300
"""Results of a publication above which nothing is tried in it either: each try takes as long as they all did."""

_OPEN = (Outcome.ERROR, Outcome.FAILED, Outcome.NEEDS_REVIEW)
_REPLACED = frozenset({Kind.INCORRECT, Kind.INCOMPLETE, Kind.CONFLICTING})
_COMPARED = frozenset({"statement-reworded", "statement-other-language"})
"""What is open about a sentence that the wording would stand in the place of."""


class _Advice(msgspec.Struct, frozen=True):
    """A wording as it is put in: in the place of a quote, else of its sentence; or, without one, at the end."""

    text: str
    instead: tuple[Span, ...] = ()


def tried(
    report: PublicationReport, publication: Publication, sentence: Sentence, rulebook: Rulebook, judge: Judge
) -> PublicationReport:
    """Return a report without the wordings that would not mend what they are given for, or would do harm."""
    given = {
        n: _advice(r, report, rulebook, sentence) for n, r in enumerate(report.results) if r.suggestion and is_open(r)
    }
    if not given:
        return report
    letters = sum(len(block.text) for block in publication.blocks)
    if letters > _LONGEST or len(report.results) > _MOST_RESULTS:
        results = (_untried(r) if n in given else r for n, r in enumerate(report.results))
        return replace(report, results=tuple(results))
    if _mends(report, given, publication, judge):
        return report
    kept: dict[_Advice, bool] = {}
    withheld = set()
    for number, advice in given.items():
        if advice not in kept:
            ways = [replace(advice, instead=(span,)) for span in advice.instead] or [advice]
            kept[advice] = len(kept) < _MOST and any(_mends(report, {number: w}, publication, judge) for w in ways)
        if not kept[advice]:
            withheld.add(number)
    return replace(report, results=tuple(_without(r) if n in withheld else r for n, r in enumerate(report.results)))


def is_open(result: Result) -> bool:
    """Say whether something is to be done about a result."""
    return result.outcome in _OPEN and result.suppressed is None


def _without(result: Result) -> Result:
    """Return a result without its wording; where the rules are open, its next step is to choose them all the same."""
    return replace(result, suggestion=None, withheld=result.code not in _UNDECIDED)


def _untried(result: Result) -> Result:
    """Return a result that says that its wording was not tried."""
    return replace(result, notes=(*result.notes, Note("wording-not-tried")))


def _advice(result: Result, report: PublicationReport, rulebook: Rulebook, sentence: Sentence) -> _Advice:
    text = result.suggestion or ""
    if open_slots(text):
        chosen = next((c for c in report.rule_packs if c.project == result.project), report.rule_packs[0])
        examples = fillings(rulebook, rulebook.packs[chosen.id if chosen.certain else chosen.candidates[0]])
        text = filled(text, lambda name: examples.get(name, ""))
    return _Advice(text, replaced_by(result, sentence))


def replaced_by(result: Result, sentence: Sentence) -> tuple[Span, ...]:
    """Return in the place of what a result's wording is to stand: of its quote, else of that one's sentence.

    Nothing is returned for a wording that is put in beside what is there.
    """
    first = result.evidence[0] if result.evidence else None
    replaces = result.kind in _REPLACED or result.code in _COMPARED
    if first is None or first.span is None or not (replaces and first.region.visible and first.quote):
        return ()
    return tuple(dict.fromkeys((first.span, sentence(first.span))))


def _mends(report: PublicationReport, given: Mapping[int, _Advice], publication: Publication, judge: Judge) -> bool:
    """Say whether a publication with some advice followed is better by it, and in nothing worse."""
    instead = {a.instead[0]: a.text for a in given.values() if a.instead}
    added = dict.fromkeys(a.text for a in given.values() if not a.instead)
    after = judge(with_texts(publication, instead, added))
    if {p.id for p in after.rule_packs if p.certain} != {p.id for p in report.rule_packs if p.certain}:
        return False
    before, now = _told(report.results), _told(after.results)
    mended = Counter(_key(report.results[n]) for n in given)
    if any(now[key] > before[key] - count for key, count in mended.items()):
        return False
    bad, worse = badness(report.results), badness(after.results)
    checks = {check for check, _ in mended}
    # Who puts a wording in the place of a sentence leaves the project number in it where it is, or beside it.
    if any(sign.isdigit() for span in instead for sign in publication.quote(span)):
        worse.pop("project-number", None)
    return all(
        worse[check] < bad.get(check, ()) if check in checks else worse[check] <= bad.get(check, ()) for check in worse
    )


def _told(results: Iterable[Result]) -> Counter[tuple[str, str]]:
    return Counter(_key(r) for r in results if is_open(r))


def _key(result: Result) -> tuple[str, str]:
    return result.check, result.code


def badness(results: Sequence[Result]) -> dict[str, tuple[int, ...]]:
    """Return how bad each check stands: its errors, failures and open questions of what must be, then of advice."""
    found: dict[str, list[int]] = {}
    for result in filter(is_open, results):
        rank = _OPEN.index(result.outcome) + (len(_OPEN) if result.level == "should" else 0)
        found.setdefault(result.check, [0] * (2 * len(_OPEN)))[rank] += 1
    return {check: tuple(counts) for check, counts in found.items()}
