"""Checks one input and says what went wrong: a crash, a hang, a wrong exit status, a report that cannot be written."""

import json
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from xml.etree import ElementTree

from publicity_check import Report, check
from publicity_check.reports import FORMATS, render

SECONDS = 5.0
"""More computing time than this is a hang; how busy the machine is does not count."""


class HangError(BaseException):
    """An input took too long. Nothing that catches errors of the program may catch it."""


def trouble(content: bytes, name: str) -> str:
    """Return what went wrong, "" if nothing did."""
    started = time.process_time()
    try:
        with _time_limit(SECONDS):
            report = check(content, name=name, allow_empty=True)
            wrong = _wrong_status(report) or _unwritable(report)
    except HangError:
        return f"hang: more than {SECONDS} s"
    except MemoryError:
        return "memory: more than the limit"
    except Exception:  # whatever escapes the library's front door is what this looks for
        return f"crash: {traceback.format_exc(limit=-4)}"
    if time.process_time() - started > SECONDS:
        return f"hang: more than {SECONDS} s"
    return wrong


def _wrong_status(report: Report) -> str:
    """Return what is wrong with the exit status: 2 for an error, else 1 for a failure, else 0."""
    publication = report.publications[0]
    outcomes = [publication.outcome.value]
    expected = 2 if "error" in outcomes else int("failed" in outcomes)
    if report.exit_code != expected:
        return f"status: {report.exit_code} for outcome {publication.outcome.value}"
    if publication.error is not None and publication.outcome.value != "error":
        return f"status: an error, but outcome {publication.outcome.value}"
    failing = [r for r in publication.results if r.level == "must" and r.outcome.value == "failed" and not r.suppressed]
    if failing and publication.outcome.value not in {"failed", "error"}:
        return f"status: failed duties, but outcome {publication.outcome.value}"
    if publication.error is not None and "an error in the program" in publication.error:
        return f"crash: {publication.error}"
    crashed = [r for r in publication.results if r.outcome.value == "error"]
    return f"crash in a check: {crashed[0].check}: {crashed[0].values['error']}" if crashed else ""


def _unwritable(report: Report) -> str:
    for name in FORMATS:
        text = render(name, report)
        text.encode("utf-8")
        if name in {"json", "sarif"}:
            json.loads(text)
        if name == "junit":
            ElementTree.fromstring(text)  # noqa: S314  # our own output
    return ""


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise HangError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
