"""Scores the generated set: which planted defects were found, and where a publication in order raised an alarm."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.accuracy.cases import Case
from benchmarks.accuracy.measures import wilson

FOUND = {"failed", "needs_review"}


@dataclass(frozen=True)
class Scored:
    """What the tool made of one generated publication.

    Of a defect: ``found`` if its check did not pass and is not called inapplicable, ``exact`` if the outcome is the
    documented one, ``passed`` if its check passed. Of a twin: ``alarms`` are the duties that failed, ``open`` those
    that were left to a person.
    """

    case: Case
    found: bool
    exact: bool
    passed: bool
    alarms: tuple[str, ...]
    open: tuple[str, ...]
    outcomes: tuple[str, ...]
    crash: str

    @property
    def kind(self) -> str:
        """The name of the kind."""
        return self.case.kind.name if self.case.kind else "no EU money"

    @property
    def defect(self) -> bool:
        """Whether a defect was planted."""
        return bool(self.case.kind and self.case.kind.check)

    @property
    def right(self) -> bool:
        """Whether the tool did what a careful reader would."""
        return self.found if self.defect else not self.alarms and not self.crash


def score(case: Case, judged: dict[str, Any]) -> Scored:
    """Score one publication."""
    results = judged["results"]
    watched = case.kind.watched if case.kind else ""
    duties = [r for r in results if r["level"] == "must" and watched in ("", r["check"])]
    if case.kind is None or not case.draft.truth.funded:
        accepted = case.kind.outcomes if case.kind else ("inapplicable",)
        alarms = () if judged["outcome"] in accepted else (f"outcome {judged['outcome']}",)
        return Scored(
            case=case,
            found=False,
            exact=False,
            passed=False,
            alarms=alarms,
            open=(),
            outcomes=(judged["outcome"],),
            crash=judged.get("crash", ""),
        )
    check = case.kind.check
    outcomes = tuple(result["outcome"] for result in results if result["check"] == check)
    return Scored(
        case=case,
        found=bool(FOUND & set(outcomes)),
        exact=bool(set(case.kind.outcomes) & set(outcomes)),
        passed="passed" in outcomes and not FOUND & set(outcomes),
        alarms=_named(duties, "failed", check),
        open=_named(duties, "needs_review", check),
        outcomes=outcomes,
        crash=judged.get("crash", ""),
    )


def _named(duties: list[dict[str, Any]], outcome: str, check: str) -> tuple[str, ...]:
    return tuple(f"{r['check']} {r['code']}" for r in duties if r["outcome"] == outcome and r["check"] != check)


@dataclass
class Rate:
    """How many of how many, with the names of some that were not right."""

    hits: int = 0
    of: int = 0
    exact: int = 0
    passed: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of hits; of nothing, 1."""
        return self.hits / self.of if self.of else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share."""
        return wilson(self.hits, self.of)


def rates(scored: Iterable[Scored], by: Callable[[Scored], str]) -> dict[str, Rate]:
    """Return the rate of right ones in groups."""
    groups: dict[str, Rate] = {}
    for one in scored:
        rate = groups.setdefault(by(one), Rate())
        rate.of += 1
        rate.hits += one.right
        rate.exact += one.exact
        rate.passed += one.passed
        if not one.right:
            what = "/".join(one.outcomes) or "no result" if one.defect else ", ".join(one.alarms)
            rate.wrong.append(f"{one.case.name} ({one.case.draft.programme.id}): {_last_line(one.crash) or what}")
    return groups


def _last_line(crash: str) -> str:
    lines = crash.strip().splitlines()
    return f"crash: {lines[-1]}" if lines else ""
