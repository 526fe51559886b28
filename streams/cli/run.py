"""`newsmill run`: the pipeline in memory."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import click

from .inputs import files_argument, files_or_input
from .options import Flags, settings_options
from .output import console, is_terminal, note, waiting, write_line

if TYPE_CHECKING:
    from streams.message import Message
    from streams.settings import Settings
    from streams.stage import Stage


@click.command()
@files_argument
@click.option("--stage", "names", multiple=True, metavar="STAGE",
              help="Only this stage and those it needs before it; may be repeated.")  # fmt: skip
@click.option("--topic", "topics", multiple=True, metavar="TOPIC",
              help="Show only this topic, such as summaries; may be repeated.")  # fmt: skip
@settings_options
@click.pass_obj
def command(
    flags: Flags, files: tuple[str, ...], names: tuple[str, ...], topics: tuple[str, ...]
) -> None:
    """Run the pipeline in memory over files; no broker.

    FILE is JSON lines (.jsonl, .ndjson), JSON (.json: an article or an array of them), text (.txt)
    or a page (.html); without one, standard input. On a terminal the articles are shown; else
    every message is a line: {"topic", "key", "headers", "value"}. What cannot be used is among
    them, on the topic rejected, with the reason.

    \b
    Example:
      newsmill run article.txt
      newsmill run articles.jsonl --topic summaries | jq -r .value.text
    """
    from streams.launch import find_stages

    settings = flags.settings()
    every, wanted = find_stages(settings, ()), find_stages(settings, names)
    stages = needed(every, wanted)
    shown = full_names(topics, settings.topic_prefix)
    rejected: Counter[str] = Counter()
    messages = _counting(run(settings, stages, files_or_input(files)), rejected)
    if not is_terminal():
        _write(messages, shown)
    elif shown:
        _show_messages(messages, shown)
    else:
        _show_articles(messages, stages)
    if rejected:
        reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(rejected.items()))
        note(f"{rejected.total()} rejected: {reasons}; --topic rejected shows what and why")


def _counting(messages: Iterable["Message"], rejected: Counter[str]) -> Iterator["Message"]:
    """The messages as they are; the reasons of those on the topic rejected are counted."""
    for message in messages:
        if reason := message.header("newsmill-reason"):
            rejected[reason] += 1
        yield message


def needed(every: Sequence["Stage"], wanted: Sequence["Stage"]) -> list["Stage"]:
    """The wanted stages and those that feed them, in the pipeline's order."""
    names = {stage.name for stage in wanted}
    for stage in reversed(every):
        if any(stage.target == after.source for after in every if after.name in names):
            names.add(stage.name)
    return [stage for stage in every if stage.name in names]


def full_names(topics: Iterable[str], prefix: str) -> list[str]:
    """The topics' names with their prefix. Raises click.UsageError for one that is none."""
    from streams.topics import TOPICS

    known = [topic.name for topic in TOPICS]
    short = [topic.removeprefix(prefix) for topic in topics]
    for name in short:
        if name not in known:
            raise click.UsageError(f"no topic {name!r}: there are {', '.join(known)}")
    return [prefix + name for name in dict.fromkeys(short)]


def run(
    settings: "Settings", stages: Sequence["Stage"], paths: Iterable[str]
) -> Iterator["Message"]:
    """Every message that the stages send for the articles in the files."""
    from streams.files import read
    from streams.local import run
    from streams.topics import RAW

    prefix = settings.topic_prefix
    return run(
        stages, read(paths, prefix + RAW.name), prefix=prefix, max_bytes=settings.max_message_bytes
    )


def _write(messages: Iterable["Message"], shown: Sequence[str]) -> None:
    from streams.codecs import to_line

    for message in messages:
        if not shown or message.topic in shown:
            write_line(to_line(message))


def _show_messages(messages: Iterator["Message"], shown: Sequence[str]) -> None:
    from .view import message_view

    screen = console()
    for message in _awaited(messages):
        if message.topic in shown:
            screen.print(message_view(message))


def _show_articles(messages: Iterator["Message"], stages: Sequence["Stage"]) -> None:
    from .gather import Gathering
    from .view import card_view

    screen, gathering = console(), Gathering(stages)
    for message in _awaited(messages):
        if card := gathering.add(message):
            screen.print(card_view(card))


def _awaited(messages: Iterator["Message"]) -> Iterator["Message"]:
    """The messages as they come; the models take their time before the first."""
    with waiting("loading models, reading"):
        first = next(messages, None)
    return chain([first], messages) if first else iter(())
