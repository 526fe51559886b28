"""`newsmill tail`: messages of topics."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from .options import Flags, settings_options
from .output import connecting, console, is_terminal, note, write_line
from .stopping import until_stopped

if TYPE_CHECKING:
    from streams.message import Message

LAST = 10  # messages, as the tail of files has lines


@click.command()
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("--from-beginning", is_flag=True, help="Begin with the oldest message.")
@click.option("--count", type=click.IntRange(1), metavar="N", help="End after N messages.")
@click.option("--follow", is_flag=True, help="Wait for new messages, until Ctrl-C.")
@settings_options
@click.pass_obj
def command(
    flags: Flags, topics: tuple[str, ...], from_beginning: bool, count: int | None, follow: bool
) -> None:
    """Show the messages of topics: all that the stages write, unless some are named.

    The last ten, or --count; with --from-beginning all there are; with --follow those to come.
    Nothing is committed: no worker notices. Names go without their prefix too.

    \b
    Example:
      newsmill tail summaries --follow
      newsmill tail rejected --from-beginning | jq -r '.headers["newsmill-reason"]' | sort | uniq -c
    """
    from streams.broker.reach import reachable
    from streams.broker.tail import tail
    from streams.topics import RAW, TOPICS

    from .run import full_names

    settings = flags.settings()
    outputs = [topic.name for topic in TOPICS if topic != RAW]
    names = full_names(topics or outputs, TOPICS, settings.topic_prefix)
    is_end = not (from_beginning or follow)
    last = count or LAST
    connection = settings.connection
    with connecting(connection.bootstrap):  # Ctrl-C ends this at once
        reachable(connection)
    with until_stopped() as stop:
        messages: Iterable[Message] = tail(
            connection, names, from_beginning, None if is_end else count, follow,
            stop=lambda: stop.is_requested, last=last if is_end else 0, tell=note,
        )  # fmt: skip
        if follow and is_terminal():
            note(f"waiting for messages on {', '.join(names)}; Ctrl-C ends it")
        _show(latest(messages, last) if is_end else messages)


def latest(messages: "Iterable[Message]", count: int) -> "Sequence[Message]":
    """The last of them by their time: each partition only knows its own."""
    return sorted(messages, key=lambda message: message.timestamp_ms or 0)[-count:]


def _show(messages: "Iterable[Message]") -> None:
    if not is_terminal():
        from streams.codecs import to_line

        for message in messages:
            write_line(to_line(message))
        return
    from .view import message_view

    screen = console()
    for message in messages:
        screen.print(message_view(message))
