"""Draws every case, writes down what is seen, and tells where the reader says otherwise."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from benchmarks.visibility.cases import MARK, Case, cases
from benchmarks.visibility.draw import draw, is_seen
from publicity_check import read

TABLE = Path(__file__).parents[2] / "tests" / "data" / "visibility.json"


def main() -> int:
    """Measure, save, compare; return 1 if the reader says otherwise anywhere."""
    known = [replace(case, seen=is_seen(pixels, lines)) for case, pixels, lines in draw(list(cases()))]
    TABLE.write_bytes(b"[\n" + b",\n".join(map(msgspec.json.encode, known)) + b"\n]\n")
    wrong = [case for case in known if said(case) is not case.seen]
    for case in wrong:
        print("seen, called hidden:" if case.seen else "HIDDEN, CALLED SEEN:", case.name)
    print(f"{len(known)} pages, {sum(not case.seen for case in known)} hide the text, {len(wrong)} judged otherwise")
    return bool(wrong)


def said(case: Case) -> bool:
    """Say whether the reader takes the text for seen."""
    with TemporaryDirectory() as folder:
        for name, content in {**case.files, "page.html": case.page}.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        return any(MARK in block.text and block.region.visible for block in read(Path(folder, "page.html")).blocks)


if __name__ == "__main__":
    sys.exit(main())
