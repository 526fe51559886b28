"""`newsmill tail`: messages of topics."""

import click

from .options import Flags, settings_options
from .output import console, is_terminal, note, write_line
from .stopping import until_stopped

LAST = 10  # messages of each partition, like the tail of files


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

    The last few of each partition; with --from-beginning all; with --follow those still to come.
    Nothing is committed: no worker notices. Names go without their prefix too.

    \b
    Example:
      newsmill tail summaries --follow
      newsmill tail rejected --from-beginning | jq -r '.headers["newsmill-reason"]' | sort | uniq -c
    """
    from streams.broker.tail import tail
    from streams.codecs import to_line
    from streams.topics import RAW, TOPICS

    from .run import full_names

    settings = flags.settings()
    outputs = [topic.name for topic in TOPICS if topic != RAW]
    names = full_names(topics or outputs, settings.topic_prefix)
    last = 0 if follow else count or LAST
    with until_stopped() as stop:
        messages = tail(
            settings.connection, names, from_beginning, count, follow,
            stop=lambda: stop.is_requested, last=last,
        )  # fmt: skip
        if not is_terminal():
            for message in messages:
                write_line(to_line(message))
            return
        if follow:
            note(f"waiting for messages on {', '.join(names)}; Ctrl-C ends it")
        from .view import message_view

        screen = console()
        for message in messages:
            screen.print(message_view(message))
