"""Command lines that texts name, taken apart as the program would, without running them."""

import re
from contextlib import chdir
from pathlib import Path

import click

from streams.cli import main
from streams.launch import stages
from streams.settings import Settings

# Behind variables, or as the image's arguments; in a block of code, or between backticks.
_NAMED = re.compile(r"(?:^ {4,}.*?|`)\bnewsmill(?::[\d.]+)? ((?!-)[^`&|>\n]+)", re.M)


def named_in(text: str) -> list[str]:
    """What follows `newsmill`, or the name of its image, in a text's code."""
    return [words.strip() for words in _NAMED.findall(text)]


def parse(words: list[str], folder: Path) -> None:
    """Raises click.UsageError where the program does not take them. Makes the files it asks for."""
    for word in words:
        if word.endswith((".txt", ".jsonl")):
            (folder / word).touch()
    with chdir(folder):
        _parse(words)


def _parse(words: list[str]) -> None:
    command: click.Command = main
    context = click.Context(main, info_name="newsmill")
    while isinstance(command, click.Group):
        name, *words = words or [""]
        found = command.get_command(context, name)
        if found is None:
            raise click.UsageError(f"no command {name!r}")
        command, context = found, click.Context(found, parent=context, info_name=name)
    parsed = command.make_context(context.info_name, words, parent=context.parent).params
    known = [stage.name for stage in stages(Settings())]
    for name in parsed.get("stages", ()):
        if name not in known:
            raise click.UsageError(f"no stage {name!r}")
