"""Worker processes: started, their output prefixed, restarted with backoff, ended in time."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO

from .leash import GRACE_S, leashed

_LONGEST_PAUSE_S = 30.0
_STEADY_AFTER_S = 60.0  # a child that has run this long starts anew without a pause
MISUSED = 2  # an exit code that no restart will change


@dataclass
class Child:
    """One process under watch."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] | None = None
    process: subprocess.Popen[str] | None = None
    started: float = 0.0
    failures: int = 0
    due: float = 0.0  # monotonic; when to start it next
    threads: list[threading.Thread] = field(default_factory=list)


class Supervisor:
    """Keeps children running until told to stop. `emit` gets each line they say.

    Start and watch from a thread that lives as long as the children: they end with it.
    """

    def __init__(
        self,
        children: Sequence[Child],
        emit: Callable[[str, str], None],
        *,
        grace_s: float = GRACE_S,
    ) -> None:
        self._children = children
        self._emit = emit
        self._grace_s = grace_s
        self._stopping = threading.Event()

    def start(self) -> None:
        """Starts all children."""
        for child in self._children:
            self._spawn(child)

    def watch(self, until: Callable[[], bool] = lambda: False) -> int:
        """Restarts what ends, until `until` or `stop`. Returns the exit code: 0, or a child's 2."""
        while not self._stopping.is_set() and not until():
            for child in self._children:
                if self._look_at(child) == MISUSED:
                    self._emit(child.name, "ended for good: see its last lines")
                    return MISUSED
            self._stopping.wait(0.1)
        return 0

    def ended(self) -> dict[str, int]:
        """Exit codes of the children that have ended by now, by name."""
        codes = {c.name: c.process.poll() for c in self._children if c.process}
        return {name: code for name, code in codes.items() if code is not None}

    def request_stop(self) -> None:
        """Makes `watch` return. Safe in a signal handler."""
        self._stopping.set()

    def stop(self) -> None:
        """Ends all children: SIGTERM, and SIGKILL for those that outlast the grace period."""
        self._stopping.set()
        running = [c.process for c in self._children if c.process and c.process.poll() is None]
        for process in running:
            process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + self._grace_s
        for process in running:
            try:
                process.wait(max(deadline - time.monotonic(), 0))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for child in self._children:
            for thread in child.threads:
                thread.join(1)

    def _look_at(self, child: Child) -> int | None:
        """Notes an end and plans a restart; restarts what is due. Returns the code of an end."""
        now = time.monotonic()
        if child.process is None:
            if now >= child.due:
                self._spawn(child)
            return None
        code = child.process.poll()
        if code is None:
            return None
        child.process = None
        steady = now - child.started > _STEADY_AFTER_S
        child.failures = 1 if steady else child.failures + 1
        pause = 0.0 if child.failures == 1 else min(2.0 ** (child.failures - 2), _LONGEST_PAUSE_S)
        child.due = now + pause
        self._emit(child.name, f"ended with code {code}, starts again in {pause:g} s")
        return code

    def _spawn(self, child: Child) -> None:
        child.started = time.monotonic()
        child.process = subprocess.Popen(
            leashed(child.command, grace_s=self._grace_s),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=dict(child.environment) if child.environment is not None else None,
            start_new_session=True,  # Ctrl-C reaches us alone; we end the children in order
        )
        assert child.process.stdout is not None
        thread = threading.Thread(
            target=self._copy, args=(child.name, child.process.stdout), daemon=True
        )
        thread.start()
        child.threads = [*(t for t in child.threads if t.is_alive()), thread]

    def _copy(self, name: str, lines: IO[str]) -> None:
        with lines:
            for line in lines:
                self._emit(name, line.rstrip("\n"))


def newsmill(*arguments: str) -> tuple[str, ...]:
    """The command line that runs this program with the same interpreter."""
    return python_module("streams.cli", *arguments)


def python_module(name: str, *arguments: str) -> tuple[str, ...]:
    """The command line that runs a module with the same interpreter."""
    # -P: a folder `agents` or `schemas` where the user happens to stand is not ours.
    return (sys.executable, "-P", "-m", name, *arguments)
