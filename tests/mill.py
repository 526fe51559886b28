"""A mill on the test broker: its topics, its worker processes, what it has said."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kafka import KafkaConsumer, TopicPartition

from streams.bench.pages import Address, ask
from streams.broker.admin import create_topics
from streams.broker.publish import publish
from streams.broker.security import Connection
from streams.leash import leashed
from streams.message import Message
from streams.settings import Settings
from streams.topic_specs import topic_specs

DEADLINE_S = 120.0


def wait_until(is_true: Callable[[], bool], what: str, deadline_s: float = DEADLINE_S) -> float:
    """Returns after how many seconds it was true; fails at the deadline."""
    started = time.monotonic()
    while not is_true():
        waited = time.monotonic() - started
        assert waited < deadline_s, f"not within {deadline_s:g} s: {what}"
        time.sleep(0.05)  # between two looks, not in place of one
    return time.monotonic() - started


@dataclass(frozen=True)
class Worker:
    """One worker process."""

    stage: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def name(self) -> str | None:
        """What it calls itself in journey records; None before it has said so."""
        return found[1] if (found := self._beginning) else None

    @property
    def pages(self) -> Address | None:
        """Where its pages are; None before it has said so."""
        return (found[2], int(found[3])) if (found := self._beginning) else None

    def page(self, name: str) -> str:
        """What the page says; empty JSON where nobody answers yet."""
        return ask(self.pages, f"/{name}").decode() if self.pages else "{}"

    @property
    def is_ready(self) -> bool:
        """Whether it has partitions to work on. Fails where it has ended."""
        assert self.process.poll() is None, self.log.read_text()
        said = json.loads(self.page("readyz"))
        return said.get("status") == "ok" and bool(said["partitions"])

    @property
    def _beginning(self) -> re.Match[str] | None:
        return re.search(r"worker (\S+), pages on (\S+):(\d+)", self.log.read_text())


@dataclass
class Mill:
    """Worker processes of one topic prefix."""

    settings: Settings
    folder: Path
    environment: dict[str, str]
    workers: list[Worker] = field(default_factory=list)
    reader: KafkaConsumer | None = None
    seen: list[Message] = field(default_factory=list)

    @property
    def connection(self) -> Connection:
        return self.settings.connection

    def start(self, *stages: str) -> None:
        """One more worker process for each of the stages."""
        for stage in stages:
            command = leashed((sys.executable, "-m", "streams.cli", "worker", stage))
            log = self.folder / f"{stage}-{time.monotonic_ns()}.log"
            with log.open("wb") as out:
                process = subprocess.Popen(command, env=self.environment, stdout=out, stderr=out)
            self.workers.append(Worker(stage, process, log))

    def kill(self, number: int) -> Worker:
        """kill -9; returns the worker that was."""
        worker = self.workers.pop(number)
        worker.process.send_signal(signal.SIGKILL)
        worker.process.wait()
        return worker

    def stop(self) -> list[int]:
        """SIGTERM to all; their exit codes."""
        running, self.workers = self.workers, []
        for worker in running:
            worker.process.send_signal(signal.SIGTERM)
        return [worker.process.wait(60) for worker in running]

    def publish(
        self, values: Iterable[bytes | None], key: bytes | None = None, rate: float | None = None
    ) -> None:
        messages = ((key, value, ()) for value in values)
        done = publish(self.connection, self.topic("raw"), messages, rate=rate)
        assert not done.failures, done

    def topic(self, name: str) -> str:
        return self.settings.topic_prefix + name

    def read(self) -> list[Message]:
        """Everything on the topics of the mill but raw, in order of arrival here."""
        if self.reader is None:
            names = [spec.name for spec in topic_specs(self.settings)]
            self.reader = KafkaConsumer(
                bootstrap_servers=self.connection.bootstrap,
                group_id=None,
                auto_offset_reset="earliest",
                max_partition_fetch_bytes=20_000_000,
            )
            self.reader.assign(
                [
                    TopicPartition(name, partition)
                    for name in names
                    if not name.endswith(".raw")
                    for partition in range(self.settings.partitions)
                ]
            )
        for records in self.reader.poll(timeout_ms=200).values():
            self.seen += [
                Message(
                    r.topic, r.key, r.value, tuple(r.headers), r.partition, r.offset, r.timestamp
                )
                for r in records
            ]
        return self.seen

    def on(self, name: str) -> list[Message]:
        """What was read from one topic so far."""
        return [message for message in self.seen if message.topic == self.topic(name)]

    def logs(self) -> str:
        """What the workers have said."""
        return "\n".join(path.read_text() for path in sorted(self.folder.glob("*.log")))


@contextmanager
def mill(
    bootstrap: str, prefix: str, folder: Path, *stages: str, **fields: object
) -> Iterator[Mill]:
    """Topics made, workers started, everything stopped at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    fields = {
        "bootstrap": bootstrap,
        "topic_prefix": prefix,
        "data_dir": folder / "data",
        "web_port": 0,
        "engine": "torch",  # trying engines at each start would only take time
        "precision": "fp32",
        **fields,
    }
    settings = Settings(**fields)  # type: ignore[arg-type] # the fields of a test
    create_topics(settings.connection, topic_specs(settings))
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("NEWSMILL_")}
    environment = {**inherited, **{f"NEWSMILL_{k.upper()}": str(v) for k, v in fields.items()}}
    running = Mill(settings, folder, environment)
    try:
        running.start(*stages)
        yield running
    finally:
        for worker in running.workers:
            worker.process.kill()
            worker.process.wait()
        if running.reader is not None:
            running.reader.close()
