"""The processes that share a run: how many there may be, and how they end."""

import os
import signal
import threading
from pathlib import Path

_GROUPS = Path("/sys/fs/cgroup")


def usable_cores(groups: Path = _GROUPS) -> int:
    """Return how many cores this process may use: those it is bound to, and a container's share of them.

    ``groups`` is where Linux tells the limits of control groups.
    """
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(bound, _share(groups) or bound))


def _share(groups: Path) -> int:
    """Return how many cores a container may use, rounded up; 0 if nothing limits it."""
    first, second = "cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us"
    match _told(groups / "cpu.max") or _told(groups / first) + _told(groups / second):
        case [quota, period] if quota.isdigit() and period.isdigit() and int(period):
            return -(-int(quota) // int(period))
        case _:
            return 0


def _told(path: Path) -> list[str]:
    try:
        return path.read_text("ascii").split()
    except (OSError, UnicodeDecodeError):
        return []


def live_and_die_with_parent() -> None:
    """Let this process, a worker, end when it is told to, and at once when the one that started it is gone."""
    import multiprocessing

    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_die_after, args=(parent.sentinel,), daemon=True).start()


def _die_after(sentinel: int) -> None:
    from multiprocessing.connection import wait

    wait([sentinel])
    os._exit(1)


def end_workers() -> None:
    """End the processes that this one has started for its work, whatever they are doing.

    The thread that hands them their work may then find its queue in pieces, which is nobody's concern any more.
    """
    import multiprocessing

    threading.excepthook = _say_nothing
    for worker in multiprocessing.active_children():
        worker.terminate()


def _say_nothing(_what: threading.ExceptHookArgs) -> None:
    """Let a thread end without a word."""
