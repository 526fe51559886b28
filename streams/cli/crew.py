"""What `worker`, `up` and `demo` have in common: worker processes, and a broker of our own."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import click

from streams.processes import Child, newsmill

from .output import note, progress, waiting
from .stopping import Stop
from .visible import visible

if TYPE_CHECKING:
    from streams.broker.embedded import EmbeddedBroker
    from streams.settings import Settings

_COLOURS = ("cyan", "green", "magenta", "yellow", "blue")
_MEGABYTE = 1_000_000


def worker_children(names: Sequence[str], flags: Mapping[str, object]) -> list[Child]:
    """One worker process a stage. Settings travel as variables: others can read command lines."""
    from streams.settings import variable

    environment = {**os.environ, **{variable(name): str(flags[name]) for name in flags}}
    return [Child(name, newsmill("worker", name), environment) for name in names]


class Voices:
    """Prints what children say, each line led by who said it."""

    def __init__(self, names: Sequence[str]) -> None:
        self._width = max(map(len, names))
        self._colours = {name: _COLOURS[i % len(_COLOURS)] for i, name in enumerate(names)}
        self._lock = Lock()  # lines of different children must not mix

    def __call__(self, name: str, line: str) -> None:
        """Prints one line to standard error."""
        with self._lock:
            who = click.style(f"{name:{self._width}} |", fg=self._colours.get(name))
            click.echo(f"{who} {visible(line)}", err=True)


def own_broker(address: str) -> dict[str, object]:
    """The settings that lead to a broker of our own, whatever other one is configured."""
    return {"bootstrap": address, "security_protocol": "PLAINTEXT", "replication": 1}


@contextmanager
def embedded_broker(data_dir: Path, port: int, stop: Stop) -> "Iterator[EmbeddedBroker]":
    """A running broker; the first start on a machine downloads it, which shows."""
    from streams.broker.artifacts import default_folder, fetch_jars, missing_bytes
    from streams.broker.embedded import EmbeddedBroker

    wanted = missing_bytes(default_folder())
    if wanted and not sys.stderr.isatty():  # a terminal has the bar
        note(f"downloading Kafka, once: {wanted // _MEGABYTE} MB")
    with progress("downloading Kafka, once", "MB") as advance:

        def on_progress(done: int, total: int) -> None:
            stop.check()  # ends the download; it is called from the threads that fetch
            advance(done // _MEGABYTE, total // _MEGABYTE)

        fetch_jars(default_folder(), on_progress)
    broker = EmbeddedBroker(data_dir, port)
    with waiting("starting Kafka"):
        broker.start()
    try:
        stop.check()
        yield broker
    finally:
        broker.stop()


def broker_folder(settings: "Settings", data: Path | None) -> Path:
    """Where the embedded broker keeps its data."""
    from streams.data_folder import data_folder

    return data or data_folder(settings) / "broker"
