"""Gives generated drafts back and looks at what became of them: ``python -m benchmarks.given_back [COUNT] [SEED]``.

Of each publication of the generated set (half of them Word documents, most with a planted defect) it is looked at
whether it was lost (cannot be read any more), is worse in any check, differs where nothing was told, or is changed once
more when it is given back a second time.
"""

import io
import sys
import zipfile
from collections import Counter
from itertools import islice
from pathlib import Path

from lxml import etree

from benchmarks.accuracy.cases import SEED, generate
from publicity_check.fixing.give_back import give_back
from publicity_check.judging.advice import badness
from publicity_check.judging.evaluate import Options
from publicity_check.messages import sentences
from publicity_check.run import Run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def main(count: int = 500, seed: int = SEED) -> int:
    """Give drafts back and print what became of them; 1 if one was lost or is worse."""
    run, say, found = Run(Options()), sentences("en"), Counter[str]()
    cases = [case for case in generate(seed) if case.kind is not None]
    for case in islice(cases[:: max(1, len(cases) // count)], count):
        name = Path(f"draft.{case.draft.format}")
        given = give_back(name, case.content, run, say)
        found["drafts"] += 1
        found["comments"] += given.comments
        found["changes"] += len(given.made)
        found["withdrawn"] += len(given.withdrawn)
        found["changed"] += given.changed
        for trouble in _troubles(name, case.content, given.data, run):
            found[trouble] += 1
            print(f"{case.id}: {trouble}")
        bad, now = badness(given.before.results), badness(given.after.results)
        found["open before"] += sum(map(sum, bad.values()))
        found["open after"] += sum(map(sum, now.values()))
    print(", ".join(f"{what} {number:,}" for what, number in found.items()))
    return int(any(found[trouble] for trouble in ("lost", "worse", "differs", "changed again")))


def _troubles(name: Path, before: bytes, after: bytes, run: Run) -> list[str]:
    old, new = run.check_bytes(before, str(name)), run.check_bytes(after, str(name))
    if new.error is not None:
        return ["lost"]
    found = []
    bad, now = badness(old.results), badness(new.results)
    if any(now[check] > bad.get(check, ()) for check in now):
        found.append("worse")
    if give_back(name, after, run, sentences("en")).changed:
        found.append("changed again")
    if name.suffix == ".docx" and not _same_but_for_what_is_told(before, after):
        found.append("differs")
    if name.suffix == ".html" and not _lines_kept(before, after):
        found.append("differs")
    return found


def _same_but_for_what_is_told(before: bytes, after: bytes) -> bool:
    old, new = (zipfile.ZipFile(io.BytesIO(data)) for data in (before, after))
    for part in old.namelist():
        if old.read(part) == new.read(part) or part == "[Content_Types].xml" or part.endswith(".rels"):
            continue
        # Comments are added; those of others have to be there as they were.
        if not _refused(new.read(part)).startswith(_refused(old.read(part))):
            return False
    return True


def _refused(part: bytes) -> str:
    """Return the text of a part with all changes refused."""
    root = etree.fromstring(part)
    texts = root.iter(f"{_W}t", f"{_W}delText")
    return "".join(t.text or "" for t in texts if next(t.iterancestors(f"{_W}ins"), None) is None)


def _lines_kept(before: bytes, after: bytes) -> bool:
    """Say whether all but a few lines of a page are what they were."""
    kept = Counter(after.splitlines())
    return sum((Counter(before.splitlines()) - kept).values()) <= len(after.splitlines()) // 4


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
