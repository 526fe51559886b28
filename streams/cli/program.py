"""A click group that imports its commands late, and turns errors into lines one can act on."""

import os
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from .faults import MISUSED
from .options import Flags
from .output import note
from .stopping import INTERRUPTED, at_once


@contextmanager
def _misuse_in_a_line() -> Iterator[None]:
    """What click finds wrong with the command line is said as all else is, and where to look."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise  # it shows the help
    except click.UsageError as error:
        text = error.format_message().removesuffix(".")
        whose = error.ctx.command_path if error.ctx else "newsmill"
        note(f"{text[:1].lower()}{text[1:]} (see `{whose} -h`)")
        sys.exit(MISUSED)


class Program(click.Group):
    """`commands_of` maps names to one-line texts; NAME lives in `streams.cli.NAME`."""

    def __init__(self, *args: Any, texts: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._texts = texts

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order in which a newcomer needs them."""
        return list(self._texts)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Imports the command's module."""
        if cmd_name not in self._texts:
            return None
        command = import_module(f"streams.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The list, without importing what it lists."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._texts.items()))

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Reads the options before the command's name."""
        with _misuse_in_a_line():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command. What is known to go wrong ends in one line and its exit code."""
        if sys.stdout is None:  # closed by who called: >&-
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open to the end
        try:
            with at_once(), _misuse_in_a_line():  # who has something to close says so itself
                return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click says these well itself
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)
        except Exception as error:
            from .faults import explain

            if ctx.ensure_object(Flags).debug:
                traceback.print_exc()
            text, code = explain(error)
            note(text)
            sys.exit(code)
