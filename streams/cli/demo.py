"""`newsmill demo`: a real Kafka, all workers, sample articles, and what becomes of them."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.resources import as_file
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .crew import embedded_broker, own_broker, worker_children
from .options import Flags, settings_options
from .output import progress, waiting
from .show import Crew, Show
from .stopping import INTERRUPTED, until_stopped

if TYPE_CHECKING:
    from streams.broker.embedded import EmbeddedBroker
    from streams.settings import Settings

_GRACE_S = 15.0  # nothing of a demo is worth waiting for


@click.command(
    short_help="Start a real Kafka and all workers here, and watch sample articles pass."
)
@click.option("--once", is_flag=True,
              help="Print the events as JSON lines, shut everything down, exit 0.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=0,
              help="Port of the broker; default: a free one.")  # fmt: skip
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Folder for the broker's data; default: a passing one.")  # fmt: skip
@settings_options
@click.pass_obj
def command(flags: Flags, once: bool, port: int, data: Path | None) -> None:
    """Start a real Kafka and all workers here, and watch sample articles pass.

    Sixteen news articles in four languages are published; summaries and entities are shown as the
    workers write them. It runs until Ctrl-C, so that you can go on with your own articles.

    \b
    Example:
      newsmill demo
      newsmill demo --once | jq .value.text
    """
    with until_stopped() as stop, ExitStack() as stack:
        folder = data or Path(stack.enter_context(_temporary()))
        broker = stack.enter_context(embedded_broker(folder / "kafka", port, stop))
        own = {**own_broker(broker.bootstrap), "web_port": 0, "data_dir": folder.absolute()}
        # Sixteen articles are done before the fastest engine would be found.
        own |= {"engine": "torch", "precision": "fp32"} if not flags.values.get("engine") else {}
        settings = flags.settings(**own)
        crew = stack.enter_context(_crew(settings, {**flags.values, **own}, broker))
        Show(settings, crew, publish_samples(settings), stop, once=once).run()
    if once and stop.is_requested:
        sys.exit(INTERRUPTED)


def _temporary() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="newsmill-demo-", ignore_cleanup_errors=True)


@contextmanager
def _crew(
    settings: "Settings", flags: dict[str, object], broker: "EmbeddedBroker"
) -> Iterator[Crew]:
    """Topics and running workers."""
    from streams.broker.admin import create_topics
    from streams.launch import find_stages
    from streams.processes import Supervisor
    from streams.topic_specs import topic_specs

    with waiting("creating topics"):
        create_topics(settings.connection, topic_specs(settings))
    names = [stage.name for stage in find_stages(settings, ())]
    crew = Crew(broker, names)
    crew.supervisor = Supervisor(worker_children(names, flags), crew.hear, grace_s=_GRACE_S)
    try:
        crew.supervisor.start()
        yield crew
    finally:
        with waiting("ending workers and Kafka"):
            crew.supervisor.stop()


def publish_samples(settings: "Settings") -> int:
    """Sends the sample articles; returns how many the broker has."""
    from streams.broker.publish import publish
    from streams.files import read, samples
    from streams.topics import RAW

    topic = settings.topic_prefix + RAW.name
    with as_file(samples()) as path, progress("publishing", "articles") as advance:
        messages = ((m.key, m.value, m.headers) for m in read([str(path)], topic))
        return publish(
            settings.connection, topic, messages, on_progress=lambda count: advance(count, None)
        ).count
