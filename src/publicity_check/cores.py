"""How many processes may compute at a time: what the system lets this one use, not what the machine has."""

import os
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
