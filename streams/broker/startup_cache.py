"""Java's ahead-of-time cache of a started Kafka: with it the broker is there in half the time.

It is made once, in the background after the first start, by a second broker that is recorded at
the lowest priority: the start is 3 s, recording its end and making the cache 6 s more, which a
user should not wait for. Without a cache everything works; a stale one Java ignores by itself.
"""

import hashlib
import logging
import shutil
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from .jvm import FLAGS, Child, java, java_command
from .node import BrokerError, Node, free_ports

logger = logging.getLogger(__name__)

LOWEST_PRIORITY = 19
MAKE_TIMEOUT_S = 120.0  # 6 s on an idle machine
KEPT = 3  # caches of 66 MB, for several environments that share the folder


def cache_path(folder: Path, jars: Sequence[Path]) -> Path:
    """Where the cache for this Java, these flags and exactly these files belongs."""
    stamps = [(str(jar), jar.stat().st_size, jar.stat().st_mtime_ns) for jar in jars]
    key = hashlib.sha256(repr((str(java()), FLAGS, stamps)).encode()).hexdigest()
    return folder / f"startup-{key[:16]}.aot"


class Training:
    """Makes a cache in a thread of its own, until it is done or cancelled."""

    def __init__(self, jars: Sequence[Path], cache: Path) -> None:
        self._jars, self._cache = jars, cache
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="startup cache", daemon=True)
        self._thread.start()

    def wait(self, timeout_s: float) -> bool:
        """Whether it has ended, one way or the other, within the time."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def cancel(self) -> None:
        """End it and what it started; the next start tries again."""
        self._cancelled.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            with _workplace(self._cache.parent) as folder:
                recording = folder / "recording"
                self._record(folder, recording)
                self._make(folder, recording)
        except (OSError, BrokerError) as error:  # full disk, read-only folder, cancelled, ...
            logger.info("no startup cache this time: %s", error)

    def _record(self, folder: Path, recording: Path) -> None:
        node = Node(folder, free_ports(0, ["PLAINTEXT", "CONTROLLER"]), {}, {})
        flags = ("-XX:AOTMode=record", f"-XX:AOTConfiguration={recording}")
        child = node.launch(self._jars, flags, LOWEST_PRIORITY, self._cancelled)
        child.terminate()  # the recording is written at the end
        self._finish(child)

    def _make(self, folder: Path, recording: Path) -> None:
        made = folder / self._cache.name
        flags = ("-XX:AOTMode=create", f"-XX:AOTConfiguration={recording}", f"-XX:AOTCache={made}")
        log = folder / "make.log"
        self._finish(Child(java_command(self._jars, *flags), log, LOWEST_PRIORITY))
        made.replace(self._cache)
        prune(self._cache.parent)

    def _finish(self, child: Child) -> None:
        """Wait for its end, or bring it about."""
        try:
            for _ in range(int(MAKE_TIMEOUT_S / 0.1)):
                if child.wait(0.1):
                    return
                if self._cancelled.is_set():
                    raise BrokerError("cancelled")
            raise BrokerError(f"not done after {MAKE_TIMEOUT_S:.0f} s")
        finally:
            child.stop(grace_s=0)


def prune(folder: Path, kept: int = KEPT) -> None:
    """Remove all caches but the newest."""
    caches = sorted(folder.glob("startup-*.aot"), key=lambda cache: cache.stat().st_mtime_ns)
    for old in caches[:-kept]:
        old.unlink(missing_ok=True)


@contextmanager
def _workplace(parent: Path) -> Iterator[Path]:
    """A folder on the cache's disk, for one process at a time; another one's leftovers go."""
    with FileLock(parent / "training.lock", timeout=0):  # an OSError while another is at it
        for leftover in parent.glob("training-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=parent, prefix="training-") as folder:
            yield Path(folder)
