"""Checks one input and says what went wrong: a crash, a hang, a wrong exit status, a report that cannot be written.

Most inputs are held against a declared project as well; which one follows from their bytes: trouble comes again.
"""

import hashlib
import json
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from types import FrameType
from xml.etree import ElementTree

from publicity_check import Partner, Project, Report, check
from publicity_check.reports import FORMATS, render

SECONDS = 5.0
"""More computing time than this is a hang; how busy the machine is does not count."""


_TOTAL, _EU = Decimal("1238641.52"), Decimal("1052845.29")
PROFILES: tuple[tuple[Project, ...], ...] = (
    (),
    (),
    (Project(number="LLI-263", rules="interreg-latvia-lithuania-2014-2020", total=_TOTAL, eu=_EU, rate=Decimal(85)),),
    (Project(number="LLI-264", titles={"en": "Nature at home", "lv": "Daba mājās"}, acronym="HOME", paths=("**",)),),
    (
        Project(
            number="101088421", rules="horizon-europe-2021-2027", total=_EU, eu=_TOTAL, currency="CZK", paths=("**",)
        ),
    ),
    (Project(acronym="EU", titles={"en": "a project of the European Union"}, total=Decimal(0), rate=Decimal(0)),),
    (
        Project(number="(LLI", numbers=("[a-z", "1"), site="www.latlit.eu", publisher="Town", fund="ERDF", total=_EU),
        Project(number="LLI-263", partners=(Partner(name="Town", total=_EU, eu=_TOTAL), Partner(name="Town"))),
    ),
    tuple(
        Project(number=f"LLI-{n}", acronym=f"A{n}", total=Decimal(n), rate=Decimal(n % 100)) for n in range(200, 300)
    ),
)
"""What inputs are held against: nothing, what some say, what contradicts them, what no project is like, many."""


def profile_of(content: bytes) -> tuple[Project, ...]:
    """Return the declared projects that an input is held against."""
    return PROFILES[hashlib.sha256(content).digest()[0] % len(PROFILES)]


class HangError(BaseException):
    """An input took too long. Nothing that catches errors of the program may catch it."""


def trouble(content: bytes, name: str) -> str:
    """Return what went wrong, "" if nothing did."""
    started = time.process_time()
    try:
        with _time_limit(SECONDS):
            report = check(content, name=name, allow_empty=True, projects=profile_of(content))
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
        if isinstance(text, bytes):
            continue
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
