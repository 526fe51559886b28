"""`newsmill publish`: raw articles from files to the first topic."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from .faults import FAILED
from .inputs import files_argument, files_or_input, nothing_in
from .options import Flags, settings_options
from .output import connecting, is_terminal, note, progress, write_object
from .stopping import INTERRUPTED, Stop, until_stopped

if TYPE_CHECKING:
    from streams.broker.publish import Outgoing
    from streams.message import Message


@click.command()
@files_argument
@click.option("--rate", type=click.FloatRange(0, min_open=True), metavar="N",
              help="At most so many articles a second.")  # fmt: skip
@settings_options
@click.pass_obj
def command(flags: Flags, files: tuple[str, ...], rate: float | None) -> None:
    """Send raw articles, and wait until the broker has them.

    FILE is JSON lines (.jsonl, .ndjson), JSON (.json), text (.txt) or a page (.html); without one,
    standard input. An article that has an id or a URL is keyed by it, so that its versions stay
    in order. Exits with 1 where there is none, or one cannot be sent.

    \b
    Example:
      newsmill publish articles.jsonl page.html
      curl -s https://example.com/story.html | newsmill publish
    """
    from streams.broker.publish import publish
    from streams.broker.reach import reachable
    from streams.files import Numbering, read
    from streams.topics import RAW

    settings = flags.settings()
    numbering = Numbering()
    paths, topic = files_or_input(files), settings.topic_prefix + RAW.name
    connection = settings.connection
    with connecting(connection.bootstrap):  # Ctrl-C ends this at once
        reachable(connection)
    with until_stopped() as stop, progress("publishing", "articles") as advance:
        messages = _outgoing(read(paths, topic, numbering), stop)
        published = publish(connection, topic, messages, rate, lambda count: advance(count, None))
    for failure in published.failures:
        note(f"{numbering.name(failure.position)} cannot be sent: {failure.reason}")
    if is_terminal():
        click.echo(f"{published.count} published to {topic}")
    else:
        write_object({"topic": topic, "published": published.count,
                      "failed": len(published.failures)})  # fmt: skip
    if stop.is_requested:
        note(f"interrupted: {published.count} published, the rest was not sent")
        sys.exit(INTERRUPTED)
    if not numbering.count:
        note(nothing_in(paths))
    sys.exit(FAILED if published.failures or not numbering.count else 0)


def _outgoing(messages: "Iterable[Message]", stop: Stop) -> "Iterator[Outgoing]":
    for message in messages:
        if stop.is_requested:
            return  # what is on its way is waited for, and counted
        yield message.key, message.value, message.headers
