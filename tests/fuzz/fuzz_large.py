"""Checks publications of one thing, very often: ``make large``. None may take more than 10 s and 500 MB.

``--share 0.1`` makes all of them a tenth as large and allows a tenth of the time: what is quadratic is found sooner.
``--only TEXT`` takes those whose name holds a text.
"""

import argparse
import faulthandler
import gc
import os
import re
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from fuzz_shapes import NUMBERED, RUNS, SHAPES, numbered, page, word_file
from fuzz_tokens import numbers

from publicity_check import check, render
from publicity_check.cli import ALLOCATIONS

SECONDS = 10.0
MEGABYTES = 500
LENGTH = 2_000_000
"""Characters of what is repeated, where the things themselves are not counted."""
COUNTS = {
    "table of projects": 5_000, "table of numbers": 5_000, "table of rates": 5_000, "tables": 20_000,
    "noscript": 5_000, "noscript of different text": 5_000, "attributes": 40_000, "funding sentences": 20_000,
    "funding paragraphs": 20_000, "funding of others": 20_000, "statements": 20_000, "disclaimers": 20_000,
    "hidden": 20_000, "quotations": 20_000,
    "statements in one paragraph": 20_000, "statements in rows": 20_000, "rules that hide": 20_000,
}  # fmt: skip
"""How many of a shape there are; of others as many as fill ``LENGTH``, 100,000 at most where each is written anew."""
MOST = 100_000
NUMBERS = 1_000
"""Different project numbers on a page."""
_STACK = "Stack (most recent call first):"
REPORTS = ("text", "json", "html")


class Large(NamedTuple):
    """A large publication: what it is, the name of its file, and what makes its content."""

    title: str
    name: str
    make: Callable[[], bytes]


def publications(share: float) -> Iterator[Large]:
    """Yield all large publications, at a share of their size."""
    for shape in SHAPES:
        times = max(int(share * _times(shape)), 1)
        yield Large(f"page: {shape}", "page.html", lambda shape=shape, times=times: page(shape, times))
        if shape.startswith(("token", "words", "one long")):
            make = lambda shape=shape, times=times: SHAPES[shape](times).removeprefix("<p>").encode()  # noqa: E731
            yield Large(f"text: {shape}", "text.txt", make)
    for kind, _ in numbers(1):
        for where in NUMBERED:
            make = lambda kind=kind, where=where: numbered(kind, where, int(share * NUMBERS) or 1)  # noqa: E731
            yield Large(f"numbers: {kind} in {where}", "page.html", make)
    for shape in RUNS:
        make = lambda shape=shape: word_file(shape, int(share * MOST) or 1)  # noqa: E731
        yield Large(f"Word file: {shape}", "draft.docx", make)


def _times(shape: str) -> int:
    length = (len(SHAPES[shape](300)) - len(SHAPES[shape](100))) / 200
    fill = int(LENGTH / length)
    return fill if shape.startswith(("token", "tag", "words")) else COUNTS.get(shape, min(fill, MOST))


def measured(large: Large, seconds: float) -> str:
    """Check a publication in a process of its own; return what it cost, or why it ended."""
    content = large.make()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _check(content, large.name, seconds, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        text = told.read()
    _, status = os.waitpid(child, 0)
    if not os.WIFEXITED(status):
        text += f"OVER ended by signal {os.WTERMSIG(status)}"
    return _short(text)


def _short(text: str) -> str:
    """Return what a process told with no more of its stacks than the last calls of the program in each."""
    told = text.rpartition(f"{_STACK}\n")[2].splitlines()[-1] if text else ""
    stacks = [re.findall(r'publicity_check/(\S+)", line (\S+) in (\S+)', part) for part in text.split(_STACK)[1:4]]
    return told + "".join(
        "\n    " + " < ".join(f"{path}:{line} {function}" for path, line, function in calls[:5]) for calls in stacks
    )


def _check(content: bytes, name: str, seconds: float, told: int) -> None:
    """Check and report; write seconds and megabytes, and where it was when time was up. Does not come back."""
    out = os.fdopen(told, "w", encoding="utf-8")
    faulthandler.register(signal.SIGPROF, file=out, all_threads=False)
    signal.setitimer(signal.ITIMER_PROF, seconds, seconds / 3)
    gc.set_threshold(ALLOCATIONS, 50, 100)  # as the command line has it
    resource.setrlimit(resource.RLIMIT_CPU, (int(2 * seconds) + 1, int(2 * seconds) + 2))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    started = time.process_time()
    report = check(content, name=name, allow_empty=True)
    read = time.process_time() - started
    slowest, length = 0.0, 0
    for form in REPORTS:
        started = time.process_time()
        length = max(length, len(render(report, form)))
        slowest = max(slowest, time.process_time() - started)
    signal.setitimer(signal.ITIMER_PROF, 0)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    first = report.publications[0]
    results = first.error or f"{first.outcome.value}, {len(first.results)} results"
    mark = "OVER " if read + slowest > seconds or memory > MEGABYTES else ""
    out.write(f"{mark}{read:.2f} s to judge, {slowest:.2f} s to report {length >> 10} kB, {memory} MB: {results}")
    out.flush()
    os._exit(0)


def main() -> int:
    """Check all; 1 if one takes too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--only", default="")
    parser.add_argument("--every", type=int, default=1, help="take every n-th only")
    options = parser.parse_args()
    check(b"<p>Project LLI-263: 1 EUR. Co-funded by the European Union.", name="first.html")
    over = count = 0
    for large in list(publications(options.share))[:: options.every]:
        if options.only not in large.title:
            continue
        count += 1
        told = measured(large, max(SECONDS * options.share, 0.5))
        over += "OVER" in told
        print(f"{large.title}: {told}", flush=True)
    print(f"{count} checked, {over} took more than {SECONDS * options.share:g} s or {MEGABYTES} MB")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
