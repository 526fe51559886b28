"""Command lines that texts name, taken apart as the program would, without running them."""

import re

import click

from streams.cli import main
from streams.launch import stages
from streams.settings import Settings

_NAMED = re.compile(r"(?:^|[`$] ?|&& )newsmill ((?!-)[^`&|>\n]*)", re.M)


def named_in(text: str) -> list[str]:
    """What follows `newsmill` in code, at the beginning of a line or behind a prompt."""
    return [words.strip() for words in _NAMED.findall(text)]


def parse(words: list[str]) -> None:
    """Raises click.UsageError where the program does not take them."""
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
