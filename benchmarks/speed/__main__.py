"""Measures the speed of publicity-check beside other tools: ``python -m benchmarks.speed [--save]`` or ``make speed``.

Whole processes, one after another in one run, on the same pages, with everything on and the whole rulebook loaded.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks.speed.measure import Measured, measure
from benchmarks.speed.pages import write_pages
from benchmarks.speed.report import Row, Run, as_markdown, as_table
from benchmarks.speed.tools import install, tools

HERE = Path(__file__).parent
SAVED = HERE / "measured.json"
PAGE = HERE.parents[1] / "docs" / "speed.md"


def main() -> int:
    """Install what is missing, measure, print a table; ``--save`` keeps the run and writes docs/speed.md."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, help="a folder of .html pages; by default they are made")
    parser.add_argument("--count", type=int, default=1000, help="how many pages are made")
    parser.add_argument("--sampled", type=int, default=12, help="pages for tools that take seconds for one")
    parser.add_argument("--only", default="", help="measure only tools with this in their name")
    parser.add_argument("--many", type=int, default=10_000, help="pages for the measure of memory; 0 leaves it out")
    scratch = Path(tempfile.gettempdir()) / "publicity-check-speed"
    parser.add_argument("--scratch", type=Path, default=scratch, help="a folder for tools and pages")
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--write-page", action="store_true", help="write docs/speed.md from the saved run, and end")
    options = parser.parse_args()
    if options.write_page:
        PAGE.write_text(as_markdown(msgspec.json.decode(SAVED.read_bytes(), type=Run)), "utf-8")
        return 0
    install(options.scratch)
    run = _measured(options)
    print(as_table(run))
    if options.save:
        SAVED.write_bytes(msgspec.json.format(msgspec.json.encode(run)) + b"\n")
        PAGE.write_text(as_markdown(run), "utf-8")
    return 0


def _measured(options: argparse.Namespace) -> Run:
    pages = options.pages or _made(options.scratch / "pages", options.count)
    files = sorted(pages.rglob("*.html"))
    run = Run(
        pages=len(files),
        kilobytes=round(sum(f.stat().st_size for f in files) / len(files) / 1000, 1),
        processors=os.cpu_count() or 1,
        system=f"{os.uname().sysname}, Python {sys.version_info[0]}.{sys.version_info[1]}",
        load=round(os.getloadavg()[0], 1),
    )
    for tool in tools(options.scratch, options.sampled):
        if options.only not in tool.name:
            continue
        print(tool.name, file=sys.stderr, flush=True)
        given = _sample(options.scratch / "sample", files, tool.pages) if tool.pages else pages
        start = Measured(0.0, 0.0, 0, 0)
        if tool.pages:
            start = measure(tool.command(_sample(options.scratch / "one", files, 1)), tool.environment)
        taken = measure(tool.command(given), tool.environment)
        run.rows.append(Row(tool.name, tool.pages - 1 if tool.pages else len(files), taken, start))
    own = tools(options.scratch, 0)[0]
    if options.only in "publicity-check":
        run.cold = list(_repeated(own.command(files[0])))
        if options.many:
            for count in (100, 1000, options.many):
                print(f"publicity-check, {count} pages", file=sys.stderr, flush=True)
                folder = _sample(options.scratch / "many", files, count)
                run.memory[str(count)] = measure(own.command(folder)).memory
    return run


def _repeated(command: list[str]) -> Iterator[Measured]:
    for _ in range(5):
        yield measure(command)


def _made(folder: Path, count: int) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    write_pages(folder, count)
    return folder


def _sample(folder: Path, files: list[Path], count: int) -> Path:
    """Fill a folder with so many pages, repeated if there are fewer."""
    shutil.rmtree(folder, ignore_errors=True)
    for number in range(count):
        target = folder / f"{number // 500}" / f"{number}.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(files[number % len(files)], target)
    return folder


if __name__ == "__main__":
    sys.exit(main())
