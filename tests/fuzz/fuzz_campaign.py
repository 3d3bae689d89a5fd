"""Breaks many publications and checks each: ``make fuzz COUNT=100000``.

Inputs that got the tool into trouble are written to a folder; once the cause is mended they belong into ``found/``,
where a test keeps them from coming back. With ``--guided`` and atheris installed, its coverage leads the way.
"""

import argparse
import hashlib
import re
import resource
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from random import Random

if "--guided" in sys.argv:  # what is to be led by must be imported under its eyes
    import atheris

    with atheris.instrument_imports(include=["publicity_check"]):
        import publicity_check.api
        import publicity_check.readers.docx.read
        import publicity_check.readers.html.read
        import publicity_check.reports.json  # noqa: F401

from fuzz_guard import trouble
from fuzz_mutate import mutate, seeds

GROWTH = 512 * 1024 * 1024
"""How many bytes of memory a process may grow by."""
BATCH = 100


@cache
def _sound() -> list[tuple[bytes, str]]:
    return seeds()


def broken(seed: int, number: int) -> tuple[bytes, str]:
    """Return the broken publication of that number; the same seed and number give the same one."""
    rng = Random(f"{seed}/{number}")
    sound = _sound()
    content, name = rng.choice(sound)
    same = [other for other, other_name in sound if other_name[-5:] == name[-5:]]
    return mutate(content, name, rng, same), name


def run_batch(seed: int, first: int) -> list[tuple[int, str]]:
    """Check a batch of broken publications; return the numbers of those that made trouble, and what."""
    _limit_memory()
    before = _memory()
    found = []
    for number in range(first, first + BATCH):
        content, name = broken(seed, number)
        if wrong := trouble(content, name):
            found.append((number, wrong))
    if _memory() - before > GROWTH:
        found.append((first, f"memory: grew by {(_memory() - before) >> 20} MB"))
    return found


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@cache
def _limit_memory() -> None:
    """Keep this process from growing by much more than it may; the input that tries becomes a ``MemoryError``."""
    _sound()
    trouble(*broken(0, 0))
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + GROWTH, resource.RLIM_INFINITY))


def campaign(seed: int, count: int, jobs: int, folder: Path) -> int:
    """Check so many broken publications; return how many made trouble."""
    causes: Counter[str] = Counter()
    starts = range(0, count, BATCH)
    with ProcessPoolExecutor(jobs) as pool:
        for done, found in enumerate(pool.map(run_batch, [seed] * len(starts), starts), start=1):
            for number, wrong in found:
                cause = _cause(wrong)
                causes[cause] += 1
                if causes[cause] <= 3:
                    _keep(folder, *broken(seed, number))
                    print(f"{number}: {wrong}\n", flush=True)
            if done % 50 == 0:
                print(f"{done * BATCH} checked, {sum(causes.values())} made trouble", flush=True)
    for cause, times in causes.most_common():
        print(f"{times:6} {cause}")
    print(f"{len(starts) * BATCH} broken publications checked, {sum(causes.values())} made trouble")
    return sum(causes.values())


def _cause(wrong: str) -> str:
    """Return what tells one cause from another: the last place in the traceback and the error's name."""
    places = re.findall(r'File "[^"]*/([^/"]+)", line (\d+)', wrong)
    last = wrong.strip().splitlines()[-1][:80]
    return f"{':'.join(places[-1])} {last}" if places else wrong[:80]


def _keep(folder: Path, content: bytes, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(content).hexdigest()[:12]
    (folder / f"{digest}{Path(name).suffix}").write_bytes(content)


def guided(count: int) -> None:
    """Let atheris choose the inputs by the code they reach."""
    endings = (".html", ".docx", ".txt")

    def one(data: bytes) -> None:
        if data:
            wrong = trouble(data[1:], f"input{endings[data[0] % 3]}")
            if wrong:
                raise RuntimeError(wrong)

    folder = Path("build/fuzz/guided")
    folder.mkdir(parents=True, exist_ok=True)
    for number, (content, name) in enumerate(_sound()[::7]):
        first = bytes([endings.index(Path(name).suffix)])
        (folder / f"seed-{number}").write_bytes(first + content)
    atheris.Setup([sys.argv[0], str(folder), f"-runs={count}", "-max_len=60000", "-timeout=6"], one)
    atheris.Fuzz()


def main() -> int:
    """Run the campaign; 1 if anything made trouble."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, default=Path("build/fuzz"), help="where inputs that made trouble go")
    parser.add_argument("--guided", action="store_true", help="let atheris lead (needs the extra group 'fuzz')")
    options = parser.parse_args()
    if options.guided:
        guided(options.count)
        return 0
    return int(campaign(options.seed, options.count, options.jobs, options.folder) > 0)


if __name__ == "__main__":
    sys.exit(main())
