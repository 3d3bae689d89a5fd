"""Measure how often the tool is right: ``python -m benchmarks.accuracy --help``."""

import argparse
import json
import sys
import tomllib
from pathlib import Path

from benchmarks.accuracy import floors, labels, measured, quality
from benchmarks.accuracy.cases import SEED, Case, digest, generate
from benchmarks.accuracy.facts import compare
from benchmarks.accuracy.labels import Label
from benchmarks.accuracy.measures import Board, Verdict
from benchmarks.accuracy.planted import Scored, rates, score
from benchmarks.accuracy.tool import judge_all

HERE = Path(__file__).parent
SAVED = HERE / "measured.json"
PAGE = HERE.parents[1] / "docs" / "quality.md"


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; 1 if a floor does not hold, 2 if it cannot be measured."""
    options = _options(arguments)
    runs: dict[str, measured.Data] = {}
    misses: list[str] = []
    if options.set in {"all", "generated"}:
        runs["generated"] = _generated(options, misses)
    if options.set in {"all", "labelled"} and options.manifest:
        runs["labelled"] = _labelled(options, misses)
    if not runs:
        print("nothing to measure: --set labelled needs --manifest", file=sys.stderr)
        return 2
    for name, data in runs.items():
        _show(name, data)
    if options.misses:
        options.misses.parent.mkdir(parents=True, exist_ok=True)
        options.misses.write_text("\n".join(misses) + "\n", "utf-8")
    else:
        print("\n".join(misses[:60]), f"… {len(misses)} in all; --misses FILE writes them down", sep="\n")
    if options.kind or options.language:
        return 0
    return _keep(options, runs)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--set", choices=("all", "generated", "labelled"), default="all", help="what to measure on")
    parser.add_argument("--manifest", type=Path, help="manifest of labelled publications, the files beside it")
    parser.add_argument("--seed", type=int, default=SEED, help="seed of the generated set")
    parser.add_argument("--repeats", type=int, default=1, help="how often each kind is planted in each language")
    parser.add_argument("--language", action="append", default=[], help="only these languages (repeatable; no floors)")
    parser.add_argument("--kind", default="", help="only kinds whose name contains this (no floors)")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--write", type=Path, help="write the generated publications into this folder as well")
    parser.add_argument("--misses", type=Path, help="write every disagreement, with quote and place, to this file")
    parser.add_argument("--check", action="store_true", help="fail if a floor does not hold")
    parser.add_argument("--save", action="store_true", help="save the run and write docs/quality.md from it")
    parser.add_argument("--pin", action="store_true", help="pin what was reached as floors")
    parser.add_argument("--lower", default="", metavar="REASON", help="let floors fall when pinning, for this reason")
    return parser.parse_args(arguments)


def _generated(options: argparse.Namespace, misses: list[str]) -> measured.Data:
    found = generate(options.seed, languages=tuple(options.language), repeats=options.repeats)
    cases = [case for case in found if options.kind in (case.kind.name if case.kind else "no EU money")]
    if options.write:
        _write(cases, options.write)
    judged = list(judge_all(((case.content, case.name) for case in cases), options.jobs))
    scored = [score(case, one) for case, one in zip(cases, judged, strict=True)]
    board = Board()
    for case, one in zip(cases, judged, strict=True):
        board.verdicts.extend(compare(labels.from_case(case), one))
    misses += _misses(scored) + _disagreements(board.wrong())
    return measured.of_generated(digest(cases), scored, board)


def _write(cases: list[Case], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for case in cases:
        (folder / case.name).write_bytes(case.content)
    kinds = {case.name: case.kind.name if case.kind else "no EU money" for case in cases}
    (folder / "kinds.json").write_text(json.dumps(kinds, indent=1, ensure_ascii=False), "utf-8")


def _labelled(options: argparse.Namespace, misses: list[str]) -> measured.Data:
    found: list[Label] = list(labels.from_manifest(options.manifest, disputed()))
    board = Board()
    judged = judge_all(((label.content, label.name) for label in found), options.jobs)
    for label, one in zip(found, judged, strict=True):
        board.verdicts.extend(compare(label, one))
        if "crash" in one:
            misses.append(f"crash on {label.name}: {one['crash']}")
    misses += _disagreements(board.wrong())
    return measured.of_manifest(labels.manifest_digest(options.manifest), len(found), board)


def disputed() -> dict[str, set[str]]:
    """Return the labels that were found wrong, by id of the publication."""
    entries = tomllib.loads((HERE / "disputed.toml").read_text("utf-8")).get("disputed", [])
    found: dict[str, set[str]] = {}
    for entry in entries:
        found.setdefault(entry["id"], set()).add(entry["label"])
    return found


def _misses(scored: list[Scored]) -> list[str]:
    lines = []
    for kind, rate in sorted(rates(scored, lambda one: one.kind).items(), key=lambda pair: pair[1].share):
        if rate.wrong:
            lines.append(f"{kind}: {rate.hits} of {rate.of} right")
            lines += [f"    {name}" for name in rate.wrong]
    return lines


def _disagreements(wrong: list[Verdict]) -> list[str]:
    names = {"fp": "found, but not labelled", "fn": "labelled, but not found"}
    ordered = sorted(wrong, key=lambda verdict: (verdict.measure, verdict.result, verdict.publication))
    return [f"{v.measure}: {v.publication} ({v.language}): {names[v.result]}: {v.detail} [{v.place}]" for v in ordered]


def _show(name: str, data: measured.Data) -> None:
    page = quality.sections(name, data)
    print("\n".join(page))


def _keep(options: argparse.Namespace, runs: dict[str, measured.Data]) -> int:
    pinned = floors.read()
    if options.pin or options.lower:
        try:
            for name, data in runs.items():
                pinned = floors.pin(name, data, pinned, options.lower)
        except ValueError as error:
            print(error, file=sys.stderr)
            return 1
        floors.write(pinned)
    if options.save:
        old = json.loads(SAVED.read_text("utf-8")) if SAVED.exists() else {}
        saved = {**old, **runs}
        SAVED.write_text(json.dumps(saved, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
        PAGE.write_text(quality.page(saved), "utf-8")
    found = [breach for name, data in runs.items() for breach in floors.breaches(name, data, pinned)]
    for breach in found:
        print(breach.text, file=sys.stderr)
    return int(bool(found)) if options.check else 0


if __name__ == "__main__":
    sys.exit(main())
