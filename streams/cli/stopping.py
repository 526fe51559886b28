"""How commands end when they are told to: at once, or in order where something must be closed.

Nothing here raises KeyboardInterrupt out of the blue: inside kafka-python's network loop it is
swallowed, and the call that was waiting then waits for ever.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 128 + signal.SIGINT  # the exit code, as shells have it
_SHOW_CURSOR = "\x1b[?25h"  # a spinner hides it


class Stop:
    """Whether an end was asked for."""

    def __init__(self) -> None:
        self.is_requested = False

    def check(self) -> None:
        """Raises KeyboardInterrupt where it was."""
        if self.is_requested:
            raise KeyboardInterrupt


@contextmanager
def until_stopped() -> Iterator[Stop]:
    """Runs a body that looks at the Stop again and again, and ends quietly by its `check`.

    SIGINT, SIGTERM and SIGHUP request the stop; an impatient second Ctrl-C changes nothing, so
    that what is open gets closed. Only for the main thread.
    """
    stop = Stop()

    def request(_number: int, _frame: FrameType | None) -> None:
        stop.is_requested = True

    numbers = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
    if signal.getsignal(signal.SIGHUP) == signal.SIG_IGN:  # nohup
        numbers.remove(signal.SIGHUP)
    previous = {number: signal.signal(number, request) for number in numbers}
    try:
        yield stop
    except KeyboardInterrupt:
        if not stop.is_requested:
            raise
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


@contextmanager
def at_once() -> Iterator[None]:
    """Runs a body that has nothing to close: Ctrl-C ends the process."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        if sys.stderr.isatty():
            os.write(sys.stderr.fileno(), _SHOW_CURSOR.encode())
        os._exit(INTERRUPTED)

    previous = signal.signal(signal.SIGINT, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)
