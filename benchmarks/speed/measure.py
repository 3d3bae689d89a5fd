"""Runs a command as a whole process and takes its time and memory."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec


class Measured(msgspec.Struct):
    """What a process and those it started took."""

    seconds: float
    """By the clock on the wall."""
    cpu: float
    """Seconds of computing, of all its processes together."""
    memory: int
    """Bytes held at the most by the largest of its processes."""
    status: int
    """Its exit status."""


def measure(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Measured:
    """Run a command with its output thrown away."""
    with Path(os.devnull).open("wb") as nowhere:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, env={**os.environ, **(environment or {})})
        _, status, usage = os.wait4(process.pid, 0)
        taken = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    return Measured(
        round(taken, 3), round(usage.ru_utime + usage.ru_stime, 3), usage.ru_maxrss * 1024, process.returncode
    )
