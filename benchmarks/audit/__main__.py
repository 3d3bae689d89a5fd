"""Measures: ``python -m benchmarks.audit [--save] [--show]``.

Fails if fewer than 97 % of the planted differences are told, more than 1 % of the other publications are told of, or
two runs of different locale, time zone, order and number of workers write different bytes.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.audit.made import PLANTED, PUBLICATIONS, operations, publications, register

SEED = 2026
TOLD = ("profile-", "title-", "acronym-", "number-not-", "number-perhaps-", "register-")
"""How the codes begin of what differs from a register."""
FOUND, FALSE = 0.97, 0.01
RESULT = Path(__file__).parent / "measured.json"
FORMATS = ("json=report.json", "xlsx=audit.xlsx", "csv=tables.zip", "earl=audit.jsonld")


def run(folder: Path, pages: list[str], jobs: str, **environment: str) -> dict[str, bytes]:
    """Check the publications in a process of its own; return what it wrote."""
    outputs = [part for form in FORMATS for part in ("--output", form)]
    command = [sys.executable, "-m", "publicity_check", "check", "--no-cache", "--lang", "en", "--jobs", jobs]
    command += [*outputs, *pages]
    done = subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return {form: (folder / form.partition("=")[2]).read_bytes() for form in FORMATS}


def main() -> None:
    """Make, check, count."""
    asked = argparse.ArgumentParser(prog="benchmarks.audit")
    asked.add_argument("--save", action="store_true", help="write the figures beside this module")
    asked.add_argument("--show", action="store_true", help="print what was missed or told falsely")
    options = asked.parse_args()
    draw = random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = operations(draw)
        register(folder, made)
        planted = publications(folder, made, draw)
        pages = sorted(planted)
        first = run(folder, pages, "1", LC_ALL="C", TZ="UTC", PYTHONHASHSEED="1")
        second = run(folder, pages[::-1], "2", LC_ALL="lv_LV.UTF-8", TZ="Pacific/Auckland", PYTHONHASHSEED="2")
    same = first == second
    if options.show:
        print("not the same:", [form for form in FORMATS if first[form] != second[form]])
    report = json.loads(first[FORMATS[0]])
    found: Counter[str] = Counter()
    false: list[str] = []
    for publication in report["publications"]:
        results = [r for r in publication["results"] if r["outcome"] in ("failed", "needs_review")]
        codes = sorted({r["code"] for r in results if r["code"].startswith(TOLD)})
        kind = planted[publication["path"]]
        found[kind] += bool(kind and codes)
        if codes and not kind:
            false.append(publication["path"])
        if options.show and bool(codes) != bool(kind):
            print(publication["path"], kind or "nothing planted", codes)
    kinds = Counter(kind for kind in planted.values() if kind)
    told = sum(found[kind] for kind in kinds)
    measured = {
        "found": told,
        "planted": PLANTED,
        "false": len(false),
        "others": PUBLICATIONS - PLANTED,
        "kinds": {kind: [found[kind], count] for kind, count in kinds.items()},
        "same bytes": same,
    }
    print(json.dumps(measured, indent=1))
    if options.save:
        RESULT.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    if told < FOUND * PLANTED or len(false) > FALSE * (PUBLICATIONS - PLANTED) or not same:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
