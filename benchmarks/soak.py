"""Checks thousands of publications in one process and watches its memory: ``python -m benchmarks.soak``.

The publications are those of ``benchmarks/accuracy``, over and over. After the first fifth, in which caches fill, the
memory in use must stay flat.
"""

import argparse
import gc
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks.accuracy.cases import generate
from benchmarks.accuracy.tool import judge

SLACK = 24 * 1024 * 1024
"""Bytes that the memory in use may differ by after the first fifth."""


def publications(count: int) -> Iterator[tuple[bytes, str]]:
    """Yield so many publications."""
    found = [(case.content, case.name) for case in generate(languages=("lv", "en", "de", "pl", "el", "mt"))]
    yield from islice(cycle(found), count)


def memory() -> int:
    """Return the bytes of memory that this process holds (Linux)."""
    gc.collect()
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))


def soak(count: int) -> list[int]:
    """Check so many publications; return the memory in use after each twentieth part."""
    steps: list[int] = []
    started = time.perf_counter()
    for number, (content, name) in enumerate(publications(count), start=1):
        judge(content, name)
        if number % max(1, count // 20) == 0:
            steps.append(memory())
            print(f"{number:7} publications, {steps[-1] >> 20} MB, {time.perf_counter() - started:.0f} s", flush=True)
    return steps


def main() -> int:
    """Run the soak; 1 if the memory grew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    steps = soak(parser.parse_args().count)
    settled = steps[len(steps) // 5 :]
    growth = max(settled) - settled[0]
    print(f"grew by {growth / 2**20:.1f} MB after the first fifth; {SLACK >> 20} MB are allowed")
    return int(growth > SLACK)


if __name__ == "__main__":
    sys.exit(main())
