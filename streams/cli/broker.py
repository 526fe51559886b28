"""`newsmill broker`: the embedded Kafka alone."""

import time
from pathlib import Path

import click

from streams.broker.properties import PORT

from .crew import broker_folder, embedded_broker
from .faults import CommandError
from .options import Flags, settings_options
from .output import console, is_terminal, write_object
from .stopping import until_stopped


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True,
              help="Port to listen on; 0 takes a free one.")  # fmt: skip
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Folder of its data; default: below the setting data_dir.")  # fmt: skip
@settings_options
@click.pass_obj
def command(flags: Flags, port: int, data: Path | None) -> None:
    """Run the embedded Kafka broker alone.

    It listens on this machine only, keeps its data, and runs until Ctrl-C or SIGTERM. The first
    line says where. The other commands look for it on port 9092; on another one,
    NEWSMILL_BOOTSTRAP tells them.

    \b
    Example:
      newsmill broker --port 9093 &
      export NEWSMILL_BOOTSTRAP=127.0.0.1:9093
      newsmill topics create
    """
    folder = broker_folder(flags.settings(), data)
    with until_stopped() as stop, embedded_broker(folder, port, stop) as broker:
        if is_terminal():
            console().print(
                f"bootstrap [bold]{broker.bootstrap}[/]   data {folder}   Ctrl-C ends it"
            )
        else:
            write_object({"bootstrap": broker.bootstrap, "data": str(folder)})
        while broker.is_running():
            stop.check()
            time.sleep(0.2)
        raise CommandError(f"Kafka ended by itself: see {folder / 'broker.log'}")
