"""An orderly end: the first SIGINT, SIGTERM or SIGHUP ends the body, later ones wait for it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def until_stopped() -> Iterator[None]:
    """Runs the body, ending it with what it holds closed in order; only for the main thread."""
    previous = {number: signal.getsignal(number) for number in _SIGNALS}
    caught = [number for number in _SIGNALS if not _is_nohup(number)]

    def stop(_number: int, _frame: FrameType | None) -> None:
        for number in caught:  # an impatient second Ctrl-C must not break the cleaning up
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in caught:
        signal.signal(number, stop)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        for number in caught:
            signal.signal(number, previous[number])


def _is_nohup(number: signal.Signals) -> bool:
    return number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN
