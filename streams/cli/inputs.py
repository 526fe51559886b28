"""The argument FILE of the commands that read articles."""

import sys
from collections.abc import Sequence

import click

files_argument = click.argument(
    "files",
    nargs=-1,
    metavar="[FILE]...",
    type=click.Path(exists=True, dir_okay=False, readable=True, allow_dash=True),
)


def nothing_in(files: Sequence[str]) -> str:
    """What to say where the files hold no article."""
    from streams.files import called

    return f"no article in {', '.join(map(called, files))}"


def files_or_input(files: tuple[str, ...]) -> tuple[str, ...]:
    """The files named, else standard input where something comes from it."""
    if not files and sys.stdin.isatty():
        raise click.UsageError("name a FILE, or pipe articles in (`-` reads the keyboard)")
    return files or ("-",)
