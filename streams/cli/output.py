"""What goes where: lines for programs to standard output, progress and notes to standard error."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from .visible import visible

if TYPE_CHECKING:
    from rich.console import Console

Advance = Callable[[int, int | None], None]
"""Called with how much is done, and how much there is in all, if that is known."""


def is_terminal() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout.isatty()


def write_line(line: bytes) -> None:
    """One line of JSON, at once: whoever reads the pipe may be waiting for it."""
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def write_object(fields: Mapping[str, Any]) -> None:
    """A JSON object on one line."""
    write_line(json.dumps(fields, ensure_ascii=False).encode())


def note(text: str) -> None:
    """A line for the person at the terminal, or for the log."""
    click.echo(f"newsmill: {visible(text)}", err=True)


def console() -> "Console":
    """Where tables and views go."""
    from rich.console import Console

    return Console(highlight=False)


@contextmanager
def waiting(text: str) -> Iterator[None]:
    """Says what takes a while: a spinner on a terminal, else one line."""
    if not sys.stderr.isatty():
        note(text)
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(text):
        yield


@contextmanager
def progress(text: str, unit: str) -> Iterator[Advance]:
    """A bar that appears with the first advance; gone when done. Silent without a terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[figures]}"))
    bar = Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True)
    task = bar.add_task(text, total=None, figures="")

    def advance(done: int, total: int | None) -> None:
        bar.start()
        figures = f"{done:,} {unit}" if total is None else f"{done:,} of {total:,} {unit}"
        bar.update(task, completed=done, total=total, figures=figures)

    try:
        yield advance
    finally:
        bar.stop()
