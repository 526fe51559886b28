"""What goes where: lines for programs to standard output, progress and notes to standard error."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from .visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress


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
def connecting(address: str | None) -> Iterator[None]:
    """Shows on a terminal whom we wait for; silent in a pipe, where nobody wonders."""
    if not sys.stderr.isatty():
        yield
        return
    with waiting(f"connecting to {address}"):
        yield


class Bar:
    """A bar on standard error; it appears with the first call. Silent without a terminal."""

    def __init__(self, text: str, unit: str) -> None:
        self._unit = unit
        self._bar: Progress | None = None
        if sys.stderr.isatty():
            self._bar = _bar()
            self._task = self._bar.add_task(text, total=None, figures="")

    def __call__(self, done: int, total: int | None) -> None:
        """How much is done, and how much there is in all, if that is known."""
        if self._bar is None:
            return
        self._bar.start()
        figures = f"{done:,}" if total is None else f"{done:,} of {total:,}"
        self._bar.update(self._task, completed=done, total=total, figures=f"{figures} {self._unit}")

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Out of the way of what is written meanwhile."""
        is_shown = self._bar is not None and self._bar.live.is_started
        self.stop()
        yield
        if self._bar is not None and is_shown:
            self._bar.start()

    def stop(self) -> None:
        """Takes it away."""
        if self._bar is not None:
            self._bar.stop()


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[figures]}"))
    # Standard output is for lines and views, whatever is shown on standard error.
    return Progress(
        *columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True,
        redirect_stdout=False,
    )  # fmt: skip


@contextmanager
def progress(text: str, unit: str) -> Iterator[Bar]:
    """A bar that is gone when done."""
    bar = Bar(text, unit)
    try:
        yield bar
    finally:
        bar.stop()
