"""Tunes the weights by which budgets are read: ``python -m benchmarks.accuracy.weights FOLDER``.

FOLDER holds labelled publications (label files ``XX.toml`` beside the documents they describe: roles of amounts, and
what the budget check has to say). To these come generated budgets, in order and with planted slips. Each weight is
tried a little larger and smaller; a change is kept if it helps on some languages and does not harm on those left out,
whole languages at a time. The result is printed: it is for a person to put into ``facts/money/weights.py``.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from benchmarks.accuracy.budgets import cases
from publicity_check import read
from publicity_check.facts.finder import finder_for
from publicity_check.facts.model import Amount
from publicity_check.facts.money import cues, find
from publicity_check.facts.money.mentions import Gathered
from publicity_check.facts.money.weights import CUES, FIRST, WEIGHTS
from publicity_check.rulebook import builtin

FOLDS = 4
STEPS = (0.8, 1.25)
SAME = {"eligible": "total", "grant": "eu"}
"""Shares that labels do not tell apart."""
GENERATED = 2
"""Generated publications, with and without a slip, of each language."""
Role = tuple[str, str, str]


@dataclass
class Sample:
    """One publication, gathered once: what its amounts are, and what may be said of its budget."""

    language: str
    arguments: tuple[Any, ...]
    roles: frozenset[Role] | None
    wanted: tuple[str, ...]


def main(arguments: list[str] | None = None) -> int:
    """Tune and print what changed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.weights", description=__doc__)
    parser.add_argument("folder", type=Path, help="labelled publications")
    parser.add_argument("--rounds", type=int, default=1, help="how often every weight is tried")
    parser.add_argument("--only", default="", help="only weights whose name contains this")
    options = parser.parse_args(arguments)
    samples = [*labelled(options.folder), *generated()]
    folds = [samples_of(samples, fold) for fold in range(FOLDS)]
    best = [score(fold) for fold in folds]
    print("before", " ".join(f"{value:.4f}" for value in best))
    for _ in range(options.rounds):
        for table, key, name in weights():
            if options.only in name:
                best = tune(table, key, name, folds, best)
    print("after", " ".join(f"{value:.4f}" for value in best))
    return 0


def samples_of(samples: Sequence[Sample], fold: int) -> list[Sample]:
    """Return the samples of a fourth of the languages, neighbours of the alphabet together."""
    languages = sorted({s.language for s in samples})
    return [s for s in samples if languages.index(s.language) // 2 % FOLDS == fold]


def tune(
    table: MutableMapping[str, float], key: str, name: str, folds: Sequence[Sequence[Sample]], best: list[float]
) -> list[float]:
    """Try one weight larger and smaller; keep what helps somewhere and harms nowhere."""
    before = table[key]
    for step in STEPS:
        table[key] = before * step
        forget()
        found = [score(fold) for fold in folds]
        harmless = all(new >= old - 1e-6 for new, old in zip(found, best, strict=True))
        if harmless and sum(found) > sum(best) + 1e-6:
            print(f"{name}: {before:.2f} -> {table[key]:.2f}  {sum(best) / FOLDS:.4f} -> {sum(found) / FOLDS:.4f}")
            sys.stdout.flush()
            return found
    table[key] = before
    forget()
    return best


def weights() -> Iterator[tuple[MutableMapping[str, float], str, str]]:
    """Yield every weight with the table it stands in."""
    for table, name in ((WEIGHTS, "WEIGHTS"), (FIRST, "FIRST")):
        for key in table:
            yield cast("MutableMapping[str, float]", table), key, f"{name} {key}"
    for cue, told in CUES.items():
        for key in told:
            yield cast("MutableMapping[str, float]", told), key, f"CUES {cue} {key}"


def forget() -> None:
    """Let what was compiled from weights be compiled anew."""
    for remembered in (cues._vectors, cues._together, cues._first):
        remembered.cache_clear()


def score(samples: Sequence[Sample]) -> float:
    """Return how right the reading is: F1 of amounts with role, and the share of right verdicts."""
    right = missed = extra = good = told = 0
    for sample in samples:
        amounts, _, budget = find._read(*sample.arguments)
        if sample.roles is not None:
            have = frozenset(role for a in amounts if (role := role_of(a)))
            right += len(have & sample.roles)
            missed += len(sample.roles - have)
            extra += len(have - sample.roles)
        if sample.wanted:
            told += 1
            verdict = (
                "failed" if any(b.sure for b in budget.breaches) else "needs_review" if budget.breaches else "passed"
            )
            good += verdict in sample.wanted
    f1 = 2 * right / max(1, 2 * right + missed + extra)
    return f1 + 2 * good / max(1, told)


def role_of(amount: Amount) -> Role | None:
    """Return an amount as labels name it."""
    if amount.scope not in {"project", "partner"} or amount.share is None:
        return None
    return f"{amount.value:.2f}", amount.scope, SAME.get(amount.share, amount.share)


def labelled(folder: Path) -> Iterator[Sample]:
    """Yield the labelled publications of a folder."""
    for table in sorted(folder.glob("*.toml")):
        for doc in tomllib.loads(table.read_text("utf-8"))["doc"]:
            if "amounts" not in doc or doc.get("funded") == "no":
                continue
            inside = [a for a in doc["amounts"] if a["scope"] in {"project", "partner"} and a["share"]]
            roles = frozenset(
                (f"{float(a['value']):.2f}", a["scope"], SAME.get(a["share"], a["share"])) for a in inside
            )
            wanted = tuple(doc.get("expect", {}).get("budget", ()))
            yield sample(doc["lang"], (folder / doc["file"]).read_bytes(), doc["file"], roles, wanted)


def generated() -> Iterator[Sample]:
    """Yield generated publications of all languages, half of them with a planted slip."""
    languages = sorted(builtin().languages)
    for case in cases(GENERATED, 4711, languages):
        yield sample(case.language, case.content, "page.html", None, ("failed",) if case.defect else ("passed",))


def sample(language: str, data: bytes, name: str, roles: frozenset[Role] | None, wanted: tuple[str, ...]) -> Sample:
    """Gather the figures of one publication; that part does not depend on weights, but on those of places."""
    kept: list[tuple[Any, ...]] = []
    original = find._read

    def remember(*arguments: Any) -> Any:
        kept.append(arguments)
        return original(*arguments)

    find._read = remember  # type: ignore[assignment]
    try:
        finder_for(builtin()).find(read(data, name=name))
    finally:
        find._read = original
    nothing = (read(data, name=name), None, Gathered(), ())
    return Sample(language, kept[0] if kept else nothing, roles, wanted)


if __name__ == "__main__":
    sys.exit(main())
