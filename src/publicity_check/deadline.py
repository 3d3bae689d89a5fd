"""Ends what takes too long: the last resort where one publication would hold up all others."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 0.5
"""Seconds until time is up once more, should the first time have come where Python lets no error out."""


class TimeIsUpError(BaseException):
    """The time for something is over. No handler of ordinary errors may catch it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise :class:`TimeIsUpError` in what takes more than so many seconds of computing; 0 sets no limit.

    Computing time is counted, so that a busy machine changes no verdict. The system must have signals for it, and only
    the first thread of a process gets them; elsewhere there is no limit.
    """
    if not seconds or not hasattr(signal, "SIGPROF") or threading.current_thread() is not threading.main_thread():
        yield
        return
    counting = True

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if counting:
            raise TimeIsUpError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        counting = False
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
