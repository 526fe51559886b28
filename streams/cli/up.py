"""`newsmill up`: everything on this machine, kept running."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from streams.broker.properties import PORT

from .crew import Voices, broker_folder, embedded_broker, own_broker, worker_children
from .options import Flags, settings_options
from .output import is_terminal, note, waiting, write_object
from .stopping import Stop, until_stopped

if TYPE_CHECKING:
    from streams.broker.embedded import EmbeddedBroker
    from streams.settings import Settings


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True,
              help="Port of the embedded broker; 0 takes a free one.")  # fmt: skip
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Folder of the embedded broker; default: below data_dir.")  # fmt: skip
@settings_options
@click.pass_obj
def command(flags: Flags, port: int, data: Path | None) -> None:
    """Run everything: broker, topics, one worker process a stage.

    The broker is the embedded one, unless NEWSMILL_BOOTSTRAP or --bootstrap names yours. Missing
    topics are created. What dies is started again. Ctrl-C or SIGTERM ends all of it in order.

    \b
    Example:
      newsmill up
      newsmill up --bootstrap kafka:9092 --set replication=3
    """
    from streams.broker.admin import create_topics
    from streams.data_folder import data_folder
    from streams.launch import find_stages, page_ports
    from streams.topic_specs import topic_specs

    settings = flags.settings()
    data_folder(settings)
    ports = page_ports(settings)  # one that is taken is said before anything runs
    code = 0
    with until_stopped() as stop, _broker(settings, port, data, stop) as broker:
        more = own_broker(broker.bootstrap) if broker else {}
        settings = flags.settings(**more)
        with waiting("creating topics"):
            create_topics(settings.connection, topic_specs(settings))
        _say_where(settings, ports)
        names = [stage.name for stage in find_stages(settings, ())]
        code = _supervise({**flags.values, **more}, names, broker, stop)
    sys.exit(code)


@contextmanager
def _broker(
    settings: "Settings", port: int, data: Path | None, stop: Stop
) -> "Iterator[EmbeddedBroker | None]":
    """The embedded broker; None where another one is configured."""
    if settings.bootstrap:
        yield None
        return
    with embedded_broker(broker_folder(settings, data), port, stop) as broker:
        yield broker


def _supervise(
    flags: dict[str, object], names: list[str], broker: "EmbeddedBroker | None", stop: Stop
) -> int:
    from streams.processes import Supervisor

    def keep_broker() -> bool:
        stop.check()
        if broker and not broker.is_running():
            note("Kafka ended by itself, starting it again")
            broker.start()
        return False

    supervisor = Supervisor(worker_children(names, flags), Voices(names))
    try:
        supervisor.start()
        return supervisor.watch(keep_broker)
    finally:
        with waiting("ending workers and Kafka" if broker else "ending workers"):
            supervisor.stop()


def _say_where(settings: "Settings", ports: Mapping[str, int]) -> None:
    pages = {name: f"http://{settings.web_host}:{port}" for name, port in ports.items()}
    if not is_terminal():
        write_object({"bootstrap": settings.bootstrap, "workers": pages})
        return
    click.echo(f"bootstrap   {settings.bootstrap}")
    for name, address in pages.items():
        click.echo(f"{name:11} {address}/healthz /readyz /metrics")
    click.echo("Ctrl-C ends it all")
