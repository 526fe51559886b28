"""What `newsmill bench` writes besides its lines: a picture, a page; also of earlier runs."""

import importlib.util
import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import click

from .faults import CommandError

if TYPE_CHECKING:
    from streams.bench.grouped import Measured
    from streams.bench.machine import Machine


_PICTURES = (".svg", ".png")


class Reports(NamedTuple):
    """Which files are wanted."""

    picture: Path | None
    page: Path | None

    def check(self) -> None:
        """Raises where they cannot be written: before minutes of measuring, not behind."""
        for file in filter(None, self):
            if not os.access(file.parent, os.W_OK):
                raise click.UsageError(f"{file} cannot be written: no such folder, or not yours")
        if self.picture and self.picture.suffix not in _PICTURES:
            raise click.UsageError(f"{self.picture}: a picture is one of {', '.join(_PICTURES)}")
        if self.picture and importlib.util.find_spec("matplotlib") is None:
            raise CommandError("a picture needs matplotlib: install newsmill's extra `bench`")

    def write(self, measured: "Sequence[Measured]") -> None:
        """Writes those that are wanted."""
        from streams.bench.errors import BenchError

        if self.page:
            from streams.bench.markdown import markdown

            self.page.write_text(markdown(measured, self._picture_from(self.page)), "utf-8")
        if self.picture:
            from streams.bench.picture import draw

            try:
                draw(measured, self.picture)
            except BenchError as error:
                raise CommandError(str(error)) from None

    def _picture_from(self, page: Path) -> str:
        """Where the picture is, as a link on the page says it."""
        if self.picture is None:
            return ""
        return quote(Path(os.path.relpath(self.picture, page.parent)).as_posix())


def this_run() -> "Machine":
    """The machine, and the command as it was typed, without the folders of this machine."""
    from streams.bench.machine import this_machine

    words = (word if not word.startswith("/") else Path(word).name for word in sys.argv[1:])
    return this_machine(shlex.join(["newsmill", *words]))


def earlier_runs(files: Sequence[Path]) -> "list[Measured]":
    """The runs whose lines the files keep. CommandError for a file that keeps none."""
    return [run for file in files for run in _runs(file)]


def _runs(file: Path) -> "Sequence[Measured]":
    from streams.bench.grouped import runs

    try:
        found = list(runs(file.read_text("utf-8").splitlines()))
    except ValueError as error:
        raise CommandError(f"{file} holds no lines of `newsmill bench`: {error}") from None
    if not any(run.figures for run in found):
        raise CommandError(f"{file} holds no figures")
    return found
