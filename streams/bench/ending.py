"""A run that is to end early ends what it waits for: the programs that it has started, at once."""

import select
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from tempfile import TemporaryFile
from typing import IO, Any

from streams.leash import leashed

_LOOK_EVERY_S = 0.1

_check: ContextVar[Callable[[], None]] = ContextVar("check", default=lambda: None)


@contextmanager
def ending_by(check: Callable[[], None]) -> Iterator[None]:
    """While entered, all who wait ask this again and again; it raises where the run is to end."""
    token = _check.set(check)
    try:
        yield
    finally:
        _check.reset(token)


def check_end() -> None:
    """Raises where the run is to end."""
    _check.get()()


def started(command: Sequence[str], **options: Any) -> "subprocess.Popen[Any]":
    """The program at work. It ends with us; Ctrl-C reaches us alone, and we decide when it ends."""
    return subprocess.Popen(leashed(command), start_new_session=True, **options)


def wait_for(process: "subprocess.Popen[Any]", timeout_s: float) -> int:
    """Its exit code. Raises subprocess.TimeoutExpired, and where the run is to end."""
    deadline = time.monotonic() + timeout_s
    while True:
        check_end()
        try:
            return process.wait(_LOOK_EVERY_S)
        except subprocess.TimeoutExpired:
            if time.monotonic() > deadline:
                raise


def wait_to_read(stream: IO[str]) -> None:
    """Returns when something can be read, or the stream has ended. Raises where the run does."""
    while not select.select([stream], [], [], _LOOK_EVERY_S)[0]:
        check_end()


def ran(
    command: Sequence[str],
    environment: Mapping[str, str] | None = None,
    timeout_s: float = float("inf"),
) -> "subprocess.CompletedProcess[str]":
    """The program's exit code, and what it said. Raises as `wait_for`; it is killed then."""
    with TemporaryFile("w+", errors="replace") as out, TemporaryFile("w+", errors="replace") as err:
        with started(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err
        ) as process:
            try:
                code = wait_for(process, timeout_s)
            except BaseException:
                process.kill()
                raise
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(command, code, out.read(), err.read())
