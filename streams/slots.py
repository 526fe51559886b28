"""Which worker of a stage this process is, so that one that comes back is known again."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

_MOST = 1000  # workers of one stage on one machine
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@contextmanager
def slot(data_dir: Path, stage: str) -> Iterator[int]:
    """The lowest number that no other live worker of the stage holds on this machine.

    The lock is the kernel's: a killed worker leaves its slot at once. Raises OSError where the
    folder cannot be written.
    """
    folder = data_dir / "slots"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(_MOST):
        lock = FileLock(folder / f"{stage}-{number}.lock")
        with suppress(Timeout):
            lock.acquire(timeout=0)
            try:
                yield number
            finally:
                lock.release()
            return
    raise OSError(f"{_MOST} workers of {stage} run on this machine")


def worker_name(number: int) -> str:
    """Host and slot, fit for a group instance id."""
    return f"{_UNSAFE.sub('-', socket.gethostname())}-{number}"
