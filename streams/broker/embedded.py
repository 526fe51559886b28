"""A real Kafka broker on this machine: one node, loopback only, for demos, tests and laptops."""

import atexit
import fcntl
import logging
import socket
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import Self

from .artifacts import Progress, default_folder, fetch_jars
from .jvm import Child, java_command
from .properties import LOGGING, format_log_dir, server_properties, write_properties

logger = logging.getLogger(__name__)

START_TIMEOUT_S = 60.0
STOP_GRACE_S = 15.0  # SIGTERM takes 0.3-0.7 s
LOCK_WAIT_S = 5.0  # a broker whose parent was killed is still closing its files
QUOTED_LINES = 15
NONE: Mapping[str, str] = MappingProxyType({})


class BrokerError(Exception):
    """The embedded broker does not start; the text says why and what to do."""


class PortTaken(BrokerError):  # noqa: N818 - the name says what is wrong
    """Another program listens on the port."""


class DataDirInUse(BrokerError):  # noqa: N818 - the name says what is wrong
    """Another broker runs on the data folder."""


class EmbeddedBroker:
    """One Kafka broker in a child process, its data under `data_dir`.

    `port` 0 takes a free one at every start. `listeners` adds listeners by name and security
    protocol, on free ports; `properties` are Kafka's own and win over ours.
    """

    def __init__(
        self,
        data_dir: Path,
        port: int = 0,
        *,
        listeners: Mapping[str, str] = NONE,
        extra_properties: Mapping[str, str] = NONE,
        jar_folder: Path | None = None,
        on_progress: Progress | None = None,
    ) -> None:
        self.data_dir = data_dir.absolute()
        self._port = port
        self._listeners = dict(listeners)
        self._extra = dict(extra_properties)
        self._jar_folder = jar_folder
        self._on_progress = on_progress
        self._ports: dict[str, int] = {}
        self._child: Child | None = None

    @property
    def bootstrap(self) -> str:
        """Address of the plain listener, host:port."""
        return self.address("PLAINTEXT")

    @property
    def log_path(self) -> Path:
        return self.data_dir / "broker.log"

    @property
    def pid(self) -> int:
        """Process id of the running broker."""
        if self._child is None:
            raise BrokerError("the broker is not running")
        return self._child.pid

    def address(self, listener: str) -> str:
        """Address of a listener, host:port."""
        return f"127.0.0.1:{self._ports[listener]}"

    def is_running(self) -> bool:
        return self._child is not None and self._child.is_running()

    def start(self) -> None:
        """Start it and return when it takes messages; raises BrokerError or ArtifactError."""
        if self.is_running():
            return
        jars = fetch_jars(self._jar_folder or default_folder(), self._on_progress)
        log_dir = self.data_dir / "kafka"
        format_log_dir(log_dir)
        _wait_for_lock(log_dir / ".lock", self.data_dir)
        self._ports = _free_ports(self._port, ["PLAINTEXT", "CONTROLLER", *self._listeners])
        self._spawn(jars, log_dir)
        atexit.register(self.stop)
        try:
            self._wait_until_ready()
        except BaseException:
            self.stop()
            raise

    def _spawn(self, jars: tuple[Path, ...], log_dir: Path) -> None:
        properties = server_properties(log_dir, self._ports, self._listeners, self._extra)
        write_properties(self.data_dir / "server.properties", properties)
        (self.data_dir / "log4j2.properties").write_text(LOGGING, "ascii")
        if self.log_path.exists():
            self.log_path.replace(self.log_path.with_suffix(".log.1"))
        self._child = Child(
            java_command(
                jars,
                f"-Dlog4j2.configurationFile={self.data_dir / 'log4j2.properties'}",
                "kafka.Kafka",
                str(self.data_dir / "server.properties"),
            ),
            self.log_path,
        )

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while not (_is_open(self._ports["PLAINTEXT"]) and _takes_messages(self.bootstrap)):
            if not self.is_running():
                raise BrokerError(f"the broker ended while starting.\n{self._last_lines()}")
            if time.monotonic() > deadline:
                raise BrokerError(
                    f"the broker is not ready after {START_TIMEOUT_S:.0f} s.\n{self._last_lines()}"
                )
            time.sleep(0.02)

    def _last_lines(self) -> str:
        lines = self.log_path.read_text("utf-8", "replace").splitlines()[-QUOTED_LINES:]
        return "\n".join([f"The last lines of {self.log_path}:", *lines])

    def stop(self) -> None:
        """End the broker and wait for its end; nothing happens when it is not running."""
        atexit.unregister(self.stop)
        if self._child is not None:
            self._child.stop(STOP_GRACE_S)
            self._child = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def _free_ports(port: int, names: list[str]) -> dict[str, int]:
    """A port for each listener; the first gets `port` unless that is 0."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in names]
        for number, bound in zip([port, *[0] * len(names)], sockets, strict=False):
            # As Java does: a port whose last connections are still closing is free.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                bound.bind(("127.0.0.1", number))
            except OSError as error:
                raise PortTaken(
                    f"port {number} cannot be had ({error.strerror}): end what listens on it, or"
                    " give another port (0 takes a free one)"
                ) from error
        return {name: bound.getsockname()[1] for name, bound in zip(names, sockets, strict=True)}


def _wait_for_lock(lock: Path, data_dir: Path) -> None:
    """Return when no broker holds Kafka's own lock file; raises DataDirInUse."""
    deadline = time.monotonic() + LOCK_WAIT_S
    with lock.open("a") as file:
        while True:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except OSError as error:
                if time.monotonic() > deadline:
                    raise DataDirInUse(
                        f"another broker uses {data_dir}: stop it, or give another data folder"
                    ) from error
            time.sleep(0.05)


def _is_open(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def _takes_messages(bootstrap: str) -> bool:
    """Whether the broker counts itself in: the port opens up to 0.5 s before that."""
    from kafka.admin import KafkaAdminClient
    from kafka.errors import KafkaError

    try:
        with KafkaAdminClient(bootstrap_servers=bootstrap) as client:
            return bool(client.describe_cluster()["brokers"])
    except KafkaError:
        return False
