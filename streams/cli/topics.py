"""`newsmill topics`: create, check, list."""

from typing import TYPE_CHECKING

import click

from .options import Flags, settings_options
from .output import console, is_terminal, note, waiting, write_object

if TYPE_CHECKING:
    from rich.table import Table


@click.group()
def command() -> None:
    """Create, check or list the topics.

    \b
    Example:
      newsmill topics create --set partitions=8
    """


@command.command()
@settings_options
@click.pass_obj
def create(flags: Flags) -> None:
    """Create the topics that are missing.

    Partitions, replication and retention come from the settings; topics that exist stay as they
    are (see `newsmill topics check`).

    \b
    Example:
      newsmill topics create --set partitions=8 --set replication=3
    """
    from streams.broker.admin import create_topics
    from streams.topic_specs import topic_specs

    settings = flags.settings()
    specs = topic_specs(settings)
    with waiting("creating topics"):
        created = set(create_topics(settings.connection, specs))
    width = max(len(spec.name) for spec in specs)
    for spec in specs:
        state = "created" if spec.name in created else "exists"
        if is_terminal():
            click.echo(f"{spec.name:{width}}  {state}")
        else:
            write_object({"topic": spec.name, "state": state})


@command.command()
@settings_options
@click.pass_context
def check(ctx: click.Context) -> None:
    """Say how the topics differ from the settings; exit code 1 if they do.

    \b
    Example:
      newsmill topics check && newsmill worker
    """
    from streams.broker.admin import check_topics
    from streams.topic_specs import topic_specs

    settings = ctx.ensure_object(Flags).settings()
    specs = topic_specs(settings)
    with waiting("comparing topics"):
        differences = check_topics(settings.connection, specs)
    for one in differences:
        if is_terminal():
            click.echo(f"{one}: {remedy(one.what, one.found)}")
        else:
            write_object(
                {"topic": one.topic, "what": one.what, "wanted": one.wanted, "found": one.found,
                 "do": remedy(one.what, one.found)}
            )  # fmt: skip
    if differences:
        ctx.exit(1)
    note(f"all {len(specs)} topics are as the settings want them")


_SETTINGS = {"retention.ms": "NEWSMILL_RETENTION_HOURS",
             "max.message.bytes": "NEWSMILL_MAX_MESSAGE_BYTES"}  # fmt: skip


def remedy(what: str, found: str | None) -> str:
    """What to do about a difference."""
    if found is None:
        return "run `newsmill topics create`"
    if what == "partitions":
        return "set NEWSMILL_PARTITIONS to what there is, or add partitions with your Kafka's tools"
    if what == "replication":
        return "set NEWSMILL_REPLICATION to what there is, or reassign the topic's replicas"
    setting = _SETTINGS.get(what)
    return f"alter the topic's {what}, or {f'set {setting}' if setting else 'leave it'}"


@command.command("list")
@settings_options
@click.pass_obj
def list_(flags: Flags) -> None:
    """List the topics with the settings' prefix, and how much is on them.

    \b
    Example:
      newsmill topics list
    """
    from streams.broker.admin import list_topics

    settings = flags.settings()
    with waiting("asking for topics"):
        topics = list_topics(settings.connection, settings.topic_prefix)
    if is_terminal():
        console().print(_table([(t.name, t.partition_count, t.message_count) for t in topics]))
        return
    for topic in topics:
        write_object(
            {"topic": topic.name, "partitions": topic.partition_count,
             "messages": topic.message_count}
        )  # fmt: skip


def _table(rows: list[tuple[str, int, int]]) -> "Table":
    from rich.table import Table

    table = Table("topic", box=None, pad_edge=False, header_style="dim")
    table.add_column("partitions", justify="right")
    table.add_column("messages", justify="right")
    for name, partitions, messages in rows:
        table.add_row(name, str(partitions), f"{messages:,}")
    return table
