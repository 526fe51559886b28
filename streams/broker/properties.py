"""The files of an embedded broker's data folder: its properties, identity and logging."""

import base64
import uuid
from collections.abc import Mapping
from pathlib import Path

PORT = 9092
"""Kafka's own, so that an address once noted stays right."""

MAX_MESSAGE_BYTES = 11 * 1024 * 1024
"""Articles of 10 MB pass, with their headers and the batch's own bytes."""

LOGGING = """\
appender.out.type = Console
appender.out.name = out
appender.out.layout.type = PatternLayout
appender.out.layout.pattern = [%d] %p %m (%c)%n
rootLogger.level = INFO
rootLogger.appenderRef.out.ref = out
"""

SMALL = {
    "process.roles": "broker,controller",
    "node.id": "1",
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "PLAINTEXT",
    # A misspelt topic is an error, not a new topic with the broker's defaults.
    "auto.create.topics.enable": "false",
    "message.max.bytes": str(MAX_MESSAGE_BYTES),
    "replica.fetch.max.bytes": str(MAX_MESSAGE_BYTES),
    "socket.request.max.bytes": str(10 * MAX_MESSAGE_BYTES),
    # One node holds every replica.
    "offsets.topic.replication.factor": "1",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "share.coordinator.state.topic.replication.factor": "1",
    "share.coordinator.state.topic.min.isr": "1",
    # One user: fewer internal partitions and threads, less to allocate at the start.
    "offsets.topic.num.partitions": "1",
    "transaction.state.log.num.partitions": "1",
    "num.network.threads": "1",
    "num.io.threads": "2",
    "log.cleaner.dedupe.buffer.size": "2097152",
    # The first worker of a group need not wait for more.
    "group.initial.rebalance.delay.ms": "0",
    # A killed broker may come back when its session has ended: 3 s, with the defaults 11 s.
    "broker.session.timeout.ms": "2000",
    "broker.heartbeat.interval.ms": "500",
}


def server_properties(
    log_dir: Path,
    ports: Mapping[str, int],
    listeners: Mapping[str, str],
    extra: Mapping[str, str],
) -> dict[str, str]:
    """What Kafka is told.

    `ports` has the port of every listener, CONTROLLER among them; `listeners` the security
    protocol of each that is not plain; `extra` wins over everything.
    """
    addresses = {name: f"{name}://127.0.0.1:{port}" for name, port in ports.items()}
    protocols = {name: listeners.get(name, "PLAINTEXT") for name in ports}
    return SMALL | {
        "log.dirs": str(log_dir),
        "controller.quorum.voters": f"1@127.0.0.1:{ports['CONTROLLER']}",
        "listeners": ",".join(addresses.values()),
        "advertised.listeners": ",".join(
            address for name, address in addresses.items() if name != "CONTROLLER"
        ),
        "listener.security.protocol.map": ",".join(f"{n}:{p}" for n, p in protocols.items()),
        **extra,
    }


def write_configuration(
    data_dir: Path,
    log_dir: Path,
    ports: Mapping[str, int],
    listeners: Mapping[str, str],
    extra: Mapping[str, str],
) -> list[str]:
    """Write Kafka's files into `data_dir`; what Java must be told to run it from them."""
    properties, logging = data_dir / "server.properties", data_dir / "log4j2.properties"
    _write_properties(properties, server_properties(log_dir, ports, listeners, extra))
    logging.write_text(LOGGING, "ascii")
    return [f"-Dlog4j2.configurationFile={logging}", "kafka.Kafka", str(properties)]


def _write_properties(path: Path, properties: Mapping[str, str]) -> None:
    """Write a Java properties file; backslashes are doubled, as Java wants."""
    lines = (f"{name}={value}" for name, value in properties.items())
    path.write_text("\n".join(lines).replace("\\", "\\\\") + "\n", "utf-8")


def format_log_dir(log_dir: Path) -> None:
    """Give a new log folder its identity: what `kafka-storage format` writes, without its JVM."""
    log_dir.mkdir(parents=True, exist_ok=True)
    path = log_dir / "meta.properties"
    if path.exists():
        return
    identity = {
        "version": "1",
        "cluster.id": _kafka_uuid(),
        "node.id": "1",
        "directory.id": _kafka_uuid(),
    }
    partial = path.with_suffix(".partial")
    _write_properties(partial, identity)
    partial.replace(path)


def _kafka_uuid() -> str:
    encoded = base64.urlsafe_b64encode(uuid.uuid4().bytes).rstrip(b"=").decode("ascii")
    # Kafka's tools read a leading dash as an option.
    return encoded if not encoded.startswith("-") else _kafka_uuid()
