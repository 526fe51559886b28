"""`newsmill run`: the pipeline in memory."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

import click

from .faults import FAILED
from .inputs import files_argument, files_or_input
from .options import Flags, settings_options
from .output import console, is_terminal, progress, waiting, write_line

if TYPE_CHECKING:
    from streams.files import Numbering
    from streams.message import Message
    from streams.settings import Settings
    from streams.stage import Stage
    from streams.topics import Topic

    from .gather import Card
    from .output import Bar
    from .passage import Passage

    Seen = tuple[Message, Card | None]


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
    them, on the topic rejected, with the reason; standard error says which files it was. Exits
    with 1 where no article could be used.

    \b
    Example:
      newsmill run article.txt
      newsmill run articles.jsonl --topic summaries | jq -r .value.text
    """
    from streams.files import Numbering, count
    from streams.launch import find_stages

    from .passage import Passage

    settings = flags.settings()
    every, wanted = find_stages(settings, ()), find_stages(settings, names)
    stages = needed(every, wanted)
    shown = full_names(topics, _written(stages), settings.topic_prefix)
    paths, numbering = files_or_input(files), Numbering()
    messages = run(settings, stages, paths, numbering)
    with progress("reading", "articles") as bar:
        total = count(paths) if sys.stderr.isatty() else None
        passage = Passage(stages, numbering, bar, total)
        show(messages, passage, bar, shown)
    if not passage.sum_up(paths):
        sys.exit(FAILED)


def needed(every: Sequence["Stage"], wanted: Sequence["Stage"]) -> list["Stage"]:
    """The wanted stages and those that feed them, in the pipeline's order."""
    names = {stage.name for stage in wanted}
    for stage in reversed(every):
        if any(stage.target == after.source for after in every if after.name in names):
            names.add(stage.name)
    return [stage for stage in every if stage.name in names]


def full_names(topics: Iterable[str], known: Iterable["Topic"], prefix: str) -> list[str]:
    """The topics' names with their prefix. Raises click.UsageError for one that is not known."""
    names = [topic.name for topic in known]
    short = [topic.removeprefix(prefix) for topic in topics]
    for name in short:
        if name not in names:
            raise click.UsageError(f"no topic {name!r} here: there are {', '.join(names)}")
    return [prefix + name for name in dict.fromkeys(short)]


def _written(stages: Iterable["Stage"]) -> "list[Topic]":
    """The topics that the stages write to."""
    from streams.topics import JOURNEY, REJECTED

    return [*(stage.target for stage in stages), REJECTED, JOURNEY]


def run(
    settings: "Settings",
    stages: Sequence["Stage"],
    paths: Iterable[str],
    numbering: "Numbering | None" = None,
) -> Iterator["Message"]:
    """Every message that the stages send for the articles in the files."""
    from streams.files import read
    from streams.local import run
    from streams.topics import RAW

    prefix = settings.topic_prefix
    articles = read(paths, prefix + RAW.name, numbering)
    return run(stages, articles, prefix=prefix, max_bytes=settings.max_message_bytes)


def show(
    messages: Iterator["Message"], passage: "Passage", bar: "Bar", shown: Sequence[str]
) -> None:
    """Lines to a pipe; to a terminal the messages of the topics wanted, else the articles."""
    if not is_terminal():
        _write(messages, passage, shown)
        return
    with waiting("loading models, reading"):
        first = list(islice(messages, 1))
    every = passage.follow(chain(first, messages))
    if shown:
        _show_messages(every, passage, bar, shown)
    else:
        _show_articles(every, passage, bar)


def _write(messages: Iterable["Message"], passage: "Passage", shown: Sequence[str]) -> None:
    from streams.codecs import to_line

    for message, card in passage.follow(messages):
        if not shown or message.topic in shown:
            write_line(to_line(message))
        if card:
            passage.say_why(card)


def _show_messages(
    every: Iterable["Seen"], passage: "Passage", bar: "Bar", shown: Sequence[str]
) -> None:
    from .view import message_view

    screen = console()
    for message, card in every:
        if message.topic in shown:
            with bar.aside():
                screen.print(message_view(message))
        if card:
            passage.say_why(card)


def _show_articles(every: Iterable["Seen"], passage: "Passage", bar: "Bar") -> None:
    from .view import card_view

    screen = console()
    for _, card in every:
        if card:
            with bar.aside():
                screen.print(card_view(card, passage.name(card) if card.rejections else ""))
