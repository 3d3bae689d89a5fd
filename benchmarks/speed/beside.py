"""Measures two installations of publicity-check beside each other: ``python -m benchmarks.speed.beside ONE OTHER``.

ONE and OTHER are their commands (``…/bin/publicity-check``). They are run by turns as whole processes on the same
pages, each with a cache folder of its own for the rules and without remembered verdicts. What counts is the least
computing of several runs; where a page's cost is asked for, that of a run on one page is taken off.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from benchmarks.speed.figures import write_figures
from benchmarks.speed.measure import measure
from benchmarks.speed.pages import write_pages

_PLAIN = "<!DOCTYPE html><title>Page</title><p>Hello world.</p>"


class Task(msgspec.Struct, frozen=True):
    """Something to measure: what is called, on how many pages; with none, the whole process counts."""

    name: str
    arguments: tuple[str, ...]
    first: tuple[str, ...] = ()
    """The same on one page; what this takes is taken off."""
    pages: int = 0


def main() -> int:
    """Measure and print a table in milliseconds of computing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commands", nargs=2, type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--town", type=int, default=200, help="how many town pages")
    options = parser.parse_args()
    print("| what | " + " | ".join(map(str, options.commands)) + " |\n|---|--:|--:|")
    with tempfile.TemporaryDirectory() as scratch:
        for task in _tasks(Path(scratch), options.town):
            found = _measured(options.commands, task, options.runs, Path(scratch))
            print(f"| {task.name} | " + " | ".join(f"{1000 * seconds:.0f}" for seconds in found) + " |", flush=True)
    return 0


def _tasks(folder: Path, town: int) -> list[Task]:
    plain = folder / "plain.html"
    plain.write_text(_PLAIN, "utf-8")
    write_pages(folder / "town", town)
    tasks = [
        Task("`--help`", ("--help",)),
        Task("one page from a cold start", _check(plain)),
        _of_pages("a town page of 48 KB", folder / "town"),
    ]
    for pages, figures in ((21, 30), (4, 1_000)):
        write_figures(folder / f"{figures}", pages, figures)
        tasks.append(_of_pages(f"a page of a project with {figures:,} figures", folder / f"{figures}"))
    return tasks


def _check(path: Path) -> tuple[str, ...]:
    return "check", "--no-cache", "--jobs", "1", str(path)


def _of_pages(name: str, folder: Path) -> Task:
    files = sorted(folder.rglob("*.html"))
    return Task(name, _check(folder), _check(files[0]), len(files) - 1)


def _measured(commands: Sequence[Path], task: Task, runs: int, scratch: Path) -> list[float]:
    """Return the seconds that a task takes by each command."""
    return [
        (whole - first) / max(1, task.pages)
        for whole, first in zip(
            _least(commands, task.arguments, runs, scratch),
            _least(commands, task.first, runs, scratch) if task.first else [0.0] * len(commands),
            strict=True,
        )
    ]


def _least(commands: Sequence[Path], arguments: Sequence[str], runs: int, scratch: Path) -> list[float]:
    taken: list[list[float]] = [[] for _ in commands]
    for _ in range(runs + 1):
        for number, command in enumerate(commands):
            environment = {"XDG_CACHE_HOME": str(scratch / f"cache-{number}"), "PYTHONDONTWRITEBYTECODE": ""}
            taken[number].append(measure([str(command), *arguments], environment).cpu)
    return [min(seconds[1:]) for seconds in taken]


if __name__ == "__main__":
    sys.exit(main())
