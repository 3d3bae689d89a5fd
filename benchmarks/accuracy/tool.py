"""Runs the tool: the one place of this benchmark that knows it. What comes back is its JSON report, as plain data."""

import json
import traceback
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from publicity_check import check
from publicity_check.reports import json as to_json
from publicity_check.reports.options import ReportOptions

Judged = dict[str, Any]
"""The entry of one publication in the JSON report, with "exit_code", and "crash" if the tool broke down."""


def judge(content: bytes, name: str) -> Judged:
    """Check one publication and return its entry of the JSON report."""
    try:
        report = check(content, name=name)
        found: Judged = json.loads(to_json.render(report, ReportOptions()))["publications"][0]
    except Exception:  # a crash is what this benchmark is there to count
        return {"crash": traceback.format_exc(limit=-3), "outcome": "error", "results": [], "facts": None}
    return {**found, "exit_code": report.exit_code}


def judge_all(publications: Iterable[tuple[bytes, str]], jobs: int = 1) -> Iterator[Judged]:
    """Check many publications in the order given, in several processes if ``jobs`` says so."""
    pairs = list(publications)
    if jobs < 2:
        yield from (judge(*pair) for pair in pairs)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(judge, *zip(*pairs, strict=True), chunksize=32)
