"""One run of Kafka on a data folder: its ports, files, process, and the wait until it is ready."""

import fcntl
import socket
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from .jvm import Child, java_command
from .properties import format_log_dir, write_configuration

START_TIMEOUT_S = 60.0
LOCK_WAIT_S = 5.0  # a broker whose parent was killed is still closing its files
QUOTED_LINES = 15


class BrokerError(Exception):
    """The embedded broker does not start; the text says why and what to do."""


class PortTaken(BrokerError):  # noqa: N818 - the name says what is wrong
    """Another program listens on the port."""


class DataDirInUse(BrokerError):  # noqa: N818 - the name says what is wrong
    """Another broker runs on the data folder."""


@dataclass(frozen=True)
class Node:
    """What a broker is started with; `ports` has one for PLAINTEXT, CONTROLLER and `listeners`."""

    data_dir: Path
    ports: Mapping[str, int]
    listeners: Mapping[str, str]
    extra_properties: Mapping[str, str]

    @property
    def log_path(self) -> Path:
        return self.data_dir / "broker.log"

    def launch(
        self,
        jars: Sequence[Path],
        flags: Sequence[str] = (),
        niceness: int = 0,
        cancelled: threading.Event | None = None,
    ) -> Child:
        """A broker that takes messages; raises BrokerError, quoting the log, if it ends first."""
        log_dir = self.data_dir / "kafka"
        format_log_dir(log_dir)
        _wait_for_lock(log_dir / ".lock", self.data_dir)
        arguments = write_configuration(
            self.data_dir, log_dir, self.ports, self.listeners, self.extra_properties
        )
        if self.log_path.exists():
            self.log_path.replace(self.data_dir / "broker.log.1")
        child = Child(java_command(jars, *flags, *arguments), self.log_path, niceness)
        try:
            self._wait_until_ready(child, cancelled or threading.Event())
        except BaseException:
            child.stop(grace_s=0)
            raise
        return child

    def _wait_until_ready(self, child: Child, cancelled: threading.Event) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while not _takes_messages(self.ports["PLAINTEXT"]):
            if not child.is_running():
                raise BrokerError(f"the broker ended while starting.\n{self._last_lines()}")
            if time.monotonic() > deadline:
                raise BrokerError(
                    f"the broker is not ready after {START_TIMEOUT_S:.0f} s.\n{self._last_lines()}"
                )
            if cancelled.wait(0.02):
                raise BrokerError("the start was cancelled")

    def _last_lines(self) -> str:
        lines = self.log_path.read_text("utf-8", "replace").splitlines()[-QUOTED_LINES:]
        return "\n".join([f"The last lines of {self.log_path}:", *lines])


def free_ports(first: int, names: Sequence[str]) -> dict[str, int]:
    """A port of the loopback for each name; the first gets `first`, unless that is 0."""
    with ExitStack() as held:
        ports = {}
        for name, port in zip(names, [first, *[0] * len(names)], strict=False):
            bound = held.enter_context(socket.socket())
            # As Java does: a port whose last connections are still closing is free.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                bound.bind(("127.0.0.1", port))
            except OSError as error:
                raise PortTaken(
                    f"port {port} cannot be had ({error.strerror}): end what listens on it, or"
                    " give another port (0 takes a free one)"
                ) from error
            ports[name] = bound.getsockname()[1]
    return ports


def _wait_for_lock(lock: Path, data_dir: Path) -> None:
    """Return when no broker holds Kafka's own lock file; raises DataDirInUse."""
    deadline = time.monotonic() + LOCK_WAIT_S
    with lock.open("a") as file:
        while True:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the kind of lock Java takes
                return
            except OSError as error:
                if time.monotonic() > deadline:
                    raise DataDirInUse(
                        f"another broker uses {data_dir}: stop it, or give another data folder"
                    ) from error
            time.sleep(0.05)


def _takes_messages(port: int) -> bool:
    """Whether the broker counts itself in: its port opens up to 0.5 s before that."""
    from kafka.admin import KafkaAdminClient
    from kafka.errors import KafkaError

    try:
        socket.create_connection(("127.0.0.1", port), 1).close()  # spares kafka-python's backoff
        with KafkaAdminClient(
            bootstrap_servers=f"127.0.0.1:{port}", bootstrap_timeout_ms=2000
        ) as client:
            return bool(client.describe_cluster()["brokers"])
    except (OSError, KafkaError):
        return False
