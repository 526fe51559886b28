"""A real Kafka broker on this machine: one node, loopback only, for demos, tests and laptops."""

import atexit
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Self

from .artifacts import Progress, default_folder, fetch_jars
from .jvm import Child
from .node import BrokerError, DataDirInUse, Node, PortTaken, free_ports
from .startup_cache import Training, cache_path

STOP_GRACE_S = 15.0  # SIGTERM takes 0.3-0.7 s
NONE: Mapping[str, str] = MappingProxyType({})


class EmbeddedBroker:
    """One Kafka broker in a child process; its data is under `data_dir`.

    It ends with this process: at the exit, and on Linux also when this process is killed.
    `port` 0 takes a free one at every start. `listeners` adds listeners, each a name and its
    security protocol, on free ports; `extra_properties` are Kafka's own and win over ours.
    `jar_folder` (default: the user's cache folder) keeps the jars, and what makes starts fast.
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
        self._node: Node | None = None
        self._child: Child | None = None
        self._training: Training | None = None

    @property
    def bootstrap(self) -> str:
        """Address of the plain listener, host:port."""
        return self.address("PLAINTEXT")

    def address(self, listener: str) -> str:
        """Address of a listener, host:port; known from the first start."""
        if self._node is None:
            raise BrokerError("the broker has not been started")
        return f"127.0.0.1:{self._node.ports[listener]}"

    @property
    def pid(self) -> int:
        """Process id of the running broker."""
        if self._child is None:
            raise BrokerError("the broker is not running")
        return self._child.pid

    def is_running(self) -> bool:
        """Whether its process is alive."""
        return self._child is not None and self._child.is_running()

    @property
    def log_path(self) -> Path:
        """Kafka's log of the last start."""
        return self.data_dir / "broker.log"

    def start(self) -> None:
        """Start it and return when it takes messages; raises BrokerError or ArtifactError."""
        if self.is_running():
            return
        self.stop()  # what is left of one that was killed
        folder = self._jar_folder or default_folder()
        jars = fetch_jars(folder, self._on_progress)
        ports = free_ports(self._port, ["PLAINTEXT", "CONTROLLER", *self._listeners])
        self._node = Node(self.data_dir, ports, self._listeners, self._extra)
        cache = cache_path(folder, jars)
        self._child = _launch(self._node, jars, cache)
        atexit.register(self.stop)
        if not cache.exists():
            self._training = Training(jars, cache)

    def stop(self) -> None:
        """End the broker and wait for its end; does nothing when it is not running."""
        atexit.unregister(self.stop)
        training, self._training = self._training, None
        child, self._child = self._child, None
        if training is not None:
            training.cancel()
        if child is not None:
            child.stop(STOP_GRACE_S)

    def startup_cache_made(self, timeout_s: float) -> bool:
        """Whether nothing is left to be done for faster starts, waiting at most that long."""
        return self._training is None or self._training.wait(timeout_s)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def _launch(node: Node, jars: tuple[Path, ...], cache: Path) -> Child:
    if not cache.exists():
        return node.launch(jars)
    try:
        return node.launch(jars, [f"-XX:AOTCache={cache}"])
    except (DataDirInUse, PortTaken):
        raise
    except BrokerError:
        # Java ignores a cache that does not fit, but crashes on a damaged one.
        child = node.launch(jars)
        cache.unlink(missing_ok=True)
        return child
